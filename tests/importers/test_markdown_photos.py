"""Photos a Markdown source names: found beside it, described by it, or refused with a reason."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from pressdesk.model.body import Figure, Span
from pressdesk.model.framing import Box, Crop, Point
from pressdesk.model.photo import Photo
from pressdesk.model.problem import PressDeskError
from pressdesk.photos.metadata import Record, with_metadata
from tests.importers.sources import BODY, PEOPLE, Read, reader, refusal, texts, told
from tests.photos.pictures import a_picture, encoded, sha256

DATA = encoded(a_picture())
RECORD = Record(
    caption="A bridge of glass",
    headline="A bridge opens",
    creator="Ada Fenn",
    credit="River Museum / Fenn",
    source="River Museum",
    copyright="© 2026 River Museum",
    usage="Free for press use",
    keywords=("bridge", "玻璃"),
    people=("Mira Harlow", "Nobody"),
    taken=dt.date(2026, 3, 5),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the source, with a picture in it and one that describes itself."""
    (tmp_path / "a.jpg").write_bytes(DATA)
    (tmp_path / "described.jpg").write_bytes(with_metadata(DATA, RECORD))
    return tmp_path


def the_photo(read: Read, text: str) -> Photo:
    """Give the one photo of a body of which nothing is told."""
    imported = read(PEOPLE + text)
    assert imported.problems == ()
    (photo,) = imported.release.photos
    return photo


def test_a_picture_alone_in_its_paragraph_is_a_figure(read: Read, folder: Path):
    imported = read(PEOPLE + "Text.\n\n![The *glass* bridge](a.jpg)\n\nMore.\n")
    caption = (Span("The "), Span("glass", italic=True), Span(" bridge"))
    assert imported.release.body[1] == Figure(id="b2", photo="f1", caption=caption)
    assert texts(imported) == ["Text.", "The glass bridge", "More."]
    assert imported.assets.read(sha256(DATA)) == DATA
    assert imported.release.photos == (
        Photo(id="f1", media=sha256(DATA), suffix="jpg", width=96, height=64, name="a.jpg"),
    )
    assert imported.problems == ()


@pytest.mark.parametrize(
    ("written", "fields"),
    [
        ('alt="A bridge" credit="Museum"', {"alt": "A bridge", "credit": "Museum"}),
        ('creator="Ada" copyright="© Ada"', {"creator": "Ada", "copyright": "© Ada"}),
        ("source=A usage=B", {"source": "A", "usage": "B"}),
        ('headline=A description="B."', {"headline": "A", "description": "B."}),
        ('alt="She said “go” \\"now\\" \\\\"', {"alt": 'She said “go” "now" \\'}),
        ('alt="two\nlines"', {"alt": "two lines"}),
        (".decorative", {"decorative": True}),
        ('keywords="a, b" keyword="c, d"', {"keywords": ("a", "b", "c, d")}),
        ("taken=2026-03-05 name=b.jpg", {"taken": dt.date(2026, 3, 5), "name": "b.jpg"}),
        ('people="Mira Harlow; 林文"', {"people": ("p1", "p2")}),
    ],
)
def test_attributes_describe_the_photo(
    read: Read, folder: Path, written: str, fields: dict[str, Any]
):
    photo = the_photo(read, f"![A caption](a.jpg){{{written}}}\n")
    assert {field: getattr(photo, field) for field in fields} == fields


def test_a_title_is_the_photo_s_headline(read: Read, folder: Path):
    assert the_photo(read, '![A caption](a.jpg "A title")').headline == "A title"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("width=50%", 'width="50%"'),
        (".wide", ".wide"),
        ("taken=yesterday", 'taken="yesterday"'),
        ("alt=a alt=b", 'alt="b"'),
        ("Alt=a", 'Alt="a"'),
    ],
)
def test_an_attribute_that_means_nothing_is_told(read: Read, folder: Path, written: str, text: str):
    (problem,) = read(f"{PEOPLE}![](a.jpg){{{written}}}").problems
    assert (problem.code, problem.place.line, problem.place.text) == ("PD-IMP-046", BODY, text)


def test_a_person_nobody_knows_is_told(read: Read, folder: Path):
    imported = read(PEOPLE + '![](a.jpg){people="Mira Harlow; Harlow; Nobody"}')
    assert imported.release.photos[0].people == ("p1",)
    assert [problem.place.text for problem in imported.problems] == ["Harlow", "Nobody"]
    assert told(imported) == [("PD-IMP-043", BODY)] * 2


def test_what_the_source_does_not_say_comes_from_the_picture(read: Read, folder: Path):
    imported = read(PEOPLE + "![](described.jpg){credit=Museum}")
    (photo,) = imported.release.photos
    assert (photo.credit, photo.creator, photo.source) == ("Museum", "Ada Fenn", "River Museum")
    assert (photo.copyright, photo.usage) == ("© 2026 River Museum", "Free for press use")
    assert (photo.headline, photo.keywords) == ("A bridge opens", ("bridge", "玻璃"))
    assert (photo.taken, photo.people) == (dt.date(2026, 3, 5), ("p1",))
    assert texts(imported) == [photo.description] == ["A bridge of glass"]


