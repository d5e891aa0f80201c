"""The package of a Word file: parts and their relationships, read with limits, written repeatably.

ECMA-376 part 2 (Open Packaging Conventions).
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from urllib.parse import unquote

from msgspec import Struct

from pressdesk.export.docx_xml import MalformedXmlError, make, parse, serialize
from pressdesk.model.problem import PressDeskError
from pressdesk.model.text import safe_link

MOST_PARTS = 5_000
MOST_BYTES = 64_000_000
"""Of one part, unpacked."""
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE_TYPE = MAIN_TYPE.replace("document.main", "template.main")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_KINDS = {
    kind: _OFFICE + kind
    for kind in (
        "officeDocument", "styles", "numbering", "settings", "fontTable", "font", "theme",
        "footnotes", "endnotes", "header", "footer", "image", "hyperlink", "custom-properties",
        "customXml", "customXmlProps",
    )
}  # fmt: skip
_KINDS["core-properties"] = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
)
_READ = frozenset(_KINDS) - {"custom-properties", "customXml", "customXmlProps"}
"""What is taken over from a template; everything else stays behind."""
_RELATIONS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_STORED = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp"})
_OLE = b"\xd0\xcf\x11\xe0"
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


class Relation(Struct, frozen=True):
    """A relationship of a part."""

    kind: str
    """Last word of its type: ``header``, ``hyperlink`` …"""
    target: str
    """Name of a part, or an address where it is ``external``."""
    external: bool = False


class Part:
    """One part: its bytes, and its relationships by their ids."""

    def __init__(self, name: str, content_type: str, data: bytes) -> None:
        self.name = name
        self.content_type = content_type
        self.data = data
        self.relations: dict[str, Relation] = {}

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        """Give the id of a relationship to a target, made where there is none yet."""
        wanted = Relation(kind, target, external)
        for known, relation in self.relations.items():
            if relation == wanted:
                return known
        number = len(self.relations) + 1
        while f"rId{number}" in self.relations:
            number += 1
        self.relations[f"rId{number}"] = wanted
        return f"rId{number}"

    def targets(self, kind: str) -> Iterator[str]:
        """Go through the names of the parts it is related to in one way."""
        for relation in self.relations.values():
            if relation.kind == kind and not relation.external:
                yield relation.target


class Package:
    """The parts of a Word file by their names, and the package's own relationships."""

    def __init__(self) -> None:
        self.root = Part("", "", b"")
        self.parts: dict[str, Part] = {}
        self.left_behind: dict[tuple[str, str], Relation] = {}
        """Relationships that were not taken over, by the names of their parts and their ids."""

    @property
    def main(self) -> Part:
        return self.parts[next(self.root.targets("officeDocument"))]

    def related(self, kind: str) -> Part | None:
        """Give the part of a kind that the main document has: its styles, its settings."""
        name = next(self.main.targets(kind), None)
        return self.parts[name] if name is not None else None

    def add(self, name: str, content_type: str, data: bytes) -> Part:
        """Put a part in."""
        part = self.parts[name] = Part(name, content_type, data)
        return part

    def to_bytes(self) -> bytes:
        """Write the package; equal parts give equal bytes."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            _write(archive, "[Content_Types].xml", _content_types(self.parts.values()))
            _write(archive, "_rels/.rels", _relations_xml(self.root))
            for name in sorted(self.parts):
                part = self.parts[name]
                _write(archive, name, part.data, stored=part.content_type in _STORED)
                if part.relations:
                    _write(archive, _relations_name(name), _relations_xml(part))
        return out.getvalue()


def read_package(path: Path) -> Package:
    """Read what a template may bring; raises PressDeskError PD-TPL-002."""
    try:
        with path.open("rb") as file:
            if file.read(4) == _OLE:
                raise unreadable(path, "It is protected with a password, or an old .doc file.")
        with zipfile.ZipFile(path) as archive:
            return _read(path, archive)
    except OSError as error:
        raise unreadable(path, f"The disk said: {error.strerror or error}.") from error
    except (*_DAMAGE, MalformedXmlError) as error:
        raise unreadable(path, "It is not a Word file, or damaged.") from error


def _read(path: Path, archive: zipfile.ZipFile) -> Package:
    names = frozenset(archive.namelist())
    if len(archive.namelist()) > MOST_PARTS or len({name.casefold() for name in names}) < len(
        archive.namelist()
    ):
        raise unreadable(path, f"It holds a part twice, or more than {MOST_PARTS:,} parts.")
    types = _read_types(_bytes(path, archive, "[Content_Types].xml"))
    package = Package()
    waiting = [package.root]
    while waiting:
        source = waiting.pop(0)
        relations = _relations_name(source.name)
        if relations not in names:
            continue
        for key, relation in _read_relations(source.name, _bytes(path, archive, relations)):
            if relation.external:
                taken = relation.kind == "hyperlink" and bool(safe_link(relation.target))
            else:
                taken = relation.kind in _READ and relation.target in names
            if not taken:
                package.left_behind[source.name, key] = relation
                continue
            source.relations[key] = relation
            if not relation.external and relation.target not in package.parts:
                data = _bytes(path, archive, relation.target)
                waiting.append(package.add(relation.target, types(relation.target), data))
    _check_main(path, package)
    return package


def _check_main(path: Path, package: Package) -> None:
    if not any(package.root.targets("officeDocument")):
        raise unreadable(path, "It is not a Word file, or saved as “Strict Open XML”.")
    kind = package.main.content_type
    if "macroEnabled" in kind or any(
        each.kind == "vbaProject" for each in package.left_behind.values()
    ):
        raise unreadable(path, "It can hold macros.")
    if kind not in (MAIN_TYPE, _TEMPLATE_TYPE):
        raise unreadable(path, "It is an Office file, but not a Word document.")
    package.main.content_type = MAIN_TYPE


def _bytes(path: Path, archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as stream:
            data = stream.read(MOST_BYTES + 1)
    except KeyError as error:
        raise unreadable(path, "It is not a Word file.") from error
    if len(data) > MOST_BYTES:
        raise unreadable(path, f"Its part {name} unpacks to more than {MOST_BYTES:,} bytes.")
    return data


def _read_types(data: bytes) -> Callable[[str], str]:
    defaults: dict[str, str] = {}
    overrides: dict[str, str] = {}
    for each in parse(data):
        kind = each.get("ContentType") or ""
        defaults[(each.get("Extension") or "").lower()] = kind
        overrides[(each.get("PartName") or "").lstrip("/")] = kind
    return lambda name: overrides.get(name) or defaults.get(_extension(name), "")


def _read_relations(source: str, data: bytes) -> Iterator[tuple[str, Relation]]:
    for each in parse(data):
        type_, target = each.get("Type") or "", each.get("Target") or ""
        kind = type_.rpartition("/")[2]
        # The same word in another namespace (Strict, or a foreign one) is another kind.
        kind = kind if _KINDS.get(kind, type_) == type_ else type_
        external = each.get("TargetMode") == "External"
        if not external:
            folder = posixpath.dirname("/" + source)
            target = posixpath.normpath(posixpath.join(folder, unquote(target))).lstrip("/")
        yield each.get("Id") or "", Relation(kind, target, external)


def _relations_name(name: str) -> str:
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _extension(name: str) -> str:
    return posixpath.splitext(name)[1].lstrip(".").lower()


def _relations_xml(part: Part) -> bytes:
    root = make("rel:Relationships")
    folder = posixpath.dirname(part.name)
    for key, relation in part.relations.items():
        target = relation.target
        if not relation.external:
            target = posixpath.relpath(target, folder) if folder else target
        written = {"Id": key, "Type": _KINDS[relation.kind], "Target": target}
        if relation.external:
            written["TargetMode"] = "External"
        root.append(make("rel:Relationship", written))
    return serialize(root)


def _content_types(parts: Iterable[Part]) -> bytes:
    root = make("ct:Types")
    defaults = {"rels": _RELATIONS_TYPE, "xml": "application/xml"}
    overrides: dict[str, str] = {}
    for part in sorted(parts, key=lambda part: part.name):
        if defaults.setdefault(_extension(part.name), part.content_type) != part.content_type:
            overrides[part.name] = part.content_type
    for extension, kind in sorted(defaults.items()):
        root.append(make("ct:Default", {"Extension": extension, "ContentType": kind}))
    for name, kind in overrides.items():
        root.append(make("ct:Override", {"PartName": f"/{name}", "ContentType": kind}))
    return serialize(root)


def _write(archive: zipfile.ZipFile, name: str, data: bytes, *, stored: bool = False) -> None:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.create_system = 0
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    archive.writestr(entry, data)


def unreadable(path: Path, why: str) -> PressDeskError:
    """Tell that a template can't be read."""
    return PressDeskError(
        "PD-TPL-002",
        f"The template “{path.name}” was not read.",
        why,
        do="Open it in Word and save it as a Word document (.docx).",
    )
