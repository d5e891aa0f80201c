import pytest
from msgspec.structs import replace

from pressdesk.export.exporter import export_problems, export_release, export_stem, is_broken
from pressdesk.export.formats import FORMATS, file_names
from pressdesk.model.assets import Assets
from pressdesk.model.body import Figure, Span
from pressdesk.model.problem import PressDeskError
from pressdesk.photos.render import Renderer
from tests.builders import a_paragraph, a_photo, a_release
from tests.export.jobs import AFTER, NEWS, SAVED
from tests.photos.pictures import a_picture, encoded


def export(release, assets, stage):
    return export_release(
        release,
        assets,
        NEWS,
        formats=FORMATS,
        stage=stage,
        now=AFTER,
        saved=SAVED,
        renderer=Renderer(None, workers=1),
    )


@pytest.fixture
def pictured():
    assets, media = Assets().with_bytes(encoded(a_picture()))
    figure = Figure(id="b2", photo="f1", caption=(Span("A bridge."),))
    photo = a_photo(media=media, alt="")
    return a_release(body=(a_paragraph(), figure), photos=(photo,)), assets


def test_the_names_told_before_are_those_written(pictured):
    release, assets = pictured
    stem = export_stem(release, NEWS, stage="draft", now=AFTER, saved=SAVED)
    told = file_names(stem, FORMATS, has_photos=True)
    files = [file.path for file in export(release, assets, "draft").files]
    folders = {f"{path.partition('/')[0]}/" for path in files if "/" in path}
    assert set(told) == {path for path in files if "/" not in path} | folders


def test_there_is_no_folder_of_photos_without_photos():
    assert file_names("museum", ("docx", "html", "md"), has_photos=False) == (
        "museum.docx",
        "museum.html",
        "museum.md",
    )
    assert file_names("museum", ("docx", "txt"), has_photos=True) == ("museum.docx", "museum.txt")


def test_the_problems_told_before_are_those_of_the_export(pictured):
    release, assets = pictured
    before = export_problems(release, NEWS, "draft")
    assert before == export(release, assets, "draft").problems
    assert "PD-EXP-004" in {problem.code for problem in before}
    with pytest.raises(PressDeskError) as caught:
        export(release, assets, "final")
    assert caught.value.problems == export_problems(release, NEWS, "final")


def test_a_figure_without_its_photo_is_told_and_refused(pictured):
    release, assets = pictured
    release = replace(release, photos=())
    assert any(map(is_broken, export_problems(release, NEWS, "draft")))
    with pytest.raises(PressDeskError, match="PD-EXP-003"):
        export(release, assets, "draft")
