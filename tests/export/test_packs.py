"""A pack is read strictly, and what it asks of a release is checked."""

import shutil
from pathlib import Path
from uuid import UUID

import pytest

from pressdesk.export.packs import find_packs, load_pack, missing_fields, new_release
from pressdesk.model.problem import PressDeskError
from pressdesk.paths import shipped
from tests.builders import a_release

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
        ("end_mark", "endmark", "endmark"),
        ('"headline", "place"', '"headlin", "place"', "“headlin”, which is not a field"),
        ("headline = 110", "heading = 110", "“heading”, which is not a field"),
        ('category = "News"', 'body = "News"', "“body”, which is not a field"),
        ('["en", "zh"]', '["en", "fr"]', "[wording.…]"),
        ("Embargoed until {when}", "Embargoed", "{when} in “embargoed” of [wording.en]"),
        ("图片：{credit}", "图片", "{credit} in “photo” of [wording.zh]"),
        ('["en", "zh"]', "5", "languages"),
        ("languages", "languages [", "template.toml"),
    ],
)
def test_rules_that_do_not_hold_are_refused_by_name(tmp_path: Path, old: str, new: str, words: str):
    with pytest.raises(PressDeskError, match="PD-TPL-001") as caught:
        load_pack(a_pack(tmp_path / "mine", old, new))
    assert words in str(caught.value)


def test_a_pack_without_rules_is_refused(tmp_path: Path):
    with pytest.raises(PressDeskError, match="PD-TPL-001"):
        load_pack(tmp_path)


def test_a_pack_of_the_user_hides_a_shipped_one_and_a_broken_one_is_said(tmp_path: Path):
    a_pack(tmp_path / "news", 'en = "News release"', 'en = "Ours"')
    a_pack(tmp_path / "broken", "end_mark", "endmark")
    packs, problems = find_packs([tmp_path, shipped("templates"), tmp_path / "absent"])
    assert packs["news"].rules.name["en"] == "Ours"
    assert "broken" not in packs
    assert len(problems) == 1


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
