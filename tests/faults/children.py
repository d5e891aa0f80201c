"""Children forked from one warm process, which wait for a sign, work, and tell how it ended.

What they say goes through a socket, so that the only `read` and `write` among the system
calls of a child are those of the work it does.
"""

import json
import multiprocessing
import os
import signal
import socket
import threading
import traceback
from collections.abc import Callable, Sequence
from typing import Any, Literal

from msgspec import Struct

from pressdesk.model.problem import PressDeskError

Ready = Callable[[], None]
Acknowledge = Callable[..., None]
Life = Callable[..., Sequence[PressDeskError] | None]
"""What a child does: `life(ready, acknowledge, *arguments)`; it calls `ready` before the faults.

What it gives are warnings: it did its work, but not all of it.
"""

PATIENCE_S = 60


class Ending(Struct, frozen=True):
    """How a child's work ended, and what it acknowledged last (0: nothing)."""

    how: Literal["done", "told", "traceback", "killed"]
    acknowledged: int = 0
    message: str = ""
    code: str = ""
    warnings: tuple[str, ...] = ()
    said: dict[str, list[int]] = {}
    """Numbers that the child told besides, by what they are."""

    @property
    def typed(self) -> int:
        """What the journal had acknowledged last."""
        return self.said.get("typed", [0])[-1]


class Child:
    """A process that was forked warm and is ready: it waits for `go`."""

    def __init__(self, life: Life, *arguments: object) -> None:
        self._line, theirs = socket.socketpair()
        with theirs:
            self._process = warm_context().Process(target=_live, args=(theirs, life, arguments))
            self._process.start()
        self._line.settimeout(PATIENCE_S)
        self._said: list[bytes] = []
        self._listener = threading.Thread(target=self._listen)
        ready = self._line.recv(10_000)
        if ready != b"ready\n":
            raise RuntimeError(f"The child did not get ready: {ready!r}")

    @property
    def pid(self) -> int:
        pid = self._process.pid
        assert pid
        return pid

    def go(self) -> None:
        self._listener.start()  # nobody may have to wait with what it says
        self._line.sendall(b"g")

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def ending(self) -> Ending:
        """Wait for the end; gives how it came."""
        acknowledged = 0
        said: dict[str, list[int]] = {}
        ending: dict[str, Any] = {"how": "killed"}
        if self._listener.ident is None:
            self._listener.start()
        self._listener.join()
        for line in b"".join(self._said).decode().split("\n")[:-1]:
            what, _, number = line.partition(" ")
            if line.startswith("{"):
                ending = json.loads(line)
            elif what == "ack":
                acknowledged = int(number)
            else:
                said.setdefault(what, []).append(int(number))
        self._process.join(PATIENCE_S)
        self._process.close()
        self._line.close()
        ending["warnings"] = tuple(ending.get("warnings", ()))
        return Ending(acknowledged=acknowledged, said=said, **ending)

    def _listen(self) -> None:
        while True:
            try:
                said = self._line.recv(65_536)
            except ConnectionResetError:  # killed before it took our sign; what it said comes next
                continue
            if not said:
                return
            self._said.append(said)


def _live(line: socket.socket, life: Life, arguments: tuple[object, ...]) -> None:
    def ready() -> None:
        line.sendall(b"ready\n")
        if not line.recv(1):
            os._exit(0)

    def acknowledge(number: int, what: str = "ack") -> None:
        line.sendall(f"{what} {number}\n".encode())

    told: dict[str, Any]
    try:
        warnings = life(ready, acknowledge, *arguments) or ()
        told = {"how": "done", "warnings": [str(warning) for warning in warnings]}
    except PressDeskError as error:
        told = {"how": "told", "message": str(error), "code": error.code}
    except BaseException:
        told = {"how": "traceback", "message": traceback.format_exc()}
    line.sendall(json.dumps(told).encode() + b"\n")
    os._exit(0)  # nothing of Python's own ending belongs to the work


def warm_context() -> Any:
    """Give the way to make processes: forked from a server that has imported everything."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.warm"])
    return context
