"""Events told once for several: "broke with Chad in 1957 and with Peru in 1963" are two."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.coding.dates.sentence_dates import SentenceDates
from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.sides.cast import Cast
from dragoman.coding.sides.side import Side, countries_of, is_pronoun
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.gaps import Gap, gaps
from dragoman.records.claims import Coding, Trigger

_NEAR = 4  # tokens from a preposition to the name under it


class Conjuncts:
    """Tells apart what one verb of a sentence tells of several times."""

    def __init__(self, tree: Tree, cast: Cast, dates: SentenceDates) -> None:
        self.tree, self.cast, self.dates = tree, cast, dates

    def told_apart(self, codings: Sequence[Coding]) -> list[Coding]:
        """The codings of the sentence, and one for each conjunct that leaves out the verb."""
        found = list(codings)
        for gap in gaps(self.tree, self.dates.times):
            for index in range(len(found) - 1, -1, -1):
                if again := self._again(found[index], gap):
                    found[index : index + 1] = [self._without(found[index], gap), again]
                    break
        return found

    def _again(self, told: Coding, gap: Gap) -> Coding | None:
        """The event of the conjunct; None if it is none of this verb's."""
        if told.head >= gap.joint or self.tree.tokens[told.head].pos not in CLAUSAL:
            return None
        others = self._named_in(gap)
        if gap.preposition is None or not (others or gap.preposition):
            is_next = self._is_nearest(told.head, gap)
            return self._dated(told, gap) if is_next and not others else None
        if not others or not self._is_timed(told.head, gap):
            return None
        return self._with_others(told, gap, others)

    def _with_others(self, told: Coding, gap: Gap, others: Side) -> Coding | None:
        """The event with those of the conjunct in the place of those whom the verb has there."""
        first = self._without(told, gap)
        acting, suffering = (self._beside(s, told, gap) for s in (first.actors, first.recipients))
        instead = acting or any(map(is_pronoun, suffering))  # "knew it in May, and Peru in June"
        if not acting and not suffering:
            return None
        if instead:
            actors = (*(p for p in first.actors if p not in acting and acting), *others)
            changed = replace(first, actors=actors)
        else:
            changed = replace(first, recipients=others)
        alike = countries_of(changed.actors) & countries_of(changed.recipients)
        return None if alike else self._dated(changed, gap)

    def _beside(self, side: Side, told: Coding, gap: Gap) -> Side:
        """Those of a side who stand between the verb and the conjunct, as its own do there."""
        return tuple(p for p in side if self._stands(p.start, told.head, gap))

    def _stands(self, start: int, verb: int, gap: Gap) -> bool:
        tokens = self.tree.tokens
        index = next((i for i, t in enumerate(tokens) if t.start <= start < t.end), -1)
        if not verb < index < gap.joint:
            return False
        before = self.tree.words[max(index - _NEAR, verb) : index]
        return gap.preposition in before if gap.preposition else True

    def _is_nearest(self, verb: int, gap: Gap) -> bool:
        """Whether no other finite verb stands between the verb and the conjunct."""
        between = (self.tree.tokens[i] for i in range(verb + 1, gap.joint))
        return all(t.pos not in CLAUSAL or t.dep in {"amod", "aux"} for t in between)

    def _is_timed(self, verb: int, gap: Gap) -> bool:
        """Whether the first conjunct has a time of its own, or the second one sets it apart."""
        first, last = self.tree.tokens[verb].end, self.tree.tokens[gap.joint].start
        apart = self.tree.words[gap.joint + 1] == ","
        return apart or any(first <= t.start < last for t in self.dates.times)

    def _named_in(self, gap: Gap) -> Side:
        """Who is named in the conjunct."""
        inside = range(gap.joint + 1, gap.end)
        found = [mention for i in inside if (mention := self.cast.at(i))]
        return self.cast.side(dict.fromkeys(found))

    def _without(self, told: Coding, gap: Gap) -> Coding:
        """The event without those who stand in the conjunct, if others are left."""
        actors, recipients = (
            tuple(p for p in side if not gap.holds(self.tree, p.start)) or side
            for side in (told.actors, told.recipients)
        )
        return replace(told, actors=actors, recipients=recipients)

    def _dated(self, told: Coding, gap: Gap) -> Coding | None:
        """The event at the time of the conjunct; None where it has that time already."""
        dated = self.dates.at(gap.time)
        if dated.edtf == told.occurred or "/" in (told.occurred or ""):
            return None  # "in 1961 and 1962" may be one stretch of time
        return replace(
            told,
            trigger=self._words_of(gap),
            occurred=dated.edtf,
            occurred_text=dated.text,
            occurred_basis=dated.basis,
        )

    def _words_of(self, gap: Gap) -> Trigger:
        """The conjunct itself, as the words that tell the event."""
        comma = self.tree.words[gap.joint + 1] == ","
        first, last = self.tree.tokens[gap.joint + 1 + comma], self.tree.tokens[gap.end - 1]
        text = self.cast.text[first.start : last.end]
        return Trigger(text=text, start=first.start, end=last.end)
