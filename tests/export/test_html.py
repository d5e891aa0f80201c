"""The web page holds the whole release, marked for its stage, and nothing that runs or loads."""

import base64
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from pressdesk.export.html import write_html, write_html_single
from pressdesk.export.html_pictures import addressed
from pressdesk.export.html_reader import Page, read_page
from pressdesk.export.job import File
from pressdesk.export.view import body_texts
from pressdesk.model.body import Heading, Span
from pressdesk.model.framing import Box, Crop
from pressdesk.model.people import Contact
from pressdesk.model.problem import PressDeskError
from pressdesk.model.release import Release
from tests.builders import a_paragraph, a_photo, a_release
from tests.export.jobs import (
    BEFORE,
    a_figure,
    a_job,
    a_pack,
    a_rich_release,
    photographed,
)


def source_of(files: Sequence[File]) -> str:
    return files[0].data.decode()


def page(release: Release | None = None, assets: Any = None, **given: Any) -> Page:
    return read_page(source_of(write_html(a_job(release or a_release(), assets, **given))))


def metadata(source: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', source)
    return dict(found)


def test_every_text_of_the_release_is_in_the_page_in_order() -> None:
    release, assets = a_rich_release()
    job = a_job(release, assets)
    text = " ".join(read_page(source_of(write_html(job))).text.split())
    place = 0
    for expected in body_texts(job.view):
        place = text.index(" ".join(expected.split()), place) + 1
    for field in (
        *("Lakeford University", "Latest News", release.headline, release.deck, "# # #"),
        *("HARLOW Mira", "哈罗美", "director, River Museum", "moderator", "Also named", "mayor"),
        *("About the River Museum", "Founded in 1971.", "Jo Petrov", "press@lakeford.example"),
        *("+86 10 5555 0199 ext. 4", "Note to editors", "Interviews can be arranged."),
        *("The mill towers at night", "© 2026 Lakeford University", "For immediate release"),
    ):
        assert field in text


def test_a_release_of_one_paragraph_has_no_empty_sections() -> None:
    source = source_of(write_html(a_job(a_release())))
    body = source[source.index("<body>") :]
    assert "<section" not in body
    assert "<nav" not in body
    assert "<footer" not in body
    assert 'class="deck"' not in body
    assert re.search(r"<(\w+)[^>]*>\s*</\1>", body) is None


def test_contacts_can_be_written_to_and_called() -> None:
    release, assets = a_rich_release()
    source = source_of(write_html(a_job(release, assets)))
    assert '<a href="mailto:press@lakeford.example">press@lakeford.example</a>' in source
    assert '<a href="tel:+861055550100">+86 10 5555 0100</a>' in source
    assert "<span>+86 10 5555 0199 ext. 4</span>" in source


@pytest.mark.parametrize(
    ("email", "phone"),
    [
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("a@b.example?subject=x", "call me"),
        ('a"onclick="alert(1)@b.example', "+49;ext=1"),
        ("Jo <jo@b.example>", "12"),
    ],
)
def test_what_is_no_address_and_no_number_is_not_linked(email: str, phone: str) -> None:
    contact = Contact(id="c1", email=email, phone=phone)
    source = source_of(write_html(a_job(a_release(contacts=(contact,)))))
    assert "<a " not in source
    assert email in read_page(source).text
    assert phone in read_page(source).text


def test_the_page_says_its_language_and_direction() -> None:
    assert '<html lang="ar" dir="rtl">' in source_of(write_html(a_job(a_release(language="ar"))))


def test_a_final_is_for_everybody() -> None:
    release, assets = a_rich_release(embargo=None)
    files = write_html(a_job(release, assets))
    found = read_page(source_of(files))
    assert found.robots == ""
    assert "DRAFT" not in found.text
    assert found.title == "River museum opens its new wing — Lakeford University"
    assert json.loads(found.data)["headline"] == release.headline
    assert metadata(source_of(files))["og:title"] == release.headline


def test_a_draft_is_marked_and_tells_machines_nothing() -> None:
    release, assets = a_rich_release(embargo=None)
    files = write_html(a_job(release, assets, stage="draft"))
    found = read_page(source_of(files))
    stamp = re.compile(r"DRAFT v3 · March 4, 2026 14:05 · [0-9a-f]{7}")
    assert stamp.match(found.title)
    assert stamp.search(found.text)
    assert "Not for publication" in found.text
    assert found.robots == "noindex"
    assert found.data == ""
    assert not any(name.startswith(("og:", "twitter:")) for name in metadata(source_of(files)))
    assert files[0].path.startswith("river-museum-opens-DRAFT-v3-2026-03-04-")


@pytest.mark.parametrize("stage", ["draft", "final"])
def test_a_page_under_embargo_says_so_and_tells_machines_nothing(stage: str) -> None:
    release, assets = a_rich_release()
    found = page(release, assets, stage=stage, now=BEFORE)
    first = found.text.index("Embargoed until 6 March 2026, 16:00 CST (08:00 UTC)")
    assert first < found.text.index(release.headline)
    assert found.robots == "noindex"
    assert found.data == ""
    assert "og:title" not in found.strings


def test_a_page_after_its_embargo_dates_itself_by_it() -> None:
    release, assets = a_rich_release()
    found = page(release, assets)
    assert "Embargoed" not in found.text
    assert json.loads(found.data)["datePublished"] == "2026-03-06T08:00:00+00:00"


@pytest.mark.parametrize("stage", ["draft", "final"])
def test_every_page_carries_its_identity(stage: str) -> None:
    job = a_job(a_release(version=4), stage=stage)
    names = metadata(source_of(write_html(job)))
    assert names["pressdesk:release"] == "11111111-2222-4333-8444-555555555555"
    assert names["pressdesk:version"] == "4"
    assert names["pressdesk:sha256"] == job.view.hash


def test_pictures_stand_beside_the_page_in_each_size_once() -> None:
    release, assets = a_rich_release()
    source, *pictures = write_html(a_job(release, assets))
    folder = "river-museum-opens-photos"
    assert [picture.path for picture in pictures] == [
        f"{folder}/01-bridge-1-640.jpg",
        f"{folder}/01-bridge-1-1280.jpg",
        f"{folder}/01-bridge-1-1300.jpg",
        f"{folder}/02-bridge-2-600.jpg",
        f"{folder}/03-bridge-3-640.jpg",
        f"{folder}/01-bridge-1-card.jpg",
    ]
    text = source.data.decode()
    assert (
        f'<img src="{folder}/01-bridge-1-1280.jpg" srcset="{folder}/01-bridge-1-640.jpg 640w,'
        f' {folder}/01-bridge-1-1280.jpg 1280w, {folder}/01-bridge-1-1300.jpg 1300w"'
    ) in text
    assert 'width="1280" height="788"' in text
    named = set(re.findall(rf"{folder}/[^ \"]+\.jpg", text))
    assert named == {picture.path for picture in pictures}


def test_no_picture_is_larger_than_the_largest_size() -> None:
    assets, photos = photographed((2100, 1400))
    _, *pictures = write_html(a_job(a_release(photos=photos, body=(a_figure(),)), assets))
    assert [picture.path.rsplit("-", 1)[1] for picture in pictures] == [
        *("640.jpg", "1280.jpg", "1920.jpg", "card.jpg"),
    ]


def test_one_photo_with_two_captions_gives_two_pictures_and_with_one_caption_one() -> None:
    assets, photos = photographed((300, 200))
    uses = (a_figure(block_id="g1"), a_figure(block_id="g2"), a_figure("f1", "Other.", "g3"))
    _, *pictures = write_html(a_job(a_release(photos=photos, body=uses), assets))
    assert [picture.path[-19:] for picture in pictures] == [
        "01-bridge-1-300.jpg",
        "03-bridge-1-300.jpg",
        "1-bridge-1-card.jpg",
    ]
    assert "Other." in pictures[1].data.decode(errors="replace")


def test_names_of_any_script_make_addresses_that_a_browser_reads() -> None:
    assets, photos = photographed((300, 200), name="玻璃 桥#?%.jpg")
    release = a_release(photos=photos, body=(a_figure(),), slug="河流")
    source, picture, _ = write_html(a_job(release, assets))
    assert picture.path == "河流-photos/01-玻璃-桥-300.jpg"
    assert (
        'src="%E6%B2%B3%E6%B5%81-photos/01-%E7%8E%BB%E7%92%83-%E6%A1%A5-300.jpg"'
        in source.data.decode()
    )


def test_a_photo_without_a_name_is_called_photo() -> None:
    assets, photos = photographed((300, 200), name="…")
    _, picture, _ = write_html(a_job(a_release(photos=photos, body=(a_figure(),)), assets))
    assert picture.path.endswith("/01-photo-300.jpg")


def test_the_page_in_one_file_holds_its_pictures() -> None:
    release, assets = a_rich_release()
    job = a_job(release, assets)
    (file,) = write_html_single(job)
    source = file.data.decode()
    assert file.path == "river-museum-opens-single.html"
    embedded = re.findall(r'src="data:image/jpeg;base64,([^"]+)"', source)
    assert len(embedded) == 3
    assert base64.b64decode(embedded[0]) == write_html(job)[2].data
    assert "srcset" not in source
    assert "og:image" not in source
    assert ".jpg" not in source


@pytest.mark.parametrize("count", [0, 1, 12])
def test_any_number_of_photos_is_shown(count: int) -> None:
    assets, photos = photographed(*[(300, 200 + number) for number in range(count)])
    placed, attached = photos[: count // 2], photos[count // 2 :]
    release = a_release(
        photos=photos,
        body=(a_paragraph(), *(a_figure(each.id, "", f"g{each.id}") for each in placed)),
        attached=tuple(a_figure(each.id, "", f"g{each.id}") for each in attached),
    )
    source, *pictures = write_html(a_job(release, assets))
    assert source.data.count(b"<img ") == count
    assert len(pictures) == count + bool(count)  # and the card of the first one
    assert (b"More photos" in source.data) == bool(attached)


def test_two_exports_are_equal_to_the_byte() -> None:
    release, assets = a_rich_release()
    for write in (write_html, write_html_single):
        assert write(a_job(release, assets)) == write(a_job(release, assets))


def test_a_dateline_that_finds_no_paragraph_is_not_lost() -> None:
    release = a_release(body=(Heading(id="b1", spans=(Span("Head"),)),))
    assert "LAKEFORD, Norland, March 5, 2026 —\n" in page(release).text


def test_a_draft_without_a_headline_has_a_title_all_the_same() -> None:
    found = page(a_release(headline=""), stage="draft")
    assert found.title.endswith(" — News release")


def test_a_broken_template_is_refused_with_its_place(tmp_path: Path) -> None:
    html = a_job(a_release()).pack.html.read_text(encoding="utf-8")
    pack = a_pack(tmp_path, html=html.replace("{{ deck }}", "{{ dek }}"))
    with pytest.raises(PressDeskError) as caught:
        write_html(a_job(a_release(), pack=pack))
    assert caught.value.code == "PD-TPL-010"
    assert "release.html, line 44: There is no field “dek”. Did you mean “deck”?" in str(
        caught.value
    )
    assert caught.value.problems[0].place.line == 44


def test_a_template_with_several_faults_tells_how_many(tmp_path: Path) -> None:
    html = a_job(a_release()).pack.html.read_text(encoding="utf-8")
    pack = a_pack(tmp_path, html=html.replace("{{ metadata }}", "").replace("{{ body }}", ""))
    with pytest.raises(PressDeskError, match=r"has 2 faults, the first in release\.html: "):
        write_html(a_job(a_release(), pack=pack))


def test_a_template_that_cannot_be_filled_is_refused_with_its_place(tmp_path: Path) -> None:
    html = a_job(a_release()).pack.html.read_text(encoding="utf-8")
    pack = a_pack(tmp_path, html=html.replace("{{ deck }}", "{{ deck < 3 }}"))
    with pytest.raises(PressDeskError) as caught:
        write_html(a_job(a_release(deck="A deck"), pack=pack))
    assert caught.value.code == "PD-TPL-005"
    assert caught.value.problems[0].place.line == 44


@pytest.mark.parametrize(
    ("part", "instead"),
    [
        ("{{ body }}", "{% if not headline %}{{ body }}{% endif %}"),
        ("{{ attached }}", "{% if not headline %}{{ attached }}{% endif %}"),
        ("{{ headline }}", "{% if not headline %}{{ headline }}{% endif %}"),
        ("{{ stamp }}", "{% if not headline %}{{ stamp }}{% endif %}"),
        ("{{ release_line }}", "{% if not headline %}{{ release_line }}{% endif %}"),
        ("{{ metadata }}", "{% if not headline %}{{ metadata }}{% endif %}"),
    ],
)
def test_a_template_that_hides_what_must_be_seen_gives_no_file(
    tmp_path: Path, part: str, instead: str
) -> None:
    release, assets = a_rich_release()
    html = a_job(release, assets).pack.html.read_text(encoding="utf-8")
    pack = a_pack(tmp_path, html=html.replace(part, instead))
    with pytest.raises(PressDeskError) as caught:
        write_html(a_job(release, assets, pack=pack, stage="draft", now=BEFORE))
    assert caught.value.code == "PD-EXP-007"


def test_the_reader_finds_text_strings_and_hazards() -> None:
    found = read_page(
        "<title>A &amp; b</title><meta name=robots content=noindex><p>One<b>two</b><br>three</p>"
        '<img alt="a < b" src=https://example.org/a><script>x</script><style>@import "a"</style>'
    )
    assert found.title == "A & b"
    assert found.robots == "noindex"
    assert found.text.split() == ["Onetwo", "three"]
    assert "a < b" in found.strings
    assert [hazard.code for hazard in found.hazards] == ["PD-TPL-032", "PD-TPL-031", "PD-TPL-033"]


def test_an_addressed_picture_has_the_size_of_its_crop() -> None:
    crop = Crop(box=Box(0.25, 0.0, 0.5, 1.0))
    photo = a_photo(width=1800, height=1200, crop=crop)
    release = a_release(photos=(photo,), body=(a_figure(),))
    (shown,) = addressed(release, lambda photo, target: f"{photo.id}/{target.width_px}").values()
    assert (shown.width, shown.height) == (900, 1200)
    assert shown.srcset == "f1/640 640w, f1/1280 900w"
