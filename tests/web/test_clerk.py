from __future__ import annotations

import asyncio
from concurrent.futures import BrokenExecutor, Executor, Future
from pathlib import Path
from typing import Any

import pytest
from litestar.exceptions import ServiceUnavailableException

from dragoman.records.answers import Answer, Question
from dragoman.records.codec import encode
from dragoman.web import clerk
from dragoman.web.clerk import Clerk
from tests.web.making import app_over

SILENT = Answer(
    question=Question(text="?", kind="whether", statement="."),
    verdict="silent", values=(), groups=(), near=(), rejected=(),
)  # fmt: skip


class Stopped(Executor):
    """A process that has been stopped from outside."""

    def submit(self, *_: Any, **__: Any) -> Future[Any]:
        """What is submitted fails."""
        raise BrokenExecutor


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The questions that were worked on."""
    worked: list[str] = []

    def answer(_: Any, question: str) -> bytes:
        worked.append(question)
        return encode(SILENT)

    monkeypatch.setattr(clerk, "answer", answer)
    return worked


def _clerk(record: tuple[Path, dict[str, str]], stamps: list[int]) -> Clerk:
    return Clerk(app_over(record[0]).settings, lambda: stamps[0], apart=False)


def test_a_question_is_worked_on_once_until_the_record_changes(
    record: tuple[Path, dict[str, str]], asked: list[str]
) -> None:
    stamps = [0]
    one = _clerk(record, stamps)

    async def go() -> None:
        for question in ("Who?", "Who?", "When?", "Who?"):
            assert await one.answer(question) == SILENT
        stamps[0] = 1
        await one.answer("Who?")

    asyncio.run(go())
    one.close()
    assert asked == ["Who?", "When?", "Who?"]


def test_who_comes_when_many_wait_is_asked_to_come_back(
    record: tuple[Path, dict[str, str]], asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clerk, "WAITING", 2)
    one = _clerk(record, [0])

    async def go() -> list[Any]:
        questions = (one.answer(f"Question {number}?") for number in range(4))
        return await asyncio.gather(*questions, return_exceptions=True)

    answers = asyncio.run(go())
    one.close()
    assert [isinstance(one, ServiceUnavailableException) for one in answers] == [0, 0, 1, 1]
    assert len(asked) == 2


def test_after_a_process_was_stopped_the_next_question_has_a_new_one(
    record: tuple[Path, dict[str, str]], asked: list[str]
) -> None:
    one = _clerk(record, [0])
    one._worker._executor = Stopped()  # noqa: SLF001 - nothing else stops it

    async def go() -> None:
        with pytest.raises(ServiceUnavailableException):
            await one.answer("Who?")
        await one.answer("Who?")

    asyncio.run(go())
    one.close()
    assert asked == ["Who?"]
