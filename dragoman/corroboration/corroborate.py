"""The room's door: blocks, copies and events of claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dragoman.corroboration import block as blocks
from dragoman.corroboration import copies as copying
from dragoman.corroboration.cluster import gather
from dragoman.corroboration.firsts import contested
from dragoman.corroboration.places import IsTown
from dragoman.corroboration.telling import Telling, telling
from dragoman.corroboration.voices import StateName
from dragoman.corroboration.weigh import weigh
from dragoman.ports import Meaning, Witness
from dragoman.records.claims import Claim
from dragoman.records.events import Event
from dragoman.records.links import Link


class Corroborate:
    """Finds which claims tell of one happening; keeps the port `Corroborator`."""

    def __init__(
        self,
        state_name: StateName | None = None,
        is_town: IsTown | None = None,
        meaning: Meaning | None = None,
    ) -> None:
        """With the neutral name of a state by its code, what is known of towns, and of meanings.

        Without the first, names decide nothing; without the second, two towns never differ;
        without the third, texts are compared by their words alone.
        """
        self._state_name = state_name
        self._is_town = is_town
        self._meaning = meaning

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
        texts = {witness.document: witness.text for witness in witnesses}
        copied = copying.groups(copies)
        by_block: dict[str, list[Telling]] = defaultdict(list)
        for claim in {claim.id: claim for claim in claims}.values():
            by_block[blocks.block(claim)].append(self._telling(claim, texts, copied))
        events: list[Event] = []
        links: list[Link] = []
        for tellings in by_block.values():
            happenings, joined = gather(tellings, self._is_town)
            events.extend(contested([(self._weigh(told), told) for told in happenings]))
            links.extend(joined)
        return (
            tuple(sorted(events, key=lambda event: event.id)),
            tuple(sorted(links, key=lambda link: link.id)),
        )

    def _weigh(self, told: tuple[Telling, ...]) -> Event:
        return weigh(told, self._state_name, self._is_town)

    def _telling(
        self, claim: Claim, texts: Mapping[str, str], copied: Mapping[str, str]
    ) -> Telling:
        document = claim.document
        return telling(
            claim,
            copies=copied.get(document, document),
            text=texts.get(document, ""),
            state_name=self._state_name,
            meaning=self._meaning,
        )
