"""The room's door: blocks, copies and events of claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dragoman.corroboration import block as blocks
from dragoman.corroboration import copies as copying
from dragoman.corroboration.cluster import gather
from dragoman.corroboration.telling import StateName, Telling, telling
from dragoman.corroboration.weigh import weigh
from dragoman.ports import Witness
from dragoman.records.claims import Claim
from dragoman.records.events import Event
from dragoman.records.links import Link


class Corroborate:
    """Finds which claims tell of one happening; keeps the port `Corroborator`."""

    def __init__(self, state_name: StateName | None = None) -> None:
        """With the neutral name of a state by its code; without it, names decide nothing."""
        self._state_name = state_name

    def block(self, claim: Claim) -> str:
        """The key of the block within which a claim is compared."""
        return blocks.block(claim)

    def copies(self, witnesses: Iterable[Witness]) -> tuple[Link, ...]:
        """The copy-of links among documents."""
        return copying.copies(witnesses)

    def corroborate(
        self, claims: Iterable[Claim], witnesses: Iterable[Witness], copies: Iterable[Link]
    ) -> tuple[tuple[Event, ...], tuple[Link, ...]]:
        """The events of whole blocks of claims by id, and the links they rest on by id."""
        sources = {witness.document: witness.source for witness in witnesses}
        copied = copying.groups(copies)
        by_block: dict[str, list[Telling]] = defaultdict(list)
        for claim in {claim.id: claim for claim in claims}.values():
            by_block[blocks.block(claim)].append(self._telling(claim, sources, copied))
        events: list[Event] = []
        links: list[Link] = []
        for tellings in by_block.values():
            happenings, joined = gather(tellings)
            events.extend(weigh(happening, self._state_name) for happening in happenings)
            links.extend(joined)
        return (
            tuple(sorted(events, key=lambda event: event.id)),
            tuple(sorted(links, key=lambda link: link.id)),
        )

    def _telling(
        self, claim: Claim, sources: Mapping[str, str], copied: Mapping[str, str]
    ) -> Telling:
        document = claim.document
        return telling(
            claim,
            source=sources.get(document) or claim.source or document,
            copies=copied.get(document, document),
            state_name=self._state_name,
        )
