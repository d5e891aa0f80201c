import datetime as dt
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pressdesk.model.framing import Box
from pressdesk.model.photo import SOURCE_TYPES
from pressdesk.model.problem import PressDeskError
from pressdesk.model.text import clean_line, clean_text
from pressdesk.photos import iim, jpeg, xmp
from pressdesk.photos.fields import Region
from pressdesk.photos.metadata import Record, record, shortened, with_metadata
from pressdesk.photos.probe import Fields, photo_from, probe
from pressdesk.photos.scaling import renditions
from pressdesk.photos.target import COLUMN
from tests.builders import a_photo
from tests.photos.pictures import a_picture, encoded, exiftool, private_tags, tags

FULL = Record(
    caption="Mira Harlow opens the “glass” bridge & <museum> – 玻璃桥.\nSecond line.",
    alt="A woman cuts a ribbon on a bridge of glass",
    extended_description="The bridge has 40 panes, each of 2 by 3 metres.",
    headline="A bridge opens",
    title="RM-2026-17",
    creator="Ada Fenn",
    job_title="Staff photographer",
    caption_writer="S. Tilling",
    credit="River Museum / Fenn",
    source="River Museum",
    copyright="© 2026 River Museum",
    usage="Free for press use until 31 December 2026",
    license_url="https://museum.example.org/terms?of=use&for=press",
    sublocation="Glasbrücke 玻璃桥",
    city="Lakeford",
    state="North & South",
    country="Norway",
    country_code="NOR",
    source_type="compositeCapture",
    keywords=("bridge", "Glas & Stahl", "玻璃"),
    people=("Mira Harlow", "李明"),
    taken=dt.date(2026, 3, 5),
    language="en",
    instructions="EMBARGOED until 5 March 2026, 09:00 CET",
    regions=(
        Region("m1", "Mira Harlow", Box(0.1, 0.2, 0.25, 0.4)),
        Region("m2", "李明 & “Ada”", Box(0.5, 0.0, 1 / 3, 1.0)),
    ),
    event="Opening of the bridge",
    job="river-museum-opens",
)


def test_a_record_is_made_of_the_photo_and_this_use_of_it() -> None:
    photo = a_photo(
        description="The bridge", keywords=("bridge",), taken=dt.date(2026, 3, 5), headline="H"
    )

    made = record(
        photo,
        "The opening",
        people=("Mira Harlow",),
        language="de",
        instructions="EMBARGOED",
        event="Opening",
        job="river-museum",
    )

    assert (made.caption, made.people, made.language) == ("The opening", ("Mira Harlow",), "de")
    assert (made.event, made.job) == ("Opening", "river-museum")
    assert (made.alt, made.credit, made.headline) == (photo.alt, photo.credit, "H")
    assert (made.keywords, made.taken, made.instructions) == (
        ("bridge",),
        photo.taken,
        "EMBARGOED",
    )
    assert record(photo, "").caption == "The bridge"


