"""Taking in 60 photos of 12 to 24 megapixels at the photo desk: how soon they are seen.

Run with ``python -m tests.benchmarks --only intake``. A child drops a folder on the desk of
the real window; a timer watches for how long nothing else was done: because the window worked,
or, on a machine with other work, because it had to wait. The floor is the decoding
of the same files with Pillow alone, at the scale that suits, by as many threads.
"""

import json
import os
import struct
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.benchmarks.measure import Growth, Row, noise_photo, peak_mib

MODULE = "tests.benchmarks.intake"
LARGE, SMALL = (6000, 4000), (4240, 2832)
"""24 and 12 megapixels."""
JPEGS, OTHERS = 54, 6
FIRST_S, ALL_S, GAP_MS, PEAK_MIB = 1.0, 15.0, 50.0, 300.0


def write_folder(folder: Path) -> list[Path]:
    """Write the photos: most as cameras write them, some turned, some of other kinds.

    Each has bytes of its own; what they show is the same for a few of them.
    """
    heavy, light = noise_photo(1, LARGE), noise_photo(2, SMALL)
    with Image.open(BytesIO(light)) as picture:
        pixels = picture.convert("RGB")
    progressive = BytesIO()
    pixels.save(progressive, "JPEG", quality=88, progressive=True)
    thumbnails = [_thumbnail(data) for data in (heavy, light)]
    for number in range(JPEGS):
        is_heavy = number % 2 == 0
        data = heavy if is_heavy else light
        if number % 18 == 17:
            data, head = progressive.getvalue(), b""
        elif number % 9 == 4:
            head = b""  # a file that went through a program which leaves no thumbnail
        else:
            turned = 6 if number % 6 == 1 else 1
            head = _exif(turned, thumbnails[0 if is_heavy else 1])
        remark = _segment(0xFE, f"photo {number:03}".encode())
        (folder / f"DSC_{number:04}.jpg").write_bytes(data[:2] + head + remark + data[2:])
    soft = pixels.resize((400, 267)).resize(SMALL, Image.Resampling.BICUBIC)
    for number in range(OTHERS):
        soft.putpixel((number, 0), (number, 0, 0))
        if number % 2:
            soft.save(folder / f"scan_{number}.tif")
        else:
            soft.save(folder / f"scan_{number}.png", compress_level=1)
    return sorted(folder.iterdir())


def _thumbnail(data: bytes) -> bytes:
    with Image.open(BytesIO(data)) as picture:
        picture.draft("RGB", (800, 600))
        small = picture.resize((160, 107))
    stream = BytesIO()
    small.save(stream, "JPEG", quality=75)
    return stream.getvalue()


def _exif(turned: int, thumbnail: bytes) -> bytes:
    """Make an EXIF segment with an orientation and a thumbnail (Exif 3.0, 4.6 and 4.5.8)."""
    first = struct.pack("<HHHIHHI", 1, 0x0112, 3, 1, turned, 0, 26)
    entries = (2, 0x0201, 4, 1, 56, 0x0202, 4, 1, len(thumbnail), 0)
    second = struct.pack("<HHHIIHHIII", *entries)
    return _segment(0xE1, b"Exif\0\0II*\0\x08\0\0\0" + first + second + thumbnail)


def _segment(marker: int, payload: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(payload) + 2).to_bytes(2, "big") + payload


