"""The Word file says everything the release says, once, in order, and nothing about its making."""

import datetime as dt
import json
import shutil
import subprocess
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from msgspec.structs import replace
from openxml_audit import OpenXmlValidator

from pressdesk.export.docx import write_docx
from pressdesk.export.view import body_texts
from pressdesk.model.body import Heading, ListItem, Paragraph, Quote, Span
from pressdesk.model.problem import PressDeskError
from pressdesk.model.release import Release
from tests.builders import RELEASE_ID, a_paragraph, a_person, a_release
from tests.export.jobs import (
    AFTER,
    BEFORE,
    EMBARGO,
    NEWS,
    a_chinese_release,
    a_figure,
    a_job,
    a_rich_release,
    photographed,
)
from tests.export.word import DOCUMENT, NAMES, Word, a_house, converted, pandoc, written

GOLDEN = Path(__file__).parents[1] / "golden" / "docx"


@pytest.fixture(scope="module")
def rich() -> Word:
    release, assets = a_rich_release()
    return written(release, assets, stage="draft", now=BEFORE)


def faults_of(path: Path) -> list[str]:
    result = OpenXmlValidator().validate(path)
    return [str(error) for error in result.errors]


def unique(values: list[str]) -> bool:
    return len(values) == len(set(values))


# Whole


def test_every_text_of_the_body_is_read_by_pandoc_in_order(tmp_path: Path):
    release, assets = a_rich_release()
    job = a_job(release, assets)
    read = " ".join(pandoc(written(release, assets).saved(tmp_path)).split())
    place = 0
    for text in body_texts(job.view):
        place = read.index(" ".join(text.split()), place)


def test_text_that_looks_like_markup_arrives_as_it_was_typed():
    release = a_release(
        headline="R&D <Lab> opens",
        issuer="Smith & Sons <info>",
        body=(a_paragraph("5 < 6 & {{ x }}"),),
    )
    word = written(release)
    assert word.paragraphs("Title") == ["R&D <Lab> opens"]
    assert word.paragraphs("Issuer") == ["Smith & Sons <info>"]
    assert word.paragraphs("BodyText")[0].endswith("5 < 6 & {{ x }}")


def test_braces_of_a_text_are_not_taken_for_tags():
    release = a_release(headline="{_{ a }_} {% if %} {{ b }}", deck="{_% c %_}")
    word = written(release)
    assert word.paragraphs("Title") == ["{_{ a }_} {% if %} {{ b }}"]
    assert word.paragraphs("Subtitle") == ["{_% c %_}"]


def test_two_exports_of_one_release_are_the_same_bytes():
    release, assets = a_rich_release()
    assert written(release, assets).data == written(release, assets).data


def test_a_small_release_is_written_as_it_was():
    """The kept parts; delete one to have it written anew, and look at the difference."""
    release, _ = a_rich_release(photos=(), attached=(), body=(a_paragraph(), a_heading()))
    word = written(release, stage="draft", now=BEFORE)
    of_the_template = ("styles.xml", "numbering.xml", "theme1.xml", "fontTable.xml", "settings.xml")
    parts = [name for name in word.names if not name.endswith(of_the_template)]
    GOLDEN.mkdir(parents=True, exist_ok=True)
    kept = {name: GOLDEN / name.replace("/", "!") for name in parts}
    missing = [name for name in parts if not kept[name].exists()]
    for name in missing:
        kept[name].write_text(word.text(name), encoding="utf-8", newline="\n")
    assert not missing, "written; run the test again"
    for name in parts:
        assert word.text(name) == kept[name].read_text(encoding="utf-8"), name


def a_heading(number: int = 1, level: int = 2) -> Heading:
    return Heading(f"h{number}", (Span(f"Head {number}"),), level)


@pytest.mark.parametrize("stage", ["draft", "final"])
def test_the_standard_is_kept(tmp_path: Path, stage: str):
    release, assets = a_rich_release()
    word = written(release, assets, stage=stage)
    assert faults_of(word.saved(tmp_path)) == []
    # What openxml-audit overlooks:
    drawings = [
        each
        for name in word.names
        if name.endswith(".xml")
        for each in word.find("//wp:docPr/@id", name)
    ]
    assert len(drawings) == 3
    assert unique(drawings)
    assert unique(word.find("//w:bookmarkStart/@w:id"))
    assert unique(word.find("//w:bookmarkStart/@w:name"))
    assert word.find("//w:body/text()[normalize-space()]") == []
    assert word.find("//w:keepNext/@w:val | //w:keepLines/@w:val") == []
    assert word.find("//w:tc[not(*[last()][self::w:p])]") == []


