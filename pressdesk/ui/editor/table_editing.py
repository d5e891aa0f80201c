"""Opening the grid of a table on the page, and keeping it in step with the body."""

from PySide6.QtCore import QObject

from pressdesk.model.body import Table
from pressdesk.ui.editor.painting import Painting
from pressdesk.ui.editor.surface import Surface
from pressdesk.ui.editor.table_grid import TableGrid


class TableEditing(QObject):
    """Holds the one grid that may be open."""

    def __init__(self, surface: Surface, painting: Painting) -> None:
        super().__init__(surface)
        self._surface = surface
        self._painting = painting
        self._table = ""
        self.grid: TableGrid | None = None

    def open(self, index: int) -> None:
        """Open the grid over a table."""
        surface = self._surface
        self.close()
        table = surface.body[index]
        if not isinstance(table, Table) or surface.isReadOnly():
            return
        surface.flush()
        surface.choose(index)
        grid = TableGrid(table, surface.viewport())
        self._table, self.grid = table.id, grid
        grid.changed.connect(self._take)
        grid.closed.connect(self._leave)
        self.place()
        grid.show()
        grid.setFocus()

    def close(self) -> None:
        """Close the grid; what was being typed is kept."""
        if self.grid is None:
            return
        self.grid.commit()
        grid, self.grid = self.grid, None
        grid.hide()
        grid.deleteLater()

    def flush(self) -> None:
        """Take over what is being typed into a cell."""
        if self.grid is not None:
            self.grid.commit()

    def refresh(self) -> None:
        """Show what the table is now, wherever it stands."""
        if self.grid is None:
            return
        index = self._index()
        table = self._surface.body[index] if index is not None else None
        if not isinstance(table, Table):
            grid, self.grid = self.grid, None
            grid.hide()
            grid.deleteLater()
            return
        if table is not self.grid.table:
            self.grid.show_table(table)
        self.place()

    def place(self) -> None:
        """Put the grid over the table."""
        index = self._index()
        if self.grid is None or index is None:
            return
        box = self._painting.table_box(index).toRect()
        picture = self._surface.tables.picture(self.grid.table, box.width())
        self.grid.fit(box, picture, self._surface.look)

    def _index(self) -> int | None:
        names = [block.id for block in self._surface.body]
        return names.index(self._table) if self._table in names else None

    def _take(self, table: Table, label: str) -> None:
        index = self._index()
        if index is not None:
            body = self._surface.body
            self._surface.restyle(label, (*body[:index], table, *body[index + 1 :]))

    def _leave(self) -> None:
        self.close()
        self._surface.setFocus()
