"""What tests of the body editor begin with: a sheet that shows a body and keeps what it tells."""

from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest

from pressdesk.model.assets import Assets
from pressdesk.model.body import (
    Block,
    Body,
    Cell,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Table,
    plain,
)
from pressdesk.model.release import Release
from pressdesk.model.writing import text_of
from pressdesk.ui.document import Caret
from pressdesk.ui.editor.body_editor import BodyEditor
from pressdesk.ui.editor.codec import blocks_of, read_all
from pressdesk.ui.editor.look import role_of
from tests.builders import a_person, a_photo, a_release

Key = Qt.Key


class Told(NamedTuple):
    body: Body
    label: str
    merge: str
    before: Caret
    after: Caret


class Sheet:
    """A body editor under test."""

    def __init__(self, *blocks: Block, **fields: Any) -> None:
        given: dict[str, Any] = {
            "body": blocks,
            "people": (a_person(), a_person("p2", family="Ode", given="Ben")),
            "photos": (a_photo(), a_photo("f2", media="1" * 64, width=300, height=600)),
        }
        self.release: Release = a_release(**{**given, **fields})
        self.told: list[Told] = []
        self.editor = BodyEditor()
        self.editor.resize(900, 700)
        self.editor.edited.connect(lambda *parts: self.told.append(Told(*parts)))
        self.editor.show_release(self.release, Assets())

    @property
    def body(self) -> Body:
        """What it holds, which must be what stands in Qt's document."""
        assert read_all(self.editor.document(), self.editor.body) == self.editor.body
        return self.editor.body

    def check_looks(self) -> None:
        """Each block has its room, and all letters the looks of their block and marks."""
        editor, body = self.editor, self.editor.laid_out
        for number, (block, qt) in enumerate(zip(body, blocks_of(editor.document()), strict=False)):
            wanted = editor.geometry_.block_format(body, number)
            assert qt.blockFormat() == wanted, number
            role = role_of(block)
            assert qt.length() == 1 or not isinstance(block, Table)
            fragments = qt.begin()
            spans = iter(text_of(block))
            while not fragments.atEnd():
                form = fragments.fragment().charFormat()
                assert form == editor.look.span_format(role, next(spans)), number
                fragments += 1
            if not text_of(block):
                assert qt.charFormat() == editor.look.format(role), number

    @property
    def texts(self) -> list[str]:
        return [plain(text_of(block)) for block in self.body]

    @property
    def kinds(self) -> list[str]:
        return [type(block).__name__ for block in self.body]

    @property
    def place(self) -> tuple[int, int]:
        """Block and offset of the cursor."""
        block, offset = self.editor.selected_points()[1]
        return block, offset

    def at(self, block: int, offset: int, to: tuple[int, int] | None = None) -> "Sheet":
        """Put the cursor at a place, or select from there to another."""
        from pressdesk.model.writing import Point

        start = self.editor.position(Point(block, offset))
        end = start if to is None else self.editor.position(Point(*to))
        self.editor.select(start, end)
        return self

    def press(self, *keys: Key, shift: bool = False, control: bool = False, alt: bool = False):
        """Press keys, one after the other."""
        modifiers = Qt.KeyboardModifier.NoModifier
        for held, modifier in (
            (shift, Qt.KeyboardModifier.ShiftModifier),
            (control, Qt.KeyboardModifier.ControlModifier),
            (alt, Qt.KeyboardModifier.AltModifier),
        ):
            if held:
                modifiers |= modifier
        for key in keys:
            QTest.keyClick(self.editor, key, modifiers)
        return self

    def type(self, text: str) -> "Sheet":
        for char in text:
            QTest.keyClicks(self.editor, char) if char.isascii() else self.commit(char)
        return self

    def compose(self, text: str) -> "Sheet":
        """Let an input method show letters that are not yet written."""
        QCoreApplication.sendEvent(self.editor, QInputMethodEvent(text, []))
        return self

    def commit(self, text: str) -> "Sheet":
        """Let an input method write."""
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QCoreApplication.sendEvent(self.editor, event)
        return self

    def undo(self) -> "Sheet":
        """Show the release as it was, as the document's undo does."""
        self.editor.show_release(self.release, Assets())
        return self

    @property
    def caret_width(self) -> int:
        return self.editor.cursorWidth()

    def cursor(self) -> QTextCursor:
        return self.editor.textCursor()


def para(text: str = "One two", name: str = "b1", **marks: Any) -> Paragraph:
    return Paragraph(name, (Span(text, **marks),) if text else ())


def heading(text: str = "Head", name: str = "h1", level: int = 2) -> Heading:
    return Heading(name, (Span(text),), level=level)


def item(text: str = "Item", name: str = "i1", **fields: Any) -> ListItem:
    return ListItem(name, (Span(text),) if text else (), **fields)


def quote(text: str = "Said", name: str = "q1", speaker: str = "p1") -> Quote:
    return Quote(name, (Span(text),) if text else (), speaker=speaker)


def figure(caption: str = "The bridge", name: str = "g1", photo: str = "f1") -> Figure:
    return Figure(name, photo, (Span(caption),) if caption else ())


def table(name: str = "t1", rows: int = 2, columns: int = 2) -> Table:
    cells = tuple(
        tuple(Cell((Span(f"r{row}c{column}"),)) for column in range(columns)) for row in range(rows)
    )
    return Table(name, cells, align=("",) * columns)  # pyright: ignore[reportArgumentType]
