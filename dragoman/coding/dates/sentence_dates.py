"""Dates of one sentence: by its own words, by what was told before it, or by the document's."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.coding.dates.carried import Carried
from dragoman.coding.dates.lone import Lone
from dragoman.coding.dates.narrative import Narrative
from dragoman.coding.dates.reckoning import length
from dragoman.coding.dates.rows import line_head, row_head
from dragoman.coding.dates.sayings import STANDING
from dragoman.coding.dates.stated import Stated
from dragoman.coding.dates.story import Countries, Deed
from dragoman.coding.dates.ties import Ties
from dragoman.coding.sides.datelines import dateline_end
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.ahead import is_undecided
from dragoman.coding.telling.modality import Telling
from dragoman.coding.tense import (
    PERFECT,
    PRESENT,
    goes_on,
    in_vague_time,
    is_habitual,
    is_perfect,
    points_back,
    root_of,
)
from dragoman.coding.triggers import Match
from dragoman.records.codec import Record
from dragoman.records.dates import bounds
from dragoman.records.readings import DateBasis, TimeExpression

_LASTS_SINCE = frozenset({"recognize", "establish-relations"})  # "since 1988" says when it was done
_BEGINNINGS = frozenset({"begin", "start"})
_ASIDE = frozenset({"relcl", "acl"})


class Dated(Record, frozen=True, kw_only=True):
    """When it happened, the words that say so, and how that follows from them."""

    edtf: str | None = None
    text: str | None = None
    basis: DateBasis | None = None


UNDATED = Dated()


class SentenceDates:
    """The dates that the events of one sentence can have."""

    def __init__(self, told: Narrative, tree: Tree, matches: Sequence[Match]) -> None:
        sentence = tree.sentence
        self.told, self.tree, self.setting = told, tree, told.setting
        self.root = root_of(tree)
        past = tree.tokens[self.root].tag == "VBD"
        here = (t for t in told.times if sentence.start <= t.start < sentence.end)
        self.times = [t for t in here if not (past and self.setting.is_misread(t))]
        line = line_head(told.document.text, tree, self.times)
        self.times = [t for t in self.times if line is None or t.start >= line.start]
        begin = dateline_end(told.document.text, sentence)
        self.ties = Ties(tree, self.times, matches, told.lexicon, begin)
        self.row_head = line or row_head(tree, self.times)
        self.done: list[Deed] = []  # what the sentence's own words have dated
        self._dated: dict[int, Dated] = {}  # by the verb that tells it
        self.is_dated = False  # whether any event of it has a date, if only one taken over
        self._moves = goes_on(tree, told.lexicon) and not in_vague_time(tree)
        self.goes_on = self._moves and not self.ties.at_clause()
        self.inherited = self._taken_over()
        self.stated = Stated(told, tree, self.ties, self.inherited)
        self.carried = Carried(told, tree, self.ties, self.inherited, goes_on=self.goes_on)
        self.lone = Lone(told, tree, self.ties)

    def date(self, telling: Telling, countries: frozenset[str | None]) -> Dated:
        """When the event happened; UNDATED where the text does not say."""
        verb, between = telling.match.anchor, frozenset(c for c in countries if c)
        if is_undecided(self.tree, verb) or self.stated.is_of_charge(telling):
            return UNDATED
        found = self._date(telling, between)
        if found.edtf is None and self.ties.is_meanwhile(verb):
            found = self._along(telling, between)
        if found.edtf is None:
            found = self._ended(telling.match.head)
        if found.edtf is None and (time := self.lone.time(telling)):
            found = self._plain(time)
        if found.edtf:
            self.told.late.keep(found.edtf, self.tree, telling, between)
        self._dated[verb] = found
        self.is_dated = self.is_dated or found.edtf is not None
        return found

    def _along(self, telling: Telling, between: Countries) -> Dated:
        """The date of the verb that it is told with, which may tell nothing that is coded."""
        over = self.ties.along(telling, telling.match.anchor)
        if self.tree.keys[over] in _BEGINNINGS:  # "it began when": some day before
            return UNDATED
        if over not in self._dated:
            match = replace(telling.match, head=over, verb=None)
            self._dated[over] = self._date(replace(telling, match=match), between)
        return self._dated[over]

    def _ended(self, noun: int) -> Dated:
        """The days that ended with what they led to: "signed after four days of talks"."""
        days = length(self.tree, noun)
        found = self._dated.get(days.verb, UNDATED) if days else UNDATED
        edtf = days.until(found.edtf) if days and found.edtf else None
        return replace(found, edtf=edtf, basis="relative") if edtf else UNDATED

    def _date(self, telling: Telling, between: Countries) -> Dated:
        now = self.carried.sayings.is_done_now(telling, between)
        time = self.stated.time(telling, now=now and not self.row_head)
        if time:
            self._keep(time, telling, between)
            return self._stated(time, telling)
        if self._is_older(telling):
            same = self.told.story.same(telling.event_type, between)
            if same and self.carried.is_done_next(telling, between):
                return self._inherit(self.told.story.day)
            return self._told_again(telling, between)
        if self.row_head or (self.told.row and self._is_of_row(telling)):
            return UNDATED if self._is_background(telling) else self._of_row()
        if now:
            return Dated(edtf=self.setting.published, basis="published")
        found = self._of_text(telling, between)
        return found if found.edtf else self._told_again(telling, between)

    def _is_of_row(self, telling: Telling) -> bool:
        """Whether it is told under the date at the head of the line, and no other."""
        return not self.times or self.ties.is_at_once(telling.match.anchor)

    def date_at(self, verb: int) -> Dated:
        """The date that the syntax ties to a verb without a frame of its own."""
        time = self.ties.at(verb)
        if time is None and self.tree.words[0] == "so":  # "So did Chad"
            return self._inherit(self.told.past)
        first = self.tree.first(verb)
        if time is None and first != verb and self.tree.words[verb - 1] == "so":
            time = self.ties.at(first)  # "..., and so did Chad"
        return self._plain(time) if time else self._of_row()

    def at(self, time: TimeExpression) -> Dated:
        """What one of the sentence's own times says of an event."""
        return self._plain(time)

    def _keep(self, time: TimeExpression, telling: Telling, between: Countries) -> None:
        """Takes note of what is dated, for what is told of it later."""
        token = self.tree.tokens[telling.match.anchor]
        deed = Deed(
            time=time,
            event_type=telling.event_type,
            name=self.tree.keys[telling.match.head],
            modes=frozenset(telling.modes),
            doers=between if telling.event_type == "CONSULT" else self.carried.doers(telling),
            countries=between,
            aside=time.edtf.endswith("~") or self._is_aside(telling.match.anchor),
        )
        self.told.keep(deed)
        if token.dep != "relcl" or token.tag not in PRESENT:  # "doctors who serve there today"
            self.done.append(deed)

    def _is_aside(self, verb: int) -> bool:
        """Whether it is told of a thing that is named: "which it had left", not "when it left"."""
        tree = self.tree
        if self.ties.is_recounted(verb):
            return True
        asides = [a for a in tree.ancestors(verb) if tree.tokens[a].dep in _ASIDE]
        when = (tree.tokens[c].tag == "WRB" for a in asides for c in tree.kids(a, "advmod"))
        return bool(asides) and not any(when)

    def _of_text(self, telling: Telling, between: Countries) -> Dated:
        """When it happened by what stands around the sentence."""
        if (day := self.told.headlines.day(self.tree)) and not self.times:
            return self._inherit(day)
        heading = self.setting.heading(self.tree.sentence.section)
        if (heading is None or heading.edtf.endswith("/..")) and self._is_state(telling):
            return UNDATED
        carried = self.carried.time(telling, between, self.done) or heading
        around = self.carried
        if carried is None and (lone := self.lone.time(telling)):
            return self._plain(lone)
        if carried is None and (around.is_of_the_day(telling) or around.is_festive(telling)):
            return Dated(edtf=self.setting.published, basis="published")
        return self._inherit(carried or around.reaction(telling) or around.feast())

    def _is_background(self, telling: Telling) -> bool:
        """Whether a clause under another tells what came before: "although it has asked"."""
        verb = telling.match.anchor
        under = self.tree.tokens[verb].dep in {"advcl", "relcl"}
        return under and is_perfect(self.tree, verb, PERFECT)

    def _told_again(self, telling: Telling, between: Countries) -> Dated:
        """The date that the text has given the same event before, if no other stands here."""
        if self.times:
            return UNDATED
        again = self.told.memory.recall(self.tree, telling, between)
        return self._inherit(again or self.told.late.time(self.tree, telling, between))

    def _taken_over(self) -> TimeExpression | None:
        """The time set before, unless the sentence has moved on from it."""
        pointed = self.told.past if points_back(self.tree) else None
        scene = self.told.scene or pointed
        if scene is None or not self._moves or self.ties.fronted() or self.ties.at(self.root):
            return None
        if self.tree.tokens[self.root].tag in PRESENT and not self.told.told_now:
            return None
        ends = bounds(scene.edtf)[1]
        starts = [bounds(time.edtf)[0] for time in self.times]
        moved = ends and any(start and start.year > ends.year for start in starts)
        return None if moved and not pointed else scene

    def _is_older(self, telling: Telling) -> bool:
        """Whether it is past for one who speaks in the present: "admits that Mali attacked"."""
        token = self.tree.tokens[telling.match.anchor]
        head = self.tree.tokens[token.head]
        told = token.dep == "ccomp" and token.head < telling.match.anchor
        return told and token.tag == "VBD" and head.tag in PRESENT

    def _is_state(self, telling: Telling) -> bool:
        """Whether no one day is meant: "has always helped", "recognizes no border"."""
        if telling.changed_by == "future":
            return False
        if is_habitual(self.tree, list(self.ties.sites(telling)), self.told.lexicon):
            return True
        tag = self.tree.tokens[telling.match.anchor].tag
        return tag in PRESENT and bool(set(telling.modes) & STANDING)

    def _stated(self, time: TimeExpression, telling: Telling) -> Dated:
        once = self.tree.tokens[telling.match.anchor].tag == "VBD"  # "since May, when it left"
        if time.edtf.endswith("/..") and (once or set(telling.modes) & _LASTS_SINCE):
            return self._plain(replace(time, edtf=time.edtf.removesuffix("/..")))
        onward = f"{time.edtf}/.." if self._is_start(time) else time.edtf
        return self._plain(replace(time, edtf=onward.removeprefix("../")))

    def _is_start(self, time: TimeExpression) -> bool:
        """Whether it went on from then: "from 1971, Chad threatened"."""
        text = self.told.document.text
        before, after = text[: time.start].rstrip(), text[time.end :]
        begins = before.lower().endswith("from") and after.startswith(",")
        return begins and "/" not in time.edtf

    def _of_row(self) -> Dated:
        return self._plain(self.row_head) if self.row_head else self._inherit(self.told.row)

    def _plain(self, time: TimeExpression) -> Dated:
        return Dated(edtf=time.edtf, text=self.told.words(time), basis=time.basis)

    def _inherit(self, time: TimeExpression | None) -> Dated:
        if time is None:
            return UNDATED
        return Dated(edtf=time.edtf, text=self.told.words(time), basis="inherited")
