import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from pressdesk.ui.dialogs.link import LinkDialog
from pressdesk.ui.fields import LineField


@pytest.fixture
def made(qtbot):
    def make(link: str = "", words: str = "") -> LinkDialog:
        dialog = LinkDialog(link, words)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def field(dialog: LinkDialog, name: str) -> LineField:
    return dialog.findChildren(LineField, name)[0]


def words(dialog: LinkDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("www.example.org", "https://www.example.org"),
        ("press@example.org", "mailto:press@example.org"),
        ("https://example.org/a", "https://example.org/a"),
    ],
)
def test_enter_sets_the_link_in_its_final_form(qtbot, made, typed: str, link: str):
    dialog = made(words="the museum")
    qtbot.keyClicks(field(dialog, "linkAddress"), typed)
    with qtbot.waitSignal(dialog.link_set) as told:
        qtbot.keyClick(field(dialog, "linkAddress"), Qt.Key.Key_Return)
    assert told.args == [link, "the museum"]
    assert not dialog.isVisible()


def test_without_words_the_address_is_shown(qtbot, made):
    dialog = made()
    qtbot.keyClicks(field(dialog, "linkAddress"), "example.org")
    with qtbot.waitSignal(dialog.link_set) as told:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert told.args == ["https://example.org", "example.org"]


def test_what_can_be_no_link_is_said_and_not_set(qtbot, made):
    dialog = made()
    qtbot.keyClicks(field(dialog, "linkAddress"), "javascript:alert(1)")
    assert "This can be no link." in words(dialog)
    with qtbot.assertNotEmitted(dialog.link_set):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_a_link_that_is_there_can_be_removed_and_a_new_one_not(qtbot, made):
    new = made()
    assert not any("Remove" in button.text() for button in new.findChildren(QPushButton))
    dialog = made("https://example.org", "here")
    remove = next(each for each in dialog.findChildren(QPushButton) if "Remove" in each.text())
    with qtbot.waitSignal(dialog.link_removed):
        remove.click()
    assert not dialog.isVisible()


def test_escape_sets_nothing(qtbot, made):
    dialog = made("https://example.org", "here")
    with qtbot.assertNotEmitted(dialog.link_set):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
