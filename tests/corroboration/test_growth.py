"""A record that grows: by whatever steps it came about, it is the one built from nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.archive import WarcArchive
from dragoman.corroboration import Corroborate
from dragoman.corroboration.block import block
from dragoman.executors import Serial
from dragoman.pipeline import Build, Tally, Worked
from dragoman.ports import EventQuery
from dragoman.records.events import Event
from dragoman.records.provenance import Payload, Refusal
from dragoman.store import SqlStore, open_record
from tests.corroboration.making import documents, meaning
from tests.factories import STATES
from tests.store.making import noon


class Silent:
    def refused(self, refusal: Refusal) -> None:
        raise AssertionError(refusal.detail)

    def passed(self, path: str) -> None:
        pass


class Record:
    """A record in a folder, into which documents are taken as they come."""

    def __init__(self, folder: str, told: Iterable[Worked]) -> None:
        self.worked = {worked.path: worked for worked in told}
        self.store: SqlStore = open_record(str(Path(folder) / "record.db"), clock=noon)
        self.archive = WarcArchive(Path(folder) / "record.archive", clock=noon)

    def take_in(self, names: Iterable[str], config: str = "one") -> Tally:
        build = Build(
            store=self.store,
            archive=self.archive,
            corroborator=Corroborate(STATES.get, meaning=meaning),
            executor=Serial(),
            work=lambda payload: self.worked[payload.path],
            config=config,
            report=Silent(),
        )
        return build.run(map(payload, names))

    def events(self) -> tuple[Event, ...]:
        return tuple(self.store.view().events(EventQuery()))

    def copies(self) -> set[str]:
        """The documents that are copies of others."""
        links = [link for link in self.store.view().links() if link.kind == "copy-of"]
        return {name for link in links for name in (link.left, link.right)}


def payload(name: str) -> Payload:
    address = f"https://example.org/{name}"
    return Payload(path=name, url=address, content=name.encode(), media_type="text/plain")


def built(told: Sequence[Worked], batches: Iterable[Sequence[str]]) -> tuple[Any, ...]:
    """The digest and the events of a record made in these steps."""
    with TemporaryDirectory() as folder:
        record = Record(folder, told)
        for batch in batches:
            record.take_in(batch)
        made = (record.store.view().fingerprint(), record.events())
        record.store.close()
    return made


@settings(max_examples=10, deadline=None)
@given(documents(), st.randoms(use_true_random=False), st.data())
def test_any_order_and_any_batching_make_one_record(
    told: list[Worked], random: Any, data: st.DataObject
) -> None:
    names = [worked.path for worked in told]
    shuffled = list(names)
    random.shuffle(shuffled)
    cut = data.draw(st.integers(0, len(names)))
    whole = built(told, [names])
    assert built(told, [shuffled[:cut], shuffled[cut:]]) == whole
    assert built(told, [[name] for name in shuffled]) == whole


@settings(max_examples=8, deadline=None)
@given(documents())
def test_an_event_once_cited_leads_to_one_that_holds_its_claims(told: list[Worked]) -> None:
    with TemporaryDirectory() as folder:
        record = Record(folder, told)
        cited: dict[str, set[str]] = {}
        for worked in told:
            record.take_in([worked.path])
            for event in record.events():
                cited.setdefault(event.id, set(event.claims))
        for name, claims in cited.items():
            assert claims & set(leading_to(record, name).claims)
        record.store.close()


@settings(max_examples=6, deadline=None)
@given(documents())
def test_a_rebuild_keeps_the_ids(told: list[Worked]) -> None:
    with TemporaryDirectory() as folder:
        record = Record(folder, told)
        names = [worked.path for worked in told]
        record.take_in(names)
        before = record.events()
        record.take_in(names, config="two")
        assert record.events() == before
        record.store.close()


@settings(max_examples=6, deadline=None)
@given(documents())
def test_a_document_touches_only_its_blocks(told: list[Worked]) -> None:
    *others, last = told
    with TemporaryDirectory() as folder:
        record = Record(folder, told)
        record.take_in(worked.path for worked in others)
        before, copies = record.events(), record.copies()
        tally = record.take_in([last.path])
        after = {event.id: event for event in record.events()}
        copies |= record.copies() | {claim.document for claim in last.claims}
        record.store.close()
    claims = {claim.id: claim for worked in told for claim in worked.claims}
    touched = {block(claim) for claim in claims.values() if claim.document in copies}
    assert tally.blocks <= len(touched)
    for event in before:
        if block(claims[event.claims[0]]) not in touched:
            assert after[event.id] == event


def leading_to(record: Record, name: str) -> Event:
    """The event that stands for this id now."""
    event = record.store.view().event(name)
    while event and event.merged_into:
        event = record.store.view().event(event.merged_into)
    assert event is not None
    return event
