"""What every store promises, whatever it stands on."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dragoman.errors import StoreError
from dragoman.ports import EventQuery, Store
from dragoman.records.claims import Claim
from dragoman.records.events import Event
from dragoman.records.provenance import Refusal
from tests.factories import make_claim
from tests.store.making import make_event, make_intake, make_link, take_in

EVERYTHING = EventQuery()
HERE = "https://example.org/a"
THERE = "https://example.org/b"
SUPPORT = make_claim(occurred="1966-04-13")
ACCUSE = make_claim("One side accused the other.", "ACCUSE", occurred="1970")


def ids(things: object) -> list[str]:
    return [thing.id for thing in things]  # type: ignore[attr-defined]


def claims_in(store: Store, query: EventQuery = EVERYTHING) -> list[Claim]:
    return list(store.view().claims(query))


def events_in(store: Store, query: EventQuery = EVERYTHING) -> list[Event]:
    return list(store.view().events(query))


def standing_texts(store: Store) -> dict[str, str]:
    return {document.url: document.text for document in store.view().documents()}


class TestTakingIn:
    def test_an_empty_record_holds_nothing(self, store: Store) -> None:
        view = store.view()
        assert set(view.counts().values()) == {0}
        assert [*view.documents(), *view.sources(), *view.links(), *view.refusals()] == []
        assert [*claims_in(store), *events_in(store), *store.writer().stale_blocks()] == []

    def test_what_was_taken_in_comes_back_as_it_was(self, store: Store) -> None:
        intake = make_intake(claims=[SUPPORT, ACCUSE])
        take_in(store, intake)
        assert intake.document is not None
        found = store.view().document(intake.document.id)
        assert found is not None
        assert found.capture == intake.capture.id
        assert found.text == intake.document.text
        assert [store.view().claim(claim.id) for claim in intake.claims] == list(intake.claims)
        assert store.view().capture(intake.capture.id) == intake.capture
        assert list(store.view().sources()) == [intake.document.source]

    def test_what_is_not_there_is_none(self, store: Store) -> None:
        view = store.view()
        assert view.document("doc_x") is None
        assert view.claim("clm_x") is None
        assert view.event("evt_x") is None
        assert view.capture("cap_x") is None
        assert view.versions(HERE) == ()

    def test_a_batch_that_fails_leaves_nothing(self, store: Store) -> None:
        writer = store.writer()

        def fail_midway() -> None:
            with writer.batch():
                writer.take_in(make_intake(claims=[SUPPORT]))
                raise RuntimeError

        with pytest.raises(RuntimeError):
            fail_midway()
        assert set(store.view().counts().values()) == {0}
        assert writer.stale_blocks() == ()

    def test_a_writer_goes_on_after_a_batch_that_failed(self, store: Store) -> None:
        writer = store.writer()
        with pytest.raises(RuntimeError), writer.batch():
            raise RuntimeError
        with writer.batch():
            writer.take_in(make_intake(claims=[SUPPORT]))
        assert store.view().counts()["claims"] == 1

    def test_a_batch_is_seen_when_it_ends(self, store: Store) -> None:
        writer = store.writer()
        with writer.batch():
            writer.take_in(make_intake(claims=[SUPPORT]))
            assert store.view().counts()["documents"] == 0
        assert store.view().counts()["documents"] == 1

    def test_known_is_what_was_last_seen_under_the_same_settings(self, store: Store) -> None:
        first, second = make_intake(), make_intake(text="Another text.")
        digest, writer = first.capture.payload_digest, store.writer()
        assert not writer.known(HERE, digest, "one")
        take_in(store, first)
        assert writer.known(HERE, digest, "one")
        assert not writer.known(HERE, digest, "two")
        assert not writer.known(THERE, digest, "one")
        take_in(store, second)
        assert not writer.known(HERE, digest, "one")

    def test_taking_in_twice_changes_nothing(self, store: Store) -> None:
        intake, writer = make_intake(claims=[SUPPORT]), store.writer()
        take_in(store, intake)
        before = store.view().fingerprint()
        writer.put_events(writer.stale_blocks(), [], [])
        take_in(store, intake)
        assert store.view().fingerprint() == before
        assert writer.stale_blocks() == ()

    def test_refusals_are_those_of_the_latest_reading(self, store: Store) -> None:
        refusal = Refusal(item="a.txt", stage="reading", code="no-date", detail="none", fatal=False)
        take_in(store, make_intake(refusals=[refusal]))
        assert list(store.view().refusals()) == [refusal]
        take_in(store, make_intake(config="two"))
        assert list(store.view().refusals()) == []


class TestVersions:
    def test_a_changed_document_supersedes_the_one_before(self, store: Store) -> None:
        old = make_intake(claims=[SUPPORT])
        new = make_intake(text="The text was changed.", claims=[ACCUSE])
        take_in(store, old, new)
        assert standing_texts(store) == {HERE: "The text was changed."}
        assert claims_in(store) == list(new.claims)
        assert store.view().claim(old.claims[0].id) == old.claims[0]
        assert [(v.number, v.stands) for v in store.view().versions(HERE)] == [
            (1, False),
            (2, True),
        ]

    def test_a_superseded_document_makes_its_blocks_stale(self, store: Store) -> None:
        take_in(store, make_intake(claims=[SUPPORT]))
        writer = store.writer()
        writer.put_events(writer.stale_blocks(), [], [])
        take_in(store, make_intake(text="The text was changed."))
        assert writer.stale_blocks() == ("block SUPPORT",)
        assert list(writer.claims_of(writer.stale_blocks())) == []

    def test_a_document_that_comes_back_stands_again(self, store: Store) -> None:
        old, new = make_intake(claims=[SUPPORT]), make_intake(text="Changed.", claims=[ACCUSE])
        take_in(store, old, new, old)
        assert claims_in(store) == list(old.claims)
        assert [(v.number, v.stands) for v in store.view().versions(HERE)] == [
            (1, True),
            (2, False),
        ]

    def test_reading_the_same_bytes_anew_replaces_the_claims(self, store: Store) -> None:
        old = make_intake(claims=[SUPPORT, ACCUSE])
        new = make_intake(claims=[ACCUSE], config="two")
        take_in(store, old, new)
        assert claims_in(store) == list(new.claims)
        assert store.view().claim(old.claims[0].id) is not None
        assert store.writer().stale_blocks() == ("block ACCUSE", "block SUPPORT")
        assert [v.number for v in store.view().versions(HERE)] == [1]

    def test_a_text_at_two_addresses_stands_while_one_holds_it(self, store: Store) -> None:
        both = [make_intake(f"file:///{name}.txt", claims=[SUPPORT]) for name in "ab"]
        assert both[0].document is not None
        assert both[1].document is not None
        assert both[0].document.id == both[1].document.id
        take_in(store, *both, make_intake("file:///a.txt", "Changed."))
        assert ids(claims_in(store)) == ids(both[0].claims)
        take_in(store, make_intake("file:///b.txt", "Changed too."))
        assert claims_in(store) == []

    def test_new_bytes_that_cannot_be_read_leave_the_old_version(self, store: Store) -> None:
        old = make_intake(claims=[SUPPORT])
        take_in(store, old, make_intake(readable=False, content=b"\0"))
        assert claims_in(store) == list(old.claims)
        assert not store.writer().known(HERE, old.capture.payload_digest, "one")

    def test_the_same_bytes_read_no_more_retire_what_was_read(self, store: Store) -> None:
        take_in(store, make_intake(claims=[SUPPORT]), make_intake(readable=False, config="two"))
        assert claims_in(store) == []

    @given(
        st.lists(
            st.tuples(st.sampled_from([HERE, THERE]), st.sampled_from(["One.", "Two.", "Three."])),
            max_size=8,
        )
    )
    @settings(
        max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    def test_what_stands_is_what_was_seen_last(
        self, store: Store, seen: list[tuple[str, str]]
    ) -> None:
        start = [(HERE, "One."), (THERE, "One.")]
        for url, text in start + seen:
            take_in(store, make_intake(url, text, [SUPPORT]))
        assert standing_texts(store) == dict(start + seen)
        assert store.view().counts()["claims"] == 2


class TestEvents:
    def put(self, store: Store, *events: Event, blocks: tuple[str, ...] = ("one",)) -> None:
        store.writer().put_events(blocks, events, [])

    def told(self, store: Store, count: int = 3) -> tuple[Claim, ...]:
        claims = [make_claim(f"Telling {n}.", occurred="1966") for n in range(count)]
        intake = make_intake(claims=claims, blocks=["one"] * count)
        take_in(store, intake)
        return intake.claims

    def test_events_come_back_and_their_blocks_are_fresh(self, store: Store) -> None:
        event = make_event(*self.told(store))
        self.put(store, event)
        assert events_in(store) == [event]
        assert store.view().event(event.id) == event
        assert store.writer().stale_blocks() == ()

    def test_other_blocks_keep_their_events(self, store: Store) -> None:
        take_in(store, make_intake(claims=[SUPPORT, ACCUSE]))
        claims = {claim.event_type: claim for claim in claims_in(store)}
        events = [make_event(claims["SUPPORT"]), make_event(claims["ACCUSE"])]
        self.put(store, *events, blocks=("block SUPPORT", "block ACCUSE"))
        self.put(store, events[0], blocks=("block SUPPORT",))
        assert events_in(store) == events

    def test_a_vanished_event_leads_to_the_one_with_most_of_its_claims(self, store: Store) -> None:
        a, b, c = self.told(store)
        self.put(store, make_event(a, b, c, name="old"))
        self.put(store, make_event(a, name="small"), make_event(b, c, name="large"))
        assert ids(events_in(store)) == ["evt_large", "evt_small"]
        old = store.view().event("evt_old")
        assert old is not None
        assert old.merged_into == "evt_large"
        assert old.claims == (a.id, b.id, c.id)

    def test_an_event_without_claims_is_withdrawn_but_not_lost(self, store: Store) -> None:
        event = make_event(*self.told(store))
        self.put(store, event)
        self.put(store)
        assert events_in(store) == []
        assert store.view().event(event.id) == event

    def test_a_withdrawn_event_follows_its_claims_when_they_are_placed(self, store: Store) -> None:
        claims = self.told(store)
        self.put(store, make_event(*claims, name="old"))
        self.put(store)
        self.put(store, make_event(*claims, name="new"))
        old = store.view().event("evt_old")
        assert old is not None
        assert old.merged_into == "evt_new"

    def test_an_event_may_come_back(self, store: Store) -> None:
        event = make_event(*self.told(store), name="a")
        other = make_event(*claims_in(store), name="b")
        for present in (event, other, event):
            self.put(store, present)
        assert events_in(store) == [event]
        led = store.view().event(other.id)
        assert led is not None
        assert led.merged_into == event.id

    def test_a_claim_that_is_not_in_the_record_is_named(self, store: Store) -> None:
        with pytest.raises(StoreError, match=f"{SUPPORT.id} is not in the record"):
            self.put(store, make_event(SUPPORT))
        assert events_in(store) == []

    def test_more_blocks_than_one_question_may_name(self, store: Store) -> None:
        claims = [make_claim(f"Telling {n}.") for n in range(1100)]
        intake = make_intake(claims=claims, blocks=[f"block {n}" for n in range(1100)])
        take_in(store, intake)
        writer = store.writer()
        told = list(writer.claims_of(writer.stale_blocks()))
        assert sorted(ids(told)) == sorted(ids(intake.claims))
        writer.put_events(writer.stale_blocks(), [make_event(claim) for claim in told], [])
        assert store.view().counts()["events"] == 1100
        assert writer.stale_blocks() == ()


class TestLinks:
    def links(self, store: Store, *, superseded: bool = False) -> list[tuple[str, float, bool]]:
        found = store.view().links(superseded=superseded)
        return [(link.right, link.score, link.superseded_at is None) for link in found]

    def test_a_link_that_holds_no_more_is_superseded_and_kept(self, store: Store) -> None:
        take_in(store, make_intake(claims=[SUPPORT, ACCUSE], blocks=["one", "one"]))
        a, b = ids(claims_in(store))
        store.writer().put_events(["one"], [], [make_link(a, b)])
        assert self.links(store) == [(b, 0.9, True)]
        store.writer().put_events(["one"], [], [])
        assert self.links(store) == []
        assert self.links(store, superseded=True) == [(b, 0.9, False)]

    def test_another_verdict_supersedes_the_one_before(self, store: Store) -> None:
        take_in(store, make_intake(claims=[SUPPORT, ACCUSE], blocks=["one", "one"]))
        a, b = ids(claims_in(store))
        for score in (0.9, 0.9, 0.5):
            store.writer().put_events(["one"], [], [make_link(a, b, score=score)])
        assert self.links(store, superseded=True) == [(b, 0.9, False), (b, 0.5, True)]

    def test_a_link_says_when_it_was_judged(self, store: Store) -> None:
        store.writer().put_copies([make_link("doc_a", "doc_b", "copy-of")])
        assert [link.judged_at for link in store.view().links()] == ["2026-02-01T12:00:00Z"]

    def test_a_new_copy_makes_the_blocks_of_both_documents_stale(self, store: Store) -> None:
        take_in(store, make_intake(claims=[SUPPORT]), make_intake(THERE, claims=[ACCUSE]))
        writer, documents = store.writer(), ids(store.view().documents())
        writer.put_events(writer.stale_blocks(), [], [])
        copies = [make_link(documents[0], documents[1], "copy-of")]
        writer.put_copies(copies)
        assert writer.stale_blocks() == ("block ACCUSE", "block SUPPORT")
        writer.put_events(writer.stale_blocks(), [], [])
        writer.put_copies(copies)
        assert writer.stale_blocks() == ()
        writer.put_copies([])
        assert writer.stale_blocks() == ("block ACCUSE", "block SUPPORT")


QUERIES = [
    (EventQuery(), "visit embassy aid undated"),
    (EventQuery(sides=("PRK",)), "visit embassy aid"),
    (EventQuery(sides=("PSE", "PRK")), "visit embassy"),
    (EventQuery(sides=("prk", "palestine")), "visit embassy"),
    (EventQuery(sides=("Kim Il Sung",)), "visit"),
    (EventQuery(sides=("PRK", "ISR")), ""),
    (EventQuery(event_types=("CONSULT", "AID")), "visit aid"),
    (EventQuery(since="1966"), "embassy aid"),
    (EventQuery(until="1966"), "visit embassy"),
    (EventQuery(since="1960-03-02", until="1966-04-12"), "visit"),
    (EventQuery(source="Gazette"), "aid undated"),
    (EventQuery(source="src_Gazette"), "aid undated"),
    (EventQuery(certainty="PS+"), "aid"),
    (EventQuery(standing="agreed"), "visit"),
    (EventQuery(words="EMBASSIES"), "embassy"),
    (EventQuery(words="opened embassy"), "embassy"),
    (EventQuery(words='"OR NOT'), ""),
    (EventQuery(words="?"), ""),
    (EventQuery(words=" "), "visit embassy aid undated"),
    (EventQuery(limit=2), "visit embassy"),
    (EventQuery(limit=0), ""),
]


class TestQueries:
    @pytest.fixture
    def filled(self, store: Store) -> dict[str, str]:
        """A record with four claims, each an event; the names of their ids."""
        visit = make_claim(
            "He paid a visit.", "CONSULT", actors=["PRK:Kim Il Sung"], occurred="1960/1962"
        )
        embassy = make_claim("They opened embassies.", occurred="1966-04-13")
        aid = make_claim(
            "It sent grain.", "AID", recipients=["SYR"], occurred="197X", certainty="PS+"
        )
        undated = make_claim("A protest.", "PROTEST", actors=["ISR"], recipients=[])
        one = make_intake(claims=[visit, embassy], source="Encyclopedia")
        two = make_intake(THERE, claims=[aid, undated], source="Gazette")
        take_in(store, one, two)
        told = [*one.claims, *two.claims]
        names = dict(zip(["visit", "embassy", "aid", "undated"], told, strict=True))
        events = {
            name: make_event(claim, standing="agreed" if name == "visit" else "single")
            for name, claim in names.items()
        }
        store.writer().put_events(store.writer().stale_blocks(), events.values(), [])
        return {thing.id: name for things in (names, events) for name, thing in things.items()}

    @pytest.mark.parametrize(("query", "expected"), QUERIES)
    def test_claims_and_events(
        self, store: Store, filled: dict[str, str], query: EventQuery, expected: str
    ) -> None:
        assert [filled[claim.id] for claim in claims_in(store, query)] == expected.split()
        assert [filled[event.id] for event in events_in(store, query)] == expected.split()

    def test_of_one_document(self, store: Store, filled: dict[str, str]) -> None:
        [document] = [d.id for d in store.view().documents() if d.url == THERE]
        query = EventQuery(document=document)
        assert [filled[claim.id] for claim in claims_in(store, query)] == ["aid", "undated"]
        assert [filled[event.id] for event in events_in(store, query)] == ["aid", "undated"]

    def test_years_before_the_common_era_come_first(self, store: Store) -> None:
        years = ["-0043", "0001", "-0500", "2024", "../-0600"]
        take_in(store, make_intake(claims=[make_claim(year, occurred=year) for year in years]))
        found = [claim.occurred for claim in claims_in(store)]
        assert found == ["../-0600", "-0500", "-0043", "0001", "2024"]

    def test_search_finds_documents_and_the_claims_in_them(self, store: Store) -> None:
        text = "Envoys met in Pyongyang. They opened embassies there."
        about = make_intake(text=text, claims=[make_claim("They opened embassies there.")])
        take_in(store, about, make_intake(THERE, "Nothing of the kind."))
        [hit] = store.view().search("embassies", EVERYTHING)
        assert about.document is not None
        assert hit.document.id == about.document.id
        assert hit.claims == (about.claims[0].id,)
        assert "embassies" in hit.passage.text
        assert list(store.view().search("embassies", EventQuery(sides=("ISR",)))) == []

    def test_search_passes_over_superseded_documents(self, store: Store) -> None:
        take_in(store, make_intake(text="Old words."), make_intake(text="New words."))
        found = [hit.document.id for hit in store.view().search("words", EVERYTHING)]
        assert found == ids(store.view().documents())

    @given(st.text())
    @settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_no_words_break_a_query(self, store: Store, words: str) -> None:
        assert claims_in(store, EventQuery(words=words)) == []
        assert list(store.view().search(words, EVERYTHING)) == []

    @given(
        st.sampled_from(["AND", "a* OR b", "NEAR(a b)", "text:a", '"', "'", "{a}", "-a ^b", "\0"])
    )
    @settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_the_syntax_of_full_text_is_only_words(self, store: Store, words: str) -> None:
        take_in(store, make_intake(text="Plain text about nothing.", claims=[SUPPORT]))
        assert claims_in(store, EventQuery(words=words)) == []
        assert list(store.view().search(words, EVERYTHING)) == []


class TestFingerprint:
    def test_the_order_of_arrival_does_not_matter(self, store: Store) -> None:
        a, b = make_intake(claims=[SUPPORT]), make_intake(THERE, claims=[ACCUSE])
        empty = store.view().fingerprint()
        take_in(store, a, b)
        first = store.view().fingerprint()
        take_in(store, b, a)
        assert store.view().fingerprint() == first != empty

    def test_what_was_found_does(self, store: Store) -> None:
        take_in(store, make_intake(claims=[SUPPORT]))
        before = store.view().fingerprint()
        store.writer().put_events(["block SUPPORT"], [make_event(*claims_in(store))], [])
        after = store.view().fingerprint()
        store.writer().put_events(["block SUPPORT"], [], [])
        assert store.view().fingerprint() == before != after


class TestLookingUp:
    def test_titles_are_documents_without_text_by_id(self, store: Store) -> None:
        take_in(store, make_intake(HERE), make_intake(THERE, "Another text.", source="Herald"))
        whole = list(store.view().documents())
        titles = list(store.view().titles())
        assert titles == [replace(document, text="") for document in whole]
        assert list(store.view().titles(limit=1)) == titles[:1]
        assert list(store.view().titles(after=titles[0].id)) == titles[1:]
        assert list(store.view().titles([titles[1].id, "doc_x"])) == titles[1:]
        (herald,) = store.view().titles(source="src_Herald")
        assert herald.url == THERE

    def test_titles_that_are_named_may_be_superseded(self, store: Store) -> None:
        old = make_intake(HERE, "An older text.")
        take_in(store, old, make_intake(HERE))
        assert old.document is not None
        assert ids(store.view().titles([old.document.id])) == [old.document.id]
        assert old.document.id not in ids(store.view().titles())

    def test_links_of_a_thing_lie_on_either_side_and_hold(self, store: Store) -> None:
        intake = make_intake(claims=[SUPPORT, ACCUSE, make_claim("A third thing.", "AID")])
        take_in(store, intake)
        a, b, c = ids(intake.claims)
        first, second = make_link(a, b), make_link(b, c)
        store.writer().put_events(intake.blocks, [], [first, second])
        view = store.view()
        assert ids(view.links_of([a])) == [first.id]
        assert ids(view.links_of([c, "clm_x"])) == [second.id]
        assert set(ids(view.links_of([b]))) == {first.id, second.id}
        assert list(view.links_of([])) == []

    def test_a_list_goes_on_behind_the_last_one_shown(self, store: Store) -> None:
        undated = make_claim("A third thing was said.", "AID")
        take_in(store, make_intake(claims=[SUPPORT, ACCUSE, undated]))
        whole = ids(claims_in(store))
        for at, last in enumerate(whole, 1):
            assert ids(claims_in(store, EventQuery(after=last))) == whole[at:]


class TestNarrowing:
    def test_captures_are_found_by_their_ids(self, store: Store) -> None:
        intakes = [make_intake(HERE, claims=[SUPPORT]), make_intake(THERE, claims=[ACCUSE])]
        for intake in intakes:
            take_in(store, intake)
        view = store.view()
        first = intakes[0].capture
        assert list(view.captures([first.id, "cap_x"])) == [first]
        assert list(view.captures([])) == []
        assert len(list(view.captures())) == 2

    def test_copies_touch_a_document_on_either_side_and_hold(self, store: Store) -> None:
        first, second = (
            make_link(later, earlier, "copy-of")
            for later, earlier in (("doc_b", "doc_a"), ("doc_d", "doc_c"))
        )
        store.writer().put_copies([first, second])
        assert ids(store.view().copies(["doc_a"])) == [first.id]
        assert ids(store.view().copies(["doc_b", "doc_a", "doc_x"])) == [first.id]
        store.writer().put_copies([second])
        assert ids(store.view().copies(["doc_a", "doc_c"])) == [second.id]
