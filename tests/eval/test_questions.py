from __future__ import annotations

import msgspec

from dragoman.records import answers
from dragoman.records.answers import Answer, Group, Value
from eval.questions import SPLITS, Case, load, wrongs
from tests.asking.test_fit import asked
from tests.factories import make_claim

CASE = Case(
    id="q",
    question="Who gave aid?",
    split="before",
    kind="who",
    verdict="so",
    values=("PRK",),
    quotes={"affirmed": ("gave them aid",)},
    never=("refused",),
)
ANSWER = Answer(
    question=asked(kind="who"),
    verdict="so",
    values=(Value(value="PRK", name="North Korea", claims=()),),
    groups=(
        Group(
            stance="affirmed",
            testimonies=(
                answers.Testimony(claim=make_claim("It gave them aid."), title=None, url=None),
            ),
        ),
    ),
    near=(),
    rejected=(),
)


def test_an_answer_that_has_all_and_no_more_is_right() -> None:
    assert list(wrongs(CASE, ANSWER)) == []


def test_each_thing_that_is_wrong_is_said() -> None:
    wrong = msgspec.structs.replace(
        CASE,
        verdict="both",
        kind="when",
        values=("1966",),
        quotes={"denied": ("gave them aid",)},
        never=("aid",),
    )
    assert len(list(wrongs(wrong, ANSWER))) == 5


def test_the_cases_are_many_and_of_every_split() -> None:
    cases = load()
    assert len({case.id for case in cases}) == len(cases) >= 40
    assert {case.split for case in cases} == set(SPLITS)
    assert sum(case.split == "before" for case in cases) >= 20
