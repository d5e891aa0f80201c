import subprocess
import sys
import threading
from io import BytesIO
from pathlib import Path

import pytest

from pressdesk.model.assets import Assets
from pressdesk.model.photo import Photo
from pressdesk.model.problem import PressDeskError
from pressdesk.photos.render import COLUMN, WEB, Renderer, Target
from tests.builders import a_photo
from tests.photos.pictures import a_picture, encoded, photo_of


def several(count: int) -> tuple[Assets, list[Photo]]:
    assets, photos = Assets(), []
    for number in range(count):
        data = encoded(a_picture(96 + number, 64), "PNG")
        assets, media = assets.with_bytes(data)
        photos.append(a_photo(f"f{number}", media=media, name=f"photo {number}.png"))
    return assets, photos


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_every_job_is_done_under_the_hash_of_its_photo() -> None:
    assets, photos = several(5)
    jobs = [(photo, target) for photo in photos for target in (COLUMN, Target(48))]

    made = Renderer(None).render(assets, jobs)

    assert list(made) == [(photo.media, target) for photo, target in jobs]
    assert [made[photo.media, COLUMN].width for photo in photos] == [96, 97, 98, 99, 100]
    assert {made[photo.media, Target(48)].width for photo in photos} == {48}


def test_a_picture_used_twice_is_made_once() -> None:
    data = encoded(a_picture(), "PNG")
    assets, photo = photo_of(data)
    opened: list[str] = []
    counting = Assets({photo.media: lambda: opened.append(photo.media) or BytesIO(data)})

    made = Renderer(None).render(
        counting, [(photo, COLUMN), (photo, Target(48)), (photo, COLUMN), (a_twin(photo), COLUMN)]
    )

    assert opened == [photo.media]
    assert len(made) == 2
    assert assets.read(photo.media) == data


def a_twin(photo: Photo) -> Photo:
    return a_photo("f2", media=photo.media, name="another name.png")


@pytest.mark.parametrize("workers", [1, 2, 4])
def test_the_same_bytes_come_out_whatever_the_number_of_workers(workers: int) -> None:
    assets, photos = several(6)
    jobs = [(photo, target) for photo in photos for target in WEB]

    assert Renderer(None, workers).render(assets, jobs) == Renderer(None).render(assets, jobs)


def test_what_is_in_the_cache_is_not_made_again(tmp_path: Path) -> None:
    assets, photos = several(3)
    jobs = [(photo, Target(48)) for photo in photos]
    made = Renderer(tmp_path).render(assets, jobs)

    again = Renderer(tmp_path).render(Assets(), jobs)

    assert again == made
    assert len(files(tmp_path)) == 3


def test_a_target_that_is_missing_is_made_beside_those_kept(tmp_path: Path) -> None:
    assets, (photo,) = several(1)
    Renderer(tmp_path).render(assets, [(photo, Target(48))])

    made = Renderer(tmp_path).render(assets, [(photo, Target(48)), (photo, Target(24))])

    assert [picture.width for picture in made.values()] == [48, 24]
    assert made == Renderer(None).render(assets, [(photo, Target(48)), (photo, Target(24))])


def test_a_damaged_entry_is_made_again(tmp_path: Path) -> None:
    assets, (photo,) = several(1)
    made = Renderer(tmp_path).render(assets, [(photo, COLUMN)])
    before = files(tmp_path)
    next(tmp_path.iterdir()).write_bytes(b"\xff\xd8 nonsense")

    assert Renderer(tmp_path).render(assets, [(photo, COLUMN)]) == made
    assert files(tmp_path) == before


def test_progress_is_told_from_the_calling_thread_and_ends_at_the_total(tmp_path: Path) -> None:
    assets, photos = several(4)
    told: list[tuple[int, int, threading.Thread]] = []

    def progress(done: int, total: int) -> None:
        told.append((done, total, threading.current_thread()))

    Renderer(tmp_path).render(assets, [(photos[0], COLUMN)])
    Renderer(tmp_path).render(assets, [(photo, COLUMN) for photo in photos], progress)

    here = threading.current_thread()
    assert told == [(1, 4, here), (2, 4, here), (3, 4, here), (4, 4, here)]


def test_nothing_to_do_is_no_trouble() -> None:
    told: list[tuple[int, int]] = []

    assert Renderer(None).render(Assets(), [], lambda *step: told.append(step)) == {}
    assert told == [(0, 0)]


def test_a_photo_whose_bytes_are_missing_is_named() -> None:
    assets, photos = several(2)

    with pytest.raises(PressDeskError, match=r"“photo 1\.png”") as caught:
        Renderer(None).render(assets.only([photos[0].media]), [(photo, COLUMN) for photo in photos])

    assert caught.value.code == "PD-IMG-004"


def test_an_interruption_leaves_no_half_file_and_gives_up_the_rest(tmp_path: Path) -> None:
    assets, photos = several(40)

    def interrupt(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Renderer(tmp_path).render(assets, [(photo, COLUMN) for photo in photos], interrupt)

    kept = files(tmp_path)
    assert len(kept) < 40
    assert all(name.endswith(".jpg") for name in kept)
    before = threading.active_count()
    made = Renderer(tmp_path).render(assets, [(photo, COLUMN) for photo in photos])
    assert {name: files(tmp_path)[name] for name in kept} == kept
    assert made == Renderer(None).render(assets, [(photo, COLUMN) for photo in photos])
    assert threading.active_count() == before


def test_pillow_is_not_imported_when_everything_is_in_the_cache(tmp_path: Path) -> None:
    assets, (photo,) = several(1)
    Renderer(tmp_path).render(assets, [(photo, COLUMN)])
    program = f"""
import sys
from pathlib import Path
from pressdesk.model.assets import Assets
from pressdesk.model.photo import Photo
from pressdesk.photos.metadata import record, with_metadata
from pressdesk.photos.render import COLUMN, Renderer
photo = Photo(id="f1", media={photo.media!r}, suffix="png", width=96, height=64)
made = Renderer(Path({str(tmp_path)!r})).render(Assets(), [(photo, COLUMN)])
with_metadata(made[photo.media, COLUMN].data, record(photo, "The bridge"))
assert "PIL" not in sys.modules and "defusedxml" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True)
