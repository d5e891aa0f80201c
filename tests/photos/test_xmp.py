import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.model.text import clean_line
from pressdesk.photos import xmp
from pressdesk.photos.fields import Fields
from tests.photos import pictures

LINES = st.text(min_size=1).map(clean_line).filter(bool)
TEXTS = ("caption", "alt", "headline", "creator", "credit", "source", "copyright", "usage")
LISTS = ("keywords", "people")
WITHIN_A_LIST = (
    "<Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li><rdf:Description>"
    "<exif:GPSLongitude>0,7W</exif:GPSLongitude>"
    "</rdf:Description></rdf:li></rdf:Bag></Iptc4xmpExt:LocationCreated>"
)


@given(
    st.dictionaries(st.sampled_from(TEXTS), LINES.map(lambda line: (line,))),
    st.dictionaries(st.sampled_from(LISTS), st.lists(LINES, min_size=1, unique=True).map(tuple)),
    st.sampled_from(["", "en", "zh-Hans", "de-CH-1996", '"/><evil', "x" * 40]),
)
def test_what_is_written_is_read_back(
    texts: dict[str, tuple[str, ...]], lists: dict[str, tuple[str, ...]], language: str
) -> None:
    packet = xmp.write({**texts, **lists}, language)

    if not (texts or lists):
        assert packet == b""
        return
    fields = xmp.read(packet).fields
    assert {name: getattr(fields, name) for name in texts} == {
        name: values[0] for name, values in texts.items()
    }
    assert {name: getattr(fields, name) for name in lists} == lists


def test_characters_no_xml_can_carry_are_dropped() -> None:
    packet = xmp.write({"caption": ("a\0b\x0bc\ud800d\ufffee<&>",)})

    assert xmp.read(packet).fields.caption == "ab cde<&>"


def test_the_default_language_is_read_before_others() -> None:
    alternatives = (
        '<dc:description><rdf:Alt><rdf:li xml:lang="de">Brücke</rdf:li>'
        '<rdf:li xml:lang="x-default">Bridge</rdf:li></rdf:Alt></dc:description>'
    )

    assert xmp.read(pictures.xmp(alternatives)).fields.caption == "Bridge"


def test_several_creators_are_joined() -> None:
    creators = (
        "<dc:creator><rdf:Seq><rdf:li>Ada Fenn</rdf:li><rdf:li>Ben Roe</rdf:li></rdf:Seq>"
        "</dc:creator>"
    )

    assert xmp.read(pictures.xmp(creators)).fields.creator == "Ada Fenn, Ben Roe"


def test_properties_may_be_written_as_attributes() -> None:
    packet = (
        b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
        b"<rdf:Description xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/' "
        b"xmlns:tiff='http://ns.adobe.com/tiff/1.0/' photoshop:Credit='River Museum' "
        b"photoshop:DateCreated='2026-03-05T10:15:00+01:00' tiff:Orientation='6'/></rdf:RDF>"
    )

    reading = xmp.read(packet)

    assert reading.fields == Fields(credit="River Museum", taken=dt.date(2026, 3, 5))
    assert reading.orientation == 6


@pytest.mark.parametrize(
    ("properties", "part"),
    [
        ("<exif:GPSLatitude>51,30N</exif:GPSLatitude>", "position"),
        ("<aux:SerialNumber>42</aux:SerialNumber>", "serial number"),
        ("<aux:OwnerName>Ada Fenn</aux:OwnerName>", "owner"),
        ("<exif:UserComment>not for print</exif:UserComment>", "comment"),
        (WITHIN_A_LIST, "position"),
    ],
)
def test_private_parts_are_noticed_at_any_depth(properties: str, part: str) -> None:
    assert xmp.read(pictures.xmp(properties)).private == {part}


@pytest.mark.parametrize(
    "packet",
    [
        b"",
        b"<not closed",
        b"\xff\xfe nonsense",
        b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>',
        b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><x/>',
        b'<?xml version="1.0" encoding="no-such"?><x/>',
        b"<x>" + b" " * xmp.LIMIT_READ + b"</x>",
    ],
)
def test_a_broken_or_hostile_packet_is_refused(packet: bytes) -> None:
    with pytest.raises(xmp.BrokenXmpError):
        xmp.read(packet)


def test_a_very_deep_packet_does_no_harm() -> None:
    depth = 100_000

    assert xmp.read(b"<x>" * depth + b"</x>" * depth).fields == Fields()


def test_padding_after_the_packet_is_passed_over() -> None:
    assert xmp.read(xmp.write({"credit": ("River Museum",)}) + b"\0" * 50).fields.credit
