"""A faulty Word template is refused with the part, the paragraph and the words of the fault."""

import re
import shutil
import zipfile
from pathlib import Path

import pytest

from pressdesk.export.docx import write_docx
from pressdesk.export.docx_styles import WANTED, Styles
from pressdesk.export.docx_template import check_docx_template
from pressdesk.export.docx_xml import parse
from pressdesk.export.html import write_html
from pressdesk.export.pack_check import check_pack
from pressdesk.export.packs import load_pack
from pressdesk.model.problem import PressDeskError, Problem
from pressdesk.photos.render import COLUMN, WEB
from tests.builders import a_release
from tests.export.jobs import NEWS, a_job, a_rich_release
from tests.export.word import DOCUMENT, NAMES, Word, a_house, converted, written

HEADER, FOOTER = "word/header1.xml", "word/footer1.xml"
HEADLINE = "{{ headline }}"
FOOTNOTES = (
    f'<w:footnotes xmlns:w="{NAMES["w"]}"><w:footnote w:id="1"><w:p><w:r><w:t>{{}}</w:t></w:r>'
    "</w:p></w:footnote></w:footnotes>"
)
PROBES = (
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ headline.__init__.__globals__ }}",
    "{{ headline|attr('__class__') }}",
    "{{ '%c' % 97 }}",
    "{{ 'a' * 1000000000 }}",
    "{% for i in range(10000000000) %}{% endfor %}",
    "{% set x = 1 %}",
    "{% include 'x' %}",
    "{{ headline.format(1) }}",
    "{{ self }}",
)


def errors(*changes: tuple[str, str, str], folder: Path, **new_parts: str) -> list[Problem]:
    pack = a_house(folder, *changes, **new_parts)
    return [each for each in check_docx_template(pack.docx) if each.severity == "error"]


def test_the_shipped_template_has_no_fault():
    assert check_docx_template(NEWS.docx) == ()
    assert check_pack(NEWS.folder) == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "words_at"),
    [
        (HEADLINE, "{{ headlin }}", "PD-TPL-010", ("Did you mean “headline”?", "{{ headlin }}")),
        (
            "{{ deck }}",
            "{{ de</w:t></w:r></w:p><w:p><w:r><w:t>ck }}",
            "PD-TPL-011",
            ("it ends in the next paragraph", "{{ de"),
        ),
        (
            "{%tr endfor %}",
            "",
            "PD-TPL-012",
            ("The “for” that begins here is never closed", "{%tr for person in speakers %}"),
        ),
        (
            HEADLINE,
            "{{ headline.__class__ }}",
            "PD-TPL-003",
            ("may not do: “__class__”", "{{ headline.__class__ }}"),
        ),
        ("{{ deck }}", "{{ deck }", "PD-TPL-011", ("broken at “{{”", "{{ deck }")),
        ("{%p if deck %}", "{%- if deck %}", "PD-TPL-011", ("no “-”", "{%- if deck %}")),
        ("{%p endif %}", "", "PD-TPL-012", ("The “if” that begins here", "{%p if loop.first %}")),
        (
            HEADLINE,
            "{{ headline|uppr }}",
            "PD-TPL-013",
            ("Did you mean “upper”?", "{{ headline|uppr }}"),
        ),
        ("{{ body }}", "Read: {{ body }}", "PD-TPL-021", ("not alone", "Read: {{ body }}")),
        ("{{ end_mark }}", "{{ body }}", "PD-TPL-021", ("come twice", "{{ body }}")),
        (
            "{%p if deck %}",
            "Also {%p if deck %}",
            "PD-TPL-024",
            ("takes its whole paragraph away", "Also {%p if deck %}"),
        ),
        (
            "{%p if loop.first %}",
            "{% if loop.first %}",
            "PD-TPL-024",
            ("“endif” is {%p … %}", "{%p endif %}"),
        ),
        (
            "{%p if speakers %}",
            "{%tr if speakers %}",
            "PD-TPL-024",
            ("stands outside a table", "{%tr if speakers %}"),
        ),
    ],
)
def test_a_fault_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, code: str, words_at: tuple[str, str]
):
    words, at = words_at
    found = errors((DOCUMENT, old, new), folder=tmp_path)
    assert found[0].code == code
    assert words in f"{found[0].message} {found[0].fix}"
    assert found[0].place.file == "release.docx"
    assert found[0].place.part == "document"
    assert found[0].place.paragraph > 0
    assert found[0].place.text == at