def watch(folder: str, profile: str) -> dict[str, float]:
    """Drop the folder on the photo desk, and tell when what was seen, and the longest stop."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer

    from pressdesk.app import build
    from pressdesk.paths import Paths
    from pressdesk.ui.photo_desk.desk import PhotoDesk

    window = build(Paths(Path(profile)))
    window.resize(1440, 900)
    window.show()
    window.files.new()
    loop = QEventLoop()

    def run(ms: int) -> None:
        QTimer.singleShot(ms, loop.quit)
        loop.exec()  # not QTest.qWait, which keeps Python's lock while it waits

    run(1_000)
    window.actions_by_id["photos.desk"].trigger()
    desk = window.findChild(PhotoDesk)
    if desk is None or window.document is None:
        raise RuntimeError("there is no photo desk")
    run(1_500)
    model = desk.sheet.model
    told: dict[str, float] = {}
    gaps: list[tuple[float, float, float]] = []
    wanted = sum(b"Exif" in path.open("rb").read(64) for path in Path(folder).iterdir())
    begun = last = time.perf_counter()
    cpu_begun, worked = time.process_time(), time.thread_time()

    def beat() -> None:
        nonlocal last, worked
        now, work = time.perf_counter(), time.thread_time()
        gaps.append(((now - last) * 1_000, now - begun, (work - worked) * 1_000))
        last, worked = now, work
        cells = [model.cell(model.index(row)) for row in range(model.rowCount())]
        seen = sum(getattr(cell, "image", None) is not None for cell in cells)
        if seen and "first" not in told:
            told["first"] = now - begun
        if seen >= wanted and "first_all" not in told:
            told["first_all"] = now - begun
        if model.photos and not window.program.tasks.is_busy and "all" not in told:
            told.update(all=now - begun, cpu=time.process_time() - cpu_begun)

    timer = QTimer(interval=2)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    timer.start()
    desk.take([Path(folder)])
    while "all" not in told and time.perf_counter() - begun < 120:
        run(100)
    timer.stop()
    longest = max(gaps)
    work = max(work for *_, work in gaps)
    unmeasured = [each for each in model.photos if desk.sheet.qualities.quality(each) is None]
    return {
        **told,
        "longest": longest[0],
        "longest_at": longest[1],
        "over_50": float(sum(gap > GAP_MS for gap, *_ in gaps)),
        "work": work,
        "photos": float(len(model.photos)),
        "unmeasured": float(len(unmeasured)),
        "peak_mib": peak_mib(),
    }


def watch_decoding(folder: str) -> dict[str, float]:
    """Decode all files by two threads beside a bare event loop: the floor.

    Gives the seconds, of the clock and of the CPU, and the longest stop of that loop in ms.
    """
    from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer

    def decode(path: Path) -> None:
        with Image.open(path) as picture:
            picture.draft("RGB", (picture.width // 4, picture.height // 4))
            picture.load()

    app = QCoreApplication([])
    loop = QEventLoop()
    longest = 0.0
    begun, worked = time.perf_counter(), time.process_time()
    last = begun

    def beat() -> None:
        nonlocal last, longest
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
        if all(future.done() for future in futures):
            loop.quit()

    timer = QTimer(interval=2)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    with ThreadPoolExecutor(2) as executor:
        futures = [executor.submit(decode, path) for path in sorted(Path(folder).iterdir())]
        timer.start()
        loop.exec()
    told = {"all": time.perf_counter() - begun, "cpu": time.process_time() - worked}
    del app
    return {**told, "longest": longest * 1_000}


def rows() -> tuple[list[Row], list[Growth]]:
    """Measure in a folder that has room for a gigabyte."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "photos"
        folder.mkdir()
        paths = write_folder(folder)
        floor = _child(str(folder))
        told = _child(str(folder), str(Path(name) / "profile"))
    if told["photos"] != len(paths) or told["unmeasured"]:
        raise RuntimeError(f"{told['photos']:.0f} of {len(paths)} photos came in: {told}")
    what = f"take in {len(paths)} photos"
    return [
        Row(f"{what}: cameras’ thumbnails seen", told["first_all"], FIRST_S, 1, "s", "limit"),
        Row(f"{what}: all seen and measured", told["all"], ALL_S, 1, "s", "limit"),
        Row(f"{what}: the same", told["all"], floor["all"], 0, "s", "decoding alone"),
        Row(f"{what}: the same", told["cpu"], floor["cpu"], 3, peer_name="decoding alone"),
        Row(f"{what}: longest stop of the window", told["longest"], GAP_MS, 1, "ms", "limit"),
        Row(f"{what}: the same", told["longest"], floor["longest"], 0, "ms", "decoding alone"),
        Row(f"{what}: of a stop, the window’s own work", told["work"], GAP_MS, 1, "ms", "limit"),
        Row(f"{what}: peak of memory", told["peak_mib"], PEAK_MIB, 1, "MiB", "limit"),
    ], []


def _child(*arguments: str) -> dict[str, float]:
    command = [sys.executable, "-m", MODULE, *arguments]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return json.loads(ran.stdout.splitlines()[-1])


def main() -> None:
    told = watch(*sys.argv[1:]) if len(sys.argv) > 2 else watch_decoding(sys.argv[1])
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    os._exit(0)  # what follows is not measured


if __name__ == "__main__":
    main()
