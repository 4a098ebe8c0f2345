"""Corroboration against gold: invented stories, what happened in them, and where tellers differ."""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sized
from io import BytesIO
from itertools import combinations
from pathlib import Path

import msgspec

from dragoman.app import App
from dragoman.corroboration import Corroborate
from dragoman.corroboration.copies import groups
from dragoman.ports import Witness
from dragoman.records.claims import Claim
from dragoman.records.codec import Record, encode
from dragoman.records.events import Event

FOLDER = Path(__file__).with_name("stories")


class Mention(Record, frozen=True, kw_only=True):
    """Words of a document, the word of the deed among them, that tell of an event."""

    document: str
    cue: str


class GoldEvent(Record, frozen=True, kw_only=True):
    """What a reader of the whole story would call one happening."""

    id: str
    types: tuple[str, ...]
    sides: tuple[str, ...]
    mentions: tuple[Mention, ...]
    disputes: tuple[str, ...] = ()  # the fields on which tellers differ
    occurred: str | None = None


class StoryDocument(Record, frozen=True, kw_only=True):
    """One telling of a story."""

    id: str
    source: str
    date: str
    title: str
    text: str


class Story(Record, frozen=True, kw_only=True):
    """Documents about one thread of happenings, with what is to be found in them."""

    title: str
    documents: tuple[StoryDocument, ...]
    events: tuple[GoldEvent, ...]
    copies: tuple[tuple[str, ...], ...] = ()
    held: bool = False  # written last, and never mended against


class Outcome(Record, frozen=True, kw_only=True):
    """What was made of stories: claims by document, events, and copies by document."""

    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    copies: dict[str, str]  # of a document in a group of copies, which group


def load(folder: Path = FOLDER) -> tuple[Story, ...]:
    """The stories of a folder, in the order of their names."""
    return tuple(
        msgspec.convert(tomllib.loads(path.read_text("utf-8")), Story)
        for path in sorted(folder.glob("*.toml"))
    )


def tell(app: App, stories: Iterable[Story]) -> Outcome:
    """What the whole of Dragoman makes of the documents of these stories, read together."""
    told = [document for story in stories for document in story.documents]
    worked = list(app.code(["-"], BytesIO(b"\n".join(map(_line, told)))))
    claims = tuple(claim for work in worked for claim in work.claims)
    names = {work.document.id: work.path for work in worked if work.document}
    witnesses = [
        Witness(document=d.id, source=d.source.id, published=d.published, text=d.text)
        for work in worked
        if (d := work.document)
    ]
    room = Corroborate(app.catalogue.state_name, app.catalogue.is_town, app.meaning)
    copies = room.copies(witnesses)
    events, _ = room.corroborate(claims, witnesses, copies)
    grouped = {names[document]: group for document, group in groups(copies).items()}
    return Outcome(claims=claims, events=events, copies=grouped)


def figures(app: App, gold: Path, shared: Path) -> dict[str, float]:  # noqa: ARG001 all rooms' form
    """All figures, of the stories that were mended against and of those held apart."""
    stories = load()
    outcome = tell(app, stories)
    found: dict[str, float] = {}
    for split, held in (("dev", False), ("held", True)):
        here = [story for story in stories if story.held == held]
        found |= {
            f"stories: {name}, {split}": value for name, value in score(here, outcome).items()
        }
    return found


def score(stories: Iterable[Story], outcome: Outcome) -> dict[str, float]:
    """How well the claims of these stories were gathered, and disputes and copies found."""
    of_interest = list(stories)
    labels = label(of_interest, outcome.claims)
    precision, recall = b_cubed(labels, outcome.events)
    wanted, found = disputes(of_interest, labels, outcome)
    copies, joined = copied(of_interest, outcome.copies)
    mentions = sum(len(event.mentions) for story in of_interest for event in story.events)
    return {
        "mentions detected": len({mention for _, mention in labels.values()}) / mentions,
        "events, precision": precision,
        "events, recall": recall,
        "events, F1": 2 * precision * recall / (precision + recall) if labels else 0.0,
        "dates": _share(dates(of_interest, labels, outcome.events).values()),
        "disputes, recall": _part(wanted & found, wanted),
        "disputes, precision": _part(wanted & found, found),
        "copies collapsed": _part(copies & joined, copies),
        "copies, precision": _part(copies & joined, joined),
    }


Label = tuple[str, Mention]  # the title of the story with the id of the event, and the mention
Dispute = tuple[str, str]  # an event, and the field


