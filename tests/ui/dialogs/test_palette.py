import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QMainWindow

from pressdesk.ui.actions import Actions
from pressdesk.ui.dialogs.palette import CommandPalette
from pressdesk.ui.icons import Icons


class Window(QMainWindow):
    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.resize(900, 640)
        self.page = QLineEdit()
        self.setCentralWidget(self.page)
        self.actions_ = Actions(icons, self)
        self.done: list[str] = []
        for action in self.actions_:
            action.triggered.connect(self._note)
        self.palette_ = CommandPalette(self.actions_, self)

    def _note(self) -> None:
        name = self.sender().objectName()
        self.done.append(name if self.palette_.isHidden() else f"{name} under the palette")


@pytest.fixture
def window(qtbot, icons: Icons) -> Window:
    window = Window(icons)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitActive(window)
    window.page.setFocus()
    return window


def field(window: Window) -> QLineEdit:
    return window.palette_.findChildren(QLineEdit)[0]


def titles(window: Window) -> list[str]:
    listed = window.palette_.findChildren(QListWidget)[0]
    return [listed.item(row).text() for row in range(listed.count())]


def type_in(qtbot, window: Window, text: str) -> None:
    window.palette_.open()
    qtbot.keyClicks(field(window), text)


def test_all_enabled_commands_are_listed_in_the_order_of_the_menus(window: Window):
    window.actions_.set_has_release(False)
    window.palette_.open()
    assert titles(window)[:3] == ["New Release", "Open", "Import"]
    assert "Save" not in titles(window)
    assert "Command Palette" not in titles(window)


def test_typing_and_enter_run_the_best_command_once_the_palette_is_gone(qtbot, window: Window):
    type_in(qtbot, window, "num li")
    assert titles(window)[0] == "Numbered List"
    qtbot.keyClick(field(window), Qt.Key.Key_Return)
    assert window.done == ["format.numbered-list"]
    assert QApplication.focusWidget() is window.page


def test_commands_are_found_by_their_menu_and_english_id(qtbot, window: Window):
    type_in(qtbot, window, "insert")
    assert {"Photos", "Quote", "Table"} <= set(titles(window))
    field(window).setText("heading-3")
    assert titles(window) == ["Subheading"]


def test_arrows_choose_and_enter_runs(qtbot, window: Window):
    type_in(qtbot, window, "zoom")
    second = titles(window)[1]
    qtbot.keyClick(field(window), Qt.Key.Key_Down)
    assert field(window).accessibleDescription().startswith(second)
    qtbot.keyClick(field(window), Qt.Key.Key_Return)
    assert window.done == ["view.zoom-out"]


def test_a_click_runs_a_command(qtbot, window: Window):
    type_in(qtbot, window, "quote")
    listed = window.palette_.findChildren(QListWidget)[0]
    place = listed.visualItemRect(listed.item(0)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.done == ["insert.quote"]


def test_escape_changes_nothing_and_gives_the_focus_back(qtbot, window: Window):
    type_in(qtbot, window, "quit")
    qtbot.keyClick(field(window), Qt.Key.Key_Escape)
    assert window.palette_.isHidden()
    assert window.done == []
    assert QApplication.focusWidget() is window.page


def test_it_goes_away_when_the_page_is_clicked(qtbot, window: Window):
    window.palette_.open()
    window.page.setFocus(Qt.FocusReason.MouseFocusReason)
    assert window.palette_.isHidden()
    assert QApplication.focusWidget() is window.page


def test_nothing_found_is_said_and_enter_does_nothing(qtbot, window: Window):
    type_in(qtbot, window, "zzzz")
    assert titles(window) == []
    assert "No command" in field(window).accessibleDescription()
    qtbot.keyClick(field(window), Qt.Key.Key_Return)
    assert window.done == []


def test_what_was_used_most_comes_first(qtbot, window: Window):
    for _ in range(2):
        type_in(qtbot, window, "italic")
        qtbot.keyClick(field(window), Qt.Key.Key_Return)
    window.palette_.open()
    assert titles(window)[0] == "Italic"
