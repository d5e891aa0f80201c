"""The window around a release: start, files, closing, panes, settings."""

import datetime as dt
import random
import threading
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace
from PIL import Image
from PySide6.QtCore import SIGNAL, QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDockWidget,
    QToolTip,
    QWidget,
)

from pressdesk import saving
from pressdesk.model import edits
from pressdesk.model.assets import Assets
from pressdesk.model.body import Paragraph, Quote, block_texts
from pressdesk.model.ids import new_id
from pressdesk.model.release import content_hash
from pressdesk.storage.package import read_package, write_package
from pressdesk.ui.commands import commands
from pressdesk.ui.document import Document
from pressdesk.ui.window import MainWindow
from tests.builders import a_paragraph, a_person, a_release
from tests.ui.windows import (
    Script,
    double_click,
    drop,
    drop_files,
    field,
    trigger,
    type_into,
    type_text,
)


def a_file(folder: Path, name: str = "museum.press", **fields: Any) -> Path:
    path = folder / name
    release = a_release(**fields)
    now = dt.datetime(2026, 3, 5, 9, tzinfo=dt.UTC)
    write_package(path, release, Assets(), save_id=UUID(int=1), saved_at=now)
    return path


def document_of(window: MainWindow) -> Document:
    assert window.document is not None
    return window.document


# Start


def test_it_starts_with_the_templates_and_what_was_open_lately(
    qtbot: Any, window: MainWindow, tmp_path: Path
):
    assert field(window, "startScreen").isVisible()
    assert field(window, "template.news").isVisible()
    window.program.remember(a_file(tmp_path, headline="River museum opens"))
    rows = lambda: [  # noqa: E731
        b.accessibleName() for b in window.start.findChildren(QAbstractButton) if b.isVisible()
    ]
    qtbot.waitUntil(lambda: "River museum opens" in rows())


def test_the_keyboard_begins_at_the_first_card(window: MainWindow):
    window.activateWindow()
    QApplication.processEvents()
    card = window.focusWidget()
    assert card is not None
    assert card.objectName() == "template.news"
    QTest.keyClick(card, Qt.Key.Key_Tab)
    button = window.focusWidget()
    assert isinstance(button, QAbstractButton)
    assert button.text().startswith("Open")


def test_a_new_window_takes_after_the_one_it_came_from(window: MainWindow):
    trigger(window, "file.new")
    dock = window.findChild(QDockWidget, "peopleDock")
    assert dock is not None
    window.resizeDocks([dock], [420], Qt.Orientation.Horizontal)
    QApplication.processEvents()
    trigger(window, "file.new")
    other = window.program.windows[-1]
    QApplication.processEvents()
    assert other is not window
    assert other.pos() != window.pos()
    wide = other.findChild(QDockWidget, "peopleDock")
    assert wide is not None
    assert wide.width() == dock.width()


def test_a_card_begins_a_release_of_its_template(window: MainWindow):
    card = field(window, "template.news")
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    document = document_of(window)
    assert document.release.template == "news"
    assert document.release.category == "News"
    assert field(window, "editorPage").isVisible()
    assert not window.isWindowModified()


def test_commands_that_need_a_release_are_grey_without_one(window: MainWindow):
    wrong = [
        command.id
        for command in commands()
        if window.actions_by_id[command.id].isEnabled() == command.needs_release
    ]
    assert wrong == []
    trigger(window, "file.new")
    field(window, "bodyEditor").setFocus()
    QApplication.processEvents()
    grey = [c.id for c in commands() if not window.actions_by_id[c.id].isEnabled()]
    assert grey == ["edit.undo", "edit.redo", "photos.lead", "photos.remove"]


def test_every_command_is_found_by_its_id_and_stands_in_a_menu_once(window: MainWindow):
    shown = [action for menu in window.menus.values() for action in menu.actions()]
    for command in commands():
        action = window.findChild(QAction, command.id)
        assert action is not None
        assert shown.count(action) == 1


# Files


