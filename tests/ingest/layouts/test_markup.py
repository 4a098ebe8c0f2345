from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ingest.layouts.markup import extent


@pytest.mark.parametrize(
    ("page", "depth"),
    [
        ("<div><div></div><div><b>x</b></div></div>", 3),
        ("<p>a<p>b<p>c<br><li>d<li>e", 0),
        ("<ul><li><ul><li>a</ul></ul><table><tr><td>b</table><div>", 4),
        ("</div></div><div>", 1),
        ("<!-- <div><div> --><div>", 1),
        ("<script>'<div><div>'</script><div>", 1),
        ("<div><!-- <div><div>", 1),
        ("a < b and c > d", 0),
    ],
)
def test_depth_is_counted_without_a_parser(page: str, depth: int) -> None:
    assert extent(page, 100)[1] == depth


def test_counting_ends_beyond_the_stop() -> None:
    assert extent("<div>" * 1000, 10) == (11, 11)


@given(st.text(alphabet=st.sampled_from("<>/!-divp \"'"), max_size=80))
def test_any_page_has_an_extent(page: str) -> None:
    count, depth = extent(page, 50)
    assert 0 <= depth <= count
