"""How people's corrections act on happenings: what they merged is one, what they split is not.

A merge is a must-link between claims, a split a cannot-link. Both act on what matching has found,
as a function of the happenings, the links between their claims and the corrections: whatever the
order in which documents and corrections came, the outcome is the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter

from dragoman.corroboration.copies import groups as copied_alike
from dragoman.corroboration.corroborate import Corroborate
from dragoman.corroboration.firsts import contested
from dragoman.corroboration.places import IsTown
from dragoman.corroboration.voices import StateName
from dragoman.ports import Meaning, Witness
from dragoman.records.claims import Claim
from dragoman.records.codec import content_id
from dragoman.records.corrections import Correction, Pair, Standing
from dragoman.records.events import Event
from dragoman.records.links import Link
from dragoman.records.provenance import Reason

Group = tuple[str, ...]  # the claims of one happening, by id


class Corrected(Corroborate):
    """A corroborator that heeds what people corrected; keeps the port `Corroborator`."""

    def __init__(
        self,
        standing: Standing,
        state_name: StateName | None = None,
        is_town: IsTown | None = None,
        copies: tuple[Link, ...] | None = None,
        meaning: Meaning | None = None,
    ) -> None:
        """With what holds of the ledger, and with the copies known, where no document is new."""
        super().__init__(state_name, is_town, meaning)
        self._standing = standing
        self._copies = copies

    def block(self, claim: Claim) -> str:
        """The key of the block of a claim as people left it."""
        return super().block(self._standing.amend(claim))

    def copies(self, witnesses: Iterable[Witness]) -> tuple[Link, ...]:
        """The copy-of links among documents; those known, where they are, without a look."""
        return super().copies(witnesses) if self._copies is None else self._copies

    def corroborate(
        self, claims: Iterable[Claim], witnesses: Iterable[Witness], copies: Iterable[Link]
    ) -> tuple[tuple[Event, ...], tuple[Link, ...]]:
        """The events of whole blocks of claims by id, and the links they rest on by id."""
        standing, seen, copied = self._standing, tuple(witnesses), tuple(copies)
        counting = {c.id: standing.amend(c) for c in claims if not standing.rejected(c.id)}
        events, links = super().corroborate(counting.values(), seen, copied)
        said = {pair: row for pair, row in standing.pairs().items() if pair <= counting.keys()}
        groups = regroup([event.claims for event in events], links, said)
        known = {event.claims: event for event in events}
        if known.keys() == set(groups):
            return events, relink(links, groups, said)
        weighed = self._weighed(groups, known, counting, seen, copied)
        return tuple(sorted(weighed, key=attrgetter("id"))), relink(links, groups, said)

    def _weighed(
        self,
        groups: Sequence[Group],
        known: Mapping[Group, Event],
        claims: Mapping[str, Claim],
        witnesses: Iterable[Witness],
        copies: Iterable[Link],
    ) -> Iterator[Event]:
        """The events of these groups; a block of which one is new is weighed as a whole."""
        texts = {witness.document: witness.text for witness in witnesses}
        alike = copied_alike(copies)
        blocks = {claim: self.block(claims[claim]) for group in groups for claim in group}
        for together in _sharing_blocks(groups, blocks):
            if all(group in known for group in together):
                yield from (known[group] for group in together)
                continue
            told = [
                tuple(self._telling(claims[claim], texts, alike) for claim in group)
                for group in together
            ]
            yield from contested([(self._weigh(one), one) for one in told])


def _sharing_blocks(groups: Sequence[Group], blocks: Mapping[str, str]) -> Iterable[list[Group]]:
    """The groups, with those together whose claims come from one block."""
    joined: dict[str, str] = {}

    def root(block: str) -> str:
        while joined.setdefault(block, block) != block:
            block = joined[block]
        return block

    for group in groups:
        for claim in group[1:]:
            joined[root(blocks[claim])] = root(blocks[group[0]])
    together: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        together[root(blocks[group[0]])].append(group)
    return together.values()


def regroup(
    groups: Sequence[Group], links: Iterable[Link], said: Mapping[Pair, Correction]
) -> tuple[Group, ...]:
    """The happenings after people merged and split some; those that nobody named stay as they are.

    The strongest bonds are made first, a merge before any link, and none that would bring
    together what a person split: a happening falls apart where it hangs together least.
    """
    named = {claim for pair in said for claim in pair}
    apart = [pair for pair, row in said.items() if row.kind == "split"]
    touched = [group for group in groups if named.intersection(group)]
    home: dict[str, set[str]] = {claim: {claim} for group in touched for claim in group}
    for left, right in _bonds(touched, links, said):
        if left not in home or right not in home or home[left] is home[right]:
            continue
        together = home[left] | home[right]
        if not any(pair <= together for pair in apart):
            for claim in together:
                home[claim] = together
    made = {tuple(sorted(claims)) for claims in home.values()}
    return (*(group for group in groups if not named.intersection(group)), *sorted(made))


def relink(
    links: Iterable[Link], groups: Iterable[Group], said: Mapping[Pair, Correction]
) -> tuple[Link, ...]:
    """The links within happenings, by id: those of matching, and those that people made."""
    place = {claim: number for number, group in enumerate(groups) for claim in group}
    merges = (_merged(pair, row) for pair, row in said.items() if row.kind == "merge")
    held = (link for link in (*links, *merges) if place[link.left] == place[link.right])
    return tuple(sorted(held, key=attrgetter("id")))


def _bonds(
    groups: Iterable[Group], links: Iterable[Link], said: Mapping[Pair, Correction]
) -> Iterator[tuple[str, str]]:
    """Pairs of claims to bring together, the strongest bond first."""
    for pair, row in reversed(list(said.items())):  # of two merges at odds, the later
        if row.kind == "merge":
            left, right = sorted(pair)
            yield left, right
    for link in sorted(links, key=lambda link: (-link.score, link.id)):
        yield link.left, link.right
    for group in groups:
        yield from pairwise(group)


def _merged(pair: Pair, row: Correction) -> Link:
    left, right = sorted(pair)
    return Link(
        id=content_id("lnk", "same-event", left, right, row.id),
        kind="same-event",
        left=left,
        right=right,
        score=1.0,
        reasons=(Reason(feature="merged by a person", score=1.0, detail=row.why),),
        judged_by=row.by,
        judged_at=row.at,
    )
