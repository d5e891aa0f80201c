"""Comparing two releases: two versions, two copies, what was recovered and what was saved."""

from collections.abc import Iterator, Sequence

from pressdesk.model.release import Release
from pressdesk.model.texts import Where
from pressdesk.review.blocks import compare_blocks
from pressdesk.review.differences import Comparison, Entry, Fact, TextChange
from pressdesk.review.items import (
    Item,
    compare_event,
    compare_items,
    compare_list,
    pair_boilerplates,
    pair_contacts,
    pair_people,
    pair_photos,
)
from pressdesk.review.matching import Pairs
from pressdesk.review.pieces import compare_text, count_added, count_removed

_NOT_READ = ("slug", "event.url", "contacts.email", "contacts.phone", "photos.name")
"""Texts that are no words to be counted."""


def compare(before: Release, after: Release) -> Comparison:
    """Compare all that two releases say: ids and the number of the version do not count.

    Blocks, people and photos are the same where their ids are, or, in a text that was
    imported again, where their words are alike.
    """
    entries = tuple(_entries(before, after))
    texts = [
        text
        for entry in entries
        if _has_words_to_count(entry)
        for text in entry.texts
        if text.kind != "same" and text.where.field not in _NOT_READ
    ]
    return Comparison(
        entries,
        words_added=sum(map(count_added, texts)),
        words_removed=sum(map(count_removed, texts)),
        photos_changed=sum(
            entry.part == "photos" and entry.kind not in ("same", "moved") for entry in entries
        ),
    )


def _has_words_to_count(entry: Entry) -> bool:
    """Leave out the second entry of a moved block, and photos that come or go as a whole."""
    is_whole_photo = entry.part == "photos" and entry.kind in ("added", "removed")
    return not entry.is_twin and not is_whole_photo


def _entries(before: Release, after: Release) -> Iterator[Entry]:
    """Go through both in the order in which a release is read."""
    people = pair_people(before.people, after.people)
    photos = pair_photos(before.photos, after.photos)
    renamed = _renamed(before.people, after.people, people)
    renamed |= _renamed(before.photos, after.photos, photos)
    for field in ("category", "headline", "deck", "place"):
        yield from _field(field, before, after)
    yield from _fact("date", before, after)
    yield from _fact("embargo", before, after)
    yield from compare_blocks("body", before.body, after.body, renamed)
    standing = pair_boilerplates(before.boilerplates, after.boilerplates)
    yield from compare_items("boilerplates", before.boilerplates, after.boilerplates, standing, {})
    contacts = pair_contacts(before.contacts, after.contacts)
    yield from compare_items("contacts", before.contacts, after.contacts, contacts, {})
    yield from _field("note", before, after)
    yield from compare_blocks("attached", before.attached, after.attached, renamed)
    yield from compare_items("people", before.people, after.people, people, {})
    if before.speakers != tuple(renamed.get(speaker, speaker) for speaker in after.speakers):
        speakers = Fact("speakers", before.speakers, after.speakers)
        yield Entry("speakers", "changed", facts=(speakers,))
    yield from compare_items("photos", before.photos, after.photos, photos, renamed)
    yield from compare_event(before.event, after.event)
    yield from _field("issuer", before, after)
    for field in ("language", "template"):
        yield from _fact(field, before, after)
    yield from _field("slug", before, after)
    keywords = compare_list("keywords", before.keywords, after.keywords)
    yield from _texts("keywords", keywords)
    yield from _field("rights", before, after)
    yield from _fact("state", before, after)


def _renamed(before: Sequence[Item], after: Sequence[Item], pairs: Pairs) -> dict[str, str]:
    """Give, for each id after, the id of the same thing before; a new thing has none of these."""
    taken = {item.id for item in before}
    new = {
        item.id: f"{item.id} (new)"
        for place, item in enumerate(after)
        if item.id in taken and place not in pairs.values()
    }
    return new | {after[other].id: before[place].id for place, other in pairs.items()}


def _field(name: str, before: Release, after: Release) -> Iterator[Entry]:
    text = compare_text(Where(name), getattr(before, name), getattr(after, name))
    yield from _texts(name, [text])


def _texts(name: str, texts: Sequence[TextChange]) -> Iterator[Entry]:
    written = tuple(text for text in texts if text.pieces or text.kind != "same")
    if written:
        is_same = all(text.kind == "same" for text in written)
        yield Entry(name, "same" if is_same else "changed", texts=written)


def _fact(name: str, before: Release, after: Release) -> Iterator[Entry]:
    fact = Fact(name, getattr(before, name), getattr(after, name))
    if fact.before != fact.after:
        yield Entry(name, "changed", facts=(fact,))
