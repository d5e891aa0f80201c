"""Removing what saves that were killed have left beside a release."""

import re
import time
from contextlib import suppress
from pathlib import Path

from pressdesk.model.problem import PressDeskError
from pressdesk.storage.lock import look
from pressdesk.storage.package import Manifest, read_manifest

_TEMPORARY = re.compile(r"\.~(?P<name>.+)\.[0-9a-f]{8}\.tmp\Z")
_LOCK = re.compile(r"\.~lock\.(?P<name>.+)#(\.broken\.([0-9a-f]{32}|unread)|\.[0-9a-f]{8}\.tmp)\Z")
_OLD_S = 86_400


def clear_leftovers(path: Path) -> None:
    """Remove our temporary files of a release that are a day old and that nobody fills now."""
    held = look(path)
    if held is not None and held.holder is not None and not held.is_stale:
        return
    with suppress(OSError):
        for file in path.parent.iterdir():
            found = _LOCK.match(file.name) or _TEMPORARY.match(file.name)
            if found and path.name.startswith(found["name"]) and _is_old(file):
                with suppress(OSError):
                    file.unlink()


def _is_old(file: Path) -> bool:
    with suppress(OSError):
        return time.time() - file.stat().st_mtime > _OLD_S
    return False


def sync_copies(path: Path) -> tuple[Path, ...]:
    """Find files beside a release that a sync client may have made of it, by their names.

    “… (conflicted copy …)”, “… (1)”, “…-PCNAME”, and our own copies beside: those that hold
    the same release, from another save.
    """
    try:
        own = read_manifest(path)[0]
        beside = sorted(path.parent.glob("*.press"))
    except (OSError, PressDeskError):
        return ()
    return tuple(other for other in beside if _is_copy(path, other) and _is_of(own, other))


def _is_copy(path: Path, other: Path) -> bool:
    rest = other.stem.removeprefix(path.stem)
    return rest != other.stem and bool(re.fullmatch(r" ?\(.+\)|-[\w-]+", rest))


def _is_of(own: Manifest, other: Path) -> bool:
    try:
        manifest = read_manifest(other)[0]
    except PressDeskError:
        return False
    return manifest.doc_id == own.doc_id and manifest.save_id != own.save_id
