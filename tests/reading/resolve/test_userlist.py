from __future__ import annotations

import pytest

from dragoman.errors import CatalogueError
from dragoman.reading.resolve.userlist import user_lines


def test_header_comments_and_empty_lines_are_left_out() -> None:
    lines = ["name,alias,country,sector,from,to", "", "# ours", "River Pact,,IGO,IGO,,"]
    (line,) = user_lines(lines)
    assert (line.name, line.alias, line.country, line.sector) == (
        "River Pact",
        "River Pact",
        "IGO",
        "IGO",
    )


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        (",alias,PRK,GOV,,", "no name"),
        ("A,a,Korea,GOV,,", "'Korea'"),
        ("A,a,PRK,KING,,", "'KING'"),
        ("A,a,PRK,GOV,yesterday,", "'yesterday'"),
        ("A,a,PRK,GOV,1999,1990", "end lies before"),
        ("A,a,PRK,GOV,,,,x", "8 columns"),
    ],
)
def test_a_wrong_line_is_refused_by_its_number(wrong: str, named: str) -> None:
    with pytest.raises(CatalogueError, match=f"line 3: .*{named}"):
        list(user_lines(["name,alias,country,sector,from,to", "Good,,PRK,GOV,,", wrong]))
