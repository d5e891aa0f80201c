"""Recording what a child does to the files of a folder, from its system calls.

Only what reaches the disk counts: a write with its bytes and place, a name that comes, goes
or moves, and what was flushed. Reading is followed for the positions alone.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

_LINE = re.compile(r"(\d+) +(.*)")
_WHOLE = re.compile(r"(\w+)\((.*)\) += (-?\d+|\?)[^=]*$")
_BYTES = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_CHANGED_UNSEEN = "The child changed a file in a way that the recording can't follow: "


class Create(Struct, frozen=True):
    path: str
    file: int


class Write(Struct, frozen=True):
    file: int
    place: int
    data: bytes


class Truncate(Struct, frozen=True):
    file: int
    size: int


class SyncFile(Struct, frozen=True):
    file: int


class SyncFolder(Struct, frozen=True):
    path: str


class Rename(Struct, frozen=True):
    old: str
    new: str


class Link(Struct, frozen=True):
    old: str
    new: str


class Unlink(Struct, frozen=True):
    path: str


class MakeFolder(Struct, frozen=True):
    path: str


class Acknowledged(Struct, frozen=True):
    revision: int


Operation = (
    Create
    | Write
    | Truncate
    | SyncFile
    | SyncFolder
    | Rename
    | Link
    | Unlink
    | MakeFolder
    | Acknowledged
)


class Image(NamedTuple):
    """What a folder holds: its folders, its names, and the files they are names of."""

    folders: frozenset[str]
    names: dict[str, int]
    files: dict[int, bytes]


class Recording(NamedTuple):
    begin: Image
    operations: tuple[Operation, ...]


class Handle:
    """An open file: `file` is -1 for a folder."""

    def __init__(self, path: str, file: int, flags: str = "", position: int = 0) -> None:
        self.path, self.file, self.position = path, file, position
        self.appends = "O_APPEND" in flags
        self.is_synchronous = "O_SYNC" in flags or "O_DSYNC" in flags


def image_of(folder: Path) -> Image:
    """Read a folder as it is now. Memory shared by SQLite's processes is not on the disk."""
    found = sorted(path for path in folder.rglob("*") if not path.name.endswith("-shm"))
    files = [path for path in found if path.is_file()]
    return Image(
        frozenset(str(path) for path in (folder, *found) if path.is_dir()),
        {str(path): number for number, path in enumerate(files)},
        {number: path.read_bytes() for number, path in enumerate(files)},
    )


def handles_of(pid: int, image: Image) -> dict[int, Handle]:
    """Read which files of the folder a process has open, and where it stands in them."""
    handles: dict[int, Handle] = {}
    for link in Path(f"/proc/{pid}/fd").iterdir():
        path = str(link.readlink())
        if path in image.names or path in image.folders:
            told = Path(f"/proc/{pid}/fdinfo/{link.name}").read_text()
            position = int(told.split("pos:")[1].split()[0])
            handles[int(link.name)] = Handle(path, image.names.get(path, -1), "", position)
    return handles


