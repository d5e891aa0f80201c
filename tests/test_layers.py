"""Who may import whom (`docs/README.md` draws it), read from the sources with `ast`."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest
from msgspec import Struct

REPO = Path(__file__).resolve().parents[1]
PACKAGE = REPO / "pressdesk"

CORE = {
    *("model", "photos", "storage", "spelling", "checks", "desk"),
    *("export", "importers", "review"),
}
SHARED = {"paths", "settings", "opening", "summary", "safekeeping", "saving", "recovery", "history"}
"""Modules of the package's root that both the command line and the window stand on."""

MAY_IMPORT = {
    "model": set[str](),
    "photos": {"model"},
    "storage": {"model"},
    "spelling": {"model"},
    "checks": {"model"},
    "desk": {"model"},
    "export": {"model", "photos"},
    "importers": {"model", "photos"},
    "review": {"model", "export", "importers"},
    "paths": set[str](),
    "settings": {"storage"},
    "summary": {"model"},
    "opening": {"model", "photos", "storage", "importers"},
    "safekeeping": {"model", "paths", "review", "storage"},
    "saving": {"model", "review", "safekeeping", "storage"},
    "recovery": {"model", "review", "safekeeping", "storage"},
    "history": {"model", "recovery", "safekeeping", "saving", "storage"},
    "console": {"model", "paths"},
    "cli": CORE | SHARED | {"console"},
    "ui": CORE | SHARED,
    "app": CORE | SHARED | {"ui", "cli", "console"},
    "__main__": {"cli", "app"},
}

HOMES = {
    "PIL": {"photos"},
    "pillow_heif": {"photos"},
    "PySide6": {"ui", "app"},
    "click": {"cli", "console"},
    "defusedxml": {"photos"},
    "docx": {"export", "importers", "review"},
    "docxtpl": {"export", "importers", "review"},
    "hunspell": {"spelling"},
    "jinja2": {"export"},
    "lxml": {"export", "importers", "review"},
    "markdown_it": {"importers"},
    "markupsafe": {"export"},
    "platformdirs": {"paths"},
    "psutil": {"storage"},
    "sqlite3": {"storage"},
    "shiboken6": {"ui", "app"},
    "sqlalchemy": {"desk"},
    "yaml": {"importers"},
}
"""Where each third-party library is at home; msgspec is at home everywhere."""

DISTRIBUTIONS = {
    "PIL": "pillow",
    "docx": "python-docx",
    "hunspell": "chunspell-next",
    "markdown_it": "markdown-it-py",
    "shiboken6": "PySide6",
    "yaml": "pyyaml",
}
"""What a library is called where it is installed from, if that is another name."""

LOOK = ("colours", "fonts", "theme", "icons", "controls")
"""Parts of `ui` that every other one stands on: they know nothing of releases and windows."""

SLOW = (
    *("PySide6", "docx", "docxtpl", "jinja2", "lxml", "PIL", "markdown_it", "yaml"),
    *("sqlalchemy", "hunspell"),
)
"""Libraries that cost start-up time: nothing imports them before it uses them."""


class Import(Struct, frozen=True):
    """One imported module, and where."""

    file: str
    line: int
    module: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line} imports {self.module}"

    @property
    def importer(self) -> str:
        """Package or root module of the house that imports."""
        return self.file.removeprefix("pressdesk/").split("/")[0].removesuffix(".py")

    @property
    def imported(self) -> str:
        """The same of what it imports, or "" where that is not ours."""
        first, _, rest = self.module.partition(".")
        return rest.partition(".")[0] if first == "pressdesk" else ""


