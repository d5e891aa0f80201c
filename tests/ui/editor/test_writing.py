"""Typing, splitting, joining and marking, as they come out in the body."""

from collections.abc import Callable

import pytest

from pressdesk.model.assets import Assets
from pressdesk.model.body import Heading, Paragraph, Quote, Span
from pressdesk.model.typography import replacement
from pressdesk.ui.document import Caret
from tests.ui.editor.sheets import Key, Sheet, figure, heading, item, para, quote, table

MakeSheet = Callable[..., Sheet]


def test_showing_keeps_the_very_blocks_and_tells_nothing(sheet: MakeSheet):
    made = sheet(para(), heading(), item(), quote(), figure(), table())
    assert all(a is b for a, b in zip(made.body, made.release.body, strict=True))
    assert not made.told


def test_the_cursor_is_at_the_start_of_what_is_opened(sheet: MakeSheet):
    made = sheet(*(para(f"Paragraph {n}", f"b{n}") for n in range(1, 60)))
    assert made.place == (0, 0)
    assert made.editor.verticalScrollBar().value() == 0


def test_a_key_is_one_edit_and_touches_one_block(sheet: MakeSheet):
    made = sheet(para("One"), para("Two", "b2")).at(0, 3).type("!")
    [told] = made.told
    assert told.body is made.editor.body
    assert told.body[1] is made.release.body[1]
    assert told.body[0] == para("One!")
    assert told.label == "Typing"
    assert told.before == Caret("bodyEditor", "b1", 3, 3)
    assert told.after == Caret("bodyEditor", "b1", 4, 4)


def test_words_are_steps_of_their_own(sheet: MakeSheet):
    made = sheet(para("")).type("one two")
    assert len({told.merge for told in made.told}) == 2


def test_typing_into_an_empty_release_makes_a_paragraph(sheet: MakeSheet):
    made = sheet()
    assert made.body == ()
    made.type("Hi")
    assert made.texts == ["Hi"]
    assert made.body[0].id


def test_showing_the_release_before_takes_typing_back(sheet: MakeSheet):
    made = sheet(para("One"), para("Two", "b2")).at(0, 3).type(" more").press(Key.Key_Return)
    made.undo()
    assert made.body == made.release.body
    assert len(made.told) == 6


def test_shift_enter_is_a_line_break_in_the_block(sheet: MakeSheet):
    made = sheet(para("One two")).at(0, 3).press(Key.Key_Return, shift=True)
    assert made.texts == ["One\n two"]
    assert made.place == (0, 4)


def test_enter_splits_and_the_first_part_keeps_the_id(sheet: MakeSheet):
    made = sheet(para("One two")).at(0, 3).press(Key.Key_Return)
    assert made.texts == ["One", " two"]
    assert made.body[0].id == "b1" != made.body[1].id
    assert made.place == (1, 0)


def test_enter_at_the_start_leaves_the_text_its_id(sheet: MakeSheet):
    made = sheet(para("One")).at(0, 0).press(Key.Key_Return)
    assert made.texts == ["", "One"]
    assert made.body[1] is made.release.body[0]


def test_enter_in_a_heading_gives_a_paragraph(sheet: MakeSheet):
    made = sheet(heading("Head")).at(0, 4).press(Key.Key_Return)
    assert made.kinds == ["Heading", "Paragraph"]


def test_enter_in_a_list_goes_on_and_in_an_empty_item_leaves_it(sheet: MakeSheet):
    made = sheet(item("One", level=1)).at(0, 3).press(Key.Key_Return)
    assert [block.level for block in made.body] == [1, 1]  # pyright: ignore
    made.press(Key.Key_Return)
    assert made.body[1].level == 0  # pyright: ignore
    made.press(Key.Key_Return)
    assert made.kinds == ["ListItem", "Paragraph"]


def test_enter_in_a_quote_goes_on_and_twice_leaves_it(sheet: MakeSheet):
    made = sheet(quote("Said")).at(0, 4).press(Key.Key_Return)
    assert made.body[1] == Quote(made.body[1].id, speaker="p1")
    made.press(Key.Key_Return)
    assert made.kinds == ["Quote", "Paragraph"]


