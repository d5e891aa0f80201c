"""Word files for tests: written from the shipped template or a changed one, and looked into."""

import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

from pressdesk.export.docx import write_docx
from pressdesk.export.packs import Pack, load_pack
from pressdesk.model.assets import Assets
from pressdesk.model.release import Release
from pressdesk.photos.render import COLUMN
from tests.export.jobs import NEWS, a_job

DOCUMENT = "word/document.xml"
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "pd": "urn:pressdesk:release",
    "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
}


def written(release: Release, assets: Assets | None = None, **given: Any) -> "Word":
    """Write a release as a Word file, by the shipped pack unless another is given."""
    (file,) = write_docx(a_job(release, assets, targets=(COLUMN,), **given))
    return Word(file.data)


class Word:
    """The bytes of a Word file, and what they hold."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.archive = zipfile.ZipFile(io.BytesIO(data))
        self.names = self.archive.namelist()

    def text(self, part: str = DOCUMENT) -> str:
        """The XML of a part."""
        return self.archive.read(part).decode()

    def find(self, path: str, part: str = DOCUMENT) -> list[Any]:
        """What an XPath finds in a part."""
        found = etree.fromstring(self.archive.read(part)).xpath(path, namespaces=NAMES)
        assert isinstance(found, list)
        return found

    def paragraphs(self, style: str = "", part: str = DOCUMENT) -> list[str]:
        """The texts of all paragraphs, or of those whose style has the given id."""
        chosen = f"//w:p[w:pPr/w:pStyle/@w:val='{style}']" if style else "//w:p"
        return [
            "".join(each.xpath(".//w:t/text()", namespaces=NAMES))
            for each in self.find(chosen, part)
        ]

    def media(self) -> list[str]:
        return [name for name in self.names if name.startswith("word/media/")]

    def saved(self, folder: Path, name: str = "release.docx") -> Path:
        """Put it into a folder."""
        path = folder / name
        path.write_bytes(self.data)
        return path


def a_house(folder: Path, *changes: tuple[str, str, str], **new_parts: str) -> Pack:
    """A copy of the shipped pack with changes in its Word template: a part, the old, the new."""
    shutil.copytree(NEWS.folder, folder / "house", dirs_exist_ok=True)
    template = folder / "house" / "release.docx"
    with zipfile.ZipFile(NEWS.docx) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    for part, old, new in changes:
        assert old in parts[part], f"{part} has no {old}"
        parts[part] = parts[part].replace(old, new, 1)
    with zipfile.ZipFile(template, "w") as archive:
        for name, text in {**parts, **new_parts}.items():
            archive.writestr(name, text)
    return load_pack(folder / "house")


def converted(path: Path, to: str, folder: Path) -> Path:
    """Let LibreOffice convert a file; the test skips where it is absent."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not on this machine")
    folder.mkdir(exist_ok=True)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        soffice,
        profile,
        "--headless",
        "--convert-to",
        to,
        "--outdir",
        str(folder),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{path.stem}.{to.partition(':')[0]}"


def pandoc(path: Path) -> str:
    """The text that pandoc reads in a Word file; the test skips where it is absent."""
    program = shutil.which("pandoc")
    if program is None:
        pytest.skip("pandoc is not on this machine")
    command = [program, "--from", "docx", "--to", "json", str(path)]
    read = subprocess.run(command, check=True, capture_output=True).stdout
    return "".join(_texts(json.loads(read)["blocks"]))


def _texts(node: Any) -> Iterator[str]:
    match node:
        case {"t": "Str", "c": str(text)}:
            yield text
        case {"t": "Space" | "SoftBreak" | "LineBreak"}:
            yield " "
        case {"c": content}:
            yield from _texts(content)
            yield "" if node["t"] in ("Strong", "Emph", "Span", "Link", "Subscript") else " "
        case list():
            for each in node:
                yield from _texts(each)
        case _:
            pass
