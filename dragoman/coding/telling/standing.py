"""Whether an event is told at all, or only supposed, aimed at, due, or nobody's intention."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.syntax import Tree
from dragoman.coding.tense import is_present
from dragoman.coding.voice import FINITE

COMPLEMENTS = frozenset(
    {"xcomp", "ccomp", "pcomp", "prep", "dobj", "pobj", "conj", "acl", "dative", "oprd"}
    | {"advmod", "acomp", "nsubjpass"}
)
_OUGHT = frozenset({"should", "ought", "must"})
_IF = frozenset({"if", "unless", "lest"})
_ASKING = frozenset(
    {"ask", "know", "learn", "say", "see", "sure", "tell", "uncertain", "unclear", "wonder"}
)
_AWAITING = frozenset({"until", "till"})
_INVERTING = frozenset({"should", "had", "were"})
_NO_CONDITION = frozenset({"nor", "neither", "so", "only", "sooner", "hardly", "scarcely"})
_TOLD = frozenset({"has", "have", "had", "was", "were", "did"})


def governors(tree: Tree, index: int) -> Iterator[int]:
    """The token and those over it, as far as its clause goes: what a semicolon parts is another."""
    yield index
    while tree.tokens[index].head != index:
        below, index = index, tree.tokens[index].head
        first, last = sorted((below, index))
        if ";" in tree.words[first:last] or starts_clause(tree, below):
            return
        yield index


def starts_clause(tree: Tree, index: int) -> bool:
    """Whether a coordinated verb is finite, so that nothing governs it that governs the first."""
    token = tree.tokens[index]
    helpers = {tree.tokens[c].tag for c in tree.kids(index, "aux", "auxpass")}
    return token.dep == "conj" and bool(({token.tag} | helpers) & FINITE)


def is_reported(tree: Tree, index: int) -> bool:
    """Whether a clause tells what is so: "that Chad has left", "the claim that Chad has left"."""
    token = tree.tokens[index]
    helpers = tree.kids(index, "aux", "auxpass")
    claimed = token.dep == "acl" and any(tree.words[c] == "that" for c in tree.kids(index, "mark"))
    if not (claimed or token.dep == "ccomp") or any(tree.tokens[c].tag == "MD" for c in helpers):
        return False
    words = {tree.words[c] for c in helpers}
    return token.tag == "VBD" or bool(words & _TOLD) or (token.tag == "VBG" and bool(words))


def is_supposed(tree: Tree, index: int) -> bool:
    """Whether the event stands in a condition: "if it attacks", "unless"."""
    for above in governors(tree, index):
        marks = {tree.words[c] for c in tree.kids(above, "mark", "advmod")}
        if tree.tokens[above].dep == "advcl" and marks & _IF:
            return not _is_asked(tree, above)
        if marks & _AWAITING and is_present(tree, above):
            return True  # "until the treaty is signed"
        if _is_inverted(tree, above):
            return True
        if tree.tokens[above].pos in CLAUSAL and tree.tokens[above].dep not in COMPLEMENTS:
            return False
    return False


def has_condition(tree: Tree, verb: int) -> bool:
    """Whether a condition hangs on it: "will attack | if Chad does not leave"."""
    return any(_is_condition(tree, clause) for clause in tree.kids(verb, "advcl"))


def _is_condition(tree: Tree, verb: int) -> bool:
    marks = {tree.words[c] for c in tree.kids(verb, "mark", "advmod")}
    return bool(marks & _IF) or _is_inverted(tree, verb)


def _is_asked(tree: Tree, verb: int) -> bool:
    """Whether its "if" is a "whether": "nobody can say | if Chad attacked"."""
    head = tree.tokens[verb].head
    marks = [c for c in tree.kids(verb, "mark", "advmod") if tree.words[c] == "if"]
    return tree.keys[head] in _ASKING and bool(marks) and marks[0] - head in {1, 2}


def _is_inverted(tree: Tree, verb: int) -> bool:
    """Whether it is a condition without "if": "Should Chad agree, …"."""
    if tree.words[-1] == "?":
        return False
    subjects = tree.kids(verb, "nsubj", "nsubjpass")
    helpers = [c for c in tree.kids(verb, "aux", "auxpass") if tree.words[c] in _INVERTING]
    lead = helpers and (helpers[0] == 0 or tree.words[helpers[0] - 1] not in _NO_CONDITION)
    return bool(lead and subjects and helpers[0] < subjects[0])


def is_purpose(tree: Tree, index: int) -> bool:
    """Whether it is what something is for: "came to help", "the right to help"."""
    if is_disowned(tree, index):
        return False
    if tree.tokens[index].tag in {"VB", "VBG"}:
        index = tree.first(index)
    token = tree.tokens[index]
    if token.dep == "pcomp":  # "views on restoring relations"
        noun = tree.tokens[token.head].head
        return tree.words[token.head] != "by" and tree.tokens[noun].pos not in CLAUSAL
    if not any(tree.words[c] == "to" for c in tree.kids(index, "aux")):
        return False
    if token.dep in {"acl", "relcl"}:
        doers = tree.lexicon.list("told") | tree.lexicon.list("doers")
        return tree.keys[token.head] not in doers and not is_announced(tree, index)
    return token.dep == "advcl" and not _is_among_doers(tree, token.head)


def _is_among_doers(tree: Tree, verb: int) -> bool:
    """Whether it is "became the first country in the region | to do it"."""
    nouns = [*tree.kids(verb, "attr"), *tree.obliques(verb).get("among", ())]
    if tree.keys[verb] not in {"be", "become"}:
        return False
    ranked = [*nouns, *(c for n in nouns for c in tree.kids(n, "amod"))]
    doers = tree.lexicon.list("told") | tree.lexicon.list("doers")
    return any(tree.keys[n] in doers for n in ranked)


def is_announced(tree: Tree, verb: int) -> bool:
    """Whether it is "announced plans | to do it"."""
    noun = tree.tokens[verb].head
    governor = tree.keys[tree.tokens[noun].head]
    planned = tree.keys[noun] in tree.lexicon.list("plans")
    return planned and governor in tree.lexicon.list("announcing")


def is_disowned(tree: Tree, verb: int) -> bool:
    """Whether it is "has no intention | of doing it", or "no plans to"."""
    token = tree.tokens[verb]
    if token.dep not in {"pcomp", "acl"}:
        return False
    noun = tree.tokens[token.head].head if token.dep == "pcomp" else token.head
    planned = tree.keys[noun] in tree.lexicon.list("plans")
    return planned and any(tree.words[c] == "no" for c in tree.kids(noun, "det"))


def is_due(tree: Tree, verb: int) -> bool:
    """Whether it is only said that it ought to be: "should withdraw"."""
    helpers = {tree.words[c] for c in tree.kids(verb, "aux")}
    return bool(helpers & _OUGHT) and "have" not in helpers
