"""The judge: what the encoder makes of the triggers of one sentence, and of who takes part."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from dragoman.coding.encoder import NONE, Encoder, Scores, Told
from dragoman.coding.sides.cast import Cast
from dragoman.coding.sides.side import Sides, without
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.coding.triggers import Match
from dragoman.ports import Span
from dragoman.records.actors import Participant
from dragoman.records.readings import Mention

_HOLDS: Final = 0.5  # probability from which a mode holds, and from which a mention takes part
_FIRM: Final = 1  # demands of a frame from which it is trusted
_OVERRULES: Final = 0.9  # from which another type takes the place of the frame's
_UNLIKELY: Final = 0.05  # below which the frame has found what is none of its events
_INSTEAD: Final = 0.6  # from which another type takes the place of one so unlikely


class Judge:
    """Asks the encoder about one sentence; spans are of the document, as everywhere."""

    def __init__(self, encoder: Encoder, text: str, tree: Tree, cast: Cast) -> None:
        self._encoder, self._tree, self._cast = encoder, tree, cast
        self._start = tree.sentence.start
        self._text = text[self._start : tree.sentence.end]
        self._told: dict[Span, Told] = {}
        self._plain = tree.lexicon.list("plain")

    @property
    def confidence(self) -> tuple[float, ...]:
        """The weights of the features of confidence."""
        return self._encoder.facts.confidence

    def trusts(self, match: Match) -> bool:
        """Whether a frame demands so much, or is so plain, that the encoder need not be asked."""
        if match.proposed:
            return False
        plain = match.frame.word_class == "verbs" and match.frame.lemma in self._plain
        return plain or match.frame.specificity >= _FIRM

    def scores(self, match: Match) -> Scores:
        """The scores of the event that hangs on a trigger."""
        return self._tell(match).scores

    def retold(self, telling: Telling) -> Telling | None:
        """The telling, with another type where the encoder is sure of it; None if it is none."""
        retyped = telling.event_type != telling.match.frame.event_type
        if self.trusts(telling.match) or telling.changed_by or retyped:
            return telling
        scores = self.scores(telling.match)
        name, probability = likeliest(scores)
        unlikely = scores.types[telling.event_type] < _UNLIKELY
        enough = _INSTEAD if unlikely else _OVERRULES
        # "Did not abduct" tells of no release.
        other = name != telling.event_type and (not telling.negated or name == "REJECT")
        if telling.match.proposed or (other and probability >= enough):
            changed = _consumed(telling, name)
            return replace(
                telling, event_type=name, modes=modes_of(scores, name), changed_by=changed
            )
        if unlikely:
            return None
        return replace(telling, modes=telling.modes or modes_of(scores, telling.event_type))

    def part(self, match: Match, participant: Participant) -> tuple[float, float] | None:
        """How probably someone acts and suffers; None if the sentence does not name them."""
        first, last = participant.start - self._start, participant.end - self._start
        named = 0 <= first < last <= len(self._text)
        return self._tell(match).shares((first, last)) if named else None

    def sides(self, match: Match) -> Sides:
        """The mentions of the sentence to which the encoder gives a part."""
        told = self._tell(match)
        acting, suffering = list[Mention](), list[Mention]()
        for mention in self._cast.mentions():
            acts, suffers = told.shares((mention.start - self._start, mention.end - self._start))
            if max(acts, suffers) >= _HOLDS:
                (acting if acts >= suffers else suffering).append(mention)
        actors = self._cast.side(acting)
        return Sides(actors=actors, recipients=without(self._cast.side(suffering), actors))

    def spots(self) -> list[tuple[int, ...]]:
        """The tokens that tell an event, neighbours together."""
        return [self._tokens_within(start, end) for start, end in self._encoder.spots(self._text)]

    def _tokens_within(self, start: int, end: int) -> tuple[int, ...]:
        start, end = start + self._start, end + self._start
        tokens = enumerate(self._tree.tokens)
        return tuple(i for i, t in tokens if t.start < end and start < t.end)

    def _tell(self, match: Match) -> Told:
        first, last = match.words
        tokens = self._tree.tokens
        span = (tokens[first].start - self._start, tokens[last].end - self._start)
        if span not in self._told:
            self._told[span] = self._encoder.tell(self._text, span)
        return self._told[span]


def _consumed(telling: Telling, event_type: str) -> str | None:
    """What attribution must not count again, since the new type says it."""
    if event_type == "REJECT" and telling.negated:
        return "negation"
    return "future" if event_type in {"AGREE", "CONCEDE", "THREATEN"} else None


def likeliest(scores: Scores) -> tuple[str, float]:
    """The likeliest type with its probability, though that nothing happens may be likelier."""
    types = scores.types
    name = max((t for t in types if t != NONE), key=types.__getitem__)
    return name, types[name]


def modes_of(scores: Scores, event_type: str) -> tuple[str, ...]:
    """The modes of an event of a type, likeliest first."""
    shares = scores.modes.get(event_type, {})
    found = sorted((-share, mode) for mode, share in shares.items() if share >= _HOLDS)
    return tuple(mode for _, mode in found)
