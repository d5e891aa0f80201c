import pytest

from pressdesk.model.links import typed_link


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("  http://example.org ", "http://example.org"),
        ("www.example.org", "https://www.example.org"),
        ("example.org/news", "https://example.org/news"),
        ("example.org:8080/x", "https://example.org:8080/x"),
        ("例子.中国", "https://例子.中国"),
        ("press@example.org", "mailto:press@example.org"),
        ("mailto:press@example.org", "mailto:press@example.org"),
        ("+44 1632 960101", "tel:+441632960101"),
        ("tel:+441632960101", "tel:+441632960101"),
    ],
)
def test_what_people_type_becomes_a_link(typed: str, link: str):
    assert typed_link(typed) == link


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "museum",
        "javascript:alert(1)",
        "java\tscript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://example.org",
        "https://",
        "mailto:",
        "javascript.alert:evil",
        "two words.org",
    ],
)
def test_all_else_is_no_link(typed: str):
    assert typed_link(typed) == ""
