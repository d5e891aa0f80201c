"""The people panel."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressdesk.model.body import Quote
from pressdesk.model.people import Person
from pressdesk.ui.document import Document
from pressdesk.ui.icons import Icons
from pressdesk.ui.panels.people import PeoplePanel
from tests.builders import a_person, a_photo, a_release
from tests.ui.panels.reach import shown

PEOPLE = (
    a_person("p1"),
    a_person("p2", family="WEN", given="Jiangyue", order="family-first", native="温江月"),
    a_person("p3", family="Reed", given="Jonah"),
)


@pytest.fixture
def document() -> Document:
    body = (Quote(id="q1", speaker="p1"),)
    photos = (a_photo(people=("p1",)),)
    return Document(a_release(people=PEOPLE, speakers=("p1", "p2"), body=body, photos=photos))


@pytest.fixture
def panel(qtbot: QtBot, document: Document, icons: Icons) -> PeoplePanel:
    panel = PeoplePanel(document, icons)
    qtbot.addWidget(panel)
    panel.resize(340, 800)
    panel.show()
    assert QTest.qWaitForWindowExposed(panel)
    panel.activateWindow()
    return panel


def _rows(panel: PeoplePanel) -> list[str]:
    model = panel.model
    return [str(model.data(model.index(row))) for row in range(model.rowCount())]


def _drop(panel: PeoplePanel, person_id: str, row: int) -> None:
    model = panel.model
    data = model.mimeData([model.index(model.row_of(person_id))])
    assert model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, QModelIndex())


def test_speakers_stand_first_and_in_order(panel: PeoplePanel):
    assert _rows(panel) == [
        "Speakers",
        "Mira Harlow, director, River Museum",
        "WEN Jiangyue, 温江月, director, River Museum",
        "Also named",
        "Jonah Reed, director, River Museum",
    ]


def test_a_release_without_people_offers_to_add_one(qtbot: QtBot, icons: Icons):
    document = Document(a_release())
    panel = PeoplePanel(document, icons)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.empty.isVisible()
    assert not panel.list.isVisible()
    qtbot.mouseClick(panel.empty.button, Qt.MouseButton.LeftButton)
    assert len(document.release.speaking) == 1
    assert panel.list.isVisible()
    document.undo()
    assert panel.empty.isVisible()


@pytest.mark.parametrize("name", ["given", "family", "native", "title", "organization", "role"])
def test_each_field_edits_the_person_and_undo_brings_it_back(
    panel: PeoplePanel, document: Document, name: str
):
    panel.list.choose("p2")
    field = panel.form.typed[name].field
    before = document.release
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Xy z ")
    assert getattr(document.release.person("p2"), name) == "Xy z "
    assert document.release.person("p1") is before.person("p1")
    while document.undo_label:
        document.undo()
    assert document.release == before
    assert shown(field) == getattr(before.person("p2"), name)
    document.redo()
    assert shown(field).startswith("Xy")


def test_a_word_is_one_step_of_undo(panel: PeoplePanel, document: Document):
    panel.list.choose("p1")
    field = panel.form.typed["title"].field
    field.clear()
    QTest.keyClicks(field, "vice dean")
    document.undo()
    assert document.release.person("p1").title == "vice "
    assert shown(field) == "vice "


def test_the_same_field_of_another_person_is_another_step(panel: PeoplePanel, document: Document):
    for person_id in ("p1", "p2"):
        panel.list.choose(person_id)
        QTest.keyClicks(panel.form.typed["role"].field, "x")
    document.undo()
    assert [one.role for one in document.release.people] == ["x", "", ""]


def test_undo_shows_the_person_and_the_field_it_is_about(
    qtbot: QtBot, panel: PeoplePanel, document: Document
):
    panel.list.choose("p3")
    QTest.keyClicks(panel.form.typed["title"].field, "x")
    panel.list.choose("p1")
    with qtbot.waitSignal(panel.wanted):
        document.undo()
    assert panel.list.current_id == "p3"
    assert panel.form.typed["title"].field.hasFocus()


def test_the_order_of_a_name_is_chosen_by_how_it_prints(panel: PeoplePanel, document: Document):
    panel.list.choose("p3")
    first, second = panel.form.orders.values()
    assert (first.text(), second.text()) == ("Jonah Reed", "Reed Jonah")
    assert first.isChecked()
    second.click()
    assert document.release.person("p3").order == "family-first"
    document.undo()
    assert first.isChecked()


def test_keys_move_a_person_and_into_the_other_part(panel: PeoplePanel, document: Document):
    panel.list.choose("p1")
    panel.list.setFocus()
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(panel.list, Qt.Key.Key_Down, alt)
    assert document.release.speakers == ("p2", "p1")
    QTest.keyClick(panel.list, Qt.Key.Key_Down, alt)
    assert document.release.speakers == ("p2",)
    assert [one.id for one in document.release.others] == ["p1", "p3"]
    QTest.keyClick(panel.list, Qt.Key.Key_Down, alt)
    QTest.keyClick(panel.list, Qt.Key.Key_Down, alt)
    assert [one.id for one in document.release.others] == ["p3", "p1"]
    for _ in range(9):
        QTest.keyClick(panel.list, Qt.Key.Key_Up, alt)
    assert document.release.speakers == ("p1", "p2")
    assert panel.list.current_id == "p1"


@pytest.mark.parametrize(
    ("person_id", "row", "order"),
    [
        ("p2", 1, "p2 p1 | p3"),
        ("p1", 3, "p2 p1 | p3"),
        ("p1", 4, "p2 | p1 p3"),
        ("p1", 5, "p2 | p3 p1"),
        ("p3", 1, "p3 p1 p2 | "),
        ("p3", 0, "p3 p1 p2 | "),
        ("p2", -1, "p1 | p3 p2"),
    ],
)
def test_a_person_is_dropped_between_others(
    panel: PeoplePanel, document: Document, person_id: str, row: int, order: str
):
    before = document.release
    _drop(panel, person_id, row)
    others = (one.id for one in document.release.others)
    assert f"{' '.join(document.release.speakers)} | {' '.join(others)}" == order
    document.undo()
    assert document.release == before


def test_a_person_dropped_on_a_heading_is_first_below_it(panel: PeoplePanel, document: Document):
    model = panel.model
    data = model.mimeData([model.index(1)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, model.index(3))
    assert [one.id for one in document.release.others] == ["p1", "p3"]


def test_a_person_dropped_where_it_was_makes_no_step(panel: PeoplePanel, document: Document):
    _drop(panel, "p1", 1)
    assert not document.undo_label


def test_a_drop_of_something_else_is_refused(panel: PeoplePanel):
    data = panel.model.mimeData([])
    assert not panel.model.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, QModelIndex())


def test_the_button_moves_a_person_to_the_other_part(panel: PeoplePanel, document: Document):
    panel.list.choose("p3")
    panel.form.part.click()
    assert document.release.speakers == ("p1", "p2", "p3")
    panel.form.part.click()
    assert document.release.speakers == ("p1", "p2")


def test_an_added_person_waits_for_the_family_name(panel: PeoplePanel, document: Document):
    panel.add_person()
    QTest.keyClicks(panel.form.typed["family"].field, "Quill")
    assert panel.form.typed["family"].field.hasFocus()
    assert document.release.people[-1].family == "Quill"
    assert document.release.speakers == ("p1", "p2")
    panel.add_person(speaks=True)
    assert document.release.speakers[:2] == ("p1", "p2")
    assert len(document.release.speakers) == 3


def test_a_removed_person_leaves_quotes_and_photos(panel: PeoplePanel, document: Document):
    before = document.release
    panel.list.choose("p1")
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Delete)
    assert [one.id for one in document.release.people] == ["p2", "p3"]
    assert document.release.photos[0].people == ()
    assert panel.list.current_id == "p2"
    document.undo()
    assert document.release == before
    assert panel.list.current_id == "p1"


def test_how_a_name_prints_and_where_it_is_used_is_told(panel: PeoplePanel):
    panel.list.choose("p1")
    told = panel.form.printed.text()
    assert told == "Prints first as “Mira Harlow, director of River Museum”, later as “Harlow”."
    assert panel.form.used.text() == "In 1 quote and 1 photo."
    panel.list.choose("p3")
    assert panel.form.used.text() == "In no quote and no photo yet."


def test_a_quote_written_on_the_page_is_counted(
    qtbot: QtBot, panel: PeoplePanel, document: Document
):
    from msgspec.structs import replace

    panel.list.choose("p3")
    body = (*document.release.body, Quote(id="q2", speaker="p3"))
    document.apply(replace(document.release, body=body), "Quote")
    qtbot.waitUntil(lambda: panel.form.used.text() == "In 1 quote.")


def test_a_row_is_told_to_a_screen_reader_with_its_place(panel: PeoplePanel):
    role = Qt.ItemDataRole.AccessibleTextRole
    told = panel.model.data(panel.model.index(2), role)
    assert told == "Speaker 2: WEN Jiangyue, 温江月, director, River Museum"


def test_a_row_grows_with_its_words(panel: PeoplePanel, document: Document):
    from pressdesk.model import edits

    short = panel.list.sizeHintForRow(1)
    person = Person(id="p1", family="Harlow", title="director of the department " * 6)
    document.apply(edits.replace_person(document.release, person), "Title")
    assert panel.list.sizeHintForRow(1) > 1.5 * short
