from pathlib import Path

from eval import floors


def test_a_figure_below_its_floor_is_named_with_both() -> None:
    (line,) = floors.failures({"dated": 0.61, "detected": 0.9}, {"dated": 0.7, "detected": 0.8})
    assert "dated" in line
    assert "0.610" in line
    assert "0.700" in line


def test_a_floor_whose_figure_is_gone_fails() -> None:
    assert floors.failures({}, {"dated": 0.7})


def test_floors_rise_with_the_figures_but_do_not_sink() -> None:
    held = {"dated": 0.7, "detected": 0.8}
    new = floors.raised({"dated": 0.6, "detected": 0.9}, held, lower=False)
    assert new == {"dated": 0.7, "detected": 0.895}


def test_a_floor_sinks_only_if_asked_to() -> None:
    assert floors.raised({"dated": 0.6}, {"dated": 0.7}, lower=True) == {"dated": 0.595}


def test_floors_survive_the_file(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    floors.save({"samples: dated": 0.7}, path)
    assert floors.load(path) == {"samples: dated": 0.7}


def test_without_a_file_there_are_no_floors(tmp_path: Path) -> None:
    assert floors.load(tmp_path / "none.toml") == {}
