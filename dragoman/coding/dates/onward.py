"""What a sentence leaves to those after it: the scene, the talks, the day of the story."""

from __future__ import annotations

from dragoman.coding.dates.sentence_dates import SentenceDates
from dragoman.coding.dates.story import Deed
from dragoman.coding.dates.turns import turn
from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.tense import HAD, PRESENT, is_lasting, is_perfect
from dragoman.records.dates import bounds, precision
from dragoman.records.readings import TimeExpression


class Onward:
    """What one sentence, once its events are dated, says of the time of the next."""

    def __init__(self, here: SentenceDates) -> None:
        self._here, self._told, self._setting = here, here.told, here.setting
        self._tree, self._ties, self._times = here.tree, here.ties, here.times
        self._root, self._done, self._inherited = here.root, here.done, here.inherited

    def is_present(self) -> bool:
        """Whether it tells in the present tense."""
        return self._tree.tokens[self._root].tag in PRESENT

    def scene(self) -> TimeExpression | None:
        """The time in which the next sentence goes on: one set first, or taken over."""
        if self._setting.has_story and is_perfect(self._tree, self._root, HAD):
            return None  # what came before the news
        scene = self._ties.fronted() or turn(self._told, self._tree, self._ties) or self._kept()
        return None if scene and scene.edtf.startswith("../") else scene

    def _kept(self) -> TimeExpression | None:
        """The scene taken over, unless something was done after it."""
        end = bounds(self._inherited.edtf)[1] if self._inherited else None
        begun = [first for deed in self._done if (first := bounds(deed.time.edtf)[0])]
        return None if end and any(first > end for first in begun) else self._inherited

    def last(self) -> TimeExpression | None:
        """The time that "then" would mean: what was dated last, or else the scene."""
        done = (deed.time for deed in reversed(self._done))
        return self._ties.fronted() or next(done, None) or self.scene()

    def quotes(self) -> bool:
        """Whether all of it is what somebody said: "He recalled that in 1971 Chad had left"."""
        sayings = self._here.carried.sayings
        return self._ties.at(self._root) is None and sayings.are_recounted(self._root)

    def terms(self) -> Deed | None:
        """The treaty whose terms the next sentence may tell."""
        return next((deed for deed in self._done if "sign" in deed.modes), None)

    def meeting(self) -> Deed | None:
        """The talks or visit at which the next sentence may go on."""
        told = (deed for deed in reversed(self._done) if not deed.aside)
        found = (deed for deed in told if deed.event_type == "CONSULT")
        talks, before = next(found, None), self._told.meeting
        if self._setting.is_joint:  # older talks are but spoken of
            return before if before and (talks is None or talks.is_older(before)) else talks
        back = is_perfect(self._tree, self._root, HAD)  # for what came before them
        return talks or (before if back or (self._here.goes_on and not self._done) else None)

    def remembered(self) -> TimeExpression | None:
        """The day of which the sentence keeps the anniversary."""
        if all(time.basis != "anniversary" for time in self._times):
            return None
        days = (t for t in self._times if precision(t.edtf) == "day")
        return next((t for t in days if not self._setting.is_current(t)), None)

    def uncoded(self) -> tuple[Deed, ...]:
        """What the sentence dates by one of the last days, though it is coded as nothing."""
        tree, tokens, time = self._tree, self._tree.tokens, self._ties.at(self._root)
        if time is None or tokens[self._root].pos not in CLAUSAL:
            return ()
        if not self._setting.is_current(time):
            return ()
        subjects = tree.kids(self._root, "nsubj", "nsubjpass")
        doers = self._told.countries_at(tokens[i] for s in subjects for i in tree.subtree(s))
        countries = self._told.countries_at(tokens)
        return (Deed(time=time, event_type="", doers=doers, countries=countries),)

    def leads(self) -> bool:
        """Whether it is a full sentence of the body, and no headline."""
        kind = self._told.document.sections[self._tree.sentence.section].kind
        return kind != "title" and self._tree.tokens[self._root].pos in CLAUSAL

    def leaves(self) -> bool:
        """Whether the sentence is set in an older time, though no event of it has a date."""
        if self._done:
            return False
        front = self._ties.fronted()
        return is_lasting(self._tree) or (front is not None and self._setting.is_older(front))

    def looks_back(self) -> bool:
        """Whether the sentence tells of an older time, and dates nothing by a newer one."""
        if self._here.is_dated or not any(map(self._setting.is_older, self._times)):
            return False
        verbs = (i for i, token in enumerate(self._tree.tokens) if token.pos in CLAUSAL)
        told = (time for verb in verbs if (time := self._ties.at(verb)))  # not "the May vote"
        return any(map(self._setting.is_older, told))
