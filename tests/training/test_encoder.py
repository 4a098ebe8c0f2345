from training.encoder import LONGEST, MARKERS, mark

IDS = [201, 202, 203, 204]
OFFSETS = [(0, 4), (5, 9), (10, 14), (15, 19)]


def test_markers_stand_around_the_spans() -> None:
    marked = mark(IDS, OFFSETS, ((0, 4), (10, 19), None))
    (a, not_a), (r, not_r), _ = MARKERS
    assert marked.ids == [101, a, 201, not_a, 202, r, 203, 204, not_r, 102]
    assert marked.parts == [0, 1, 1, 1, 0, 2, 2, 2, 2, 0]
    assert marked.places == [1, 5, 0]


def test_a_span_that_covers_no_token_is_not_marked() -> None:
    assert mark(IDS, OFFSETS, ((4, 5), None, None)).ids == [101, *IDS, 102]


def test_of_a_long_text_the_tokens_around_the_spans_are_read() -> None:
    ids = list(range(1000, 2000))
    offsets = [(5 * i, 5 * i + 4) for i in range(1000)]
    marked = mark(ids, offsets, ((2500, 2504), (2600, 2604), None))
    assert {1500, 1520} <= set(marked.ids)
    assert len(marked.ids) == LONGEST + 6
