"""The caption desk: one photo, large, with all that is said of it beside it."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from pressdesk.model.photo import Photo
from pressdesk.model.uses import PhotoUse, photo_uses
from pressdesk.photos.contact_sheet import all_flags, sheet_photos
from pressdesk.ui.document import Caret, Document
from pressdesk.ui.panels.field_box import Words
from pressdesk.ui.panels.photo_facts import PhotoFacts
from pressdesk.ui.panels.reading_order import set_reading_order
from pressdesk.ui.panels.section import Column
from pressdesk.ui.photo_desk.caption_form import CaptionForm
from pressdesk.ui.photo_desk.crop_controls import CropControls
from pressdesk.ui.photo_desk.crop_tool import CropTool
from pressdesk.ui.photo_desk.desk_bar import DeskBar
from pressdesk.ui.photo_desk.look_tool import LookTool
from pressdesk.ui.photo_desk.name_popup import NamePopup
from pressdesk.ui.photo_desk.people_tool import PeopleTool
from pressdesk.ui.photo_desk.picture_view import PictureView
from pressdesk.ui.photo_desk.qualities import Qualities
from pressdesk.ui.photo_desk.tool import FIELD
from pressdesk.ui.photo_desk.words import sentences
from pressdesk.ui.program import Program

Work = Callable[[], object]

_NEXT = QKeySequence("Ctrl+PgDown")
_PREVIOUS = QKeySequence("Ctrl+PgUp")


class CaptionDesk(QWidget):
    """Shows one photo of the release, and changes what is said of it and shown of it."""

    next_wanted = Signal()
    previous_wanted = Signal()
    sheet_wanted = Signal()
    """Back to the contact sheet."""
    wanted = Signal()
    """Undo or redo goes to a field of the desk, which should be seen."""

    def __init__(
        self,
        document: Document,
        program: Program,
        qualities: Qualities,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("captionDesk")
        self.setAccessibleName(self.tr("Caption desk"))
        self._document = document
        self._pictures = program.pictures
        self._qualities = qualities
        self._photo_id = ""
        self._is_stale = False
        self.facts = PhotoFacts(program.tasks, self)
        self.form = CaptionForm(document, program)
        self.people = PeopleTool(document, self)
        self.crop = CropTool(document, self)
        self._tools = {"look": LookTool(document, self), "people": self.people, "crop": self.crop}
        self.bar = DeskBar(program.icons)
        self.view = PictureView(document, program.pictures, self._tools["look"])
        self.names = NamePopup(document, self.view)
        self.crop_controls = CropControls(self.crop, document, program.pictures)
        self.look = Words(is_quiet=False)
        """What is to be looked at in the picture, a line each."""
        self.look.setAccessibleName(self.tr("To look at"))
        self.hint = Words()
        self._build()
        self._connect()
        self.use_tool("look")
        set_reading_order(self)

    @property
    def photo_id(self) -> str:
        """Id of the photo that is shown, or ""."""
        return self._photo_id

    def show_photo(self, photo_id: str) -> None:
        """Show a photo of the release; the cursor stays in the same field."""
        if photo_id == self._photo_id:
            return
        focused = QApplication.focusWidget()
        place = self.form.place_of(focused)
        self.names.close_up()
        self._photo_id = photo_id
        self._document.seal()
        self._refresh()
        if place:
            self.form.begin(place)

    def use_tool(self, name: str) -> None:
        """Take up a tool on the picture: ``look``, ``people`` or ``crop``."""
        self.names.close_up()
        self.view.use(self._tools[name])
        self.bar.show_tool(name)
        self.crop_controls.setVisible(name == "crop")
        self.hint.say(self._hint(name))

    def begin(self) -> None:
        """Put the cursor where work begins: into the caption."""
        self.form.begin()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def event(self, event: QEvent) -> bool:
        # Else the window's own F6 would go on to its next pane.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._work_of(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        work = self._work_of(event)
        if work is None:
            super().keyPressEvent(event)
        else:
            work()

    def _work_of(self, event: QKeyEvent) -> Work | None:
        """Find what a key does; None where it is none of the desk's."""
        pressed = QKeySequence(event.keyCombination())
        work = {
            _NEXT: self.next_wanted.emit,
            _PREVIOUS: self.previous_wanted.emit,
            QKeySequence("Esc"): self.sheet_wanted.emit,
            QKeySequence("F6"): self._change_side,
            QKeySequence("Shift+F6"): self._change_side,
        }.get(pressed)
        if work is None:
            work = self._work_in_caption(pressed)
        if work is None and self.view.hasFocus():
            name = {"L": "look", "P": "people", "C": "crop"}.get(pressed.toString())
            if name:
                return lambda: self.use_tool(name)
        if work is None and not self._has_undo():
            if event.matches(QKeySequence.StandardKey.Undo):
                return self._document.undo
            if event.matches(QKeySequence.StandardKey.Redo):
                return self._document.redo
        return work

    def _work_in_caption(self, pressed: QKeySequence) -> Work | None:
        captions = self.form.captions
        typed = captions.current(QApplication.focusWidget())
        if typed is None:
            return None
        return {
            QKeySequence("F4"): lambda: captions.offer_patterns(typed.item),
            QKeySequence("F8"): lambda: captions.go_to_open_place(typed),
        }.get(pressed)

    def _has_undo(self) -> bool:
        """Tell whether the window has commands for undo, with keys of their own."""
        return self.window().findChild(QAction, "edit.undo") is not None

    def _change_side(self) -> None:
        """Go from the picture to the form, or back."""
        focused = QApplication.focusWidget()
        if focused is not None and self.form.isAncestorOf(focused):
            self._place = self.form.place_of(focused)
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.form.begin(self._place)

    def _use(self) -> PhotoUse | None:
        uses = photo_uses(self._document.release)
        return next((use for use in uses if use.photo.id == self._photo_id), None)

    def _hear(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        use = self._use()
        self.form.setEnabled(use is not None)
        self.view.show_photo(use.photo if use else None)
        if use is None or self.names.mark not in [mark.id for mark in use.photo.marks]:
            self.names.close_up()
        if use is None:
            if self._photo_id and self.isVisible():
                self.sheet_wanted.emit()
            return
        self.facts.ask(use.photo, self._document.assets)
        self.bar.say(use.photo.name)
        fault = self._pictures.fault(use.photo, self._document.assets)
        self.form.show_use(use, self.facts.facts(use.photo), fault)
        self.look.say("\n".join(self._sentences(use.photo)))

    def _sentences(self, photo: Photo) -> list[str]:
        """Say what is to be looked at in a photo, as far as it is measured by now."""
        release = self._document.release
        self._qualities.ask((photo,), self._document.assets)
        quality = self._qualities.quality(photo)
        like = self._qualities.like(photo, release.photos)
        today = dt.datetime.now().astimezone().date()
        one = next(each for each in sheet_photos(release, today) if each.photo.id == photo.id)
        flags = all_flags(one, quality, is_like=like is not None)
        return sentences(one, quality, flags, like.name if like else "")

    def _show_ready(self, media: str) -> None:
        use = self._use() if self.isVisible() else None
        if use is not None and use.photo.media == media:
            self._refresh()

    def _go(self, caret: Caret) -> None:
        if not caret.field.startswith("photoDesk.") or not self.window().isVisible():
            return
        if not self.isVisible():
            self.wanted.emit()  # first: only what is seen can have the focus
        photo_id = next(
            (one.photo for one in self._document.release.figures if one.id == caret.block),
            caret.block,
        )
        self.show_photo(photo_id)
        if caret.field == FIELD:
            self.view.setFocus()
        else:
            self.form.go_to(caret)

    def _name_mark(self, mark_id: str) -> None:
        stage = self.view.stage()
        mark = next((one for one in self.people.order() if one.id == mark_id), None)
        if stage is not None and mark is not None:
            self.names.open(mark, self.people.rect(mark_id, stage), self.people.order())

    def _hint(self, name: str) -> str:
        """Tell the keys and clicks of a tool."""
        moves = (
            self.tr("arrows move"),
            self.tr("with Shift finely"),
            self.tr("with Ctrl the size"),
        )
        parts = {
            "look": (
                self.tr("P marks people"),
                self.tr("C crops"),
                self.tr("+ and − zoom"),
                self.tr("F6 goes to the fields and back"),
            ),
            "people": (
                self.tr("click a face or drag a box"),
                self.tr("Insert adds one"),
                self.tr("N goes to the next"),
                self.tr("Enter names"),
                *moves,
                self.tr("Delete removes"),
            ),
            "crop": (
                self.tr("drag the frame or a handle"),
                self.tr("a click sets the focal point (F)"),
                *moves,
                self.tr("Page Up and Down turn"),
            ),
        }[name]
        words = " · ".join(parts)
        return words[:1].upper() + words[1:]

    def _connect(self) -> None:
        self._document.release_changed.connect(self._hear)
        self._document.mended.connect(self.facts.forget)
        self._document.caret_wanted.connect(self._go)
        self.facts.ready.connect(self._show_ready)
        self._pictures.ready.connect(self._show_ready)
        self._qualities.ready.connect(self._show_ready)
        self.form.rebuilt.connect(lambda: set_reading_order(self))
        self.bar.tool_wanted.connect(self.use_tool)
        self.bar.sheet_wanted.connect(self.sheet_wanted)
        self.bar.next_wanted.connect(self.next_wanted)
        self.bar.previous_wanted.connect(self.previous_wanted)
        self.people.naming_wanted.connect(self._name_mark)
        self.names.chosen.connect(self.people.name)
        self.names.closed.connect(self.view.setFocus)

    def _build(self) -> None:
        self._place = ""
        self._column = Column(self.tr("What is said of the photo"))
        self._column.add(self.form)
        below = QWidget()
        lines = QVBoxLayout(below)
        lines.setContentsMargins(14, 8, 14, 10)
        lines.setSpacing(8)
        lines.addWidget(self.crop_controls)
        lines.addWidget(self.look)
        lines.addWidget(self.hint)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        column.addWidget(below)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(self._column)
        split.setStretchFactor(0, 1)
        split.setSizes([860, 420])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
