"""A template may name fields, branch and loop, and nothing else; each fault has its line."""

import pytest

from pressdesk.export.template_language import check_source, environment, used_fields


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
