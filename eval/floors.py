"""Floors under the figures: they rise with a flag, and fall only with a second one."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")
SLACK = 0.005  # below the figure, so that one case in two hundred is not a failure


def load(path: Path = FLOORS) -> dict[str, float]:
    """The floors, by figure."""
    return tomllib.loads(path.read_text("utf-8"))["floors"] if path.exists() else {}


def failures(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """One line for each figure below its floor, or floor whose figure was not measured."""
    wrong = []
    for name, floor in floors.items():
        if name not in figures:
            wrong.append(f"{name}: not measured, its floor is {floor:.3f}")
        elif figures[name] < floor:
            wrong.append(f"{name}: {figures[name]:.3f} is below its floor {floor:.3f}")
    return wrong


def raised(
    figures: Mapping[str, float], floors: Mapping[str, float], *, lower: bool
) -> dict[str, float]:
    """New floors just under the figures; a floor sinks only if that is asked for."""
    new = dict(floors)
    for name, figure in figures.items():
        level = round(max(figure - SLACK, 0.0), 3)
        new[name] = level if lower else max(level, floors.get(name, 0.0))
    return new


def save(floors: Mapping[str, float], path: Path = FLOORS) -> None:
    """Writes the floors, one a line."""
    lines = ["# Written by `python -m eval --raise-floors`; never lowered by hand.", "[floors]"]
    lines += [f'"{name}" = {floor}' for name, floor in sorted(floors.items())]
    path.write_text("\n".join(lines) + "\n", "utf-8")
