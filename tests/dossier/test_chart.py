from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.dossier.render.chart import WIDTH, chart
from dragoman.records.events import MonthOfRelation

MONTHS = st.builds(
    "{:04d}-{:02d}".format, st.integers(min_value=1, max_value=9999), st.integers(1, 12)
)


HALVES = st.integers(0, 1000).map(lambda number: number / 2)


@given(st.dictionaries(MONTHS, st.tuples(HALVES, HALVES), min_size=1))
def test_every_bar_stands_within_the_drawing(months: dict[str, tuple[float, float]]) -> None:
    series = [
        MonthOfRelation(month=month, events=1, score=up - down, cooperation=up, conflict=-down)
        for month, (up, down) in sorted(months.items())
    ]
    drawn = chart(series)
    assert len(drawn.bars) == len(series)
    for bar in drawn.bars:
        assert bar.up <= drawn.line + 0.1
        assert drawn.line + bar.down <= drawn.height
        assert -13 <= bar.x <= WIDTH
    assert [bar.x for bar in drawn.bars] == sorted(bar.x for bar in drawn.bars)
