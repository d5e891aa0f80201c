"""Where XMP and IIM in one file differ, both are shown, and either can be taken."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from pressdesk.photos.probe import photo_from
from pressdesk.ui.document import Document
from tests.photos.pictures import a_picture, encoded, exiftool
from tests.ui.photo_desk.photos import a_document

SAID = (
    "-XMP-photoshop:Credit=River Museum",
    "-IPTC:Credit=湖津博物馆",
    "-XMP-dc:Subject=bridge",
    "-XMP-dc:Subject=glass",
    "-IPTC:Keywords=tower",
    "-XMP-photoshop:DateCreated=2026:03:05 10:15:00",
    "-IPTC:DateCreated=2026:03:04",
    "-XMP-dc:Creator=Ada Fenn",
    "-IPTC:By-line=Ada Fenn",
)


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "bridge.jpg"
    path.write_bytes(encoded(a_picture()))
    exiftool("-q", "-overwrite_original", "-codedcharacterset=utf8", *SAID, path)
    document = a_document(["One."])
    data = path.read_bytes()
    document.assets, _ = document.assets.with_bytes(data)
    photo, _ = photo_from(data, path.name, "f1")
    document.apply(replace(document.release, photos=(photo,)), "x")
    return document


def test_both_values_are_shown_and_the_other_one_is_taken(make, document):
    desk = make(document)
    assert set(desk.form.differences) == {"credit", "keywords", "taken"}
    note = desk.form.differences["credit"]
    assert note.isVisible()
    assert not note.buttons["XMP"].isVisible()  # it is the one in use
    assert note.buttons["IIM"].accessibleName() == "Take what IIM says: 湖津博物馆"
    note.buttons["IIM"].click()
    assert document.release.photos[0].credit == "湖津博物馆"
    assert note.buttons["XMP"].isVisible()
    assert not note.buttons["IIM"].isVisible()
    document.undo()
    assert document.release.photos[0].credit == "River Museum"


def test_keywords_and_days_are_taken_as_what_they_are(make, document):
    desk = make(document)
    desk.form.differences["keywords"].buttons["IIM"].click()
    desk.form.differences["taken"].buttons["IIM"].click()
    photo = document.release.photos[0]
    assert photo.keywords == ("tower",)
    assert str(photo.taken) == "2026-03-04"
    desk.form.differences["keywords"].buttons["XMP"].click()
    assert document.release.photos[0].keywords == ("bridge", "glass")


def test_another_photo_has_differences_of_its_own(make, document):
    other = a_document(["One.", "Two."]).release
    photos = (*document.release.photos, other.photos[1])
    document.apply(replace(document.release, photos=photos), "x")
    desk = make(document)
    assert desk.form.differences
    desk.show_photo("f2")
    assert not desk.form.differences
