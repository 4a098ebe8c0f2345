from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reading.resolve.conftest import Said

Reads = Callable[..., Said]


@pytest.mark.parametrize(
    "text",
    [
        'In Lusaka, a minister replied. "We are ready," he said.',
        'Malawi waited. "We are ready," the foreign minister of Zambia said.',
        'Malawi waited. "We are ready. Nobody fears a storm," the Zambian envoy said.',
        'Malawi waited. "We are ready," said General Mwansa, an officer in Lusaka.',
    ],
)
def test_we_are_those_who_speak_before_or_after(said: Reads, text: str) -> None:
    assert dict(said(text))["We"] == ("ZMB",)


def test_a_speaker_stands_for_all_sentences_of_a_quotation(said: Reads) -> None:
    text = 'The Zambian envoy told Malawi: "We are ready. Our patience has ended."'
    assert dict(said(text))["Our"] == ("ZMB",)


def test_one_named_inside_a_quotation_does_not_speak(said: Reads) -> None:
    text = 'The Zambian envoy spoke. "Malawi has attacked us."'
    assert dict(said(text))["us"] == ("ZMB",)
