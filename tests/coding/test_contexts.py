from __future__ import annotations

import pytest

from dragoman.coding.contexts import contexts_of
from dragoman.ontology import plover

SHOWN = {
    "military": "The army crossed the river.",
    "intelligence": "Two spies were caught.",
    "executive": "The prime minister spoke.",
    "legislative": "Parliament sat all night.",
    "election": "The ballot was secret.",
    "political_institutions": "The constitution was changed.",
    "pro_democracy": "They asked for democracy.",
    "pro_autocracy": "The junta stayed.",
    "economic": "Tariffs rose.",
    "legal": "The tribunal sat.",
    "reparations": "They paid compensation.",
    "human_rights": "The report spoke of torture.",
    "rights_freedoms": "They fought for freedom of speech.",
    "repression": "The crackdown went on.",
    "human_security": "A famine followed.",
    "gender": "Women may vote.",
    "lgbt": "Same-sex couples may marry.",
    "religion_ethnicity": "A mosque was opened.",
    "inequality": "Poverty grew.",
    "diplomatic": "The ambassador left.",
    "territory": "The border is disputed.",
    "peacekeeping": "Peacekeepers arrived.",
    "health": "Vaccines were sent.",
    "asylum": "Refugees came.",
    "migration": "Visas were stopped.",
    "disasters": "An earthquake struck.",
    "natural_resource": "The pipeline leaks.",
    "environment": "Emissions fell.",
    "technology": "A satellite was launched.",
    "terrorism": "Hostages were taken.",
    "cbrn": "Uranium was found.",
    "cyber": "Hackers broke in.",
    "misinformation": "Propaganda was spread.",
    "crime": "A gang was caught.",
    "corruption": "He took bribes.",
    "illegal_drugs": "Cocaine was found.",
    "trafficking": "Smugglers were tried.",
}


def test_every_context_of_the_codebook_is_shown() -> None:
    assert set(SHOWN) == set(plover().contexts)


@pytest.mark.parametrize(("context", "text"), SHOWN.items())
def test_words_show_their_context(context: str, text: str) -> None:
    assert context in contexts_of(text)


def test_parts_of_words_show_nothing() -> None:
    assert contexts_of("The warden's oilskin was lawful enough.") == ()
