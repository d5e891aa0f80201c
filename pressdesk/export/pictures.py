"""The pictures of an export: renditions that carry the caption of their use and nothing private."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from pressdesk.model.assets import Assets
from pressdesk.model.body import plain
from pressdesk.model.identification import names
from pressdesk.model.photo import Photo
from pressdesk.model.problem import Place, Problem, Problems
from pressdesk.model.release import Release
from pressdesk.photos.fields import PRIVATE, Region
from pressdesk.photos.metadata import Record, record, shortened, with_metadata
from pressdesk.photos.render import Picture, Renderer, Target
from pressdesk.photos.target import target_frame

Progress = Callable[[int, int], None]


class Pictures:
    """The renditions of a release's photos, by figure and target."""

    def __init__(
        self,
        release: Release,
        made: Mapping[tuple[str, Target], Picture],
        instructions: str,
        make: Callable[[Photo, Target], Picture] | None = None,
    ) -> None:
        """``made`` is by id of the photo and target; ``make`` gives what is wanted of one only."""
        self._release = release
        self._figures = {figure.id: figure for figure in release.figures}
        self._made = made
        self._instructions = instructions
        self._make = make

    def of(self, figure_id: str, target: Target) -> Picture:
        """Give the rendition of a figure's photo, with the caption of this use written in."""
        photo = self._figures[figure_id].photo
        if self._make and (photo, target) not in self._made:
            picture = self._make(self._release.photo(photo), target)
        else:
            picture = self._made[photo, target]
        data = with_metadata(picture.data, self._record(figure_id, target))
        return Picture(data, picture.width, picture.height, picture.removed)

    def report(self) -> Problems:
        """Tell what was left out of the pictures, and which words IIM holds only in part."""
        removed = {photo: picture.removed for (photo, _), picture in self._made.items()}
        photos = {photo for photo, _ in self._made}
        cut: dict[tuple[str, str], Problem] = {}
        for figure in self._figures.values():
            if figure.photo in photos:
                for problem in shortened(self._record(figure.id), figure.photo):
                    cut.setdefault((figure.photo, problem.message), problem)
        return (*_removal(removed), *cut.values())

    def _record(self, figure_id: str, target: Target | None = None) -> Record:
        release, figure = self._release, self._figures[figure_id]
        photo = release.photo(figure.photo)
        return record(
            photo,
            plain(figure.caption),
            people=names(photo, release),
            regions=_regions(photo, release, target) if target else (),
            language=release.language,
            instructions=self._instructions,
            event=release.event.name if release.event else "",
            job=release.slug,
        )


def render_pictures(
    release: Release,
    assets: Assets,
    targets: Iterable[Target],
    renderer: Renderer,
    *,
    instructions: str = "",
    progress: Progress | None = None,
) -> Pictures:
    """Render the photos of all figures for the given targets.

    ``instructions`` are written into each picture: the embargo, while it lies ahead.
    """
    photos = {figure.photo: release.photo(figure.photo) for figure in release.figures}
    jobs = [(photo, target) for photo in photos.values() for target in dict.fromkeys(targets)]
    made = renderer.pictures(assets, jobs, progress)
    keys = [(photo.id, target) for photo, target in jobs]

    def make(photo: Photo, target: Target) -> Picture:
        return renderer.pictures(assets, [(photo, target)])[0]

    return Pictures(release, dict(zip(keys, made, strict=True)), instructions, make)


def _regions(photo: Photo, release: Release, target: Target) -> tuple[Region, ...]:
    """Carry the marks that have a name into what a target shows; those outside are left out."""
    shown = target_frame(photo, target)
    people = {person.id: person.name or person.native for person in release.people}
    told = ((mark, people.get(mark.person) or mark.name) for mark in photo.marks)
    placed = ((mark.id, name, shown.place(mark.box, photo.size)) for mark, name in told if name)
    return tuple(Region(mark, name, box) for mark, name, box in placed if box)


def _removal(removed: Mapping[str, tuple[str, ...]]) -> Problems:
    """Tell what private parts of files stay in the house: ``position from 3 photos``."""
    counts = Counter(parts for parts in removed.values() if parts)
    if not counts:
        return ()
    told = "; ".join(
        f"{_listed(parts)} from {count} photo{'s' if count > 1 else ''}"
        for parts, count in sorted(counts.items(), key=lambda each: (-each[1], _order(each[0])))
    )
    message = f"Removed from the exported pictures: {told}."
    place = Place(field="photos")
    return (Problem(code="PD-EXP-009", severity="hint", message=message, place=place),)


def _order(parts: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(map(PRIVATE.index, parts))


def _listed(words: tuple[str, ...]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
