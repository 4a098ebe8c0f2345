from training.splits import family_groups, folds, groups

TEXTS = [
    "the two ministers met in the capital on Monday to talk about grain",
    "the two ministers met in the capital on Friday to talk about grain",
    "a landslide closed the northern pass",
    "rebels shelled the harbour at dawn and the harbour burned",
]


def test_near_copies_share_a_group() -> None:
    group = groups(TEXTS)
    assert group[0] == group[1]
    assert len(set(group)) == 3


def test_families_whose_first_texts_are_alike_share_a_group() -> None:
    group = family_groups([TEXTS[0], TEXTS[2], TEXTS[1], TEXTS[3]], ["x", "x", "y", "z"])
    assert group[0] == group[1] == group[2] != group[3]


def test_a_group_is_never_divided() -> None:
    names = [str(i) for i in range(200)]
    group = [i // 4 for i in range(200)]
    fold = folds(group, names, 5)
    assert {len({f for f, g in zip(fold, group, strict=True) if g == k}) for k in group} == {1}
    assert all(fold.count(k) > 15 for k in range(5))


def test_folds_do_not_depend_on_the_order() -> None:
    names = [str(i) for i in range(50)]
    forwards = dict(zip(names, folds(range(50), names, 5), strict=True))
    backwards = dict(zip(names[::-1], folds(range(50), names[::-1], 5), strict=True))
    assert forwards == backwards


def test_further_members_leave_the_others_where_they_were() -> None:
    names = [str(i) for i in range(60)]
    fold = folds(range(60), names, 5)
    assert folds(range(60), [*names[:40], *"abcdefghijklmnopqrst"], 5)[:40] == fold[:40]
