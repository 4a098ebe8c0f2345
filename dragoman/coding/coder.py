"""The coder: from a reading to the events that it tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from dragoman.coding.classify import classify
from dragoman.coding.confidence import FEATURES, by_hand, by_regression, features
from dragoman.coding.conjuncts import Conjuncts
from dragoman.coding.contexts import contexts_of
from dragoman.coding.dates.dating import Dater, SentenceDates
from dragoman.coding.lexicon import Lexicon, lexicon
from dragoman.coding.proposals import proposals
from dragoman.coding.repeats import Repeats
from dragoman.coding.sides.cast import Cast
from dragoman.coding.sides.partners import Partners
from dragoman.coding.sides.roles import Roles
from dragoman.coding.sides.side import Side, Sides, countries_of
from dragoman.coding.sides.unsaid import Unsaid
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling, tellings
from dragoman.coding.telling.realized import realized
from dragoman.coding.triggers import Match, find_matches
from dragoman.ports import Span
from dragoman.records.claims import Coding, Trigger
from dragoman.records.documents import Document, SectionKind
from dragoman.records.provenance import Reason
from dragoman.records.readings import Reading

_LINES = frozenset({"infobox", "table"})


class LexiconCoder:
    """Keeps the port Coder, with the lexicon and the syntax of each sentence."""

    def __init__(self, *, teasers: bool = False, words: Lexicon | None = None) -> None:
        self.teasers = teasers  # whether links to other articles are coded too
        self.lexicon = words or lexicon()

    def code(self, document: Document, reading: Reading) -> tuple[Coding, ...]:
        """The events told in a document, in the order of the text."""
        return tuple(_Run(self, document, reading).codings())

    def classify(
        self,
        text: str,  # noqa: ARG002 - of the port; the syntax is in the reading
        reading: Reading,
        actor: Span | None,
        recipient: Span | None,
    ) -> dict[str, float]:
        """How probable each type is of what one span of a text does to another; sums to 1."""
        return classify(reading.sentences, actor, recipient)

    def roles(self, text: str, tree: Tree, cast: Cast) -> Roles:  # noqa: ARG002 - of use to heirs
        """Who fills the sides of the events of one sentence of a text."""
        return Roles(tree, cast, self.lexicon)

    def skips(self, kind: SectionKind) -> bool:
        """Whether sections of this kind tell nothing of their own."""
        return kind == "question" or (kind == "teaser" and not self.teasers)


class _Run:
    """One document on its way through the coder."""

    def __init__(self, coder: LexiconCoder, document: Document, reading: Reading) -> None:
        self.coder, self.document, self.reading = coder, document, reading
        self.lexicon = coder.lexicon
        self.dater = Dater(document, reading, coder.lexicon)
        self.partners = Partners(document, reading)
        self.done: list[Coding] = []

    def codings(self) -> Sequence[Coding]:
        """The codings of the document."""
        for number, sentence in enumerate(self.reading.sentences):
            kind = self.document.sections[sentence.section].kind
            if not self.coder.skips(kind) and sentence.tokens:
                self._read(number)
        return _without_repeated_titles(self.done, self.document, self.reading)

    def _read(self, number: int) -> None:
        sentence = self.reading.sentences[number]
        tree = Tree(sentence, self.lexicon)
        inside = (m for m in self.reading.mentions if sentence.start <= m.start < sentence.end)
        cast = Cast(tree, inside, self.document.text)
        matches = [m for m in find_matches(tree, self.lexicon) if not _is_name(m, cast)]
        dates = self.dater.open(number, tree, matches)
        roles = self.coder.roles(self.document.text, tree, cast)
        if roles.judge:
            more = proposals(tree, matches, cast, roles.judge)
            matches = sorted([*matches, *more], key=lambda m: m.words)
        self.partners.advance(sentence.end)
        told = list(_Sentence(self, number, tree, roles, dates).codings(matches))
        self.done += Conjuncts(tree, cast, dates).told_apart(_each_once(told))
        self.dater.close(dates)


class _Sentence:
    """One sentence with its roles and its dates."""

    def __init__(
        self, run: _Run, number: int, tree: Tree, roles: Roles, dates: SentenceDates
    ) -> None:
        self.run, self.number, self.tree, self.dates = run, number, tree, dates
        self.roles, self.judge = roles, roles.judge
        in_line = run.document.sections[tree.sentence.section].kind in _LINES
        self.repeats = Repeats(tree, roles, dates, number)
        self.unsaid = Unsaid(tree, self.roles, run.partners, run.lexicon, in_line=in_line)
        self.whole = self.unsaid.whole

    def codings(self, matches: list[Match]) -> Iterator[Coding]:
        """The events that the sentence tells, then those that it repeats of the one before."""
        told = list(self.run.done)
        found = tellings(self.tree, matches, self.run.lexicon)
        repeats = self.repeats
        for telling in found:
            sides = self._sides(telling, told)
            settled = self._judged(self._settled(telling, sides), sides)
            if settled:
                told.append(repeats.as_told(self._coding(settled, sides), told))
                yield told[-1]
        done = list(realized(self.tree, matches, found))
        for telling, verb in done:
            sides = self._sides(telling, told)
            if self._judged(telling, sides):
                yield repeats.at(self._coding(telling, sides), verb)
        yield from repeats.codings(told, {verb for _, verb in done})
        yield from repeats.denied(told)

    def _judged(self, telling: Telling, sides: Sides) -> Telling | None:
        """The telling, if it has its sides, as the encoder has it; None if it is no event."""
        if not self.whole.holds(telling, sides):
            return None
        judged = self.judge.retold(telling) if self.judge else telling
        return judged if judged and self.whole.holds(judged, sides) else None

    def _sides(self, telling: Telling, told: list[Coding]) -> Sides:
        """The sides; of a proposal for which syntax finds nobody, those that the encoder hears."""
        sides = self.unsaid.complete(telling, self.number, told)
        guessed = sides.sureness < 1
        if guessed and (repeated := self.repeats.beside(telling.match.anchor, told)):
            return replace(sides, recipients=repeated.recipients)
        if not (self.judge and telling.match.proposed) or sides.actors or sides.recipients:
            return sides
        heard = self.judge.sides(telling.match)
        apart = not countries_of(heard.actors) & countries_of(heard.recipients)
        return heard if apart else sides

    def _settled(self, telling: Telling, sides: Sides) -> Telling:
        """A call of the parties themselves for the end of their conflict is an agreement."""
        if telling.event_type != "REQUEST" or telling.inner is None:
            return telling
        parties = countries_of(self.roles.inner_sides(telling)) - {None}
        ends = telling.inner.frame.event_type == "ASSAULT" and len(parties) > 1
        if ends and countries_of(sides.actors) <= parties:
            return Telling(match=telling.match, event_type="AGREE", modes=(), inner=telling.inner)
        return telling

    def _coding(self, telling: Telling, sides: Sides) -> Coding:
        countries = frozenset(countries_of((*sides.actors, *sides.recipients)))
        dated = self.dates.date(telling, countries)
        confidence, evidence = self._confidence(telling, sides)
        sentence = self.tree.sentence
        return Coding(
            sentence=self.number,
            head=telling.match.anchor,
            trigger=self._trigger(*telling.match.words),
            event_type=telling.event_type,
            modes=telling.modes,
            contexts=contexts_of(self.run.document.text[sentence.start : sentence.end]),
            actors=sides.actors,
            recipients=sides.recipients,
            occurred=dated.edtf,
            occurred_text=dated.text,
            occurred_basis=dated.basis,
            confidence=confidence,
            reasons=(*_reasons(telling, sides), *evidence),
        )

    def _confidence(self, telling: Telling, sides: Sides) -> tuple[float, tuple[Reason, ...]]:
        """The confidence, and the features that it rests on, if it was reckoned from any."""
        if self.judge is None:
            return by_hand(telling, sides), ()
        found = features(telling, sides, self.judge)
        evidence = zip(FEATURES, found, strict=True)
        return by_regression(found, self.judge.confidence), tuple(
            Reason(feature=name, score=round(value, 3)) for name, value in evidence
        )

    def _trigger(self, first: int, last: int) -> Trigger:
        start, end = self.tree.tokens[first].start, self.tree.tokens[last].end
        return Trigger(text=self.run.document.text[start:end], start=start, end=end)


def _is_name(match: Match, cast: Cast) -> bool:
    """Whether the trigger is a piece of somebody's name: "Ministry of Defence"."""
    mention = cast.at(match.head)
    return mention is not None and mention.kind == "name"


