from __future__ import annotations

import pytest

from tests.coding.told import shapes

ABOUT_TWO = "Chad and Niger have a border. Chad left Niger. Niger left Chad. "


def test_the_other_of_the_two_that_a_text_is_about_is_unsaid() -> None:
    assert "SANCTION sever-relations: TCD > NER" in shapes(f"{ABOUT_TWO}Chad severed relations.")


def test_two_that_act_alike_have_nobody_across() -> None:
    assert shapes(f"{ABOUT_TWO}Chad and Peru agreed to meet.")[-1].endswith(": PER TCD >")


def test_whoever_the_clause_names_is_not_passed_over() -> None:
    found = shapes(f"{ABOUT_TWO}Chad accused Norway of siding with Peru.")
    assert "SUPPORT: NOR > PER" in found


def test_a_helper_is_not_the_one_across() -> None:
    found = shapes(f"{ABOUT_TWO}Chad invaded the lake with support from Nigerien troops.")
    assert not any(shape.startswith("ASSAULT") for shape in found)


def test_the_subject_of_the_document_comes_before_what_was_told_last() -> None:
    text = f"{ABOUT_TWO}Chad attacked Niger. Peru met Norway. The Treaty was signed in May."
    assert shapes(text)[-1] == "SUPPORT sign: NER TCD >"


def test_what_two_do_to_each_other_needs_no_third() -> None:
    assert shapes("Chad and Niger did not recognise each other.") == ["REJECT: NER TCD >"]


def test_a_protest_at_home_has_no_foreign_target() -> None:
    found = shapes(f"{ABOUT_TWO}Thousands of Chadian people protested against it in the capital.")
    assert "PROTEST demo: TCD >" in found


def test_an_official_of_no_named_state_acts_for_the_other_of_the_two() -> None:
    found = shapes(f"{ABOUT_TWO}The minister condemned Niger.")
    assert "ACCUSE disapprove: TCD > NER" in found


def test_the_parties_are_the_two_that_a_text_is_about() -> None:
    assert "ACCUSE disapprove: NER TCD > PER" in shapes(f"{ABOUT_TWO}The parties condemned Peru.")


def test_a_country_in_a_clause_beside_is_not_the_one_across() -> None:
    text = f"{ABOUT_TWO}Chad severed relations at a time when Peru had a drought."
    assert "SANCTION sever-relations: TCD > NER" in shapes(text)


def test_rebels_who_attack_no_named_state_attack_no_other() -> None:
    found = shapes(f"{ABOUT_TWO}Chadian rebels attacked the border town.")
    assert not any("NER" in shape for shape in found if shape.startswith("ASSAULT"))


def test_what_its_own_words_give_is_no_recipient() -> None:
    found = shapes("Chad put nine Malian banks on its blacklist.", pronouns={"its": ("Chad",)})
    assert found == ["SANCTION: TCD > MLI"]


def test_a_semicolon_parts_subjects_from_verbs() -> None:
    text = "At noon, wanting bread, downgraded relations with Peru; Chad and Mali met."
    assert not any("TCD" in shape and "PER" in shape for shape in shapes(text))


def test_the_camp_that_somebody_describes_is_not_theirs() -> None:
    assert shapes("Norwegian aircraft bombed what Chad described as a camp.") == []


def test_nobody_across_is_only_to_be_named_elsewhere() -> None:
    assert not shapes("Chad severed relations; Peru sells tin, and Peru likes tin.")


def test_what_one_welcomes_may_be_a_mere_it() -> None:
    found = shapes(f"{ABOUT_TWO}Parliament changed the law, and Chad welcomed it.")
    assert found[-1] == "SUPPORT: TCD > NER"


def test_an_offer_that_is_taken_up_is_of_the_other() -> None:
    assert shapes(f"{ABOUT_TWO}Chad accepted it.")[-1] == "AGREE: TCD > NER"


def test_relations_that_somebody_unknown_broke_off_were_broken_by_the_other() -> None:
    found = shapes(f"{ABOUT_TWO}The premier broke off relations with Niger.")
    assert found[-1] == "SANCTION sever-relations: TCD > NER"


def test_relations_between_two_are_of_both_of_them() -> None:
    found = shapes("The suspension of relations between Chad and Niger has ended.")
    assert found == ["SANCTION suspend-relations: NER TCD >"]


def test_rebels_are_at_home_but_fighters_may_be_aircraft() -> None:
    assert (
        shapes(f"{ABOUT_TWO}Chadian rebels attacked the border town.")[-1] == "ASSAULT: TCD > TCD"
    )
    assert shapes(f"{ABOUT_TWO}Chadian jets attacked the border town.")[-1].endswith("> NER")


