"""A build with stages made by hand: what is kept, what is refused, what a kill leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from dragoman.archive import WarcArchive
from dragoman.corroboration import Corroborate
from dragoman.errors import StageError
from dragoman.executors import Serial
from dragoman.pipeline import DOCUMENTS_A_BATCH, Build, Stages, Tally, Worked
from dragoman.ports import EventQuery, Span
from dragoman.records.claims import Claim, Coding
from dragoman.records.documents import Document, Section, document_id
from dragoman.records.provenance import Payload, Refusal, Source
from dragoman.records.readings import Reading
from dragoman.store import SqlStore, open_record
from tests.factories import STAMP, make_claim
from tests.store.making import noon, tell


def payload(name: str, text: str = "words") -> Payload:
    return Payload(path=name, url=f"file:///{name}", content=text.encode(), media_type="text/plain")


class Stage:
    """All four stages at once: each line `TYPE DATE` of a text is a claim."""

    def extract(self, payload: Payload) -> Document | Refusal:
        text = payload.content.decode()
        if text == "bad":
            return Refusal(item=payload.path, stage="ingest", code="bad", detail="it is bad")
        source = Source(id=f"src_{payload.path}", name=payload.path)
        return Document(
            id=document_id(payload.url, source, text),
            path=payload.path,
            url=payload.url,
            source=source,
            text=text,
            sections=(Section(kind="body", start=0, end=len(text)),),
            warnings=("its date is odd",) if text == "odd" else (),
        )

    def read(self, document: Document) -> Reading:
        if document.text == "crash":
            raise ZeroDivisionError("by accident")
        if document.text == "stop":
            raise StageError("no model")
        foreign = document.text == "auf Deutsch"
        refusal = Refusal(
            item=document.path, stage="reading", code="language", detail="German", fatal=False
        )
        return Reading(
            document=document.id,
            sentences=(),
            mentions=(),
            times=(),
            stamp=STAMP,
            language="de" if foreign else "en",
            refusal=refusal if foreign else None,
            published="2021-04-13",
            published_basis="anniversary",
        )

    def code(self, document: Document, reading: Reading) -> tuple[Coding, ...]:
        return ()

    def classify(
        self, text: str, reading: Reading, actor: Span | None, recipient: Span | None
    ) -> dict[str, float]:
        return {}

    def attribute(
        self, document: Document, reading: Reading, codings: tuple[Coding, ...]
    ) -> tuple[Claim, ...]:
        lines = [line.split() for line in document.text.splitlines() if line[:1].isupper()]
        return tuple(
            tell(document, make_claim(event_type=kind, occurred=when, source=document.path))
            for kind, when in lines
        )


class Report:
    def __init__(self) -> None:
        self.told: list[str] = []
        self.done: list[str] = []

    def refused(self, refusal: Refusal) -> None:
        self.told.append(refusal.detail)

    def passed(self, path: str) -> None:
        self.done.append(path)


Work = Callable[[Payload], Worked]


def run(
    folder: Path,
    payloads: Iterable[Payload | Refusal],
    work: Work | None = None,
    config: str = "one",
) -> tuple[Tally, Report, str]:
    stage, report = Stage(), Report()
    store = open_record(str(folder / "record.db"), clock=noon)
    try:
        build = Build(
            store=store,
            archive=WarcArchive(folder / "record.archive", clock=noon),
            corroborator=Corroborate(),
            executor=Serial(),
            work=work or Stages(stage, stage, stage, stage),
            config=config,
            report=report,
        )
        return build.run(payloads), report, store.view().fingerprint()
    finally:
        store.close()


def opened(folder: Path) -> SqlStore:
    return open_record(str(folder / "record.db"), clock=noon)


def test_documents_become_claims_and_claims_events(tmp_path: Path) -> None:
    told = [payload("a", "SUPPORT 1966-04-13"), payload("b", "SUPPORT 1966-04-13")]
    tally, report, _ = run(tmp_path, told)
    assert (tally.read, tally.claims, tally.failed) == (2, 2, 0)
    assert report.done == ["a", "b"]
    (event,) = opened(tmp_path).view().events(EventQuery())
    assert (event.occurred, event.documents) == ("1966-04-13", 2)


def test_what_reading_finds_of_date_and_language_is_kept(tmp_path: Path) -> None:
    run(tmp_path, [payload("a")])
    (document,) = opened(tmp_path).view().documents()
    assert (document.published, document.published_basis) == ("2021-04-13", "anniversary")
    assert document.language == "en"


def test_nothing_is_read_twice(tmp_path: Path) -> None:
    told = [payload("a"), payload("b")]
    _, _, first = run(tmp_path, told)

    def never(_: Payload) -> Worked:
        raise AssertionError("read again")

    tally, _, second = run(tmp_path, told, never)
    assert (tally.read, tally.unchanged) == (0, 2)
    assert first == second


def test_other_settings_read_everything_again(tmp_path: Path) -> None:
    run(tmp_path, [payload("a")])
    tally, _, _ = run(tmp_path, [payload("a")], config="two")
    assert (tally.read, tally.unchanged) == (1, 0)


@pytest.mark.parametrize(
    ("text", "detail", "failed", "kept"),
    [
        ("bad", "it is bad", 1, 0),
        ("crash", "ZeroDivisionError", 1, 0),
        ("odd", "its date is odd", 0, 1),
        ("auf Deutsch", "German", 0, 1),
    ],
)
def test_a_bad_document_is_named_and_the_rest_goes_on(
    tmp_path: Path, text: str, detail: str, failed: int, kept: int
) -> None:
    tally, report, _ = run(tmp_path, [payload("x", text), payload("good")])
    assert any(detail in line for line in report.told)
    assert (tally.failed, tally.read) == (failed, kept + 1)


def test_a_bad_document_is_named_again_by_the_next_build(tmp_path: Path) -> None:
    for _ in range(2):
        tally, report, _ = run(tmp_path, [payload("x", "bad")])
        assert tally.failed == 1
        assert report.told == ["it is bad"]


def test_a_stage_that_cannot_go_on_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(StageError, match="no model"):
        run(tmp_path, [payload("x", "stop")])


def test_a_refused_fetch_is_counted(tmp_path: Path) -> None:
    refusal = Refusal(item="gone", stage="ingest", code="missing", detail="gone is missing")
    tally, report, _ = run(tmp_path, [refusal, payload("a")])
    assert (tally.failed, tally.read, report.told) == (1, 1, ["gone is missing"])


@pytest.mark.parametrize("killed_after", [0, 1, DOCUMENTS_A_BATCH, DOCUMENTS_A_BATCH + 3, 39])
def test_a_killed_build_is_completed_by_the_next(tmp_path: Path, killed_after: int) -> None:
    told = [payload(f"d{n}", f"SUPPORT 19{50 + n}\nAID 19{50 + n}") for n in range(40)]
    whole, parted = tmp_path / "whole", tmp_path / "parted"
    whole.mkdir()
    parted.mkdir()
    _, _, expected = run(whole, told)
    stage = Stage()
    stages, done = Stages(stage, stage, stage, stage), 0

    def killed(item: Payload) -> Worked:
        nonlocal done
        done += 1
        if done > killed_after:
            raise KeyboardInterrupt
        return stages(item)

    with pytest.raises(KeyboardInterrupt):
        run(parted, told, killed)
    tally, _, completed = run(parted, told)
    assert completed == expected
    assert tally.unchanged == killed_after // DOCUMENTS_A_BATCH * DOCUMENTS_A_BATCH


def test_a_changed_document_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    run(tmp_path, [payload("a", "SUPPORT 1966")])
    run(tmp_path, [payload("a", "SUPPORT 1967")])
    view = opened(tmp_path).view()
    assert [claim.occurred for claim in view.claims(EventQuery())] == ["1967"]
    assert [version.stands for version in view.versions("file:///a")] == [False, True]


def test_order_does_not_matter(tmp_path: Path) -> None:
    told = [payload(f"d{n}", f"SUPPORT 19{60 + n % 3}") for n in range(20)]
    prints = set()
    for name, order in (("one", told), ("other", told[::-1])):
        (tmp_path / name).mkdir()
        prints.add(run(tmp_path / name, order)[2])
    assert len(prints) == 1
