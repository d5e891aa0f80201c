import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PIL import ExifTags, Image
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QRadioButton, QWidget

from pressdesk.importers import read_source
from pressdesk.model.body import Figure
from pressdesk.model.problem import Place
from pressdesk.model.release import Release
from pressdesk.ui.controls.cards import Card
from pressdesk.ui.dialogs.export import ExportDialog
from pressdesk.ui.dialogs.export_order import Order, Written
from pressdesk.ui.document import Document
from pressdesk.ui.fields import LineField
from tests.builders import RELEASE_ID, a_release

Dialog = Callable[..., ExportDialog]


@pytest.fixture
def opened() -> list[QUrl]:
    return []


@pytest.fixture
def given(*, store, packs, renditions, tasks, answers, icons) -> dict[str, Any]:
    return {
        "store": store,
        "packs": packs,
        "renditions": renditions,
        "tasks": tasks,
        "prompts": answers,
        "icons": icons,
    }


@pytest.fixture
def dialog(qtbot, document, given, opened) -> Dialog:
    def make(release: Release | None = None, **changes: Any) -> ExportDialog:
        shown = Document(release, document.assets) if release else document
        made = ExportDialog(
            shown, **{**given, **changes}, opener=lambda url: not opened.append(url)
        )
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def choose(dialog: ExportDialog, *formats: str) -> None:
    for box in dialog.findChildren(QCheckBox):
        box.setChecked(box.objectName().removeprefix("format.") in formats)


def set_final(dialog: ExportDialog) -> None:
    dialog.findChildren(QRadioButton)[1].setChecked(True)


def set_folder(dialog: ExportDialog, folder: Path) -> None:
    dialog.findChildren(LineField, "exportFolder")[0].setText(str(folder))


def button(dialog: QWidget, text: str) -> QPushButton:
    return next(
        each
        for each in dialog.findChildren(QPushButton)
        if each.text().replace("&", "") == text and not each.isHidden()
    )


def words(dialog: ExportDialog) -> str:
    shown = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    return "\n".join(shown).replace("\u200b", "")


def export(qtbot, dialog: ExportDialog) -> list[Path]:
    with qtbot.waitSignal(dialog.exported, timeout=30_000) as told:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    return list(told.args[0])


def test_enter_writes_the_chosen_formats_beside_the_release(qtbot, dialog: Dialog, tmp_path: Path):
    made = dialog()
    choose(made, "docx", "txt", "md")
    files = export(qtbot, made)
    folder = tmp_path / "museum-export"
    assert {file.suffix for file in files if file.parent == folder} == {".docx", ".txt", ".md"}
    assert all(file.is_file() for file in files)
    assert {path for path in folder.rglob("*") if path.is_file()} == set(files)


def test_what_was_exported_is_the_release(qtbot, dialog: Dialog, document: Document):
    made = dialog()
    choose(made, "md")
    files = export(qtbot, made)
    read = read_source(files[0], release_id=RELEASE_ID).release
    assert read.headline == document.release.headline
    assert len(read.body) == len(document.release.body)


def test_the_names_are_shown_before_and_are_those_written(qtbot, dialog: Dialog):
    made = dialog()
    choose(made, "docx", "html", "html-single", "txt", "md")
    before = words(made)
    files = export(qtbot, made)
    main = [file for file in files if file.parent.name.endswith("-export")]
    assert len(main) == 5
    assert all(file.name in before for file in main)
    folders = {file.parent.name for file in files} - {"museum-export"}
    assert folders
    assert all(f"{name}/" in before for name in folders)


def test_a_file_that_exists_is_told_to_be_replaced(qtbot, dialog: Dialog):
    first = dialog()
    choose(first, "txt")
    set_final(first)
    assert "is replaced" not in words(first)
    export(qtbot, first)
    again = dialog()
    choose(again, "txt")
    set_final(again)
    assert "is replaced" in words(again)
    assert len(export(qtbot, again)) == 1


def test_formats_and_folder_are_remembered(qtbot, dialog: Dialog, store, answers, tmp_path: Path):
    made = dialog()
    choose(made, "txt", "md")
    answers.folders = [tmp_path / "elsewhere"]
    button(made, "Browse…").click()
    files = export(qtbot, made)
    assert files[0].parent == tmp_path / "elsewhere"
    assert store.settings.export_formats == ("txt", "md")
    unsaved = dialog(a_release())
    assert unsaved._choices.formats == ("txt", "md")
    assert unsaved._choices.folder == tmp_path / "elsewhere"


def test_browsing_may_come_to_nothing(dialog: Dialog, answers):
    made = dialog()
    before = made._choices.folder
    answers.folders = [None]
    button(made, "Browse…").click()
    assert made._choices.folder == before


def test_written_files_can_be_opened_and_shown(qtbot, dialog: Dialog, opened: list[QUrl]):
    made = dialog()
    choose(made, "txt", "html")
    files = export(qtbot, made)
    button(made, "Open").click()
    button(made, "Show in Folder").click()
    paths = [Path(url.toLocalFile()) for url in opened]
    assert paths[0] in files
    assert paths[1] == files[0].parent
    qtbot.keyClick(made, Qt.Key.Key_Return)
    assert not made.isVisible()


def test_a_final_with_errors_is_refused_with_the_reason(qtbot, dialog: Dialog):
    made = dialog(a_release())
    assert button(made, "Export").isEnabled()
    set_final(made)
    assert not button(made, "Export").isEnabled()
    assert "A final may have none" in words(made)
    assert "A final may have none" in button(made, "Export").accessibleDescription()
    with qtbot.assertNotEmitted(made.exported):
        qtbot.keyClick(made, Qt.Key.Key_Return)
        made.export()


