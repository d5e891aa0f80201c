"""The dialog that sets, changes or removes a link."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pressdesk.model.links import typed_link
from pressdesk.ui.controls.buttons import PlainButton, PrimaryButton
from pressdesk.ui.controls.labels import SectionLabel
from pressdesk.ui.dialogs.sheet import Sentence, Sheet
from pressdesk.ui.fields import LineField


class LinkDialog(Sheet):
    """Asks where a link leads, and which words are shown for it."""

    link_set = Signal(str, str)
    """The link in its final form, and the words; these are never empty."""
    link_removed = Signal()

    def __init__(self, link: str = "", words: str = "", parent: QWidget | None = None) -> None:
        """``link`` is the one that is there, or ""; ``words`` are those it stands on."""
        title = self.tr("Change Link") if link else self.tr("Insert Link")
        super().__init__("linkDialog", title, parent, letters=58)
        self._address = LineField("linkAddress", self.tr("Address"))
        self._address.setText(link)
        self._address.setPlaceholderText("https://")
        self._address.textChanged.connect(self._refresh)
        self._words = LineField("linkWords", self.tr("Shown text"))
        self._words.setText(words)
        self._words.textChanged.connect(self._refresh)
        self._note = Sentence(is_quiet=True)
        self._note.setMinimumHeight(2 * self.fontMetrics().lineSpacing())  # it may take two lines
        for label, field in (
            (SectionLabel(self.tr("&Address")), self._address),
            (SectionLabel(self.tr("Shown &text")), self._words),
        ):
            label.setBuddy(field)
            self.add(label, field)
        self.column.addWidget(self._note)
        self.column.addStretch(1)
        if link:
            remove = PlainButton(self.tr("&Remove Link"))
            remove.clicked.connect(self._remove)
            self.add_button(remove)
        self.buttons.addStretch(1)
        cancel = PlainButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.add_button(cancel)
        self._set = PrimaryButton(self.tr("&Set Link"))
        self._set.clicked.connect(self._finish)
        self.add_button(self._set, is_default=True)
        self._address.setFocus()
        self._address.selectAll()
        self._refresh()

    @property
    def link(self) -> str:
        """What was typed as the release would keep it, or ""."""
        return typed_link(self._address.text())

    @property
    def words(self) -> str:
        """The words to show: the address where none were typed."""
        return self._words.text().strip() or self._address.text().strip()

    def _refresh(self) -> None:
        typed = self._address.text().strip()
        if not typed:
            told = self.tr("Type the address of a page, an e-mail address or a telephone number.")
        elif not self.link:
            told = self.tr(
                "This can be no link. A link begins with https:, http:, mailto: or tel:, or is a"
                " page such as www.example.org."
            )
        else:
            told = self.tr("Leads to {0}").format(self.link) if self.link != typed else ""
        self._note.setText(told)
        self._address.setAccessibleDescription(told)
        self._words.setPlaceholderText(typed)
        self._set.setEnabled(bool(self.link))

    def _finish(self) -> None:
        self.accept()
        self.link_set.emit(self.link, self.words)

    def _remove(self) -> None:
        self.accept()
        self.link_removed.emit()