def label(stories: Iterable[Story], claims: Iterable[Claim]) -> dict[str, Label]:
    """For each claim that the gold knows, which event it tells of, and in which words."""
    by_document: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.path].append(claim)
    found: dict[str, Label] = {}
    for story in stories:
        texts = {document.id: document.text.strip() for document in story.documents}
        for event in story.events:
            for mention in event.mentions:
                start = texts[mention.document].index(mention.cue)
                span = range(start, start + len(mention.cue))
                for claim in by_document[mention.document]:
                    if _tells(claim, event, span):
                        found[claim.id] = (named(story, event), mention)
    return found


def named(story: Story, event: GoldEvent) -> str:
    """The name of an event among all stories."""
    return f"{story.title} / {event.id}"


def b_cubed(labels: dict[str, Label], events: Iterable[Event]) -> tuple[float, float]:
    """Precision and recall of the grouping of claims, as a mean over the claims known."""
    cluster = {claim: event.id for event in events for claim in event.claims if claim in labels}
    gold = {claim: event for claim, (event, _) in labels.items()}
    both = Counter((cluster[claim], gold[claim]) for claim in gold)
    made, true = Counter(cluster.values()), Counter(gold.values())
    if not gold:
        return 0.0, 0.0
    hits = [(both[cluster[claim], gold[claim]], claim) for claim in gold]
    precision = sum(common / made[cluster[claim]] for common, claim in hits) / len(gold)
    recall = sum(common / true[gold[claim]] for common, claim in hits) / len(gold)
    return precision, recall


def told_of(labels: dict[str, Label], event: Event) -> str | None:
    """The gold event that most of the claims of an event tell of; None for one not in the gold."""
    told = Counter(labels[claim][0] for claim in event.claims if claim in labels)
    return min(told, key=lambda name: (-told[name], name)) if told else None


def disputes(
    stories: Iterable[Story], labels: dict[str, Label], outcome: Outcome
) -> tuple[set[Dispute], set[Dispute]]:
    """The disputes that there are in stories, and those found in them."""
    told = list(stories)
    documents = {document.id for story in told for document in story.documents}
    here = {claim.id for claim in outcome.claims if claim.path in documents}
    wanted = {
        (named(story, event), field)
        for story in told
        for event in story.events
        for field in event.disputes
    }
    found = {
        (told_of(labels, event) or event.id, dispute.field)
        for event in outcome.events
        if here.issuperset(event.claims)
        for dispute in event.disputes
    }
    return wanted, found


def dates(
    stories: Iterable[Story], labels: dict[str, Label], events: Iterable[Event]
) -> dict[str, bool]:
    """For each event of the gold with a date that was found, whether its date was."""
    largest: dict[str, Event] = {}
    for event in sorted(events, key=lambda event: (len(event.claims), event.id)):
        if name := told_of(labels, event):
            largest[name] = event
    names = {named(story, event): event for story in stories for event in story.events}
    return {
        name: largest[name].occurred == event.occurred
        for name, event in names.items()
        if event.occurred and name in largest
    }


def copied(
    stories: Iterable[Story], grouped: dict[str, str]
) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """The pairs of documents that are copies, and the pairs held for copies."""
    told = list(stories)
    pairs = {
        frozenset(pair)
        for story in told
        for group in story.copies
        for pair in combinations(group, 2)
    }
    documents = [document.id for story in told for document in story.documents]
    joined = {
        frozenset(pair)
        for pair in combinations([name for name in documents if name in grouped], 2)
        if grouped[pair[0]] == grouped[pair[1]]
    }
    return pairs, joined


def _tells(claim: Claim, event: GoldEvent, span: range) -> bool:
    """Whether a claim hangs on a word of the cue, with a type and the sides of the event."""
    there = {participant.country for participant in (*claim.actors, *claim.recipients)}
    return (
        claim.event_type in event.types
        and claim.trigger.start < span.stop
        and span.start < claim.trigger.end
        and there.issuperset(event.sides)
    )


def _line(document: StoryDocument) -> bytes:
    return encode(msgspec.structs.replace(document, text=document.text.strip()))


def _share(answers: Iterable[bool]) -> float:
    told = list(answers)
    return sum(told) / len(told) if told else 1.0


def _part(common: Sized, whole: Sized) -> float:
    """How much of a whole is there; 1.0 of nothing."""
    return len(common) / len(whole) if whole else 1.0
