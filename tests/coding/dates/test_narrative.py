from __future__ import annotations

from dragoman.coding.dates.narrative import Narrative
from dragoman.coding.dates.story import Deed
from dragoman.coding.lexicon import lexicon
from dragoman.records.readings import TimeExpression
from tests.coding.told import document, read

DAY = TimeExpression(start=12, end=18, edtf="2021-04-12", basis="relative")


def _told(text: str = "Chad left on Monday.") -> Narrative:
    written = document(text)
    return Narrative(written, read(written), lexicon())


def test_a_new_line_ends_the_scene_but_not_what_is_remembered() -> None:
    told = _told()
    for name in ("scene", "row", "past"):
        setattr(told, name, DAY)
    told.keep(Deed(time=DAY, event_type="CONSULT", name="visit"))
    told.begin_unit()
    assert not told.scene
    assert not told.row
    assert told.past == DAY
    assert told.named == {"visit": DAY}


def test_it_knows_its_words_and_its_countries() -> None:
    told = _told("Chad left on Monday for Mali.")
    tokens = told.reading.sentences[0].tokens
    day = TimeExpression(start=13, end=19, edtf="2021-04-12", basis="relative")
    assert told.words(day) == "Monday"
    assert told.countries_at(tokens) == {"TCD", "MLI"}