def test_a_release_is_opened_changed_and_saved(qtbot: Any, window: MainWindow, tmp_path: Path):
    path = a_file(tmp_path)
    window.open_release(path)
    document = document_of(window)
    assert document.release == read_package(path).release
    assert "museum.press" in window.windowTitle()
    type_into(window, "deckField", "A deck")
    assert window.isWindowModified()
    with qtbot.waitSignal(document.saved):
        trigger(window, "file.save")
    assert not window.isWindowModified()
    assert read_package(path).release.deck == "A deck"
    assert window.program.store.recent.paths[0] == str(path)


def test_what_is_typed_is_cleaned_in_the_file_and_left_alone_on_the_page(
    qtbot: Any, window: MainWindow, tmp_path: Path
):
    path = a_file(tmp_path, deck="")
    window.open_release(path)
    type_into(window, "deckField", "A deck ")
    with qtbot.waitSignal(document_of(window).saved):
        trigger(window, "file.save")
    assert read_package(path).release.deck == "A deck"
    assert field(window, "deckField").toPlainText() == "A deck "


def test_a_second_release_opens_in_a_window_of_its_own(window: MainWindow, tmp_path: Path):
    window.open_release(a_file(tmp_path, "one.press", headline="One"))
    window.open_release(a_file(tmp_path, "two.press", headline="Two"))
    titles = [each.windowTitle()[:3] for each in window.program.windows]
    assert titles == ["One", "Two"]


def test_a_release_that_is_open_comes_forward(window: MainWindow, tmp_path: Path):
    path = a_file(tmp_path, "one.press", headline="One")
    window.open_release(path)
    type_into(window, "deckField", "Not saved")
    window.open_release(a_file(tmp_path, "two.press", headline="Two"))
    window.open_release(tmp_path / "." / "one.press")
    assert len(window.program.windows) == 2
    assert window.isActiveWindow()
    assert document_of(window).release.deck.endswith("Not saved")


def test_a_file_that_is_none_leaves_no_empty_window(
    window: MainWindow, script: Script, tmp_path: Path
):
    window.open_release(a_file(tmp_path))
    window.open_release(tmp_path / "missing.press")
    assert len(script.told) == 1
    assert window.program.windows == [window]


@pytest.mark.parametrize("answer", ["keep", "replace"])
def test_a_name_without_its_ending_replaces_nothing_unasked(
    qtbot: Any, window: MainWindow, script: Script, tmp_path: Path, answer: str
):
    other = a_file(tmp_path, "other.press", headline="Other")
    before = other.read_bytes()
    trigger(window, "file.new")
    type_into(window, "headlineField", "River")
    script.saves.append(tmp_path / "other")
    script.choices.append(answer)
    trigger(window, "file.save")
    assert script.choices == []
    if answer == "keep":
        assert other.read_bytes() == before
        assert window.isWindowModified()
    else:
        qtbot.waitUntil(lambda: not window.isWindowModified())
        assert read_package(other).release.headline == "River"


def test_a_file_that_is_none_is_told_and_nothing_else_happens(
    window: MainWindow, script: Script, tmp_path: Path
):
    broken = tmp_path / "broken.press"
    broken.write_bytes(b"PK nonsense")
    window.open_release(broken)
    window.open_release(tmp_path / "missing.press")
    assert window.document is None
    assert len(script.told) == 2
    assert "PD-DOC-002" in script.told[0]
    assert "PD-DOC-001" in script.told[1]


def test_markdown_is_imported_as_a_release_to_be_saved(
    qtbot: Any, window: MainWindow, script: Script, tmp_path: Path
):
    source = tmp_path / "bridge.md"
    source.write_text("---\nheadline: A bridge\n---\n\nIt opens.\n", encoding="utf-8")
    script.opens.append([source])
    trigger(window, "file.import")
    document = document_of(window)
    assert document.release.headline == "A bridge"
    assert document.path is None
    script.saves.append(tmp_path / "bridge")
    with qtbot.waitSignal(document.saved):
        trigger(window, "file.save")
    assert document.path == tmp_path / "bridge.press"


