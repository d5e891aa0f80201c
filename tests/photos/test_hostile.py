"""Every odd and hostile file is read and rendered, or refused with a sentence; none does harm."""

import json
import re
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from docx.image.image import Image as DocxImage
from PIL import Image

from pressdesk.model.problem import PressDeskError
from pressdesk.photos.probe import photo_from
from pressdesk.photos.scaling import renditions
from pressdesk.photos.target import COLUMN, WEB

SECONDS = 5
MEMORY_MIB = 512

READ_EVERYTHING = f"""
import json, signal, sys
from pathlib import Path
from pressdesk.model.problem import PressDeskError
from pressdesk.photos.metadata import record, with_metadata
from pressdesk.photos.probe import photo_from
from pressdesk.photos.scaling import renditions
from pressdesk.photos.target import COLUMN, WEB
from tests.benchmarks.measure import peak_mib

outcomes = {{}}
for name in sys.argv[1:]:
    signal.alarm({SECONDS})
    path = Path(name)
    data = path.read_bytes()
    try:
        photo, found = photo_from(data, path.name, "f1")
        made = renditions(data, path.name, [COLUMN, *WEB])
        for picture in made.values():
            with_metadata(picture.data, record(photo, "A caption"))
        outcomes[name] = [photo.width, photo.height, made[WEB[0]].width]
    except PressDeskError as error:
        outcomes[name] = [error.code, str(error)]
print(json.dumps([outcomes, peak_mib()]))
"""


def pictures_of(corpus: Path) -> list[Path]:
    folders = (corpus / "images", corpus / "hostile" / "pillow")
    found = [path for folder in folders for path in sorted(folder.iterdir())]
    made = corpus / "hostile" / "made"
    found += [p for p in sorted(made.iterdir()) if p.suffix in (".jpg", ".png", ".svg")]
    return [path for path in found if path.suffix != ".md"]


@pytest.fixture(scope="module")
def outcomes(corpus: Path) -> tuple[dict[str, list[str | int]], float]:
    """What a process of its own made of each file, and the most memory it took, in MiB."""
    command = [sys.executable, "-W", "error", "-c", READ_EVERYTHING]
    command += map(str, pictures_of(corpus))
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"crashed, or took more than {SECONDS} s: {done.stderr}"
    assert done.stderr == ""
    found, memory_mib = json.loads(done.stdout)
    return found, memory_mib


def test_every_file_is_rendered_or_refused_in_time(
    corpus: Path, outcomes: tuple[dict[str, list[str | int]], float]
) -> None:
    assert set(outcomes[0]) == {str(path) for path in pictures_of(corpus)}


def test_every_refusal_says_what_why_what_is_safe_and_what_to_do(
    outcomes: tuple[dict[str, list[str | int]], float],
) -> None:
    refused = {name: str(what[1]) for name, what in outcomes[0].items() if len(what) == 2}

    assert len(refused) > 50
    for name, sentences in refused.items():
        shape = rf"The photo “{re.escape(Path(name).name)}” .+\. .+\. .+\. .+\. \(PD-IMG-00[1-3]\)"
        assert re.fullmatch(shape, sentences), sentences


