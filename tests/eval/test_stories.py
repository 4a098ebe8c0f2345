from __future__ import annotations

from collections import Counter

import msgspec
import pytest

from dragoman.records.claims import Claim
from dragoman.records.dates import is_edtf
from dragoman.records.events import Dispute, DisputedValue, Event
from eval.stories import (
    GoldEvent,
    Mention,
    Outcome,
    Story,
    StoryDocument,
    b_cubed,
    copied,
    disputes,
    label,
    load,
    score,
)
from tests.factories import make_claim

STORIES = load()
FIELDS = {"actors", "count", "first", "happened", "occurred", "place"}
TEXT = "Peru met Chile in May. Peru thanked Chile."


def told(cue: str, event_type: str, document: str) -> Claim:
    start = TEXT.index(cue)
    claim = make_claim(
        TEXT,
        event_type,
        actors=("PER",),
        recipients=("CHL",),
        document=document,
        trigger={"text": cue, "start": start, "end": start + len(cue)},
    )
    return msgspec.structs.replace(claim, path=document)


def happening(*claims: Claim, fields: tuple[str, ...] = ()) -> Event:
    value = DisputedValue(value="x", claims=(claims[0].id,))
    return Event(
        id=f"evt_{claims[0].id}",
        event_type=claims[0].event_type,
        modes=(),
        contexts=(),
        quad_class=claims[0].quad_class,
        score=claims[0].score,
        actors=(),
        recipients=(),
        occurred="1990-05",
        claims=tuple(claim.id for claim in claims),
        documents=1,
        sources=1,
        standing="single",
        disputes=tuple(Dispute(field=field, values=(value,)) for field in fields),
        confidence=0.5,
    )


def make_story(disputed: tuple[str, ...] = ()) -> Story:
    def mentions(cue: str) -> tuple[Mention, ...]:
        return tuple(Mention(document=name, cue=cue) for name in ("a", "b"))

    sides = ("PER", "CHL")
    return Story(
        title="Two neighbours",
        documents=tuple(
            StoryDocument(id=name, source=name, date="1990-06-01", title="", text=TEXT)
            for name in ("a", "b")
        ),
        events=(
            GoldEvent(
                id="met", types=("CONSULT",), sides=sides, mentions=mentions("met"),
                occurred="1990-05", disputes=disputed,
            ),
            GoldEvent(
                id="thanks", types=("SUPPORT",), sides=sides, mentions=mentions("thanked"),
            ),
        ),
        copies=(("a", "b"),),
    )  # fmt: skip


MET = [told("met", "CONSULT", name) for name in ("a", "b")]
THANKED = [told("thanked", "SUPPORT", name) for name in ("a", "b")]


def test_the_set_is_as_large_as_it_claims() -> None:
    assert len(STORIES) >= 15
    assert sum(len(story.documents) for story in STORIES) >= 60
    assert 3 * sum(story.held for story in STORIES) >= len(STORIES)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.title)
def test_gold_stands_on_words_of_its_documents(story: Story) -> None:
    texts = {document.id: document.text for document in story.documents}
    assert {name for group in story.copies for name in group} <= texts.keys()
    for event in story.events:
        assert set(event.disputes) <= FIELDS
        assert event.occurred is None or is_edtf(event.occurred)
        for mention in event.mentions:
            assert texts[mention.document].count(mention.cue) == 1, mention


def test_no_two_documents_share_a_name() -> None:
    names = Counter(document.id for story in STORIES for document in story.documents)
    assert max(names.values()) == 1


def test_a_claim_is_known_by_the_word_it_hangs_on() -> None:
    labels = label([make_story()], [*MET, *THANKED])
    assert labels[MET[0].id][0] == "Two neighbours / met"
    assert labels[THANKED[1].id][0] == "Two neighbours / thanks"
    assert label([make_story()], [told("met", "ASSAULT", "a")]) == {}


def test_what_is_torn_apart_costs_recall_and_what_is_mixed_precision() -> None:
    labels = label([make_story()], [*MET, *THANKED])
    right = [happening(*MET), happening(*THANKED)]
    assert b_cubed(labels, right) == (1.0, 1.0)
    assert b_cubed(labels, [happening(claim) for claim in (*MET, *THANKED)]) == (1.0, 0.5)
    assert b_cubed(labels, [happening(*MET, *THANKED)]) == (0.5, 1.0)


def test_disputes_are_of_an_event_and_a_field() -> None:
    story = make_story(("place", "count"))
    claims = (*MET, *THANKED)
    events = (happening(*MET, fields=("place",)), happening(*THANKED, fields=("occurred",)))
    outcome = Outcome(claims=claims, events=events, copies={})
    wanted, found = disputes([story], label([story], claims), outcome)
    assert wanted & found == {("Two neighbours / met", "place")}
    figures = score([story], outcome)
    assert figures["disputes, recall"] == figures["disputes, precision"] == 0.5
    assert figures["dates"] == 1.0


def test_copies_are_counted_in_pairs() -> None:
    pairs, joined = copied([make_story()], {"a": "one", "b": "one"})
    assert pairs == joined == {frozenset({"a", "b"})}
    assert copied([make_story()], {"a": "one", "b": "other"})[1] == set()
