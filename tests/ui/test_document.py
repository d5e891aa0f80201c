"""One document has one undo order for everything done to it."""

import datetime as dt
from pathlib import Path
from typing import Any
from uuid import UUID

from msgspec.structs import replace

from pressdesk.model.assets import Assets
from pressdesk.storage.package import write_package
from pressdesk.ui.document import NOWHERE, Caret, Document
from pressdesk.ui.typing_run import TypingRun
from tests.builders import a_paragraph, a_person, a_release


class Heard:
    """Counts the signals of a document."""

    def __init__(self, document: Document) -> None:
        self.changes = 0
        self.carets: list[Caret] = []
        self.modified: list[bool] = []
        document.release_changed.connect(self._change)
        document.caret_wanted.connect(self.carets.append)
        document.modified_changed.connect(self.modified.append)

    def _change(self) -> None:
        self.changes += 1


def retitled(document: Document, headline: str, **given: Any) -> None:
    document.apply(replace(document.release, headline=headline), "Typing", **given)


def test_steps_of_different_kinds_are_undone_in_one_order():
    first = a_release()
    document = Document(first)
    retitled(document, "A")
    document.apply(replace(document.release, body=(a_paragraph("New"),)), "Paste")
    document.apply(replace(document.release, people=(a_person(),)), "Add person")
    last = document.release
    assert document.undo_label == "Add person"
    document.undo()
    assert (document.undo_label, document.redo_label) == ("Paste", "Add person")
    document.undo()
    document.undo()
    assert document.release is first
    assert document.undo_label == ""
    document.undo()
    assert document.release is first
    for _ in range(3):
        document.redo()
    assert document.release is last
    document.redo()
    assert document.release is last


def test_steps_with_the_same_token_are_one_until_something_comes_between():
    document = Document(a_release(headline=""))
    for text in ("h", "he", "hel"):
        retitled(document, text, merge="word 1")
    document.seal()
    retitled(document, "help", merge="word 1")
    document.undo()
    assert document.release.headline == "hel"
    document.undo()
    assert document.release.headline == ""


def test_a_new_step_forgets_what_was_undone():
    document = Document(a_release(headline=""))
    retitled(document, "a")
    retitled(document, "b")
    document.undo()
    retitled(document, "c")
    assert document.redo_label == ""
    document.undo()
    assert document.release.headline == "a"


def test_what_is_typed_after_an_undo_does_not_join_the_step_before():
    document = Document(a_release(headline=""))
    retitled(document, "a", merge="word")
    retitled(document, "b")
    document.undo()
    retitled(document, "ab", merge="word")
    document.undo()
    assert document.release.headline == "a"


def test_undo_leads_back_to_the_place_of_the_step():
    document = Document(a_release())
    heard = Heard(document)
    here, there = Caret("headlineField", "", 3, 3), Caret("headlineField", "", 4, 4)
    retitled(document, "A", before=here, after=there)
    document.undo()
    document.redo()
    assert heard.carets == [here, there]
    assert NOWHERE.field == ""


def test_a_change_that_changes_nothing_is_no_step():
    document = Document(a_release())
    heard = Heard(document)
    document.apply(document.release, "Nothing")
    assert (heard.changes, document.undo_label) == (0, "")


def test_it_is_modified_until_it_is_saved_or_undone(tmp_path: Path):
    document = Document(a_release())
    heard = Heard(document)
    assert not document.is_modified
    retitled(document, "A")
    document.undo()
    retitled(document, "B")
    saved = document.release
    path = tmp_path / "r.press"
    now = dt.datetime(2026, 3, 5, tzinfo=dt.UTC)
    package = write_package(path, saved, Assets(), save_id=UUID(int=1), saved_at=now)
    document.set_saved(saved, path, package, Assets())
    retitled(document, "C")
    document.undo()
    assert heard.modified == [True, False, True, False, True, False]
    assert (document.path, document.saved_at) == (path, now)


def test_what_is_typed_while_it_is_being_saved_is_still_to_be_saved(tmp_path: Path):
    document = Document(a_release())
    retitled(document, "A")
    saved = document.release
    package = write_package(
        tmp_path / "r.press",
        saved,
        Assets(),
        save_id=UUID(int=1),
        saved_at=dt.datetime(2026, 3, 5, tzinfo=dt.UTC),
    )
    retitled(document, "AB")
    document.set_saved(saved, tmp_path / "r.press", package, Assets())
    assert document.is_modified


def typed(run: TypingRun, text: str, at: int = 0) -> list[str]:
    tokens: list[str] = []
    for char in text:
        tokens.append(run.token(at, 0, char))
        at += len(char.encode("utf-16-le")) // 2
    return tokens


def test_a_word_with_the_spaces_behind_it_is_one_step():
    tokens = typed(TypingRun("body"), "hello big  world")
    assert len(set(tokens[:6])) == len(set(tokens[6:11])) == len(set(tokens[11:])) == 1
    assert len(set(tokens)) == 3


def test_characters_beyond_the_first_plane_count_twice():
    assert len(set(typed(TypingRun("body"), "a😀b"))) == 1


def test_a_jump_and_deleting_begin_a_step_of_their_own():
    run = TypingRun("body")
    (first,) = typed(run, "a")
    (second,) = typed(run, "b", at=9)
    third = run.token(9, 1, "")
    fourth = run.token(8, 1, "")
    fifth = run.token(8, 0, "x")
    assert len({first, second, third, fifth}) == 4
    assert third == fourth


def test_what_replaces_a_selection_begins_a_step_that_typing_goes_on_with():
    run = TypingRun("body")
    before = typed(run, "abc")[-1]
    replaced = run.token(0, 3, "x")
    assert replaced != before
    assert run.token(1, 0, "y") == replaced
