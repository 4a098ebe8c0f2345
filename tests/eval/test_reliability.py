from __future__ import annotations

import pytest

from eval.reliability import calibrated, table


def test_a_bin_says_what_was_said_and_what_was_right() -> None:
    judged = [(0.82, True), (0.84, True), (0.86, True), (0.88, False), (0.1, False)]
    low, (said, right, claims) = table(judged)
    assert low == (0.1, 0.0, 1)
    assert said == pytest.approx(0.85)
    assert (right, claims) == (0.75, 4)


def test_certainty_itself_has_a_bin() -> None:
    assert table([(1.0, True)]) == [(1.0, 1.0, 1)]


def test_calibration_is_the_mean_distance_from_what_is_right() -> None:
    assert calibrated([(0.8, 0.8, 10)]) == 1.0
    assert calibrated([(0.9, 0.5, 10), (0.2, 0.2, 30)]) == pytest.approx(0.9)
