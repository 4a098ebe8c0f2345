"""Someone spoken of at a place in a text, and what is nearer in view of two."""

from __future__ import annotations

import msgspec

from dragoman.reading.resolve.lexicon import LOCATIVE, NEUTRAL_SEATS, TITLES, word_set
from dragoman.reading.resolve.nouns import HATED, is_sent, is_sure
from dragoman.reading.resolve.words import SUBJECT, Span, Words
from dragoman.records.readings import Referent

_PERSON = {"he": "person", "she": "person", "speaker": "person"}
_TO_THE_HELD = word_set(
    "free release liberate pardon convict sentence jail imprison hang execute repatriate question"
    " interrogate ransom condemn try"
)


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """Someone, or some thing without referents, spoken of at a place in the text."""

    referents: tuple[Referent, ...]
    sentence: int
    first: int
    last: int
    verb: int
    subject: bool
    many: bool
    phrase: str | None = None
    title: str | None = None
    unknown: bool = False  # a name or an office, though not of anyone known
    own_voice: bool = False  # `we`, which no other pronoun takes up
    adjective: bool = False
    located: bool = False  # `in Iran`: where, rather than who
    noun: str | None = None  # the common noun, or the office, by which it was called
    named: bool = False  # by a name, not only by what they are
    weak: bool = False  # whose state was not said but understood
    sent: bool = False  # an envoy, whose state is not the one where they are
    main: bool = False  # the subject of the sentence's main clause
    passive: bool = False  # the subject to whom it is done
    deed: str = ""  # the verb of which it is the subject that does it
    quoted: bool = False
    other: bool = False  # `its neighbour`, which `its` in the same sentence does not take up
    count: str = ""  # `eleven`, of `eleven Malian sailors`
    modifier: bool = False  # an adjective or possessor, less in view than a noun


def named(words: Words, span: Span, referents: tuple[Referent, ...], *, quoted: bool) -> Seen:
    """Those whom a span means, as seen where it stands."""
    head = words.head_of(span.first, span.last)
    token = words.tokens[head]
    subject = words.is_subject(span.first, span.last)
    return Seen(
        referents=referents,
        sentence=words.index,
        first=span.first,
        last=span.last,
        verb=words.verb_of(head),
        subject=subject,
        many=span.many or len(referents) > 1 or words.has_company(head),
        phrase=(span.agent.office or span.agent.phrase) if span.agent else None,
        title=span.title,
        noun=_noun(words, span),
        named=span.kind == "name",
        weak=span.base == "definite" and (span.agent is None or not is_sure(span.agent)),
        sent=span.agent is not None and is_sent(span.agent),
        main=subject and is_main(words, words.verb_of(head)),
        passive=token.dep == "nsubjpass",
        deed=_deed(words, head) if subject else "",
        quoted=quoted,
        other=span.base == "other",
        unknown=not referents and span.agent is not None and span.agent.kind == "person",
        own_voice=span.base in ("voice", "speaker"),
        count=_count(words, span) if span.many and span.agent else "",
        located=is_located(words, span),
        adjective=span.kind == "adjective",
        modifier=span.kind == "adjective" or token.dep in ("poss", "compound", "amod"),
    )


def _count(words: Words, span: Span) -> str:
    """How many they are said to be."""
    before = range(max(0, span.first - 1), span.last)
    return next((words.at(number) for number in before if words.tokens[number].tag == "CD"), "")


def thing(words: Words, number: int) -> Seen:
    """A noun that is no actor, as seen where it stands."""
    token = words.tokens[number]
    return Seen(
        referents=(),
        sentence=words.index,
        first=number,
        last=number,
        verb=words.verb_of(number),
        subject=token.dep in SUBJECT,
        many=token.tag in ("NNS", "NNPS"),
        noun=token.lemma,
        unknown=token.pos == "PROPN" or token.lemma in TITLES,
        main=token.dep in SUBJECT and is_main(words, words.verb_of(number)),
        deed=_deed(words, number) if token.dep in SUBJECT else "",
    )