def test_the_paragraph_is_counted_as_they_stand_in_the_document(tmp_path: Path):
    first = errors((DOCUMENT, "{{ issuer }}", "{{ isuer }}"), folder=tmp_path)
    assert first[0].place.paragraph == 2
    assert str(first[0]).startswith("release.docx, document, paragraph 2 (“{{ isuer }}”): ")


@pytest.mark.parametrize(
    ("tag", "code", "words"),
    [
        ("{{ body }}", "PD-TPL-021", "{{ body }} is not alone in its paragraph"),
        ("{#p Your logo", "PD-TPL-024", "takes its whole paragraph away, with what stands"),
        ("{%tr for person in speakers %}", "PD-TPL-024", "takes its whole row away"),
    ],
)
def test_a_picture_that_would_go_with_a_tag_is_told(
    tmp_path: Path, tag: str, code: str, words: str
):
    picture = f"<w:r><w:pict/></w:r><w:r><w:t>{tag}"
    (found,) = errors((DOCUMENT, f"<w:r><w:t>{tag}", picture), folder=tmp_path)
    assert found.code == code
    assert words in found.message


def test_libreoffice_leaves_the_template_whole(tmp_path: Path):
    house = a_house(tmp_path)
    shutil.copy(converted(NEWS.docx, "docx", tmp_path / "saved"), house.docx)
    assert check_docx_template(house.docx) == ()
    release, assets = a_rich_release()
    ours, theirs = (written(release, assets, pack=pack) for pack in (NEWS, house))
    assert theirs.paragraphs() == ours.paragraphs()
    for style in (name for name, wanted in WANTED.items() if wanted.type == "paragraph"):
        assert _set_in(theirs, style) == _set_in(ours, style), style


def _set_in(word: Word, style: str) -> list[str]:
    """The paragraphs of a style, by whatever id the program that saved it gave it."""
    return word.paragraphs(Styles(parse(word.archive.read("word/styles.xml"))).id(style))


def test_a_loop_that_leaves_its_cell_is_refused(tmp_path: Path):
    left = "{{ issuer }}</w:t></w:r></w:p>"
    loop = "<w:p><w:r><w:t>{%p for contact in contacts %}</w:t></w:r></w:p>"
    moved = ((DOCUMENT, "{%p for contact in contacts %}", ""), (DOCUMENT, left, left + loop))
    (found,) = errors(*moved, folder=tmp_path)
    assert found.code == "PD-TPL-024"
    assert "another cell" in found.message


@pytest.mark.parametrize(
    ("part", "field", "missing"),
    [
        (DOCUMENT, "{{ body }}", "body"),
        (HEADER, "{{ stamp }}", "stamp"),
        (HEADER, "{{ notice|upper }}", "notice"),
    ],
)
def test_what_a_release_cannot_do_without_is_asked_for(
    tmp_path: Path, part: str, field: str, missing: str
):
    (found,) = errors((part, field, ""), folder=tmp_path)
    assert found.code == "PD-TPL-020"
    assert f"{{{{ {missing} }}}}" in found.fix


def test_what_would_be_left_out_is_warned_of(tmp_path: Path):
    pack = a_house(
        tmp_path, (DOCUMENT, "{{ deck }}", ""), (DOCUMENT, "{%p if deck %}", "{%p if category %}")
    )
    (found,) = check_docx_template(pack.docx)
    assert (found.severity, found.code) == ("warning", "PD-TPL-020")
    assert "“deck” has no place" in found.message