def test_the_caption_of_the_source_goes_before_the_picture_s(read: Read, folder: Path):
    imported = read(PEOPLE + "![Mine](described.jpg)")
    assert texts(imported) == ["Mine"]
    assert imported.release.photos[0].description == "A bridge of glass"


def test_alt_comes_from_an_alt_field_only(read: Read, folder: Path):
    assert the_photo(read, "![A caption](described.jpg)").alt == ""
    record = Record(caption="A caption", alt="A bridge between towers")
    (folder / "alt.jpg").write_bytes(with_metadata(DATA, record))
    assert the_photo(read, "![](alt.jpg)").alt == "A bridge between towers"
    assert the_photo(read, '![](alt.jpg){alt="Mine"}').alt == "Mine"
    assert the_photo(read, '![](alt.jpg){alt=""}').alt == ""


def test_metadata_may_be_ignored(read: Read, folder: Path):
    imported = read("---\nphoto-metadata: ignore\n---\n![](described.jpg)\n")
    (photo,) = imported.release.photos
    assert (photo.creator, photo.description, texts(imported)) == ("", "", [""])


def test_one_picture_used_twice_is_one_photo(read: Read, folder: Path):
    (folder / "copy.jpg").write_bytes(DATA)
    text = "![One](a.jpg){alt=a}\n\n![Two](./a.jpg){credit=b}\n\n![Three](copy.jpg){alt=c}\n"
    imported = read(PEOPLE + text)
    (photo,) = imported.release.photos
    assert (photo.name, photo.alt, photo.credit) == ("a.jpg", "a", "b")
    assert [figure.photo for figure in imported.release.figures] == ["f1", "f1", "f1"]
    assert texts(imported) == ["One", "Two", "Three"]
    assert told(imported) == [("PD-IMP-046", BODY + 4)]


def test_photos_are_numbered_as_they_are_named(read: Read, folder: Path):
    front = (
        "---\nphotos: [described.jpg]\nattached:\n  - {file: a.jpg, caption: A *caption*}\n---\n"
    )
    release = read(front + "![](a.jpg)").release
    assert [photo.name for photo in release.photos] == ["described.jpg", "a.jpg"]
    caption = (Span("A "), Span("caption", italic=True))
    assert release.attached == (Figure(id="a1", photo="f2", caption=caption),)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("two words.jpg", "<two words.jpg>"),
        ("two words.jpg", "two%20words.jpg"),
        ("玻璃桥.jpg", "玻璃桥.jpg"),
        ("玻璃桥.jpg", "%E7%8E%BB%E7%92%83%E6%A1%A5.jpg"),
        ("100%.jpg", "100%.jpg"),
        ("50%25.jpg", "50%25.jpg"),
        ("a(1).jpg", "a(1).jpg"),
        ("sub/a.jpg", "sub/a.jpg"),
        ("sub/a.jpg", "<sub\\a.jpg>"),
        ("sub/a.jpg", "sub/../sub/a.jpg"),
        (".hidden.jpg", ".hidden.jpg"),
        ("..two.jpg", "..two.jpg"),
    ],
)
def test_a_picture_is_found_by_its_name(read: Read, tmp_path: Path, name: str, written: str):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(DATA)
    assert the_photo(read, f"![A caption]({written})").name == path.name


def test_a_name_with_a_bare_space_stays_text_and_is_told(read: Read, tmp_path: Path):
    text = "![A caption](two words.jpg)"
    imported = read(PEOPLE + text)
    assert texts(imported) == [text]
    (problem,) = imported.problems
    assert (problem.place.line, problem.place.text) == (BODY, "two words.jpg")
    assert read(PEOPLE + "\\" + text).problems == ()


