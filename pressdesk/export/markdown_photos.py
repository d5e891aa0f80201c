"""Photos in Markdown: where each is described, and in which words."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import quote

from pressdesk.export.markdown_spans import write_attributes, write_spans, write_target
from pressdesk.export.yaml_text import Value
from pressdesk.model.body import Figure
from pressdesk.model.photo import Photo
from pressdesk.model.photo_notation import write_crop, write_focus, write_mark
from pressdesk.model.release import Release

_FIELDS = (
    "alt",
    *("description", "extended_description", "headline", "title", "creator", "job_title"),
    *("caption_writer", "credit", "source", "copyright", "usage", "license_url"),
    *("sublocation", "city", "state", "country", "country_code", "source_type"),
    "keywords",
    "taken",
    "people",
    "decorative",
    "rating",
    "consent",
    "consent_until",
    "use_until",
)
_NOT_IN_PATH = re.compile(r"[%:\\]|[^\S ]|[\x00-\x1f\x7f]")


class PhotoWriter:
    """Writes what is said of the photos, once for each, where it is first shown."""

    def __init__(
        self, release: Release, paths: Mapping[str, str], name_of: Callable[[str], str]
    ) -> None:
        self._photos = {photo.id: photo for photo in release.photos}
        self._paths = paths
        self._name_of = name_of
        self._first_uses: dict[str, str] = {}
        for figure in release.figures:
            self._first_uses.setdefault(figure.photo, figure.id)

    def figure(self, figure: Figure) -> str:
        """Write a figure as a paragraph of its own."""
        caption = write_spans(figure.caption)
        classes: list[str] = []
        values: list[tuple[str, str]] = []
        for key, value in self._said(figure):
            match value:
                case bool():
                    classes.append(key)
                case tuple() if key == "marks":
                    values += (("mark", mark) for mark in value)
                case tuple() if key == "people":
                    values.append((key, "; ".join(value)))
                case tuple() if _can_be_listed(value):
                    values.append((key, ", ".join(value)))
                case tuple():
                    values += (("keyword", word) for word in value)
                case _:
                    values.append((key, str(value)))
        target = write_target(self._file(figure.photo))
        return f"![{caption}]({target}){write_attributes(classes, values)}"

    def attached(self, figure: Figure) -> dict[str, Value]:
        """Give the keys of an attached photo."""
        record: dict[str, Value] = {"file": self._file(figure.photo)}
        if figure.caption:
            record["caption"] = write_spans(figure.caption, one_line=True)
        return record | dict(self._said(figure))

    def listed(self) -> Iterator[dict[str, Value]]:
        """Go through the photos in their order; none where that is the order of their use.

        Photos that are shown nowhere are described here.
        """
        if list(self._photos) == list(self._first_uses):
            return
        for photo in self._photos.values():
            said = {} if photo.id in self._first_uses else dict(self._description(photo))
            yield {"file": self._file(photo.id), **said}

    def _file(self, photo_id: str) -> str:
        def encoded(match: re.Match[str]) -> str:
            return quote(match[0], safe="")

        return _NOT_IN_PATH.sub(encoded, self._paths[photo_id])

    def _said(self, figure: Figure) -> Iterator[tuple[str, Value]]:
        if self._first_uses[figure.photo] == figure.id:
            yield from self._description(self._photos[figure.photo])

    def _description(self, photo: Photo) -> Iterator[tuple[str, Value]]:
        if photo.name != PurePosixPath(self._paths[photo.id]).name:
            yield "name", photo.name
        for field in _FIELDS:
            value = getattr(photo, field)
            if field == "people":  # where there are marks they follow from these
                value = () if photo.marks else tuple(map(self._name_of, value))
            if value:
                yield field.replace("_", "-"), value
        if photo.marks:
            yield "marks", tuple(write_mark(mark, self._name_of) for mark in photo.marks)
        if photo.crop and (crop := write_crop(photo.crop)):
            yield "crop", crop
        if photo.crop and (focus := write_focus(photo.crop)):
            yield "focus", focus


def _can_be_listed(words: tuple[str, ...]) -> bool:
    """Tell whether words with commas between them can be told apart again."""
    return all(word and "," not in word and word == word.strip() for word in words)
