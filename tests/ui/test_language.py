"""Every word of the window is translated, and the window speaks the language that is set."""

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QAbstractListModel, QEvent, QLocale, Qt, QTranslator
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QMenu,
    QTabBar,
    QToolBar,
    QWidget,
)

from pressdesk.app import build
from pressdesk.paths import Paths, shipped
from pressdesk.settings import Interface, SettingsStore
from pressdesk.ui import language
from pressdesk.ui.actions import plain_words
from pressdesk.ui.dates import told_moment
from pressdesk.ui.dialogs.about import LIBRARIES
from pressdesk.ui.dialogs.fault import FaultDialog
from pressdesk.ui.dialogs.recovery import RecoveryDialog
from pressdesk.ui.dialogs.settings import SettingsDialog
from pressdesk.ui.dialogs.version_name import VersionNameDialog
from pressdesk.ui.dialogs.versions import VersionsDialog
from pressdesk.ui.document import Document
from pressdesk.ui.window import MainWindow
from tests import translations
from tests.translations import CHINESE, ENGLISH, Words
from tests.ui.dialogs.test_every_dialog import cut, some_versions, unsaved
from tests.ui.windows import Script, field, trigger, type_into

MNEMONIC = re.compile(r"&(?=\w)(.)")
PLACEHOLDER = re.compile(r"\{\w*\}|%n|\*\.\w+|;;|\[\*\]")
PATTERN_OF_DATES = re.compile(r"(d{1,4}|M{1,4}|y{2,4}|\W)+")

NAMES = {
    *("PressDesk", "Word", "Markdown", "Qt", "PySide", "GNU", "LGPL", "MIT", "Hunspell"),
    *("LibreOffice", "PNG", "JPEG", "MB", "kB", "UTC", "English", "zh", "Hans", "en"),
    *("Ctrl", "Alt", "Shift", "Enter", "Esc", "Tab", "PgUp", "PgDown", "Ins", "Del"),
}
"""What is called so in Chinese too."""

NO_WORDS = re.compile(r"\S*[\\/@]\S*|\w[\w.-]*\.\w{2,5}\b|\b\w+[-_]\w+\S*|\b(https?|mailto|tel):")
"""Paths, zones, addresses, names of files, languages and dictionaries."""

DIALOGS = (
    *("file.export", "file.settings", "view.palette", "edit.find", "insert.link", "insert.table"),
    *("help.keys", "help.about", "edit.dictionaries"),
)


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[Interface], None]]:
    """Change the language of what is made from now on."""
    folder = shipped("resources") / "i18n"
    yield lambda interface: language.install(qapp, interface, folder)
    language.install(qapp, "system", folder)


@pytest.fixture
def chinese(speak: Callable[[Interface], None], tmp_path: Path) -> None:
    """The person has chosen Chinese."""
    SettingsStore(Paths(tmp_path / "profile").config).change(interface="zh-CN")
    speak("zh-CN")


@pytest.fixture
def english(speak: Callable[[Interface], None], tmp_path: Path) -> None:
    SettingsStore(Paths(tmp_path / "profile").config).change(interface="en")
    speak("en")


# The files


def test_every_word_of_the_sources_is_in_the_translation_and_no_other():
    there = {(words.context, words.source) for words in translations.read(CHINESE)}
    assert translations.marked() == there, "run `python -m tests.translations`"


def test_every_word_is_translated():
    words = translations.read(CHINESE)
    assert len(words) > 500
    assert not [each for each in words if each.state or not each.target.strip()]


def test_english_holds_the_plurals_and_nothing_else():
    counted = {(each.context, each.source) for each in translations.read(CHINESE) if each.forms}
    english = translations.read(ENGLISH)
    assert {(each.context, each.source) for each in english} == counted
    for words in english:
        assert not words.state
        one, several = words.forms
        assert one != several
        assert "(s)" not in one + several


