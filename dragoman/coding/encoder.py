"""The encoder: how probable it is that one marked span does a thing of each type to another.

The weights are made by `training/` and are part of the package. One text is read at a time and
never padded, so that a result depends on nothing else that is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any, Final

import msgspec

from dragoman.ports import Span, Vector
from dragoman.records.codec import Record

if TYPE_CHECKING:
    from numpy.typing import NDArray

NONE: Final = "NONE"  # the type of a pair between which nothing happens
LONGEST: Final = 160  # tokens read; of a longer text, those around the marked spans
DIGITS: Final = 4  # of a probability; further ones differ between processors
FILES: Final = ("encoder.onnx", "tokenizer.json", "encoder.json")

# Two tokens that the vocabulary keeps free stand around the span of each part.
MARKERS: Final = ((5, 6), (7, 8), (9, 10))
_START, _END = 101, 102
_EVENT: Final = ("types", "modes", "contexts")  # outputs of the network
TELLS: Final = 0.65  # probability from which a token tells an event
_KEPT: Final = 64  # texts whose tokens are kept, since many pairs are asked about one text


class Scores(Record, frozen=True, kw_only=True):
    """Probabilities: `types` sum to 1 with NONE; those of modes hold given the type."""

    types: dict[str, float]
    modes: dict[str, dict[str, float]]  # by type
    contexts: dict[str, float]


class Part(Record, frozen=True, kw_only=True):
    """A token of the text, and how probably an actor, or a recipient, has it."""

    start: int
    end: int
    acts: float
    suffers: float


class Told(Record, frozen=True, kw_only=True):
    """What hangs on a trigger: the event's scores, and who takes part, token by token."""

    scores: Scores
    parts: tuple[Part, ...]

    def shares(self, span: Span) -> tuple[float, float]:
        """How probably the words of a span name an actor, and a recipient: the best of each."""
        inside = [p for p in self.parts if _within(p.start, p.end, span)]
        acts = max((p.acts for p in inside), default=0.0)
        return acts, max((p.suffers for p in inside), default=0.0)


class Facts(Record, frozen=True, kw_only=True):
    """What `encoder.json` says of the weights beside it."""

    name: str
    licence: str
    made_from: tuple[str, ...]
    types: tuple[str, ...]
    modes: tuple[tuple[str, str], ...]  # type and mode
    contexts: tuple[str, ...]
    temperature: float
    mode_temperature: float
    confidence: tuple[float, ...]  # weights of the features of `coding/confidence.py`
    measured: dict[str, float]


@dataclass(frozen=True)
class Marked:
    """A text as the network reads it: its tokens, the part each plays, where the markers are."""

    ids: list[int]
    parts: list[int]
    places: list[int]
    spans: list[Span | None]  # where each token stands in the text; None for those added


class Encoder:
    """Reads one text with marked spans at a time."""

    def __init__(self, session: Any, tokenizer: Any, facts: Facts) -> None:
        self.facts = facts
        self._session = session
        self._tokens = lru_cache(maxsize=_KEPT)(lambda text: _tokens(tokenizer, text))

    @classmethod
    def load(cls, folder: Traversable | None = None, *, threads: int = 1) -> Encoder:
        """The encoder with the weights of a folder, or those of the package."""
        folder = folder or files("dragoman") / "data" / "models"
        import onnxruntime  # noqa: PLC0415 - slow to import, and not every coder needs it
        from tokenizers import Tokenizer  # noqa: PLC0415

        network, words, facts = ((folder / name).read_bytes() for name in FILES)
        session = onnxruntime.InferenceSession(
            network, _options(onnxruntime, threads), providers=["CPUExecutionProvider"]
        )
        return cls(session, Tokenizer.from_buffer(words), msgspec.json.decode(facts, type=Facts))

    def classify(
        self, text: str, actor: Span | None, recipient: Span | None, trigger: Span | None = None
    ) -> Scores:
        """How probable each type is of what the actor does to the recipient, by the trigger."""
        _, types, modes, contexts = self._asked(text, (actor, recipient, trigger), _EVENT)
        return self._scores(types, modes, contexts)

    def tell(self, text: str, trigger: Span) -> Told:
        """The event that hangs on a trigger, and who takes part in it."""
        spans = (None, None, trigger)
        marked, types, modes, contexts, sides = self._asked(text, spans, (*_EVENT, "sides"))
        parts = (
            Part(start=span[0], end=span[1], acts=acts, suffers=suffers)
            for span, (acts, suffers) in zip(marked.spans, _sigmoid(sides), strict=True)
            if span
        )
        return Told(scores=self._scores(types, modes, contexts), parts=tuple(parts))

    def spots(self, text: str) -> tuple[Span, ...]:
        """The words of a text that likelier tell an event than none, neighbours as one."""
        import numpy as np  # noqa: PLC0415

        marked, logits = self._asked(text, (None, None, None), ("triggers",))
        powers = np.exp(logits.astype(np.float64) - logits.max(-1, keepdims=True))
        none = np.round(powers[:, self.facts.types.index(NONE)] / powers.sum(-1), DIGITS)
        shares = zip(marked.spans, (1 - none).tolist(), strict=True)
        return joined(span for span, share in shares if span and share >= TELLS)

    def meaning(self, text: str, trigger: Span) -> Vector:
        """What a text says of the event that hangs on a trigger, as a vector of length 1."""
        import numpy as np  # noqa: PLC0415

        _, mean = self._asked(text, (None, None, trigger), ("meaning",))
        return tuple((mean / np.linalg.norm(mean)).tolist())

    def _asked(
        self, text: str, spans: Sequence[Span | None], outputs: Sequence[str]
    ) -> tuple[Any, ...]:
        import numpy as np  # noqa: PLC0415

        marked = mark(*self._tokens(text), spans)
        inputs = {
            "ids": np.array([marked.ids], dtype=np.int64),
            "parts": np.array([marked.parts], dtype=np.int64),
            "places": np.array([marked.places], dtype=np.int64),
        }
        return marked, *(row[0] for row in self._session.run(outputs, inputs))

    def _scores(self, types: NDArray[Any], modes: NDArray[Any], contexts: NDArray[Any]) -> Scores:
        facts = self.facts
        by_type: dict[str, dict[str, float]] = {}
        shares = _sigmoid(modes / facts.mode_temperature)
        for (event_type, mode), share in zip(facts.modes, shares, strict=True):
            by_type.setdefault(event_type, {})[mode] = share
        return Scores(
            types=dict(zip(facts.types, _softmax(types / facts.temperature), strict=True)),
            modes=by_type,
            contexts=dict(zip(facts.contexts, _sigmoid(contexts), strict=True)),
        )


