"""The photos a source names: found beside it, read, and described by what the source says."""

import os
import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import unquote

from msgspec import Struct
from msgspec.structs import replace

from pressdesk.importers.assigned_ids import PHOTO, AssignedIds
from pressdesk.importers.findings import Findings
from pressdesk.model.assets import Assets, Source
from pressdesk.model.people import Person, people_named
from pressdesk.model.photo import Photo
from pressdesk.model.problem import Place, PressDeskError, Problem

LIMIT_PHOTOS = 1_990
"""A `.press` file has 2,000 parts at the most."""
LIMIT_TOTAL = 2_000_000_000
"""Bytes of all photos together, as in a `.press` file."""

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:|[/\\]")
_ROOTED = re.compile(r"[A-Za-z]:|[/\\]")


class Mention(Struct, frozen=True):
    """One place where a source names a picture, and what it says of it there."""

    path: str
    line: int
    values: dict[str, Any]
    """Fields of the photo."""


class Photos(Struct, frozen=True):
    """The photos of a source; the mappings are by path, as the source writes it."""

    photos: tuple[Photo, ...]
    ids: Mapping[str, str]
    captions: Mapping[str, str]
    """What the pictures' own metadata has as caption."""
    assets: Assets


class PhotoReader:
    """Finds and reads the photos of one source."""

    def __init__(
        self,
        folders: Sequence[Path],
        people: Iterable[Person],
        ids: AssignedIds,
        findings: Findings,
        *,
        reads_metadata: bool,
    ) -> None:
        self._folders = folders
        self._people = tuple(people)
        self._ids = ids
        self._findings = findings
        self._reads_metadata = reads_metadata

    def read(self, mentions: Sequence[Mention]) -> Photos:
        """Read the photos in the order they are first named; one picture is one photo.

        What the source does not say of a photo is taken from the photo itself.
        Raises PressDeskError: PD-IMP-004 with all pictures that are missing,
        PD-IMP-005 for one that lies elsewhere, PD-IMP-012 for too many, and
        those of ``photos.probe``.
        """
        files = self._found(mentions)
        photos: dict[str, Photo] = {}
        ids: dict[str, str] = {}
        captions: dict[str, str] = {}
        sources: dict[str, Source] = {}
        for path, file in files.items():
            photo, caption, source = self._photo(file)
            photo = photos.setdefault(photo.media, photo)
            sources.setdefault(photo.media, source)
            ids[path] = photo.media
            captions[path] = caption
        said = self._said(mentions, ids)
        made = {media: self._described(photo, said[media]) for media, photo in photos.items()}
        return Photos(
            photos=tuple(made.values()),
            ids={path: made[media].id for path, media in ids.items()},
            captions=captions,
            assets=Assets(sources),
        )

    def _found(self, mentions: Sequence[Mention]) -> dict[str, Path]:
        paths = {mention.path: mention.line for mention in mentions}
        for path in paths:
            if _is_elsewhere(path):
                raise self._refused(
                    "PD-IMP-005",
                    f"The picture “{path[:200]}” does not lie beside the text.",
                    "Save it in the folder of the text or below; nothing is fetched.",
                )
        if len(paths) > LIMIT_PHOTOS:
            why = f"It names {len(paths):,} pictures; the limit is {LIMIT_PHOTOS:,}."
            raise self._refused("PD-IMP-012", why, "Leave some out.")
        found = {path: self._locate(path) for path in paths}
        missing = [path for path, file in found.items() if file is None]
        if missing:
            names = ", ".join(f"“{path}”" for path in missing)
            why = f"{'These photos are' if len(missing) > 1 else 'This photo is'} missing: {names}."
            raise self._refused(
                "PD-IMP-004",
                why,
                "Put the photos where the text says, or name their folder with --photos.",
                tuple(
                    Problem(
                        code="PD-IMP-004",
                        severity="error",
                        message="The photo is missing.",
                        place=Place(file=self._findings.file, line=paths[path], text=path),
                    )
                    for path in missing
                ),
            )
        files = {path: file for path, file in found.items() if file is not None}
        total = sum(file.stat().st_size for file in set(files.values()))
        if total > LIMIT_TOTAL:
            why = f"Its photos have {total / 1e9:.1f} GB; the limit is {LIMIT_TOTAL / 1e9:.0f} GB."
            raise self._refused("PD-IMP-012", why, "Leave some out.")
        return files

    def _locate(self, path: str) -> Path | None:
        """Find a picture; names are as in a web address (``%20``), or as they are."""
        for folder in self._folders:
            for name in dict.fromkeys((unquote(path), path, path.replace("\\", "/"))):
                # os.path: unlike Path, it takes any name for one that may be absent.
                if os.path.isfile(folder / name):  # noqa: PTH113
                    return folder / name
        return None

    def _photo(self, file: Path) -> tuple[Photo, str, Source]:
        # Imported here: Pillow takes longer to load than a source without photos to import.
        from pressdesk.photos.formats import LIMIT_BYTES
        from pressdesk.photos.probe import photo_from

        size = file.stat().st_size
        if size > LIMIT_BYTES:
            why = f"The photo “{file.name}” has {size / 1e6:.1f} MB; the limit is 60 MB."
            raise self._refused("PD-IMG-002", why, "Save it smaller.")
        try:
            source = UnchangedFile(file)
            with source() as stream:
                data = stream.read()
        except OSError as error:
            why = f"The photo “{file.name}” cannot be read: {error.strerror or error}."
            raise self._refused("PD-IMP-004", why, "Check that you may read it.") from error
        photo, found = photo_from(data, file.name, "f")
        self._findings.extend(found.problems)
        if not self._reads_metadata:
            bare = Photo(
                id=photo.id,
                media=photo.media,
                suffix=photo.suffix,
                width=photo.width,
                height=photo.height,
                name=photo.name,
            )
            return bare, "", source
        named = [people_named(self._people, name) for name in found.fields.people]
        people = tuple(persons[0].id for persons in named if len(persons) == 1)
        return replace(photo, people=people), found.fields.caption, source

    def _said(
        self, mentions: Iterable[Mention], ids: Mapping[str, str]
    ) -> dict[str, dict[str, Any]]:
        """Put together what the source says of each photo; the first word counts."""
        said: dict[str, dict[str, Any]] = {media: {} for media in ids.values()}
        for mention in mentions:
            values = said[ids[mention.path]]
            for field, value in mention.values.items():
                if values.setdefault(field, value) != value:
                    message = f"“{field}” was given before for this photo; that stays."
                    self._findings.add(
                        "PD-IMP-046", "warning", message, line=mention.line, text=str(value)
                    )
        return said

    def _described(self, photo: Photo, said: Mapping[str, Any]) -> Photo:
        return replace(photo, id=self._ids.next(PHOTO), **said)

    def _refused(
        self, code: str, why: str, do: str, problems: tuple[Problem, ...] = ()
    ) -> PressDeskError:
        return PressDeskError(
            code,
            f"“{self._findings.file}” was not imported.",
            why,
            safe="Nothing was changed.",
            do=do,
            problems=problems,
        )


def _is_elsewhere(path: str) -> bool:
    """Tell whether a path leads out of the folder, however it is written."""
    if not path or _ELSEWHERE.match(path) or _ROOTED.match(unquote(path)):
        return True
    names = (name.replace("\\", "/") for name in (path, unquote(path)))
    return any(posixpath.normpath(name).split("/")[0] == ".." for name in names)


class UnchangedFile:
    """Opens a file as long as it is the one that was looked at first."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._state = self._look()

    def __call__(self) -> BinaryIO:
        """Open the file. Raises PressDeskError PD-IMP-008 where it was changed since."""
        try:
            if self._look() == self._state:
                return self._path.open("rb")
        except FileNotFoundError:
            pass
        raise PressDeskError(
            "PD-IMP-008",
            f"The photo “{self._path.name}” was not read.",
            "The file was changed or moved after the text was imported.",
            safe="Nothing was changed.",
            do="Put it back as it was, or import the text again.",
        )

    def _look(self) -> tuple[int, int]:
        state = self._path.stat()
        return state.st_size, state.st_mtime_ns
