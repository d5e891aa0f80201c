"""Reading a zip archive that somebody else may have made: names, sizes and duplicates first."""

import errno
import re
import stat
import unicodedata
import zipfile
import zlib
from pathlib import Path

from msgspec import Struct

from pressdesk.model.problem import PressDeskError
from pressdesk.storage.held import HeldFile

MOST_ENTRIES = 2_000
MOST_BYTES = 2_000_000_000
MOST_ARTICLE = 16_000_000
MOST_MEDIA = 100_000_000
MOST_EXTENSIONS = 20_000_000

PART_NAME = re.compile(
    r"(mimetype|manifest\.json|release\.json"
    r"|media/[0-9a-f]{64}\.(jpg|png|webp|gif|tif|heic)|ext/[a-z0-9_.-]{1,64})\Z"
)
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


class Entry(Struct, frozen=True):
    """One part of an archive."""

    name: str
    size: int
    """Bytes it says to unpack to; reading stops there."""


class Archive:
    """An archive whose directory was checked; each part is read on its own.

    Another program, or our own save, may replace the file meanwhile: what was opened
    is what is read.
    """

    def __init__(self, path: Path) -> None:
        try:
            self.file = HeldFile(path)
        except OSError as error:
            raise opening_error(path, error) from error
        self.entries = _checked_entries(path, self.file)

    @property
    def path(self) -> Path:
        return self.file.path

    def read(self, name: str) -> bytes:
        """Read a part, at the most the size its entry says (KeyError: there is none)."""
        entry = self.entries[name]
        try:
            with (
                self.file.open() as stream,
                zipfile.ZipFile(stream) as archive,
                archive.open(name) as part,
            ):
                data = part.read(entry.size)
                longer = part.read(1)
        except (OSError, KeyError, *DAMAGE) as error:
            raise _unread(self.path, error, f"Its part {name} can't be unpacked.") from error
        if longer or len(data) != entry.size:
            raise damaged(
                self.path, f"Its part {name} has another size than it says.", "PD-IMP-013"
            )
        return data


def opening_error(path: Path, error: OSError) -> PressDeskError:
    """Tell why a file could not be opened."""
    if isinstance(error, FileNotFoundError):
        why = f"There is no such file in “{path.absolute().parent}”."
    elif isinstance(error, IsADirectoryError):
        why = "It is a folder."
    else:
        why = f"The disk said: {error.strerror or error}."
    return PressDeskError("PD-DOC-001", f"“{path.name}” was not opened.", why, do="Check the name.")


def damaged(path: Path, why: str, code: str = "PD-DOC-002") -> PressDeskError:
    """Tell that a package is damaged or forged."""
    return PressDeskError(
        code,
        f"“{path.name}” was not opened.",
        why,
        safe="The file is unchanged.",
        do="Ask for it to be sent again, or open an earlier copy.",
    )


def _unread(path: Path, error: Exception, why: str) -> PressDeskError:
    """Tell a disk that fails from a directory that leads before the start of the file."""
    if isinstance(error, OSError) and error.errno != errno.EINVAL:
        return opening_error(path, error)
    return damaged(path, why)


def _checked_entries(path: Path, file: HeldFile) -> dict[str, Entry]:
    try:
        with file.open() as stream, zipfile.ZipFile(stream) as archive:
            entries = archive.infolist()
    except (OSError, *DAMAGE) as error:
        why = "It is not a release of PressDesk, or it was cut off."
        raise _unread(path, error, why) from error
    if len(entries) > MOST_ENTRIES:
        raise damaged(
            path, f"It has {len(entries)} parts; the limit is {MOST_ENTRIES}.", "PD-IMP-012"
        )
    _check_names(path, entries)
    total = 0
    for entry in entries:
        total += entry.file_size
        most = _limit(entry.filename)
        if entry.file_size > most or total > MOST_BYTES:
            size = f"{max(entry.file_size, total) / 1e6:.0f} MB"
            limit = f"{(most if entry.file_size > most else MOST_BYTES) / 1e6:.0f} MB"
            why = f"Its part {entry.filename} unpacks to {size}; the limit is {limit}."
            raise damaged(path, why, "PD-IMP-012")
    extensions = sum(entry.file_size for entry in entries if entry.filename.startswith("ext/"))
    if extensions > MOST_EXTENSIONS:
        why = f"Its extensions have {extensions / 1e6:.0f} MB; the limit is 20 MB."
        raise damaged(path, why, "PD-IMP-012")
    return {entry.filename: Entry(entry.filename, entry.file_size) for entry in entries}


def _check_names(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    foreign: list[str] = []
    for entry in entries:
        folded = unicodedata.normalize("NFC", entry.filename).casefold()
        if folded in seen:
            why = f"It holds the part {entry.filename!r} twice, so that it is unclear which counts."
            raise damaged(path, why, "PD-DOC-004")
        seen.add(folded)
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if (
            not PART_NAME.match(entry.filename)
            or kind not in (0, stat.S_IFREG)
            or entry.flag_bits & 1
        ):
            foreign.append(repr(entry.filename))
    if foreign:
        why = f"It holds parts that no release has: {', '.join(foreign[:3])}."
        raise damaged(path, why, "PD-DOC-003")


def _limit(name: str) -> int:
    if name.startswith("media/"):
        return MOST_MEDIA
    return MOST_EXTENSIONS if name.startswith("ext/") else MOST_ARTICLE
