"""What two releases differ in, said in words."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject

from pressdesk.export.wording import zone
from pressdesk.model.assets import Assets
from pressdesk.model.body import Block, Figure, Quote, Span, Table, plain
from pressdesk.model.framing import WHOLE, Crop
from pressdesk.model.kinds import kind_of
from pressdesk.model.photo import Mark
from pressdesk.model.release import Embargo, Release
from pressdesk.review.differences import Comparison, Entry, Fact, Piece, Value
from pressdesk.ui.dates import told_day, told_moment
from pressdesk.ui.dialogs.field_words import told_part
from pressdesk.ui.panels.languages import language_name
from pressdesk.ui.panels.source_types import source_type_words

_MINUS = "\u2212"
_MOST_LETTERS = 40
"""Of words that are told of, not shown."""


class Side(NamedTuple):
    """One of two releases that are compared."""

    title: str
    """What it is: ``Saved 14:02 by you``."""
    release: Release
    assets: Assets


def told_block(block: Block, release: Release) -> str:
    """Say what kind of block it is, and who speaks."""
    words = _kinds()[kind_of(block)]
    if isinstance(block, Quote) and block.speaker:
        return f"{words} · {_person(block.speaker, release)}"
    return words


def told_fact(part: str, fact: Fact, side: Side, *, before: bool) -> tuple[str, str]:
    """Give the name of a fact, and what it is on one side."""
    value = fact.before if before else fact.after
    name = told_part(part if fact.name == part else f"{part}.{fact.name}")
    if part in ("body", "attached"):
        name = _block_facts().get(fact.name, fact.name)
    return name, _told_value(fact.name, value, side.release)


def _told_value(name: str, value: Value, release: Release) -> str:
    translate = QCoreApplication.translate
    match value:
        case None if name == "crop":
            return translate("CompareWords", "the whole picture")
        case Crop():
            return _told_crop(value)
        case "" if name in ("consent", "source_type"):
            return translate("CompareWords", "not noted")
        case None | "" | ():
            return translate("CompareWords", "none")
        case bool():
            on, off = _switches().get(name, ("", ""))
            return on if value else off
        case dt.date():
            return told_day(value)
        case Embargo():
            told = told_moment(value.instant.astimezone(zone(value.zone)))
            return f"{told} ({value.zone})"
        case tuple():
            return ", ".join(_named(person, release) for person in value)
        case int() if name == "rating":
            return translate("CompareWords", "{n} of 5 stars").replace("{n}", str(value))
        case int():
            return str(value)
        case _:
            pass
    match name:
        case "source_type":
            return source_type_words(value)
        case "photo":
            return _photo_name(value, release)
        case "language":
            return language_name(value)
        case "state" | "order" | "align" | "consent":
            return _values().get(value, value)
        case _:
            return value


def told_names(fact: Fact, before: Side, after: Side) -> tuple[list[str], list[str]]:
    """Give the names of the people that a fact lists, on each side."""
    sides: list[list[str]] = []
    for value, side in ((fact.before, before), (fact.after, after)):
        people = value if isinstance(value, tuple) else ()
        sides.append([_named(person, side.release) for person in people])
    return sides[0], sides[1]


def told_moved(names: str) -> str:
    """Say that the same people are marked, elsewhere in the picture."""
    return QCoreApplication.translate("CompareWords", "{names}, elsewhere").replace(
        "{names}", names
    )


def _told_crop(crop: Crop) -> str:
    translate = QCoreApplication.translate
    told: list[str] = []
    if crop.box != WHOLE:
        form = translate("CompareWords", "{width} % of its width, {height} % of its height")
        told.append(
            form.replace("{width}", _percent(crop.box.width)).replace(
                "{height}", _percent(crop.box.height)
            )
        )
    else:
        told.append(translate("CompareWords", "the whole picture"))
    if crop.angle:
        form = translate("CompareWords", "turned by {angle}°")
        told.append(form.replace("{angle}", f"{crop.angle:.1f}".replace("-", _MINUS)))
    if crop.focus:
        form = translate("CompareWords", "focal point {x} % from the left, {y} % from the top")
        told.append(
            form.replace("{x}", _percent(crop.focus.x)).replace("{y}", _percent(crop.focus.y))
        )
    return translate("CompareWords", ", ").join(told)


def _percent(share: float) -> str:
    return str(round(100 * share))


def _named(one: str | Mark, release: Release) -> str:
    """Name a person, or whoever is marked."""
    if isinstance(one, str):
        return _person(one, release)
    unknown = QCoreApplication.translate("CompareWords", "somebody not named")
    return (_person(one.person, release) if one.person else one.name) or unknown


def told_marks(piece: Piece) -> str:
    """Say what marks a stretch has got and lost."""
    words = _short(plain(piece.after))
    told: list[str] = []
    for name, on, off in _marks():
        was = {_mark(span, name) for span in piece.before}
        now = {_mark(span, name) for span in piece.after}
        if was != now:
            target = next(iter(sorted(filter(None, now))), "")
            told.append(on.replace("{target}", target) if target else off)
    separator = QCoreApplication.translate("CompareWords", ", ")
    form = QCoreApplication.translate("CompareWords", "“{words}”: {marks}")
    return form.replace("{marks}", separator.join(told)).replace("{words}", words)


def _mark(span: Span, name: str) -> str:
    value = getattr(span, name)
    return "on" if value is True else value or ""


def told_summary(comparison: Comparison) -> str:
    """Say in one line how much differs: ``Changed: 3 paragraphs · +212 words, −14 words``."""
    parts: list[str] = []
    for kind, words in _verbs().items():
        counts = Counter(_noun(entry) for entry in comparison.changes if entry.kind == kind)
        told = [CompareCounts().things(noun, counts[noun]) for noun in _NOUNS if counts[noun]]
        if told:
            separator = QCoreApplication.translate("CompareWords", ", ")
            parts.append(words.replace("{things}", separator.join(told)))
    if words := told_words(comparison.words_added, comparison.words_removed):
        parts.append(words)
    return " · ".join(parts)


def told_words(added: int, removed: int) -> str:
    """Say how many words came and went; "" where none did."""
    separator = QCoreApplication.translate("CompareWords", ", ")
    return separator.join(
        sign + CompareCounts().words(count)
        for sign, count in (("+", added), (_MINUS, removed))
        if count
    )


def told_kind(entry: Entry, *, is_from_above: bool = False) -> str:
    """Say in words what became of something; "" where nothing did."""
    translate = QCoreApplication.translate
    words = {
        "same": "",
        "changed": translate("CompareWords", "Changed"),
        "added": translate("CompareWords", "Added"),
        "removed": translate("CompareWords", "Removed"),
        "moved": "",
    }[entry.kind]
    if not entry.is_moved:
        return words
    match entry.shows, is_from_above:
        case "before", True:
            moved = translate("CompareWords", "Moved further down")
        case "before", False:
            moved = translate("CompareWords", "Moved further up")
        case "after", True:
            moved = translate("CompareWords", "Moved here from further up")
        case "after", False:
            moved = translate("CompareWords", "Moved here from further down")
        case _:
            moved = translate("CompareWords", "Moved")
    return f"{moved} · {words}" if words else moved


def told_unchanged(entries: Sequence[Entry]) -> str:
    """Say how much of the same is not shown."""
    count = len(entries)
    nouns = {_noun(entry) for entry in entries}
    noun = nouns.pop() if len(nouns) == 1 else "part"
    if {_noun(entry) for entry in entries} <= {"paragraph", "caption", "table"}:
        noun = "paragraph" if noun == "part" else noun
    unchanged = QCoreApplication.translate("CompareWords", "{things} unchanged")
    return unchanged.replace("{things}", CompareCounts().things(noun, count))


_NOUNS = (
    *(
        "field",
        "paragraph",
        "caption",
        "table",
        "boilerplate",
        "contact",
        "person",
        "photo",
        "part",
    ),
)
_ITEMS = {
    "boilerplates": "boilerplate",
    "contacts": "contact",
    "people": "person",
    "photos": "photo",
}


def _noun(entry: Entry) -> str:
    if entry.part in ("body", "attached"):
        match entry.after or entry.before:
            case Figure():
                return "caption"
            case Table():
                return "table"
            case _:
                return "paragraph"
    return _ITEMS.get(entry.part, "field")


class CompareCounts(QObject):
    """Counts things in words: ``tr`` alone knows plurals."""

    def words(self, count: int) -> str:
        """Count words."""
        return self.tr("%n word(s)", "", count)

    def things(self, noun: str, count: int) -> str:
        """Count things of a kind."""
        match noun:
            case "paragraph":
                return self.tr("%n paragraph(s)", "", count)
            case "caption":
                return self.tr("%n captioned photo(s)", "", count)
            case "table":
                return self.tr("%n table(s)", "", count)
            case "boilerplate":
                return self.tr("%n boilerplate(s)", "", count)
            case "contact":
                return self.tr("%n media contact(s)", "", count)
            case "person":
                return self.tr("%n person(s)", "", count)
            case "photo":
                return self.tr("%n photo(s)", "", count)
            case "field":
                return self.tr("%n field(s)", "", count)
            case _:
                return self.tr("%n part(s)", "", count)


def told_section(name: str) -> str:
    """Name a part of the release."""
    translate = QCoreApplication.translate
    return {
        "head": translate("CompareWords", "Headline and dateline"),
        "body": translate("CompareWords", "Text"),
        "boilerplates": translate("CompareWords", "Boilerplate"),
        "contacts": translate("CompareWords", "Media contacts"),
        "note": translate("CompareWords", "Note to editors"),
        "attached": translate("CompareWords", "Photos beside the text"),
        "people": translate("CompareWords", "People"),
        "photos": translate("CompareWords", "Photos"),
        "details": translate("CompareWords", "Details"),
    }[name]


def told_photo_size(entry: Entry, *, before: bool) -> str:
    """Give the size of a photo's file in pixels, and its kind."""
    photo = entry.before if before else entry.after
    width, height = getattr(photo, "width", 0), getattr(photo, "height", 0)
    suffix = getattr(photo, "suffix", "").upper()
    form = QCoreApplication.translate("CompareWords", "{width} × {height} pixels, {kind}")
    return (
        form.replace("{width}", str(width))
        .replace("{height}", str(height))
        .replace("{kind}", suffix)
    )


