"""The check of a whole template pack: its rules, its Word template, its web template."""

from pathlib import Path

from pressdesk.export.docx_template import check_docx_template
from pressdesk.export.html_template import check_html_template
from pressdesk.export.job import File
from pressdesk.export.pack_rules import FILE, read_rules
from pressdesk.model.problem import PressDeskError, Problems

PARTS = (FILE, "release.docx", "release.html", "style.css")


def check_pack(folder: Path) -> Problems:
    """List every fault of a pack with its place: file, part, paragraph or line, words.

    Raises PressDeskError PD-TPL-006 where there is no such folder.
    """
    if not folder.is_dir():
        why = "There is no such folder." if not folder.exists() else "It is not a folder."
        raise PressDeskError(
            "PD-TPL-006",
            f"The template pack “{folder.name}” was not checked.",
            why,
            safe="Nothing was changed.",
            do=f"Give the folder that holds {', '.join(PARTS)}.",
        )
    rules, faults = read_rules(folder / FILE)
    is_placed = rules is not None and rules.dateline == "field"
    return (
        *faults,
        *check_docx_template(folder / "release.docx", places_dateline=is_placed),
        *check_html_template(folder, places_dateline=is_placed),
    )


def pack_files(folder: Path) -> tuple[File, ...]:
    """Read the files of a pack that was checked."""
    return tuple(File(name, (folder / name).read_bytes()) for name in PARTS)
