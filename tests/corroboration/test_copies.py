from __future__ import annotations

from random import Random

from dragoman.corroboration.copies import copies, groups
from dragoman.ports import Witness


def article(seed: int, words: int = 120) -> str:
    random = Random(seed)  # noqa: S311 - words, not secrets
    return " ".join(f"w{random.randrange(5000)}" for _ in range(words))


def witness(document: str, text: str, published: str | None = None) -> Witness:
    return Witness(document=document, source=document, published=published, text=text)


def test_a_copy_points_to_the_older_text() -> None:
    texts = article(1), article(1) + " sent by wire"
    [link] = copies([witness("a", texts[1], "2024"), witness("b", texts[0], "2020")])
    assert (link.kind, link.left, link.right) == ("copy-of", "a", "b")
    assert [reason.score < 1.0 for reason in link.reasons] == [True, False]


def test_other_texts_on_the_same_page_design_are_no_copies() -> None:
    footer = " all rights reserved write to us or follow our pages"
    assert copies(witness(str(n), article(n) + footer) for n in range(30)) == ()


def test_an_excerpt_is_a_copy_but_a_digest_of_many_is_not() -> None:
    whole = article(1, 300)
    excerpt = " ".join(whole.split()[:150])
    digest = " ".join(article(n, 300) for n in range(1, 9))
    assert len(copies([witness("a", whole), witness("b", excerpt)])) == 1
    assert copies([witness("a", whole), witness("c", digest)]) == ()


def test_order_means_nothing_and_many_copies_are_one_group() -> None:
    many = [witness(f"d{n:02}", article(7) + f" edition {n}") for n in range(50)]
    links = copies(many)
    assert links == copies(reversed(many))
    assert set(groups(links).values()) == {"d00"}
    assert len(groups(links)) == 50


def test_empty_texts_copy_nothing() -> None:
    assert copies([witness("a", ""), witness("b", "")]) == ()
