"""The sentence of a caption that says who is who: found, written, kept in step with the marks."""

import re
from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from pressdesk.model import spans as runs
from pressdesk.model.body import Block, Figure, Span, Spans, block_texts, plain
from pressdesk.model.identification import (
    Entry,
    Rows,
    entries,
    identification,
    main_language,
    nobody,
    sentence,
)
from pressdesk.model.mentions import forms
from pressdesk.model.release import Release
from pressdesk.model.text import is_cjk

_BEGIN = r"(?:^|(?<=\n)|(?<=[.!?…:;”\"’)\]] )|(?<=[。！？：；”’」）…]))"
"""Where a sentence of its own begins: a name within another one is none of ours."""
_SIGN = re.compile("\\\\?\0" + r"(\d+)" + "\\\\?\0")
_CALL = re.compile(
    r"\bfrom (?:the )?left\b|\bleft to right\b|\b(?:front|second|back) row\b"
    r"|左起|从左[到至]右|從左[到至]右|由左[到至]右|[前后後]排",
    re.IGNORECASE,
)
"""Words by which a caption says who is who, whoever wrote them."""


class Told(NamedTuple):
    """Where a caption says who is who, and in which words for each person."""

    start: int
    end: int
    words: Mapping[str, str]
    """By id of the person."""


def told(figure: Figure, release: Release) -> Told | None:
    """Find where a caption says who is who as the photo has it, in any form of each name."""
    rows = entries(release.photo(figure.photo), release)
    flat = [entry for row in rows for entry in row]
    if not any(entry.is_known for entry in flat):
        return None
    caption = plain(figure.caption)
    for commas in (False, True):
        match = re.search(_pattern(rows, release.language, commas), caption)
        if match:
            words = {
                entry.person.id: match[f"e{place}"]
                for place, entry in enumerate(flat)
                if entry.person
            }
            return Told(*match.span(), words)
    return None


def who_is_who(figure: Figure, release: Release) -> str:
    """Give the text that `identify` would put into a figure's caption."""
    found = told(figure, release)
    return _written(figure, release, found.start if found else None)


def identify(release: Release, figure_id: str) -> Release:
    """Put who is who into a figure's caption: in place of what it says of that, or behind it.

    Raises KeyError where there is no such figure.
    """
    figure = next((each for each in release.figures if each.id == figure_id), None)
    if figure is None:
        raise KeyError(figure_id)
    found = told(figure, release)
    if found:
        text = _written(figure, release, found.start)
        caption = _put(figure.caption, found.start, found.end, text)
    else:
        text = _written(figure, release, None)
        caption = _behind(figure.caption, text) if text else figure.caption
    return _with_caption(release, figure, caption)


def keep_in_step(before: Release, after: Release) -> Release:
    """Write anew who is who in the captions that said it as ``before`` had it.

    To be called with every change of photos, people or language. Words for a person
    whose record did not change stay as they are. A sentence that somebody has changed
    by hand is left alone: see `differs`.
    """
    is_same_language = before.language == after.language
    if is_same_language and (before.photos, before.people) == (after.photos, after.people):
        return after
    old = {figure.id: figure for figure in before.figures}
    photos = {photo.id for photo in before.photos} & {photo.id for photo in after.photos}
    unchanged = {person.id for person in before.people if person in after.people}
    for figure in after.figures:
        known = old.get(figure.id)
        if known is None or known.photo != figure.photo or figure.photo not in photos:
            continue
        found = told(replace(known, caption=figure.caption), before)
        if found is None:
            continue
        kept = {one: said for one, said in found.words.items() if one in unchanged}
        text = _written(figure, after, found.start, kept if is_same_language else {})
        caption = _put(figure.caption, found.start, found.end, text)
        after = _with_caption(after, figure, caption)
    return after


def differs(figure: Figure, release: Release) -> bool:
    """Tell whether a caption says who is who, but not in the order of its photo's marks.

    However it says it: ``Professors (from left to right): …`` is as good as our own words.
    """
    photo, caption = release.photo(figure.photo), plain(figure.caption)
    if not photo.marks or not _CALL.search(caption):
        return False
    place = 0
    for row in entries(photo, release):
        for entry in row:
            if entry.is_known:
                match = re.search(_alternatives(entry, release.language), caption[place:])
                if match is None:
                    return True
                place += match.end()
    return False


def _pattern(rows: Rows, language: str, commas: bool) -> str:
    flat = [entry for row in rows for entry in row]
    signs = iter(range(len(flat)))
    marked = [[f"\0{next(signs)}\0" for _ in row] for row in rows]
    text = sentence(marked, language, commas=commas)
    pattern = _SIGN.sub(
        lambda sign: f"(?P<e{sign[1]}>{_alternatives(flat[int(sign[1])], language)})",
        re.escape(text[:-1]),
    )
    rest = "" if main_language(language) == "zh" else r"(?=\s|$)"
    return f"{_BEGIN}{pattern}(?:{re.escape(text[-1])}{rest}|$)"


def _alternatives(entry: Entry, language: str) -> str:
    person = entry.person
    words = [entry.name or nobody(language)]
    if person is not None:
        words = [*forms(person, language), person.name, person.native]
    longest_first = sorted({word for word in words if word}, key=len, reverse=True)
    return "|".join(map(_with_its_stop, longest_first))


def _with_its_stop(word: str) -> str:
    """Give the pattern of a name, whose own stop may also be that of the sentence."""
    return re.escape(word.removesuffix(".")) + (r"\.?" if word.endswith(".") else "")


def _written(
    figure: Figure, release: Release, start: int | None, kept: Mapping[str, str] | None = None
) -> str:
    """Write who is who, behind the body before the figure and its caption up to ``start``."""
    before: list[str] = []
    for block in release.body:
        if block.id == figure.id:
            break
        before += block_texts(block)
    before.append(plain(figure.caption)[:start])
    return identification(release.photo(figure.photo), release, "\n".join(before), kept)


def _behind(caption: Spans, text: str) -> Spans:
    said = plain(caption).rstrip()
    if not said:
        return (Span(text),)
    stop = ("。" if is_cjk(said[-1]) else ".") if said[-1].isalnum() else ""
    is_chinese = is_cjk(text[0]) and any(map(is_cjk, said))
    gap = "" if is_chinese else " "
    model = replace(runs.span_at(caption, len(said)), text=stop + gap + text, link="")
    return runs.put(runs.cut(caption, 0, len(said)), len(said), (model,))


def _put(caption: Spans, start: int, end: int, text: str) -> Spans:
    """Put the sentence in place of the one that stands there, in its marks."""
    stood = plain(runs.cut(caption, start, end))
    if not text:
        start -= start > 0 and plain(caption)[start - 1] == " "
        return runs.take_out(caption, start, end)
    if stood[-1] not in ".。":
        text = text[:-1]  # somebody took the stop away
    model = replace(runs.span_at(caption, start + 1), text=text, link="")
    return runs.put(runs.take_out(caption, start, end), start, (model,))


B = TypeVar("B", bound=Block)


def _with_caption(release: Release, figure: Figure, caption: Spans) -> Release:
    if plain(caption) == plain(figure.caption):
        return release

    def change(blocks: tuple[B, ...]) -> tuple[B, ...]:
        if not any(block.id == figure.id for block in blocks):
            return blocks
        return tuple(
            replace(block, caption=caption)
            if isinstance(block, Figure) and block.id == figure.id
            else block
            for block in blocks
        )

    return replace(release, body=change(release.body), attached=change(release.attached))
