"""Every save is a version: listed, read back equal, and small."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from msgspec.structs import replace

from pressdesk.model.problem import PressDeskError
from pressdesk.model.release import Release
from pressdesk.storage.database import Database
from pressdesk.storage.versions import Versions
from tests.builders import RELEASE_ID, a_paragraph, a_photo, a_release

NOON = dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC)
TEXT = (
    "The museum on the river opens its new wing with a show of glass and light, and with a "
    "bridge between two brick towers that took four years to build"
)
WORDS = TEXT.split()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = Database(tmp_path / "journal.db")
    yield made
    made.close()


def keep(database: Database, release: Release, **more: object) -> int:
    with database.transaction() as connection:
        return Versions(database).add(
            connection,
            release,
            save_id=UUID(int=more.pop("save", 1)),  # type: ignore[arg-type]
            at=NOON,
            user="Anna Keller",
            path=Path("/r.press"),
            **more,  # type: ignore[arg-type]
        )


def test_versions_are_listed_with_who_when_and_what_changed(database: Database):
    assert keep(database, a_release(), changed=(8, 0)) == 1
    assert keep(database, a_release(headline="Two"), save=2, changed=(3, 1), name="Sent") == 2
    two, one = Versions(database).list(RELEASE_ID)
    assert (one.number, one.user, one.at, one.words_added) == (1, "Anna Keller", NOON, 8)
    assert (two.name, two.words_added, two.words_removed, two.words) == ("Sent", 3, 1, 8)
    assert Versions(database).list(UUID(int=4)) == ()


def test_a_save_without_a_change_is_no_new_version_but_may_name_the_last(database: Database):
    keep(database, a_release())
    assert keep(database, a_release(), save=2) == 1
    assert keep(database, a_release(), save=3, name="As sent") == 1
    assert keep(database, a_release(), save=4) == 1
    (only,) = Versions(database).list(RELEASE_ID)
    assert (only.name, only.save_id) == ("As sent", UUID(int=4))


def test_a_second_name_is_another_version_and_the_first_name_stays(database: Database):
    keep(database, a_release(), name="As sent")
    assert keep(database, a_release(), save=2, name="As sent") == 1
    assert keep(database, a_release(), save=3, name="Approved") == 2
    versions = Versions(database)
    assert [each.name for each in versions.list(RELEASE_ID)] == ["Approved", "As sent"]
    assert versions.read(RELEASE_ID, 2).release == versions.read(RELEASE_ID, 1).release


def test_each_of_many_versions_is_read_back_equal(database: Database):
    releases = [
        a_release(headline=f"Headline {number}", body=(a_paragraph(f"Text {number}" * 20),))
        for number in range(120)
    ]
    for release in releases:
        keep(database, release, unknown={"mood": "glad"})
    versions = Versions(database)
    for number, release in enumerate(releases, start=1):
        kept = versions.read(RELEASE_ID, number)
        assert kept.release == release
        assert kept.unknown == {"mood": "glad"}
    assert versions.last_good(RELEASE_ID) == versions.read(RELEASE_ID, 120)


def test_two_hundred_versions_of_a_release_cost_less_than_fifty_kilobytes(database: Database):
    blocks = [
        a_paragraph(
            " ".join(WORDS[(number * 7 + place) % len(WORDS)] for place in range(60)), f"b{number}"
        )
        for number in range(14)
    ]
    keep(database, a_release())
    database.close()
    before = database.path.stat().st_size
    for number in range(199):
        place = number % len(blocks)
        text = " ".join(WORDS[(number * place + word) % len(WORDS)] for word in range(55))
        blocks[place] = a_paragraph(f"{text} {number}.", f"b{place}")
        keep(database, a_release(body=tuple(blocks)))
    assert len(Versions(database).list(RELEASE_ID)) == 200
    with database.transaction() as connection:
        (size,) = connection.execute("SELECT sum(length(delta)) FROM version").fetchone()
    assert size < 50_000
    database.close()
    assert database.path.stat().st_size - before < 100_000  # with who, when and the hashes


def test_a_damaged_version_is_refused_and_the_last_good_one_is_given(database: Database):
    for number in range(1, 5):
        keep(database, a_release(headline=str(number)))
    with database.transaction() as connection:
        connection.execute("UPDATE version SET delta = x'00' WHERE number = 3")
    versions = Versions(database)
    with pytest.raises(PressDeskError, match="PD-VER-002"):
        versions.read(RELEASE_ID, 4)
    kept = versions.last_good(RELEASE_ID)
    assert kept is not None
    assert kept.release.headline == "2"
    assert keep(database, a_release(headline="5")) == 5
    assert versions.read(RELEASE_ID, 5).release.headline == "5"


def test_a_version_that_is_not_there_is_said(database: Database):
    with pytest.raises(PressDeskError, match=r"Version 7 was not opened.*PD-VER-001"):
        Versions(database).read(RELEASE_ID, 7)


def test_photos_of_versions_and_the_place_of_the_release_are_known(database: Database):
    keep(database, a_release(photos=(a_photo(media="a" * 64),)))
    keep(database, replace(a_release(), photos=(a_photo(media="b" * 64),)))
    versions = Versions(database)
    assert versions.wanted_media() == {"a" * 64, "b" * 64}
    assert versions.release_at(Path("/r.press")) == RELEASE_ID
    assert versions.release_at(Path("/other.press")) is None
