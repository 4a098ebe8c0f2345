"""The coder of one's own that the docs show does what they say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from tests.coding.told import document, read

PAGE = Path(__file__).parents[2] / "docs" / "coding.md"


def test_the_coder_in_the_docs_finds_visits() -> None:
    (example,) = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    names: dict[str, Any] = {}
    exec(example, names)  # noqa: S102 - our own page
    written = document("King Moussa visited Norway in May.")
    (coding,) = names["VisitCoder"](teasers=False).code(written, read(written))
    assert coding.event_type == "CONSULT"
    assert [p.country for p in (*coding.actors, *coding.recipients)] == ["TCD", "NOR"]
