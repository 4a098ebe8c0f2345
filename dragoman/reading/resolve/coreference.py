"""Whom the words mean that name nobody: pronouns, `our country`, `both sides`, `the army`."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.resolve.agents import acting_for
from dragoman.reading.resolve.at_hand import AtHand
from dragoman.reading.resolve.bodies import Bodies
from dragoman.reading.resolve.catalogue import Agent, Catalogue
from dragoman.reading.resolve.dealings import Owner, Place
from dragoman.reading.resolve.introduced import Introduced
from dragoman.reading.resolve.lands import crowned
from dragoman.reading.resolve.lexicon import REGIONS
from dragoman.reading.resolve.nouns import HATED, is_sent, is_sure
from dragoman.reading.resolve.of_two import HOW_MANY
from dragoman.reading.resolve.opposites import Opposites
from dragoman.reading.resolve.ours import Ours
from dragoman.reading.resolve.pairs import SIDES
from dragoman.reading.resolve.pronouns import Pronouns
from dragoman.reading.resolve.setting import Answer, FirstPerson, Referents, Setting
from dragoman.reading.resolve.turns import means_state
from dragoman.reading.resolve.words import Span
from dragoman.records.readings import Referent

_RECENT = 3  # sentences back that a noun by which someone was called still means them
_SAME = 0.8  # the score of a body that was spoken of before
_PLAIN = 0.9  # a place or a speaker that says whose a body is outweighs who was called so before
_OF_ANOTHER = frozenset({"guests", "hosts", "counterparts", "visitors", "colleagues"})
_OF_OTHERS = frozenset({"guests", "hosts", "visitors"})  # never of one's own state
_COURTS = frozenset({"court", "judge", "judges", "tribunal", "bench"})
_WORLD_COURT = "icj"
_HEADS = frozenset({"minister", "secretary", "speaker", "vice president", "vice-president"})
# Those who meet as a body of states: `ministers adopted`, in what the body itself publishes.
_MEMBERS = frozenset({"ministers", "heads of state", "heads of government"})
_OF_STATES = frozenset({"EUR", "IGO"})
_OFFICE_HELD = "presidency"  # `his presidency` is a time and no body


class Coreference:
    """Answers for one document, whose discourse fills as its sentences are read."""

    def __init__(
        self,
        catalogue: Catalogue,
        bodies: Bodies,
        we: FirstPerson,
        home: Referent | None,
    ) -> None:
        self.catalogue, self.bodies = catalogue, bodies
        self.discourse, self.pairs, self.recall = bodies.discourse, bodies.pairs, bodies.recall
        self.voice, self.own, self.home = we.voice, we.own or we.topic, home
        self.topic = we.topic
        self.ours = Ours(catalogue, self.pairs, we)
        self._lands = AtHand(catalogue, self.discourse, self.pairs, we)
        self._opposites = Opposites(catalogue, bodies, home)
        self._pronouns = Pronouns(catalogue, bodies, self._lands, self.voice)
        self._introduced = Introduced(catalogue, bodies, self._owner)

    def answer(self, span: Span, at: Setting) -> Answer:
        """Whom a span means here; nobody rather than a guess."""
        if span.base == "surname" or span.called:
            return self._introduced.answer(span, at)
        if span.base == "definite":
            return self._body(span, at)
        found = self._referents(span, at)
        if not found and span.base == "pair" and span.article == "the":
            return self._body(span, at)  # `the three ministers` of one state
        return Answer(found)

    def _referents(self, span: Span, at: Setting) -> Referents:
        if span.base in ("voice", "speaker", "addressed"):
            return self._in_person(span, at)
        answers = {
            "pair": self._paired,
            "possessor": self._possessed,
            "state": self._at_hand,
        }
        if span.base in ("other", "role"):
            return self._acting(self._opposites.answer(span, at), span, at)
        if answer := answers.get(span.base):
            return answer(span, at)
        found = self._pronouns.answer(span, at.words)
        if span.base != "they" or at.quoted:
            return found
        return self.ours.they(at.words, span.first, at.reader, found)

    def _we(self, at: Setting) -> Referent | None:
        """The state that says `we` here: the speaker's in a quotation, else the document's."""
        return self.ours.we(at.speaker, quoted=at.quoted, reader=at.reader)

    def _in_person(self, span: Span, at: Setting) -> Referents:
        """Whom `we`, `I` and `you` mean; a reader's `you` is any who may read it."""
        if span.base == "addressed":
            alone = span.kind == "pronoun" and at.words.at(span.first) == "you"
            is_anyone = alone and at.reader is not None and not means_state(at.words, span.first)
            known = at.addressed if not is_anyone else None
            return self._acting((known,), span, at) if known else ()
        if span.base == "speaker":
            return (at.speaker,) if at.quoted and at.speaker else ()
        group = self.ours.group(at.words, at.spans, span) if not at.quoted else ()
        if group and at.reader is None:
            return self._acting(group, span, at)
        if not at.quoted and self.ours.is_private(at.words, span.first):
            return ()
        state = self._we(at)
        if state is None and not at.quoted:
            state = self.ours.against(at.words, at.spans, span, at.reader)
        return self._acting((state,), span, at) if state else ()

    def _paired(self, span: Span, at: Setting) -> Referents:
        several = self._several(span, at)
        meant = self._pair(span, at) if several is None else several
        return self._acting(meant, span, at)

    def _several(self, span: Span, at: Setting) -> Referents | None:
        """Those of `the four states`, `the Baltic states`; None if the words give no number."""
        for word in at.words.folded[span.first : span.last + 1]:
            if codes := REGIONS.get(word):
                return tuple(self.catalogue.referent(code) for code in codes)
            if number := HOW_MANY.get(word):
                return self.pairs.several(at.words, at.spans, span, number)
        return None

    def _pair(self, span: Span, at: Setting) -> Referents:
        if persons := self.pairs.compatriots(at.words, span):
            return persons
        pair = self.pairs.two(at.words, at.spans, span)
        if not pair and at.words.at(span.last) in SIDES:  # both of a civil war are of one state
            torn = self.bodies.scene.ahead(at.words, span.first) or self.bodies.scene.titled
            pair = (torn,) if torn else ()
        if span.article == "the" and not self.pairs.are_of_text(pair):
            return ()  # `the presidents` may be of any number of states
        we = self._we(at)
        if at.words.at(span.first) != "our" or we in pair:
            return pair
        return (we,) if we else ()

    def _possessed(self, span: Span, at: Setting) -> Referents:
        owners = self._pronouns.meant(at.words, span.first)
        if at.words.at(span.first) == "their" and not at.quoted:
            owners = self.ours.they(at.words, span.first, at.reader, owners)
        if span.agent and span.agent.phrase in (*_OF_ANOTHER, _OFFICE_HELD):
            alone = span.last - span.first == 1 and span.agent.phrase in _OF_OTHERS
            return self._acting(self._opposites.of(owners, at), span, at) if alone else ()
        states = tuple(filter(None, (self.catalogue.state_of(owner) for owner in owners)))
        if not states and at.words.at(span.first) == "its":
            bearer = self.recall.bearer(at.words, span.first)
            state = self.catalogue.state_of(bearer) if bearer else None
            states = (state,) if state else ()
        return self._acting(states, span, at)

    def _at_hand(self, span: Span, at: Setting) -> Referents:
        state = self._lands.state(span, at, self._we(at))
        return self._acting((state,), span, at) if state else ()

    def _body(self, span: Span, at: Setting) -> Answer:
        """Those whom a noun without a state means: of the state that the text leaves unsaid."""
        agent = span.agent
        if agent is None:
            return Answer(())
        if agent.phrase in self.catalogue.chambers:
            return Answer(self._chamber(span, agent, at))
        body = self._court(span, agent, at) or self._so_named(span, agent, at)
        if named := body or self._of_body(agent):
            return Answer((named,), _PLAIN, "the body so named")
        owner = self._owner(span, agent, at)
        if owner is None or owner.score < _PLAIN:
            known = self._called(span, agent, at)
            same = owner and known and owner.state == self.catalogue.state_of(known)
            if known and (owner is None or same or self._is_recent(known, agent, owner, at)):
                return Answer((known,), 0.8, "called so before")
        if owner is None:
            return Answer(())
        return Answer(self._acting((owner.state,), span, at), owner.score, owner.rule)

    def _court(self, span: Span, agent: Agent, at: Setting) -> Referent | None:
        """The court before which states were told to be a little above, and `its judges`."""
        if (
            span.article != "the"
            or agent.phrase not in _COURTS
            or self.bodies.scene.beside(at.words, span.last)
        ):
            return None
        return self.recall.court(at.words.index, self.catalogue.referent(_WORLD_COURT))

    def _of_body(self, agent: Agent) -> Referent | None:
        """Who holds an office that bodies of states have, as `the Secretary General`."""
        issuer = self.discourse.issuer
        if agent.phrase in _MEMBERS and issuer and issuer.country in _OF_STATES:
            return issuer
        if agent.sector != "IGO":
            return None
        body = issuer or self.recall.body("organization")
        return acting_for(self.catalogue, body, agent, None) if body else None

    def _so_named(self, span: Span, agent: Agent, at: Setting) -> Referent | None:
        """`The Court`, with a capital, after the International Court of Justice."""
        token = at.words.tokens[span.first]
        capital = token.text[0].isupper() and span.first > 0 and not at.words.is_headline
        if not capital or span.article != "the" or span.called:
            return None
        body = self.recall.body(agent.phrase)
        return body if body and body.kind == "organisation" else None

    def _called(self, span: Span, agent: Agent, at: Setting) -> Referent | None:
        """The person or body last called by the very noun."""
        if agent.many or span.article != "the" or agent.phrase == "government":
            return None
        noun = agent.office or agent.phrase
        return self.recall.called(noun, _named(at.spans), noun=agent.phrase)

    def _is_recent(self, known: Referent, agent: Agent, owner: Owner, at: Setting) -> bool:
        """Whether a person just called so outweighs the setting: `the President`, once named."""
        noun = agent.office or (agent.phrase if agent.sector == "MIL" else None)
        if known.kind != "person" or noun is None or owner.score >= _SAME:
            return False
        if at.when and not self.catalogue.holder(owner.state.actor, noun, at.when):
            return True
        others = _named(at.spans)
        if owner.state == self.voice and self.recall.called(noun, others, of=self.voice.country):
            return False  # `the President` of those who write, though they told of another's
        return self.recall.called(noun, others, at.words.index - _RECENT) == known

    def _owner(self, span: Span, agent: Agent, at: Setting) -> Owner | None:
        crown = crowned(agent.phrase, at.when)
        if crown:
            ruled = self._lands.of_shape(crown) if self.topic else None
            ruled = ruled or self.discourse.state(
                at.words, span.first, self.catalogue.state_of, crown
            )
            return Owner(ruled, _PLAIN, "the state with such a crown") if ruled else None
        speaker = self.catalogue.state_of(at.speaker) if at.speaker else None
        voice = self.own if at.reader is None else None
        if span.called and at.words.at(span.first - 1) == "by":
            team = self.recall.led(at.words, span.first - 2)
            led = self.catalogue.state_of(team) if team else None
            if led:
                return Owner(led, 0.9, "those whom they lead")
        place = Place(at.words, at.spans, at.quoted, speaker, voice, self.home)
        owner = self.bodies.owner(span, place)
        sure = is_sure(agent) and not is_sent(agent)
        if self.topic and sure and (owner is None or owner.score < _PLAIN):
            return Owner(self.topic, _SAME, "the state that the text is about")
        own = self._own(span, agent, at)
        if own and (owner is None or (owner.score < _PLAIN and own == self._we(at))):
            return Owner(own, 0.75, "the document's own, by its capital")
        pointed = span.called is None and agent.phrase not in HATED and _is_pointed(span, at)
        if owner is None and sure and pointed:
            near = self.discourse.state(at.words, span.first, self.catalogue.state_of)
            return Owner(near, 0.5, "the state named last") if near else None
        return owner

    def _own(self, span: Span, agent: Agent, at: Setting) -> Referent | None:
        """The document's own state, of which `the Ministry` and `the Minister` are by a capital."""
        capital = at.words.tokens[span.first].text[0].isupper() and span.first > 0
        if not capital or at.words.is_headline:
            return None
        if not is_sure(agent):
            acts = at.words.is_subject(span.first, span.last)
            holds = agent.phrase in _HEADS or (agent.office and acts and not agent.many)
            alone = holds and span.called is None and not at.quoted
            return self.voice if alone else None
        alone = not any(other.referents for other in at.spans if other.first < span.first)
        return self._we(at) or (self.home if alone else None)

    def _chamber(self, span: Span, agent: Agent, at: Setting) -> Referents:
        """`Congress` of the state, among those with a house of that name, that is named most."""
        houses = self.catalogue.chambers[agent.phrase]
        here = "here" in at.words.folded[span.last + 1 : span.last + 2]
        if here and self.home and self.home.country in houses:
            return self._acting((self.home,), span, at)
        named = [code for code in houses if self.discourse.counts[code]]
        if not named and not at.words.tokens[span.first].text[0].isupper():
            return ()
        code = max(named or houses, key=lambda code: self.discourse.counts[code])
        if houses[code]:
            return (self.catalogue.referent(houses[code]),)
        return self._acting((self.catalogue.referent(code),), span, at)

    def _acting(self, states: Referents, span: Span, at: Setting) -> Referents:
        agent = span.agent
        if agent is None:
            return states
        found: dict[str, Referent] = {}
        for state in states:
            bare = not span.article and span.first == span.last
            some = bare and agent.phrase == "people"  # a few persons, no nation
            known = agent._replace(sector="CVL") if some else agent
            one = acting_for(self.catalogue, state, known, at.when, past=span.past)
            found.setdefault(one.actor, one)
        return tuple(found.values())


def _is_pointed(span: Span, at: Setting) -> bool:
    """Whether the article stands right before the noun, so that no adjective tells it apart."""
    return span.article == "the" and at.words.tokens[span.first - 1].pos != "ADJ"


def _named(spans: Sequence[Span]) -> frozenset[str]:
    """The actors that a sentence calls by name."""
    return frozenset(
        referent.actor
        for span in spans
        if span.base == "named" and span.kind == "name"
        for referent in span.referents
    )
