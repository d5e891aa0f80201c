"""What is pasted into the page keeps its meaning, says what it lost, and is one step of undo."""

from typing import Any

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QColor, QGuiApplication, QImage

from pressdesk.model.body import Heading, ListItem, Paragraph, block_texts, plain
from pressdesk.ui.window import MainWindow
from tests.ui.windows import field, trigger, type_text

PAGE = """<html><body><!--StartFragment-->
<h2 style="color:red">The <i>house</i></h2>
<p class="MsoNormal">A <b>bold</b> word and <a href="https://a.example/x">a link</a>,
<a href="javascript:alert(1)">no link</a>.<img src="https://tracker.example/p.gif"></p>
<ul><li>one</li><li>two</li></ul><script>alert(2)</script>
<!--EndFragment--></body></html>"""


@pytest.fixture
def page(window: MainWindow) -> Any:
    trigger(window, "file.new")
    body = field(window, "bodyEditor")
    body.setFocus()
    return body


def put(html: str = "", text: str = "", image: QImage | None = None) -> None:
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    if image is not None:
        data.setImageData(image)
    QGuiApplication.clipboard().setMimeData(data)


def body_of(window: MainWindow) -> Any:
    assert window.document is not None
    return window.document.release.body


def test_a_page_keeps_its_meaning_and_loses_its_looks(window: MainWindow, page: Any):
    type_text(page, "Before.\n")
    put(PAGE, "The house")
    trigger(window, "edit.paste")
    kinds = [type(block) for block in body_of(window)]
    assert kinds == [Paragraph, Heading, Paragraph, ListItem, ListItem]
    spans = {span.text: span for span in body_of(window)[2].spans}
    assert spans["bold"].bold
    assert spans["a link"].link == "https://a.example/x"
    assert plain(body_of(window)[2].spans) == "A bold word and a link, no link."
    assert all(not span.link.startswith("javascript") for span in spans.values())


def test_what_was_left_out_is_told_with_undo(qtbot: Any, window: MainWindow, page: Any):
    put(PAGE, "The house")
    trigger(window, "edit.paste")
    notice = window.status.notice
    assert notice.startswith("Pasted without ")
    assert "script" in notice
    before = len(body_of(window))
    assert before > 3
    window.status.mend()
    assert len(body_of(window)) <= 1
    assert window.status.notice == ""


def test_pasting_is_one_step(window: MainWindow, page: Any):
    type_text(page, "Before. ")
    put(PAGE, "The house")
    trigger(window, "edit.paste")
    trigger(window, "edit.undo")
    assert [block_texts(block) for block in body_of(window)] == [("Before. ",)]


def test_plain_paste_takes_the_words_alone(window: MainWindow, page: Any):
    put("<b>bold</b> words", "bold words")
    trigger(window, "edit.paste-plain")
    (block,) = body_of(window)
    assert [(span.text, span.bold) for span in block.spans] == [("bold words", False)]


def test_an_address_pasted_over_words_links_them(window: MainWindow, page: Any):
    type_text(page, "museum")
    trigger(window, "edit.select-all")
    put(text="https://a.example/museum")
    trigger(window, "edit.paste")
    (span,) = body_of(window)[0].spans
    assert (span.text, span.link) == ("museum", "https://a.example/museum")


def test_a_bare_picture_becomes_a_figure(qtbot: Any, window: MainWindow, page: Any):
    type_text(page, "Before.")
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    put(image=image)
    trigger(window, "edit.paste")
    qtbot.waitUntil(lambda: len(window.document.release.figures) == 1)  # pyright: ignore
    assert window.document is not None
    (photo,) = window.document.release.photos
    assert (photo.width, photo.height, photo.suffix) == (300, 200, "png")


def test_what_is_copied_out_has_meaning_and_words(window: MainWindow, page: Any):
    type_text(page, "A bold word")
    trigger(window, "edit.select-all")
    trigger(window, "format.bold")
    trigger(window, "edit.copy")
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "A bold word"
    assert "<strong>A bold word</strong>" in data.html() or "<b>A bold word</b>" in data.html()
