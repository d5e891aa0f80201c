import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QSpinBox

from pressdesk.ui.dialogs.table import SizeGrid, TableDialog


@pytest.fixture
def dialog(qtbot) -> TableDialog:
    dialog = TableDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def grid(dialog: TableDialog) -> SizeGrid:
    return dialog.findChildren(SizeGrid)[0]


def test_arrows_choose_and_enter_inserts(qtbot, dialog: TableDialog):
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left):
        qtbot.keyClick(grid(dialog), key)
    assert grid(dialog).accessibleDescription() == "Rows: 5. Columns: 3."
    with qtbot.waitSignal(dialog.size_chosen) as told:
        qtbot.keyClick(grid(dialog), Qt.Key.Key_Return)
    assert told.args == [5, 3]


def test_the_mouse_chooses_what_it_is_over(qtbot, dialog: TableDialog):
    side = grid(dialog).sizeHint().width() // 8
    with qtbot.waitSignal(dialog.size_chosen) as told:
        place = QPoint(3 * side + 5, side + 5)
        qtbot.mouseClick(grid(dialog), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [2, 4]


def test_numbers_may_be_larger_than_the_picture(qtbot, dialog: TableDialog):
    rows, columns = dialog.findChildren(QSpinBox)
    rows.setValue(40)
    columns.setValue(99)
    with qtbot.waitSignal(dialog.size_chosen) as told:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert told.args == [40, 12]


def test_there_is_no_table_without_a_cell(qtbot, dialog: TableDialog):
    for key in [Qt.Key.Key_Left, Qt.Key.Key_Up] * 5:
        qtbot.keyClick(grid(dialog), key)
    assert [box.value() for box in dialog.findChildren(QSpinBox)] == [1, 1]
