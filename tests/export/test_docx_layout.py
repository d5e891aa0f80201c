"""A picture is as wide as its column, but neither blurred nor higher than half a page."""

from pressdesk.export.docx_layout import EMU_PER_INCH, Column, column_at, picture_size
from pressdesk.export.docx_xml import make_mark, parse, q

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MARGINS = '<w:pgMar w:left="1440" w:right="1440" w:top="1440" w:bottom="1440"/>'
A4 = f'<w:pgSz w:w="11906" w:h="16838"/>{MARGINS}'
COLUMN = Column(6 * EMU_PER_INCH, 8 * EMU_PER_INCH)
TWIP = 635


def column(body: str) -> Column:
    """The column at the first empty paragraph of a document."""
    root = parse(f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
    anchor = next(each for each in root.iter(q("w:p")) if not len(each))
    mark = make_mark("body")
    anchor.addprevious(mark)
    return column_at(mark)


def test_the_column_is_the_page_without_its_margins():
    found = column(f"<w:p/><w:sectPr>{A4}</w:sectPr>")
    assert found == Column((11906 - 2880) * TWIP, (16838 - 2880) * TWIP)


def test_the_section_is_the_one_the_anchor_stands_in():
    narrow = A4.replace('w:left="1440"', 'w:left="4440"')
    before = f"<w:p><w:pPr><w:sectPr>{A4}</w:sectPr></w:pPr></w:p>"
    found = column(f"{before}<w:p/><w:sectPr>{narrow}</w:sectPr>")
    assert found.width == (11906 - 1440 - 4440) * TWIP


def test_of_several_columns_the_narrowest_counts():
    two = '<w:cols w:num="2" w:space="426"/>'
    assert column(f"<w:p/><w:sectPr>{A4}{two}</w:sectPr>").width == 4300 * TWIP
    unlike = '<w:cols w:num="2"><w:col w:w="5000"/><w:col w:w="3000"/></w:cols>'
    assert column(f"<w:p/><w:sectPr>{A4}{unlike}</w:sectPr>").width == 3000 * TWIP


def test_in_a_table_the_cell_is_the_column():
    cell = '<w:tc><w:tcPr><w:tcW w:w="5216" w:type="dxa"/></w:tcPr><w:p/></w:tc>'
    found = column(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl><w:sectPr>{A4}</w:sectPr>")
    assert found.width == 5000 * TWIP


def test_odd_measures_do_not_stop_an_export():
    assert column("<w:p/>").width > 0
    assert column('<w:p/><w:sectPr><w:pgSz w:w="x" w:h=""/></w:sectPr>').width > 0


def test_a_wide_photo_fills_the_column_and_keeps_its_shape():
    assert picture_size(1890, 1260, COLUMN) == Column(6 * EMU_PER_INCH, 4 * EMU_PER_INCH)


def test_a_small_photo_is_not_blurred():
    assert picture_size(300, 150, COLUMN) == Column(2 * EMU_PER_INCH, EMU_PER_INCH)


def test_a_tall_photo_leaves_room_for_its_caption():
    size = picture_size(1000, 2000, COLUMN)
    assert size == Column(2 * EMU_PER_INCH, 4 * EMU_PER_INCH)


def test_a_lesser_picture_takes_its_share():
    assert picture_size(1890, 1260, COLUMN, 0.5).width == 3 * EMU_PER_INCH


def test_a_line_of_pixels_still_has_a_size():
    assert picture_size(20_000, 1, COLUMN).height >= 1
    assert picture_size(1, 20_000, COLUMN).width >= 1
