"""The settings dialog: every change is applied and kept at once."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSlider,
    QWidget,
)

from pressdesk.export.packs import Pack
from pressdesk.model.problem import PressDeskError
from pressdesk.settings import Settings, SettingsStore
from pressdesk.ui.controls.buttons import PlainButton
from pressdesk.ui.controls.labels import SectionLabel
from pressdesk.ui.dialogs.font_choice import FontChoice, FontSample
from pressdesk.ui.dialogs.language_choice import LanguageChoice
from pressdesk.ui.dialogs.pack_choice import PackChoice
from pressdesk.ui.dialogs.sheet import GAP, Sentence, Sheet
from pressdesk.ui.fields import LineField
from pressdesk.ui.panels.flow import FlowLayout
from pressdesk.ui.prompts import Prompts

_STEP = 10
"""Per cent from one text size to the next."""


class SettingsDialog(Sheet):
    """Shows the settings and changes them."""

    changed = Signal(object)
    """The new ``Settings``, after each change; they are in the store already."""

    def __init__(
        self,
        store: SettingsStore,
        packs: Callable[[], Mapping[str, Pack]],
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        """``packs`` is asked again when the template folder has changed."""
        super().__init__("settingsDialog", self.tr("Settings"), parent, letters=76)
        self._store, self._packs, self._prompts = store, packs, prompts
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.column.addLayout(self._grid)
        self._build_release()
        self._build_writing()
        self._build_look()
        self.column.addStretch(1)
        self._fault = Sentence(is_quiet=True)
        self.buttons.addWidget(self._fault, 1)
        self.buttons.addStretch(0)
        close = PlainButton(self.tr("&Close"))
        close.clicked.connect(self.accept)
        self.add_button(close, is_default=True)

    @property
    def _settings(self) -> Settings:
        return self._store.settings

    def _build_release(self) -> None:
        self._add_heading(self.tr("New releases"))
        self._add(self.tr("&Author"), self._line("author", self.tr("Author")))
        organization = self._line("organization", self.tr("Organization"))
        self._add(self.tr("&Organization"), organization)
        self._language = LanguageChoice(self._settings.language, self.tr("Language"))
        self._language.chosen.connect(lambda tag: self._change(language=tag))
        self._add(self.tr("&Language"), self._language)
        self._template = self._template_choice()
        self._add(self.tr("&Template"), self._template)
        self._folder = self._line("template_folder", self.tr("Folder of more templates"))
        browse = PlainButton(self.tr("&Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        self._add(self.tr("&More templates in"), self._folder, browse)
        self._found = Sentence(is_quiet=True)
        self._tell_found()
        self._add("", self._found)

    def _build_writing(self) -> None:
        self._add_heading(self.tr("Writing"))
        spelling = QCheckBox(self.tr("Mark words that the dictionary does not &know"))
        spelling.setChecked(self._settings.is_spelling_checked)
        spelling.toggled.connect(lambda is_on: self._change(is_spelling_checked=is_on))
        typing = QCheckBox(self.tr("Set quotation marks and &dashes while typing"))
        typing.setChecked(self._settings.has_smart_typing)
        typing.toggled.connect(lambda is_on: self._change(has_smart_typing=is_on))
        self._add_wide(spelling)
        self._add_wide(typing)

    def _build_look(self) -> None:
        self._add_heading(self.tr("Look"))
        self._add(self.tr("Language of the wi&ndow"), self._interface_choice())
        self._add("", Sentence(self.tr("It holds from the next start."), is_quiet=True))
        themes = {
            "system": self.tr("Follow the s&ystem"),
            "light": self.tr("L&ight"),
            "dark": self.tr("Da&rk"),
        }
        group, row = QButtonGroup(self), QWidget()
        line = FlowLayout(row, GAP)
        for theme, words in themes.items():
            button = QRadioButton(words)
            button.setObjectName(f"theme.{theme}")
            button.setChecked(theme == self._settings.theme)
            button.toggled.connect(
                lambda is_on, theme=theme: self._change(theme=theme) if is_on else None
            )
            group.addButton(button)
            line.addWidget(button)
        self._add(self.tr("Colors"), row)
        self._add(self.tr("Text si&ze"), self._size_slider())
        for name, words, told in (
            ("serif", self.tr("Font of the &page"), self.tr("Font of the page")),
            ("sans", self.tr("Font of the &window"), self.tr("Font of the window")),
        ):
            choice = FontChoice(getattr(self._settings, name), told)
            choice.chosen.connect(lambda family, name=name: self._change_font(name, family))
            self._add(words, choice)
        self._sample = FontSample(self.tr("The museum opens its doors to all on April 12."))
        self._sample.show_font(self._settings.serif, self._settings.text_size)
        self._add("", self._sample)

    def _interface_choice(self) -> QComboBox:
        choice = QComboBox()
        choice.setObjectName("interface")
        choice.setAccessibleName(self.tr("Language of the window"))
        # each names itself, so that it is found by who can't read the others
        for tag, words in (
            ("system", self.tr("As the system")),
            ("en", "English"),
            ("zh-CN", "简体中文"),
        ):
            choice.addItem(words, tag)
        choice.setCurrentIndex(choice.findData(self._settings.interface))
        choice.activated.connect(lambda number: self._change(interface=choice.itemData(number)))
        return choice

    def _size_slider(self) -> QWidget:
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setObjectName("textSize")
        slider.setAccessibleName(self.tr("Text size in per cent"))
        slider.setRange(100 // _STEP, 200 // _STEP)
        slider.setPageStep(2)
        slider.setTracking(False)  # the sample follows the mouse, the window when it is let go
        slider.setValue(round(self._settings.text_size * 100 / _STEP))
        number = QLabel()
        number.setMinimumWidth(self.fontMetrics().horizontalAdvance("200 % "))

        def show(steps: int) -> None:
            number.setText(self.tr("{0} %").format(steps * _STEP))
            self._sample.show_font(self._settings.serif, steps * _STEP / 100)

        number.setText(self.tr("{0} %").format(slider.value() * _STEP))
        slider.sliderMoved.connect(show)
        slider.valueChanged.connect(show)
        slider.valueChanged.connect(lambda steps: self._change(text_size=steps * _STEP / 100))
        line.addWidget(slider, 1)
        line.addWidget(number)
        whole.setFocusProxy(slider)
        return whole

    def _add_heading(self, title: str) -> None:
        row = self._grid.rowCount()
        if row > 1:
            self._grid.setRowMinimumHeight(row, GAP // 2)
        self._grid.addWidget(SectionLabel(title), row + 1, 0, 1, 2)

    def _add(self, words: str, *fields: QWidget) -> None:
        """Put fields in a row behind their words, which lead to the first of them."""
        label, line = QLabel(words), QHBoxLayout()
        label.setBuddy(fields[0])
        line.setSpacing(8)
        for number, field in enumerate(fields):
            line.addWidget(field, 0 if number else 1)
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0)
        self._grid.addLayout(line, row, 1)

    def _add_wide(self, field: QWidget) -> None:
        self._grid.addWidget(field, self._grid.rowCount(), 0, 1, 2)

    def _line(self, name: str, words: str) -> LineField:
        field = LineField(name, words)
        field.setText(getattr(self._settings, name))
        field.editingFinished.connect(lambda: self._change(**{name: field.text().strip()}))
        return field

    def _template_choice(self) -> PackChoice:
        choice = PackChoice(self.tr("Template"))
        choice.show_packs(self._packs(), self._settings.template)
        choice.chosen_changed.connect(lambda name: self._change(template=name))
        return choice

    def _browse(self) -> None:
        start = Path(self._folder.text()) if self._folder.text() else None
        chosen = self._prompts.folder(self, self.tr("Folder of Templates"), start)
        if chosen:
            self._folder.setText(str(chosen))
            self._change(template_folder=str(chosen))

    def _change(self, **values: object) -> None:
        """Set, keep and tell; what can't be kept holds until the program ends."""
        before = self._settings
        self._fault.say("")
        try:
            self._store.change(**values)
        except PressDeskError as error:
            self._fault.say(str(error))
        if self._settings == before:
            return
        self.changed.emit(self._settings)
        if self._settings.template_folder != before.template_folder:
            self._template.show_packs(self._packs(), self._settings.template)
            self._tell_found()

    def _change_font(self, name: str, family: str) -> None:
        self._change(**{name: family})
        self._sample.show_font(self._settings.serif, self._settings.text_size)

    def _tell_found(self) -> None:
        folder = self._settings.template_folder
        if not folder:
            self._found.say(self.tr("Templates of your own house, besides those of the program."))
            return
        own = [pack for pack in self._packs().values() if pack.folder.parent == Path(folder)]
        told = self.tr("Templates found there: {0}") if own else self.tr("No template is there.")
        self._found.say(told.format(", ".join(pack.id for pack in own)))

    def done(self, result: int) -> None:
        # a line that was typed into and not left counts too
        if isinstance(field := self.focusWidget(), QLineEdit):
            field.editingFinished.emit()
        super().done(result)
