"""Where the program is put together: the command line, or the window."""

import importlib.util
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pressdesk.model.problem import PressDeskError
from pressdesk.paths import Paths, shipped

if TYPE_CHECKING:
    from pressdesk.ui.prompts import Prompts
    from pressdesk.ui.window import MainWindow


def main() -> None:
    """Run `pressdesk …`: a command, or the window where none is named."""
    call = window_call(sys.argv[1:])
    if call is None:
        # Start-up: the window does without the command line's library.
        from pressdesk import cli

        cli.main()
        return
    paths, files = call
    try:
        check_display()
        code = run(paths, files)
    except PressDeskError as error:
        sys.stderr.write(f"{error}\n")
        code = 2
    sys.exit(code)


def window_call(arguments: list[str]) -> tuple[Paths, list[Path]] | None:
    """Read a call of the window: `[--profile DIR] [FILE …]`; None where it is one of commands."""
    profile: Path | None = None
    files: list[Path] = []
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word == "--profile" and rest:
            profile = Path(rest.pop(0))
        elif word.startswith("--profile="):
            profile = Path(word.partition("=")[2])
        elif word.startswith("-") or (not files and _is_command(word)):
            return None
        else:
            files.append(Path(word))
    missing = [file for file in files if not file.exists()]
    if missing and not missing[0].suffix:
        return None  # more likely a command that is misspelt
    return Paths(profile), files


def _is_command(word: str) -> bool:
    if Path(word).suffix or os.sep in word:
        return False
    # Start-up: only a word that may be a command is looked up among them.
    from pressdesk import cli

    return word in cli.program.commands


def check_display() -> None:
    """Raise PressDeskError PD-WIN-001 where no window can be opened here.

    Qt itself would end the process without a word that helps.
    """
    why = ""
    if importlib.util.find_spec("PySide6") is None:
        why = "PySide6, which draws it, is not installed."
    if not why and sys.platform.startswith("linux") and not os.environ.get("QT_QPA_PLATFORM"):
        if os.environ.get("WAYLAND_DISPLAY"):
            return
        display = os.environ.get("DISPLAY", "")
        if not display:
            why = "There is no display here (DISPLAY is not set)."
        elif not _answers(display):
            why = f"The display {display} does not answer."
    if why:
        raise PressDeskError(
            "PD-WIN-001",
            "The window was not opened.",
            why,
            safe="Nothing was changed.",
            do="Work without a window: `pressdesk export FILE` writes the Word file and the page.",
        )


def _answers(display: str) -> bool:
    """Tell whether an X server listens; in doubt True, and Qt decides."""
    # Start-up: needed on a few systems only.
    import socket

    host, colon, number = display.rpartition(":")
    screen = number.partition(".")[0]
    if not colon or not screen.isdigit() or not hasattr(socket, "AF_UNIX"):
        return True
    if host and host != "unix":
        return True
    for address in (f"\0/tmp/.X11-unix/X{screen}", f"/tmp/.X11-unix/X{screen}"):  # noqa: S108
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            try:
                probe.connect(address)
            except OSError:
                continue
            return True
    return False


def build(paths: Paths, prompts: "Prompts | None" = None) -> "MainWindow":
    """Make the whole window, without showing it or entering the event loop.

    Makes the QApplication where there is none yet.
    """
    # Start-up: the command line does without Qt.
    from PySide6.QtWidgets import QApplication

    from pressdesk.ui import language
    from pressdesk.ui.program import Program
    from pressdesk.ui.prompts import Dialogs
    from pressdesk.ui.window import MainWindow

    app = QApplication.instance() or QApplication(["pressdesk"])
    if not isinstance(app, QApplication):
        raise TypeError(type(app))
    app.setApplicationName("PressDesk")
    app.setDesktopFileName("pressdesk")
    program = Program(app, paths, prompts or Dialogs())
    language.install(app, program.settings.interface, shipped("resources") / "i18n")
    app.setWindowIcon(program.icons.icon("app"))

    return MainWindow(program)


def run(paths: Paths, files: list[Path]) -> int:
    """Show the window, with the given files open, until the last one is closed."""
    # Start-up: the command line does without Qt.
    from PySide6.QtWidgets import QApplication

    from pressdesk.ui.dialogs.fault import install

    _help_input_methods()
    # Threads that save give way after 1 ms, not 5: the window takes the lock often for each key.
    sys.setswitchinterval(0.001)
    window = build(paths)
    program = window.program
    faults = install(program.app, program.window_with_release, paths.log)
    faults.copy_wanted.connect(program.save_copy)
    faults.met.connect(program.protection_wanted)
    window.show()
    for file in files:
        window.open_release(file)
    window.offer_recovery()
    code = QApplication.exec()
    program.close()
    faults.remove()
    return code


def _help_input_methods() -> None:
    """Let fcitx users type: Qt's own plugins know ibus, whose protocol fcitx 5 speaks too."""
    if sys.platform.startswith("linux") and os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        os.environ["QT_IM_MODULE"] = "ibus"