def test_a_save_that_fails_is_told_and_keeps_the_changes(
    qtbot: Any, window: MainWindow, script: Script, tmp_path: Path
):
    trigger(window, "file.new")
    type_into(window, "headlineField", "A bridge")
    script.saves.append(tmp_path / "gone" / "bridge.press")
    with qtbot.waitSignal(window.files.failed):
        trigger(window, "file.save")
    assert "PD-SAV-" in script.told[0]
    assert window.isWindowModified()
    assert document_of(window).path is None


def test_an_undo_after_a_save_brings_back_a_photo_with_its_picture(
    qtbot: Any, window: MainWindow, script: Script, tmp_path: Path
):
    trigger(window, "file.sample")
    document = document_of(window)
    script.saves.append(tmp_path / "museum.press")
    with qtbot.waitSignal(document.saved, timeout=10_000):
        trigger(window, "file.save")
    photo = document.release.photos[0]
    document.apply(edits.remove_photo(document.release, photo.id), "Remove photo")
    with qtbot.waitSignal(document.saved, timeout=10_000):
        trigger(window, "file.save")
    assert photo.media not in read_package(tmp_path / "museum.press").assets
    trigger(window, "edit.undo")
    assert document.release.photos[0] == photo
    with qtbot.waitSignal(document.saved, timeout=10_000):
        trigger(window, "file.save")
    again = read_package(tmp_path / "museum.press")
    assert len(again.assets.read(photo.media)) > 10_000


def test_photos_that_another_program_cut_off_do_not_keep_the_text_from_being_saved(
    qtbot: Any, window: MainWindow, script: Script, tmp_path: Path
):
    trigger(window, "file.sample")
    document = document_of(window)
    path, copy = tmp_path / "museum.press", tmp_path / "copy.press"
    script.saves += [path, copy]
    with qtbot.waitSignal(document.saved, timeout=10_000):
        trigger(window, "file.save")
    with path.open("r+b") as file:
        file.truncate(1_000)
    type_into(window, "deckField", "More. ")
    with qtbot.waitSignal(window.files.failed, timeout=10_000):
        trigger(window, "file.save-as")
    assert "was saved, but 3 photos could not be read any more" in script.told[-1]
    assert "PD-SAV-007" in script.told[-1]
    assert read_package(copy).release.deck.startswith("More. ")
    assert not window.isWindowModified()


def test_files_dropped_on_the_start_screen_begin_a_release(
    qtbot: Any, window: MainWindow, script: Script, tmp_path: Path
):
    from PIL import Image

    Image.new("RGB", (400, 300), "teal").save(tmp_path / "a.jpg")
    (tmp_path / "b.jpg").write_bytes(b"no picture")
    drop_files(window, [tmp_path / "a.jpg", tmp_path / "b.jpg"])
    qtbot.waitUntil(lambda: len(document_of(window).release.figures) == 1)
    assert len(script.told) == 1
    assert "b.jpg" in script.told[0]


def test_photos_whose_place_is_gone_when_they_arrive_come_last(
    qtbot: Any, window: MainWindow, tmp_path: Path
):
    from PIL import Image

    window.open_release(a_file(tmp_path))
    Image.new("RGB", (400, 300), "teal").save(tmp_path / "a.jpg")
    document = document_of(window)
    drop_files(field(window, "bodyEditor").viewport(), [tmp_path / "a.jpg"])
    body = (a_paragraph("Another.", "b8"), a_paragraph("The last.", "b9"))
    document.apply(replace(document.release, body=body), "Replace")
    qtbot.waitUntil(lambda: len(document.release.figures) == 1)
    assert [block.id for block in document.release.body[:2]] == ["b8", "b9"]


def test_a_photo_dragged_from_the_panel_moves_to_its_place_on_the_page(window: MainWindow):
    trigger(window, "file.sample")
    document = document_of(window)
    last = document.release.photos[-1]
    workspace: Any = window.workspace
    model = workspace.photos.model
    data = model.mimeData([model.index(model.row_of(last.id), 0)])
    before = [figure.photo for figure in document.release.figures]
    body = field(window, "bodyEditor")
    body.verticalScrollBar().setValue(0)
    drop(body.viewport(), data)
    after = [figure.photo for figure in document.release.figures]
    assert after != before
    assert sorted(after) == sorted(before)
    assert len(document.release.photos) == 3
    trigger(window, "edit.undo")
    assert [figure.photo for figure in document.release.figures] == before