def test_a_chinese_release_keeps_the_standard_too(tmp_path: Path):
    release, assets = a_chinese_release()
    assert faults_of(written(release, assets, stage="draft").saved(tmp_path)) == []


def test_libreoffice_opens_it_and_keeps_what_a_review_needs(tmp_path: Path, rich: Word):
    path = rich.saved(tmp_path)
    again = Word(converted(path, "docx", tmp_path / "out").read_bytes())
    marks = "//w:bookmarkStart[starts-with(@w:name, '_pd_')]/@w:name"
    assert again.find(marks) == rich.find(marks)
    release, _ = a_rich_release()
    blocks = (*release.body, *release.attached)
    assert rich.find(marks) == [f"_pd_{block.id}" for block in blocks]
    assert sorted(set(again.find("//wp:docPr/@name"))) == [
        "pd:photo:f1",
        "pd:photo:f2",
        "pd:photo:f3",
    ]
    assert str(RELEASE_ID) in again.text("docProps/custom.xml")
    assert "urn:pressdesk:release" in again.text("customXml/item1.xml")


def test_libreoffice_makes_pages_of_it(tmp_path: Path, rich: Word):
    pdf = converted(rich.saved(tmp_path), "pdf", tmp_path / "out")
    assert pdf.read_bytes().startswith(b"%PDF")


# Fields


def test_sections_without_content_vanish_whole():
    word = written(a_release())
    assert word.paragraphs("SectionHeading") == []
    assert "{" not in "".join(word.paragraphs())
    assert word.find("//w:tbl[.//w:pStyle/@w:val='TableHeading']") == []


def test_labels_are_in_the_language_of_the_release():
    release, assets = a_rich_release()
    chinese, pictures = a_chinese_release()
    english = [
        "Speakers",
        "Also named",
        "Note to editors",
        "About the River Museum",
        "Media contact",
    ]
    assert written(release, assets).paragraphs("SectionHeading") == [*english, "More photos"]
    assert written(chinese, pictures).paragraphs("SectionHeading") == ["发言人", "媒体联系人"]


def test_speakers_stand_in_their_order_below_a_head_that_repeats():
    release, assets = a_rich_release()
    word = written(release, assets)
    rows = word.find("//w:tbl[.//w:t='Organization'][1]")[0]
    texts = ["".join(row.itertext()).split() for row in rows.iter("{*}tr")]
    assert texts[0] == ["Name", "Title", "Organization"]
    assert [text[0] for text in texts[1:]] == ["Tobias", "HARLOW"]
    assert len(list(rows.iter("{*}tblHeader"))) == 1
    assert "哈罗美" in texts[2]


def test_the_dateline_runs_into_the_first_paragraph_outside_its_bookmark():
    word = written(a_release())
    assert word.paragraphs("BodyText")[0].startswith(
        "LAKEFORD, Norland, March 5, 2026 — The museum"
    )
    named = word.find("//w:r[preceding-sibling::w:bookmarkStart[@w:name='_pd_b1']]//w:t/text()")
    assert "".join(named) == "The museum opened its new wing on Thursday."


def test_a_draft_says_so_on_every_page_and_a_final_does_not():
    release = a_release(version=3)
    (draft,) = written(release, stage="draft").paragraphs("Stamp", "word/header1.xml")
    (final,) = written(release, stage="final").paragraphs("Stamp", "word/header1.xml")
    assert draft.startswith("DRAFT v3 · March 4, 2026 14:05 · ")
    assert draft.endswith("NOT FOR PUBLICATION")
    assert final == ""


def test_the_embargo_is_told_while_it_lies_ahead():
    release = a_release(embargo=EMBARGO)
    ahead = written(release, now=BEFORE)
    assert ahead.paragraphs("EmbargoLine") == [
        "Embargoed until 6 March 2026, 16:00 CST (08:00 UTC)"
    ]
    assert ahead.paragraphs("ReleaseLine") == []
    assert written(release, now=AFTER).paragraphs("ReleaseLine") == ["For immediate release"]


# Properties and privacy