@pytest.mark.parametrize("file", [CHINESE, ENGLISH], ids=lambda file: file.stem)
def test_the_compiled_files_are_those_of_the_translations(file: Path, tmp_path: Path):
    compiled = tmp_path / "compiled.qm"
    translations.compile_to(file, compiled)
    assert compiled.read_bytes() == file.with_suffix(".qm").read_bytes()


def test_what_stands_for_values_is_kept():
    broken = [
        each
        for each in translations.read(CHINESE)
        for form in each.forms or (each.target,)
        if sorted(PLACEHOLDER.findall(form)) != sorted(PLACEHOLDER.findall(each.source))
    ]
    assert not broken


def test_the_letters_of_keys_are_kept_in_the_chinese_way():
    broken = [each for each in translations.read(CHINESE) if not _has_its_letter(each)]
    assert not broken


def _has_its_letter(words: Words) -> bool:
    letters = MNEMONIC.findall(words.source)
    ending = f"(&{letters[0].upper()})" if letters else ""
    if not words.target.removesuffix("…").endswith(ending):
        return False
    return len(MNEMONIC.findall(words.target)) == len(letters)


def test_what_is_not_translated_is_a_name():
    same = {each.source for each in translations.read(CHINESE) if each.source == each.target}
    assert same == {"Qt"}


def test_one_word_has_one_translation_but_where_it_means_something_else():
    found: dict[str, set[str]] = {}
    for each in translations.read(CHINESE):
        found.setdefault(plain_words(each.source), set()).add(plain_words(each.target))
    several = {source for source, targets in found.items() if len(targets) > 1}
    assert several == {"Text", "Place", "Name", "New release", "Look"} & several


