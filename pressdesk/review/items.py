"""The people, photos, contacts and standing texts of two releases, one by one."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from pressdesk.model.body import Span
from pressdesk.model.people import Contact, Person
from pressdesk.model.photo import Mark, Photo
from pressdesk.model.release import Boilerplate, Event
from pressdesk.model.texts import BOILERPLATE, CONTACT, PERSON, PHOTO, Where
from pressdesk.review.differences import Entry, Fact, TextChange, Thing, Value
from pressdesk.review.matching import Pairs, pair_by
from pressdesk.review.pieces import added_text, compare_text, removed_text
from pressdesk.review.sequences import common_runs, heaviest_rising

Item = Photo | Person | Contact | Boilerplate
T = TypeVar("T", bound=Item)

TEXTS: Mapping[str, tuple[str, ...]] = {
    "people": PERSON,
    "photos": ("name", *PHOTO, "license_url"),
    "contacts": CONTACT,
    "boilerplates": (*BOILERPLATE, "version"),
    "event": ("name", "place", "url"),
}
"""The texts of each kind of thing, in reading order."""
FACTS: Mapping[str, tuple[str, ...]] = {
    "people": ("order",),
    "photos": (
        *("media", "width", "height", "suffix", "crop", "decorative", "taken", "rating"),
        "source_type",
        *("consent", "consent_until", "use_until"),
    ),
    "contacts": (),
    "boilerplates": (),
    "event": ("start", "end"),
}


def pair_people(before: Sequence[Person], after: Sequence[Person]) -> Pairs:
    """Find who is who: an id holds where the name speaks for it, or for nobody else."""
    return _pair(before, after, lambda person: person.name.casefold())


def pair_photos(before: Sequence[Photo], after: Sequence[Photo]) -> Pairs:
    """Find which photo is which: one whose bytes were exchanged is known by its id."""
    return _pair(before, after, lambda photo: photo.media)


def pair_contacts(before: Sequence[Contact], after: Sequence[Contact]) -> Pairs:
    """Find which contact is which."""
    return _pair(before, after, lambda contact: contact.name.casefold())


def pair_boilerplates(before: Sequence[Boilerplate], after: Sequence[Boilerplate]) -> Pairs:
    """Find which standing text is which."""
    return _pair(before, after, lambda text: text.heading.casefold() or text.text)


def _pair(before: Sequence[T], after: Sequence[T], name: Callable[[T], str]) -> Pairs:
    def with_id(item: T) -> Hashable:
        return item.id, name(item)

    def without_id(item: T) -> Hashable:
        return replace(item, id="x")

    def by_id(item: T) -> Hashable:
        return item.id

    return pair_by(before, after, (with_id, without_id, name, by_id))


def compare_items(
    part: str,
    before: Sequence[Item],
    after: Sequence[Item],
    pairs: Pairs,
    renamed: Mapping[str, str],
) -> list[Entry]:
    """Compare things in their order after; what is gone stands where it stood before."""
    origins = {other: place for place, other in pairs.items()}
    arrived = [origins[place] for place in range(len(after)) if place in origins]
    compared = {
        place: compare_item(part, before[origin], after[place], renamed)
        for place, origin in origins.items()
    }
    # the fewest have moved, and of those as many as can be did nothing but that
    weights = [
        len(arrived) + (compared[place].kind != "same")
        for place in range(len(after))
        if place in origins
    ]
    staying = {arrived[at] for at in heaviest_rising(arrived, weights)}
    gone = [place for place in range(len(before)) if place not in pairs]
    entries: list[Entry] = []
    for place, item in enumerate(after):
        origin = origins.get(place)
        if origin is None:
            entries.append(whole_item(part, item, is_new=True))
            continue
        if origin in staying:
            while gone and gone[0] < origin:
                entries.append(whole_item(part, before[gone.pop(0)], is_new=False))
        entry = compared[place]
        if origin not in staying:
            kind = "moved" if entry.kind == "same" else entry.kind
            entry = replace(entry, kind=kind, is_moved=True)
        entries.append(entry)
    entries += [whole_item(part, before[place], is_new=False) for place in gone]
    return entries


def compare_item(part: str, before: Thing, after: Thing, renamed: Mapping[str, str]) -> Entry:
    """Compare all fields of one thing."""
    item = getattr(after, "id", "")
    texts = [
        compare_text(Where(f"{part}.{name}", item), getattr(before, name), getattr(after, name))
        for name in TEXTS[part]
    ]
    facts: list[Fact] = []
    for name in FACTS[part]:
        old: Value = getattr(before, name)
        new: Value = getattr(after, name)
        if old != new:
            facts.append(Fact(name, old, new))
    if isinstance(before, Photo) and isinstance(after, Photo):
        texts += compare_list(f"{part}.keywords", before.keywords, after.keywords, item)
        if before.people != tuple(renamed.get(person, person) for person in after.people):
            facts.append(Fact("people", before.people, after.people))
        if _seen(before.marks, {}) != _seen(after.marks, renamed):
            facts.append(Fact("marks", before.marks, after.marks))
    is_same = not facts and all(text.kind == "same" for text in texts)
    written = tuple(text for text in texts if text.pieces)
    return Entry(part, "same" if is_same else "changed", before, after, written, tuple(facts))


def _seen(marks: Sequence[Mark], renamed: Mapping[str, str]) -> list[Mark]:
    """Give what marks say of a photo: who is where, whatever the marks' own ids."""
    return [replace(mark, id="x", person=renamed.get(mark.person, mark.person)) for mark in marks]


def whole_item(part: str, item: Thing, *, is_new: bool) -> Entry:
    """Tell of a thing that is new, or gone."""
    make = added_text if is_new else removed_text
    texts = [
        make(Where(f"{part}.{name}", getattr(item, "id", "")), (Span(getattr(item, name)),))
        for name in TEXTS[part]
    ]
    if isinstance(item, Photo):
        texts += [
            make(Where("photos.keywords", item.id, row), (Span(word),))
            for row, word in enumerate(item.keywords)
        ]
    written = tuple(text for text in texts if text.pieces)
    if is_new:
        return Entry(part, "added", None, item, written, shows="after")
    return Entry(part, "removed", item, None, written, shows="before")


def compare_event(before: Event | None, after: Event | None) -> list[Entry]:
    """Compare what the two report on."""
    match before, after:
        case None, None:
            return []
        case None, Event():
            return [whole_item("event", after, is_new=True)]
        case Event(), None:
            return [whole_item("event", before, is_new=False)]
        case _:
            return [compare_item("event", before, after, {})]


def compare_list(
    field: str, before: Sequence[str], after: Sequence[str], item: str = ""
) -> list[TextChange]:
    """Compare lists of words, such as keywords, word by word."""
    texts: list[TextChange] = []
    at = other_at = 0
    ends: Any = (len(before), len(after), 0)
    for start, other_start, length in (*common_runs(before, after), ends):
        texts += [
            removed_text(Where(field, item, row), (Span(before[row]),)) for row in range(at, start)
        ]
        texts += [
            added_text(Where(field, item, row), (Span(after[row]),))
            for row in range(other_at, other_start)
        ]
        at, other_at = start + length, other_start + length
        texts += [
            compare_text(Where(field, item, row), after[row], after[row])
            for row in range(other_start, other_at)
        ]
    return texts
