"""A release as Markdown with front matter, in the form `pressdesk import` reads back."""

import re
from collections.abc import Container, Mapping, Sequence
from pathlib import PurePath

from msgspec.structs import replace

from pressdesk.export.front_matter import write_front_matter
from pressdesk.export.job import File, Job
from pressdesk.export.markdown_body import without_empty_blocks, write_body
from pressdesk.export.markdown_photos import PhotoWriter
from pressdesk.export.markdown_spans import write_spans
from pressdesk.model.body import Span
from pressdesk.model.people import people_named
from pressdesk.model.photo import Photo
from pressdesk.model.release import Release, cleaned
from pressdesk.model.rows import photo_frame
from pressdesk.model.slug import slugify
from pressdesk.photos.target import WEB

_SUFFIXES = {"jpg": (".jpg", ".jpeg"), "tif": (".tif", ".tiff")}
_SAFE = re.compile(r"[\w-]+(?:[ .][\w-]+)*\.\w+")


def write_markdown(release: Release, photo_paths: Mapping[str, str]) -> str:
    """Write a release as the text of a Markdown file.

    ``photo_paths`` gives, by id of the photo, where it lies as seen from that
    file, with ``/`` between folders; each photo has a path of its own. Imported
    again, the text gives the release as ``cleaned`` makes it, without its empty
    blocks. What refers to a person or photo that is not there raises KeyError.
    """
    release = cleaned(release)[0]
    release = replace(release, body=without_empty_blocks(release.body))

    def name_of(person_id: str) -> str:
        return _name_meaning(release, person_id)

    def written_name_of(person_id: str) -> str:
        return write_spans((Span(name_of(person_id)),), one_line=True)

    photos = PhotoWriter(release, photo_paths, name_of)
    body = write_body(release.body, written_name_of, photos.figure)
    front = write_front_matter(release, photos, name_of)
    return f"{front}\n\n{body}\n" if body else f"{front}\n"


def _name_meaning(release: Release, person_id: str) -> str:
    """Give the name of a person, or a number where an import would not know whom it means."""
    person = release.person(person_id)
    is_clear = people_named(release.people, person.name) == (person,)
    if is_clear and not set(person.name) & set("#;\\="):
        return person.name
    return f"#p{release.people.index(person) + 1}"


def write_markdown_files(job: Job) -> Sequence[File]:
    """Write the Markdown file and the photos beside it: renditions, or the kept originals.

    Without the originals, photos that are shown nowhere are left out: there is
    no rendition of them. What is cropped is then so in the picture, and marks stand
    where they are seen there.
    """
    release = job.release
    shown = {figure.photo: figure.id for figure in reversed(release.figures)}
    if not job.originals:
        kept = tuple(_as_rendered(photo) for photo in release.photos if photo.id in shown)
        release = replace(release, photos=kept)
    files: dict[str, File] = {}
    paths: dict[str, str] = {}
    for photo in release.photos:
        suffix = photo.suffix if job.originals else "jpg"
        path = f"{job.stem}-photos/{_file_name(photo.name, suffix)}"
        paths[photo.id] = path = _unlike(path, files)
        if job.originals:
            data = job.assets.read(photo.media)
        else:
            data = job.pictures.of(shown[photo.id], WEB[-1]).data
        files[path.casefold()] = File(path, data)
    text = write_markdown(release, paths)
    return (File(f"{job.stem}.md", text.encode()), *files.values())


def _as_rendered(photo: Photo) -> Photo:
    frame = photo_frame(photo)
    placed = ((mark, frame.place(mark.box, photo.size)) for mark in photo.marks)
    marks = tuple(replace(mark, box=box) for mark, box in placed if box)
    return replace(photo, crop=None, marks=marks)


def _file_name(name: str, suffix: str) -> str:
    """Keep the name a photo came with, where it can stand on every disk and in a link."""
    path = PurePath(name)
    slug = slugify(path.stem) or "photo"
    is_of_kind = path.suffix.lower() in _SUFFIXES.get(suffix, (f".{suffix}",))
    is_safe = _SAFE.fullmatch(name) and len(name.encode()) <= 120 and not slug.startswith("_")
    return name if is_of_kind and is_safe else f"{slug}.{suffix}"


def _unlike(path: str, taken: Container[str]) -> str:
    """Put a number into a path that another one has already, if only in other case."""
    stem, dot, suffix = path.rpartition(".")
    number = 2
    while path.casefold() in taken:
        path = f"{stem}-{number}{dot}{suffix}"
        number += 1
    return path