def test_exiftool_reads_every_field_back_from_xmp_and_iim(tmp_path: Path) -> None:
    found = tags(with_metadata(encoded(a_picture()), FULL), tmp_path)

    expected = {
        "XMP-dc:Description": FULL.caption,
        "XMP-dc:Description-en": FULL.caption,
        "XMP-dc:Creator": [FULL.creator],
        "XMP-dc:Rights": FULL.copyright,
        "XMP-dc:Rights-en": FULL.copyright,
        "XMP-dc:Subject": list(FULL.keywords),
        "XMP-dc:Title": FULL.title,
        "XMP-dc:Title-en": FULL.title,
        "XMP-photoshop:AuthorsPosition": FULL.job_title,
        "XMP-photoshop:CaptionWriter": FULL.caption_writer,
        "XMP-photoshop:City": FULL.city,
        "XMP-photoshop:State": FULL.state,
        "XMP-photoshop:Country": FULL.country,
        "XMP-iptcCore:Location": FULL.sublocation,
        "XMP-iptcCore:CountryCode": FULL.country_code,
        "XMP-iptcExt:LocationShown": [
            {
                "Sublocation": FULL.sublocation,
                "City": FULL.city,
                "ProvinceState": FULL.state,
                "CountryName": FULL.country,
                "CountryCode": FULL.country_code,
            }
        ],
        "XMP-iptcExt:DigitalSourceType": SOURCE_TYPES + FULL.source_type,
        "XMP-xmpRights:WebStatement": FULL.license_url,
        "XMP-iptcCore:ExtDescrAccessibility": FULL.extended_description,
        "XMP-iptcCore:ExtDescrAccessibility-en": FULL.extended_description,
        "XMP-photoshop:Headline": FULL.headline,
        "XMP-photoshop:Credit": FULL.credit,
        "XMP-photoshop:Source": FULL.source,
        "XMP-photoshop:DateCreated": "2026:03:05",
        "XMP-photoshop:Instructions": FULL.instructions,
        "XMP-xmpRights:Marked": True,
        "XMP-xmpRights:UsageTerms": FULL.usage,
        "XMP-xmpRights:UsageTerms-en": FULL.usage,
        "XMP-iptcCore:AltTextAccessibility": FULL.alt,
        "XMP-iptcCore:AltTextAccessibility-en": FULL.alt,
        "XMP-photoshop:TransmissionReference": FULL.job,
        "XMP-iptcExt:PersonInImage": list(FULL.people),
        "XMP-iptcExt:Event": FULL.event,
        "XMP-iptcExt:Event-en": FULL.event,
        "XMP-iptcExt:ImageRegion": [
            _region("m1", "Mira Harlow", (0.1, 0.2, 0.25, 0.4)),
            _region("m2", "李明 & “Ada”", (0.5, 0, 0.333333, 1)),
        ],
        "XMP-x:XMPToolkit": "PressDesk",
        "IPTC:CodedCharacterSet": "UTF8",
        "IPTC:ApplicationRecordVersion": 4,
        "IPTC:OriginalTransmissionReference": FULL.job,
        "IPTC:Caption-Abstract": FULL.caption,
        "IPTC:ObjectName": FULL.title,
        "IPTC:By-line": FULL.creator,
        "IPTC:By-lineTitle": FULL.job_title,
        "IPTC:Writer-Editor": FULL.caption_writer,
        "IPTC:City": FULL.city,
        "IPTC:Sub-location": FULL.sublocation,
        "IPTC:Province-State": FULL.state,
        "IPTC:Country-PrimaryLocationCode": FULL.country_code,
        "IPTC:Country-PrimaryLocationName": FULL.country,
        "IPTC:Headline": FULL.headline,
        "IPTC:Credit": FULL.credit,
        "IPTC:Source": FULL.source,
        "IPTC:CopyrightNotice": FULL.copyright,
        "IPTC:Keywords": list(FULL.keywords),
        "IPTC:DateCreated": "2026:03:05",
        "IPTC:SpecialInstructions": FULL.instructions,
    }
    assert {tag: found[tag] for tag in found if tag.startswith(("XMP", "IPTC"))} == expected
    assert private_tags(found) == set()


def _region(id: str, name: str, box: tuple[float, ...]) -> dict[str, Any]:
    """A region as exiftool tells it."""
    sides = dict(zip(("RbX", "RbY", "RbW", "RbH"), box, strict=True))
    return {
        "RId": id,
        "Name": name,
        "PersonInImage": [name],
        "RCtype": [{"Identifier": ["http://cv.iptc.org/newscodes/imageregiontype/human"]}],
        "RegionBoundary": {"RbShape": "Rectangle", "RbUnit": "Relative", **sides},
    }


def test_exiftool_finds_nothing_to_warn_of(tmp_path: Path) -> None:
    path = tmp_path / "bridge.jpg"
    path.write_bytes(with_metadata(encoded(a_picture()), FULL))

    assert exiftool("-validate", "-warning", "-a", path).split(":")[-1].strip() == "OK"


def test_our_own_reader_reads_back_what_was_written() -> None:
    found = probe(with_metadata(encoded(a_picture()), FULL), "bridge.jpg")

    assert found.fields == Fields(
        caption=FULL.caption.replace("\n", " "),
        alt=FULL.alt,
        extended_description=FULL.extended_description,
        headline=FULL.headline,
        title=FULL.title,
        creator=FULL.creator,
        job_title=FULL.job_title,
        caption_writer=FULL.caption_writer,
        credit=FULL.credit,
        source=FULL.source,
        copyright=FULL.copyright,
        usage=FULL.usage,
        license_url=FULL.license_url,
        sublocation=FULL.sublocation,
        city=FULL.city,
        state=FULL.state,
        country=FULL.country,
        country_code=FULL.country_code,
        source_type="compositeCapture",
        keywords=FULL.keywords,
        people=FULL.people,
        taken=FULL.taken,
    )
    assert found.differing == ()
    assert found.private == ()
    assert found.problems == ()


