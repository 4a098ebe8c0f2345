"""Which state is `the country`, `the islands`, `the colony`, or `it` that was ceded."""

from __future__ import annotations

from dragoman.reading.resolve.catalogue import Catalogue
from dragoman.reading.resolve.discourse import Discourse
from dragoman.reading.resolve.lands import (
    are_islands,
    is_compared,
    is_crowned,
    own_shaped,
    shaped,
)
from dragoman.reading.resolve.lexicon import COLONIES, NEXT_DOOR, RULERS
from dragoman.reading.resolve.pairs import Pairs
from dragoman.reading.resolve.ruled import befalls_lands
from dragoman.reading.resolve.setting import FirstPerson, Setting
from dragoman.reading.resolve.words import Span, Words
from dragoman.records.readings import Referent

_NEARBY = frozenset({"islands", "territory"})  # of nobody far above, for many are called so


class AtHand:
    """The states that the nouns and pronouns for a land mean in one document."""

    def __init__(
        self, catalogue: Catalogue, discourse: Discourse, pairs: Pairs, we: FirstPerson
    ) -> None:
        self.catalogue, self.discourse, self.pairs = catalogue, discourse, pairs
        self.voice, self.own, self.topic = we.voice, we.own or we.topic, we.topic

    def state(self, span: Span, at: Setting, we: Referent | None) -> Referent | None:
        """The state that a noun for a land means, for those who are `we`."""
        words = at.words.folded[span.first : span.last + 1]
        if not COLONIES.isdisjoint(words):
            return self.topic if self.topic and self.topic.country not in RULERS else None
        if any(is_compared(word) for word in words):
            return self.pairs.compared(at.words.index, words)
        if not NEXT_DOOR.isdisjoint(words):
            return self.pairs.other_than(we) if we else None
        return self._shaped(span, at, words)

    def _shaped(self, span: Span, at: Setting, words: list[str]) -> Referent | None:
        """The last named or the document's own, as the noun's shape, capital and article tell."""
        shape = next(filter(None, (shaped(word, at.when) for word in words)), None)
        if shape is None and "republic" in words:
            counts = self.discourse.counts
            shape = frozenset(code for code in counts if not is_crowned(code, at.when))
        near = self.discourse.state(at.words, span.first, self.catalogue.state_of, shape)
        if not _NEARBY.isdisjoint(words) and near not in self._named_before(span, at.words):
            near = None
        own = self.voice or self.topic
        if shape is not None:
            own = self.of_shape(own_shaped(words, shape))
        if at.words.at(span.first) == "this" and self.own and not at.quoted:
            return (self.own if shape is None else own) or near
        capital = at.words.tokens[span.first].text.istitle() and shape is not None
        return (own or near) if capital or self.topic else (near or own)

    def _named_before(self, span: Span, words: Words) -> set[Referent | None]:
        """The states that the sentence has named so far."""
        here = (s for s in self.discourse.in_sentence[words.index] if s.last < span.first)
        return {self.catalogue.state_of(referent) for seen in here for referent in seen.referents}

    def of_shape(self, shape: frozenset[str]) -> Referent | None:
        """The document's own state, if it is one of these."""
        return self.own if self.own and self.own.country in shape else None

    def land(self, words: Words, at: int) -> Referent | None:
        """The state that the text is about, where `it` became a colony or was ceded."""
        topic = self.topic
        if topic is None or not befalls_lands(words, at):
            return None
        if words.at(at) == "they" and not are_islands(topic.country):
            return None
        told = self.discourse.in_sentence
        here = [seen for seen in told[words.index] if seen.last < at]
        near = [referent for seen in (*here, *told[words.index - 1]) for referent in seen.referents]
        if topic not in map(self.catalogue.state_of, near):
            return None
        others = (seen for seen in here if seen.subject and topic not in seen.referents)
        heads = (words.head_of(seen.first, seen.last) for seen in others if seen.referents)
        return None if any(befalls_lands(words, head) for head in heads) else topic
