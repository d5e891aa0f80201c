"""End marks are told from text."""

import pytest

from pressdesk.model.endmark import is_end_mark


@pytest.mark.parametrize(
    "line",
    [
        "###",
        "# # #",
        "-30-",
        "– 30 –",
        "ENDS",
        "Ends",
        "-ends-",
        "(END)",
        "（完）",
        "【全文完】",
        " ### ",
    ],
)
def test_an_end_mark_is_known(line: str):
    assert is_end_mark(line)


@pytest.mark.parametrize("line", ["", "30", "END", "The end", "# 30", "##", "完", "ends here"])
def test_text_is_no_end_mark(line: str):
    assert not is_end_mark(line)
