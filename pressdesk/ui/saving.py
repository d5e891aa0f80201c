"""Writing a release to its file, in a worker."""

import datetime as dt
from pathlib import Path
from uuid import uuid4

from msgspec import Struct

from pressdesk.model.assets import Assets
from pressdesk.model.problem import PressDeskError
from pressdesk.model.release import Release, cleaned
from pressdesk.storage.media import MediaStore
from pressdesk.storage.package import Package, write_package
from pressdesk.ui.tasks import Report


class Save(Struct, frozen=True):
    """What a save is made of: nothing of it changes while the person types on."""

    path: Path
    release: Release
    assets: Assets
    package: Package | None
    media: MediaStore

    def write(self, _: Report) -> tuple[Package, Assets]:
        """Write the file; gives it, and all photo bytes that an undo may still ask for."""
        try:
            return self._write()
        except PressDeskError as error:
            if error.code.startswith("PD-DOC"):
                raise self._without_photos(error) from error
            raise

    def _write(self) -> tuple[Package, Assets]:
        release = cleaned(self.release)[0]
        wanted = {photo.media for photo in release.photos}
        kept = self.media.keep(self.assets, wanted & set(self.assets))
        package = write_package(
            self.path,
            release,
            self.assets,
            save_id=uuid4(),
            saved_at=dt.datetime.now().astimezone().replace(microsecond=0),
            base=self.package,
        )
        assets = package.assets
        for media in kept:
            assets = assets.with_source(media, lambda media=media: kept.open(media))
        return package, assets

    def _without_photos(self, error: PressDeskError) -> PressDeskError:
        """Tell that the file which the photos are read from is gone or another one."""
        return PressDeskError(
            "PD-SAV-007",
            f"“{self.path.name}” was not saved.",
            f"The photos of this release lie in the file it was opened from. {error.why}",
            safe="The release is on the page as before.",
            do="Put that file back where it was, and save again.",
        )
