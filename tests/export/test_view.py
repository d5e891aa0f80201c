"""The view holds what a reader reads, and nothing a template would have to work out."""

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from pressdesk.export.packs import load_pack
from pressdesk.export.view import (
    FigureView,
    Listing,
    Quotation,
    View,
    body_texts,
    template_values,
    to_view,
)
from pressdesk.model.body import Figure, Heading, ListItem, Paragraph, Quote, Span
from pressdesk.model.release import Boilerplate, Embargo, Release
from pressdesk.paths import shipped
from tests.builders import a_paragraph, a_person, a_photo, a_release

NEWS = load_pack(shipped("templates") / "news")
NOON = dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC)
TOMORROW = Embargo.at(NOON + dt.timedelta(days=1), "UTC")


def a_view(release: Release, **given: Any) -> View:
    return to_view(release, NEWS, **{"stage": "final", "now": NOON, "saved": NOON, **given})


def item(number: int, level: int = 0, **fields: bool) -> ListItem:
    return ListItem(id=f"i{number}", spans=(Span(f"item {number}"),), level=level, **fields)


def shape(listing: Listing) -> list[object]:
    made: list[object] = []
    for entry in listing.items:
        made.append(entry.id)
        made.extend(("1" if nested.numbered else "•", shape(nested)) for nested in entry.lists)
    return made


def test_the_fields_are_ready_to_print():
    fields = a_view(a_release(speakers=("p1",), people=(a_person(), a_person("p2")))).fields
    assert fields.dateline == "LAKEFORD, Norland, March 5, 2026 —"
    assert fields.release_line == "For immediate release"
    assert fields.issuer == "News release"
    assert [person.name for person in fields.speakers] == ["Mira Harlow"]
    assert fields.people[0].position == "director, River Museum"
    assert fields.end_mark == "# # #"


def test_templates_get_plain_values_only():
    values = template_values(a_view(a_release(people=(a_person(),), speakers=("p1",))))

    def plain(value: object) -> bool:
        if isinstance(value, dict):
            return all(plain(part) for part in value.values())
        if isinstance(value, list | tuple):
            return all(plain(part) for part in value)
        return type(value) is str

    assert plain(values)


def test_a_draft_is_stamped_and_a_final_is_not():
    draft = a_view(a_release(version=3), stage="draft").fields
    assert draft.stamp.startswith("DRAFT v3 · March 5, 2026 12:00 · ")
    assert draft.stamp.endswith(a_view(a_release()).hash[:7])
    assert draft.notice == "Not for publication"
    final = a_view(a_release(version=3)).fields
    assert (final.stamp, final.notice) == ("", "")


def test_the_release_line_follows_the_embargo():
    release = a_release(embargo=TOMORROW)
    ahead = a_view(release)
    assert ahead.embargoed
    assert ahead.fields.release_line == ahead.fields.embargo
    assert ahead.fields.embargo == "Embargoed until 6 March 2026, 12:00 UTC"
    past = a_view(release, now=TOMORROW.instant)
    assert not past.embargoed
    assert past.fields.embargo == ""
    assert past.fields.release_line == "For immediate release"


def test_the_words_are_in_the_language_of_the_release():
    fields = a_view(a_release(language="zh-Hans", place="武汉")).fields
    assert fields.dateline == "武汉，2026年3月5日——"
    assert fields.label["speakers"] == "发言人"
    assert a_view(a_release(language="fr")).fields.label["speakers"] == "Speakers"
    assert a_view(a_release(language="ar")).fields.direction == "rtl"


def test_lists_nest_by_their_levels_and_begin_anew_where_they_must():
    body = (
        item(1, numbered=True), item(2, 1), item(3, 1), item(4, 2), item(5, numbered=True),
        item(6), item(7, begins=True),
    )  # fmt: skip
    lists = [piece for piece in a_view(a_release(body=body)).body if isinstance(piece, Listing)]
    assert [shape(listing) for listing in lists] == [
        ["i1", ("•", ["i2", "i3", ("•", ["i4"])]), "i5"],
        ["i6"],
        ["i7"],
    ]


def test_a_list_that_begins_deep_loses_nothing():
    body = (item(1, 2), item(2, 1), item(3))
    assert list(body_texts(a_view(a_release(body=body)))) == ["item 1", "item 2", "item 3"]


def test_quotes_of_one_speaker_are_one_quotation():
    body = (
        Quote(id="b1", spans=(Span("One."),), speaker="p1"),
        Quote(id="b2", spans=(Span("Two."),), speaker="p1"),
        Quote(id="b3", spans=(Span("Three."),)),
    )
    pieces = a_view(a_release(body=body, people=(a_person(),))).body
    assert [
        (len(piece.paragraphs), piece.speaker and piece.speaker.name)
        for piece in pieces
        if isinstance(piece, Quotation)
    ] == [(2, "Mira Harlow"), (1, None)]


@pytest.mark.parametrize(
    ("photo", "credit", "alt"),
    [
        ({"credit": "Agency", "creator": "Ann Ray"}, "Photo: Agency", "A bridge"),
        ({"credit": "", "creator": "Ann Ray"}, "Photo: Ann Ray", "A bridge"),
        ({"credit": "", "decorative": True}, "", ""),
        (
            {"credit": "Agency", "source_type": "trainedAlgorithmicMedia"},
            "Photo: Agency · Made by AI",
            "A bridge",
        ),
        (
            {"credit": "", "source_type": "compositeWithTrainedAlgorithmicMedia"},
            "Altered with AI",
            "A bridge",
        ),
        ({"credit": "Agency", "source_type": "digitalCapture"}, "Photo: Agency", "A bridge"),
    ],
)
def test_a_figure_has_its_credit_and_alt(photo: dict[str, Any], credit: str, alt: str):
    release = a_release(
        body=(Figure(id="b1", photo="f1", caption=(Span("Dawn"),)),),
        photos=(a_photo(alt="A bridge", **photo),),
    )
    figure = a_view(release).body[0]
    assert isinstance(figure, FigureView)
    assert (figure.credit, figure.alt) == (credit, alt)


def test_the_dateline_runs_into_the_first_paragraph_only():
    body = (Heading(id="b1", spans=(Span("Begin"),)), a_paragraph(block_id="b2"))
    assert a_view(a_release(body=body)).lead == "b2"
    assert a_view(a_release(body=body[:1])).lead == ""
    rules = replace(NEWS.rules, dateline="field")
    placed = to_view(
        a_release(body=body), replace(NEWS, rules=rules), stage="final", now=NOON, saved=NOON
    )
    assert placed.lead == ""


def test_empty_blocks_are_left_out_but_a_figure_without_caption_is_not():
    body = (Paragraph(id="b1"), Paragraph(id="b2", spans=(Span(" "),)), Figure(id="b3", photo="f1"))
    pieces = a_view(a_release(body=body, photos=(a_photo(),))).body
    assert [type(piece).__name__ for piece in pieces] == ["FigureView"]


def test_standing_texts_come_as_paragraphs():
    release = a_release(boilerplates=(Boilerplate(id="t1", heading="About", text="One\n\nTwo"),))
    assert a_view(release).fields.boilerplates[0].paragraphs == ("One", "Two")
