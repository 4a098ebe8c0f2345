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
    inner = tree.lexicon.list("inner")
    arguments = [tree.arguments(deed) for deed in (verb, *tree.kids(verb, "xcomp"))]
    done_to = [n for one in arguments for n in (*one.objects, *one.obliques.get("to", ()))]
    return any(tree.keys[noun] in inner and cast.at(noun) is None for noun in done_to)


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
