"""The page that is previewed: the exporter's own, with a body that can be replaced in pieces."""

import datetime as dt
from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from pressdesk.export.html import dateline_stands_apart, render_page
from pressdesk.export.html_body import Part, body_parts, part_markup
from pressdesk.export.html_pictures import addressed
from pressdesk.export.html_template import check_html_template
from pressdesk.export.job import Job
from pressdesk.export.markup import comment, join
from pressdesk.export.packs import Pack
from pressdesk.export.pictures import Pictures
from pressdesk.export.view import Stage, to_view
from pressdesk.model.assets import Assets
from pressdesk.model.body import Block, clean_block
from pressdesk.model.photo import Photo
from pressdesk.model.problem import PressDeskError, Problems, has_errors
from pressdesk.model.release import Release, cleaned, dangling
from pressdesk.photos.render import Target

SCHEME = "pd"
"""Of all addresses of the page, which no other program knows."""
_START, _END = comment("pressdesk:body"), comment("/pressdesk:body")
_PLACE = _START + _END
"""Between these comments stands the body."""
_BESIDE_BODY = tuple(name for name in Release.__struct_fields__ if name != "body")


class Sheet(Struct, frozen=True):
    """A page: what the template prints around the body, and the pieces of the body."""

    shell: str
    parts: tuple[Part, ...]
    pieces: tuple[str, ...]
    """The parts' markup: one element each."""

    @property
    def html(self) -> str:
        body = "".join(f"{piece}\n" for piece in self.pieces)
        return self.shell.replace(_PLACE, f"{_START}{body}{_END}")


class Patch(Struct, frozen=True):
    """What makes one sheet of another."""

    shell: str | None
    """None where only the body differs."""
    count: int
    """Pieces before."""
    start: int
    removed: int
    added: tuple[str, ...]


def patch_between(before: Sheet, after: Sheet) -> Patch | None:
    """Tell how one sheet becomes another; None where the whole page is better sent."""
    if not before.pieces or not after.pieces:
        return None
    old, new = before.pieces, after.pieces
    first, last = _same_ends(old, new)
    return Patch(
        shell=None if before.shell == after.shell else after.shell,
        count=len(old),
        start=first,
        removed=len(old) - first - last,
        added=new[first : len(new) - last],
    )


def photo_address(photo: Photo, target: Target) -> str:
    """Say where the page finds a picture."""
    return f"{SCHEME}://release/photo/{photo.media}/{target.width_px}"


def _faults(pack: Pack) -> Problems:
    """Check the page's template as an export does."""
    return check_html_template(pack.folder, places_dateline=pack.places_dateline)


class Composer:
    """Makes sheets of releases, and makes anew only what is not as it was in the last one."""

    def __init__(self, check: Callable[[Pack], Problems] = _faults) -> None:
        self._check = check
        self._checked: tuple[bytes, bytes] | None = None
        self._sheet = Sheet("", (), ())
        self._given: Release | None = None
        self._cleaned: Release | None = None

    def compose(
        self, release: Release, pack: Pack, *, stage: Stage, now: dt.datetime, saved: dt.datetime
    ) -> Sheet:
        """Make the page that an export would write; ``now`` and ``saved`` are as in ``to_view``.

        Raises PressDeskError where no page can be made.
        """
        self._check_pack(pack)
        release = self._clean(release)
        try:
            view = to_view(release, pack, stage=stage, now=now, saved=saved)
            shows = addressed(release, photo_address)
            pictures = Pictures(release, {}, "")
        except KeyError:
            raise _broken(release) from None
        job = Job(
            release=release, assets=Assets(), view=view, pack=pack, pictures=pictures, stem="page"
        )
        parts = tuple(body_parts(view, shows, dateline_apart=dateline_stands_apart(job)))
        shell = render_page(job, shows, body=_PLACE if parts else join(()))
        self._sheet = Sheet(shell, parts, self._pieces(parts))
        return self._sheet

    def _pieces(self, parts: tuple[Part, ...]) -> tuple[str, ...]:
        known = self._sheet
        first, last = _same_ends(known.parts, parts)
        made = (str(part_markup(part)) for part in parts[first : len(parts) - last])
        return (*known.pieces[:first], *made, *known.pieces[len(known.pieces) - last :])

    def _clean(self, release: Release) -> Release:
        """Clean as exports do; what is the same object as last time was cleaned then."""
        given, known = self._given, self._cleaned
        blocks: dict[int, Block] = {}
        if given is not None and known is not None:
            blocks = {id(old): new for old, new in zip(given.body, known.body, strict=True)}
        is_same = known and all(
            getattr(given, name) is getattr(release, name) for name in _BESIDE_BODY
        )
        beside = known if known and is_same else cleaned(replace(release, body=()))[0]
        body = tuple(blocks.get(id(block)) or clean_block(block) for block in release.body)
        self._given, self._cleaned = release, replace(beside, body=body)
        return self._cleaned

    def _check_pack(self, pack: Pack) -> None:
        try:
            files = pack.html.read_bytes(), pack.css.read_bytes()
        except OSError:
            files = None  # the check says it
        if files and files == self._checked:
            return
        problems = [each for each in self._check(pack) if each.severity == "error"]
        if has_errors(problems):
            raise PressDeskError(
                problems[0].code,
                f"The page of the template “{pack.id}” can't be shown.",
                f"{problems[0].place}: {problems[0].message}",
                do=problems[0].fix,
            )
        self._checked = files


def _broken(release: Release) -> PressDeskError:
    problems = dangling(release)
    why = problems[0].message if problems else "It refers to something that is missing."
    return PressDeskError("PD-DOC-007", "The page can't be shown.", why)


def _same_ends(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """Count how many things are equal at the beginning, and how many others at the end."""
    most = min(len(old), len(new))
    first = next((n for n in range(most) if old[n] != new[n]), most)
    last = next((n for n in range(most - first) if old[-1 - n] != new[-1 - n]), most - first)
    return first, last
