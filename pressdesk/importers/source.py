"""Reading a text file somebody else wrote: its limits, its encoding, its language."""

from pathlib import Path

from msgspec import Struct

from pressdesk.model.problem import Place, PressDeskError, Problem, Problems
from pressdesk.model.text import clean_text, count_invisible, is_cjk

LIMIT_BYTES = 16_000_000

_FOREIGN = (
    (b"PK\3\4", "a zip archive, as Word files are"),
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "a document of an older Word, or one with a password"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)


class Source(Struct, frozen=True):
    r"""The text of a file: lines end with ``\n``, no control but tabs."""

    text: str
    dropped: int
    """Invisible characters left out."""
    problems: Problems


def read_text_file(path: Path) -> Source:
    """Read a text file in UTF-8, UTF-16 with a mark, GB 18030 or Windows-1252.

    Raises PressDeskError: PD-IMP-002 for what cannot be opened or is no text,
    PD-IMP-012 for what is larger than 16 MB.
    """
    data = _bytes(path)
    for magic, kind in _FOREIGN:
        if data.startswith(magic):
            raise _refused(path, f"It is {kind}.", "Save it as text, or name the right file.")
    decoded = _decoded(data)
    if decoded is None or count_invisible(decoded[0]) * 50 > len(decoded[0]):
        why = "It is no text in UTF-8, UTF-16, GB 18030 or Windows-1252."
        raise _refused(path, why, "Open it where it was made and save it as UTF-8 text.")
    text, encoding = decoded
    problems: Problems = ()
    if not encoding.startswith("UTF"):
        message = f"The file is not in UTF-8; it was read as {encoding}."
        place = Place(file=path.name)
        fix = "Look whether every letter is right."
        problems = (
            Problem(code="PD-IMP-040", severity="hint", message=message, place=place, fix=fix),
        )
    # Tabs are kept: in Markdown they indent.
    cleaned = "\t".join(clean_text(part) for part in text.split("\t"))
    return Source(cleaned, count_invisible(text), problems)


def invisible_removed(path: Path, count: int) -> Problems:
    """Tell how many invisible characters were left out."""
    if not count:
        return ()
    message = (
        "1 invisible character was removed."
        if count == 1
        else f"{count} invisible characters were removed."
    )
    place = Place(file=path.name)
    return (Problem(code="PD-IMP-041", severity="hint", message=message, place=place),)


def guess_language(text: str) -> str:
    """Tell Chinese, Japanese or Korean by its letters; "" for any other language."""
    letters = [char for char in text[:20_000] if char.isalpha()]
    if sum(map(is_cjk, letters)) * 3 < max(len(letters), 1):
        return ""
    if any("぀" <= char <= "ヿ" for char in letters):
        return "ja"
    return "ko" if any("가" <= char <= "힣" for char in letters) else "zh"


def language_guessed(path: Path, language: str) -> Problem:
    """Tell that the language was guessed."""
    return Problem(
        code="PD-IMP-042",
        severity="hint",
        message=f"The language is not given; the letters say “{language}”.",
        place=Place(file=path.name, field="language"),
        fix="Set the language if it is another.",
    )


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(LIMIT_BYTES + 1)
            size = path.stat().st_size
    except FileNotFoundError as error:
        why = f"There is no such file in “{path.parent}”."
        raise _refused(path, why, "Check the name.") from error
    except IsADirectoryError as error:
        raise _refused(path, "It is a folder.", "Name a file in it.") from error
    except OSError as error:
        why = f"The disk said: {error.strerror or error}."
        raise _refused(path, why, "Check that you may read it.") from error
    if len(data) > LIMIT_BYTES:
        raise _refused(
            path,
            f"It has {size / 1e6:.1f} MB; the limit for text is {LIMIT_BYTES / 1e6:.0f} MB.",
            "Cut it to the text of one release.",
            code="PD-IMP-012",
        )
    return data


def _decoded(data: bytes) -> tuple[str, str] | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = [("utf-16", "UTF-16")]
    else:
        encodings = [("utf-8-sig", "UTF-8"), ("gb18030", "GB 18030"), ("cp1252", "Windows-1252")]
    for codec, name in encodings:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if codec != "gb18030" or _is_chinese(text):
            return text, name
    return None


def _is_chinese(text: str) -> bool:
    """Tell whether text decoded as GB 18030 was meant so.

    Western letters followed by ASCII decode too, but to characters that lie
    outside GB 2312, the set of everyday writing.
    """
    foreign = [char for char in text if ord(char) > 127]
    everyday = sum(bool(char.encode("gb2312", errors="ignore")) for char in foreign)
    return everyday * 10 >= len(foreign) * 9


def _refused(path: Path, why: str, do: str, *, code: str = "PD-IMP-002") -> PressDeskError:
    return PressDeskError(
        code, f"“{path.name}” was not imported.", why, safe="The file is unchanged.", do=do
    )
