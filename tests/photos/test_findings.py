"""What is said of all photos of a release at once."""

from pathlib import Path
from typing import Any

from pressdesk.model.assets import Assets
from pressdesk.model.photo import Photo
from pressdesk.photos.findings import photo_findings
from pressdesk.photos.measured import Measured
from tests.builders import a_photo
from tests.photos.pictures import encoded
from tests.photos.test_quality import a_scene


def test_photos_are_measured_once_and_what_cannot_be_read_is_passed_over(tmp_path: Path) -> None:
    assets = Assets()

    def added(id: str, data: bytes, **fields: Any) -> Photo:
        nonlocal assets
        assets, media = assets.with_bytes(data)
        return a_photo(id, media=media, **fields)

    photos = (
        added("f1", encoded(a_scene()), width=800, height=500),
        added("f2", encoded(a_scene(), quality=50), width=800, height=500),
        added("f3", b"no picture", width=6000, height=4000),
        a_photo("f4", media="9" * 64, width=6000, height=4000),
    )
    measured = Measured(tmp_path)
    done: list[tuple[int, int]] = []

    def progress(count: int, of: int) -> None:
        done.append((count, of))

    found = photo_findings(photos, assets, measured, lambda _: 160, progress)
    told = {(problem.code, problem.place.item) for problem in found}
    assert {("PD-IMG-030", "f1"), ("PD-IMG-031", "f1"), ("PD-IMG-034", "f2")} <= told
    assert {item for _, item in told} == {"f1", "f2"}
    assert done == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert [measured.get(photo.media) is not None for photo in photos] == [True, True, False, False]
