"""What the text has spoken of so far, to tell whom `it`, `both sides` or `the army` means."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

import msgspec

from dragoman.reading.resolve.lexicon import LOCATIVE
from dragoman.reading.resolve.words import Span, Words
from dragoman.records.readings import Referent

_PLURAL = frozenset({"people", "group", "military"})
_BODY_KINDS = frozenset({"organisation", "group", "party", "parliament", "government"})
_REACH = 4  # sentences back that a pronoun looks
_FAR = 12  # sentences back that `the government` looks


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """Someone, or some thing without referents, spoken of at a place in the text."""

    referents: tuple[Referent, ...]
    sentence: int
    first: int
    last: int
    verb: int
    subject: bool
    many: bool
    phrase: str | None = None
    title: str | None = None
    proper: bool = False  # a name, though not of anyone known
    own_voice: bool = False  # `we`, which no other pronoun takes up
    adjective: bool = False
    located: bool = False  # `in Iran`: where, rather than who
    modifier: bool = False  # an adjective or possessor, less in view than a noun


class Discourse:
    """The memory of one document, filled in the order of the text."""

    def __init__(self, title_pair: tuple[Referent, ...], women: set[str]) -> None:
        self.title_pair = title_pair
        self.women = women
        self.seen: list[Seen] = []
        self._in_sentence: defaultdict[int, list[Seen]] = defaultdict(list)
        self.counts: Counter[str] = Counter()
        self._states: dict[str, Referent] = {}
        self._last_pair: tuple[Referent, ...] = ()
        self._wall = 0  # the sentence before which nothing is remembered: another's words

    def add(self, words: Words, span: Span, referents: tuple[Referent, ...]) -> None:
        """Remembers a span."""
        head = words.head_of(span.first, span.last)
        token = words.tokens[head]
        self._remember(
            Seen(
                referents=referents,
                sentence=words.index,
                first=span.first,
                last=span.last,
                verb=words.verb_of(head),
                subject=words.is_subject(span.first, span.last),
                many=span.many or len(referents) > 1,
                phrase=(span.agent.office or span.agent.phrase) if span.agent else None,
                title=span.title,
                own_voice=span.base in ("voice", "speaker"),
                located=words.preposition_of(span.first) in LOCATIVE,
                adjective=span.kind == "adjective",
                modifier=span.kind == "adjective" or token.dep in ("poss", "compound", "amod"),
            )
        )
        for referent in referents:
            if referent.country and span.kind != "pronoun":
                self.counts[referent.country] += 1
                if referent.kind == "state":
                    self._states.setdefault(referent.country, referent)

    def add_thing(self, words: Words, number: int) -> None:
        """Remembers a subject that is no actor, which `it` or `they` may mean instead."""
        token = words.tokens[number]
        self._remember(
            Seen(
                referents=(),
                sentence=words.index,
                first=number,
                last=number,
                verb=words.verb_of(number),
                subject=True,
                many=token.tag in ("NNS", "NNPS"),
                proper=token.pos == "PROPN",
            )
        )

    def wall_off(self, sentence: int) -> None:
        """Forgets what stands before a sentence, where another begins to speak."""
        self._wall = sentence

    def join(self, words: Words, span: Span) -> None:
        """Remembers two joined by `and` as a pair that `they` can mean."""
        number = words.head_of(span.first, span.last)
        token = words.tokens[number]
        if token.dep != "conj":
            return
        for seen in self._in_sentence.get(words.index, ()):
            if seen.first <= token.head <= seen.last and seen.referents and not seen.modifier:
                last = self.seen[-1]
                referents = tuple(dict.fromkeys((*seen.referents, *last.referents)))
                joint = msgspec.structs.replace(
                    seen, referents=referents, last=span.last, many=True, phrase=None, title=None
                )
                if len(referents) > 1:
                    self._remember(joint)
                return

    def _remember(self, seen: Seen) -> None:
        self.seen.append(seen)
        self._in_sentence[seen.sentence].append(seen)

    def pair(self, words: Words, state_of: Callable[[Referent], Referent | None]) -> tuple[
        Referent, ...
    ]:  # fmt: skip
        """The two states last named together; those of the title; the two named most."""
        for index in range(words.index, max(-1, words.index - _FAR), -1):
            pair = self._pair_in(index, state_of)
            if len(pair) == 2:
                self._last_pair = pair
                return pair
            if len(pair) > 2:
                break
        if self._last_pair or len(self.title_pair) == 2:
            return self._last_pair or self.title_pair
        most = [c for c, _ in self.counts.most_common(2) if c in self._states]
        return tuple(self._states[c] for c in most) if len(most) == 2 else ()

    def _pair_in(
        self, sentence: int, state_of: Callable[[Referent], Referent | None]
    ) -> tuple[Referent, ...]:
        states: dict[str, Referent] = {}
        for seen in self._in_sentence.get(sentence, ()):
            for referent in seen.referents:
                state = state_of(referent)
                if state and state.country:
                    states.setdefault(state.country, state)
        return tuple(states.values())

    def person(
        self, words: Words, at: int, *, female: bool, host: str | None = None
    ) -> Referent | None:
        """The person that `he` or `she` means at this word; no one of the host country."""
        for seen in self._by_salience(words, at):
            if seen.proper and not seen.many:
                return None
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

    def one(self, words: Words, at: int) -> Referent | None:
        """The state or body that `it` means at this word; None if a thing stands nearer."""
        for seen in self._by_salience(words, at):
            if seen.many or seen.own_voice:
                continue
            if not seen.referents:
                return None
            if seen.referents[0].kind not in ("person", "people", "place"):
                return seen.referents[0]
        return None

    def several(self, words: Words, at: int) -> tuple[Referent, ...]:
        """Those that `they` means at this word; nobody if things stand nearer."""
        is_owner = words.tokens[at].tag == "PRP$"
        related = is_owner and words.relative_head(at) is None
        for seen in self._nearest(words, at) if related else self._by_salience(words, at):
            if seen.own_voice or (is_owner and not seen.referents):
                continue
            if seen.many or any(referent.kind in _PLURAL for referent in seen.referents):
                return seen.referents
        return ()

    def _nearest(self, words: Words, at: int) -> Iterator[Seen]:
        """Those named before the word in this sentence, the last first, then earlier ones."""
        here = [s for s in self._in_sentence.get(words.index, ()) if s.last < at]
        yield from (seen for seen in reversed(here) if not seen.modifier)
        yield from (_as_many(seen) for seen in reversed(here) if seen.adjective)
        yield from self._earlier(words.index, 1)

    def state(
        self, words: Words, at: int, state_of: Callable[[Referent], Referent | None]
    ) -> Referent | None:
        """The state at hand."""
        here = [s for s in self._in_sentence.get(words.index, ()) if s.last < at]
        earlier = self._earlier(words.index, _FAR)
        for seen in [*reversed(here), *earlier]:
            if len(seen.referents) == 1 and seen.referents[0].kind != "place" and not seen.located:
                state = state_of(seen.referents[0])
                if state:
                    return state
        return None

    def _earlier(self, sentence: int, reach: int) -> Iterator[Seen]:
        for index in range(sentence - 1, max(self._wall - 1, sentence - 1 - reach), -1):
            yield from _subjects_first(self._in_sentence.get(index, []))

    def called(self, phrase: str, others: frozenset[str]) -> Referent | None:
        """The last one mentioned by this noun, none of those also named in the sentence.

        A title before the name weighs more: `the President` is the one of `President Kim`.
        """
        for titled in (True, False):
            for seen in reversed(self.seen):
                noun = seen.title if titled else seen.phrase
                fits = noun == phrase and len(seen.referents) == 1
                if fits and seen.referents[0].actor not in others:
                    return seen.referents[0]
        return None

    def speaker(self, words: Words) -> Referent | None:
        """Whoever was last the subject, in this sentence or the two before it."""
        for index in range(words.index, max(self._wall - 1, words.index - 3), -1):
            for seen in reversed(self._in_sentence.get(index, [])):
                able = len(seen.referents) == 1 and seen.subject and not seen.modifier
                if able and seen.referents[0].kind not in ("place", "people"):
                    return seen.referents[0]
        return None

    def body(self, noun: str) -> Referent | None:
        """The last organisation or group whose name or kind fits the noun."""
        wanted = noun.replace("isation", "ization")
        for seen in reversed(self.seen[-60:]):
            for referent in seen.referents:
                fits = wanted in referent.name.lower().replace("isation", "ization").split()
                kinds = {"group": "group", "party": "party", "movement": "group"}
                if referent.kind in _BODY_KINDS and (
                    fits or kinds.get(noun) == referent.kind
                    or (wanted in ("organization", "agency", "bloc", "alliance")
                        and referent.kind == "organisation")
                ):  # fmt: skip
                    return referent
        return None

    def last_two(self, words: Words, at: int) -> tuple[Referent, ...]:
        """The last two named before this word, in the order of the text."""
        found: list[Referent] = []
        for seen in reversed(self.seen):
            if seen.sentence < words.index - 1:
                break
            here = seen.sentence == words.index
            before = (not here or seen.last < at) and not seen.many
            if here and "of" in (words.at(seen.first - 1), words.at(seen.first - 2)):
                continue
            if before and len(seen.referents) == 1 and seen.referents[0] not in found:
                found.append(seen.referents[0])
            if len(found) == 2:
                break
        return tuple(reversed(found))

    def _by_salience(self, words: Words, at: int) -> Iterator[Seen]:
        """This sentence's subjects and others before the word, then earlier sentences'.

        What someone is thanked or blamed `for its` is the nearest one's: `blamed Iran for its`.
        """
        if words.tokens[at].tag == "PRP$" and words.at(at - 1) in ("for", "over"):
            yield from self._nearest(words, at)
            return
        owner = words.relative_head(at)
        if owner is not None:
            here = self._in_sentence.get(words.index, ())
            yield from (seen for seen in reversed(here) if seen.first <= owner <= seen.last)
        clause = words.verb_of(at)
        is_object = words.tokens[at].dep in ("dobj", "dative", "pobj") and words.tokens[
            at
        ].tag == "PRP"  # fmt: skip
        here = [s for s in self._in_sentence.get(words.index, ()) if s.last < at]
        if is_object:
            here = [s for s in here if not (s.subject and _same_clause(words, s.verb, clause))]
        yield from _subjects_first(here)
        yield from self._earlier(words.index, _REACH)


def _same_clause(words: Words, verb: int, clause: int) -> bool:
    for _ in range(6):
        if verb == clause:
            return True
        if words.tokens[clause].dep not in ("conj", "xcomp", "relcl", "acl", "pcomp"):
            return False
        clause = words.verb_of(words.tokens[clause].head)
    return False


def _as_many(seen: Seen) -> Seen:
    """An adjective as the people it speaks of: in `the Palestinian claim`, they."""
    return msgspec.structs.replace(seen, many=True)


def _subjects_first(seen: list[Seen]) -> list[Seen]:
    ordered = sorted(seen, key=lambda one: -one.first)
    subjects = [one for one in ordered if one.subject and not one.modifier]
    others = [one for one in ordered if not one.subject and not one.modifier]
    modifiers = [one for one in ordered if one.modifier]
    return [*subjects, *sorted(others, key=lambda one: one.located), *modifiers]