def test_allies_are_none_that_the_text_names() -> None:
    assert shapes(f"{ABOUT_TWO}Chad held talks with its allies.") == [
        *shapes(ABOUT_TWO),
    ]


@pytest.mark.parametrize(
    "told",
    ["A ceasefire was agreed in March.", "A truce in May has held ever since."],
)
def test_a_truce_is_made_by_the_two_that_fought(told: str) -> None:
    assert shapes(f"{ABOUT_TWO}{told}")[-1].endswith(": NER TCD >")


def test_a_truce_with_others_is_not_between_the_two() -> None:
    found = shapes(f"{ABOUT_TWO}A ceasefire was agreed with the herdsmen.")
    assert not any(shape.endswith(": NER TCD >") for shape in found)


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        ("Kenya asked Mali to withdraw. Mali refused.", "REJECT: MLI > KEN"),
        ("Kenya complained to Mali about the arrests. The Malian army expressed regret.",
         "CONCEDE: MLI > KEN"),
    ],
)  # fmt: skip
def test_whoever_answers_answers_the_one_who_asked(told: str, answer: str) -> None:
    assert shapes(f"{ABOUT_TWO}{told}")[-1] == answer


def test_a_promise_is_made_to_the_one_of_both_whom_its_clause_names() -> None:
    text = f"{ABOUT_TWO}Peru agreed to leave in return for a Chadian loan."
    assert shapes(text)[-1].endswith("PER > TCD")


def test_a_deed_is_known_by_its_victim() -> None:
    found = shapes("Peru recalled its envoy from Chile over the downing of a Malian drone.")
    assert any(shape.startswith("ASSAULT") and shape.endswith("> MLI") for shape in found)


def test_who_stands_behind_an_attack_stands_by_the_attacker() -> None:
    found = shapes(f"{ABOUT_TWO}Chad invaded Niger. Peru stands behind this attack.")
    assert found[-1].endswith("PER > TCD")


def test_whom_a_state_convicts_is_its_own_unless_more_is_said() -> None:
    assert shapes("Chad convicted a priest.")[-1] == "SANCTION convict: TCD > TCD"


def test_who_hides_gunmen_may_hide_them_from_anyone() -> None:
    about = "Chad and Niger share a lake. Chad shelled Niger. "
    assert shapes(about + "Chad sheltered the gunmen.")[-1] == "AID: TCD > gunmen"


def test_strangers_kill_strangers_where_the_place_is_told() -> None:
    assert shapes("Rebels killed nine men in Accra.") == ["ASSAULT: GHA > GHA"]
    assert shapes("Gunmen killed nine men in Accra.")[-1].endswith("> GHA")
    assert shapes("Rebels killed nine men at dawn.") == []


def test_what_is_done_in_support_of_a_state_is_not_done_there() -> None:
    found = shapes("Crowds marched in Accra in support of Peru.")
    assert found[0].startswith("PROTEST demo: GHA")


def test_a_verb_that_is_joined_has_the_actors_of_the_one_before() -> None:
    about = "Chad and Niger share a lake. Chad borders Niger. "
    found = shapes(about + "Crowds in Chad stoned the Nigerien embassy and burned the flag.")
    assert {"PROTEST riot: TCD > NER", "PROTEST demo: TCD > NER"} <= {*found}


def test_whom_one_hides_is_not_who_complains_of_it() -> None:
    found = shapes("Chad and Niger quarrelled. Chad accused Niger of sheltering those responsible.")
    assert found == ["ACCUSE allege: TCD > NER"]


def test_envoys_recalled_are_not_those_across() -> None:
    found = shapes("Peru recalled its ambassadors from states that recognise Mali.")
    assert not any(one.endswith("> PER") for one in found)


def test_what_is_done_to_nobody_is_done_to_the_other_of_two() -> None:
    assert shapes(ABOUT_TWO + "Chad mobilised.")[-1] == "MOBILIZE troops: TCD > NER"


def test_in_a_text_about_several_nothing_is_done_to_nobody() -> None:
    about = "Chad, Niger and Peru are dry. Mali and Ghana and Kenya are not. "
    assert not shapes(about + "Chad ruled out a raid.")
    assert shapes("Chad ruled out a raid.")


def test_troops_take_a_town_of_their_own_from_the_other_of_two() -> None:
    found = shapes("Chad and Ghana have a border. Chad left Ghana. Ghanaian troops bombed Accra.")
    assert found[-1].endswith("GHA > TCD")