def test_backspace_joins_and_the_first_keeps_kind_and_id(sheet: MakeSheet):
    made = sheet(heading("Head"), para("Text")).at(1, 0).press(Key.Key_Backspace)
    assert made.body == (Heading("h1", (Span("HeadText"),)),)
    assert made.place == (0, 4)


def test_an_empty_paragraph_gives_way_to_the_heading_behind_it(sheet: MakeSheet):
    made = sheet(para("", "b0"), heading("Head")).at(1, 0).press(Key.Key_Backspace)
    assert made.body == (heading("Head"),)
    made = sheet(para("", "b0"), heading("Head")).at(0, 0).press(Key.Key_Delete)
    assert made.body == (heading("Head"),)


def test_delete_at_the_end_joins_the_next(sheet: MakeSheet):
    made = sheet(para("One"), item("Two")).at(0, 3).press(Key.Key_Delete)
    assert made.body == (para("OneTwo"),)


@pytest.mark.parametrize(("mark", "label"), [("bold", "Bold"), ("sup", "Superscript")])
def test_a_mark_is_set_on_the_selection_and_taken_away_again(
    sheet: MakeSheet, mark: str, label: str
):
    made = sheet(para("One two"), para("Three", "b2")).at(0, 4, (1, 2))
    made.editor.toggle(mark)  # pyright: ignore[reportArgumentType]
    assert made.told[-1].label == label
    assert made.editor.marks() == {mark}
    assert [len(block.spans) for block in made.body] == [2, 2]  # pyright: ignore
    made.editor.toggle(mark)  # pyright: ignore[reportArgumentType]
    assert made.body == made.release.body


def test_a_mark_without_a_selection_is_for_what_is_typed_next(sheet: MakeSheet):
    made = sheet(para("One")).at(0, 3)
    made.editor.toggle("bold")
    assert not made.told
    made.type("x")
    assert made.body == (Paragraph("b1", (Span("One"), Span("x", bold=True))),)


def test_a_heading_is_bold_without_its_words_being_so(sheet: MakeSheet):
    made = sheet(para("One")).at(0, 1)
    made.editor.set_kind("heading", 3)
    assert made.body == (Heading("b1", (Span("One"),), level=3),)
    assert made.editor.marks() == set()
    made.type("x")
    assert made.texts == ["Oxne"]
    assert made.body[0].spans[0].bold is False  # pyright: ignore
    made.editor.set_kind("heading", 3)
    assert made.kinds == ["Paragraph"]


def test_kinds_are_set_on_all_blocks_of_the_selection(sheet: MakeSheet):
    made = sheet(para("One"), figure(), heading("Two")).at(0, 1, (2, 1))
    made.editor.set_kind("numbered")
    assert made.kinds == ["ListItem", "Figure", "ListItem"]
    assert made.editor.kind() == "numbered"
    made.editor.set_kind("numbered")
    assert made.kinds == ["Paragraph", "Figure", "Paragraph"]


def test_typing_at_the_end_of_a_link_is_not_part_of_it(sheet: MakeSheet):
    made = sheet(para("here", link="https://example.org/")).at(0, 4).type("x")
    assert made.body[0].spans[1] == Span("x")  # pyright: ignore
    made.at(0, 2).type("y")
    assert made.body[0].spans[0] == Span("heyre", link="https://example.org/")  # pyright: ignore


def test_a_link_is_set_changed_and_removed(sheet: MakeSheet):
    made = sheet(para("One two")).at(0, 0, (0, 3))
    made.editor.set_link("https://example.org/a")
    made.at(0, 1)
    assert made.editor.link_at_cursor() == "https://example.org/a"
    made.editor.set_link("mailto:a@example.org")
    assert made.body[0].spans[0].link == "mailto:a@example.org"  # pyright: ignore
    made.editor.remove_link()
    assert made.body == made.release.body
    made.editor.set_link("javascript:alert(1)")
    assert made.body == made.release.body


