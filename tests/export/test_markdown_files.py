"""The photos beside Markdown: as they are, with their recipes, or as they are shown."""

from msgspec.structs import replace

from pressdesk.export.markdown import write_markdown_files
from pressdesk.model.framing import Box, Crop
from pressdesk.model.photo_edits import set_crop, set_marks
from pressdesk.model.release import Release
from tests.builders import a_mark, a_person, a_release
from tests.export.jobs import a_figure, a_job, photographed
from tests.photos.pictures import sha256


def _cropped() -> tuple[Release, object]:
    assets, photos = photographed((1200, 800))
    release = a_release(people=(a_person(),), photos=photos, body=(a_figure(),))
    marks = (a_mark("p1", 0.6, 0.2), a_mark(name="Jo Petrov", left=0.05))
    crop = Crop(box=Box(0.5, 0.0, 0.5, 1.0))
    return set_crop(set_marks(release, "f1", marks), "f1", crop), assets


def test_beside_renditions_marks_stand_where_they_are_seen_and_no_crop_is_left() -> None:
    release, assets = _cropped()
    text, picture = write_markdown_files(a_job(release, assets))  # type: ignore[arg-type]
    assert 'mark="mp1 0.2 0.2 0.2 0.15 0 Mira Harlow"' in text.data.decode()
    assert "crop" not in text.data.decode()
    assert "Jo Petrov" not in text.data.decode()
    assert picture.path.endswith(".jpg")


def test_beside_originals_everything_is_kept() -> None:
    release, assets = _cropped()
    job = replace(a_job(release, assets), originals=True)  # type: ignore[arg-type]
    text, picture = write_markdown_files(job)
    words = text.data.decode()
    assert 'crop="0.5 0 0.5 1 0"' in words
    assert 'mark="mjo 0.05 0.2 0.1 0.15 0 =Jo Petrov"' in words
    assert 'people="' not in words
    assert sha256(picture.data) == release.photo("f1").media
