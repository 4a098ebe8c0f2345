"""The coder: from a reading to the events that it tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dragoman.coding.contexts import contexts_of
from dragoman.coding.dating import Dated, Dater, SentenceDates
from dragoman.coding.echoes import echoes
from dragoman.coding.lexicon import Lexicon, lexicon
from dragoman.coding.modality import Telling, tellings
from dragoman.coding.partners import Partners
from dragoman.coding.roles import Cast, Casting, Side, Sides, without
from dragoman.coding.syntax import Tree
from dragoman.coding.triggers import Match, find_matches
from dragoman.ontology import plover
from dragoman.records.claims import Coding, Trigger
from dragoman.records.documents import Document
from dragoman.records.provenance import Reason
from dragoman.records.readings import Mention, Reading

# Without a recipient, these types say something of no relation at all.
_NEEDS_OTHER = frozenset(
    {"SUPPORT", "CONSULT", "COOPERATE", "AID", "SANCTION", "REQUEST", "THREATEN", "REJECT"}
)
_DOMESTIC = frozenset(
    {"PROTEST", "COERCE", "ASSAULT", "ACCUSE", "SANCTION", "REQUEST", "REJECT", "THREATEN"}
)
_LINES = frozenset({"infobox", "table"})  # in "Last visit by the king: 1990", who is host is known
_SILENT = frozenset({"question"})
_RELATIONS = frozenset(
    {"establish-relations", "restore-relations", "upgrade-relations", "sever-relations",
     "suspend-relations", "downgrade-relations", "sign"}
)  # fmt: skip
_WORDS = frozenset({"SUPPORT", "AGREE", "REQUEST", "AID", "CONCEDE", "COOPERATE"})
_NOT_GUESSED = frozenset({"REQUEST", "AGREE", "ACCUSE"})  # a denied one of these may be of anyone
_UNDIRECTED = frozenset({"ASSAULT", "RETREAT", "CONSULT", "COERCE"})  # "it invaded"
_BY_CROWDS = frozenset({"PROTEST", "ASSAULT"})
_AT_HOME = frozenset({"curfew", "martial-law", "censor", "resign", "convict"})  # as a rule nobody else's matter
_FIRM = 0.75  # frames that weigh less need both their sides in words
_PARTNERED = frozenset({"SUPPORT", "AGREE", "CONSULT", "CONCEDE"})  # who else: both of the others


class LexiconCoder:
    """Keeps the port Coder, with the lexicon and the syntax of each sentence."""

    def __init__(self, *, teasers: bool = False, words: Lexicon | None = None) -> None:
        self.teasers = teasers  # whether links to other articles are coded too
        self.lexicon = words or lexicon()

    def code(self, document: Document, reading: Reading) -> tuple[Coding, ...]:
        """The events told in a document, in the order of the text."""
        return tuple(_Run(self, document, reading).codings())

    def skips(self, kind: str) -> bool:
        """Whether sections of this kind tell nothing of their own."""
        return kind in _SILENT or (kind == "teaser" and not self.teasers)


class _Run:
    """One document on its way through the coder."""

    def __init__(self, coder: LexiconCoder, document: Document, reading: Reading) -> None:
        self.coder, self.document, self.reading = coder, document, reading
        self.dater = Dater(document, reading, coder.lexicon)
        self.partners = Partners(document, reading)
        self.done: list[Coding] = []

    def codings(self) -> Sequence[Coding]:
        for number, sentence in enumerate(self.reading.sentences):
            section = self.document.sections[sentence.section]
            if not self.coder.skips(section.kind) and sentence.tokens:
                self._read(number)
        return _without_repeated_titles(self.done, self.document, self.reading)

    def _read(self, number: int) -> None:
        sentence = self.reading.sentences[number]
        tree = Tree(sentence)
        mentions = [
            m for m in self.reading.mentions if sentence.start <= m.start and m.end <= sentence.end
        ]
        cast = Cast(tree, mentions, self.document.text)
        matches = [m for m in find_matches(tree, self.coder.lexicon) if not _is_name(m, cast)]
        dates = self.dater.open(number, tree)
        dates.matches = matches
        told = _Sentence(self, number, tree, Casting(tree, cast, self.coder.lexicon))
        self.partners.advance(sentence.end)
        found: list[Coding] = []
        for telling, sides in told.events(tellings(tree, matches, self.coder.lexicon), found):
            found.append(told.coding(telling, sides, dates.date(telling, _countries(sides))))
        found += told.repeated(found, dates)
        self.done += _each_once(found)
        self.dater.close(dates)



class _Sentence:
    """One sentence with its casting."""

    def __init__(self, run: _Run, number: int, tree: Tree, casting: Casting) -> None:
        self.run, self.number, self.tree, self.casting = run, number, tree, casting

    def events(
        self, told: list[Telling], found: list[Coding]
    ) -> Iterator[tuple[Telling, Sides]]:
        """The tellings whose sides are known well enough; `found` is what came of those before."""
        for telling in told:
            sides = self._completed(telling, self.casting.sides(telling), [*self.run.done, *found])
            settled = self._settled(telling, sides)
            if _is_complete(settled, sides):
                yield settled, sides

    def _completed(self, telling: Telling, sides: Sides, told: list[Coding]) -> Sides:
        """The sides, with the one that goes without saying."""
        partners, frame = self.run.partners, telling.match.frame
        if not self._may_be_unsaid(telling):
            return sides
        if not sides.actors:
            unnamed = self.casting.unnamed(telling)
            if unnamed and telling.event_type in _BY_CROWDS:
                return self._by_crowd(sides, unnamed, told)
            if set(telling.modes) & _RELATIONS and not sides.recipients:
                return Sides(actors=partners.pair(self.number, told), sureness=0.5)
            return sides
        arguments = self.tree.arguments(telling.match.anchor)
        if frame.reciprocal and arguments.passive and not set(telling.modes) & _RELATIONS:
            return sides
        if sides.recipients or (frame.reciprocal and len(_countries_of(sides.actors)) > 1):
            return sides
        if telling.negated and telling.event_type in _NOT_GUESSED:
            return sides
        other = self._unsaid(telling, sides.actors, told) if sides.misheard or self._is_telling(telling) else ()
        if frame.reciprocal and telling.event_type != "REJECT":
            return Sides(actors=(*sides.actors, *other), sureness=0.6)
        return Sides(actors=sides.actors, recipients=other, sureness=0.6 if other else 1.0)

    def _may_be_unsaid(self, telling: Telling) -> bool:
        """Whether a side may be missing: a noun alone must name its own."""
        match = telling.match
        section = self.run.document.sections[self.tree.sentence.section]
        return (
            match.verb is not None
            or match.frame.word_class == "adjectives"
            or section.kind in _LINES
        )

    def _by_crowd(self, sides: Sides, crowd: Side, told: list[Coding]) -> Sides:
        """A crowd acts in the country where it is, or in the one that was told of."""
        if crowd[0].country is None and sides.recipients:
            across = self.run.partners.other(sides.recipients, self.number, told)
            if len(across) == 1:
                crowd = (replace(crowd[0], country=across[0].country),)
        if not sides.recipients:
            other = self.run.partners.other(crowd, self.number, told)
            return Sides(actors=crowd if other else (), recipients=other, sureness=0.5)
        return Sides(actors=crowd, recipients=sides.recipients, sureness=0.6)

    def _is_telling(self, telling: Telling) -> bool:
        """Whether the words alone make an event between two sides, though one goes unsaid."""
        match, frame, event_type = telling.match, telling.match.frame, telling.event_type
        if set(telling.modes) & _AT_HOME or (match.frame.weight < _FIRM and not telling.inner):
            return False
        if frame.specificity == 0 and event_type not in _UNDIRECTED and not self._has_object(match):
            return False
        if event_type not in _WORDS or frame.specificity > 0 or telling.inner:
            return True
        objects = self.tree.arguments(match.anchor).objects
        return any(self.tree.keys[o] in self.run.coder.lexicon.list("deeds") for o in objects) or (
            event_type == "AGREE" and bool(self.tree.kids(match.anchor, "xcomp", "ccomp"))
        )

    def _has_object(self, match: Match) -> bool:
        arguments = self.tree.arguments(match.anchor)
        return bool(arguments.objects or self.tree.kids(match.anchor, "xcomp", "ccomp"))

    def _unsaid(self, telling: Telling, actors: Side, told: list[Coding]) -> Side:
        partners = self.run.partners
        if telling.event_type == "ACCUSE":
            doer = partners.doer(actors, self.number, told)
            if doer:
                return doer
        if telling.event_type in _PARTNERED:
            both = partners.pair(self.number, told)
            if both and not _countries_of(both) & _countries_of(actors):
                return both
        other = partners.other(actors, self.number, told, self.casting.cast.countries())
        if other or telling.event_type not in _PARTNERED:
            return other
        return without(partners.pair(self.number, told), actors)

    def _settled(self, telling: Telling, sides: Sides) -> Telling:
        """A call of the parties themselves for the end of their conflict is an agreement."""
        if telling.event_type != "REQUEST" or telling.inner is None:
            return telling
        parties = {p.country for p in self.casting.inner_sides(telling)} - {None}
        callers = {p.country for p in sides.actors}
        ends = telling.inner.frame.event_type == "ASSAULT" and len(parties) > 1
        if ends and callers <= parties:
            return Telling(match=telling.match, event_type="AGREE", modes=(), inner=telling.inner)
        return telling

    def repeated(self, found: list[Coding], dates: SentenceDates) -> Iterator[Coding]:
        """Codings of events that are told by pointing at the one before."""
        for verb, subjects in echoes(self.tree):
            told = [c for c in (*self.run.done, *found) if self.number - c.sentence <= 1]
            told = [c for c in told if c.sentence < self.number or c.trigger.start < self._start(verb)]
            actors = self.casting.cast.side(self.casting.mentions(subjects))
            if told and actors and not _countries_of(actors) & _countries_of(told[-1].actors[:1]):
                yield self._echo(told[-1], verb, actors, dates.date_at(verb))

    def _start(self, index: int) -> int:
        return self.tree.tokens[index].start

    def _echo(self, before: Coding, verb: int, actors: Side, dated: Dated) -> Coding:
        token = self.tree.tokens[verb]
        others = before.actors[1:]
        return replace(
            before,
            sentence=self.number,
            head=verb,
            trigger=Trigger(text=token.text, start=token.start, end=token.end),
            actors=actors if before.recipients else (*actors, *without(others, actors)),
            occurred=dated.edtf,
            occurred_text=dated.text,
            occurred_basis=dated.basis,
            confidence=0.4,
            reasons=(Reason(feature="echo", score=0.4, detail=before.trigger.text),),
        )

    def coding(self, telling: Telling, sides: Sides, dated: Dated) -> Coding:
        first, last = telling.match.words
        start, end = self.tree.tokens[first].start, self.tree.tokens[last].end
        text = self.run.document.text
        return Coding(
            sentence=self.number,
            head=telling.match.anchor,
            trigger=Trigger(text=text[start:end], start=start, end=end),
            event_type=telling.event_type,
            modes=telling.modes,
            contexts=contexts_of(text[self.tree.sentence.start : self.tree.sentence.end]),
            actors=sides.actors,
            recipients=sides.recipients,
            occurred=dated.edtf,
            occurred_text=dated.text,
            occurred_basis=dated.basis,
            confidence=_confidence(telling, sides),
            reasons=_reasons(telling, sides),
        )


def _is_name(match: Match, cast: Cast) -> bool:
    """Whether the trigger is a piece of somebody's name: "Ministry of Defence"."""
    mention = cast.at(match.head)
    return mention is not None and mention.kind == "name"


