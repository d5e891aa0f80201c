"""A real release through the command line: every word and picture in every file, by other readers.

What is expected is read from the source by plain means, and what was written by
programs that share nothing with ours: pandoc, an HTML parser, exiftool, the validators.
"""

import base64
import html
import re
import sys
import zipfile
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from openxml_audit import OpenXmlValidator
from PIL import Image, ImageOps

from pressdesk.cli import main
from tests.export.word import Word, pandoc
from tests.photos.pictures import private_tags, tags
from tests.web.tools import EVERY_VIEW, Page, browse, html_errors

NAMES = ("LI Jizhen", "BAI Chong-En", "LUO Jianbin", "ZHANG Yaqin")
TITLES = ("vice dean", "dean", "academician", "Institute for AI Industry Research")
CREDITS = {"launch": "Tsinghua SEM"}
"""Credits that the photos bring along; the source names none."""


class Written(NamedTuple):
    """The files of one export, and what the source says."""

    files: Mapping[str, Path]
    pictures: Path
    texts: list[str]
    captions: dict[str, str]
    """By stem of the photo's name, in order."""


def run(*words: str | Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["pressdesk", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
    assert ended.value.code == 0


@pytest.fixture(scope="module")
def real(seed: Path, tmp_path_factory: pytest.TempPathFactory) -> Written:
    folder = tmp_path_factory.mktemp("real")
    profile = ("--profile", folder / "profile")
    run("import", seed / "release.md", "-o", folder / "r.press", *profile)
    run("export", folder / "r.press", "-o", folder / "out", "--to", "all", *profile)
    files = {_kind(path): path for path in (folder / "out").iterdir() if path.is_file()}
    (pictures,) = [path for path in (folder / "out").iterdir() if path.is_dir()]
    body = (seed / "release.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    parts = [part.strip() for part in body.split("\n\n") if part.strip()]
    figures = {i: re.fullmatch(r"!\[(.*)\]\(photos/(\w+)\.jpg\)", p) for i, p in enumerate(parts)}
    captions = {found[2]: found[1] for found in figures.values() if found}
    texts = [found[1] if (found := figures[i]) else part for i, part in enumerate(parts)]
    assert len(captions) == 3
    assert len(texts) == 9
    return Written(files, pictures, texts, captions)


def _kind(path: Path) -> str:
    return "single" if path.stem.endswith("-single") else path.suffix[1:]


def assert_in_order(text: str, wanted: list[str]) -> None:
    page, place = " ".join(text.split()), 0
    for each in wanted:
        place = page.index(each, place) + len(each)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def words_of(page: Path) -> str:
    parser = _Words()
    parser.feed(page.read_text(encoding="utf-8"))
    return "".join(parser.words)


def test_every_text_stands_in_every_file_in_order(real: Written) -> None:
    for read in (
        pandoc(real.files["docx"]),
        words_of(real.files["html"]),
        words_of(real.files["single"]),
        real.files["txt"].read_text(encoding="utf-8"),
    ):
        assert_in_order(read, ['"Intelligent Manufacturing in China+" project begins'])
        assert_in_order(read, real.texts)
        assert_in_order(read, list(NAMES))
        for title in TITLES:
            assert title in " ".join(read.split())


def test_each_photo_has_its_caption_right_below_it(real: Written) -> None:
    word = Word(real.files["docx"].read_bytes())
    below = word.find("//w:p[.//wp:docPr]/following-sibling::w:p[1]")
    found = ["".join(each.itertext()) for each in below]
    page = real.files["html"].read_text(encoding="utf-8")
    captions = re.findall(
        r"<figure[^>]*>\s*<img[^>]*>\s*<figcaption>\s*<span class=\"caption\">(.*?)</span>",
        page,
    )
    assert [html.unescape(caption) for caption in captions] == list(real.captions.values())
    for caption, text in zip(real.captions.values(), found, strict=True):
        assert text.startswith(caption)


def pictures_of(real: Written) -> Iterator[tuple[str, bytes]]:
    """Go through all exported pictures, each with the stem of its photo's name."""
    stems = list(real.captions)
    with zipfile.ZipFile(real.files["docx"]) as archive:
        drawn = Word(real.files["docx"].read_bytes())
        targets = dict(
            zip(
                drawn.find("//rel:Relationship/@Id", "word/_rels/document.xml.rels"),
                drawn.find("//rel:Relationship/@Target", "word/_rels/document.xml.rels"),
                strict=True,
            )
        )
        for stem, used in zip(stems, drawn.find("//a:blip/@r:embed"), strict=True):
            yield stem, archive.read(f"word/{targets[used]}")
    page = real.files["single"].read_text(encoding="utf-8")
    embedded = re.findall(r'src="data:image/jpeg;base64,(.*?)"', page)
    for stem, data in zip(stems, embedded, strict=True):
        yield stem, base64.b64decode(data)
    beside = sorted(real.pictures.iterdir())
    assert len(beside) == 11  # two or three sizes for the page, one for the Markdown
    for path in beside:
        (stem,) = [stem for stem in stems if stem in path.name]
        yield stem, path.read_bytes()


def test_every_picture_tells_its_caption_and_credit_and_nothing_private(
    real: Written, tmp_path: Path
) -> None:
    for stem, data in pictures_of(real):
        found: dict[str, Any] = tags(data, tmp_path)
        assert private_tags(found) == set()
        assert not [tag for tag in found if re.search("GPS|Serial|Thumbnail", tag)]
        for group in ("XMP-dc:Description", "IPTC:Caption-Abstract"):
            assert found[group] == real.captions[stem]
        for group in ("XMP-photoshop:Credit", "IPTC:Credit"):
            assert found.get(group) == CREDITS.get(stem)


def test_every_picture_stands_as_its_photo_does(real: Written, seed: Path) -> None:
    originals: dict[str, Image.Image] = {}
    for stem in real.captions:
        with Image.open(seed / "photos" / f"{stem}.jpg") as photo:
            assert (photo.getexif().get(0x0112, 1) == 6) == (stem == "speech")
            originals[stem] = ImageOps.exif_transpose(photo).convert("RGB").resize((12, 12))
    for stem, data in pictures_of(real):
        with Image.open(BytesIO(data)) as picture:
            assert (picture.height > picture.width) == (stem == "speech")
            assert not picture.getexif()
            small = picture.convert("RGB").resize((12, 12))
        apart = [
            abs(a - b) for a, b in zip(small.tobytes(), originals[stem].tobytes(), strict=True)
        ]
        assert sum(apart) / len(apart) < 4


def test_the_word_file_keeps_the_standard(real: Written) -> None:
    result = OpenXmlValidator().validate(real.files["docx"])
    assert [str(error) for error in result.errors] == []


def test_the_pages_keep_the_standard_and_can_be_used_by_everyone(
    real: Written, tmp_path: Path
) -> None:
    pages = {name: real.files[name] for name in ("html", "single")}
    assert html_errors(list(pages.values())) == []
    wanted = [Page(name, path, axe=True, views=EVERY_VIEW) for name, path in pages.items()]
    for seen in browse(wanted, tmp_path).values():
        assert seen["violations"] == []
        assert (seen["ran"], seen["requests"], seen["missing"]) == ([], [], [])
        assert not seen["sideways"]
