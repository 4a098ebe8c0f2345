"""Participles between commas that the parser took for the verb: "Peru, | asked to go, stayed"."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.records.readings import Token

_PAST = frozenset({"VBD", "VBN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_JOINED = frozenset({"conj", "dep"})
_HELPING = frozenset({"aux", "auxpass", "cc", "dobj"})  # what such a participle never has


def participles(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens, with the verb after the second comma as the one of the subject."""
    found = list(tokens)
    for verb in range(2, len(tokens) - 2):
        if tokens[verb].tag not in _PAST or tokens[verb - 1].text != ",":
            continue
        subject, main = _subject(verb, tokens), _main(verb, tokens)
        if subject is not None and main is not None:
            if tokens[main].head == verb:
                head = main if tokens[verb].head == verb else tokens[verb].head
                found[main] = replace(tokens[main], dep=tokens[verb].dep, head=head)
            found[subject] = replace(tokens[subject], head=main)
            found[verb] = replace(tokens[verb], tag="VBN", dep="acl", head=subject)
    return tuple(found)


def _subject(verb: int, tokens: tuple[Token, ...]) -> int | None:
    """Its subject before the comma, if it has nothing that makes it a finite verb."""
    below = [i for i, token in enumerate(tokens) if token.head == verb and i != verb]
    if any(tokens[i].dep in _HELPING for i in below):
        return None
    return next((i for i in below if tokens[i].dep in _SUBJECTS and i < verb - 1), None)


def _main(verb: int, tokens: tuple[Token, ...]) -> int | None:
    """The verb after the next comma, without a subject of its own."""
    joined = (i for i, t in enumerate(tokens) if t.head == verb and t.dep in _JOINED and i > verb)
    over = tokens[verb].head
    beside = [over] if tokens[verb].dep == "parataxis" and over > verb else []
    main = next((i for i in (*joined, *beside) if tokens[i].pos in {"VERB", "AUX"}), None)
    if main is None:
        return None
    own = any(t.head == main and t.dep in _SUBJECTS for t in tokens)
    parted = any(token.text == "," for token in tokens[verb + 1 : main])
    return main if parted and not own else None