def test_chinese_is_cut_between_characters_in_iim_and_whole_in_xmp(tmp_path: Path) -> None:
    long = Record(
        caption="桥" * 1000,
        creator="摄影师名字特别长的一个人",
        keywords=("词" * 30,),
        city="很长的城市名字到这里为止了",
        title="标题" * 20,
    )

    found = tags(with_metadata(encoded(a_picture()), long), tmp_path)

    assert found["IPTC:Caption-Abstract"] == "桥" * 666
    assert found["IPTC:By-line"] == long.creator[:10]
    assert found["IPTC:Keywords"] == "词" * 21
    assert (found["IPTC:City"], found["XMP-photoshop:City"]) == (long.city[:10], long.city)
    assert (found["IPTC:ObjectName"], found["XMP-dc:Title"]) == (long.title[:21], long.title)
    assert found["XMP-dc:Description"] == long.caption
    assert found["XMP-dc:Creator"] == [long.creator]


def test_a_link_that_is_none_is_not_written() -> None:
    assert record(a_photo(license_url="javascript:alert(1)"), "C").license_url == ""
    assert record(a_photo(license_url="https://a.example.org"), "C").license_url


def test_the_place_shown_goes_before_older_properties_and_a_position_is_not_read() -> None:
    shown = (
        "<Iptc4xmpExt:LocationShown><rdf:Bag><rdf:li><rdf:Description>"
        "<Iptc4xmpExt:City>Wuhan</Iptc4xmpExt:City>"
        '<exif:GPSLatitude xmlns:exif="http://ns.adobe.com/exif/1.0/">30,35N</exif:GPSLatitude>'
        "</rdf:Description></rdf:li></rdf:Bag></Iptc4xmpExt:LocationShown>"
        "<photoshop:City>Beijing</photoshop:City><photoshop:Country>China</photoshop:Country>"
        "<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/unheardOf"
        "</Iptc4xmpExt:DigitalSourceType>"
    )
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in xmp.NAMESPACES.items())
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about=""{spaces}>{shown}</rdf:Description></rdf:RDF></x:xmpmeta>'
    )
    found = xmp.read(packet.encode())
    assert (found.fields.city, found.fields.country) == ("Wuhan", "China")
    assert found.fields.source_type == ""
    assert found.private == {"position"}


def test_what_iim_holds_only_in_part_is_said() -> None:
    problems = shortened(Record(creator="摄影师名字特别长的一个人", credit="River Museum"), "f1")

    assert [(problem.code, problem.place.item) for problem in problems] == [("PD-IMG-020", "f1")]
    assert "36 bytes" in problems[0].message
    assert "limit is 32" in problems[0].message
    assert shortened(FULL) == ()


@pytest.mark.parametrize("source", ["launch.jpg", "speech.jpg", "professors.jpg"])
def test_the_seeds_photos_leave_with_their_caption_and_nothing_private(
    source: str, seed: Path, tmp_path: Path
) -> None:
    data = (seed / "photos" / source).read_bytes()
    photo, found = photo_from(data, source, "f1")
    assert source == "professors.jpg" or "position" in found.private

    rendition = renditions(data, source, [COLUMN])[COLUMN].data
    written = tags(with_metadata(rendition, record(photo, "")), tmp_path)

    assert private_tags(written) == set()
    assert written["XMP-dc:Description"] == photo.description
    assert written["IPTC:Caption-Abstract"] == photo.description
    assert written.get("XMP-photoshop:Credit", "") == photo.credit
    assert written.get("IPTC:Credit", "") == photo.credit


@pytest.mark.parametrize("source", ["gps_serial.jpg", "polyglot.jpg"])
def test_position_serial_number_and_comment_are_gone(
    source: str, corpus: Path, tmp_path: Path
) -> None:
    data = (corpus / "hostile" / "made" / source).read_bytes()
    photo, _ = photo_from(data, source, "f1")

    rendition = renditions(data, source, [COLUMN])[COLUMN].data
    for out in (with_metadata(rendition, Record()), with_metadata(data, record(photo, "A use"))):
        assert private_tags(tags(out, tmp_path)) == set()
        for secret in (b"SERIAL12345", b"internal note", b"Exif", b"GPS", b"<script", b"PK\3\4"):
            assert secret not in out


