"""What an exporter is given, and what it gives."""

from msgspec import Struct

from pressdesk.export.packs import Pack
from pressdesk.export.pictures import Pictures
from pressdesk.export.view import View
from pressdesk.model.assets import Assets
from pressdesk.model.release import Release


class File(Struct, frozen=True):
    """A file to be written: its path below the export folder, with ``/``, and its bytes."""

    path: str
    data: bytes


class Job(Struct, frozen=True, kw_only=True):
    """All that a format needs."""

    release: Release
    assets: Assets
    view: View
    pack: Pack
    pictures: Pictures
    stem: str
    """Name of the files, without suffix."""
    originals: bool = False


def dateline_stands_apart(job: Job) -> bool:
    """Tell whether the dateline has no paragraph to run into, and becomes one."""
    view = job.view
    return not job.pack.places_dateline and not view.lead and bool(view.fields.dateline)
