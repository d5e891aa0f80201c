"""A web template is checked before it is used, and each fault is told with its line."""

from pathlib import Path

import pytest

from pressdesk.export.html_template import check_html_template
from pressdesk.model.problem import Problem, has_errors
from tests.export.jobs import NEWS, a_pack

PAGE = NEWS.html.read_text(encoding="utf-8")


def faults(tmp_path: Path, **files: str) -> tuple[Problem, ...]:
    return check_html_template(a_pack(tmp_path, **files).folder)


def with_line(line: str) -> str:
    """The shipped page with one more line, its tenth from the end."""
    lines = PAGE.splitlines()
    return "\n".join([*lines[:-10], line, *lines[-10:]])


LINE = len(PAGE.splitlines()) - 9


def test_the_shipped_template_has_no_fault() -> None:
    assert check_html_template(NEWS.folder) == ()


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        # the language
        ("<p>{{ headlin }}</p>", "PD-TPL-010", "Did you mean “headline”?"),
        ("{% for c in contacts %}{{ c.fax }}{% endfor %}", "PD-TPL-010", "“fax”"),
        ("<p>{{ deck }</p>", "PD-TPL-011", "broken"),
        ("<p>{{ deck | }}</p>", "PD-TPL-011", "can't be read"),
        ("{% for person in people %}", "PD-TPL-012", "never closed"),
        ("{% endif %}", "PD-TPL-012", "closes nothing"),
        ("{{ ''.__class__ }}", "PD-TPL-003", "__class__"),
        ("{% set a = 1 %}", "PD-TPL-003", "may not do"),
        ("{{ deck | safe }}", "PD-TPL-013", "safe"),
        # what runs
        ("<script>alert(1)</script>", "PD-TPL-031", "“script”"),
        ('<script src="https://example.org/a.js"></script>', "PD-TPL-031", "“script”"),
        ('<script type="application/ld+json">{}</script>', "PD-TPL-031", "“script”"),
        ('<p onclick="alert(1)">a</p>', "PD-TPL-031", "“onclick”"),
        ("<svg><p ONLOAD=alert(1)></svg>", "PD-TPL-031", "“onload”"),
        ("<iframe></iframe>", "PD-TPL-031", "“iframe”"),
        ('<base href="https://example.org">', "PD-TPL-031", "“base”"),
        ('<form action="https://example.org"></form>', "PD-TPL-031", "“form”"),
        ('<meta http-equiv="refresh" content="0">', "PD-TPL-031", "http-equiv"),
        ('<a href="javascript:alert(1)">a</a>', "PD-TPL-031", "javascript"),
        ('<a href=" jav&#x09;ascript:alert(1)">a</a>', "PD-TPL-031", "not safe"),
        ("<svg><set attributeName=href to=javascript:alert(1)></svg>", "PD-TPL-031", "“set”"),
        # what is loaded
        ('<img src="https://example.org/a.png" alt="">', "PD-TPL-032", "example.org"),
        ('<img src="//example.org/a.png" alt="">', "PD-TPL-032", "example.org"),
        ('<img srcset="a.png 1x, http://example.org/b.png 2x" alt="">', "PD-TPL-032", "elsewhere"),
        ('<link rel="stylesheet" href="https://example.org/a.css">', "PD-TPL-032", "a.css"),
        ('<svg><use href="https://example.org/a.svg#b"/></svg>', "PD-TPL-032", "a.svg"),
        ('<svg><use xlink:href="https://example.org/a.svg#b"/></svg>', "PD-TPL-032", "a.svg"),
        ('<video poster="https://example.org/a.jpg"></video>', "PD-TPL-032", "a.jpg"),
        ('<img src="logo.png" alt="">', "PD-TPL-032", "not exported"),
        ('<link rel="stylesheet" href="house.css">', "PD-TPL-032", "not exported"),
        ('<img src="data:text/html,a" alt="">', "PD-TPL-032", "data:text/html"),
        # what is styled
        ("<p style=\"background: url('http://example.org/a')\">a</p>", "PD-TPL-033", "url("),
        ("<style>@import 'a.css';</style>", "PD-TPL-033", "@import"),
        # fields in the wrong place
        ("<p>{{ body | upper }}</p>", "PD-TPL-035", "body | upper"),
        ('<p title="{{ body }}">a</p>', "PD-TPL-035", "“title”"),
        ("<p>{{ style }}</p>", "PD-TPL-035", "style"),
        ("<style>p { color: {{ category }} }</style>", "PD-TPL-035", "the style"),
        ('<p style="color: {{ category }}">a</p>', "PD-TPL-035", "“style”"),
        ("<p class={{ category }}>a</p>", "PD-TPL-035", "quotation marks"),
        ("<p {{ category }}>a</p>", "PD-TPL-035", "quotation marks"),
        ("<{{ category }}>", "PD-TPL-035", "the name of an element"),
        ("<h{{ version }}>a", "PD-TPL-035", "quotation marks"),
        ('<a href="{{ rights }}">a</a>', "PD-TPL-035", "the beginning of a link"),
        ("<a href=\"{{ rights + '_link' }}\">a</a>", "PD-TPL-003", "add"),
        ('<a href="{{ rights or contacts.email_link }}">a</a>', "PD-TPL-010", "email_link"),
        ('<img src="{{ slug }}" alt="">', "PD-TPL-035", "“src”"),
        ("<!-- {{ note }} -->", "PD-TPL-035", "a comment"),
        ("<!{{ rights }}>", "PD-TPL-035", "a comment"),
        ("<?a {{ rights }}>", "PD-TPL-035", "a comment"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, line: str, code: str, words: str) -> None:
    found = faults(tmp_path, html=with_line(line))
    assert found
    first = next(problem for problem in found if problem.code == code)
    assert words in f"{first.message} {first.fix}"
    assert (first.place.file, first.place.line) == ("release.html", LINE)
    assert first.severity == "error"


