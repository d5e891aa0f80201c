"""Marks and crops as lines of text that people can write."""

import pytest

from pressdesk.model.framing import WHOLE, Box, Crop, Point
from pressdesk.model.photo import Mark
from pressdesk.model.photo_notation import (
    read_crop,
    read_mark,
    write_crop,
    write_focus,
    write_mark,
)

BOX = Box(0.1, 0.25, 0.5, 0.125)
IDS = {"Anna Keller": "p1"}


def person(words: str) -> str:
    return IDS.get(words, "")


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        (Mark(id="m1", box=BOX, person="p1", row=1), "m1 0.1 0.25 0.5 0.125 1 Anna Keller"),
        (Mark(id="m2", box=BOX, name="Jo  Petrov"), "m2 0.1 0.25 0.5 0.125 0 =Jo  Petrov"),
        (Mark(id="m3", box=BOX, name="=1 Anna Keller"), "m3 0.1 0.25 0.5 0.125 0 ==1 Anna Keller"),
        (Mark(id="m4", box=WHOLE), "m4 0 0 1 1 0"),
    ],
)
def test_a_mark_is_written_and_read_back(mark: Mark, text: str):
    assert write_mark(mark, {"p1": "Anna Keller"}.__getitem__) == text
    assert read_mark(text, person) == mark


def test_words_that_mean_no_person_are_a_plain_name():
    assert read_mark("m1 0.1 0.25 0.5 0.125 0 Jo Petrov", person).name == "Jo Petrov"


@pytest.mark.parametrize(
    "text", ["", "m1", "m1 0.1 0.2 0.3 0", "M 1 0 0 1 1 0", "m1 0.1 0.2 0.3 1.4 0", "m1 . 0 0 0 0"]
)
def test_what_is_no_mark_is_a_value_error(text: str):
    with pytest.raises(ValueError, match=r"."):
        read_mark(text, person)


@pytest.mark.parametrize(
    ("crop", "box", "focus"),
    [
        (Crop(box=BOX, angle=-2.5), "0.1 0.25 0.5 0.125 -2.5", ""),
        (Crop(focus=Point(0.3, 0.4)), "", "0.3 0.4"),
        (Crop(angle=3, focus=Point(1.0, 0.0)), "0 0 1 1 3", "1 0"),
        (None, "", ""),
    ],
)
def test_a_crop_is_written_and_read_back(crop: Crop | None, box: str, focus: str):
    if crop:
        assert (write_crop(crop), write_focus(crop)) == (box, focus)
    assert read_crop(box, focus) == crop


@pytest.mark.parametrize(
    ("box", "focus"), [("0 0 1", ""), ("0 0 1 1 60", ""), ("", "2 0"), ("a", "")]
)
def test_what_is_no_crop_is_a_value_error(box: str, focus: str):
    with pytest.raises(ValueError, match=r"."):
        read_crop(box, focus)
