"""Settings are typed, kept in the profile, and never in the way of starting."""

from pathlib import Path

import msgspec
import pytest

from pressdesk.settings import Recent, Settings, SettingsStore


def test_what_was_set_is_there_the_next_time(tmp_path: Path):
    SettingsStore(tmp_path / "profile").change(theme="dark", text_size=1.5, author="Mira Harlow")
    read = SettingsStore(tmp_path / "profile").settings
    assert (read.theme, read.text_size, read.author) == ("dark", 1.5, "Mira Harlow")


def test_a_new_profile_has_the_defaults_and_writes_nothing(tmp_path: Path):
    store = SettingsStore(tmp_path / "profile")
    store.change(theme="system")
    assert store.settings == Settings()
    assert not (tmp_path / "profile").exists()


@pytest.mark.parametrize("values", [{"theme": "pink"}, {"text_size": 9.0}, {"author": 3}])
def test_a_value_that_does_not_hold_is_refused(tmp_path: Path, values: dict[str, object]):
    store = SettingsStore(tmp_path)
    with pytest.raises(msgspec.ValidationError):
        store.change(**values)
    assert store.settings == Settings()


@pytest.mark.parametrize("content", [b"{", b'{"theme": "pink"}', b"\xff"])
def test_a_broken_file_is_kept_beside_and_the_defaults_hold(tmp_path: Path, content: bytes):
    (tmp_path / "settings.json").write_bytes(content)
    assert SettingsStore(tmp_path).settings == Settings()
    assert (tmp_path / "settings.json.broken").read_bytes() == content


def test_a_setting_of_a_newer_program_does_not_stop_this_one(tmp_path: Path):
    (tmp_path / "settings.json").write_text('{"theme": "dark", "from-the-future": 1}')
    assert SettingsStore(tmp_path).settings.theme == "dark"


def test_the_newest_file_comes_first_and_each_once(tmp_path: Path):
    recent = Recent()
    for name in ("a", "b", "a"):
        recent = recent.with_path(tmp_path / f"{name}.press")
    assert recent.paths == (str(tmp_path / "a.press"), str(tmp_path / "b.press"))
    assert recent.without(tmp_path / "a.press").paths == (str(tmp_path / "b.press"),)
    store = SettingsStore(tmp_path)
    store.set_recent(recent)
    assert SettingsStore(tmp_path).recent == recent
