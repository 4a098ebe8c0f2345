from pathlib import Path

import pytest

from dragoman import settings
from dragoman.errors import UsageError


def test_the_command_line_wins_over_the_environment_and_that_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / "dragoman.toml"
    file.write_text('record = "file.db"\nworkers = 2\nmax_line = 7\n')
    loaded = settings.load(
        {"record": "given.db", "workers": None},
        {"DRAGOMAN_RECORD": "environment.db", "DRAGOMAN_WORKERS": "3"},
        file,
    )
    assert (loaded.record, loaded.workers, loaded.max_line) == ("given.db", 3, 7)


def test_a_wrong_value_is_named() -> None:
    with pytest.raises(UsageError, match=r"workers"):
        settings.load({}, {"DRAGOMAN_WORKERS": "many"})


def test_an_unknown_setting_is_named(tmp_path: Path) -> None:
    file = tmp_path / "dragoman.toml"
    file.write_text("wrokers = 2\n")
    with pytest.raises(UsageError, match="wrokers"):
        settings.load({}, {}, file)


def test_a_missing_file_that_was_named_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere.toml"):
        settings.load({}, {}, tmp_path / "nowhere.toml")


def test_only_what_changes_the_findings_changes_their_digest() -> None:
    plain = settings.load({}, {}).output_digest()
    assert settings.load({"workers": 2, "record": "x.db"}, {}).output_digest() == plain
    assert settings.load({"teasers": True}, {}).output_digest() != plain


def test_every_setting_has_help() -> None:
    assert all(item.help.endswith(".") for item in settings.described())
