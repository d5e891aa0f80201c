"""A caption and its picture can't be parted, whatever is done around them."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSizeF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pressdesk.model.body import Figure, Paragraph, Span
from pressdesk.model.framing import Box, Crop
from pressdesk.ui.document import Caret
from pressdesk.ui.editor.clipboard import MIME
from tests.ui.editor.sheets import Key, Sheet, figure, heading, para, table

MakeSheet = Callable[..., Sheet]


def copied(made: Sheet) -> QMimeData:
    return made.editor.createMimeDataFromSelection()


def test_a_whole_figure_is_copied_and_pasted_with_a_new_id(sheet: MakeSheet):
    made = sheet(para("One"), figure(), para("Two", "b2"))
    made.editor.choose(1)
    mime = copied(made)
    made.at(2, 3).editor.insertFromMimeData(mime)
    assert made.kinds == ["Paragraph", "Figure", "Paragraph", "Figure"]
    pasted = made.body[3]
    assert isinstance(pasted, Figure)
    assert (pasted.photo, pasted.caption) == ("f1", (Span("The bridge"),))
    assert pasted.id != "g1"


def test_a_figure_between_two_paragraphs_is_copied_with_them(sheet: MakeSheet):
    made = sheet(para("One"), figure(), para("Two", "b2"), para("", "b3")).at(0, 0, (2, 3))
    mime = copied(made)
    made.at(3, 0).editor.insertFromMimeData(mime)
    assert made.kinds[3:] == ["Paragraph", "Figure", "Paragraph"]
    assert made.texts[3:] == ["One", "The bridge", "Two"]


def test_a_part_of_a_caption_is_pasted_as_text(sheet: MakeSheet):
    made = sheet(para("One "), figure()).at(1, 4, (1, 10))
    mime = copied(made)
    made.at(0, 4).editor.insertFromMimeData(mime)
    assert made.texts == ["One bridge", "The bridge"]
    assert made.kinds == ["Paragraph", "Figure"]


def test_backspace_at_the_start_of_a_caption_selects_the_figure_and_again_deletes_it(
    sheet: MakeSheet,
):
    made = sheet(para("One"), figure()).at(1, 0).press(Key.Key_Backspace)
    assert not made.told
    assert made.editor.chosen == 1
    assert made.editor.caret() == Caret("bodyEditor", "g1", -1, -1)
    made.press(Key.Key_Backspace)
    assert made.kinds == ["Paragraph"]
    assert made.told[-1].label == "Delete photo"


def test_backspace_behind_a_figure_selects_it_and_again_deletes_it(sheet: MakeSheet):
    made = sheet(figure(), para("One")).at(1, 0).press(Key.Key_Backspace)
    assert made.editor.chosen == 0
    made.press(Key.Key_Backspace)
    assert made.body == (para("One"),)


def test_delete_before_a_figure_selects_it_and_again_deletes_it(sheet: MakeSheet):
    made = sheet(para("One"), figure(), para("Two", "b2")).at(0, 3).press(Key.Key_Delete)
    assert made.editor.chosen == 1
    made.press(Key.Key_Delete)
    assert made.texts == ["One", "Two"]


def test_delete_at_the_end_of_a_caption_joins_nothing(sheet: MakeSheet):
    made = sheet(figure(), para("One")).at(0, 10).press(Key.Key_Delete)
    assert made.body == made.release.body
    assert not made.told


def test_an_empty_paragraph_behind_a_figure_goes_before_the_figure_does(sheet: MakeSheet):
    made = sheet(figure(), para("")).at(1, 0).press(Key.Key_Backspace)
    assert made.body == (figure(),)
    assert made.editor.chosen == 0


@pytest.mark.parametrize("how", ["type", "commit", "delete", "backspace", "enter", "cut", "paste"])
def test_what_goes_from_a_paragraph_into_a_caption_leaves_the_figure_alone(
    sheet: MakeSheet, how: str
):
    made = sheet(para("One two"), figure(), para("Two", "b2")).at(0, 3, (1, 4))
    do(made, how)
    assert made.body[-2:] == made.release.body[1:]
    assert made.texts[0].startswith("One")
    assert " two" not in made.texts[0]


@pytest.mark.parametrize("how", ["type", "commit", "delete", "backspace", "enter", "cut", "paste"])
def test_what_goes_from_a_caption_into_a_paragraph_leaves_the_figure_alone(
    sheet: MakeSheet, how: str
):
    made = sheet(para("One"), figure(), para("Two three", "b2")).at(1, 4, (2, 3))
    do(made, how)
    assert made.body[:2] == made.release.body[:2]
    assert made.texts[-1].endswith(" three")
    assert "Two" not in "".join(made.texts)


@pytest.mark.parametrize("how", ["type", "commit", "delete", "backspace", "enter", "cut", "paste"])
def test_what_goes_across_a_whole_figure_takes_it_along(sheet: MakeSheet, how: str):
    made = sheet(para("One two"), figure(), para("Two three", "b2")).at(0, 3, (2, 3))
    do(made, how)
    assert "Figure" not in made.kinds
    assert made.texts[0].startswith("One")
    assert made.texts[-1].endswith(" three")


@pytest.mark.parametrize("how", ["type", "commit", "delete", "cut"])
def test_what_goes_from_one_caption_into_another_changes_neither(sheet: MakeSheet, how: str):
    made = sheet(figure(), figure("A hall", "g2", "f2")).at(0, 3, (1, 1))
    do(made, how)
    assert [type(block).__name__ for block in made.body] == ["Figure", "Figure"]
    assert made.texts[1] == "A hall"


def do(made: Sheet, how: str) -> None:
    match how:
        case "type":
            made.type("x")
        case "commit":
            made.compose("zh").commit("中")
        case "delete":
            made.press(Key.Key_Delete)
        case "backspace":
            made.press(Key.Key_Backspace)
        case "enter":
            made.press(Key.Key_Return)
        case "cut":
            made.press(Key.Key_X, control=True)
        case _:
            mime = QMimeData()
            mime.setText("pasted")
            made.editor.insertFromMimeData(mime)
    assert len(made.told) <= 1 if how != "commit" else len(made.told) <= 2


def test_enter_at_the_start_of_a_caption_makes_a_paragraph_above(sheet: MakeSheet):
    made = sheet(figure()).at(0, 0).press(Key.Key_Return)
    assert made.kinds == ["Paragraph", "Figure"]
    assert made.body[1] is made.release.body[0]


def test_enter_within_a_caption_makes_its_rest_a_paragraph(sheet: MakeSheet):
    made = sheet(figure()).at(0, 4).press(Key.Key_Return)
    assert made.kinds == ["Figure", "Paragraph"]
    assert made.texts == ["The ", "bridge"]
    assert made.place == (1, 0)


def test_enter_at_the_end_of_a_caption_makes_a_paragraph(sheet: MakeSheet):
    made = sheet(figure()).at(0, 10).press(Key.Key_Return)
    assert made.kinds == ["Figure", "Paragraph"]
    made = sheet(figure("")).at(0, 0).press(Key.Key_Return)
    assert made.kinds == ["Figure", "Paragraph"]


def test_shift_enter_in_a_caption_is_a_line_of_it(sheet: MakeSheet):
    made = sheet(figure()).at(0, 3).press(Key.Key_Return, shift=True)
    assert made.texts == ["The\n bridge"]
    assert made.kinds == ["Figure"]


def test_all_is_deleted_and_comes_back(sheet: MakeSheet):
    made = sheet(figure(), para("One"), table(), figure("Last", "g2", "f2"))
    made.press(Key.Key_A, control=True)
    made.press(Key.Key_Delete)
    assert made.kinds == ["Paragraph"]
    assert made.texts == [""]
    made.undo()
    assert made.body == made.release.body


def test_typing_over_everything_leaves_what_was_typed(sheet: MakeSheet):
    made = sheet(figure(), para("One")).press(Key.Key_A, control=True).type("x")
    assert (made.kinds, made.texts) == (["Paragraph"], ["x"])
    assert len(made.told) == 1


def test_a_file_that_is_dropped_is_told_with_its_place(sheet: MakeSheet):
    made = sheet(para("One"), para("Two", "b2"))
    told: list[tuple[list[str], str]] = []
    made.editor.files_dropped.connect(lambda paths, after: told.append((paths, after)))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/bridge.jpg")])
    drop(made, mime, made.editor.cursorRect(made.cursor()).bottomLeft() + QPoint(0, 2))
    assert told == [(["/tmp/bridge.jpg"], "b1")]
    assert not made.told


def drop(made: Sheet, mime: QMimeData, place: QPoint, action: Qt.DropAction | None = None) -> None:
    rest = (mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    action = action or Qt.DropAction.CopyAction
    enter = QDragEnterEvent(place, action, *rest)
    for event in (enter, QDropEvent(QPointF(place), action, *rest)):
        QApplication.sendEvent(made.editor.viewport(), event)


def test_text_that_is_dropped_into_a_caption_is_part_of_it(sheet: MakeSheet):
    made = sheet(figure(), para("One")).at(0, 10)
    place = made.editor.cursorRect().center()
    mime = QMimeData()
    mime.setText(" of glass")
    drop(made, mime, place)
    assert made.texts == ["The bridge of glass", "One"]


def test_a_selection_dragged_within_the_page_is_moved(sheet: MakeSheet):
    made = sheet(para("One two"), figure(), para("Three", "b2")).at(0, 3, (0, 7))
    made.editor._move_selection(place_of(made, 2, 5), 3)
    assert made.texts == ["One", "The bridge", "Three two"]
    assert len(made.told) == 1


def test_a_figure_dragged_within_the_page_is_moved_whole(sheet: MakeSheet):
    made = sheet(para("One"), figure(), para("Two", "b2"))
    made.editor.choose(1)
    made.editor._move_selection(QPoint(0, 0), 0)
    assert [block.id for block in made.body] == ["g1", "b1", "b2"]
    assert made.editor.chosen == 0


def place_of(made: Sheet, block: int, offset: int) -> QPoint:
    from pressdesk.model.writing import Point

    cursor = QTextCursor(made.editor.document())
    cursor.setPosition(made.editor.position(Point(block, offset)))
    return made.editor.cursorRect(cursor).center()


def test_a_figure_may_be_the_first_block_and_is_seen(sheet: MakeSheet):
    made = sheet(figure(), para("One"))
    box = made.editor.painting.whole_box(next(made.editor.painting.shown(0, 700)))
    assert box.top() >= 0
    made.at(1, 0).press(Key.Key_Up, alt=True)
    made.press(Key.Key_Down, alt=True)
    box = made.editor.painting.whole_box(next(made.editor.painting.shown(0, 700)))
    assert box.top() >= made.editor.geometry_.sheet_top


def test_two_margins_that_meet_do_not_cover_each_other(sheet: MakeSheet):
    made = sheet(figure(), figure("Second", "g2", "f2"), para("Text"))
    boxes = [made.editor.painting.whole_box(one) for one in made.editor.painting.shown(0, 2000)][:2]
    assert boxes[0].bottom() < boxes[1].top()


def test_a_new_width_changes_nothing_but_the_page(sheet: MakeSheet):
    made = sheet(para("One"), figure()).at(0, 3).type("!")
    told = list(made.told)
    for width in (500, 1400, 300, 900):
        made.editor.resize(width, 700)
        QApplication.processEvents()
    assert made.told == told
    assert made.texts == ["One!", "The bridge"]


def test_a_picture_is_never_higher_than_most_of_a_page(sheet: MakeSheet):
    made = sheet(figure("", "g1", "f2"))
    size = made.editor.geometry_.picture(figure("", "g1", "f2"))
    assert size.height() <= made.editor.geometry_.column
    assert size.width() < made.editor.geometry_.column


def test_a_press_on_the_picture_selects_the_figure(sheet: MakeSheet):
    made = sheet(figure(), para("One")).at(1, 0)
    shown = next(made.editor.painting.shown(0, 700))
    place = made.editor.painting.picture_box(shown).center().toPoint()
    QTest.mouseClick(made.editor.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert made.editor.chosen == 0
    assert made.caret_width == 0
    made.press(Key.Key_Right)
    assert made.editor.chosen is None
    assert made.place == (0, 0)
    assert made.caret_width == 1


def test_letters_typed_on_a_selected_figure_go_into_its_caption(sheet: MakeSheet):
    made = sheet(para("One"), figure())
    made.editor.choose(1)
    made.type("!")
    assert made.texts == ["One", "The bridge!"]


def test_a_press_below_a_figure_that_ends_the_body_begins_a_paragraph(sheet: MakeSheet):
    made = sheet(figure("", "g1", "f1"))
    bottom = made.editor.viewport().rect().bottomLeft() + QPoint(200, -5)
    QTest.mouseClick(made.editor.viewport(), Qt.MouseButton.LeftButton, pos=bottom)
    assert made.kinds == ["Figure", "Paragraph"]


def test_figures_are_inserted_behind_a_block_as_one_step(sheet: MakeSheet):
    made = sheet(para("One"), para("Two", "b2"))
    made.editor.insert_figures([figure(), figure("B", "g2", "f2")], "b1")
    assert [block.id for block in made.body] == ["b1", "g1", "g2", "b2"]
    assert len(made.told) == 1
    made.editor.insert_figures([figure()], "")
    assert isinstance(made.body[0], Figure)
    assert made.body[0].id not in ("g1", "g2")


def test_a_figure_of_a_photo_that_the_release_has_not_comes_as_its_caption(sheet: MakeSheet):
    made = sheet(para(""))
    other = sheet(figure("Foreign", "g9", "f9"))
    other.editor.choose(0)
    made.editor.insertFromMimeData(copied(other))
    assert made.body == (Paragraph("b1", (Span("Foreign"),)),)


def test_marks_may_be_set_across_a_figure(sheet: MakeSheet):
    made = sheet(para("One"), figure(), para("Two", "b2")).at(0, 0, (2, 3))
    made.editor.toggle("italic")
    assert all(span.italic for block in made.body for span in getattr(block, "spans", ()))
    assert made.body[1].caption == (Span("The bridge", italic=True),)  # pyright: ignore


def test_what_the_clipboard_carries_for_others_is_clean(sheet: MakeSheet):
    made = sheet(heading("Head"), para("a <b> & c")).at(0, 0, (1, 9))
    mime = copied(made)
    assert mime.hasFormat(MIME)
    assert mime.html() == "<h2>Head</h2><p>a &lt;b&gt; &amp; c</p>"
    assert mime.text() == "Head\n\na <b> & c"


def test_a_change_in_a_caption_keeps_its_picture_when_the_document_is_read_anew(sheet: MakeSheet):
    made = sheet(para("One"), figure()).at(1, 3).type("!")
    assert made.body[1] == Figure("g1", "f1", (Span("The! bridge"),))


def test_a_figure_has_the_shape_that_the_crop_of_its_photo_leaves(sheet: MakeSheet):
    made = sheet(para("One"), figure())
    editor, release = made.editor, made.editor.facts.release
    assert release is not None
    whole = editor.geometry_.picture(figure())
    assert whole.width() / whole.height() == pytest.approx(1.5, rel=0.01)
    photo = replace(release.photo("f1"), crop=Crop(box=Box(0.0, 0.0, 0.5, 1.0)))
    editor.show_release(replace(release, photos=(photo,)), editor.facts.assets)
    assert editor.geometry_.picture(figure()) == QSizeF(300, 400)
