"""Where readers who comment are at home, and whom they call `you`."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from dragoman.records.documents import SectionKind
from dragoman.records.readings import Mention
from tests.reading.resolve.conftest import document

Meant = Callable[..., dict[str, tuple[str | None, ...]]]
POST = (
    "The road\nMali closed the road, said Bamako. Niger has complained to Mali. Here in Niamey we"
    " wait: Mali has robbed us, and our police did nothing."
)


@pytest.fixture
def meant(mentions: Callable[..., tuple[Mention, ...]]) -> Meant:
    """Whom the words of comments mean, of a post from Niger about Niger and Mali."""

    def read(*comments: tuple[str, str]) -> dict[str, tuple[str | None, ...]]:
        text = "\n".join([POST, *(said for _, said in comments)])
        kinds: list[SectionKind] = ["title", "body"]
        kinds += ["comment"] * len(comments)
        doc = document(text, kinds=tuple(kinds))
        sections = list(doc.sections)
        for number, (name, _) in enumerate(comments, 2):
            sections[number] = replace(sections[number], author=name)
        found = mentions(replace(doc, sections=tuple(sections)))
        first = sections[2].start
        return {
            text[m.start : m.end]: tuple(r.country for r in m.referents)
            for m in found
            if m.start >= first
        }

    return read


def test_whoever_says_you_to_the_author_is_of_the_other_state(meant: Meant) -> None:
    found = meant(("Oumar", "Your soldiers burned our huts."))
    assert (found["Your soldiers"], found["our"]) == (("NER",), ("MLI",))


def test_whoever_says_we_and_accuses_nobody_is_at_home_with_the_author(
    meant: Meant,
) -> None:
    assert meant(("Issa", "Our customs men slept."))["Our customs men"] == ("NER",)


def test_two_who_quarrel_are_of_the_two_states(meant: Meant) -> None:
    found = meant(
        ("Oumar", "Niger stole our cattle."),
        ("Issa", "You shelled the well."),
        ("Oumar", "A lieutenant of ours died there."),
    )
    assert found["You"] == ("MLI",)
    assert found["lieutenant of ours"] == ("MLI",)


def test_a_place_beside_a_name_tells_a_home(meant: Meant) -> None:
    assert meant(("Oumar, Bamako", "Our army left."))["Our army"] == ("MLI",)
    assert meant(("Oumar, Oslo", "Our army left."))["Our army"] == ("NER",)


def test_our_embassy_stands_abroad(meant: Meant) -> None:
    found = meant(("Oumar", "Stones flew at our embassy in Niamey."))
    assert found["our embassy"] == ("MLI",)


def test_whoever_does_it_to_you_is_of_our_own(meant: Meant) -> None:
    found = meant(("Oumar", "Mali chased you out, and your minister wept."))
    assert (found["you"], found["your minister"]) == (("NER",), ("NER",))


def test_what_any_reader_does_is_done_by_no_state(meant: Meant) -> None:
    found = meant(("Oumar", "Niger stole our cattle, and you forget it."))
    assert "you" not in found


def test_those_who_did_it_to_us_are_the_others(meant: Meant) -> None:
    assert meant(("Issa", "They killed five of our soldiers."))["They"] == ("MLI",)
