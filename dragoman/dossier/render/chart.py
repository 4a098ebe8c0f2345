"""The months of a relation as bars: where each stands and how high, for whatever draws them."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records.codec import Record
from dragoman.records.events import MonthOfRelation

WIDTH, HEIGHT = 720, 150
_ROOM = 18  # under the bars, for the years
_LABELS = 8  # years named, at most


class Bar(Record, frozen=True, kw_only=True):
    """One month; `title` says in words what it shows."""

    x: float
    width: float
    up: float  # height of cooperation, above the line
    down: float  # of conflict, below it
    title: str


class Chart(Record, frozen=True, kw_only=True):
    """Bars on a line of time, in units of the drawing."""

    width: int
    height: int
    line: float  # where score 0 lies, from the top
    bars: tuple[Bar, ...]
    years: tuple[tuple[float, str], ...]


def chart(series: Sequence[MonthOfRelation]) -> Chart:
    """The bars of these months, each in its place in time."""
    first, last = _number(series[0]), _number(series[-1])
    step = WIDTH / (last - first + 1)
    most = max(month.cooperation for month in series)
    least = min(month.conflict for month in series)
    scale = (HEIGHT - _ROOM) / ((most - least) or 1.0)
    width = max(2.0, min(step * 0.8, 24.0))
    return Chart(
        width=WIDTH,
        height=HEIGHT,
        line=round(most * scale, 1),
        bars=tuple(
            Bar(
                x=round((_number(month) - first + 0.5) * step - width / 2, 1),
                width=round(width, 1),
                up=round(month.cooperation * scale, 1),
                down=round(-month.conflict * scale, 1),
                title=f"{month.month}: {month.events} events, score {month.score:+g}",
            )
            for month in series
        ),
        years=tuple(_years(first, last, step)),
    )


def _number(month: MonthOfRelation) -> int:
    """Months since the year 0."""
    year, _, number = month.month.rpartition("-")
    return int(year) * 12 + int(number) - 1


def _years(first: int, last: int, step: float) -> list[tuple[float, str]]:
    years = range(first // 12, last // 12 + 1)
    apart = -(-len(years) // _LABELS)
    places = ((max(0.0, (year * 12 - first) * step), year) for year in years[::apart])
    return [(round(x, 1), str(year)) for x, year in places if x < WIDTH - 30]