def test_quotes_that_are_one_get_one_speaker(sheet: MakeSheet):
    made = sheet(quote("A"), quote("B", "q2"), para("C")).at(1, 0)
    made.editor.set_speaker("p2")
    assert [block.speaker for block in made.body[:2]] == ["p2", "p2"]  # pyright: ignore
    assert len(made.told) == 1


def test_tab_moves_list_items_in_and_out(sheet: MakeSheet):
    made = sheet(item("A"), item("B", "i2")).at(1, 0).press(Key.Key_Tab, Key.Key_Tab)
    assert [block.level for block in made.body] == [0, 2]  # pyright: ignore
    made.press(*[Key.Key_Tab] * 9)
    assert made.body[1].level == 8  # pyright: ignore
    made.press(Key.Key_Backtab)
    assert made.body[1].level == 7  # pyright: ignore


def test_alt_arrows_move_the_block_and_the_cursor_with_it(sheet: MakeSheet):
    made = sheet(para("One"), figure(), para("Two", "b2")).at(2, 1).press(Key.Key_Up, alt=True)
    assert [block.id for block in made.body] == ["b1", "b2", "g1"]
    assert made.place == (1, 1)
    made.press(Key.Key_Down, Key.Key_Down, alt=True)
    assert [block.id for block in made.body] == ["b1", "g1", "b2"]
    assert len(made.told) == 2


def test_places_are_counted_as_qt_counts_and_cut_as_python_does(sheet: MakeSheet):
    made = sheet(para("a😀b")).at(0, 2).type("x")
    assert made.texts == ["a😀xb"]
    assert made.editor.caret() == Caret("bodyEditor", "b1", 4, 4)
    made.press(Key.Key_Left, Key.Key_Backspace)
    assert made.texts == ["axb"]


def test_a_hard_space_stays_one(sheet: MakeSheet):
    made = sheet(para("5\u00a0km")).at(0, 4).type("!")
    assert made.texts == ["5\u00a0km!"]


def test_a_caret_leads_back_to_where_it_was(sheet: MakeSheet):
    made = sheet(para("One"), para("Two", "b2")).at(0, 2, (1, 1))
    caret = made.editor.caret()
    made.at(0, 0).editor.go_to(caret)
    assert made.editor.caret() == caret
    assert made.editor.selected_text() == "e\nT"


def test_a_change_from_elsewhere_leaves_the_cursor_on_its_words(sheet: MakeSheet):
    made = sheet(para("One"), para("Two", "b2")).at(1, 2)
    body = (para("New", "b0"), para("One, changed"), para("Two", "b2"))
    release = made.release.__class__(id=made.release.id, body=body)
    made.editor.show_release(release, Assets())
    assert made.place == (2, 2)
    assert made.body == body
    assert not made.told


def test_typography_is_a_step_of_its_own(sheet: MakeSheet):
    made = sheet(para("He said ")).at(0, 8)
    made.editor.smart = lambda before, typed, language: (0, "“") if typed == '"' else None
    made.type('"')
    assert [told.body[0] for told in made.told] == [para('He said "'), para("He said “")]
    assert made.told[0].merge != made.told[1].merge == ""
    assert made.place == (0, 9)


def test_typography_replaces_what_stood_before_too(sheet: MakeSheet):
    made = sheet(para("one -")).at(0, 5)
    made.editor.smart = lambda before, typed, language: (
        (1, "—") if before.endswith("-") and typed == "-" else None
    )
    made.type("-")
    assert made.texts == ["one —"]
    assert [told.label for told in made.told] == ["Typing", "Typography"]
    made.type(" two")
    assert made.texts == ["one — two"]


def test_the_typography_of_the_house_fits(sheet: MakeSheet):
    made = sheet(para("He said ")).at(0, 8)
    made.editor.smart = replacement
    made.type('"go" ')
    assert made.texts == ["He said “go” "]
