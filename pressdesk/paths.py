"""Where things are: the user's folders, and what ships with the program."""

from pathlib import Path

from platformdirs import PlatformDirs


class Paths:
    """The folders of one profile.

    With ``profile`` everything of the user's lies under that folder and nowhere
    else; without it, where the system keeps such things.
    """

    def __init__(self, profile: Path | None = None) -> None:
        # `fallback` takes unsaved work while the journal fails.
        if profile is not None:
            self.config = self.data = profile
            self.cache = profile / "cache"
            self.fallback = profile / "fallback"
        else:
            system = PlatformDirs("PressDesk", appauthor=False)
            self.config = system.user_config_path
            self.data = system.user_data_path
            self.cache = system.user_cache_path
            self.fallback = system.user_state_path / "fallback"

    @property
    def renditions(self) -> Path:
        """Scaled copies of photos, made again when they are missing."""
        return self.cache / "renditions"

    @property
    def measured(self) -> Path:
        """What was measured of pictures, measured again when it is missing."""
        return self.cache / "measured"

    @property
    def journal(self) -> Path:
        """The database of unsaved work and of versions."""
        return self.data / "journal.db"

    @property
    def has_journal(self) -> bool:
        """Tell whether there is one, or its rows, where it was damaged and the program stopped."""
        return any(self.data.glob(f"{self.journal.stem}*{self.journal.suffix}"))

    @property
    def media(self) -> Path:
        """Bytes of photos that lie in no file."""
        return self.data / "media"

    @property
    def backups(self) -> Path:
        """Releases as they were before the first save of a day."""
        return self.data / "backups"

    @property
    def log(self) -> Path:
        """What the window met with; it holds no text of a release."""
        return self.data / "log" / "pressdesk.log"

    @property
    def dictionaries(self) -> Path:
        """Where a person puts dictionaries of spelling for this program."""
        return self.data / "dictionaries"

    @property
    def own_words(self) -> Path:
        """Words that a person has added to the dictionary."""
        return self.data / "words.txt"

    @property
    def installed_templates(self) -> Path:
        """Where `pressdesk templates install` puts packs."""
        return self.data / "templates"

    @property
    def template_folders(self) -> tuple[Path, ...]:
        """Folders of template packs; a pack of the user's hides a shipped one of its name."""
        return (self.installed_templates, shipped("templates"))


def shipped(name: str) -> Path:
    """Find a folder that ships with the program, in a checkout or installed."""
    package = Path(__file__).resolve().parent
    installed = package / name
    return installed if installed.is_dir() else package.parent / name
