"""Who does the saying: the subject of a reporting verb, however the sentence is turned."""

from __future__ import annotations

from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.syntax import Tree

_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


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
    strayed = subject is None or tree[verb].dep == "advcl"
    near = _noun_before(tree, verb) if strayed else None
    return subject if near is None else near


def _noun_before(tree: Tree, verb: int) -> int | None:
    """The noun right before a finite verb, or before what is set in between two commas."""
    if verb == 0 or tree[verb].tag not in {"VBD", "VBZ", "VBP"}:
        return None
    before = verb - 1
    if tree[before].text == ",":
        opening = next((i for i in reversed(range(before)) if tree[i].text == ","), 0)
        before = opening - 1
        if before < 0:
            return None
        named = tree[before].text[0].isupper()  # a name, if the parse does not know it as one
        return before if named or tree[before].pos in _NOUNS else None
    return before if tree[before].pos in _NOUNS and tree[before].dep != "pobj" else None


def is_expletive(tree: Tree, subject: int, words: Lexicon) -> bool:
    """Whether an "it" means nobody: "it is likely that", "it is hard to believe that"."""
    verb = tree.parent(subject)
    if tree.word(subject) != "it" or verb is None:
        return False
    said = tree.children(verb, "acomp", "attr", "oprd")
    assessed = any(
        tree.lemma(word) in words.complements or tree.lemma(word) in words.words["hard"]
        for word in said
    )
    return assessed or (bool(said) and tree.child(verb, "xcomp") is not None)


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
    noun = tree.parent(verb)
    if participle and noun is not None and tree.parent(noun) is None and tree[noun].pos in _NOUNS:
        participle = tree.child(verb, "ccomp") is None  # else it is the sentence's finite verb
    helped = any(tree.lemma(child) == "have" for child in tree.children(verb, "aux"))
    bare = participle and not helped and tree.child(verb, "dobj", "nsubj") is None
    return tree.child(verb, "auxpass") is not None or bare


def subject_between_commas(tree: Tree, verb: int) -> int | None:
    """The subject in a stretch that holds nothing but it and its verb: ", it said"."""
    nouns: list[int] = []
    for index in reversed(range(verb)):
        if tree[index].pos == "PUNCT":
            return _head(tree, nouns) if tree[index].text == "," else None
        if tree[index].pos in {"VERB", "AUX", "SCONJ"} or tree[index].tag in {"WDT", "WP"}:
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
