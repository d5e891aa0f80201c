"""Whether a folder lies on a network: a database that is shared over one is not safe."""

import os
import sys
from pathlib import Path

_NETWORK = (
    *("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "afpfs", "webdav", "davfs", "9p"),
    *("fuse.sshfs", "fuse.davfs", "fuse.rclone", "fuse.gvfsd-fuse", "ceph", "glusterfs"),
)
_DRIVE_REMOTE = 4
"""What GetDriveTypeW says of a network drive."""


def is_on_network(folder: Path, mounts: str | None = None) -> bool:
    """Tell whether a folder lies on another machine's disk; in doubt False.

    ``mounts`` is the text of ``/proc/self/mountinfo`` (proc(5)), read where it is left out.
    """
    if sys.platform == "win32":
        # Start-up: there is no such thing on other systems.
        import ctypes

        drive = os.path.splitdrive(folder.absolute())[0]
        kernel = ctypes.windll.kernel32
        return drive.startswith("\\\\") or kernel.GetDriveTypeW(f"{drive}\\") == _DRIVE_REMOTE
    if mounts is None:
        try:
            mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return False
    place = folder.absolute()
    best, kind = 0, ""
    for line in mounts.splitlines():
        fields, _, rest = line.partition(" - ")
        words = fields.split()
        if len(words) < 5 or not rest:
            continue
        point = Path(words[4].replace("\\040", " "))
        if place.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), rest.split()[0]
    return kind in _NETWORK
