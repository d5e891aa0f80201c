"""Reading a Word file back for the proof: nothing here knows how the file was written."""

import io
import zipfile

from pressdesk.export.docx_xml import parse

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STORIES = tuple(_WORD + name for name in ("document", "hdr", "ftr", "footnotes", "endnotes"))
_TEXT = _WORD + "t"
_BREAKS = tuple(_WORD + name for name in ("p", "tab", "ptab", "br", "cr"))


def read_text(data: bytes) -> str:
    """Read all text that a Word file shows: the document's first, then headers, footers, notes.

    Paragraphs, tabs and breaks become white space.
    """
    stories: dict[str, list[str]] = {tag: [] for tag in _STORIES}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                root = parse(archive.read(name))
                stories.get(root.tag, []).extend(
                    (each.text or "") if each.tag == _TEXT else "\n"
                    for each in root.iter(_TEXT, *_BREAKS)
                )
    return "\n".join("".join(texts) for texts in stories.values())
