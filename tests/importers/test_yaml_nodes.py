"""YAML that is more than plain keys and values is refused, and nothing of it is executed."""

import pytest

from tests.importers.sources import Read, faults


@pytest.mark.parametrize(
    ("keys", "line", "words"),
    [
        ("deck: a\nheadline: b\ndeck: c", 4, "“deck” is given twice, first on line 2"),
        ("deck: &a x\nheadline: *a", 2, "Anchors (&) and aliases (*) are not read"),
        ("deck: x\nheadline: *a", 3, "Anchors (&) and aliases (*) are not read"),
        ("deck: !!python/object/apply:os.system [ls]", 2, "Tags (tag:yaml.org,2002:python/"),
        ("deck: !!str x", 2, "Tags (tag:yaml.org,2002:str) are not read"),
        ("? [a]\n: b", 2, "A key must be a word"),
        ("[a, b]", 2, "The front matter needs keys and values"),
        ("just text", 2, "The front matter needs keys and values"),
        ("deck: a\nheadline: b: c", 3, "not YAML: a second colon stands in the line."),
        ("deck: a\nheadline: [b", 3, "not YAML: a bracket or a brace is not closed."),
        ('headline: "a\ndeck: b', 2, "not YAML: a quotation mark is not closed."),
        ("headline: @a", 2, "not YAML: a word begins with a sign."),
        ("\theadline: a", 2, "not YAML: a tab stands where only spaces may."),
        ("headline: 'a'b", 2, "not YAML: words stand behind a closing quotation mark."),
        ("deck:\n - a\n  - b\n- c", 5, "not YAML: the line does not fit those above it"),
        ("headline: |x\n b", 2, "not YAML: the line can't be read."),
        ("headline: " + "[" * 2000 + "]" * 2000, 2, "nested deeper than 8 levels"),
        ("headline: " + "{a: " * 2000, 2, "nested deeper than 8 levels"),
        ("note: " + "x" * 250_000, 1, "the limit is 250,000"),
    ],
)
def test_what_is_no_plain_yaml_is_refused_with_its_line(
    read: Read, keys: str, line: int, words: str
):
    (fault,) = faults(read, keys)
    assert fault.place.line == line
    assert words in fault.message


def test_a_billion_laughs_are_not_laughed(read: Read):
    lines = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    (fault,) = faults(read, "\n".join(lines))
    assert fault.place.line == 2


def test_the_fix_is_that_of_the_fault(read: Read):
    (twice,) = faults(read, "deck: a\ndeck: b")
    (sign,) = faults(read, "deck: *a")
    assert twice.fix == "Delete one of the two."
    assert "needs quotation marks" in sign.fix
