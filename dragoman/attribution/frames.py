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
    rejects: bool = False  # calls untrue what was told so far


def frame(
    tree: Tree,
    cue: int,
    speaker: int | None,
    certainty: Certainty = "CT+",
    *,
    words: tuple[int, int] | None = None,
) -> Frame:
    """The frame of a cue; where nobody speaks, only `words` stand for them, if there are any."""
    return Frame(
        cue=Place(sentence=tree.number, token=cue),
        speaker=None if speaker is None else Place(sentence=tree.number, token=speaker),
        words=words if speaker is None else None,
        certainty=certainty,
    )


def rejection(tree: Tree, cue: int, speaker: int | None, *, by_teller: bool = False) -> Frame:
    """The frame of words that call a claim untrue; `by_teller`: whoever tells of it says so."""
    return Frame(
        cue=Place(sentence=tree.number, token=cue),
        speaker=None if speaker is None else Place(sentence=tree.number, token=speaker),
        certainty="CT-",
        holds=not by_teller,
        rejects=True,
    )
