"""Who does it to whom, by two tellings: the same, or each the other way round."""

from __future__ import annotations

from typing import Literal

from dragoman.corroboration import places
from dragoman.corroboration.kinds import (
    BREAKS,
    CONTESTED,
    MUTUAL_MODES,
    MUTUAL_TYPES,
    ONCE,
    ONCE_TOLERANCE,
    ONE_WAY_MODES,
)
from dragoman.corroboration.telling import Telling
from dragoman.corroboration.words import alike

Direction = Literal["same", "mirrored"]

_ONE_SCENE = 0.4  # share of words in common


def direction(left: Telling, right: Telling) -> Direction | None:
    """Whether both have the same side act, or each the other one; None if neither fits."""
    if (left.actors, left.recipients) == (right.actors, right.recipients):
        return "same"
    if left.actors | left.recipients != right.actors | right.recipients:
        return None
    if _mutual(left) or _mutual(right) or _joint(left, right):
        return "same"
    return "mirrored" if _accuse_each_other(left, right) or _both_broke(left, right) else None


def opposed(left: Telling, right: Telling) -> bool:
    """Whether each names as actor whom the other names as recipient."""
    facing = bool(left.recipients) and left.actors.isdisjoint(left.recipients)
    return facing and (left.actors, left.recipients) == (right.recipients, right.actors)


def _mutual(telling: Telling) -> bool:
    if telling.modes & ONE_WAY_MODES:
        return "visit" in telling.modes and telling.together
    return telling.claim.event_type in MUTUAL_TYPES or bool(telling.modes & MUTUAL_MODES)


def _joint(left: Telling, right: Telling) -> bool:
    """Whether one tells of a clash or break of both, of which the other tells one side's part."""
    of_two = left.modes & right.modes & BREAKS or _contested(left, right)
    return bool(of_two) and left.together != right.together


def _contested(left: Telling, right: Telling) -> bool:
    types = {left.claim.event_type, right.claim.event_type}
    return len(types) == 1 and types <= CONTESTED


def _accuse_each_other(left: Telling, right: Telling) -> bool:
    """Whether each tells, by its victim's voice, that the other one did it.

    Where both tell of one scene, one such voice is enough to doubt what others tell.
    """
    if not (_contested(left, right) and opposed(left, right)):
        return False
    victims = [telling.voice.state in telling.recipients for telling in (left, right)]
    return all(victims) or (any(victims) and one_scene(left, right))


def one_scene(left: Telling, right: Telling) -> bool:
    """Whether two clashes are told of one place, or with the same boats, patrols and posts."""
    same_place = places.same(left.place, right.place)
    return same_place or alike(left.scene, right.scene) >= _ONE_SCENE


def _both_broke(left: Telling, right: Telling) -> bool:
    """Whether each has another side break off what they had, at one time."""
    shared = left.modes & right.modes & BREAKS
    if not shared or not opposed(left, right):
        return False
    if not left.span or not right.span:
        return bool(shared & ONCE)
    return left.span.gap(right.span) <= (ONCE_TOLERANCE if shared & ONCE else 0)
