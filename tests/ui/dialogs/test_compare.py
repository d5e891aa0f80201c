import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton

from pressdesk.model.assets import Assets
from pressdesk.model.body import Block, Cell, Figure, Heading, Quote, Span, Table, plain
from pressdesk.model.framing import Box, Crop, Point
from pressdesk.model.people import Contact
from pressdesk.model.photo import Mark
from pressdesk.model.release import Embargo, Release
from pressdesk.paths import shipped
from pressdesk.review.compare import compare
from pressdesk.ui import language
from pressdesk.ui.colours import LIGHT
from pressdesk.ui.dialogs.compare import CompareDialog, Side
from pressdesk.ui.dialogs.compare_rows import Grid, Picture, Row, Words, make_rows
from pressdesk.ui.dialogs.compare_words import told_summary
from pressdesk.ui.pictures import Pictures
from pressdesk.ui.prompts import Choice
from tests.builders import a_paragraph, a_person, a_photo, a_release
from tests.ui.seeing import colours_in

OPENING = "The museum opened its new wing on Thursday, before two hundred guests."
MONEY = "The wing cost 12 million crowns, a third of it given by the city."

Make = Callable[..., CompareDialog]


def side(release: Release, title: str = "Saved 14:02") -> Side:
    return Side(title, release, Assets())


def rows_of(before: Release, after: Release, **how: Any) -> list[Row]:
    return make_rows(compare(before, after), side(before), side(after), **how)


def rows_of_body(before: tuple[Block, ...], after: tuple[Block, ...], **fields: Any) -> list[Row]:
    return rows_of(a_release(body=before, **fields), a_release(body=after, **fields))


def shown(elements: tuple[Any, ...]) -> str:
    """What a side of a line shows, as people write changes."""
    frames = {"same": "{}", "removed": "[-{}-]", "added": "[+{}+]", "marked": "[~{}~]"}
    told: list[str] = []
    for element in elements:
        match element:
            case Words(runs):
                told.append("".join(frames[tint].format(span.text) for span, tint in runs))
            case Picture(photo, _, tint):
                told.append(frames[tint].format(f"<{photo.name}>"))
            case Grid(cells):
                told += [
                    " | ".join("/" if cell is None else shown((cell,)) for cell in row)
                    for row in cells
                ]
            case _:
                raise AssertionError(element)
    return "\n".join(told)


def sides(row: Row) -> list[tuple[str, str]]:
    return [(shown(line.before), shown(line.after)) for line in row.lines]


def only(rows: list[Row]) -> Row:
    (row,) = (row for row in rows if row.is_stop)
    return row


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    """Words as people read them: another test may have left the window in its language."""
    language.install(qapp, "en", shipped("resources") / "i18n")


@pytest.fixture
def make(qtbot, icons, pictures: Pictures) -> Make:
    def made(before: Release, after: Release, **how: Any) -> CompareDialog:
        dialog = CompareDialog(side(before), side(after, "Recovered 14:31"), pictures, icons, **how)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.resize(1000, 700)
        QApplication.processEvents()
        return dialog

    return made


def body(count: int, **changed: str) -> tuple[Block, ...]:
    """Numbered paragraphs, some of them with another text."""
    return tuple(
        a_paragraph(changed.get(f"b{n}", f"This is paragraph {n} of many."), f"b{n}")
        for n in range(count)
    )


