"""The start screen: begin from a template, go on with a recent release, or open a file."""

import datetime as dt
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from pressdesk.export.packs import Pack
from pressdesk.ui.colours import colours_of
from pressdesk.ui.controls.buttons import QuietButton
from pressdesk.ui.controls.cards import Card
from pressdesk.ui.controls.labels import SectionLabel
from pressdesk.ui.fonts import reading_font
from pressdesk.ui.language import told_in_window
from pressdesk.ui.program import Program
from pressdesk.ui.recent_list import RecentList
from pressdesk.ui.recovered_note import RecoveredNote

_WIDEST = 1_120
_LETTERS = 30
"""How many go into the width of a card."""


class StartScreen(QScrollArea):
    """What is seen before a release is open."""

    template_chosen = Signal(str)
    """Id of the pack to begin from."""
    release_chosen = Signal(object)
    """Path of a recent release."""
    open_wanted = Signal()
    import_wanted = Signal()
    sample_wanted = Signal()
    recover_wanted = Signal()

    def __init__(self, program: Program, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startScreen")
        self.setAccessibleName(self.tr("Start"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._program = program
        inside = QWidget(self)
        inside.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(32, 40, 32, 32)
        column.setSpacing(10)
        self._greeting = QLabel(self._greet(), inside)
        column.addWidget(self._greeting)
        hint = QLabel(
            self.tr("Drop a release, a text or photos anywhere to begin with it."), inside
        )
        hint.setForegroundRole(hint.palette().ColorRole.PlaceholderText)
        hint.setWordWrap(True)
        column.addWidget(hint)
        self._recovered = RecoveredNote(program, inside)
        self._recovered.clicked.connect(self.recover_wanted)
        column.addWidget(self._recovered)
        column.addSpacing(18)
        column.addWidget(SectionLabel(self.tr("New release"), inside))
        self._cards = QGridLayout()
        self._cards.setSpacing(12)
        column.addLayout(self._cards)
        column.addSpacing(18)
        self._buttons: list[QWidget] = []
        column.addLayout(self._recent_head(inside))
        self._recent = RecentList(program, inside)
        self._recent.chosen.connect(self.release_chosen)
        column.addWidget(self._recent)
        column.addStretch(1)
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inside, 100)
        row.addStretch(1)
        self.setWidget(holder)
        # Later: until then the widgets here have the font of before.
        program.theme.changed.connect(self.refresh, Qt.ConnectionType.QueuedConnection)
        self.refresh()

    def refresh(self) -> None:
        """Show the packs and the recent releases there are now."""
        font = reading_font(20, self._program.theme.text_size)
        font.setBold(True)
        self._greeting.setFont(font)
        while self._cards.count():
            item = self._cards.takeAt(0)
            if item and (widget := item.widget()):
                widget.deleteLater()
        order: list[QWidget] = []
        for place, pack in enumerate(self._program.packs().values()):
            card = _PackCard(pack, self)
            order.append(card)
            card.clicked.connect(lambda _=False, name=pack.id: self.template_chosen.emit(name))
            self._cards.addWidget(card, place // 5, place % 5)
        self._cards.setColumnStretch(5, 1)
        for before, after in pairwise((self._recovered, *order, *self._buttons, self._recent)):
            QWidget.setTabOrder(before, after)
        self._recent.refresh()

    def _recent_head(self, parent: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(SectionLabel(self.tr("Recent"), parent))
        row.addStretch(1)
        for text, signal in (
            (self.tr("Open…"), self.open_wanted),
            (self.tr("Import…"), self.import_wanted),
            (self.tr("Sample release"), self.sample_wanted),
        ):
            button = QuietButton(text, parent)
            button.clicked.connect(signal)
            row.addWidget(button)
            self._buttons.append(button)
        return row

    def begin(self) -> None:
        """Put the keyboard where most work begins: on the first template."""
        item = self._cards.itemAt(0)
        if item and (card := item.widget()):
            card.setFocus()

    def _greet(self) -> str:
        hour = dt.datetime.now().hour
        if hour < 12:
            return self.tr("Good morning")
        return self.tr("Good afternoon") if hour < 18 else self.tr("Good evening")


class _PackCard(Card):
    """A template pack: its page in small, its name, and what it is for."""

    def __init__(self, pack: Pack, parent: QWidget) -> None:
        name = told_in_window(pack.rules.name) or pack.id
        super().__init__(name, parent)
        summary = told_in_window(pack.rules.summary)
        self.setAccessibleDescription(summary)
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        self.setObjectName(f"template.{pack.id}")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addWidget(_Sketch(self))
        title = SectionLabel(name, self)
        title.setWordWrap(True)
        column.addWidget(title)
        words = QLabel(summary, self)
        words.setWordWrap(True)
        words.setForegroundRole(words.palette().ColorRole.PlaceholderText)
        column.addWidget(words)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else QSize()


class _Sketch(QWidget):
    """A page in a few strokes: headline, text, photo."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumHeight(104)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.line))
        painter.setBrush(QColor(colours.chrome))
        page = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(page, 4, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        width = page.width() - 24
        for top, height, share, colour in (
            (12, 7, 0.82, colours.ink),
            (25, 4, 0.6, colours.edge),
            (36, 26, 1.0, colours.accent_soft),
            (69, 4, 1.0, colours.line),
            (78, 4, 1.0, colours.line),
            (87, 4, 0.7, colours.line),
        ):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(12, top, width * share, height), 2, 2)
