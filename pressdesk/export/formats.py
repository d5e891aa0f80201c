"""The export targets."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from pressdesk.export.job import File, Job
from pressdesk.photos.render import COLUMN, THUMBNAIL, WEB, Target


class Format(Struct, frozen=True):
    """An export target."""

    name: str
    title: str
    write: Callable[[Job], Sequence[File]]
    targets: tuple[Target, ...] = ()
    ending: str = ""
    """What its main file has after the stem of the names."""
    has_photo_files: bool = False
    """Photos are written as files of their own, in a folder beside."""


# Each format's module is imported when it is first written: docxtpl alone costs 0.2 s.
def _docx(job: Job) -> Sequence[File]:
    from pressdesk.export.docx import write_docx

    return write_docx(job)


def _html(job: Job) -> Sequence[File]:
    from pressdesk.export.html import write_html

    return write_html(job)


def _html_single(job: Job) -> Sequence[File]:
    from pressdesk.export.html import write_html_single

    return write_html_single(job)


def _text(job: Job) -> Sequence[File]:
    from pressdesk.export.text import write_text

    return write_text(job)


def _markdown(job: Job) -> Sequence[File]:
    from pressdesk.export.markdown import write_markdown_files

    return write_markdown_files(job)


def _kit(job: Job) -> Sequence[File]:
    from pressdesk.export.kit import write_kit

    return write_kit(job)


FORMATS = {
    target.name: target
    for target in (
        Format("docx", "Word document", _docx, (COLUMN,), ".docx"),
        Format("html", "Web page with photos beside it", _html, WEB, ".html", True),
        Format("html-single", "Web page in one file", _html_single, (WEB[1],), "-single.html"),
        Format("txt", "Plain text", _text, (), ".txt"),
        Format("md", "Markdown with photos beside it", _markdown, (WEB[-1],), ".md", True),
        # The full size is made one by one: all of them could fill the memory.
        Format("kit", "Press kit", _kit, (WEB[-1], THUMBNAIL), "-press-kit.zip"),
    )
}


def file_names(stem: str, formats: Iterable[str], *, has_photos: bool) -> tuple[str, ...]:
    """Name what an export will write below its folder, as far as a person cares.

    One name for each format; then that of the folder of photos, with ``/`` at
    its end, where one of the formats has photos beside it.
    """
    chosen = [FORMATS[name] for name in formats]
    names = [f"{stem}{each.ending}" for each in chosen]
    if has_photos and any(each.has_photo_files for each in chosen):
        names.append(f"{stem}-photos/")
    return tuple(names)
