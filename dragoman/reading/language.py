"""Which language a text is in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_SAMPLE = 6000  # characters: enough to be sure, however long the document
_SHORT = 40  # letters: less than this says too little to refuse a text
_BRIEF = 200  # letters: up to this, a headline or a question, the identifier is often unsure
_SURE = 0.7
_AS_ENGLISH = frozenset({"en", "pcm", "sco"})  # pidgin and Scots are seen in headlines of names

# Words that English cannot do without and that other languages written alike do not have, …
_ENGLISH_ALONE = frozenset(
    """
    the and that with its their which has been this but after between did does what when who how
    why where would should they from were by
    """.split()  # noqa: SIM905 a list of words reads best as words
)
# … and those that another language has, too.
_ENGLISH = _ENGLISH_ALONE | frozenset(
    "of to in is was for on at as it his have had are be not or an do will".split()  # noqa: SIM905
)
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language; None where the text is too short to tell."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    count = sum(word in _ENGLISH for word in words)
    if count > 0.15 * max(len(words), 1) and not _ENGLISH_ALONE.isdisjoint(words):
        return "en"  # a quarter of English prose, and of no other language
    letters = sum(map(len, words))
    in_latin = 2 * len(_LATIN.findall(text[:_SAMPLE])) >= letters
    if letters < _SHORT and (in_latin or not letters):
        return None
    label, sureness = _identifier().classify(text[:_SAMPLE])
    if label in _AS_ENGLISH:
        return "en"
    unsure = in_latin and letters < _BRIEF and sureness < _SURE
    return None if unsure else str(label)


@cache
def _identifier() -> Any:
    """Loaded when first in doubt: most documents are not, and it takes a tenth of a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
