"""Stated times: when an event happened by the words of its own sentence."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.coding.dates.beside import Beside, both
from dragoman.coding.dates.hours import Hours, hours
from dragoman.coding.dates.narrative import Narrative
from dragoman.coding.dates.near import Near
from dragoman.coding.dates.places import verb_over
from dragoman.coding.dates.reckoning import Distance, distances, term
from dragoman.coding.dates.ties import ASKS, Ties
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.coding.tense import HAD, PERFECT, is_perfect, is_simple_past, points_back
from dragoman.records.dates import bounds, contains, interval, precision
from dragoman.records.readings import TimeExpression

BY_PEN = frozenset({"establish-relations", "restore-relations", "upgrade-relations"})  # no words
_DEEDS = BY_PEN | {"recognize", "sign"}  # done on its day, also where talks recall it
_FIRSTS = frozenset({"recognize", "establish-relations"})
OF_TALKS = frozenset({"CONSULT", "SUPPORT", "AGREE", "CONCEDE", "ACCUSE", "REQUEST", "REJECT"})
_SOON = frozenset({"minutes", "hours"})


class Stated:
    """The times that one sentence states for its events."""

    def __init__(
        self, told: Narrative, tree: Tree, ties: Ties, inherited: TimeExpression | None
    ) -> None:
        self.told, self.tree, self.ties, self.inherited = told, tree, ties, inherited
        self.times: Sequence[TimeExpression] = ties.times
        self.beside, self.near = Beside(tree, ties, told.lexicon), Near(tree, ties, told.setting)

    def time(self, telling: Telling, *, now: bool) -> TimeExpression | None:
        """When it happened; of what is done `now` by saying it, no time that is past."""
        return (
            self._reckoned(telling, from_clause=True)
            or self._aside(telling)
            or self._in_term(telling)
            or self._own(telling, now=now)
            or self._reckoned(telling, from_clause=False)
            or self._by_hours(telling)
            or self._since(telling.match.anchor)
            or self._beside_since(telling.match.anchor)
            or self._within(telling)
            or self._not_until(telling.match.anchor)
            or self.near.time(telling)
        )

    def _in_term(self, telling: Telling) -> TimeExpression | None:
        """From what was dated last on: "On 3 May it fell; troops retook it within six days"."""
        verb = telling.match.anchor
        days = term(self.tree, verb) if is_simple_past(self.tree, verb) else None
        base = self.ties.own(telling) or self.told.near
        date = days.from_date(base.edtf) if days and base else None
        return self._made(days.first, days.last, date) if days and date else None

    def _aside(self, telling: Telling) -> TimeExpression | None:
        """From some day on, of what an aside tells: "the aid that it has asked for since May"."""
        aside = self.tree.tokens[telling.match.anchor].dep == "relcl"
        return self._since(telling.match.anchor) if aside else None

    def _own(self, telling: Telling, *, now: bool) -> TimeExpression | None:
        """The time that the syntax ties to the event."""
        own = self.ties.own(telling) or self.beside.time(telling) or self._asked_on(telling)
        if own is None or (now and self.told.setting.is_past(own)):
            return None
        if self._is_of_other(own, telling):
            return None
        if own.basis == "anniversary":
            return self._finer(own)
        known = self.told.past if points_back(self.tree) else None
        if known and precision(own.edtf) == "year" and contains(own.edtf, known.edtf):
            return replace(known, basis="inherited")  # "On the same day, in the year 61, ..."
        return both(self.told.document.text, own, self.times)

    def is_of_charge(self, telling: Telling) -> bool:
        """Whether the only time is that of what one is accused of: "of five raids last year"."""
        own = self.ties.own(telling) if telling.event_type == "ACCUSE" else None
        return own is not None and self.beside.is_of_charge(own, telling)

    def _is_of_other(self, time: TimeExpression, telling: Telling) -> bool:
        """Whether it dates something else: a charge, an appointment, the main clause, a topic."""
        if self.is_of_charge(telling) or self.beside.is_appointed(time):
            return True
        over = self._is_of_main_clause(time, telling.match.anchor)
        return over or self._is_of_topic(time, telling)

    def _is_of_topic(self, time: TimeExpression, telling: Telling) -> bool:
        """Whether the talks of a communiqué were about it: "regretted the raid of May"."""
        verb, meeting = telling.match.anchor, self.told.meeting
        if meeting is None or not self.told.setting.is_joint or telling.event_type not in OF_TALKS:
            return False
        last, day = bounds(time.edtf)[1], bounds(meeting.time.edtf)[0]
        said = is_simple_past(self.tree, verb) and time.start > self.tree.tokens[verb].start
        deed = telling.event_type == "CONSULT" or bool(set(telling.modes) & _DEEDS)
        return said and not deed and last is not None and day is not None and last < day

    def _is_of_main_clause(self, time: TimeExpression, verb: int) -> bool:
        """Whether the verb tells what came before: "In May it lifted the ban it had imposed"."""
        tree = self.tree
        if tree.tokens[verb].dep != "relcl" or not is_perfect(tree, verb, HAD):
            return False
        return all(not time.start <= tree.tokens[i].start < time.end for i in tree.subtree(verb))

    def _asked_on(self, telling: Telling) -> TimeExpression | None:
        """The day past that ends what is asked for: "urged both to keep calm on Tuesday"."""
        tree, verb = self.tree, telling.match.anchor
        if telling.event_type not in ASKS or tree.tokens[verb].tag != "VBD":
            return None
        below = [i for i in tree.kids(verb, "xcomp", "ccomp") if tree.tokens[i].tag == "VB"]
        times = (time for i in below if (time := self.ties.at(i)))
        return next((time for time in times if self.told.setting.is_current(time)), None)

    def _finer(self, kept: TimeExpression) -> TimeExpression:
        """The day that the sentence gives what it keeps the anniversary of, if it does."""
        days = (t for t in self.times if t.basis == "stated" and precision(t.edtf) == "day")
        return next((t for t in days if contains(kept.edtf, t.edtf)), kept)

    def _reckoned(self, telling: Telling, *, from_clause: bool) -> TimeExpression | None:
        """When it happened by its distance from another happening; None without one."""
        verbs = {self.tree.first(site) for site in self.ties.sites(telling)}
        for distance in distances(self.tree, self.told.lexicon):
            if (distance.clause is not None) == from_clause:
                date = self._date_at(distance, verbs)
                if date:
                    return self._made(distance.first, distance.last, date)
        return None

    def _date_at(self, distance: Distance, verbs: set[int]) -> str | None:
        """The date of the verbs, if they are what lies so far from a happening with a date."""
        if distance.clause is not None and self.tree.first(distance.clause) in verbs:
            base = self._time_of(distance.verb)
            return distance.reversed().from_date(base.edtf) if base else None
        if distance.clause is None and self.tree.first(distance.verb or 0) in verbs:
            past = self.told.past or self.told.row
            base = self.told.named.get(distance.deed or "", past)
            return distance.from_date(base.edtf) if base else None
        return None

    def _time_of(self, verb: int | None) -> TimeExpression | None:
        """The time of a verb, or of the one that it is coordinated with."""
        return self.ties.at(verb) or self.ties.at(self.tree.first(verb)) if verb else None

    def _by_hours(self, telling: Telling) -> TimeExpression | None:
        """When it happened by a part of the day, "overnight", and the day on which that is told."""
        verb = self.tree.first(telling.match.anchor)
        for part in hours(self.tree):
            day = self._day_of(part, verb) if self.tree.first(part.verb or 0) == verb else None
            when = part.told_on(day) if day else None
            if when:
                return self._made(part.first, part.last, when)
        return None

    def _day_of(self, part: Hours, verb: int) -> str | None:
        """The day that goes with a part of it: its own, that of the telling or of the scene."""
        inside = {self.tree.tokens[i].start for i in self.tree.subtree(part.first)}
        own = (time for time in self.times if time.start in inside)
        above = (self.ties.at(a) for a in self.tree.ancestors(verb) if a != verb)
        story = self.told.story.day if self.tree.words[part.first] == "by" else None
        found = (time for time in (*own, *above, self.inherited, story) if time)
        return next((time.edtf for time in found), None)

    def _beside_since(self, verb: int) -> TimeExpression | None:
        """From when on it has been so for another: "has asked since May; Chad has refused"."""
        tree = self.tree
        if ";" not in tree.words[:verb] or not is_perfect(tree, verb):
            return None
        before = range(max(i for i in range(verb) if tree.words[i] == ";"))
        perfect = (v for v in before if is_perfect(tree, v))
        return next((time for v in perfect if (time := self._since(v))), None)

    def _since(self, verb: int) -> TimeExpression | None:
        """From some day on: "has held it since 3 May"; in news, to its own: "has since sent"."""
        tree = self.tree
        held = tree.tokens[verb].tag == "VBN" and not tree.kids(verb, "aux", "auxpass")
        if not held and not is_perfect(tree, verb, PERFECT):  # "the crew, held since May"
            return None
        words = [c for c, word in enumerate(tree.words) if word == "since"]
        begins = {tree.tokens[c].start for c in words if verb_over(tree, c) == verb}
        since = next((t for t in self.times if t.start in begins and t.edtf.endswith("/..")), None)
        if since is not None:
            return self._to_today(since) or since
        if self._is_since_then(verb):
            return _onward(self.told.past)
        if any(tree.words[c] == "since" for c in tree.kids(verb, "advmod")):
            return self._since_told()
        return None

    def _since_told(self) -> TimeExpression | None:
        """From what the sentence, or else the day's story, has told on."""
        past = [time for time in self.times if self.told.setting.is_past(time)]
        if past:
            return _onward(past[-1])
        day = self.told.story.day
        return self._to_today(day) if day and self.told.setting.is_past(day) else None

    def _is_since_then(self, verb: int) -> bool:
        """Whether "since then" or "ever since" hangs on the verb."""
        tree, words = self.tree, self.tree.words
        then = any(words[c : c + 2] == ("since", "then") for c in tree.kids(verb, "prep"))
        return then or any(
            words[c - 1 : c + 1] == ("ever", "since") for c in tree.kids(verb, "advmod")
        )

    def _to_today(self, since: TimeExpression) -> TimeExpression | None:
        """From one of the last days to that of the news; None if it is no news, or older."""
        last, setting = self.told.setting.published, self.told.setting
        day = replace(since, edtf=since.edtf.removesuffix("/.."))
        if last is None or not setting.is_daily or not setting.is_recent(day):
            return None
        return replace(since, edtf=interval(day.edtf, last), basis="relative")

    def _within(self, telling: Telling) -> TimeExpression | None:
        """The day that is remembered, of what was first done "within minutes" of it."""
        words = self.tree.words
        if self.told.remembered is None or not set(telling.modes) & _FIRSTS:
            return None
        soon = (i for i in range(len(words) - 1) if words[i] == "within" and words[i + 1] in _SOON)
        return self.told.remembered if next(soon, None) is not None and not self.times else None

    def _not_until(self, verb: int) -> TimeExpression | None:
        """When it was done at last: "was not resumed until May"."""
        tree = self.tree
        if not tree.kids(verb, "neg"):
            return None
        until = {tree.tokens[p].start for p in tree.kids(verb, "prep") if tree.words[p] == "until"}
        time = next((t for t in self.times if t.start in until), None)
        return replace(time, edtf=time.edtf.removeprefix("../")) if time else None

    def _made(self, first: int, last: int, edtf: str) -> TimeExpression:
        """The time that follows from these words."""
        tokens = self.tree.tokens
        return TimeExpression(
            start=tokens[first].start, end=tokens[last].end, edtf=edtf, basis="relative"
        )


def _onward(time: TimeExpression | None) -> TimeExpression | None:
    """From a time on; None from what has no one beginning."""
    if time is None or "/" in time.edtf:
        return None
    return replace(time, edtf=f"{time.edtf}/..", basis="relative")
