"""Whose a document is: by its letterhead, agency or dateline, its title, and whom `we` face."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dragoman.reading.resolve.authors import is_personal
from dragoman.reading.resolve.catalogue import Sense
from dragoman.reading.resolve.facing import SURE, Facing
from dragoman.reading.resolve.heads import agencies, bylines, dateline, is_head, is_organ
from dragoman.reading.resolve.match import Matcher
from dragoman.reading.resolve.setting import FirstPerson, Referents
from dragoman.reading.resolve.told import told_home
from dragoman.reading.resolve.topic import topic
from dragoman.reading.resolve.words import Span, Words
from dragoman.records.documents import Document
from dragoman.records.readings import Referent

Text = tuple[Words, list[Span], list[Span]]  # a sentence, those it names, and the bare towns

_OTHERS = frozenset({"comment", "teaser"})
_TOWNS = frozenset({"seat", "town", "guarded", "name"})
_HEAD = 4  # sentences among which a letterhead is looked for
_BESIDE = re.compile(r" *\([^)]*\)$")  # "Samoa (Western Samoa)"
_PLACE_OF_READER = re.compile(r"(?:\(|\b(?:in|from) )([A-Z][^)]+)")


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
        sentences = [(words, spans) for words, spans, _ in texts]
        self._personal = head is None and is_personal(document, sentences, quotes)
        own = self._own(head)
        self.we = FirstPerson(
            voice=None if self._personal else own,
            own=own,
            readers=self._commenters(),
            topic=None if self._personal or own else self._topic(),
        )

    def _own(self, head: str | None) -> Referent | None:
        """The state that is `our country` to those who write; a person's only if it is told."""
        country = self._document.source.country or head
        if country not in self._catalogue.actors:
            country = self._interviewed() or self._told("comment", invert=True) or self._faced()
        return self._catalogue.referent(country) if country in self._catalogue.actors else None

    def _faced(self) -> str | None:
        """The state of `we`: where the text was written, else the one that `we` never face."""
        kinds = self._document.sections
        own = [text for text in self._texts if kinds[text[0].sentence.section].kind not in _OTHERS]
        facing = Facing(own, self._is_quoted, self._is_state)
        if not (facing.is_sure if self._document.source.kind == "news" else facing.since >= 0):
            return None
        written = (code for code in self._written_in(facing) if facing.opposed[code] < SURE)
        return next(written, None) or facing.home(official=not self._personal)

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

    def _told(self, wanted: str | int, *, invert: bool = False) -> str | None:
        """The home that is told in sections of a kind or in all others, or in the one section."""
        sections = self._document.sections
        known = (
            text
            for text in self._texts
            if (wanted in ((at := text[0].sentence.section), sections[at].kind)) != invert
        )
        return told_home(known, self._is_quoted)

    def _is_quoted(self, offset: int) -> bool:
        return any(first <= offset < last for first, last in self._quotes)

    def _commenters(self) -> dict[int, Referent]:
        """The homes of readers who comment, by section: of `Tom (Dublin)`, or as they tell."""
        homes: dict[int, Referent] = {}
        for number, section in enumerate(self._document.sections):
            if section.kind != "comment":
                continue
            named = _PLACE_OF_READER.search(section.author or "")
            code = self._country_of(named[1]) if named else self._told(number)
            if code in self._catalogue.actors:
                homes[number] = self._catalogue.referent(code)
        return homes

    def state_named(self, name: str) -> Referent | None:
        """The state of the one person, state or body that a name means."""
        code = self._country_of(name)
        return self._catalogue.referent(code) if code in self._catalogue.actors else None

    def _country_of(self, place: str) -> str | None:
        return self._only({s for m in self._matcher.find(place) for s in m.senses})

    def _is_state(self, code: str) -> bool:
        return code in self._catalogue.actors and self._catalogue.actors[code].kind == "state"

    def _seated(self, place: str) -> str | None:
        """The state of a town, if the words name it alone."""
        matches = self._matcher.find(place)
        whole = len(matches) == 1 and matches[0].end - matches[0].start == len(place)
        senses = set(matches[0].senses) if whole else set()
        return self._only({sense for sense in senses if sense.use in _TOWNS})

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
