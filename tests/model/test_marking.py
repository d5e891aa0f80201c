"""Boxes around faces."""

import pytest
from msgspec.structs import replace

from pressdesk.model.framing import Box
from pressdesk.model.marking import LEAST, changed, face_at
from pressdesk.model.photo import Photo
from tests.builders import a_mark, a_photo

BOX = Box(0.4, 0.4, 0.2, 0.1)


def _sides(box: Box) -> tuple[float, float, float, float]:
    return box.x, box.y, box.x + box.width, box.y + box.height


def test_a_first_face_is_higher_than_wide_and_the_next_is_like_the_others():
    photo: Photo = a_photo()
    box = face_at(photo, 0.5, 0.5)
    assert box.height * photo.height == pytest.approx(1.25 * box.width * photo.width)
    assert (box.middle.x, box.middle.y) == pytest.approx((0.5, 0.5))
    marked = replace(photo, marks=(a_mark("p1"),))
    assert (face_at(marked, 0.5, 0.5).width, face_at(marked, 0.5, 0.5).height) == (0.1, 0.15)


def test_a_face_at_the_edge_is_cut_there():
    assert _sides(face_at(a_photo(), 1.0, 0.0))[1:3] == (0.0, 1.0)


def test_a_box_that_is_moved_keeps_its_size_at_the_edge():
    box = changed(BOX, (0, 0), 0.9, -0.9)
    assert _sides(box) == pytest.approx((0.8, 0.0, 1.0, 0.1))


@pytest.mark.parametrize(
    ("edge", "sides"),
    [
        ((-1, 0), (0.45, 0.4, 0.6, 0.5)),
        ((1, 1), (0.4, 0.4, 0.65, 0.53)),
        ((0, -1), (0.4, 0.43, 0.6, 0.5)),
    ],
)
def test_only_the_edge_that_is_held_moves(edge: tuple[int, int], sides: tuple[float, ...]):
    assert _sides(changed(BOX, edge, 0.05, 0.03)) == pytest.approx(sides)


def test_no_box_is_drawn_to_nothing():
    assert changed(BOX, (-1, -1), 0.9, 0.9).width == pytest.approx(LEAST)
    assert changed(BOX, (1, 1), -0.9, -0.9).height == pytest.approx(LEAST)
