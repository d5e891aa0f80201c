"""The pages for template makers name everything that a template may use."""

import re
from pathlib import Path

import pytest
from msgspec.structs import fields

from pressdesk.export.docx_hazards import FIELDS as WORD_FIELDS
from pressdesk.export.docx_styles import WANTED
from pressdesk.export.docx_template import check_docx_template
from pressdesk.export.html_template import WEB_FIELDS
from pressdesk.export.pack_rules import Rules, Wording
from pressdesk.export.template_language import FILTERS, LOOP
from pressdesk.export.view import ANCHORS, BoilerplateView, ContactView, Fields, PersonView
from tests.export.word import DOCUMENT, a_house

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "templates.md").read_text("utf-8")
MANGLED = (
    (DOCUMENT, "{{ headline }}", "{{ headlin }}"),
    (DOCUMENT, "{{ deck }}", "{{ person.name }}"),
    (DOCUMENT, "{{ deck }}", "{{ deck }"),
    (DOCUMENT, "{{ deck }}", "{{ de</w:t></w:r></w:p><w:p><w:r><w:t>ck }}"),
    (DOCUMENT, "{{ deck }}</w:t></w:r></w:p>\n  <w:p><w:r><w:t>{%p endif %}", "{{ deck }}"),
    (DOCUMENT, "{{ end_mark }}", "{%p endif %}"),
    (DOCUMENT, "{%p if deck %}", "Deck: {%p if deck %}"),
    (DOCUMENT, "{%p if deck %}", "{% if deck %}"),
    (DOCUMENT, "{%p if speakers %}", "{%tr if speakers %}"),
    (DOCUMENT, "{{ category }}", "{{ category|uppercase }}"),
    (DOCUMENT, "{{ body }}", "Text: {{ body }}"),
    (DOCUMENT, "{{ end_mark }}", "{{ body }}"),
    ("word/header1.xml", "{{ stamp }}", ""),
    ("word/styles.xml", '"caption"', '"Legend"'),
    ("word/footer1.xml", " NUMPAGES ", " HYPERLINK "),
    (DOCUMENT, "{{ headline }}", "{{ headline.upper() }}"),
    (DOCUMENT, "<w:r><w:t>{{ headline }}", "<w:ins><w:r/></w:ins><w:r><w:t>{{ headline }}"),
)


def named(kind: type) -> list[str]:
    return [field.name for field in fields(kind)]


@pytest.mark.parametrize("name", sorted({*named(Fields), *ANCHORS, *WEB_FIELDS}))
def test_the_page_names_every_field(name: str):
    assert re.search(rf"`\{{[{{%][^}}\n]*\b{name}\b", PAGE)


@pytest.mark.parametrize(
    ("owner", "kind"),
    [
        ("person", PersonView),
        ("contact", ContactView),
        ("text", BoilerplateView),
        ("label", Wording),
    ],
)
def test_the_page_names_what_a_person_a_contact_and_a_text_have(owner: str, kind: type):
    assert [name for name in named(kind) if f"{owner}.{name}" not in PAGE] == []


def test_the_page_names_every_style_that_is_wanted():
    assert [name for name in WANTED if f"| `{name}` |" not in PAGE] == []


def test_the_page_names_every_filter_with_an_example():
    assert [name for name in FILTERS if f"|{name}" not in PAGE.replace("\\|", "|")] == []


def test_the_page_names_every_key_of_the_rules_and_their_words():
    assert [name for name in (*named(Rules), *named(Wording)) if f"`{name}`" not in PAGE] == []


def test_the_page_names_what_loops_and_words_own_fields_may_be():
    loop = [f"loop.{name}" for name in LOOP]
    assert [name for name in (*loop, *WORD_FIELDS) if f"`{name}`" not in PAGE] == []


@pytest.mark.parametrize(("part", "old", "new"), MANGLED)
def test_the_page_shows_what_the_check_says(tmp_path: Path, part: str, old: str, new: str):
    found = check_docx_template(a_house(tmp_path, (part, old, new)).docx)[0]
    assert f"| {found.message} {found.fix}".rstrip() in PAGE
