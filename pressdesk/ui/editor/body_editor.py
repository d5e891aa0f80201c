"""The body editor: composes the body of a release as on paper."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from pressdesk.model import spans
from pressdesk.model.assets import Assets
from pressdesk.model.body import Body, Figure, plain
from pressdesk.model.release import Release
from pressdesk.model.spans import Mark
from pressdesk.model.writing import Point, delete, insert_spans, text_of
from pressdesk.ui.colours import Colours
from pressdesk.ui.editor.codec import writable
from pressdesk.ui.editor.description import description
from pressdesk.ui.editor.facts import Facts
from pressdesk.ui.editor.geometry import Geometry
from pressdesk.ui.editor.keys import Keys
from pressdesk.ui.editor.look import Look
from pressdesk.ui.editor.mouse import Mouse
from pressdesk.ui.editor.painting import Painting
from pressdesk.ui.editor.parked import Parked
from pressdesk.ui.editor.renewal import Renewal
from pressdesk.ui.editor.surface import Step
from pressdesk.ui.editor.table_editing import TableEditing
from pressdesk.ui.editor.transfer import Transfer
from pressdesk.ui.fields import is_undo_key
from pressdesk.ui.pictures import Pictures

Smart = Callable[[str, str, str], tuple[int, str] | None]

_MODIFIER_KEYS = (
    *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta),
    *(Qt.Key.Key_CapsLock, Qt.Key.Key_unknown),
)


class BodyEditor(Transfer):
    """Composes the body of a release as on paper."""

    photo_wanted = Signal(str)
    """A picture was clicked twice: the id of its photo."""
    zoom_wanted = Signal(int)
    """The wheel was turned with Ctrl held: 1 is larger, -1 smaller."""

    def __init__(self, pictures: Pictures | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures = pictures
        self.smart: Smart | None = None
        """Typography: text before, what was typed, language → how many characters of the text
        before to replace together with what was typed, and by what."""
        self._keys = Keys(self)
        self.painting = Painting(self, pictures)
        if pictures is not None:
            pictures.ready.connect(self._show_picture)
        self._mouse = Mouse(self, self.painting)
        self._grids = TableEditing(self, self.painting)
        self._parked = Parked(self)
        self._renewal = Renewal(self)
        self.state_changed.connect(self._describe)
        layout = self.document().documentLayout()
        layout.documentSizeChanged.connect(self._place_widgets)

    # --- showing ---

    def show_release(self, release: Release, assets: Assets) -> None:
        """Show a release: only what differs is touched, cursor and scroll stay; nothing is told."""
        self._show_facts(release, assets)
        if release.body is self._body:
            return
        self.drop_preedit()
        known = set(map(id, self._body))
        body = tuple(block if id(block) in known else writable(block) for block in release.body)
        self.write(body)
        self._typing.end()
        self._note_state()

    def set_credit_wording(self, wording: str) -> None:
        """Set how a credit prints: ``Photo: {credit}``."""
        facts = self.facts
        self._set_facts(Facts(facts.release, facts.assets, wording))

    def _show_facts(self, release: Release, assets: Assets) -> None:
        facts, old = self.facts, self.facts.release
        if (
            old is not None
            and old.photos is release.photos
            and old.people is release.people
            and (old.place, old.language) == (release.place, release.language)
        ):
            facts.release, facts.assets = release, assets
            return
        self._set_facts(Facts(release, assets, facts.wording))

    def _set_facts(self, facts: Facts) -> None:
        self.facts = self.geometry_.facts = facts
        self.arrange_all()

    def open_table(self, index: int) -> None:
        """Edit a table in its grid."""
        self._grids.open(index)

    def insert_table(self, rows: int, columns: int) -> None:
        """Insert an empty table behind the block of the cursor, and open its grid."""
        super().insert_table(rows, columns)
        self._grids.open(self.index())

    def write(self, new: Body) -> None:
        super().write(new)
        self._grids.refresh()

    def flush(self) -> None:
        super().flush()
        self._grids.flush()

    def toggle(self, mark: Mark) -> None:
        """Set a mark on what is selected, here or in the grid of a table, or take it away."""
        if self._grids.grid is not None:
            self._grids.grid.toggle(mark)
        else:
            super().toggle(mark)

    def marks(self) -> set[Mark]:
        """Name the marks of what is selected, here or in the grid of a table."""
        return self._grids.grid.marks() if self._grids.grid is not None else super().marks()

    # --- look ---

    def set_head(self, widget: QWidget | None) -> None:
        """Park a widget above the text."""
        self._parked.set_head(widget)

    def set_foot(self, widget: QWidget | None) -> None:
        """Park a widget below the text."""
        self._parked.set_foot(widget)

    def set_measure(self, characters: int) -> None:
        """Set the width of the column, in characters of the serif."""
        self._set_look(self.look.changed(measure=characters))

    def set_fonts(self, serif: QFont, sans: QFont) -> None:
        """Set the fonts of the text and of what is painted around it."""
        self._set_look(self.look.changed(serif=serif, sans=sans))

    def set_zoom(self, factor: float) -> None:
        """Show all text so many times as large."""
        self._set_look(self.look.changed(zoom=factor))

    def set_colours(self, colours: Colours) -> None:
        """Set the colours."""
        self._set_look(self.look.changed(colours=colours))

    def _set_look(self, look: Look) -> None:
        self.look = look
        self.tables.set_look(look)
        width = self.geometry_.width
        self.geometry_ = Geometry(look, self.facts, self.tables.height)
        self.geometry_.set_width(width)
        self.apply_look()
        self.rewrite_formats()
        self.arrange_all()
        self._parked.fit()

    # --- Qt ---

    def paintEvent(self, event: QPaintEvent) -> None:
        area = event.rect()
        with QPainter(self.viewport()) as painter:
            self.painting.paint_page(painter, area)
            blocks = list(self.painting.shown(area.top(), area.bottom()))
            self.painting.paint_under(painter, blocks, area)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            self.painting.paint_over(painter, blocks)

    def _describe(self) -> None:
        """Say to a screen reader what is painted around the caption that the cursor is in."""
        block = self.current_block()
        said = description(block, self.facts) if block else ""
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)

    def _show_picture(self, media: str) -> None:
        if any(photo.media == media for photo in self.facts.photos.values()):
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _MODIFIER_KEYS:
            self.flush()
        with self.step(self.tr("Typing")) as step:
            if not self._keys.handle(event) and self._keys.prepare_typing(event):
                super().keyPressEvent(event)
        self._set_smartly(step)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        with self.step(self.tr("Typing")) as step:
            is_writing = event.commitString() or event.preeditString() != self._preedit()
            if is_writing and not self._keys.make_room():
                event.accept()
                return
            super().inputMethodEvent(event)
        if event.commitString():
            self._set_smartly(step)

    def _set_smartly(self, step: Step) -> None:
        """Let typography replace what was just typed, as a step that can be undone alone."""
        if self.smart is None or step.typed is None or not step.typed.added:
            return
        block, typed = self.current_block(), step.typed.added
        at = self.selected_points()[1]
        text = plain(text_of(block))[: at.offset] if block else ""
        if not block or not text.endswith(typed):
            return
        answer = self.smart(text.removesuffix(typed), typed, self.facts.language)
        if answer is None:
            return
        start = Point(at.block, at.offset - len(typed) - answer[0])
        span = replace(spans.span_at(text_of(block), at.offset), text=answer[1])
        bare = delete(self._body, start, at).body
        self.rewrite(self.tr("Typography"), insert_spans(bare, start, (span,)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_width()
        self._parked.fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_widgets()

    def _place_widgets(self) -> None:
        self._parked.place()
        self._grids.place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._mouse.press(event):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self._mouse.solid_at(event)
        block = self.body[index] if index is not None else None
        if isinstance(block, Figure):
            self.photo_wanted.emit(block.photo)
        elif index is not None:
            self._grids.open(index)
        else:
            super().mouseDoubleClickEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._grids.close()
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._mouse.move(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._mouse.release(event):
            super().mouseReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._mouse.drag_over(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._mouse.drag_over(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mouse.drag_left()

    def dropEvent(self, event: QDropEvent) -> None:
        self._mouse.drop(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return self._mouse.help(event)
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        if is_undo_key(event):
            event.ignore()
            return False
        return super().event(event)
