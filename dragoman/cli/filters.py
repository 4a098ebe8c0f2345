"""`when`, `who` and `classify`: JSON Lines in, the same lines with an answer added out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import msgspec
import typer

from dragoman.cli.terminal import FAILURE, ActorsOption, app_with, emit, say
from dragoman.errors import DataError
from dragoman.records.codec import encode
from dragoman.records.dates import is_edtf

Line = dict[str, Any]


def when() -> None:
    """Add to each line {"text","date"} its "dates": text, start, end, EDTF and basis.

    Example: echo '{"text": "They met last Friday.", "date": "2023-03-14"}' | dragoman when
    """
    app = app_with()
    _filter(lambda line: {"dates": app.when(_text(line), _date(line))})


def who(actors: ActorsOption = None) -> None:
    """Add to each line {"text","date"} its "actors": text, start, end, name, country, sector.

    A line may say in "source_country" whose text it is; "our country" then means that one.

    Example: echo '{"text": "Pyongyang thanked the Palestinians."}' | dragoman who
    """
    app = app_with(actors=actors)
    _filter(lambda line: {"actors": app.who(_text(line), _date(line), _country(line))})


def classify() -> None:
    """Add to each line {"text","actor":[a,b],"recipient":[a,b]} its "event_type" and "scores".

    Example: echo '{"text": "Cuba left.", "actor": [0,4], "recipient": null}' | dragoman classify
    """
    app = app_with()
    _filter(lambda line: app.classify(_text(line), _span(line, "actor"), _span(line, "recipient")))


def _filter(answer: Callable[[Line], Line]) -> None:
    """Streams lines through; a wrong line is named, and the rest goes on."""
    wrong = 0
    for number, raw in enumerate(sys.stdin.buffer, start=1):
        if not raw.strip():
            continue
        try:
            line = msgspec.json.decode(raw, type=Line)
            emit(encode(line | answer(line)))
        except (msgspec.DecodeError, DataError) as error:
            wrong += 1
            say(f"line {number}: {error}; mend the line, it was left out")
    if wrong:
        raise typer.Exit(FAILURE)


def _text(line: Line) -> str:
    text = line.get("text")
    if not isinstance(text, str):
        raise DataError(f'no "text" in it but {sorted(line)}')
    return text


def _date(line: Line) -> str | None:
    date = line.get("date")
    if date in (None, ""):
        return None
    if not isinstance(date, str) or not is_edtf(date):
        raise DataError(f'"date" is {date!r}, not an EDTF text such as "2021-04-13"')
    return date


def _country(line: Line) -> str | None:
    country = line.get("source_country")
    if country is not None and not isinstance(country, str):
        raise DataError(f'"source_country" is {country!r}, not a code such as "PRK"')
    return country or None


def _span(line: Line, name: str) -> tuple[int, int] | None:
    span = line.get(name)
    if span is None:
        return None
    try:
        start, end = msgspec.convert(span, tuple[int, int])
    except msgspec.ValidationError:
        raise DataError(f'"{name}" is {span!r}, not [start, end]') from None
    if not 0 <= start < end <= len(_text(line)):
        raise DataError(f'"{name}" {span!r} lies outside the text')
    return start, end