def test_the_properties_are_the_releases(rich: Word):
    def core(name: str) -> str:
        return "".join(rich.find(f"//{name}/text()", "docProps/core.xml"))

    assert core("dc:title") == "River museum opens its new wing"
    assert core("dc:creator") == "Lakeford University"
    assert core("cp:keywords") == "museum, water & people"
    assert core("dc:identifier") == f"urn:uuid:{RELEASE_ID}"
    assert core("dc:language") == "en"
    assert (core("cp:version"), core("cp:contentStatus")) == ("3", "draft")
    assert core("dcterms:created") == core("dcterms:modified") == "2026-03-04T14:05:00Z"
    names = rich.find("//@name", "docProps/custom.xml")
    assert names == ["PressDeskRelease", "PressDeskVersion", "PressDeskHash", "PressDeskStage"]


def test_a_long_headline_is_cut_in_the_property_only():
    word = written(a_release(headline="Wing " * 100))
    assert len(word.find("//dc:title/text()", "docProps/core.xml")[0]) == 255
    assert word.paragraphs("Title") == [("Wing " * 100).strip()]


def test_a_property_that_the_template_sets_by_a_field_is_kept(tmp_path: Path):
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>{{ headline }} – {{ issuer }}</dc:title><dc:creator>Jo Typist</dc:creator>"
        "</cp:coreProperties>"
    )
    house = with_core_properties(tmp_path, core)
    word = written(a_release(issuer="River Museum"), pack=house)
    properties = word.text("docProps/core.xml")
    assert "River museum opens its new wing – River Museum" in properties
    assert "Jo Typist" not in properties


def with_core_properties(folder: Path, core: str):
    type_ = "application/vnd.openxmlformats-package.core-properties+xml"
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    override = f'<Override PartName="/docProps/core.xml" ContentType="{type_}"/></Types>'
    relation = f'<Relationship Id="rIdC" Type="{kind}" Target="docProps/core.xml"/></Relationships>'
    return a_house(
        folder,
        ("[Content_Types].xml", "</Types>", override),
        ("_rels/.rels", "</Relationships>", relation),
        **{"docProps/core.xml": core},
    )


def test_a_draft_takes_the_release_along_and_a_final_does_not(rich: Word):
    release, assets = a_rich_release()
    (snapshot,) = rich.find("/pd:release/text()", "customXml/item1.xml")
    assert msgspec.json.decode(str(snapshot), type=Release) == release
    final = written(release, assets)
    assert [name for name in final.names if "customXml" in name] == []
    assert "customXml" not in final.text("word/_rels/document.xml.rels")


def test_nothing_tells_of_the_templates_making(tmp_path: Path):
    settings = (
        '<w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids><w:attachedTemplate r:id="rId1" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>'
        '<w:docVars><w:docVar w:name="canary" w:val="canary"/></w:docVars></w:settings>'
    )
    comment = '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    tracked = '<w:del w:id="9" w:author="canary"><w:r><w:delText>canary</w:delText></w:r></w:del>'
    house = a_house(
        tmp_path,
        ("word/settings.xml", "</w:settings>", settings),
        (
            DOCUMENT,
            '<w:p><w:pPr><w:pStyle w:val="Title"/>',
            '<w:p w:rsidR="00AB12CD"><w:pPr><w:pStyle w:val="Title"/>',
        ),
        (DOCUMENT, "<w:r><w:t>{{ headline }}", f"{comment}{tracked}<w:r><w:t>{{{{ headline }}}}"),
        **{
            "word/_rels/settings.xml.rels": (
                f'<Relationships xmlns="{NAMES["rel"]}"><Relationship Id="rId1" '
                f'TargetMode="External" Target="file:///C:/canary.dotm" '
                f'Type="{NAMES["r"]}/attachedTemplate"/></Relationships>'
            ),
            "word/comments.xml": "<canary/>",
            "docProps/thumbnail.jpeg": "canary",
            "docProps/app.xml": "<Properties>canary</Properties>",
        },
    )
    word = written(a_release(), pack=house)
    everything = "".join(word.text(name) for name in word.names)
    assert "canary" not in everything
    assert "rsid" not in everything
    assert "comment" not in everything
    assert word.paragraphs("Title") == ["River museum opens its new wing"]