def _options(onnxruntime: Any, threads: int) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return options


def _tokens(tokenizer: Any, text: str) -> tuple[list[int], list[tuple[int, int]]]:
    encoding = tokenizer.encode(text, add_special_tokens=False)
    return encoding.ids, encoding.offsets


def _softmax(logits: NDArray[Any]) -> Any:
    import numpy as np  # noqa: PLC0415

    powers = np.exp(logits.astype(np.float64) - logits.max())
    return np.round(powers / powers.sum(), DIGITS).tolist()


def _sigmoid(logits: NDArray[Any]) -> Any:
    import numpy as np  # noqa: PLC0415

    return np.round(1 / (1 + np.exp(-logits.astype(np.float64))), DIGITS).tolist()


def mark(
    ids: Sequence[int], offsets: Sequence[tuple[int, int]], spans: Sequence[Span | None]
) -> Marked:
    """The tokens of a text with markers around the spans of actor, recipient and trigger."""
    ids, offsets = _window(ids, offsets, spans)
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    part_of = [0] * len(ids)
    for part, span in enumerate(spans):
        held = [i for i, (start, end) in enumerate(offsets) if span and _within(start, end, span)]
        if held:
            opening.setdefault(held[0], []).append(part)
            closing.setdefault(held[-1], []).insert(0, part)
            part_of[held[0] : held[-1] + 1] = [part + 1] * (held[-1] + 1 - held[0])
    marked = Marked(ids=[_START], parts=[0], places=[0] * len(spans), spans=[None])
    for i, token in enumerate(ids):
        for part in opening.get(i, ()):
            marked.places[part] = len(marked.ids)
            _add(marked, MARKERS[part][0], part + 1)
        _add(marked, token, part_of[i], offsets[i])
        for part in closing.get(i, ()):
            _add(marked, MARKERS[part][1], part + 1)
    _add(marked, _END, 0)
    return marked


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in their order, neighbours as one."""
    found: list[Span] = []
    for start, end in spans:
        near = found and start - found[-1][1] <= 1
        found.append((found.pop()[0] if near else start, end))
    return tuple(found)


def _add(marked: Marked, token: int, part: int, span: Span | None = None) -> None:
    marked.ids.append(token)
    marked.parts.append(part)
    marked.spans.append(span)


def _within(start: int, end: int, span: Span) -> bool:
    return start < span[1] and end > span[0]


def _window(
    ids: Sequence[int], offsets: Sequence[tuple[int, int]], spans: Sequence[Span | None]
) -> tuple[Sequence[int], Sequence[tuple[int, int]]]:
    """The tokens of a text that is too long, cut to those around the middle of the spans."""
    if len(ids) <= LONGEST:
        return ids, offsets
    marked = [i for i, o in enumerate(offsets) if any(s and _within(*o, s) for s in spans)] or [0]
    first = max(0, min((marked[0] + marked[-1] - LONGEST) // 2, len(ids) - LONGEST))
    return ids[first : first + LONGEST], offsets[first : first + LONGEST]