def test_what_is_only_asked_for_has_no_place(tmp_path: Path):
    house = a_house(tmp_path, (DOCUMENT, "{{ attached }}", ""))
    (found,) = check_docx_template(house.docx)
    assert (found.severity, found.code) == ("warning", "PD-TPL-020")
    assert "“attached” has no place" in found.message
    found = errors((DOCUMENT, "{{ body }}", "{% if body %}{% endif %}"), folder=tmp_path)
    assert [each.message for each in found] == ["The body has no place."]


def test_a_headline_in_the_properties_alone_is_no_headline(tmp_path: Path):
    found = errors(
        *_core(),
        (DOCUMENT, HEADLINE, ""),
        (FOOTER, HEADLINE, ""),
        folder=tmp_path,
        **_core_part(HEADLINE),
    )
    assert [each.message for each in found] == ["The headline has no place."]


def test_a_dateline_that_the_template_has_to_place_is_missed(tmp_path: Path):
    house = a_house(tmp_path)
    rules = house.folder / "template.toml"
    text = rules.read_text(encoding="utf-8").replace('dateline = "lead"', 'dateline = "field"')
    rules.write_text(text, encoding="utf-8")
    found = check_pack(house.folder)
    assert [(each.place.file, each.message) for each in found] == [
        ("release.docx", "The dateline has no place."),
        ("release.html", "The dateline has no place."),
    ]
    assert {each.severity for each in found} == {"error"}
    for write in (write_docx, write_html):
        with pytest.raises(PressDeskError, match="The dateline has no place"):
            write(a_job(a_release(), pack=load_pack(house.folder), targets=(COLUMN, *WEB)))
    with zipfile.ZipFile(house.docx) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for tags in ("{{ dateline }}", "{{ place }} {{ date }}", "{{ date_iso }}, {{ place }}"):
        with zipfile.ZipFile(house.docx, "w") as archive:
            for name, data in parts.items():
                placed = f"{tags}{{{{ end_mark }}}}".encode()
                archive.writestr(name, data.replace(b"{{ end_mark }}", placed))
        assert check_docx_template(house.docx, places_dateline=True) == ()


FIRST = '<w:headerReference w:type="first" r:id="rIdF"/>'


@pytest.mark.parametrize(
    ("changes", "header", "told"),
    [
        (
            (("<w:sectPr>", "<w:sectPr>{first}<w:titlePg/>"),),
            "Lakeford",
            "stamp }} and no {{ notic",
        ),
        ((("<w:sectPr>", "<w:sectPr>{first}<w:titlePg/>"),), "{{{{ stamp }}}}", "no {{ notice }}"),
        (
            (("<w:sectPr>", "<w:sectPr>{first}<w:titlePg/>"),),
            "{{{{ stamp }}}} {{{{ notice }}}}",
            "",
        ),
        ((("<w:sectPr>", "<w:sectPr>{first}"),), "Lakeford", ""),
        ((("<w:sectPr>", '<w:sectPr>{first}<w:titlePg w:val="0"/>'),), "Lakeford", ""),
        ((("<w:sectPr>", "<w:sectPr><w:titlePg/>"),), "Lakeford", "stamp }} and no {{ notice }}"),
    ],
)
def test_a_first_page_whose_header_marks_no_draft_is_warned_of(
    tmp_path: Path, changes: tuple[tuple[str, str], ...], header: str, told: str
):
    type_ = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    relation = f'<Relationship Id="rIdF" Type="{NAMES["r"]}/header" Target="header9.xml"/>'
    text = header.format()
    xml = f'<w:hdr xmlns:w="{NAMES["w"]}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:hdr>'
    house = a_house(
        tmp_path,
        *((DOCUMENT, old, new.format(first=FIRST)) for old, new in changes),
        (
            "[Content_Types].xml",
            "</Types>",
            f'<Override PartName="/word/header9.xml" ContentType="{type_}"/></Types>',
        ),
        ("word/_rels/document.xml.rels", "</Relationships>", f"{relation}</Relationships>"),
        **{"word/header9.xml": xml},
    )
    found = check_docx_template(house.docx)
    assert [each.severity for each in found] == ["warning"] * bool(told)
    assert told in "".join(each.message for each in found)
    assert all(each.message.startswith("The first-page header has no") for each in found)