def test_what_is_counted_stands_in_no_class_that_others_inherit_from():
    # PySide looks further up only where a translation gives back what it was given, and in
    # what is counted the number is put in either way.
    counted = {each.context for each in translations.read(CHINESE) if each.forms}
    bases = {
        base.id
        for source in translations.sources()
        for node in ast.walk(ast.parse(source.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
        for base in node.bases
        if isinstance(base, ast.Name)
    }
    assert "Sheet" in bases
    assert not counted & bases


def test_a_refresh_changes_nothing(tmp_path: Path):
    for file in (CHINESE, ENGLISH):
        copy = tmp_path / file.name
        copy.write_bytes(file.read_bytes())
        translations.update(copy)
        assert translations.read(copy) == translations.read(file)


# The language that is set


@pytest.mark.parametrize(
    ("interface", "system", "shown"),
    [
        ("system", "zh_CN", "zh_CN"),
        ("system", "zh_SG", "zh_SG"),
        ("system", "zh_TW", "en_US"),
        ("system", "de_DE", "en_US"),
        ("system", "en_GB", "en_GB"),
        ("system", "C", "C"),
        ("en", "en_AU", "en_AU"),
        ("en", "zh_CN", "en_US"),
        ("zh-CN", "zh_SG", "zh_SG"),
        ("zh-CN", "de_DE", "zh_CN"),
        ("zh-CN", "zh_TW", "zh_CN"),
    ],
)
def test_days_are_told_as_the_system_does_where_it_speaks_the_language(
    interface: Interface, system: str, shown: str
):
    assert language.locale_of(interface, QLocale(system)).name() == shown


def test_the_language_is_chosen_in_the_settings(qtbot, tmp_path: Path, script: Script):
    store = SettingsStore(tmp_path)
    dialog = SettingsDialog(store, dict, script)
    qtbot.addWidget(dialog)
    choice = field(dialog, "interface")
    assert choice.currentData() == "system"
    assert [choice.itemText(number) for number in (1, 2)] == ["English", "简体中文"]
    choice.activated.emit(2)
    assert SettingsStore(tmp_path).settings.interface == "zh-CN"


def test_a_language_is_read_once_however_often_a_window_is_made(
    qapp: QApplication, speak: Callable[[Interface], None]
):
    for _ in range(2):
        speak("zh-CN")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(qapp.findChildren(QTranslator)) == 2
    assert QApplication.translate("Actions", "&File") == "文件(&F)"
    assert QApplication.translate("QPlatformTheme", "Cancel") == "取消"
    speak("en")
    assert QApplication.translate("Actions", "&File") == "&File"
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


# The window


def test_one_word_is_no_words_in_english(qtbot, english: None, window: MainWindow):
    trigger(window, "file.new")
    told = field(window, "statusBar")
    for typed, counted in (("Hello", "1 word ·"), (" and welcome", "3 words ·")):
        type_into(window, "bodyEditor", typed)
        qtbot.waitUntil(lambda counted=counted: counted in _all(told))


def test_steps_have_their_names_from_all_classes_of_the_editor(chinese: None, window: MainWindow):
    trigger(window, "file.sample")
    assert isinstance(window.document, Document)
    document, body = window.document, field(window, "bodyEditor")
    body.setFocus()
    type_into(window, "bodyEditor", "x")
    document.flush()
    assert document.undo_label == "输入"
    body.selectAll()
    body.toggle("bold")
    assert document.undo_label == "粗体"
    body.cut()
    assert document.undo_label == "剪切"
    assert window.actions_by_id["edit.undo"].text() == "撤销“剪切”(&U)"


@pytest.mark.parametrize("spoken", ["english", "chinese"])
def test_a_key_leads_to_one_place_of_a_menu(request: pytest.FixtureRequest, spoken: str):
    request.getfixturevalue(spoken)
    window: MainWindow = request.getfixturevalue("window")
    bar = [menu.title() for menu in window.menus.values()]
    menus = [[action.text() for action in menu.actions()] for menu in window.menus.values()]
    for texts in (bar, *menus):
        keys = Counter(QKeySequence.mnemonic(text).toString() for text in texts if text)
        assert not [key for key, count in keys.items() if count > 1 and key]
    assert bar[0] == {"english": "&File", "chinese": "文件(&F)"}[spoken]


def test_letters_in_brackets_are_shown_in_menus_only(chinese: None, window: MainWindow):
    trigger(window, "file.sample")
    shown = [text for combo in window.findChildren(QComboBox) for text in _items(combo)]
    (bar,) = window.findChildren(QToolBar)
    shown += [action.toolTip() for action in bar.actions()]
    assert "粗体 (Ctrl+B)" in shown
    assert not [text for text in shown if "(&" in text or re.search(r"\([A-Z]\)", text)]


def test_the_start_screen_has_no_english_word(chinese: None, window: MainWindow):
    assert "新闻稿" in _all(field(window, "startScreen"))
    assert not _foreign(window, ())


def test_the_window_with_a_release_has_no_english_word(qtbot, chinese: None, window: MainWindow):
    content = _show_sample(window)
    assert window.workspace is not None
    window.workspace.show_panel("details")
    for section in window.workspace.details.sections.values():
        section.open()
    QApplication.processEvents()
    qtbot.waitUntil(lambda: "中文 (简体)" in _all(window.status))
    assert "614 字" in _all(window.status)
    assert not _foreign(window, content)


@pytest.mark.parametrize("name", DIALOGS)
def test_no_dialog_has_an_english_word_or_cuts_a_chinese_one(
    qtbot, chinese: None, window: MainWindow, name: str
):
    content = _show_sample(window)
    trigger(window, name)
    QApplication.processEvents()
    shown = [each for each in window.findChildren(QDialog) if each.isVisible()] or [window]
    for dialog in shown:
        assert not _foreign(dialog, content)
        if dialog is not window:
            assert dialog.windowTitle()
            assert not cut(dialog)
            dialog.close()


@pytest.mark.parametrize(
    "make",
    [
        lambda: RecoveryDialog(unsaved()),
        lambda: RecoveryDialog(()),
        lambda: VersionsDialog(some_versions()),
        lambda: VersionsDialog(()),
        VersionNameDialog,
    ],
)
def test_the_dialogs_of_what_is_kept_have_no_english_word(
    qtbot, chinese: None, make: Callable[[], QDialog]
):
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    own = [unsaved()[0].unsaved.row.release.headline, "As sent to the director"]
    assert not _foreign(dialog, [*own, "Mira Harlow", "Mira"])
    assert not cut(dialog)


def test_the_dialog_of_faults_has_no_english_word(qtbot, chinese: None, tmp_path: Path):
    dialog = FaultDialog("…", tmp_path / "pressdesk.log")
    qtbot.addWidget(dialog)
    assert not _foreign(dialog, ())


def test_moments_are_told_in_chinese(chinese: None, english_embargo: Any):
    assert told_moment(english_embargo) == "2031年3月5日 09:00"


@pytest.fixture
def english_embargo() -> Any:
    import datetime as dt

    return dt.datetime(2031, 3, 5, 9, 0, tzinfo=dt.UTC)


def test_a_window_in_the_language_of_the_system_is_made(qapp, tmp_path: Path, script: Script):
    made = build(Paths(tmp_path), script)
    assert made.menus["File"].title() == "&File"
    made.close()
    made.program.close()
    made.program.deleteLater()


def _show_sample(window: MainWindow) -> tuple[str, ...]:
    """Open the sample as if it were in Chinese, and give its own texts, the longest first."""
    trigger(window, "file.sample")
    document = window.document
    assert document is not None
    document.apply(replace(document.release, language="zh-Hans"), "语言")
    QApplication.processEvents()
    release = document.release
    texts = {text for text in _strings(msgspec.to_builtins(release)) if re.search("[A-Za-z]", text)}
    texts |= {person.name for person in release.people}
    texts |= {text.upper() for text in texts}
    return tuple(sorted(texts, key=len, reverse=True))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
        yield from value.splitlines()
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _strings(each)


def _foreign(whole: QWidget, content: Iterable[str]) -> list[str]:
    """Find what is shown or told in a widget and has English words that are not the person's."""
    names = NAMES | {word for each in LIBRARIES for word in re.findall("[A-Za-z]+", str(each))}
    found: list[str] = []
    for text in sorted(set(_texts(whole))):
        rest = unescape(re.sub("<[^>]*>", " ", text))
        rest = rest.replace("\u200b", "")  # where a long name may break
        for own in content:
            rest = rest.replace(own, " ")
        rest = NO_WORDS.sub(" ", plain_words(rest))
        if set(re.findall(r"[A-Za-z]{2,}", rest)) - names:
            found.append(f"{text!r}: {rest!r}")
    return found


def _all(whole: QWidget) -> str:
    return "\n".join(_texts(whole))


def _texts(whole: QWidget) -> Iterator[str]:
    """Go through all that a widget and those in it show, or tell on hover and to screen readers."""
    for widget in (whole, *whole.findChildren(QWidget)):
        yield from (
            widget.toolTip(),
            widget.accessibleName(),
            widget.accessibleDescription(),
            widget.windowTitle(),
        )
        for name in ("text", "placeholderText", "title", "currentText"):
            if isinstance(give := getattr(widget, name, None), Callable):
                yield str(give())
        if isinstance(widget, QTabBar):
            yield from (widget.tabText(number) for number in range(widget.count()))
        if isinstance(widget, QComboBox):
            yield from _items(widget)
        elif isinstance(widget, QAbstractItemView) and widget.model():
            yield from _cells(widget)
        if isinstance(widget, QMenu):
            yield from (action.text() for action in widget.actions())
    for action in whole.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def _items(combo: QComboBox) -> list[str]:
    """Give what can be chosen; long lists are of languages, zones and fonts, which are names."""
    return [combo.itemText(number) for number in range(combo.count()) if combo.count() < 20]


def _cells(view: QAbstractItemView) -> Iterator[str]:
    if (around := view.parent()) and around.inherits("QComboBoxPrivateContainer"):
        return  # told with what it belongs to
    model, role = view.model(), Qt.ItemDataRole
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount()):
        for column in range(columns):
            index = model.index(row, column)
            for what in (role.DisplayRole, role.ToolTipRole, role.AccessibleTextRole):
                yield str(index.data(what) or "")
