"""Dictionaries are found where systems and office programs keep them."""

import sys
from pathlib import Path

import pytest

from pressdesk.spelling.dictionaries import Dictionary, Folder, choose, find_dictionaries, folders


def put(folder: Path, *stems: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for stem in stems:
        (folder / f"{stem}.aff").write_text("SET UTF-8\n", "utf-8")
        (folder / f"{stem}.dic").write_text("1\nword\n", "utf-8")
    return folder


def some(*languages: str) -> dict[str, Dictionary]:
    return {
        name: Dictionary(name, Path(f"{name}.aff"), Path(f"{name}.dic"), "system")
        for name in languages
    }


def test_languages_are_read_from_the_names_of_files(tmp_path: Path):
    put(tmp_path, "en_US", "de_DE_frami", "fr", "sr-Latn", "sr", "pt-BR", "index", "es_ANY")
    (tmp_path / "nl_NL.aff").write_text("", "utf-8")  # without its words
    found = find_dictionaries((Folder(tmp_path, "system"),))
    assert sorted((name, one.aff.stem) for name, one in found.items()) == [
        *(("de_DE", "de_DE_frami"), ("en_US", "en_US"), ("es", "es_ANY")),
        *(("fr", "fr"), ("pt_BR", "pt-BR"), ("sr", "sr")),
    ]


def test_the_folder_of_the_person_hides_the_others(tmp_path: Path):
    own, system = put(tmp_path / "own", "en_US"), put(tmp_path / "system", "en_US", "fr_FR")
    found = find_dictionaries((Folder(own, "own"), Folder(system, "system")))
    assert {name: one.origin for name, one in found.items()} == {"en_US": "own", "fr_FR": "system"}


def test_extensions_of_libreoffice_are_searched_as_deep_as_they_lie(tmp_path: Path):
    put(tmp_path / "dict-de", "de_DE_frami", "de_AT_frami")
    put(tmp_path / "lu1.tmp_" / "dict-pl.oxt" / "dictionaries", "pl_PL")
    found = find_dictionaries((Folder(tmp_path, "LibreOffice"),))
    assert found.keys() == {"de_DE", "de_AT", "pl_PL"}
    assert find_dictionaries((Folder(tmp_path, "shipped"),)) == {}
    assert find_dictionaries((Folder(tmp_path / "nowhere", "system"),)) == {}


@pytest.mark.parametrize(
    ("system", "environment", "places"),
    [
        (
            "linux",
            {},
            [
                "~/.local/share/hunspell",
                "/usr/share/hunspell",
                "/usr/share/myspell",
                "/usr/lib/libreoffice/share/extensions",
                "~/.config/libreoffice/4/user/uno_packages/cache/uno_packages",
            ],
        ),
        ("linux", {"XDG_DATA_DIRS": "/a:/b"}, ["/a/hunspell", "/b/hunspell"]),
        (
            "darwin",
            {},
            [
                "~/Library/Spelling",
                "/Library/Spelling",
                "/opt/homebrew/share/hunspell",
                "/Applications/LibreOffice.app/Contents/Resources/extensions",
            ],
        ),
        (
            "win32",
            {"ProgramFiles": "/Programs", "APPDATA": "/Roaming"},
            [
                "/Roaming/hunspell",
                "/Programs/LibreOffice/share/extensions",
                "/Roaming/LibreOffice/4/user/uno_packages/cache/uno_packages",
            ],
        ),
    ],
)
def test_each_system_has_its_folders(
    system: str, environment: dict[str, str], places: list[str], tmp_path: Path
):
    listed = [place.path for place in folders(system, environment, tmp_path)]
    wanted = [tmp_path / place[2:] if place.startswith("~") else Path(place) for place in places]
    assert [path for path in listed if path in wanted] == wanted


def test_the_dictionary_that_ships_is_always_there(tmp_path: Path):
    pytest.importorskip("hunspell", reason="chunspell-next is not installed")
    listed = folders(sys.platform, {}, tmp_path, own=tmp_path / "own")
    assert listed[0] == Folder(tmp_path / "own", "own")
    assert find_dictionaries(listed)["en_US"].origin == "shipped"


@pytest.mark.parametrize(
    ("language", "there", "chosen", "code"),
    [
        ("en", ["en_US", "en_GB"], "en_US", ""),
        ("en-US", ["en_US"], "en_US", ""),
        ("en-GB", ["en_US", "en_GB"], "en_GB", ""),
        ("en-GB", ["en_US"], "en_US", "PD-SPL-002"),
        ("en-AU", ["en_US", "en_GB"], "en_GB", "PD-SPL-002"),
        ("de", ["de_AT", "de_DE"], "de_DE", ""),
        ("de-Latn-AT", ["de_AT", "de_DE"], "de_AT", ""),
        ("de", ["de_CH"], "de_CH", ""),
        ("fr-CA", ["fr"], "fr", ""),
        ("no", ["nb_NO"], "nb_NO", ""),
        ("tlh", ["en_US"], "", "PD-SPL-001"),
        ("e", ["en_US"], "", "PD-SPL-001"),
        ("", ["en_US"], "", "PD-SPL-001"),
        ("zh-Hans", ["en_US"], "", ""),
        ("ja", ["en_US"], "", ""),
    ],
)
def test_a_language_gets_its_dictionary_or_the_next_of_kin(
    language: str, there: list[str], chosen: str, code: str
):
    dictionary, problem = choose(language, some(*there))
    assert (dictionary.language if dictionary else "") == chosen
    assert (problem.code if problem else "") == code
    assert problem is None or problem.fix
