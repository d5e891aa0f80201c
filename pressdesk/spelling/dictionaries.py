"""Dictionaries of spelling: where they lie, and which one serves a language."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from msgspec import Struct

from pressdesk.model.problem import Problem

Origin = Literal["own", "shipped", "system", "LibreOffice"]


class Dictionary(Struct, frozen=True):
    """A Hunspell dictionary: two files of one name."""

    language: str
    """``en_US``, or ``fr`` where the name says no region."""
    aff: Path
    dic: Path
    origin: Origin


class Folder(Struct, frozen=True):
    """A folder that may hold dictionaries, or not exist."""

    path: Path
    origin: Origin


_NAME = re.compile(r"([a-z]{2,3})(?:[_-]([A-Z]{2})(?![A-Za-z]))?(?:[_-].*)?\Z")
_DEPTH = {"own": 2, "shipped": 1, "system": 2, "LibreOffice": 4}
"""How many folders deep dictionaries lie: LibreOffice keeps each in its extension."""

_USUAL = (
    *("en_US", "de_DE", "fr_FR", "es_ES", "it_IT", "pt_PT", "nl_NL"),
    *("pl_PL", "sv_SE", "da_DK", "nb_NO", "nn_NO", "fi_FI", "ru_RU"),
)
"""What serves a language where no region, or one without a dictionary, is asked for."""

_SAME = {"no": "nb"}
_UNCHECKED = ("zh", "yue", "ja", "ko")
"""Languages whose words are not checked, and need no dictionary."""


def folders(
    system: str, environment: Mapping[str, str], home: Path, own: Path | None = None
) -> tuple[Folder, ...]:
    """List where dictionaries may lie, those that hide others first.

    ``system`` is ``sys.platform``, ``environment`` is ``os.environ``; ``own`` is the
    folder into which a person puts dictionaries for this program.
    """
    shipped = find_spec("hunspell")  # the library brings en_US
    places = shipped.submodule_search_locations if shipped else None
    listed = [Folder(own, "own")] if own else []
    listed += [Folder(Path(place) / "dictionaries", "shipped") for place in places or ()]
    match system:
        case "win32":
            hunspell, office = _on_windows(environment, home)
        case "darwin":
            hunspell, office = _on_macos(home)
        case _:
            hunspell, office = _on_linux(environment, home)
    listed += [Folder(path, "system") for path in hunspell]
    return (*listed, *(Folder(path, "LibreOffice") for path in office))


_PACKAGES = Path("4", "user", "uno_packages", "cache", "uno_packages")
"""Extensions a person has added to LibreOffice, beneath its folder."""


def _on_windows(environment: Mapping[str, str], home: Path) -> tuple[list[Path], list[Path]]:
    programs = (environment.get(name) for name in ("ProgramFiles", "ProgramFiles(x86)"))
    roaming = Path(environment.get("APPDATA") or home / "AppData" / "Roaming")
    office = [Path(folder, "LibreOffice", "share", "extensions") for folder in programs if folder]
    return [roaming / "hunspell"], [*office, roaming / "LibreOffice" / _PACKAGES]


def _on_macos(home: Path) -> tuple[list[Path], list[Path]]:
    shared = [Path(f"/{folder}/share/hunspell") for folder in ("opt/homebrew", "usr/local")]
    spelling = [root / "Library" / "Spelling" for root in (home, Path("/"))]
    contents = Path("Applications", "LibreOffice.app", "Contents", "Resources", "extensions")
    support = home / "Library" / "Application Support" / "LibreOffice"
    return [*spelling, *shared], [Path("/") / contents, home / contents, support / _PACKAGES]


def _on_linux(environment: Mapping[str, str], home: Path) -> tuple[list[Path], list[Path]]:
    config = Path(environment.get("XDG_CONFIG_HOME") or home / ".config")
    data = environment.get("XDG_DATA_HOME") or str(home / ".local" / "share")
    shared = environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    hunspell = [
        Path(folder, name)
        for folder in (data, *shared.split(":"))
        if folder
        for name in ("hunspell", "myspell")
    ]
    roots = [Path("/usr/lib/libreoffice"), Path("/usr/lib64/libreoffice")]
    with suppress(OSError):
        roots += sorted(Path("/opt").glob("libreoffice*"), reverse=True)
    office = [root / "share" / "extensions" for root in roots]
    return hunspell, [*office, config / "libreoffice" / _PACKAGES]


def find_dictionaries(places: tuple[Folder, ...]) -> dict[str, Dictionary]:
    """Find the dictionaries in these folders, by language; the first of a language counts."""
    found: dict[str, Dictionary] = {}
    for place in places:
        for aff in _affix_files(place):
            name = _NAME.match(aff.stem)
            if name and (dic := aff.with_suffix(".dic")).is_file():
                language = "_".join(part for part in name.groups() if part)
                found.setdefault(language, Dictionary(language, aff, dic, place.origin))
    return found


def _affix_files(place: Folder) -> Iterator[Path]:
    for depth in range(_DEPTH[place.origin]):
        with suppress(OSError):  # a folder that may not be read holds none for us
            # de_DE goes before de_DE_frami
            files = place.path.glob("*/" * depth + "*.aff")
            yield from sorted(files, key=lambda file: (len(file.stem), file))


def choose(
    language: str, found: Mapping[str, Dictionary]
) -> tuple[Dictionary | None, Problem | None]:
    """Choose the dictionary for a BCP 47 tag; tells also where it is not quite the one.

    Where there is none for the language nothing is checked. Chinese, Japanese and
    Korean need none.
    """
    main, *rest = language.replace("_", "-").split("-")
    main = _SAME.get(main.lower(), main.lower())
    if main in _UNCHECKED:
        return None, None
    region = next((part.upper() for part in rest if len(part) == 2), "")
    kin = ("en_GB",) if main == "en" and region not in ("", "US") else ()
    others = sorted(found, key=lambda name: (name not in _USUAL, name))
    wanted = (f"{main}_{region}", main, *kin, *others)
    name = next((one for one in wanted if one in found and one.split("_")[0] == main), None)
    if name is None:
        return None, _note(
            "PD-SPL-001", f"The spelling is not checked: no dictionary for “{language}” was found."
        )
    if region and name != f"{main}_{region}" and "_" in name:
        return found[name], _note(
            "PD-SPL-002", f"The spelling is checked by {name}: there is no {main}_{region}."
        )
    return found[name], None


def _note(code: str, message: str) -> Problem:
    fix = "Put the dictionary’s .aff and .dic files into the folder of dictionaries."
    return Problem(code=code, severity="hint", message=message, fix=fix)
