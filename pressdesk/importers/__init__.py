"""Importers: from a foreign file to a release, its photos, and what was noticed on the way."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from msgspec import Struct

from pressdesk.importers.imported import Imported
from pressdesk.model.problem import PressDeskError

__all__ = ["IMPORTERS", "Imported", "Wishes", "read_source"]


class Wishes(Struct, frozen=True, kw_only=True):
    """What the person asks of an import besides the source."""

    release_id: UUID
    """Id of the release where the source names none."""
    template: str = ""
    """Template pack, whatever the source says; "": as the source says."""
    language: str = ""
    """Language of a source that does not say its own; "": recognised by its letters."""
    photos: Path | None = None
    """Folder of the photos where they do not lie beside the source."""


# Imported when they run: markdown-it and PyYAML cost 0.06 s that no other command should pay.
def _markdown(path: Path, wishes: Wishes) -> Imported:
    from pressdesk.importers.markdown import read_markdown

    return read_markdown(
        path,
        release_id=wishes.release_id,
        template=wishes.template,
        language=wishes.language,
        photos=wishes.photos,
    )


def _text(path: Path, wishes: Wishes) -> Imported:
    from pressdesk.importers.text import read_text

    return read_text(
        path,
        release_id=wishes.release_id,
        template=wishes.template,
        language=wishes.language,
    )


IMPORTERS: dict[str, Callable[[Path, Wishes], Imported]] = {
    ".md": _markdown,
    ".markdown": _markdown,
    ".txt": _text,
}


def read_source(
    path: Path,
    *,
    release_id: UUID,
    template: str = "",
    language: str = "",
    photos: Path | None = None,
) -> Imported:
    """Import a file by its suffix.

    Raises PressDeskError: PD-IMP-001 for a suffix no importer reads, and those
    of the importer.
    """
    importer = IMPORTERS.get(path.suffix.lower())
    if importer is None:
        *others, last = IMPORTERS
        raise PressDeskError(
            "PD-IMP-001",
            f"“{path.name}” was not imported.",
            f"PressDesk imports {', '.join(others)} and {last} files.",
            safe="Nothing was changed.",
            do="Save the text as one of these, and import that.",
        )
    wishes = Wishes(release_id=release_id, template=template, language=language, photos=photos)
    return importer(path, wishes)
