import subprocess
import sys

from tests.test_layers import REPO

SLOW = ("docx", "docxtpl", "jinja2", "lxml", "PIL", "PySide6.QtPrintSupport", "importlib.metadata")


def test_dialogs_load_no_document_library_before_they_use_it():
    names = ("export", "settings", "palette", "find", "link", "table", "keys", "about", "fault")
    imports = ", ".join(f"pressdesk.ui.dialogs.{name}" for name in names)
    code = f"import sys, pressdesk.ui.printing, {imports}\n"
    code += f"print(*[name for name in {SLOW!r} if name in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=REPO, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == []
