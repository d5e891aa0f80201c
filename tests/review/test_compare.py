import datetime as dt
import itertools
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from pressdesk.model.body import (
    Block,
    Cell,
    Figure,
    Heading,
    Paragraph,
    Quote,
    Span,
    Spans,
    Table,
    block_texts,
    join_spans,
    map_spans,
    plain,
)
from pressdesk.model.framing import Box, Crop
from pressdesk.model.people import Contact
from pressdesk.model.photo import Mark
from pressdesk.model.release import Boilerplate, Embargo, Event, Release
from pressdesk.model.text import count_words
from pressdesk.model.texts import Where, map_texts
from pressdesk.review.compare import compare
from pressdesk.review.differences import Comparison, Entry, Fact
from tests.builders import a_paragraph, a_person, a_photo, a_release
from tests.review.test_pieces import shown
from tests.strategies import lines, marked, releases

OPENING = "The museum opened its new wing on Thursday, before two hundred guests."
WEATHER = "Rain fell all day on the glass roof of the entrance hall."
MONEY = "The wing cost 12 million crowns, a third of it given by the city."
PICTURES = (a_photo(), a_photo("f2", media="1" * 64), a_photo("f3", media="2" * 64))


def body(*texts: str) -> tuple[Block, ...]:
    return tuple(a_paragraph(text, f"b{number}") for number, text in enumerate(texts, 1))


def compared(before: tuple[Block, ...], after: tuple[Block, ...], **fields: Any) -> Comparison:
    return compare(a_release(body=before, **fields), a_release(body=after, **fields))


def kinds(comparison: Comparison) -> list[str]:
    return [
        f"{entry.kind}{' moved' if entry.is_moved else ''} {entry.shows}"
        for entry in comparison.body
    ]


def only(comparison: Comparison) -> Entry:
    (entry,) = comparison.changes
    return entry


def test_a_release_has_no_difference_from_itself_whatever_its_version():
    release = a_release()
    assert compare(release, replace(release, version=9)).is_empty


def test_a_changed_word_is_told_in_its_block():
    comparison = compared(body(OPENING, WEATHER), body(OPENING, WEATHER.replace("Rain", "Snow")))
    assert kinds(comparison) == ["same both", "changed both"]
    assert shown(comparison.body[1].texts[0]).startswith("[-Rain-][+Snow+] fell")
    assert (comparison.words_added, comparison.words_removed) == (1, 1)


def test_blocks_come_and_go_where_they_stand():
    comparison = compared(body(OPENING, WEATHER), (body(OPENING)[0], a_paragraph(MONEY, "b9")))
    assert kinds(comparison) == ["same both", "removed before", "added after"]
    assert comparison.words_added == count_words(MONEY)
    assert comparison.words_removed == count_words(WEATHER)


def test_a_moved_block_stands_at_both_places_and_counts_once_and_no_words():
    one, two, three = body(OPENING, WEATHER, MONEY)
    comparison = compared((one, two, three), (three, one, two))
    assert kinds(comparison) == [
        "moved moved after",
        "same both",
        "same both",
        "moved moved before",
    ]
    assert only(comparison).after == three
    assert (comparison.words_added, comparison.words_removed) == (0, 0)


def test_a_moved_block_may_have_changed_too():
    one, two, three = body(OPENING, WEATHER, MONEY)
    changed = a_paragraph(MONEY.replace("12", "14"), three.id)
    comparison = compared((one, two, three), (changed, one, two))
    assert kinds(comparison)[0] == "changed moved after"
    assert (comparison.words_added, comparison.words_removed) == (1, 1)


def test_of_two_that_changed_places_the_shorter_one_has_moved():
    short, long = body("See it.", OPENING)
    assert only(compared((short, long), (long, short))).before == short


def test_a_text_imported_again_is_known_by_its_words():
    again = tuple(replace(block, id=f"z{block.id}") for block in body(OPENING, WEATHER, MONEY))
    changed = (again[0], a_paragraph(WEATHER.replace("all day", "all night"), "zb2"), again[2])
    comparison = compared(body(OPENING, WEATHER, MONEY), changed)
    assert kinds(comparison) == ["same both", "changed both", "same both"]