@pytest.mark.parametrize(
    "line",
    [
        '<a href="https://example.org/?a=1&amp;b=2">our house</a>',
        '<a href="mailto:press@example.org">write</a> <a href="#section-photos">photos</a>',
        '<img src="data:image/png;base64,AAAA" alt="">',
        "<p>{{ 'a' if version < '3' else \"b\" }}</p>",
        '<svg viewBox="0 0 9 9"><path d="M0 0h9"/></svg>',
        "<p class='{% if deck == \"a>b\" %}wide{% endif %}'>a</p>",
        '<p lang="{{ language }}" aria-label="{{ label.contact }}">{{ headline | upper }}</p>',
        "{# {{ nothing }} #}<p>{{ rights | default('ours', true) }}</p>",
        '<style>p { background: url("data:image/png;base64,AAAA") } /* https://a */</style>',
    ],
)
def test_what_does_no_harm_is_no_fault(tmp_path: Path, line: str) -> None:
    assert faults(tmp_path, html=with_line(line)) == ()


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ("<title>{{ title }}</title>", "The page has no title."),
        ("{{ metadata }}", "The page has no metadata."),
        ("{{ style }}", "The page has no style."),
        ("{{ stamp }}", "A draft is not marked."),
        ("{{ notice }}", "A draft does not say what it is not for."),
        ("{{ release_line }}", "An embargo is not told."),
        ("{{ headline }}", "The page has no headline."),
        ("{{ body }}", "The body has no place."),
    ],
)
def test_what_a_page_must_have_is_missed(tmp_path: Path, part: str, message: str) -> None:
    (found,) = faults(tmp_path, html=PAGE.replace(part, ""))
    assert found.code == "PD-TPL-034"
    assert found.message == message


def test_the_title_counts_only_in_the_title_element(tmp_path: Path) -> None:
    moved = PAGE.replace("<title>{{ title }}</title>", "").replace("<h1>", "<h1>{{ title }} ")
    assert [problem.message for problem in faults(tmp_path, html=moved)] == [
        "The page has no title."
    ]


def test_a_template_without_a_place_for_attached_photos_is_warned_of(tmp_path: Path) -> None:
    found = faults(tmp_path, html=PAGE.replace("{{ attached }}", ""))
    assert [problem.code for problem in found] == ["PD-TPL-036"]
    assert not has_errors(found)


def test_a_field_that_the_page_does_not_print_is_warned_of(tmp_path: Path) -> None:
    found = faults(tmp_path, html=PAGE.replace("{{ deck }}", ""))
    assert [(problem.code, problem.severity) for problem in found] == [("PD-TPL-036", "warning")]
    assert "“deck” has no place" in found[0].message


@pytest.mark.parametrize(
    "rule",
    [
        "@import 'a.css';",
        "@IMPORT url(a.css);",
        "@im\\port 'a.css';",
        "@\\69mport 'a.css';",
        "p { background: url(http://example.org/a) }",
        "p { background: url( 'https://example.org/a' ) }",
        'p { background: url("//example.org/a") }',
        "p { background: URL(a.png) }",
        "p { background: u\\72l(http://example.org/a) }",
        "p { background: url(data:text/html,a) }",
        "p { background: image-set('http://example.org/a' 1x) }",
        "p { background: -webkit-image-set('http://example.org/a' 1x) }",
        "p { background: cross-fade('http://example.org/a', red) }",
        "@font-face { font-family: a; src: url(https://example.org/a.woff2) }",
        "p { width: expression(alert(1)) }",
        "p { behavior: url(a.htc) }",
        "p { -moz-binding: url(a.xml#b) }",
        "</style><script>alert(1)</script>",
        "</ STYLE >",
        "<!-- a",
        "@namespace url(http://www.w3.org/1999/xhtml);",
        "p { cursor: url(\n  'http://example.org/a'), auto }",
    ],
)
def test_a_style_that_loads_or_leaves_its_element_is_refused(tmp_path: Path, rule: str) -> None:
    found = faults(tmp_path, css=f"p {{ color: red }}\n/* one\ntwo */\n{rule}\n")
    assert {problem.code for problem in found} == {"PD-TPL-033"}
    assert (found[0].place.file, found[0].place.line) == ("style.css", 4)


def test_a_missing_file_and_one_that_is_not_utf_8_are_told(tmp_path: Path) -> None:
    pack = a_pack(tmp_path)
    pack.html.unlink()
    pack.css.write_bytes(b"p::after { content: '\xe9' }")
    found = check_html_template(pack.folder)
    assert [(problem.code, problem.place.file) for problem in found] == [
        ("PD-TPL-030", "release.html"),
        ("PD-TPL-030", "style.css"),
    ]
    assert found[1].message == "The file is not UTF-8 at byte 22."
