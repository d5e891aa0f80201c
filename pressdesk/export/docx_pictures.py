"""Pictures of a Word file: one part for each, and the drawing that shows it."""

import hashlib
from collections.abc import Callable

from pressdesk.export.docx_layout import Column, picture_size
from pressdesk.export.docx_package import Package
from pressdesk.export.docx_xml import NAMESPACES, Element, make
from pressdesk.export.view import FigureView
from pressdesk.photos.render import Picture

_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""The extension that says a picture is decorative (MS-ODRAWXML 2.2.4)."""


class Pictures:
    """Places pictures; equal bytes become one part (python-docx hashes all parts for each new)."""

    def __init__(self, package: Package, picture: Callable[[str], Picture]) -> None:
        self._package = package
        self._picture = picture

    def drawing(self, figure: FigureView, column: Column, share: float) -> Element:
        """Make the run that shows a figure's photo; ids of drawings are given at the end."""
        picture = self._picture(figure.id)
        name = f"word/media/{hashlib.sha256(picture.data).hexdigest()[:20]}.jpg"
        if name not in self._package.parts:
            self._package.add(name, "image/jpeg", picture.data)
        size = picture_size(picture.width, picture.height, column, share)
        extent = {"cx": str(size.width), "cy": str(size.height)}
        inline = make(
            "wp:inline",
            {"distT": "0", "distB": "0", "distL": "0", "distR": "0"},
            make("wp:extent", extent),
            _properties(figure),
            _frame_locks(),
            _graphic(figure, self._package.main.relate("image", name), extent),
        )
        return make("w:r", {}, make("w:drawing", {}, inline))


def _properties(figure: FigureView) -> Element:
    properties = make("wp:docPr", {"id": "0", "name": f"pd:photo:{figure.photo}"})
    if figure.alt:
        properties.set("descr", figure.alt)
    if figure.decorative:
        decorative = make("adec:decorative", {"val": "1"})
        extension = make("a:ext", {"uri": _DECORATIVE}, decorative)
        properties.append(make("a:extLst", {}, extension))
    return properties


def _frame_locks() -> Element:
    locks = make("a:graphicFrameLocks", {"noChangeAspect": "1"})
    return make("wp:cNvGraphicFramePr", {}, locks)


def _graphic(figure: FigureView, relation: str, extent: dict[str, str]) -> Element:
    described = {"descr": figure.alt} if figure.alt else {}
    identity = make("pic:cNvPr", {"id": "0", "name": f"pd:photo:{figure.photo}", **described})
    locks = make("a:picLocks", {"noChangeAspect": "1"})
    fill = make(
        "pic:blipFill",
        {},
        make("a:blip", {"r:embed": relation}),
        make("a:stretch", {}, make("a:fillRect")),
    )
    place = make("a:xfrm", {}, make("a:off", {"x": "0", "y": "0"}), make("a:ext", extent))
    shape = make("pic:spPr", {}, place, make("a:prstGeom", {"prst": "rect"}, make("a:avLst")))
    picture = make(
        "pic:pic",
        {},
        make("pic:nvPicPr", {}, identity, make("pic:cNvPicPr", {}, locks)),
        fill,
        shape,
    )
    data = make("a:graphicData", {"uri": NAMESPACES["pic"]}, picture)
    return make("a:graphic", {}, data)
