"""The embargo, across time zones and days on which clocks are changed."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from pressdesk.model.release import Embargo
from pressdesk.ui.document import Document
from pressdesk.ui.icons import Icons
from pressdesk.ui.panels.embargo_field import EmbargoField
from tests.builders import a_release


class Watch:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = dt.datetime(2026, 3, 3, 20, 0, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        return self.time


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def document() -> Document:
    return Document(a_release())


@pytest.fixture
def field(qtbot: QtBot, document: Document, icons: Icons, watch: Watch) -> EmbargoField:
    field = EmbargoField(document, icons, now=watch, here="Asia/Shanghai")
    document.release_changed.connect(field.refresh)
    qtbot.addWidget(field)
    field.show()
    return field


def _embargo(document: Document) -> Embargo:
    embargo = document.release.embargo
    assert embargo is not None
    return embargo


def _set(line: QLineEdit, text: str) -> None:
    line.setText(text)
    line.editingFinished.emit()


def _set_zone(field: EmbargoField, words: str) -> None:
    field.zone.setFocus()
    field.zone.setEditText(words)
    QTest.keyClick(field.zone, Qt.Key.Key_Return)


def test_an_embargo_begins_at_nine_here_on_the_day_of_the_release(
    field: EmbargoField, document: Document
):
    field.switch.click()
    assert _embargo(document) == Embargo(
        instant=dt.datetime(2026, 3, 5, 1, 0, tzinfo=dt.UTC), zone="Asia/Shanghai"
    )
    document.undo()
    assert document.release.embargo is None
    assert not field.switch.isChecked()
    assert not field.day.isVisible()


def test_an_embargo_that_was_lifted_comes_back_as_it_was(field: EmbargoField, document: Document):
    field.switch.click()
    _set(field.hour, "7:15")
    was = _embargo(document)
    field.switch.click()
    assert document.release.embargo is None
    field.switch.click()
    assert _embargo(document) == was


def test_nine_o_clock_stays_nine_o_clock_in_another_zone(field: EmbargoField, document: Document):
    field.switch.click()
    _set_zone(field, "Europe/London")
    assert _embargo(document).instant == dt.datetime(2026, 3, 5, 9, tzinfo=dt.UTC)
    assert field.hour.text() == "09:00"
    _set_zone(field, "america/new york")
    assert _embargo(document).instant == dt.datetime(2026, 3, 5, 14, tzinfo=dt.UTC)
    assert _embargo(document).zone == "America/New_York"
    document.undo()
    assert field.zone.currentText() == "Europe/London"


def test_an_offset_is_a_zone(field: EmbargoField, document: Document):
    field.switch.click()
    _set_zone(field, "-03:30")
    assert _embargo(document).instant == dt.datetime(2026, 3, 5, 12, 30, tzinfo=dt.UTC)


def test_what_is_no_zone_is_said_and_changes_nothing(field: EmbargoField, document: Document):
    field.switch.click()
    _set_zone(field, "Nowhere")
    assert _embargo(document).zone == "Asia/Shanghai"
    assert "Nowhere" in field.zone_box.note.text()


def test_the_day_keeps_the_hour_when_clocks_change_between(field: EmbargoField, document: Document):
    field.switch.click()
    _set_zone(field, "Europe/London")
    _set(field.day, "2026-03-30")
    assert _embargo(document).instant == dt.datetime(2026, 3, 30, 8, tzinfo=dt.UTC)
    assert field.hour.text() == "09:00"


def test_an_hour_that_comes_twice_is_asked_about(field: EmbargoField, document: Document):
    field.switch.click()
    _set_zone(field, "Europe/London")
    assert not field.second.isVisible()
    _set(field.day, "2026-10-25")
    _set(field.hour, "1:30")
    assert field.second.isVisible()
    assert _embargo(document).instant.hour == 0
    field.second.click()
    assert _embargo(document).instant.hour == 1
    assert field.second.isChecked()
    document.undo()
    assert not field.second.isChecked()


def test_an_hour_that_is_skipped_becomes_the_next_and_that_is_said(
    field: EmbargoField, document: Document
):
    field.switch.click()
    _set_zone(field, "Europe/London")
    _set(field.day, "2026-03-29")
    _set(field.hour, "1:30")
    assert field.hour.text() == "02:30"
    assert "01:30" in field.hour_box.note.text()
    _set(field.hour, "9")
    assert field.hour_box.note.text() == ""


def test_three_clocks_are_shown_with_their_days(field: EmbargoField):
    field.switch.click()
    _set_zone(field, "America/New_York")
    _set(field.hour, "20:30")
    shown = [f"{hour.text()} {day.text()}" for hour, day in field.clocks.rows]
    assert shown == [
        "20:30 Thu 5 Mar 2026, America/New York (UTC−5)",
        "01:30 Fri 6 Mar 2026, UTC",
        "09:30 Fri 6 Mar 2026, here, Asia/Shanghai (UTC+8)",
    ]


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        (53.0, "In 2 days 5 hours"),
        (25.0, "In 1 day 1 hour"),
        (0.5, "In 30 minutes"),
        (1 / 60, "In 1 minute"),
        (0.01, "In less than a minute"),
        (0, "Over just now"),
        (-3.25, "Over since 3 hours 15 minutes"),
        (-48, "Over since 2 days"),
    ],
)
def test_how_long_it_is_until_then_is_told(
    field: EmbargoField, watch: Watch, hours: float, told: str
):
    then = watch.time + dt.timedelta(hours=hours)
    assert field.clocks.remaining(then, watch.time) == told


def test_an_embargo_that_is_over_is_warned_of(
    field: EmbargoField, document: Document, watch: Watch
):
    field.switch.click()
    assert not field.over.isVisible()
    watch.time = dt.datetime(2026, 3, 5, 1, 0, tzinfo=dt.UTC)
    field.refresh()
    assert field.over.isVisible()


def test_arrows_go_on_by_a_quarter_of_an_hour(field: EmbargoField, document: Document):
    field.switch.click()
    QTest.keyClick(field.hour, Qt.Key.Key_Up)
    assert field.hour.text() == "09:15"
    QTest.keyClick(field.hour, Qt.Key.Key_Down)
    QTest.keyClick(field.hour, Qt.Key.Key_Down)
    assert field.hour.text() == "08:45"
    assert _embargo(document).instant == dt.datetime(2026, 3, 5, 0, 45, tzinfo=dt.UTC)


def test_what_is_no_hour_turns_back(field: EmbargoField, document: Document):
    field.switch.click()
    before = document.release
    _set(field.hour, "soon")
    assert field.hour.text() == "09:00"
    assert document.release is before


def test_an_emptied_day_turns_back(field: EmbargoField, document: Document):
    field.switch.click()
    before = document.release
    _set(field.day, "")
    assert field.day.text() == "5 Mar 2026"
    assert document.release is before


def test_a_zone_that_this_computer_does_not_know_is_told(field: EmbargoField, document: Document):
    from msgspec.structs import replace

    embargo = Embargo(instant=dt.datetime(2026, 3, 5, 1, tzinfo=dt.UTC), zone="Mars/Base")
    document.apply(replace(document.release, embargo=embargo), "Import")
    assert field.zone_box.note.text() == "This zone is not known; UTC is meant."
    assert field.hour.text() == "01:00"