def test_pictures_carry_caption_and_credit_and_nothing_private(tmp_path: Path, rich: Word):
    exiftool = shutil.which("exiftool")
    if exiftool is None:
        pytest.skip("exiftool is not on this machine")
    for name in rich.media():
        (tmp_path / Path(name).name).write_bytes(rich.archive.read(name))
    command = [exiftool, "-json", "-G1", "-a", str(tmp_path)]
    read = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    captions = {picture.get("XMP-dc:Description") for picture in read}
    assert captions == {
        "The glass bridge between the towers.",
        "Mira Harlow speaks.",
        "The mill towers at night",
    }
    for picture in read:
        assert picture["XMP-photoshop:Credit"] == "River Museum"
        assert not [key for key in picture if "GPS" in key or "Serial" in key or "Thumbnail" in key]


def test_only_links_lead_outside(rich: Word):
    outside = [
        (each.get("Type").rpartition("/")[2], each.get("Target"))
        for name in rich.names
        if name.endswith(".rels")
        for each in rich.find("//rel:Relationship[@TargetMode='External']", name)
    ]
    assert outside == [("hyperlink", "https://example.org/a?b=1&c=2")]
    fields = rich.find("//w:fldSimple/@w:instr", "word/footer1.xml")
    assert [field.strip() for field in fields] == ["PAGE", "NUMPAGES"]
    assert rich.find("//w:instrText") == []


# Marks and language


def test_marks_become_words_own():
    spans = (
        Span("plain "),
        Span("bold", bold=True),
        Span("italic", italic=True),
        Span("under", underline=True),
        Span("struck", strike=True),
        Span("2", script="sub"),
        Span("3", script="sup"),
        Span("mot", lang="fr"),
        Span("one\ntwo"),
    )
    word = written(a_release(body=(Paragraph("b1", spans),)))

    def properties(text: str) -> str:
        (run,) = word.find(f"//w:r[w:t='{text}']")
        return "".join(each.tag.rpartition("}")[2] + " " for each in run[0])

    assert properties("bold") == "b bCs "
    assert properties("italic") == "i iCs "
    assert properties("under") == "u "
    assert properties("struck") == "strike "
    assert word.find("//w:r[w:t='2']/w:rPr/w:vertAlign/@w:val") == ["subscript"]
    assert word.find("//w:r[w:t='3']/w:rPr/w:vertAlign/@w:val") == ["superscript"]
    assert word.find("//w:r[w:t='mot']/w:rPr/w:lang/@w:val") == ["fr-FR"]
    assert len(word.find("//w:r[w:br]")) == 1


def test_equal_links_share_one_relationship_and_odd_ones_are_escaped():
    spans = (
        Span("one", link="https://example.org/a b|c"),
        Span(" two ", link="https://example.org/x"),
        Span("three", link="https://example.org/x", bold=True),
        Span(" and "),
        Span("four", link="https://example.org/x"),
    )
    word = written(a_release(body=(Paragraph("b1", spans),)))
    targets = word.find(
        "//rel:Relationship[@TargetMode='External']/@Target", "word/_rels/document.xml.rels"
    )
    assert targets == ["https://example.org/ab%7Cc", "https://example.org/x"]
    texts = ["".join(each.itertext()) for each in word.find("//w:hyperlink")]
    assert texts == ["one", " two three", "four"]


def test_the_release_s_language_is_the_documents_whatever_the_template_was_typed_in(tmp_path: Path):
    chinese, _ = a_chinese_release()
    plain = replace(chinese, body=(a_paragraph("他说“好”。"),), photos=())
    run = (
        "<w:r><w:t>{{ headline }}",
        '<w:r><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t>{{ headline }}',
    )
    word = written(plain, pack=a_house(tmp_path, (DOCUMENT, *run)))
    assert word.find("//w:docDefaults//w:lang/@w:eastAsia", "word/styles.xml") == ["zh-CN"]
    assert word.find("//w:lang") == []
    hints = word.find("//w:r[w:t='他说“好”。']/w:rPr/w:rFonts/@w:hint")
    assert hints == ["eastAsia"]
    american = written(a_release())
    assert american.find("//w:docDefaults//w:lang/@w:val", "word/styles.xml") == ["en-US"]
    assert american.find("//w:rFonts[@w:hint='eastAsia']") == []


def test_arabic_runs_from_the_right(tmp_path: Path):
    word = written(
        a_release(language="ar", headline="افتتح المتحف", body=(a_paragraph("افتتح المتحف جناحه"),))
    )
    assert word.find("//w:docDefaults//w:lang/@w:bidi", "word/styles.xml") == ["ar-SA"]
    assert len(word.find("//w:p[w:pPr/w:bidi]")) == len(word.find("//w:p"))
    assert word.find("//w:r[w:rPr/w:rtl]/w:t/text()")[0] == "افتتح المتحف"
    assert faults_of(word.saved(tmp_path)) == []


