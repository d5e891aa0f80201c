"""The pictures of a page carry the caption of their use, and nothing private."""

import base64
import re
from pathlib import Path
from typing import Any

import pytest

from pressdesk.export.html import write_html, write_html_single
from pressdesk.model.assets import Assets
from pressdesk.model.photo import Photo
from tests.builders import a_photo, a_release
from tests.export.jobs import BEFORE, EMBARGO, a_figure, a_job
from tests.photos.pictures import private_tags, tags


def seed_job(seed: Path, **fields: Any) -> Any:
    """A release with the three photos of the seed: GPS, serial numbers, a sideways one."""
    assets, photos, figures = Assets(), list[Photo](), []
    for number, name in enumerate(("launch.jpg", "speech.jpg", "professors.jpg"), 1):
        assets, media = assets.with_bytes((seed / "photos" / name).read_bytes())
        credit = f"Museum {number} 河"
        photos.append(a_photo(f"f{number}", media=media, name=name, credit=credit))
        figures.append(a_figure(f"f{number}", f"Caption {number}: 河流 “museum”.", f"g{number}"))
    release = a_release(photos=tuple(photos), body=tuple(figures), **fields)
    return a_job(release, assets, now=BEFORE)


@pytest.mark.parametrize("single", [False, True])
def test_each_picture_tells_its_caption_and_credit_and_nothing_private(
    seed: Path, tmp_path: Path, single: bool
) -> None:
    job = seed_job(seed)
    if single:
        source = write_html_single(job)[0].data.decode()
        pictures = [
            base64.b64decode(data)
            for data in re.findall(r'src="data:image/jpeg;base64,(.*?)"', source)
        ]
        numbers = [1, 2, 3]
    else:
        files = write_html(job)[1:]
        pictures = [file.data for file in files]
        numbers = [int(file.path.split("/")[1][:2]) for file in files]
    assert set(numbers) == {1, 2, 3}
    for number, picture in zip(numbers, pictures, strict=True):
        found = tags(picture, tmp_path)
        assert private_tags(found) == set()
        assert found["XMP-dc:Description"] == f"Caption {number}: 河流 “museum”."
        assert found["IPTC:Caption-Abstract"] == f"Caption {number}: 河流 “museum”."
        assert found["XMP-photoshop:Credit"] == f"Museum {number} 河"
        assert found["IPTC:Credit"] == f"Museum {number} 河"


def test_the_sideways_photo_stands_upright_in_the_page(seed: Path) -> None:
    source = write_html(seed_job(seed))[0].data.decode()
    (size,) = re.findall(r'02-speech-\d+\.jpg" .*?width="(\d+)" height="(\d+)"', source)
    assert int(size[1]) > int(size[0])
    assert 'id="g2" class="photo tall"' in source


def test_an_embargo_is_told_in_each_picture_while_it_lies_ahead(seed: Path, tmp_path: Path) -> None:
    job = seed_job(seed, embargo=EMBARGO)
    for file in write_html(job)[1:]:
        told = tags(file.data, tmp_path)["XMP-photoshop:Instructions"]
        assert told == "Embargoed until 6 March 2026, 16:00 CST (08:00 UTC)"
