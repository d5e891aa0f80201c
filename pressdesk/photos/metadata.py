"""Caption, credit and rights written into an exported picture, and nothing else left in it."""

from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict, replace

from pressdesk.model.photo import SOURCE_TYPES, Photo
from pressdesk.model.problem import Place, PressDeskError, Problem, Problems
from pressdesk.model.text import clean_line, clean_text, safe_link
from pressdesk.photos import iim, jpeg, xmp
from pressdesk.photos.fields import Region

LIMIT_XMP = jpeg.LIMIT_PAYLOAD - len(jpeg.XMP)
_LENGTHS = (LIMIT_XMP, 8000, 4000, 2000, 1000, 500, 100)
"""Characters a text is cut to, and a list to a tenth as many entries, until the packet fits."""

_MANY_LINES = ("caption", "instructions", "usage")


class Record(Struct, frozen=True, kw_only=True):
    """What is written into an exported picture, as XMP and, where it has the field, as IIM."""

    caption: str = ""
    alt: str = ""
    extended_description: str = ""
    headline: str = ""
    title: str = ""
    creator: str = ""
    job_title: str = ""
    caption_writer: str = ""
    credit: str = ""
    source: str = ""
    copyright: str = ""
    usage: str = ""
    license_url: str = ""
    sublocation: str = ""
    city: str = ""
    state: str = ""
    country: str = ""
    country_code: str = ""
    source_type: str = ""
    keywords: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    """Names, from left to right."""
    regions: tuple[Region, ...] = ()
    """Where they are in this rendition."""
    event: str = ""
    job: str = ""
    """By which editors ask for the release again: its slug."""
    taken: date | None = None
    language: str = ""
    """BCP 47 tag of caption, alt text, copyright, usage terms and event."""
    instructions: str = ""
    """What an editor must heed: the embargo."""


_OF_PHOTO = tuple(
    name
    for name in Record.__struct_fields__
    if name in Photo.__struct_fields__ and name not in ("people", "license_url")
)
"""What a record takes from its photo as it is."""


def record(photo: Photo, caption: str, *, language: str = "en", **given: Any) -> Record:
    """Make the record of one use of a photo; without a caption its description stands in.

    ``given`` are the other fields of a record: people, regions, event and the like.
    """
    return Record(
        caption=caption or photo.description,
        language=language,
        **{name: getattr(photo, name) for name in _OF_PHOTO},
        license_url=safe_link(photo.license_url),
        **given,
    )


def with_metadata(data: bytes, record: Record) -> bytes:
    """Write a record into a JPEG in place of all metadata it has; the pixels stay bit-equal.

    Kept are JFIF, ICC profile and Adobe's colour marker. XMP is the master;
    IIM holds what of it fits into its fields (IPTC IIM 4.2, in bytes of
    UTF-8). Texts that do not fit into one XMP segment are shortened. Raises
    PressDeskError PD-IMG-003 for bytes that are no JPEG.
    """
    try:
        kept = jpeg.public(data)
    except jpeg.BrokenJpegError as error:
        raise PressDeskError(
            "PD-IMG-003",
            "A picture cannot be given its caption.",
            f"It is not a whole JPEG file: {error}.",
            safe="Nothing was written.",
            do="Export again.",
        ) from error
    record = _cleaned(record)
    written: list[jpeg.Segment] = []
    if packet := _packet(record):
        written.append(jpeg.Segment(jpeg.APP1, jpeg.XMP + packet))
    if block := iim.write(_iim_values(record)):
        written.append(jpeg.Segment(jpeg.APP13, jpeg.PHOTOSHOP + block))
    place = 1 if kept and kept[0].marker == jpeg.APP0 else 0
    return jpeg.joined((*kept[:place], *written, *kept[place:]))


def shortened(record: Record, photo_id: str = "") -> Problems:
    """List the fields that IIM holds only in part, for the report of an export."""
    problems: list[Problem] = []
    for name, words in _iim_values(_cleaned(record)):
        limit = iim.DATASETS[name][1]
        kept = iim.cut(words, limit)
        if kept != words:
            problems.append(
                Problem(
                    code="PD-IMG-020",
                    severity="hint",
                    message=f"In the picture's IPTC record the {name} ends after “{kept[-20:]}”:"
                    f" it has {len(words.encode())} bytes; the limit is {limit}."
                    " Its XMP holds all of it.",
                    place=Place(field="photos", item=photo_id),
                )
            )
    return tuple(problems)


def _cleaned(record: Record) -> Record:
    def clean(name: str, value: Any) -> Any:
        if isinstance(value, str):
            return clean_text(value).strip(" \n") if name in _MANY_LINES else clean_line(value)
        return value

    fields = {name: clean(name, value) for name, value in asdict(record).items()}
    fields["keywords"] = tuple(clean_line(keyword) for keyword in record.keywords)
    fields["people"] = tuple(clean_line(person) for person in record.people)
    fields["regions"] = tuple(
        replace(region, name=clean_line(region.name)) for region in record.regions
    )
    return Record(**fields)


def _packet(record: Record) -> bytes:
    packet = b""
    for length in _LENGTHS:
        packet = _xmp(_shorter(record, length))
        if len(packet) <= LIMIT_XMP:
            break
    return packet


def _shorter(record: Record, length: int) -> Record:
    texts = {
        name: value[:length] for name, value in asdict(record).items() if isinstance(value, str)
    }
    return replace(
        record,
        **texts,
        keywords=tuple(keyword[:length] for keyword in record.keywords[: length // 10]),
        people=tuple(person[:length] for person in record.people[: length // 10]),
        regions=tuple(
            replace(region, name=region.name[:length]) for region in record.regions[: length // 50]
        ),
    )


def _xmp(record: Record) -> bytes:
    values: dict[str, tuple[str, ...]] = {}
    for name, value in asdict(record).items():
        if name == "regions":
            continue
        if isinstance(value, tuple):
            values[name] = value
        elif value:
            values[name] = (str(value),)
    if record.source_type:
        values["source_type"] = (SOURCE_TYPES + record.source_type,)
    return xmp.write(values, record.language, record.regions)


def _iim_values(record: Record) -> list[tuple[str, str]]:
    values = [(name, getattr(record, name)) for name in iim.DATASETS]
    texts = [(name, value) for name, value in values if isinstance(value, str) and value]
    texts += [("keywords", keyword) for keyword in record.keywords]
    if record.taken:
        texts.append(("taken", f"{record.taken:%Y%m%d}"))
    return texts
