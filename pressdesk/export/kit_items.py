"""What a press kit tells of each of its pictures, and the words for it."""

from collections.abc import Iterator
from pathlib import PurePath

from msgspec import Struct

from pressdesk.export.html_body import figures
from pressdesk.export.job import Job
from pressdesk.export.view import FigureView
from pressdesk.model.body import plain
from pressdesk.model.identification import entries, main_language, names
from pressdesk.model.photo import Photo
from pressdesk.model.release import Release
from pressdesk.model.slug import slugify

LABELS = {
    "en": {
        "kit": "Press kit",
        "caption": "Caption",
        "people": "In the picture",
        "credit": "Credit",
        "creator": "Photographer",
        "copyright": "Copyright",
        "usage": "Usage terms",
        "until": "May be used until",
        "alt": "Alternative text",
        "full": "Full size",
        "web": "For the web",
        "pixels": "pixels",
        "rights": "Rights",
        "place": "Place shown",
        "license": "Terms on the web",
        "none": "There are no pictures in this kit.",
    },
    "zh": {
        "kit": "新闻图片包",
        "caption": "图片说明",
        "people": "图中人物",
        "credit": "署名",
        "creator": "摄影",
        "copyright": "版权",
        "usage": "使用条款",
        "until": "使用期限至",
        "alt": "替代文字",
        "full": "原尺寸",
        "web": "网络用",
        "pixels": "像素",
        "rights": "权利说明",
        "place": "画面地点",
        "license": "网上条款",
        "none": "本图片包内没有图片。",
    },
}
"""The kit's own words; a release in another language gets the English ones."""

_NAMED = 3
"""People whose names go into that of a file."""


class Item(Struct, frozen=True, kw_only=True):
    """A picture of the kit, with the caption of its first use."""

    figure: str
    """Id of that use."""
    name: str
    """Of its files: ``01_keller-berg_river-museum.jpg``."""
    caption: str
    credit: str
    alt: str
    people: tuple[str, ...]
    photo: Photo


def labels(job: Job) -> dict[str, str]:
    """Give the kit's words in the language of the release."""
    return LABELS.get(main_language(job.release.language), LABELS["en"])


def items(job: Job) -> tuple[Item, ...]:
    """List the photos of the release as they are first used, each once."""
    release = job.release
    first_uses: dict[str, FigureView] = {}
    for figure in figures(job.view):
        first_uses.setdefault(figure.photo, figure)
    digits = max(len(str(len(first_uses))), 2)
    return tuple(
        Item(
            figure=figure.id,
            name=f"{number:0{digits}}_{_stem(release.photo(photo), release)}.jpg",
            caption=plain(figure.caption),
            credit=figure.credit,
            alt=figure.alt,
            people=names(release.photo(photo), release),
            photo=release.photo(photo),
        )
        for number, (photo, figure) in enumerate(first_uses.items(), 1)
    )


def _stem(photo: Photo, release: Release) -> str:
    """Say who is in the picture, or what the photo was called, and what the release is about."""
    who = "-".join(_who(photo, release))
    stem = slugify(who or PurePath(photo.name).stem, letters=40, octets=80) or "photo"
    about = slugify(release.slug or release.headline, letters=40, octets=80)
    return f"{stem}_{about}" if about else stem


def _who(photo: Photo, release: Release) -> Iterator[str]:
    people = [each for row in entries(photo, release) for each in row if each.is_known]
    for entry in people[:_NAMED]:
        person = entry.person
        if person is None:
            yield entry.name.split()[-1] if entry.name.strip() else ""
        else:
            yield person.family or person.name or person.native
    if len(people) > _NAMED:
        yield "et-al"
