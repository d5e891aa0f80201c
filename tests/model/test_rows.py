"""Rows from marks: where one begins, and that a small move changes none."""

from msgspec.structs import replace

from pressdesk.model.framing import Box, Crop, Point
from pressdesk.model.photo import Mark
from pressdesk.model.rows import focus_of, in_step, rows_of, with_rows
from tests.builders import a_mark, a_photo


def _ids(rows: tuple[tuple[Mark, ...], ...]) -> list[list[str]]:
    return [[mark.person for mark in row] for row in rows]


def _group() -> tuple[Mark, ...]:
    return (
        a_mark("p1", 0.7, 0.5),
        a_mark("p2", 0.1, 0.52),
        a_mark("p3", 0.4, 0.48),
        a_mark("p4", 0.6, 0.2),
        a_mark("p5", 0.2, 0.22),
    )


def test_the_front_row_is_the_lowest_and_each_goes_from_left_to_right():
    photo = in_step(a_photo(marks=_group()))
    assert _ids(rows_of(photo)) == [["p2", "p3", "p1"], ["p5", "p4"]]
    assert photo.people == ("p2", "p3", "p1", "p5", "p4")


def test_people_on_a_slope_are_one_row():
    marks = tuple(a_mark(f"p{n}", n / 10, 0.2 + n * 0.09) for n in range(1, 7))
    assert {mark.row for mark in with_rows(marks)} == {0}


def test_three_rows_are_told_apart():
    marks = (a_mark("p1", top=0.1), a_mark("p2", top=0.4), a_mark("p3", top=0.7))
    assert [mark.row for mark in with_rows(marks)] == [2, 1, 0]


def test_a_mark_moved_by_a_hair_changes_no_row():
    """One face is 0.15 high: between steps of 0.65 and 0.95 of that, rows stay as they are."""

    def apart(step: float) -> tuple[Mark, ...]:
        return a_mark("p1", 0.1, 0.5), a_mark("p2", 0.4, 0.5 - step)

    together = with_rows(apart(0.10))
    assert [mark.row for mark in together] == [0, 0]
    assert [mark.row for mark in with_rows(apart(0.13), together)] == [0, 0]
    parted = with_rows(apart(0.15), together)
    assert [mark.row for mark in parted] == [0, 1]
    assert [mark.row for mark in with_rows(apart(0.11), parted)] == [0, 1]
    assert [mark.row for mark in with_rows(apart(0.09), parted)] == [0, 0]
    assert [mark.row for mark in with_rows(apart(0.13))] == [0, 1]
    assert [mark.row for mark in with_rows(apart(0.11))] == [0, 0]


def test_whom_the_crop_cuts_off_is_not_in_the_picture():
    photo = in_step(a_photo(marks=_group(), crop=Crop(box=Box(0.0, 0.4, 0.55, 0.6))))
    assert photo.people == ("p2", "p3")
    assert len(photo.marks) == 5


def test_the_order_is_that_of_the_turned_picture():
    steep = a_mark("p1", 0.48, 0.40), a_mark("p2", 0.5, 0.31)
    assert in_step(a_photo(marks=steep)).people == ("p1", "p2")
    assert in_step(a_photo(marks=steep, crop=Crop(angle=-40))).people == ("p2", "p1")


def test_without_marks_the_people_are_a_list_of_their_own():
    photo = a_photo(people=("p2", "p1"))
    assert in_step(photo) is photo


def test_the_focal_point_is_the_middle_of_the_faces_until_one_is_set():
    assert focus_of(a_photo()) is None
    faces = a_photo(marks=(a_mark("p1", 0.1, 0.2), a_mark("p2", 0.3, 0.4)))
    found = focus_of(faces)
    assert found is not None
    assert (round(found.x, 6), round(found.y, 6)) == (0.25, 0.375)
    assert focus_of(replace(faces, crop=Crop(focus=Point(0.9, 0.1)))) == Point(0.9, 0.1)
