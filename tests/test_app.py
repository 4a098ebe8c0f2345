import math

import pytest

from dragoman import settings
from dragoman.app import App

TEXT, TRIGGER = "Norway gave Nepal $4 million for flood relief.", (7, 11)


def test_meanings_are_known_to_the_learned_coder() -> None:
    pytest.importorskip("onnxruntime")
    meaning = App(settings.load({}, {})).meaning(TEXT, TRIGGER)
    assert math.hypot(*meaning) == pytest.approx(1.0)


def test_no_meanings_are_known_to_the_lexicon() -> None:
    assert App(settings.load({"coder": "lexicon"}, {})).meaning(TEXT, TRIGGER) == ()
