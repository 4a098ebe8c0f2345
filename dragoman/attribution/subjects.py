"""Who does the saying: the subject of a reporting verb, however the sentence is turned."""

from __future__ import annotations

from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.syntax import Tree


def speaker_of(tree: Tree, verb: int, words: Lexicon) -> int | None:
    """The noun whose word a verb reports."""
    citing = citing_verb(tree, verb, words)
    if citing is not None:
        return quoted_by(tree, citing)
    if is_passive(tree, verb):
        return agent(tree, verb)
    if tree[verb].dep == "parataxis":
        near = subject_between_commas(tree, verb)
        return tree.subject(verb) if near is None else near
    subject = tree.subject(verb)
    return _noun_before(tree, verb) if subject is None else subject


def _noun_before(tree: Tree, verb: int) -> int | None:
    """The noun right before a finite verb, its subject whatever the parse made of it."""
    finite = verb > 0 and tree[verb].tag in {"VBD", "VBZ", "VBP"}
    return verb - 1 if finite and tree[verb - 1].pos in {"NOUN", "PROPN", "PRON"} else None


def citing_verb(tree: Tree, verb: int, words: Lexicon) -> int | None:
    """The "quoted" of "quoted X as saying", for its "saying"."""
    preposition = tree.parent(verb)
    if tree[verb].dep != "pcomp" or preposition is None or tree.lemma(preposition) != "as":
        return None
    return next((n for n in tree.path(preposition) if tree.lemma(n) in words.words["citing"]), None)


def quoted_by(tree: Tree, citing: int) -> int | None:
    """Who is quoted: "quoted X as saying", "X was quoted as saying"."""
    quoted = tree.child(citing, "nsubjpass", "dobj")
    return tree.subject(citing) if quoted is None else quoted


def agent(tree: Tree, verb: int) -> int | None:
    """The noun after the "by" of a passive."""
    by = tree.child(verb, "agent")
    if by is None:
        by = next((c for c in tree.children(verb, "prep") if tree.lemma(c) == "by"), None)
    return None if by is None else tree.child(by, "pobj")


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether a verb is passive; a participle with a subject or object of its own cannot be."""
    participle = tree[verb].dep in {"acl", "advcl"} and tree[verb].tag == "VBN"
    helped = any(tree.lemma(child) == "have" for child in tree.children(verb, "aux"))
    bare = participle and not helped and tree.child(verb, "dobj", "nsubj") is None
    return tree.child(verb, "auxpass") is not None or bare


def subject_between_commas(tree: Tree, verb: int) -> int | None:
    """The subject in a stretch that holds nothing but it and its verb: ", it said"."""
    nouns: list[int] = []
    for index in reversed(range(verb)):
        if tree[index].pos == "PUNCT":
            return _head(tree, nouns) if tree[index].text == "," else None
        if tree[index].pos in {"VERB", "AUX", "SCONJ"}:
            return None
        if tree[index].pos in {"NOUN", "PROPN", "PRON"}:
            nouns.append(index)
    return None


def _head(tree: Tree, nouns: list[int]) -> int | None:
    """The noun of a phrase on which its other nouns hang; the last one, if none does."""
    heads = [noun for noun in nouns if tree[noun].head not in nouns and tree[noun].dep != "pobj"]
    return next(iter(heads or nouns), None)


def attachment(tree: Tree, noun: int) -> int:
    """What a phrase after "by X" belongs to: "accused by X of lying" tells of the accusation."""
    by = tree.parent(noun)
    if tree[noun].dep != "pobj" or by is None or tree.lemma(by) != "by":
        return noun
    governor = tree.parent(by)
    return noun if governor is None else governor
