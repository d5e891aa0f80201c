"""A pack is read strictly, and what it asks of a release is checked."""

import shutil
from pathlib import Path
from uuid import UUID

import pytest

from pressdesk.export.packs import find_packs, load_pack, missing_fields, new_release
from pressdesk.model.people import Contact
from pressdesk.model.problem import PressDeskError
from pressdesk.model.release import Boilerplate
from pressdesk.paths import shipped
from tests.builders import a_paragraph, a_release

NEWS = shipped("templates") / "news"


def a_pack(folder: Path, old: str = "", new: str = "") -> Path:
    shutil.copytree(NEWS, folder)
    rules = folder / "template.toml"
    text = rules.read_text(encoding="utf-8")
    assert old in text
    rules.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("end_mark", "endmark", "[wording.en]: There is no key “endmark” in [wording.en]."),
        ('end_mark = "# # #"', "", "[wording.en]: The key “end_mark” is missing in [wording.en]."),
        ('languages = ["en", "zh"]', "", ": The key “languages” is missing."),
        ("[name]", "[naame]", ": There is no key “naame”."),
        ('en = "News release"', "en = 5", "[name]: “en” is a number."),
        ('"headline", "place"', '"headlin", "place"', "“headlin”, which is not a field of a rel"),
        ('"headline", "place"', '5, "place"', "“required” holds something that is not a text."),
        ("headline = 110", "heading = 110", "“heading”, which is not a field of a release."),
        ("headline = 110", "body = 9", "[lengths] names “body”, which is not a field of text."),
        ("headline = 110", 'headline = "long"', "[lengths]: “headline” is “long”."),
        ("headline = 110", "headline = -5", "[lengths]: “headline” is a number."),
        ("headline = 110", "headline = true", "[lengths]: “headline” is yes or no."),
        ('category = "News"', 'body = "News"', "[defaults] names “body”, which is not a field of"),
        ('category = "News"', "category = []", "[defaults]: “category” is a list."),
        (
            '["en", "zh"]',
            '["en", "fr"]',
            "languages names “fr”, but there is no table [wording.fr]",
        ),
        ('["en", "zh"]', "[]", "languages names none."),
        ('["en", "zh"]', "5", ": “languages” is a number."),
        ("Embargoed until {when}", "Embargoed", "“embargoed” in [wording.en] must hold {when}."),
        ("图片：{credit}", "图片", "“photo” in [wording.zh] must hold {credit}."),
        ('dateline = "lead"', 'dateline = "top"', "“dateline” is “top”."),
        ('date_style = "ap"', 'date_style = "us"', "[wording.en]: “date_style” is “us”."),
        ("[wording.en]", "[wording]", "[wording]: “date_style” is “ap”."),
        ("{who} {does} at", "{whom} {does} at", "[captions]: A caption can't hold {whom}: “{whom}"),
        ('    "{date}，{who}在{place}{does}。",', "    5,", "“zh” holds something that is not a"),
        ('zh = [\n    "{date}，{who}在{place}{does}。",', "zh = 5\nx = [", "“zh” is a number."),
        ("languages =", "languages [ =", "template.toml, line 3: The line can't be read."),
        ('"# # #"', "# # #", "template.toml, line 24: The line can't be read."),
        ('draft = "DRAFT"', 'draft = "A"\ndraft = "B"', "line 28: What this line names is there"),
    ],
)
def test_rules_that_do_not_hold_are_refused_by_name(tmp_path: Path, old: str, new: str, words: str):
    folder = a_pack(tmp_path / "mine", old, new)
    with pytest.raises(PressDeskError, match="PD-TPL-001") as caught:
        load_pack(folder)
    told = [str(each) for each in caught.value.problems]
    assert any(words in each for each in told), told
    assert caught.value.problems[0].message in str(caught.value)
    for each in (*told, str(caught.value)):
        assert each.count("template.toml") == 1
        assert "$" not in each
        assert ".." not in each
    assert all(each.fix for each in caught.value.problems)


def test_every_fault_of_the_rules_is_told(tmp_path: Path):
    folder = a_pack(tmp_path / "mine", 'end_mark = "# # #"', 'endmark = "# # #"')
    with pytest.raises(PressDeskError) as caught:
        load_pack(folder)
    assert [each.message for each in caught.value.problems] == [
        "There is no key “endmark” in [wording.en].",
        "The key “end_mark” is missing in [wording.en].",
    ]
    assert caught.value.problems[0].fix == "Did you mean “end_mark”?"
    _, problems = find_packs([tmp_path])
    assert [each.place.file for each in problems] == [str(folder / "template.toml")] * 2


def test_what_an_editor_does_to_the_file_is_healed(tmp_path: Path):
    folder = a_pack(tmp_path / "mine")
    rules = folder / "template.toml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(text, encoding="utf-8-sig", newline="\r\n")
    assert load_pack(folder).rules == load_pack(NEWS).rules


def test_a_pack_without_rules_is_refused(tmp_path: Path):
    with pytest.raises(PressDeskError, match="PD-TPL-001"):
        load_pack(tmp_path)


def test_a_pack_of_the_user_hides_a_shipped_one_and_a_broken_one_is_said(tmp_path: Path):
    a_pack(tmp_path / "news", 'en = "News release"', 'en = "Ours"')
    a_pack(tmp_path / "broken", "end_mark", "endmark")
    packs, problems = find_packs([tmp_path, shipped("templates"), tmp_path / "absent"])
    assert packs["news"].rules.name["en"] == "Ours"
    assert "broken" not in packs
    assert {each.place.file for each in problems} == {str(tmp_path / "broken/template.toml")}


def test_what_a_final_lacks_is_named():
    problems = missing_fields(a_release(headline="x" * 111), load_pack(NEWS))
    assert [(problem.severity, problem.place.field) for problem in problems] == [
        ("error", "contacts"),
        ("error", "boilerplates"),
        ("warning", "headline"),
    ]
    assert "111 characters; the limit is 110" in problems[2].message


def test_a_new_release_has_the_defaults_of_the_pack():
    release = new_release(load_pack(NEWS), "zh", UUID(int=1))
    assert (release.template, release.language, release.category) == ("news", "zh", "News")


def test_a_part_that_says_nothing_does_not_fill_a_field():
    pack = load_pack(NEWS)
    empty = a_release(
        body=(a_paragraph(" "),),
        contacts=(Contact(id="c1", role="press officer"),),
        boilerplates=(Boilerplate(id="t1", heading="About us", text=" "),),
    )
    assert [problem.place.field for problem in missing_fields(empty, pack)] == [
        "body",
        "contacts",
        "boilerplates",
    ]
    filled = a_release(
        contacts=(Contact(id="c1", phone="+44 1632 960101"),),
        boilerplates=(Boilerplate(id="t1", text="A museum."),),
    )
    assert missing_fields(filled, pack) == ()


def test_captions_come_in_the_language_of_the_release():
    pack = load_pack(NEWS)
    assert "{who} {does} in {place} on {date}." in pack.captions("en-GB")
    assert pack.captions("zh-Hans")[0] == "{date}，{who}在{place}{does}。"
    assert pack.captions("fr") == ()


def test_a_pack_may_have_no_captions(tmp_path: Path):
    folder = a_pack(tmp_path / "mine")
    file = folder / "template.toml"
    file.write_text(file.read_text("utf-8").partition("[captions]")[0], "utf-8")
    assert load_pack(folder).captions("en") == ()
