import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.model.text import clean_line
from pressdesk.photos import iim

LINES = st.text().map(clean_line)


def block_of(resource: bytes) -> bytes:
    return dict(iim.resources(resource))[iim.RESOURCE]


@given(LINES, st.integers(1, 64))
def test_text_is_cut_to_whole_characters_within_the_limit(words: str, limit: int) -> None:
    kept = iim.cut(words, limit)

    assert words.startswith(kept)
    assert len(kept.encode()) <= limit
    rest = words[len(kept) :]
    assert not rest or not kept or not unicodedata.combining(rest[0])


@given(LINES, st.integers(4, 64))
def test_no_more_is_cut_than_has_to_be(words: str, limit: int) -> None:
    kept = iim.cut(words, limit)
    following = words[len(kept) :]
    unit = following[:1]
    for char in following[1:]:
        if not unicodedata.combining(char):
            break
        unit += char

    assert not following or len((kept + unit).encode()) > limit


def test_ten_chinese_characters_fit_into_a_byline() -> None:
    name = "摄影师名字特别长的一个人"

    assert iim.cut(name, iim.DATASETS["creator"][1]) == name[:10]


def test_a_letter_and_its_accent_are_not_parted() -> None:
    assert iim.cut("cafe\u0301", 4) == "caf"


@given(
    st.dictionaries(
        st.sampled_from(["caption", "creator", "credit", "headline", "copyright", "source"]),
        LINES.filter(lambda words: 0 < len(words.encode()) <= 32),
    ),
    st.lists(LINES.filter(lambda words: 0 < len(words.encode()) <= 64), unique=True),
)
def test_what_is_written_is_read_back(texts: dict[str, str], keywords: list[str]) -> None:
    values = [*texts.items(), *(("keywords", keyword) for keyword in keywords)]
    resource = iim.write(values)

    if not values:
        assert resource == b""
        return
    fields = iim.read(block_of(resource)).fields
    assert {name: getattr(fields, name) for name in texts} == texts
    assert fields.keywords == tuple(keywords)


def test_records_never_outgrow_a_jpeg_segment() -> None:
    resource = iim.write([("keywords", f"keyword {number:056}") for number in range(2000)])

    assert len(resource) < 65_000
    assert len(iim.read(block_of(resource)).fields.keywords) > 800


@pytest.mark.parametrize(
    ("charset", "data", "expected"),
    [
        (b"\x1c\x01\x5a\0\x03\x1b%G", "Café 纪珍".encode(), "Café 纪珍"),
        (b"", "Café 纪珍".encode(), "Café 纪珍"),
        (b"", "Café “x”".encode("cp1252"), "Café “x”"),
    ],
)
def test_text_is_read_as_utf8_or_as_windows_1252(
    charset: bytes, data: bytes, expected: str
) -> None:
    block = charset + b"\x1c\x02\x78" + len(data).to_bytes(2, "big") + data

    assert iim.read(block).fields.caption == expected


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_no_bytes_make_the_reader_fail(resource: bytes, block: bytes) -> None:
    iim.read(b"\x1c\x02\x78" + block)
    iim.read(block)
    list(iim.resources(b"8BIM\4\4" + resource))


def test_a_length_of_more_than_two_bytes_is_understood() -> None:
    block = b"\x1c\x02\x78\x80\x04" + (5).to_bytes(4, "big") + b"words"

    assert iim.read(block).fields.caption == "words"
