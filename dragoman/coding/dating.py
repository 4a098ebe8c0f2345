"""Dates: which time expression says when an event happened, and where none does."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dragoman.coding.lexicon import Lexicon
from dragoman.coding.modality import Telling
from dragoman.coding.roles import dateline_end
from dragoman.coding.syntax import CLAUSAL, Tree
from dragoman.coding.triggers import Match
from dragoman.records.codec import Record
from dragoman.records.dates import bounds, precision
from dragoman.records.documents import Document
from dragoman.records.readings import DateBasis, Reading, TimeExpression

_TEMPORAL = frozenset(
    "after during following since in on at amid from over throughout within between around upon".split()
)
_NOT_WHEN = frozenset({"until", "till", "by", "before", "prior", "unless", "ago_"})
_WHEN = frozenset({"when", "as", "while"})
_READS = frozenset({"read", "say", "state", "run", "declare"})
_MAKES_SURE = frozenset({"see", "make", "ensure"})
_NEWS = frozenset({"news", "state_media", "ministry"})
_DAYS_OF_A_STORY = 3
_OPENING = frozenset({"—", "–", "-", "--", ":", "|", "]", ")"})
_PERFORMED = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"})
_STANDING = frozenset({"recognize", "sign", "establish-relations"})  # a state, or a thing once done
_STARTS_WITH_SINCE = frozenset({"recognize", "establish-relations"})


class Dated(Record, frozen=True, kw_only=True):
    """When it happened, the words that say so, and how that follows from them."""

    edtf: str | None = None
    text: str | None = None
    basis: DateBasis | None = None


UNDATED = Dated()


class Dater:
    """Dates the events of one document, sentence by sentence in the order of the text."""

    def __init__(self, document: Document, reading: Reading, lexicon: Lexicon) -> None:
        self.document, self.reading = document, reading
        self.published = document.published or reading.published
        self.habitual, self.later = lexicon.list("habitual"), lexicon.list("later")
        self.scene: TimeExpression | None = None  # what the sentence before set its events in
        self.story: TimeExpression | None = None  # the day that a piece of news tells of
        self.past: TimeExpression | None = None  # the scene that "that year" would mean
        self.aside = False  # whether the paragraph has left the day's story for an older one
        self.row: TimeExpression | None = None  # the date at the head of the present line
        self.headings = _heading_dates(document, reading)
        self._last_end: int | None = None

    def open(self, number: int, tree: Tree) -> SentenceDates:
        """The dates of one sentence; sentences must be opened in their order."""
        sentence = tree.sentence
        times = [t for t in self.reading.times if sentence.start <= t.start < sentence.end]
        if self._is_new_unit(number):
            self.scene = self.row = None
            self.aside = False
        dates = SentenceDates(self, number, tree, times)
        self.row = dates.row_head or self.row
        return dates

    def close(self, dates: SentenceDates) -> None:
        """Keeps what a sentence says of the time in which the next one goes on."""
        self.scene = dates.scene
        self.past = self.scene or self.past
        self.aside = self.aside or any(not self._is_current(time) for time in dates.used)
        if self.published and self.document.source.kind in _NEWS:
            self.story = next((t for t in dates.used if self._is_current(t)), self.story)

    def _is_current(self, time: TimeExpression) -> bool:
        """Whether a date lies in the days before publication, as those of the day's news do."""
        if self.published is None or precision(time.edtf) != "day":
            return False
        told, published = bounds(time.edtf)[1], bounds(self.published)[1]
        return bool(told and published and 0 <= (published - told).days <= _DAYS_OF_A_STORY)

    def heading(self, section: int) -> TimeExpression | None:
        """The date that the heading above a section consists of."""
        return self.headings.get(section)

    def _is_new_unit(self, number: int) -> bool:
        """Whether a paragraph, line or section begins here."""
        if number == 0:
            return True
        before, here = self.reading.sentences[number - 1], self.reading.sentences[number]
        gap = self.document.text[before.end : here.start]
        return before.section != here.section or "\n" in gap


