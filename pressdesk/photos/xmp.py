"""XMP packets: the photo's properties, read from any packet and written into ours."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from pressdesk.model.text import clean_text
from pressdesk.photos.fields import Reading, Region, fields_from

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LIMIT_READ = 1_000_000
"""Bytes of a packet that is read; real ones hold a few thousand."""

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}
_XMP = "http://ns.adobe.com/xap/1.0/"
_HUMAN = "http://cv.iptc.org/newscodes/imageregiontype/human"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_TIFF = "http://ns.adobe.com/tiff/1.0/"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

Shape = Literal["text", "alt", "seq", "bag"]


class Property(NamedTuple):
    """A property of the photo: its field here, its qualified name and its shape there."""

    field: str
    prefix: str
    name: str
    shape: Shape

    @property
    def tag(self) -> str:
        return f"{{{NAMESPACES[self.prefix]}}}{self.name}"


PROPERTIES = (
    Property("caption", "dc", "description", "alt"),
    Property("title", "dc", "title", "alt"),
    Property("creator", "dc", "creator", "seq"),
    Property("job_title", "photoshop", "AuthorsPosition", "text"),
    Property("caption_writer", "photoshop", "CaptionWriter", "text"),
    Property("copyright", "dc", "rights", "alt"),
    Property("keywords", "dc", "subject", "bag"),
    Property("headline", "photoshop", "Headline", "text"),
    Property("credit", "photoshop", "Credit", "text"),
    Property("source", "photoshop", "Source", "text"),
    Property("taken", "photoshop", "DateCreated", "text"),
    Property("sublocation", "Iptc4xmpCore", "Location", "text"),
    Property("city", "photoshop", "City", "text"),
    Property("state", "photoshop", "State", "text"),
    Property("country", "photoshop", "Country", "text"),
    Property("country_code", "Iptc4xmpCore", "CountryCode", "text"),
    Property("instructions", "photoshop", "Instructions", "text"),
    Property("job", "photoshop", "TransmissionReference", "text"),
    Property("usage", "xmpRights", "UsageTerms", "alt"),
    Property("license_url", "xmpRights", "WebStatement", "text"),
    Property("alt", "Iptc4xmpCore", "AltTextAccessibility", "alt"),
    Property("extended_description", "Iptc4xmpCore", "ExtDescrAccessibility", "alt"),
    Property("people", "Iptc4xmpExt", "PersonInImage", "bag"),
    Property("event", "Iptc4xmpExt", "Event", "alt"),
    Property("source_type", "Iptc4xmpExt", "DigitalSourceType", "text"),
)
PLACE = {
    "sublocation": "Sublocation",
    "city": "City",
    "state": "ProvinceState",
    "country": "CountryName",
    "country_code": "CountryCode",
}
"""Parts of a place shown (IPTC photo metadata 2023.2, LocationShown), by their fields here."""

_PRIVATE = {
    "SerialNumber": "serial number",
    "BodySerialNumber": "serial number",
    "LensSerialNumber": "serial number",
    "CameraSerialNumber": "serial number",
    "OwnerName": "owner",
    "CameraOwnerName": "owner",
    "Thumbnails": "thumbnail",
    "UserComment": "comment",
}


class BrokenXmpError(ValueError):
    """A packet that is no XMP, holds a DTD, or is too large."""


def read(packet: bytes) -> Reading:
    """Read a packet; raises BrokenXmpError."""
    fields_by_tag = {prop.tag: prop.field for prop in PROPERTIES}
    values: dict[str, list[str]] = {}
    orientation = 0
    private: set[str] = set()
    place: dict[str, list[str]] = {}
    for element in _parsed(packet).iter(f"{{{_RDF}}}RDF"):
        for tag, texts in _properties(element):
            if tag in fields_by_tag:
                values.setdefault(fields_by_tag[tag], []).extend(texts)
            elif tag == f"{{{_TIFF}}}Orientation" and texts and texts[0] in tuple("12345678"):
                orientation = int(texts[0])
        private.update(_private_parts(element))
        place = place or _place_shown(element)
    values.update(place)
    return Reading(fields=fields_from(values), orientation=orientation, private=frozenset(private))


def _parsed(packet: bytes) -> "Element":
    # Start-up: most runs read no packet, and writing one needs no parser.
    from defusedxml import ElementTree

    if len(packet) > LIMIT_READ:
        raise BrokenXmpError(f"{len(packet)} bytes; the limit is {LIMIT_READ}")
    try:
        return ElementTree.fromstring(packet.strip(b"\0 \r\n\t"), forbid_dtd=True)
    except (SyntaxError, ValueError, LookupError) as error:
        # Without its traceback, which would keep the caller's picture in memory for a while.
        raise BrokenXmpError(str(error.with_traceback(None))) from None


def _properties(rdf: "Element") -> Iterator[tuple[str, list[str]]]:
    """Go through the properties of the picture itself, written as attribute or element."""
    for description in rdf.findall(f"{{{_RDF}}}Description"):
        for tag, text in description.attrib.items():
            yield tag, [text]
        for prop in description:
            yield prop.tag, _texts(prop)


def _texts(prop: "Element") -> list[str]:
    """Give the items of a Seq or Bag, the default language of an Alt, or the plain text."""
    for container in prop:
        items = container.findall(f"{{{_RDF}}}li")
        if container.tag == f"{{{_RDF}}}Alt" and items:
            default = [item for item in items if item.get(_LANG, "").lower() == "x-default"]
            items = (default or items)[:1]
        return ["".join(item.itertext()) for item in items]
    return [prop.text or ""]


def _place_shown(rdf: "Element") -> dict[str, list[str]]:
    """Give the parts of the first place shown; older properties say only what it leaves open."""
    space = f"{{{NAMESPACES['Iptc4xmpExt']}}}"
    for shown in rdf.iter(f"{space}LocationShown"):
        for item in shown.iter(f"{{{_RDF}}}li"):
            said = dict(item.attrib)
            said |= {part.tag: "".join(_texts(part)) for part in item.iter() if part is not item}
            return {
                field: [said[space + name]]
                for field, name in PLACE.items()
                if said.get(space + name)
            }
    return {}


def _private_parts(rdf: "Element") -> Iterator[str]:
    for element in rdf.iter():
        for tag in (element.tag, *element.attrib):
            name = tag.rpartition("}")[2]
            if name.startswith("GPS"):
                yield "position"
            elif name in _PRIVATE:
                yield _PRIVATE[name]


_HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_TAIL = '<?xpacket end="w"?>'
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def write(
    values: Mapping[str, tuple[str, ...]], language: str = "", regions: Sequence[Region] = ()
) -> bytes:
    """Make a packet of the fields given (names as in ``PROPERTIES``); b"" for none.

    Regions are written as the IPTC photo metadata standard has them (2023.2, image region).
    Texts in a language stand as x-default and, as the XMP specification asks
    (part 1, 8.2.2.4), once more under their tag.
    """
    tags = ("x-default", language) if _LANGUAGE.fullmatch(language) else ("x-default",)
    lines: list[str] = []
    for field, prefix, name, shape in PROPERTIES:
        texts = [clean_text(text).translate(_ESCAPES) for text in values.get(field, ()) if text]
        if not texts:
            continue
        if shape == "text":
            inner = texts[0]
        elif shape == "alt":
            items = "".join(f'<rdf:li xml:lang="{tag}">{texts[0]}</rdf:li>' for tag in tags)
            inner = f"<rdf:Alt>{items}</rdf:Alt>"
        else:
            items = "".join(f"<rdf:li>{text}</rdf:li>" for text in texts)
            inner = f"<rdf:{shape.title()}>{items}</rdf:{shape.title()}>"
        lines.append(f"  <{prefix}:{name}>{inner}</{prefix}:{name}>")
        if field == "copyright":
            lines.append("  <xmpRights:Marked>True</xmpRights:Marked>")
    if any(map(values.get, PLACE)):
        lines.append(_location_shown(values))
    if regions:
        lines.append(_image_regions(regions))
    if not lines:
        return b""
    used = {**NAMESPACES, "xmp": _XMP} if regions else NAMESPACES
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in used.items())
    body = "\n".join(lines)
    return (
        f'{_HEAD}<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="PressDesk">\n'
        f'<rdf:RDF xmlns:rdf="{_RDF}">\n <rdf:Description rdf:about=""{spaces}>\n'
        f"{body}\n </rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n{_TAIL}"
    ).encode()


def _location_shown(values: Mapping[str, tuple[str, ...]]) -> str:
    parts = "".join(
        _simple(name, clean_text(values[field][0]).translate(_ESCAPES))
        for field, name in PLACE.items()
        if values.get(field)
    )
    place = f'<rdf:Bag><rdf:li rdf:parseType="Resource">{parts}</rdf:li></rdf:Bag>'
    return f"  {_simple('LocationShown', place)}"


def _image_regions(regions: Sequence[Region]) -> str:
    items = "\n".join(map(_image_region, regions))
    return f"  <Iptc4xmpExt:ImageRegion><rdf:Bag>\n{items}\n  </rdf:Bag></Iptc4xmpExt:ImageRegion>"


def _image_region(region: Region) -> str:
    name = clean_text(region.name).translate(_ESCAPES)
    sides = zip("XYWH", msgspec.structs.astuple(region.box), strict=True)
    boundary = {"rbShape": "rectangle", "rbUnit": "relative"}
    boundary |= {f"rb{side}": f"{value:.6f}".rstrip("0").rstrip(".") for side, value in sides}
    inner = "".join(_simple(key, value) for key, value in boundary.items())
    named = f'<rdf:Alt><rdf:li xml:lang="x-default">{name}</rdf:li></rdf:Alt>'
    kind = f"<xmp:Identifier><rdf:Bag><rdf:li>{_HUMAN}</rdf:li></rdf:Bag></xmp:Identifier>"
    kinds = f'<rdf:Bag><rdf:li rdf:parseType="Resource">{kind}</rdf:li></rdf:Bag>'
    parts = (
        _simple("RegionBoundary", inner, ' rdf:parseType="Resource"'),
        _simple("rId", region.id),
        _simple("Name", named),
        _simple("rCtype", kinds),
        _simple("PersonInImage", f"<rdf:Bag><rdf:li>{name}</rdf:li></rdf:Bag>"),
    )
    return f'   <rdf:li rdf:parseType="Resource">{"".join(parts)}</rdf:li>'


def _simple(name: str, inner: str, attribute: str = "") -> str:
    return f"<Iptc4xmpExt:{name}{attribute}>{inner}</Iptc4xmpExt:{name}>"
