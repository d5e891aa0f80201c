"""Memory that was freed goes back to the system while a document is worked on."""

import ctypes
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer

from pressdesk.ui.document import Document
from pressdesk.ui.heap import HeapKeeper, trim_heap
from tests.builders import a_release

GLIBC = sys.platform == "linux" and hasattr(ctypes.CDLL(None), "malloc_trim")
MIB = 2**20


def _held_mib() -> float:
    """What the process has in memory, in MiB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / MIB


@pytest.mark.skipif(not GLIBC, reason="the C library is not glibc")
def test_holes_in_the_heap_are_given_back():
    libc = ctypes.CDLL(None)
    libc.malloc.restype, libc.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
    blocks = [libc.malloc(60_000) for _ in range(2_000)]  # below what glibc maps by itself
    for block in blocks:
        ctypes.memset(block, 1, 60_000)
    for number, block in enumerate(blocks):
        if number % 20:
            libc.free(block)
    before = _held_mib()
    assert trim_heap()
    assert _held_mib() < before - 80
    for block in blocks[::20]:
        libc.free(block)


def test_the_heap_is_looked_at_after_changes_and_not_at_rest(qapp: QObject):
    document = Document(a_release())
    keeper = HeapKeeper(document, document)
    timer = keeper.findChild(QTimer, "heapTimer")
    assert isinstance(timer, QTimer)
    assert not timer.isActive()
    document.apply(replace(document.release, headline="Another"), "Typing")
    assert timer.isActive()
    timer.stop()