def test_no_picture_of_the_corpus_leaves_with_anything_private(
    corpus: Path, tmp_path: Path
) -> None:
    checked = 0
    for path in sorted((corpus / "images").iterdir()):
        try:
            rendition = renditions(path.read_bytes(), path.name, [COLUMN])[COLUMN].data
        except PressDeskError:
            continue
        assert private_tags(tags(with_metadata(rendition, FULL), tmp_path)) == set(), path.name
        checked += 1
    assert checked >= 20


def test_pixels_stay_bit_equal_and_bytes_the_same_every_time() -> None:
    data = encoded(Image.effect_noise((200, 100), 90), progressive=True, comment=b"internal")

    out = with_metadata(data, FULL)

    assert Image.open(BytesIO(out)).tobytes() == Image.open(BytesIO(data)).tobytes()
    assert out == with_metadata(data, FULL)
    assert with_metadata(out, FULL) == out
    scans = [[s for s in jpeg.segments(d) if s.marker == jpeg.SOS] for d in (data, out)]
    assert scans[0] == scans[1]


def test_the_colour_profile_and_adobes_marker_stay() -> None:
    cmyk = encoded(a_picture().convert("CMYK"), icc_profile=b"profile" * 20_000)

    out = with_metadata(cmyk, FULL)

    with Image.open(BytesIO(out)) as picture:
        assert picture.info["icc_profile"] == b"profile" * 20_000
        assert picture.info["adobe_transform"] == 0


def test_an_empty_record_writes_nothing() -> None:
    data = encoded(a_picture())

    assert with_metadata(data, Record()) == data


def test_an_overlong_text_is_shortened_until_the_packet_fits(tmp_path: Path) -> None:
    for long in (
        Record(caption="字" * 100_000),
        Record(usage="&" * 50_000, language="de"),
        Record(keywords=tuple(f"keyword {number}" for number in range(5000))),
        Record(people=("Mira Harlow " * 200,) * 200, caption="<" * 99_999, credit="River Museum"),
        Record(
            credit="River Museum",
            regions=tuple(
                Region(f"m{n}", "Mira Harlow " * 20, Box(0.0, 0.0, 0.1, 0.1)) for n in range(300)
            ),
        ),
    ):
        out = with_metadata(encoded(a_picture()), long)
        fields = xmp.read(
            next(
                segment.payload.removeprefix(jpeg.XMP)
                for segment in jpeg.header(out)
                if segment.marker == jpeg.APP1
            )
        ).fields
        assert fields != Fields()
        assert fields.credit == long.credit
        assert long.caption.startswith(fields.caption)


def test_bytes_that_are_no_jpeg_are_refused() -> None:
    with pytest.raises(PressDeskError) as caught:
        with_metadata(encoded(a_picture(), "PNG"), FULL)

    assert caught.value.code == "PD-IMG-003"


@given(
    st.builds(
        Record,
        caption=st.text(max_size=300),
        alt=st.text(max_size=100),
        creator=st.text(max_size=100),
        credit=st.text(max_size=100),
        copyright=st.text(max_size=200),
        keywords=st.lists(st.text(max_size=90), max_size=5).map(tuple),
        people=st.lists(st.text(max_size=40), max_size=5).map(tuple),
        language=st.text(max_size=12),
        instructions=st.text(max_size=300),
    )
)
def test_whatever_the_words_the_file_stays_whole_and_says_them(given: Record) -> None:
    data = encoded(a_picture(16, 16))

    out = with_metadata(data, given)

    found = probe(out, "bridge.jpg")
    assert found.problems == ()
    for field in ("alt", "creator", "credit", "copyright"):
        assert getattr(found.fields, field) == clean_line(getattr(given, field))
    assert found.fields.caption == clean_line(clean_text(given.caption).strip(" \n"))
    for segment in jpeg.header(out):
        if segment.marker == jpeg.APP13:
            block = dict(iim.resources(segment.payload.removeprefix(jpeg.PHOTOSHOP)))
            credit = iim.cut(clean_line(given.credit), 32).strip(" ")
            assert iim.read(block[iim.RESOURCE]).fields.credit == credit
    assert Image.open(BytesIO(out)).tobytes() == Image.open(BytesIO(data)).tobytes()


def test_the_packets_of_two_photos_are_not_confused() -> None:
    data = encoded(a_picture())
    first = with_metadata(data, Record(caption="First"))

    assert probe(with_metadata(first, Record(credit="River Museum")), "x").fields == Fields(
        credit="River Museum"
    )
