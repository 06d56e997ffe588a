"""Which partner a note is about, and which of the register's its text names."""

import pytest

from briefings.register.matching import Partners, match_partner
from briefings.register.proposing import propose
from briefings.register.settling import choose, make, settle
from tests.briefings.briefings import TEXT, flanders
from tests.factories import make_partner

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    belgium = make_partner(name_ru="Бельгия", kind="country")
    region = make_partner(
        name_ru="Фландрия", name_en="Flanders", local_name="Vlaanderen", kind="region",
        parent=belgium,
    )  # fmt: skip
    city = make_partner(name_ru="Антверпен", kind="city", parent=region)
    return {"belgium": str(belgium.pk), "flanders": str(region.pk), "antwerp": str(city.pk)}


@pytest.mark.parametrize(
    "name",
    ["Фландрия", "фландрия", "Фландрии", "Фландрией", "Flanders", "VLAANDEREN", " Фландрия "],
)
def test_a_partner_is_known_in_any_language_and_case(world, name):
    assert Partners().named(name) == [world["flanders"]]


@pytest.mark.parametrize("name", ["", "Фландрии и Антверпена", "Фланд", "Гент"])
def test_what_is_no_partners_name_names_none(world, name):
    assert Partners().named(name) == []


def test_kind_and_country_tell_partners_of_one_name_apart():
    spain = make_partner(name_ru="Кордова", country="ES", kind="city")
    argentina = make_partner(name_ru="Кордова", country="AR", kind="city")
    region = make_partner(name_ru="Кордова", country="AR", kind="region")
    partners = Partners()
    told = {"name": "Кордова", "kind": None, "country": "ES"}
    assert match_partner(partners, told) == [str(spain.pk)]
    told = {"name": "Кордова", "kind": "city", "country": None}
    assert match_partner(partners, told) == [str(spain.pk), str(argentina.pk)]
    told = {"name": "Кордова", "kind": "region", "country": "AR"}
    assert match_partner(partners, told) == [str(region.pk)]


def test_a_text_is_searched_for_partners_in_any_case(world):
    counted = Partners().counted(TEXT)
    assert counted == {world["flanders"]: 2, world["antwerp"]: 1}


def test_a_partner_is_related_to_what_it_lies_in_and_what_lies_in_it(world):
    partners = Partners()
    assert set(partners.related(world["flanders"])) == set(world.values())
    assert set(partners.related(world["antwerp"])) == set(world.values())
    other = str(make_partner(parent_id=int(world["belgium"])).pk)
    assert other not in Partners().related(world["flanders"])


def test_the_partner_of_a_title_is_chosen(world):
    review = propose(flanders())
    settle(review)
    assert review.partner == ""
    review.told["in_title"] = True
    settle(review)
    assert review.partner == world["flanders"]


def test_two_partners_of_a_name_are_asked_about(world):
    make_partner(name_ru="Фландрия", kind="region")
    review = propose(flanders())
    review.told["in_title"] = True
    settle(review)
    assert review.partner == ""


def test_a_tie_goes_to_the_city_that_it_names(world):
    review = propose(flanders())
    choose(review, world["flanders"])
    tie = review.of_kind("tie")[0]
    assert tie.fields["partner"] == world["antwerp"]
    assert review.card(tie.of).fields["partner"] == world["antwerp"]
    assert review.partners == []


def test_a_city_that_the_register_lacks_is_made_inside_the_notes_partner(db):
    review = propose(flanders())
    key = make(review, "Фландрия", "region", "BE")
    choose(review, key)
    assert (review.partner, key) == ("new:0", "new:0")
    assert review.partners[1] == {
        "name": "Антверпен", "kind": "city", "country": "BE", "inside": "new:0",
    }  # fmt: skip
    assert review.of_kind("tie")[0].fields["partner"] == "new:1"


def test_a_tie_with_the_notes_partner_stays_with_it(world):
    review = propose(flanders())
    choose(review, world["antwerp"])
    assert review.of_kind("tie")[0].fields["partner"] == ""


def test_all_partners_come_from_one_query(world, assert_queries):
    with assert_queries(1):
        partners = Partners()
        partners.counted(TEXT)
        partners.related(world["flanders"])
        partners.named("Фландрии")
