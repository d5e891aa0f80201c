"""What holds for every dialog and bar: names, letters, room for larger and longer words."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import get_args
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from pressdesk.recovery import FileState, Recoverable
from pressdesk.storage.journal import Row, Unsaved, Work
from pressdesk.storage.versions import Version
from pressdesk.ui.actions import Actions
from pressdesk.ui.dialogs.about import AboutDialog
from pressdesk.ui.dialogs.compare import CompareDialog, Side
from pressdesk.ui.dialogs.export import ExportDialog
from pressdesk.ui.dialogs.fault import FaultDialog
from pressdesk.ui.dialogs.find import FindBar
from pressdesk.ui.dialogs.keys import KeysDialog
from pressdesk.ui.dialogs.link import LinkDialog
from pressdesk.ui.dialogs.palette import CommandPalette
from pressdesk.ui.dialogs.recovery import RecoveryDialog
from pressdesk.ui.dialogs.settings import SettingsDialog
from pressdesk.ui.dialogs.sheet import Sentence, Sheet
from pressdesk.ui.dialogs.table import TableDialog
from pressdesk.ui.dialogs.version_name import VersionNameDialog
from pressdesk.ui.dialogs.versions import VersionsDialog
from pressdesk.ui.document import Document
from pressdesk.ui.prompts import Choice
from pressdesk.ui.theme import apply
from tests.builders import a_release

NAMES = (
    *("export", "settings", "palette", "find", "link", "table", "keys", "about", "fault"),
    *("compare", "recovery", "versions", "version-name"),
)
EVERY = pytest.mark.parametrize("name", NAMES)

Make = Callable[[str], QWidget]


def unsaved() -> list[Recoverable]:
    """Work that was not saved, in each state of its file; one of it was discarded."""
    found: list[Recoverable] = []
    for number, state in enumerate(get_args(FileState), start=1):
        path = None if state == "never saved" else Path(f"/srv/mira/releases/{state}.press")
        work = Work(id=UUID(int=number), doc_id=UUID(int=number), path=path)
        row = Row(seq=number, at=1_772_712_000.0, release=a_release())
        discarded = 1_772_712_000.0 if state == "damaged" else None
        made = Unsaved(work=work, row=row, user="Mira", discarded=discarded)
        found.append(
            Recoverable(
                unsaved=made,
                file=state,
                saved=row.release,
                saved_at=dt.datetime(2026, 3, 5, 14, 2, tzinfo=dt.UTC),
                saved_by="Mira",
                words_added=212,
                words_removed=14,
                photos_changed=1,
            )
        )
    return found


def some_versions() -> list[Version]:
    return [
        Version(
            number=number,
            save_id=UUID(int=number),
            at=dt.datetime(2026, 3, 5, 14, number, tzinfo=dt.UTC),
            user="Mira Harlow",
            name="As sent to the director" if number == 2 else "",
            words=600 + number,
            words_added=number,
        )
        for number in (3, 2, 1)
    ]


class Longer(QTranslator):
    """A language whose every text is 40 per cent longer than in English."""

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        words = sourceText.split(" ")
        return " ".join(word + "ä" * max(round(0.4 * len(word)), 1) for word in words)

    def isEmpty(self) -> bool:  # noqa: N802
        return False


@pytest.fixture
def make(
    *, qtbot, icons, document: Document, store, packs, tasks, answers, pictures, tmp_path: Path
) -> Make:
    window = QMainWindow()
    window.resize(1280, 720)
    window.setCentralWidget(QLineEdit())
    qtbot.addWidget(window)
    kept: list[QWidget] = [window]

    def export() -> QWidget:
        release = document.release
        photos = tuple(replace(photo, alt="") for photo in release.photos)
        unfinished = Document(replace(release, contacts=(), photos=photos), document.assets)
        return ExportDialog(
            unfinished,
            store=store,
            packs=packs,
            renditions=tmp_path,
            tasks=tasks,
            prompts=answers,
            icons=icons,
        )

    def find() -> QWidget:
        bar = FindBar(document, icons)
        bar.resize(1280, 10)
        bar.open("hall")
        bar.adjustSize()
        return bar

    def palette() -> QWidget:
        palette = CommandPalette(Actions(icons, window), window)
        window.show()
        palette.open()
        return palette

    def compare() -> QWidget:
        release = document.release
        edited = replace(release, headline="Another headline", body=release.body[2:])
        return CompareDialog(
            Side("Saved 14:02 by you", release, document.assets),
            Side("Saved 14:31 by Anna Keller", edited, document.assets),
            pictures,
            icons,
            choices=(Choice("mine", "Keep &Mine"), Choice("theirs", "Open &Theirs")),
        )

    makers: dict[str, Callable[[], QWidget]] = {
        "export": export,
        "settings": lambda: SettingsDialog(store, packs, answers),
        "palette": palette,
        "find": find,
        "link": lambda: LinkDialog("example.org", "the museum"),
        "table": TableDialog,
        "keys": lambda: KeysDialog(Actions(icons, window)),
        "about": lambda: AboutDialog(icons),
        "compare": compare,
        "fault": lambda: FaultDialog("details", Path("/srv/mira/.local/share/pressdesk.log")),
        "recovery": lambda: RecoveryDialog(unsaved()[2:]),  # as many as there is room for
        "versions": lambda: VersionsDialog(some_versions()),
        "version-name": VersionNameDialog,
    }

    def made(name: str) -> QWidget:
        widget = makers[name]()
        if name != "palette":
            qtbot.addWidget(widget)
        kept.append(widget)
        widget.show()
        QApplication.processEvents()
        return widget

    return made


@pytest.fixture
def longer(qapp) -> Iterator[None]:
    translator = Longer()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def controls(widget: QWidget) -> list[QWidget]:
    """What the keyboard can reach."""
    return [
        each
        for each in widget.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isVisible()
        and not isinstance(each.parent(), QComboBox | QAbstractItemView)
        and each.focusProxy() is None
        and each.objectName() != "qt_spinbox_lineedit"
    ]


def words_of(control: QWidget) -> str:
    if control.accessibleName():
        return control.accessibleName()
    if isinstance(control, QAbstractButton):
        return control.text()
    return ""


@EVERY
def test_every_control_has_a_name_for_a_screen_reader(make: Make, name: str):
    nameless = [repr(control) for control in controls(make(name)) if not words_of(control)]
    assert not nameless


@EVERY
def test_no_letter_leads_to_two_places(make: Make, name: str):
    widget = make(name)
    told = [
        each.text()
        for kind in (QAbstractButton, QLabel)
        for each in widget.findChildren(kind)
        if each.isVisible() and (isinstance(each, QAbstractButton) or each.buddy())
    ]
    keys = Counter(QKeySequence.mnemonic(text).toString() for text in told if text)
    keys.pop("", None)
    assert not [key for key, count in keys.items() if count > 1]


@EVERY
def test_tab_goes_through_all_controls_in_reading_order(qtbot, make: Make, name: str):
    widget = make(name)
    wanted = [control for control in controls(widget) if control.isEnabled()]
    if name == "palette":
        assert len(wanted) == 1  # there is one place to be in
        return
    # radio buttons of one group are one stop: the arrows go from one to the other
    wanted = [each for each in wanted if not isinstance(each, QRadioButton) or each.isChecked()]
    chain: list[QWidget] = []
    at = widget.nextInFocusChain()
    while at is not None and at is not widget:
        if at in wanted:
            chain.append(at)
        at = at.nextInFocusChain()
    assert set(chain) == set(wanted)
    if name == "find":
        return  # from the field to its replacement first
    places = [QRect(each.mapTo(widget, QPoint()), each.size()) for each in chain]
    back = [
        words_of(chain[number + 1])
        for number, (one, other) in enumerate(pairwise(places))
        if other.bottom() < one.top()
    ]
    # where the export dialog has two columns the second one begins at the top again
    assert len(back) <= (name == "export")


def cut(widget: QWidget) -> list[str]:
    """Texts that have less room than they need."""
    short: list[str] = []
    for label in widget.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        if label.wordWrap():
            needed, there = label.heightForWidth(label.width()), label.height()
        else:
            needed, there = label.sizeHint().width(), label.width()
        if there < needed:
            short.append(f"{label.text()!r} needs {needed} and has {there}")
    for button in widget.findChildren(QAbstractButton):
        if button.isVisible() and button.text() and button.width() < button.sizeHint().width():
            short.append(f"{button.text()!r} is cut")
    for area in widget.findChildren(QScrollArea):
        inside = area.widget()
        if inside is not None and inside.width() > area.viewport().width():
            short.append("the dialog is cut at its side")
    return short


@EVERY
def test_nothing_is_cut_in_a_language_of_longer_words(longer: None, make: Make, name: str):
    assert not cut(make(name))


@EVERY
def test_nothing_is_cut_at_twice_the_size(qapp, make: Make, name: str):
    apply(qapp, "light", 2.0)
    assert not cut(make(name))


@EVERY
def test_words_are_no_yes_or_no_and_colours_are_those_of_the_palette(make: Make, name: str):
    widget = make(name)
    words = {button.text().replace("&", "") for button in widget.findChildren(QAbstractButton)}
    assert not words & {"Yes", "No", "OK"}
    assert not [each for each in (widget, *widget.findChildren(QWidget)) if each.styleSheet()]


def test_the_longer_language_is_longer(longer: None):
    text = QCoreApplication.translate("Any", "&Export…")
    assert re.fullmatch("&Export…ä+", text)


def test_rows_stand_no_further_apart_when_there_are_many_sentences(qtbot):
    sheet = Sheet("sheet", "Sheet", None, letters=60)
    qtbot.addWidget(sheet)
    sheet.add(*(Sentence("A sentence of some length that has to wrap. " * 4) for _ in range(30)))
    sheet.resize(600, 400)
    sheet.show()
    assert QTest.qWaitForWindowExposed(sheet)
    assert sheet.inside.height() == sheet.inside.heightForWidth(sheet.inside.width())
