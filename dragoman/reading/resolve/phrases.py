"""Noun phrases built on names: `Iranian Foreign Ministry`, `President Kim Il Sung`."""

from __future__ import annotations

import msgspec

from dragoman.reading.resolve.agents import Agents, acting_for
from dragoman.reading.resolve.asof import Days
from dragoman.reading.resolve.catalogue import Agent, Catalogue
from dragoman.reading.resolve.names import TITLES
from dragoman.reading.resolve.words import Span, Words
from dragoman.records.readings import MentionKind, Referent

_PAST = frozenset({"former", "ex", "late", "deposed", "ousted", "onetime"})
_HONOURS = frozenset(
    "respected great dear beloved esteemed honourable honorable marshal excellency eminence h.e"
    " his her then then- current new incumbent".split()
) | _PAST
_FROM = frozenset(
    "delegation delegations officials official troops people refugees fighters diplomats soldiers"
    " lawmakers forces students companies migrants representatives envoy journalists".split()
)
_STATELIKE = frozenset({"state", "place", "people", "organisation", "group", "government", "party"})
_DEFINITE_KINDS = frozenset({"ministry", "parliament", "government"})
_DEFINITE_OFFICES = frozenset(
    "president|prime minister|foreign minister|defence minister|supreme leader|monarch|chancellor"
    "|head of state|crown prince|army|military|armed forces|navy|air force|police".split("|")
)
_ALSO_DEFINITE = frozenset({"ambassador", "clique", "junta", "leader", "ruling party"})
_NOT_DEFINITE = frozenset({"mission", "ministry", "administration", "state", "assembly", "court"})