def test_a_double_click_on_a_picture_shows_its_photo_in_the_panel(qtbot: Any, window: MainWindow):
    trigger(window, "file.sample")
    workspace: Any = window.workspace
    workspace.show_panel("people")
    release = document_of(window).release
    body = field(window, "bodyEditor")
    figure = release.figures[-1]
    workspace.page.go_to_block(figure.id)
    QApplication.processEvents()
    above = body.cursorRect().topLeft() - QPoint(-20, 60)
    double_click(body.viewport(), above)
    qtbot.waitUntil(lambda: workspace.photos.list.current_id == figure.photo)
    assert field(window, "photosPanel").isVisible()


def test_up_on_the_first_line_leads_to_the_head_and_ctrl_home_shows_it(window: MainWindow):
    trigger(window, "file.sample")
    body = field(window, "bodyEditor")
    body.setFocus()
    QTest.keyClick(body, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert body.verticalScrollBar().value() > 0
    QTest.keyClick(body, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert body.verticalScrollBar().value() == 0
    QTest.keyClick(body, Qt.Key.Key_Up)
    focused = window.focusWidget()
    assert focused is not body
    assert field(window, "editorPage").isAncestorOf(focused)


def test_the_wheel_zooms_with_ctrl_held(window: MainWindow):
    trigger(window, "file.sample")
    field(window, "bodyEditor").zoom_wanted.emit(1)
    assert window.program.settings.zoom == pytest.approx(1.1)
    field(window, "bodyEditor").zoom_wanted.emit(-1)
    assert window.program.settings.zoom == pytest.approx(1.0)


# Closing


@pytest.mark.parametrize("answer", ["save", "discard", ""])
def test_closing_asks_where_work_would_be_lost(
    qtbot: Any, window: MainWindow, script: Script, tmp_path: Path, answer: str
):
    path = a_file(tmp_path, deck="")
    window.open_release(path)
    type_into(window, "deckField", "A deck")
    script.choices.append(answer)
    program = window.program
    window.close()
    qtbot.waitUntil(lambda: not script.choices)
    if answer:
        qtbot.waitUntil(lambda: not program.windows)
    else:
        assert program.windows == [window]
        assert window.isVisible()
    assert (read_package(path).release.deck == "A deck") is (answer == "save")


def test_what_is_typed_while_it_is_saved_for_closing_is_asked_about(
    qtbot: Any, window: MainWindow, script: Script, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    may_go_on = threading.Event()
    save = saving.save_release

    def save_slowly(*given: Any, **more: Any) -> saving.Saved:
        may_go_on.wait(10)
        return save(*given, **more)

    path = a_file(tmp_path, deck="")
    window.open_release(path)
    type_into(window, "deckField", "A deck")
    monkeypatch.setattr(saving, "save_release", save_slowly)
    script.choices += ["save", "save"]
    program, document = window.program, window.document
    assert document is not None
    window.close()
    qtbot.waitUntil(lambda: len(script.choices) == 1 and window.files.has_work(document))
    type_into(window, "deckField", " and more")
    may_go_on.set()
    qtbot.waitUntil(lambda: not program.windows)
    assert not script.choices
    assert read_package(path).release.deck == "A deck and more"


def test_a_release_nobody_changed_closes_without_a_question(window: MainWindow, tmp_path: Path):
    window.open_release(a_file(tmp_path))
    program = window.program
    assert window.close()
    assert program.windows == []


# One undo order


def test_two_hundred_mixed_edits_are_undone_and_redone(window: MainWindow, tmp_path: Path):
    window.open_release(a_file(tmp_path, people=(a_person(),), speakers=("p1",)))
    document = document_of(window)
    chance = random.Random(7)
    first = document.release
    body = field(window, "bodyEditor")
    for number in range(200):
        _edit(window, document, body, chance, number)
    last = document.release
    assert content_hash(last) != content_hash(first)
    steps = 0
    while document.undo_label:
        trigger(window, "edit.undo")
        steps += 1
    assert document.release == first
    assert body.body == first.body
    assert steps >= 200
    while document.redo_label:
        trigger(window, "edit.redo")
    assert document.release == last
    assert body.body == last.body


def _edit(
    window: MainWindow, document: Document, body: Any, chance: random.Random, number: int
) -> None:
    match chance.randrange(6):
        case 0:
            body.setFocus()
            type_text(body, f"word{number} ")
        case 1:
            body.setFocus()
            type_text(body, "\n")
        case 2:
            document.seal()
            type_into(window, "headlineField", str(number))
        case 3:
            person = replace(a_person(new_id()), family=f"Name{number}")
            release = edits.add_person(document.release, person, speaks=True)
            document.apply(release, "Add person")
        case 4:
            speakers = list(document.release.speakers)
            chance.shuffle(speakers)
            release = edits.set_speakers(document.release, speakers)
            document.apply(release, "Order")
        case _:
            document.seal()
            type_into(window, "categoryField", str(number))


def test_the_menu_names_the_step(window: MainWindow):
    trigger(window, "file.new")
    type_into(window, "headlineField", "A")
    assert window.actions_by_id["edit.undo"].text() == "&Undo Typing in the headline"
    trigger(window, "edit.undo")
    assert window.actions_by_id["edit.redo"].text() == "&Redo Typing in the headline"
    assert not window.actions_by_id["edit.undo"].isEnabled()


def test_undo_goes_back_to_the_field_it_was_done_in(window: MainWindow):
    trigger(window, "file.new")
    headline = type_into(window, "headlineField", "A")
    field(window, "bodyEditor").setFocus()
    trigger(window, "edit.undo")
    assert window.focusWidget() is headline


# What can be done where


BODY_COMMANDS = ("format.bold", "format.heading-2", "insert.quote", "insert.link", "people.speaker")


def test_nothing_changes_the_body_while_the_cursor_is_in_a_field_beside_it(
    qtbot: Any, window: MainWindow, tmp_path: Path
):
    window.open_release(a_file(tmp_path, body=(a_paragraph("One river."),)))
    body = field(window, "bodyEditor")
    body.setFocus()
    body.selectAll()
    actions = window.actions_by_id
    assert all(actions[name].isEnabled() for name in BODY_COMMANDS)
    styles = field(window, "toolBar").findChild(QComboBox)
    trigger(window, "view.details")
    for name in ("headlineField", "placeField", "details.issuer"):
        field(window, name).setFocus()
        assert not any(actions[each].isEnabled() for each in BODY_COMMANDS), name
        assert not styles.isEnabled()
    body.setFocus()
    assert all(actions[each].isEnabled() for each in BODY_COMMANDS)
    assert styles.isEnabled()


def test_the_edit_menu_greys_cut_and_copy_without_a_selection(window: MainWindow):
    trigger(window, "file.new")
    headline = type_into(window, "headlineField", "River")
    menu, cut = window.menus["Edit"], window.actions_by_id["edit.cut"]
    menu.aboutToShow.emit()
    assert not cut.isEnabled()
    menu.aboutToHide.emit()
    assert cut.isEnabled()  # its key works, whatever is selected later
    headline.selectAll()
    menu.aboutToShow.emit()
    assert cut.isEnabled()


@pytest.mark.parametrize("name", ["headlineField", "placeField", "dateField", "bodyEditor"])
def test_a_right_click_offers_the_undo_of_the_window(window: MainWindow, name: str):
    trigger(window, "file.new")
    type_into(window, "headlineField", "River")
    target = field(window, name)
    target = getattr(target, "viewport", lambda: target)()
    place = target.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, target.mapToGlobal(place))
    QApplication.sendEvent(target, event)
    menu = field(window, "textMenu")
    assert window.actions_by_id["edit.undo"] in menu.actions()
    assert window.actions_by_id["edit.cut"] not in menu.actions()
    menu.close()


def test_keys_of_the_window_do_not_delete_in_a_field(window: MainWindow):
    trigger(window, "file.new")
    place = type_into(window, "placeField", "Lakeford")
    for key in (Qt.Key.Key_U, Qt.Key.Key_K, Qt.Key.Key_E):
        override = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
        override.ignore()
        QApplication.sendEvent(place, override)
        assert not override.isAccepted()
        press = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.ControlModifier)
        QApplication.sendEvent(place, press)
    assert place.text() == "Lakeford"


def test_a_paragraph_becomes_a_quote_when_its_speaker_is_chosen(window: MainWindow, tmp_path: Path):
    window.open_release(a_file(tmp_path, body=(a_paragraph("So."),), people=(a_person(),)))
    field(window, "bodyEditor").setFocus()
    trigger(window, "people.speaker")
    menu = field(window, "speakerMenu")
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert isinstance(document_of(window).release.body[0], Paragraph)
    trigger(window, "people.speaker")
    QTest.keyClick(field(window, "speakerMenu"), Qt.Key.Key_Return)
    (quote,) = document_of(window).release.body
    assert isinstance(quote, Quote)
    assert quote.speaker


def test_photo_commands_follow_the_figure_at_the_cursor(
    qtbot: Any, window: MainWindow, tmp_path: Path
):
    trigger(window, "file.new")
    actions = window.actions_by_id
    qtbot.waitUntil(lambda: not actions["photos.remove"].isEnabled())
    assert not actions["photos.lead"].isEnabled()
    for number in (1, 2):
        Image.new("RGB", (60, 40), (40 * number, 90, 160)).save(tmp_path / f"photo-{number}.png")
    drop_files(window, [tmp_path / "photo-1.png", tmp_path / "photo-2.png"])
    document = document_of(window)
    qtbot.waitUntil(lambda: len(document.release.figures) == 2)
    assert window.workspace is not None
    first, second = document.release.figures
    window.workspace.page.go_to_block(second.id)
    assert actions["photos.lead"].isEnabled()
    window.workspace.page.go_to_block(first.id)
    assert not actions["photos.lead"].isEnabled()
    window.workspace.page.go_to_block(second.id)
    trigger(window, "photos.remove")
    assert [photo.name for photo in document.release.photos] == ["photo-1.png"]
    assert "photo-2.png" in window.status.notice


def test_a_sentence_with_undo_goes_with_its_step(window: MainWindow):
    trigger(window, "file.new")
    body = field(window, "bodyEditor")
    body.setFocus()
    data = QMimeData()
    data.setHtml('<p>River</p><img src="https://example.org/a.png" width="400" height="300">')
    QGuiApplication.clipboard().setMimeData(data)
    trigger(window, "edit.paste")
    QApplication.processEvents()
    assert window.status.notice
    type_text(body, " more")
    body.flush()
    assert window.status.notice == ""  # its Undo would take back the typing, not the paste


def test_a_name_that_was_changed_is_found_where_it_still_stands(window: MainWindow, tmp_path: Path):
    body = (a_paragraph("Harlow spoke. So did Harlowe."),)
    window.open_release(a_file(tmp_path, body=body, people=(a_person(),)))
    assert window.workspace is not None
    family = field(window, "person.family")
    family.setFocus()
    family.selectAll()
    type_text(family, "Harrow")
    window.workspace.old_names.look()
    assert window.status.notice.startswith("“Harlow” still stands in the text")
    window.status.mend()
    assert field(window, "findField").text() == "Harlow"
    assert field(window, "replaceField").text() == "Harrow"
    assert field(window, "findCount").text() == "1 of 1"  # not the one in Harlowe
    body_now = replace(document_of(window).release, body=(a_paragraph("Harrow spoke."),))
    document_of(window).apply(body_now, "Replace")
    window.workspace.old_names.look()
    assert window.status.notice == ""


def test_what_the_page_lacks_is_one_click_away(window: MainWindow):
    trigger(window, "file.new")
    assert window.workspace is not None
    foot = window.workspace.page.foot
    assert ">Add</a>" in foot.text.text()
    for name in ("boilerplates", "contacts"):
        foot.text.linkActivated.emit(name)
        focused = window.focusWidget()
        assert focused is not None
        assert focused.objectName() == f"details.section.{name}"


# Panes and look


def test_f6_goes_through_page_and_panels_and_back(qtbot: Any, window: MainWindow):
    trigger(window, "file.new")
    people = field(window, "peoplePanel")
    qtbot.waitUntil(lambda: not people.visibleRegion().isEmpty())
    body = field(window, "bodyEditor")
    body.setFocus()
    visited: list[str] = []
    for _ in range(2):
        trigger(window, "view.next-pane")
        focused = window.focusWidget()
        panels = ("peoplePanel", "photosPanel", "detailsPanel", "bodyEditor")
        visited.append(next(n for n in panels if _holds(window, n, focused)))
    assert visited == ["peoplePanel", "bodyEditor"]


def test_tab_goes_through_the_head_as_it_reads_and_ctrl_tab_leaves_the_body(window: MainWindow):
    trigger(window, "file.new")
    fields = ("categoryField", "headlineField", "deckField", "placeField", "dateField")
    field(window, fields[0]).setFocus()
    for name in (*fields, "bodyEditor"):
        focused = window.focusWidget()
        assert focused is field(window, name)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    body = field(window, "bodyEditor")
    assert window.focusWidget() is body  # Tab is a key of the text
    QTest.keyClick(body, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is field(window, "dateField")
    QTest.keyClick(field(window, "dateField"), Qt.Key.Key_Backtab)
    assert window.focusWidget() is field(window, "placeField")
    body.setFocus()
    QTest.keyClick(body, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() not in (body, None)
    assert document_of(window).release.body == ()


def _holds(window: MainWindow, name: str, focused: QWidget | None) -> bool:
    pane = field(window, name)
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))


def test_a_panel_behind_another_comes_forward_and_closes_when_it_is_seen(window: MainWindow):
    trigger(window, "file.new")
    QApplication.processEvents()
    details = window.findChild(QDockWidget, "detailsDock")
    assert details is not None
    action = window.actions_by_id["view.details"]
    action.trigger()
    QApplication.processEvents()
    assert not details.visibleRegion().isEmpty()
    assert action.isChecked()
    action.trigger()
    assert details.isHidden()
    assert not action.isChecked()


def test_what_is_no_day_is_told_and_the_old_day_kept(qtbot: Any, window: MainWindow):
    trigger(window, "file.new")
    type_into(window, "dateField", "31 Feb 2026")
    QTest.keyClick(field(window, "dateField"), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: "31 Feb 2026" in QToolTip.text())
    assert document_of(window).release.date is None
    QToolTip.hideText()


def test_zooming_in_and_out_shows_the_same_few_sizes_over_and_over(window: MainWindow):
    trigger(window, "file.new")
    chance, sizes = random.Random(7), set[float]()
    for _ in range(400):
        trigger(window, chance.choice(("view.zoom-in", "view.zoom-out")))
        sizes.add(window.program.settings.zoom)
    for _ in range(40):
        trigger(window, "view.zoom-out")
    assert window.program.settings.zoom == pytest.approx(0.51)
    sizes.add(0.51)
    for _ in range(40):
        trigger(window, "view.zoom-in")
        sizes.add(window.program.settings.zoom)
    assert window.program.settings.zoom == pytest.approx(2.85)
    assert len(sizes) == 19


def test_buttons_of_the_toolbar_do_not_connect_to_their_actions_again_and_again(
    window: MainWindow,
):
    trigger(window, "file.new")
    action = window.actions_by_id["format.bold"]
    bar: Any = window.findChild(QWidget, "toolBar")
    before = action.receivers(SIGNAL("changed()"))
    for _ in range(50):
        for is_on in (True, False):
            action.setChecked(is_on)
            action.setEnabled(is_on)
            assert bar.widgetForAction(action).isChecked() == is_on
            assert bar.widgetForAction(action).isEnabled() == is_on
    assert action.receivers(SIGNAL("changed()")) == before


def test_theme_and_zoom_are_remembered(window: MainWindow, tmp_path: Path):
    trigger(window, "file.new")
    trigger(window, "view.theme-dark")
    for _ in range(3):
        trigger(window, "view.zoom-in")
    settings = window.program.settings
    assert settings.theme == "dark"
    assert settings.zoom == pytest.approx(1.33, abs=0.01)
    assert window.actions_by_id["view.theme-dark"].isChecked()
    assert not window.actions_by_id["view.theme-light"].isChecked()
    assert window.program.theme.colours.paper != "#ffffff"


def test_a_person_is_mentioned_by_an_at(window: MainWindow, tmp_path: Path):
    window.open_release(a_file(tmp_path, body=(), people=(a_person(),)))
    body = field(window, "bodyEditor")
    body.setFocus()
    type_text(body, "So said @mir")
    popup = field(window, "mentionPopup")
    assert popup.isVisible()
    QTest.keyClick(body, Qt.Key.Key_Return)
    type_text(body, ". Then @har")
    QTest.keyClick(body, Qt.Key.Key_Tab)
    (block,) = document_of(window).release.body
    assert isinstance(block, Paragraph)
    assert "".join(span.text for span in block.spans) == (
        "So said Mira Harlow, director of River Museum. Then Harlow"
    )
    assert not popup.isVisible()


def test_escape_closes_the_people_and_leaves_the_text(window: MainWindow, tmp_path: Path):
    window.open_release(a_file(tmp_path, body=(), people=(a_person(),)))
    body = field(window, "bodyEditor")
    body.setFocus()
    type_text(body, "@m")
    QTest.keyClick(body, Qt.Key.Key_Escape)
    type_text(body, "\n")
    assert [span.text for span in document_of(window).release.body[0].spans] == ["@m"]  # pyright: ignore


def test_an_e_mail_address_opens_no_list(window: MainWindow, tmp_path: Path):
    window.open_release(a_file(tmp_path, body=(), people=(a_person(),)))
    body = field(window, "bodyEditor")
    body.setFocus()
    type_text(body, "press@m")
    assert not field(window, "mentionPopup").isVisible()


def test_found_text_is_selected_on_the_page(qtbot: Any, window: MainWindow, tmp_path: Path):
    body = (a_paragraph("One river."), a_paragraph("Another river.", "b2"))
    window.open_release(a_file(tmp_path, headline="River museum", body=body))
    trigger(window, "edit.find")
    bar = field(window, "findBar")
    entry = bar.findChildren(QWidget)
    line = next(w for w in entry if w.objectName().startswith("find"))
    type_text(line, "river")
    editor = field(window, "bodyEditor")
    trigger(window, "edit.find-next")
    trigger(window, "edit.find-next")
    qtbot.waitUntil(lambda: editor.textCursor().selectedText() == "river")
    assert window.focusWidget() is line


def test_a_selection_goes_when_its_words_are_replaced(window: MainWindow, tmp_path: Path):
    window.open_release(a_file(tmp_path, body=(a_paragraph("One otter runs. An otter rests."),)))
    trigger(window, "edit.find")
    type_into(window, "findField", "otter")
    trigger(window, "edit.find-next")
    body = field(window, "bodyEditor")
    assert body.textCursor().selectedText() == "otter"
    type_into(window, "replaceField", "lake")
    bar = field(window, "findBar")
    (everywhere,) = [b for b in bar.findChildren(QAbstractButton) if "all" in b.text()]
    everywhere.click()
    assert not body.textCursor().hasSelection()
    QTest.keyClick(field(window, "replaceField"), Qt.Key.Key_Escape)
    QTest.keyClicks(window.focusWidget(), "a ")
    (block,) = document_of(window).release.body
    (text,) = block_texts(block)
    assert text.replace("a ", "", 1) == "One lake runs. An lake rests."
