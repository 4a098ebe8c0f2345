"""Cells in columns of plain text."""

from __future__ import annotations

from collections.abc import Iterator

_GAP = 2
_NAMED = 34  # the widest that names in the first column get while others must be cut for it


def columns(heads: list[str], rows: list[list[str]], width: int) -> Iterator[str]:
    """A table with figures to the right; one too wide is cut into several, one under another."""
    widths = [max(map(len, cells)) for cells in zip(heads, *rows, strict=True)]
    if sum(widths) + _GAP * len(widths) > width:
        widths[0] = min(widths[0], _NAMED)
    for part in _parts(widths, width):
        for cells in (heads, *rows):
            if any(cells[at] not in {"·", ""} for at in part):
                placed = (" " * _GAP + _place(cells[at], widths[at], heads[at]) for at in part)
                yield f"  {_cut(cells[0], widths[0])}{''.join(placed)}".rstrip()


def _parts(widths: list[int], width: int) -> Iterator[list[int]]:
    """The columns after the first, as many at a time as fit beside it."""
    part: list[int] = []
    for at in range(1, len(widths)):
        if part and widths[0] + sum(widths[n] + _GAP for n in (*part, at)) > width:
            yield part
            part = []
        part.append(at)
    yield part


def _place(cell: str, width: int, head: str) -> str:
    """Figures to the right, what has no head (a bar) to the left."""
    return cell.rjust(width) if head else cell.ljust(width)


def _cut(name: str, most: int) -> str:
    return name.ljust(most) if len(name) <= most else f"{name[: most - 1]}…"
