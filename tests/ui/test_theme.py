import itertools
import math

import pytest
from msgspec.structs import asdict
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from pressdesk.ui.colours import DARK, LIGHT, Colours, colours_of, mixed, to_palette
from pressdesk.ui.fonts import reading_families, reading_font, tool_font
from pressdesk.ui.theme import Theme, apply

GROUNDS = ("desk", "chrome", "paper")
TEXTS = {
    "ink": (
        *GROUNDS,
        "mark",
        "accent_soft",
        "danger_soft",
        "warning_soft",
        "good_soft",
    ),
    "muted": (*GROUNDS, "accent_soft"),
    "accent": (*GROUNDS, "accent_soft", "mark"),
    "danger": (*GROUNDS, "danger_soft"),
    "warning": (*GROUNDS, "warning_soft"),
    "good": (*GROUNDS, "good_soft"),
    "on_accent": ("accent",),
    "on_selection": ("selection",),
}
SCHEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: QColor) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor | str, other: QColor | str) -> float:
    darker, lighter = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@SCHEMES
def test_every_text_reads_on_each_of_its_grounds(colours: Colours):
    values = asdict(colours)
    faint = {
        f"{text} on {ground}": contrast(values[text], values[ground])
        for text, grounds in TEXTS.items()
        for ground in grounds
        if contrast(values[text], values[ground]) < 4.5
    }
    assert not faint


@SCHEMES
def test_edges_and_signs_are_seen_on_each_ground(colours: Colours):
    values = asdict(colours)
    for sign, ground in itertools.product(("edge", "accent", "spelling"), GROUNDS):
        assert contrast(values[sign], values[ground]) >= 3, f"{sign} on {ground}"
    assert contrast(colours.amber, colours.paper) >= 3


@SCHEMES
def test_the_palette_reads_in_every_pair(colours: Colours):
    role = QPalette.ColorRole
    palette = to_palette(colours)
    for text, ground in [
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.PlaceholderText, role.Base),
        (role.ButtonText, role.Button),
        (role.ButtonText, role.Window),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.Link, role.Base),
        (role.Link, role.Window),
    ]:
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            pair = palette.color(group, text), palette.color(group, ground)
            assert contrast(*pair) >= 4.5, f"{text} on {ground}"


@SCHEMES
def test_what_is_disabled_looks_so_and_can_still_be_made_out(colours: Colours):
    palette = to_palette(colours)
    text = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    assert 2 < contrast(text, colours.chrome) < contrast(colours.muted, colours.chrome)


@SCHEMES
def test_colours_are_told_from_a_palette(colours: Colours):
    assert colours_of(to_palette(colours)) is colours


def test_mixing_goes_from_one_colour_to_the_other():
    assert mixed("#000000", "#ffffff", 0).name() == "#000000"
    assert mixed("#000000", "#ffffff", 0.5).name() == "#808080"
    assert mixed("#000000", "#ffffff", 1).name() == "#ffffff"


def test_an_application_has_one_theme(qapp: QApplication, theme: Theme):
    assert apply(qapp, "dark") is theme
    assert theme.scheme == "dark"
    assert theme.colours is DARK


def test_widgets_become_dark_and_light_again(qtbot, qapp: QApplication):
    label = QLabel("Deck")
    qtbot.addWidget(label)
    apply(qapp, "dark")
    qapp.processEvents()  # Qt tells the widgets by a posted event
    assert label.palette().window().color() == QColor(DARK.chrome)
    apply(qapp, "light")
    qapp.processEvents()
    assert label.palette().window().color() == QColor(LIGHT.chrome)


def test_the_chosen_line_of_a_menu_is_soft_so_that_icons_show(qtbot, qapp: QApplication):
    menu = QMenu()
    qtbot.addWidget(menu)
    for colours in (DARK, LIGHT):
        apply(qapp, "dark" if colours is DARK else "light")
        qapp.processEvents()
        palette = menu.palette()
        assert palette.highlight().color() == QColor(colours.accent_soft)
        assert contrast(palette.highlightedText().color(), palette.highlight().color()) >= 4.5


def test_a_change_is_told_once(qtbot, theme: Theme):
    with qtbot.waitSignal(theme.changed):
        theme.set("dark")
    with qtbot.assertNotEmitted(theme.changed):
        theme.set("dark")


def test_the_system_is_followed_only_where_it_is_asked_for(qtbot, theme: Theme):
    hints = QApplication.styleHints()
    theme.set("system")
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    assert theme.colours is (DARK if dark else LIGHT)
    theme.set("dark")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.colours is DARK


def test_text_can_be_twice_as_large_and_no_larger(qtbot, qapp: QApplication, theme: Theme):
    label = QLabel("Deck")
    qtbot.addWidget(label)
    height = QFontMetrics(label.font()).height()
    theme.set("light", 2.0)
    qapp.processEvents()
    assert math.isclose(QFontMetrics(label.font()).height(), 2 * height, rel_tol=0.1)
    assert tool_font(9).pointSizeF() == tool_font(2).pointSizeF()
    assert tool_font(0.1).pointSizeF() == tool_font(1).pointSizeF()


def test_the_page_is_set_in_a_serif_of_the_size_asked_for():
    font = reading_font(12, 1.5)
    assert font.pointSizeF() == 18
    assert QFontInfo(font).family() in reading_families() or reading_families() == ["serif"]


@pytest.mark.parametrize(
    ("language", "suffix"),
    [
        ("zh-CN", "SC"),
        ("zh-Hant", "TC"),
        ("zh_TW", "TC"),
        ("ja", "JP"),
        ("ko-KR", "KR"),
        ("", "SC"),
    ],
)
def test_characters_have_the_forms_of_their_language(language: str, suffix: str):
    asian = [name for name in reading_families(language) if name.startswith("Noto Serif CJK")]
    if not asian:
        pytest.skip("the fonts Noto Serif CJK are not installed")
    assert asian[0].endswith(suffix)
