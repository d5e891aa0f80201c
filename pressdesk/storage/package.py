"""The `.press` file: one zip archive that holds a release and its photos."""

import datetime as dt
import hashlib
import io
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Annotated, BinaryIO, TypeVar
from uuid import UUID

import msgspec
from msgspec import Meta, Struct

from pressdesk.model.assets import Assets, Source
from pressdesk.model.problem import Place, PressDeskError, Problem, Problems
from pressdesk.model.release import Release, dangling
from pressdesk.storage.archive import Archive, damaged
from pressdesk.storage.article import decode_article, encode_article
from pressdesk.storage.atomic import UNCONFIRMED, replace_file
from pressdesk.storage.disk import DISK, Disk
from pressdesk.storage.held import HeldFile, Seen
from pressdesk.storage.migrate import VERSIONS
from pressdesk.storage.packing import stored_entries, write_archive
from pressdesk.storage.strict_json import JsonError, read_json
from pressdesk.storage.unknown import Unknown

MIMETYPE = b"application/vnd.pressdesk.release+zip"
VERSION = VERSIONS[-1]
READER = 1
"""A file whose ``min_reader`` is higher is opened for reading only."""


T = TypeVar("T")


class Part(Struct, frozen=True):
    """What the manifest says of a part."""

    sha256: str
    size: int


class Manifest(Struct, frozen=True, kw_only=True):
    """``manifest.json``: which save this file is, and what belongs to it."""

    format: str
    version: str
    min_reader: int
    doc_id: UUID
    save_id: UUID
    parent_save_id: UUID | None = None
    saved_at: Annotated[dt.datetime, Meta(tz=True)]
    parts: dict[str, Part]


class Package(Struct, frozen=True, kw_only=True):
    """A release as it lies in a file, with what this program carries through unread."""

    release: Release
    assets: Assets
    manifest: Manifest
    held: HeldFile | None = None
    """The file itself, from which photos are read and copied."""
    read_only: bool = False
    """True: the file is of a newer format and must not be saved over."""
    problems: Problems = ()
    unknown: Unknown = {}
    extensions: Mapping[str, bytes] = {}


class UnconfirmedError(PressDeskError):
    """A save that is in its place, which the disk did not confirm."""

    def __init__(self, error: PressDeskError, package: Package) -> None:
        super().__init__(error.code, error.what, error.why, safe=error.safe, do=error.do)
        self.package = package
        """What the file now holds."""


def read_package(path: Path) -> Package:
    """Open a `.press` file; photos stay in it until they are asked for.

    Raises PressDeskError PD-DOC-001 to -008, PD-IMP-012 and -013. Nothing is
    unpacked to the disk.
    """
    archive = Archive(path)
    if "mimetype" not in archive.entries or archive.read("mimetype") != MIMETYPE:
        raise damaged(path, "It is a zip archive, but not a release of PressDesk.")
    for name in ("manifest.json", "release.json"):
        if name not in archive.entries:
            raise damaged(path, f"Its part {name} is missing.")
    manifest = _manifest(path, archive)
    newer = manifest.min_reader > READER
    article = archive.read("release.json")
    _check_parts(path, archive, manifest, article)
    try:
        release, unknown = _decoded(
            path, "release.json", partial(decode_article, version=manifest.version), article
        )
    except PressDeskError as error:
        if newer:
            raise _too_new(path, manifest) from error
        raise
    media = _media(archive)
    problems = (*_newer(manifest), *dangling(release), *_missing_media(release, media))
    return Package(
        release=release,
        assets=Assets(media),
        manifest=manifest,
        held=archive.file,
        read_only=newer,
        problems=problems,
        unknown=unknown,
        extensions={
            name: archive.read(name) for name in archive.entries if name.startswith("ext/")
        },
    )


def read_manifest(path: Path) -> tuple[Manifest, Seen]:
    """Read which save a file is, and no more of it; and what tells whether it changes.

    Raises PressDeskError as `read_package` does.
    """
    archive = Archive(path)
    if "manifest.json" not in archive.entries:
        raise damaged(path, "Its part manifest.json is missing.")
    return _manifest(path, archive), archive.file.seen


