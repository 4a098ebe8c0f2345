"""What can be used is in the docs, or the build fails."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.main

from dragoman import settings
from dragoman.cli import application
from dragoman.ontology import plover

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
COMMANDS = sorted(typer.main.get_command(application).commands)  # type: ignore[attr-defined]
ROOMS = sorted(
    path.name
    for path in (ROOT / "dragoman").iterdir()
    if (path / "__init__.py").exists() and path.name not in {"records", "cli"}
)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented_and_has_an_example(command: str) -> None:
    assert f"dragoman {command}" in (DOCS / "commands.md").read_text()
    help_text = typer.main.get_command(application).commands[command].help  # type: ignore[attr-defined]
    assert "Example:" in help_text


@pytest.mark.parametrize("setting", settings.described(), ids=lambda setting: setting.name)
def test_every_setting_is_documented_with_its_default(setting: settings.Description) -> None:
    table = (DOCS / "commands.md").read_text()
    row = re.search(rf"^\| `{setting.name}` \| (.*?) \|", table, re.MULTILINE)
    assert row
    default = "none" if setting.default is None else f"`{setting.default}`"
    assert row.group(1) == default.replace("False", "false")


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_a_page(room: str) -> None:
    assert (DOCS / f"{room}.md").exists()


@pytest.mark.parametrize("event_type", plover().types)
def test_the_codebook_describes_every_type_and_mode(event_type: str) -> None:
    text = (DOCS / "codebook.md").read_text()
    assert f"| {event_type} |" in text
    for mode in plover().types[event_type].modes:
        assert mode in text


@pytest.mark.parametrize("page", [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))], ids=str)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+\.\w+)", page.read_text()):
        assert (page.parent / target).exists(), target


def test_samples_are_all_described() -> None:
    table = (DOCS / "samples.md").read_text()
    for path in sorted((ROOT / "samples").iterdir()):
        assert f"`{path.name}`" in table
