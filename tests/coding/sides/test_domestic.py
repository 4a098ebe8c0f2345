from __future__ import annotations

import pytest
from msgspec.structs import replace

from dragoman.coding import LexiconCoder
from dragoman.records.documents import Section
from dragoman.records.readings import Referent
from tests.coding import told as told_of
from tests.coding.told import coded, document, read, shape

ABOUT_ONE = "Chad is dry. Chad is big. Chad is hot. Chad is poor. Peru is wet. "
ABOUT_TWO = "Chad and Niger have a border. Chad left Niger. Niger left Chad. "


def told(text: str, of: str) -> set[tuple[str, str]]:
    """Who does what is of this type to whom, as countries."""
    return {
        (" ".join(str(p.country) for p in c.actors), " ".join(str(p.country) for p in c.recipients))
        for c in coded(text)
        if c.event_type == of
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("In 1921 the army seized power.", "COERCE"),
        ("Chad declared martial law in 1921.", "COERCE"),
        ("In 1921 a junta suspended the constitution.", "COERCE"),
        ("King Moussa was overthrown in 1921.", "COERCE"),
        ("King Moussa resigned in 1921.", "RETREAT"),
        ("Rebels attacked government targets in 1921.", "ASSAULT"),
        ("Since 1921, thousands have been killed.", "ASSAULT"),
    ],
)
def test_who_is_not_named_in_a_text_about_one_state_is_of_it(text: str, kind: str) -> None:
    assert ("TCD", "TCD") in told(ABOUT_ONE + text, kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A colony was established in 1921.", "COERCE"),
        ("Foreign invaders overran the capital in 1921.", "ASSAULT"),
        ("King Moussa was never overthrown.", "COERCE"),
        ("Since the attack, King Moussa has been ill.", "ASSAULT"),
        ("In 1921 rebels attacked government targets, and Peru burned.", "ASSAULT"),
    ],
)
def test_what_may_be_done_from_abroad_is_not_done_at_home(text: str, kind: str) -> None:
    assert ("TCD", "TCD") not in told(ABOUT_ONE + text, kind)


def test_in_a_text_about_two_nobody_is_guessed_to_be_at_home() -> None:
    assert ("TCD", "TCD") not in told(ABOUT_TWO + "In 1921 thousands were killed.", "ASSAULT")


def test_who_seizes_power_rules_his_own_whatever_the_text_is_about() -> None:
    assert ("NER", "NER") in told(ABOUT_TWO + "In 1921 Niger seized power.", "COERCE")


def test_what_foreigners_do_in_a_text_about_one_state_is_done_to_it() -> None:
    last = coded(ABOUT_ONE + "The invasion by Kenya began in 1921.")[-1]
    assert shape(last) == "ASSAULT: KEN > TCD"


def test_a_people_protests_and_not_its_state() -> None:
    (last,) = coded(ABOUT_ONE + "Protests broke out in 1921.")
    assert [(p.country, p.sector) for p in last.actors] == [("TCD", "CVL")]


def test_a_title_that_is_a_name_says_what_the_text_is_about() -> None:
    text = "Chad\nPeru is wet. Peru helped Chad. In 1921 the army seized power."
    sections = (
        Section(kind="title", start=0, end=4, level=1),
        Section(kind="body", start=5, end=len(text)),
    )
    written = document(text, sections=sections)
    codings = LexiconCoder().code(written, read(written))
    assert "COERCE seize: TCD > TCD" in map(shape, codings)


@pytest.mark.parametrize(
    "text",
    ["Chad declared martial law.", "Chad has imposed a curfew because of raids that Niger denied."],
)
def test_a_state_keeps_its_own_indoors_whatever_the_text_is_about(text: str) -> None:
    (kept,) = [c for c in coded(ABOUT_TWO + text) if c.event_type == "COERCE"]
    assert [p.country for p in kept.recipients] == ["TCD"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad declared a ceasefire.", "CONCEDE"),
        ("Chad walked out of the talks.", "REJECT"),
        ("King Moussa welcomed the truce.", "SUPPORT"),
        ("Chad sent troops into the valley.", "MOBILIZE"),
    ],
)
def test_in_a_text_about_one_state_its_own_do_it_at_home(text: str, kind: str) -> None:
    assert ("TCD", "TCD") in told(ABOUT_ONE + text, kind)


def test_in_a_text_about_one_state_what_several_or_a_body_do_is_done_to_it() -> None:
    assert ("NOR KEN", "TCD") in told(
        ABOUT_ONE + "Norway and Kenya suspended their aid.", "SANCTION"
    )
    assert ("UNO", "TCD") in told(ABOUT_ONE + "the United Nations condemned the coup.", "ACCUSE")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad lifted the state of emergency.", "CONCEDE"),
        ("Chad lifted the ban on parties.", "CONCEDE"),
    ],
)
def test_what_rulers_do_at_home_is_done_there_in_a_text_about_two(text: str, kind: str) -> None:
    assert ("TCD", "TCD") in told(ABOUT_TWO + text, kind)


@pytest.mark.parametrize(
    ("text", "sector", "kind", "wrong"),
    [
        ("Chadian police detained Olsen.", "COP", "COERCE", False),
        ("Chadian crowds demanded his resignation.", "CVL", "REQUEST", False),
        ("King Moussa warned that Chad would not yield.", "GOV", "THREATEN", True),
    ],
)
def test_whose_they_are_is_told_by_what_they_are(
    text: str, sector: str, kind: str, wrong: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = told_of.referent

    def referent(words: str) -> Referent:
        return replace(plain(words), sector=sector)

    monkeypatch.setattr(told_of, "referent", referent)
    assert (("TCD", "TCD") in told(ABOUT_TWO + text, kind)) is not wrong
