"""Asking what to open when the file of a release is damaged."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from pressdesk.model.assets import Assets
from pressdesk.model.problem import PressDeskError, Problems
from pressdesk.model.release import Release
from pressdesk.recovery import Rescue, find_rescue
from pressdesk.storage.package import read_package
from pressdesk.ui.dates import told_day, told_moment
from pressdesk.ui.program import Program
from pressdesk.ui.prompts import Choice


class Rescuer(QObject):
    """Offers what is left of a damaged release; the damaged file stays as it is."""

    def __init__(self, program: Program, window: QWidget) -> None:
        super().__init__(window)
        self._program = program
        self._window = window

    def ask(self, path: Path, error: PressDeskError) -> tuple[Release, Assets, Problems] | None:
        """Ask which to open: what can still be read, the last version kept here, a backup.

        None where there is none of them, or the person wants none.
        """
        program = self._program
        try:
            rescue = find_rescue(program.safe, path)
        except PressDeskError as other:
            program.prompts.tell(self._window, other.what, str(other))
            return None
        choices = self._choices(rescue)
        if not choices:
            program.prompts.tell(self._window, error.what, str(error))
            return None
        text = self.tr(
            "“{name}” is damaged. {why} The file stays as it is. What you choose opens as a release"
            " of its own, for you to save under another name."
        )
        text = text.replace("{name}", path.name).replace("{why}", error.why)
        title = self.tr("Damaged Release")
        answer = program.prompts.choose(self._window, title, text, choices)
        release = _release(rescue, answer)
        if release is None:
            return None
        sources = [rescue.readable.assets] if rescue.readable else []
        assets, problems = program.safe.gather_photos(release, sources)
        return release, assets, problems

    def _choices(self, rescue: Rescue) -> list[Choice]:
        found: list[Choice] = []
        if rescue.readable is not None:
            found.append(Choice("readable", self.tr("Open What Can Be Read")))
        if rescue.version is not None:
            when = told_moment(rescue.version.version.at.astimezone())
            text = self.tr("Open the Version of {when}").replace("{when}", when)
            found.append(Choice("version", text))
        if rescue.backup is not None:
            day = told_day(rescue.backup.day)
            text = self.tr("Open the Backup of {day}").replace("{day}", day)
            found.append(Choice("backup", text))
        return found


def _release(rescue: Rescue, answer: str) -> Release | None:
    if answer == "version" and rescue.version is not None:
        return rescue.version.release
    if answer == "backup" and rescue.backup is not None:
        return read_package(rescue.backup.path).release
    if answer == "readable" and rescue.readable is not None:
        return rescue.readable.release
    return None