def _is_complete(telling: Telling, sides: Sides) -> bool:
    """Whether the event has the sides without which it tells of nobody."""
    if not sides.actors:
        return False
    if set(telling.modes) & _RELATIONS and not sides.recipients:
        return len(_countries_of(sides.actors)) > 1 or telling.match.frame.alone
    if telling.match.frame.reciprocal and not sides.recipients:
        return len(_countries_of(sides.actors)) > 1 or telling.match.frame.alone
    if sides.recipients:
        return _is_between_two(telling, sides)
    if plover().type(telling.event_type).needs_recipient:
        return False
    if telling.match.frame.word_class == "nouns" and telling.match.verb is None:
        return False
    return telling.match.frame.alone or telling.event_type not in _NEEDS_OTHER


def _is_between_two(telling: Telling, sides: Sides) -> bool:
    """Whether the sides differ: in country, or in a conflict within one, in name."""
    actors, recipients = _countries_of(sides.actors), _countries_of(sides.recipients)
    if actors != recipients or None in actors:
        return True
    names = {p.name for p in sides.actors} & {p.name for p in sides.recipients}
    return telling.event_type in _DOMESTIC and not names


def _countries_of(side: Side) -> set[str | None]:
    return {p.country for p in side}


def _countries(sides: Sides) -> frozenset[str | None]:
    return frozenset(_countries_of(sides.actors) | _countries_of(sides.recipients))


