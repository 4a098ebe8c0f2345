"""Carried dates: those that what stands around a sentence gives to its events."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.coding.dates.narrative import Narrative
from dragoman.coding.dates.near import about, month_of
from dragoman.coding.dates.occasions import STAYS, TALKS
from dragoman.coding.dates.sayings import Sayings
from dragoman.coding.dates.stated import BY_PEN, OF_TALKS
from dragoman.coding.dates.story import Countries, Deed
from dragoman.coding.dates.ties import Ties
from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.coding.tense import PERFECT, PRESENT, is_apart, is_lasting, is_perfect, is_simple_past
from dragoman.records.dates import bounds, contains, interval, precision
from dragoman.records.readings import TimeExpression

_TERMS = frozenset({"AGREE", "CONCEDE"})  # what a treaty says is agreed where it is signed
_AT = frozenset({"during", "at"})
_SAME = frozenset({"he", "she", "it", "they"})
_SAME_DAY = frozenset({"same", "that", "this"})
_KNOWN = frozenset({"his", "her", "their", "its", "the", "this", "that", "these"})
_UNDER_WAY = frozenset(
    {"aggression", "assault", "attack", "campaign", "invasion", "offensive", "operation"}
)
_BACKGROUND = frozenset({"earlier", "previous", "last", "former", "once", "historically"})


class Carried:
    """The dates that the text before it, or its day, carries into one sentence."""

    def __init__(
        self,
        told: Narrative,
        tree: Tree,
        ties: Ties,
        inherited: TimeExpression | None,
        *,
        goes_on: bool,
    ) -> None:
        self.told, self.tree, self.setting = told, tree, told.setting
        self.ties, self.times, self.sayings = ties, ties.times, Sayings(told, tree)
        self._inherited = inherited  # the scene, if the sentence has not moved on from it
        self._goes_on = goes_on

    def time(
        self, telling: Telling, between: Countries, done: Sequence[Deed]
    ) -> TimeExpression | None:
        """The time that the text has set before this sentence."""
        if self._is_on_other_day(telling.match.anchor):
            return None
        if self._inherited and self._is_narrated(telling):
            return self._finer(self._inherited)
        if visited := self._visited(telling):
            return visited
        terms = None if self.setting.is_joint else self.told.terms
        if terms and telling.event_type in _TERMS and self._goes_on:
            return terms.time if between & terms.countries else None
        meeting = self._talks(telling, between, done)
        return meeting.time if meeting else self._of_story(telling, between)

    def _of_story(self, telling: Telling, between: Countries) -> TimeExpression | None:
        """The day of the news, if it goes on with that."""
        story = self.told.story
        if story.goes_on and self._is_of_this_deed(telling.match.anchor):
            return story.day
        if story.day and not self._is_left(telling) and self._is_said_next(telling):
            past = self._is_reaction(telling) or self._looks_back(telling.match.anchor)
            return None if past else story.day
        return story.day if self.is_done_next(telling, between) else None

    def _is_of_this_deed(self, verb: int) -> bool:
        """Whether it is so while that is done: "Chad stands behind this attack"."""
        tree, places = self.tree, self.tree.obliques(verb)
        nouns = [*tree.kids(verb, "dobj"), *(n for found in places.values() for n in found)]
        this = [n for n in nouns if any(tree.words[c] == "this" for c in tree.kids(n, "det"))]
        return tree.tokens[verb].tag in PRESENT and any(tree.keys[n] in _UNDER_WAY for n in this)

    def doers(self, telling: Telling) -> Countries:
        """The countries that do it."""
        subjects = self.tree.arguments(telling.match.anchor).subjects
        return self.told.countries_at(self.tree.tokens[index] for index in subjects)

    def is_of_the_day(self, telling: Telling) -> bool:
        """Whether news tells what somebody has said that very day, or a communiqué to others."""
        if self.told.meeting and self._is_of_communique(telling):
            return self.setting.published is not None
        verb, leads = telling.match.anchor, not self.told.has_led
        told = self.setting.has_story or self.sayings.is_heard(telling)
        told = told or self.sayings.is_pledged(telling)
        if self.setting.published is None or not told:
            return False
        if self._looks_back(verb) or self._is_on_other_day(verb):
            return False
        if self.sayings.is_of_today(telling, leads=leads, left=self._is_left(telling)):
            return True
        if self._is_left(telling):
            return False
        answers = self.setting.is_answer(self.tree.sentence.section) and not self.told.story.here
        return self.setting.is_daily and not answers and self._is_said_next(telling)

    def reaction(self, telling: Telling) -> TimeExpression | None:
        """From the day last told of to that of the news, of what somebody said about it.

        Of an older day, about its month.
        """
        near, setting = self.told.near, self.setting
        if near is None or setting.published is None or not setting.is_daily:
            return None
        day = replace(near, edtf=near.edtf.removesuffix("/.."))
        if self._looks_back(telling.match.anchor) or not self.sayings.is_reply(telling):
            return None
        if not setting.is_recent(day):
            past = is_simple_past(self.tree, telling.match.anchor)
            return about(day) if past and setting.is_older(day) else None
        return replace(day, edtf=interval(day.edtf, setting.published))

    def feast(self) -> TimeExpression | None:
        """The month of the anniversary on which somebody was congratulated."""
        last = bounds(self.setting.published)[1] if self.setting.published else None
        days = (t for t in self.times if t.basis == "anniversary" and precision(t.edtf) == "day")
        kept, wished = next(days, None), any(k.startswith("congratul") for k in self.tree.keys)
        if last is None or kept is None or not wished:
            return None
        month = int(kept.edtf[5:7])
        return replace(kept, edtf=f"{last.year - (month > last.month)}-{month:02d}")

    def is_festive(self, telling: Telling) -> bool:
        """Whether it is done on the occasion of the day on which the document was written."""
        if self.setting.published is None or not self.setting.has_story or self.times:
            return False
        return self.sayings.is_festive() and self.sayings.is_main(telling.match.anchor)

    def is_done_next(self, telling: Telling, between: Countries) -> bool:
        """Whether it goes on by what somebody did: "Police fired tear gas"."""
        story, verb = self.told.story, telling.match.anchor
        if not story.goes_on or self.times or telling.changed_by:
            return False
        words = self.tree.words
        if is_lasting(self.tree):
            return False
        if is_apart(self.tree, self.told.lexicon) or _BACKGROUND & set(words):
            return False
        if words[0] == "during":
            return False
        past = is_simple_past(self.tree, verb)
        if story.same(telling.event_type, between):
            return past or is_perfect(self.tree, verb, PERFECT)
        near = self.setting.is_daily and between & story.countries and not telling.negated
        return bool(near) and past and self._goes_on and self.sayings.is_main(verb)

    def _is_left(self, telling: Telling) -> bool:
        """Whether the text has left the day, for a paragraph, or for all that is no mere word."""
        story = self.told.story
        return story.aside or (story.over and bool(set(telling.modes) & BY_PEN))

    def _talks(self, telling: Telling, between: Countries, done: Sequence[Deed]) -> Deed | None:
        """The talks or visit, told just before, at which it was said."""
        here = (d for d in reversed(done) if d.event_type == "CONSULT" and not d.aside)
        talks = next((deed for deed in here if between <= deed.countries), None)
        if talks and between and self.sayings.is_told_next(telling):
            return talks
        before = self.told.meeting
        if before and telling.changed_by == "future" and self.setting.is_older(before.time):
            return None
        if before and self.setting.is_joint:
            own = between <= before.countries and self._is_of_communique(telling)
            return before if own else None
        if before and self._is_said_next(telling) and self.doers(telling) <= before.countries:
            return before
        return None

    def _is_of_communique(self, telling: Telling) -> bool:
        """Whether a communiqué tells it of the meeting: "The two sides held talks"."""
        if not self.setting.is_joint or telling.event_type not in OF_TALKS:
            return False
        verb = self.sayings.said_by(telling)
        if self._is_fronted(telling.match.anchor) or self._is_fronted(verb):
            return False
        return is_simple_past(self.tree, verb) and self.sayings.is_main(verb)

    def _is_fronted(self, verb: int) -> bool:
        """Whether a time stands before the verb that it belongs to."""
        time = self.ties.at(verb)
        return time is not None and time.start < self.tree.tokens[verb].start

    def _is_on_other_day(self, verb: int) -> bool:
        """Whether it was done on a day that no date tells: "on his second day in office"."""
        tree, tokens = self.tree, self.tree.tokens
        below = (p for v in (verb, *tree.kids(verb, "xcomp")) for p in tree.kids(v, "prep"))
        prepositions = (p for p in below if tree.words[p] in {"on", "within"})
        for noun in (n for p in prepositions for n in tree.kids(p, "pobj")):
            told = any(time.start <= tokens[noun].start < time.end for time in self.times)
            known = _SAME_DAY & {tree.words[c] for c in tree.children[noun]}
            if tree.words[noun] == "day" and not told and not known:
                return True
        return False

    def _visited(self, telling: Telling) -> TimeExpression | None:
        """The time of the visit or talks told of last: "During his stay he met the king"."""
        tree, verb, visit = self.tree, telling.match.anchor, self.told.visit
        if visit is None or self.times:
            return None
        if not is_simple_past(tree, verb) or not self.sayings.is_main(verb):
            return None
        fronted = [p for p in tree.kids(tree.first(verb), "prep") if p < verb]
        nouns = (n for p in fronted if tree.words[p] in _AT for n in tree.kids(p, "pobj"))
        known = (n for n in nouns if _KNOWN & {tree.words[c] for c in tree.kids(n, "det", "poss")})
        kind = next((tree.keys[n] for n in known if tree.keys[n] in STAYS | TALKS), None)
        stays = kind in STAYS and precision(visit.time.edtf) == "day"  # for some days
        return (month_of(visit.time) if stays else visit.time) if kind else None

    def _finer(self, scene: TimeExpression) -> TimeExpression:
        """The scene, or the one time of the sentence if that lies in it: "herring in May"."""
        only = self.times[0] if len(self.times) == 1 else scene
        return only if contains(scene.edtf, only.edtf) else scene

    def _is_narrated(self, telling: Telling) -> bool:
        """Whether it is told where the scene was set, and not for what came before or lasts."""
        verb = telling.match.anchor
        aside = self.tree.tokens[verb].dep in {"relcl", "pcomp"}  # "accused it of harbouring"
        return not aside and not is_perfect(self.tree, verb, PERFECT)

    def _is_said_next(self, telling: Telling) -> bool:
        """Whether the sentence goes on with the day's story by what somebody said."""
        on = self._goes_on or self.sayings.is_inserted(telling)
        return on and self.sayings.is_told_next(telling)

    def _is_reaction(self, telling: Telling) -> bool:
        """Whether others speak than those who acted that day, or after a deed without words."""
        story, published = self.told.story, self.setting.published
        if published is None or story.day is None or story.day.edtf == published:
            return False
        speakers = self.tree.kids(self.sayings.said_by(telling), "nsubj")
        if any(self.tree.words[i] in _SAME for i in speakers):  # "He added that"
            return False
        if not story.here and not story.is_of_words():
            return True
        doers, before = (
            self.doers(telling),
            story.doers or story.countries,
        )
        return self.setting.is_daily and bool(doers and before) and not doers & before

    def _looks_back(self, verb: int) -> bool:
        """Whether the sentence has told of an older time before it comes to the verb."""
        subjects = self.tree.kids(verb, "nsubj", "nsubjpass")
        aside = {i for subject in subjects for i in self.tree.subtree(subject)}
        before = (i for i in range(verb) if self.tree.tokens[i].pos in CLAUSAL and i not in aside)
        times = [time for i in before if (time := self.ties.at(i))]
        return any(self.setting.is_older(time) for time in times)
