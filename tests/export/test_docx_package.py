"""A package is read with limits and written the same each time."""

import zipfile
from pathlib import Path

import pytest

from pressdesk.export.docx_package import Package, Relation, read_package
from pressdesk.export.docx_xml import MalformedXmlError, parse
from pressdesk.model.problem import PressDeskError
from tests.export.jobs import NEWS
from tests.export.word import DOCUMENT, NAMES, Word, a_house


def test_what_is_read_is_what_is_written():
    package = read_package(NEWS.docx)
    with zipfile.ZipFile(NEWS.docx) as archive:
        wanted = {name for name in archive.namelist() if not name.endswith((".rels", "Types].xml"))}
        assert set(package.parts) == wanted
        assert all(package.parts[name].data == archive.read(name) for name in wanted)
    written = package.to_bytes()
    assert written == read_package(NEWS.docx).to_bytes()


def test_what_is_written_can_be_read_again(tmp_path: Path):
    package = read_package(NEWS.docx)
    path = tmp_path / "again.docx"
    path.write_bytes(package.to_bytes())
    again = read_package(path)
    assert {name: part.data for name, part in again.parts.items()} == {
        name: part.data for name, part in package.parts.items()
    }
    assert again.main.relations == package.main.relations
    assert [part.content_type for part in again.parts.values()]
    assert again.main.content_type == package.main.content_type


def test_a_target_has_one_relationship():
    part = Package().add("word/document.xml", "x", b"")
    first = part.relate("hyperlink", "https://example.org", external=True)
    assert part.relate("hyperlink", "https://example.org", external=True) == first
    assert part.relate("hyperlink", "https://example.org/2", external=True) != first


def test_a_new_relationship_takes_no_id_that_is_in_use():
    part = Package().add("word/document.xml", "x", b"")
    part.relations["rId2"] = Relation("styles", "word/styles.xml")
    assert part.relate("image", "word/media/a.jpg") == "rId3"


def test_targets_are_found_however_they_are_written(tmp_path: Path):
    house = a_house(
        tmp_path,
        ("word/_rels/document.xml.rels", 'Target="styles.xml"', 'Target="/word/./styles.xml"'),
        ("word/_rels/document.xml.rels", 'Target="header1.xml"', 'Target="../word/header%31.xml"'),
    )
    package = read_package(house.docx)
    styles = package.related("styles")
    assert styles is not None
    assert styles.name == "word/styles.xml"
    assert "word/header1.xml" in package.parts


def test_what_a_template_may_not_bring_stays_behind(tmp_path: Path):
    kinds = ("comments", "customXml", "glossaryDocument", "webSettings", "stylesWithEffects")
    relations = "".join(
        f'<Relationship Id="x{kind}" Type="{NAMES["r"]}/{kind}" Target="{kind}.xml"/>'
        for kind in kinds
    )
    house = a_house(
        tmp_path,
        ("word/_rels/document.xml.rels", "</Relationships>", f"{relations}</Relationships>"),
        **{f"word/{kind}.xml": "<x/>" for kind in kinds},
    )
    package = read_package(house.docx)
    assert {relation.kind for relation in package.left_behind.values()} == set(kinds)
    assert not [name for name in Word(package.to_bytes()).names if name[5:-4] in kinds]


@pytest.mark.parametrize("twin", ["word/Document.xml", "WORD/STYLES.XML"])
def test_two_parts_whose_names_differ_in_case_are_refused(tmp_path: Path, twin: str):
    with pytest.raises(PressDeskError, match="a part twice"):
        read_package(a_house(tmp_path, **{twin: "<x/>"}).docx)


def test_a_crowd_of_parts_is_refused(tmp_path: Path):
    crowd = {f"word/x{number}.xml": "<x/>" for number in range(5_001)}
    with pytest.raises(PressDeskError, match="5,000 parts"):
        read_package(a_house(tmp_path, **crowd).docx)


HIDDEN = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE a><a/>",
        HIDDEN.encode("utf-16"),
        b"<a>",
        b"",
        b"<a>&undefined;</a>",
        b"<a>" * 300 + b"</a>" * 300,
    ],
)
def test_xml_that_could_do_harm_is_refused(data: bytes):
    with pytest.raises(MalformedXmlError):
        parse(data)


def test_the_document_itself_is_read_as_it_is():
    assert parse(Word(NEWS.docx.read_bytes()).text(DOCUMENT)).tag.endswith("}document")
