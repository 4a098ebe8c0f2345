"""Dates of one sentence: by its own words, by what was told before it, or by the document's."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.coding.dates.narrative import Narrative
from dragoman.coding.dates.sayings import Sayings
from dragoman.coding.dates.stated import Stated
from dragoman.coding.dates.story import Countries, Deed
from dragoman.coding.dates.ties import Ties
from dragoman.coding.dates.turns import turn
from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.sides.cast import dateline_end
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.coding.tense import (
    PERFECT,
    goes_on,
    in_vague_time,
    is_apart,
    is_habitual,
    is_lasting,
    is_perfect,
    is_simple_past,
    points_back,
    root_of,
)
from dragoman.coding.triggers import Match
from dragoman.records.codec import Record
from dragoman.records.dates import bounds, contains, precision
from dragoman.records.readings import DateBasis, TimeExpression

_STANDING = frozenset({"recognize", "sign", "establish-relations"})  # in the present, a state
_LASTS_SINCE = frozenset({"recognize", "establish-relations"})  # "since 1988" says when it was done
_BY_PEN = frozenset({"establish-relations", "restore-relations", "upgrade-relations"})  # no words
_TERMS = frozenset({"AGREE", "CONCEDE"})  # what a treaty says is agreed where it is signed
_BACKGROUND = frozenset({"earlier", "previous", "last", "former", "once", "historically"})
_DASHES = frozenset("—–-:|")
_NOW = frozenset({"VBZ", "VBP"})


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
        self._root = root_of(tree)
        past = tree.tokens[self._root].tag == "VBD"
        self.is_present = tree.tokens[self._root].tag in _NOW
        here = (t for t in told.reading.times if sentence.start <= t.start < sentence.end)
        self.times = [t for t in here if not (past and self.setting.is_ahead(t))]
        line = self._line_head()
        self.times = [t for t in self.times if line is None or t.start >= line.start]
        begin = dateline_end(told.document.text, sentence)
        self.ties = Ties(tree, self.times, matches, told.lexicon, begin)
        self.row_head = line or self.ties.row_head()
        self.sayings = Sayings(told, tree)
        self.done: list[Deed] = []  # what the sentence's own words have dated
        self._is_dated = False  # whether any event of it has a date, if only one taken over
        self._moves = goes_on(tree, told.lexicon) and not in_vague_time(tree)
        self._goes_on = self._moves and not self.ties.at_clause()
        self._inherited = self._taken_over()
        self.stated = Stated(told, tree, self.ties, self._inherited)

    def scene(self) -> TimeExpression | None:
        """The time in which the next sentence goes on: one set first, or taken over."""
        return self.ties.fronted() or turn(self.told, self.tree, self.ties) or self._inherited

    def terms(self) -> Deed | None:
        """The treaty whose terms the next sentence may tell."""
        return next((deed for deed in self.done if "sign" in deed.modes), None)

    def meeting(self) -> Deed | None:
        """The talks or visit at which the next sentence may go on."""
        talks = (deed for deed in reversed(self.done) if deed.event_type == "CONSULT")
        return next(talks, self.told.meeting if self._goes_on and not self.done else None)

    def remembered(self) -> TimeExpression | None:
        """The day of which the sentence keeps the anniversary."""
        if all(time.basis != "anniversary" for time in self.times):
            return None
        days = (t for t in self.times if precision(t.edtf) == "day")
        return next((t for t in days if not self.setting.is_current(t)), None)

    def uncoded(self) -> tuple[Deed, ...]:
        """What the sentence dates by one of the last days, though it is coded as nothing."""
        time = self.ties.at(self._root)
        if time is None or not self.setting.is_current(time):
            return ()
        tokens, subjects = self.tree.tokens, self.tree.kids(self._root, "nsubj", "nsubjpass")
        doers = self.told.countries_at(tokens[i] for s in subjects for i in self.tree.subtree(s))
        countries = self.told.countries_at(tokens)
        return (Deed(time=time, event_type="", doers=doers, countries=countries),)

    def leads(self) -> bool:
        """Whether it is a full sentence of the body, and no headline."""
        kind = self.told.document.sections[self.tree.sentence.section].kind
        return kind != "title" and self.tree.tokens[self._root].pos in CLAUSAL

    def leaves(self) -> bool:
        """Whether the sentence is set in an older time, though no event of it has a date."""
        if self.done:
            return False
        front = self.ties.fronted()
        return is_lasting(self.tree) or (front is not None and self._is_older_time(front))

    def looks_back(self) -> bool:
        """Whether the sentence names an older time, and dates nothing by a newer one."""
        return not self._is_dated and any(self._is_older_time(time) for time in self.times)

    def _is_older_time(self, time: TimeExpression) -> bool:
        return self.setting.is_past(time) and not self.setting.is_current(time)

    def date(self, telling: Telling, countries: frozenset[str | None]) -> Dated:
        """When the event happened; UNDATED where the text does not say."""
        found = self._date(telling, frozenset(country for country in countries if country))
        self._is_dated = self._is_dated or found.edtf is not None
        return found

    def _date(self, telling: Telling, between: Countries) -> Dated:
        now = self.sayings.is_done_now(telling, between)
        time = self.stated.time(telling, now=now and not self.row_head)
        if time:
            self._keep(time, telling, between)
            return self._stated(time, telling)
        if self._is_older(telling):
            same = self.told.story.same(telling.event_type, between)
            if same and self._is_done_next(telling, between):
                return self._inherit(self.told.story.day)
            return self._told_again(telling, between)
        if self.row_head or (self.told.row and not self.times):
            return UNDATED if self._is_background(telling) else self._of_row()
        if now:
            return Dated(edtf=self.setting.published, basis="published")
        found = self._of_text(telling, between)
        return found if found.edtf else self._told_again(telling, between)

    def date_at(self, verb: int) -> Dated:
        """The date that the syntax ties to a verb without a frame of its own."""
        time = self.ties.at(verb)
        if time is None and self.tree.words[0] == "so":  # "So did Chad"
            return self._inherit(self.told.past)
        first = self.tree.first(verb)
        if time is None and first != verb and self.tree.words[verb - 1] == "so":
            time = self.ties.at(first)  # "..., and so did Chad"
        return self._plain(time) if time else self._of_row()

    def _keep(self, time: TimeExpression, telling: Telling, between: Countries) -> None:
        """Takes note of what is dated, for what is told of it later."""
        deed = Deed(
            time=time,
            event_type=telling.event_type,
            name=self.tree.keys[telling.match.head],
            modes=frozenset(telling.modes),
            doers=between if telling.event_type == "CONSULT" else self._doers(telling),
            countries=between,
        )
        self.done.append(deed)
        self.told.keep(deed)

    def _of_text(self, telling: Telling, between: Countries) -> Dated:
        """When it happened by what stands around the sentence."""
        if (day := self.told.headlines.day(self.tree)) and not self.times:
            return self._inherit(day)
        heading = self.setting.heading(self.tree.sentence.section)
        if (heading is None or heading.edtf.endswith("/..")) and self._is_state(telling):
            return UNDATED
        carried = self._carried(telling, between) or heading
        if carried is None and (self._is_of_the_day(telling) or self._is_festive(telling)):
            return Dated(edtf=self.setting.published, basis="published")
        return self._inherit(carried)

    def _carried(self, telling: Telling, between: Countries) -> TimeExpression | None:
        """The time that the text has set before this sentence."""
        if self._inherited and self._is_narrated(telling):
            return self._finer(self._inherited)
        terms = self.told.terms
        if terms and telling.event_type in _TERMS and self._goes_on:
            return terms.time if between & terms.countries else None
        meeting = self._talks(telling, between)
        if meeting:
            return meeting.time
        story = self.told.story
        if story.day and not self._is_left(telling) and self._is_said_next(telling):
            return None if self._is_reaction(telling) else story.day
        return story.day if self._is_done_next(telling, between) else None

    def _is_left(self, telling: Telling) -> bool:
        """Whether the text has left the day, for a paragraph, or for all that is no mere word."""
        story = self.told.story
        return story.aside or (story.over and bool(set(telling.modes) & _BY_PEN))

    def _talks(self, telling: Telling, between: Countries) -> Deed | None:
        """The talks or visit, told just before, at which it was said."""
        here = (deed for deed in reversed(self.done) if deed.event_type == "CONSULT")
        talks = next((deed for deed in here if between <= deed.countries), None)
        if talks and between and self.sayings.is_told_next(telling):
            return talks
        before = self.told.meeting
        if before and self._is_said_next(telling) and self._doers(telling) <= before.countries:
            return before
        return None

    def _finer(self, scene: TimeExpression) -> TimeExpression:
        """The scene, or the one time of the sentence if that lies in it: "herring in May"."""
        only = self.times[0] if len(self.times) == 1 else scene
        return only if contains(scene.edtf, only.edtf) else scene

    def _is_narrated(self, telling: Telling) -> bool:
        """Whether it is told where the scene was set, and not for what came before or lasts."""
        verb = telling.match.anchor
        aside = self.tree.tokens[verb].dep in {"relcl", "pcomp"}  # "accused it of harbouring"
        return not aside and not is_perfect(self.tree, verb, PERFECT)

    def _is_background(self, telling: Telling) -> bool:
        """Whether a clause under another tells what came before: "although it has asked"."""
        verb = telling.match.anchor
        under = self.tree.tokens[verb].dep in {"advcl", "relcl"}
        return under and is_perfect(self.tree, verb, PERFECT)

    def _is_said_next(self, telling: Telling) -> bool:
        """Whether the sentence goes on with the day's story by what somebody said."""
        return self._goes_on and self.sayings.is_told_next(telling)

    def _is_done_next(self, telling: Telling, between: Countries) -> bool:
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

    def _is_reaction(self, telling: Telling) -> bool:
        """Whether others speak than those who acted that day, or after a deed without words."""
        story, published = self.told.story, self.setting.published
        if published is None or story.day is None or story.day.edtf == published:
            return False
        if not story.here and not story.is_of_words():
            return True
        doers, before = self._doers(telling), story.doers or story.countries
        return self.setting.is_daily and bool(doers and before) and not doers & before

    def _is_of_the_day(self, telling: Telling) -> bool:
        """Whether news tells what somebody has said that very day."""
        if self.setting.published is None or not self.setting.is_daily or self._is_left(telling):
            return False
        if self._looks_back(telling.match.anchor):
            return False
        leads = not self.told.has_led
        return self._is_said_next(telling) or self.sayings.is_of_today(telling, leads=leads)

    def _is_festive(self, telling: Telling) -> bool:
        """Whether it is done on the occasion of the day on which the document was written."""
        if self.setting.published is None or not self.setting.has_story or self.times:
            return False
        return self.sayings.is_festive() and self.sayings.is_main(telling.match.anchor)

    def _looks_back(self, verb: int) -> bool:
        """Whether the sentence has told of an older time before it comes to the verb."""
        subjects = self.tree.kids(verb, "nsubj", "nsubjpass")
        aside = {i for subject in subjects for i in self.tree.subtree(subject)}
        before = (i for i in range(verb) if self.tree.tokens[i].pos in CLAUSAL and i not in aside)
        times = [time for i in before if (time := self.ties.at(i))]
        return any(self._is_older_time(time) for time in times)

    def _told_again(self, telling: Telling, between: Countries) -> Dated:
        """The date that the text has given the same event before, if no other stands here."""
        if self.times:
            return UNDATED
        return self._inherit(self.told.memory.recall(self.tree, telling, between))

    def _taken_over(self) -> TimeExpression | None:
        """The time set before, unless the sentence has moved on from it."""
        pointed = self.told.past if points_back(self.tree) else None
        scene = self.told.scene or pointed
        if scene is None or not self._moves or self.ties.fronted() or self.ties.at(self._root):
            return None
        if self.is_present and not self.told.told_now:
            return None
        ends = bounds(scene.edtf)[1]
        starts = [bounds(time.edtf)[0] for time in self.times]
        moved = ends and any(start and start.year > ends.year for start in starts)
        return None if moved and not pointed else scene

    def _line_head(self) -> TimeExpression | None:
        """A date that heads a row: below a heading of its own, or as a sentence: "3 May 1971."."""
        text, begin = self.told.document.text, self.tree.sentence.start
        for time in self.times:
            line = text.rfind("\n", 0, time.start) + 1
            before, after = text[line : time.start], text[time.end : time.end + 3].strip()[:1]
            if before.strip(" -*•[("):
                continue
            apart = line <= begin or text[:line].endswith("\n\n")  # no line of wrapped prose
            if (line > begin and after and after in _DASHES) or (apart and after == "."):
                return time
        return None

    def _doers(self, telling: Telling) -> Countries:
        subjects = self.tree.arguments(telling.match.anchor).subjects
        return self.told.countries_at(self.tree.tokens[index] for index in subjects)

    def _is_older(self, telling: Telling) -> bool:
        """Whether it is past for one who speaks in the present: "admits that Mali attacked"."""
        token = self.tree.tokens[telling.match.anchor]
        head = self.tree.tokens[token.head]
        told = token.dep == "ccomp" and token.head < telling.match.anchor
        return told and token.tag == "VBD" and head.tag in _NOW

    def _is_state(self, telling: Telling) -> bool:
        """Whether no one day is meant: "has always helped", "recognizes no border"."""
        if telling.changed_by == "future":
            return False
        if is_habitual(self.tree, list(self.ties.sites(telling)), self.told.lexicon):
            return True
        tag = self.tree.tokens[telling.match.anchor].tag
        return tag in _NOW and bool(set(telling.modes) & _STANDING)

    def _stated(self, time: TimeExpression, telling: Telling) -> Dated:
        once = self.tree.tokens[telling.match.anchor].tag == "VBD"  # "since May, when it left"
        if time.edtf.endswith("/..") and (once or set(telling.modes) & _LASTS_SINCE):
            return self._plain(replace(time, edtf=time.edtf.removesuffix("/..")))
        return self._plain(time)

    def _of_row(self) -> Dated:
        return self._plain(self.row_head) if self.row_head else self._inherit(self.told.row)

    def _plain(self, time: TimeExpression) -> Dated:
        return Dated(edtf=time.edtf, text=self.told.words(time), basis=time.basis)

    def _inherit(self, time: TimeExpression | None) -> Dated:
        if time is None:
            return UNDATED
        return Dated(edtf=time.edtf, text=self.told.words(time), basis="inherited")
