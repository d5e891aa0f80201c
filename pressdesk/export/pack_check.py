"""The check of a whole template pack: its rules, its Word template, its web template."""

from pathlib import Path

from pressdesk.export.docx_template import check_docx_template
from pressdesk.export.html_template import check_html_template
from pressdesk.export.job import File
from pressdesk.export.packs import load_pack
from pressdesk.model.problem import Place, PressDeskError, Problem, Problems

PARTS = ("template.toml", "release.docx", "release.html", "style.css", "sample.json")


def check_pack(folder: Path) -> Problems:
    """List every fault of a pack with its place: file, part, paragraph or line, words."""
    try:
        pack = load_pack(folder)
    except PressDeskError as error:
        place = Place(file="template.toml")
        return (
            Problem(
                code=error.code, severity="error", message=error.why, place=place, fix=error.do
            ),
        )
    return (*check_docx_template(pack.docx), *check_html_template(pack.folder))


def pack_files(folder: Path) -> tuple[File, ...]:
    """Read the files of a pack that was checked."""
    files = [folder / name for name in PARTS if (folder / name).is_file()]
    return tuple(File(file.name, file.read_bytes()) for file in files)
