"""Corrections made from the pages of a record, and whom they are refused to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import UsageError
from dragoman.records.codec import decode
from dragoman.records.corrections import Correction
from dragoman.records.provenance import Source
from dragoman.store import open_record
from dragoman.web.config import WebConfig, checked
from tests.factories import make_claim
from tests.web.conftest import Browser, at_home, opened
from tests.web.making import make_told, noon, ordinary

TOKEN = "correct horse battery"  # noqa: S105 - opens nothing but these tests
WHO = {"by": "R. Hale", "why": "read in print"}


class Corrector:
    """Someone who fills in the forms of a record."""

    def __init__(self, client: Browser, ids: dict[str, str]) -> None:
        self.client, self.ids = client, ids

    def page(self, address: str) -> str:
        """The text of a page that is there."""
        answer = self.client.get(address.format(**self.ids))
        assert answer.status_code == 200, answer.text
        return str(answer.text)

    def send(self, address: str, page: str, status: int = 303, **fields: str) -> Any:
        """What comes of sending a form that stands on a page."""
        word = self.page(page).split('name="_csrf_token" value="')[1].split('"')[0]
        data = {"_csrf_token": word, **WHO, **{k: v.format(**self.ids) for k, v in fields.items()}}
        answer = self.client.post(address.format(**self.ids), data=data, follow_redirects=False)
        assert answer.status_code == status, answer.text
        return answer

    def correct(self, status: int = 303, **fields: str) -> Any:
        """What comes of the form of a claim."""
        given = {"claim": "{claim}", **fields}
        return self.send("/corrections/new", "/claims/{claim}", status, **given)

    def rows(self) -> list[Correction]:
        """The ledger as it is downloaded, without what the record came with."""
        lines = self.client.get("/download/corrections.jsonl").content.splitlines()
        return [decode(line, Correction) for line in lines][1:]


@pytest.fixture
def corrector(tmp_path: Path) -> Iterator[Corrector]:
    path = tmp_path / "record.db"
    ids = ordinary(path)
    with at_home(path) as client:
        yield Corrector(client, ids)


def test_a_claim_is_rejected_and_says_so_everywhere(corrector: Corrector) -> None:
    assert "60 years since" in corrector.page("/")
    answer = corrector.correct(kind="reject")
    claim = corrector.page(answer.headers["location"])
    assert "rejected, and not counted" in claim
    assert "Kept: <bdi>R. Hale</bdi> rejected a claim" in claim
    assert "rejected, and not counted" in corrector.page("/search?q=embassies")
    assert "support: establish relations, rejected" in corrector.page("/documents/{document}")
    assert "13 April 1966" not in corrector.page("/events")
    (row,) = corrector.rows()
    assert (row.kind, row.by, row.why) == ("reject", "R. Hale", "read in print")


def test_what_is_changed_stands_beside_what_was_coded(corrector: Corrector) -> None:
    corrector.correct(
        kind="change", type="SUPPORT", modes="establish-relations", date="1966-04-14",
        actors="PRK", recipients="PSE", certainty="CT+",
    )  # fmt: skip
    claim = corrector.page("/claims/{claim}")
    assert "<bdi>1966-04-13</bdi></del> → <ins>" in claim
    assert 'name="date" value="1966-04-14"' in claim
    assert "14 April 1966" in corrector.page("/events?since=1966&until=1966")
    (row,) = corrector.rows()
    assert [change.field for change in row.changes] == ["occurred"]


def test_what_cannot_be_is_refused_and_nothing_is_written(corrector: Corrector) -> None:
    refused = corrector.correct(422, kind="change", date="yesterday")
    assert "no EDTF date" in refused.text
    assert "nothing to change" in corrector.correct(422, kind="change", date="1966-04-13").text
    assert "needs a name and a reason" in corrector.correct(422, kind="confirm", by=" ").text
    assert "copy its address" in corrector.correct(422, kind="merge", other="that one").text
    corrector.correct(422, kind="marry")
    assert corrector.rows() == []


def test_a_correction_is_taken_back(corrector: Corrector) -> None:
    corrector.correct(kind="reject")
    name = corrector.rows()[0].id
    assert "take-back" in corrector.page("/corrections")
    corrector.send(f"/corrections/{name}/take-back", "/corrections")
    assert "not counted" not in corrector.page("/claims/{claim}")
    assert "Taken back" in corrector.page("/corrections")
    assert corrector.rows()[1].takes_back == name


def test_tellings_are_parted_and_joined_again_from_their_event(corrector: Corrector) -> None:
    page = corrector.page("/events/{event}")
    assert "Part it from the rest" in page
    answer = corrector.send(
        "/corrections/new", "/events/{event}", kind="split", claim="{claim}", other="{event}"
    )
    assert "parted 2 claims" in corrector.page(answer.headers["location"])
    alone = corrector.client.get("/api/events?since=1966&until=1966").json()["items"]
    assert [len(event["claims"]) for event in alone] == [1]
    corrector.correct(kind="merge", other="http://127.0.0.1:8765/events/{alone}")
    together = corrector.client.get("/api/events?since=1966&until=1966").json()["items"]
    assert [len(event["claims"]) for event in together] == [2]


def test_what_is_reviewed_is_not_asked_about_again(corrector: Corrector) -> None:
    everything = corrector.page("/review?every=1")
    assert "One happening?" in everything
    assert "Coded right?" in everything
    link = everything.split('value="merge ')[1].split('"')[0]
    back = "/review?every=1"
    answer = corrector.send("/review/judged", back, judged=f"merge {link}", back=back, why="")
    after = corrector.page(answer.headers["location"])
    assert "Kept: <bdi>R. Hale</bdi> joined 2 claims" in after
    assert "One happening?" not in after
    (row,) = corrector.rows()
    assert (row.kind, row.why) == ("merge", "looked over in review")


def test_review_leads_nowhere_else_and_takes_no_other_word(corrector: Corrector) -> None:
    corrector.send("/review/judged", "/review?every=1", 422, judged="obey {claim}")
    answer = corrector.send(
        "/review/judged", "/review?every=1", judged="confirm {claim}", back="//evil.example/?"
    )
    assert answer.headers["location"].startswith("/review?")


def test_a_form_without_its_word_or_from_elsewhere_changes_nothing(corrector: Corrector) -> None:
    data = {"kind": "reject", "claim": corrector.ids["claim"], **WHO}
    assert corrector.client.post("/corrections/new", data=data).status_code == 403
    word = corrector.page("/claims/{claim}").split('name="_csrf_token" value="')[1].split('"')[0]
    data["_csrf_token"] = word
    for headers in (
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ):
        answer = corrector.client.post("/corrections/new", data=data, headers=headers)
        assert answer.status_code == 403
        assert "of no other place" in answer.text
    ours = {"origin": "http://127.0.0.1:8765", "sec-fetch-site": "same-origin"}
    answer = corrector.client.post(
        "/corrections/new", data=data, headers=ours, follow_redirects=False
    )
    assert answer.status_code == 303


@pytest.mark.parametrize(
    ("config", "may"),
    [
        ({}, True),
        ({"token": TOKEN}, True),
        ({"read_only": True}, False),
        ({"hosts": ("record.example",)}, False),
        ({"host": "0.0.0.0", "token": TOKEN}, False),  # noqa: S104 - is only looked at
        ({"host": "0.0.0.0", "token": TOKEN, "corrections": True}, True),  # noqa: S104
        ({"hosts": ("record.example",), "token": TOKEN, "corrections": True}, True),
    ],
)
def test_who_may_correct(config: dict[str, Any], *, may: bool) -> None:
    assert checked(WebConfig(**config)).corrects is may


@pytest.mark.parametrize(
    ("config", "reason"),
    [
        ({"corrections": True, "read_only": True}, "cannot both be"),
        ({"corrections": True, "hosts": ("record.example",)}, "--token"),
    ],
)
def test_corrections_that_all_could_make_are_refused(config: dict[str, Any], reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        checked(WebConfig(**config))


def test_where_nobody_may_correct_no_form_is_shown_and_none_is_taken(
    record: tuple[Path, dict[str, str]],
) -> None:
    path, ids = record
    pages = ("/claims/{claim}", "/events/{event}", "/review?every=1", "/corrections")
    for client in (opened(path), at_home(path, read_only=True)):
        with client:
            for page in pages:
                answer = client.get(page.format(**ids))
                assert answer.status_code == 200
                assert 'method="post"' not in answer.text
            data = {"kind": "reject", "claim": ids["claim"], **WHO}
            answer = client.post("/corrections/new", data=data)
            assert answer.status_code == 403
            assert "--corrections" in answer.text or "reading only" in answer.text


def test_while_a_build_is_not_done_nothing_is_corrected(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    ids = ordinary(path)
    _stop_a_build(path)
    with at_home(path) as client:
        answer = Corrector(client, ids).correct(503, kind="reject")
        assert "wait until it has ended" in answer.text


def _stop_a_build(path: Path) -> None:
    """Takes a document in, and makes no events of it."""
    text = "Two sides signed a treaty."
    told = make_told(
        text, (make_claim(text, "AGREE"),),
        source=Source(id="src_new", name="New"), url="https://new.example/",
    )  # fmt: skip
    store = open_record(str(path), clock=noon)
    writer = store.writer()
    with writer.batch():
        writer.take_in(told)
    store.close()
