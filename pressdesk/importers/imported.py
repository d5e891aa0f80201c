"""What every importer gives."""

from msgspec import Struct

from pressdesk.model.assets import Assets
from pressdesk.model.problem import Problems
from pressdesk.model.release import Release


class Imported(Struct, frozen=True):
    """A release made from a foreign file, its photos, and what was noticed on the way."""

    release: Release
    assets: Assets
    problems: Problems
