from __future__ import annotations

import msgspec

from dragoman.corroboration.block import FAMILIES, block
from dragoman.ontology import plover
from tests.factories import make_claim, make_participant


def test_the_order_of_sides_does_not_matter() -> None:
    there = make_claim(actors=("PRK",), recipients=("PSE",))
    back = make_claim(actors=("PSE",), recipients=("PRK",))
    assert block(there) == block(back) == "PRK+PSE/relate"


def test_neighbouring_types_share_a_block_and_opposites_do_not() -> None:
    kinds = ("AGREE", "SUPPORT", "ACCUSE")
    agree, support, accuse = (make_claim(event_type=kind) for kind in kinds)
    assert block(agree) == block(support) != block(accuse)


def test_every_type_of_the_codebook_has_a_family() -> None:
    assert FAMILIES.keys() == plover().types.keys()


def test_one_side_is_enough_and_none_is_a_block_of_its_own() -> None:
    half = make_claim(recipients=())
    lost, also_lost = (
        make_claim(text, actors=(), recipients=()) for text in ("They met.", "They met again.")
    )
    assert block(half) == "PRK/relate"
    assert block(lost) != block(also_lost)


def test_who_has_no_country_stands_under_a_name() -> None:
    claim = make_claim(actors=(), recipients=("PSE",))
    group = make_participant("", name="The League")
    assert block(msgspec.structs.replace(claim, actors=(group,))) == "PSE+the league/relate"


def test_all_who_recognise_one_side_share_a_block() -> None:
    claims = [
        make_claim(modes=("recognize",), actors=(by,), recipients=("PSE",)) for by in ("PRK", "SYR")
    ]
    mutual = make_claim(modes=("recognize",), actors=("PRK", "PSE"), recipients=())
    assert {block(claim) for claim in claims} == {"PSE/recognize"}
    assert block(mutual) == "PRK+PSE/relate"
