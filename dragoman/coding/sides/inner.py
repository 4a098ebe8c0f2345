"""What a state does at home: "rigged the election", "took power", "overthrew his father"."""

from __future__ import annotations

from dragoman.coding.sides.cast import Cast
from dragoman.coding.sides.partners import BODIES, Partners
from dragoman.coding.sides.side import Side, countries_of
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling

_TO_ONESELF = frozenset(
    {"AGREE", "ASSAULT", "COERCE", "CONCEDE", "MOBILIZE", "REJECT", "RETREAT"},
)
_CURBS = frozenset({"ban", "curb", "limit", "limitation", "prohibition", "restriction", "state"})
_IMPOSED = frozenset({"censorship", "curfew", "emergency", "bill", "budget", "motion"})
_GATHERED = frozenset({"assembly", "gathering", "movement", "press", "rally", "union"})
OF_LAW = frozenset({"COP", "JUD"})  # sectors of those who deal with their own
_JOINING = frozenset({"accede", "become", "enter", "join", "rejoin"})
# Whom one overthrows is at home.
TOPPLING = frozenset({"depose", "oust", "overthrow", "topple", "unseat"})


def is_inner(tree: Tree, cast: Cast, telling: Telling) -> bool:
    """Whether it is done to what one has at home, so that nobody abroad is meant."""
    verb = telling.match.anchor
    if telling.event_type == "SUPPORT":
        return _is_membership(tree, cast, verb)
    if telling.event_type not in _TO_ONESELF:
        return False
    inner = inner_words(tree)
    return any(tree.keys[n] in inner and cast.at(n) is None for n in done_to(tree, telling))


def inner_words(tree: Tree) -> frozenset[str]:
    """What a state has at home, and what its rulers pass, impose or ban there."""
    return tree.lexicon.list("inner") | _IMPOSED | _GATHERED


def done_to(tree: Tree, telling: Telling) -> list[int]:
    """What it is done to, and what that curbs: "lifted the ban on parties"."""
    verb = telling.match.anchor
    arguments = [tree.arguments(deed) for deed in (verb, *tree.kids(verb, "xcomp"))]
    nouns = [n for one in arguments for n in (*one.objects, *one.obliques.get("to", ()))]
    places = [tree.obliques(noun) for noun in nouns if tree.keys[noun] in _CURBS]
    places += [one.obliques for one in arguments] if places else []
    return [*nouns, *(n for place in places for word in ("on", "of") for n in place.get(word, ()))]


def _is_membership(tree: Tree, cast: Cast, verb: int) -> bool:
    """Whether it is a body that is joined: "joined the bloc", "became a member of the union"."""
    joined = [*tree.arguments(verb).objects, *tree.kids(verb, "attr")]
    said = (*joined, *tree.obliques(verb).get("with", ()))
    beside = cast.side(m for noun in said for i in tree.subtree(noun) for m in cast.named_by(i))
    named = countries_of(beside) - BODIES  # "an alliance with Chad"
    return bool(joined) and tree.keys[verb] in _JOINING and not named


def own_home(partners: Partners, telling: Telling, actors: Side) -> set[str]:
    """The one country that the text is about, to whose people its own do something."""
    home = partners.home
    return {home} & countries_of(actors) if home and telling.event_type != "SANCTION" else set()