def test_hostile_files_take_no_more_memory_than_allowed(
    outcomes: tuple[dict[str, list[str | int]], float],
) -> None:
    assert outcomes[1] < MEMORY_MIB


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("truncated_jpeg.jpg", "PD-IMG-003"),
        ("truncated_image.png", "PD-IMG-003"),
        ("broken_data_stream.png", "PD-IMG-003"),
        ("png_decompression_dos.png", "PD-IMG-003"),
        ("decompression_bomb.gif", "PD-IMG-002"),
        ("ultrahdr.jpg", "PD-IMG-003"),
        ("libtiff_segfault.tif", "PD-IMG-003"),
        ("zero_width.gif", "PD-IMG-003"),
        ("avif_xmp_tags_orientation.avif", "PD-IMG-001"),
        ("bomb_50k.png", "PD-IMG-002"),
        ("bomb_12k.png", "PD-IMG-002"),
        ("ztxt_bomb.png", "PD-IMG-003"),
        ("eps_as.jpg", "PD-IMG-001"),
        ("svg_as.jpg", "PD-IMG-001"),
        ("svg_script.svg", "PD-IMG-001"),
    ],
)
def test_what_must_be_refused_is_refused(
    name: str, code: str, outcomes: tuple[dict[str, list[str | int]], float]
) -> None:
    codes = {what[0] for path, what in outcomes[0].items() if Path(path).name == name}

    assert codes == {code}


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [
        ("hopper_bad_exif.jpg", 500, 500),
        ("exif_gps.jpg", 8, 8),
        ("hopper_orientation_5.jpg", 128, 128),
        ("xmp_tags_orientation.png", 326, 268),
        ("pil_sample_cmyk.jpg", 100, 100),
        ("icc_profile_big.jpg", 425, 250),
        ("app13-multiple.jpg", 256, 160),
        ("multiple_exif.jpg", 1, 1),
        ("tiff_16bit_RGB.tiff", 100, 40),
        ("16bit.cropped.tif", 64, 64),
        ("tiff_strip_cmyk_jpeg.tif", 100, 100),
        ("hopper.Lab.tif", 128, 128),
        ("iss634.webp", 245, 245),
        ("frozenpond.mpo", 640, 480),
        ("avif_hopper.heif", 128, 128),
        ("jpeg_ff00_header.jpg", 300, 225),
        ("icc-after-SOF.jpg", 10, 10),
        ("hopper_jpg.tif", 128, 128),
        ("no_palette.gif", 1, 1),
        ("decompression_bomb_extents.gif", 100, 100),
    ],
)
def test_what_is_only_odd_is_rendered(
    name: str, width: int, height: int, outcomes: tuple[dict[str, list[str | int]], float]
) -> None:
    if name.endswith(".heif"):
        pytest.importorskip("pillow_heif", reason="the heic extra is not installed")
    sizes = [what[:2] for path, what in outcomes[0].items() if Path(path).name == name]

    assert sizes
    assert all(size == [width, height] for size in sizes)


def test_pictures_that_python_docx_refuses_are_rendered_so_that_it_takes_them(
    corpus: Path,
) -> None:
    refused = 0
    for path in pictures_of(corpus):
        data = path.read_bytes()
        try:
            renditions(data, path.name, [WEB[0]])
        except PressDeskError:
            continue
        try:
            DocxImage.from_blob(data)
        except Exception:  # it refuses in five different ways
            refused += 1
        rendition = renditions(data, path.name, [COLUMN])[COLUMN]
        seen = DocxImage.from_blob(rendition.data)
        assert (seen.px_width, seen.px_height) == (rendition.width, rendition.height)
        with Image.open(BytesIO(rendition.data)) as picture:
            picture.load()
    assert refused >= 5


@pytest.mark.parametrize("name", ["eps_as.jpg", "svg_as.jpg", "polyglot.jpg", "gps_serial.jpg"])
def test_no_picture_starts_a_process(name: str, corpus: Path, tmp_path: Path) -> None:
    if shutil.which("strace") is None:
        pytest.skip("strace is not on this machine")
    trace = tmp_path / "trace"
    path = corpus / "hostile" / "made" / name
    program = (
        "import sys; from pathlib import Path; from pressdesk.photos.probe import photo_from\n"
        "try: photo_from(Path(sys.argv[1]).read_bytes(), 'x.jpg', 'f1')\n"
        "except Exception as error: print(error.code)"
    )
    command = ["strace", "-f", "-e", "trace=execve,execveat", "-o", str(trace)]
    done = subprocess.run(
        [*command, sys.executable, "-c", program, str(path)], capture_output=True, check=False
    )
    if "execve" not in (calls := trace.read_text() if trace.exists() else ""):
        pytest.skip(f"strace may not trace here: {done.stderr.decode()[:100]}")

    assert done.returncode == 0
    assert calls.count("execve") == 1


def test_a_copy_with_any_byte_damaged_is_read_or_refused(corpus: Path) -> None:
    outcomes: set[str] = set()
    for name in ("hopper_orientation_6.jpg", "app13-multiple.jpg", "xmp_padded.jpg"):
        data = (corpus / "images" / name).read_bytes()
        for at in range(0, min(len(data), 4000), 13):
            for value in (0x00, 0xFF):
                try:
                    photo_from(data[:at] + bytes([value]) + data[at + 1 :], name, "f1")
                    outcomes.add("read")
                except PressDeskError as error:
                    outcomes.add(error.code)
    assert outcomes == {"read", "PD-IMG-001", "PD-IMG-002", "PD-IMG-003"}
