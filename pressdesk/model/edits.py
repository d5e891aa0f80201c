"""Edits: pure functions from a release to a release.

Each cleans what it is given; captions that say who is who follow people and photos. An id
that is not in the release raises KeyError.
"""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from pressdesk.model.body import Block, Body, Figure, Quote, clean_block
from pressdesk.model.captioned_people import keep_in_step
from pressdesk.model.people import Person
from pressdesk.model.photo import Mark, Photo
from pressdesk.model.release import Release, cleaned
from pressdesk.model.rows import in_step


def set_fields(release: Release, **fields: Any) -> Release:
    """Set plain fields: headline, place, embargo, keywords and the like."""
    return keep_in_step(release, cleaned(replace(release, **fields))[0])


def set_body(release: Release, body: Body) -> Release:
    """Put a new body in place of the old."""
    return replace(release, body=tuple(clean_block(block) for block in body))


def insert_block(release: Release, block: Block, *, after: str = "") -> Release:
    """Insert a block after another, or at the start of the body."""
    place = _index(release.body, after) + 1 if after else 0
    block = clean_block(block)
    return replace(release, body=(*release.body[:place], block, *release.body[place:]))


def replace_block(release: Release, block: Block) -> Release:
    """Put a block in place of the one with its id, in the body or among the attached."""
    block = clean_block(block)
    if isinstance(block, Figure) and any(block.id == figure.id for figure in release.attached):
        return replace(release, attached=_replaced(release.attached, block))
    return replace(release, body=_replaced(release.body, block))


def remove_block(release: Release, id: str) -> Release:
    """Take a block out of the body; a figure's photo stays in the release, attached."""
    block = release.body[_index(release.body, id)]
    body = tuple(other for other in release.body if other.id != id)
    attached = release.attached
    if isinstance(block, Figure) and not any(
        figure.photo == block.photo for figure in release.figures if figure.id != id
    ):
        attached = (*attached, block)
    return replace(release, body=body, attached=attached)


def move_block(release: Release, id: str, *, after: str = "") -> Release:
    """Move a block behind another, or to the start of the body."""
    if id == after:
        return release
    block = release.body[_index(release.body, id)]
    rest = tuple(other for other in release.body if other.id != id)
    place = _index(rest, after) + 1 if after else 0
    return replace(release, body=(*rest[:place], block, *rest[place:]))


def add_photo(release: Release, photo: Photo) -> tuple[Release, Photo]:
    """Add a photo; a picture that is already there is not added again.

    Gives the release and the photo that now stands for the picture.
    """
    for known in release.photos:
        if known.media == photo.media:
            return release, known
    # Without the text: cleaning that again for each of many photos would take long.
    alone = replace(release, photos=(photo,), body=(), attached=(), boilerplates=())
    photo = cleaned(alone)[0].photos[0]
    return replace(release, photos=(*release.photos, photo)), photo


def replace_photo(release: Release, photo: Photo) -> Release:
    """Put a photo's description and rights in place of the old."""
    photo = in_step(photo, release.photo(photo.id).marks)
    return set_fields(release, photos=_replaced(release.photos, photo))


def remove_photo(release: Release, id: str) -> Release:
    """Take a photo out, with every use of it."""
    release.photo(id)
    return replace(
        release,
        photos=tuple(photo for photo in release.photos if photo.id != id),
        body=tuple(b for b in release.body if not (isinstance(b, Figure) and b.photo == id)),
        attached=tuple(figure for figure in release.attached if figure.photo != id),
    )


def attach(release: Release, figure: Figure) -> Release:
    """Attach a photo without a place in the body."""
    release.photo(figure.photo)
    return replace(release, attached=(*release.attached, clean_block(figure)))


def place_figure(release: Release, id: str, *, after: str = "") -> Release:
    """Give an attached figure a place in the body."""
    figure = release.attached[_index(release.attached, id)]
    rest = tuple(other for other in release.attached if other.id != id)
    return insert_block(replace(release, attached=rest), figure, after=after)


def add_person(release: Release, person: Person, *, speaks: bool = False) -> Release:
    """Add a person, as the last of the speakers where the person speaks."""
    release = set_fields(release, people=(*release.people, person))
    return set_speakers(release, (*release.speakers, person.id)) if speaks else release


def replace_person(release: Release, person: Person) -> Release:
    """Put a person's record in place of the old."""
    return set_fields(release, people=_replaced(release.people, person))


def remove_person(release: Release, id: str) -> Release:
    """Take a person out: from the speakers, the photos, and the quotes, which stay.

    A mark in a photo stays too, with the bare name.
    """
    name = release.person(id).name

    def named(mark: Mark) -> Mark:
        return replace(mark, person="", name=name) if mark.person == id else mark

    photos = tuple(
        replace(
            photo,
            people=tuple(other for other in photo.people if other != id),
            marks=tuple(map(named, photo.marks)),
        )
        for photo in release.photos
    )
    body = tuple(
        replace(block, speaker="") if isinstance(block, Quote) and block.speaker == id else block
        for block in release.body
    )
    gone = replace(
        release,
        people=tuple(person for person in release.people if person.id != id),
        speakers=tuple(speaker for speaker in release.speakers if speaker != id),
        photos=photos,
        body=body,
    )
    return keep_in_step(release, gone)


def set_speakers(release: Release, speakers: Iterable[str]) -> Release:
    """Set who speaks, in order; a second mention of somebody is dropped."""
    ids = tuple(dict.fromkeys(speakers))
    for speaker in ids:
        release.person(speaker)
    return replace(release, speakers=ids)


def _index(things: Iterable[Any], id: str) -> int:
    for place, thing in enumerate(things):
        if thing.id == id:
            return place
    raise KeyError(id)


def _replaced(things: Iterable[Any], new: Any) -> tuple[Any, ...]:
    things = tuple(things)
    place = _index(things, new.id)
    return (*things[:place], new, *things[place + 1 :])