def words(dialog: CompareDialog, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert label is not None
    return label.text()


# what the rows say


def test_words_are_marked_on_their_side_only():
    rows = rows_of_body((a_paragraph(OPENING),), (a_paragraph(OPENING.replace("Thurs", "Fri")),))
    assert sides(only(rows)) == [
        (
            "The museum opened its new wing on [-Thursday-], before two hundred guests.",
            "The museum opened its new wing on [+Friday+], before two hundred guests.",
        )
    ]
    assert shown(only(rows).lines[0].merged).startswith(
        "The museum opened its new wing on [-Thursday-][+Friday+]"
    )


def test_a_field_has_its_label_above_it():
    rows = rows_of(a_release(deck="Old"), a_release(deck="New"))
    assert sides(only(rows)) == [("Deck", "Deck"), ("[-Old-]", "[+New+]")]
    assert shown(only(rows).lines[1].merged) == "[-Old-] → [+New+]"


def test_an_added_block_says_so_and_stands_on_one_side():
    rows = rows_of_body((), (a_paragraph(OPENING),))
    assert sides(only(rows)) == [("", "Added"), ("", f"[+{OPENING}+]")]


def test_a_moved_block_says_where_it_went_and_where_it_came_from():
    one, two, three = (a_paragraph(t, f"b{n}") for n, t in enumerate((OPENING * 2, MONEY * 2, "*")))
    rows = [
        row for row in rows_of_body((one, two, three), (three, one, two)) if row.kind == "moved"
    ]
    assert [sides(row)[0] for row in rows] == [
        ("", "Moved here from further down"),
        ("Moved further up", ""),
    ]
    assert [row.is_stop for row in rows] == [True, False]


def test_another_kind_of_block_is_told_in_words():
    spans = (Span(OPENING),)
    rows = rows_of_body((a_paragraph(OPENING),), (Heading("b1", spans),))
    assert sides(only(rows))[0] == ("[-Paragraph-]", "[+Heading+]")
    rows = rows_of_body((Heading("b1", spans),), (Heading("b1", spans, level=3),))
    assert sides(only(rows))[0] == ("[-Heading 1-]", "[+Heading 2+]")


def test_marks_that_changed_are_told_in_words():
    rows = rows_of_body(
        (a_paragraph("a hall", bold=True),),
        (a_paragraph("a hall", link="https://example.org/"),),
    )
    assert sides(only(rows))[-1] == (
        "",
        "“a hall”: not bold now, now a link to https://example.org/",
    )


def test_the_speaker_of_a_quote_is_told_by_name():
    people = (a_person(), a_person("p2", given="Jon", family="Reed"))
    quote = Quote("b1", (Span("It rained."),), speaker="p1")
    rows = rows_of_body((quote,), (replace(quote, speaker="p2"),), people=people)
    assert sides(only(rows))[0] == ("[-Quote · Mira Harlow-]", "[+Quote · Jon Reed+]")
    assert len(only(rows).lines) == 2  # this and the words


def test_a_table_shows_its_cells_and_where_a_side_has_none():
    def table(*rows: str) -> Table:
        cells = tuple(tuple(Cell((Span(text),)) for text in row.split("|")) for row in rows)
        return Table("t1", cells, ("",) * len(cells[0]))

    rows = rows_of_body((table("a|b", "1|2"),), (table("a|b", "1|3", "4|5"),))
    assert sides(only(rows))[1] == ("a | b\n1 | [-2-]\n/ | /", "a | b\n1 | [+3+]\n[+4+] | [+5+]")


def test_a_photo_shows_both_pictures_and_the_fields_that_differ():
    before = a_photo()
    after = replace(before, media="1" * 64, width=900, credit="City archive", people=("p1",))
    rows = rows_of(
        a_release(photos=(before,), people=(a_person(),)),
        a_release(photos=(after,), people=(a_person(),)),
    )
    told = sides(only(rows))
    assert told[:2] == [
        ("bridge.jpg", "bridge.jpg"),
        ("[-<bridge.jpg>-]", "[+<bridge.jpg>+]"),
    ]
    assert ("[-600 × 400 pixels, JPG-]", "[+900 × 400 pixels, JPG+]") in told
    assert ("Credit", "Credit") in told
    assert ("[-River Museum-]", "[+City archive+]") in told
    assert ("[-none-]", "[+Mira Harlow+]") in told
    assert not [line for line in told if "glass" in "".join(line)]  # the alt text is the same


def test_what_the_photo_desk_changed_is_told_in_words():
    mark = Mark(id="k1", box=Box(0.1, 0.1, 0.2, 0.2), person="p1")
    before = a_photo(marks=(mark,), consent="asked")
    after = replace(
        before,
        marks=(mark, Mark(id="k2", box=Box(0.5, 0.1, 0.2, 0.2))),
        crop=Crop(box=Box(0.1, 0.1, 0.8, 0.6), angle=-1.5, focus=Point(0.25, 0.5)),
        rating=4,
        consent="given",
        consent_until=dt.date(2027, 3, 1),
    )
    people = (a_person(),)
    rows = rows_of(
        a_release(photos=(before,), people=people), a_release(photos=(after,), people=people)
    )
    told = sides(only(rows))
    assert ("[-<bridge.jpg>-]", "[+<bridge.jpg>+]") in told
    assert (
        "[-the whole picture-]",
        (
            "[+80 % of its width, 60 % of its height, turned by −1.5°, "
            "focal point 25 % from the left, 50 % from the top+]"
        ),
    ) in told
    assert ("[-0 of 5 stars-]", "[+4 of 5 stars+]") in told
    assert ("[-asked for-]", "[+given+]") in told
    assert ("[-none-]", "[+1 Mar 2027+]") in told
    assert ("Mira Harlow", "Mira Harlow[+, +][+somebody not named+]") in told


def test_marks_that_only_moved_are_said_to_have():
    mark = Mark(id="k1", box=Box(0.1, 0.1, 0.2, 0.2), name="Sam Tilling")
    moved = replace(mark, box=Box(0.5, 0.1, 0.2, 0.2))
    rows = rows_of(
        a_release(photos=(a_photo(marks=(mark,)),)), a_release(photos=(a_photo(marks=(moved,)),))
    )
    assert ("Sam Tilling, elsewhere", "Sam Tilling, elsewhere") in sides(only(rows))


def test_a_figure_that_shows_another_photo_has_both_pictures():
    photos = (a_photo(), a_photo("f2", media="1" * 64, name="hall.jpg"))
    figure = Figure("b1", "f1", (Span("The view."),))
    rows = rows_of_body((figure,), (replace(figure, photo="f2"),), photos=photos)
    assert sides(only(rows))[0] == ("[-<bridge.jpg>-]", "[+<hall.jpg>+]")
    assert ("[-bridge.jpg-]", "[+hall.jpg+]") in sides(only(rows))


def test_values_are_told_as_the_window_tells_them():
    embargo = Embargo.at(dt.datetime(2026, 3, 5, 9, tzinfo=dt.UTC), "Asia/Shanghai")
    before = a_release(state="draft", language="en")
    after = a_release(state="approved", language="zh-Hans", embargo=embargo, date=None)
    told = [pair for row in rows_of(before, after) for pair in sides(row)]
    assert ("[-Draft-]", "[+Approved+]") in told
    assert ("[-5 Mar 2026-]", "[+none+]") in told
    assert ("[-none-]", "[+5 Mar 2026, 17:00 (Asia/Shanghai)+]") in told
    assert any("English" in old and "Chinese" in new for old, new in told)


def test_keywords_have_commas_only_between_them():
    rows = rows_of(a_release(keywords=("glass", "city")), a_release(keywords=("art", "city")))
    assert sides(only(rows))[1] == ("[-glass-], city", "[+art+], city")
    rows = rows_of(a_release(keywords=("city",)), a_release(keywords=("city", "art")))
    assert sides(only(rows))[1] == ("city", "city[+, +][+art+]")


def test_a_contact_is_headed_by_its_name():
    contact = Contact(id="c1", name="Sam Tilling", phone="1")
    rows = rows_of(
        a_release(contacts=(contact,)), a_release(contacts=(replace(contact, phone="2"),))
    )
    assert sides(only(rows)) == [
        ("Sam Tilling", "Sam Tilling"),
        ("Phone", "Phone"),
        ("[-1-]", "[+2+]"),
    ]


def test_what_is_the_same_is_folded_but_for_the_blocks_beside_a_change():
    rows = rows_of_body(body(20), body(20, b10="Something else."))
    kinds = [row.kind for row in rows]
    assert kinds == ["fold", "section", "fold", "same", "changed", "same", "fold"]
    assert [row.spoken for row in rows if row.kind == "fold"] == [
        "Unchanged: Headline and dateline",
        "9 paragraphs unchanged",
        "8 paragraphs unchanged",
    ]
    whole = rows_of(
        a_release(body=body(20)), a_release(body=body(20, b10="x")), with_unchanged=True
    )
    assert [row.kind for row in whole].count("same") == 19 + 2  # the headline and the place
    assert "fold" not in [row.kind for row in whole]


def test_every_text_of_both_sides_is_in_a_row_where_all_is_shown(sample):
    release = sample.release
    other = replace(release, headline="Other", body=tuple(reversed(release.body)), photos=())
    rows = make_rows(compare(release, other), side(release), side(other), with_unchanged=True)
    for place, one in ((0, release), (1, other)):
        told = "\n".join(pair[place] for row in rows for pair in sides(row))
        bare = told.translate(str.maketrans("", "", "[]+-~"))
        for block in one.body:
            if not isinstance(block, Table | Figure):
                assert plain(block.spans).translate(str.maketrans("", "", "[]+-~")) in bare


def test_a_screen_reader_hears_what_is_removed_and_added():
    rows = rows_of_body((a_paragraph(OPENING),), (a_paragraph(OPENING.replace("new", "old")),))
    assert only(rows).spoken == (
        "Changed. The museum opened its [removed: new][added: old] wing on Thursday, "
        "before two hundred guests."
    )


def test_the_summary_counts_things_and_words():
    before = a_release(body=body(4), photos=(a_photo(),))
    after = a_release(body=body(3, b1="New words."), photos=(), headline="Other")
    assert told_summary(compare(before, after)) == (
        "Changed: 1 field, 1 paragraph · Removed: 1 paragraph, 1 photo · +3 words, −18 words"
    )


# the window


def test_the_next_change_is_one_key_away_and_its_number_is_told(qtbot, make: Make):
    dialog = make(a_release(body=body(60)), a_release(body=body(60, b20="One.", b50="Two.")))
    assert words(dialog, "comparePlace") == "2 changes"
    qtbot.keyClick(dialog, Qt.Key.Key_F8)
    assert words(dialog, "comparePlace") == "1 of 2"
    qtbot.keyClick(dialog, Qt.Key.Key_F8)
    assert words(dialog, "comparePlace") == "2 of 2"
    index = dialog.view.currentIndex()
    assert "[added: Two]" in index.data()
    assert dialog.view.viewport().rect().intersects(dialog.view.visualRect(index))
    qtbot.keyClick(dialog, Qt.Key.Key_F8)
    assert words(dialog, "comparePlace") == "2 of 2"
    qtbot.keyClick(dialog, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert words(dialog, "comparePlace") == "1 of 2"


def test_enter_unfolds_what_is_the_same(qtbot, make: Make):
    dialog = make(a_release(body=body(9)), a_release(body=body(9, b8="Other.")))
    fold = next(at for at, row in enumerate(dialog.view.rows) if "7 para" in row.spoken)
    dialog.view.setCurrentIndex(dialog.view.model().index(fold, 0))
    count = len(dialog.view.rows)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Return)
    assert len(dialog.view.rows) == count + 6
    assert "This is paragraph 0" in dialog.view.currentIndex().data()


def test_a_click_unfolds_too(qtbot, make: Make):
    dialog = make(a_release(body=body(9)), a_release(body=body(9, b8="Other.")))
    fold = next(at for at, row in enumerate(dialog.view.rows) if "7 para" in row.spoken)
    place = dialog.view.visualRect(dialog.view.model().index(fold, 0)).center()
    qtbot.mouseClick(dialog.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not any("7 para" in row.spoken for row in dialog.view.rows)


def test_all_that_is_the_same_can_be_shown(qtbot, make: Make):
    dialog = make(a_release(body=body(9)), a_release(body=body(9, b8="Other.")))
    box = next(each for each in dialog.findChildren(QAbstractButton) if each.isCheckable())
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert not any(row.kind == "fold" for row in dialog.view.rows)
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert any(row.kind == "fold" for row in dialog.view.rows)


def test_a_choice_is_told_by_its_id_and_closes_the_window(qtbot, make: Make):
    choices = (Choice("mine", "Keep &Mine"), Choice("theirs", "Open &Theirs"))
    dialog = make(a_release(), a_release(headline="Other"), choices=choices)
    button = dialog.findChild(QPushButton, "compare.theirs")
    assert button is not None
    with qtbot.waitSignal(dialog.chosen) as told:
        qtbot.keyClick(button, Qt.Key.Key_Space)
    assert told.args == ["theirs"]
    assert dialog.isHidden()


def test_escape_closes_it_without_a_choice(qtbot, make: Make):
    dialog = make(a_release(), a_release(headline="Other"), choices=(Choice("mine", "Keep"),))
    with qtbot.assertNotEmitted(dialog.chosen):
        qtbot.keyClick(dialog.view, Qt.Key.Key_Escape)
    assert dialog.isHidden()


def test_two_that_are_the_same_are_said_to_be(make: Make):
    dialog = make(a_release(), a_release(version=4))
    assert words(dialog, "compareSummary") == "There is no difference."
    assert not dialog.view.isVisible()


def test_it_can_be_maximised_and_blocks_nothing(make: Make):
    dialog = make(a_release(), a_release(headline="Other"))
    assert dialog.windowFlags() & Qt.WindowType.WindowMaximizeButtonHint
    assert not dialog.isModal()


def test_copying_a_row_copies_its_words(qtbot, make: Make):
    dialog = make(a_release(), a_release(headline="Other"))
    dialog.next_change()
    qtbot.keyClick(dialog.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "[added: Other]" in QGuiApplication.clipboard().text()


def test_removed_and_added_words_are_tinted_on_their_sides(make: Make):
    dialog = make(
        a_release(body=(a_paragraph("old " * 30),)), a_release(body=(a_paragraph("new " * 30),))
    )
    picture = dialog.view.grab().toImage()
    half = picture.rect().adjusted(0, 0, -picture.width() // 2, 0)
    left = colours_in(picture, half)
    right = colours_in(picture, half.translated(QPoint(picture.width() // 2, 0)))
    assert LIGHT.danger_soft in left - right
    assert LIGHT.good_soft in right - left


def test_where_it_is_narrow_both_stand_in_one_column(make: Make):
    dialog = make(a_release(body=(a_paragraph("old"),)), a_release(body=(a_paragraph("new"),)))
    dialog.resize(dialog.minimumSizeHint().width(), 700)
    dialog.view.resize(300, 500)
    picture = dialog.view.grab().toImage()
    assert {LIGHT.danger_soft, LIGHT.good_soft} <= colours_in(picture)
    two = {at for at in range(picture.width() // 2) if _has(picture, at, LIGHT.good_soft)}
    assert two  # the added word begins in the left half


def _has(picture: Any, x: int, colour: str) -> bool:
    return any(picture.pixelColor(x, y).name() == colour for y in range(picture.height()))


def test_a_photo_is_shown_once_its_picture_is_made(qtbot, icons, pictures: Pictures, sample):
    release = sample.release
    first = replace(release.photos[0], credit="Other")
    other = replace(release, photos=(first, *release.photos[1:]))
    sides = (Side("a", release, sample.assets), Side("b", other, sample.assets))
    dialog = CompareDialog(*sides, pictures, icons)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(pictures.ready, timeout=20_000):
        dialog.show()
        before = dialog.view.grab().toImage()
    assert len(colours_in(dialog.view.grab().toImage())) > len(colours_in(before)) + 100
