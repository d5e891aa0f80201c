"""A whole release is composed by keys and clicks alone, saved, exported, and comes out as typed."""

import datetime as dt
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from pressdesk.model.body import Figure, Heading, ListItem, Paragraph, Quote, block_texts, plain
from pressdesk.model.release import Release
from pressdesk.storage.package import read_package
from pressdesk.ui.window import MainWindow
from tests.export.word import pandoc
from tests.test_real_release import assert_in_order, words_of
from tests.ui.windows import Script, compose, drop_files, field, trigger, type_into, type_text

PEOPLE = (
    ("Harlow", "Mira", "director", "River Museum"),
    ("Osei", "Kofi", "architect", "Studio Tern"),
    ("Lindqvist", "Asta", "mayor", "Lakeford"),
    ("Penrose", "Jun", "curator", "River Museum"),
)
PARAGRAPHS = (
    "The museum opened its new wing on Thursday.",
    "It stands where the old mill stood.",
    "Some 40 boats hang in the hall.",
    "The work took four years.",
    "Entry is free until May.",
)


@pytest.fixture
def pictures(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "pictures"
    folder.mkdir()
    paths = [folder / f"photo-{number}.jpg" for number in range(1, 4)]
    for number, path in enumerate(paths):
        Image.new("RGB", (900, 600), (40 * number, 90, 160)).save(path)
    return paths


def saved(qtbot: Any, window: MainWindow, script: Script, path: Path) -> Release:
    """Save by the key, and read what is on the disk."""
    script.saves.append(path)
    assert window.document is not None
    with qtbot.waitSignal(window.document.saved):
        trigger(window, "file.save")
    assert not window.isWindowModified()
    return read_package(path).release


def exported(qtbot: Any, window: MainWindow, folder: Path) -> list[Path]:
    """Export by the dialog's own button."""
    trigger(window, "file.export")
    dialog: Any = field(window, "exportDialog")
    type_into(dialog, "exportFolder", "")
    field(dialog, "exportFolder").selectAll()
    type_text(field(dialog, "exportFolder"), str(folder))
    buttons = [b for b in dialog.findChildren(QAbstractButton) if b.isVisible()]
    (export,) = [b for b in buttons if b.text().replace("&", "") == "Export"]
    with qtbot.waitSignal(dialog.exported, timeout=20_000):
        QTest.mouseClick(export, Qt.MouseButton.LeftButton)
    dialog.close()
    return sorted(path for path in folder.iterdir() if path.is_file())


def add_people(window: MainWindow) -> None:
    for family, given, title, organization in PEOPLE:
        trigger(window, "people.add-speaker")
        panel = field(window, "peoplePanel")
        for name, text in (
            ("person.family", family),
            ("person.given", given),
            ("person.title", title),
            ("person.organization", organization),
        ):
            type_into(panel, name, text)


def write_body(window: MainWindow, body: QWidget) -> None:
    """Type five paragraphs, two headings, a list and a quote."""
    body.setFocus()
    first, second, third, fourth, fifth = PARAGRAPHS
    type_text(body, f"{first}\n")
    trigger(window, "format.heading-2")
    type_text(body, f"The house\n{second}\n{third}\n")
    trigger(window, "format.bullet-list")
    type_text(body, "Maybird, a skiff of 1908\nPlover, a pilot boat\n\n")
    trigger(window, "format.heading-2")
    type_text(body, f"The opening\n{fourth}\n")
    trigger(window, "insert.quote")
    type_text(body, "We built a street, and put a roof over it.\n\n")
    type_text(body, fifth)


def test_a_release_is_composed_saved_and_exported(
    qtbot: Any, window: MainWindow, script: Script, pictures: list[Path], tmp_path: Path
):
    trigger(window, "file.new")
    type_into(window, "categoryField", "")
    field(window, "categoryField").selectAll()
    type_text(field(window, "categoryField"), "Openings")
    headline = type_into(window, "headlineField", "River museum opens its new wing")
    QTest.keyClick(headline, Qt.Key.Key_Return)
    type_into(window, "deckField", "Forty boats in a hall that is free to all")
    type_into(window, "placeField", "Lakeford, Norland")
    date = type_into(window, "dateField", "5 Mar 2026")
    QTest.keyClick(date, Qt.Key.Key_Return)
    add_people(window)
    body = field(window, "bodyEditor")
    write_body(window, body)
    release = window.document.release  # pyright: ignore[reportOptionalMemberAccess]
    say_who(window, body, release)
    drop_files(body.viewport(), pictures)
    qtbot.waitUntil(lambda: len(window.document.release.figures) == 3)  # pyright: ignore
    write_captions(window, body)
    set_details(window)
    release = saved(qtbot, window, script, tmp_path / "museum.press")
    check_release(release)
    files = exported(qtbot, window, tmp_path / "out")
    check_files(files, release)


def say_who(window: MainWindow, body: Any, release: Release) -> None:
    """Go to the quote, and choose the first speaker by the keyboard."""
    (quote,) = [block for block in release.body if isinstance(block, Quote)]
    workspace: Any = window.workspace
    workspace.page.go_to_block(quote.id)
    trigger(window, "people.speaker")
    menu = field(window, "speakerMenu")
    QTest.keyClick(menu, Qt.Key.Key_Return)


def write_captions(window: MainWindow, body: Any) -> None:
    """Write a caption below each picture and its alternative text in the panel."""
    workspace: Any = window.workspace
    release = window.document.release  # pyright: ignore[reportOptionalMemberAccess]
    for number, figure in enumerate(release.figures, 1):
        workspace.page.go_to_block(figure.id)
        body.setFocus()
        type_text(body, f"Picture {number} of the opening.")
        workspace.photos.show_photo(figure.photo)
        type_into(window, "photo.alt", f"A blue ground, number {number}")


def set_details(window: MainWindow) -> None:
    workspace: Any = window.workspace
    workspace.show_panel("details")
    details = workspace.details
    details.show_section("web")
    type_into(details, "details.keywords", "river, museum")
    details.show_section("embargo")
    QTest.mouseClick(details.embargo.switch, Qt.MouseButton.LeftButton)
    day = details.embargo.day
    day.setFocus()
    day.selectAll()
    type_text(day, "2031-03-05")
    QTest.keyClick(day, Qt.Key.Key_Return)


def check_release(release: Release) -> None:
    assert release.headline == "River museum opens its new wing"
    assert release.deck == "Forty boats in a hall that is free to all"
    assert (release.category, release.place) == ("Openings", "Lakeford, Norland")
    assert release.date == dt.date(2026, 3, 5)
    assert [(p.family, p.given, p.title, p.organization) for p in release.speaking] == [*PEOPLE]
    assert release.keywords == ("river", "museum")
    assert release.embargo is not None
    assert release.embargo.instant.astimezone().date() == dt.date(2031, 3, 5)
    kinds = [type(block) for block in release.body if not isinstance(block, Figure)]
    assert kinds == [
        *(Paragraph, Heading, Paragraph, Paragraph, ListItem, ListItem),
        *(Heading, Paragraph, Quote, Paragraph),
    ]
    texts = [plain(block.spans) for block in release.body if isinstance(block, Paragraph)]
    assert texts == list(PARAGRAPHS)
    (quote,) = [block for block in release.body if isinstance(block, Quote)]
    assert release.person(quote.speaker).family == "Harlow"
    assert [plain(figure.caption) for figure in release.figures] == [
        f"Picture {number} of the opening." for number in (1, 2, 3)
    ]
    assert [photo.alt for photo in release.photos] == [
        f"A blue ground, number {number}" for number in (1, 2, 3)
    ]


def check_files(files: list[Path], release: Release) -> None:
    word, page = files
    assert (word.suffix, page.suffix) == (".docx", ".html")
    wanted = [text for block in release.body for text in block_texts(block)]
    names = [f"{given} {family}" for family, given, _, _ in PEOPLE]
    for text in (pandoc(word), words_of(page)):
        assert_in_order(text, [release.headline, release.deck])
        assert_in_order(text, wanted)
        assert_in_order(text.replace("\n", " "), names)
    with zipfile.ZipFile(word) as archive:
        assert len([n for n in archive.namelist() if n.startswith("word/media/")]) == 3


def test_chinese_is_composed_through_an_input_method(
    qtbot: Any, window: MainWindow, script: Script, tmp_path: Path
):
    trigger(window, "file.new")
    for name, text in (
        ("headlineField", "河流博物馆新馆开放"),
        ("deckField", "四十艘船，免费参观"),
        ("placeField", "湖滨"),
    ):
        target = field(window, name)
        target.setFocus()
        compose(target, text)
    body = field(window, "bodyEditor")
    body.setFocus()
    for number, text in enumerate(("博物馆新馆周四开放。", "四十艘船挂在大厅里。")):
        if number:
            QTest.keyClick(body, Qt.Key.Key_Return)
        compose(body, text)
    release = saved(qtbot, window, script, tmp_path / "museum.press")
    assert release.headline == "河流博物馆新馆开放"
    assert release.deck == "四十艘船，免费参观"
    assert release.place == "湖滨"
    assert [text for block in release.body for text in block_texts(block)] == [
        "博物馆新馆周四开放。",
        "四十艘船挂在大厅里。",
    ]
    word, page = exported(qtbot, window, tmp_path / "out")
    for text in (pandoc(word), words_of(page)):
        assert_in_order(
            text, ["河流博物馆新馆开放", "博物馆新馆周四开放。", "四十艘船挂在大厅里。"]
        )


def test_composing_until_an_undo_back_to_nothing(window: MainWindow):
    trigger(window, "file.new")
    document = window.document
    assert document is not None
    first = document.release
    type_into(window, "headlineField", "River museum")
    body = field(window, "bodyEditor")
    body.setFocus()
    write_body(window, body)
    last = document.release
    steps = 0
    while document.undo_label:
        trigger(window, "edit.undo")
        steps += 1
    assert document.release == first
    assert steps > 40
    while document.redo_label:
        trigger(window, "edit.redo")
    assert document.release == last