def test_numbered_ids_that_have_slipped_do_not_mislead():
    changed = WEATHER.replace("all day", "all night")
    comparison = compared(body(OPENING, WEATHER), body("A new first sentence.", OPENING, changed))
    assert kinds(comparison) == ["added after", "same both", "changed both"]


def test_a_block_written_anew_under_its_id_has_changed():
    assert kinds(compared(body(OPENING), body(MONEY))) == ["changed both"]


def test_blocks_with_the_same_words_are_paired_in_order():
    rule = [a_paragraph("***", f"b{number}") for number in (1, 2, 3)]
    again = [a_paragraph("***", f"z{number}") for number in (1, 2)]
    assert kinds(compared(tuple(rule), tuple(again))) == [
        "same both",
        "same both",
        "removed before",
    ]


def test_a_paragraph_made_a_heading_is_told_as_such():
    spans = (Span(OPENING),)
    comparison = compared((Paragraph("b1", spans),), (Heading("b1", spans, level=3),))
    assert only(comparison).facts == (Fact("kind", "paragraph", "heading"),)
    levels = compared((Heading("b1", spans),), (Heading("b1", spans, level=3),))
    assert only(levels).facts == (Fact("level", 2, 3),)


def test_the_speaker_of_a_quote_is_told_by_id_and_known_under_another():
    mira, jon = a_person(), a_person("p2", given="Jon")
    quote = Quote("b1", (Span("It rained."),), speaker="p1")
    changed = compared((quote,), (replace(quote, speaker="p2"),), people=(mira, jon))
    assert only(changed).facts == (Fact("speaker", "p1", "p2"),)
    before = a_release(body=(quote,), people=(mira,), speakers=("p1",))
    after = a_release(
        body=(replace(quote, speaker="px"),), people=(replace(mira, id="px"),), speakers=("px",)
    )
    assert compare(before, after).is_empty


def test_a_caption_and_another_photo_in_its_place_are_told():
    figure = Figure("b1", "f1", (Span("The old bridge."),))
    other = Figure("b1", "f2", (Span("The new bridge."),))
    entry = only(compared((figure,), (other,), photos=PICTURES))
    assert entry.facts == (Fact("photo", "f1", "f2"),)
    assert shown(entry.texts[0]) == "The [-old-][+new+] bridge."


def table(*rows: str, header: bool = True) -> Table:
    cells = tuple(tuple(Cell((Span(text),)) for text in row.split("|")) for row in rows)
    return Table("t1", cells, ("",) * len(cells[0]), header=header)


def grid(before: Table, after: Table) -> list[list[str]]:
    entry = only(compared((before,), (after,)))
    return [[f"{cell.kind[0]}:{shown(cell)}" if cell else "" for cell in row] for row in entry.grid]


def test_tables_are_compared_cell_by_cell():
    assert grid(table("year|guests", "2025|100"), table("year|guests", "2025|140")) == [
        ["s:year", "s:guests"],
        ["s:2025", "c:[-100-][+140+]"],
    ]


def test_a_new_row_and_a_column_that_is_gone_are_told_as_such():
    before = table("year|guests|staff", "2025|100|7")
    after = table("year|staff", "2025|7", "2026|9")
    assert grid(before, after) == [
        ["s:year", "r:[-guests-]", "s:staff"],
        ["s:2025", "r:[-100-]", "s:7"],
        ["a:[+2026+]", "", "a:[+9+]"],
    ]


def test_the_header_and_the_alignment_of_a_table_count():
    before = table("a|b")
    after = replace(table("a|b", header=False), align=("", "right"))
    assert only(compared((before,), (after,))).facts == (
        Fact("header", before=True, after=False),
        Fact("align", "", "right"),
    )


def test_an_empty_row_that_is_new_is_a_change():
    comparison = compared((table("a|b"),), (table("a|b", "|"),))
    assert only(comparison).facts == (Fact("rows", 1, 2),)


def test_photos_are_told_apart_by_their_bytes():
    first, second, third = PICTURES
    exchanged = replace(first, media="3" * 64, credit="City archive")
    comparison = compare(a_release(photos=(first, second)), a_release(photos=(exchanged, third)))
    changed, added, removed = comparison.changes
    assert (changed.kind, added.kind, removed.kind) == ("changed", "added", "removed")
    assert changed.facts == (Fact("media", "0" * 64, "3" * 64),)
    credit = next(text for text in changed.texts if text.where.field == "photos.credit")
    assert shown(credit) == "[-River Museum-][+City archive+]"
    assert comparison.photos_changed == 3