def modules() -> dict[str, str]:
    """Every module of the house with its file."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = path.relative_to(REPO).with_suffix("").as_posix().replace("/", ".")
        found[name.removesuffix(".__init__")] = path.relative_to(REPO).as_posix()
    return found


def imports_of(file: str, known: dict[str, str]) -> Iterator[Import]:
    """Every import of a file, those inside functions too."""
    for node in ast.walk(ast.parse((REPO / file).read_text("utf-8"), file)):
        match node:
            case ast.Import():
                for alias in node.names:
                    yield Import(file, node.lineno, alias.name)
            case ast.ImportFrom():
                base = "." * node.level + (node.module or "")
                for alias in node.names:
                    # `from pressdesk.model import text` names a module, not a part of one
                    whole = f"{base}.{alias.name}"
                    yield Import(file, node.lineno, whole if whole in known else base)


@pytest.fixture(scope="module")
def imports() -> list[Import]:
    known = modules()
    found = [one for file in known.values() for one in imports_of(file, known)]
    assert len(found) > 100
    return found


def say(broken: list[Import]) -> str:
    return "\n".join(map(str, broken))


def test_every_part_of_the_house_has_its_rule():
    parts = {name.split(".")[1] for name in modules() if "." in name}
    assert parts <= MAY_IMPORT.keys()


def test_the_rules_themselves_allow_no_circle():
    assert tuple(TopologicalSorter(MAY_IMPORT).static_order())


def test_parts_import_only_what_lies_below_them(imports: list[Import]):
    broken = [
        one
        for one in imports
        if one.imported
        and one.imported not in ("__version__", one.importer)
        and one.imported not in MAY_IMPORT[one.importer]
    ]
    assert not broken, say(broken)


def test_no_two_modules_import_each_other_in_a_circle(imports: list[Import]):
    known = modules()
    files = {file: name for name, file in known.items()}
    graph = {
        name: {one.module for one in imports if files[one.file] == name and one.module in known}
        for name in known
    }
    assert tuple(TopologicalSorter(graph).static_order())  # a circle raises, and names it


def test_no_import_is_relative(imports: list[Import]):
    broken = [one for one in imports if one.module.startswith(".")]
    assert not broken, say(broken)


def test_each_library_is_used_only_at_home(imports: list[Import]):
    strangers = [one for one in imports if not one.imported and not _is_ours_or_standard(one)]
    libraries = {one: one.module.partition(".")[0] for one in strangers}
    broken = [
        one
        for one, library in libraries.items()
        if library != "msgspec" and one.importer not in HOMES.get(library, ())
    ]
    assert libraries
    assert not broken, say(broken)


def test_the_look_of_the_window_stands_on_nothing_of_ours(imports: list[Import]):
    look = tuple(f"pressdesk.ui.{part}" for part in LOOK)
    folders = tuple(f"pressdesk/ui/{part}" for part in LOOK)
    used = [one for one in imports if one.file.startswith(folders) and one.imported]
    broken = [one for one in used if not one.module.startswith(look)]
    assert used
    assert not broken, say(broken)


def test_the_window_has_no_style_sheet():
    # widgets with one keep their colours when light turns to dark
    sources = (PACKAGE / "ui").rglob("*.py")
    assert not [path.name for path in sources if "setStyleSheet" in path.read_text("utf-8")]


def test_types_are_strict_everywhere_but_in_the_window():
    pyright = tomllib.loads((REPO / "pyproject.toml").read_text("utf-8"))["tool"]["pyright"]
    packages = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    strict = {entry.removeprefix("pressdesk/") for entry in pyright["strict"]}
    assert "*.py" in strict
    assert packages - strict == {"ui"}


def test_each_imported_library_is_a_declared_dependency(imports: list[Import]):
    needed, optional = declared()
    missing = [
        one
        for one in imports
        if not _is_ours_or_standard(one) and _distribution(one.module) not in needed | optional
    ]
    assert not missing, say(missing)


def test_no_dependency_is_declared_for_nothing(imports: list[Import]):
    needed, _ = declared()
    used = {_distribution(one.module) for one in imports}
    assert needed - used == {"tzdata"}  # zoneinfo reads it where the system has no time zones


def declared() -> tuple[set[str], set[str]]:
    """Names of the declared dependencies: the needed, and those of the extras."""
    project = tomllib.loads((REPO / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [line for extra in project["optional-dependencies"].values() for line in extra]
    needed, optional = (
        {re.split(r"[\s<>=!~;\[]", line, maxsplit=1)[0].lower() for line in lines}
        for lines in (project["dependencies"], extras)
    )
    return needed, optional


def _distribution(module: str) -> str:
    library = module.partition(".")[0]
    return DISTRIBUTIONS.get(library, library).lower().replace("_", "-")


def _is_ours_or_standard(one: Import) -> bool:
    first = one.module.partition(".")[0]
    return first in ("", "pressdesk") or first in sys.stdlib_module_names


@pytest.mark.parametrize("module", ["pressdesk.cli", "pressdesk.export", "pressdesk.importers"])
def test_slow_libraries_are_not_loaded_before_they_are_used(module: str):
    code = f"import sys, {module}\nprint(*[name for name in {SLOW!r} if name in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=REPO, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == []
