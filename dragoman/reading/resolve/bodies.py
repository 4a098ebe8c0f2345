"""Whose are bodies, offices and people of whom only the noun is given: `police`, `the envoy`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.reading.resolve.catalogue import Agent
from dragoman.reading.resolve.dealings import Dealings, Owner, Place, owned
from dragoman.reading.resolve.discourse import Discourse
from dragoman.reading.resolve.nouns import (
    COMPLAIN,
    GUESTS,
    HATED,
    MOUTHPIECES,
    OPPONENTS,
    SAY,
    are_people,
    are_persons,
    has_crew,
    is_local,
    is_sent,
    is_sure,
    is_taken_up,
)
from dragoman.reading.resolve.pairs import Pairs
from dragoman.reading.resolve.recall import Recall
from dragoman.reading.resolve.scene import Scene
from dragoman.reading.resolve.seen import Seen
from dragoman.reading.resolve.words import Span, Words
from dragoman.records.readings import Referent

_BODIES = frozenset({"ministry", "government", "parliament", "military", "party"})
_COMING = frozenset({"arrive", "visit", "fly", "come", "travel"})
_WHOLE = frozenset({"army", "military", "armed forces"})
_HOUSES = frozenset({"embassy", "high commission", "consulate", "legation"})
_STATES_OWN = frozenset({"GOV", "MIL"})
_NEAR, _FAR = 8, 20  # sentences back that the same body, and the same envoy, are looked for
_SHORT = 4  # and those of whom no more is said than `the men`


class Bodies:
    """Answers for one document, whose discourse and scene fill as it is read."""

    def __init__(
        self,
        discourse: Discourse,
        scene: Scene,
        pairs: Pairs,
        state_of: Callable[[Referent], Referent | None],
    ) -> None:
        self.discourse, self.scene, self.pairs = discourse, scene, pairs
        self.recall = Recall(discourse)
        self._dealings = Dealings(self.recall, pairs, state_of)
        self._state_of = state_of

    def owner(self, span: Span, at: Place) -> Owner | None:
        """The state of the body that a span means; None rather than a guess."""
        agent = span.agent
        if agent is None:
            return None
        if at.words.at(span.first - 1) == "whose":
            rules = iter([self._dealings.related(span, at)])
        elif agent.phrase in OPPONENTS:
            rules = iter([self._dealings.opponent(at), self._attackers(at)])
        elif is_taken_up(agent):
            rules = self._of_those_before(span, agent, at)
        elif is_sent(agent):
            rules = self._of_sent(span, agent, at)
        else:
            rules = self._of_others(span, agent, at)
        return next((owner for owner in rules if owner), None)

    def _attackers(self, at: Place) -> Owner | None:
        """The state of the forces that acted in the sentence before: they are the invaders."""
        seen = self.recall.main_subject(at.words.index - 1)
        fights = seen is not None and seen.referents[0].kind == "military" and not seen.passive
        return self._of(seen if fights and not at.quoted else None, 0.7, "those who attacked")

    def _of_sent(self, span: Span, agent: Agent, at: Place) -> Iterator[Owner | None]:
        if span.article != "the":
            return
        beside = self.scene.beside(at.words, span.last)
        yield self._dealings.seated(at, beside)
        yield self._same(span, at, max(0, at.words.index - _FAR), 0.8)
        yield self._dealings.dealt_with(span, at)
        own = at.voice or at.home
        if agent.phrase in _HOUSES and own and not at.quoted:
            yield owned(self.pairs.other_than(own), 0.65, "the other of the two at their own")
        if agent.phrase in GUESTS and own:
            came = self.recall.doer(at.words, span.first, _COMING)
            yield owned(self._state_of(came) if came else None, 0.72, "whoever came")
            guest = self.recall.guest(at.words, span.first, own, self._state_of)
            yield owned(guest, 0.7, "the guest of the document's own state")

    def _of_those_before(self, span: Span, agent: Agent, at: Place) -> Iterator[Owner | None]:
        """By those just told of: `the men`, `the vessel` and its `captain`."""
        if span.called:
            yield from self._of_others(span, agent, at)
            return
        since = max(0, at.words.index - _SHORT)
        if agent.phrase == "men" != at.words.at(span.first):  # `the eleven`
            told = self.recall.counted(at.words, span.first, since)
            yield self._of(told, 0.7, "as many told of just before")
            return
        yield self._dealings.not_the_doers(span, agent, at)
        yield self._same(span, at, since, 0.8)
        if has_crew(agent):
            craft = self.recall.craft(at.words, span.first, since)
            yield self._of(craft, 0.75, "the craft they are aboard")
        if are_persons(agent.phrase) and agent.many:
            people = self.recall.people(at.words, span.first, since)
            yield self._of(people, 0.7, "those told of just before")
        elif are_persons(agent.phrase):
            yield self._dealings.dealt_with(span, at)

    def _of(self, seen: Seen | None, score: float, rule: str) -> Owner | None:
        return owned(self._state_of(seen.referents[0]) if seen else None, score, rule)

    def _of_others(self, span: Span, agent: Agent, at: Place) -> Iterator[Owner | None]:
        yield owned(self.scene.beside(at.words, span.last), 0.95, "the place beside it")
        if agent.phrase in MOUTHPIECES:
            yield self._dealings.spoken_for(span, at)
        if _is_shared(at, span.last):
            return
        if span.article == "":
            yield self._dealings.sent(span, agent, at)
        yield self._dealings.not_the_victims(span, at)
        if agent.kind == "ministry":
            yield self._dealings.summons(span, at)
        if span.called:
            yield self._dealings.across(span, at)
        if at.quoted:
            yield None if are_people(agent) else owned(at.speaker, 0.9, "whoever is quoted")
            return
        yield from self._placed(span, agent, at)
        yield from self._told(span, agent, at)

    def _placed(self, span: Span, agent: Agent, at: Place) -> Iterator[Owner | None]:
        """By the places of the sentence, then by the same body in the paragraph."""
        words = at.words
        if "here" in words.folded[span.last + 1 : span.last + 3]:
            yield owned(at.home or at.voice, 0.9, "the place it is sent from")
        if words.at(span.last + 1) == "there":
            yield owned(self.scene.ahead(words, span.first) or self.scene.place, 0.9, "the place")
        yield owned(self.scene.ahead(words, span.first), 0.9, "the place ahead")
        if is_local(agent):
            yield owned(self.scene.around(words, span.first), 0.75, "the place of the clause")
        yield self._same(span, at, self.scene.paragraph, 0.8)
        if agent.phrase in MOUTHPIECES:
            yield self._spoken_for(at, span.first)

    def _told(self, span: Span, agent: Agent, at: Place) -> Iterator[Owner | None]:
        """By those of whom the sentence tells, then by the paragraph and the document."""
        if _is_under(at.words, span.first, COMPLAIN):
            yield self._blamed(span, at)
            if span.article != "the" or are_people(agent):
                return
        if agent.kind == "parliament":
            yield self._dealings.told(span, at)
        if span.article == "the" and span.called is None and self.scene.place is None:
            yield self._always(span, agent, at)
        if not are_people(agent):
            yield self._subject(span, at)
            polices = is_local(agent) and at.words.is_subject(span.first, span.last)
            if not polices and self._is_anothers(span, at):
                return
        yield from self._set(span, agent, at)

    def _always(self, span: Span, agent: Agent, at: Place) -> Owner | None:
        """The state of which the body has been in all of the text; not another's than its own."""
        seen = self.recall.always(at.words, span.first, agent.phrase)
        state = self._state_of(seen.referents[0]) if seen else None
        if seen and _is_hated(span) and seen.noun not in HATED:
            return None
        own = at.voice in (None, state)
        return owned(state if own else None, 0.76, "the same body in all of the text")

    def _is_anothers(self, span: Span, at: Place) -> bool:
        """Whether it may as well be the other side's, where the sentence tells of someone else."""
        if not span.article and self._has_stranger(span, at):
            return True
        main = self.recall.main_subject(at.words.index)
        if main is None or main.last >= span.first:
            return False
        is_object = not at.words.is_subject(span.first, span.last)
        return not span.article or (span.called is not None and is_object)

    def _has_stranger(self, span: Span, at: Place) -> bool:
        """Whether someone of another state than the document's stands before it in the sentence."""
        seen = self.discourse.in_sentence.get(at.words.index, ())
        others = {r.country for s in seen if s.last < span.first for r in s.referents}
        return bool(others - {own.country for own in (at.voice, at.home) if own})

    def _blamed(self, span: Span, at: Place) -> Owner | None:
        """The state that is blamed: Mali's in `complained to Mali that the police had fled`."""
        verb = at.words.verb_of(span.first)
        for seen in self.discourse.in_sentence.get(at.words.index, ()):
            told = len(seen.referents) == 1 and not seen.subject and not seen.modifier
            if told and seen.last < span.first and seen.verb != verb:
                return owned(self._state_of(seen.referents[0]), 0.7, "the one who is blamed")
        return None

    def _set(self, span: Span, agent: Agent, at: Place) -> Iterator[Owner | None]:
        """By the paragraph, then by the document."""
        scene = self.scene
        yield owned(scene.place, 0.75, "the place of the paragraph")
        is_foe = _is_hated(span) and not at.words.is_subject(span.first, span.last)
        if is_foe:
            yield self._dealings.opposed(span, at)
        elif not are_people(agent):
            yield self._paragraph(span, at)
        is_told = at.voice is None or agent.kind == "person" or _is_hated(span)
        if is_told and not are_people(agent):
            yield self._same(span, at, max(0, at.words.index - _NEAR), 0.7)
        own = at.voice or at.home
        if _is_hated(span):
            yield owned(
                scene.titled if scene.titled != own else None, 0.55, "the state of the title"
            )
            return
        if at.voice is None and scene.before not in (None, own):
            definite = span.article == "the" and (is_sure(agent) or agent.kind == "ministry")
            score = 0.5 if own else 0.55  # without a rival it is surer
            yield owned(scene.before, score, "the paragraph before") if definite else None
            own = None
        if at.voice is None:
            yield owned(scene.titled, 0.55, "the state of the title")
        yield owned(own, 0.6, "the document's own state")

    def _same(self, span: Span, at: Place, since: int, score: float) -> Owner | None:
        """The state of the same body, or one of its kind, when last spoken of."""
        if span.agent is None or span.article == "a" or span.called:
            return None
        words = at.words
        nouns = (span.agent.phrase, " ".join(words.folded[span.first : span.last]))
        kin = (self.recall.akin(words, span.first, noun, since) for noun in nouns if noun)
        seen = next(filter(None, kin), None)
        if seen and span.agent.phrase in _WHOLE and seen.noun not in _WHOLE:
            return None  # some soldiers told of need not be of `the army`
        if seen and _is_hated(span) and seen.noun not in HATED:
            return None
        state = self._state_of(seen.referents[0]) if seen else None
        return owned(state, score, "the same body before")

    def _spoken_for(self, at: Place, before: int) -> Owner | None:
        """The state of the last body in the sentence: `the ministry replied, a spokesman said`."""
        for seen in reversed(self.discourse.in_sentence.get(at.words.index, ())):
            body = len(seen.referents) == 1 and seen.referents[0].kind in _BODIES
            if body and seen.last < before and not seen.modifier:
                return owned(self._state_of(seen.referents[0]), 0.75, "the body spoken for")
        return None

    def _subject(self, span: Span, at: Place) -> Owner | None:
        """The state of the subject before it, of its own clause or of what is said in it."""
        words, deep = at.words, span.article == "the"
        seen = self.recall.subject_over(words, span.first, deep=deep)
        is_object = not words.is_subject(span.first, span.last)
        if seen is None or seen.sent or (is_object and (seen.named or span.called)):
            return None
        if is_object and _is_hated(span):
            return None
        state = self._state_of(seen.referents[0])
        foreign = at.voice is not None and state != at.voice
        if foreign and not _is_under(words, span.first, SAY):
            return None
        if _is_under(words, span.first, COMPLAIN) and seen.referents[0].sector in _STATES_OWN:
            return None
        return owned(state, 0.75, "the subject of the sentence")

    def _paragraph(self, span: Span, at: Place) -> Owner | None:
        """The state of the last main subject in the sentences before of this paragraph."""
        for index in range(at.words.index, self.scene.paragraph - 1, -1):
            seen = self.recall.main_subject(index)
            here = index == at.words.index
            if here and seen and (seen.last >= span.first or seen.sent):
                continue
            state = self._state_of(seen.referents[0]) if seen else None
            if seen is None or state is None or (seen.passive and not _is_state(seen)):
                continue
            near = index >= at.words.index - 1 and span.article == "the" and not seen.named
            foreign = at.voice is not None and state != at.voice and (here or not near)
            return None if foreign else owned(state, 0.7, "the subject of the sentence before")
        return None


def _is_hated(span: Span) -> bool:
    """Whether nobody calls their own state so: `the regime`."""
    return span.agent is not None and span.agent.phrase in HATED


def _is_state(seen: Seen) -> bool:
    return seen.referents[0].kind in ("state", "government", "ministry")


def _is_shared(at: Place, last: int) -> bool:
    """Whether they are of a pair: `officials in both capitals`."""
    pairs = (other.first for other in at.spans if other.base == "pair")
    return any(last + 1 < first <= last + 3 for first in pairs)


def _is_under(words: Words, number: int, verbs: frozenset[str]) -> bool:
    """Whether the word stands in what one of these verbs tells or is done to."""
    verb = words.verb_of(number)
    for _ in range(6):
        above = words.verb_of(words.tokens[verb].head)
        if words.tokens[verb].lemma in verbs and number > verb:
            return True
        if above == verb:
            return False
        verb = above
    return False
