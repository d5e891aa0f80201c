"""A field for a day: typed as one likes, or picked from a calendar; it may be empty."""

import datetime as dt

from PySide6.QtCore import QDate, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QToolTip, QWidget, QWidgetAction

from pressdesk.model.days import read_day
from pressdesk.ui.dates import told_day
from pressdesk.ui.fields import Line
from pressdesk.ui.icons import Icons

_TOLD_MS = 6_000


class DateField(Line):
    """A line that holds a day or nothing; what is no day turns back to the last one."""

    edited = Signal(object)
    """The new ``datetime.date``, or None."""

    def __init__(
        self, name: str, accessible_name: str, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, accessible_name, parent)
        self.setPlaceholderText(self.tr("No date"))
        self.setToolTip(self.tr("2026-03-05, 5 March 2026 or March 5, 2026. ↓ opens a calendar."))
        self._day: dt.date | None = None
        self._calendar = self.addAction(
            icons.icon("calendar"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._calendar.setText(self.tr("Calendar"))
        self._calendar.triggered.connect(self.open_calendar)
        self.editingFinished.connect(self._take)

    def show_day(self, day: dt.date | None) -> None:
        """Show a day that came from elsewhere."""
        self._day = day
        self.setText(told_day(day) if day else "")

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        words = self.fontMetrics().horizontalAdvance("30 September 2030")
        return QSize(words + 2 * size.height(), size.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(
            self.fontMetrics().horizontalAdvance("30 Sep 2030") + 60, self.sizeHint().height()
        )

    def open_calendar(self) -> None:
        """Show a calendar below the field."""
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setAccessibleName(self.tr("Calendar"))
        calendar.setGridVisible(False)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        day = self._day or dt.date.today()
        calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)

        def choose(chosen: QDate) -> None:
            menu.close()
            self._set(dt.date(chosen.year(), chosen.month(), chosen.day()))

        calendar.activated.connect(choose)
        calendar.clicked.connect(choose)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.open_calendar()
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self.show_day(self._day)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def _take(self) -> None:
        text = self.text().strip()
        day = read_day(text, dt.date.today())
        if day is None and text:
            self.show_day(self._day)
            QTimer.singleShot(0, self, lambda: self._say_kept(text))  # the key hides what is said
        else:
            self._set(day)

    def _say_kept(self, text: str) -> None:
        told = self.tr("“{text}” is no day. Write 5 Mar 2026, or press ↓ for the calendar.")
        place = self.mapToGlobal(self.rect().bottomLeft())
        QToolTip.showText(place, told.replace("{text}", text), self, self.rect(), _TOLD_MS)

    def _set(self, day: dt.date | None) -> None:
        changed = day != self._day
        self.show_day(day)
        if changed:
            self.edited.emit(day)
