"""What a Word file says of itself: its properties, and in a draft the release it was made from."""

import datetime as dt
from collections.abc import Mapping

import msgspec

from pressdesk.export.docx_package import Package
from pressdesk.export.docx_xml import NAMESPACES, Element, make, make_text, q, serialize
from pressdesk.export.view import View
from pressdesk.model.release import Release

_LONGEST = 255
"""Characters of a property, as Word takes them."""
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_STORE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""Of properties that people name (MS-OSHARED 2.3.3.2.3)."""


def add_properties(package: Package, release: Release, view: View, own: Mapping[str, str]) -> None:
    """Put the release's properties in place of the template's; a draft takes the release along.

    ``own`` are the texts of those that the template itself sets by fields, by
    qualified names.
    """
    for name in package.root.targets("core-properties"):
        package.parts.pop(name, None)
    kinds = [key for key, each in package.root.relations.items() if each.kind == "core-properties"]
    for key in kinds:
        del package.root.relations[key]
    core = serialize(_core(release, view, own))
    package.root.relate("core-properties", package.add("docProps/core.xml", _CORE, core).name)
    custom = serialize(_custom(release, view))
    package.root.relate(
        "custom-properties", package.add("docProps/custom.xml", _CUSTOM, custom).name
    )
    if view.fields.stage == "draft":
        _add_snapshot(package, release)


def _core(release: Release, view: View, own: Mapping[str, str]) -> Element:
    fields = view.fields
    texts = {
        "dc:title": fields.headline,
        "dc:subject": fields.summary,
        "dc:creator": fields.issuer,
        "cp:keywords": ", ".join(fields.keywords),
        "dc:language": fields.language,
        "dc:identifier": f"urn:uuid:{release.id}",
        "cp:version": fields.version,
        "cp:contentStatus": fields.stage,
        "cp:category": fields.category,
    }
    root = make("cp:coreProperties")
    for name, text in texts.items():
        chosen = own.get(q(name), text)[:_LONGEST]
        if chosen:
            root.append(make_text(name, chosen))
    saved = f"{view.saved.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
    for name in ("dcterms:created", "dcterms:modified"):
        root.append(make_text(name, saved, {"xsi:type": "dcterms:W3CDTF"}))
    return root


def _custom(release: Release, view: View) -> Element:
    texts = {
        "PressDeskRelease": str(release.id),
        "PressDeskVersion": view.fields.version,
        "PressDeskHash": view.hash,
        "PressDeskStage": view.fields.stage,
    }
    root = make("op:Properties")
    # Numbers 0 and 1 are taken by the format itself (MS-OLEPS 2.16).
    for number, (name, text) in enumerate(texts.items(), 2):
        written = {"fmtid": _FORMAT_ID, "pid": str(number), "name": name}
        root.append(make("op:property", written, make_text("vt:lpwstr", text)))
    return root


def _add_snapshot(package: Package, release: Release) -> None:
    """Add the release as JSON text: docs/design/word.md."""
    text = msgspec.json.encode(release).decode()
    data = serialize(make_text("pd:release", text))
    item = package.add("customXml/item1.xml", "application/xml", data)
    schema = make("ds:schemaRef", {"ds:uri": NAMESPACES["pd"]})
    store = make(
        "ds:datastoreItem",
        {"ds:itemID": f"{{{release.id}}}".upper()},
        make("ds:schemaRefs", {}, schema),
    )
    properties = package.add("customXml/itemProps1.xml", _STORE, serialize(store))
    item.relate("customXmlProps", properties.name)
    package.main.relate("customXml", item.name)
