"""The command line: every command, with no display and no Qt.

Commands import what they use when they run, so that `pressdesk --help` and the
start of the window do not wait for document libraries.
"""

import datetime as dt
import io
import re
import sys
from contextlib import closing, contextmanager
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid4, uuid5

import click

from pressdesk import __version__
from pressdesk.console import (
    Command,
    Progress,
    print_files,
    print_json,
    print_problems,
    usage_error,
    worst,
)
from pressdesk.model.assets import Assets
from pressdesk.model.problem import PressDeskError
from pressdesk.model.release import Release
from pressdesk.model.text import LANGUAGE_TAG
from pressdesk.opening import import_source, open_release, render_ahead
from pressdesk.paths import Paths, shipped

if TYPE_CHECKING:
    from collections.abc import Generator

    from pressdesk.safekeeping import Safekeeping
    from pressdesk.saving import Saved

FORMAT_NAMES = ("docx", "html", "html-single", "txt", "md", "kit")


def main() -> None:
    """Run the command line and exit with its code: 0 done, 1 errors found, 2 not done."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a console without UTF-8 shows escapes
    try:
        code = program.main(standalone_mode=False)
    except click.Abort:
        click.echo("Stopped.", err=True)
        code = 2
    except click.ClickException as error:
        click.echo(str(usage_error(error)), err=True)
        code = 2
    sys.exit(code if isinstance(code, int) else 0)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Errors end with a code; --debug shows where they come from.",
)
@click.version_option(__version__, prog_name="PressDesk")
def program() -> None:
    """Compose a press release, and export it through house templates to Word and the web.

    Without a command, `pressdesk [FILE]` opens the window.
    """


release_file = click.argument("file", type=click.Path(path_type=Path))


@program.command(cls=Command)
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--template", default="news", help="Id of a template pack.")
@click.option("--language", default="en", help="Language of the text (BCP 47 tag).")
@click.pass_obj
def new(paths: Paths, *, out: Path, template: str, language: str) -> None:
    """Make an empty release OUT.press from a template pack."""
    from pressdesk.export.packs import new_release

    _refuse_another_suffix(out)
    if not re.fullmatch(LANGUAGE_TAG, language):
        raise PressDeskError(
            "PD-CLI-005",
            f"“{out.name}” was not written.",
            f"“{language}” is not the tag of a language.",
            safe="Nothing was changed.",
            do="Write it as en, zh or pt-BR.",
        )
    pack = _pack(paths, template)
    _refuse_to_replace(out)
    _save(out, new_release(pack, language, uuid4()), Assets())


@program.command(cls=Command)
@click.argument("out", type=click.Path(path_type=Path))
@click.pass_obj
def sample(_: Paths, *, out: Path) -> None:
    """Write the bundled sample release, photos included, to OUT.press."""
    _refuse_another_suffix(out)
    source = shipped("resources") / "samples" / "sample.md"
    opened = import_source(source, uuid5(NAMESPACE_URL, "urn:pressdesk:sample"))
    if not _holds(out, opened.release):
        _refuse_to_replace(out)
    _save(out, opened.release, opened.assets)


@program.command(name="import", cls=Command)
@click.argument("source", type=click.Path(path_type=Path))
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Default: beside SOURCE.")
@click.option("--template", default="", help="Id of a template pack.")
@click.option(
    "--photos",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder of the photos, where it is not that of SOURCE.",
)
@click.pass_obj
def import_(
    paths: Paths,
    *,
    source: Path,
    out: Path | None,
    template: str,
    photos: Path | None,
) -> None:
    """Turn SOURCE (.md with front matter, .txt) into a release; photos are copied in.

    A release that already has the name given with -o is kept beside it as
    NAME.previous.press, or NAME.previous-2.press, and so on. One that somebody has open
    is not replaced.
    """
    from pressdesk.export.docx_layout import printed_mm
    from pressdesk.history import refuse_held
    from pressdesk.photos.findings import photo_findings
    from pressdesk.photos.measured import Measured

    target = out or source.with_suffix(".press")
    _refuse_another_suffix(target)
    if out is None:
        _refuse_to_replace(target)
    opened = import_source(source, uuid4(), template=template, photos=photos)
    _pack(paths, opened.release.template)
    with Progress("Photos") as progress:
        render_ahead(opened, paths.renditions, progress)
    with Progress("Quality") as progress:
        found = photo_findings(
            opened.release.photos, opened.assets, Measured(paths.measured), printed_mm, progress
        )
    print_problems((*opened.problems, *found))
    if target.is_file() and not _holds(target, opened.release):
        refuse_held(target)
        _keep_beside(target)
    _save(target, opened.release, opened.assets)


@program.command(cls=Command)
@release_file
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write to. Default: FILE's name with “-export”, beside FILE.",
)
@click.option(
    "--to",
    "formats",
    default="docx,html",
    show_default=True,
    help=f"Formats, with commas between: {', '.join(FORMAT_NAMES)}, or all.",
)
@click.option("--template", default="", help="Id of another template pack.")
@click.option(
    "--stage",
    type=click.Choice(["draft", "final"]),
    default="draft",
    show_default=True,
    help="A draft is stamped; a final is refused while the release has errors.",
)
@click.option("--originals", is_flag=True, help="Write the kept original photos beside Markdown.")
@click.option("--json", "as_json", is_flag=True, help="Print files and findings as JSON.")
@click.pass_obj
def export(
    paths: Paths,
    *,
    file: Path,
    out: Path | None,
    formats: str,
    template: str,
    stage: Any,
    originals: bool,
    as_json: bool,
) -> None:
    """Write the release FILE (.press, or .md imported in memory) in the given formats."""
    from pressdesk.export.exporter import export_release
    from pressdesk.photos.render import Renderer
    from pressdesk.storage.atomic import write_files

    names = _formats(formats)
    opened = open_release(file)
    pack = _pack(paths, template or opened.release.template)
    with Progress("Photos") as progress:
        exported = export_release(
            opened.release,
            opened.assets,
            pack,
            formats=names,
            stage=stage,
            now=dt.datetime.now(dt.UTC),
            saved=opened.saved,
            renderer=Renderer(paths.renditions),
            originals=originals,
            progress=progress,
        )
    folder = out or file.with_name(f"{file.stem}-export")
    targets = [folder / part.path for part in exported.files]
    write_files(zip(targets, (part.data for part in exported.files), strict=True))
    problems = (*opened.problems, *exported.problems, *exported.report)
    if as_json:
        print_json({"files": [str(target) for target in targets], "problems": problems})
    else:
        print_problems(problems)
        print_files(targets)


@program.command(cls=Command)
@release_file
@click.option("--json", "as_json", is_flag=True, help="Print the whole release as JSON.")
@click.pass_obj
def show(paths: Paths, *, file: Path, as_json: bool) -> None:
    """Show what FILE holds: headline, state, people, photos, and how many versions are kept."""
    from pressdesk.summary import summary_lines

    opened = open_release(file)
    if as_json:
        print_json(opened.release)
    else:
        for line in summary_lines(opened.release):
            click.echo(line)
        if paths.has_journal:
            with _safekeeping(paths) as safe:
                kept = safe.versions.list(opened.release.id)
            if kept:
                click.echo(f"Versions   {len(kept)} on this computer")
        print_problems(opened.problems)


@program.command(cls=Command)
@click.argument("what", metavar="[ID|FILE]", default="")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="The file to write.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@click.pass_obj
def recover(paths: Paths, *, what: str, out: Path | None, as_json: bool) -> None:
    """List work that was not saved when the program ended, or write one of it to OUT.press.

    With the name of a damaged release, write what is left of it: what can still be
    read, its last version, or a backup.
    """
    from pressdesk import history, recovery

    if not what:
        with _safekeeping(paths) as safe:
            listed = recovery.list_unsaved(safe)
            if as_json:
                print_json({"unsaved": [history.unsaved_facts(each) for each in listed]})
                return
            for each in listed:
                for line in history.unsaved_lines(each):
                    click.echo(line)
            if not listed:
                click.echo("Nothing is unsaved.", err=True)
            return
    if out is None:
        raise click.UsageError("Name the file to write with -o OUT.press.")
    _refuse_another_suffix(out)
    _refuse_to_replace(out)
    with _safekeeping(paths) as safe:
        if Path(what).suffix:
            source, problems = history.write_rescued(safe, Path(what), out)
            click.echo(f"Recovered from {source}.", err=True)
        else:
            found = history.find_unsaved(recovery.list_unsaved(safe), what)
            saved, problems = history.write_unsaved(safe, found, out)
            _tell_saved(saved)
    print_problems(problems)
    print_files([out])


@program.command(cls=Command)
@release_file
@click.argument("action", type=click.Choice(["list", "show", "restore"]), default="list")
@click.argument("number", type=click.IntRange(min=1), required=False)
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Restore to another file.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_obj
def versions(
    paths: Paths, *, file: Path, action: str, number: int | None, out: Path | None, as_json: bool
) -> None:
    """List the versions of FILE kept on this computer, show one, or restore it.

    What is restored becomes a new version of FILE, or the file OUT.press.
    """
    from pressdesk import history
    from pressdesk.summary import summary_lines

    if (number is None) != (action == "list"):
        raise click.UsageError("`show` and `restore` take the number of a version.")
    if out is not None:
        _refuse_another_suffix(out)
        _refuse_to_replace(out)
    with _safekeeping(paths) as safe:
        doc_id = history.release_id(safe, file)
        if number is None:
            listed = safe.versions.list(doc_id)
            if as_json:
                print_json({"versions": [history.version_facts(each) for each in listed]})
            for each in () if as_json else listed:
                click.echo(history.version_line(each))
            if not listed:
                click.echo("No version of this release is kept on this computer yet.", err=True)
        elif action == "show":
            kept = safe.versions.read(doc_id, number)
            if as_json:
                print_json(kept.release)
            for line in () if as_json else summary_lines(kept.release):
                click.echo(line)
        else:
            saved, problems = history.restore_version(safe, file, number, out)
            _tell_saved(saved)
            print_problems(problems)
            print_files([saved.path])


@program.command(cls=Command)
@click.pass_obj
def schema(_: Paths) -> None:
    """Print the JSON Schema of a release."""
    from pressdesk.model.release import schema

    print_json(schema())


@program.group()
def templates() -> None:
    """List, check and install template packs."""


@templates.command(name="list", cls=Command)
@click.pass_obj
def list_(paths: Paths) -> None:
    """List the packs found, and where."""
    from pressdesk.export.packs import find_packs

    packs, problems = find_packs(paths.template_folders)
    for pack in packs.values():
        rules = pack.rules
        first = rules.languages[0]
        click.echo(f"{pack.id}  {rules.name.get(first, pack.id)} ({', '.join(rules.languages)})")
        click.echo(f"    {rules.summary.get(first, '')}  {pack.folder}")
    print_problems(problems)


@templates.command(cls=Command)
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.pass_obj
def check(_: Paths, *, path: Path, as_json: bool) -> None:
    """Check the template pack in the folder PATH: every fault with its place."""
    from pressdesk.export.pack_check import check_pack

    problems = check_pack(path)
    if as_json:
        print_json({"problems": problems})
    elif problems:
        print_problems(problems)
    else:
        click.echo(f"{path}: no fault found")
    sys.exit(worst(problems))


@templates.command(cls=Command)
@click.argument("path", type=click.Path(path_type=Path))
@click.pass_obj
def install(paths: Paths, *, path: Path) -> None:
    """Install the template pack in the folder PATH, once it has no fault."""
    from pressdesk.export.pack_check import check_pack, pack_files
    from pressdesk.storage.atomic import write_files

    problems = check_pack(path)
    if worst(problems):
        raise PressDeskError(
            "PD-TPL-020",
            f"The template pack “{path.name}” was not installed.",
            "It has the faults listed above.",
            safe="The packs installed before are unchanged.",
            do="Mend them and try again.",
            problems=problems,
        )
    print_problems(problems)
    folder = paths.installed_templates / path.resolve().name
    write_files((folder / file.path, file.data) for file in pack_files(path))
    print_files([folder])


@contextmanager
def _safekeeping(paths: Paths) -> "Generator[Safekeeping]":
    from pressdesk.safekeeping import Safekeeping
    from pressdesk.settings import SettingsStore

    with closing(Safekeeping(paths, SettingsStore(paths.config).settings.author)) as safe:
        try:
            yield safe
        finally:
            print_problems(safe.problems)


def _tell_saved(saved: "Saved") -> None:
    """Say what was not as it should be. Raises PressDeskError PD-SAV-011 for a copy beside."""
    for warning in saved.warnings:
        click.echo(f"warning: {warning}", err=True)
    if saved.theirs is not None:
        raise PressDeskError(
            "PD-SAV-011",
            f"“{saved.theirs.name}” was not written.",
            "Another saved it at the same moment.",
            safe=f"It is unchanged, and ours is “{saved.path.name}” beside it.",
            do="Compare the two in the window.",
        )


def _pack(paths: Paths, name: str) -> Any:
    from pressdesk.export.packs import find_packs, load_pack

    packs, faults = find_packs(paths.template_folders)
    if name in packs:
        return packs[name]
    for fault in faults:
        folder = Path(fault.place.file).parent
        if folder.name == name:
            load_pack(folder)  # raises, and tells what is wrong
    raise PressDeskError(
        "PD-TPL-002",
        f"The template “{name}” was not found.",
        f"The packs here are: {', '.join(packs)}.",
        safe="Nothing was written.",
        do="Name one of them, or install yours with `pressdesk templates install`.",
    )


def _formats(names: str) -> tuple[str, ...]:
    if names == "all":
        return FORMAT_NAMES
    chosen = tuple(dict.fromkeys(name.strip() for name in names.split(",") if name.strip()))
    unknown = [name for name in chosen if name not in FORMAT_NAMES]
    if unknown or not chosen:
        raise PressDeskError(
            "PD-CLI-002",
            "Nothing was exported.",
            f"There is no format “{unknown[0] if unknown else names}”.",
            safe="No file was written.",
            do=f"Choose from: {', '.join(FORMAT_NAMES)}, all.",
        )
    return chosen


def _holds(path: Path, release: Release) -> bool:
    """Tell whether a file already holds just this text."""
    from pressdesk.model.release import content_hash
    from pressdesk.storage.package import read_package

    try:
        return content_hash(read_package(path).release) == content_hash(release)
    except PressDeskError:
        return False


def _keep_beside(path: Path) -> None:
    """Copy a release beside itself before it is replaced, under a name that is free."""
    from pressdesk.storage.archive import opening_error
    from pressdesk.storage.atomic import write_file

    marks = chain(("",), (f"-{number}" for number in count(2)))
    names = (path.with_name(f"{path.stem}.previous{mark}.press") for mark in marks)
    previous = next(each for each in names if not each.exists())
    try:
        data = path.read_bytes()
    except OSError as error:
        raise opening_error(path, error) from error
    write_file(previous, data)
    click.echo(f"What “{path.name}” held before is kept as “{previous.name}”.", err=True)


def _refuse_another_suffix(path: Path) -> None:
    if path.suffix.lower() != ".press":
        raise PressDeskError(
            "PD-CLI-004",
            f"“{path.name}” was not written.",
            "The name of a release ends with .press.",
            safe="Nothing was changed.",
            do=f"Call it “{path.stem.removesuffix('.press')}.press”.",
        )


def _refuse_to_replace(path: Path) -> None:
    if path.exists():
        raise PressDeskError(
            "PD-CLI-003",
            f"“{path.name}” was not written.",
            "There is already a file of this name.",
            safe="That file is unchanged.",
            do="Give another name, or move that file away.",
        )


def _save(path: Path, release: Release, assets: Assets) -> None:
    from pressdesk.storage.package import write_package

    now = dt.datetime.now().astimezone().replace(microsecond=0)
    write_package(path, release, assets, save_id=uuid4(), saved_at=now)
    print_files([path])
