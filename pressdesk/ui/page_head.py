"""The fields above the body, as the reader meets them."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pressdesk.model.release import Release
from pressdesk.ui.colours import Colours
from pressdesk.ui.controls.buttons import Look, PaintedButton
from pressdesk.ui.controls.labels import Divider
from pressdesk.ui.date_field import DateField
from pressdesk.ui.document import Caret, Document
from pressdesk.ui.editor.units import units
from pressdesk.ui.fields import LineField, TextField
from pressdesk.ui.icons import Icons
from pressdesk.ui.typing_run import TypingRun


class EmbargoBadge(PaintedButton):
    """The embargo in short; pressing it leads to where it is set."""

    padding = (0.6, 0.3)

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__("", parent, icon=icons.icon("embargo", "warning"))
        self.setObjectName("embargoBadge")
        self.setToolTip(self.tr("Set the embargo in the details"))

    def look(self, colours: Colours) -> Look:
        return Look(
            colours.warning, fill=colours.warning_soft, edge=colours.amber, ring=colours.accent
        )


class PageHead(QWidget):
    """Category, headline, deck, dateline and embargo; every field edits the document."""

    body_wanted = Signal()
    """The person goes on to the body."""
    embargo_wanted = Signal()
    """The badge was pressed: the embargo is set in the details."""

    def __init__(
        self,
        document: Document,
        icons: Icons,
        *,
        dateline: Callable[[Release], str],
        embargo: Callable[[Release], str],
        limit: Callable[[str], int],
        parent: QWidget | None = None,
    ) -> None:
        """Make the head.

        ``dateline`` and ``embargo`` compose what prints; ``limit`` gives the most
        characters of a field, or 0.
        """
        super().__init__(parent)
        self._document = document
        self._dateline = dateline
        self._embargo = embargo
        self._limit = limit
        self._runs: dict[str, TypingRun] = {}
        self._texts: dict[str, TextField | LineField] = {}
        self._build(icons)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the release where it differs from what is shown."""
        release = self._document.release
        for name, field in self._texts.items():
            field.show_text(getattr(release, name))
        self.date.show_day(release.date)
        line = self._dateline(release)
        self._composed.setText(f"→ {line}" if line else "")
        told = self._embargo(release)
        self.embargo.setVisible(bool(told))
        self.embargo.setText(told)
        self._count()

    def field_texts(self) -> dict[str, str]:
        """Give what the text fields show, by field of the release."""
        return {
            name: field.toPlainText() if isinstance(field, TextField) else field.text()
            for name, field in self._texts.items()
        }

    def go_to(self, caret: Caret) -> bool:
        """Put the cursor where it was; False where the caret is not in the head."""
        for field in (*self._texts.values(), self.date):
            if field.objectName() == caret.field:
                field.setFocus()
                if isinstance(field, TextField):
                    cursor = field.textCursor()
                    end = len(field.toPlainText())
                    cursor.setPosition(min(caret.position, end))
                    field.setTextCursor(cursor)
                return True
        return False

    def select(self, name: str, start: int, end: int) -> None:
        """Select a part of a field's text, in UTF-16 units; the focus stays where it is."""
        field = self._texts[name]
        if isinstance(field, LineField):
            field.setSelection(start, end - start)
            return
        cursor = field.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        field.setTextCursor(cursor)

    def set_look(self, colours: Colours, serif: QFont, sans: QFont) -> None:
        """Set colours, and fonts that are those of the body."""
        self._colours = colours
        size = serif.pointSizeF()
        title = QFont(serif)
        title.setPointSizeF(size * 1.9)
        title.setBold(True)
        _dress(self.headline, title, colours.ink, colours.muted)
        deck = QFont(serif)
        deck.setPointSizeF(size * 1.2)
        _dress(self.deck, deck, colours.muted, colours.muted)
        small = QFont(sans)
        small.setPointSizeF(sans.pointSizeF() * 0.95)
        small.setBold(True)
        small.setCapitalization(QFont.Capitalization.AllUppercase)
        _dress(self.category, small, colours.accent, colours.muted)
        for label in (self._composed, self._counted):
            _colour(label, QPalette.ColorRole.WindowText, colours.muted)
            label.setFont(sans)
        self.place.setFont(sans)
        self.date.setFont(sans)
        self.embargo.setFont(sans)
        self._count()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what the fields leave: it must not come to the body below them."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()

    def _build(self, icons: Icons) -> None:
        self.category = LineField("categoryField", self.tr("Category"), self)
        self.category.setPlaceholderText(self.tr("Category"))
        self.category.setFrame(False)
        self.headline = TextField(
            "headlineField", self.tr("Headline"), self, one_line=True, most_lines=6
        )
        self.headline.setPlaceholderText(self.tr("Headline"))
        self.deck = TextField("deckField", self.tr("Deck"), self, one_line=True, most_lines=6)
        self.deck.setPlaceholderText(self.tr("Deck: one sentence that carries the headline on"))
        self.place = LineField("placeField", self.tr("Place of the dateline"), self)
        self.place.setPlaceholderText(self.tr("Place"))
        self.date = DateField("dateField", self.tr("Date of the dateline"), icons, self)
        self._texts = {
            "category": self.category,
            "headline": self.headline,
            "deck": self.deck,
            "place": self.place,
        }
        self._composed = QLabel(self)
        self._composed.setAccessibleName(self.tr("Dateline as it will print"))
        self._composed.setWordWrap(True)
        self._counted = QLabel(self)
        self._counted.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.embargo = EmbargoBadge(icons, self)
        self._rules = [Divider(parent=self), Divider(parent=self)]
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.place, 3)
        row.addWidget(self.date, 2)
        told = QHBoxLayout()
        told.setSpacing(8)
        told.addWidget(self._composed, 1)
        told.addWidget(self.embargo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.category)
        column.addWidget(self.headline)
        column.addWidget(self._counted)
        column.addWidget(self.deck)
        column.addSpacing(8)
        column.addWidget(self._rules[0])
        column.addSpacing(4)
        column.addLayout(row)
        column.addSpacing(4)
        column.addLayout(told)
        column.addSpacing(4)
        column.addWidget(self._rules[1])

    def _connect(self) -> None:
        labels = {
            "category": self.tr("Typing in the category"),
            "headline": self.tr("Typing in the headline"),
            "deck": self.tr("Typing in the deck"),
            "place": self.tr("Typing in the place"),
        }
        for name, field in self._texts.items():
            self._runs[name] = TypingRun(name)
            field.edited.connect(
                lambda text, name=name, label=labels[name]: self._edit(name, text, label)
            )
        self.headline.left.connect(self.deck.setFocus)
        self.deck.left.connect(self.body_wanted)
        self.date.edited.connect(self._set_date)
        self.embargo.clicked.connect(self.embargo_wanted)

    def _edit(self, name: str, text: str, label: str) -> None:
        release = self._document.release
        old = getattr(release, name)
        kept, gone, added = _difference(old, text)
        start, removed = units(kept), units(gone)
        before, after = start + removed, start + units(added)
        field = self._texts[name].objectName()
        self._document.apply(
            replace(release, **{name: text}),
            label,
            merge=self._runs[name].token(start, removed, added),
            before=Caret(field, "", before, before),
            after=Caret(field, "", after, after),
        )

    def _set_date(self, day: object) -> None:
        release = replace(self._document.release, date=day)
        caret = Caret("dateField")
        self._document.apply(release, self.tr("Date"), before=caret, after=caret)

    def _count(self) -> None:
        limit = self._limit("headline")
        count = len(self._document.release.headline)
        self._counted.setText(f"{count} / {limit}" if limit else str(count))
        told = self.tr("%n character(s) in the headline", "", count)
        self._counted.setAccessibleName(told)
        over = bool(limit) and count > limit
        if hasattr(self, "_colours"):
            colour = self._colours.danger if over else self._colours.muted
            _colour(self._counted, QPalette.ColorRole.WindowText, colour)


def _difference(old: str, new: str) -> tuple[str, str, str]:
    """Tell an edit apart: the text before it, what went, and what came."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return old[:start], old[start : len(old) - end], new[start : len(new) - end]


def _dress(field: TextField | LineField, font: QFont, ink: str, muted: str) -> None:
    """Set a field on paper: no frame, no ground of its own."""
    field.setFont(font)
    if isinstance(field, TextField):
        field.setFrameShape(QFrame.Shape.NoFrame)
        field.document().setDocumentMargin(1)
        field.viewport().setAutoFillBackground(False)
    palette = field.palette()
    palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
    palette.setColor(QPalette.ColorRole.Text, QColor(ink))
    palette.setColor(QPalette.ColorRole.PlaceholderText, QColor(muted))
    field.setPalette(palette)
    field.updateGeometry()


def _colour(widget: QWidget, role: QPalette.ColorRole, colour: str) -> None:
    palette = widget.palette()
    palette.setColor(role, QColor(colour))
    widget.setForegroundRole(role)  # on paper it would be another
    widget.setPalette(palette)