def _each_once(codings: list[Coding]) -> list[Coding]:
    """The codings of a sentence without those that repeat another's type and sides."""
    kept: dict[tuple[object, ...], Coding] = {}
    for coding in codings:
        key = (
            coding.event_type,
            coding.modes,
            tuple(sorted(p.country or p.name or "" for p in coding.actors)),
            tuple(sorted(p.country or p.name or "" for p in coding.recipients)),
            coding.occurred,
        )
        if key not in kept or kept[key].confidence < coding.confidence:
            kept[key] = coding
    return sorted(kept.values(), key=lambda coding: coding.trigger.start)


def _without_repeated_titles(
    codings: list[Coding], document: Document, reading: Reading
) -> list[Coding]:
    """The codings without those of headings that the text below tells again."""
    def is_title(coding: Coding) -> bool:
        return document.sections[reading.sentences[coding.sentence].section].kind == "title"

    told = {(c.event_type, _who(c)) for c in codings if not is_title(c)}
    return [c for c in codings if not is_title(c) or (c.event_type, _who(c)) not in told]


def _who(coding: Coding) -> frozenset[str | None]:
    return frozenset(p.country or p.name for p in (*coding.actors, *coding.recipients))


def _confidence(telling: Telling, sides: Sides) -> float:
    """Between 0 and 1: how much the frame demands, its weight, and how sure the sides are."""
    frame = telling.match.frame
    specific = 0.55 + 0.1 * min(frame.specificity, 3)
    both = 1.0 if sides.recipients or len(sides.actors) > 1 else 0.75
    return round(specific * frame.weight * both * sides.sureness, 2)


def _reasons(telling: Telling, sides: Sides) -> tuple[Reason, ...]:
    frame = telling.match.frame
    found = [Reason(feature="frame", score=frame.weight, detail=f"{frame.event_type} {frame.lemma}")]
    if telling.changed_by:
        found.append(Reason(feature=f"{telling.changed_by}-consumed", score=1.0, detail=telling.event_type))
    if telling.inner:
        inner = telling.inner.frame
        found.append(Reason(feature="complement", score=1.0, detail=f"{inner.event_type} {inner.lemma}"))
    found.append(Reason(feature="sides", score=sides.sureness))
    return tuple(found)
