"""The pages of the Word file: exported, laid out, and read for what stands where."""

import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QLocale,
    QMarginsF,
    QModelIndex,
    QRectF,
    QSizeF,
    QUrl,
)
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPdf import QPdfDocument, QPdfLinkModel

from pressdesk.export.exporter import export_problems, export_release
from pressdesk.export.office import find_office, to_pdf
from pressdesk.export.packs import Pack
from pressdesk.export.view import Stage
from pressdesk.model.assets import Assets
from pressdesk.model.body import Block, Figure, block_texts
from pressdesk.model.problem import PressDeskError, has_errors
from pressdesk.model.release import Release
from pressdesk.model.text import safe_link
from pressdesk.photos.render import Renderer
from pressdesk.ui.printed_page import PrintedPage, make_page
from pressdesk.ui.tasks import Report

_FINAL_STATES = ("approved", "published")
_LETTERS = (32, 12)
"""How much of a block's beginning is looked for; where that is hyphenated, less of it."""


class Order(Struct, frozen=True):
    """What the pages are made of."""

    release: Release
    assets: Assets
    pack: Pack
    now: dt.datetime
    saved: dt.datetime
    """As in ``to_view``."""
    renderer: Renderer
    renditions: Path
    folder: Path
    """Where LibreOffice may work."""
    search: str | None = None
    """Where it is looked for, instead of the usual places."""


class Spot(Struct, frozen=True):
    """Where a block begins."""

    block: str
    page: int
    """From 0."""
    top_pt: float


class Link(Struct, frozen=True):
    """A place on a page that leads out of it."""

    page: int
    box_pt: tuple[float, float, float, float]
    """Left, top, width, height."""
    target: str


class Pages(Struct, frozen=True):
    """Pages to be shown, and what stands where on them."""

    pdf: bytes
    sizes: tuple[QSizeF, ...]
    """In points."""
    texts: tuple[str, ...]
    spots: tuple[Spot, ...]
    """In the order of the pages."""
    links: tuple[Link, ...]
    has_office: bool
    """LibreOffice was found."""
    trouble: PressDeskError | None
    """Why it made no pages of the Word file; then these are our own, as they are printed."""

    @property
    def count(self) -> int:
        return len(self.sizes)

    @property
    def are_word(self) -> bool:
        """Tell whether they are those of the Word file."""
        return self.has_office and self.trouble is None


def make_pages(order: Order, report: Report) -> Pages:
    """Make the pages of a release; to be called in a worker.

    Raises PressDeskError as the exporter does.
    """
    report(0, 0)
    office, trouble = find_office(order.search), None
    stage = _stage(order)
    pdf = b""
    if office is not None:
        word = _export(order, stage, report)
        try:
            pdf = to_pdf(word, office, order.folder, go_on=lambda: report(0, 0))
        except PressDeskError as error:
            trouble = error
    if not pdf:
        pdf = _print(order, stage, report)
    report(0, 0)
    return read_pages(pdf, order.release, has_office=office is not None, trouble=trouble)


def read_pages(
    pdf: bytes,
    release: Release,
    *,
    has_office: bool = True,
    trouble: PressDeskError | None = None,
) -> Pages:
    """Read what stands where on the pages of a release."""
    held = QBuffer()
    held.setData(QByteArray(pdf))
    held.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(held)
    numbers = range(document.pageCount())
    texts = tuple(document.getAllText(number).text() for number in numbers)
    pages = Pages(
        pdf=pdf,
        sizes=tuple(document.pagePointSize(number) for number in numbers),
        texts=texts,
        spots=tuple(_spots(document, texts, (*release.body, *release.attached))),
        links=tuple(dict.fromkeys(_links(document))),  # Qt tells some once for each letter
        has_office=has_office,
        trouble=trouble,
    )
    document.close()
    return pages


def _stage(order: Order) -> Stage:
    """Tell what would be exported: a final only of what is approved, and has no errors."""
    is_final = order.release.state in _FINAL_STATES
    if is_final and not has_errors(export_problems(order.release, order.pack, "final")):
        return "final"
    return "draft"


def _export(order: Order, stage: Stage, report: Report) -> bytes:
    exported = export_release(
        order.release,
        order.assets,
        order.pack,
        formats=("docx",),
        stage=stage,
        now=order.now,
        saved=order.saved,
        renderer=order.renderer,
        progress=report,
    )
    return exported.files[0].data


def _print(order: Order, stage: Stage, report: Report) -> bytes:
    page = make_page(
        order.release,
        order.assets,
        order.pack,
        stage=stage,
        saved=order.saved,
        renditions=order.renditions,
        progress=report,
    )
    is_letter = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    paper = QPageSize.PageSizeId.Letter if is_letter else QPageSize.PageSizeId.A4
    layout = QPageLayout(QPageSize(paper), QPageLayout.Orientation.Portrait, QMarginsF())
    return PrintedPage(page, layout).to_pdf(layout)


def _links(document: QPdfDocument) -> Iterator[Link]:
    model = QPdfLinkModel()
    model.setDocument(document)
    role = QPdfLinkModel.Role
    for page in range(document.pageCount()):
        model.setPage(page)
        for row in range(model.rowCount(QModelIndex())):
            index = model.index(row, 0)
            url: QUrl = model.data(index, role.Url.value)
            encoded = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
            if target := safe_link(encoded):
                box: QRectF = model.data(index, role.Rectangle.value)
                yield Link(page, (box.x(), box.y(), box.width(), box.height()), target)


def _spots(document: QPdfDocument, texts: Sequence[str], blocks: Sequence[Block]) -> Iterator[Spot]:
    """Find the blocks by their first words, which stand on the pages in this order."""
    letters = [_squeezed(text) for text in texts]
    page = start = 0
    for block in blocks:
        words, _ = _squeezed(" ".join(block_texts(block)))
        found = _find(letters, words, page, start)
        if found is None:
            continue
        page, at = found
        first = letters[page][1][at]
        top = _box(document, page, first).top()
        if isinstance(block, Figure):
            # The picture stands above its caption: it begins where the text before it ends.
            above = _box(document, page, letters[page][1][at - 1]) if at else QRectF()
            top = above.bottom() if above.bottom() < top else 0.0
        start = at + len(words)
        yield Spot(block.id, page, top)


def _find(
    letters: Sequence[tuple[str, list[int]]], words: str, page: int, start: int
) -> tuple[int, int] | None:
    """Find words from a place on: the page, and the place among its letters."""
    for length in _LETTERS:
        for number in range(page, len(letters)):
            begin = start if number == page else 0
            at = letters[number][0].find(words[:length], begin) if words else -1
            if at >= 0:
                return number, at
    return None


def _squeezed(text: str) -> tuple[str, list[int]]:
    """Take the white space out of a text; gives with it the place of each letter before."""
    places = [place for place, letter in enumerate(text) if not letter.isspace()]
    return "".join(text[place] for place in places), places


def _box(document: QPdfDocument, page: int, place: int) -> QRectF:
    return document.getSelectionAtIndex(page, place, 1).boundingRectangle()
