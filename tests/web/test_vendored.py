"""What was written by others is what they published, and is named in NOTICE."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
LISTS = (ROOT / "dragoman/web/static/vendor/vendored.toml", ROOT / "tests/web/vendor/vendored.toml")
FILES = [
    (path.parent / one["file"], one)
    for path in LISTS
    for one in tomllib.loads(path.read_text())["package"]
]


@pytest.mark.parametrize(("path", "package"), FILES, ids=lambda value: getattr(value, "name", ""))
def test_a_vendored_file_has_its_digest_and_its_licence_is_told(
    path: Path, package: dict[str, str]
) -> None:
    assert hashlib.sha256(path.read_bytes()).hexdigest() == package["sha256"]
    notice = (ROOT / "NOTICE").read_text()
    assert f"{package['name']} {package['version']}" in notice
    assert package["sha256"] in notice
    assert package["licence"] in notice


@pytest.mark.parametrize("path", LISTS, ids=str)
def test_nothing_is_vendored_unnamed(path: Path) -> None:
    named = {one["file"] for one in tomllib.loads(path.read_text())["package"]}
    assert {file.name for file in path.parent.iterdir()} - {path.name} == named
