from __future__ import annotations

import pytest

from dragoman.coding.lexicon import Lexicon, lexicon, read_frames, spelling
from dragoman.errors import OntologyError
from dragoman.ontology import plover

LISTS = {"ties": frozenset({"tie", "link"})}


def frames(*verbs: str, **group: object) -> list[object]:
    data = {"type": "SUPPORT", "group": [{"verbs": list(verbs), **group}]}
    return list(read_frames(data, LISTS, "a.toml"))


def test_the_shipped_lexicon_is_rich_and_covers_the_codebook() -> None:
    shipped = lexicon()
    assert shipped.size > 2500
    modes = {(f.event_type, mode) for f in shipped.all() for mode in f.modes}
    assert {f.event_type for f in shipped.all()} == set(plover().types)
    assert modes == {(name, m) for name, kind in plover().types.items() for m in kind.modes}


def test_heads_and_lists_multiply() -> None:
    found = Lexicon(frames("sever|cut +off =@ties"), LISTS)  # type: ignore[arg-type]
    (frame,) = found.frames("verbs", "cut")
    assert (frame.particle, frame.objects, found.size) == (frozenset({"off"}), LISTS["ties"], 2)


def test_a_particle_may_be_one_of_several() -> None:
    (frame,) = frames("wind +up|down =post")
    assert frame.particle == {"up", "down"}  # type: ignore[attr-defined]


def test_words_in_a_row_are_cut_as_the_parser_cuts_them() -> None:
    (frame,) = frames("send ~empty-handed")
    assert frame.phrase == ("empty", "-", "handed")  # type: ignore[attr-defined]


def test_the_most_demanding_frame_comes_first() -> None:
    found = Lexicon(frames("open", "open =embassy", "open =embassy in:"), LISTS)  # type: ignore[arg-type]
    assert [f.specificity for f in found.frames("verbs", "open")] == [3, 2, 0]


@pytest.mark.parametrize(
    ("pattern", "says"),
    [("open &embassy", "'&embassy'"), ("open =@doors", "'doors'")],
)
def test_a_wrong_pattern_is_named(pattern: str, says: str) -> None:
    with pytest.raises(OntologyError, match=f"a.toml.*{says}"):
        frames(pattern)


def test_a_wrong_mode_is_named() -> None:
    with pytest.raises(OntologyError, match="a.toml: SUPPORT has no mode 'demo'"):
        frames("open", modes=["demo"])


def test_an_unknown_list_is_named() -> None:
    with pytest.raises(OntologyError, match="'nowhere'"):
        lexicon().list("nowhere")


@pytest.mark.parametrize(
    ("written", "keyed"),
    [("recognise", "recognize"), ("normalisation", "normalization"), ("honour", "honor"),
     ("stag", "stage"), ("readie", "ready"), ("visit", "visit"), ("cease-fire", "ceasefire"),
     ("re-open", "reopen"), ("re-sign", "sign"), ("barrack", "barracks")],
)  # fmt: skip
def test_spelling_is_one(written: str, keyed: str) -> None:
    assert spelling(written) == keyed
