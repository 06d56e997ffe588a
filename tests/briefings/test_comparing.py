"""An old note beside the register."""

import pytest

from briefings.register.accepting import accept
from briefings.register.cards import Review
from briefings.register.comparing import MOST_LACKING, Comparison
from briefings.register.settling import choose
from tests.briefings.briefings import TEXT, flanders
from tests.factories import make_direction, make_event, make_partner

pytestmark = pytest.mark.django_db


@pytest.fixture
def partner():
    return make_partner("flanders", name_ru="Фландрия", kind="region")


@pytest.fixture
def review(editor, partner):
    review = Review.from_json(accept(TEXT.encode(), "flanders.txt", flanders(), editor).review)
    choose(review, str(partner.pk))
    return review


def lacking(comparison):
    return {
        each.kind: [str(record) for record in each.records]
        for each in comparison.lacking
        if each.number
    }


def test_against_an_empty_register_everything_is_new(review):
    comparison = Comparison(review, TEXT)
    assert [planned.label for planned in comparison.new] == [
        "Н1",
        "Н2",
        "М1",
        "С1",
        "М2",
        "М3",
        "К1",
    ]
    assert comparison.known == []
    assert lacking(comparison) == {}


def test_what_the_register_has_besides_is_told(review, partner):
    city = make_partner(parent=partner)
    make_event(title_ru="Выставка", date="2016", partners=[city])
    make_event(title_ru="Снято с сайта", date="2016", partners=[city], status="archived")
    make_event(title_ru="Чужое", date="2016", partners=[make_partner()])
    make_direction(partner, title_ru="Образование")
    assert lacking(Comparison(review, TEXT)) == {
        "event": ["Выставка"],
        "direction": ["Образование"],
    }


def test_the_same_thing_with_another_date_is_not_new(review, partner):
    event = make_event(
        title_ru="Встреча о контейнерных перевозках в крепости", date="2015-12", partners=[partner]
    )
    comparison = Comparison(review, TEXT)
    assert [(p.label, p.matches[0].pk) for p in comparison.known] == [("М3", event.pk)]
    assert lacking(comparison) == {}


def test_another_thing_at_another_time_stays_another(review, partner):
    make_event(title_ru="Встреча о контейнерах и налогах", date="2015-12", partners=[partner])
    assert Comparison(review, TEXT).known == []


def test_what_staff_left_out_is_compared_too(review):
    for card in review.cards:
        card.choice = "leave"
    assert len(Comparison(review, TEXT).new) == 7
    assert {card.choice for card in review.cards} == {"leave"}


def test_a_long_list_is_cut_and_counted(review, partner):
    for number in range(MOST_LACKING + 2):
        make_direction(partner, title_ru=f"Образование {number}")
    directions = Comparison(review, TEXT).lacking[0]
    assert (len(directions.records), directions.number) == (MOST_LACKING, MOST_LACKING + 2)


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(review, partner, assert_queries, number):
    for place in range(number):
        make_event(title_ru=f"Выставка {place}", date="2016", partners=[partner])
        make_direction(partner, title_ru=f"Образование {place}")
    with assert_queries(11):
        Comparison(review, TEXT)
