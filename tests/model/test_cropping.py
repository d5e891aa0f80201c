"""Frames of a crop that are moved, resized, shaped and turned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.model.cropping import (
    Handle,
    aimed,
    crop_of,
    moved,
    resized,
    shaped,
    turned,
)
from pressdesk.model.framing import Box, Crop, Frame, Point, frame

SIZE = (600, 400)
HALF = Frame(300, 200, 300, 200, 0)
HANDLES = [Handle(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if (x, y) != (0, 0)]


def test_a_frame_gives_the_recipe_that_shows_it():
    crop = crop_of(HALF, SIZE)
    assert crop == Crop(box=Box(0.25, 0.25, 0.5, 0.5))
    assert frame(SIZE, crop) == HALF


def test_the_frame_of_all_is_no_recipe_but_keeps_its_focal_point():
    assert crop_of(Frame(300, 200, 600, 400, 0), SIZE) is None
    focus = Point(0.2, 0.3)
    assert crop_of(Frame(300, 200, 600, 400, 0), SIZE, focus) == Crop(focus=focus)


def test_a_frame_slides_along_the_edge_that_it_meets():
    shown = moved(HALF, SIZE, 500, 20)
    assert (shown.x, shown.y) == pytest.approx((450, 220), abs=0.1)
    assert (shown.width, shown.height) == (300, 200)


@pytest.mark.parametrize("handle", HANDLES)
def test_the_edge_across_from_the_handle_stays(handle: Handle):
    shown = resized(HALF, SIZE, handle, (10 * handle.x, 10 * handle.y))
    assert shown.width == pytest.approx(300 + 10 * abs(handle.x))
    assert shown.height == pytest.approx(200 + 10 * abs(handle.y))
    assert shown.x - handle.x * shown.width / 2 == pytest.approx(300 - handle.x * 150)
    assert shown.y - handle.y * shown.height / 2 == pytest.approx(200 - handle.y * 100)


def test_a_frame_is_never_drawn_to_nothing():
    shown = resized(HALF, SIZE, Handle(1, 1), (-1000, -1000))
    assert (shown.width, shown.height) == (16, 16)


def test_a_shape_is_taken_about_the_middle_and_kept_by_every_handle():
    wide = shaped(HALF, SIZE, 16 / 9)
    assert (wide.x, wide.y) == (300, 200)
    assert wide.width * wide.height == pytest.approx(300 * 200)
    for handle in HANDLES:
        shown = resized(wide, SIZE, handle, (13 * handle.x, 29 * handle.y), 16 / 9)
        assert shown.width / shown.height == pytest.approx(16 / 9)


def test_a_turned_picture_has_no_empty_corner():
    crop = turned(None, 5)
    shown = frame(SIZE, crop)
    assert shown.angle == 5
    assert shown.width < 600
    assert all(0 <= x <= 600 and 0 <= y <= 400 for x, y in shown.corners())
    assert turned(crop, 0) is None


def test_turning_and_aiming_keep_each_other():
    crop = aimed(turned(Crop(box=Box(0.1, 0.1, 0.5, 0.5)), 2.5), Point(0.3, 0.4))
    assert crop == Crop(box=Box(0.1, 0.1, 0.5, 0.5), angle=2.5, focus=Point(0.3, 0.4))
    assert aimed(crop, None) == Crop(box=Box(0.1, 0.1, 0.5, 0.5), angle=2.5)


@given(
    angle=st.floats(-40, 40),
    handle=st.sampled_from([Handle(0, 0), *HANDLES]),
    right=st.floats(-900, 900),
    down=st.floats(-900, 900),
    ratio=st.sampled_from([None, 1.5, 16 / 9, 1200 / 630, 2 / 3]),
)
def test_whatever_is_dragged_the_recipe_shows_the_frame_that_was_seen(
    angle: float, handle: Handle, right: float, down: float, ratio: float | None
):
    shown = shaped(frame(SIZE, Crop(box=Box(0.3, 0.3, 0.4, 0.4), angle=angle)), SIZE, ratio or 1.5)
    if handle == Handle(0, 0):
        shown = moved(shown, SIZE, right, down)
    else:
        shown = resized(shown, SIZE, handle, (right, down), ratio)
    again = frame(SIZE, crop_of(shown, SIZE))
    assert again[:4] == pytest.approx(shown[:4], abs=0.5)
    assert all(-0.1 <= x <= 600.1 and -0.1 <= y <= 400.1 for x, y in again.corners())