# Structure


def test_the_outline_begins_at_the_first_level_and_skips_none():
    levels = (3, 2, 4, 3)
    body = tuple(a_heading(number, level) for number, level in enumerate(levels))
    word = written(a_release(body=body))
    styles = word.find("//w:p[w:bookmarkStart]/w:pPr/w:pStyle/@w:val")
    assert styles == ["Heading1", "Heading1", "Heading2", "Heading2"]


def test_each_numbered_list_counts_from_one():
    def item(number: int, level: int = 0) -> ListItem:
        return ListItem(f"i{number}", (Span(f"item {number}"),), numbered=True, level=level)

    body = (item(1), item(2, level=1), item(3), a_paragraph(), item(4), item(5, level=1))
    word = written(a_release(body=body))
    numbers = word.find("//w:p[w:pPr/w:pStyle/@w:val='ListNumber']/w:pPr/w:numPr/w:numId/@w:val")
    assert numbers[0] == numbers[2]
    assert len({numbers[0], numbers[1], numbers[3], numbers[4]}) == 4
    for number in set(numbers):
        starts = word.find(
            f"//w:num[@w:numId='{number}']/w:lvlOverride/w:startOverride/@w:val",
            "word/numbering.xml",
        )
        assert starts == ["1"] * 9


def test_no_page_begins_or_ends_with_one_item_of_a_list():
    items = tuple(ListItem(id=f"i{n}", spans=(Span(f"Item {n}"),)) for n in range(1, 6))
    word = written(a_release(body=(*items, a_paragraph())))
    held = word.find("//w:p[w:pPr/w:pStyle/@w:val='ListBullet'][w:pPr/w:keepNext]")
    assert ["".join(each.itertext()) for each in held] == ["Item 1", "Item 4"]


@pytest.mark.parametrize(("text", "held"), [("Short.", 1), ("A long one. " * 40, 0)])
def test_a_short_last_paragraph_stays_with_the_end_mark(text: str, held: int):
    word = written(a_release(body=(a_paragraph("First."), a_paragraph(text, "b2"))))
    assert len(word.find("//w:p[w:pPr/w:pStyle/@w:val='BodyText'][w:pPr/w:keepNext]")) == held


def test_a_quotation_is_attributed_once_and_held_together():
    release, assets = a_rich_release()
    word = written(release, assets)
    assert word.paragraphs("Quote") == ["Children try things out.", "Nobody under eighteen pays."]
    assert word.paragraphs("Attribution") == ["— HARLOW Mira, director, River Museum"]
    kept = word.find("//w:p[w:pPr/w:pStyle/@w:val='Quote'][w:pPr/w:keepNext]")
    assert len(kept) == 2


def test_two_tables_in_a_row_stay_two():
    release, _ = a_rich_release()
    table = next(block for block in release.body if block.id == "b10")
    word = written(a_release(body=(table, msgspec.structs.replace(table, id="b11"))))
    assert len(word.find("//w:tbl[w:tblPr/w:tblStyle/@w:val='ReleaseTable']")) == 2
    assert (
        word.find(
            "//w:tbl[w:tblPr/w:tblStyle/@w:val='ReleaseTable']/following-sibling::*[1][self::w:tbl]"
        )
        == []
    )
    assert word.find("//w:tr[w:trPr/w:tblHeader][1]//w:t/text()")[:2] == ["Year", "Visitors"]
    assert word.find("//w:tc[.//w:t='81,400']//w:jc/@w:val") == ["right", "right"]


# Pictures


@pytest.mark.parametrize("count", [0, 1, 12])
def test_each_photo_has_its_caption_below_it(tmp_path: Path, count: int):
    assets, photos = photographed(*[(60 + 2 * number, 40) for number in range(count)])
    body = [a_figure(f"f{n}", f"Caption {n}.", f"g{n}") for n in range(1, count + 1)]
    word = written(a_release(photos=photos, body=(a_paragraph(), *body)), assets)
    assert len(word.media()) == count
    behind = word.find("//w:p[.//w:drawing]/following-sibling::w:p[1]")
    texts = ["".join(each.itertext()) for each in behind]
    assert texts == [f"Caption {n}. Photo: River Museum" for n in range(1, count + 1)]
    assert len(word.find("//w:p[.//w:drawing][w:pPr/w:keepNext]")) == count
    assert faults_of(word.saved(tmp_path)) == []


