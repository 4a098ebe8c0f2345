"""A question turned into the sentence that would answer it.

"Did Iran visit Cuba?" becomes "Iran did visit Cuba.", and "Who visited Cuba?" becomes the same
of a stand-in, so that questions are read and coded by what reads and codes all other sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.asking.forms import AUXILIARY, Form
from dragoman.asking.verbs import past, third_person
from dragoman.records.readings import Reading, Token

# States that stand in for whoever is asked about: seldom in the news, and short to parse.
STAND_INS = ("Iceland", "Fiji", "Malta", "Bhutan", "Samoa")

_DENIAL = re.compile(
    r"(?P<who>.+?) (?:(?:has|have|had|did|does|do) )?(?:deny|denies|denied) (?P<what>.+)",
    re.IGNORECASE,
)


def statements(asked: Form, reading: Reading, stand_in: str) -> Iterator[str]:
    """Sentences that would answer, the likeliest to be read well first; `reading` is the rest's."""
    if asked.unknown in {"actor", "speaker"}:
        yield from map(_sentence, _tenses(stand_in, *asked.rest.partition(" ")[::2]))
    elif (parts := _parts(asked.rest, reading)) is None:
        yield _sentence(asked.rest if _has_verb(reading) else f"There were {asked.rest}")
    else:
        subject, auxiliary, predicate = parts
        told = f"{predicate} {stand_in}" if asked.unknown == "recipient" else predicate
        if asked.object:  # "send to Peru" and "letters" make "send letters to Peru"
            verb, _, rest = predicate.partition(" ")
            told = f"{verb} {asked.object} {rest}"
        yield from map(_sentence, _tenses(subject, auxiliary, told))


def of_unknown_name(asked: Form, reading: Reading, stand_in: str) -> tuple[str, list[str]] | None:
    """A subject whom no catalogue knows, or several do, and the sentences with a stand-in for it.

    "Did Castro visit Peru?" may mean one of three, but tells what was done.
    """
    parts = None if asked.unknown else _parts(asked.rest, reading)
    if parts is None or not _is_name(parts[0], reading):
        return None
    subject, auxiliary, predicate = parts
    return subject, list(map(_sentence, _tenses(stand_in, auxiliary, predicate)))


def undenied(told: str) -> tuple[str, str] | None:
    """Of a sentence that tells of a denial, who denies, and a sentence of what is denied."""
    match = _DENIAL.fullmatch(told.rstrip("."))
    if match is None:
        return None
    who, what = match["who"], match["what"]
    if what.startswith("that "):
        return who, _sentence(what.removeprefix("that "))
    if what.startswith("having "):
        return who, _sentence(f"{who} had {what.removeprefix('having ')}")
    doing = what.partition(" ")[0].endswith("ing")
    return who, _sentence(f"{who} was {what}" if doing else f"There was {what}")


def _sentence(told: str) -> str:
    plain = " ".join(told.split())
    return plain[:1].upper() + plain[1:] + "."


def _tenses(subject: str, auxiliary: str, predicate: str) -> Iterator[str]:
    """The clause with its auxiliary, and without, in the tense that this gives the verb."""
    verb, _, rest = predicate.partition(" ")
    if auxiliary in {"will", "would"}:  # the deed itself; what is planned is asked of the record
        yield f"{subject} did {predicate}"
    yield f"{subject} {auxiliary} {predicate}"
    if auxiliary == "did":
        yield f"{subject} {past(verb)} {rest}"
    elif auxiliary in {"do", "does"}:
        yield f"{subject} {third_person(verb)} {rest}"


def _has_verb(reading: Reading) -> bool:
    return any(t.pos == "VERB" and t.dep == "ROOT" for s in reading.sentences for t in s.tokens)


def _parts(rest: str, reading: Reading) -> tuple[str, str, str] | None:
    """Subject, auxiliary and what follows of a clause that begins with its auxiliary."""
    match = re.match(rf"(?P<auxiliary>{AUXILIARY})\s+(?P<clause>.+)", rest, re.IGNORECASE)
    if match is None:
        return None
    end = _end_of_subject(reading, match.start("clause"))
    return rest[match.start("clause") : end].strip(), match[1].lower(), rest[end:].strip()


def _is_name(subject: str, reading: Reading) -> bool:
    """Whether it is a name, and one that the reader made nothing of."""
    tokens = [token for sentence in reading.sentences for token in sentence.tokens]
    named = [token for token in tokens if token.text in subject.split()]
    meant = [m for m in reading.mentions if m.referents and any(m.start == t.start for t in named)]
    return bool(named) and not meant and all(token.pos == "PROPN" for token in named)


def _end_of_subject(reading: Reading, start: int) -> int:
    """Where the subject that begins at a place ends: behind its names, or before the verb."""
    tokens = [token for sentence in reading.sentences for token in sentence.tokens]
    after = [token for token in tokens if token.start >= start]
    end = _end_of_names(reading, after, start)
    if end is not None:
        return end
    for number, token in enumerate(after):
        if number and token.pos in {"VERB", "AUX"}:
            return token.start
    return after[0].end if after else start


def _end_of_names(reading: Reading, after: Sequence[Token], start: int) -> int | None:
    """Where the names end with which the subject begins; None if it begins with no name."""
    end, noun_expected = None, False
    for token in after:
        mention = next((m for m in reading.mentions if m.start <= token.start < m.end), None)
        if end is not None and token.start < end:
            continue
        if mention is not None and mention.kind != "adjective":
            end = mention.end
        elif mention is not None:  # "Palestinian", of "a Palestinian delegation"
            noun_expected = True
        elif noun_expected and token.pos in {"NOUN", "PROPN"}:
            end, noun_expected = token.end, False
        elif end is None and token.pos in {"DET", "ADJ", "PROPN"}:
            continue
        elif end is not None and token.text in {"'s", "’s"}:
            end = _after_possessed(after, token.end)
        elif end is None or token.text not in {"and", ",", "or", "both"}:
            break
    return end if end is not None and end > start else None


def _after_possessed(after: Sequence[Token], place: int) -> int:
    """The end of what a name owns, as "president" in "Iran's president"."""
    for token in after:
        if token.start >= place:
            if token.pos in {"NOUN", "PROPN", "ADJ"}:
                place = token.end
            else:
                break
    return place
