"""Memory of large blocks, given back to the system as soon as they are free."""

import ctypes
import sys
from contextlib import suppress

_MMAP_THRESHOLD = -3
"""Of mallopt(3), in malloc.h."""
_LARGE_BYTES = 1_000_000


def give_back_large_blocks() -> None:
    """Have the C library keep no large block that is free; for the whole process.

    glibc raises the size from which it asks the system for a block of its own each time such a
    block is freed, up to 32 MB (mallopt(3)), and then keeps files and pixels in a heap for each
    thread. Measured with 60 photos: 130 MB that nobody used. Elsewhere nothing is done.
    """
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library than glibc
            ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE_BYTES)
