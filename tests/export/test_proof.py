"""No export is given out from which a text is missing."""

import pytest

from pressdesk.export.proof import prove
from pressdesk.model.problem import PressDeskError


def test_texts_in_order_and_anywhere_are_found_whatever_the_white_space():
    prove(
        "a.docx",
        "Head\n One  two\u00a0three\nFour",
        in_order=["One two", "three"],
        anywhere=["Four", "Head"],
    )


@pytest.mark.parametrize(
    ("in_order", "anywhere"),
    [(["One", "Three"], []), (["Two", "One"], []), ([], ["Three"]), (["One", "One"], [])],
)
def test_what_is_missing_or_out_of_place_stops_the_export(in_order: list[str], anywhere: list[str]):
    with pytest.raises(PressDeskError, match="PD-EXP-007"):
        prove("a.docx", "One Two", in_order=in_order, anywhere=anywhere)


def test_the_sentence_names_the_file_and_the_text():
    with pytest.raises(PressDeskError) as caught:
        prove("a.docx", "", in_order=["Smith & Sons of Lakeford " + "word " * 30])
    assert "“a.docx” was not exported." in str(caught.value)
    assert "beginning “Smith & Sons of Lakeford" in str(caught.value)
