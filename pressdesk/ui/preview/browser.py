"""The preview without QtWebEngine: the same page in Qt's own simple browser."""

import re
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage, QMouseEvent, QResizeEvent, QTextBlock
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from pressdesk.model.text import safe_link
from pressdesk.ui.preview.page import SCHEME, Sheet
from pressdesk.ui.preview.photos import PagePhotos

_MARGIN = 32
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_STRUCTURE = re.compile(
    r"<(/?)(?:figure|figcaption|header|main|article|section|nav|footer|address)\b"
)
_SIZES = re.compile(r' (?:srcset|sizes|width|height)="[^"]*"(?=[^<>]*>)')
_SHEET = """
h1 { font-size: xx-large; }
.stamp { color: #b1241c; }
.deck, blockquote { font-style: italic; }
.dateline, .caption, .issuer, .name { font-weight: bold; }
"""


class BrowserPage(QTextBrowser):
    """Shows sheets whole, in a simple view; loads nothing but the release's own photos."""

    link_activated = Signal(str)
    blocks_clicked = Signal(list)
    sheet_shown = Signal()
    failed = Signal(str)

    def __init__(self, photos: PagePhotos, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photos = photos
        self._html = ""
        self._redraw = QTimer(self, singleShot=True, interval=100)
        self._redraw.timeout.connect(self._show)
        photos.ready.connect(lambda _: self._redraw.start())
        photos.mended.connect(self._redraw.start)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.document().setDocumentMargin(_MARGIN)
        self.document().setDefaultStyleSheet(_SHEET)
        self.anchorClicked.connect(self._tell_link)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a sheet, scrolled to where the one before was."""
        # The pack's style is of no use here, and elements that Qt doesn't know run into each other.
        html = _STRUCTURE.sub(r"<\1div", _STYLE.sub("", sheet.html))
        self._html = _SIZES.sub("", html)
        self._show()
        self.sheet_shown.emit()

    def go_to_block(self, block_id: str) -> None:
        """Scroll to a block unless it can be seen."""
        for block in _blocks(self.document().begin()):
            if block_id in _ids(block):
                box = self.document().documentLayout().blockBoundingRect(block)
                bar = self.verticalScrollBar()
                if not bar.value() <= box.top() <= bar.value() + self.viewport().height() - 40:
                    bar.setValue(int(box.top()) - self.viewport().height() // 3)
                return

    def set_ground(self, colour: str) -> None:
        """Nothing: its ground is the palette's."""

    def set_zoom(self, factor: float) -> None:
        """Nothing: its text has the size of the program's."""

    def loadResource(self, type: int, name: QUrl | str) -> Any:
        """Give a photo of the release as wide as the page is; everything else is refused."""
        url = QUrl(name)
        data = self._photos.picture(url.path()) if url.scheme() == SCHEME else b""
        image = QImage.fromData(data) if data else QImage()
        width = max(self.viewport().width() - 2 * _MARGIN - 2, 1)
        return image.scaledToWidth(width) if image.width() > width else image

    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        if e.size().width() != e.oldSize().width():
            self._redraw.start()

    def mouseReleaseEvent(self, ev: QMouseEvent) -> None:
        super().mouseReleaseEvent(ev)
        place = ev.position().toPoint()
        if self.anchorAt(place) or self.textCursor().hasSelection():
            return
        block = self.cursorForPosition(place).block()
        while block.isValid() and not _ids(block):
            block = block.previous()
        self.blocks_clicked.emit(_ids(block))

    def _tell_link(self, url: QUrl) -> None:
        if link := safe_link(url.toString(QUrl.ComponentFormattingOption.FullyEncoded)):
            self.link_activated.emit(link)

    def _show(self) -> None:
        place = self.verticalScrollBar().value()
        self.setHtml(self._html)
        self.verticalScrollBar().setValue(place)


def _blocks(block: QTextBlock) -> Iterator[QTextBlock]:
    while block.isValid():
        yield block
        block = block.next()


def _ids(block: QTextBlock) -> list[str]:
    """Give the ids of the elements that begin in a block."""
    fragments = block.begin()
    names: list[str] = []
    while not fragments.atEnd():
        names += fragments.fragment().charFormat().anchorNames()
        fragments += 1
    return names