def test_photos_may_lie_in_a_folder_of_their_own(read: Read, folder: Path, tmp_path: Path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.jpg").write_bytes(encoded(a_picture(30, 20)))
    release = read(PEOPLE + "![](a.jpg)\n\n![](described.jpg)", photos=other).release
    assert [photo.width for photo in release.photos] == [30, 96]


def test_every_missing_photo_is_named_with_its_line(read: Read, folder: Path):
    (folder / "folder.jpg").mkdir()
    (folder / "dangling.jpg").symlink_to(folder / "gone")
    names = ["gone.jpg", "folder.jpg", "dangling.jpg", "a%00.jpg", "x" * 300 + ".jpg"]
    text = "\n\n".join(f"![]({name})" for name in ["a.jpg", *names])
    error = refusal(read, PEOPLE + text)
    assert error.code == "PD-IMP-004"
    assert [(problem.place.text, problem.place.line) for problem in error.problems] == [
        (name, BODY + 2 * number) for number, name in enumerate(names, 1)
    ]


@pytest.mark.parametrize(
    "path",
    [
        "../out.jpg",
        "sub/../../out.jpg",
        "%2e%2e/out.jpg",
        "..%2fout.jpg",
        "<..\\out.jpg>",
        "sub%5c..%5c..%5cout.jpg",
        "..",
        "/etc/hostname",
        "%2fetc/hostname",
        "C:/out.jpg",
        "<C:\\out.jpg>",
        "//server/out.jpg",
        "%5c%5cserver/out.jpg",
        "file:///etc/hostname",
        "http://127.0.0.1:9/a.jpg",
        "HTTPS://example.org/a.jpg",
        "data:image/gif;base64,R0lGODlhAQABAAAAACw=",
        "",
    ],
)
def test_what_does_not_lie_beside_the_text_is_refused(tmp_path: Path, path: str):
    (tmp_path / "out.jpg").write_bytes(DATA)
    (tmp_path / "text" / "sub").mkdir(parents=True)
    read = reader(tmp_path / "text")
    for text in (f"{PEOPLE}![]({path})", f"---\nattached: ['{path.strip('<>')}']\n---\n"):
        assert refusal(read, text).code == "PD-IMP-005"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "PD-IMG-001"),
        (b"not a picture", "PD-IMG-001"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "PD-IMG-001"),
        (DATA[: len(DATA) // 2], "PD-IMG-003"),
        (DATA + bytes(60_000_000), "PD-IMG-002"),
    ],
)
def test_a_picture_that_cannot_be_read_is_refused(
    read: Read, tmp_path: Path, data: bytes, code: str
):
    (tmp_path / "bad.jpg").write_bytes(data)
    error = refusal(read, PEOPLE + "![A caption](bad.jpg)")
    assert (error.code, "bad.jpg" in error.what + error.why) == (code, True)


def test_a_picture_changed_after_the_import_is_not_read(read: Read, folder: Path):
    assets = read(PEOPLE + "![](a.jpg)").assets
    (folder / "a.jpg").write_bytes(DATA + b"\0")
    with pytest.raises(PressDeskError) as caught:
        assets.read(sha256(DATA))
    assert caught.value.code == "PD-IMP-008"


def test_every_real_picture_is_imported_or_refused_with_a_reason(read: Read, corpus: Path):
    folder = corpus / "images"
    refused: dict[str, PressDeskError] = {}
    names = sorted(path.name for path in folder.iterdir())
    for name in names:
        try:
            imported = read(f"![A caption](<{name}>)", photos=folder)
        except PressDeskError as error:
            refused[name] = error
            continue
        (photo,) = imported.release.photos
        assert imported.assets.read(photo.media) == (folder / name).read_bytes()
    for name, error in refused.items():
        assert name in error.what
        assert all((error.why, error.safe, error.do))
        assert error.code in ("PD-IMG-001", "PD-IMG-002", "PD-IMG-003")
    assert "MANIFEST.md" in refused
    assert len(names) - len(refused) >= 20


def test_marks_crop_and_notes_are_read_behind_a_picture(read: Read, folder: Path):
    photo = the_photo(
        read,
        '![](a.jpg){mark="m1 0.5 0.2 0.1 0.2 0 Mira Harlow" mark="m2 0.1 0.2 0.1 0.2 0 Jo Petrov"'
        ' crop="0 0 0.9 1 0" focus="0.5 0.3" rating="4" consent="given"'
        ' consent-until="2027-03-05" use-until="2028-03-05"}\n',
    )
    assert [(mark.person, mark.name) for mark in photo.marks] == [("p1", ""), ("", "Jo Petrov")]
    assert photo.people == ("p1",)
    assert photo.crop == Crop(box=Box(0.0, 0.0, 0.9, 1.0), focus=Point(0.5, 0.3))
    assert (photo.rating, photo.consent) == (4, "given")
    assert (photo.consent_until, photo.use_until) == (dt.date(2027, 3, 5), dt.date(2028, 3, 5))


def test_marks_and_crop_of_an_attached_photo_stand_in_the_front_matter(read: Read, folder: Path):
    front = PEOPLE.replace(
        "\n---\n",
        "\nattached:\n  - {file: a.jpg, marks: [m1 0.5 0.2 0.1 0.2 0 Mira Harlow], crop: 0 0 1 1 3,"
        " use-until: 2028-03-05, consent: asked, rating: 2}\n---\n",
    )
    imported = read(front + "Text.\n")
    (photo,) = imported.release.photos
    assert photo.marks[0].person == "p1"
    assert photo.crop == Crop(angle=3)
    assert (photo.use_until, photo.consent, photo.rating) == (dt.date(2028, 3, 5), "asked", 2)


@pytest.mark.parametrize(
    "attribute", ['mark="m1 0.5"', 'crop="0 0 9 9 0"', 'focus="here"', 'rating="7"', 'consent="?"']
)
def test_numbers_that_mean_nothing_are_told_and_left_out(attribute: str, read: Read, folder: Path):
    imported = read(PEOPLE + f"![](a.jpg){{{attribute}}}\n")
    assert [problem.code for problem in imported.problems] == ["PD-IMP-046"]
    (photo,) = imported.release.photos
    assert (photo.marks, photo.crop, photo.rating, photo.consent) == ((), None, 0, "")
