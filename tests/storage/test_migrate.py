"""Files of every format there ever was open, and are brought up to the newest one."""

import datetime as dt
from pathlib import Path
from uuid import UUID

import pytest

from pressdesk.storage.migrate import STEPS, VERSIONS, migrate
from pressdesk.storage.package import VERSION, read_package, write_package

KEPT = Path(__file__).parents[1] / "golden" / "press"


def test_a_file_of_every_version_is_kept():
    assert {path.stem for path in KEPT.glob("*.press")} == set(VERSIONS)
    assert VERSIONS[-1] == VERSION
    assert set(STEPS) <= set(VERSIONS[:-1])


@pytest.mark.parametrize("version", VERSIONS)
def test_a_kept_file_opens_whole_and_saves_with_what_this_program_does_not_know(
    version: str, tmp_path: Path
):
    opened = read_package(KEPT / f"{version}.press")
    assert opened.manifest.version == version
    assert opened.problems == ()
    release = opened.release
    assert release.headline == "River museum opens its new wing"
    assert {type(block).__name__ for block in release.body} == {
        *("Paragraph", "Heading", "ListItem", "Quote", "Figure", "Table"),
    }
    assert [person.native for person in release.people] == ["", "温江月"]
    assert len(opened.assets.read(release.photos[0].media)) > 500
    assert bool(release.photos[0].marks and release.photos[0].crop) == (version != "1.0")
    assert opened.unknown["mood"] == "glad"
    assert opened.extensions == {"ext/plan.json": b"{}"}
    path = tmp_path / "saved.press"
    write_package(
        path,
        release,
        opened.assets,
        save_id=UUID(int=5),
        saved_at=dt.datetime(2026, 3, 5, tzinfo=dt.UTC),
        base=opened,
    )
    again = read_package(path)
    assert again.release == release
    assert again.unknown == opened.unknown
    assert again.extensions == opened.extensions
    assert again.manifest.version == VERSION
    assert again.assets.read(release.photos[0].media) == opened.assets.read(release.photos[0].media)


def test_steps_are_taken_in_order_from_the_version_of_the_file():
    steps = {
        "1": lambda raw: {**raw, "steps": [*raw["steps"], "1 to 2"]},
        "3": lambda raw: {**raw, "steps": [*raw["steps"], "3 to 4"]},
    }
    versions = ("1", "2", "3", "4")
    for version, taken in (("1", ["1 to 2", "3 to 4"]), ("2", ["3 to 4"]), ("4", []), ("9", [])):
        assert migrate({"steps": []}, version, versions, steps)["steps"] == taken
