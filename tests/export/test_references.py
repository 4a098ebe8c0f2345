from __future__ import annotations

import json
import re

import pytest

from dragoman import registry
from dragoman.export.bibtex import bibtex
from dragoman.export.csl import csl
from dragoman.export.references import address, cited, key
from dragoman.ports import EventQuery, Exporter, View
from dragoman.records.dossiers import DocumentUsed

EVERYTHING = EventQuery()


def used(**fields: object) -> DocumentUsed:
    plain = {"document": "doc_a1b2c3d4", "source": "Weekly", "path": "a.txt", "claims": 1}
    absent = dict.fromkeys(("title", "url", "published", "captured_at", "digest"))
    return DocumentUsed(**{**absent, **plain, **fields})  # type: ignore[arg-type]


def exported(name: str, view: View) -> str:
    exporter: Exporter = registry.load(registry.EXPORTERS, name)
    return b"".join(exporter.export(view, EVERYTHING)).decode()


def test_every_document_is_cited_once_with_its_capture(view: View) -> None:
    found = list(cited(view, EVERYTHING))
    assert [one.document for one in found] == ["doc_a1b2c3d4", "doc_ffff0000"]
    assert (found[0].captured_at, found[0].digest) == (
        "2026-02-01T10:00:00Z",
        f"sha256:{'ab' * 32}",
    )
    assert found[1].digest is None


def test_bibtex_says_what_is_needed_to_find_and_verify_it(view: View) -> None:
    entry = exported("citations.bibtex", view).split("\n\n")[0]
    assert entry.startswith("@misc{harbour2020a1b2c3,")
    for field in (
        "author = {{A. Writer}}",
        "title = {{Two states meet}}",
        "date = {2020-09-23}",
        "year = {2020}",
        "url = {https://example.org/doc_a1b2c3d4}",
        "urldate = {2026-02-01}",
    ):
        assert field in entry
    assert "sha256:abab" in entry


def test_bibtex_reads_nothing_as_markup(view: View) -> None:
    entry = exported("citations.bibtex", view).split("\n\n")[1]
    assert r"\{a\} 50\% \& \textbackslash{}b\_c \#1 \textasciitilde{} \textasciicircum{}" in entry
    bare = re.sub(r"\\[{}]", "", entry)
    assert bare.count("{") == bare.count("}")


def test_where_a_file_lay_on_one_machine_is_no_address(view: View) -> None:
    for form in ("bibtex", "csl"):
        assert "file:" not in exported(f"citations.{form}", view)


def test_csl_is_one_array_of_items(view: View) -> None:
    first, second = json.loads(exported("citations.csl", view))
    assert first["id"] == "harbour2020a1b2c3"
    assert first["author"] == [{"literal": "A. Writer"}]
    assert first["issued"] == {"date-parts": [[2020, 9, 23]]}
    assert first["accessed"] == {"date-parts": [[2026, 2, 1]]}
    assert first["custom"]["capture_digest"] == f"sha256:{'ab' * 32}"
    assert "issued" not in second
    assert json.loads("".join(csl([]))) == []


@pytest.mark.parametrize(
    ("published", "issued"),
    [
        ("2020", {"date-parts": [[2020]]}),
        ("2020-09", {"date-parts": [[2020, 9]]}),
        ("2020-21", {"date-parts": [[2020]], "season": 1}),
        ("2020~", {"date-parts": [[2020]], "circa": True}),
        ("2020-09-01/2020-09-03", {"date-parts": [[2020, 9, 1], [2020, 9, 3]]}),
        ("202X", {"literal": "202X"}),
        ("2020/..", {"literal": "2020/.."}),
    ],
)
def test_dates_as_csl_has_them(published: str, issued: object) -> None:
    [item] = json.loads("".join(csl([used(published=published)])))
    assert item["issued"] == issued


def test_keys_are_plain_and_differ() -> None:
    names = [key(used(document=f"doc_{n:032x}", source="Пресса")) for n in range(1, 300, 7)]
    assert all(re.fullmatch("[a-z0-9]+", name) for name in names)
    assert key(used(source="The Moran Bulletin", published="2020-09")) == "moran2020a1b2c3"


def test_a_document_of_which_little_is_known_is_still_cited() -> None:
    [entry] = bibtex([used()])
    assert "author = {{Weekly}}" in entry
    assert "title = {{Untitled}}" in entry
    assert "a.txt" in entry


def test_an_address_that_is_none_is_left_out() -> None:
    assert address(used(url="https://example.org/a")) == "https://example.org/a"
    assert address(used(url="/home/a.txt")) is None
    assert address(used(url="http://[broken")) is None