class Phrases:
    """Composes the spans of one sentence."""

    def __init__(
        self, catalogue: Catalogue, agents: Agents, words: Words, free: list[bool],
        when: Days | None,
    ) -> None:  # fmt: skip
        self.catalogue, self.agents, self.words = catalogue, agents, words
        self.free, self.when = free, when

    def compose(self, spans: list[Span]) -> list[Span]:
        """The spans in the order of the text, joined with the nouns and titles about them."""
        spans = sorted(spans, key=lambda span: span.first)
        spans = [self._with_noun(span) for span in spans]
        spans = self._share_noun(spans)
        spans = self._of_someone(spans)
        spans = self._with_titles(spans)
        spans = self._join_same(spans)
        spans = sorted([*spans, *self._definite()], key=lambda span: span.first)
        return self._appositions(spans)

    def _take(self, first: int, last: int) -> None:
        self.free[first : last + 1] = [False] * (last - first + 1)

    def _with_noun(self, span: Span) -> Span:
        """`Iranian` and `foreign ministry` become one span that means the ministry."""
        if span.base != "named" or not _is_statelike(span):
            return span
        found = self._noun_right_of(span)
        if found is None:
            return span
        last, agent = found
        past = self._is_past(span.first - 1)
        referents = tuple(
            acting_for(self.catalogue, state, agent, self.when, past=past)
            for state in span.referents
        )
        self._take(span.last + 1, last)
        return msgspec.structs.replace(
            span, last=last, kind=_kind(agent), referents=referents, many=agent.many, agent=agent,
            past=past, reason=f"{agent.phrase} of {span.referents[0].name}",
        )  # fmt: skip

    def _noun_right_of(self, span: Span) -> tuple[int, Agent] | None:
        words, number = self.words, span.last + 1
        if words.is_possessive(number):
            number += 1
        elif words.at(number) == "'" and number < len(words):
            number += 1
        found: tuple[int, Agent] | None = None
        stop = min(number + 7, len(words))
        while number < stop and self.free[number]:
            agent = self.agents.at(words, number, self.free)
            if agent:
                found, number = agent, agent[0] + 1
            elif words.is_modifier(number):
                number += 1
            else:
                break
        if found is None or self._is_only_modifier(found, number):
            return None
        return found

    def _is_only_modifier(self, found: tuple[int, Agent], stop: int) -> bool:
        """Whether another noun heads the phrase: in `military attacks` no army is named."""
        last, agent = found
        rest = range(last + 1, stop)
        heads = any(self.words.tokens[number].pos == "NOUN" for number in rest)
        return heads and agent.kind not in ("ministry", "parliament", "party", "organisation")

    def _is_past(self, number: int) -> bool:
        if self.words.at(number) == "-":
            number -= 1
        return self.words.at(number) in _PAST

    def _share_noun(self, spans: list[Span]) -> list[Span]:
        """In `Iranian and Russian ministers` the first adjective has the second's noun."""
        out = list(spans)
        for index in range(len(out) - 2, -1, -1):
            span, after = out[index], out[index + 1]
            between = self.words.folded[span.last + 1 : after.first]
            joined = between in (["and"], [","], [",", "and"], ["-"], ["or"])
            if not (joined and after.agent and after.base == "named" and not span.agent):
                continue
            if span.kind != "adjective" or not after.agent.many or not _is_statelike(span):
                continue
            one = msgspec.structs.replace(after.agent, many=False) if False else after.agent
            referents = tuple(
                acting_for(self.catalogue, state, one, self.when) for state in span.referents
            )
            out[index] = msgspec.structs.replace(
                span, referents=referents, many=True, agent=one,
                reason=f"shares {one.phrase}",
            )  # fmt: skip
        return out

    def _of_someone(self, spans: list[Span]) -> list[Span]:
        """`government of the DPRK`, `parliaments of the two countries`, from the right."""
        out: list[Span] = []
        for index in range(len(spans) - 1, -1, -1):
            span = spans[index]
            joined = self._of_left(span, out)
            while joined:
                span, out = joined
                joined = self._of_left(span, out)
            out.insert(0, span)
        return out

    def _of_left(self, span: Span, after: list[Span]) -> tuple[Span, list[Span]] | None:
        words, number = self.words, span.first - 1
        if span.kind == "pronoun" or not (span.base != "named" or _is_statelike(span)):
            return None
        if span.base in ("he", "she", "it", "they", "latter", "former", "speaker"):
            return None
        while number >= 0 and words.at(number) in ("the", "both"):
            number -= 1
        if words.at(number) not in ("of", "from") or number < 1:
            return None
        found = self._noun_ending_at(number - 1)
        if found is None or (words.at(number) == "from" and words.at(number - 1) not in _FROM):
            return None
        first, agent = found
        return self._joined_of(span, after, first, agent)

    def _noun_ending_at(self, last: int) -> tuple[int, Agent] | None:
        for first in range(max(0, last - 5), last + 1):
            if self.free[first]:
                found = self.agents.at(self.words, first, self.free)
                if found and found[0] == last:
                    return first, found[1]
        return None

    def _joined_of(
        self, span: Span, after: list[Span], first: int, agent: Agent
    ) -> tuple[Span, list[Span]]:
        last, states = span.last, list(span.referents)
        rest = list(after)
        while span.base == "named" and agent.many and rest and self._is_list_next(last, rest[0]):
            last = rest[0].last
            states += rest.pop(0).referents
        past = self._is_past(first - 1)
        self._take(first, last)
        referents = tuple(
            acting_for(self.catalogue, state, agent, self.when, past=past) for state in states
        )
        joined = msgspec.structs.replace(
            span, first=first, last=last, kind=_kind(agent), referents=referents,
            many=agent.many or span.base == "pair", agent=agent, past=past,
            reason=f"{agent.phrase} of it",
        )  # fmt: skip
        return joined, rest

    def _is_list_next(self, last: int, span: Span) -> bool:
        between = [w for w in self.words.folded[last + 1 : span.first] if w != "the"]
        return between in ([","], ["and"], [",", "and"]) and _is_statelike(span)

    def _with_titles(self, spans: list[Span]) -> list[Span]:
        """`Iranian Foreign Minister` before `Zarif`, `the respected Comrade` before `Kim`."""
        out: list[Span] = []
        for span in spans:
            if not _is_person(span) or span.base != "named" or span.agent:
                out.append(self._with_new_name(span))
                continue
            first = self._title_start(span.first)
            before = out[-1] if out else None
            if before and before.last == first - 1 and _takes_name(before):
                out.pop()
                first = before.first
            self._take(first, span.last)
            out.append(msgspec.structs.replace(span, first=first))
        return out

    def _title_start(self, first: int) -> int:
        """Where the titles before a person's name begin."""
        words, start = self.words, first
        while start > 0 and self.free[start - 1]:
            found = self._noun_ending_at(start - 1)
            word = words.at(start - 1).rstrip(".")
            if found and found[1].kind == "person" and not found[1].many:
                start = found[0]
            elif word in TITLES or word in _HONOURS:
                start -= 1
            elif word == "-" and words.at(start - 2) in (*_HONOURS, "then"):
                start -= 2
            else:
                break
        while start < first and words.at(start) in ("his", "her", "new", "current"):
            start += 1
        return start

    def _with_new_name(self, span: Span) -> Span:
        """`Cuban ambassador` and the unknown name after it become one person."""
        agent = span.agent
        if agent is None or agent.kind != "person" or agent.many or span.base != "named":
            return span
        last = span.last
        while last + 1 < len(self.words) and self.free[last + 1] and self._names(last + 1):
            last += 1
        if last == span.last or not span.referents:
            return span
        tokens = self.words.tokens
        name = " ".join(token.text for token in tokens[span.last + 1 : last + 1])
        self._take(span.last + 1, last)
        referents = (person_called(name, span.referents[0]),)
        return msgspec.structs.replace(
            span, last=last, kind="name", referents=referents, agent=None, reason="titled name"
        )

    def _names(self, number: int) -> bool:
        return self.words.is_name_word(number)

    def _join_same(self, spans: list[Span]) -> list[Span]:
        """`Iranian news agency` and `IRNA` beside it are one; so are office and person."""
        out: list[Span] = []
        for span in spans:
            before = out[-1] if out else None
            touches = before is not None and before.last + 1 == span.first
            if before and touches and before.agent and before.agent.kind == "media":
                if span.referents and span.referents[0].kind == "media":
                    out[-1] = msgspec.structs.replace(span, first=before.first)
                    continue
            out.append(span)
        return out

    def _definite(self) -> list[Span]:
        """`the government`, `a Foreign Ministry spokesman`: of the state at hand."""
        spans: list[Span] = []
        for number in range(len(self.words)):
            found = self.agents.at(self.words, number, self.free) if self.free[number] else None
            if found and self._is_definite(number, *found):
                last, agent = found
                self._take(number, last)
                spans.append(Span(first=number, last=last, kind="nominal", base="definite",
                                  agent=agent, many=agent.many, past=self._is_past(number - 1),
                                  reason="the state at hand"))  # fmt: skip
            elif found:
                self._take(number, found[0])
        return spans

    def _is_definite(self, number: int, last: int, agent: Agent) -> bool:
        words = self.words
        follows = words.tokens[last + 1] if last + 1 < len(words) else None
        if follows and (follows.text.lower() == "of" or follows.pos in ("NOUN", "PROPN")):
            if agent.kind not in ("ministry", "parliament") or follows.text.lower() == "of":
                return False
        fits = (
            agent.kind in _DEFINITE_KINDS
            or agent.office in _DEFINITE_OFFICES
            or agent.phrase in _ALSO_DEFINITE
            or "ministry" in agent.phrase
        )
        if not fits or agent.phrase in _NOT_DEFINITE or (agent.many and agent.kind != "government"):
            return False
        before = words.at(number - 1)
        capital = words.tokens[number].text[0].isupper() and number > 0 and not words.is_headline
        indefinite = before in ("a", "an") and ("ministry" in agent.phrase)
        return before in ("the", "this", "that") or indefinite or capital

    def _appositions(self, spans: list[Span]) -> list[Span]:
        """`Kim Jong Un, president of the DPRK`: both are the one person."""
        out = list(spans)
        for index in range(len(out)):
            span = out[index]
            if not _is_office(span):
                continue
            before = out[index - 1] if index else None
            after = out[index + 1] if index + 1 < len(out) else None
            if before and _is_person(before) and self._beside(before.last, span.first):
                out[index] = msgspec.structs.replace(
                    span, referents=before.referents, base="named", reason="apposition"
                )
            elif after and _is_person(after) and self._beside(span.last, after.first):
                out[index] = msgspec.structs.replace(
                    span, referents=after.referents, base="named", reason="apposition"
                )
        return self._named_before(out)

    def _beside(self, last: int, first: int) -> bool:
        between = self.words.folded[last + 1 : first]
        if not between or between[0] not in (",", "and", "("):
            return False
        joins = {",", "the", "then", "former", "current", "a", "an", "and", "(", "-", "late"}
        return len(between) <= 4 and all(word in joins for word in between) and "," in between

    def _named_before(self, spans: list[Span]) -> list[Span]:
        """An unknown name before `, premier of the DPRK` is a person of that country."""
        out: list[Span] = []
        for span in spans:
            comma = span.first - 1
            while self.words.at(comma) in ("the", "then", "former", "current", "a", "an"):
                comma -= 1
            if _is_office(span) and self.words.at(comma) == "," and span.referents:
                named = self._name_ending_at(comma - 1, span)
                if named and span.reason != "apposition":
                    out.append(named)
                    span = msgspec.structs.replace(  # noqa: PLW2901
                        span, referents=named.referents, reason="apposition"
                    )
            out.append(span)
        return out

    def _name_ending_at(self, last: int, office: Span) -> Span | None:
        first = last + 1
        while first > 0 and self.free[first - 1] and self._names(first - 1):
            first -= 1
        if last - first < 1 or not all(self.free[first : last + 1]):
            return None
        name = " ".join(token.text for token in self.words.tokens[first : last + 1])
        self._take(first, last)
        referents = (person_called(name, office.referents[0]),)
        return Span(first=first, last=last, kind="name", referents=referents, reason="apposition")


def person_called(name: str, like: Referent) -> Referent:
    """A person outside the catalogue, of the country and sector of their office."""
    return Referent(actor="person/" + "-".join(name.lower().split()), name=name, kind="person",
                    country=like.country, sector=like.sector)  # fmt: skip


def _kind(agent: Agent) -> MentionKind:
    if agent.kind == "person":
        return "office"
    return "nominal" if agent.many else "name"


def _is_statelike(span: Span) -> bool:
    return bool(span.referents) and span.referents[0].kind in _STATELIKE


def _is_person(span: Span) -> bool:
    return len(span.referents) == 1 and span.referents[0].kind == "person" and span.kind == "name"


def _is_office(span: Span) -> bool:
    return span.agent is not None and span.agent.kind == "person" and not span.agent.many


def _takes_name(span: Span) -> bool:
    return span.agent is not None and span.agent.kind == "person" and not span.agent.many
