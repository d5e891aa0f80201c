"""Files of one window: new, open, import, save, and what happens to unsaved work."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid4, uuid5

from msgspec.structs import replace
from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from pressdesk.export.packs import new_release
from pressdesk.model.problem import PressDeskError, Problems
from pressdesk.model.slug import slugify
from pressdesk.paths import shipped
from pressdesk.ui.document import Document
from pressdesk.ui.program import Program
from pressdesk.ui.prompts import Choice

if TYPE_CHECKING:
    from pressdesk.model.assets import Assets
    from pressdesk.storage.package import Package

IMPORTED = (".md", ".markdown", ".txt")


class Files(QObject):
    """Makes documents and saves the one of its window."""

    opened = Signal(object, object)
    """A new ``Document``, and the ``Problems`` found while opening it."""
    failed = Signal(object)
    """A ``PressDeskError`` to be shown."""
    saving_changed = Signal(bool)

    def __init__(self, program: Program, window: QWidget) -> None:
        super().__init__(window)
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
        """Read what `open` shows; None after ``failed``."""
        # Start-up: see above.
        from pressdesk.opening import import_source
        from pressdesk.storage.package import read_package

        try:
            if path.suffix.lower() == ".press":
                package = read_package(path)
                document = Document(package.release, package.assets, path=path, package=package)
                problems = package.problems
                self._program.remember(path)
            else:
                opened = import_source(path, uuid4())
                document = Document(opened.release, opened.assets)
                problems = opened.problems
        except PressDeskError as error:
            if path.suffix.lower() == ".press" and not path.exists():
                self._program.forget(path)
            self.failed.emit(error)
            return None
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
            return
        answer = "replace"
        if not self._is_saving and _was_saved_by_another(document):
            answer = self._ask_about_another(document.path)
        if answer == "replace":
            self._save(document, document.path, document.package, then)
        elif answer == "copy":
            self.save_as(document, then)

    def save_as(self, document: Document, then: Callable[[], None] | None = None) -> None:
        """Ask for a name and save under it."""
        document.flush()
        release = document.release
        name = slugify(release.slug or release.headline) or self.tr("release")
        suggested = document.path or self._folder() / f"{name}.press"
        filters = self.tr("Releases (*.press)")
        path = self._program.prompts.save_file(self._window, self.tr("Save As"), filters, suggested)
        if path is None:
            return
        if path.suffix.lower() != ".press":
            path = path.with_name(f"{path.name}.press")
            if path.exists() and not self._may_replace(path):
                return
        package = None if document.is_read_only else document.package
        self._save(document, path, package, then)

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

    def _ask_about_another(self, path: Path) -> str:
        text = self.tr(
            "Somebody else saved “{name}” after it was opened here. Replacing it loses what they"
            " wrote."
        )
        choices = [
            Choice("copy", self.tr("Save a Copy…")),
            Choice("replace", self.tr("Replace Theirs"), loses_work=True),
        ]
        return self._program.prompts.choose(
            self._window, self.tr("Save"), text.replace("{name}", path.name), choices
        )

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
        text = self.tr("“{name}” has changes that are not saved. Without saving they are lost.")
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
        package: "Package | None",
        then: Callable[[], None] | None,
    ) -> None:
        document.flush()
        if self._is_saving:
            self._waiting.append(lambda: self._save(document, path, document.package, then))
            return
        # Start-up: see above.
        from pressdesk.ui.saving import Save

        release = document.release
        save = Save(path, release, document.assets, package, self._program.media)
        self._set_saving(True)

        def done(written: "tuple[Package, Assets]") -> None:
            package, assets = written
            for media in document.assets:  # added while the file was being written
                assets = assets.with_source(media, lambda m=media, a=document.assets: a.open(m))
            document.set_saved(release, path, package, assets)
            self._program.remember(path)
            self._program.change(last_folder=str(path.parent))
            self._set_saving(False)
            if then:
                then()

        def failed(error: Exception) -> None:
            self._set_saving(False)
            self._waiting.clear()
            if not isinstance(error, PressDeskError):
                raise error
            self.failed.emit(error)

        self._program.tasks.run(self.tr("Saving"), save.write, done=done, failed=failed)

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


def _was_saved_by_another(document: Document) -> bool:
    """Tell whether the file on the disk is not the one that the document was read from."""
    # Start-up: see above.
    from pressdesk.storage.package import read_package

    path, package = document.path, document.package
    if path is None or package is None or not path.exists():
        return False
    try:
        return read_package(path).manifest.save_id != package.manifest.save_id
    except PressDeskError:
        return True
