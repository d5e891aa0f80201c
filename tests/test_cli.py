"""The command line does what its contract says, and tells what it could not do."""

import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from PIL import Image

from pressdesk.cli import FORMAT_NAMES, main
from pressdesk.export.formats import FORMATS
from pressdesk.model.release import Release
from pressdesk.paths import shipped

ERROR = re.compile(r"[^\n]+\. [^\n]+\. [^\n]+ \(PD-[A-Z]{3}-\d{3}\)\n\Z")

PROGRAM = [sys.executable, "-m", "pressdesk"]
ENV = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}

SOURCE = """---
headline: River museum opens its new wing
place: Lakeford, Norland
date: 2026-03-05
speakers:
  - {family: Harlow, given: Mira, title: director, organization: River Museum}
---

The museum opened its new wing.

![The glass bridge.](bridge.jpg){credit="River Museum" alt="A bridge of glass"}

> It is a dream.
> — Mira Harlow
"""


class Ran(NamedTuple):
    code: int
    out: str
    err: str


class Desk:
    """A folder to work in, with a profile of its own."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.folder = folder
        self._monkeypatch = monkeypatch
        self._capsys = capsys
        monkeypatch.chdir(folder)
        self.source = folder / "river.md"
        self.source.write_text(SOURCE, encoding="utf-8")
        Image.new("RGB", (900, 600), "steelblue").save(folder / "bridge.jpg")

    def run(self, *words: str | Path) -> Ran:
        argv = ["pressdesk", *map(str, words), "--profile", str(self.folder / "profile")]
        self._monkeypatch.setattr(sys, "argv", argv)
        self._capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = self._capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Ran(ended.value.code, out, err)

    def files(self) -> list[str]:
        return sorted(
            str(path.relative_to(self.folder))
            for path in self.folder.rglob("*")
            if path.is_file() and "profile" not in path.parts
        )


@pytest.fixture
def desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Desk:
    return Desk(tmp_path, monkeypatch, capsys)


def test_the_formats_offered_are_those_there_are():
    assert tuple(FORMATS) == FORMAT_NAMES


def test_a_source_is_imported_shown_and_exported(desk: Desk):
    imported = desk.run("import", "river.md")
    assert (imported.code, imported.out) == (0, "river.press\n")
    assert (
        "bridge.jpg, photos, f1: It is 900 pixels wide; a web page asks for 1,200" in imported.err
    )
    shown = desk.run("show", "river.press")
    assert "River museum opens its new wing" in shown.out
    assert "Mira Harlow, director, River Museum (speaks)" in shown.out
    assert "bridge.jpg, 900 × 600, River Museum, alt" in shown.out
    exported = desk.run("export", "river.press")
    assert exported.code == 0
    written = exported.out.split()
    assert [Path(name).suffix for name in written[:2]] == [".docx", ".html"]
    assert all(Path(name).parts[0] == "river-export" for name in written)
    assert all((desk.folder / name).is_file() for name in written)


def test_every_format_is_written_by_all(desk: Desk):
    ran = desk.run("export", "river.md", "--to", "all", "-o", "out", "--json")
    answer = json.loads(ran.out)
    suffixes = {Path(file).suffix for file in answer["files"]}
    assert suffixes == {".docx", ".html", ".txt", ".md", ".jpg", ".zip"}
    assert any(file.endswith("-single.html") for file in answer["files"])
    assert {problem["code"] for problem in answer["problems"]} == {"PD-EXP-001"}


def test_show_as_json_is_the_release_by_its_schema(desk: Desk):
    import jsonschema

    raw = json.loads(desk.run("show", "river.md", "--json").out)
    schema = json.loads(desk.run("schema").out)
    jsonschema.Draft202012Validator(schema).validate(raw)
    assert msgspec.convert(raw, Release).headline == "River museum opens its new wing"


def test_the_sample_is_written_and_exports_as_a_final(desk: Desk):
    assert desk.run("sample", "sample.press").out == "sample.press\n"
    assert desk.run("sample", "sample.press").code == 0
    ran = desk.run("export", "sample.press", "--stage", "final", "-o", "out")
    assert ran.code == 0
    assert not any("DRAFT" in name for name in desk.files())


def test_the_sample_shows_everything(desk: Desk):
    desk.run("sample", "sample.press")
    release = msgspec.json.decode(
        desk.run("show", "sample.press", "--json").out.encode(), type=Release
    )
    kinds = {type(block).__name__ for block in release.body}
    assert kinds == {"Paragraph", "Heading", "ListItem", "Quote", "Figure", "Table"}
    assert len(release.figures) == 3
    assert all(figure.caption for figure in release.figures)
    assert len(release.speakers) == 4
    assert any(person.native for person in release.people)
    assert release.embargo is not None
    text = (shipped("resources") / "samples/sample.md").read_text(encoding="utf-8")
    assert "](https://" in text


def test_a_new_release_comes_from_a_pack(desk: Desk):
    assert desk.run("new", "empty.press", "--language", "zh").out == "empty.press\n"
    raw = json.loads(desk.run("show", "empty.press", "--json").out)
    assert (raw["language"], raw["category"]) == ("zh", "News")
    assert desk.run("export", "empty.press").code == 0


def test_drafts_are_stamped_and_finals_with_errors_are_refused(desk: Desk):
    draft = desk.run("export", "river.md", "-o", "out")
    assert draft.code == 0
    assert "error: contacts: The field “contacts” is empty" in draft.err
    assert all("-DRAFT-v1-" in name for name in draft.out.split())
    before = desk.files()
    final = desk.run("export", "river.md", "-o", "out", "--stage", "final")
    assert final.code == 1
    assert "The field “boilerplates” is empty" in final.err
    assert "2 errors; a final may have none of these. No file was written" in final.err
    final = desk.run("export", "river.md", "-o", "out", "--stage", "final", "--json")
    assert (final.code, json.loads(final.out)["files"]) == (1, [])
    assert len(json.loads(final.out)["problems"]) == 2
    assert desk.files() == before


def test_two_exports_are_byte_equal_whatever_the_process(desk: Desk):
    desk.run("import", "river.md")
    for seed, folder in (("1", "one"), ("2", "two")):
        subprocess.run(
            [
                sys.executable,
                "-m",
                "pressdesk",
                "export",
                "river.press",
                "--to",
                "all",
                "-o",
                folder,
            ],
            check=True,
            capture_output=True,
            cwd=desk.folder,
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": str(Path(__file__).parents[1]),
            },
        )
    one, two = (
        {path.relative_to(desk.folder / name): path.read_bytes() for path in files}
        for name in ("one", "two")
        for files in [[path for path in (desk.folder / name).rglob("*") if path.is_file()]]
    )
    assert one
    assert one == two


def test_markdown_exported_and_imported_again_is_the_same_release(desk: Desk):
    desk.run("export", "river.md", "--to", "md", "--originals", "-o", "out")
    (again,) = (desk.folder / "out").glob("*.md")
    first = json.loads(desk.run("show", "river.md", "--json").out)
    second = json.loads(desk.run("show", again, "--json").out)
    assert {**second, "id": ""} == {**first, "id": ""}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["show", "absent.press"], "PD-DOC-001"),
        (["show", "absent.md"], "PD-DOC-001"),
        (["export", "."], "PD-"),
        (["export", "notes.odt"], "PD-IMP-001"),
        (["import", "notes.odt"], "PD-IMP-001"),
        (["export", "foreign.press"], "PD-DOC-002"),
        (["import", "binary.md"], "PD-IMP-002"),
        (["import", "key.md"], "PD-IMP-003"),
        (["import", "nophoto.md"], "PD-IMP-004"),
        (["import", "badphoto.md"], "PD-IMG-001"),
        (["export", "river.md", "--template", "wedding"], "PD-TPL-002"),
        (["import", "river.md", "--template", "wedding"], "PD-TPL-002"),
        (["new", "a.press", "--template", "wedding"], "PD-TPL-002"),
        (["export", "river.md", "--to", "fax"], "PD-CLI-002"),
        (["export", "river.md", "--to", ""], "PD-CLI-002"),
        (["export", "river.md", "-o", "river.md/out"], "PD-SAV-003"),
        (["new", "absent/a.press"], "PD-SAV-003"),
        (["new", "taken.press"], "PD-CLI-003"),
        (["sample", "taken.press"], "PD-CLI-003"),
        (["new", "river.md"], "PD-CLI-004"),
        (["sample", "sample"], "PD-CLI-004"),
        (["import", "river.md", "-o", "river.md"], "PD-CLI-004"),
        (["new", "a.press", "--language", "no such"], "PD-CLI-005"),
        (["import", "taken.md"], "PD-CLI-003"),
        (["templates", "check", "absent"], "PD-TPL-006"),
        (["templates", "check", "river.md"], "PD-TPL-006"),
        (["templates", "install", "absent"], "PD-TPL-006"),
        (["templates", "install", "."], "PD-TPL-020"),
        (["export", "river.md", "--stage", "perfect"], "PD-CLI-001"),
        (["export"], "PD-CLI-001"),
        (["fly"], "PD-CLI-001"),
    ],
)
def test_what_can_not_be_done_is_told_in_a_sentence_and_nothing_is_written(
    desk: Desk, words: list[str], code: str
):
    folder = desk.folder
    (folder / "notes.odt").write_bytes(b"PK")
    (folder / "foreign.press").write_bytes(b"not a zip")
    (folder / "binary.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00" * 50)
    (folder / "key.md").write_text(SOURCE.replace("headline:", "heading:"), encoding="utf-8")
    (folder / "nophoto.md").write_text("![x](gone.jpg)\n", encoding="utf-8")
    (folder / "badphoto.md").write_text("![x](river.md)\n", encoding="utf-8")
    (folder / "taken.md").write_text("Text\n", encoding="utf-8")
    (folder / "taken.press").write_bytes(b"mine")
    before = desk.files()
    ran = desk.run(*words)
    assert ran.code == (1 if code == "PD-TPL-020" else 2)
    assert desk.files() == before
    assert "Traceback" not in ran.err
    assert ERROR.search(ran.err), ran.err
    assert f"({code}" in ran.err or code == "PD-"


def test_an_unknown_key_names_the_key_and_its_line(desk: Desk):
    desk.source.write_text(SOURCE.replace("place:", "palce:"), encoding="utf-8")
    ran = desk.run("import", "river.md")
    assert "palce" in ran.err
    assert "line 3" in ran.err
    assert "place" in ran.err


def test_a_release_that_is_replaced_is_kept_beside(desk: Desk):
    desk.run("import", "river.md", "-o", "r.press")
    before = (desk.folder / "r.press").read_bytes()
    assert desk.run("import", "river.md", "-o", "r.press").code == 0
    assert not (desk.folder / "r.previous.press").exists()
    before = (desk.folder / "r.press").read_bytes()
    desk.source.write_text(SOURCE.replace("opened", "closed"), encoding="utf-8")
    ran = desk.run("import", "river.md", "-o", "r.press")
    assert ran.out == "r.press\n"
    assert "r.previous.press" in ran.err
    assert (desk.folder / "r.previous.press").read_bytes() == before


def test_nothing_is_lost_however_often_a_release_is_replaced(desk: Desk):
    kept: list[bytes] = []
    for word in ("opened", "closed", "burned"):
        desk.source.write_text(SOURCE.replace("opened", word), encoding="utf-8")
        assert desk.run("import", "river.md", "-o", "r.press").code == 0
        kept.append((desk.folder / "r.press").read_bytes())
    assert [(desk.folder / f"r.previous{mark}.press").read_bytes() for mark in ("", "-2")] == kept[
        :2
    ]


def test_a_traceback_is_shown_with_debug_only(desk: Desk):
    assert "Traceback" not in desk.run("show", "absent.press").err
    assert "Traceback" in desk.run("show", "absent.press", "--debug").err


def test_the_profile_holds_everything_of_the_users(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
):
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    desk.run("import", "river.md")
    desk.run("export", "river.press")
    desk.run("templates", "install", shipped("templates") / "news")
    assert list(home.iterdir()) == []
    assert (desk.folder / "profile/templates/news/template.toml").is_file()


def test_packs_are_listed_checked_and_installed(desk: Desk):
    news = shipped("templates") / "news"
    assert "news  News release (en, zh)" in desk.run("templates", "list").out
    assert desk.run("templates", "check", news).code == 0
    desk.run("templates", "install", news)
    assert str(desk.folder / "profile") in desk.run("templates", "list").out
    assert desk.run("export", "river.md").code == 0


def test_a_broken_pack_is_refused_with_its_places(desk: Desk):
    import shutil

    shutil.copytree(shipped("templates") / "news", desk.folder / "mine")
    page = desk.folder / "mine/release.html"
    text = page.read_text(encoding="utf-8").replace("{{ headline", "{{ headlin", 1)
    page.write_text(text, encoding="utf-8")
    for words in (["check"], ["check", "--json"], ["install"]):
        ran = desk.run("templates", words[0], desk.folder / "mine", *words[1:])
        assert ran.code == 1
        assert "headlin" in ran.out + ran.err
    assert not (desk.folder / "profile/templates/mine").exists()


def test_a_broken_pack_that_is_asked_for_is_told_by_its_fault(desk: Desk):
    import shutil

    mine = desk.folder / "profile/templates/mine"
    shutil.copytree(shipped("templates") / "news", mine)
    rules = mine / "template.toml"
    text = rules.read_text(encoding="utf-8").replace("headline = 110", "headline = true")
    rules.write_text(text, encoding="utf-8")
    listed = desk.run("templates", "list")
    assert "template.toml, [lengths]: “headline” is yes or no." in listed.err
    ran = desk.run("export", "river.md", "--template", "mine")
    assert ran.code == 2
    assert "“mine” was not read. template.toml, [lengths]: “headline” is yes or no." in ran.err
    assert f"`pressdesk templates check {mine}`" in ran.err
    assert "templates check`" not in desk.run("templates", "check", mine).err


def test_a_killed_export_leaves_no_half_file(desk: Desk):
    desk.run("import", "river.md")
    command = [*PROGRAM, "export", "river.press", "-o", "out"]
    for attempt in range(8):
        process = subprocess.Popen(
            command, cwd=desk.folder, env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(0.25 + 0.06 * attempt)
        process.send_signal(signal.SIGKILL)
        process.wait()
        for path in (desk.folder / "out").rglob("*"):
            if path.suffix == ".docx":
                with zipfile.ZipFile(path) as archive:
                    assert archive.testzip() is None
            elif path.suffix == ".html":
                assert path.read_text(encoding="utf-8").rstrip().endswith("</html>")
            elif path.suffix == ".jpg":
                assert path.read_bytes().endswith(b"\xff\xd9")
            else:
                assert path.is_dir() or path.suffix == ".tmp"


def test_a_full_disk_is_said_and_leaves_nothing_half_written(desk: Desk):
    small = desk.folder / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", small], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("a small disk can't be mounted here")
    try:
        ran = desk.run("export", "river.md", "-o", small / "out", "--to", "txt,docx,html")
        assert ran.code == 2
        assert "The disk is full" in ran.err
        assert ERROR.search(ran.err)
        assert list(small.iterdir()) == []
    finally:
        subprocess.run(["umount", small], check=True)


def test_a_read_only_disk_is_said(desk: Desk):
    locked = desk.folder / "locked"
    locked.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", locked], capture_output=True
    )
    if mounted.returncode:
        pytest.skip("a read-only disk can't be mounted here")
    try:
        ran = desk.run("export", "river.md", "-o", locked / "out")
        assert ran.code == 2
        assert "(PD-SAV-002)" in ran.err
    finally:
        subprocess.run(["umount", locked], check=True)


def test_without_qt_everything_works(desk: Desk):
    code = "import sys; sys.modules['PySide6'] = None\nfrom pressdesk.cli import main; main()"
    ran = subprocess.run(
        [sys.executable, "-c", code, "export", "river.md", "-o", "out"],
        cwd=desk.folder,
        env=ENV,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stderr
    assert ".docx" in ran.stdout


def test_every_command_has_help(desk: Desk):
    for words in (
        [], ["new"], ["sample"], ["import"], ["export"], ["show"], ["schema"], ["templates"],
        ["templates", "list"], ["templates", "check"], ["templates", "install"],
    ):  # fmt: skip
        ran = subprocess.run(
            [*PROGRAM, *words, "--help"],
            env=ENV,
            capture_output=True,
            text=True,
        )
        assert ran.returncode == 0
        assert ran.stdout.startswith("Usage: ")


def test_an_export_says_what_it_removed_from_the_pictures(desk: Desk):
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (47.0, 30.0, 0.0)}
    exif[0x8769] = {0xA431: "SN-1234567"}
    Image.new("RGB", (900, 600), "steelblue").save(desk.folder / "bridge.jpg", exif=exif)
    told = "Removed from the exported pictures: position and serial number from 1 photo."
    for _ in range(2):  # from the photo itself, and from the cache
        assert f"hint: photos: {told} (PD-EXP-009)" in desk.run("export", "river.md").err
    answer = json.loads(desk.run("export", "river.md", "--json").out)
    assert told in [problem["message"] for problem in answer["problems"]]


def test_a_press_kit_is_written_by_its_name(desk: Desk):
    ran = desk.run("export", "river.md", "--to", "kit", "-o", "out")
    assert ran.code == 0
    (written,) = ran.out.split()
    assert written.endswith("-press-kit.zip")
    with zipfile.ZipFile(desk.folder / written) as archive:
        names = {name.partition("/")[2] for name in archive.namelist()}
        assert archive.testzip() is None
    assert "full/01_bridge_river-museum-opens-its-new-wing.jpg" in names
    assert "SHA256SUMS" in names