def test_a_broken_release_is_not_exported_at_all(dialog: Dialog):
    made = dialog(a_release(body=(Figure(id="b1", photo="nobody"),)))
    assert not button(made, "Export").isEnabled()
    assert "no file can be made" in words(made)
    assert "will be written" not in words(made)


def test_no_format_is_no_export(dialog: Dialog):
    made = dialog()
    choose(made)
    assert not button(made, "Export").isEnabled()
    assert "at least one format" in words(made)


def test_a_template_that_is_not_installed_is_said(dialog: Dialog):
    made = dialog(a_release(template="gone"))
    assert "Choose a template that is installed." in words(made)
    assert not button(made, "Export").isEnabled()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_finding_leads_to_its_place(qtbot, dialog: Dialog, key: Qt.Key):
    made = dialog(a_release(headline=""))
    rows = made.findChildren(Card)
    assert "headline" in rows[0].accessibleName()
    with qtbot.waitSignal(made.place_wanted) as told:
        qtbot.keyClick(rows[0], key)
    assert told.args == [Place(field="headline")]
    assert not made.isVisible()


def test_errors_come_before_warnings(dialog: Dialog, document: Document):
    photos = tuple(replace(photo, alt="") for photo in document.release.photos)
    made = dialog(replace(document.release, contacts=(), photos=photos))
    names = [row.accessibleName() for row in made.findChildren(Card)]
    assert [name.partition(":")[0] for name in names] == ["Error", *["Warning"] * len(photos)]


def test_cancel_writes_nothing(qtbot, dialog: Dialog, tasks, tmp_path: Path):
    made = dialog(renditions=tmp_path / "cold")
    made.export()
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not tasks.is_busy, timeout=30_000)
    assert made.isVisible()
    assert not (tmp_path / "museum-export").exists()
    assert "No file was written" in words(made)
    qtbot.keyClick(made, Qt.Key.Key_Escape)
    assert not made.isVisible()


def test_cancelling_once_files_are_being_written_tells_of_them(
    qtbot, dialog: Dialog, monkeypatch: pytest.MonkeyPatch, tasks, tmp_path: Path
):
    made = dialog()
    choose(made, "txt")
    writing, go_on = threading.Event(), threading.Event()
    carry_out = Order.carry_out

    def slow(order: Order, *given: Any) -> Written:
        written = carry_out(order, *given)
        writing.set()
        go_on.wait(30)
        return written

    monkeypatch.setattr(Order, "carry_out", slow)
    made.export()
    assert writing.wait(30)
    made.reject()
    with qtbot.waitSignal(made.exported, timeout=30_000):
        go_on.set()
    assert "No file was written" not in words(made)
    assert len(list((tmp_path / "museum-export").iterdir())) == 1


def test_what_was_removed_from_photos_is_told(qtbot, given, opened, tmp_path: Path):
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (51.0, 30.0, 0.0)
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber] = "SERIAL12345"
    Image.new("RGB", (600, 400), "teal").save(tmp_path / "hall.jpg", exif=exif)
    (tmp_path / "a.md").write_text("---\nheadline: Hall\n---\n\nText.\n\n![The hall.](hall.jpg)\n")
    source = read_source(tmp_path / "a.md", release_id=RELEASE_ID)
    made = ExportDialog(
        Document(source.release, source.assets, path=tmp_path / "a.press"),
        **given,
        opener=lambda url: not opened.append(url),
    )
    qtbot.addWidget(made)
    made.show()
    choose(made, "kit")
    with qtbot.waitSignal(made.exported, timeout=30_000) as told:
        made.export()
    assert [path.suffix for path in told.args[0]] == [".zip"]
    assert "position and serial number from 1 photo" in words(made)


def test_a_file_is_no_folder(dialog: Dialog, tmp_path: Path):
    (tmp_path / "taken").write_text("a file")
    made = dialog()
    set_folder(made, tmp_path / "taken")
    assert "“taken” is a file." in words(made)
    assert not button(made, "Export").isEnabled()


def test_a_folder_that_cannot_be_made_is_told_in_the_dialog_and_not_remembered(
    qtbot, dialog: Dialog, tasks, store, tmp_path: Path
):
    (tmp_path / "taken").write_text("a file")
    made = dialog()
    set_folder(made, tmp_path / "taken" / "below")
    made.export()
    qtbot.waitUntil(lambda: not tasks.is_busy, timeout=30_000)
    assert "PD-SAV" in words(made)
    assert store.settings.export_folder == ""
    assert button(made, "Export").isEnabled()
    set_folder(made, tmp_path / "free")
    assert "PD-SAV" not in words(made)
    assert export(qtbot, made)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_folder_that_may_not_be_written_is_told(qtbot, dialog: Dialog, tasks, tmp_path: Path):
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    made = dialog()
    set_folder(made, folder)
    made.export()
    qtbot.waitUntil(lambda: not tasks.is_busy, timeout=30_000)
    assert "PD-SAV-002" in words(made)


def test_a_disk_that_fails_halfway_leaves_no_file(
    qtbot, dialog: Dialog, tasks, document: Document, tmp_path: Path
):
    made = dialog()
    choose(made, "txt", "docx")
    set_final(made)
    (tmp_path / "museum-export" / f"{document.release.slug}.txt").mkdir(parents=True)
    made.export()
    qtbot.waitUntil(lambda: not tasks.is_busy, timeout=30_000)
    assert "PD-SAV" in words(made)
    left = [path for path in (tmp_path / "museum-export").iterdir() if path.is_file()]
    assert left == []