class Recorder:
    """Turns the lines of `strace -f -xx` into operations."""

    def __init__(self, begin: Image, handles: dict[int, Handle], root: Path) -> None:
        self._root = f"{root}/"
        self._handles = dict(handles)
        self._names = dict(begin.names)
        self._folders = {*begin.folders, str(root)}
        self._live = {file: bytearray(data) for file, data in begin.files.items()}
        self.operations: list[Operation] = []

    def read(self, lines: Iterator[str]) -> None:
        """Follow all calls that succeeded, each at the time it returned."""
        begun: dict[str, str] = {}
        for line in lines:
            found = _LINE.match(line)
            if not found:
                continue
            thread, text = found.groups()
            if text.endswith("<unfinished ...>"):
                begun[thread] = text.removesuffix("<unfinished ...>").rstrip()
                continue
            if text.startswith("<... "):
                text = begun.pop(thread) + text.partition("resumed>")[2]
            call = _WHOLE.match(text)
            if call and call[3] not in ("?", "-1"):
                self._follow(call[1], call[2].split(", "), int(call[3]))

    def _follow(self, name: str, given: list[str], result: int) -> None:
        match name:
            case "open" | "creat":
                flags = "O_CREAT|O_TRUNC" if name == "creat" else given[1]
                self._open(_path(given[0]), flags, result)
            case "openat":
                self._open(self._at(given[0], given[1]), given[2], result)
            case "close":
                self._handles.pop(int(given[0]), None)
            case "dup" | "dup2" | "dup3":
                self._dup(int(given[0]), result)
            case "fcntl" if given[1].startswith("F_DUPFD"):
                self._dup(int(given[0]), result)
            case "rename":
                self._rename(_path(given[0]), _path(given[1]))
            case "renameat" | "renameat2":
                self._rename(self._at(given[0], given[1]), self._at(given[2], given[3]))
            case "link":
                self._link(_path(given[0]), _path(given[1]))
            case "linkat":
                self._link(self._at(given[0], given[1]), self._at(given[2], given[3]))
            case "unlink" | "rmdir":
                self._unlink(_path(given[0]))
            case "unlinkat":
                self._unlink(self._at(given[0], given[1]))
            case "mkdir":
                self._make_folder(_path(given[0]))
            case "mkdirat":
                self._make_folder(self._at(given[0], given[1]))
            case "sendto":
                self._hear(_bytes(given[1]))
            case _ if given[0].isdigit() and int(given[0]) in self._handles:
                self._use(self._handles[int(given[0])], name, given, result)
            case "mmap" if int(given[4]) in self._handles:
                self._map(self._handles[int(given[4])], given)

    def _use(self, handle: Handle, name: str, given: list[str], result: int) -> None:
        match name:
            case "write":
                if handle.appends:
                    handle.position = len(self._live[handle.file])
                self._write(handle, handle.position, _bytes(given[1])[:result])
                handle.position += result
            case "pwrite64":
                self._write(handle, int(given[3]), _bytes(given[1])[:result])
            case "writev":
                data = b"".join(_bytes(each) for each in given[1:])[:result]
                self._write(handle, handle.position, data)
                handle.position += result
            case "read":
                handle.position += result
            case "lseek":
                handle.position = result
            case "copy_file_range":
                self._copy(handle, given, result)
            case "sendfile":
                self._send(handle, given, result)
            case "ftruncate":
                self._truncate(handle.file, int(given[1]))
            case "fallocate":
                size = max(len(self._live[handle.file]), int(given[2]) + int(given[3]))
                self._truncate(handle.file, size)
            case "fsync" | "fdatasync":
                self._sync(handle)
            case "pwritev" | "splice":
                raise RuntimeError(_CHANGED_UNSEEN + name)

    def _copy(self, source: Handle, given: list[str], result: int) -> None:
        target = self._handles[int(given[2])]
        start = source.position if given[1] == "NULL" else _offset(given[1])
        place = target.position if given[3] == "NULL" else _offset(given[3])
        self._write(target, place, bytes(self._live[source.file][start : start + result]))
        source.position += result if given[1] == "NULL" else 0
        target.position += result if given[3] == "NULL" else 0

    def _send(self, target: Handle, given: list[str], result: int) -> None:
        source = self._handles[int(given[1])]
        start = source.position if given[2] == "NULL" else _offset(given[2])
        self._write(target, target.position, bytes(self._live[source.file][start : start + result]))
        source.position += result if given[2] == "NULL" else 0
        target.position += result

    def _open(self, path: str, flags: str, handle: int) -> None:
        if path in self._folders:
            self._handles[handle] = Handle(path, -1)
            return
        if not path.startswith(self._root) or path.endswith("-shm"):
            self._handles.pop(handle, None)
            return
        if path not in self._names:
            file = len(self._live)
            self._live[file] = bytearray()
            self._names[path] = file
            self.operations.append(Create(path, file))
        file = self._names[path]
        if "O_TRUNC" in flags and self._live[file]:
            self._truncate(file, 0)
        self._handles[handle] = Handle(path, file, flags)

    def _write(self, handle: Handle, place: int, data: bytes) -> None:
        live = self._live[handle.file]
        live.extend(bytes(max(0, place - len(live))))
        live[place : place + len(data)] = data
        self.operations.append(Write(handle.file, place, data))
        if handle.is_synchronous:
            self._sync(handle)

    def _truncate(self, file: int, size: int) -> None:
        live = self._live[file]
        live[:] = live[:size] + bytes(max(0, size - len(live)))
        self.operations.append(Truncate(file, size))

    def _sync(self, handle: Handle) -> None:
        folder = handle.file < 0
        self.operations.append(SyncFolder(handle.path) if folder else SyncFile(handle.file))

    def _rename(self, old: str, new: str) -> None:
        if old.startswith(self._root) != new.startswith(self._root) or old in self._folders:
            raise RuntimeError(_CHANGED_UNSEEN + f"rename {old} {new}")
        if old in self._names:
            self._names[new] = self._names.pop(old)
            self.operations.append(Rename(old, new))

    def _link(self, old: str, new: str) -> None:
        if old in self._names:
            self._names[new] = self._names[old]
            self.operations.append(Link(old, new))

    def _unlink(self, path: str) -> None:
        if path in self._names:
            del self._names[path]
            self.operations.append(Unlink(path))
        elif path in self._folders:
            raise RuntimeError(_CHANGED_UNSEEN + f"rmdir {path}")

    def _make_folder(self, path: str) -> None:
        if path.startswith(self._root):
            self._folders.add(path)
            self.operations.append(MakeFolder(path))

    def _hear(self, said: bytes) -> None:
        if said.startswith(b"ack "):
            self.operations.append(Acknowledged(int(said[4:])))

    def _map(self, handle: Handle, given: list[str]) -> None:
        if "PROT_WRITE" in given[2] and "MAP_SHARED" in given[3]:
            raise RuntimeError(_CHANGED_UNSEEN + f"mmap {handle.path}")

    def _dup(self, old: int, new: int) -> None:
        self._handles.pop(new, None)
        if old in self._handles:
            self._handles[new] = self._handles[old]

    def _at(self, folder: str, name: str) -> str:
        path = _path(name)
        if path.startswith("/") or folder == "AT_FDCWD":
            return path
        handle = self._handles.get(int(folder))
        return f"{handle.path}/{path}" if handle else path


def _bytes(text: str) -> bytes:
    found = _BYTES.search(text)
    return bytes.fromhex(found[1].replace("\\x", "")) if found else b""


def _path(text: str) -> str:
    return _bytes(text).decode()


def _offset(text: str) -> int:
    """Read `[5]` or `[5 => 9]`: where a copy began."""
    return int(text.strip("[]").split()[0])
