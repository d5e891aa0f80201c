"""From a release to the files of its formats."""

import datetime as dt
from collections.abc import Iterable

from msgspec import Struct

from pressdesk.export.formats import FORMATS
from pressdesk.export.job import File, Job
from pressdesk.export.packs import Pack, missing_fields
from pressdesk.export.photo_problems import photo_problems
from pressdesk.export.pictures import Progress, render_pictures
from pressdesk.export.view import Stage, View, to_view
from pressdesk.model.assets import Assets
from pressdesk.model.problem import PressDeskError, Problem, Problems, has_errors
from pressdesk.model.release import Release, cleaned, dangling
from pressdesk.model.slug import slugify
from pressdesk.photos.render import Renderer


class Exported(Struct, frozen=True):
    """What an export gives."""

    files: tuple[File, ...]
    problems: Problems
    """What is wrong with the release: the same as ``export_problems`` lists."""
    report: Problems = ()
    """What was done to the pictures: private parts removed, words cut for IIM."""


def export_release(
    release: Release,
    assets: Assets,
    pack: Pack,
    *,
    formats: Iterable[str],
    stage: Stage,
    now: dt.datetime,
    saved: dt.datetime,
    renderer: Renderer,
    originals: bool = False,
    progress: Progress | None = None,
) -> Exported:
    """Make the files of the given formats.

    ``now`` and ``saved`` are as in ``to_view``. Raises PressDeskError PD-EXP-003
    where a final still has errors, PD-EXP-007 where a text is missing from a
    result; then no file is given at all.
    """
    release, dropped = cleaned(release)
    problems = _problems(release, dropped, pack, stage, now.date())
    _gate(release, problems, stage)
    view = to_view(release, pack, stage=stage, now=now, saved=saved)
    chosen = [FORMATS[name] for name in formats]
    pictures = render_pictures(
        release,
        assets,
        [target for each in chosen for target in each.targets],
        renderer,
        instructions=view.fields.embargo,
        progress=progress,
    )
    job = Job(
        release=release,
        assets=assets,
        view=view,
        pack=pack,
        pictures=pictures,
        stem=file_stem(view, release),
        originals=originals,
    )
    files = tuple(file for each in chosen for file in each.write(job))
    return Exported(files, problems, pictures.report())


def export_problems(
    release: Release, pack: Pack, stage: Stage, *, today: dt.date | None = None
) -> Problems:
    """List what an export would find wrong with a release.

    An error refuses a final; one that ``is_broken`` refuses a draft too. ``today``
    decides whether a photo may still be used, as far as the day of release does not.
    """
    return _problems(*cleaned(release), pack, stage, today)


def is_broken(problem: Problem) -> bool:
    """Tell whether a problem is of a kind that no export can work around."""
    return problem.code == "PD-DOC-007"


def export_stem(
    release: Release, pack: Pack, *, stage: Stage, now: dt.datetime, saved: dt.datetime
) -> str:
    """Name the files of an export before it is made; the release is not broken."""
    release, _ = cleaned(release)
    return file_stem(to_view(release, pack, stage=stage, now=now, saved=saved), release)


def file_stem(view: View, release: Release) -> str:
    """Name the files: the slug, and for a draft its stamp.

    ``river-museum-opens`` or ``river-museum-opens-DRAFT-v3-2026-11-21-7f3a91c``.
    """
    slug = slugify(release.slug or release.headline)
    if not slug:
        slug = f"release-{view.fields.date_iso or view.saved.date().isoformat()}"
    if view.fields.stage == "final":
        return slug
    return f"{slug}-DRAFT-v{release.version}-{view.saved:%Y-%m-%d}-{view.hash[:7]}"


def _problems(
    release: Release, dropped: int, pack: Pack, stage: Stage, today: dt.date | None
) -> Problems:
    problems = (
        *dangling(release),
        *missing_fields(release, pack),
        *photo_problems(release, is_final=stage == "final", today=today),
    )
    if dropped:
        message = f"{dropped} invisible characters were left out."
        problems += (Problem(code="PD-EXP-005", severity="hint", message=message),)
    return problems


def _gate(release: Release, problems: Problems, stage: Stage) -> None:
    broken = stage == "final" and has_errors(problems)
    if not broken and not any(map(is_broken, problems)):
        return
    count = sum(problem.severity == "error" for problem in problems)
    raise PressDeskError(
        "PD-EXP-003",
        f"“{release.headline or release.slug}” was not exported as {stage}.",
        f"It has {count} error{'s' if count > 1 else ''}; a {stage} may have none of these.",
        safe="No file was written; your release is unchanged.",
        do="Mend what is listed, or export a draft.",
        problems=problems,
    )
