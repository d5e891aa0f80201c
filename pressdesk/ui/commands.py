"""Every command of the window once: its id, words, key, icon, and the menu it stands in."""

# QT_TRANSLATE_NOOP gives back the string it marks; its stub says object.
# pyright: reportArgumentType=false, reportAssignmentType=false

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP


class Command(NamedTuple):
    """A command as the table holds it."""

    id: str
    text: str
    keys: str = ""
    """Portable text of its key, ``Ctrl+S``; or of several, with commas between."""
    icon: str = ""
    is_checkable: bool = False
    needs_release: bool = True
    """True: it is greyed on the start screen."""


SEPARATOR = Command("", "")

MENUS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Actions", "&File"),
        (
            Command(
                "file.new",
                QT_TRANSLATE_NOOP("Actions", "&New Release"),
                "Ctrl+N",
                "new",
                needs_release=False,
            ),
            Command(
                "file.open",
                QT_TRANSLATE_NOOP("Actions", "&Open…"),
                "Ctrl+O",
                "open",
                needs_release=False,
            ),
            Command(
                "file.import",
                QT_TRANSLATE_NOOP("Actions", "&Import…"),
                "",
                "import",
                needs_release=False,
            ),
            Command(
                "file.sample", QT_TRANSLATE_NOOP("Actions", "Sa&mple Release"), needs_release=False
            ),
            SEPARATOR,
            Command("file.save", QT_TRANSLATE_NOOP("Actions", "&Save"), "Ctrl+S", "save"),
            Command(
                "file.save-as", QT_TRANSLATE_NOOP("Actions", "Save &As…"), "Ctrl+Shift+S", "save-as"
            ),
            SEPARATOR,
            Command(
                "file.versions", QT_TRANSLATE_NOOP("Actions", "&Versions…"), "Ctrl+Alt+V", "history"
            ),
            Command("file.keep-version", QT_TRANSLATE_NOOP("Actions", "&Keep This Version…")),
            Command(
                "file.recover",
                QT_TRANSLATE_NOOP("Actions", "Recover &Unsaved Work…"),
                needs_release=False,
            ),
            SEPARATOR,
            Command("file.export", QT_TRANSLATE_NOOP("Actions", "&Export…"), "Ctrl+E", "export"),
            Command("file.print-preview", QT_TRANSLATE_NOOP("Actions", "Print Previe&w…")),
            Command("file.print", QT_TRANSLATE_NOOP("Actions", "&Print…"), "Ctrl+P", "print"),
            SEPARATOR,
            Command(
                "file.settings",
                QT_TRANSLATE_NOOP("Actions", "Se&ttings…"),
                "Ctrl+,",
                "settings",
                needs_release=False,
            ),
            SEPARATOR,
            Command(
                "file.close", QT_TRANSLATE_NOOP("Actions", "&Close"), "Ctrl+W", needs_release=False
            ),
            Command(
                "file.quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q", needs_release=False
            ),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Edit"),
        (
            Command("edit.undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z", "undo"),
            Command(
                "edit.redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Shift+Z; Ctrl+Y", "redo"
            ),
            SEPARATOR,
            Command("edit.cut", QT_TRANSLATE_NOOP("Actions", "Cu&t"), "Ctrl+X", "cut"),
            Command("edit.copy", QT_TRANSLATE_NOOP("Actions", "&Copy"), "Ctrl+C", "copy"),
            Command("edit.paste", QT_TRANSLATE_NOOP("Actions", "&Paste"), "Ctrl+V", "paste"),
            Command(
                "edit.paste-plain",
                QT_TRANSLATE_NOOP("Actions", "Paste as P&lain Text"),
                "Ctrl+Shift+V",
            ),
            Command("edit.select-all", QT_TRANSLATE_NOOP("Actions", "Select &All"), "Ctrl+A"),
            SEPARATOR,
            Command(
                "edit.find", QT_TRANSLATE_NOOP("Actions", "&Find and Replace…"), "Ctrl+F", "find"
            ),
            Command("edit.find-next", QT_TRANSLATE_NOOP("Actions", "Find &Next"), "F3"),
            Command(
                "edit.find-previous", QT_TRANSLATE_NOOP("Actions", "Find Pre&vious"), "Shift+F3"
            ),
            SEPARATOR,
            Command(
                "edit.spelling",
                QT_TRANSLATE_NOOP("Actions", "Check &Spelling"),
                "F7",
                is_checkable=True,
            ),
            Command("edit.dictionaries", QT_TRANSLATE_NOOP("Actions", "Spelling &Dictionaries…")),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Insert"),
        (
            Command(
                "insert.photo", QT_TRANSLATE_NOOP("Actions", "&Photos…"), "Ctrl+Shift+I", "photo"
            ),
            Command(
                "insert.quote", QT_TRANSLATE_NOOP("Actions", "&Quote"), "Ctrl+Shift+Q", "quote"
            ),
            Command("insert.table", QT_TRANSLATE_NOOP("Actions", "&Table"), "", "table"),
            Command("insert.link", QT_TRANSLATE_NOOP("Actions", "&Link…"), "Ctrl+K", "link"),
            Command(
                "insert.person",
                QT_TRANSLATE_NOOP("Actions", "Person’s &Name…"),
                "Ctrl+Shift+M",
                "person",
            ),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "F&ormat"),
        (
            Command(
                "format.paragraph",
                QT_TRANSLATE_NOOP("Actions", "&Paragraph"),
                "Ctrl+Alt+0",
                "paragraph",
                True,
            ),
            Command(
                "format.heading-2",
                QT_TRANSLATE_NOOP("Actions", "&Heading"),
                "Ctrl+Alt+2",
                "heading",
                True,
            ),
            Command(
                "format.heading-3",
                QT_TRANSLATE_NOOP("Actions", "&Subheading"),
                "Ctrl+Alt+3",
                "",
                True,
            ),
            Command(
                "format.heading-4",
                QT_TRANSLATE_NOOP("Actions", "&Minor Heading"),
                "Ctrl+Alt+4",
                "",
                True,
            ),
            Command(
                "format.bullet-list",
                QT_TRANSLATE_NOOP("Actions", "&Bulleted List"),
                "Ctrl+Shift+8",
                "list-bullet",
                True,
            ),
            Command(
                "format.numbered-list",
                QT_TRANSLATE_NOOP("Actions", "&Numbered List"),
                "Ctrl+Shift+7",
                "list-numbered",
                True,
            ),
            SEPARATOR,
            Command("format.indent", QT_TRANSLATE_NOOP("Actions", "In&dent"), "Ctrl+]", "indent"),
            Command(
                "format.outdent", QT_TRANSLATE_NOOP("Actions", "&Outdent"), "Ctrl+[", "outdent"
            ),
            Command("format.move-up", QT_TRANSLATE_NOOP("Actions", "Move &Up"), "Alt+Up", "up"),
            Command(
                "format.move-down", QT_TRANSLATE_NOOP("Actions", "Move Do&wn"), "Alt+Down", "down"
            ),
            SEPARATOR,
            Command("format.bold", QT_TRANSLATE_NOOP("Actions", "Bo&ld"), "Ctrl+B", "bold", True),
            Command(
                "format.italic", QT_TRANSLATE_NOOP("Actions", "&Italic"), "Ctrl+I", "italic", True
            ),
            Command(
                "format.underline",
                QT_TRANSLATE_NOOP("Actions", "Underlin&e"),
                "Ctrl+U",
                "underline",
                True,
            ),
            Command(
                "format.strike",
                QT_TRANSLATE_NOOP("Actions", "Stri&kethrough"),
                "Alt+Shift+5",
                "strike",
                True,
            ),
            Command(
                "format.subscript",
                QT_TRANSLATE_NOOP("Actions", "Subs&cript"),
                "Ctrl+=",
                "subscript",
                True,
            ),
            Command(
                "format.superscript",
                QT_TRANSLATE_NOOP("Actions", "Supe&rscript"),
                "Ctrl+Shift+=",
                "superscript",
                True,
            ),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&People"),
        (
            Command(
                "people.add-speaker",
                QT_TRANSLATE_NOOP("Actions", "Add &Speaker"),
                "Ctrl+Alt+S",
                "speaker",
            ),
            Command(
                "people.speaker",
                QT_TRANSLATE_NOOP("Actions", "Speaker of the &Quote…"),
                "Ctrl+Alt+Q",
                "quote",
            ),
            Command(
                "people.add", QT_TRANSLATE_NOOP("Actions", "Add &Person"), "Ctrl+Alt+P", "person"
            ),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "Pho&tos"),
        (
            Command(
                "photos.desk",
                QT_TRANSLATE_NOOP("Actions", "Photo &Desk…"),
                "Ctrl+Shift+D",
                "photos",
            ),
            Command("photos.attach", QT_TRANSLATE_NOOP("Actions", "&Attach Photos…"), "", "attach"),
            Command("photos.lead", QT_TRANSLATE_NOOP("Actions", "Make &Lead Photo"), "", "star"),
            Command("photos.remove", QT_TRANSLATE_NOOP("Actions", "&Remove Photo"), "", "trash"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&View"),
        (
            Command(
                "view.preview", QT_TRANSLATE_NOOP("Actions", "&Preview"), "F9", "preview", True
            ),
            Command(
                "view.people", QT_TRANSLATE_NOOP("Actions", "P&eople"), "Ctrl+1", "people", True
            ),
            Command(
                "view.photos", QT_TRANSLATE_NOOP("Actions", "Ph&otos"), "Ctrl+2", "photos", True
            ),
            Command(
                "view.details", QT_TRANSLATE_NOOP("Actions", "&Details"), "Ctrl+3", "details", True
            ),
            SEPARATOR,
            Command(
                "view.zoom-in",
                QT_TRANSLATE_NOOP("Actions", "Zoom &In"),
                "Ctrl++",
                "zoom-in",
            ),
            Command(
                "view.zoom-out", QT_TRANSLATE_NOOP("Actions", "Zoom O&ut"), "Ctrl+-", "zoom-out"
            ),
            Command("view.zoom-reset", QT_TRANSLATE_NOOP("Actions", "&Actual Size"), "Ctrl+0"),
            SEPARATOR,
            Command(
                "view.theme-system",
                QT_TRANSLATE_NOOP("Actions", "Follow S&ystem"),
                "",
                "system",
                True,
                False,
            ),
            Command(
                "view.theme-light", QT_TRANSLATE_NOOP("Actions", "&Light"), "", "sun", True, False
            ),
            Command(
                "view.theme-dark", QT_TRANSLATE_NOOP("Actions", "Dar&k"), "", "moon", True, False
            ),
            SEPARATOR,
            Command("view.next-pane", QT_TRANSLATE_NOOP("Actions", "&Next Pane"), "F6"),
            Command(
                "view.previous-pane", QT_TRANSLATE_NOOP("Actions", "Pre&vious Pane"), "Shift+F6"
            ),
            Command(
                "view.full-screen",
                QT_TRANSLATE_NOOP("Actions", "&Full Screen"),
                "F11",
                "",
                True,
                False,
            ),
            Command(
                "view.palette",
                QT_TRANSLATE_NOOP("Actions", "&Command Palette…"),
                "Ctrl+Shift+P",
                "palette-command",
                False,
                False,
            ),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Help"),
        (
            Command(
                "help.keys",
                QT_TRANSLATE_NOOP("Actions", "&Keyboard Shortcuts"),
                "F1",
                "help",
                needs_release=False,
            ),
            Command(
                "help.log", QT_TRANSLATE_NOOP("Actions", "Open &Log Folder"), needs_release=False
            ),
            Command(
                "help.about", QT_TRANSLATE_NOOP("Actions", "&About PressDesk"), needs_release=False
            ),
        ),
    ),
)


def commands() -> Iterator[Command]:
    """Go through all commands in the order of the menus."""
    for _, entries in MENUS:
        yield from (entry for entry in entries if entry.id)
