"""Strings made to break programs, in every field of a release: each is read back equal."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

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
    clean_spans,
    plain,
)
from pressdesk.model.people import Contact
from pressdesk.model.release import Boilerplate
from pressdesk.model.text import clean_line
from tests.builders import a_person, a_release
from tests.export.jobs import photographed
from tests.export.word import Word, written

PLACES = ("paragraph", "heading", "item", "quote", "caption", "cell")


@pytest.fixture(scope="module")
def strings(corpus: Path) -> list[str]:
    read = json.loads((corpus / "hostile" / "blns" / "blns.json").read_text(encoding="utf-8"))
    assert len(read) > 500
    return read


def block(kind: str, number: int, spans: tuple[Span, ...]) -> Block:
    made: dict[str, Callable[[str], Block]] = {
        "paragraph": lambda name: Paragraph(name, spans),
        "heading": lambda name: Heading(name, spans),
        "item": lambda name: ListItem(name, spans),
        "quote": lambda name: Quote(name, spans),
        "caption": lambda name: Figure(name, "f1", spans),
        "cell": lambda name: Table(name, ((Cell(spans),),), ("",)),
    }
    return made[kind](f"{kind}{number}")


def named(word: Word, kind: str) -> dict[str, str]:
    """What each block's bookmark spans."""
    found: dict[str, str] = {}
    for start in word.find(f"//w:bookmarkStart[starts-with(@w:name, '_pd_{kind}')]"):
        text = ""
        for each in start.itersiblings():
            if each.tag.endswith("}bookmarkEnd"):
                break
            text += "".join(
                "\n" if part.tag.endswith("}br") else part.text or ""
                for part in each.iter("{*}t", "{*}br")
            )
        found[start.values()[1].removeprefix("_pd_")] = text
    return found


@pytest.mark.parametrize("kind", PLACES)
def test_a_naughty_string_of_the_body_comes_back_equal(strings: list[str], kind: str):
    assets, photos = photographed((60, 40), credit="")
    wanted = {f"{kind}{n}": clean_spans((Span(text),)) for n, text in enumerate(strings)}
    body = tuple(block(kind, n, (Span(text),)) for n, text in enumerate(strings))
    word = written(a_release(body=body, photos=photos, place="", date=None), assets)
    shown = {name: plain(spans) for name, spans in wanted.items() if plain(spans).strip()}
    read = named(word, kind)
    assert {name: read[name] for name in shown} == shown


def test_a_naughty_string_of_any_field_comes_back_equal(strings: list[str]):
    # One string a release would be slow; lists of people and texts hold them all at once.
    people = tuple(
        a_person(f"p{n}", family=text, given="", title=text, organization=text, native=f"{text}′")
        for n, text in enumerate(strings)
        if clean_line(text)
    )
    contacts = tuple(
        Contact(id=f"c{n}", name=text, role=text, phone=text) for n, text in enumerate(strings)
    )
    texts = tuple(
        Boilerplate(id=f"t{n}", heading=text, text=text) for n, text in enumerate(strings)
    )
    word = written(
        a_release(
            people=people,
            speakers=tuple(person.id for person in people),
            contacts=contacts,
            boilerplates=texts,
            keywords=tuple(strings),
        )
    )
    wanted = [text for text in map(clean_line, strings) if text]
    rows = word.find("//w:tbl[.//w:pStyle/@w:val='TableHeading']/w:tr[not(w:trPr/w:tblHeader)]")
    cells = [["".join(cell.itertext("{*}t")) for cell in row.iter("{*}tc")] for row in rows]
    assert [title for _, title, _ in cells] == wanted
    assert [organization for _, _, organization in cells] == wanted
    natives = [clean_line(f"{text}′") for text in strings if clean_line(text)]
    assert [name for name, _, _ in cells] == [
        f"{text} {native}" for text, native in zip(wanted, natives, strict=True)
    ]
    assert [each for each in word.paragraphs("ContactName") if each] == wanted
    assert word.paragraphs("SectionHeading")[1:-1] == wanted


def test_a_naughty_string_alone_in_its_field_comes_back_equal(strings: list[str]):
    styles = {"headline": "Title", "deck": "Subtitle", "issuer": "Issuer", "category": "Category"}
    for text in filter(clean_line, strings[::10]):
        others = {"place": text, "rights": text, "slug": text, "note": text}
        word = written(a_release(**dict.fromkeys(styles, text), **others))
        for style in styles.values():
            assert word.paragraphs(style) == [clean_line(text)]
