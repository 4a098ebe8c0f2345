"""Whose a document is: by its letterhead, agency or dateline, its title, and whom `we` face."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dragoman.reading.resolve.authors import is_personal
from dragoman.reading.resolve.catalogue import Sense
from dragoman.reading.resolve.discourse import STYLES
from dragoman.reading.resolve.facing import SURE, YOURSELVES, Facing
from dragoman.reading.resolve.heads import (
    agencies,
    bylines,
    dateline,
    is_head,
    is_letter,
    is_organ,
    nationals,
    outlets,
)
from dragoman.reading.resolve.match import Matcher
from dragoman.reading.resolve.quarrel import across, two
from dragoman.reading.resolve.readers import Readers
from dragoman.reading.resolve.setting import FirstPerson, Referents
from dragoman.reading.resolve.told import Text, countries, told_home
from dragoman.reading.resolve.topic import topic
from dragoman.reading.resolve.words import Span, Words
from dragoman.records.documents import Document
from dragoman.records.readings import Referent

_OTHERS = frozenset({"comment", "teaser"})
_OF_STATES = frozenset({"ministry", "state_media"})
_SEATS = frozenset({"seat", "town", "guarded"})
_TOWNS = _SEATS | {"name"}
_HEAD = 4  # sentences among which a letterhead is looked for
_BESIDE = re.compile(r" *\([^)]*\)$")  # "Samoa (Western Samoa)"
_PLACE_OF_READER = re.compile(r"(?:\(|, |\b(?:in|from) )([^\W\d_a-z][^),]+)")


class Provenance:
    """Answers for one document, whose names are known and whose pronouns are not yet."""

    def __init__(
        self,
        matcher: Matcher,
        document: Document,
        texts: Sequence[Text],
        quotes: Sequence[tuple[int, int]],
        named: Counter[str],
    ) -> None:
        self._catalogue, self._matcher, self._document = matcher.catalogue, matcher, document
        self._texts, self._quotes, self._named = texts, quotes, named
        head = self._letterhead()
        sentences = [(words, list(spans)) for words, spans, _ in texts]
        self._spoken_of = {c for _, spans, _ in texts for span in spans for c in countries(span)}
        self._personal = head is None and is_personal(document, sentences, quotes)
        own = self._own(head)
        pair = self._two(own.country if own else None)
        readers = Readers(document, texts, self)
        readers.find(own.country if own else None, pair)
        self.we = FirstPerson(
            voice=None if self._personal else own,
            own=own,
            readers=self._states(readers.homes),
            addressed=self._states(readers.addressed),
            across=self._state(across(pair, own.country)) if own else None,
            topic=None if self._personal or own else self._topic(),
        )

    def _own(self, head: str | None) -> Referent | None:
        """The state that is `our country` to those who write; a person's only if it is told."""
        country = self._document.source.country or head or self._issuer()
        if country not in self._catalogue.actors:
            country = self._interviewed() or told_home(self._own_words(), self.is_quoted)
            country = country or self._faced()
        return self._catalogue.referent(country) if country in self._catalogue.actors else None

    def _issuer(self) -> str | None:
        """The state whose organ a source is by its name: `Ministry of Trade of Mali, bulletin`."""
        source = self._document.source
        return self._country_of(source.name) if source.kind in _OF_STATES else None

    def styled(self) -> dict[str, list[tuple[int, Referent]]]:
        """By their nouns, and by none, the bodies that a source is by its name."""
        found: dict[str, list[tuple[int, Referent]]] = {}
        name = self._document.source.name
        for match in self._matcher.find(name):
            actors = {sense.actor for sense in match.senses if sense.use == "name"}
            body = self._catalogue.referent(actors.pop()) if len(actors) == 1 else None
            if body and body.kind == "organisation":
                words = {"", *name[match.start : match.end].lower().split()}
                for noun in words & {"", *STYLES}:
                    found.setdefault(noun, []).append((0, body))
        return found

    def _own_words(self) -> list[Text]:
        """The sentences of those who write, without comments and teasers."""
        kinds = self._document.sections
        return [text for text in self._texts if kinds[text[0].sentence.section].kind not in _OTHERS]

    def _faced(self) -> str | None:
        """The state of `we`: where the text was written, else the one that `we` never face."""
        own = self._own_words()
        facing = Facing(own, self.is_quoted, self.is_state)
        if not (facing.is_sure if self._document.source.kind == "news" else facing.since >= 0):
            return self._outlet() if self._personal else None
        written = (code for code in self._written_in(facing) if facing.opposed[code] < SURE)
        home = next(written, None)
        if home or not self._personal:
            return home or self._unfaced(facing) or self._outlet()
        ours = self._outlet() or self._unfaced(facing) or self._opposite(facing)
        return ours or (self._writes_to(own) if is_letter(self._document) else None)

    def _unfaced(self, facing: Facing) -> str | None:
        """The state that `we` never face, if they face the one across, where they face any."""
        home = facing.home(official=not self._personal)
        other = across(self._two(home), home)
        is_news = self._document.source.kind == "news"
        if is_news or (self._personal and facing.opposed):
            return home if other and facing.opposed[other] else None
        return home

    def _opposite(self, facing: Facing) -> str | None:
        """The one of the two that `we` do not face, where it is plain that they face one."""
        pair = self._two(None)
        faced = [code for code in pair if facing.opposed[code] >= SURE]
        other = across(pair, faced[0]) if len(faced) == 1 else None
        return other if other in facing.named else None

    def _writes_to(self, texts: Sequence[Text]) -> str | None:
        """The one of the two that does something to those to whom a letter is written."""
        yours = Facing(texts, self.is_quoted, self.is_state, YOURSELVES)
        own = [code for code in self._two(None) if yours.opposed[code] >= SURE]
        return own[0] if len(own) == 1 else None

    def _outlet(self) -> str | None:
        """The one of the two of whom a writer is, or where a paper or blog has its town."""
        told = (self._country_of(name) for name in nationals(self._document))
        towns = [*self._above(), *(self._seated(name, _SEATS) for name in outlets(self._document))]
        pair = self._two(None)
        for codes in (set(told), set(towns)):
            among = codes.intersection(pair)
            if among:
                return among.pop() if len(among) == 1 else None
        home = self.home()
        return home.country if home else None

    def _two(self, own: str | None) -> tuple[str, ...]:
        """The two states that the text is about."""
        spans = (span for _, named, towns in self._texts for span in (*named, *towns))
        told = Counter(code for span in spans for code in countries(span) if self.is_state(code))
        return two(told, tuple(self._states_in_title()), self._near, own)

    def _written_in(self, facing: Facing) -> Iterator[str]:
        """The states where the text says at its top to be written, the surest first."""
        for words, spans, _ in self._texts:
            yield from agencies(words, spans)
        yield from self._above()
        first = (text for text in self._texts if text[0].index <= facing.since)
        yield from filter(None, (dateline(words, spans) for words, spans, _ in first))

    def _interviewed(self) -> str | None:
        """The state of all who answer in an interview."""
        names = {s.author for s in self._document.sections if s.kind == "answer" and s.author}
        states = {self._country_of(name) for name in names}
        return states.pop() if len(states) == 1 else None

    def is_quoted(self, offset: int) -> bool:
        """Whether a character stands inside quotation marks."""
        return any(first <= offset < last for first, last in self._quotes)

    def place_of_reader(self, name: str) -> str | None:
        """The state of the place in a name: of `Tom (Dublin)`, `Ama, Tema`, `tom_dublin`."""
        if beside := _PLACE_OF_READER.search(name):
            code = self._country_of(beside[1])
            return code if code in self._spoken_of else None
        parts = [part for part in re.split(r"[\W_]+", name) if len(part) > 2]
        found = {self._seated(part.title()) for part in parts[1:]} if len(parts) > 1 else set()
        code = found.pop() if len(found) == 1 else None
        return code if code in self._spoken_of else None

    def _near(self, code: str) -> frozenset[str]:
        """The states next to one."""
        land = self._catalogue.lands.get(code)
        return frozenset(land.neighbours) if land else frozenset()

    def _states(self, codes: dict[int, str]) -> dict[int, Referent]:
        return {number: self._catalogue.referent(code) for number, code in codes.items()}

    def _state(self, code: str | None) -> Referent | None:
        return self._catalogue.referent(code) if code in self._catalogue.actors and code else None

    def state_named(self, name: str) -> Referent | None:
        """The state of the one person, state or body that a name means."""
        code = self._country_of(name)
        return self._catalogue.referent(code) if code in self._catalogue.actors else None

    def _country_of(self, place: str) -> str | None:
        return self._only({s for m in self._matcher.find(place) for s in m.senses})

    def is_state(self, code: str) -> bool:
        """Whether a code is a state's."""
        return code in self._catalogue.actors and self._catalogue.actors[code].kind == "state"

    def _seated(self, place: str, uses: frozenset[str] = _TOWNS) -> str | None:
        """The state of a town, if the words name it alone."""
        matches = self._matcher.find(place)
        whole = len(matches) == 1 and matches[0].end - matches[0].start == len(place)
        senses = set(matches[0].senses) if whole else set()
        return self._only({sense for sense in senses if sense.use in uses})

    def _only(self, senses: set[Sense]) -> str | None:
        """The one state of what a name may mean."""
        known = (sense.actor for sense in senses if sense.use != "blocked")
        codes = {self._catalogue.actors[actor].country for actor in known}
        return codes.pop() if len(codes) == 1 else None

    def home(self) -> Referent | None:
        """The state of the seat in the dateline, if it is among the two that are named most."""
        datelines = (dateline(words, spans) for words, spans, _ in self._texts)
        home = next(iter([*self._above(), *filter(None, datelines)]), None)
        among = {code for code, _ in self._named.most_common(2)}
        if home is None or home not in among or home not in self._catalogue.actors:
            return None
        return self._catalogue.referent(home)

    def _above(self) -> list[str]:
        """The states of the towns from which the lines at the top say that it is written."""
        return [code for place in bylines(self._document) if (code := self._seated(place))]

    def _letterhead(self) -> str | None:
        """The state of the organ that heads the text: `REPUBLIC OF MALI - MINISTRY OF DEFENCE`."""
        heads = [words for words, *_ in self._texts[:_HEAD] if is_head(words, self._document)]
        organs = [words for words in heads if is_organ(words)]
        for lines in (organs, heads if organs else []):
            codes = {code for words in lines for code in self._named_in(words.index)}
            if codes:
                return codes.pop() if len(codes) == 1 else None
        return next(iter(self._above()), None) if organs else None

    def _named_in(self, index: int) -> set[str]:
        """The countries of the actors and towns that a sentence names."""
        words, spans, towns = self._texts[index]
        named = (span for span in (*spans, *towns) if not _is_venue(words, span))
        return {one.country for span in named for one in span.referents if one.country}

    def _topic(self) -> Referent | None:
        """The one state that the text is about, where no dateline says from where it is sent."""
        titled, title = self._states_in_title(), _BESIDE.sub("", self._document.title or "")
        names = self._matcher.find(title)
        is_entry = len(titled) == 1 and [(n.start, n.end) for n in names[:1]] == [(0, len(title))]
        country = topic(self._named, titled, is_entry=is_entry)
        known = country in self._catalogue.actors
        return self._catalogue.referent(country) if country and known and not self.home() else None

    def title_pair(self) -> Referents:
        """The states of the title, if they are two."""
        titled = self._states_in_title()
        return tuple(titled.values()) if len(titled) == 2 else ()

    def _states_in_title(self) -> dict[str, Referent]:
        """The states that the title names, by country."""
        states: dict[str, Referent] = {}
        for match in self._matcher.find(self._document.title or ""):
            actors = {sense.actor for sense in match.senses if sense.use != "blocked"}
            actors -= self._catalogue.towns
            if len(actors) == 1:
                referent = self._catalogue.referent(actors.pop())
                if referent.country in self._catalogue.actors:
                    states.setdefault(referent.country, self._catalogue.referent(referent.country))
        return states


def _is_venue(words: Words, span: Span) -> bool:
    """Whether it is where an organ sits: `Embassy of Mali in Rome`."""
    return words.at(span.first - 1) in ("in", "at", "to")
