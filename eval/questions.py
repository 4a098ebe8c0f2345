"""How often the answer to a question is what a careful reader of the samples would give.

A case is right if the verdict is, if exactly the values asked for are given, if every quotation
wanted stands in its group, and none that answers something else does. `split` says when a case
was written: `before` the code, `after` it, or `held` and never mended against.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from dragoman import settings
from dragoman.app import App
from dragoman.records.answers import Answer, QuestionKind, Stance, Verdict
from dragoman.records.codec import Record
from dragoman.records.provenance import Refusal

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "eval" / "gold" / "questions.jsonl"
SPLITS = ("before", "after", "held")


class Case(Record, frozen=True, kw_only=True):
    """A question, and what is to be in its answer and what is not."""

    id: str
    question: str
    split: str
    kind: QuestionKind
    verdict: Verdict
    values: tuple[str, ...] = ()
    quotes: dict[Stance, tuple[str, ...]] = msgspec.field(default_factory=dict)
    never: tuple[str, ...] = ()


class Judged(Record, frozen=True, kw_only=True):
    """A case, its answer, and what is wrong with that."""

    case: Case
    answer: Answer
    wrong: tuple[str, ...]


class Unheard:
    """A report that nobody listens to."""

    def refused(self, refusal: Refusal) -> None:
        """Nothing is said of what is refused."""

    def passed(self, path: str) -> None:
        """Nothing is said of what is done."""


def load(path: Path = GOLD) -> list[Case]:
    """The cases of a JSON Lines file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [msgspec.json.decode(line, type=Case) for line in lines]


def judge(cases: Iterable[Case], samples: Path = ROOT / "samples") -> list[Judged]:
    """Each case with its answer from a record of the samples."""
    with tempfile.TemporaryDirectory() as folder:
        app = App(settings.load({"record": str(Path(folder) / "samples.db")}))
        app.build([str(samples)], Unheard())
        answers = [(case, app.ask(case.question)) for case in cases]
    return [Judged(case=c, answer=a, wrong=tuple(wrongs(c, a))) for c, a in answers]


def wrongs(case: Case, answer: Answer) -> Iterator[str]:
    """What is wrong with an answer, one line each."""
    if answer.question.kind != case.kind:
        yield f"kind {answer.question.kind}, not {case.kind}"
    if answer.verdict != case.verdict:
        yield f"verdict {answer.verdict}, not {case.verdict}"
    values = {value.value for value in answer.values}
    if values != set(case.values) and case.kind in {"who", "when", "how-many", "state"}:
        yield f"values {sorted(values)}, not {sorted(case.values)}"
    said = {group.stance: _texts(group.testimonies) for group in answer.groups}
    for stance, quotes in case.quotes.items():
        for quote in quotes:
            if quote not in said.get(stance, ""):
                yield f"not {stance}: “{quote}”"
    for quote in case.never:
        if any(quote in text for text in said.values()):
            yield f"no answer to this: “{quote}”"


def _texts(testimonies: Iterable[object]) -> str:
    return "\n".join(one.claim.text for one in testimonies)  # type: ignore[attr-defined]


def figures(app: App, gold: Path, shared: Path) -> dict[str, float]:  # noqa: ARG001 all rooms' form
    """Shares of answers that are right, and of right verdicts, by split."""
    judged = judge(load(gold / GOLD.name))
    found = {}
    for split in SPLITS:
        here = [one for one in judged if one.case.split == split]
        right = [not one.wrong for one in here]
        verdicts = [one.answer.verdict == one.case.verdict for one in here]
        found[f"questions: right, {split}"] = sum(right) / max(len(right), 1)
        found[f"questions: verdict, {split}"] = sum(verdicts) / max(len(verdicts), 1)
    return found


def main(argv: list[str] | None = None) -> int:
    """Prints the shares, and what is wrong in a split; 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", choices=SPLITS[:2], action="append", default=[])
    wanted = parser.parse_args(argv)
    judged = judge(load())
    for split in SPLITS:
        here = [one for one in judged if one.case.split == split]
        print(f"{split}: {sum(not one.wrong for one in here)} of {len(here)} right")
        for one in here:
            if one.wrong and split in wanted.misses:
                print(f"  {one.case.id} {one.case.question}")
                for line in one.wrong:
                    print(f"    {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
