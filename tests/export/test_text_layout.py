"""Plain text keeps to its columns and never breaks what has no space."""

from hypothesis import given
from hypothesis import strategies as st

from pressdesk.export.text_layout import WIDTH, columns, table, underline, wrap


def test_chinese_characters_take_two_columns_and_accents_none() -> None:
    assert columns("a河e\u0301") == 4


def test_a_line_is_full_at_72_columns() -> None:
    assert wrap("a" * 36 + " " + "b" * 35) == "a" * 36 + " " + "b" * 35
    assert wrap("a" * 36 + " " + "b" * 36) == "a" * 36 + "\n" + "b" * 36


def test_what_has_no_space_is_not_broken() -> None:
    for word in ("x" * 100, "河" * 60, "https://example.org/" + "a" * 80, "a\u00a0" * 60):
        assert wrap(f"so {word} so") == f"so\n{word}\nso"


def test_a_break_that_is_there_is_kept_and_lines_hang_below_their_mark() -> None:
    assert wrap("one\ntwo", "  - ") == "  - one\n    two"
    assert wrap("one\ntwo", "", "  ") == "one\n  two"


@given(
    st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\r"), max_size=300)
)
def test_wrapping_changes_nothing_but_spaces_and_breaks(text: str) -> None:
    assert "".join(wrap(text).replace("\n", "").split(" ")) == "".join(
        text.replace("\n", "").split(" ")
    )


@given(st.lists(st.text("abc河", min_size=1, max_size=20), max_size=40))
def test_no_line_that_could_be_broken_is_too_long(words: list[str]) -> None:
    for line in wrap(" ".join(words), "  - ").split("\n"):
        assert columns(line) <= WIDTH


def test_a_heading_is_underlined_as_long_as_it_is() -> None:
    assert underline("河流", "=") == "河流\n===="
    assert underline("a" * 50 + " " + "b" * 40, "-").endswith("\n" + "-" * 50)


def test_a_table_that_fits_is_set_in_columns() -> None:
    rows = [["Year", "Visitors", "河"], ["2024", "81,400", "1"], ["2025", "9", ""]]
    assert table(rows, ["", "right", "center"], header=True) == (
        "Year  Visitors  河\n----  --------  --\n2024    81,400  1\n2025         9"
    )


def test_a_table_without_a_head_has_no_line_below_its_first_row() -> None:
    assert table([["a", "b"], ["c", "d"]], ["", ""], header=False) == "a  b\nc  d"


def test_a_table_that_is_too_wide_is_set_row_by_row() -> None:
    rows = [["Name", "What it is"], ["The bridge", "glass " * 11 + "glass"]]
    assert table(rows, ["", ""], header=True) == (
        "Name | What it is\nThe bridge | " + "glass " * 9 + "glass\n    glass glass"
    )


def test_a_cell_of_two_lines_does_not_tear_its_row() -> None:
    assert table([["a\nb", "c"]], ["", ""], header=False) == "a b | c"
