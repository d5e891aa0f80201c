"""Giving memory that was freed back to the system."""

import sys

from PySide6.QtCore import QObject, QTimer

from pressdesk.ui.document import Document

_EACH_MS = 60_000


def trim_heap() -> bool:
    """Give the system what the C library holds of freed memory; False where it can't be asked.

    glibc by itself gives back the end of a heap only, and pictures that come and go leave
    it full of holes: some 20 MB in an hour of work.
    """
    if sys.platform != "linux":
        return False
    # Start-up: not wanted before the first minute is over.
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return trim is not None and bool(trim(0))


class HeapKeeper(QObject):
    """Trims the heap now and then while a document is worked on; never in a program at rest."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._due = QTimer(self, interval=_EACH_MS, singleShot=True)
        self._due.setObjectName("heapTimer")
        self._due.timeout.connect(trim_heap)
        document.release_changed.connect(self._change)

    def _change(self) -> None:
        if not self._due.isActive():
            self._due.start()
