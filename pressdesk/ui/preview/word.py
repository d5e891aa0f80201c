"""The Word page: made anew when the typing pauses, with a note on what it is and what it lacks."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pressdesk.export.packs import Pack
from pressdesk.model.problem import PressDeskError
from pressdesk.model.release import Release
from pressdesk.paths import Paths
from pressdesk.photos.render import Renderer
from pressdesk.ui.controls.buttons import PlainButton
from pressdesk.ui.controls.cards import Note
from pressdesk.ui.controls.painting import Kind
from pressdesk.ui.document import Document
from pressdesk.ui.preview.pages_view import PagesView
from pressdesk.ui.preview.word_pages import Order, Pages, make_pages
from pressdesk.ui.tasks import Task, Tasks

_PAUSE_MS = 1_500
"""From the last change to the making of the pages, which takes some seconds."""


class WordPage(QWidget):
    """Shows the pages of the exported Word file of a document, as long as it is seen."""

    link_activated = Signal(str)
    blocks_clicked = Signal(list)
    updated = Signal()
    """The pages are those of the document's release."""
    state_changed = Signal(str)
    """A few words: that it is being updated, or which page is seen."""

    def __init__(
        self,
        document: Document,
        pack: Callable[[Release], Pack],
        renderer: Renderer,
        tasks: Tasks,
        *,
        paths: Paths,
        clock: Callable[[], dt.datetime],
        search: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``search`` is where LibreOffice is looked for, instead of the usual places."""
        super().__init__(parent)
        self._document = document
        self._pack = pack
        self._renderer = renderer
        self._tasks = tasks
        self._paths = paths
        self._clock = clock
        self._search = search
        self._task: Task | None = None
        self._is_waiting = False
        """Others are wanted once the work that runs has ended."""
        self._made: tuple[Release, dt.datetime | None] | None = None
        """The release whose pages are shown, and when it was saved."""
        self._block = ""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self._build()
        document.release_changed.connect(self._follow)
        document.saved.connect(self._follow)

    @property
    def view(self) -> PagesView:
        return self._view

    @property
    def is_busy(self) -> bool:
        """Pages are being made, or will be in a moment."""
        return self._task is not None or self._pause.isActive()

    def go_to_block(self, block_id: str) -> None:
        """Scroll to a block unless its beginning can be seen; later, where pages are made."""
        if self.is_busy or self._made is None or not self.isVisible():
            self._block = block_id
        else:
            self._view.go_to_block(block_id)

    def refresh(self) -> None:
        """Make the pages of the document's release, unless they are shown."""
        self._pause.stop()
        if self._task is not None:
            self._is_waiting = True
            return
        if self._is_current():
            self._go()
            self._tell_state()
            return
        try:
            order = self._order()
        except PressDeskError as error:
            self._tell_failure(error)
            return

        made = self._document.release, self._document.saved_at

        def show(pages: Pages) -> None:
            self._made = made
            self._show(pages)

        self._task = self._tasks.run(
            self.tr("Laying out the Word page"),
            lambda report: make_pages(order, report),
            done=show,
            failed=self._tell_failure,
            can_cancel=True,
            in_turn=True,
            owner=self,
        )
        self._task.ended.connect(self._end)
        self._view.set_placeholder(self.tr("The pages are being made…"))
        self._tell_state()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Later: what is shown may be hidden again in the same breath.
        QTimer.singleShot(0, self, self._refresh_if_seen)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pause.stop()
        self._is_waiting = False
        if self._task is not None:
            self._task.cancel()

    def _build(self) -> None:
        self.setObjectName("wordPage")
        self._strip = QWidget(self)  # a layout alone would keep its margins around nothing
        self._note = Note("neutral", self._strip, tinted=True)
        self._note.setObjectName("wordNote")
        self._told = QLabel(self._note)
        self._told.setObjectName("wordTold")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._again = PlainButton(self.tr("Update"), self._note)
        self._again.setObjectName("wordAgain")
        self._again.setToolTip(self.tr("Make the pages anew"))
        self._again.clicked.connect(self._make_anew)
        row = QHBoxLayout(self._note)
        row.setContentsMargins(12, 8, 8, 8)
        row.addWidget(self._told, 1)
        row.addWidget(self._again, 0, Qt.AlignmentFlag.AlignTop)
        around = QHBoxLayout(self._strip)
        around.setContentsMargins(8, 0, 8, 8)
        around.addWidget(self._note)
        self._strip.hide()
        self._view = PagesView(self)
        self._view.setAccessibleName(self.tr("Pages as Word will show them"))
        self._view.link_activated.connect(self.link_activated)
        self._view.blocks_clicked.connect(self.blocks_clicked)
        self._view.place_changed.connect(self._tell_state)
        self.setFocusProxy(self._view)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._strip)
        whole.addWidget(self._view, 1)

    def _is_current(self) -> bool:
        if self._made is None:
            return False
        release, saved = self._made
        return self._document.release is release and self._document.saved_at == saved

    def _order(self) -> Order:
        document, now = self._document, self._clock()
        release = document.release
        return Order(
            release=release,
            assets=document.assets,
            pack=self._pack(release),
            now=now,
            saved=now if document.is_modified else document.saved_at or now,
            renderer=self._renderer,
            renditions=self._paths.renditions,
            folder=self._paths.cache / "word-pages",
            search=self._search,
        )

    def _follow(self) -> None:
        if self.isVisible() and not self._is_current():
            self._pause.start()
            self._tell_state()

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()

    def _make_anew(self) -> None:
        self._made = None
        self.refresh()

    def _show(self, pages: Pages) -> None:
        self._view.show_pages(pages)
        self._tell_origin(pages)
        self._go()
        if self._is_current():
            self.updated.emit()

    def _go(self) -> None:
        if self._block and not self.is_busy:
            self._view.go_to_block(self._block)
            self._block = ""

    def _end(self) -> None:
        """Go on after work that ended, however it did; what came of it is told next."""
        task, self._task = self._task, None
        is_waiting, self._is_waiting = self._is_waiting, False
        if not self.isVisible():
            return
        if is_waiting:
            self.refresh()
        elif task is not None and task.is_cancelled:
            self._say(self.tr("Stopped. The pages are not those of the newest text."), can=True)
        self._tell_state()

    def _tell_state(self) -> None:
        count = self._view.count
        if self.is_busy:
            state = self.tr("Updating…")
        elif count:
            state = self.tr("Page {n} of {count}").replace("{n}", str(self._view.page + 1))
            state = state.replace("{count}", str(count))
        else:
            state = ""
        self.state_changed.emit(state)

    def _tell_origin(self, pages: Pages) -> None:
        """Say whose pages these are where they are not those of the Word file."""
        if pages.are_word:
            self._strip.hide()
            return
        if pages.trouble is not None:
            ours = self.tr(
                "PressDesk laid out these pages itself: in Word, lines and pages break elsewhere."
            )
            self._say(f"{pages.trouble} {ours}", "warning", can=True)
        else:
            self._say(
                self.tr(
                    "LibreOffice was not found, so PressDesk laid out these pages itself, and in "
                    "Word lines and pages break elsewhere. Install LibreOffice to see the pages "
                    "of the Word file."
                )
            )

    def _tell_failure(self, error: Exception) -> None:
        if not isinstance(error, PressDeskError):
            raise error
        self._made = None
        self._say(str(error), "danger", can=True)
        self._tell_state()

    def _say(self, sentence: str, kind: Kind = "neutral", *, can: bool = False) -> None:
        self._view.set_placeholder("")
        self._note.set_kind(kind)
        self._note.setAccessibleName(sentence)
        self._told.setText(sentence)
        self._again.setVisible(can)
        self._strip.show()
