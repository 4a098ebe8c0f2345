"""Lists the verbs on which no event of the training sentences hangs.

    python -m training.idle        writes `dragoman/data/lexicon/idle.toml`

The encoder is not asked about them. Runs in the base environment.
"""

from __future__ import annotations

from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Final

from dragoman.coding.lexicon import spelling
from dragoman.reading.parse import Parser
from dragoman.records.readings import Token
from training.confidence import document_of
from training.examples import Annotated, read_sentences

_OFTEN: Final = 3  # families in which a word must stand before it counts as idle
_SELDOM: Final = 0.03  # as often as this, beside idle uses, it may still be part of a trigger
_PATH: Final = Path(str(files("dragoman"))) / "data" / "lexicon" / "idle.toml"
_HEAD: Final = """\
# Verbs on which no event of the training sentences hangs: the encoder is not asked about them.
# Written by `python -m training.idle`.
"""


def idle() -> list[str]:
    """The idle verbs, in alphabetical order."""
    used, unused = Counter[str](), Counter[str]()
    parser = Parser()
    for sentence in {s.family: s for s in read_sentences()}.values():
        for parsed in parser.parse(document_of(sentence.text)):
            for token in parsed.tokens:
                if token.pos == "VERB":
                    counter = used if _tells(sentence, token) else unused
                    counter[spelling(token.lemma.lower())] += 1
    return sorted(
        verb
        for verb, count in unused.items()
        if count >= _OFTEN and used[verb] <= _SELDOM * count and verb.isalpha()
    )


def _tells(sentence: Annotated, token: Token) -> bool:
    spans = (event.trigger for event in sentence.events)
    return any(span and span[0] <= token.start < span[1] for span in spans)


def main() -> None:
    """Writes the file."""
    _PATH.write_text(f'{_HEAD}\nidle = """\n{_wrapped(idle())}\n"""\n', "utf-8")


def _wrapped(words: list[str]) -> str:
    lines, line = [], " "
    for word in words:
        if len(line) + len(word) > 96:
            lines.append(line)
            line = " "
        line += f" {word}"
    return "\n".join([*lines, line])


if __name__ == "__main__":
    main()
