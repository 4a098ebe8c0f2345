"""A question as it is understood: read and coded like the sentence that would answer it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from dragoman.asking.forms import Form, asks_for_denial, asks_of_the_future, form
from dragoman.asking.restating import STAND_INS, of_unknown_name, statements, undenied
from dragoman.asking.words import is_particular, narrowing, stem
from dragoman.ontology import plover
from dragoman.records.actors import Participant
from dragoman.records.answers import Question, Sought
from dragoman.records.claims import Claim
from dragoman.records.codec import Record
from dragoman.records.readings import Mention, Reading, Referent, Token

StateName = Callable[[str], str | None]

STATUS_MODES = (
    "recognize",
    "establish-relations",
    "restore-relations",
    "upgrade-relations",
    "suspend-relations",
    "sever-relations",
)
_WHOLE = {"state", "place", "people", "government", "parliament"}  # a side, by another name
_LEAD = 1.35  # by how much a type must be the likeliest where no event is found in a question
_NOT_SO = {"CT-", "PR-"}
_TOPICAL = {"NOUN", "PROPN", "ADJ"}
_OF_MANY_THINGS = {"withdraw", "discontinue"}  # modes
_RELATIONS = re.compile(r"\b(?:relations|ties)\b", re.IGNORECASE)


class Study(Record, frozen=True, kw_only=True):
    """What the project's own reader, coder and attributor find in a sentence."""

    reading: Reading
    claims: tuple[Claim, ...]
    scores: dict[str, float]


Studying = Callable[[str], Study]


def understand(text: str, study: Studying, state_name: StateName) -> Question:
    """The question as claims can answer it."""
    asked = form(text)
    if asked.said is not None:
        return _of_doings(text, asked, study, state_name)
    stand_in = next(name for name in STAND_INS if name.lower() not in text.lower())
    rest = study(asked.rest).reading
    tried = [(told, study(told)) for told in statements(asked, rest, stand_in)]
    told, found = next(((told, one) for told, one in tried if one.claims), tried[0])
    named = Named(found.reading, state_name, stand_in)
    claim = _main(found.claims, stand_in)
    if (denial := undenied(told)) and (claim is None or claim.certainty not in _NOT_SO):
        return _of_denial(text, asked, denial, study, named)
    if claim is None:
        known_by_name = _of_name(text, asked, study, named, rest)
        return known_by_name or _uncoded(text, asked, told, found, named)
    return _coded(text, asked, told, claim, named)


def _of_name(
    text: str, asked: Form, study: Studying, named: Named, rest: Reading
) -> Question | None:
    """A question whose subject is only a name: coded with a stand-in, and asked of the name."""
    found = of_unknown_name(asked, rest, named.stand_in)
    if found is None:
        return None
    name, sentences = found
    for told in sentences:
        studied = study(told)
        if claim := _main(studied.claims, named.stand_in):
            question = _coded(text, asked, told, claim, named.over(studied.reading))
            bearer = Sought(name=name, country=None, whole=False)
            return replace(question, actors=(bearer, *question.actors))
    return None


def _of_denial(
    text: str, asked: Form, denial: tuple[str, str], study: Studying, named: Named
) -> Question:
    """A question about a denial: what is denied as it was coded alone, and who denies it."""
    who, told = denial
    found = study(told)
    deed = named.over(found.reading)
    claim = _main(found.claims, named.stand_in)
    if claim is None:
        guessed = _uncoded(text, asked, told, found, deed)
        question = replace(guessed, event_types=(), modes=())
    else:
        question = _coded(text, asked, told, claim, deed)
    speakers = named.over(study(f"{who} said so.").reading).all()
    unknown = "speaker" if who == named.stand_in else question.unknown
    return replace(question, denied=True, speakers=speakers, unknown=unknown)


def _coded(text: str, asked: Form, told: str, claim: Claim, named: Named) -> Question:
    """A question whose sentence tells of an event."""
    speaker = claim.asserted_by
    denied = asks_for_denial(text) and claim.certainty in _NOT_SO
    speakers: tuple[Sought, ...] = ()
    if speaker.role != "author" and speaker.name:
        speakers = named.of_names([(speaker.name, speaker.country)])
    from_stand_in = speaker.name == named.stand_in
    return Question(
        text=text,
        kind=asked.kind,
        statement=told,
        event_types=(claim.event_type,),
        modes=claim.modes,
        actors=named.of(claim.actors),
        recipients=named.of(claim.recipients),
        speakers=speakers,
        unknown="speaker" if from_stand_in else asked.unknown,
        denied=denied,
        future=asks_of_the_future(text),
        when=named.when(),
        order=asked.order,
        about=(*_verb(claim), *_thing(claim), *named.about()),
        trigger=claim.trigger.text,
    )


