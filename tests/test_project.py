"""The project's outer files say what is true, and the wheel holds what the program needs."""

import re
import subprocess
import sys
import zipfile
from email.parser import HeaderParser
from pathlib import Path

import pytest

from pressdesk import __version__

REPO = Path(__file__).resolve().parents[1]

MACHINE = re.compile(
    r"(?<![\w.>-])/(?:home|root|work|Users)/\w"  # a folder of one machine
    r"|\b(?:extra-)?index-[u]rl\b"
    r"|\b(?:pypi|pythonhosted|npmjs|debian)\.(?:org|com|net)\b"  # package registries
)


def text_of(name: str) -> str:
    return (REPO / name).read_text("utf-8")


@pytest.fixture(scope="module")
def tracked() -> list[Path]:
    """The files of the project, those not yet committed too."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=REPO,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("this is no git checkout, so its own files cannot be told from others")
    return [path for name in listed.stdout.split("\0") if (path := REPO / name).is_file()]


def readme_commands() -> list[str]:
    return re.findall(r"^```sh\n(.+?)^```$", text_of("README.md"), re.MULTILINE | re.DOTALL)


def test_the_readme_has_two_commands_and_ci_runs_just_these():
    first, second = readme_commands()
    assert first.startswith("python3 -m venv .venv && ")
    assert first.rstrip().endswith("pressdesk export sample.press -o sample-export")
    assert second.count("-m pytest") == 1
    for number, command in enumerate((first, second), start=1):
        extracted = subprocess.run(
            ["bash", "-c", f"{_shell_function('readme_command')}; readme_command {number}"],
            cwd=REPO,
            capture_output=True,
            text=True,
            check=True,
        )
        assert extracted.stdout == command
        assert f'"$(readme_command {number})"' in text_of(".ci/run")


def _shell_function(name: str) -> str:
    script = text_of(".ci/run")
    return script[script.index(f"{name}() {{") :].partition("\n}\n")[0] + "\n}"


def test_readme_names_the_programs_that_ci_installs():
    script = text_of(".ci/run")
    table = script.partition("done <<'END'\n")[2].partition("\nEND\n")[0]
    needed = {line.split()[1] for line in table.splitlines()}
    (named,) = re.findall(r"apt-get install (.+)", text_of("README.md"))
    assert needed - set(named.split()) == set()


def test_every_command_of_the_program_is_in_the_readme():
    from pressdesk.cli import program, templates

    text = text_of("README.md")
    for name in program.commands:
        assert f"`pressdesk {name}" in text
    for name in templates.commands:
        assert re.search(rf"`(?:pressdesk templates )?{name}\b", text)


def test_links_between_documents_lead_somewhere(tracked: list[Path]):
    broken = [
        f"{path.name}: {target}"
        for path in tracked
        if path.suffix == ".md" and "samples" not in path.parts
        for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)(?!\{)", path.read_text("utf-8"))
        if not target.startswith(("http:", "https:", "mailto:"))
        if not (path.parent / target).exists()
    ]
    assert not broken


def test_the_changelog_begins_with_what_is_unreleased():
    first, *versions = re.findall(r"^## \[([^\]]+)\]", text_of("CHANGELOG.md"), re.MULTILINE)
    assert first == "Unreleased"
    assert versions[:1] in ([], [__version__])


def test_nothing_names_one_machine_or_a_package_registry(tracked: list[Path]):
    texts = [path for path in tracked if path.suffix not in (".jpg", ".png", ".docx", ".press")]
    found = [
        f"{path.relative_to(REPO)}: {match[0]}"
        for path in texts
        if path.name != "uv.lock"  # it names where each package comes from
        for match in MACHINE.finditer(path.read_text("utf-8", errors="replace"))
    ]
    assert len(texts) > 50
    assert not found


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=REPO, capture_output=True, check=True)
    (file,) = folder.glob("*.whl")
    return zipfile.ZipFile(file)


def test_the_wheel_carries_templates_and_resources(wheel: zipfile.ZipFile):
    names = set(wheel.namelist())
    for folder in ("templates", "resources"):
        files = [path for path in (REPO / folder).rglob("*") if path.is_file()]
        assert files
        assert {f"pressdesk/{path.relative_to(REPO).as_posix()}" for path in files} <= names


def test_the_wheel_carries_every_module_and_nothing_else(wheel: zipfile.ZipFile):
    modules = {path.relative_to(REPO).as_posix() for path in (REPO / "pressdesk").rglob("*.py")}
    others = [
        name
        for name in set(wheel.namelist()) - modules
        if not name.startswith(("pressdesk/templates/", "pressdesk/resources/"))
        if ".dist-info/" not in name
    ]
    assert modules <= set(wheel.namelist())
    assert not others


def test_the_wheel_says_what_it_is(wheel: zipfile.ZipFile):
    (info,) = {name.split("/")[0] for name in wheel.namelist() if ".dist-info/" in name}
    about = HeaderParser().parsestr(wheel.read(f"{info}/METADATA").decode())
    assert about["Version"] == __version__
    assert about["License-Expression"] == "MIT"
    needed = [line for line in about.get_all("Requires-Dist", []) if "extra ==" not in line]
    assert needed
    assert not any(line.startswith("PySide6") for line in needed)
    assert "pressdesk = pressdesk.app:main" in wheel.read(f"{info}/entry_points.txt").decode()
    assert f"{info}/licenses/LICENSE" in wheel.namelist()
