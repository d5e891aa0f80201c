"""Going to a place of the release: what a finding is about, or what a search found."""

from collections.abc import Callable

from pressdesk.model.body import block_texts
from pressdesk.model.problem import Place
from pressdesk.model.release import Release
from pressdesk.model.search import Hit
from pressdesk.ui.document import Caret
from pressdesk.ui.editor.units import to_units
from pressdesk.ui.editor_page import EditorPage
from pressdesk.ui.panels.details import DetailsPanel
from pressdesk.ui.panels.photos import PhotosPanel

_HEAD = ("headline", "deck", "category", "place")
_SECTIONS = ("contacts", "boilerplates", "embargo", "event", "rights")


class Places:
    """Knows where each field of a release is shown."""

    def __init__(
        self,
        page: EditorPage,
        photos: PhotosPanel,
        details: DetailsPanel,
        show_panel: Callable[[str], None],
    ) -> None:
        self._page = page
        self._photos = photos
        self._details = details
        self._show_panel = show_panel

    def show_part(self, name: str) -> None:
        """Show a panel by its name, or a section of the details."""
        if name in _SECTIONS:
            self._show_panel("details")
            self._details.show_section(name)
        else:
            self._show_panel(name)

    def go_to(self, place: Place) -> None:
        """Go to what a finding is about."""
        field, item = place.field, place.item
        if field in (*_HEAD, "date"):
            getattr(self._page.head, field).setFocus()
        elif field == "body":
            if item:
                self._page.go_to_block(item)
            else:
                self._page.body.setFocus()
        elif field in ("photos", "attached"):
            self._show_panel("photos")
            self._photos.show_photo(item)
        elif field in ("people", "speakers"):
            self._show_panel("people")
        else:
            self.show_part(field if field in _SECTIONS else "details")

    def show_hit(self, hit: Hit, release: Release) -> None:
        """Select what a search found; the focus stays where it is."""
        where = hit.where
        if where.field == "body":
            block = release.block(where.item)
            text = block_texts(block)[0] if block_texts(block) else ""
            start, end = to_units(text, hit.start), to_units(text, hit.end)
            self._page.body.go_to(Caret("bodyEditor", where.item, start, end))
        elif where.field in _HEAD:
            text = getattr(release, where.field)
            start, end = to_units(text, hit.start), to_units(text, hit.end)
            self._page.head.select(where.field, start, end)
        else:
            field = where.field.partition(".")[0]
            panel = {"people": "people", "photos": "photos", "attached": "photos"}.get(field)
            self._show_panel(panel or "details")
            if panel == "photos" and field == "photos":
                self._photos.show_photo(where.item)
