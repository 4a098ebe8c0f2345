"""A frame: the words by which a text hands over to another voice."""

from __future__ import annotations

from dragoman.attribution.scene import Place
from dragoman.attribution.syntax import Tree
from dragoman.records.claims import Certainty
from dragoman.records.codec import Record


class Frame(Record, frozen=True, kw_only=True):
    """Someone's word: who says it (a noun, or only words like "reportedly"), and how surely."""

    cue: Place
    speaker: Place | None = None
    words: tuple[int, int] | None = None  # tokens that stand for a speaker without a noun
    certainty: Certainty = "CT+"
    future: bool = False
    holds: bool = True  # false: the asserter stays, only the certainty counts
    doubtful: bool = False  # only probable, if the speaker is second-hand


def frame(
    tree: Tree,
    cue: int,
    speaker: int | None,
    certainty: Certainty = "CT+",
    *,
    words: tuple[int, int] | None = None,
) -> Frame:
    """The frame of a cue; where nobody speaks, its `words` (or the cue itself) stand for them."""
    return Frame(
        cue=Place(sentence=tree.number, token=cue),
        speaker=None if speaker is None else Place(sentence=tree.number, token=speaker),
        words=(words or (cue, cue)) if speaker is None else None,
        certainty=certainty,
    )
