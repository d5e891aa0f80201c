"""The press kit: one zip with the pictures in full size and for the web, and all their words."""

import hashlib
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence

from pressdesk.export.html_reader import read_page
from pressdesk.export.job import File, Job
from pressdesk.export.kit_items import Item, items
from pressdesk.export.kit_page import contact_sheet
from pressdesk.export.kit_texts import captions, rights, table
from pressdesk.export.proof import prove
from pressdesk.photos.render import FULL, THUMBNAIL, WEB, Picture

SUMS = "SHA256SUMS"
"""As ``sha256sum --check`` reads it."""

_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def write_kit(job: Job) -> Sequence[File]:
    """Write the kit; all in it lies in one folder, which has the zip's name."""
    kit = items(job)
    folder = f"{job.stem}-press-kit"
    stream = io.BytesIO()
    sums: dict[str, str] = {}
    with zipfile.ZipFile(stream, "w") as archive:
        for path, data in _members(job, kit):
            sums[path] = hashlib.sha256(data).hexdigest()
            _add(archive, f"{folder}/{path}", data)
        lines = "".join(f"{digest}  {path}\n" for path, digest in sorted(sums.items()))
        _add(archive, f"{folder}/{SUMS}", lines.encode())
    return (File(f"{folder}.zip", stream.getvalue()),)


def _members(job: Job, kit: Sequence[Item]) -> Iterator[tuple[str, bytes]]:
    sizes: list[tuple[Picture, Picture, Picture]] = []
    for item in kit:
        full, web, small = (job.pictures.of(item.figure, t) for t in (FULL, WEB[-1], THUMBNAIL))
        for folder, picture in (("full", full), ("web", web), ("thumbnails", small)):
            yield f"{folder}/{item.name}", picture.data
        # Of a picture in full size only its measures are needed any longer.
        sizes.append((Picture(b"", full.width, full.height), web, small))
    texts = {
        "captions.txt": captions(job, kit),
        "captions.csv": table(kit),
        "rights.txt": rights(job, kit),
        "contact-sheet.html": contact_sheet(job, kit, sizes),
    }
    _prove(job, kit, texts)
    for path, text in texts.items():
        yield path, text.encode()


def _prove(job: Job, kit: Sequence[Item], texts: Mapping[str, str]) -> None:
    """Read the texts back: every caption in order, and the marks of a draft and an embargo."""
    fields = job.view.fields
    marks = (fields.stamp, fields.notice, fields.release_line, fields.headline)
    told = [text for item in kit for text in (item.name, item.caption, item.credit)]
    page = read_page(texts["contact-sheet.html"]).text
    for name, text in (("contact-sheet.html", page), ("captions.txt", texts["captions.txt"])):
        prove(f"{job.stem}-press-kit.zip: {name}", text, in_order=told, anywhere=marks)


def _add(archive: zipfile.ZipFile, path: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(path, _DATE)
    entry.create_system = _UNIX
    entry.external_attr = 0o100644 << 16
    is_picture = path.endswith(".jpg")
    entry.compress_type = zipfile.ZIP_STORED if is_picture else zipfile.ZIP_DEFLATED
    archive.writestr(entry, data)
