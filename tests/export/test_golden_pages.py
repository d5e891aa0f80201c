"""A small release gives, to the letter, the page and the text that people looked at and kept.

After a wanted change, run it with ``PRESSDESK_GOLDEN=write``, and read what changed
in tests/golden before it is committed.
"""

import os
from pathlib import Path

import pytest

from pressdesk.export.html import write_html
from pressdesk.export.job import Job
from pressdesk.export.text import write_text
from tests.export.jobs import BEFORE, a_chinese_release, a_job, a_rich_release

GOLDEN = Path(__file__).parents[1] / "golden"


def jobs() -> dict[str, Job]:
    return {
        "english-final": a_job(*a_rich_release()),
        "english-draft": a_job(*a_rich_release(), stage="draft", now=BEFORE),
        "chinese-final": a_job(*a_chinese_release()),
    }


@pytest.mark.parametrize("name", ["english-final", "english-draft", "chinese-final"])
@pytest.mark.parametrize("kind", ["html", "txt"])
def test_the_file_is_the_one_that_was_kept(name: str, kind: str) -> None:
    job = jobs()[name]
    made = (write_html if kind == "html" else write_text)(job)[0].data.decode()
    if kind == "html":  # The look has its own history; here it is the content that counts.
        style = job.pack.css.read_text(encoding="utf-8").strip()
        assert style in made
        made = made.replace(style, "/* style.css */")
    # The hash covers the bytes of the photos, which another Pillow encodes otherwise.
    made = made.replace(job.view.hash, "HASH").replace(job.view.hash[:7], "HASH")
    kept = GOLDEN / f"{name}.{kind}"
    if os.environ.get("PRESSDESK_GOLDEN") == "write":
        kept.write_text(made, encoding="utf-8", newline="\n")
    assert made == kept.read_text(encoding="utf-8")
