from __future__ import annotations

from typing import Any

import pytest

from dragoman.records.honours import Honour


def honour(holder: str, teller: str, **fields: Any) -> Honour:
    values: dict[str, Any] = {
        "rank": "first",
        "of": "actor",
        "act": ("AID",),
        "sides": ("NPL",),
        "words": ("ric",),
        "published": "1990-05-20",
        "claim": f"clm_{holder}",
        **fields,
    }
    return Honour(holder=holder, teller=teller, **values)


KENYA = honour("KEN", "Daily")


@pytest.mark.parametrize(
    ("other", "excluded"),
    [
        (honour("PER", "Weekly"), True),
        (honour("PER", "Weekly", published="1990-06-20"), True),
        (honour("KEN+PER", "Weekly"), False),  # both, says the other
        (honour("PER", "Daily"), False),  # its own teller
        (honour("PER", "Weekly", rank="only"), False),
        (honour("PER", "Weekly", among="andean"), False),
        (honour("PER", "Weekly", since=("flood",)), False),
        (honour("PER", "Weekly", sides=("CHN",)), False),
        (honour("PER", "Weekly", act=("SUPPORT",)), False),
        (honour("PER", "Weekly", words=("tent", "rop")), False),
        (honour("PER", "Weekly", words=()), False),
        (honour("PER", "Weekly", published="1999-05-20"), False),  # of another need
        (honour("PER", "Weekly", published=None), False),
    ],
)
def test_only_two_holders_of_one_rank_in_one_act_exclude_each_other(
    other: Honour, excluded: bool
) -> None:
    assert KENYA.excludes(other) is excluded
    assert other.excludes(KENYA) is excluded


def test_what_is_told_of_for_years_needs_no_common_time() -> None:
    one = honour("KEN", "Daily", lasting=True)
    assert one.excludes(honour("PER", "Weekly", lasting=True, published="1999"))


@pytest.mark.parametrize(("year", "excluded"), [("1985", True), ("1995", False)])
def test_the_only_one_is_so_as_far_as_its_teller_can_know(year: str, excluded: bool) -> None:
    only = {"rank": "only", "act": ("SUPPORT", "recognize")}
    one = honour("KEN", "Daily", **only, published="1990", occurred="1980")
    assert (
        one.excludes(honour("PER", "Weekly", **only, published="1999", occurred=year)) is excluded
    )


def test_two_deeds_differ_by_their_dates() -> None:
    one, other = (honour(year, "Daily", of="deed") for year in ("1954", "1961"))
    late = honour("1961", "Weekly", of="deed")
    assert one.excludes(late)
    assert not one.excludes(honour("1954-05", "Weekly", of="deed"))
    assert not one.excludes(other)
