"""What a crop shows, and where places of the picture lie in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.model.framing import WHOLE, Box, Crop, Point, frame, tidy, tidy_crop

SIZE = 600, 400
sides = st.integers(2, 20_000)
fractions = st.floats(0, 1)
boxes = st.builds(Box, fractions, fractions, fractions, fractions)


def test_without_a_crop_all_is_shown():
    assert frame(SIZE) == (300, 200, 600, 400, 0)


def test_a_crop_is_a_part_of_the_sides():
    assert frame(SIZE, Crop(box=Box(0.5, 0.25, 0.5, 0.5))) == (450, 200, 300, 200, 0)


def test_a_turned_picture_is_cut_until_no_corner_is_empty():
    shown = frame(SIZE, Crop(angle=10))
    xs, ys = zip(*shown.corners(), strict=True)
    assert (shown.x, shown.y) == (300, 200)
    assert min(ys) == pytest.approx(0)
    assert max(ys) == pytest.approx(400)
    assert min(xs) > 0
    assert shown.width / shown.height == pytest.approx(1.5)


def test_a_small_crop_that_is_turned_keeps_its_size():
    shown = frame(SIZE, Crop(box=Box(0.4, 0.4, 0.2, 0.2), angle=-30))
    assert (shown.width, shown.height) == pytest.approx((120, 80))


def test_a_picture_turned_clockwise_has_its_right_side_lower():
    shown = frame(SIZE, Crop(angle=20))
    x, y = shown.seen(400, 200)
    assert x > shown.width / 2
    assert y > shown.height / 2
    assert shown.source(x, y) == pytest.approx((400, 200))


def test_a_fixed_shape_is_cut_around_the_focal_point_and_stays_inside():
    middle = frame(SIZE, None, (1, 1))
    assert (middle.x, middle.y, middle.width, middle.height) == (300, 200, 400, 400)
    assert frame(SIZE, None, (1, 1), Point(0.4, 0.9)).x == 240
    assert frame(SIZE, None, (1, 1), Point(0.0, 0.0)).x == 200
    assert frame(SIZE, None, (3, 1), Point(0.5, 0.3))[:4] == (300, 120, 600, 200)


def test_boxes_are_carried_into_the_crop_and_those_outside_are_dropped():
    shown = frame(SIZE, Crop(box=Box(0.5, 0.0, 0.5, 1.0)))
    assert shown.place(Box(0.6, 0.2, 0.1, 0.2), SIZE) == Box(0.2, 0.2, 0.2, 0.2)
    assert shown.place(Box(0.1, 0.2, 0.1, 0.2), SIZE) is None
    assert shown.place(Box(0.46, 0.2, 0.1, 0.2), SIZE) == Box(0.0, 0.2, 0.12, 0.2)
    assert shown.place(Box(0.44, 0.2, 0.1, 0.2), SIZE) is None
    assert shown.holds(Box(0.46, 0.2, 0.1, 0.2), SIZE)
    assert not shown.holds(Box(0.44, 0.2, 0.1, 0.2), SIZE)


def test_a_box_is_cut_at_the_edges_of_the_picture():
    assert tidy(Box(-0.1, 0.9, 0.3, 0.3)) == Box(0.0, 0.9, 0.2, 0.1)


@pytest.mark.parametrize(
    "crop", [None, Crop(), Crop(box=Box(0.3, 0.3, 0.0, 0.5)), Crop(angle=-0.0001)]
)
def test_a_crop_that_changes_nothing_is_none(crop: Crop | None):
    assert tidy_crop(crop) is None


def test_a_focal_point_alone_is_a_recipe():
    assert tidy_crop(Crop(focus=Point(0.2, 1.3))) == Crop(box=WHOLE, focus=Point(0.2, 1.0))


@given(
    st.tuples(sides, sides),
    st.builds(Crop, box=boxes, angle=st.floats(-45, 45)),
    st.none() | st.tuples(sides, sides),
    boxes.map(tidy),
)
def test_whatever_the_recipe_the_frame_lies_in_the_picture(
    size: tuple[int, int], crop: Crop, shape: tuple[int, int] | None, inner: Box
):
    shown = frame(size, crop, shape, crop.box.middle)
    assert shown.width > 0
    assert shown.height > 0
    for place, side in zip(zip(*shown.corners(), strict=True), size, strict=True):
        assert min(place) >= -1e-6 * side
        assert max(place) <= side * (1 + 1e-6)
    if shape:
        assert shown.width / shown.height == pytest.approx(shape[0] / shape[1])
    placed = shown.place(inner, size)
    if placed:
        assert placed.x + placed.width <= 1 + 2e-6
        assert placed.y + placed.height <= 1 + 2e-6
