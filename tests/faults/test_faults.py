"""Nothing is lost: each bar in its quick form."""

import os

import pytest

from tests.faults.__main__ import BARS, run_bar
from tests.faults.result import table

EVERYWHERE = {"seam", "damage"}
"""Bars that need neither fork nor signals nor strace."""


@pytest.mark.parametrize("name", BARS)
def test_a_bar_holds(name: str):
    if os.name == "nt" and name not in EVERYWHERE:
        pytest.skip("needs fork and signals")
    result = run_bar(name, quick=True)
    if result.skipped:
        pytest.skip(result.skipped)
    assert result.is_held, table([(name, result)])
