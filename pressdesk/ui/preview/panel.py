"""The panel of the preview: a switch above, the web page or the Word page below."""

import datetime as dt
import os
from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from pressdesk.model.problem import PressDeskError
from pressdesk.model.release import Release
from pressdesk.paths import Paths
from pressdesk.photos.render import Renderer
from pressdesk.settings import Preview
from pressdesk.ui.document import Document
from pressdesk.ui.preview.header import PreviewHeader
from pressdesk.ui.tasks import Tasks
from pressdesk.ui.theme import Theme

if TYPE_CHECKING:
    from pressdesk.export.packs import Pack
    from pressdesk.ui.preview.browser import BrowserPage
    from pressdesk.ui.preview.page import Composer
    from pressdesk.ui.preview.web import WebPage
    from pressdesk.ui.preview.word import WordPage

_PAUSE_MS = 50
"""From a change to the page."""
_PHONE_PX = 390 + 15
"""A common phone, and the bar for scrolling, which a phone lays over the page."""
_DESK_PX, _SMALLEST = 760, 0.7
"""A page of the web is scaled down to be as wide as this, but no further than so."""
_FINAL_STATES = ("approved", "published")


def _local_now() -> dt.datetime:
    return dt.datetime.now().astimezone()


class PreviewPanel(QWidget):
    """The release as the exported page shows it, kept in step with the document.

    Each of the two pages is made when it is first shown.
    """

    link_activated = Signal(str)
    """A link of the page was clicked; the page stays where it is."""
    block_activated = Signal(str)
    """A block of the body, or an attached figure, was clicked: its id."""
    updated = Signal()
    """The page shows the document's release."""
    kind_changed = Signal(str)
    """The person chose the page of the ``web``, or that of ``word``."""

    def __init__(
        self,
        document: Document,
        pack: "Callable[[Release], Pack]",
        renderer: Renderer,
        tasks: Tasks,
        theme: Theme,
        *,
        paths: Paths,
        kind: Preview = "web",
        clock: Callable[[], dt.datetime] = _local_now,
        search: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``pack`` gives the template pack of a release, or raises PressDeskError.

        ``kind`` is the page to be shown first; ``search`` is where LibreOffice is looked
        for, instead of the usual places.
        """
        super().__init__(parent)
        self._document = document
        self._pack = pack
        self._renderer = renderer
        self._tasks = tasks
        self._theme = theme
        self._paths = paths
        self._clock = clock
        self._search = search
        self._page: WebPage | BrowserPage | None = None
        self._composer: Composer | None = None
        self._word: WordPage | None = None
        self._cursor = ""
        """The block that was gone to last."""
        self._block = ""
        """The one to go to once the page is there."""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self._build()
        self._header.set_kind(kind)
        self._header.kind_changed.connect(self._change_kind)
        document.release_changed.connect(self._follow)
        document.saved.connect(self._follow)
        theme.changed.connect(self._set_look)

    @property
    def page(self) -> "WebPage | BrowserPage | None":
        """The widget that shows the web page; None before it is first shown."""
        return self._page

    @property
    def word(self) -> "WordPage | None":
        """The widget that shows the Word page; None before it is first shown."""
        return self._word

    @property
    def kind(self) -> Preview:
        """Which page is chosen."""
        return self._header.kind

    def go_to_block(self, block_id: str) -> None:
        """Scroll to a block unless it can be seen."""
        self._cursor = block_id
        if self.kind == "word" and self._word is not None:
            self._word.go_to_block(block_id)
        elif self.kind == "word" or self._page is None or self._pause.isActive():
            self._block = block_id
        else:
            self._page.go_to_block(block_id)

    def refresh(self) -> None:
        """Show the document's release now."""
        if self.kind == "word":
            if self._word is not None:
                self._word.refresh()
            return
        if self._page is None or self._composer is None:
            return
        self._pause.stop()
        release, now = self._document.release, self._clock()
        try:
            sheet = self._composer.compose(
                release,
                self._pack(release),
                stage="final" if release.state in _FINAL_STATES else "draft",
                now=now,
                saved=self._document.saved_at or now,
            )
        except PressDeskError as error:
            sentences = (error.what, error.why, error.do)
            self._say(" ".join(sentence for sentence in sentences if sentence))
            return
        self._message.hide()
        self._page.show()
        self._page.show_sheet(sheet)
        if self._block:
            self._page.go_to_block(self._block)
            self._block = ""

    def sizeHint(self) -> QSize:
        return QSize(480, 640)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 160)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Later: the panel is painted before the page is made, which takes half a second.
        QTimer.singleShot(0, self, self._show_kind)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        self.setObjectName("previewPanel")
        self.setAccessibleName(self.tr("Preview"))
        self.setWindowTitle(self.tr("Preview"))
        self._header = PreviewHeader(self)
        self._header.width_changed.connect(self._fit)
        self._message = QLabel(self.tr("The page is being made…"), self)
        self._message.setObjectName("previewMessage")
        self._message.setWordWrap(True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setMargin(24)
        self._stage = QWidget(self)
        self._stage.setAutoFillBackground(True)
        self._column = QVBoxLayout(self._stage)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._message)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._header)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._stage)
        whole.addWidget(self._stack, 1)

    def _change_kind(self, kind: Preview) -> None:
        self._block = self._cursor
        if self.isVisible():
            self._show_kind()
        self.kind_changed.emit(kind)

    def _show_kind(self) -> None:
        """Show the page that is chosen."""
        if self.kind == "word":
            if self._word is None:
                self._make_word()
            if self._word is not None:
                self._stack.setCurrentWidget(self._word)
                self.setFocusProxy(self._word)
                self._word.go_to_block(self._block)
                self._block = ""
            return
        self._stack.setCurrentWidget(self._stage)
        if self._page is None:
            self._make_page()
        else:
            self.setFocusProxy(self._page)
            self.refresh()

    def _make_word(self) -> None:
        if find_spec("PySide6.QtPdf") is None:
            self._say(
                self.tr(
                    "The Word page needs QtPdf, which is missing in this installation of PySide6. "
                    "Install the package PySide6 as a whole. (PD-WIN-002)"
                )
            )
            return
        # Only now: the exporter and QtPdf would delay the start of the program.
        from pressdesk.ui.preview.word import WordPage

        self._word = WordPage(
            self._document,
            self._pack,
            self._renderer,
            self._tasks,
            paths=self._paths,
            clock=self._clock,
            search=self._search,
            parent=self,
        )
        self._word.link_activated.connect(self.link_activated)
        self._word.blocks_clicked.connect(self._tell_block)
        self._word.updated.connect(self.updated)
        self._word.state_changed.connect(self._header.set_state)
        self._stack.addWidget(self._word)

    def _make_page(self) -> None:
        if self._page is not None:
            return
        # Only now: the template language and QtWebEngine would delay the start of the program.
        from pressdesk.ui.preview.page import Composer
        from pressdesk.ui.preview.photos import PagePhotos

        self._composer = Composer()
        photos = PagePhotos(self._document, self._renderer, self._tasks, self)
        if _has_web_engine():
            from pressdesk.ui.preview.web import WebPage

            self._page = WebPage(photos, self._stage)
        else:
            from pressdesk.ui.preview.browser import BrowserPage

            self._page = BrowserPage(photos, self._stage)
            self._header.set_simple()
        self._page.setAccessibleName(self.tr("Page as it will be exported"))
        self._page.link_activated.connect(self.link_activated)
        self._page.blocks_clicked.connect(self._tell_block)
        self._page.sheet_shown.connect(self.updated)
        self._page.failed.connect(self._say)
        self.setFocusProxy(self._page)
        self._column.addWidget(self._page, 1)
        self._set_look()
        self._fit()
        self.refresh()

    def _follow(self) -> None:
        # Not begun anew by the next key: who types on and on sees the page follow.
        if self.kind == "web" and self.isVisible() and not self._pause.isActive():
            self._pause.start()

    def _fit(self) -> None:
        is_phone, room = self._header.is_phone, self._stage.width()
        beside = max(room - _PHONE_PX, 0) if is_phone else 0
        self._column.setContentsMargins(beside // 2, min(beside, 12), beside - beside // 2, 0)
        if self._page is not None:
            zoom = 1.0 if is_phone else min(max(room / _DESK_PX, _SMALLEST), 1.0)
            self._page.set_zoom(zoom * self._theme.text_size)

    def _set_look(self) -> None:
        colours = self._theme.colours
        palette = self._stage.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(colours.desk))
        self._stage.setPalette(palette)
        if self._page is not None:
            self._page.set_ground(colours.paper)
            self._fit()

    def _tell_block(self, ids: list[str]) -> None:
        release = self._document.release
        blocks = {block.id for block in (*release.body, *release.attached)}
        block_id = next((name for name in ids if name in blocks), "")
        if block_id:
            self.block_activated.emit(block_id)

    def _say(self, sentence: str) -> None:
        if self._page is not None:
            self._page.hide()
        self._message.setText(sentence)
        self._message.show()


def _has_web_engine() -> bool:
    if os.environ.get("PRESSDESK_PREVIEW") == "browser":
        return False
    return find_spec("PySide6.QtWebEngineWidgets") is not None