def test_the_same_photo_with_the_same_caption_is_stored_once():
    assets, photos = photographed((60, 40))
    same = written(a_release(photos=photos, body=(a_figure(), a_figure(block_id="g2"))), assets)
    other = (a_figure(), a_figure(caption="From the river.", block_id="g2"))
    assert len(same.media()) == 1
    assert len(written(a_release(photos=photos, body=other), assets).media()) == 2
    assert same.find("//wp:docPr/@name") == ["pd:photo:f1", "pd:photo:f1"]
    assert unique(same.find("//wp:docPr/@id"))


def test_alternative_text_is_told_and_a_decorative_picture_marked():
    assets, (first, second) = photographed((60, 40), (62, 40))
    photos = (first, replace(second, decorative=True))
    word = written(a_release(photos=photos, body=(a_figure(), a_figure("f2", "", "g2"))), assets)
    assert word.find("//wp:docPr/@descr") == ["A bridge of glass between two brick towers"]
    assert word.find("//wp:docPr[@name='pd:photo:f2']//adec:decorative/@val") == ["1"]


def test_a_photo_without_caption_and_credit_has_no_empty_line_below_it():
    assets, photos = photographed((60, 40), credit="")
    word = written(a_release(photos=photos, body=(a_figure(caption=""), a_paragraph())), assets)
    assert word.paragraphs("Caption") == []
    assert word.find("//w:p[.//w:drawing]/w:bookmarkStart/@w:name") == ["_pd_g1"]


def test_media_are_stored_not_deflated_and_dates_are_fixed(rich: Word):
    for entry in rich.archive.infolist():
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert (entry.compress_type == 0) == (entry.filename in rich.media())


# Faults


def test_a_template_that_forgets_attached_photos_gives_no_file(tmp_path: Path):
    release, assets = a_rich_release()
    house = a_house(tmp_path, (DOCUMENT, "{{ attached }}", ""))
    with pytest.raises(PressDeskError) as caught:
        written(release, assets, pack=house)
    assert caught.value.code == "PD-EXP-007"
    assert "The mill towers at night" in str(caught.value)


def test_a_faulty_template_gives_no_file_but_the_place(tmp_path: Path):
    house = a_house(tmp_path, (DOCUMENT, "{{ headline }}", "{{ headlin }}"))
    with pytest.raises(PressDeskError) as caught:
        written(a_release(), pack=house)
    assert caught.value.code == "PD-TPL-010"
    assert "document, paragraph" in caught.value.why
    assert "Did you mean “headline”?" in caught.value.why
    assert "No file was written" in caught.value.safe


def test_a_filter_that_does_not_fit_is_told_without_a_traceback(tmp_path: Path):
    house = a_house(tmp_path, (DOCUMENT, "{{ deck }}", "{{ deck &lt; 3 }}"))
    with pytest.raises(PressDeskError) as caught:
        written(a_release(deck="A deck"), pack=house)
    assert caught.value.code == "PD-TPL-005"
    assert "TypeError" not in caught.value.what


def test_the_release_id_is_the_one_of_the_release():
    other = UUID(int=5)
    word = written(a_release(id=other, date=dt.date(2026, 1, 2)))
    assert str(other) in word.text("docProps/custom.xml")


def test_the_file_is_named_by_the_job():
    job = a_job(a_release())
    (file,) = write_docx(job)
    assert file.path == f"{job.stem}.docx"
    assert NEWS.docx.read_bytes()[:2] == file.data[:2]


def test_a_person_without_a_title_is_attributed_by_name_alone():
    quote = Quote("q1", (Span("Yes."),), speaker="p1")
    release = a_release(people=(a_person(title="", organization=""),), body=(quote,))
    assert written(release).paragraphs("Attribution") == ["— Mira Harlow"]


def test_a_dateline_without_a_paragraph_to_run_into_is_one():
    listed = ListItem(id="b1", spans=(Span("one"),))
    release = a_release(place="Lakeford", date=dt.date(2026, 3, 5), body=(listed,))
    lines = written(release).paragraphs()
    assert lines.index("LAKEFORD, March 5, 2026 —") == lines.index("one") - 1
    without = replace(release, place="", date=None)
    assert len(written(without).paragraphs()) == len(lines) - 1
