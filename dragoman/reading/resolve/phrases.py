"""Noun phrases built on names: `Iranian Foreign Ministry`, `President Kim Il Sung`."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.reading.resolve.agents import Agents, acting_for
from dragoman.reading.resolve.asof import Days
from dragoman.reading.resolve.catalogue import Agent, Catalogue
from dragoman.reading.resolve.lexicon import (
    ACTORS_FROM,
    ACTORS_IN,
    LOCATIVE,
    PAST,
    PERSONAL,
    STATELIKE,
)
from dragoman.reading.resolve.persons import is_person
from dragoman.reading.resolve.titles import with_titles
from dragoman.reading.resolve.towns import OF_TOWNS
from dragoman.reading.resolve.words import Span, Words
from dragoman.records.readings import MentionKind, Referent

_LOOSE = frozenset({"VBG", "VBN", "JJ", "RB", "CD"})  # after a noun these begin something new

_OF_FORCES = frozenset({"unit", "units", "elements", "formations", "columns"})
_LEADING = frozenset({"led", "run"})


class Phrases:
    """Composes the spans of one sentence."""

    def __init__(
        self, catalogue: Catalogue, agents: Agents, words: Words, when: Days | None
    ) -> None:
        self.catalogue, self.agents, self.words, self.when = catalogue, agents, words, when

    def compose(self, spans: list[Span]) -> list[Span]:
        """The spans in the order of the text, joined with the nouns and titles about them."""
        spans = sorted(spans, key=lambda span: span.first)
        # twice, for `Iran's Foreign Ministry's spokesman`
        spans = [self._with_noun(self._with_noun(span)) for span in spans]
        spans = self._share_noun(spans)
        spans = self._of_someone(spans)
        return self._join_same(with_titles(self.words, self.agents, self._presiding(spans)))

    def _with_noun(self, span: Span) -> Span:
        """`Iranian` and `foreign ministry` become one span that means the ministry."""
        if span.base != "named" or not (_is_statelike(span) or is_person(span)):
            return span
        if span.agent and not self.words.is_possessive(span.last + 1):
            return span
        found = self._noun_right_of(span)
        if found is None or not self._may_have(span, found[1]) or self._is_where(span, found[1]):
            return span
        last, agent = found
        past = is_past(self.words, span.first - 1)
        referents = tuple(
            acting_for(self.catalogue, state, agent, self.when, past=past)
            for state in map(self._state_of, span.referents)
        )
        self.words.take(span.last + 1, last)
        return replace(
            span, last=last, kind=_kind(agent), referents=referents, many=agent.many, agent=agent,
            past=past, reason=f"{agent.phrase} of {span.referents[0].name}",
        )  # fmt: skip

    def _state_of(self, referent: Referent) -> Referent:
        """The state of a person; anyone else as they are."""
        if referent.kind == "person" and referent.country in self.catalogue.actors:
            return self.catalogue.referent(referent.country)
        return referent

    def _noun_right_of(self, span: Span) -> tuple[int, Agent] | None:
        words, number = self.words, span.last + 1
        if words.is_possessive(number) or words.at(number) == "'":
            number += 1
        elif words.at(number) == "-" and words.at(number + 1) not in _LEADING:
            return None  # an Iran-backed militia is not of Iran
        found: tuple[int, Agent] | None = None
        stop = min(number + 7, len(words))
        while number < stop and words.free[number]:
            agent = self.agents.at(words, number)
            if agent:
                found, number = agent, agent[0] + 1
            elif words.is_modifier(number) and not (found and words.tokens[number].tag in _LOOSE):
                number += 1
            else:
                break
        if found is None or self._is_only_modifier(found, number):
            return None
        return found

    def _may_have(self, span: Span, agent: Agent) -> bool:
        """Whether it can have such an agent: a person a regime, a town a mayor but no ministry."""
        if any(referent.actor in self.catalogue.towns for referent in span.referents):
            return agent.phrase in OF_TOWNS
        return not is_person(span) or agent.phrase in PERSONAL

    def _is_where(self, span: Span, agent: Agent) -> bool:
        """Whether it is where someone acts, and not whose: `in Lima Prime Minister Phiri`."""
        words = self.words
        bears = words.is_possessive(span.last + 1) or span.kind == "adjective"
        is_person = agent.kind == "person" and not agent.many
        return is_person and not bears and words.at(span.first - 1) in LOCATIVE

    def _is_only_modifier(self, found: tuple[int, Agent], stop: int) -> bool:
        """Whether another noun heads the phrase: in `military attacks` no army is named."""
        last, agent = found
        rest = range(last + 1, stop)
        heads = any(self.words.tokens[number].pos == "NOUN" for number in rest)
        if agent.kind == "military" and self.words.at(last + 1) in _OF_FORCES:
            return False  # `Iraqi army units` are the army
        stays = agent.kind in ("ministry", "parliament", "party", "organisation")
        return heads and not (stays or (agent.office and agent.kind == "person"))

    def _share_noun(self, spans: list[Span]) -> list[Span]:
        """In `Iranian and Russian ministers` the first adjective has the second's noun."""
        out = list(spans)
        for index in range(len(out) - 2, -1, -1):
            span, after = out[index], out[index + 1]
            between = self.words.folded[span.last + 1 : after.first]
            joined = between in (["and"], [","], [",", "and"], ["-"], ["or"])
            agent = after.agent if joined and after.base == "named" else None
            parted = self.words.tokens[span.last].end < self.words.tokens[span.last + 1].start
            if between == ["-"] and parted:  # `BAMAKO - Malian troops`
                continue
            if agent is None or span.agent or not _is_statelike(span):
                continue
            own = tuple(acting_for(self.catalogue, s, agent, self.when) for s in span.referents)
            set_in = between == ["and"] and self.words.at(span.first - 1) == "in" and agent.many
            # `DPRK-Iran friendship group`, `in Suva and Apia officials`: one span that means both
            if between == ["-"] or (set_in and span.kind == "name"):
                out[index : index + 2] = [
                    replace(after, first=span.first, referents=own + after.referents, many=True)
                ]
            elif span.kind == "adjective" and agent.many:
                reason = f"shares {agent.phrase}"
                out[index] = replace(span, referents=own, many=True, agent=agent, reason=reason)
        return out

    def _presiding(self, spans: list[Span]) -> list[Span]:
        """`Malta's EU presidency` and `the Maltese presidency of the EU` as the Union's."""
        out: list[Span] = []
        for span in spans:
            before = out[-1] if out else None
            if before and self._presides(before, span):
                out[-1] = replace(span, first=before.first, last=max(before.last, span.last))
            else:
                out.append(span)
        return out

    def _presides(self, state: Span, union: Span) -> bool:
        if not (_is_statelike(state) and _is_union(union)) or _is_union(state):
            return False
        between = self.words.folded[state.last + 1 : union.first]
        if _is_presidency(union):
            return between in ([], ["'s"], ["'"])
        return _is_presidency(state) and between in (["of"], ["of", "the"])

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
        if words.at(span.last + 1) == "-" and words.at(span.last + 2) not in _LEADING:
            return None
        fitting = {"from": ACTORS_FROM, "in": ACTORS_IN}.get(words.at(number))
        if number < 1 or not (words.at(number) == "of" or fitting):
            return None
        found = self._agent_before(span, number)
        if found is None or (fitting and words.at(number - 1) not in fitting):
            return None
        first, agent = found
        return self._joined_of(span, after, first, agent)

    def _agent_before(self, span: Span, number: int) -> tuple[int, Agent] | None:
        found = self.agents.ending_at(self.words, number - 1)
        return found if found and self._may_have(span, found[1]) else None

    def _joined_of(
        self, span: Span, after: list[Span], first: int, agent: Agent
    ) -> tuple[Span, list[Span]]:
        last, states = span.last, list(span.referents)
        rest = list(after)
        while span.base == "named" and agent.many and rest and self._is_list_next(last, rest[0]):
            last = rest[0].last
            states += rest.pop(0).referents
        last = self._with_led(last)
        past = is_past(self.words, first - 1)
        self.words.take(first, last)
        referents = tuple(
            acting_for(self.catalogue, state, agent, self.when, past=past) for state in states
        )
        joined = replace(
            span, first=first, last=last, kind=_kind(agent), referents=referents,
            many=agent.many or span.base == "pair", agent=agent, past=past,
            reason=f"{agent.phrase} of it",
        )  # fmt: skip
        return joined, rest

    def _with_led(self, last: int) -> int:
        """Where a phrase ends that names who leads: `of the Saudi`, then `-led coalition`."""
        if self.words.at(last + 1) != "-" or self.words.at(last + 2) not in _LEADING:
            return last
        end = last + 3
        while self.words.is_free(end + 1) and self.words.tokens[end].pos == "ADJ":
            end += 1
        led = self.words.is_free(end) and self.words.tokens[end].pos == "NOUN"
        return end if led else last

    def _is_list_next(self, last: int, span: Span) -> bool:
        between = [w for w in self.words.folded[last + 1 : span.first] if w != "the"]
        return between in ([","], ["and"], [",", "and"]) and _is_statelike(span)

    def _join_same(self, spans: list[Span]) -> list[Span]:
        """`Iranian news agency` and `IRNA` beside it are one; so are office and person."""
        out: list[Span] = []
        for span in spans:
            before = out[-1] if out else None
            touches = before is not None and before.last + 1 == span.first
            if before and touches and _is_medium(before) and _is_medium(span):
                out[-1] = replace(span, first=before.first)
            else:
                out.append(span)
        return out


def is_past(words: Words, number: int) -> bool:
    """Whether this word, or the one before its hyphen, says `former`."""
    return words.at(number - 1 if words.at(number) == "-" else number) in PAST


def _kind(agent: Agent) -> MentionKind:
    if agent.kind == "person":
        return "office"
    return "nominal" if agent.many else "name"


def _is_statelike(span: Span) -> bool:
    return bool(span.referents) and span.referents[0].kind in STATELIKE


def _is_presidency(span: Span) -> bool:
    return span.agent is not None and span.agent.phrase == "presidency"


def _is_union(span: Span) -> bool:
    return bool(span.referents) and span.referents[0].country == "EUR"


def _is_medium(span: Span) -> bool:
    return bool(span.referents) and span.referents[0].kind == "media"
