"""A folder on another machine's disk is told from one on this machine's."""

from pathlib import Path

import pytest

from pressdesk.storage.network import is_on_network

MOUNTS = """\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
31 22 0:28 / /srv/mira rw,relatime shared:9 - nfs4 files:/srv rw,vers=4.2
32 31 0:29 / /srv/mira/.local rw shared:10 - ext4 /dev/vdb rw
33 22 0:30 / /mnt/Press\\040Office rw shared:11 - cifs //files/press rw
nonsense
"""


@pytest.mark.parametrize(
    ("folder", "is_remote"),
    [
        ("/var/lib/pressdesk", False),
        ("/srv/mira", True),
        ("/srv/mira/Documents/x", True),
        ("/srv/mira/.local/share/PressDesk", False),
        ("/srv/miranda", False),
        ("/mnt/Press Office/a", True),
    ],
)
def test_the_nearest_mount_decides(folder: str, is_remote: bool):
    assert is_on_network(Path(folder), MOUNTS) == is_remote


def test_a_temporary_folder_of_this_machine_is_not_on_a_network(tmp_path: Path):
    assert not is_on_network(tmp_path)
