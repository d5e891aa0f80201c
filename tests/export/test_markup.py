"""Text becomes markup in one module, and there always by escaping."""

import json
import re
from pathlib import Path

import pytest

import pressdesk.export.markup
from pressdesk.export.markup import data_block, element, join, lines, style_sheet, void

PACKAGE = Path(pressdesk.export.markup.__file__).parents[1]


def test_text_in_an_element_and_in_an_attribute_is_escaped() -> None:
    made = element("p", "a < b & \"c\" 'd'", title='"><script>')
    assert made == ('<p title="&#34;&gt;&lt;script&gt;">a &lt; b &amp; &#34;c&#34; &#39;d&#39;</p>')


def test_markup_within_markup_is_not_escaped_again() -> None:
    assert element("p", element("em", "<"), ">") == "<p><em>&lt;</em>&gt;</p>"


def test_an_attribute_that_is_none_is_left_out_and_an_empty_one_is_not() -> None:
    assert void("img", alt="", loading=None, class_="a", aria_label="b") == (
        '<img alt="" class="a" aria-label="b">'
    )


def test_a_line_break_is_written_as_one() -> None:
    assert lines("a\n<b>") == "a<br>&lt;b&gt;"


def test_empty_parts_are_not_joined() -> None:
    assert join(["a", "", "<"], ", ") == "a, &lt;"


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<!--<script>", "\u2028\u2029", "&lt;'\""]
)
def test_no_text_leaves_its_data_block(text: str) -> None:
    made = str(data_block("application/ld+json", {"headline": text}))
    inside = made.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set(inside) & set("<>&'\u2028\u2029")
    assert json.loads(inside) == {"headline": text}


def test_no_style_sheet_ends_its_element() -> None:
    assert "</" not in style_sheet("p::after { content: '</style><script>' }")


def test_no_other_module_makes_markup_of_text() -> None:
    makers = re.compile(r"\bMarkup\(|\|\s*safe\b|\.unescape\(|from markupsafe")
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if makers.search(path.read_text(encoding="utf-8"))
    }
    assert found == {"export/markup.py"}
