"""The colours of the window by what they are for, light and dark, and the palettes made of them."""

from msgspec import Struct
from PySide6.QtGui import QColor, QPalette


class Colours(Struct, frozen=True, kw_only=True):
    """Colours by role, as `#rrggbb`; every text role reads on every ground it is meant for."""

    desk: str
    """Behind the page and the cards."""
    chrome: str
    """Ground of toolbars, panels and dialogs."""
    paper: str
    """Ground of the page, of fields and cards."""
    ink: str
    muted: str
    """Text of second rank; reads on desk, chrome and paper too."""
    line: str
    edge: str
    """Border of what can be pressed or typed into: 3 : 1 on its ground."""
    accent: str
    on_accent: str
    accent_soft: str
    selection: str
    on_selection: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    amber: str
    """Lines and edges of a warning: 3 : 1 on paper, too pale for text."""
    good: str
    good_soft: str
    mark: str
    """Ground of names and fields within the text."""
    spelling: str
    """Line under a word that the dictionary does not know."""


LIGHT = Colours(
    desk="#eaecf1",
    chrome="#f6f7fa",
    paper="#ffffff",
    ink="#1c2030",
    muted="#585e70",
    line="#d7dae2",
    edge="#7f8596",
    accent="#0b5cad",
    on_accent="#ffffff",
    accent_soft="#e1ecf8",
    selection="#0b5cad",
    on_selection="#ffffff",
    danger="#b1241c",
    danger_soft="#fceae8",
    warning="#7d5200",
    warning_soft="#fff3d9",
    amber="#b8820f",
    good="#17693f",
    good_soft="#e4f4ea",
    mark="#e0e9f4",
    spelling="#c8281f",
)
DARK = Colours(
    desk="#15171c",
    chrome="#1e2127",
    paper="#262a32",
    ink="#e9ebf1",
    muted="#a9b0bf",
    line="#3b414d",
    edge="#7b8393",
    accent="#83bbfa",
    on_accent="#0a2340",
    accent_soft="#23405f",
    selection="#2b67a8",
    on_selection="#ffffff",
    danger="#ff9d94",
    danger_soft="#4a2422",
    warning="#f3c46b",
    warning_soft="#42341b",
    amber="#dfa53c",
    good="#86d6a7",
    good_soft="#1f3d2d",
    mark="#30445c",
    spelling="#ff7f75",
)


def colours_of(palette: QPalette) -> Colours:
    """Give the colours that go with a palette: those for dark grounds where its paper is dark.

    The paper of tool tips is asked, which no field changes for itself.
    """
    return LIGHT if palette.toolTipBase().color().lightness() > 127 else DARK


def to_palette(colours: Colours) -> QPalette:
    """Make the palette of all ordinary widgets."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette(QColor(colours.chrome))
    for name, colour in {
        role.Window: colours.chrome,
        role.WindowText: colours.ink,
        role.Base: colours.paper,
        role.AlternateBase: colours.chrome,
        role.Text: colours.ink,
        role.PlaceholderText: colours.muted,
        role.Button: colours.paper,
        role.ButtonText: colours.ink,
        role.BrightText: colours.on_selection,
        role.ToolTipBase: colours.paper,
        role.ToolTipText: colours.ink,
        role.Highlight: colours.selection,
        role.HighlightedText: colours.on_selection,
        role.Accent: colours.accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Mid: colours.line,
    }.items():
        palette.setColor(name, QColor(colour))
    faint = mixed(colours.muted, colours.chrome, 0.4)
    for name in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        palette.setColor(group.Disabled, name, faint)
    palette.setColor(group.Disabled, role.Highlight, QColor(colours.line))
    palette.setColor(group.Disabled, role.HighlightedText, faint)
    return palette


def to_field_palette(colours: Colours) -> QPalette:
    """Make the palette of fields and boxes, whose edges Fusion draws darker than their window."""
    palette = to_palette(colours)
    palette.setColor(QPalette.ColorRole.Window, QColor(colours.edge).lighter(140))
    return palette


def to_menu_palette(colours: Colours) -> QPalette:
    """Make the palette of menus: the chosen line is soft, for icons keep their colour on it."""
    palette = to_palette(colours)
    palette.setColor(QPalette.ColorRole.Highlight, QColor(colours.accent_soft))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor(colours.ink))
    return palette


def mixed(colour: str, ground: str, share: float) -> QColor:
    """Mix a colour with ``share`` (0–1) of a ground."""
    one, other, kept = QColor(colour), QColor(ground), 1 - share
    return QColor.fromRgbF(
        one.redF() * kept + other.redF() * share,
        one.greenF() * kept + other.greenF() * share,
        one.blueF() * kept + other.blueF() * share,
    )
