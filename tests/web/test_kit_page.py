"""The contact sheet of a press kit in a real browser: by the standard, for everyone, offline."""

import io
import zipfile
from pathlib import Path

import pytest

from pressdesk.export.formats import FORMATS
from pressdesk.export.kit import write_kit
from tests.export.jobs import a_chinese_release, a_job, a_rich_release
from tests.web.tools import EVERY_VIEW, Page, browse, html_errors


@pytest.mark.parametrize("language", ["english", "chinese"])
def test_the_contact_sheet_keeps_the_standard_and_can_be_used_by_everyone(
    language: str, tmp_path: Path
) -> None:
    release, assets = a_rich_release() if language == "english" else a_chinese_release()
    (file,) = write_kit(a_job(release, assets, targets=FORMATS["kit"].targets))
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        for name in archive.namelist():
            path = tmp_path / name.partition("/")[2]
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(archive.read(name))
    sheet = tmp_path / "contact-sheet.html"
    assert html_errors([sheet]) == []
    wanted = [Page(language, sheet, axe=True, views=EVERY_VIEW)]
    for seen in browse(wanted, tmp_path).values():
        assert seen["violations"] == []
        assert (seen["ran"], seen["requests"], seen["missing"]) == ([], [], [])
        assert not seen["sideways"]
