"""The translations of the window: `python -m tests.translations` refreshes them.

Reads the words of the sources anew (lupdate), compiles what is translated (lrelease), and says
what is still untranslated.
"""

import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

REPO = Path(__file__).resolve().parents[1]
FOLDER = REPO / "resources" / "i18n"
CHINESE, ENGLISH = FOLDER / "pressdesk_zh_CN.ts", FOLDER / "pressdesk_en.ts"


class Words(NamedTuple):
    """A text of the sources, and what it is in another language."""

    context: str
    source: str
    target: str
    """The first of its forms, where there is one for every number."""
    forms: tuple[str, ...]
    """All of them; () where the text counts nothing."""
    state: str
    """"" is translated; else what Qt calls it: ``unfinished``, ``vanished``, ``obsolete``."""


def sources() -> list[Path]:
    """List the modules that have words of the window."""
    return [REPO / "pressdesk" / "app.py", *sorted((REPO / "pressdesk" / "ui").rglob("*.py"))]


def read(file: Path) -> list[Words]:
    """Read a file of translations."""
    found: list[Words] = []
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            target = message.find("translation")
            assert target is not None
            forms = tuple(form.text or "" for form in target.iter("numerusform"))
            found.append(
                Words(
                    context.findtext("name") or "",
                    message.findtext("source") or "",
                    forms[0] if forms else target.text or "",
                    forms,
                    target.get("type", ""),
                )
            )
    return found


def marked() -> set[tuple[str, str]]:
    """Find the texts the sources mark as words of the window, each with the context it has.

    ``tr`` looks its text up under the name of the class it stands in; PySide6 asks for the
    classes an object inherits from, too.
    """
    return {
        found
        for file in sources()
        for found in _marked(ast.parse(file.read_text("utf-8"), str(file)), "")
    }


def _marked(node: ast.AST, context: str) -> Iterator[tuple[str, str]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            texts = [part.value if isinstance(part, ast.Constant) else "" for part in child.args]
            match _name(child.func), texts:
                case "tr", [str(text), *_] if text:
                    yield context, text
                case "translate" | "QT_TRANSLATE_NOOP", [str(of), str(text), *_] if of and text:
                    yield of, text
                case _:
                    pass
        yield from _marked(child, child.name if isinstance(child, ast.ClassDef) else context)


def _name(function: ast.expr) -> str:
    match function:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""


def update(file: Path) -> None:
    """Take the words of the sources over into a file of translations; what is gone leaves it."""
    plurals = ("-pluralonly",) if file.name == ENGLISH.name else ()
    names = [str(source.relative_to(REPO)) for source in sources()]
    options = ("-locations", "none", "-no-obsolete", "-source-language", "en")
    language = file.stem.partition("_")[2]
    _run("lupdate", *names, *options, "-target-language", language, *plurals, "-ts", str(file))


def compile_to(file: Path, compiled: Path) -> None:
    """Compile a file of translations."""
    _run("lrelease", "-silent", "-nounfinished", str(file), "-qm", str(compiled))


def _run(tool: str, *arguments: str) -> None:
    program = Path(sys.executable).with_name(f"pyside6-{tool}")
    run = subprocess.run(
        [str(program), *arguments], cwd=REPO, capture_output=True, text=True, check=False
    )
    if run.returncode:
        raise SystemExit(f"{tool}: {run.stdout}{run.stderr}")


def main() -> int:
    """Refresh both languages; 1 where something is left to translate."""
    for file in (ENGLISH, CHINESE):
        update(file)
        compile_to(file, file.with_suffix(".qm"))
    left = [
        f"{file.name}: {words.context}: {words.source}"
        for file in (ENGLISH, CHINESE)
        for words in read(file)
        if words.state or not words.target
    ]
    unseen = sorted(marked() - {(words.context, words.source) for words in read(CHINESE)})
    left += [f"not found by lupdate: {context}: {text}" for context, text in unseen]
    sys.stdout.write("\n".join([*left, f"To translate: {len(left)}"]) + "\n")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
