"""What the lists of the panels have in common: the ground of a row, and words that fit."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from pressdesk.ui.colours import Colours
from pressdesk.ui.controls.painting import draw_box, draw_ring

ROW = Qt.ItemDataRole.UserRole
"""The role under which a model gives the row itself."""

WRAPS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)

Index = QModelIndex | QPersistentModelIndex

_RADIUS = 5.0


def paint_chosen(painter: QPainter, option: QStyleOptionViewItem, colours: Colours) -> None:
    """Paint the ground of a chosen row, with a ring where it has the focus."""
    if not option.state & QStyle.StateFlag.State_Selected:
        return
    box = option.rect.adjusted(4, 1, -4, -1)
    draw_box(painter, box, _RADIUS, colours.accent_soft, None)
    if option.state & QStyle.StateFlag.State_HasFocus:
        draw_ring(painter, box, _RADIUS, colours.accent)


def wrapped_height(metrics: QFontMetrics, text: str, width_px: int) -> int:
    """Give the height of a text that wraps at a width."""
    return metrics.boundingRect(QRect(0, 0, width_px, 100_000), WRAPS, text).height()


def two_lines(metrics: QFontMetrics, text: str, width_px: int) -> str:
    """Give as much of a text as two lines of a width hold, with a … where there is more."""
    text = " ".join(text.split())
    most = 2 * metrics.lineSpacing()
    if wrapped_height(metrics, text, width_px) <= most:
        return text
    low, high = 0, min(len(text), 400)
    while low < high:
        middle = (low + high + 1) // 2
        fits = wrapped_height(metrics, text[:middle].rstrip() + "…", width_px) <= most
        low, high = (middle, high) if fits else (low, middle - 1)
    return text[:low].rstrip() + "…"


def steps_of(event: QEvent) -> int:
    """Tell by how many places a key moves a row: Alt with an arrow by one."""
    if isinstance(event, QKeyEvent) and event.modifiers() == Qt.KeyboardModifier.AltModifier:
        return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
    return 0
