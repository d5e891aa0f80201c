"""Files of one window: new, open, import, save, and what happens to unsaved work."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid4, uuid5

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from pressdesk.export.packs import new_release
from pressdesk.model.problem import PressDeskError, Problems
from pressdesk.model.slug import slugify
from pressdesk.paths import shipped
from pressdesk.ui.document import Document
from pressdesk.ui.lock_keeper import LockKeeper
from pressdesk.ui.program import Program
from pressdesk.ui.prompts import Choice
from pressdesk.ui.tasks import Report

if TYPE_CHECKING:
    from pressdesk.saving import Order, Saved
    from pressdesk.storage.lock import Lock
    from pressdesk.storage.package import Package

IMPORTED = (".md", ".markdown", ".txt")


class Files(QObject):
    """Makes documents and saves the one of its window."""

    opened = Signal(object, object)
    """A new ``Document``, and the ``Problems`` found while opening it."""
    failed = Signal(object)
    """A ``PressDeskError`` to be shown."""
    told = Signal(str)
    """A sentence on what went wrong beside a save."""
    conflicted = Signal(object)
    """A ``Saved`` that lies beside the file another saved."""
    copy_found = Signal(object, object)
    """The path of an opened release, and of a copy that a sync client has put beside it."""
    saving_changed = Signal(bool)

    def __init__(self, program: Program, locks: LockKeeper, window: QWidget) -> None:
        super().__init__(window)
        self.locks = locks
        self._program = program
        self._window = window
        self._is_saving = False
        self._waiting: list[Callable[[], None]] = []

    def new(self, template: str = "") -> None:
        """Begin an empty release from a template pack."""
        settings = self._program.settings
        pack = self._program.pack(template or settings.template)
        release = new_release(pack, settings.language, uuid4())
        if not release.issuer:
            release = replace(release, issuer=settings.organization)
        self.opened.emit(Document(release), ())

    def sample(self) -> None:
        """Open the sample release, as one that was never saved."""
        # Start-up: the start screen reads no file.
        from pressdesk.opening import import_source

        source = shipped("resources") / "samples" / "sample.md"
        opened = import_source(source, uuid5(NAMESPACE_URL, "urn:pressdesk:sample"))
        self.opened.emit(Document(opened.release, opened.assets), opened.problems)

    def open(self, path: Path) -> None:
        """Open a release, or import any other file; what goes wrong is told by ``failed``."""
        opened = self.read(path)
        if opened is not None:
            self.opened.emit(*opened)

    def read(self, path: Path) -> tuple[Document, Problems] | None:
        """Read what `open` shows; None after ``failed``, or where the person let it be."""
        # Start-up: see above.
        from pressdesk.opening import import_source
        from pressdesk.storage.salvage import is_damage

        try:
            if path.suffix.lower() == ".press":
                return self._read_release(path)
            opened = import_source(path, uuid4())
        except PressDeskError as error:
            if path.suffix.lower() == ".press" and not path.exists():
                self._program.forget(path)
            if is_damage(error) and path.suffix.lower() == ".press":
                return self._rescue(path, error)
            self.failed.emit(error)
            return None
        return Document(opened.release, opened.assets), opened.problems

    def _read_release(self, path: Path) -> tuple[Document, Problems] | None:
        # Start-up: see above.
        from pressdesk.storage.lock import Held
        from pressdesk.storage.package import read_package

        package = read_package(path)
        save_id = package.manifest.save_id
        lock = None if package.read_only else self.locks.take(path, save_id)
        if isinstance(lock, Held):
            answer = self.locks.ask(path, lock)
            if answer == "take":
                lock = self.locks.take_over(path, lock, save_id)
                if isinstance(lock, Held):  # it changed hands while the question stood there
                    return self._read_release(path)
                package = read_package(path)
            elif answer == "copy":
                document = Document(package.release, package.assets, suggested=copy_of(path))
                return document, package.problems
            elif answer == "read":
                lock = None
            else:
                return None
            is_for_reading = answer == "read"
        else:
            is_for_reading = False
        self._program.remember(path)
        document = Document(
            package.release,
            package.assets,
            path=path,
            package=package,
            lock=lock,
            is_for_reading=is_for_reading,
        )
        self._note_opened(path, package)
        return document, package.problems

    def _note_opened(self, path: Path, package: "Package") -> None:
        """Keep what another saved as a version, and clear what killed saves have left."""
        safe = self._program.safe

        def note(_: Report) -> "tuple[Path, ...]":
            # Start-up: see above.
            from pressdesk.storage.leftovers import clear_leftovers, sync_copies

            safe.note_opened(path, package)
            clear_leftovers(path)
            return sync_copies(path)

        def done(copies: "tuple[Path, ...]") -> None:
            if copies:
                self.copy_found.emit(path, copies[0])

        self._program.keeper.run(self.tr("Opening"), note, done=done, failed=_say_nothing)

    def _rescue(self, path: Path, error: PressDeskError) -> tuple[Document, Problems] | None:
        """Offer what is left of a damaged release: it opens as one that is not saved."""
        # Start-up: see above.
        from pressdesk.ui.rescue import Rescuer

        rescued = Rescuer(self._program, self._window).ask(path, error)
        if rescued is None:
            return None
        release, assets, problems = rescued
        document = Document(release, assets, suggested=copy_of(path), is_unsaved=True)
        return document, problems

    def ask_to_open(self) -> list[Path]:
        """Ask for releases to open."""
        filters = self.tr("Releases (*.press);;All files (*)")
        return self._ask(self.tr("Open"), filters)

    def ask_to_import(self) -> list[Path]:
        """Ask for files to import."""
        kinds = " ".join(f"*{suffix}" for suffix in IMPORTED)
        return self._ask(self.tr("Import"), self.tr("Texts ({kinds})").replace("{kinds}", kinds))

    def save(self, document: Document, then: Callable[[], None] | None = None) -> None:
        """Save in the background, under a new name where there is none yet.

        ``then`` is called once the release is on the disk.
        """
        if document.path is None or document.is_read_only:
            self.save_as(document, then)
        else:
            self._save(document, document.path, then)

    def keep_version(self, document: Document, name: str) -> None:
        """Save, and give the version a name."""
        if document.path is None or document.is_read_only:
            self.save_as(document, name=name)
        else:
            self._save(document, document.path, None, name=name)

    def save_as(
        self, document: Document, then: Callable[[], None] | None = None, name: str = ""
    ) -> None:
        """Ask for a name and save under it; ``name`` is one for the version."""
        document.flush()
        release = document.release
        stem = slugify(release.slug or release.headline) or self.tr("release")
        beside = document.path and (
            copy_of(document.path) if document.is_read_only else document.path
        )
        suggested = document.suggested or beside or self._folder() / f"{stem}.press"
        filters = self.tr("Releases (*.press)")
        path = self._program.prompts.save_file(self._window, self.tr("Save As"), filters, suggested)
        if path is None:
            return
        if path.suffix.lower() != ".press":
            path = path.with_name(f"{path.name}.press")
            if path.exists() and not self._may_replace(path):
                return
        self._save(document, path, then, name=name)

    def _may_replace(self, path: Path) -> bool:
        """Ask about a file that nobody asked about yet: the name was given without its ending."""
        text = self.tr("“{name}” is there already. Saving under this name replaces it.")
        choices = [
            Choice("keep", self.tr("Keep It")),
            Choice("replace", self.tr("Replace It"), loses_work=True),
        ]
        answer = self._program.prompts.choose(
            self._window, self.tr("Save As"), text.replace("{name}", path.name), choices
        )
        return answer == "replace"

    def has_work(self, document: Document) -> bool:
        """Tell whether closing would lose something, or a save is still under way."""
        document.flush()
        return self._is_saving or document.is_modified

    def ask_about_unsaved(self, document: Document, then: Callable[[], None]) -> None:
        """Call ``then`` once nothing of the person's would be lost by it."""
        document.flush()
        if self._is_saving:
            self._waiting.append(lambda: self.ask_about_unsaved(document, then))
            return
        if not document.is_modified:
            then()
            return
        name = document.release.headline or self.tr("New release")
        text = self.tr(
            "“{name}” has changes that are not saved. What you discard can be brought back for 30"
            " days (File, Recover Unsaved Work)."
        )
        choices = [
            Choice("save", self.tr("Save")),
            Choice("discard", self.tr("Discard Changes"), loses_work=True),
        ]
        answer = self._program.prompts.choose(
            self._window, self.tr("Unsaved Changes"), text.replace("{name}", name), choices
        )
        if answer == "save":
            self.save(document, then)
        elif answer == "discard":
            then()

    def _save(
        self,
        document: Document,
        path: Path,
        then: Callable[[], None] | None,
        name: str = "",
    ) -> None:
        document.flush()
        if self._is_saving:
            self._waiting.append(lambda: self._save(document, path, then, name))
            return
        # Start-up: see above.
        from pressdesk.saving import Order, save_release
        from pressdesk.storage.held import seen_now

        is_same = path == document.path and not document.is_read_only
        lock = document.lock if is_same else self._lock_new(document, path)
        if isinstance(lock, PressDeskError):
            self.failed.emit(lock)
            return
        package = document.package
        try:
            replaces = None if is_same else seen_now(path)
        except OSError:
            replaces = None  # the save tells why it can't be reached
        order = Order(
            path=path,
            release=document.release,
            assets=document.assets,
            work=document.work,
            base=None if package and package.read_only else package,
            expected=package if is_same else None,
            replaces=replaces,
            lock=lock,
            name=name,
        )
        safe = self._program.safe
        self._set_saving(True)

        def work(_: Report) -> "Saved":
            return save_release(order, safe)

        def done(saved: "Saved") -> None:
            self._take_saved(document, saved, order, lock)
            self._set_saving(False)
            if then and saved.is_confirmed:
                self.ask_about_unsaved(document, then)  # one may have typed on meanwhile

        def failed(error: Exception) -> None:
            if lock is not None and lock is not document.lock:
                lock.release()
            self._set_saving(False)
            self._waiting.clear()
            if not isinstance(error, PressDeskError):
                raise error
            if error.code == "PD-SAV-008":
                self._ask_about_use(document, path, then, name, error)
            else:
                self.failed.emit(error)

        self._program.tasks.run(self.tr("Saving"), work, done=done, failed=failed)

    def _lock_new(self, document: Document, path: Path) -> "Lock | PressDeskError | None":
        """Lock a file that is to be saved over for the first time, or tell who has it."""
        # Start-up: see above.
        from pressdesk.storage.lock import Held

        package = document.package
        lock = self.locks.take(path, package.manifest.save_id if package else None)
        if not isinstance(lock, Held):
            return lock
        user = lock.holder.owner.user if lock.holder else ""
        who = user or self.tr("Somebody")
        return PressDeskError(
            "PD-LCK-001",
            self.tr("“{name}” was not written.").replace("{name}", path.name),
            self.tr("{user} has it open.").replace("{user}", who),
            safe=self.tr("That file is unchanged."),
            do=self.tr("Save under another name."),
        )

    def _take_saved(
        self, document: Document, saved: "Saved", order: "Order", lock: "Lock | None"
    ) -> None:
        """Go on with the file that was written."""
        if saved.theirs is not None:
            lock = None  # it is of the file that was left alone
        if document.lock is not None and document.lock is not lock:
            document.lock.release()
        document.lock = lock
        # Some were added while it was being written, and others mended that were not whole in it.
        since = document.assets.changed_since(order.assets)
        known = {photo.media for photo in order.release.photos} | set(order.assets)
        assets = saved.assets.union(document.assets)
        document.set_saved(
            saved.release, saved.path, saved.package, assets, is_confirmed=saved.is_confirmed
        )
        document.take_in(since.only(known & set(since)))
        self.locks.follow(document)
        self._program.remember(saved.path)
        self._program.change(last_folder=str(saved.path.parent))
        if saved.theirs is not None:
            self.conflicted.emit(saved)
        for warning in saved.warnings:
            if warning.code in ("PD-SAV-010", "PD-SAV-011"):
                self.told.emit(f"{warning.what} {warning.why}")
            elif warning.code.startswith("PD-SAV"):
                self.failed.emit(warning)
        if unkept := next((each for each in saved.warnings if each.code == "PD-JRN-001"), None):
            told = self.tr("Saved, but no version of it is kept here. {why}")
            self.told.emit(told.replace("{why}", unkept.why))

    def _ask_about_use(
        self,
        document: Document,
        path: Path,
        then: Callable[[], None] | None,
        name: str,
        error: PressDeskError,
    ) -> None:
        choices = [
            Choice("again", self.tr("Try Again")),
            Choice("copy", self.tr("Save a Copy…")),
        ]
        answer = self._program.prompts.choose(self._window, self.tr("Save"), str(error), choices)
        if answer == "again":
            self._save(document, path, then, name)
        elif answer == "copy":
            document.suggested = copy_of(path)
            self.save_as(document, then, name)

    def _set_saving(self, is_saving: bool) -> None:
        self._is_saving = is_saving
        self.saving_changed.emit(is_saving)
        if not is_saving and self._waiting:
            self._waiting.pop(0)()

    def _ask(self, title: str, filters: str) -> list[Path]:
        chosen = self._program.prompts.open_files(self._window, title, filters, self._folder())
        if chosen:
            self._program.change(last_folder=str(chosen[0].parent))
        return chosen

    def _folder(self) -> Path:
        last = Path(self._program.settings.last_folder or "")
        if self._program.settings.last_folder and last.is_dir():
            return last
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(documents))


def copy_of(path: Path) -> Path:
    """Suggest a name beside a file that is not to be touched."""
    copy = QCoreApplication.translate("Files", "{name} (copy)").replace("{name}", path.stem)
    return path.with_name(f"{copy}{path.suffix}")


def _say_nothing(_: Exception) -> None:
    """Let it be: what only tidies up is done again next time."""
