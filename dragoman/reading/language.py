"""Which language a text is in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_SAMPLE = 6000  # characters: enough to be sure, however long the document
_SHORT = 40  # characters: less than this says too little to refuse a text

# Words that English cannot do without and that other languages written alike do not have.
_ENGLISH = frozenset(
    """
    the of and to in that is was for with on by from at as it its his their which has have had
    were are this be not but or an after between
    """.split()  # noqa: SIM905 a list of words reads best as words
)
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language; None where the text is too short to tell."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    if sum(word in _ENGLISH for word in words) > 0.15 * max(len(words), 1):
        return "en"  # a quarter of English prose, and of no other language
    if sum(map(len, words)) < _SHORT:
        return None
    label, _ = _identifier().classify(text[:_SAMPLE])
    return str(label)


@cache
def _identifier() -> Any:
    """Loaded when first in doubt: most documents are not, and it takes a tenth of a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