def test_even_pages_whose_header_marks_no_draft_are_warned_of(tmp_path: Path):
    settings = "word/settings.xml"
    with zipfile.ZipFile(NEWS.docx) as archive:
        begin = re.search(r"<w:settings[^>]*>", archive.read(settings).decode())
    assert begin is not None
    changed = (settings, begin[0], f"{begin[0]}<w:evenAndOddHeaders/>")
    (found,) = check_docx_template(a_house(tmp_path, changed).docx)
    assert (found.severity, found.code) == ("warning", "PD-TPL-020")
    assert found.message.startswith("The even-page header has no {{ stamp }} and no {{ notice }}")


@pytest.mark.parametrize("probe", PROBES)
@pytest.mark.parametrize("part", [DOCUMENT, HEADER, FOOTER, "footnotes", "property", "attribute"])
def test_code_is_refused_wherever_it_stands(tmp_path: Path, part: str, probe: str):
    probe = probe.replace("'", "’") if part == DOCUMENT else probe
    match part:
        case "footnotes":
            found = errors(*_notes(), folder=tmp_path, **_notes_part(probe))
        case "property":
            found = errors(*_core(), folder=tmp_path, **_core_part(probe))
        case "attribute":
            name = '<w:pStyle w:val="Title"/>'
            found = errors(
                (DOCUMENT, name, f'{name}<w:framePr w:anchorLock="{probe}"/>'), folder=tmp_path
            )
        case _:
            old = HEADLINE if part != HEADER else "{{ stamp }}"
            found = errors((part, old, probe + old), folder=tmp_path)
    assert [each for each in found if each.code in ("PD-TPL-003", "PD-TPL-010", "PD-TPL-013")]


def _notes() -> tuple[tuple[str, str, str], ...]:
    type_ = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    override = f'<Override PartName="/word/footnotes.xml" ContentType="{type_}"/></Types>'
    relation = (
        f'<Relationship Id="rIdN" Type="{NAMES["r"]}/footnotes" Target="footnotes.xml"/>'
        "</Relationships>"
    )
    return (
        ("[Content_Types].xml", "</Types>", override),
        ("word/_rels/document.xml.rels", "</Relationships>", relation),
    )


def _notes_part(text: str) -> dict[str, str]:
    return {"word/footnotes.xml": FOOTNOTES.format(text)}


def _core() -> tuple[tuple[str, str, str], ...]:
    type_ = "application/vnd.openxmlformats-package.core-properties+xml"
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    override = f'<Override PartName="/docProps/core.xml" ContentType="{type_}"/></Types>'
    relation = f'<Relationship Id="rIdC" Type="{kind}" Target="docProps/core.xml"/></Relationships>'
    return (
        ("[Content_Types].xml", "</Types>", override),
        ("_rels/.rels", "</Relationships>", relation),
    )


def _core_part(text: str) -> dict[str, str]:
    core = f'<cp:coreProperties xmlns:cp="{NAMES["cp"]}" xmlns:dc="{NAMES["dc"]}">'
    return {"docProps/core.xml": f"{core}<dc:title>{text}</dc:title></cp:coreProperties>"}


def test_a_footnote_is_filled_like_the_rest(tmp_path: Path):
    house = a_house(tmp_path, *_notes(), **_notes_part("{{ rights }} – {{ issuer }}"))
    word = written(a_release(issuer="R&D", rights="© 2026"), pack=house)
    assert word.paragraphs(part="word/footnotes.xml") == ["© 2026 – R&D"]


