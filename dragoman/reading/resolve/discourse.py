"""What the text has spoken of so far, to tell whom `it`, `both sides` or `the army` means."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

import msgspec

from dragoman.reading.resolve.fold import fold
from dragoman.reading.resolve.lexicon import BODIES, CAPITAL_BODIES, HUMAN
from dragoman.reading.resolve.nouns import HOSTILE, MOUTHPIECES, is_craft
from dragoman.reading.resolve.seen import (
    Seen,
    as_many,
    is_freed,
    is_located,
    is_object,
    is_of_its_clause,
    named,
    same_clause,
    subjects_first,
    thing,
)
from dragoman.reading.resolve.words import Span, Words
from dragoman.records.readings import Referent

STYLES = BODIES | CAPITAL_BODIES
_PLURAL = frozenset({"people", "group", "military"})
_REACH = 4  # sentences back that a pronoun looks
_FAR = 12  # sentences back that `the government` looks


class Discourse:
    """The memory of one document, filled in the order of the text."""

    def __init__(self, women: set[str], union: Referent | None = None) -> None:
        self.women, self.union = women, union  # the European Union
        self.seen: list[Seen] = []
        self.in_sentence: defaultdict[int, list[Seen]] = defaultdict(list)
        self.counts: Counter[str] = Counter()
        self.parties: Counter[str] = Counter()  # without those named as places
        self.states: dict[str, Referent] = {}
        self.since: dict[str, int] = {}  # the sentence in which a state first stood
        self.strangers: dict[str, Referent] = {}  # persons by folded surname
        self.hague: int | None = None  # the sentence in which The Hague was last named
        self.issuer: Referent | None = None  # the body of states that a text comes from
        self.styled: dict[str, list[tuple[int, Referent]]] = {}  # bodies by their noun
        self.wall = 0  # the sentence before which nothing is remembered: another's words

    def add(
        self, words: Words, span: Span, referents: tuple[Referent, ...], *, quoted: bool = False
    ) -> None:
        """Remembers a span."""
        subject = words.is_subject(span.first, span.last)
        if not referents and span.base == "definite" and span.article != "the" and not subject:
            return  # of nobody, and in nobody's way
        self._remember(named(words, span, referents, quoted=quoted))
        for referent in referents:
            self._count(words, span, referent)

    def _count(self, words: Words, span: Span, referent: Referent) -> None:
        """Takes note of how often and as what someone is named."""
        if referent.kind == "organisation" and span.base == "named":
            self._style(words, span, referent)
        if referent.kind == "person" and span.kind == "name":
            for word in (referent.name.split()[0], referent.name.split()[-1]):
                self.strangers[fold(word)] = referent
        if not referent.country or span.kind == "pronoun":
            return
        self.counts[referent.country] += 1
        self.since.setdefault(referent.country, words.index)
        if not is_located(words, span) and referent.kind != "place":
            self.parties[referent.country] += 1
        if referent.kind == "state":
            self.states.setdefault(referent.country, referent)

    def _style(self, words: Words, span: Span, referent: Referent) -> None:
        """Takes note by what noun a body was named: `Council` of the European Union."""
        for number in range(span.first, min(span.last + 2, len(words))):
            if words.at(number) in STYLES and words.tokens[number].text[0].isupper():
                self.styled.setdefault(words.at(number), []).append((words.index, referent))

    def add_thing(self, words: Words, number: int) -> None:
        """Remembers a noun that is no actor, which `it` or `they` may mean instead."""
        self._remember(thing(words, number))

    def wall_off(self, sentence: int) -> None:
        """Forgets what stands before a sentence, where another begins to speak."""
        self.wall = sentence

    def join(self, words: Words, span: Span) -> None:
        """Remembers two joined by `and` as a pair that `they` can mean."""
        number = words.head_of(span.first, span.last)
        token = words.tokens[number]
        if span.agent and span.many:
            self._join_sharers(words, span)
        if token.dep != "conj":
            return
        here = [
            seen
            for seen in self.in_sentence.get(words.index, ())
            if seen.first <= token.head <= seen.last and seen.referents and not seen.modifier
        ]
        if not here:
            return
        last, seen = self.seen[-1], max(here, key=lambda one: len(one.referents))
        referents = tuple(dict.fromkeys((*seen.referents, *last.referents)))
        joint = msgspec.structs.replace(
            seen, referents=referents, last=span.last, many=True, phrase=None, title=None
        )
        if len(seen.referents) > 1 and seen.last < span.first:
            self._forget(seen)  # the first two of three
        if len(referents) > 1:
            self._remember(joint)

    def _join_sharers(self, words: Words, span: Span) -> None:
        """Remembers `the Malian and Nigerien ministers` as a pair, too."""
        here = self.in_sentence[words.index]
        for seen in here[-2:-1]:
            last = here[-1]
            beside = words.folded[seen.last + 1 : span.first] == ["and"]
            if beside and seen.adjective and seen.phrase == last.phrase:
                referents = tuple(dict.fromkeys((*seen.referents, *last.referents)))
                joint = msgspec.structs.replace(last, referents=referents, first=seen.first)
                self._remember(joint)

    def _forget(self, seen: Seen) -> None:
        self.seen.remove(seen)
        self.in_sentence[seen.sentence].remove(seen)

    def _remember(self, seen: Seen) -> None:
        self.seen.append(seen)
        self.in_sentence[seen.sentence].append(seen)

    def person(
        self, words: Words, at: int, *, female: bool, host: str | None = None
    ) -> Referent | None:
        """The person that `he` or `she` means at this word; no one of the host country."""
        for seen in self._by_salience(words, at):
            if seen.unknown and not seen.many:
                return None
            if seen.noun in MOUTHPIECES and seen.sentence < words.index and not seen.subject:
                continue  # `a spokesman in Lusaka`, by whom something was said
            if len(seen.referents) != 1 or seen.many:
                continue
            referent = seen.referents[0]
            if host and referent.country == host:
                continue
            if referent.kind == "person" and self._may_be(referent, female=female):
                return referent
        return None

    def _may_be(self, referent: Referent, *, female: bool) -> bool:
        known = referent.actor in self.women
        unknown = referent.actor.startswith("person/") or "/" in referent.actor
        return unknown or known == female

    def one(self, words: Words, at: int, host: str | None = None) -> Referent | None:
        """The state or body that `it` means at this word; None if a thing stands nearer."""
        for seen in self._by_salience(words, at):
            if host and any(referent.country == host for referent in seen.referents):
                continue
            if seen.many or self._is_one_of_list(seen, words, at):
                continue
            if seen.own_voice and not is_of_its_clause(words, seen, at):
                continue
            if seen.other and seen.sentence == words.index:
                continue
            if not seen.referents:
                if seen.noun in HUMAN:
                    continue
                return None
            kind = "state" if seen.phrase == "nation" else seen.referents[0].kind
            if kind not in ("person", "people", "place"):
                return seen.referents[0]
        return None

    def _is_one_of_list(self, seen: Seen, words: Words, at: int) -> bool:
        """Whether it is one of several named together before the word, who are `they`."""
        return any(
            len(joint.referents) > 1
            and joint.first <= seen.first
            and seen.last <= joint.last
            and (joint.sentence < words.index or joint.last < at)
            for joint in self.in_sentence[seen.sentence]
        )

    def several(self, words: Words, at: int) -> tuple[Referent, ...]:
        """Those that `they` means at this word; nobody if things stand nearer."""
        is_owner = words.tokens[at].tag == "PRP$"
        related = is_owner and words.relative_head(at) is None
        for seen in self._nearest(words, at) if related else self._by_salience(words, at):
            if (seen.own_voice and not seen.noun) or (is_owner and not seen.referents):
                continue
            if seen.located and all(r.kind == "state" for r in seen.referents) and seen.referents:
                continue  # `rebels in Mali and Chad`
            if seen.deed in HOSTILE and is_freed(words, at):
                continue  # `soldiers held two men, who said ... They were freed`
            if len(seen.referents) == 1 and self._is_one_of_list(seen, words, at):
                continue  # `the Malian and Nigerien ministers` are both meant
            one = seen.noun is not None and is_craft(seen.noun)  # a boat is `it`
            if seen.many or (not one and any(r.kind in _PLURAL for r in seen.referents)):
                return seen.referents
        return ()

    def _nearest(self, words: Words, at: int) -> Iterator[Seen]:
        """Those named before the word in this sentence, the last first, then earlier ones."""
        here = [s for s in self.in_sentence.get(words.index, ()) if s.last < at]
        yield from (seen for seen in reversed(here) if not seen.modifier)
        yield from (as_many(seen) for seen in reversed(here) if seen.adjective)
        yield from self._earlier(words.index, 1)

    def state(
        self,
        words: Words,
        at: int,
        state_of: Callable[[Referent], Referent | None],
        among: frozenset[str] | None = None,
    ) -> Referent | None:
        """The state at hand; the last of those among which it must be, wherever it stood."""
        here = [s for s in self.in_sentence.get(words.index, ()) if s.last < at]
        earlier = self._earlier(words.index, _FAR)
        seen_before = [*reversed(here), *earlier]
        if among is not None:
            seen_before.sort(key=lambda seen: seen.located)
        for seen in seen_before:
            if among is None and (seen.weak or seen.located):
                continue
            if len(seen.referents) != 1 or (among is None and seen.referents[0].kind == "place"):
                continue
            state = state_of(seen.referents[0])
            if state and (among is None or state.country in among):
                return state
        return None

    def _earlier(self, sentence: int, reach: int) -> Iterator[Seen]:
        for index in range(sentence - 1, max(self.wall - 1, sentence - 1 - reach), -1):
            seen = subjects_first(self.in_sentence.get(index, []))
            yield from sorted(seen, key=lambda one: not one.main)

    def speaker(self, words: Words) -> Referent | None:
        """Whoever was last the subject, in this sentence or the two before it."""
        for index in range(words.index, max(self.wall - 1, words.index - 3), -1):
            for seen in reversed(self.in_sentence.get(index, [])):
                able = len(seen.referents) == 1 and seen.subject and not seen.modifier
                able = able and (not seen.quoted or seen.own_voice)
                if able and seen.referents[0].kind not in ("place", "people"):
                    return seen.referents[0]
        return None

    def _by_salience(self, words: Words, at: int) -> Iterator[Seen]:
        """This sentence's subjects and others before the word, then earlier sentences'.

        After `for`, `over`, `as` the nearest is meant: `blamed Iran for its`, `as its capital`.
        """
        if words.tokens[at].tag == "PRP$" and words.at(at - 1) in ("for", "over", "as"):
            yield from self._nearest(words, at)
            return
        here = [s for s in self.in_sentence.get(words.index, ()) if s.last < at]
        owner, clause = words.relative_head(at), words.verb_of(at)
        if owner is not None:
            subjects = [s for s in here if s.first <= owner <= s.last]
        else:
            subjects = [s for s in here if s.subject and same_clause(words, s.verb, clause)]
        if is_object(words, at):
            here = [s for s in here if s not in subjects]
        elif owner is not None:
            yield from reversed(subjects)
        yield from subjects_first(here)
        yield from self._earlier(words.index, _REACH)
