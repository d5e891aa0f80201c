"""Memory of large blocks goes back to the system."""

import subprocess
import sys

import pytest

_CHILD = """
import sys, threading
from pressdesk.photos.memory import give_back_large_blocks

def resident():
    with open("/proc/self/statm") as stream:
        return int(stream.read().split()[1]) * 4096

if sys.argv[1] == "given back":
    give_back_large_blocks()
bytearray(30_000_000)  # after which glibc would keep blocks of up to 30 MB

def work():
    for _ in range(3):
        kept.append(small := bytearray(1000))
        blocks = [bytearray(b"x") * 5_000_000 for _ in range(8)]
        kept.append(bytearray(1000))  # above them in the heap
        del blocks

kept = []
before = resident()
workers = [threading.Thread(target=work) for _ in range(2)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print(resident() - before)
"""


def left(how: str) -> int:
    ran = subprocess.run([sys.executable, "-c", _CHILD, how], capture_output=True, check=True)
    return int(ran.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems give them back by themselves")
def test_what_threads_have_freed_is_not_kept() -> None:
    assert left("given back") < 5_000_000
