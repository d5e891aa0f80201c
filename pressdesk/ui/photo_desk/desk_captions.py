"""The captions of a photo at the caption desk, each with what helps to write it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from pressdesk.export.wording import date_text
from pressdesk.model.body import Figure, plain
from pressdesk.model.caption import LAMPS, lit
from pressdesk.model.caption_pattern import fill, known_of, open_places
from pressdesk.model.captioned_people import differs, identify, told, who_is_who
from pressdesk.model.photo import Photo
from pressdesk.model.release import Release
from pressdesk.model.uses import PhotoUse
from pressdesk.ui.controls.buttons import PlainButton
from pressdesk.ui.controls.cards import Note
from pressdesk.ui.controls.lamps import sentence_of
from pressdesk.ui.document import Caret, Document
from pressdesk.ui.fields import TextField
from pressdesk.ui.panels.field_box import FieldBox, Words
from pressdesk.ui.panels.flow import Flow
from pressdesk.ui.panels.photo_captions import PhotoCaptions, with_caption
from pressdesk.ui.panels.typed import Typed, utf16_length
from pressdesk.ui.program import Program

_MENU_LETTERS = 100


class CaptionHelp(QWidget):
    """What a caption still lacks, who is who by the marks, and patterns to begin with."""

    pattern_wanted = Signal()
    identification_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lacks = Words()
        self.who = Words(is_quiet=False)
        self.warning = Note("warning", tinted=True)
        self.warned = Words(is_quiet=False)
        self.put = PlainButton(self.tr("Put into the caption"), accent=True)
        self.patterns = PlainButton(self.tr("Patterns"))
        self.put.setObjectName("photoDesk.put")
        self.put.setAccessibleName(self.tr("Put who is who into the caption"))
        self.put.setToolTip(self.tr("Write who is who into the caption; it then follows the marks"))
        self.patterns.setObjectName("photoDesk.patternsButton")
        self.patterns.setAccessibleName(self.tr("Patterns for the caption"))
        self.patterns.setToolTip(
            self.tr("Begin with a pattern of the house (F4); F8 goes to the next place to fill in")
        )
        self.put.clicked.connect(self.identification_wanted)
        self.patterns.clicked.connect(self.pattern_wanted)
        inside = QVBoxLayout(self.warning)
        inside.setContentsMargins(10, 6, 10, 6)
        inside.addWidget(self.warned)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(6)
        for widget in (self.lacks, self.warning, self.who, Flow(self.put, self.patterns)):
            column.addWidget(widget)

    def show_figure(self, figure: Figure, photo: Photo, release: Release) -> None:
        """Show what there is to say of a caption."""
        said = lit(figure, photo, release)
        missing = [sentence_of(part, False) for part in LAMPS if part not in said]
        self.lacks.say("\n".join(missing))
        text = who_is_who(figure, release)
        stands = told(figure, release) is not None
        is_offered = bool(text) and not stands
        self.who.say(self.tr("By the marks: {}").format(text) if is_offered else "")
        self.put.setVisible(is_offered)
        warnings = []
        if differs(figure, release):
            warnings.append(self.tr("The caption says who is who otherwise than the marks."))
        if places := open_places(plain(figure.caption)):
            names = ", ".join(f"{{{place.name}}}" for place in places)
            warnings.append(self.tr("Still to be filled in: {}").format(names))
        self.warned.setText("\n".join(warnings))
        self.warning.setVisible(bool(warnings))


class DeskCaptions(PhotoCaptions):
    """Edits every caption of a photo, on the page or attached."""

    def __init__(self, name: str, document: Document, program: Program) -> None:
        super().__init__(document, name=name, edits_placed=True)
        self._program = program
        self.helps: dict[str, CaptionHelp] = {}

    def show_use(self, use: PhotoUse) -> None:
        super().show_use(use)
        for figure in use.figures:
            self.helps[figure.id].show_figure(figure, use.photo, self._document.release)

    def add(self, figure: Figure, box: FieldBox) -> None:
        super().add(figure, box)
        help_ = self.helps[figure.id] = CaptionHelp()
        help_.pattern_wanted.connect(lambda: self.offer_patterns(figure.id))
        help_.identification_wanted.connect(lambda: self._identify(figure.id))
        self.column.addWidget(help_)

    def offer_patterns(self, figure_id: str) -> None:
        """Open the menu of patterns of a caption."""
        release = self._document.release
        figure = next(one for one in release.figures if one.id == figure_id)
        photo = release.photo(figure.photo)
        menu = QMenu(self)
        menu.setObjectName("photoDesk.patterns")
        metrics = QFontMetrics(menu.font())
        most = metrics.averageCharWidth() * _MENU_LETTERS
        for text in self._filled(photo, release):
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, most).replace("&", "&&")
            action = menu.addAction(shown)
            action.setToolTip(text)
            action.triggered.connect(lambda _=False, text=text: self._insert(figure_id, text))
        if not menu.actions():
            menu.addAction(self.tr("The template has no patterns in this language")).setEnabled(
                False
            )
        if photo.description:
            menu.addSeparator()
            action = menu.addAction(self.tr("The picture’s own description"))
            action.setToolTip(photo.description)
            action.triggered.connect(lambda _=False: self._insert(figure_id, photo.description))
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(menu.deleteLater)
        button = self.helps[figure_id].patterns
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def go_to_open_place(self, typed: Typed) -> bool:
        """Select the next place of a pattern behind the cursor; False where there is none."""
        field, text = typed.field, typed.text
        places = open_places(text)
        if not places or not isinstance(field, TextField):
            return False
        at = field.textCursor().selectionEnd()
        later = [place for place in places if utf16_length(text[: place.start]) >= at]
        place = (later or places)[0]
        start = utf16_length(text[: place.start])
        end = utf16_length(text[: place.end])
        typed.go_to(Caret(self._name, typed.item, start, end))
        return True

    def current(self, widget: QWidget | None) -> Typed | None:
        """Give the caption that has the cursor."""
        return next((typed for typed in self.typed.values() if typed.field is widget), None)

    def _filled(self, photo: Photo, release: Release) -> list[str]:
        pack = self._program.pack(release.template)
        day = photo.taken or (release.event and release.event.start) or release.date
        style = pack.wording(release.language).date_style
        known = known_of(photo, release, date_text(day, style) if day else "")
        return [fill(pattern, known) for pattern in pack.captions(release.language)]

    def _insert(self, figure_id: str, text: str) -> None:
        """Put a text into an empty caption, or behind what stands there."""
        typed = self.typed[figure_id]
        before = typed.text.rstrip()
        text = f"{before} {text}" if before else text
        start = utf16_length(before)
        caret = Caret(self._name, figure_id, start, start)
        release = with_caption(self._document.release, figure_id, text)
        self._document.apply(release, self.tr("Pattern of a caption"), before=caret, after=caret)
        # Later: the menu gives the focus back to where it was.
        QTimer.singleShot(0, typed, lambda: self._begin(typed, start))

    def _begin(self, typed: Typed, start: int) -> None:
        typed.go_to(Caret(self._name, typed.item, start, start))
        if not self.go_to_open_place(typed):
            typed.end()

    def _identify(self, figure_id: str) -> None:
        typed = self.typed[figure_id]
        end = utf16_length(typed.text)
        caret = Caret(self._name, figure_id, end, end)
        release = identify(self._document.release, figure_id)
        self._document.apply(release, self.tr("Who is who"), before=caret, after=caret)
        typed.field.setFocus()
        typed.end()