def test_a_text_box_is_checked_and_filled(tmp_path: Path):
    box = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
        "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r></w:p><w:sectPr>"
    )
    house = a_house(tmp_path, (DOCUMENT, "<w:sectPr>", box.format("{{ category|upper }}")))
    assert "MUSEUM" in written(a_release(category="Museum"), pack=house).paragraphs()
    (found,) = errors((DOCUMENT, "<w:sectPr>", box.format("{{ attached }}")), folder=tmp_path)
    assert "stands in a text box" in found.message


def test_the_body_cannot_stand_in_a_header(tmp_path: Path):
    (found,) = errors((HEADER, "{{ stamp }}", "{{ stamp }}{{ body }}"), folder=tmp_path)
    assert found.place.part == "header"
    assert "{{ body }} stands in the header." in found.message


TORN = (
    "{</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{ head</w:t></w:r>"
    '<w:proofErr w:type="spellStart"/><w:r><w:t>line }</w:t></w:r><w:r><w:t>}'
)


@pytest.mark.parametrize(
    "typed",
    [
        TORN,
        "{{ headline|default(“none”) }}",
        "{{ headline</w:t><w:br/><w:t> }}",
        "{{\u00a0headline }}",
    ],
)
def test_what_word_does_to_a_tag_is_healed(tmp_path: Path, typed: str):
    house = a_house(tmp_path, (DOCUMENT, HEADLINE, typed))
    assert check_docx_template(house.docx) == ()
    assert written(a_release(), pack=house).paragraphs("Title") == [
        "River museum opens its new wing"
    ]


def test_a_missing_style_is_told_with_what_it_costs(tmp_path: Path):
    house = a_house(
        tmp_path,
        ("word/styles.xml", '<w:name w:val="caption"/>', '<w:name w:val="Legend"/>'),
        ("word/styles.xml", '<w:name w:val="List Bullet"/>', '<w:name w:val="Dots"/>'),
    )
    found = check_docx_template(house.docx)
    assert [each.severity for each in found] == ["warning", "warning"]
    assert "“caption” is missing. Captions look like text." in found[1].message


@pytest.mark.parametrize(
    ("field", "word"),
    [
        (' DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" ', "DDEAUTO"),
        (" INCLUDEPICTURE https://tracker.example/x.png ", "INCLUDEPICTURE"),
        ("includetext C:\\\\secret.txt", "INCLUDETEXT"),
    ],
)
def test_fields_that_load_or_run_are_refused(tmp_path: Path, field: str, word: str):
    quoted = field.replace('"', "&quot;")
    simple = errors((FOOTER, ' PAGE "', f'{quoted}"'), folder=tmp_path / "a")
    half = len(field) // 2
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    runs = "".join(
        f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in (field[:half], field[half:])
    )
    split = errors(
        (DOCUMENT, f"<w:r><w:t>{HEADLINE}", f"{begin}{runs}{end}<w:r><w:t>{HEADLINE}"),
        folder=tmp_path / "b",
    )
    for (found,) in (simple, split):
        assert found.code == "PD-TPL-023"
        assert f"“{word}”" in found.message
        assert found.place.paragraph > 0


@pytest.mark.parametrize(
    ("kind", "target", "external", "words"),
    [
        ("image", "https://tracker.example/pixel.png", True, "picture that lies outside"),
        ("image", "file:///etc/passwd", True, "picture that lies outside"),
        ("hyperlink", "javascript:alert(1)", True, "a link to something other"),
        ("aFChunk", "chunk.html", False, "altChunk"),
        ("oleObject", "embeddings/x.bin", False, "an embedded object"),
        ("image", "NULL", False, "a picture"),
    ],
)
def test_content_from_outside_is_refused(
    tmp_path: Path, kind: str, target: str, external: bool, words: str
):
    mode = ' TargetMode="External"' if external else ""
    relation = f'<Relationship Id="rIdX" Type="{NAMES["r"]}/{kind}" Target="{target}"{mode}/>'
    (found,) = errors(
        ("word/_rels/document.xml.rels", "</Relationships>", f"{relation}</Relationships>"),
        (DOCUMENT, "<w:r><w:t>{{ deck }}", '<w:hyperlink r:id="rIdX"/><w:r><w:t>{{ deck }}'),
        folder=tmp_path,
        **{"word/chunk.html": "<p>x</p>", "word/embeddings/x.bin": "x"},
    )
    assert found.code == "PD-TPL-023"
    assert words in found.message
    assert found.place.text == "{{ deck }}"


