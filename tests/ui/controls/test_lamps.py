from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from pressdesk.ui.colours import LIGHT
from pressdesk.ui.controls.lamps import PARTS, LampRow, lay_out, sentence_of
from tests.ui.seeing import colours_in


def test_lamps_are_filled_for_what_is_said_and_hollow_for_what_is_missing(shown):
    row = LampRow()
    row.show_said({"who", "credit"})
    image = shown(row)
    for part, place in row._places(row.width()).items():
        height = place.height()
        disc = QRect(place.left(), place.top(), round(height * 0.7), height)
        centre = QPointF(height * 0.35, height / 2).toPoint() + place.topLeft()
        if part in {"who", "credit"}:
            assert image.pixelColor(centre) == QColor(LIGHT.good)
        else:
            assert image.pixelColor(centre) == QColor(LIGHT.chrome)
            assert LIGHT.danger in colours_in(image, place)
            assert LIGHT.good not in colours_in(image, disc)


def test_lamps_tell_a_screen_reader_all_that_they_show():
    row = LampRow()
    row.show_said({"who", "where", "when", "credit"})
    assert row.accessibleName() == "The caption lacks: alt"
    assert sentence_of("alt", False) in row.accessibleDescription()
    assert sentence_of("who", True) in row.accessibleDescription()
    row.show_said(PARTS)
    assert row.accessibleName() == "The caption lacks nothing"


def test_a_lamp_says_its_sentence_under_the_mouse(shown):
    row = LampRow()
    row.show_said({"who"})
    shown(row)
    for part, place in row._places(row.width()).items():
        event = QHelpEvent(QHelpEvent.Type.ToolTip, place.center(), row.mapToGlobal(place.center()))
        QApplication.sendEvent(row, event)
        assert QToolTip.text() == sentence_of(part, part == "who")
    QToolTip.hideText()
    assert row.part_at(QPoint(-50, -50)) == ""


def test_lamps_go_on_in_the_next_line_where_it_is_narrow():
    row = LampRow()
    wide = row.sizeHint()
    assert row.heightForWidth(wide.width()) == wide.height()
    assert row.heightForWidth(wide.width() // 2) > wide.height()
    narrow = lay_out(PARTS, row.fontMetrics(), wide.width() // 2, row.layoutDirection())
    assert max(map(QRect.right, narrow.values())) < wide.width() // 2


def test_lamps_begin_at_the_right_where_reading_does():
    row = LampRow()
    places = lay_out(PARTS, row.fontMetrics(), 400, Qt.LayoutDirection.RightToLeft)
    assert places["who"].right() == 399
    rights = [places[part].right() for part in PARTS]
    assert rights == sorted(rights, reverse=True)


def test_a_row_can_hold_some_of_the_lamps():
    row = LampRow(parts=("alt",))
    row.show_said({"who"})
    assert row.said == frozenset()
    assert row.accessibleName() == "The caption lacks: alt"
