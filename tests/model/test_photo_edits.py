"""Edits of photos that touch no word."""

from pressdesk.model.photo_edits import set_rating
from tests.builders import a_photo, a_release


def test_photos_are_rated_together_and_the_others_stay():
    photos = [a_photo(f"f{n}", media=str(n) * 64, rating=2) for n in range(3)]
    release = a_release(photos=tuple(photos))
    rated = set_rating(release, ["f0", "f2"], 5)
    assert [photo.rating for photo in rated.photos] == [5, 2, 5]
    assert rated.photos[1] is release.photos[1]


def test_the_same_rating_again_is_no_change():
    release = a_release(photos=(a_photo("f1", rating=2),))
    assert set_rating(release, ["f1"], 2) is release
