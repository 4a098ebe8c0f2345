from __future__ import annotations

from typing import Any

import pytest

from dragoman.records.documents import Document
from tests.ingest.making import of_kind, read

POST = """\
The bridge at Klow

Borduria built the bridge in 1936, and the two states have quarrelled about it ever since then.

Nobody crosses it today, and the guards on both sides of the river have grown old together.

"""
INDENTED = """

  1. Karl A.

    It was Syldavia that built it.

    Ask my grandfather.

    1. Jane Author

      I asked mine, Karl.

      1. Karl A.

        And?

  2. realist1974

    Blow it up.
"""


def thread(document: Document) -> list[tuple[Any, ...]]:
    parts = document.sections
    first = next((at for at, part in enumerate(parts) if part.kind == "comment"), 0)
    return [
        (
            part.author,
            part.level,
            None if part.parent is None else part.parent - first,
            part.by_author,
        )
        for part in parts
        if part.kind == "comment"
    ]


def test_numbers_and_indents_tell_who_answers_whom() -> None:
    document = read(POST + INDENTED)
    assert thread(document) == [
        ("Karl A.", 0, None, False),
        ("Jane", 1, 0, True),
        ("Karl A.", 2, 1, False),
        ("realist1974", 0, None, False),
    ]
    assert of_kind(document, "comment")[0].endswith("Ask my grandfather.")
    assert len(of_kind(document, "body")) == 2
    assert (document.source.name, document.source.kind) == ("Blog", "blog")


def test_the_writer_described_under_the_post_answers_under_the_first_name() -> None:
    bio = "Dr. Jane Roe is known in every tavern of Klow, and she denies all of it.\n"
    document = read(POST + bio + INDENTED)
    assert document.author == "Jane Roe"
    assert len(of_kind(document, "body")) == 2


def test_names_that_say_something() -> None:
    said = """\
2 Comments

Jorge says:
July 4, 2019 at 9:15 am
It was Syldavia.

My father was there.
Reply

Jane Roe (Author)
July 4, 2019 at 11:02 am
He was not.
Reply

Leave a Reply
Your email address will not be published.

Related Articles
Apples are cheap
"""
    document = read(POST + said)
    assert thread(document) == [("Jorge", 0, None, False), ("Jane Roe", 0, None, True)]
    assert of_kind(document, "comment") == [
        "It was Syldavia.\n\nMy father was there.",
        "He was not.",
    ]
    assert of_kind(document, "teaser") == ["Apples are cheap"]


def test_arrows_show_depth() -> None:
    said = """\
Comments (3)
Karl - 3 March 2021
It was Syldavia.
> Abebe, 4 March 2021
> It was not.
>> Karl, 5 March 2021
>> It was.
"""
    document = read(POST + said)
    assert thread(document) == [
        ("Karl", 0, None, False),
        ("Abebe", 1, 0, False),
        ("Karl", 2, 1, False),
    ]
    assert of_kind(document, "comment") == ["It was Syldavia.", "It was not.", "It was."]


def test_a_reply_that_says_to_whom() -> None:
    said = "3 comments:\n\nAnn says:\nOne.\n\nBob says:\nTwo.\n\nCid replied to Ann:\nThree.\n"
    assert thread(read(POST + said))[2] == ("Cid", 1, 0, False)


def test_a_commenter_with_the_name_of_the_author_is_the_author() -> None:
    head = POST.replace("\n\n", "\nBy Jane Roe\n\n", 1)
    assert thread(read(head + "Comments\n\nJane Roe says:\nTrue.\n"))[0][3]


def test_a_heading_alone_makes_no_thread() -> None:
    document = read(POST + "Comments\n\nThe ministry did not wish to say more about the matter.\n")
    assert of_kind(document, "comment") == []
    assert len(of_kind(document, "body")) == 3


def test_a_numbered_list_is_no_thread() -> None:
    document = read(POST + "1. Fish\n2. Salt\n3. Wood\n")
    assert of_kind(document, "comment") == []
    assert of_kind(document, "list") == ["1. Fish\n2. Salt\n3. Wood"]


def test_a_place_or_a_date_may_stand_between_a_name_and_what_it_says() -> None:
    heads = ("Ama (Accra), 3 March 2021", "Kofi (Tema)", "Efua says (3 March 2021)", "Yaw")
    text = "A Post\n\nThe road is long.\n\nComments\n\n"
    found = thread(read(text + "\n\n".join(f"{head}: It was closed." for head in heads)))
    assert [part[0] for part in found] == ["Ama (Accra)", "Kofi (Tema)", "Efua", "Yaw"]


@pytest.mark.parametrize(
    "title",
    [
        "3 comentarios",
        "Comments are open (3)",
        "4 comments — oldest first",
        "[Comments 41] Most liked",
        "2 comments + 1 reply",
        "READERS REACT",
        "Have your say",
        "Your thoughts",
        "Online responses",
    ],
)
def test_headings_of_threads(title: str) -> None:
    said = f"{title}\nAma: It was closed.\nkofi: It was not.\n"
    assert [part[0] for part in thread(read(POST + said))] == ["Ama", "kofi"]


