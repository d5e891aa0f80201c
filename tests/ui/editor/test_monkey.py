"""Random editing, the same each time: the document stays the body, pictures keep captions."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtWidgets import QApplication

from pressdesk.model.assets import Assets
from pressdesk.model.body import Body, Figure, Table, plain
from pressdesk.model.spans import MARKS
from tests.ui.editor.sheets import Key, Sheet, figure, heading, item, para, quote, table

MakeSheet = Callable[..., Sheet]

_WORDS = ("river", "Ode", "中文", "a😀", "5\u00a0km", '"', " ", "-", "é", "x" * 40)
_KEYS = (
    *(Key.Key_Return, Key.Key_Backspace, Key.Key_Delete, Key.Key_Tab, Key.Key_Backtab),
    *(Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End),
)


class Monkey:
    """Does something, whatever it is."""

    def __init__(self, made: Sheet, seed: int) -> None:
        self.made = made
        self.chance = random.Random(seed)
        self.before: list[Body] = []
        self.kept: QMimeData | None = None

    def act(self) -> str:
        actions: list[Callable[[], object]] = [
            *[self.move] * 5,
            *[self.select] * 5,
            *[self.type] * 8,
            *[self.press] * 10,
            *[self.compose] * 3,
            *[self.format] * 5,
            *[self.paste] * 4,
            *[self.undo] * 2,
            *[self.insert] * 2,
            self.choose,
            self.resize,
            self.drag,
            self.edit_table,
        ]
        action = self.chance.choice(actions)
        action()
        return action.__name__

    def place(self) -> tuple[int, int]:
        body = self.made.editor.body
        if not body:
            return 0, 0
        number = self.chance.randrange(len(body))
        from pressdesk.model.writing import text_of

        return number, self.chance.randint(0, len(plain(text_of(body[number]))))

    def move(self) -> None:
        self.made.at(*self.place())

    def select(self) -> None:
        self.made.at(*self.place(), to=self.place())

    def type(self) -> None:
        self.made.type(self.chance.choice(_WORDS))

    def press(self) -> None:
        key = self.chance.choice(_KEYS)
        shift = self.chance.random() < 0.2
        control = self.chance.random() < 0.2 and key not in (Key.Key_Tab, Key.Key_Backtab)
        alt = self.chance.random() < 0.1 and key in (Key.Key_Up, Key.Key_Down)
        self.made.press(key, shift=shift, control=control, alt=alt)

    def compose(self) -> None:
        match self.chance.randrange(4):
            case 0:
                self.made.compose("zhong")
            case 1:
                self.made.compose("zh").commit("中")
            case 2:
                self.made.compose("")
            case _:
                self.made.editor.flush()

    def format(self) -> None:
        editor = self.made.editor
        match self.chance.randrange(6):
            case 0:
                editor.toggle(self.chance.choice(MARKS))
            case 1:
                kinds = ("paragraph", "heading", "bullet", "numbered", "quote")
                editor.set_kind(self.chance.choice(kinds), self.chance.randint(2, 4))
            case 2:
                editor.set_link("https://example.org/x")
            case 3:
                editor.remove_link()
            case 4:
                editor.set_speaker(self.chance.choice(("p1", "p2", "")))
            case _:
                editor.indent() if self.chance.random() < 0.7 else editor.outdent()

    def paste(self) -> None:
        editor = self.made.editor
        match self.chance.randrange(4):
            case 0:
                self.kept = editor.createMimeDataFromSelection()
            case 1 if self.kept is not None:
                editor.insertFromMimeData(self.kept)
            case 2:
                mime = QMimeData()
                mime.setText("One\nTwo\n\nThree")
                editor.insertFromMimeData(mime)
            case _:
                editor.insertFromMimeData(editor.createMimeDataFromSelection())

    def undo(self) -> None:
        if self.before:
            body = self.chance.choice(self.before[-20:])
            release = self.made.release.__class__(
                id=self.made.release.id,
                body=body,
                people=self.made.release.people,
                photos=self.made.release.photos,
            )
            self.made.editor.show_release(release, Assets())
            assert self.made.editor.body == body

    def insert(self) -> None:
        editor = self.made.editor
        match self.chance.randrange(3):
            case 0:
                editor.insert_figures([figure("New", "g1"), figure("", "g8", "f2")])
            case 1:
                editor.insert_blocks([heading(), table(), quote()], self.chance.random() < 0.5)
            case _:
                editor.insert_text("words\nof two lines")

    def choose(self) -> None:
        body = self.made.editor.body
        solid = [n for n, block in enumerate(body) if isinstance(block, Figure | Table)]
        if solid:
            self.made.editor.choose(self.chance.choice(solid))

    def resize(self) -> None:
        self.made.editor.resize(self.chance.randint(200, 1300), 700)
        QApplication.processEvents()

    def drag(self) -> None:
        editor = self.made.editor
        editor.flush()
        place = QPoint(self.chance.randint(0, 800), self.chance.randint(0, 700))
        editor._move_selection(place, editor.boundary_at(place))

    def edit_table(self) -> None:
        editor = self.made.editor
        tables = [n for n, block in enumerate(editor.body) if isinstance(block, Table)]
        if not tables:
            return
        editor.open_table(self.chance.choice(tables))
        grid = editor._grids.grid
        assert grid is not None
        grid.model().setData(grid.model().index(0, 0), self.chance.choice(_WORDS))
        grid._reshape(self.chance.choice((Key.Key_Down, Key.Key_Right, Key.Key_Backspace)), 0, 0)
        editor._grids.close()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_document_is_the_body_after_a_thousand_random_edits(sheet: MakeSheet, seed: int):
    made = sheet(
        *(para("One two", "b1"), figure(), heading(), item(), item("B", "i2", numbered=True)),
        *(quote(), quote("More", "q2"), table(), figure("", "g2", "f2"), para("", "b9")),
    )
    monkey = Monkey(made, seed)
    editor = made.editor
    for number in range(1_000):
        was, told = editor.body, len(made.told)
        done = monkey.act()
        where = f"seed {seed}, edit {number}: {done}"
        body = made.body  # which reads the document, and compares
        _check(body, where)
        made.check_looks()
        if body is not was and done != "undo":
            assert len(made.told) > told, where
            assert made.told[-1].body is body, where
        monkey.before.append(body)
        if len(body) > 60:
            monkey.undo()
            editor.show_release(made.release, Assets())
    assert len(made.told) > 300


def _check(body: Body, where: str) -> None:
    names = [block.id for block in body]
    assert len(set(names)) == len(names), where
    assert all(names), where
    for block in body:
        if isinstance(block, Figure):
            assert block.photo in ("f1", "f2"), where
        if isinstance(block, Table):
            assert all(len(row) == len(block.align) for row in block.rows), where