def write_package(
    path: Path,
    release: Release,
    assets: Assets,
    *,
    save_id: UUID,
    saved_at: dt.datetime,
    base: Package | None = None,
    unless: Callable[[], None] | None = None,
    disk: Disk = DISK,
) -> Package:
    """Save a release to a `.press` file, whole or not at all; gives what the file now holds.

    ``base`` is what was opened: photos that are still read from it are copied as they lie
    there, its extensions and unknown keys are carried over. Bytes that no photo of the
    release names are left out; a photo whose bytes are missing stays in the release, which
    says so when it is opened again. ``unless`` is called right before the file is put in
    its place, and may raise. Raises PressDeskError PD-SAV-… where it can't be written or the
    disk does not give back what it took, UnconfirmedError where it is in its place all the
    same, PD-DOC-006 where what was encoded does not decode to the same.
    """
    if base is not None and base.read_only:
        raise _too_new(path, base.manifest)
    article = _encoded(path, release, base.unknown if base else {})
    extensions = dict(base.extensions) if base else {}
    names = {
        photo.media: f"media/{photo.media}.{photo.suffix}"
        for photo in sorted(release.photos, key=lambda photo: photo.media)
        if photo.media in assets
    }
    stored = stored_entries(base.held if base else None)
    kept = {
        name: stored[name]
        for sha256, name in names.items()
        if name in stored and base and assets.has_from(base.assets, sha256)
    }
    media = {name: kept.get(name) or partial(assets.read, sha256) for sha256, name in names.items()}
    new = [sha256 for sha256, name in names.items() if name not in kept]
    parts = {"release.json": _part(article)}
    parts |= {name: _part(data) for name, data in extensions.items()}
    parts |= {
        name: Part(sha256, kept[name].info.file_size if name in kept else _size(assets, sha256))
        for sha256, name in names.items()
    }
    manifest = Manifest(
        format="pressdesk",
        version=VERSION,
        min_reader=READER,
        doc_id=release.id,
        save_id=save_id,
        parent_save_id=base.manifest.save_id if base else None,
        saved_at=saved_at,
        parts=parts,
    )

    def write(stream: BinaryIO) -> None:
        write_archive(
            stream,
            first=("mimetype", MIMETYPE),
            media=media,
            source=base.held if base else None,
            parts=[
                ("release.json", article),
                *extensions.items(),
                ("manifest.json", msgspec.json.encode(manifest)),
            ],
            disk=disk,
        )

    written: list[Package] = []

    def check(file: Path) -> None:
        try:
            package = read_package(file)
            for sha256 in new:
                package.assets.read(sha256)
        except PressDeskError as error:  # it tells of the temporary file, which is no one's
            raise _not_read_back(path) from error
        if package.manifest != manifest:
            raise _not_read_back(path)
        written.append(package)
        if unless is not None:
            unless()

    size = sum(part.size for part in parts.values())
    unconfirmed: PressDeskError | None = None
    try:
        replace_file(path, write, size=size, check=check, disk=disk)
    except PressDeskError as error:
        if error.code != UNCONFIRMED:
            raise
        unconfirmed = error
    held = written[0].held
    if held is not None:
        held.path = path
    package = Package(
        release=release,
        assets=written[0].assets,
        manifest=manifest,
        held=held,
        unknown=base.unknown if base else {},
        extensions=extensions,
    )
    if unconfirmed is not None:
        raise UnconfirmedError(unconfirmed, package) from unconfirmed
    return package


def _decoded(path: Path, name: str, decode: Callable[[bytes], T], data: bytes) -> T:
    try:
        return decode(data)
    except JsonError as error:
        code = "PD-DOC-005" if "twice" in str(error) else "PD-DOC-006"
        raise damaged(path, f"Its part {name} can't be read: {error}.", code) from error
    except msgspec.ValidationError as error:
        raise damaged(path, f"Its part {name} does not hold: {error}.", "PD-DOC-006") from error


def _manifest(path: Path, archive: Archive) -> Manifest:
    return _decoded(path, "manifest.json", _decode_manifest, archive.read("manifest.json"))


def _decode_manifest(data: bytes) -> Manifest:
    return msgspec.convert(read_json(data), Manifest)


def _encoded(path: Path, release: Release, unknown: Unknown) -> bytes:
    try:
        article = encode_article(release, unknown)
        if msgspec.convert(read_json(article), Release) == release:
            return article
    except (UnicodeEncodeError, JsonError, msgspec.ValidationError):
        pass
    raise PressDeskError(
        "PD-DOC-006",
        f"“{path.name}” was not saved.",
        "The release does not read back equal from its own encoding.",
        safe="What was there before is unchanged.",
        do="Export the release as Markdown to keep its text, and tell us.",
    )


def _check_parts(path: Path, archive: Archive, manifest: Manifest, article: bytes) -> None:
    named = manifest.parts.get("release.json")
    if named is None or named != _part(article):
        raise damaged(path, "Its text is not the one its manifest names.", "PD-DOC-008")
    for name, entry in archive.entries.items():
        if name in ("mimetype", "manifest.json", "release.json"):
            continue
        part = manifest.parts.get(name)
        if part is None or part.size != entry.size:
            raise damaged(path, f"Its part {name} is not the one its manifest names.", "PD-DOC-008")


def _media(archive: Archive) -> dict[str, Source]:
    return {
        name[6:70]: _source(archive, name) for name in archive.entries if name.startswith("media/")
    }


def _source(archive: Archive, name: str) -> Source:
    def open_media() -> BinaryIO:
        data = archive.read(name)
        if hashlib.sha256(data).hexdigest() != name[6:70]:
            raise damaged(archive.path, f"Its photo {name} is not the one that was saved.")
        return io.BytesIO(data)

    return open_media


def _missing_media(release: Release, media: Mapping[str, Source]) -> Problems:
    return tuple(
        Problem(
            code="PD-DOC-009",
            severity="error",
            message=f"The picture of the photo “{photo.name or photo.id}” is missing in the file.",
            place=Place(field="photos", item=photo.id),
            fix="Add the picture again.",
        )
        for photo in release.photos
        if photo.media not in media
    )


def _newer(manifest: Manifest) -> Problems:
    if manifest.min_reader <= READER:
        return ()
    message = (
        f"This release was written by a newer PressDesk (format {manifest.version}; this is "
        f"{VERSION}). It is open for reading."
    )
    fix = "Update, or ask for an export."
    return (Problem(code="PD-DOC-010", severity="warning", message=message, fix=fix),)


def _too_new(path: Path, manifest: Manifest) -> PressDeskError:
    return PressDeskError(
        "PD-DOC-010",
        f"“{path.name}” can't be worked on.",
        f"It was written by a newer PressDesk (format {manifest.version}; this is {VERSION}).",
        safe="The file is unchanged.",
        do="Update, or ask for an export.",
    )


def _not_read_back(path: Path) -> PressDeskError:
    return PressDeskError(
        "PD-SAV-009",
        f"“{path.name}” was not written.",
        "What the disk took does not read back as it was given.",
        safe="What was there before is unchanged.",
        do="Save to another place.",
    )


def _part(data: bytes) -> Part:
    return Part(hashlib.sha256(data).hexdigest(), len(data))


def _size(assets: Assets, sha256: str) -> int:
    with assets.open(sha256) as stream:
        return stream.seek(0, io.SEEK_END)
