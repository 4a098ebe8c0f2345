"""What the text itself dates of late: the time of what a clause or a comment says of it."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.coding.dates.setting import Setting
from dragoman.coding.dates.story import Countries, Deed
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.coding.tense import is_simple_past
from dragoman.records.readings import TimeExpression


class Late:
    """The events that a document dates in the weeks before its publication."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._deeds: list[Deed] = []

    def keep(self, edtf: str, tree: Tree, telling: Telling, countries: Countries) -> None:
        """Takes note of an event, if it is of late and no comment tells it."""
        if self._is_comment(tree) or not self._setting.is_late(edtf):
            return
        here = tree.sentence.start
        time = TimeExpression(start=here, end=here, edtf=edtf, basis="inherited")
        self._deeds.append(Deed(time=time, event_type=telling.event_type, countries=countries))

    def time(self, tree: Tree, telling: Telling, countries: Countries) -> TimeExpression | None:
        """When the like of it was done: the very time of talks, the month for a comment."""
        verb = telling.match.anchor
        like = [d.time for d in self._deeds if d.is_like(telling.event_type, countries)]
        if not like or not is_simple_past(tree, verb):
            return None
        if self._is_comment(tree):
            months = {time.edtf[: len("1971-05")] for time in like}
            return replace(like[0], edtf=months.pop()) if len(months) == 1 else None
        talks = telling.event_type == "CONSULT" and tree.tokens[verb].dep == "ccomp"
        return like[0] if talks and len({time.edtf for time in like}) == 1 else None

    def _is_comment(self, tree: Tree) -> bool:
        return self._setting.is_comment(tree.sentence.section)
