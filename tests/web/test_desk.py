from __future__ import annotations

from pathlib import Path

from dragoman.web.desk import Desk
from tests.web.making import app_over, noon


def test_a_dossier_without_texts_is_the_same(record: tuple[Path, dict[str, str]]) -> None:
    app = app_over(record[0])
    desk = Desk(app, noon, apart=False)
    dossier = desk.dossier("PRK", "PSE")
    assert dossier == app.dossier_of(desk.view, "PRK", "PSE", desk.name)
    assert len(dossier.documents) == 2
    desk.close()
