"""`search` and `ask`: what a record says of words, and to a question."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from typing import Annotated, Any, Literal

import msgspec
import typer

from dragoman.cli.asking import Certainties, FromSource, Types, Until, edtf, event_types
from dragoman.cli.terminal import RecordOption, app_with, emit, say, warn_if_unfinished
from dragoman.ports import ClaimHit, EventQuery, Hit, Passage
from dragoman.records.codec import encode
from dragoman.records.documents import SectionKind
from dragoman.records.shown import piece, safe, sides, who

Words = Annotated[
    list[str],
    typer.Argument(help='Words that a text has all of, in any order; "a phrase" as it stands.'),
]
Pair = Annotated[
    tuple[str, str] | None, typer.Option("--sides", help="Only of these two, by code or name.")
]
Side = Annotated[str | None, typer.Option("--side", help="Only of this one.")]
Since = Annotated[
    str | None, typer.Option("--from", "--since", help="From this date on, as EDTF: 1988, 1988-11.")
]
SearchFormat = Annotated[
    Literal["text", "jsonl"], typer.Option("--format", help="To read, or JSON Lines.")
]
AnswerFormat = Annotated[
    Literal["text", "json"], typer.Option("--format", help="To read, or JSON.")
]
Limit = Annotated[int, typer.Option(min=1, help="At most so many claims, and so many documents.")]

_WIDTH = 96


def search(  # noqa: PLR0913 every option is a way to ask
    words: Words,
    *,
    record: RecordOption = None,
    pair: Pair = None,
    side: Side = None,
    types: Types = None,
    since: Since = None,
    until: Until = None,
    source: FromSource = None,
    certainty: Certainties = None,
    section: Annotated[
        SectionKind | None, typer.Option(help="Only there: body, comment, …")
    ] = None,
    documents: Annotated[bool, typer.Option("--documents", help="Documents only.")] = False,
    limit: Limit = 20,
    form: SearchFormat = "text",
) -> None:
    """Find claims and documents by their words, best first.

    Example: dragoman search embassy reopened --sides IRN SAU --from 2016 --type SUPPORT
    """
    app = app_with(record=record)
    query = EventQuery(
        sides=app.sides([*(pair or ()), *((side,) if side else ())]),
        event_types=event_types(types),
        since=edtf(since),
        until=edtf(until),
        source=source,
        certainty=certainty,
        section=section,
        rejected=True,
        limit=limit,
    )
    asked = " ".join(_as_asked(word) for word in words)
    claims = () if documents else tuple(app.search(asked, query))
    found = tuple(app.search_documents(asked, query))
    _show(form, claims, found)
    if not claims and not found:
        say(f"nothing in {app.settings.record} holds {asked}; try fewer words, or fewer filters")


def ask(
    question: Annotated[list[str], typer.Argument(help="A question in English.")],
    record: RecordOption = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="All sentences, not the first few.")] = False,
    form: AnswerFormat = "text",
) -> None:
    """Ask a record; the answer is made of its claims, and says so where it holds none.

    Example: dragoman ask "When did Iran and Saudi Arabia restore relations?"
    """
    app = app_with(record=record)
    warn_if_unfinished(app)
    answer = app.ask(" ".join(question))
    if form == "json":
        emit(encode(answer))
    else:
        typer.echo(app.answer_text(answer, every=every), nl=False)


def _as_asked(word: str) -> str:
    """A word of the command line; one with blanks in it was between quotation marks."""
    return f'"{word}"' if " " in word and '"' not in word else word


def _show(form: str, claims: tuple[ClaimHit, ...], documents: tuple[Hit, ...]) -> None:
    if form == "jsonl":
        for line in (*map(_claim_line, claims), *map(_document_line, documents)):
            emit(encode(line))
        return
    for head, lines in (
        ("Claims", [_claim_text(hit) for hit in claims]),
        ("Documents", [_document_text(hit) for hit in documents]),
    ):
        if lines:
            typer.echo(f"{head} ({len(lines)})\n")
            typer.echo("\n".join(lines))


def _claim_line(hit: ClaimHit) -> dict[str, Any]:
    return {
        "kind": "claim",
        **msgspec.to_builtins(hit.claim),
        "snippet": hit.passage.text,
        "marks": hit.passage.marks,
        "rejected": hit.rejected,
        "corrections": [row.id for row in hit.corrections],
    }


def _document_line(hit: Hit) -> dict[str, Any]:
    document = hit.document
    return {
        "kind": "document",
        "id": document.id,
        "title": document.title,
        "url": document.url,
        "path": document.path,
        "source": document.source.name,
        "published": document.published,
        "snippet": hit.passage.text,
        "marks": hit.passage.marks,
        "claims": hit.claims,
    }


def _claim_text(hit: ClaimHit) -> str:
    claim = hit.claim
    kind = " ".join((claim.event_type, *claim.modes))
    parties = sides(claim.actors, claim.recipients)
    sure = " ".join((claim.certainty, *claim.auxiliary))
    marks = [f"REJECTED by {safe(row.by)}" for row in hit.corrections if row.kind == "reject"]
    marks = marks[-1:] if hit.rejected else ["corrected"] if hit.corrections else []
    head = "  ".join((claim.occurred or "undated", kind, parties, sure, *marks))
    place = f"{claim.section} of {safe(claim.path)}, characters {claim.start}–{claim.end}"
    said = f"    {who(claim.asserted_by, claim.source)} · {place} · {claim.id}"
    return "\n".join((f"  {head}", *_marked(hit.passage), said, ""))


def _document_text(hit: Hit) -> str:
    document = hit.document
    date = document.published or "undated"
    head = f"  {date}  {safe(document.title or document.path)}  ({safe(document.source.name)})"
    number = len(hit.claims)
    claims = "1 claim holds the words" if number == 1 else f"{number} claims hold the words"
    place = f"    {safe(document.path)} · {claims} · {document.id}"
    return "\n".join((head, *_marked(hit.passage), place, ""))


def _marked(passage: Passage) -> list[str]:
    """The passage with what was found in it in bold, or between stars where that cannot be."""
    shown = "".join(_bold(text) if found else text for text, found in _pieces(passage))
    wrapped = textwrap.wrap(" ".join(shown.split()), _WIDTH)
    return [f"    {line}" for line in wrapped]


def _pieces(passage: Passage) -> Iterator[tuple[str, bool]]:
    """Stretches of the passage, and whether each was looked for."""
    done = 0
    for start, end in passage.marks:
        yield piece(passage.text[done:start]), False
        yield piece(passage.text[start:end]), True
        done = end
    yield piece(passage.text[done:]), False


def _bold(text: str) -> str:
    return typer.style(text, bold=True) if sys.stdout.isatty() else f"*{text}*"