def test_a_reader_calls_another_by_number_or_name() -> None:
    said = (
        "Comments\n\n1 Ama_T: It was closed.  Mar 3rd, 09:02 am\n"
        "2 Kofi: @1 It was not.  Mar 3rd, 09:31 am\n3 Yaw: Kofi your map is old.\n"
    )
    document = read(POST + said)
    assert thread(document) == [
        ("Ama_T", 0, None, False),
        ("Kofi", 1, 0, False),
        ("Yaw", 2, 1, False),
    ]
    assert of_kind(document, "comment")[:2] == ["It was closed.", "@1 It was not."]


def test_posts_of_a_forum_need_no_heading() -> None:
    said = "[#1] ama, 08-03-2005, 10:17\nIt was closed.\n\n[#2] Kofi, 08-03-2005, 11:02\nWas it?\n"
    document = read("Thread: The road\nForum » Roads\n\n" + said)
    assert [part[0] for part in thread(document)] == ["ama", "Kofi"]


def test_a_talk_in_a_forum_is_told_by_names_that_come_again() -> None:
    said = "ama (Tema): It was closed.\n\nkofi_t: Was it?\n\nama: It was.\n"
    assert [part[0] for part in thread(read("Topic: The road\n\n" + said))] == [
        "ama (Tema)",
        "kofi_t",
        "ama",
    ]
    assert thread(read("The road\n\n" + said)) == []


@pytest.mark.parametrize(
    "said",
    [
        "Reactions\n\nBorduria – The ministry was sorry.\n\nSyldavia – The palace was not.\n",
        "From The Courier, 3 May 1950\nIt was closed.\n\nFrom The Post, 5 May 1950\nIt was not.\n",
    ],
)
def test_neither_reactions_of_states_nor_cuttings_are_a_thread(said: str) -> None:
    assert thread(read(POST + said)) == []


def test_what_is_labelled_in_a_comment_is_no_head() -> None:
    said = "Comments\nAma, 3 March 2005\nUpdate: it was closed.\nKofi, 4 March 2005\nAma: no.\n"
    assert [part[0] for part in thread(read(POST + said))] == ["Ama", "Kofi"]


def test_comments_may_be_signed_below() -> None:
    said = (
        "Comments\n\n1. It was closed.\n(Ama, 9 March 2005 07:03)\n\n"
        "2. @Ama It was not.\n(Kofi T., 9 March 2005 08:40)\n"
    )
    document = read(POST + said)
    assert thread(document) == [("Ama", 0, None, False), ("Kofi T.", 1, 0, False)]
    assert of_kind(document, "comment") == ["It was closed.", "@Ama It was not."]


def test_names_may_stand_over_comments_and_times_under_them() -> None:
    said = (
        "Comments\n\n1 Ama T.\nIt was closed.\nMar 09th, 2005 - 08:06 am - Link - Report abuse\n\n"
        "2 kofi\n@1 It was not.\nMar 09th, 2005 - 08:34 am - Link - Report abuse\n"
    )
    document = read(POST + said)
    assert thread(document) == [("Ama T.", 0, None, False), ("kofi", 1, 0, False)]
    assert of_kind(document, "comment") == ["It was closed.", "@1 It was not."]


def test_signed_comments_without_a_heading_begin_behind_the_signature_of_the_text() -> None:
    said = (
        "Posted by jane on March 9, 2005 at 14:55 UTC | Permalink\n\nnext page »\n\n"
        "It was closed.\nPosted by: Knut | Mar 9 2005 15:20 utc | 1\n\n"
        "It was not.\nPosted by: Ama | Mar 9 2005 15:41 utc | 2\n"
    )
    document = read(POST + said)
    assert [part[0] for part in thread(document)] == ["Knut", "Ama"]
    assert of_kind(document, "comment") == ["It was closed.", "It was not."]


def test_the_posts_of_a_forum_are_told_by_name_and_time() -> None:
    said = (
        "Ama\n9 March 2005, 14:20\nIt was closed.\n\n"
        "kofi_t\nSenior Member | Joined May 2001\n9 March 2005, 15:02\nIt was not.\n\n"
        "> Ama wrote:\n> It was closed.\n\nWas it?\n"
    )
    document = read("The road\nBridges Forum > Off Topic > page 2\n\n" + said)
    assert [part[0] for part in thread(document)] == ["Ama", "kofi_t"]
    assert thread(read("The road\n\n" + said)) == []


def test_days_of_a_chronicle_are_no_posts() -> None:
    said = "Geneva, 3 March 2014\nThe talks began.\n\nVienna, 5 March 2014\nThey went on.\n"
    assert thread(read("The talks\n\nA chronology of them.\n\n" + said)) == []
