"""`review`, `correct` and `corrections`: what people make of what was coded and matched."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import click
import typer

from dragoman.cli.terminal import RecordOption, app_with, emit, say
from dragoman.errors import UsageError
from dragoman.ports import EventQuery
from dragoman.records.codec import encode
from dragoman.records.corrections import CorrectionKind

if TYPE_CHECKING:
    from dragoman.app import App
    from dragoman.revision import Desk, Doubt, Entry

By = Annotated[str, typer.Option("--by", help="Your name, as the ledger is to show it.")]
Why = Annotated[str, typer.Option("--why", help="The reason, in a few words.")]
LedgerFormat = Annotated[
    Literal["text", "jsonl"], typer.Option("--format", help="To read, or JSON Lines.")
]

_KEYS = "c confirm · r reject · e edit · s skip · q quit"
_LINK_KEYS = "c one happening · r two · e edit · s skip · q quit"
_LOOKED = "looked over in review"


def correct(  # noqa: PLR0913 every option is a way to correct
    claim: Annotated[str, typer.Argument(help="The id of a claim, or its beginning.")],
    *,
    by: By,
    why: Why,
    record: RecordOption = None,
    confirm: Annotated[bool, typer.Option("--confirm", help="It is coded right.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="It no longer counts.")] = False,
    settings: Annotated[
        list[str] | None,
        typer.Option("--set", help="FIELD=VALUE: type, date, actors, recipients, speaker, …"),
    ] = None,
    merge: Annotated[
        str | None, typer.Option("--merge", help="A claim or event: the same.")
    ] = None,
    split: Annotated[str | None, typer.Option("--split", help="One that is another.")] = None,
) -> None:
    """Correct a claim: confirm, reject or change it, or say what is one happening with it.

    Example: dragoman correct clm_7dff4e --set date=1966-04-13 --by "R. Hale" --why "so the page"
    """
    asked = _Asked(confirm, reject, settings or [], merge, split)
    kind, named = asked.kind(), [claim, *filter(None, (merge, split))]
    with app_with(record=record).desk() as desk:
        row = desk.correct(kind, named, by=by, why=why, settings=asked.settings)
    typer.echo(row.id)


def corrections(  # noqa: PLR0913 every option is a thing to do with a ledger
    record: RecordOption = None,
    *,
    take_back: Annotated[
        str | None, typer.Option("--take-back", help="The id of a correction that is to end.")
    ] = None,
    by: Annotated[str, typer.Option("--by", help="Who takes it back.")] = "",
    why: Annotated[str, typer.Option("--why", help="And why.")] = "",
    lost: Annotated[
        bool, typer.Option("--lost", help="Only those whose claim is in the record no longer.")
    ] = False,
    load: Annotated[
        Path | None, typer.Option("--import", help="Rows of another ledger, as JSON Lines.")
    ] = None,
    form: LedgerFormat = "text",
) -> None:
    """List what people corrected, take a correction back, or bring in those of another record.

    Example: dragoman corrections --take-back cor_51c0 --by "R. Hale" --why "I misread the date"
    """
    app = app_with(record=record)
    with app.desk() as desk:
        if take_back is not None:
            typer.echo(desk.take_back(take_back, by=by, why=why).id)
        elif load is not None:
            say(f"{desk.load(_lines(load))} corrections brought in")
        else:
            entries = desk.lost() if lost else tuple(desk.entries())
            _show(app, entries, form)


def review(
    record: RecordOption = None,
    *,
    by: By,
    pair: Annotated[
        tuple[str, str] | None, typer.Option("--pair", help="Only what is told of these two sides.")
    ] = None,
    doubtful: Annotated[
        bool, typer.Option("--doubtful", help="Only what is below the usual thresholds.")
    ] = False,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 100,
) -> None:
    """Step through links and claims that nobody has looked at, the most doubtful first.

    Example: dragoman review --pair PRK PSE --doubtful --by "R. Hale"
    """
    app = app_with(record=record)
    query = EventQuery(sides=app.sides(pair or ()), limit=limit)
    doubts = app.doubts(query, every=not doubtful)
    if not doubts:
        say("nothing is left to look at" if not doubtful else "nothing doubtful is left")
        return
    done = 0
    with app.desk() as desk:
        for number, doubt in enumerate(doubts, start=1):
            typer.echo(f"\n{number} of {len(doubts)}  {app.doubt_text(doubt)}", nl=False)
            answer = _Sitting(desk, by).answer(doubt)
            if answer == "quit":
                break
            done += answer == "done"
    say(f"{done} corrected; `dragoman corrections` lists them and takes them back")


class _Asked(NamedTuple):
    """The ways to correct, one of which is to be given."""

    confirm: bool
    reject: bool
    settings: list[str]
    merge: str | None
    split: str | None

    def kind(self) -> CorrectionKind:
        """The way that was given; UsageError for none, and for more than one."""
        ways: dict[CorrectionKind, object] = {
            "confirm": self.confirm,
            "reject": self.reject,
            "change": self.settings,
            "merge": self.merge,
            "split": self.split,
        }
        given = [kind for kind, value in ways.items() if value]
        if len(given) != 1:
            raise UsageError("give one of --confirm, --reject, --set, --merge, --split")
        return given[0]


class _Sitting:
    """One person at the desk, answering one doubt."""

    def __init__(self, desk: Desk, by: str) -> None:
        self._desk = desk
        self._by = by

    def answer(self, doubt: Doubt) -> Literal["done", "skipped", "quit"]:
        """What became of the doubt; a wrong answer is told and asked for anew."""
        while True:
            key = _key(_LINK_KEYS if doubt.kind == "link" else _KEYS)
            if key == "q":
                return "quit"
            if key == "s":
                return "skipped"
            try:
                if key in {"c", "r"}:
                    self._judge(doubt, key)
                    return "done"
                if key == "e" and self._edit(doubt):
                    return "done"
            except UsageError as error:
                say(str(error))

    def _judge(self, doubt: Doubt, key: str) -> None:
        named = [claim.id for claim in doubt.claims]
        kinds: tuple[CorrectionKind, CorrectionKind] = (
            ("merge", "split") if doubt.kind == "link" else ("confirm", "reject")
        )
        kind = kinds[0] if key == "c" else kinds[1]
        self._desk.correct(kind, named, by=self._by, why=_line("why? ") or _LOOKED)

    def _edit(self, doubt: Doubt) -> bool:
        """Whether something was changed."""
        claim = doubt.claims[0]
        if len(doubt.claims) > 1:
            claim = doubt.claims[1 if _line("which, 1 or 2? ") == "2" else 0]
        settings = list(_until_empty("type, date, actors, recipients, speaker, certainty = "))
        if settings:
            self._desk.changes(claim.id, settings)  # says what is wrong before it asks why
            why = _line("why? ") or _LOOKED
            self._desk.correct("change", [claim.id], by=self._by, why=why, settings=settings)
        return bool(settings)


def _key(keys: str) -> str:
    """A key on a terminal, the first letter of a line elsewhere; at the end of input, quit."""
    typer.echo(f"[{keys}] ", nl=False, err=True)
    if not sys.stdin.isatty():
        line = sys.stdin.buffer.readline()
        return (line.decode().strip()[:1].lower() or "s") if line else "q"
    key = click.getchar()
    typer.echo(key, err=True)
    return key.lower()


def _line(asked: str) -> str:
    typer.echo(asked, nl=False, err=True)
    return sys.stdin.buffer.readline().decode().strip()


def _until_empty(asked: str) -> Iterator[str]:
    while line := _line(asked):
        yield line


def _show(app: App, entries: Iterable[Entry], form: str) -> None:
    if form == "text":
        typer.echo(app.ledger_text(entries), nl=False)
        return
    for entry in entries:
        emit(encode(entry.correction))


def _lines(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().splitlines()
    except OSError as error:
        raise UsageError(
            f"no ledger at {path}: {error.strerror}; name a JSON Lines file"
        ) from error
