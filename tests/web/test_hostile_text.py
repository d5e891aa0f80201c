"""Strings made to break pages, in every field of a release: none runs, each is read back equal."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from pressdesk.export.html import write_html_single
from pressdesk.export.text import write_text
from pressdesk.model.body import (
    Block,
    Cell,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Table,
    plain,
)
from pressdesk.model.people import Contact
from pressdesk.model.photo import Photo
from pressdesk.model.release import Boilerplate, Event, Release
from pressdesk.model.text import LINK_SCHEMES, clean_line
from tests.builders import a_person, a_photo, a_release
from tests.export.jobs import a_job, photographed
from tests.web.tools import Page, browse

READ = {
    "paragraphs": "p[id^=a]",
    "linked": "p[id^=l]",
    "headings": ".story h2[id]",
    "items": "li[id^=i]",
    "quotes": "blockquote p",
    "attributions": ".quotation .name",
    "captions": ".caption",
    "credits": ".credit",
    "cells": ".story td",
    "names": ".people .name",
    "native": ".people .native",
    "positions": ".people .position",
    "roles": ".people .role",
    "contacts": "address",
    "boilerplate headings": ".boilerplate h2",
    "boilerplates": ".boilerplate p",
    "notes": ".note p",
    "headline": "h1",
    "deck": ".deck",
    "issuer": ".issuer",
    "category": ".breadcrumb li:last-child",
    "rights": "footer p",
}


@pytest.fixture(scope="module")
def strings(corpus: Path) -> list[str]:
    hostile = corpus / "hostile"
    sheet = (hostile / "owasp" / "XSS_Filter_Evasion_Cheat_Sheet.md").read_text(encoding="utf-8")
    found = [
        *json.loads((hostile / "blns" / "blns.json").read_text(encoding="utf-8")),
        *json.loads((hostile / "domxss" / "payloads.json").read_text(encoding="utf-8")),
        *re.findall(r"```\w*\n(.*?)\n```", sheet, re.DOTALL),
    ]
    return [text for text in map(clean_line, found) if text.strip()]


def hostile_release(strings: list[str]) -> tuple[Release, Any]:
    """A release with each of the strings in each of its fields."""
    assets, (picture,) = photographed((24, 16))
    photos: list[Photo] = []
    body: list[Block] = []
    for number, text in enumerate(strings):
        span = (Span(text),)
        marked = Span(text, bold=True, link=text, lang=text)
        named = {"alt": text, "credit": text, "name": text, "creator": text, "usage": text}
        photos.append(a_photo(f"f{number}", media=picture.media, width=24, height=16, **named))
        body += [
            Paragraph(id=f"a{number}", spans=span),
            Paragraph(id=f"l{number}", spans=(marked,)),
            Heading(id=f"h{number}", spans=span),
            Quote(id=f"q{number}", spans=span, speaker=f"p{number}"),
            Figure(id=f"g{number}", photo=f"f{number}", caption=span),
            ListItem(id=f"i{number}", spans=span),
        ]
    cells = tuple((Cell((Span(text),)), Cell((Span(text, link=text),))) for text in strings)
    body.append(Table(id="t1", rows=cells, align=("", ""), header=False))
    everything = " ".join(strings)
    release = a_release(
        place="",
        date=None,
        body=tuple(body),
        photos=tuple(photos),
        people=tuple(_person(number, text) for number, text in enumerate(strings)),
        speakers=tuple(f"p{number}" for number in range(0, len(strings), 2)),
        contacts=tuple(_contact(number, text) for number, text in enumerate(strings)),
        boilerplates=tuple(
            Boilerplate(id=f"u{number}", heading=text, text=text)
            for number, text in enumerate(strings)
        ),
        note="\n\n".join(strings),
        keywords=tuple(strings),
        slug="hostile",
        event=Event(name=everything, place=everything, url=strings[0]),
        **dict.fromkeys(("headline", "deck", "category", "issuer", "rights"), everything),
    )
    return release, assets


def _person(number: int, text: str) -> Any:
    native = {"native": f"{text}*", "role": text}
    return a_person(f"p{number}", family=text, given="", title=text, organization="", **native)


def _contact(number: int, text: str) -> Contact:
    fields = dict.fromkeys(("name", "role", "organization", "email", "phone"), text)
    return Contact(id=f"c{number}", **fields)


@pytest.fixture(scope="module")
def job(strings: list[str]) -> Any:
    return a_job(*hostile_release(strings))


@pytest.fixture(scope="module")
def seen(job: Any, strings: list[str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("hostile")
    page = folder / "page.html"
    page.write_bytes(write_html_single(job)[0].data)
    naive = folder / "naive.html"
    data = json.dumps({"headline": "</script><script>alert('data')</script>"})
    written = "".join(f"<div title='{text}'>{text}</div>" for text in strings if "<!--" not in text)
    naive.write_text(
        f"<!DOCTYPE html><title>a</title><p><img src=x onerror=alert('text')>"
        f'<script type="application/ld+json">{data}</script>{written}',
        encoding="utf-8",
    )
    return browse([Page("ours", page, READ), Page("naive", naive)], folder / "chromium")


def test_no_string_runs(seen: dict[str, Any]) -> None:
    assert seen["ours"]["ran"] == []
    assert seen["ours"]["requests"] == []


def test_the_same_strings_run_where_they_are_written_naively(seen: dict[str, Any]) -> None:
    ran = seen["naive"]["ran"]
    assert any(call.startswith("alert(text") for call in ran)
    assert any(call.startswith("alert(data") for call in ran)
    assert len(ran) > 20


def test_every_string_is_read_back_equal_from_every_place(
    seen: dict[str, Any], job: Any, strings: list[str]
) -> None:
    texts, release = seen["ours"]["texts"], job.release
    blocks = {block.id: plain(getattr(block, "spans", ())) for block in release.body}
    said = [blocks[f"a{number}"] for number in range(len(strings))]
    assert texts["paragraphs"] == said
    for name in ("linked", "headings", "items", "quotes", "captions"):
        assert texts[name] == said, name
    assert texts["cells"] == [text for text in said for _ in range(2)]
    assert texts["credits"] == [f"Photo: {text}" for text in strings]
    assert seen["ours"]["alternatives"] == strings
    people = strings[::2] + strings[1::2]
    for name in ("names", "positions", "roles"):
        assert texts[name] == people, name
    assert texts["native"] == [f"{text}*" for text in people]
    assert texts["attributions"] == strings
    assert [text.split("\n") for text in texts["contacts"]] == [
        ["", *[text] * 5, ""] for text in strings
    ]
    for name in ("boilerplate headings", "boilerplates", "notes"):
        assert texts[name] == strings, name
    for name in ("headline", "deck", "issuer", "category", "rights"):
        assert texts[name] == [" ".join(strings)], name


def test_the_structured_data_says_the_same(
    seen: dict[str, Any], job: Any, strings: list[str]
) -> None:
    data = json.loads(seen["ours"]["data"])
    assert data["keywords"] == strings
    assert data["headline"] == " ".join(strings)
    assert [person["familyName"] for person in data["mentions"]] == strings[::2] + strings[1::2]
    assert [image["creditText"] for image in data["image"]] == strings


def test_only_safe_schemes_are_linked(seen: dict[str, Any]) -> None:
    schemes = set(seen["ours"]["schemes"])
    assert schemes
    assert schemes <= {f"{scheme}:" for scheme in LINK_SCHEMES}


def test_every_string_is_in_the_plain_text_in_order(job: Any, strings: list[str]) -> None:
    text = " ".join(write_text(job)[0].data.decode().split())
    place = 0
    for expected in strings:
        found = " ".join(expected.split())
        place = text.index(found, place) + len(found)