def _photo_name(photo: str, release: Release) -> str:
    for one in release.photos:
        if one.id == photo:
            return one.name or _short(one.headline or one.alt) or photo
    return photo


def _person(person: str, release: Release) -> str:
    for one in release.people:
        if one.id == person:
            return one.name or one.native or person
    return person


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _MOST_LETTERS else text[: _MOST_LETTERS - 1].rstrip() + "…"


def _kinds() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "paragraph": translate("CompareWords", "Paragraph"),
        "heading": translate("CompareWords", "Heading"),
        "bullet": translate("CompareWords", "List item"),
        "numbered": translate("CompareWords", "Numbered item"),
        "quote": translate("CompareWords", "Quote"),
        "figure": translate("CompareWords", "Photo with caption"),
        "table": translate("CompareWords", "Table"),
    }


def _verbs() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "changed": translate("CompareWords", "Changed: {things}"),
        "added": translate("CompareWords", "Added: {things}"),
        "removed": translate("CompareWords", "Removed: {things}"),
        "moved": translate("CompareWords", "Moved: {things}"),
    }


def _block_facts() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "begins": translate("CompareWords", "List"),
        "photo": translate("CompareWords", "Photo"),
        "rows": translate("CompareWords", "Rows"),
        "columns": translate("CompareWords", "Columns"),
        "header": translate("CompareWords", "First row"),
        "align": translate("CompareWords", "Alignment"),
    }


