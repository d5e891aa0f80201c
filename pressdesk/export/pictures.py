"""The pictures of an export: renditions that carry the caption of their use and nothing private."""

from collections.abc import Callable, Iterable, Mapping

from pressdesk.model.assets import Assets
from pressdesk.model.body import plain
from pressdesk.model.release import Release
from pressdesk.photos.metadata import record, with_metadata
from pressdesk.photos.render import Picture, Renderer, Target

Progress = Callable[[int, int], None]


class Pictures:
    """The renditions of a release's photos, by figure and target."""

    def __init__(
        self, release: Release, made: Mapping[tuple[str, Target], Picture], instructions: str
    ) -> None:
        self._release = release
        self._figures = {figure.id: figure for figure in release.figures}
        self._made = made
        self._instructions = instructions

    def of(self, figure_id: str, target: Target) -> Picture:
        """Give the rendition of a figure's photo, with the caption of this use written in."""
        figure = self._figures[figure_id]
        photo = self._release.photo(figure.photo)
        picture = self._made[photo.media, target]
        names = [self._release.person(person).name for person in photo.people]
        written = record(
            photo,
            plain(figure.caption),
            names,
            self._release.language,
            self._instructions,
        )
        return Picture(with_metadata(picture.data, written), picture.width, picture.height)


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
    return Pictures(release, renderer.render(assets, jobs, progress), instructions)
