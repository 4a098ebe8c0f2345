"""What a state does at home: "rigged the election", "took power", "overthrew his father"."""

from __future__ import annotations

from dragoman.coding.sides.cast import Cast
from dragoman.coding.sides.partners import Partners
from dragoman.coding.sides.side import Side, countries_of
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling

_TO_ONESELF = frozenset(
    {"AGREE", "ASSAULT", "COERCE", "CONCEDE", "MOBILIZE", "REJECT", "RETREAT"},
)


def is_inner(tree: Tree, cast: Cast, telling: Telling) -> bool:
    """Whether it is done to what one has at home, so that nobody abroad is meant."""
    if telling.event_type not in _TO_ONESELF:
        return False
    verb, inner = telling.match.anchor, tree.lexicon.list("inner")
    arguments = [tree.arguments(deed) for deed in (verb, *tree.kids(verb, "xcomp"))]
    done_to = [n for one in arguments for n in (*one.objects, *one.obliques.get("to", ()))]
    return any(tree.keys[noun] in inner and cast.at(noun) is None for noun in done_to)


def own_home(partners: Partners, telling: Telling, actors: Side) -> set[str]:
    """The one country that the text is about, to whose people its own do something."""
    home = partners.home
    return {home} & countries_of(actors) if home and telling.event_type != "SANCTION" else set()
