"""Recovered work and kept versions in a window: listed, compared, brought back."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget

from pressdesk.model.assets import Assets
from pressdesk.model.problem import PressDeskError, Problems
from pressdesk.model.release import Release
from pressdesk.ui.actions import Actions
from pressdesk.ui.dates import told_moment
from pressdesk.ui.dialog_opener import show
from pressdesk.ui.document import Document
from pressdesk.ui.files import copy_of
from pressdesk.ui.lock_keeper import LockKeeper
from pressdesk.ui.program import Program
from pressdesk.ui.prompts import Choice
from pressdesk.ui.tasks import Report, Task

if TYPE_CHECKING:
    from pressdesk.recovery import Recoverable, Restored
    from pressdesk.saving import Saved
    from pressdesk.storage.versions import Kept


class HistoryDialogs(QObject):
    """Opens what shows the past of releases; dialogs are imported when they are first wanted."""

    restored = Signal(object, object, str)
    """A ``Document`` that is not saved, the ``Problems`` found, and a sentence on it or ""."""
    opened = Signal(object)
    """The path of a release to open."""
    keep_wanted = Signal(str)
    """The name of a version to be saved."""
    failed = Signal(object)

    def __init__(
        self, program: Program, actions: Actions, locks: LockKeeper, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._program = program
        self._locks = locks
        self._window = window
        self._document: Document | None = None
        for name, work in (
            ("file.recover", self.open_recovery),
            ("file.versions", self.open_versions),
            ("file.keep-version", self.ask_for_name),
        ):
            actions[name].triggered.connect(lambda _=False, work=work: work())

    def set_document(self, document: Document) -> None:
        """Work on the versions of a document from now on."""
        self._document = document

    # Recovery

    def open_recovery(self) -> None:
        """Show all work that was not saved."""
        self.list_unsaved(self.show_recovery)

    def list_unsaved(
        self,
        done: "Callable[[tuple[Recoverable, ...]], object]",
        replaces: Task | None = None,
    ) -> Task:
        """Look what was not saved, in the background; ``replaces`` as for ``Tasks.run``."""
        safe = self._program.safe

        def work(_: Report) -> "tuple[Recoverable, ...]":
            # Start-up: the window is painted before the journal is read.
            from pressdesk.recovery import list_unsaved

            return list_unsaved(safe)

        return self._run(self.tr("Looking for unsaved work"), work, done, replaces)

    def warn_of_network(self) -> None:
        """Say once, of a profile on a network, that the journal is not safe there."""
        folder = self._program.paths.data
        if str(folder) == self._program.settings.network_told:
            return

        def work(_: Report) -> bool:
            # Start-up: see above.
            from pressdesk.storage.network import is_on_network

            return is_on_network(folder)

        def done(is_remote: bool) -> None:
            if is_remote:
                self._program.change(network_told=str(folder))
                text = self.tr(
                    "PressDesk keeps what you type in “{folder}”, which is on a network. If the"
                    " network fails, it may not be safe there. Start PressDesk with a folder on"
                    " this computer: pressdesk --profile FOLDER."
                )
                text = text.replace("{folder}", str(folder))
                self._program.prompts.tell(self._window, self.tr("Folder on a Network"), text)

        self._run(self.tr("Looking for the folder of the journal"), work, done)

    def tell_damage(self) -> None:
        """Say once that the journal was damaged, where it was: something may be missing in it."""
        aside = max(self._program.safe.database.asides(), default=None)
        if aside is not None and aside.name != self._program.settings.damage_told:
            self._program.change(damage_told=aside.name)
            text = self.tr(
                "The journal of unsaved work and versions was damaged. What could still be read of"
                " it is back; some may be missing. The damaged one is “{file}”."
            )
            text = text.replace("{file}", str(aside))
            self._program.prompts.tell(self._window, self.tr("Damaged Journal"), text)

    def show_recovery(self, found: "tuple[Recoverable, ...]") -> None:
        """Show what can be recovered."""
        from pressdesk.ui.dialogs.recovery import RecoveryDialog

        dialog = RecoveryDialog(found, self._window)
        reading: Task | None = None

        def refresh() -> None:
            nonlocal reading
            self._program.recovered_changed.emit()
            reading = self.list_unsaved(dialog.show_found, replaces=reading)

        dialog.restore_wanted.connect(lambda each: (dialog.accept(), self._restore(each)))
        dialog.compare_wanted.connect(self._compare_recovered)
        dialog.copy_wanted.connect(lambda each: self._write_copy(each, refresh))
        dialog.discard_wanted.connect(lambda each: self._discard(each, refresh))
        show(dialog)

    def _restore(self, found: "Recoverable") -> None:
        from pressdesk.recovery import restore

        safe = self._program.safe

        def done(restored: "Restored") -> None:
            self._program.recovered_changed.emit()
            document, told = self._restored_document(found, restored)
            document.apply(restored.release, self.tr("Restore"))
            self.restored.emit(document, restored.problems, told)

        self._run(self.tr("Restoring"), lambda _: restore(safe, found), done)

    def _restored_document(
        self, found: "Recoverable", restored: "Restored"
    ) -> tuple[Document, str]:
        """Make a document of what was saved last, and say why it may need another name.

        It goes on in its file only where that is as it was and nobody else has it open.
        """
        from pressdesk.storage.lock import Held

        package, path = restored.package, restored.work.path
        base = package.release if package else found.saved
        lock, told = None, ""
        if package and path:
            taken = self._locks.take(path, package.manifest.save_id)
            if isinstance(taken, Held):
                package = None
                told = self._locks.sentence(path, taken, self.tr("Save yours under another name."))
            else:
                lock = taken
        suggested = None if package or path is None else path
        if suggested and found.file != "missing":
            suggested = copy_of(suggested)
        document = Document(
            base or restored.release,
            restored.assets,
            path=path if package else None,
            package=package,
            lock=lock,
            work=restored.work.id,
            suggested=suggested,
            is_unsaved=base is None,
        )
        return document, told

    def _compare_recovered(self, found: "Recoverable") -> None:
        package = found.package
        release = package.release if package else found.saved
        if release is None:
            return
        upto = self.tr("Recovered up to {when}").replace("{when}", told_moment(found.at))
        told = self.tr("In the file now") if package else self.tr("Last saved")
        recovered, safe = found.unsaved.row.release, self._program.safe
        sources = [package.assets] if package else []

        def gather(_: Report) -> list[Assets]:
            return [safe.gather_photos(each, sources)[0] for each in (release, recovered)]

        def show(photos: list[Assets]) -> None:
            self._compare((told, release, photos[0]), (upto, recovered, photos[1]))

        self._run(self.tr("Reading versions"), gather, show)

    def _write_copy(self, found: "Recoverable", then: Callable[[], None]) -> None:
        from pressdesk.history import write_unsaved
        from pressdesk.model.slug import slugify

        release = found.unsaved.row.release
        path = found.unsaved.work.path
        stem = path.stem if path else slugify(release.headline) or self.tr("release")
        name = self.tr("{name} (recovered)").replace("{name}", stem) + ".press"
        folder = path.parent if path else Path(self._program.settings.last_folder)
        target = self._program.prompts.save_file(
            self._window, self.tr("Save a Copy"), self.tr("Releases (*.press)"), folder / name
        )
        if target is None:
            return
        if target.suffix.lower() != ".press":
            target = target.with_name(f"{target.name}.press")
        safe = self._program.safe
        self._run(self.tr("Saving"), lambda _: write_unsaved(safe, found, target), lambda _: then())

    def _discard(self, found: "Recoverable", then: Callable[[], None]) -> None:
        safe = self._program.safe
        self._run(self.tr("Discarding"), lambda _: safe.discard(found.unsaved), lambda _: then())

    # Conflicts

    def show_conflict(self, saved: "Saved") -> None:
        """Show what another saved beside what was saved here; nothing is chosen for the person."""
        from pressdesk.storage.package import read_package

        path = saved.theirs
        if path is None:
            return
        text = self.tr(
            "{user} saved or took over “{name}” since you opened it. That file is untouched. Yours"
            " is saved beside it as “{copy}”, and you go on in that."
        )
        text = text.replace("{user}", self._locks.user_of(path) or self.tr("Somebody else"))
        text = text.replace("{name}", path.name).replace("{copy}", saved.path.name)
        choices = [
            Choice("compare", self.tr("Compare")),
            Choice("open", self.tr("Open Theirs")),
        ]
        answer = self._program.prompts.choose(
            self._window, self.tr("Saved as a Copy"), text, choices, self.tr("Go On")
        )
        if answer == "open":
            self.opened.emit(path)
        elif answer == "compare":
            try:
                theirs = read_package(path)
            except PressDeskError as error:
                self.failed.emit(error)
                return
            self._compare(
                (
                    self.tr("Theirs: {name}").replace("{name}", path.name),
                    theirs.release,
                    theirs.assets,
                ),
                (
                    self.tr("Yours: {name}").replace("{name}", saved.path.name),
                    saved.release,
                    saved.assets,
                ),
                [Choice("open", self.tr("Open Theirs"))],
                {"open": lambda: self.opened.emit(path)},
            )

    def compare_files(self, path: Path, copy: Path) -> None:
        """Show two files of one release side by side."""
        from pressdesk.storage.package import read_package

        try:
            ours, other = read_package(path), read_package(copy)
        except PressDeskError as error:
            self.failed.emit(error)
            return
        self._compare(
            (path.name, ours.release, ours.assets),
            (copy.name, other.release, other.assets),
            [Choice("open", self.tr("Open the Copy"))],
            {"open": lambda: self.opened.emit(copy)},
        )

    # Versions

    def open_versions(self) -> None:
        """List the versions of the release."""
        from pressdesk.ui.dialogs.versions import VersionsDialog

        document, safe = self._document, self._program.safe
        if document is None:
            return
        doc_id = document.release.id

        def done(versions: Any) -> None:
            dialog = VersionsDialog(versions, self._window)
            dialog.compare_wanted.connect(self._compare_versions)
            dialog.restore_wanted.connect(lambda number: (dialog.accept(), self._bring(number)))
            dialog.copy_wanted.connect(lambda number: (dialog.accept(), self._open_copy(number)))
            dialog.keep_wanted.connect(lambda: (dialog.accept(), self.ask_for_name()))
            show(dialog)

        self._run(self.tr("Reading versions"), lambda _: safe.versions.list(doc_id), done)

    def ask_for_name(self) -> None:
        """Ask for the name of a version, and save with it."""
        from pressdesk.ui.dialogs.version_name import VersionNameDialog

        if self._document is None:
            return
        dialog = VersionNameDialog(self._window)
        dialog.named.connect(self.keep_wanted)
        show(dialog)

    def _bring(self, number: int) -> None:
        """Put a version on the page, as a step that can be undone."""

        def done(kept: "Kept", assets: Assets, problems: Problems) -> None:
            document = self._document
            if document is None:
                return
            document.take_in(assets.changed_since(document.assets))
            label = self.tr("Restore version {number}").replace("{number}", str(number))
            document.apply(kept.release, label)
            if problems:
                lines = "\n".join(str(problem) for problem in problems[:20])
                self._program.prompts.tell(self._window, label, lines)

        self._read(number, done)

    def _open_copy(self, number: int) -> None:
        """Open a version as a release of its own, not saved yet."""

        def done(kept: "Kept", assets: Assets, problems: Problems) -> None:
            path = self._document.path if self._document else None
            name = self.tr("{name} (version {number})").replace("{number}", str(number))
            suggested = (
                path.with_name(name.replace("{name}", path.stem) + ".press") if path else None
            )
            document = Document(kept.release, assets, suggested=suggested, is_unsaved=True)
            self.restored.emit(document, problems, "")

        self._read(number, done)

    def _compare_versions(self, older: int, newer: int) -> None:
        def with_older(kept: "Kept", assets: Assets, _: Problems) -> None:
            before = (self._told_version(kept), kept.release, assets)
            if newer == 0:
                document = self._document
                if document is not None:
                    document.flush()
                    now = (self.tr("On the page now"), document.release, document.assets)
                    self._compare(before, now)
                return

            def with_newer(kept: "Kept", assets: Assets, _: Problems) -> None:
                self._compare(before, (self._told_version(kept), kept.release, assets))

            self._read(newer, with_newer)

        self._read(older, with_older)

    def _told_version(self, kept: "Kept") -> str:
        version = kept.version
        told = self.tr("Version {number}, {when}").replace("{number}", str(version.number))
        told = told.replace("{when}", told_moment(version.at.astimezone()))
        return f"{told} · {version.name}" if version.name else told

    def _read(self, number: int, done: "Callable[[Kept, Assets, Problems], None]") -> None:
        document, safe = self._document, self._program.safe
        if document is None:
            return
        doc_id, assets = document.release.id, document.assets

        def work(_: Report) -> "tuple[Kept, Assets, Problems]":
            kept = safe.versions.read(doc_id, number)
            return (kept, *safe.gather_photos(kept.release, [assets]))

        self._run(self.tr("Reading versions"), work, lambda found: done(*found))

    # Both

    def _compare(
        self,
        before: tuple[str, Release, Assets],
        after: tuple[str, Release, Assets],
        choices: "list[Choice] | None" = None,
        works: "dict[str, Callable[[], object]] | None" = None,
    ) -> None:
        from pressdesk.ui.dialogs.compare import CompareDialog, Side

        program = self._program
        dialog = CompareDialog(
            Side(*before),
            Side(*after),
            program.pictures,
            program.icons,
            self._foremost(),
            choices=choices or (),
        )
        dialog.chosen.connect(lambda chosen: (works or {})[chosen]())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def _foremost(self) -> QWidget:
        """Give the dialog that stands before the window: what is not a part of it is behind it."""
        dialogs = self._window.findChildren(QDialog)
        return next((each for each in dialogs if each.isVisible() and each.isModal()), self._window)

    def _run(
        self,
        title: str,
        work: Callable[[Report], Any],
        done: Callable[[Any], object],
        replaces: Task | None = None,
    ) -> Task:
        def failed(error: Exception) -> None:
            if not isinstance(error, PressDeskError):
                raise error
            self.failed.emit(error)

        return self._program.tasks.run(
            title, work, done=done, failed=failed, owner=self, replaces=replaces
        )
