import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSlider,
)

from pressdesk.export.packs import Pack, find_packs
from pressdesk.paths import shipped
from pressdesk.settings import Settings, SettingsStore
from pressdesk.ui.dialogs.settings import SettingsDialog
from pressdesk.ui.fields import LineField


@pytest.fixture
def heard() -> list[Settings]:
    return []


@pytest.fixture
def dialog(qtbot, store: SettingsStore, packs, answers, heard: list[Settings]) -> SettingsDialog:
    dialog = SettingsDialog(store, packs, answers)
    qtbot.addWidget(dialog)
    dialog.changed.connect(heard.append)
    dialog.show()
    return dialog


def combo(dialog: SettingsDialog, name: str) -> QComboBox:
    return next(each for each in dialog.findChildren(QComboBox) if each.accessibleName() == name)


def kept(store: SettingsStore, tmp_path: Path) -> Settings:
    """What another start of the program would read."""
    again = SettingsStore(tmp_path / "profile").settings
    assert again == store.settings
    return again


def test_lines_are_kept_when_they_are_left(qtbot, dialog, store, heard, tmp_path: Path):
    author = dialog.findChildren(LineField, "author")[0]
    author.setFocus()
    qtbot.keyClicks(author, "Mira Harlow")
    assert heard == []
    qtbot.keyClick(author, Qt.Key.Key_Tab)
    assert heard[-1].author == "Mira Harlow"
    assert kept(store, tmp_path).author == "Mira Harlow"


def test_a_line_that_was_not_left_is_kept_on_closing(qtbot, dialog, store, tmp_path: Path):
    field = dialog.findChildren(LineField, "organization")[0]
    field.setFocus()
    qtbot.keyClicks(field, "River Museum")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert kept(store, tmp_path).organization == "River Museum"


def test_boxes_and_theme_apply_at_once(dialog, store, heard, tmp_path: Path):
    spelling, typing = dialog.findChildren(QCheckBox)
    spelling.click()
    typing.click()
    dialog.findChildren(QRadioButton, "theme.dark")[0].click()
    settings = kept(store, tmp_path)
    assert not settings.is_spelling_checked
    assert not settings.has_smart_typing
    assert settings.theme == "dark"
    assert len(heard) == 3


def test_text_size_goes_from_100_to_200_in_steps(qtbot, dialog, store, heard, tmp_path: Path):
    slider = dialog.findChildren(QSlider, "textSize")[0]
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert kept(store, tmp_path).text_size == pytest.approx(1.1)
    assert "110 %" in [label.text() for label in dialog.findChildren(QLabel)]
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert heard[-1].text_size == 2.0
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert heard[-1].text_size == 1.0


def test_fonts_can_be_chosen_and_left_to_the_program(dialog, store, tmp_path: Path):
    page = combo(dialog, "Font of the page")
    page.setCurrentIndex(page.count() - 1)
    assert kept(store, tmp_path).serif == page.currentText()
    page.setCurrentIndex(0)
    assert kept(store, tmp_path).serif == ""


def test_a_language_is_chosen_or_typed(qtbot, dialog, store, tmp_path: Path):
    language = combo(dialog, "Language")
    line = language.findChildren(QLineEdit)[0]
    for typed, tag in (("German", "de"), ("pt-br", "pt-BR"), ("x", "pt-BR"), ("", "pt-BR")):
        line.clear()
        qtbot.keyClicks(line, typed)
        line.editingFinished.emit()
        assert kept(store, tmp_path).language == tag
        assert tag in language.currentText()


def test_a_template_folder_brings_its_templates(
    qtbot, store: SettingsStore, answers, tmp_path: Path
):
    def packs() -> Mapping[str, Pack]:
        own = store.settings.template_folder
        return find_packs(([Path(own)] if own else []) + [shipped("templates")])[0]

    shutil.copytree(shipped("templates") / "news", tmp_path / "house" / "statement")
    (tmp_path / "empty").mkdir()
    find: Callable[[], Mapping[str, Pack]] = packs
    dialog = SettingsDialog(store, find, answers)
    qtbot.addWidget(dialog)
    template = combo(dialog, "Template")
    assert template.findData("statement") < 0
    answers.folders = [tmp_path / "house", tmp_path / "empty", None]
    browse = next(each for each in dialog.findChildren(QPushButton) if "Browse" in each.text())
    browse.click()
    assert template.findData("statement") >= 0
    template.setCurrentIndex(template.findData("statement"))
    assert kept_template(store) == "statement"
    browse.click()
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert "No template is there." in words
    assert "“statement”, which is not installed" in template.currentText()
    browse.click()
    assert store.settings.template_folder == str(tmp_path / "empty")


def kept_template(store: SettingsStore) -> str:
    return store.settings.template


def test_settings_that_cannot_be_kept_hold_and_say_so(
    qtbot, packs, answers, heard: list[Settings], tmp_path: Path
):
    (tmp_path / "profile").write_text("a file where the folder should be")
    dialog = SettingsDialog(SettingsStore(tmp_path / "profile"), packs, answers)
    qtbot.addWidget(dialog)
    dialog.changed.connect(heard.append)
    dialog.findChildren(QCheckBox)[0].click()
    assert not heard[-1].is_spelling_checked
    assert any("PD-SAV" in label.text() for label in dialog.findChildren(QLabel))
