"""Attribution against gold: whose word each event is, and how surely, by kind of case."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec

from dragoman.app import App
from dragoman.attribution import RuleAttributor
from dragoman.reading.parse import Parser
from dragoman.records.claims import Auxiliary, Certainty, Claim, Coding, SpeakerRole, Trigger
from dragoman.records.codec import Record
from dragoman.records.documents import Document, Section, SectionKind
from dragoman.records.provenance import Reason, Source, SourceKind, Stamp
from dragoman.records.readings import Mention, Reading, Referent, Sentence

# What was worked with; what was held apart at first and mended against later; what never was.
SPLITS = ("dev", "held", "blind")
STAMP = Stamp(dragoman="0", model="by hand")
# Name, country, what else stands for it: enough of a catalogue for the invented cases.
STATES = (
    ("Chile", "CHL", "Chilean Chileans Santiago"),
    ("Finland", "FIN", "Finnish Finns Helsinki"),
    ("Ghana", "GHA", "Ghanaian Ghanaians Accra"),
    ("Jordan", "JOR", "Jordanian Jordanians Amman"),
    ("Kenya", "KEN", "Kenyan Kenyans Nairobi"),
    ("Malta", "MLT", "Maltese Valletta"),
    ("Norway", "NOR", "Norwegian Norwegians Oslo"),
    ("Peru", "PER", "Peruvian Peruvians Lima"),
    ("Portugal", "PRT", "Portuguese Lisbon"),
    ("Spain", "ESP", "Spanish Madrid"),
    ("Sweden", "SWE", "Swedish Swedes Stockholm"),
    ("Togo", "TGO", "Togolese Lomé"),
    ("Uganda", "UGA", "Ugandan Ugandans Kampala"),
)
_ADJECTIVE_ENDINGS = ("an", "ish", "ian", "ese")


class Case(Record, frozen=True, kw_only=True):
    """One event in an invented text, and what attribution should make of it."""

    text: str
    trigger: str
    at: int
    role: SpeakerRole
    speaker_name: str | None
    speaker_country: str | None
    certainty: Certainty
    auxiliary: tuple[Auxiliary, ...]
    kind: str
    split: str
    type: str = "ASSAULT"
    via: tuple[str, ...] = ()
    section: SectionKind = "body"
    section_author: str | None = None
    by_author: bool = False
    before: str | None = None  # a body section before the case's own
    after: str | None = None
    source_kind: SourceKind = "news"
    reporting_country: str | None = None
    occurred: str | None = None
    published: str | None = None
    reasons: tuple[str, ...] = ()
    framing: tuple[tuple[str, str, str], ...] | None = None  # loaded words, target, kind
    claim: int = 0  # which claim of the event: after the first come its denials


class Verdict(Record, frozen=True, kw_only=True):
    """A case, the claim made of it, and which of its parts are right."""

    case: Case
    claim: Claim | None  # none where the claim asked for was not made
    speaker: bool
    certainty: bool
    auxiliary: bool
    via: bool
    framing: bool = True  # where it is asked for


def load(path: Path) -> tuple[Case, ...]:
    """The cases of a file of JSON Lines."""
    return tuple(msgspec.json.decode(line, type=Case) for line in path.read_bytes().splitlines())


def judge(cases: Iterable[Case]) -> tuple[Verdict, ...]:
    """What the attributor makes of each case."""
    return tuple(_verdict(case, claims_of(case)) for case in cases)


def figures(app: App, gold: Path, shared: Path) -> dict[str, float]:  # noqa: ARG001 all rooms' form
    """Shares right of the whole gold, by split."""
    verdicts = judge(load(gold / "attribution.jsonl"))
    found: dict[str, float] = {}
    for split in SPLITS:
        here = [verdict for verdict in verdicts if verdict.case.split == split]
        for part in ("speaker", "certainty", "auxiliary"):
            found[f"attribution: {part}, {split}"] = _share(here, part)
    framed = [verdict for verdict in verdicts if verdict.case.framing is not None]
    return {**found, "attribution: framing": _share(framed, "framing")}


def claim_of(case: Case) -> Claim:
    """The claim that a case asks about; IndexError where the attributor makes none such."""
    return claims_of(case)[case.claim]


def claims_of(case: Case) -> tuple[Claim, ...]:
    """The claims that the attributor makes of a case."""
    document = _document(case)
    sentences = _parser().parse(document)
    reading = Reading(
        document=document.id,
        sentences=sentences,
        mentions=mentions(document.text),
        times=(),
        stamp=STAMP,
    )
    coding = _coding(case, document, sentences)
    return RuleAttributor(STAMP).attribute(document, reading, (coding,))


def mentions(text: str) -> tuple[Mention, ...]:
    """The states named in a text; people are left to be read off the words."""
    found = []
    for name, country, others in STATES:
        referent = Referent(actor=country, name=name, kind="state", country=country)
        for word in (name, *others.split()):
            for match in re.finditer(rf"\b(?:{word}|{word.upper()})\b", text):
                adjective = word != name and word.endswith(_ADJECTIVE_ENDINGS)
                found.append(
                    Mention(
                        start=match.start(),
                        end=match.end(),
                        kind="adjective" if adjective else "name",
                        referents=(referent,),
                    )
                )
    return tuple(sorted(found, key=lambda mention: mention.start))


@cache
def _parser() -> Parser:
    return Parser()


def _document(case: Case) -> Document:
    parts: list[tuple[SectionKind, str]] = [(case.section, case.text)]
    if case.before is not None:
        parts.insert(0, ("body", case.before))
    if case.after is not None:
        parts.append(("body", case.after))
    sections, start = [], 0
    for kind, text in parts:
        author = case.section_author if kind == case.section else None
        sections.append(
            Section(
                kind=kind,
                start=start,
                end=start + len(text),
                author=author,
                by_author=case.by_author,
            )
        )
        start += len(text) + 2
    return Document(
        id="doc",
        path="case.txt",
        url="file:case.txt",
        source=_source(case),
        text="\n\n".join(text for _, text in parts),
        sections=tuple(sections),
        published=case.published,
    )


def _source(case: Case) -> Source:
    if case.source_kind == "ministry":
        name = "Ministry of Foreign Affairs"
        return Source(id="source", name=name, kind="ministry", country="NOR")
    return Source(id="source", name="The Gazette", kind=case.source_kind)


def _coding(case: Case, document: Document, sentences: tuple[Sentence, ...]) -> Coding:
    offset = 0 if case.before is None else len(case.before) + 2
    start = offset + case.at
    end = start + len(case.trigger)
    index = max(i for i, sentence in enumerate(sentences) if sentence.start <= start)
    tokens = sentences[index].tokens
    head = next(i for i, token in enumerate(tokens) if token.end > start)
    return Coding(
        sentence=index,
        head=head,
        trigger=Trigger(text=document.text[start:end], start=start, end=end),
        event_type=case.type,
        occurred=case.occurred,
        reasons=tuple(Reason(feature=feature, score=1.0) for feature in case.reasons),
    )


def _verdict(case: Case, claims: tuple[Claim, ...]) -> Verdict:
    if len(claims) <= case.claim:
        return Verdict(
            case=case,
            claim=None,
            speaker=False,
            certainty=False,
            auxiliary=False,
            via=False,
            framing=case.framing is None,
        )
    claim = claims[case.claim]
    said_by = claim.asserted_by
    named = tuple((words.text, words.target, words.kind) for words in claim.framing)
    return Verdict(
        case=case,
        claim=claim,
        framing=case.framing is None or named == case.framing,
        speaker=(said_by.role, said_by.name, said_by.country)
        == (case.role, case.speaker_name, case.speaker_country),
        certainty=claim.certainty == case.certainty,
        auxiliary=sorted(claim.auxiliary) == sorted(case.auxiliary),
        via=[speaker.name or speaker.text for speaker in claim.via] == list(case.via),
    )


def _share(verdicts: Iterable[Verdict], part: str) -> float:
    right = [bool(getattr(verdict, part)) for verdict in verdicts]
    return sum(right) / len(right) if right else 0.0