def test_a_photo_under_another_id_is_the_same_photo():
    before = a_release(photos=PICTURES[:2], body=(Figure("b1", "f1", (Span("A bridge."),)),))
    swapped = (replace(PICTURES[1], id="f1"), replace(PICTURES[0], id="f2"))
    after = a_release(photos=swapped, body=(Figure("b1", "f2", (Span("A bridge."),)),))
    comparison = compare(before, after)
    assert [(entry.part, entry.kind) for entry in comparison.changes] == [("photos", "moved")]
    assert comparison.photos_changed == 0


FIELDS = {
    "state": "approved",
    "template": "house",
    "language": "zh",
    "issuer": "City of Lakeford",
    "headline": "Another headline",
    "deck": "Another deck",
    "category": "Culture",
    "place": "Oslo",
    "date": dt.date(2027, 1, 1),
    "embargo": Embargo.at(dt.datetime(2026, 3, 5, 9, tzinfo=dt.UTC), "Europe/Oslo"),
    "body": body(WEATHER),
    "people": (a_person(),),
    "speakers": ("p1",),
    "photos": (a_photo(),),
    "attached": (Figure("a1", "f1"),),
    "contacts": (Contact(id="c1", name="Sam Tilling"),),
    "boilerplates": (Boilerplate(id="s1", text="Lakeford is a town."),),
    "note": "Come early.",
    "slug": "museum-wing",
    "keywords": ("museum",),
    "event": Event(name="Opening"),
    "rights": "All rights reserved.",
}


def test_every_field_of_a_release_is_compared_but_its_id_and_version():
    assert set(FIELDS) | {"id", "version"} == set(Release.__struct_fields__)


@pytest.mark.parametrize("field", FIELDS)
def test_a_change_of_any_field_is_told(field: str):
    comparison = compare(a_release(), a_release(**{field: FIELDS[field]}))
    assert {entry.part for entry in comparison.changes} == {field}


def changed_fields(before: Any, **after: Any) -> list[str]:
    part = {"Person": "people", "Photo": "photos", "Contact": "contacts"}.get(
        type(before).__name__, "boilerplates"
    )
    comparison = compare(
        a_release(**{part: (before,)}), a_release(**{part: (replace(before, **after),)})
    )
    entry = only(comparison)
    told = [text.where.field.partition(".")[2] for text in entry.texts if text.kind != "same"]
    return told + [fact.name for fact in entry.facts]


@pytest.mark.parametrize(
    "thing",
    [a_person(), a_photo(), Contact(id="c1"), Boilerplate(id="s1", text="Lakeford is a town.")],
    ids=lambda thing: type(thing).__name__,
)
def test_a_change_of_any_property_of_a_thing_is_told(thing: Any):
    others: dict[str, Any] = {
        "order": "family-first",
        "decorative": True,
        "taken": dt.date(2026, 1, 1),
        "keywords": ("glass",),
        "people": ("p9",),
        "marks": (Mark(id="k1", box=Box(0.1, 0.1, 0.2, 0.2), name="Sam Tilling"),),
        "crop": Crop(angle=1.5),
        "rating": 3,
        "consent": "given",
        "consent_until": dt.date(2027, 1, 1),
        "use_until": dt.date(2028, 1, 1),
        "suffix": "png",
        "width": 900,
        "height": 900,
        "media": "9" * 64,
    }
    for name in thing.__struct_fields__:
        if name != "id":
            assert changed_fields(thing, **{name: others.get(name, "other")}) == [name]


def test_keywords_are_compared_one_by_one():
    comparison = compare(
        a_release(keywords=("glass", "city")), a_release(keywords=("glass", "art"))
    )
    assert [(text.kind, text.before, text.after) for text in only(comparison).texts] == [
        ("same", "glass", "glass"),
        ("removed", "city", ""),
        ("added", "", "art"),
    ]


def test_addresses_are_told_but_are_no_words():
    comparison = compare(a_release(slug="a"), a_release(slug="the-new-wing"))
    assert comparison.words_added == 0
    assert not comparison.is_empty


