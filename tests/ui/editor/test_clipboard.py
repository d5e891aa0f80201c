"""What goes to the clipboard and what comes from it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from pressdesk.model.body import Figure, Heading, ListItem, Paragraph, Quote, Span, Table
from pressdesk.model.passages import Passage
from pressdesk.ui.editor.clipboard import MIME, mime_of, own_passage, text_passage, to_html, to_text
from tests.ui.editor.sheets import Key, Sheet, figure, heading, item, para, quote, table

MakeSheet = Callable[..., Sheet]


def test_what_is_copied_comes_back_as_it_was():
    blocks = (heading(), item(level=2), quote(), figure(), table(), para("a", bold=True))
    assert own_passage(mime_of(blocks)) == Passage(blocks)


def test_html_has_meaning_and_no_looks():
    blocks = (
        item("A"),
        item("B", "i2", level=1, numbered=True),
        item("C", "i3"),
        quote("Said"),
        quote("More", "q2"),
        Paragraph("b1", (Span("x", bold=True, link="https://example.org/?a=1&b=2"), Span("\n"))),
    )
    assert to_html(blocks) == (
        "<ul><li>A<ol><li>B</li></ol></li><li>C</li></ul>"
        "<blockquote><p>Said</p><p>More</p></blockquote>"
        '<p><a href="https://example.org/?a=1&amp;b=2"><b>x</b></a><br></p>'
    )


def test_html_of_a_table_names_its_head():
    html = to_html((table(),))
    assert html.startswith("<table><tr><th>r0c0</th><th>r0c1</th></tr><tr><td>r1c0</td>")


def test_text_parts_paragraphs_by_a_blank_line_and_cells_by_tabs():
    assert to_text((para("A"), item("B"), item("C", "i2"), table())) == (
        "A\n\nB\nC\n\nr0c0\tr0c1\nr1c0\tr1c1"
    )


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b'{"blocks":[{"kind":"x"}]}', b"\xff"])
def test_broken_data_of_our_own_form_is_not_read(data: bytes):
    mime = QMimeData()
    mime.setData(MIME, data)
    assert own_passage(mime) is None


def test_no_script_and_no_ragged_table_comes_in_our_own_form():
    ragged = Table("t1", ((), table().rows[0]), align=("", ""))
    bad = Paragraph("b1", (Span("x\x00y\ry", link="javascript:alert(1)"),))
    passage = own_passage(mime_of((bad, ragged)))
    assert passage is not None
    assert passage.blocks[0] == Paragraph("b1", (Span("xy\ny"),))
    assert passage.blocks[1] == Table("t1", (table().rows[0],), align=("", ""))


def test_one_line_of_text_flows_in_and_several_are_paragraphs():
    assert text_passage("one\n").blocks[0].spans == (Span("one"),)  # pyright: ignore
    several = text_passage("one\r\n\r\ntwo\nthree")
    assert [block.spans[0].text for block in several.blocks] == ["one", "two", "three"]  # pyright: ignore


def test_an_address_pasted_over_words_links_them(sheet: MakeSheet):
    made = sheet(para("See here")).at(0, 4, (0, 8))
    mime = QMimeData()
    mime.setText("https://example.org/a")
    made.editor.insertFromMimeData(mime)
    assert made.body[0].spans[1] == Span("here", link="https://example.org/a")  # pyright: ignore
    assert made.told[-1].label == "Link"


def test_foreign_forms_are_read_by_whoever_knows_them(sheet: MakeSheet):
    made = sheet(para("One two")).at(0, 3)
    blocks = (Paragraph("x1", (Span(" A"),)), Heading("x2", (Span("B"),)), para("C", "x3"))
    made.editor.read_foreign = lambda mime: Passage(blocks, is_inline=True)
    mime = QMimeData()
    mime.setHtml("<p>whatever</p>")
    made.editor.insertFromMimeData(mime)
    assert made.texts == ["One A", "B", "C two"]
    assert made.kinds == ["Paragraph", "Heading", "Paragraph"]
    assert len(made.told) == 1
    made.undo()
    assert made.body == made.release.body


def test_nothing_pasted_over_a_selection_leaves_it(sheet: MakeSheet):
    made = sheet(para("One two")).at(0, 0, (0, 3))
    made.editor.read_foreign = lambda mime: Passage(())
    made.editor.insertFromMimeData(QMimeData())
    assert made.body == made.release.body


def test_a_list_pasted_into_an_empty_paragraph_takes_its_place(sheet: MakeSheet):
    made = sheet(para(""), figure())
    made.editor.insert_blocks([item("A"), item("B", "i2")], inline=False)
    assert made.kinds == ["ListItem", "ListItem", "Figure"]
    assert made.body[0].id == "b1"


def test_a_figure_pasted_within_a_paragraph_parts_it(sheet: MakeSheet):
    made = sheet(para("One two")).at(0, 3)
    made.editor.insert_blocks([figure()], inline=False)
    assert made.texts == ["One", "The bridge", " two"]
    assert made.body[0].id == "b1" != made.body[2].id


def test_text_pasted_into_a_caption_stays_in_it_and_blocks_go_below(sheet: MakeSheet):
    made = sheet(figure(), para("End")).at(0, 10)
    mime = QMimeData()
    mime.setText(" of glass\nNext")
    made.editor.insertFromMimeData(mime)
    assert made.kinds == ["Figure", "Paragraph", "Paragraph"]
    assert made.texts == ["The bridgeof glass", "Next", "End"]


def test_files_and_bare_pictures_are_told_and_not_pasted(sheet: MakeSheet):
    made = sheet(para("One"))
    files: list[tuple[list[str], str]] = []
    images: list[str] = []
    made.editor.files_dropped.connect(lambda paths, after: files.append((paths, after)))
    made.editor.image_pasted.connect(lambda image, after: images.append(after))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/a.jpg"), QUrl("https://example.org/b.jpg")])
    made.editor.insertFromMimeData(mime)
    assert files == [(["/tmp/a.jpg"], "b1")]
    mime = QMimeData()
    mime.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    made.editor.insertFromMimeData(mime)
    assert images == ["b1"]
    assert not made.told


def test_a_quote_of_somebody_the_release_has_not_comes_without_a_speaker(sheet: MakeSheet):
    made = sheet(para(""))
    made.editor.insertFromMimeData(mime_of([Quote("q1", (Span("Said"),), speaker="p9")]))
    assert made.body[0] == Quote("b1", (Span("Said"),))


def test_cut_takes_out_what_copy_takes(sheet: MakeSheet):
    made = sheet(para("One two"), para("Three", "b2")).at(0, 3, (1, 2))
    made.press(Key.Key_X, control=True)
    assert made.texts == ["Oneree"]
    made.press(Key.Key_V, control=True)
    assert made.texts == ["One two", "Three"]
    assert [told.label for told in made.told] == ["Cut", "Paste"]


def test_a_chosen_table_is_cut_and_pasted(sheet: MakeSheet):
    made = sheet(para("One"), table())
    made.editor.choose(1)
    made.press(Key.Key_X, control=True)
    assert made.kinds == ["Paragraph"]
    made.at(0, 0).press(Key.Key_V, control=True)
    assert made.kinds == ["Table", "Paragraph"]
    assert made.body[0].rows == table().rows  # pyright: ignore


def test_nothing_is_changed_where_the_page_is_read_only(sheet: MakeSheet):
    made = sheet(para("One"), item(), figure()).at(0, 1)
    made.editor.setReadOnly(True)
    made.type("x").press(Key.Key_Return, Key.Key_Backspace, Key.Key_Delete)
    made.editor.set_kind("heading")
    made.editor.toggle("bold")
    made.editor.insert_blocks([heading()], inline=False)
    made.editor.move_block(up=False)
    made.press(Key.Key_X, control=True)
    assert made.body == made.release.body
    assert not made.told


def test_own_forms_of_a_list_keep_their_levels(sheet: MakeSheet):
    made = sheet(item("A", level=1), item("B", "i2", level=2), para("", "b9")).at(0, 0, (1, 1))
    mime = made.editor.createMimeDataFromSelection()
    made.at(2, 0).editor.insertFromMimeData(mime)
    assert [block.level for block in made.body if isinstance(block, ListItem)] == [1, 2, 1, 2]


def test_a_figure_alone_is_carried_with_its_photo(sheet: MakeSheet):
    made = sheet(figure())
    made.editor.choose(0)
    passage = own_passage(made.editor.createMimeDataFromSelection())
    assert passage is not None
    assert passage.blocks == (Figure("g1", "f1", (Span("The bridge"),)),)
