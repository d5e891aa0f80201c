"""The details panel, its embargo apart."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pressdesk.export.wording import dateline
from pressdesk.model.people import Contact
from pressdesk.model.release import Boilerplate, Event, Release
from pressdesk.ui.document import Document
from pressdesk.ui.fields import TextField
from pressdesk.ui.icons import Icons
from pressdesk.ui.panels.details import DetailsPanel
from pressdesk.ui.panels.typed import Typed
from tests.builders import a_release
from tests.ui.panels.reach import shown

NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)
CONTACTS = (
    Contact(id="c1", name="Tobias Quill", email="press@example.org", phone="+44 1632 960101"),
    Contact(id="c2", name="Mina Ferrow", role="pictures"),
)
TEXTS = (
    Boilerplate(id="t1", text="The museum.\n\nIts boats.", heading="About", version="3"),
    Boilerplate(id="t2", text="The town."),
)


@pytest.fixture
def document() -> Document:
    event = Event(name="Opening", start=dt.date(2026, 4, 12))
    return Document(
        a_release(
            issuer="River Museum",
            keywords=("boats", "glass hall"),
            event=event,
            contacts=CONTACTS,
            boilerplates=TEXTS,
        )
    )


@pytest.fixture
def panel(qtbot: QtBot, document: Document, icons: Icons) -> DetailsPanel:
    panel = DetailsPanel(
        document,
        icons,
        dateline=lambda release: dateline(release.place, release.date, "ap"),
        now=lambda: NOW,
        here="Asia/Shanghai",
    )
    qtbot.addWidget(panel)
    panel.resize(340, 900)
    panel.show()
    assert QTest.qWaitForWindowExposed(panel)
    panel.activateWindow()
    return panel


def _type(typed: Typed, text: str) -> None:
    typed.field.setFocus()
    typed.field.selectAll()
    QTest.keyClicks(typed.field, text)


def _undo_all(document: Document) -> None:
    while document.undo_label:
        document.undo()


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("head", "issuer"),
        ("head", "category"),
        ("head", "place"),
        ("web", "slug"),
        ("rights", "note"),
        ("rights", "rights"),
    ],
)
def test_each_text_edits_the_release_and_undo_brings_it_back(
    panel: DetailsPanel, document: Document, part: str, name: str
):
    typed = getattr(panel, part).typed[name]
    before, text = document.release, shown(typed.field)
    _type(typed, "New words ")
    assert getattr(document.release, name) == "New words "
    _undo_all(document)
    assert document.release == before
    assert shown(typed.field) == text


def test_the_dateline_is_shown_as_it_will_print(panel: DetailsPanel):
    assert panel.line.text() == "LAKEFORD, Norland, March 5, 2026 —"
    _type(panel.head.typed["place"], "Wuhan")
    assert panel.line.text() == "WUHAN, March 5, 2026 —"


def test_the_date_can_be_set_and_emptied(panel: DetailsPanel, document: Document):
    panel.date.setFocus()
    panel.date.selectAll()
    QTest.keyClicks(panel.date, "21 Nov 2023")
    QTest.keyClick(panel.date, Qt.Key.Key_Return)
    assert document.release.date == dt.date(2023, 11, 21)
    panel.date.clear()
    QTest.keyClick(panel.date, Qt.Key.Key_Return)
    assert document.release.date is None
    assert panel.line.text() == "LAKEFORD, Norland —"
    document.undo()
    assert panel.date.text() == "21 Nov 2023"


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("Deutsch (de)", "de"),
        ("german", "de"),
        ("en-gb", "en-GB"),
        ("de-AT", "de-AT"),
        ("简体中文 (zh-Hans)", "zh-Hans"),
    ],
)
def test_a_language_is_chosen_by_name_or_tag(
    panel: DetailsPanel, document: Document, typed: str, tag: str
):
    _choose(panel, typed)
    assert document.release.language == tag
    document.undo()
    assert panel.language.currentText() == "English (en)"


def test_what_is_no_language_is_said_and_changes_nothing(panel: DetailsPanel, document: Document):
    _choose(panel, "Klingonese!")
    assert not document.undo_label
    assert panel.language.currentText() == "English (en)"
    assert "Klingonese!" in panel.language_box.note.text()


def _choose(panel: DetailsPanel, words: str) -> None:
    panel.language.setFocus()
    panel.language.setEditText(words)
    QTest.keyClick(panel.language, Qt.Key.Key_Return)


def test_a_slug_is_proposed_from_the_headline(panel: DetailsPanel, document: Document):
    panel.propose.click()
    assert document.release.slug == "river-museum-opens-its-new-wing"
    panel.propose.click()
    document.undo()
    assert document.release.slug == ""
    assert shown(panel.web.typed["slug"].field) == ""


def test_a_slug_that_is_none_is_told(panel: DetailsPanel):
    _type(panel.web.typed["slug"], "New Wing!")
    assert panel.web.boxes["slug"].note.text() == "File names will have it as “new-wing”."
    _type(panel.web.typed["slug"], "new-wing")
    assert panel.web.boxes["slug"].note.text() == ""


def test_keywords_stand_between_commas(panel: DetailsPanel, document: Document):
    typed = panel.web.typed["keywords"]
    assert shown(typed.field) == "boats, glass hall"
    _type(typed, "one, two words,one,")
    assert isinstance(typed.field, TextField)
    typed.field.insertPlainText("，三、四, ")
    assert document.release.keywords == ("one", "two words", "三", "四")
    assert shown(typed.field).endswith(", ")  # what is being typed stays as it is
    _undo_all(document)
    assert document.release.keywords == ("boats", "glass hall")
    assert shown(typed.field) == "boats, glass hall"


def test_an_event_with_nothing_in_it_is_none(panel: DetailsPanel, document: Document):
    fields = {typed.field.objectName(): typed for typed in panel.event_fields.typed}
    name = fields["event.name"].field
    name.selectAll()
    QTest.keyClick(name, Qt.Key.Key_Delete)
    assert document.release.event == Event(name="", start=dt.date(2026, 4, 12))
    panel.event_fields.start.clear()
    panel.event_fields.start.editingFinished.emit()
    assert document.release.event is None
    _type(fields["event.url"], "museum.org")
    assert document.release.event == Event(name="", url="museum.org")
    assert "https://" in panel.event_fields.page.note.text()
    _undo_all(document)
    assert shown(name) == "Opening"


def test_the_days_of_an_event_in_the_wrong_order_are_told(panel: DetailsPanel, document: Document):
    panel.event_fields.end.setText("2026-04-01")
    panel.event_fields.end.editingFinished.emit()
    event = document.release.event
    assert event
    assert event.end == dt.date(2026, 4, 1)
    assert panel.event_fields.days.note.text()


@pytest.mark.parametrize("name", ["name", "role", "organization", "email", "phone"])
def test_each_field_of_a_contact_edits_it(panel: DetailsPanel, document: Document, name: str):
    panel.contacts.cards["c1"].section.open()
    typed = panel.contacts.typed["c1"][name]
    before = document.release
    _type(typed, "New ")
    assert getattr(document.release.contacts[0], name) == "New "
    assert document.release.contacts[1] is before.contacts[1]
    _undo_all(document)
    assert document.release == before
    assert shown(typed.field) == getattr(CONTACTS[0], name)


def test_contacts_are_added_moved_and_removed(panel: DetailsPanel, document: Document):
    before = document.release
    contacts = panel.contacts
    contacts.add_button.click()
    added = document.release.contacts[2]
    assert added.organization == "River Museum"
    assert contacts.cards[added.id].section.is_open
    assert contacts.typed[added.id]["name"].field.hasFocus()
    contacts.cards[added.id].move_wanted.emit(-1)
    assert [one.id for one in document.release.contacts] == ["c1", added.id, "c2"]
    assert list(contacts.cards) == ["c1", added.id, "c2"]
    contacts.cards["c1"].removal_wanted.emit()
    assert [one.id for one in document.release.contacts] == [added.id, "c2"]
    _undo_all(document)
    assert document.release == before
    assert list(contacts.cards) == ["c1", "c2"]


def test_the_title_of_a_card_follows_its_fields(panel: DetailsPanel):
    assert panel.contacts.cards["c2"].section.head.text() == "Mina Ferrow, pictures"
    _type(panel.contacts.typed["c2"]["name"], "Ada")
    assert panel.contacts.cards["c2"].section.head.text() == "Ada, pictures"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("email", "press@example", "An e-mail address has the form name@house.org."),
        ("email", "press@example.org", ""),
        ("phone", "call us", "A number has the form +44 1632 960101."),
        ("phone", "01632 960101", "With the country code (+44 …) it can be called from abroad."),
    ],
)
def test_an_address_that_reaches_nobody_is_told(
    panel: DetailsPanel, name: str, text: str, told: str
):
    _type(panel.contacts.typed["c1"][name], text)
    assert panel.contacts.boxes["c1"][name].note.text() == told


@pytest.mark.parametrize("name", ["heading", "version", "text"])
def test_each_field_of_a_boilerplate_edits_it(panel: DetailsPanel, document: Document, name: str):
    typed = panel.boilerplates.typed["t1"][name]
    before = document.release
    _type(typed, "New")
    assert getattr(document.release.boilerplates[0], name) == "New"
    _undo_all(document)
    assert document.release == before
    assert shown(typed.field) == getattr(TEXTS[0], name)


def test_boilerplates_are_ordered(panel: DetailsPanel, document: Document):
    panel.boilerplates.cards["t1"].move_wanted.emit(1)
    assert [one.id for one in document.release.boilerplates] == ["t2", "t1"]
    document.undo()
    assert list(panel.boilerplates.cards) == ["t1", "t2"]


def test_undo_opens_the_section_it_goes_to(qtbot: QtBot, panel: DetailsPanel, document: Document):
    typed = panel.contacts.typed["c1"]["role"]
    panel.contacts.cards["c1"].section.open()
    _type(typed, "press officer")
    panel.contacts.cards["c1"].section.head.click()
    panel.sections["contacts"].head.click()
    assert not typed.field.isVisible()
    with qtbot.waitSignal(panel.wanted):
        document.undo()
    assert typed.field.isVisible()
    assert typed.field.hasFocus()


def test_sections_fold_and_open_by_key(panel: DetailsPanel):
    section = panel.sections["event"]
    section.head.setFocus()
    QTest.keyClick(section.head, Qt.Key.Key_Space)
    assert not section.is_open
    assert not panel.event_fields.isVisible()
    panel.show_section("event")
    assert panel.event_fields.isVisible()


def test_a_change_from_elsewhere_is_shown(panel: DetailsPanel, document: Document):
    release = Release(id=document.release.id, language="zh-Hans", slug="x", issuer="Y")
    document.apply(release, "Import")
    assert panel.language.currentText() == "简体中文 (zh-Hans)"
    assert shown(panel.web.typed["slug"].field) == "x"
    assert panel.contacts.cards == {}
    document.undo()
    assert list(panel.contacts.cards) == ["c1", "c2"]


def test_a_wheel_over_the_language_changes_nothing(panel: DetailsPanel, document: Document):
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    panel.language.setFocus()
    QApplication.sendEvent(panel.language, event)
    assert document.release.language == "en"