def test_a_new_photo_counts_as_a_photo_and_its_description_not_as_words():
    comparison = compare(a_release(), a_release(photos=(a_photo(),)))
    assert (comparison.words_added, comparison.photos_changed) == (0, 1)
    changed = compare(a_release(photos=(a_photo(),)), a_release(photos=(a_photo(alt="A bridge"),)))
    assert changed.words_removed == 6


def test_entries_stand_in_reading_order():
    comparison = compare(a_release(), a_release(**FIELDS))
    parts = [part for part, _ in itertools.groupby(entry.part for entry in comparison.entries)]
    wanted = "category headline deck place date embargo body boilerplates contacts note attached"
    others = "people speakers photos event issuer language template slug keywords rights state"
    assert parts == [*wanted.split(), *others.split()]


@st.composite
def edited(draw: st.DrawFn) -> tuple[Release, Release]:
    """Two releases, of which the second is often made of the first."""
    before = draw(releases(PICTURES))
    if draw(st.integers(0, 3)) == 0:
        return before, draw(releases(PICTURES))
    blocks = list(draw(st.permutations(before.body)))[: draw(st.integers(0, 8))]
    for at in range(len(blocks)):
        if draw(st.integers(0, 2)) == 0:
            new = draw(marked())
            blocks[at] = map_spans(blocks[at], lambda spans, new=new: (*spans[:1], *new))
    number = draw(st.integers(0, len(before.photos)))
    photos = before.photos[number:] + before.photos[:number]
    return before, replace(before, body=tuple(blocks), photos=photos, headline=draw(lines))


slow = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


def read(release: Release) -> dict[Where, Spans]:
    """All texts of a release that are compared, by their places."""
    found: dict[Where, Spans] = {}

    def keep(where: Where, spans: Spans) -> Spans:
        found[where] = join_spans(spans)
        return spans

    map_texts(release, keep)
    return {where: spans for where, spans in found.items() if spans}


@slow
@given(releases(PICTURES))
def test_nothing_differs_from_itself(release: Release):
    comparison = compare(release, release)
    assert comparison.is_empty
    assert (comparison.words_added, comparison.words_removed) == (0, 0)


@slow
@given(edited())
def test_nothing_is_empty_but_what_says_the_same(pair: tuple[Release, Release]):
    before, after = pair
    if read(before) != read(after):
        assert not compare(before, after).is_empty


@slow
@given(edited())
def test_each_side_reads_as_its_release(pair: tuple[Release, Release]):
    entries = compare(*pair).entries
    for side, release in zip(("before", "after"), pair, strict=True):
        for part in ("body", "attached"):
            there = [
                entry for entry in entries if entry.part == part and entry.shows in (side, "both")
            ]
            blocks = getattr(release, part)
            assert [getattr(entry, side) for entry in there] == list(blocks)
            for entry, block in zip(there, blocks, strict=True):
                written = [getattr(text, side) for text in entry.texts]
                assert [text for text in written if text] == [
                    text for text in block_texts(block) if text
                ]
        texts: list[str] = []
        for entry in entries:
            if entry.part not in ("body", "attached"):
                texts += [getattr(text, side) for text in entry.texts]
        told = Counter(
            plain(spans)
            for where, spans in read(release).items()
            if where.field not in ("body", "attached")
        )
        assert told <= Counter(texts)


CHANGED_PLACES = (
    a_release(people=(a_person("p1", given="Ann"), a_person("p2", given="Tom"))),
    a_release(people=(a_person("p2", given="Tom"), a_person("p1", given="Ann", title="dean"))),
)
"""Two persons, of whom one has a new title besides: either could count as the one that moved."""


@slow
@example(CHANGED_PLACES)
@given(edited())
def test_the_other_way_round_the_counts_change_places(pair: tuple[Release, Release]):
    there, back = compare(*pair), compare(*reversed(pair))
    assert (there.words_added, there.words_removed) == (back.words_removed, back.words_added)
    assert there.photos_changed == back.photos_changed
    swapped = {"added": "removed", "removed": "added"}
    assert sorted((entry.part, entry.kind) for entry in there.changes) == sorted(
        (entry.part, swapped.get(entry.kind, entry.kind)) for entry in back.changes
    )


@slow
@given(edited())
def test_words_added_and_removed_are_by_how_much_the_body_grew(pair: tuple[Release, Release]):
    before, after = pair
    comparison = compare(before, replace(before, body=after.body))
    assert comparison.words_added - comparison.words_removed == after.words - before.words