def test_another_template_comments_and_changes_are_warned_of(tmp_path: Path):
    relations = (
        f'<Relationships xmlns="{NAMES["rel"]}"><Relationship Id="rId1" TargetMode="External" '
        f'Type="{NAMES["r"]}/attachedTemplate" Target="file:///C:/House.dotm"/></Relationships>'
    )
    house = a_house(
        tmp_path,
        (
            DOCUMENT,
            f"<w:r><w:t>{HEADLINE}",
            f'<w:ins w:id="1" w:author="x"><w:r><w:t>A</w:t></w:r></w:ins><w:r><w:t>{HEADLINE}',
        ),
        **{"word/_rels/settings.xml.rels": relations},
    )
    found = check_docx_template(house.docx)
    assert {each.code for each in found} == {"PD-TPL-023", "PD-TPL-025"}
    assert {each.severity for each in found} == {"warning"}


def unreadable(path: Path) -> str:
    (found,) = check_docx_template(path)
    assert found.code == "PD-TPL-002"
    assert found.severity == "error"
    assert found.fix
    return found.message


def test_what_is_no_word_file_is_refused_with_a_sentence(tmp_path: Path):
    path = tmp_path / "release.docx"
    assert "No such file" in unreadable(path)
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    assert "password" in unreadable(path)
    path.write_bytes(b"%PDF-1.7")
    assert "not a Word file" in unreadable(path)
    path.write_bytes(NEWS.docx.read_bytes()[:-400])
    assert "damaged" in unreadable(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x.txt", "x")
    assert "not a Word file" in unreadable(path)


def test_macros_are_refused(tmp_path: Path):
    kind = "document.main+xml"
    house = a_house(
        tmp_path,
        (
            "[Content_Types].xml",
            f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}",
            "application/vnd.ms-word.document.macroEnabled.main+xml",
        ),
    )
    assert "macros" in unreadable(house.docx)


def test_a_document_type_and_a_bomb_are_refused(tmp_path: Path):
    house = a_house(
        tmp_path, (DOCUMENT, "<w:document", '<!DOCTYPE x [<!ENTITY a "b">]><w:document')
    )
    assert "document type" in unreadable(house.docx)
    with zipfile.ZipFile(house.docx, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", bytes(70_000_000))
    assert "64,000,000" in unreadable(house.docx)


def test_a_file_saved_as_strict_is_told_from_damage(corpus: Path):
    assert "Strict" in unreadable(corpus / "docx" / "a-import" / "strict-format.docx")


def test_foreign_files_are_judged_without_a_traceback(corpus: Path):
    files = [
        *sorted((corpus / "docx").rglob("*.docx")),
        *sorted((corpus / "hostile").rglob("*.docx")),
    ]
    assert len(files) > 50
    for file in files:
        assert any(each.severity == "error" for each in check_docx_template(file)), file.name


def test_a_word_template_file_serves_as_well(tmp_path: Path):
    house = a_house(tmp_path, ("[Content_Types].xml", "document.main+xml", "template.main+xml"))
    assert check_docx_template(house.docx) == ()
    assert "template.main" not in written(a_release(), pack=house).text("[Content_Types].xml")


def test_an_export_names_every_error_of_the_template(tmp_path: Path):
    house = a_house(
        tmp_path, (DOCUMENT, HEADLINE, "{{ headlin }}"), (DOCUMENT, "{{ issuer }}", "{{ isuer }}")
    )
    with pytest.raises(PressDeskError) as caught:
        written(a_release(), pack=house)
    assert [each.place.text for each in caught.value.problems if each.code == "PD-TPL-010"] == [
        "{{ isuer }}",
        "{{ headlin }}",
    ]
    assert "templates check" in caught.value.do
