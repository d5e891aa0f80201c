"""The Tab key goes through a panel as one reads it, whenever its parts were made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QWidget


def set_reading_order(root: QWidget) -> None:
    """Let Tab follow the layouts below a widget."""
    takers = [one for one in _widgets(root) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for one, following in pairwise(takers):
        QWidget.setTabOrder(one, following)


def _widgets(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    layout = widget.layout()
    inner: list[QWidget | None] = []
    if isinstance(widget, QSplitter):
        inner = [widget.widget(place) for place in range(widget.count())]
    elif isinstance(widget, QScrollArea):
        inner = [widget.widget()]
    elif layout is not None:
        yield from _laid_out(layout)
    for part in inner:
        if part is not None:
            yield from _widgets(part)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _widgets(widget)
        elif inner is not None:
            yield from _laid_out(inner)
