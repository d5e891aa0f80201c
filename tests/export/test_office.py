"""LibreOffice lays out a Word file: real pages, nothing fetched, nothing left behind."""

import os
import socketserver
import subprocess
import threading
import time
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from pressdesk.export.docx import write_docx
from pressdesk.export.office import find_office, to_pdf
from pressdesk.model.problem import PressDeskError
from pressdesk.photos.render import COLUMN
from tests.export.jobs import a_job, a_rich_release
from tests.programs import STUCK, a_program, processes, real_office


class StoppedError(Exception):
    pass


@pytest.fixture(scope="module")
def office() -> Path:
    real_office()
    found = find_office()
    assert found is not None
    return found


@pytest.fixture(scope="module")
def word() -> bytes:
    job = a_job(*a_rich_release(), stage="draft", targets=(COLUMN,))
    return write_docx(job)[0].data


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program in the place of LibreOffice that never ends."""
    return a_program(tmp_path / "bin", STUCK)


def test_a_word_file_becomes_pages_and_nothing_is_left(office: Path, word: bytes, tmp_path: Path):
    folder = tmp_path / "deep" / "folder"
    assert to_pdf(word, office, folder).startswith(b"%PDF-")
    assert list(folder.iterdir()) == []
    assert processes(str(folder)) == []


def test_only_the_given_place_is_searched(program: Path, tmp_path: Path):
    assert find_office("") is None
    assert find_office(str(tmp_path)) is None
    assert find_office(str(program.parent)) == program


def test_nobody_else_can_read_what_is_laid_out(program: Path, tmp_path: Path):
    modes: list[int] = []

    def look() -> None:
        made = next((tmp_path / "work").iterdir())
        modes.append(made.stat().st_mode & 0o777)
        assert (made / "release.docx").read_bytes() == b"the words"
        raise StoppedError

    with pytest.raises(StoppedError):
        to_pdf(b"the words", program, tmp_path / "work", go_on=look)
    assert modes == [0o700]


def test_it_is_ended_with_all_it_started_once_nobody_wants_it(program: Path, tmp_path: Path):
    work = tmp_path / "work"

    def stop() -> None:
        if processes("sleep 987"):
            raise StoppedError

    with pytest.raises(StoppedError):
        to_pdf(b"", program, work, go_on=stop)
    assert processes("sleep 987") + processes("sleep 988") + processes(str(program)) == []
    assert list(work.iterdir()) == []


def test_what_takes_too_long_is_ended_and_says_so(program: Path, tmp_path: Path):
    with pytest.raises(PressDeskError) as caught:
        to_pdf(b"", program, tmp_path / "work", limit_s=0.2)
    assert caught.value.code == "PD-EXP-010"
    assert "0.2 seconds" in caught.value.why
    assert processes("sleep 987") == []


def test_a_program_that_makes_no_pages_is_quoted(program: Path, tmp_path: Path):
    a_program(program.parent, "echo 'no room for it'\nexit 3")
    with pytest.raises(PressDeskError, match=r"code 3 .* “no room for it”"):
        to_pdf(b"", program, tmp_path / "work")


def test_a_folder_that_cannot_be_made_is_told(program: Path, tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(PressDeskError, match="PD-EXP-010"):
        to_pdf(b"", program, tmp_path / "file" / "work")


def test_what_a_crash_left_is_removed_a_day_later(program: Path, tmp_path: Path):
    a_program(program.parent, "exit 1")
    work = tmp_path / "work"
    for name, age_s in (("pages-old", 90_000), ("pages-new", 60), ("other", 90_000)):
        (work / name).mkdir(parents=True)
        then = time.time() - age_s
        os.utime(work / name, (then, then))
    with pytest.raises(PressDeskError):
        to_pdf(b"", program, work)
    assert sorted(each.name for each in work.iterdir()) == ["other", "pages-new"]


def test_being_ended_amid_its_work_it_leaves_no_socket(office: Path, word: bytes, tmp_path: Path):
    sockets: set[Path] = set()
    before = set(Path("/tmp").glob("OSL_PIPE_*"))

    def stop() -> None:
        sockets.update(set(Path("/tmp").glob("OSL_PIPE_*")) - before)
        if sockets:
            raise StoppedError

    with pytest.raises(StoppedError):
        to_pdf(word, office, tmp_path, go_on=stop)
    assert sockets
    assert not [socket for socket in sockets if socket.exists()]


class Listener:
    """A server on this machine that counts who comes, and answers nobody."""

    def __init__(self) -> None:
        calls = self.calls = list[object]()

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                calls.append(self.client_address)

        self._server = socketserver.TCPServer(("127.0.0.1", 0), Handler)
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.close()


def with_foreign_pictures(word: bytes, port: int) -> bytes:
    """Make the pictures of a Word file lie on a server."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(word)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/_rels/document.xml.rels":
                address = f'Target="http://127.0.0.1:{port}/'.encode()
                data = data.replace(b'Target="media/', b'TargetMode="External" ' + address)
            elif name == "word/document.xml":
                data = data.replace(b"r:embed=", b"r:link=")
            new.writestr(name, data)
    return made.getvalue()


def test_it_fetches_nothing(office: Path, word: bytes, listener: Listener, tmp_path: Path):
    foreign = with_foreign_pictures(word, listener.port)
    file = tmp_path / "foreign.docx"
    file.write_bytes(foreign)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    options = ("--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file))
    subprocess.run([office, profile, *options], check=True, capture_output=True, timeout=180)
    assert listener.calls  # as LibreOffice is without our settings
    listener.calls.clear()
    assert to_pdf(foreign, office, tmp_path / "work").startswith(b"%PDF-")
    assert listener.calls == []
