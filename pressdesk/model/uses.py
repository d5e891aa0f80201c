"""Where the people and photos of a release are used, and how their order is changed."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple, TypeVar

from msgspec.structs import replace

from pressdesk.model import edits
from pressdesk.model.body import Figure, Paragraph, Quote, Span
from pressdesk.model.photo import Photo
from pressdesk.model.release import Release


class PersonUses(NamedTuple):
    """How often a person is named by reference."""

    quotes: int
    """Quotations; one of several paragraphs counts once."""
    photos: int


def uses_of_person(release: Release, id: str) -> PersonUses:
    """Count the quotations by a person and the photos that show the person."""
    quotes = 0
    before = ""
    for block in release.body:
        speaker = block.speaker if isinstance(block, Quote) else ""
        quotes += speaker == id and before != id
        before = speaker
    photos = sum(
        id in photo.people or any(mark.person == id for mark in photo.marks)
        for photo in release.photos
    )
    return PersonUses(quotes, photos)


def arrange_people(release: Release, speakers: Iterable[str], others: Iterable[str]) -> Release:
    """Set who speaks and who is only named, each in order; all people must be among them."""
    speakers, others = tuple(speakers), tuple(others)
    if {*speakers, *others} != {person.id for person in release.people}:
        raise KeyError("not the people of the release")
    people = tuple(release.person(one) for one in (*speakers, *others))
    if speakers == release.speakers and others == tuple(one.id for one in release.others):
        return release
    return replace(release, people=people, speakers=speakers)


def place_photo(release: Release, photo: str, *, after: str, id: str) -> tuple[Release, str]:
    """Give a photo a place in the body, behind a block or at its start ("").

    A figure that shows it already is moved there, an attached one first; else
    one with the given id is made. Gives also the id of the figure.
    """
    release.photo(photo)
    for figure in release.attached:
        if figure.photo == photo:
            return edits.place_figure(release, figure.id, after=after), figure.id
    for block in release.body:
        if isinstance(block, Figure) and block.photo == photo:
            return edits.move_block(release, block.id, after=after), block.id
    return edits.insert_block(release, Figure(id=id, photo=photo), after=after), id


def use_photos(
    release: Release, photos: Iterable[str], *, after: str | None, new_id: Callable[[], str]
) -> Release:
    """Use photos one behind the other, behind a block or at the start of the body ("").

    Where ``after`` is None they are attached. What is used in that way already stays where
    it is; what was not used at all begins with its description as caption.
    """
    uses = {use.photo.id: use for use in photo_uses(release)}
    for use in (uses[photo] for photo in photos):
        if use.placed or (after is None and use.attached):
            continue
        if use.attached:
            figure = use.attached[0].id
            release = edits.place_figure(release, figure, after=after or "")
        else:
            said = use.photo.description.strip()
            made = Figure(id=new_id(), photo=use.photo.id, caption=(Span(said),) if said else ())
            figure = made.id
            if after is None:
                release = edits.attach(release, made)
                continue
            release = edits.insert_block(release, made, after=after)
        after = figure
    return release


Standing = Literal["placed", "attached", "unused"]


class PhotoUse(NamedTuple):
    """A photo with all its uses."""

    photo: Photo
    placed: tuple[Figure, ...]
    """Its figures in the body, in reading order."""
    attached: tuple[Figure, ...]
    is_lead: bool
    """True: the first figure of the body shows it."""

    @property
    def standing(self) -> Standing:
        if self.placed:
            return "placed"
        return "attached" if self.attached else "unused"

    @property
    def figures(self) -> tuple[Figure, ...]:
        return self.placed + self.attached


def photo_uses(release: Release) -> tuple[PhotoUse, ...]:
    """List the photos as they are first used: in the body, then attached, then nowhere."""
    photos = {photo.id: photo for photo in release.photos}
    placed = [block for block in release.body if isinstance(block, Figure)]
    used = [figure.photo for figure in (*placed, *release.attached)]
    order = dict.fromkeys(photo for photo in (*used, *photos) if photo in photos)
    lead = placed[0].photo if placed else ""
    return tuple(
        PhotoUse(
            photos[photo],
            tuple(figure for figure in placed if figure.photo == photo),
            tuple(figure for figure in release.attached if figure.photo == photo),
            photo == lead,
        )
        for photo in order
    )


def make_lead(release: Release, photo_id: str, figure_id: str) -> Release:
    """Make a photo the first picture of the body, where the first one stands now.

    Where the body has none yet it goes behind the first paragraph. ``figure_id``
    is the id of its figure where it is not used yet.
    """
    placed = [block for block in release.body if isinstance(block, Figure)]
    if placed and placed[0].photo == photo_id:
        return release
    after = _before(release, placed[0].id) if placed else _first_paragraph(release)
    for figure in placed:
        if figure.photo == photo_id:
            return edits.move_block(release, figure.id, after=after)
    for figure in release.attached:
        if figure.photo == photo_id:
            return edits.place_figure(release, figure.id, after=after)
    release.photo(photo_id)
    return edits.insert_block(release, Figure(id=figure_id, photo=photo_id), after=after)


T = TypeVar("T")


def moved(things: Sequence[T], place: int, to: int) -> tuple[T, ...]:
    """Move one thing of a row to another place; it stops at either end."""
    rest = [*things[:place], *things[place + 1 :]]
    rest.insert(min(max(to, 0), len(rest)), things[place])
    return tuple(rest)


def _before(release: Release, block_id: str) -> str:
    before = ""
    for block in release.body:
        if block.id == block_id:
            break
        before = block.id
    return before


def _first_paragraph(release: Release) -> str:
    return next((block.id for block in release.body if isinstance(block, Paragraph)), "")