class SentenceDates:
    """The dates that the events of one sentence can have."""

    def __init__(
        self, dater: Dater, number: int, tree: Tree, times: list[TimeExpression]
    ) -> None:
        self.dater, self.number, self.tree, self.times = dater, number, tree, times
        self.matches: list[Match] = []
        self.used: list[TimeExpression] = []  # those that dated an event
        self.inherited = dater.scene or (dater.past if self._points_back() else None)
        self.dateline = dateline_end(dater.document.text, tree.sentence)
        self.heads = {index: self._head(time) for index, time in enumerate(times)}
        self.row_head = self._row_head()

    @property
    def scene(self) -> TimeExpression | None:
        """The time in which the next sentence goes on: one set first, or taken over."""
        first_verb = next((i for i, t in enumerate(self.tree.tokens) if t.pos in CLAUSAL), 0)
        for index, time in enumerate(self.times):
            if self.heads[index] < first_verb and self._usable(index) and self._site(index) is not None:
                return time
        return self.inherited if self._goes_on() and not self.times else None

    def _points_back(self) -> bool:
        """ "In that letter", "on the same day": set where the text was last."""
        words = self.tree.words[:4]
        return bool(set(words[:2]) & {"in", "on", "at", "during"}) and bool({"that", "same"} & set(words))

    def date(self, telling: Telling, sides: frozenset[str | None]) -> Dated:
        """When the event happened; UNDATED where the text does not say."""
        own = self._own(telling)
        if own:
            self.used.append(own)
            return self._dated(own, telling)
        if self.row_head or (self.dater.row and not self.times):
            head = self.row_head or self.dater.row
            return self._inherit(head, "stated" if self.row_head else "inherited")
        if self._is_spoken_now(telling, sides):
            return Dated(edtf=self.dater.published, basis="published")
        if self._is_habitual(telling) or self._is_standing(telling):
            return UNDATED
        if self.inherited and self._goes_on() and not self.times:
            return self._inherit(self.inherited, "inherited")
        if self.dater.story and not self.dater.aside and self._is_news(telling):
            return self._inherit(self.dater.story, "inherited")
        return self._inherit(self.dater.heading(self.tree.sentence.section), "inherited")

    def date_at(self, verb: int) -> Dated:
        """The date that the syntax ties to a verb without a frame of its own."""
        for index, time in enumerate(self.times):
            if self._usable(index) and self._site(index) == verb:
                return Dated(edtf=time.edtf, text=self._words(time), basis=time.basis)
        return self._inherit(self.row_head or self.dater.row, "stated" if self.row_head else "inherited")

    def _inherit(self, time: TimeExpression | None, basis: DateBasis) -> Dated:
        if time is None:
            return UNDATED
        kept = time.basis if basis == "stated" else basis
        return Dated(edtf=time.edtf, text=self._words(time), basis=kept)

    def _dated(self, time: TimeExpression, telling: Telling) -> Dated:
        edtf = time.edtf
        if edtf.endswith("/..") and set(telling.modes) & _STARTS_WITH_SINCE:
            edtf = edtf.removesuffix("/..")
        elif edtf.endswith("/.."):
            return UNDATED  # a state that began then, and no happening of that time
        return Dated(edtf=edtf, text=self._words(time), basis=time.basis)

    def _words(self, time: TimeExpression) -> str:
        return self.dater.document.text[time.start : time.end]

    def _own(self, telling: Telling) -> TimeExpression | None:
        """The time expression that the syntax ties to the event, the nearest tie first."""
        sites = list(self._sites(telling))
        best: tuple[int, int, int] | None = None
        for index in range(len(self.times)):
            rank = self._rank(index, telling.match, sites)
            if rank is not None:
                found = (rank, abs(self.heads[index] - telling.match.anchor), index)
                best = min(best, found) if best else found
        return self.times[best[2]] if best else None

    def _rank(self, index: int, match: Match, sites: list[int]) -> int | None:
        time = self.times[index]
        if time.basis == "anniversary":
            return 0 if self._is_anniversary_of(index, match) else None
        if any(self._is_when(index, site) for site in sites):
            return 1
        if not self._usable(index):
            return None
        site = self._site(index)
        if site is None:
            return None
        if site in sites:
            return sites.index(site) + 1
        return self._rank_beside(site, sites)

    def _is_when(self, index: int, verb: int) -> bool:
        """Whether the verb's clause hangs on the date: "the day when it attacked"."""
        tree = self.tree
        first = tree.first(verb)
        inside = range(self.heads[index], self.heads[index] + 3)
        return tree.tokens[first].dep in {"relcl", "advcl"} and tree.tokens[first].head in inside

    def _rank_beside(self, site: int, sites: list[int]) -> int | None:
        """A time in "when it was proclaimed on …", or of a verb with the same subject."""
        tree = self.tree
        token = tree.tokens[site]
        if token.dep == "advcl" and token.head in sites:
            marks = {tree.words[c] for c in tree.kids(site, "mark", "advmod")}
            if marks & _WHEN:
                return 20 + sites.index(token.head)
        verb = next((s for s in reversed(sites) if tree.tokens[s].pos in CLAUSAL), sites[-1])
        return 12 if self._shares_subject(verb, site) else None

    def _shares_subject(self, verb: int, other: int) -> bool:
        """Whether two coordinated verbs have one subject, so that one time serves both."""
        tree = self.tree
        if tree.first(verb) != tree.first(other) or tree.tokens[verb].pos not in CLAUSAL:
            return False
        later = max(verb, other)
        adverbs = {tree.words[c] for c in tree.kids(verb, "advmod")}
        return not tree.kids(later, "nsubj", "nsubjpass") and not adverbs & self.dater.later

    def _sites(self, telling: Telling) -> Iterator[int]:
        """The word of the event, then what governs it without being an event of its own."""
        tree, match = self.tree, telling.match
        if match.head != match.anchor:
            yield match.head
        index = match.anchor
        yield index
        said = telling.changed_by == "future" or self._is_first_person(index)
        anchors = {m.anchor for m in self.matches if m is not match}
        while tree.tokens[index].head != index:
            token, above = tree.tokens[index], tree.tokens[index].head
            if above in anchors or not self._passes_up(index, above, said=said):
                return
            index = above
            if token.dep != "prep":
                yield index

    def _passes_up(self, index: int, above: int, *, said: bool) -> bool:
        """Whether the time of the word above is that of this one; what is said is done then."""
        tree, dep = self.tree, self.tree.tokens[index].dep
        if self._is_cleft(above):
            return True
        if dep == "ccomp":
            return said or self._makes_sure(above)
        if dep in {"acl", "relcl"}:
            infinitive = any(tree.words[c] == "to" for c in tree.kids(index, "aux"))
            return infinitive or (said and tree.keys[index] in _READS)
        if dep in {"advcl", "parataxis", "ROOT"}:
            return False
        if dep == "conj":
            return tree.tokens[index].pos not in CLAUSAL or (
                tree.tokens[index].tag == "VB" and not tree.kids(index, "nsubj")
            )
        return True

    def _is_cleft(self, above: int) -> bool:
        """ "It was on Monday that …"."""
        tree = self.tree
        return tree.keys[above] == "be" and any(
            tree.words[c] == "it" for c in tree.kids(above, "nsubj")
        )

    def _is_first_person(self, verb: int) -> bool:
        tree = self.tree
        subjects = tree.arguments(verb).subjects
        words = {tree.words[s] for s in subjects}
        owners = {tree.words[c] for s in subjects for c in tree.kids(s, "poss")}
        return bool(words & {"we", "i"}) or "our" in owners

    def _makes_sure(self, above: int) -> bool:
        return any(self.tree.keys[a] in _MAKES_SURE for a in (above, self.tree.tokens[above].head))

    def _usable(self, index: int) -> bool:
        tree, head = self.tree, self.heads[index]
        time = self.times[index]
        if time.basis == "anniversary" or time.start < self.dateline:
            return False
        before = {tree.words[a] for a in (tree.tokens[head].head, head, max(head - 1, 0))}
        if before & _NOT_WHEN:
            return False
        return not self._is_after(head) or len(time.edtf) <= len("2010/2011")  # a year

    def _is_after(self, head: int) -> bool:
        """Whether it only says after what: not the day of the event itself, but roughly when."""
        tree = self.tree
        for above in tree.ancestors(head):
            if tree.tokens[above].pos in CLAUSAL:
                return False
            if tree.words[above] in {"after", "following", "since"}:
                return True
        return False

    def _site(self, index: int) -> int | None:
        """The verb or event noun that the time belongs to; None if it only names a thing."""
        tree, nouns = self.tree, {m.head for m in self.matches}
        here, prepositional = self.heads[index], False
        while tree.tokens[here].head != here:
            token, above = tree.tokens[here], tree.tokens[here].head
            if tree.tokens[above].pos in CLAUSAL:
                return self._nearer(above, self.heads[index])
            if above in nouns:
                return above
            if tree.tokens[above].pos == "ADP":
                prepositional = tree.words[above] in _TEMPORAL
            elif token.dep in {"nummod", "compound", "amod", "poss", "nmod", "appos", "npadvmod"}:
                if not self._in_time(above):
                    return None
                prepositional = True
            elif not prepositional and tree.tokens[above].pos in {"NOUN", "PROPN"}:
                if not self._in_time(above):
                    return None
                prepositional = True
            here = above
        if tree.tokens[here].pos in {"ADP", "SCONJ"}:  # the main clause hung under "after the raid"
            return next((i for i in tree.subtree(here) if tree.tokens[i].pos in CLAUSAL), None)
        return here

    def _nearer(self, verb: int, head: int) -> int:
        """The coordinated verb that a time before it belongs to: "left and on Monday returned"."""
        tree = self.tree
        conjunctions = tree.kids(verb, "cc")
        for other in tree.kids(verb, "conj"):
            if any(verb < cc < head < other for cc in conjunctions):
                return self._nearer(other, head)
        return verb

    def _in_time(self, noun: int) -> bool:
        """Whether a noun that carries a date stands under "after", "during" and the like."""
        tree, index = self.tree, noun
        while tree.tokens[index].dep in {"compound", "pobj", "nmod", "poss", "appos", "conj"}:
            index = tree.tokens[index].head
            if tree.tokens[index].pos in {"ADP", "SCONJ", "VERB"}:
                return tree.words[index] in _TEMPORAL and tree.words[index] not in {"from", "over"}
        return False

    def _head(self, time: TimeExpression) -> int:
        """The token of a time expression that hangs on what is outside it."""
        inside = [
            i for i, t in enumerate(self.tree.tokens) if t.start < time.end and t.end > time.start
        ]
        for index in inside:
            if self.tree.tokens[index].head not in inside or self.tree.tokens[index].head == index:
                return index
        return inside[0] if inside else 0

    def _row_head(self) -> TimeExpression | None:
        """A date with which the line begins, parted from the rest by a dash, colon or bar."""
        tree = self.tree
        if not self.times:
            return None
        time = self.times[0]
        rest = [t.text for t in tree.tokens if t.start >= time.end and t.text.strip()]
        lead = [t for t in tree.tokens if t.end <= time.start and t.text not in {"[", "(", "*", "-"}]
        return time if not lead and rest and rest[0] in _OPENING else None

    def _is_anniversary_of(self, index: int, match: Match) -> bool:
        """Whether the anniversary is one of this event."""
        tree = self.tree
        time = self.times[index]
        for above in list(tree.ancestors(match.head))[1:]:
            token = tree.tokens[above]
            if tree.keys[above] == "anniversary" or time.start <= token.start < time.end:
                return True
            if token.pos in CLAUSAL and token.dep not in {"acl", "relcl"}:
                return False
        return False

    def _goes_on(self) -> bool:
        """Whether the sentence tells on in the past tense from where the last one stopped."""
        tree = self.tree
        if any(word in self.dater.later for word in tree.words):
            return False
        root = next((i for i, t in enumerate(tree.tokens) if t.head == i), 0)
        helpers = {tree.words[c] for c in tree.kids(root, "aux")}
        if helpers & {"has", "have", "had", "will", "would", "may"}:
            return False
        return not set(tree.words) & self.dater.habitual or tree.tokens[root].tag == "VBD"

    def _is_news(self, telling: Telling) -> bool:
        """Whether the sentence goes on with the day's story, in the simple past."""
        tree, verb = self.tree, telling.match.anchor
        if self.times or telling.event_type not in _PERFORMED or not self._goes_on():
            return False
        return tree.tokens[verb].tag == "VBD" and tree.tokens[verb].dep in {"ROOT", "conj"}

    def _is_habitual(self, telling: Telling) -> bool:
        tree = self.tree
        for site in self._sites(telling):
            if any(tree.words[c] in self.dater.habitual for c in tree.kids(site, "advmod")):
                return True
            if tree.keys[site] in {"continue", "keep", "use"} and site != telling.match.head:
                return True
        return "times" in [b for a, b in pairwise(tree.words) if a in {"several", "many"}]

    def _is_standing(self, telling: Telling) -> bool:
        """Whether the present tense tells of a state: "recognizes no border"."""
        tag = self.tree.tokens[telling.match.anchor].tag
        return tag in {"VBZ", "VBP"} and bool(set(telling.modes) & _STANDING)

    def _is_spoken_now(self, telling: Telling, sides: frozenset[str | None]) -> bool:
        """Whether the document itself does this by saying it: "we strongly condemn"."""
        tree, verb = self.tree, telling.match.anchor
        if self.dater.published is None or telling.event_type not in _PERFORMED:
            return False
        if set(telling.modes) & _STANDING or not self._is_present(verb):
            return False
        if self._is_first_person(verb):
            return True
        voice = self.dater.reading.voice
        habitual = any(tree.words[c] in self.dater.habitual for c in tree.kids(verb, "advmod"))
        return bool(voice and voice.country in sides and not habitual)

    def _is_present(self, verb: int) -> bool:
        """Whether the finite verb is in the present tense, or promises: "will support"."""
        tree = self.tree
        helpers = tree.kids(verb, "aux", "auxpass")
        if tree.tokens[verb].dep == "acomp":
            helpers = [tree.tokens[verb].head]
        if not helpers:
            return tree.tokens[verb].tag in {"VBP", "VBZ"}
        return all(
            tree.tokens[h].tag in {"VBP", "VBZ"} or tree.words[h] in {"will", "shall"}
            for h in helpers
        ) and not any(tree.words[h] in {"has", "have"} for h in helpers)


def _heading_dates(document: Document, reading: Reading) -> dict[int, TimeExpression]:
    """For each section under a heading that is nothing but a date, that date."""
    found: dict[int, TimeExpression] = {}
    current: TimeExpression | None = None
    for index, section in enumerate(document.sections):
        if section.kind == "title":
            title = document.text[section.start : section.end].strip("# =*\n\t:")
            current = next(
                (
                    time
                    for time in reading.times
                    if section.start <= time.start < section.end
                    and document.text[time.start : time.end].strip() == title
                ),
                None,
            )
        elif current:
            found[index] = current
    return found
