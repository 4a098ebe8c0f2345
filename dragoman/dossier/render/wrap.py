"""Words set in lines of a width."""

from __future__ import annotations

UNBREAKABLE = "\N{NO-BREAK SPACE}"  # stands for a blank at which no line may end


def wrap(words: str, width: int, indent: int = 0, first: str = "") -> list[str]:
    """The words in lines; `first` stands before them, within the indent. No word is broken."""
    lines: list[str] = []
    line = first.ljust(indent)
    empty = True
    for word in words.split(" "):
        if empty:
            line += word
        elif len(line) + 1 + len(word) <= width:
            line += f" {word}"
        else:
            lines.append(line)
            line = " " * indent + word
        empty = not line.strip()
    return [each.rstrip().replace(UNBREAKABLE, " ") for each in (*lines, line)]
