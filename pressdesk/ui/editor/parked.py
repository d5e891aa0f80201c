"""Widgets parked on the viewport above and below the text; they scroll with it."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from pressdesk.ui.editor.surface import Surface

_LAYOUT_EVENTS = (QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.Hide)


class Parked(QObject):
    """Keeps head and foot where they belong, as high as they want to be."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._surface = surface
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def set_head(self, widget: QWidget | None) -> None:
        """Park a widget above the text."""
        self._park(self._surface.head, widget)
        self._surface.head = widget
        self.fit()

    def set_foot(self, widget: QWidget | None) -> None:
        """Park a widget below the text."""
        self._park(self._surface.foot, widget)
        self._surface.foot = widget
        self.fit()

    def _park(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
            old.setParent(None)
        if new is not None:
            new.setParent(self._surface.viewport())
            new.setCursor(Qt.CursorShape.ArrowCursor)
            new.installEventFilter(self)
            new.show()

    def fit(self) -> None:
        """Give the widgets their room, and take it from the page."""
        self._surface.fit_margins()
        self.place()
        self._order_tabs()

    def place(self) -> None:
        """Put the widgets where they belong on the scrolled page."""
        surface = self._surface
        geometry = surface.geometry_
        offset = surface.verticalScrollBar().value()
        for widget in (surface.head, surface.foot):
            if widget is None or widget.isHidden():
                continue
            height = round(surface.parked_height(widget))
            top = geometry.sheet_top
            if widget is surface.foot:
                top = round(surface.document().size().height()) - height - geometry.foot_air
            box = QRect(geometry.left, top - offset, geometry.column, height)
            if widget.geometry() != box:
                widget.setGeometry(box)

    def _order_tabs(self) -> None:
        surface = self._surface
        head, foot = (_focusable(widget) for widget in (surface.head, surface.foot))
        if head:
            QWidget.setTabOrder(head[-1], surface)
        if foot:
            QWidget.setTabOrder(surface, foot[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _LAYOUT_EVENTS:
            self.fit()
        return False

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Scroll to the field that Tab has gone to."""
        surface = self._surface
        if not isValid(surface):  # the last window is going
            return
        viewport = surface.viewport()
        if new is None or new is viewport or not viewport.isAncestorOf(new):
            return
        bar = surface.verticalScrollBar()
        top = new.mapTo(viewport, new.rect().topLeft()).y()
        bottom = top + new.height()
        if top < 0:
            bar.setValue(bar.value() + top - 16)
        elif bottom > viewport.height():
            bar.setValue(bar.value() + min(bottom - viewport.height() + 16, top))


def _focusable(widget: QWidget | None) -> list[QWidget]:
    """Give the fields of a widget that Tab stops at, in their order."""
    found: list[QWidget] = []
    if widget is None:
        return found
    inside = [widget, *widget.findChildren(QWidget)]
    one: QWidget | None = widget
    for _ in inside:
        while one is not None and one not in inside:
            one = one.nextInFocusChain()
        if one is None:
            break
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one not in found:
            found.append(one)
        one = one.nextInFocusChain()
    return found
