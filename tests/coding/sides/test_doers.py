from __future__ import annotations

from tests.coding.told import shapes


def test_those_leave_who_had_come() -> None:
    found = shapes("In May Chad invaded Niger. A year later the troops withdrew.")
    assert found[-1] == "RETREAT withdraw: TCD > NER"


def test_where_both_had_come_nobody_is_known_to_leave() -> None:
    found = shapes("Chad invaded Niger. Niger attacked Chad. A year later the troops withdrew.")
    assert not any(one.startswith("RETREAT") for one in found)


def test_those_release_who_had_arrested() -> None:
    found = shapes("Chad arrested two Nigerien officers. The men were released in June.")
    assert found[-1] == "RETREAT release: TCD > NER"


def test_who_is_told_is_told_by_the_other_of_the_two() -> None:
    about = "Chad and Niger have a border. Chad left Niger. "
    found = shapes(about + "The Nigerien envoy was told to leave.")
    assert found[-1].endswith("TCD > NER")


def test_he_who_does_it_to_one_of_two_is_of_the_other() -> None:
    about = "Chad and Niger have a border. Chad left Niger. "
    assert shapes(about + "He expelled the Nigerien envoy.")[-1].endswith("TCD > NER")


def test_of_two_one_alone_closed_its_embassy_and_nobody_says_which() -> None:
    about = "Chad and Niger have a border. Chad left Niger. "
    assert not any("SANCTION" in one for one in shapes(about + "The embassy was closed."))


def test_the_police_have_their_orders_from_home() -> None:
    about = "Chad and Niger have a border. Chad left Niger. "
    found = shapes(about + "The Nigerien police were ordered away.")
    assert not any(one.endswith("TCD > NER") for one in found if one.startswith("REQUEST"))


def test_a_crowd_is_of_the_state_that_acts_meanwhile() -> None:
    found = shapes("Chad protested while a crowd burned the Peruvian embassy.")
    assert "PROTEST riot: TCD > PER" in found


def test_a_crowd_is_not_of_those_whom_it_supports() -> None:
    assert "PROTEST demo: crowd >" in shapes("A crowd marched on Friday in support of Peru.")


def test_rebels_are_of_the_state_whose_seat_they_attack() -> None:
    about = "Chad and Ghana have a border. Chad left Ghana. "
    assert shapes(about + "In May a rebel column attacked Accra.")[-1].endswith("GHA > GHA")
    assert shapes(about + "Rebels stormed Accra on Friday.")[-1].endswith("GHA > GHA")


def test_rebels_who_attack_a_mission_are_not_of_the_state_that_sent_it() -> None:
    about = "Chad and Ghana have a border. Chad left Ghana. "
    found = shapes(about + "In May rebels attacked the Ghanaian embassy.")
    assert not found[-1].endswith("GHA > GHA")


def test_a_barrier_is_lifted_by_who_had_set_it_up() -> None:
    about = "Chad and Niger share a lake. Chad imposed an embargo on Niger. Rain fell. "
    assert shapes(about + "The embargo was lifted in May.")[-1].endswith(": TCD > NER")
    found = shapes(about + "An embargo was lifted.")
    assert not any(one.startswith("CONCEDE") for one in found)


def test_they_who_do_it_to_one_of_two_are_of_the_other() -> None:
    about = "Chad and Niger have a border. Chad left Niger. "
    assert shapes(about + "They expelled the Nigerien envoy.")[-1].endswith("TCD > NER")


def test_of_whom_no_more_than_a_surname_is_told_is_of_the_other() -> None:
    about = "Chad and Niger have a border. Chad left Niger. "
    assert shapes(about + "Tandi goes to Niger in August.")[-1].endswith("TCD > NER")


def test_prisoners_are_set_free_by_the_other_of_two() -> None:
    about = "Chad and Niger have a border. Chad left Niger. "
    found = shapes(about + "Thirty Nigerien prisoners were released in June.")
    assert found[-1] == "RETREAT release: TCD > NER"


def test_who_is_of_no_known_state_goes_on_with_whom_they_came_to() -> None:
    about = "Chad and Niger have a border. Chad left Niger. "
    found = shapes(about + "The minister flew to Niger, apologised for it and sought a loan.")
    assert found[-1] == "REQUEST assist: TCD > NER"
