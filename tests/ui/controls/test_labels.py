import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from pressdesk.ui.colours import DARK, LIGHT, Colours
from pressdesk.ui.controls.labels import Divider, Pill, SectionLabel
from pressdesk.ui.controls.painting import Kind, tone
from pressdesk.ui.theme import Theme
from tests.ui.seeing import colours_in
from tests.ui.test_theme import contrast

KINDS: list[Kind] = ["neutral", "accent", "good", "warning", "danger"]


@pytest.mark.parametrize("colours", [LIGHT, DARK])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_reads(kind: Kind, colours: Colours):
    shades = tone(colours, kind)
    assert contrast(shades.text, shades.ground) >= 4.5
    assert contrast(shades.line, colours.paper) >= 3


@pytest.mark.parametrize("kind", KINDS)
def test_a_pill_has_the_colours_of_its_kind_and_room_for_its_words(kind: Kind, shown):
    pill = Pill("In review · v3", kind)
    image = shown(pill)
    shades = tone(LIGHT, kind)
    assert {shades.text, shades.ground} <= colours_in(image)
    assert pill.width() > pill.fontMetrics().horizontalAdvance(pill.text())


def test_a_pill_shows_another_state(shown):
    pill = Pill("Draft · v1")
    shown(pill)
    pill.show_state("Approved · v5", "good")
    assert pill.text() == "Approved · v5"
    assert pill.kind == "good"
    assert LIGHT.good_soft in colours_in(shown(pill))


def test_a_section_label_is_bold_at_every_text_size(theme: Theme, shown):
    label = SectionLabel("Recent")
    shown(label)
    size = label.font().pointSizeF()
    theme.set("light", 1.5)
    QApplication.processEvents()
    assert label.font().bold()
    assert label.font().pointSizeF() == 1.5 * size


@pytest.mark.parametrize("orientation", list(Qt.Orientation))
def test_a_divider_is_one_pixel_across(orientation: Qt.Orientation, shown):
    divider = Divider(orientation)
    shown(divider)
    divider.resize(40, 40)
    across = divider.sizePolicy().verticalPolicy(), divider.sizePolicy().horizontalPolicy()
    assert divider.sizeHint() == QSize(1, 1)
    assert across[0] != across[1]
    assert colours_in(divider.grab().toImage()) == {LIGHT.line}
