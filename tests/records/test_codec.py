import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records.codec import content_id, decode, digest, encode
from dragoman.records.documents import document_id
from dragoman.records.events import StatusSpan
from dragoman.records.provenance import Source

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), json_values))
def test_an_id_does_not_depend_on_the_order_of_keys(fields: dict[str, object]) -> None:
    backwards = dict(reversed(fields.items()))
    assert content_id("x", fields) == content_id("x", backwards)


def test_an_id_tells_its_kind_and_its_fields_apart() -> None:
    ids = {content_id("a", "b"), content_id("b", "b"), content_id("a", "b", ""), content_id("a")}
    assert len(ids) == 4


def test_digests_name_their_algorithm() -> None:
    assert digest(b"").startswith("sha256:e3b0c442")


def test_a_record_survives_the_round_trip_with_its_public_names() -> None:
    span = StatusSpan(status="relations", since="1966-04-13", event="evt_1")
    assert b'"from":"1966-04-13"' in encode(span)
    assert decode(encode(span), StatusSpan) == span


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (("file:///here/a.txt", "text"), ("file:///there/b.txt", "text"), True),
        (("https://one.example/a", "text"), ("https://two.example/a", "text"), False),
        (("file:///a", "text"), ("file:///a", "other text"), False),
    ],
)
def test_a_document_is_its_text_and_address_wherever_the_file_lies(
    a: tuple[str, str], b: tuple[str, str], same: bool
) -> None:
    source = Source(id="src_1", name="Somewhere")
    assert (document_id(a[0], source, a[1]) == document_id(b[0], source, b[1])) is same
