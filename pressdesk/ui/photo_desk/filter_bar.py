"""Which photos the contact sheet shows, with how many there are of each, and in which order."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QSizePolicy, QWidget

from pressdesk.photos.contact_sheet import FILTERS, ORDERS, Filter
from pressdesk.ui.controls.buttons import PlainButton
from pressdesk.ui.panels.flow import Flow
from pressdesk.ui.photo_desk.words import filter_words, order_words

_FIELD_PX = 28


class FilterBar(QWidget):
    """A button for each filter with its count, and the choice of an order."""

    filter_chosen = Signal(str)
    order_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = Flow(spacing=6)
        self._group = QButtonGroup(self)
        self._buttons: dict[Filter, PlainButton] = {}
        for name in FILTERS:
            button = PlainButton(filter_words(name))
            button.setObjectName(f"contactSheet.filter.{name}")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, name=name: self.filter_chosen.emit(name))
            self._group.addButton(button)
            self._buttons[name] = button
            flow.add(button)
        self._buttons["all"].setChecked(True)
        self.order = QComboBox()
        self.order.setObjectName("contactSheet.order")
        self.order.setAccessibleName(self.tr("Order of the photos"))
        self.order.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.order.setMinimumHeight(_FIELD_PX)
        self.order.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for name in ORDERS:
            self.order.addItem(order_words(name), name)
        self.order.activated.connect(lambda row: self.order_chosen.emit(self.order.itemData(row)))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 8)
        row.setSpacing(16)
        row.addWidget(flow, 1)
        row.addWidget(self.order, 0, Qt.AlignmentFlag.AlignTop)

    def show_counts(self, counts: Mapping[Filter, int]) -> None:
        """Tell how many photos pass each filter."""
        for name, button in self._buttons.items():
            words = f"{filter_words(name)}  {counts[name]}"
            if button.text() != words:
                button.setText(words)
                told = self.tr("{filter}: %n photo(s)", "", counts[name])
                button.setAccessibleName(told.replace("{filter}", filter_words(name)))
                button.updateGeometry()

    def begin(self) -> None:
        """Put the focus on the filter in use."""
        next(each for each in self._buttons.values() if each.isChecked()).setFocus()

    def show_filter(self, name: Filter) -> None:
        """Show which filter is in use."""
        self._buttons[name].setChecked(True)
