"""Front matter: what each key may hold, and that a fault names its key and line."""

import datetime as dt
from typing import Any

import pytest

from pressdesk.model.people import Contact, Person
from pressdesk.model.release import Boilerplate, Embargo, Event
from tests.builders import RELEASE_ID
from tests.importers.sources import ID, Read, codes, faults, refusal, texts, told

DAY = dt.date(2026, 3, 5)


def of(read: Read, keys: str) -> Any:
    """Give the release of some keys, none of which is told of."""
    imported = read(f"---\n{keys}\n---\nText.\n")
    assert imported.problems == ()
    assert texts(imported) == ["Text."]
    return imported.release


@pytest.mark.parametrize(
    ("field", "written", "value"),
    [
        *((key, "Some words", "Some words") for key in ("issuer", "headline", "deck", "category")),
        *((key, "Some words", "Some words") for key in ("place", "slug", "rights", "note")),
        ("template", "house", "house"),
        ("language", "zh-Hans", "zh-Hans"),
        ("date", "2026-03-05", DAY),
        ("date", '"2026-03-05"', DAY),
        ("keywords", "[bridge, 玻璃, 5]", ("bridge", "玻璃", "5")),
        ("keywords", "\n- bridge\n- glass", ("bridge", "glass")),
        ("version", "12", 12),
        ("state", "in-review", "in-review"),
        ("id", str(RELEASE_ID), RELEASE_ID),
        ("event", "{name: Opening, start: 2026-03-05}", Event(name="Opening", start=DAY)),
        ("note", "|\n  One.\n\n  Two.", "One.\n\nTwo."),
    ],
)
def test_a_key_sets_its_field(read: Read, field: str, written: str, value: object):
    assert getattr(of(read, f"{field}: {written}"), field) == value


@pytest.mark.parametrize(
    "written", ["yes", "1.0", "0x1F", "2026-03-05", "12:30", '"null"', "1_000"]
)
def test_text_stays_as_it_is_written(read: Read, written: str):
    assert of(read, f"headline: {written}").headline == written.strip('"')


@pytest.mark.parametrize("written", ["", "null", "~"])
@pytest.mark.parametrize("key", ["deck", "date", "embargo", "keywords", "speakers", "event"])
def test_a_key_without_a_value_is_as_if_it_were_not_there(read: Read, key: str, written: str):
    assert of(read, f"{key}: {written}") == of(read, "")


def test_people_are_numbered_and_speakers_may_be_named(read: Read):
    li = "{family: LI, given: Jizhen, order: family-first, title: dean}"
    bell = "{family: Bell, given: Tom, role: host, organization: Institute of Rivers, Lakeford}"
    release = of(read, f"speakers:\n  - Tom Bell\n  - {li}\npeople:\n  - {bell}")
    dean = Person(id="p1", family="LI", given="Jizhen", order="family-first", title="dean")
    where = "Institute of Rivers, Lakeford"
    host = Person(id="p2", family="Bell", given="Tom", role="host", organization=where)
    assert release.people == (dean, host)
    assert release.speakers == ("p2", "p1")


def test_contacts_are_read(read: Read):
    release = of(read, "contacts:\n  - {name: Ann Ray, role: press, email: a@b.org, phone: +47 55}")
    contact = Contact(id="c1", name="Ann Ray", role="press", email="a@b.org", phone="+47 55")
    assert release.contacts == (contact,)


@pytest.mark.parametrize(
    ("written", "boilerplates"),
    [
        ("boilerplate: |\n  One.\n\n  Two.", (Boilerplate(id="s1", text="One.\n\nTwo."),)),
        (
            "boilerplate:\n  - {heading: About, text: One., version: v2}\n  - {text: Two.}",
            (
                Boilerplate(id="s1", heading="About", text="One.", version="v2"),
                Boilerplate(id="s2", text="Two."),
            ),
        ),
    ],
)
def test_a_boilerplate_is_a_text_or_a_list(read: Read, written: str, boilerplates: object):
    assert of(read, written).boilerplates == boilerplates


def test_kept_ids_stand_for_those_an_import_assigns(read: Read):
    assert of(read, "ids: {b1: k3mzq7ab}").body[0].id == "k3mzq7ab"
    imported = read("---\nids: {b9: k3mzq7ab}\n---\nText.\n")
    assert told(imported) == [("PD-IMP-048", 1)]


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("headline", "[a]", "needs text, not a list"),
        ("headline", "{a: b}", "needs text, not keys and values"),
        ("keywords", "a, b", "needs a list"),
        ("keywords", "[a, [b]]", "needs text, not a list"),
        ("speakers", "Mira", "needs a list"),
        ("speakers", "[Mira]", "is not described among the people"),
        ("people", "[Mira]", "A person needs keys and values"),
        ("contacts", "{name: a}", "needs a list"),
        ("event", "Opening", "An event needs keys and values"),
        ("photos", "a.jpg", "needs a list"),
        ("attached", "{file: a.jpg}", "needs a list"),
        ("ids", "[b1]", "needs keys and values"),
        ("ids", "{b1: a, b2: a}", "given to two things"),
        ("date", "2026-02-30", "cannot be “2026-02-30”"),
        ("date", "2026-3-5", "cannot be “2026-3-5”"),
        ("date", "5 March 2026", "cannot be “5 March 2026”"),
        ("date", "2026-03-05T09:00", "cannot be"),
        ("version", "0", "cannot be “0”"),
        ("state", "done", "cannot be “done”"),
        ("language", "Plain English", "cannot be “Plain English”"),
        ("id", "7", "cannot be “7”"),
        ("photo-metadata", "no", "cannot be “no”"),
    ],
)
def test_a_wrong_value_names_its_key_and_line(read: Read, key: str, value: str, words: str):
    (fault,) = faults(read, f"# a comment\n{key}: {value}")
    assert (fault.place.field, fault.place.line) == (key, 3)
    assert words in fault.message