def _uncoded(text: str, asked: Form, told: str, found: Study, named: Named) -> Question:
    """A question in whose sentence no event is found: known by its sides, words and likely type."""
    if asked.kind == "whether" and _RELATIONS.search(text):
        return Question(
            text=text,
            kind="state",
            statement=told,
            modes=STATUS_MODES,
            actors=named.all(),
            when=named.when(),
        )
    event_type = _likeliest(found.scores)
    modes = _modes_named(event_type, text)
    return Question(
        text=text,
        kind=asked.kind,
        statement=told,
        event_types=(event_type,) if event_type else (),
        modes=modes,
        actors=named.all(),
        unknown=asked.unknown,
        future=asks_of_the_future(text),
        when=named.when(),
        order=asked.order,
        about=tuple(w for w in named.about() if not _modes_named(event_type, w)),
    )


def _of_doings(text: str, asked: Form, study: Studying, state_name: StateName) -> Question:
    """What somebody said, denied or did, about something or to someone; what happened."""
    topic = Named(study(f"It is about {asked.topic}.").reading, state_name)
    if asked.said == "happened":
        return Question(
            text=text,
            kind=asked.kind,
            statement=f"{asked.rest} {asked.topic}",
            actors=topic.all(),
            when=topic.when(),
            about=topic.about(),
        )
    doer = Named(study(f"{asked.rest} said so.").reading, state_name)
    who, said = doer.all(), asked.said != "done"
    return Question(
        text=text,
        kind=asked.kind,
        statement=f"{asked.rest}: {asked.topic}" if asked.topic else asked.rest,
        actors=() if said else who,
        recipients=topic.all(),
        speakers=who if said else (),
        denied=asked.said == "denied",
        when=topic.when() or doer.when(),
        about=topic.about(),
    )


class Named:
    """The actors, times and words of a question's sentence."""

    def __init__(self, reading: Reading, state_name: StateName, stand_in: str = "") -> None:
        self.stand_in = stand_in
        self._reading = reading
        self._state_name = state_name

    def over(self, reading: Reading) -> Named:
        """The same of another sentence of the question."""
        return Named(reading, self._state_name, self.stand_in)

    def of(self, participants: Iterable[Participant]) -> tuple[Sought, ...]:
        """These participants, but for the stand-in."""
        return self.of_names((one.name or one.text, one.country) for one in participants)

    def of_names(self, names: Iterable[tuple[str, str | None]]) -> tuple[Sought, ...]:
        """Who goes by these names, but for the stand-in."""
        asked = {name: country for name, country in names if name != self.stand_in}
        return tuple(
            Sought(name=name, country=country, whole=self._whole(name, country))
            for name, country in asked.items()
        )

    def all(self) -> tuple[Sought, ...]:
        """Everyone whom the sentence names."""
        return self.of_names((one.name, one.country) for _, one in self._referents())

    def when(self) -> str | None:
        """The time that the sentence gives, or None."""
        return next((time.edtf for time in self._reading.times), None)

    def about(self) -> tuple[str, ...]:
        """The words that say more than who, when and what kind of deed."""
        taken = [(m.start, m.end) for m in self._reading.mentions]
        taken += [(t.start, t.end) for t in self._reading.times]
        words = (
            token.text
            for sentence in self._reading.sentences
            for token in sentence.tokens
            if _tells(token) and not any(a <= token.start < b for a, b in taken)
        )
        return narrowing(word for word in words if word != self.stand_in)

    def _whole(self, name: str, country: str | None) -> bool:
        if country is None:
            return False
        kinds = [
            mention.kind != "name" or one.kind in _WHOLE
            for mention, one in self._referents()
            if one.name == name
        ]
        return all(kinds) if kinds else name == self._state_name(country)

    def _referents(self) -> Iterator[tuple[Mention, Referent]]:
        for mention in self._reading.mentions:
            for one in mention.referents:
                yield mention, one


def _tells(token: Token) -> bool:
    return token.pos in _TOPICAL and sum(map(str.isalnum, token.text)) > 2


def _main(claims: tuple[Claim, ...], stand_in: str) -> Claim | None:
    """The claim that is the question's own: of the stand-in, or in nobody else's mouth."""
    asked = [c for c in claims if any(stand_in == p.name for p in (*c.actors, *c.recipients))]
    asked += [c for c in claims if c.asserted_by.role == "author"]
    return next(iter((*asked, *claims)), None)


def _verb(claim: Claim) -> tuple[str, ...]:
    """The verb of a claim, where it is as narrow as a noun and no mode says the same."""
    verb = next(iter(claim.trigger.text.split()), "")
    return (verb,) if is_particular(verb) and not claim.modes else ()


def _thing(claim: Claim) -> tuple[str, ...]:
    """The last word of a trigger whose mode holds for many things: "withdraw its recognition"."""
    words = claim.trigger.text.split()
    return (words[-1],) if len(words) > 1 and _OF_MANY_THINGS & set(claim.modes) else ()


def _likeliest(scores: dict[str, float]) -> str | None:
    first, second, *_ = sorted(scores, key=lambda name: -scores[name])
    return first if scores[first] > _LEAD * scores[second] else None


def _modes_named(event_type: str | None, text: str) -> tuple[str, ...]:
    """The first mode of a type whose name is a word of the text."""
    if event_type is None:
        return ()
    words = {stem(word) for word in text.split()}
    return tuple(mode for mode in plover().type(event_type).modes if stem(mode) in words)[:1]
