"""A template may name fields, branch and loop, and nothing else; each fault has its line."""

import pytest

from pressdesk.export.template_language import (
    check_source,
    environment,
    printed_fields,
    used_fields,
)


@pytest.mark.parametrize(
    "source",
    [
        "{{ headline }}",
        "{% if deck %}{{ deck }}{% else %}{{ summary }}{% endif %}",
        "{% for speaker in speakers %}{{ loop.index }} {{ speaker.name | upper }}{% endfor %}",
        "{% for t in boilerplates %}{% for p in t.paragraphs %}{{ p }}{% endfor %}{% endfor %}",
        "{{ keywords | join(', ') }} {{ label.speakers }}",
        "{{ body }}{{ attached }}",
        "{% if stage == 'draft' and not embargo %}x{% endif %}",
        "5 } and { 6",
    ],
)
def test_a_sound_template_has_no_fault(source: str):
    assert check_source(source) == ()


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("one\n{{ headlin }}", 2, "There is no field “headlin”. Did you mean “headline”?"),
        ("{% for s in speakers %}\n{{ s.nme }}{% endfor %}", 2, "“nme”. Did you mean “name”?"),
        ("{{ label.speaker }}", 1, "Did you mean “speakers”?"),
        ("{% for s in speakers %}{% endfor %}\n\n{{ s.name }}", 3, "There is no field “s”"),
        ("{{ headline | uppr }}", 1, "There is no filter “uppr”. Did you mean “upper”?"),
        ("{{ headline }\ntext", 1, "A tag is broken at “{{”"),
        ("{{ head\nline }}", 1, "A tag is broken"),
        ("{ { headline }}", 1, "A tag is broken"),
        ("a\n{% for s in speakers %}\n{{ s.name }}", 2, "The “for” that begins here is never"),
        ("{% if deck %}\n{% endfor %}", 2, "“endfor” closes nothing. Here “endif” is due."),
        ("{% endif %}", 1, "“endif” closes nothing. Take it away."),
        ("{% if %}{% endif %}", 1, "can't be read"),
        ("{{ headline.__class__ }}", 1, "may not do: “__class__”"),
        ("{{ headline.upper() }}", 1, "may not do"),
        ("{{ 'a' * 1000000000 }}", 1, "may not do: “mul”"),
        ("{{ 9 ** 9 }}", 1, "may not do"),
        ("{% set x = 1 %}", 1, "may not do"),
        ("{% include 'x' %}", 1, "may not do"),
        ("{% import 'x' as y %}", 1, "may not do"),
        ("{% macro f() %}{% endmacro %}", 1, "may not do"),
        ("{{ headline | attr('__class__') }}", 1, "There is no filter “attr”"),
        ("{{ range(9) }}", 1, "may not do"),
        ("{{ headline[0] }}", 1, "may not do"),
        ("{% for x in [1, 2] %}{% endfor %}", 1, "may not do"),
        ("\n" + "{% for x in keywords %}" * 9 + "{% endfor %}" * 9, 2, "4 deep; the limit is 3"),
    ],
)
def test_each_fault_has_its_line_and_a_way_out(source: str, line: int, words: str):
    faults = check_source(source)
    assert faults
    assert faults[0].line == line
    assert words in f"{faults[0].message} {faults[0].fix}"


@pytest.mark.parametrize(
    ("source", "tag", "fix"),
    [
        ("{{ deck | }}", "{{ deck | }}", "{{ headline }}"),
        ("{{ deck }}{{ deck $ }}", "{{ deck $ }}", "{{ headline }}"),
        ("{% if deck = 'a' %}{% endif %}", "{% if deck = 'a' %}", "Two signs, ==, compare."),
        ("{{ deck|default(„a“) }}", "{{ deck|default(„a“) }}", "straight"),
        ("{%p if deck %}{%p endif %}", "{%p if deck %}", "“p” is for the Word template"),
        ("{% banana %}", "{% banana %}", "if, elif, else, endif, for or endfor"),
        ("{% for x in speakers %}{% elif deck %}{% endfor %}", "{% elif deck %}", "{{ headline }}"),
    ],
)
def test_a_tag_that_can_not_be_read_is_told_by_its_words(source: str, tag: str, fix: str):
    (fault,) = check_source(f"one\n{source}")
    assert (fault.code, fault.line) == ("PD-TPL-011", 2)
    assert tag in fault.message
    assert fault.message.endswith("” can't be read.")
    assert fix in fault.fix


def test_what_is_printed_is_told_from_what_is_asked_for():
    source = (
        "{% if body %}{% elif note %}{% endif %}{{ 'a' if stamp else deck }}"
        "{% for c in contacts if notice %}{{ c.name }}{% endfor %}{{ headline|upper }}"
    )
    assert printed_fields(source) == {"deck", "contacts", "headline"}


def test_a_list_without_items_prints_nothing():
    source = (
        "{{ keywords|first }},{{ keywords|last|upper }},{{ keywords|first|default('news') }},"
        "{{ keywords|default('none') }},{{ deck|default('none') }},{{ keywords|length }}"
    )
    values = {"keywords": (), "deck": ""}
    assert environment().from_string(source).render(values) == ",,news,none,none,0"
    values = {"keywords": ("a", "b"), "deck": "d"}
    assert (
        environment().from_string(source).render(values) == "a,B,a,(&#39;a&#39;, &#39;b&#39;),d,2"
    )


def test_every_fault_is_listed_not_only_the_first():
    assert len(check_source("{{ headlin }}\n{{ dek }}\n{{ boddy }}")) == 3


def test_a_kind_of_template_may_have_fields_of_its_own():
    assert check_source("{{ style }}")
    assert check_source("{{ style }}", {"style": str}) == ()


def test_the_fields_a_template_uses_are_known():
    source = "{{ headline }}{% for s in speakers %}{{ s.name }}{% endfor %}"
    assert used_fields(source) == {"headline", "speakers"}


@pytest.mark.parametrize(
    "source",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ x | attr('__init__') }}",
        "{{ self.__init__.__globals__ }}",
        "{{ cycler.__init__ }}",
        "{{ '%1000000000d' | format(1) }}",
    ],
)
def test_code_is_refused_when_rendering_too(source: str):
    with pytest.raises(Exception, match=r"(?i)unsafe|undefined|no filter|No filter|access"):
        environment().from_string(source).render(x="a")


def test_text_is_escaped_by_default():
    assert environment().from_string("{{ x }}").render(x="R&D <Lab>") == "R&amp;D &lt;Lab&gt;"
