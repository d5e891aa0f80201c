"""The page: the fields above, the body, and what the template prints below, drawn as one sheet."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.export.packs import Wording
from pressdesk.export.wording import dateline, zone
from pressdesk.model.body import Body
from pressdesk.model.release import Release
from pressdesk.ui.dates import told_moment
from pressdesk.ui.document import Caret, Document
from pressdesk.ui.editor.body_editor import BodyEditor
from pressdesk.ui.fonts import reading_font, tool_font
from pressdesk.ui.page_foot import PageFoot
from pressdesk.ui.page_head import PageHead
from pressdesk.ui.program import Program

_POINTS = 12.5
"""Size of the body's text at zoom 1."""


class EditorPage(QWidget):
    """One release as on paper; all that is done here goes to the document."""

    files_dropped = Signal(list, str)
    """Paths, and the block to put their pictures after."""
    state_changed = Signal()
    """Another block, selection or format: for toolbar and status."""
    part_wanted = Signal(str)
    """A panel by name: ``people``, ``details`` or ``embargo``."""

    def __init__(self, document: Document, program: Program, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("editorPage")
        self.setAccessibleName(self.tr("Page"))
        self._document = document
        self._program = program
        self._pack = program.pack(document.release.template)
        self._words: Wording | None = None
        self.head = PageHead(
            document,
            program.icons,
            dateline=self.dateline,
            embargo=self._embargo,
            limit=lambda field: self._pack.rules.lengths.get(field, 0),
        )
        self.foot = PageFoot()
        self.body = BodyEditor(program.pictures, self)
        self.body.set_head(self.head)
        self.body.set_foot(self.foot)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.body, 1)
        self._connect()
        self.apply_look()
        self.refresh()

    def dateline(self, release: Release) -> str:
        """Compose the dateline as the template prints it."""
        style = self._pack.wording(release.language).date_style
        return dateline(release.place, release.date, style)

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar above the page."""
        self._column.insertWidget(0, bar)

    def refresh(self) -> None:
        """Show the release where it differs from what is shown."""
        release = self._document.release
        if release.template != self._pack.id:
            self._pack = self._program.pack(release.template)
        self.head.refresh()
        words = self._pack.wording(release.language)
        if words is not self._words:
            self._words = words
            self.body.set_credit_wording(words.photo)
        self.foot.show_release(release, words)
        has_selection = self.body.textCursor().hasSelection()
        selected = self.body.selected_text() if has_selection else ""
        self.body.show_release(release, self._document.assets)
        if selected and self.body.selected_text() != selected:
            # What was selected changed from elsewhere: typing must not take what stands there now.
            cursor = self.body.textCursor()
            cursor.setPosition(cursor.selectionStart())
            self.body.setTextCursor(cursor)

    def apply_look(self) -> None:
        """Show colours, fonts and zoom as they are set."""
        settings, theme = self._program.settings, self._program.theme
        serif = reading_font(_POINTS, theme.text_size, self._document.release.language)
        if settings.serif:
            serif.setFamilies([settings.serif, *serif.families()])
        sans = tool_font(theme.text_size)
        zoomed = [QFont(font) for font in (serif, sans)]
        for font in zoomed:
            font.setPointSizeF(font.pointSizeF() * settings.zoom)
        self.head.set_look(theme.colours, *zoomed)
        self.foot.set_look(theme.colours, zoomed[1])
        self.body.set_colours(theme.colours)
        self.body.set_fonts(*zoomed)

    def style_at_cursor(self) -> tuple[str, int]:
        """Name the kind of the block at the cursor, and the level of a heading."""
        return self.body.kind(), getattr(self.body.current_block(), "level", 0)

    def go_to(self, caret: Caret) -> None:
        """Put the cursor into a field or a block."""
        if not self.head.go_to(caret):
            self.body.go_to(caret)
            self.body.setFocus()

    def go_to_block(self, block: str) -> None:
        """Put the cursor at the start of a block."""
        self.go_to(Caret("bodyEditor", block))

    def _connect(self) -> None:
        document = self._document
        document.release_changed.connect(self.refresh)
        document.caret_wanted.connect(self.go_to)
        document.flush_requested.connect(self.body.flush)
        self.body.edited.connect(self._edit)
        self.body.files_dropped.connect(
            lambda names, after: self.files_dropped.emit([Path(name) for name in names], after)
        )
        self.body.state_changed.connect(self.state_changed)
        self.head.body_wanted.connect(self.body.setFocus)
        self.head.embargo_wanted.connect(lambda: self.part_wanted.emit("embargo"))
        self.foot.part_wanted.connect(self.part_wanted)
        self._program.theme.changed.connect(self.apply_look)

    def _edit(self, body: Body, label: str, merge: str, before: Caret, after: Caret) -> None:
        release = replace(self._document.release, body=body)
        self._document.apply(release, label, merge=merge, before=before, after=after)

    def _embargo(self, release: Release) -> str:
        embargo = release.embargo
        if embargo is None:
            return ""
        local = embargo.instant.astimezone(zone(embargo.zone))
        return self.tr("Embargo {when}").replace("{when}", told_moment(local))
