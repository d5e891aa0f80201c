"""What a person set once, and which releases were open lately."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal, TypeVar

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from pressdesk.storage.atomic import make_folder, write_file

Theme = Literal["system", "light", "dark"]
Interface = Literal["system", "en", "zh-CN"]
Preview = Literal["web", "word"]
_MOST_RECENT = 20


class Settings(Struct, frozen=True, kw_only=True):
    """The settings of one profile."""

    author: str = ""
    organization: str = ""
    """The issuer of a new release."""
    language: str = "en"
    """Of a new release."""
    template: str = "news"
    template_folder: str = ""
    """Where else template packs are looked for."""
    interface: Interface = "system"
    """Language of the window."""
    theme: Theme = "system"
    text_size: Annotated[float, Meta(ge=0.8, le=2.0)] = 1.0
    zoom: Annotated[float, Meta(ge=0.5, le=3.0)] = 1.0
    """Of the page, beyond the size of all text."""
    preview: Preview = "web"
    """Which page the preview shows."""
    serif: str = ""
    """Font family of what readers read; "" is the program's choice."""
    sans: str = ""
    """Font family of the tool; "" is the system's."""
    is_spelling_checked: bool = True
    has_smart_typing: bool = True
    """Quotation marks and dashes are set as one types."""
    damage_told: str = ""
    """The name of the damaged journal that was told of last."""
    network_told: str = ""
    """The folder of the profile of which was said that it lies on a network."""
    last_folder: str = ""
    export_folder: str = ""
    """"" is a folder beside the release."""
    export_formats: tuple[str, ...] = ("docx", "html")


class Recent(Struct, frozen=True, kw_only=True):
    """The releases opened or saved last, the newest first."""

    paths: tuple[str, ...] = ()

    def with_path(self, path: Path) -> "Recent":
        """Put a file first."""
        name = str(path.absolute())
        rest = tuple(other for other in self.paths if other != name)
        return Recent(paths=(name, *rest)[:_MOST_RECENT])

    def without(self, path: Path) -> "Recent":
        """Take a file out of the list; the file itself stays."""
        return Recent(paths=tuple(other for other in self.paths if other != str(path.absolute())))


class SettingsStore:
    """The settings and the recent files of a profile; what cannot be read counts as unset.

    A file whose values do not hold is kept beside as ``….broken``, so that nothing
    of the person's is overwritten unseen.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.settings = _read(folder / "settings.json", Settings)
        self.recent = _read(folder / "recent.json", Recent)

    def change(self, **values: object) -> Settings:
        """Set and save some of the settings. Raises PressDeskError PD-SAV-…."""
        changed = msgspec.convert(
            msgspec.to_builtins(replace(self.settings, **values)),  # checks what was given
            Settings,
        )
        if changed != self.settings:
            self.settings = changed
            _write(self._folder / "settings.json", changed)
        return self.settings

    def set_recent(self, recent: Recent) -> None:
        """Save the list of recent files. Raises PressDeskError PD-SAV-…."""
        if recent != self.recent:
            self.recent = recent
            _write(self._folder / "recent.json", recent)


T = TypeVar("T", bound=Struct)


def _read(path: Path, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except OSError:
        return kind()
    except msgspec.DecodeError:
        with suppress(OSError):  # it is read again next time; nothing is lost
            path.replace(path.with_name(f"{path.name}.broken"))
        return kind()


def _write(path: Path, value: Struct) -> None:
    make_folder(path.parent)
    write_file(path, msgspec.json.format(msgspec.json.encode(value), indent=2))