def _switches() -> dict[str, tuple[str, str]]:
    """Say what is on, and what is off."""
    translate = QCoreApplication.translate
    return {
        "begins": (
            translate("CompareWords", "begins anew"),
            translate("CompareWords", "goes on"),
        ),
        "header": (
            translate("CompareWords", "names the columns"),
            translate("CompareWords", "a row like the others"),
        ),
        "decorative": (
            translate("CompareWords", "screen readers pass over it"),
            translate("CompareWords", "is described"),
        ),
    }


def _values() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "draft": translate("CompareWords", "Draft"),
        "in-review": translate("CompareWords", "In review"),
        "approved": translate("CompareWords", "Approved"),
        "published": translate("CompareWords", "Published"),
        "given-first": translate("CompareWords", "Given name first"),
        "family-first": translate("CompareWords", "Family name first"),
        "not-needed": translate("CompareWords", "not needed"),
        "asked": translate("CompareWords", "asked for"),
        "given": translate("CompareWords", "given"),
        "refused": translate("CompareWords", "refused"),
        "left": translate("CompareWords", "left"),
        "center": translate("CompareWords", "centred"),
        "right": translate("CompareWords", "right"),
    }


def _marks() -> tuple[tuple[str, str, str], ...]:
    """Name each mark, what it is to get it, and to lose it."""
    translate = QCoreApplication.translate
    return (
        ("bold", translate("CompareWords", "now bold"), translate("CompareWords", "not bold now")),
        (
            "italic",
            translate("CompareWords", "now italic"),
            translate("CompareWords", "not italic now"),
        ),
        (
            "underline",
            translate("CompareWords", "now underlined"),
            translate("CompareWords", "not underlined now"),
        ),
        (
            "strike",
            translate("CompareWords", "now struck through"),
            translate("CompareWords", "not struck through now"),
        ),
        (
            "script",
            translate("CompareWords", "now raised or lowered"),
            translate("CompareWords", "back on the line"),
        ),
        (
            "link",
            translate("CompareWords", "now a link to {target}"),
            translate("CompareWords", "no link now"),
        ),
        (
            "lang",
            translate("CompareWords", "now marked as another language ({target})"),
            translate("CompareWords", "now in the language of the release"),
        ),
    )
