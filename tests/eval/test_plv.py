import pytest

from eval.plv import macro_f1


def test_macro_f1_weighs_rare_types_like_common_ones() -> None:
    pairs = [("A", "A")] * 98 + [("B", "A"), ("B", "B")]
    assert macro_f1(pairs) == pytest.approx((2 * 98 / (98 + 99) + 2 / 3) / 2)
