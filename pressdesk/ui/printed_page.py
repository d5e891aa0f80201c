"""The exporter's page set on sheets of paper, with a line at the foot of each."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from msgspec import Struct
from PySide6.QtCore import QBuffer, QMarginsF, QRectF, QSizeF, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from pressdesk.export.exporter import export_release
from pressdesk.export.packs import Pack
from pressdesk.export.view import Stage, to_view
from pressdesk.model.assets import Assets
from pressdesk.model.release import Release, cleaned
from pressdesk.photos.render import Renderer
from pressdesk.ui.fonts import reading_families

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_DPI = 96
_MARGINS_MM = QMarginsF(24, 20, 24, 22)
_FOOT_MM = 12.0
"""From the edge of the paper to the line at its foot."""
_BODY_PX = 14
_TALLEST_MM = 90.0
_DROPPED = re.compile(r"<(style|script|nav)\b.*?</\1>", re.DOTALL)
_STRUCTURE = re.compile(r"<(/?)(?:figure|header|main|article|section|footer|address)\b")
_CAPTION = re.compile(r"<(/?)figcaption\b[^<>]*>")
_ADDRESS = re.compile(r"<address\b.*?</address>", re.DOTALL)
_PICTURE = re.compile(r'<img\b[^<>]*?\bsrc="([^"]*)"[^<>]*>')
_SHEET = """
h1 { font-size: 27px; margin: 8px 0 6px 0; }
h2 { font-size: 18px; margin: 18px 0 4px 0; }
h3, h4 { font-size: 15px; margin: 14px 0 4px 0; }
p { margin: 0 0 9px 0; }
li { margin: 0 0 4px 0; }
a { color: #0b3b7c; text-decoration: none; }
blockquote { font-style: italic; margin: 8px 24px 2px 24px; }
td, th { padding: 4px 10px 4px 0; }
th { text-align: left; }
.stamp { color: #8c1b13; }
.issuer { color: #0b3b7c; font-size: 17px; font-weight: bold; }
.deck { font-size: 17px; font-style: italic; }
.release-line { font-weight: bold; }
.dateline, .caption, .name { font-weight: bold; }
.under { font-size: 12px; margin: 4px 0 14px 0; }
.credit, .role { color: #565e6b; }
.address { margin: 6px 0 8px 0; }
.end-mark { margin: 16px 0 16px 0; }
"""


class Page(Struct, frozen=True):
    """A release as it is printed: HTML that Qt understands, and its pictures by their address."""

    html: str
    pictures: Mapping[str, bytes]
    foot: str
    """What stands at the foot of every page beside its number: the stamp of a draft."""
    language: str
    title: str


def make_page(
    release: Release,
    assets: Assets,
    pack: Pack,
    *,
    stage: Stage,
    saved: dt.datetime,
    renditions: Path,
    progress: Callable[[int, int], None] | None = None,
) -> Page:
    """Make what is printed; needs no Qt. Raises PressDeskError as the exporter does."""
    now = dt.datetime.now(dt.UTC)
    exported = export_release(
        release,
        assets,
        pack,
        formats=("html",),
        stage=stage,
        now=now,
        saved=saved,
        renderer=Renderer(renditions),
        progress=progress,
    )
    page, *pictures = exported.files
    fields = to_view(cleaned(release)[0], pack, stage=stage, now=now, saved=saved).fields
    return Page(
        html=simple_html(page.data.decode()),
        pictures={picture.path: picture.data for picture in pictures},
        foot=" · ".join(part for part in (fields.stamp, fields.notice) if part),
        language=release.language,
        title=release.headline,
    )


def simple_html(html: str) -> str:
    """Put a page of the exporter into the elements that QTextDocument knows."""

    def address(match: re.Match[str]) -> str:
        lines = match[0].replace(">\n<span", "><br><span").replace(">\n<a", "><br><a")
        return re.sub(r"^<address\b[^<>]*><br>", '<address class="address">', lines)

    html = _DROPPED.sub("", html)
    html = _ADDRESS.sub(address, html)
    html = html.replace('<span class="position">', '<br><span class="position">')
    html = _CAPTION.sub(lambda at: "</p>" if at[1] else '<p class="under">', html)
    html = html.replace('<p class="end-mark">', '<p class="end-mark" align="center">')
    html = _STRUCTURE.sub(r"<\1div", html)
    return _PICTURE.sub(r'<p><img src="\1"></p>', html)


class PrintedPage(QTextDocument):
    """A page laid out for paper; it loads nothing but the pictures it was given."""

    def __init__(self, page: Page, layout: QPageLayout) -> None:
        super().__init__()
        self._page = page
        paper = layout.pageSize().size(QPageSize.Unit.Millimeter)
        if layout.orientation() == QPageLayout.Orientation.Landscape:
            paper.transpose()
        self._paper = paper * (_DPI / 25.4)
        self._margins = _MARGINS_MM * (_DPI / 25.4)
        width = self._paper.width() - self._margins.left() - self._margins.right()
        height = self._paper.height() - self._margins.top() - self._margins.bottom()
        self._column = QSizeF(width, height)
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self.setUseDesignMetrics(True)
        self._font = QFont()
        self._font.setFamilies(reading_families(page.language))
        self._font.setPixelSize(_BODY_PX)
        self._font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self.setDefaultFont(self._font)
        self.setDefaultStyleSheet(_SHEET)
        self.setPageSize(self._column)
        self.setHtml(page.html)

    def loadResource(self, type: int, name: QUrl | str) -> Any:
        """Give a picture as large as the column allows; everything else is refused."""
        address = unescape(name.toString() if isinstance(name, QUrl) else name)
        data = self._page.pictures.get(unquote(address), b"")
        image = QImage.fromData(data) if data else QImage()
        if image.isNull():
            return image
        tallest = _TALLEST_MM * _DPI / 25.4
        scale = min(self._column.width() / image.width(), tallest / image.height())
        # as sharp as the file is, as large as there is room
        image.setDevicePixelRatio(1 / scale)
        return image

    def paint(self, printer: "QPrinter") -> None:
        """Print all pages."""
        printer.setFullPage(True)
        first, last = printer.fromPage() or 1, printer.toPage() or self.pageCount()
        self._paint(printer, printer.resolution(), first, last)

    def to_pdf(self, layout: QPageLayout) -> bytes:
        """Give all pages as PDF, on the paper they were laid out for."""
        made = QBuffer()
        made.open(QBuffer.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(made)
        writer.setPageLayout(QPageLayout(layout.pageSize(), layout.orientation(), QMarginsF()))
        writer.setTitle(self._page.title)
        self._paint(writer, writer.resolution(), 1, self.pageCount())
        return bytes(made.data().data())

    def _paint(self, sheets: QPagedPaintDevice, dpi: int, first: int, last: int) -> None:
        painter = QPainter(sheets)
        scale = dpi / _DPI
        painter.scale(scale, scale)
        total = self.pageCount()
        for number in range(max(first, 1), min(last, total) + 1):
            if number > first:
                sheets.newPage()
            self._paint_page(painter, number, total)
        painter.end()

    def _paint_page(self, painter: QPainter, number: int, total: int) -> None:
        part = QRectF(0, (number - 1) * self._column.height(), *self._column.toTuple())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = part  # pyright: ignore[reportAttributeAccessIssue]
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor("black"))
        context.palette = palette  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.translate(self._margins.left(), self._margins.top() - part.top())
        # a picture that begins the next page begins a hair's breadth above it
        painter.setClipRect(part.adjusted(0, 0, 0, -2))
        self.documentLayout().draw(painter, context)
        painter.restore()
        font = QFont(self._font)
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(QColor("#565e6b"))
        told = f"{number} / {total}"
        number_px = painter.fontMetrics().horizontalAdvance(told) + 12
        top = self._paper.height() - _FOOT_MM * _DPI / 25.4 - 16
        right = self._margins.left() + self._column.width()
        foot = QRectF(self._margins.left(), top, self._column.width() - number_px, 16)
        painter.drawText(foot, self._page.foot)
        painter.drawText(QRectF(right - number_px + 12, top, number_px, 16), told)
