"""Writing the page anew once Qt's document has gathered formats of what is gone."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from pressdesk.ui.editor.surface import Surface

MOST_FORMATS = 2_000
"""Some 0.8 KB each; and as many again as the blocks of the body may need."""

_EACH_MS = 30_000


class Renewal(QObject):
    """Keeps the document of a page small.

    Qt keeps every format that a document was ever shown until it is cleared, and the id of a
    block stands in its format: a day of work would be kept whole.
    """

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._surface = surface
        self._due = QTimer(self, interval=_EACH_MS, singleShot=True)
        self._due.setObjectName("renewalTimer")
        self._due.timeout.connect(self._renew)
        surface.document().contentsChanged.connect(self._change)

    def _change(self) -> None:
        if not self._due.isActive():
            self._due.start()

    def _renew(self) -> None:
        """Renew the page if it is worth it; later where a hand or an input method is on it."""
        surface = self._surface
        most = MOST_FORMATS + 4 * len(surface.body)
        if len(surface.document().allFormats()) <= most:
            return
        if surface.is_composing or QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._due.start()
            return
        surface.renew()
