"""A photo that may not be used stops a final, and a caption at odds with the marks is told."""

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from pressdesk.export.exporter import export_problems
from pressdesk.export.photo_problems import photo_problems
from pressdesk.model.body import plain
from pressdesk.model.captioned_people import identify
from pressdesk.model.framing import Box
from pressdesk.model.photo_edits import move_mark, set_marks
from pressdesk.model.problem import Problem
from pressdesk.model.release import Release
from tests.builders import a_mark, a_person, a_photo, a_release
from tests.export.jobs import NEWS, a_figure

DAY = dt.date(2026, 3, 5)
CAPTION = plain(a_figure().caption)


def found(*, is_final: bool = True, today: dt.date | None = None, **fields: Any) -> list[Problem]:
    release = a_release(photos=(a_photo(**fields),), body=(a_figure(),))
    return list(photo_problems(release, is_final=is_final, today=today))


def test_a_photo_with_all_that_is_needed_has_no_problem() -> None:
    assert found() == []
    for consent in ("", "given", "not-needed"):
        assert found(consent=consent, consent_until=DAY, use_until=DAY) == []
    assert found(alt="", decorative=True) == []


@pytest.mark.parametrize(
    ("fields", "code", "words"),
    [
        ({"alt": ""}, "PD-EXP-004", "has no alternative text"),
        ({"consent": "refused"}, "PD-EXP-010", "refused"),
        ({"consent": "asked"}, "PD-EXP-010", "waits for consent"),
        ({"consent_until": dt.date(2026, 3, 4)}, "PD-EXP-011", "2026-03-04, as those it shows"),
        ({"use_until": dt.date(2026, 3, 4)}, "PD-EXP-011", "2026-03-04, by its usage terms"),
    ],
)
def test_what_forbids_its_use_stops_a_final_and_warns_a_draft(
    fields: dict[str, Any], code: str, words: str
) -> None:
    (problem,) = found(**fields)
    assert (problem.code, problem.severity, problem.place.item) == (code, "error", "f1")
    assert words in problem.message
    (problem,) = found(is_final=False, **fields)
    assert problem.severity == "warning"


@pytest.mark.parametrize(
    ("fields", "code", "words"),
    [
        ({"credit": ""}, "PD-EXP-014", "has no credit"),
        ({"alt": CAPTION}, "PD-EXP-015", "its caption as alternative text"),
        ({"alt": "Bridge.JPG"}, "PD-EXP-015", "its file name"),
        ({"alt": "bridge"}, "PD-EXP-015", "its file name"),
        ({"alt": "A pane of glass. " * 20}, "PD-EXP-015", "of 339 characters; 250 are enough"),
    ],
)
def test_what_could_be_better_is_told_and_stops_nothing(
    fields: dict[str, Any], code: str, words: str
) -> None:
    (problem,) = found(**fields)
    assert (problem.code, problem.place.item) == (code, "f1")
    assert problem.severity in ("warning", "hint")
    assert words in problem.message


def test_a_creator_is_credit_enough() -> None:
    assert found(credit="", creator="Mira Harlow") == []


def test_the_later_of_release_and_today_counts() -> None:
    assert found(use_until=DAY) == []
    assert found(use_until=DAY, today=dt.date(2026, 3, 1)) == []
    assert [each.code for each in found(use_until=DAY, today=dt.date(2026, 3, 6))] == ["PD-EXP-011"]


def test_a_photo_that_is_not_shown_may_lack_everything() -> None:
    release = a_release(photos=(a_photo(alt="", consent="refused"),))
    assert list(photo_problems(release, is_final=True, today=DAY)) == []


def _captioned() -> Release:
    people = (a_person("p1", family="Keller", given="Anna"), a_person("p2", family="Berg"))
    release = a_release(people=people, photos=(a_photo(),), body=(a_figure(),))
    release = set_marks(release, "f1", (a_mark("p1", 0.1), a_mark("p2", 0.4)))
    return identify(release, "g1")


def test_a_caption_that_names_others_than_the_marks_is_told() -> None:
    release = _captioned()
    assert "PD-EXP-012" not in _codes(release)
    marks = move_mark(release, "f1", "mp1", Box(0.8, 0.2, 0.1, 0.15)).photos
    assert "PD-EXP-012" in _codes(replace(release, photos=marks))
    assert "PD-EXP-012" not in _codes(move_mark(release, "f1", "mp1", marks[0].marks[0].box))


def _codes(release: Release) -> set[str]:
    return {problem.code for problem in export_problems(release, NEWS, "final")}


def test_a_place_of_a_pattern_that_nobody_filled_in_stops_a_final() -> None:
    figure = a_figure(caption="Mira Harlow {does} in Lakeford.")
    release = a_release(photos=(a_photo(),), body=(figure,))
    (problem,) = photo_problems(release, is_final=True, today=None)
    assert (problem.code, problem.severity) == ("PD-EXP-013", "error")
    assert "{does}" in problem.message
    assert problem.place.item == figure.id
    (problem,) = photo_problems(release, is_final=False, today=None)
    assert problem.severity == "warning"
    braces = a_release(photos=(a_photo(),), body=(a_figure(caption="A {brace}."),))
    assert not list(photo_problems(braces, is_final=True, today=None))
