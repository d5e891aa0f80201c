"""The sheets of the preview: equal to the exported page, and patched into each other."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from pressdesk.export.html import write_html
from pressdesk.model import edits
from pressdesk.model.body import Figure, Paragraph, Span
from pressdesk.model.problem import PressDeskError
from pressdesk.model.release import Release
from pressdesk.ui.preview.page import Composer, Sheet, patch_between
from tests.builders import a_paragraph, a_release
from tests.export.jobs import AFTER, NEWS, SAVED, a_chinese_release, a_job, a_pack, a_rich_release
from tests.ui.preview.edits import Editing
from tests.ui.preview.reading import structure


def compose(release: Release, composer: Composer | None = None) -> Sheet:
    composer = composer or Composer()
    return composer.compose(release, NEWS, stage="draft", now=AFTER, saved=SAVED)


def patched(before: Sheet, after: Sheet) -> tuple[str, list[str]]:
    """What the page makes of a patch: the shell, and the pieces."""
    patch = patch_between(before, after)
    if patch is None:
        return after.shell, list(after.pieces)
    pieces = list(before.pieces)
    assert patch.count == len(pieces)
    pieces[patch.start : patch.start + patch.removed] = patch.added
    return before.shell if patch.shell is None else patch.shell, pieces


@pytest.mark.parametrize("made", [a_rich_release, a_chinese_release])
def test_a_sheet_is_the_exported_page(made) -> None:
    release, assets = made()
    exported = write_html(a_job(release, assets, stage="draft"))[0].data.decode()
    assert structure(compose(release).html) == structure(exported)


def test_a_release_with_nothing_in_it_has_a_page() -> None:
    sheet = compose(a_release(headline="", place="", date=None, body=()))
    assert sheet.pieces == ()
    assert "pressdesk:body" not in sheet.html


def test_after_each_of_200_edits_the_patched_sheet_is_the_one_made_anew() -> None:
    release, _ = a_rich_release()
    editing, composer = Editing(seed=1), Composer()
    before = compose(release, composer)
    for _ in range(200):
        release = editing.edit(release)
        after = compose(release, composer)
        assert after == compose(release)
        assert patched(before, after) == (after.shell, list(after.pieces))
        before = after


def test_typing_in_one_paragraph_patches_only_that_one() -> None:
    release, _ = a_rich_release()
    composer = Composer()
    before = compose(release, composer)
    typed = edits.replace_block(release, a_paragraph("The wing is open nightly.", "b11"))
    patch = patch_between(before, compose(typed, composer))
    assert patch is not None
    assert (patch.start, patch.removed) == (len(before.pieces) - 1, 1)
    assert patch.added == ('<p id="b11">The wing is open nightly.</p>',)


def test_an_item_patches_its_list_and_a_heading_those_below_whose_level_changes() -> None:
    release, _ = a_rich_release()
    composer = Composer()
    before = compose(release, composer)
    item = replace(release.block("b5"), spans=(Span("of the delta"),))
    patch = patch_between(before, after := compose(edits.replace_block(release, item), composer))
    assert patch is not None
    assert len(patch.added) == 1
    assert patch.added[0].startswith("<ul>")
    patch = patch_between(after, compose(edits.remove_block(release, "b3"), composer))
    assert patch is not None
    assert '<h2 id="b9">Visitors</h2>' in patch.added  # it was below another


def test_the_shell_is_sent_only_where_it_differs() -> None:
    before = Sheet("a", (), ("1", "2"))
    assert patch_between(before, Sheet("a", (), ("1", "3"))).shell is None  # pyright: ignore[reportOptionalMemberAccess]
    assert patch_between(before, Sheet("b", (), ("1", "2"))).shell == "b"  # pyright: ignore[reportOptionalMemberAccess]


def test_text_is_never_taken_for_the_place_of_the_body() -> None:
    hostile = "<!--pressdesk:body--><!--/pressdesk:body-->"
    body = (Paragraph(id="b1", spans=(Span(hostile),)),)
    sheet = compose(a_release(headline=hostile, deck=hostile, body=body))
    assert sheet.html.count("<!--pressdesk:body-->") == 1
    assert hostile not in sheet.html


def test_a_figure_without_its_photo_is_told() -> None:
    release = a_release(body=(Figure(id="g1", photo="f9"),))
    with pytest.raises(PressDeskError, match="f9, which is missing"):
        compose(release)


def test_a_template_that_would_load_something_is_refused_until_it_is_mended(tmp_path: Path) -> None:
    pack = a_pack(
        tmp_path, html=NEWS.html.read_text("utf-8").replace("<main>", "<script></script><main>")
    )
    composer = Composer()
    given = {"stage": "draft", "now": AFTER, "saved": SAVED}
    for _ in range(2):
        with pytest.raises(PressDeskError, match="script"):
            composer.compose(a_release(), pack, **given)
    pack.html.write_text(NEWS.html.read_text("utf-8"), "utf-8")
    assert composer.compose(a_release(), pack, **given).pieces
