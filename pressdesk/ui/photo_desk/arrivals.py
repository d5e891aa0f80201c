"""What becomes of files that were dropped: progress, and a report in sentences."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from pressdesk.ui.controls.buttons import PlainButton, QuietButton
from pressdesk.ui.controls.cards import Note
from pressdesk.ui.panels.field_box import Words
from pressdesk.ui.photo_reading import Intake
from pressdesk.ui.tasks import Task

_MOST_LINES = 6


class ArrivalBar(QWidget):
    """How far the reading of files is, with a way to stop it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("arrivalBar")
        self._words = QLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMinimumWidth(120)
        self.cancel = PlainButton(self.tr("Stop reading"))
        self.cancel.setAccessibleName(self.cancel.text())
        self.cancel.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(self._bar, 1)
        row.addWidget(self.cancel)
        self.hide()

    def follow(self, task: Task) -> None:
        """Show how far a task is, as long as it runs."""
        self._show(0, 0)
        self.show()
        task.progressed.connect(self._show)
        task.ended.connect(self.hide)
        self.cancel.clicked.connect(task.cancel)

    @Slot(int, int)
    def _show(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        if total:
            told = self.tr("{done} of {total} files read")
            told = told.replace("{done}", str(done)).replace("{total}", str(total))
        else:
            told = self.tr("Looking for pictures…")
        self._words.setText(told)
        self._bar.setAccessibleName(told)


class ArrivalReport(Note):
    """What became of the files: how many came in, and a sentence for each that did not."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("neutral", parent)
        self.setObjectName("arrivalReport")
        self._title = Words(is_quiet=False)
        self._lines = _Lines()
        self._lines.setAccessibleName(self.tr("What became of the files"))
        self._close = QuietButton(self.tr("Hide"))
        self._close.setAccessibleName(self.tr("Hide what became of the files"))
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.dismiss)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._title)
        words.addWidget(self._lines)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.addLayout(words, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """All that is said."""
        return f"{self._title.text()}\n{self._lines.toPlainText()}".strip()

    def tell(self, intake: Intake, new: int) -> None:
        """Say what became of files, of which so many are new photos."""
        parts = [self.tr("%n photo(s) added", "", new)] if new else []
        if intake.refused:
            parts.append(self.tr("%n file(s) not added", "", len(intake.refused)))
        if intake.known:
            parts.append(self.tr("%n photo(s) already here", "", len(intake.known)))
        if intake.mended:
            parts.append(self.tr("%n photo(s) whole again", "", len(intake.mended)))
        here = self.tr("{file} is already here as “{name}”.")
        mended = self.tr("“{name}” was missing or damaged. It is whole again, from {file}.")
        like = self.tr("{file} looks like “{name}”.")
        lines = [f"{each.name}: {each.why}" for each in intake.refused]
        lines += [
            here.replace("{file}", each.name).replace("{name}", each.known) for each in intake.known
        ]
        lines += [
            mended.replace("{file}", each.name).replace("{name}", each.known)
            for each in intake.mended
        ]
        lines += [
            like.replace("{file}", each.name).replace("{name}", each.other) for each in intake.like
        ]
        self._say(" · ".join(parts), lines)
        self.set_kind("warning" if intake.refused else "neutral")

    def tell_stopped(self) -> None:
        """Say that reading was stopped."""
        self._say(self.tr("Reading was stopped. Nothing was added."), [])
        self.set_kind("neutral")

    def dismiss(self) -> None:
        """Say no more."""
        self.hide()
        self.dismissed.emit()

    def _say(self, title: str, lines: list[str]) -> None:
        self._title.setText(title)
        self._lines.setPlainText("\n".join(lines))
        self._lines.setVisible(bool(lines))
        self.setAccessibleName(title)
        self.setVisible(bool(title))


class _Lines(QPlainTextEdit):
    """Sentences to be read and copied, which scroll where there are many."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        lines = min(self.blockCount(), _MOST_LINES)
        return QSize(400, lines * self.fontMetrics().lineSpacing() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())
