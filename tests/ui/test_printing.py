import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMarginsF, QUrl
from PySide6.QtGui import QImage, QPageLayout, QPageSize
from PySide6.QtWidgets import QWidget

from pressdesk.export.packs import Pack, load_pack
from pressdesk.model.body import Figure, Span, block_texts
from pressdesk.opening import Opened, open_release
from pressdesk.paths import shipped
from pressdesk.ui.document import Document
from pressdesk.ui.printed_page import Page, PrintedPage, make_page, simple_html
from pressdesk.ui.printing import Printing, new_printer
from pressdesk.ui.tasks import Tasks
from tests.builders import a_paragraph, a_release

A4 = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())


@pytest.fixture(scope="module")
def sample() -> Opened:
    return open_release(shipped("resources") / "samples" / "sample.md")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(shipped("templates") / "news")


@pytest.fixture(scope="module")
def renditions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("renditions")


@pytest.fixture
def page(sample: Opened, pack: Pack, renditions: Path) -> Page:
    return make_page(
        sample.release,
        sample.assets,
        pack,
        stage="draft",
        saved=sample.saved,
        renditions=renditions,
    )


def print_pdf(page: Page, path: Path) -> list[str]:
    """Print to a PDF file; gives the text of its pages."""
    from PySide6.QtPrintSupport import QPrinter

    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    printer = new_printer(page.title)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    PrintedPage(page, printer.pageLayout()).paint(printer)
    run = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True)
    return run.stdout.split("\f")[:-1]


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_word_of_the_release_is_on_paper_in_order(
    qapp, page: Page, sample: Opened, tmp_path: Path
):
    pages = print_pdf(page, tmp_path / "print.pdf")
    # captions are told apart from the text around them by where they stand
    text = squeezed("".join(pages))
    blocks = [block for block in sample.release.body if not isinstance(block, Figure)]
    assert squeezed(sample.release.headline) in text
    missing = [
        words
        for block in blocks
        for words in block_texts(block)
        if squeezed(words)[:30] not in text
    ]
    assert not missing
    places = [text.index(squeezed(next(iter(block_texts(block))))[:30]) for block in blocks]
    assert places == sorted(places)


def test_every_page_has_its_number_and_the_stamp_of_the_draft(qapp, page: Page, tmp_path: Path):
    pages = print_pdf(page, tmp_path / "print.pdf")
    assert len(pages) > 1
    for number, text in enumerate(pages, start=1):
        assert f"{number}/{len(pages)}" in squeezed(text)
        assert squeezed(page.foot) in squeezed(text)
    assert "DRAFT" in page.foot


def test_the_pages_can_be_had_as_a_pdf_without_a_printer(qapp, page: Page, tmp_path: Path):
    made = tmp_path / "made.pdf"
    made.write_bytes(PrintedPage(page, A4).to_pdf(A4))
    info = shutil.which("pdfinfo")
    if info is None:
        pytest.skip("pdfinfo is not installed")
    run = subprocess.run([info, str(made)], capture_output=True, text=True, check=True)
    assert f"Pages:           {PrintedPage(page, A4).pageCount()}" in run.stdout
    assert "(A4)" in run.stdout


def test_a_range_of_pages_can_be_printed(qapp, page: Page, tmp_path: Path):
    from PySide6.QtPrintSupport import QPrinter

    printer = new_printer("")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "part.pdf"))
    printer.setFromTo(2, 2)
    PrintedPage(page, printer.pageLayout()).paint(printer)
    info = shutil.which("pdfinfo")
    if info is None:
        pytest.skip("pdfinfo is not installed")
    run = subprocess.run([info, str(tmp_path / "part.pdf")], capture_output=True, text=True)
    assert "Pages:           1" in run.stdout


def test_pictures_fit_the_column_and_nothing_else_is_loaded(qapp, page: Page, tmp_path: Path):
    (tmp_path / "there.png").write_bytes(next(iter(page.pictures.values())))
    printed = PrintedPage(page, A4)
    shown = [address for address in page.pictures if address in page.html]
    assert len(shown) == 3
    for address in shown:
        image = printed.loadResource(2, QUrl(address))
        assert 0 < image.deviceIndependentSize().width() <= printed.pageSize().width() + 1
        assert image.deviceIndependentSize().height() <= 341
    for foreign in ("https://example.org/a.png", str(tmp_path / "there.png"), "file:///etc/passwd"):
        assert printed.loadResource(2, QUrl(foreign)).isNull()


def test_a_picture_that_is_no_picture_is_left_out(qapp, page: Page):
    broken = replace(page, pictures=dict.fromkeys(page.pictures, b"nothing"))
    assert PrintedPage(broken, A4).pageCount() >= 1
    assert isinstance(PrintedPage(broken, A4).loadResource(2, "x"), QImage)


def test_hostile_words_stay_words(qapp, pack: Pack, sample: Opened, renditions: Path):
    words = "<script>alert(1)</script> <img src=x> </p><nav> & “quoted”"
    release = a_release(headline=words, body=(a_paragraph(words),))
    page = make_page(
        release, sample.assets, pack, stage="draft", saved=sample.saved, renditions=renditions
    )
    text = PrintedPage(page, A4).toPlainText()
    assert text.count(words) == 2


def test_elements_that_qt_does_not_know_become_those_it_knows():
    html = "<figure id='a'><img src=\"a.jpg\" srcset='b'><figcaption>C</figcaption></figure>"
    simple = simple_html(f"<style>p {{}}</style><nav><p>n</p></nav>{html}")
    assert simple == ('<div id=\'a\'><p><img src="a.jpg"></p><p class="under">C</p></div>')


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def printing(window: QWidget, sample: Opened, pack: Pack, renditions: Path) -> Iterator[Printing]:
    tasks = Tasks()
    document = Document(sample.release, sample.assets)
    yield Printing(document, lambda: pack, renditions, tasks, window)
    tasks.close()


@pytest.mark.parametrize("what", ["preview", "print_release"])
def test_a_dialog_comes_once_the_page_is_made(
    qtbot, window: QWidget, printing: Printing, what: str
):
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintPreviewDialog

    kind = QPrintPreviewDialog if what == "preview" else QAbstractPrintDialog
    with qtbot.waitSignal(printing.ready, timeout=30_000):
        getattr(printing, what)()
    qtbot.waitUntil(lambda: bool(window.findChildren(kind)))
    dialog = window.findChildren(kind)[0]
    qtbot.waitUntil(dialog.isVisible)
    dialog.reject()


def test_a_release_that_cannot_be_exported_says_why(
    qtbot, window: QWidget, sample: Opened, pack: Pack, renditions: Path
):
    tasks = Tasks()
    broken = a_release(body=(Figure(id="b1", photo="gone", caption=(Span("x"),)),))
    printing = Printing(Document(broken), lambda: pack, renditions, tasks, window)
    with qtbot.waitSignal(printing.failed, timeout=30_000) as told:
        printing.preview()
    assert "PD-EXP-003" in told.args[0]
    tasks.close()
