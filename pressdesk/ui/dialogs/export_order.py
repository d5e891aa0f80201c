"""One export as it was ordered: what will be written, and the writing itself."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from pressdesk.export.exporter import (
    export_problems,
    export_release,
    export_stem,
    is_broken,
)
from pressdesk.export.formats import file_names
from pressdesk.export.packs import Pack
from pressdesk.export.view import Stage
from pressdesk.model.assets import Assets
from pressdesk.model.problem import Problems, has_errors
from pressdesk.model.release import Release
from pressdesk.photos.render import Renderer
from pressdesk.storage.atomic import write_files


class Written(Struct, frozen=True):
    """What an export left on the disk."""

    files: tuple[Path, ...]
    report: Problems
    """What was done to the photos without being asked: their place and serial numbers removed."""


class Order(Struct, frozen=True, kw_only=True):
    """All that an export is made from."""

    release: Release
    assets: Assets
    pack: Pack
    formats: tuple[str, ...]
    stage: Stage
    saved: dt.datetime
    """When this text was last saved, aware; a draft's stamp shows it."""
    folder: Path

    def problems(self) -> Problems:
        """List what is wrong with the release, as the exporter would."""
        return export_problems(self.release, self.pack, self.stage, today=dt.date.today())

    def names(self, problems: Problems, now: dt.datetime) -> tuple[str, ...]:
        """Name what would be written below the folder; nothing where the release is broken."""
        if any(map(is_broken, problems)):
            return ()
        stem = export_stem(self.release, self.pack, stage=self.stage, now=now, saved=self.saved)
        return file_names(stem, self.formats, has_photos=bool(self.release.figures))

    def is_refused(self, problems: Problems) -> bool:
        """Tell whether the exporter would refuse this."""
        return any(map(is_broken, problems)) or (self.stage == "final" and has_errors(problems))

    def carry_out(
        self, renditions: Path, now: dt.datetime, report: Callable[[int, int], None]
    ) -> Written:
        """Make all files in memory, then write them, all or none.

        ``report`` may raise to stop the work: it is called while photos are scaled
        and a last time before the first file is written. Raises PressDeskError
        where nothing was written.
        """
        exported = export_release(
            self.release,
            self.assets,
            self.pack,
            formats=self.formats,
            stage=self.stage,
            now=now,
            saved=self.saved,
            renderer=Renderer(renditions),
            progress=report,
        )
        report(1, 1)
        files = tuple((self.folder / file.path, file.data) for file in exported.files)
        write_files(files)
        return Written(tuple(path for path, _ in files), exported.report)
