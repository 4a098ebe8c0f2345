"""Documents that try to run or to deceive show as text on every page, and in every file."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.web.conftest import Browser, at_home
from tests.web.making import HOSTILE, hostile

OURS = {
    "a", "article", "aside", "bdi", "blockquote", "body", "br", "button", "caption", "code",
    "datalist", "dd", "del", "details", "div", "dl", "dt", "fieldset", "footer", "form", "h1",
    "h2", "h3", "h4", "head", "header", "hr", "html", "input", "ins", "label", "legend", "li",
    "link", "main", "meta", "nav", "ol", "option", "output", "p", "q", "rect", "script",
    "section", "select", "span", "strong", "summary", "svg", "table", "tbody", "td", "th",
    "thead", "time", "title", "tr", "ul",
}  # fmt: skip


class Strict(HTMLParser):
    """Collects what a page holds that no template of ours would write."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in OURS:
            self.wrong.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name in {"style", "srcdoc"}:
                self.wrong.append(f"{tag} {name}")
            if name in {"href", "src", "action", "hx-get"} and not _inside(value or ""):
                self.wrong.append(f"{tag} {name}={value}")
        if tag == "script":
            self.scripts.append(dict(attrs).get("src") or "")

    def handle_comment(self, data: str) -> None:
        self.wrong.append(f"comment {data}")


def _inside(address: str) -> bool:
    return address.startswith(("/", "#")) and not address.startswith("//")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Browser, list[str]]]:
    record: Path = tmp_path_factory.mktemp("hostile") / "record.db"
    pages = hostile(record)
    with at_home(record) as client:  # with all the forms
        yield client, pages


def test_nothing_of_a_document_becomes_markup(served: tuple[Browser, list[str]]) -> None:
    client, pages = served
    for address in pages:
        answer = client.get(address)
        assert answer.status_code == 200, address
        found = Strict()
        found.feed(answer.text)
        assert not found.wrong, address
        assert all(source.startswith("/static/") for source in found.scripts), address


def test_what_was_written_is_shown_as_written(served: tuple[Browser, list[str]]) -> None:
    client, pages = served
    shown = "".join(client.get(page).text for page in pages if page.startswith("/documents/"))
    assert "&lt;script&gt;document.title=" in shown
    assert "{{ 7 * 7 }}" in shown
    assert "49" not in shown.split("{{ 7 * 7 }}")[1][:40]


def test_characters_that_turn_text_around_are_named(served: tuple[Browser, list[str]]) -> None:
    client, pages = served
    for address in pages:
        text = client.get(address).text
        assert not set("\u202e\u202c\u2066\u2069") & set(text), address
    assert any("⟨U+202E⟩" in client.get(page).text for page in pages)


def test_programs_get_the_text_as_it_is(served: tuple[Browser, list[str]]) -> None:
    client, _ = served
    answer = client.get("/api/documents?limit=200")
    assert answer.headers["content-type"].startswith("application/json")
    titles: set[Any] = {item["title"] for item in answer.json()["items"]}
    assert set(HOSTILE) <= titles


def test_no_spreadsheet_runs_what_it_is_given(served: tuple[Browser, list[str]]) -> None:
    client, _ = served
    for name in ("documents", "claims", "sources"):
        rows = csv.reader(io.StringIO(client.get(f"/download/{name}.csv").text))
        for row in rows:
            assert not any(cell.startswith(("=", "@", "+")) for cell in row)


def test_a_reference_holds_no_command_of_tex(served: tuple[Browser, list[str]]) -> None:
    client, _ = served
    for entry in client.get("/download/documents.bib").text.split("\n\n"):
        assert set(re.findall(r"\\[a-z]+", entry)) <= {"\\textasciitilde", "\\textasciicircum"}
        braces = re.findall(r"(?<!\\)[{}]", entry)
        assert braces.count("{") == braces.count("}")