def _each_once(codings: list[Coding]) -> list[Coding]:
    """The codings of a sentence without those that repeat another's type and sides.

    Two that are dated apart are two events; one without a date adds nothing to one with it, and
    one of which the sides are guessed and the day is but the document's nothing to any.
    """
    kept: dict[tuple[object, ...], list[Coding]] = {}
    for coding in sorted(codings, key=lambda c: (_is_loose(c), not c.occurred, -c.confidence)):
        sides = (_names(coding.actors), _names(coding.recipients))
        same = kept.setdefault((coding.event_type, coding.modes, *sides), [])
        if same and _is_loose(coding):
            continue
        if not same or coding.occurred not in {None, *(other.occurred for other in same)}:
            same.append(coding)
    found = [coding for same in kept.values() for coding in same]
    return sorted(found, key=lambda coding: coding.trigger.start)


def _is_loose(coding: Coding) -> bool:
    """Whether no word of its own says who takes part, nor when."""
    sides = (reason.score for reason in coding.reasons if reason.feature == "sides")
    guessed = any(score is not None and score < 1 for score in sides)
    return guessed and coding.occurred_basis in {None, "published"}


def _without_repeated_titles(
    codings: list[Coding], document: Document, reading: Reading
) -> list[Coding]:
    """The codings without those of headings that the text below tells again."""

    def is_title(coding: Coding) -> bool:
        return document.sections[reading.sentences[coding.sentence].section].kind == "title"

    def told(coding: Coding) -> tuple[str, frozenset[str]]:
        return coding.event_type, _names((*coding.actors, *coding.recipients))

    below = {told(coding) for coding in codings if not is_title(coding)}
    return [coding for coding in codings if not is_title(coding) or told(coding) not in below]


def _names(side: Side) -> frozenset[str]:
    return frozenset(p.country or p.name or p.text for p in side)


def _reasons(telling: Telling, sides: Sides) -> Iterator[Reason]:
    frame = telling.match.frame
    yield Reason(feature="frame", score=frame.weight, detail=f"{frame.event_type} {frame.lemma}")
    if telling.changed_by:
        # Attribution must not count again what the type already says.
        feature = f"{telling.changed_by}-consumed"
        yield Reason(feature=feature, score=1.0, detail=telling.event_type)
    if telling.inner:
        inner = telling.inner.frame
        detail = f"{inner.event_type} {inner.lemma}"
        yield Reason(feature="complement", score=1.0, detail=detail)
    yield Reason(feature="sides", score=sides.sureness)