def _noun(words: Words, span: Span) -> str | None:
    """What it was called by: `regime`, also where that ends a state's name."""
    if span.agent:
        return span.agent.phrase
    ends = words.at(span.last)
    return span.title or _PERSON.get(span.base) or (ends if ends in HATED else None)


def _deed(words: Words, number: int) -> str:
    """The verb whose doer a subject is; none of one to whom it is done."""
    done_to = words.tokens[number].dep == "nsubjpass"
    return "" if done_to else words.tokens[words.verb_of(number)].lemma


def is_located(words: Words, span: Span) -> bool:
    """Whether it is where something happens: after `in`, or a seat where any may meet."""
    if words.text_of(span.first, span.last).lower() in NEUTRAL_SEATS:
        return True
    number = words.head_of(span.first, span.last)
    while words.tokens[number].dep == "conj" and words.tokens[number].head < number:
        number = words.tokens[number].head
    listed = words.tokens[number].dep == "pobj" and words.at(words.tokens[number].head) in LOCATIVE
    return listed or words.preposition_of(span.first) in LOCATIVE


def is_main(words: Words, verb: int) -> bool:
    """Whether it is a verb of the main clause, or of what is said before the one who says it."""
    for _ in range(4):
        token = words.tokens[verb]
        if token.head == verb:
            return True
        told = token.dep == "ccomp" and verb < token.head  # `Mali gave in, a minister said`
        if token.dep != "conj" and not told:
            return False
        verb = words.verb_of(token.head)
    return False


def is_object(words: Words, at: int) -> bool:
    """Whether the pronoun is, or hangs on, an object: its clause's subject is another."""
    if words.at(at).endswith(("self", "selves")):
        return False
    if words.tokens[at].tag != "PRP" or words.tokens[at].dep not in ("dobj", "dative", "pobj"):
        return False
    number = at
    while words.tokens[number].pos not in ("VERB", "AUX") and words.tokens[number].head != number:
        if words.tokens[number].dep in SUBJECT:  # `none of them`
            return False
        number = words.tokens[number].head
    return True


def is_freed(words: Words, at: int) -> bool:
    """Whether something is done to those who are held: `they were freed`."""
    verb = words.tokens[words.verb_of(at)]
    return words.tokens[at].dep in ("nsubjpass", "dobj") and verb.lemma in _TO_THE_HELD


def same_clause(words: Words, verb: int, clause: int) -> bool:
    """Whether a clause is that of a verb, or hangs on it without a subject of its own."""
    for _ in range(6):
        if verb == clause:
            return True
        if words.tokens[clause].dep not in ("conj", "xcomp", "relcl", "acl", "pcomp"):
            return False
        if words.tokens[clause].dep == "conj" and _has_subject(words, clause):
            return False
        clause = words.verb_of(words.tokens[clause].head)
    return False


def _has_subject(words: Words, verb: int) -> bool:
    return any(token.head == verb and token.dep in SUBJECT for token in words.tokens)


def is_of_its_clause(words: Words, seen: Seen, at: int) -> bool:
    """Whether `our country` is the subject of the very clause in which this word stands."""
    verb = words.verb_of(at)
    while seen.first != seen.last and seen.sentence == words.index:
        if verb == seen.verb:
            return True
        head = words.verb_of(words.tokens[verb].head)
        subjects = (n for n, t in enumerate(words.tokens) if t.head == verb and t.dep in SUBJECT)
        if head == verb or any(n != at for n in subjects):
            return False
        verb = head
    return False


def as_many(seen: Seen) -> Seen:
    """An adjective as the people it speaks of: in `the Palestinian claim`, they."""
    return msgspec.structs.replace(seen, many=True)


def subjects_first(seen: list[Seen]) -> list[Seen]:
    """The last first: subjects, then others, places after them, and modifiers at the end."""
    ordered = sorted(seen, key=lambda one: -one.first)
    subjects = [one for one in ordered if one.subject and not one.modifier]
    others = [one for one in ordered if not one.subject and not one.modifier]
    modifiers = [one for one in ordered if one.modifier]
    return [*subjects, *sorted(others, key=lambda one: one.located), *modifiers]
