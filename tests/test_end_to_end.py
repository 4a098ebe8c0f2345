"""The whole way over real documents: what every claim must be, and what a kill may not break."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman import settings
from dragoman.app import App
from dragoman.examination import examine
from dragoman.ontology import plover
from dragoman.pipeline import Worked
from dragoman.ports import EventQuery
from dragoman.records.claims import Claim
from dragoman.records.codec import encode
from dragoman.records.dates import is_edtf
from dragoman.records.documents import Document

ROOT = Path(__file__).parent.parent
SEEDS = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared")) / "corpus" / "seeds"
FOLDERS = [str(folder) for folder in (ROOT / "samples", SEEDS) if folder.exists()]


@pytest.fixture(scope="module")
def worked() -> list[Worked]:
    return list(App(settings.load({}, {})).code(FOLDERS))


@pytest.fixture(scope="module")
def told(worked: list[Worked]) -> list[tuple[Document, Claim]]:
    return [(w.document, claim) for w in worked if w.document for claim in w.claims]


Told = list[tuple[Document, Claim]]


def test_every_document_is_read(worked: list[Worked]) -> None:
    assert [refusal.detail for one in worked for refusal in one.refusals] == []
    assert all(one.document is not None for one in worked)


def test_every_span_stands_in_the_archived_text(told: Told) -> None:
    for document, claim in told:
        assert document.text[claim.start : claim.end] == claim.text
        spans = [(s.start, s.end, s.text) for s in (*claim.actors, *claim.recipients)]
        spans.append((claim.trigger.start, claim.trigger.end, claim.trigger.text))
        for start, end, text in spans:
            assert document.text[start:end] == text, claim.id


def test_plain_files_are_archived_as_they_are(worked: list[Worked]) -> None:
    plain = [w.document for w in worked if w.document and w.path.endswith(".txt")]
    assert plain
    for document in plain:
        assert document.text == Path(document.path).read_text("utf-8")


def test_every_claim_speaks_the_codebook(told: Told) -> None:
    for _, claim in told:
        assert claim.score == plover().score(claim.event_type, claim.modes)
        assert claim.quad_class == plover().type(claim.event_type).quad_class
        assert set(claim.contexts) <= set(plover().contexts)
        assert claim.actors
        if plover().type(claim.event_type).needs_recipient:
            assert claim.recipients or len(claim.actors) > 1


def test_every_date_is_edtf_and_says_how_it_was_found(told: Told) -> None:
    for _, claim in told:
        assert (claim.occurred is None) == (claim.occurred_basis is None)
        assert claim.occurred is None or is_edtf(claim.occurred)
        assert claim.published is None or is_edtf(claim.published)


def test_no_claim_of_a_commenter_is_the_documents_own(told: Told) -> None:
    for _, claim in told:
        if claim.section == "comment":
            assert claim.asserted_by.role != "author"


def test_nothing_is_coded_from_teasers_unless_asked_for(told: Told) -> None:
    assert all(claim.section != "teaser" for _, claim in told)
    teasing = App(settings.load({"teasers": True}, {})).code(FOLDERS)
    assert any(claim.section == "teaser" for one in teasing for claim in one.claims)


def test_the_same_input_gives_the_same_bytes(worked: list[Worked]) -> None:
    command = [sys.executable, "-m", "dragoman", "code", *FOLDERS]
    printed = subprocess.run(command, capture_output=True, check=True)  # noqa: S603
    expected = b"".join(encode(claim) + b"\n" for one in worked for claim in one.claims)
    assert printed.stdout == expected


def fingerprint(record: Path) -> str:
    with App(settings.load({"record": str(record)}, {})).store() as store:
        return store.view().fingerprint()


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory: pytest.TempPathFactory) -> str:
    record = tmp_path_factory.mktemp("whole") / "whole.db"
    App(settings.load({"record": str(record)}, {})).build(FOLDERS, _Silent())
    return fingerprint(record)


@pytest.mark.slow
@pytest.mark.parametrize("moment", [0.4, 0.9, 1.3, 1.7, 2.1, 2.5, 3.0])
def test_a_build_killed_at_any_moment_is_completed_by_the_next(
    tmp_path: Path, moment: float, uninterrupted: str
) -> None:
    parted = tmp_path / "parted.db"
    command = [sys.executable, "-m", "dragoman", "build", *FOLDERS, "--record"]
    build = subprocess.Popen(  # noqa: S603
        [*command, str(parted)], stderr=subprocess.DEVNULL
    )
    time.sleep(moment)
    build.send_signal(signal.SIGKILL)
    build.wait()
    subprocess.run([*command, str(parted)], check=True, capture_output=True)  # noqa: S603
    assert fingerprint(parted) == uninterrupted
    examined = examine(App(settings.load({"record": str(parted)}, {})))
    assert [finding.detail for finding in examined if not finding.good] == []


def test_the_record_of_everything_answers(tmp_path: Path) -> None:
    app = App(settings.load({"record": str(tmp_path / "r.db")}, {}))
    tally = app.build(FOLDERS, _Silent())
    assert tally.failed == 0
    assert app.build(FOLDERS, _Silent()).unchanged == tally.read
    relations = EventQuery(sides=("PRK", "PSE"), event_types=("SUPPORT",))
    established = [e for e in app.events(relations) if "establish-relations" in e.modes]
    assert "1966-04-13" in {event.occurred for event in established}


class _Silent:
    def refused(self, refusal: object) -> None:
        raise AssertionError(refusal)

    def passed(self, path: str) -> None:
        pass
