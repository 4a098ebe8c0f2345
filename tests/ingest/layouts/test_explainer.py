from __future__ import annotations

from tests.ingest.making import kinds, read

INTRO = "The bridge has divided the two states for years. Here is what can be said of it.\n\n"


def test_labels_are_not_part_of_question_and_answer() -> None:
    text = f"The bridge\n\n{INTRO}Q: Who built it?\nA: Borduria did.\n\nIn short, nobody knows."
    assert kinds(read(text))[2:] == [
        ("question", "Who built it?"),
        ("answer", "Borduria did."),
        ("body", "In short, nobody knows."),
    ]


def test_an_answer_may_have_paragraphs() -> None:
    text = f"{INTRO}Q: Who?\n\nA: They did.\n\nIn 1936.\n\nQ: Why?\n\nA: For trade.\n\nThat is all."
    assert [kind for kind, _ in kinds(read(text))] == [
        *("body", "question", "answer", "answer", "question", "answer", "body")
    ]


def test_speakers_of_an_interview_are_named() -> None:
    text = (
        "Interview of the minister with Radio Klow\n\nQuestion: Will you go?\n\n"
        "Ivan Petrov: We hope so.\n\nIt is not far.\n\nQuestion: When?\n\nIvan Petrov: Soon.\n\n"
        "Before the winter.\n"
    )
    document = read(text)
    answers = [part for part in document.sections if part.kind == "answer"]
    assert [part.author for part in answers] == ["Ivan Petrov"] * 4


def test_headings_that_ask_are_questions_in_a_list_of_questions() -> None:
    body = "Borduria built it in 1936. It was paid for by the merchants of the two towns.\n\n"
    text = f"The bridge\n\nFAQ\n\nWho built it?\n{body}Who paid for it?\n{body}"
    assert [kind for kind, _ in kinds(read(text))][2:] == ["question", "answer"] * 2


def test_elsewhere_they_are_headings() -> None:
    text = f"The bridge\n\n{INTRO}Who built it?\n{INTRO}"
    assert [kind for kind, _ in kinds(read(text))] == ["title", "body", "title", "body"]


def test_without_another_name_the_source_is_an_explainer() -> None:
    text = f"{INTRO}Q: Who?\nA: They.\n\nQ: Why?\nA: For trade."
    assert read(text).source.name == "Explainer"