@pytest.mark.parametrize(
    ("keys", "field", "line", "fix"),
    [
        ("deck: a\nhedline: b", "hedline", 3, "Did you mean “headline”?"),
        ("Headline: a", "Headline", 2, "Did you mean “headline”?"),
        ("title: a", "title", 2, "Did you mean “headline”?"),
        ("layout: post", "layout", 2, "The keys are template, language, "),
        ("1: a", "1", 2, "The keys are "),
        ("people:\n  - family: Bell\n    nmae: x", "nmae", 4, "The keys are family, given, "),
        ("contacts:\n  - {mail: a@b.org}", "mail", 3, "Did you mean “email”?"),
        ("<<: {headline: x}", "<<", 2, "The keys are "),
    ],
)
def test_an_unknown_key_is_named_with_its_line(
    read: Read, keys: str, field: str, line: int, fix: str
):
    (fault,) = faults(read, keys)
    assert (fault.place.file, fault.place.line, fault.place.field) == ("release.md", line, field)
    assert f"no key “{field}”" in fault.message
    assert fault.fix.startswith(fix)


def test_all_faults_are_told_at_once(read: Read):
    found = faults(read, "headlin: a\ndate: tomorrow\npeople:\n  - {given: Mira}")
    assert [(fault.place.field, fault.place.line) for fault in found] == [
        ("headlin", 2),
        ("date", 3),
        ("family", 5),
    ]


AT_NINE = dt.datetime(2026, 3, 5, 9, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("written", "hours", "zone"),
    [
        ("2026-03-05T09:00+08:00", 8, "+08:00"),
        ("2026-03-05 09:00 +08:00", 8, "+08:00"),
        ("2026-03-05T09:00:00.000Z", 0, "UTC"),
        ("2026-03-05T09:00+08:00[Asia/Shanghai]", 8, "Asia/Shanghai"),
        ("2026-03-05T09:00[Europe/Berlin]", 1, "Europe/Berlin"),
        ("2026-03-05T09:00Z[Europe/Berlin]", 0, "Europe/Berlin"),
    ],
)
def test_an_embargo_has_an_offset_a_zone_or_both(read: Read, written: str, hours: int, zone: str):
    instant = AT_NINE - dt.timedelta(hours=hours)
    assert of(read, f"embargo: {written}").embargo == Embargo(instant=instant, zone=zone)


def test_an_hour_that_comes_twice_is_told_apart_by_its_offset(read: Read):
    embargo = of(read, "embargo: 2026-10-25T02:30+01:00[Europe/Berlin]").embargo
    assert embargo.instant == dt.datetime(2026, 10, 25, 1, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("2026-03-05T09:00", "needs its time zone"),
        ("2026-03-05", "cannot be “2026-03-05”"),
        ("tomorrow", "cannot be “tomorrow”"),
        ("2026-02-30T09:00Z", "cannot be"),
        ("2026-03-05T09:00+25:00", "cannot be"),
        ("0001-01-01T00:00+08:00", "cannot be"),
        ("2026-03-05T09:00+08:00[Europe/Berlin]", "At that time Europe/Berlin is not at +08:00"),
        ("2026-03-05T09:00[Mars/Base]", "There is no time zone “Mars/Base”"),
        ("2026-03-05T09:00[../../etc/passwd]", "There is no time zone"),
        ("2026-10-25T02:30[Europe/Berlin]", "The clocks change at that time in Europe/Berlin"),
        ("2026-03-29T02:30[Europe/Berlin]", "The clocks change at that time in Europe/Berlin"),
        ("[2026]", "needs text, not a list"),
    ],
)
def test_an_embargo_that_is_not_certain_is_refused(read: Read, written: str, words: str):
    (fault,) = faults(read, f"embargo: {written}")
    assert (fault.place.field, fault.place.line) == ("embargo", 2)
    assert words in fault.message


@pytest.mark.parametrize(
    "text", ["Text.", "Text.\n\n---\n", "---\n---\nText.", "---\n\n---\n\nText."]
)
def test_a_text_may_have_no_front_matter(read: Read, text: str):
    release = read(text).release
    assert (release.id, release.headline, release.language) == (ID, "", "en")
    assert texts(read(text)) == ["Text."]


def test_front_matter_that_is_not_closed_is_refused(read: Read):
    error = refusal(read, "---\nheadline: Museum opens\n\nText.\n")
    assert (error.code, error.problems[0].place.line) == ("PD-IMP-003", 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_encoding_with_a_mark_and_every_line_end_is_read(read: Read, encoding: str, end: str):
    text = "---\nheadline: Größe 中文\n---\n\nOne\\\ntwo.\n\n[a](b)\n".replace("\n", end)
    imported = read(text.encode(encoding))
    assert imported.release.headline == "Größe 中文"
    assert texts(imported) == ["One\ntwo.", "a"]
    assert told(imported) == [("PD-IMP-006", 8)]


def test_what_follows_the_first_document_is_text(read: Read):
    imported = read("---\nheadline: One\n---\n\n---\n\nheadline: Two\n")
    assert imported.release.headline == "One"
    assert texts(imported) == ["headline: Two"]
    assert codes(imported) == ["PD-IMP-047"]


def test_wishes_fill_what_the_source_leaves_open(read: Read):
    wished = read("Text.", template="house", language="nb").release
    assert (wished.template, wished.language) == ("house", "nb")
    said = read("---\ntemplate: news\nlanguage: de\n---\n", template="house", language="nb").release
    assert (said.template, said.language) == ("house", "de")
