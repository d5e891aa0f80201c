"""The pictures of a web page: files beside it, or embedded in it."""

from base64 import b64encode
from collections.abc import Callable
from pathlib import PurePath
from urllib.parse import quote

from pressdesk.export.html_body import Shown, Shows
from pressdesk.export.job import File, Job
from pressdesk.export.view import FigureView
from pressdesk.model.photo import Photo
from pressdesk.model.release import Release
from pressdesk.model.rows import photo_frame
from pressdesk.model.slug import slugify
from pressdesk.photos.render import LEAD, WEB, Target

MIDDLE = min(WEB, key=lambda target: abs(target.width_px - 1280))
"""What a browser without ``srcset`` gets, and what the page in one file embeds."""


def beside(job: Job) -> tuple[Shows, tuple[File, ...]]:
    """Give the pictures as files in a folder beside the page, each size once.

    A photo smaller than a target gives the size it has, so that two targets
    can give one picture; it is written once.
    """
    paths: dict[bytes, str] = {}
    shows: dict[str, Shown] = {}
    for number, figure in enumerate(job.release.figures, 1):
        photo = job.release.photo(figure.photo)
        name = _name(photo)
        pictures = {target: job.pictures.of(figure.id, target) for target in WEB}
        sizes: dict[int, str] = {}
        for picture in pictures.values():
            path = f"{job.stem}-photos/{number:02}-{name}-{picture.width}.jpg"
            sizes[picture.width] = paths.setdefault(picture.data, path)
        middle = pictures[MIDDLE]
        srcset = ", ".join(f"{quote(path)} {width}w" for width, path in sorted(sizes.items()))
        shows[figure.id] = Shown(
            src=quote(sizes[middle.width]),
            width=middle.width,
            height=middle.height,
            srcset=srcset if len(sizes) > 1 else "",
        )
    return shows, tuple(File(path, data) for data, path in paths.items())


def card(job: Job, figure: FigureView) -> tuple[Shown, File]:
    """Give the picture to which a link to the page unfolds, as a file beside the page."""
    picture = job.pictures.of(figure.id, LEAD)
    number = [each.id for each in job.release.figures].index(figure.id) + 1
    path = f"{job.stem}-photos/{number:02}-{_name(job.release.photo(figure.photo))}-card.jpg"
    shown = Shown(src=quote(path), width=picture.width, height=picture.height)
    return shown, File(path, picture.data)


def _name(photo: Photo) -> str:
    return slugify(PurePath(photo.name).stem, letters=40) or "photo"


def addressed(release: Release, address: Callable[[Photo, Target], str]) -> Shows:
    """Give the pictures of the page's widths by addresses; none of them is made for it."""
    shows: dict[str, Shown] = {}
    for figure in release.figures:
        photo = release.photo(figure.photo)
        shown = photo_frame(photo)
        full = max(round(shown.width), 1)
        sizes: dict[int, str] = {}
        for target in WEB:
            sizes.setdefault(min(target.width_px, full), address(photo, target))
        width = min(MIDDLE.width_px, full)
        srcset = ", ".join(f"{each} {width}w" for width, each in sorted(sizes.items()))
        shows[figure.id] = Shown(
            src=sizes[width],
            width=width,
            height=max(round(shown.height * width / shown.width), 1),
            srcset=srcset if len(sizes) > 1 else "",
        )
    return shows


def embedded(job: Job) -> Shows:
    """Give the pictures as data in the page itself."""
    shows: dict[str, Shown] = {}
    for figure in job.release.figures:
        picture = job.pictures.of(figure.id, MIDDLE)
        src = f"data:image/jpeg;base64,{b64encode(picture.data).decode()}"
        shows[figure.id] = Shown(src=src, width=picture.width, height=picture.height)
    return shows
