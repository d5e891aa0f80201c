"""The peer of our Word files: docxtpl fills the fields, python-docx's API writes the body.

This is the way that docxtpl's manual shows: a subdocument, in the template's own
styles. For links and alternative texts, which the API has no call for, stand the
recipes that everybody uses.
"""

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn
from docx.shared import Emu
from docxtpl import DocxTemplate

from pressdesk.export.docx_body import attribution
from pressdesk.export.view import FigureView, Listing, Quotation, View, template_values
from pressdesk.model.body import Heading, Paragraph, Spans


def peer_template(ours: Path, folder: Path) -> Path:
    """Copy our template with its anchors as docxtpl writes them: ``{{p body }}``.

    Its document also gets the names of python-docx's own template, without which
    the XML of a subdocument breaks the file.
    """
    copy = folder / "peer.docx"
    with zipfile.ZipFile(ours) as source, zipfile.ZipFile(copy, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                data = _adapted(data.decode()).encode()
            target.writestr(name, data, zipfile.ZIP_DEFLATED)
    return copy


def _adapted(xml: str) -> str:
    for anchor in ("body", "attached"):
        xml = xml.replace(f"{{{{ {anchor} }}}}", f"{{{{p {anchor} }}}}")
    missing = [prefix for prefix in ("r", "wp", "a", "pic") if f"xmlns:{prefix}=" not in xml]
    spaces = "".join(f' xmlns:{prefix}="{nsmap[prefix]}"' for prefix in missing)
    return xml.replace("<w:document", f"<w:document{spaces}", 1)


def write(template: Path, view: View, pictures: Mapping[str, Path]) -> bytes:
    """Write a Word file; ``pictures`` are files by the ids of the photos."""
    document = DocxTemplate(template)
    body: Any = document.new_subdoc()
    section: Any = body.sections[0]
    width = Emu(section.page_width - section.left_margin - section.right_margin)
    for piece in view.body:
        match piece:
            case Heading():
                _text(body, "Heading 1", piece.spans)
            case Paragraph():
                lead = view.fields.dateline if piece.id == view.lead else ""
                _text(body, "Body Text", piece.spans, lead)
            case Quotation():
                for _, spans in piece.paragraphs:
                    _text(body, "Quote", spans)
                if piece.speaker:
                    body.add_paragraph(attribution(piece.speaker), style="Attribution")
            case Listing():
                for item in piece.items:
                    _text(body, "List Bullet", item.spans)
            case FigureView():
                _figure(body, piece, pictures[piece.photo], width)
            case _:
                raise TypeError(piece)
    document.render({**template_values(view), "body": body, "attached": ""}, autoescape=True)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _text(body: Any, style: str, spans: Spans, lead: str = "") -> None:
    paragraph = body.add_paragraph(style=style)
    if lead:
        paragraph.add_run(lead, style="Dateline")
        paragraph.add_run(" ")
    _runs(paragraph, spans)


def _runs(paragraph: Any, spans: Iterable[Any]) -> None:
    for span in spans:
        if span.link:
            _link(paragraph, span.text, span.link)
            continue
        run = paragraph.add_run(span.text)
        if span.bold:
            run.bold = True
        if span.italic:
            run.italic = True


def _link(paragraph: Any, text: str, address: str) -> None:
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    link.append(paragraph.add_run(text, style="Hyperlink")._r)
    paragraph._p.append(link)


def _figure(body: Any, figure: FigureView, picture: Path, width: Emu) -> None:
    shape = body.add_paragraph(style="Photo").add_run().add_picture(str(picture), width=width)
    shape._inline.docPr.set("descr", figure.alt)
    caption = body.add_paragraph(style="Caption")
    _runs(caption, figure.caption)
    caption.add_run(" ")
    caption.add_run(figure.credit, style="Credit")
