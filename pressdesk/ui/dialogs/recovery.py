"""What the journal holds that was not saved, and what to do with each of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from pressdesk.recovery import Recoverable
from pressdesk.ui.controls.buttons import PlainButton, PrimaryButton, QuietButton
from pressdesk.ui.controls.cards import Note
from pressdesk.ui.controls.labels import Pill, SectionLabel
from pressdesk.ui.dates import told_moment
from pressdesk.ui.dialogs.compare_words import told_words
from pressdesk.ui.dialogs.file_list import breakable
from pressdesk.ui.dialogs.sheet import Sentence, Sheet
from pressdesk.ui.panels.flow import FlowLayout


class RecoveryDialog(Sheet):
    """One card for each release; the files stay as they are until something is saved."""

    restore_wanted = Signal(object)
    """A ``Recoverable`` to go on with."""
    compare_wanted = Signal(object)
    copy_wanted = Signal(object)
    discard_wanted = Signal(object)

    def __init__(self, found: Sequence[Recoverable], parent: QWidget | None = None) -> None:
        super().__init__("recoveryDialog", self.tr("Recovered Work"), parent, letters=76)
        self._heading = SectionLabel("")
        self._hint = Sentence(is_quiet=True)
        self.add(self._heading, self._hint)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(10)
        self.column.addLayout(self._cards)
        self.column.addStretch(1)
        self._later = PlainButton(self.tr("&Not Now"))
        self._later.clicked.connect(self.reject)
        self.show_found(found)
        # After the cards: Tab goes to what was made last at last.
        self.buttons.addStretch(1)
        self.add_button(self._later)

    def show_found(self, found: Sequence[Recoverable]) -> None:
        """Show what there is to recover; what was discarded lately comes last."""
        while item := self._cards.takeAt(0):
            if card := item.widget():
                card.hide()
                card.deleteLater()
        open_ones = [each for each in found if each.unsaved.discarded is None]
        binned = [each for each in found if each.unsaved.discarded is not None]
        if open_ones:
            told = self.tr("%n release(s) not saved when PressDesk ended", "", len(open_ones))
            hint = self.tr(
                "No file is changed: what you restore opens on the page, for you to read and save."
            )
        else:
            told = self.tr("Everything is saved.")
            hint = self.tr("There is no work to recover.") if not binned else ""
        self._heading.setText(told)
        self._hint.say(hint)
        cards = [_Card(each, self) for each in (*open_ones, *binned)]
        for number, card in enumerate(cards):
            if number == len(open_ones):
                told = self.tr("Discarded in the last 30 days")
                self._cards.addWidget(SectionLabel(told, self))
            self._cards.addWidget(card)
        (cards[0].restore if open_ones else self._later).setFocus()
        self.fit()


class _Card(Note):
    """One release: what it is, how much would come back, and what became of its file."""

    def __init__(self, found: Recoverable, dialog: RecoveryDialog) -> None:
        is_binned = found.unsaved.discarded is not None
        super().__init__("neutral" if is_binned else "accent", dialog)
        headline = found.unsaved.row.release.headline or self.tr("New release")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        title = Sentence(headline, self)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        column.addWidget(title)
        path = found.unsaved.work.path
        told = breakable(str(path)) if path else self.tr("Never saved")
        column.addWidget(Sentence(told, self, is_quiet=True))
        column.addWidget(Sentence(self._told_recovered(found), self))
        if saved := self._told_saved(found):
            column.addWidget(Sentence(saved, self, is_quiet=True))
        if pill := self._state_pill(found):
            column.addWidget(pill, 0, Qt.AlignmentFlag.AlignLeft)
        row = FlowLayout()
        kind = PlainButton if is_binned else PrimaryButton
        self.restore = kind(self.tr("Restore"), self)
        buttons: list[tuple[QPushButton, SignalInstance]] = [(self.restore, dialog.restore_wanted)]
        compare = PlainButton(self.tr("Compare…"), self)
        compare.setEnabled(found.saved is not None or found.package is not None)
        buttons.append((compare, dialog.compare_wanted))
        buttons.append((PlainButton(self.tr("Save a Copy…"), self), dialog.copy_wanted))
        if not is_binned:
            buttons.append((QuietButton(self.tr("Discard"), self), dialog.discard_wanted))
        for button, signal in buttons:
            button.setAccessibleName(f"{button.text()}: {headline}")
            button.setAutoDefault(True)  # Enter presses the one that has the focus
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(found))
            row.addWidget(button)
        column.addSpacing(6)
        column.addLayout(row)

    def _told_recovered(self, found: Recoverable) -> str:
        """Say up to when it is recovered, and how much would come back."""
        moment = f"{told_moment(found.at)}:{found.at:%S}"
        parts = [self.tr("Recovered up to {when}").replace("{when}", moment)]
        if words := told_words(found.words_added, found.words_removed):
            parts.append(words)
        if found.photos_changed and found.saved is None:
            parts.append(self.tr("%n photo(s)", "", found.photos_changed))
        elif found.photos_changed:
            parts.append(self.tr("%n photo(s) changed", "", found.photos_changed))
        return " · ".join(parts)

    def _told_saved(self, found: Recoverable) -> str:
        """Say when it was last saved, and by whom; "" where that is not known."""
        if found.saved_at is None:
            return ""
        when = told_moment(found.saved_at.astimezone())
        if not found.saved_by:
            return self.tr("Last saved {when}").replace("{when}", when)
        told = self.tr("Last saved {when} by {user}")
        return told.replace("{user}", found.saved_by).replace("{when}", when)

    def _state_pill(self, found: Recoverable) -> Pill | None:
        match found.file:
            case "unchanged":
                return Pill(self.tr("File unchanged"), "good", self)
            case "changed":
                return Pill(self.tr("File changed since by somebody else"), "warning", self)
            case "missing":
                return Pill(self.tr("File missing"), "warning", self)
            case "damaged":
                return Pill(self.tr("File damaged"), "danger", self)
            case _:
                return None
