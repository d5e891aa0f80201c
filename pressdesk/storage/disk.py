"""What a save asks of the disk: the one seam where tests let it fail."""

import errno
import os
import shutil
import sys
from pathlib import Path
from typing import BinaryIO

_CHUNK = 1 << 20
_CANNOT_COPY = (
    *(errno.EXDEV, errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.EPERM, errno.EBADF),
)
"""What `copy_file_range` says where file systems or kernels know no such thing."""


class Disk:
    """The operations that may fail while a file is saved; all of them raise OSError."""

    def create(self, path: Path) -> BinaryIO:
        """Make a file that is not there yet, without a buffer."""
        return path.open("x+b", buffering=0)

    def copy(self, source: int, offset: int, count: int, target: BinaryIO) -> None:
        """Append bytes of an open file (its descriptor) to another, in the kernel where it can."""
        done = self.copy_in_kernel(source, offset, count, target)
        offset, count = offset + done, count - done
        while count:
            data = read_at(source, min(count, _CHUNK), offset)
            if not data:
                raise OSError(errno.EIO, "The file is shorter than it was")
            write_all(target, data)
            offset, count = offset + len(data), count - len(data)

    def copy_in_kernel(self, source: int, offset: int, count: int, target: BinaryIO) -> int:
        """Copy as many bytes as the kernel will without showing them to us; tells how many."""
        done = 0
        try:
            while done < count and hasattr(os, "copy_file_range"):
                some = os.copy_file_range(source, target.fileno(), count - done, offset + done)
                if not some:
                    break
                done += some
        except OSError as error:
            if error.errno not in _CANNOT_COPY:
                raise
        return done

    def flush(self, file: BinaryIO) -> None:
        """Bring a file to the platter, not only to the cache of the disk."""
        if sys.platform == "darwin":
            # Start-up: there is no such module on Windows.
            import fcntl

            fcntl.fcntl(file.fileno(), fcntl.F_FULLFSYNC)
        else:
            os.fsync(file.fileno())

    def replace(self, source: Path, target: Path) -> None:
        """Put a file in the place of another, in one step."""
        source.replace(target)

    def flush_folder(self, folder: Path) -> None:
        """Bring the names in a folder to the platter; Windows has no such thing."""
        if os.name == "nt":
            return
        handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def remove(self, path: Path) -> None:
        """Remove a file; no matter where there is none."""
        path.unlink(missing_ok=True)


DISK = Disk()


def read_at(descriptor: int, count: int, offset: int) -> bytes:
    """Read bytes of an open file at a place, whoever else reads from it."""
    if hasattr(os, "pread"):
        return os.pread(descriptor, count, offset)
    os.lseek(descriptor, offset, os.SEEK_SET)  # Windows: the descriptor is its reader's own
    return os.read(descriptor, count)


def write_all(file: BinaryIO, data: bytes) -> None:
    """Write to a file without a buffer, which may take less than it was given."""
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]


def is_there(path: Path) -> bool:
    """Tell whether there is something of that name: no, where the disk does not say."""
    try:
        path.stat()
    except (OSError, ValueError):
        return False
    return True


def free_space(path: Path) -> int:
    """Tell how many bytes are free where a file is to be."""
    folder = path.parent
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free
