"""What the command line says: errors, findings, progress."""

import sys
import time
import traceback
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TextIO

import click
import msgspec

from pressdesk.model.problem import PressDeskError, Problems
from pressdesk.paths import Paths

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar


class Command(click.Command):
    """A command whose faults are told in sentences; it takes `--profile` and `--debug`.

    The command function is given the `Paths` of the profile (`click.pass_obj`).
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        profile = click.Option(
            ["--profile"],
            type=click.Path(path_type=Path, file_okay=False),
            help="Keep settings, caches and templates in this folder and nowhere else.",
            callback=_set_paths,
            expose_value=False,
        )
        debug = click.Option(
            ["--debug"],
            is_flag=True,
            help="Show the traceback of an error.",
            callback=_set_debug,
            expose_value=False,
        )
        self.params += [profile, debug]

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except PressDeskError as error:
            _show_traceback(ctx)
            if error.code in REFUSALS and ctx.params.get("as_json"):
                print_json({"files": [], "problems": error.problems})
            else:
                print_problems(error.problems)
            click.echo(str(error), err=True)
            ctx.exit(1 if error.code in REFUSALS else 2)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:  # the last net: a fault of ours must not show as a traceback
            _show_traceback(ctx)
            click.echo(str(_unexpected(ctx, error)), err=True)
            ctx.exit(2)


def _set_paths(ctx: click.Context, _: click.Parameter, profile: Path | None) -> None:
    ctx.obj = Paths(profile)


def _set_debug(ctx: click.Context, _: click.Parameter, debug: bool) -> None:
    ctx.meta[_DEBUG] = debug


_DEBUG = "pressdesk.debug"
REFUSALS = ("PD-EXP-003", "PD-TPL-020")
"""Codes of work that was refused because of errors in the content."""


def print_problems(problems: Problems) -> None:
    """Print findings to standard error, the gravest first."""
    for severity in ("error", "warning", "hint"):
        for problem in problems:
            if problem.severity == severity:
                click.echo(f"{severity}: {problem}", err=True)


def print_json(value: object) -> None:
    """Print one JSON document to standard output."""
    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def print_files(files: Iterable[object]) -> None:
    """Print the path of each file that was written."""
    for file in files:
        click.echo(str(file))


def worst(problems: Problems) -> int:
    """Give the exit code of findings: 1 where there are errors among them."""
    return int(any(problem.severity == "error" for problem in problems))


class Progress:
    """A progress bar on a terminal, once the work takes more than a second."""

    def __init__(self, label: str, stream: TextIO | None = None) -> None:
        self._label = label
        self._stream = stream or sys.stderr
        self._start = time.monotonic()
        self._bar: ProgressBar[int] | None = None
        self._open = ExitStack()
        self._done = 0

    def __enter__(self) -> Self:
        return self

    def __call__(self, done: int, total: int) -> None:
        if self._bar is None:
            if not self._stream.isatty() or time.monotonic() - self._start < 1:
                return
            bar = click.progressbar(length=total, label=self._label, file=self._stream)
            self._bar = self._open.enter_context(bar)
        self._bar.update(done - self._done)
        self._done = done

    def __exit__(self, *_: object) -> None:
        self._open.close()


def usage_error(error: click.ClickException) -> PressDeskError:
    """Tell a fault in the words of the call in the shape of every other error."""
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    name = ctx.command_path if ctx is not None else "pressdesk"
    return PressDeskError(
        "PD-CLI-001",
        "The command was not understood.",
        error.format_message().rstrip(".") + ".",
        safe="Nothing was done.",
        do=f"`{name} --help` tells what it takes.",
    )


def _unexpected(ctx: click.Context, error: Exception) -> PressDeskError:
    return PressDeskError(
        "PD-CLI-009",
        f"`{ctx.command_path}` stopped.",
        f"PressDesk met a fault of its own ({type(error).__name__}).",
        safe="Files are written whole or not at all, so none is half written.",
        do="Run it again with --debug and send us what it says.",
    )


def _show_traceback(ctx: click.Context) -> None:
    if ctx.meta.get(_DEBUG):
        traceback.print_exc(file=sys.stderr)
