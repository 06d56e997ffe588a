"""What the register probably has already."""

import pytest

from briefings.notes import Note, Origin
from briefings.register.cards import Card
from briefings.register.duplicates import find
from briefings.register.matching import Partners
from briefings.register.words import content, digest, likeness
from core.dates import PartialDate
from tests.factories import make_contact, make_direction, make_event, make_partner, make_tie

SEMINAR = "В марте 2013 г. прошёл семинар об инвестиционных возможностях и ведении бизнеса."
TITLE = "Семинар об инвестиционных возможностях и ведении бизнеса"


@pytest.fixture
def flanders(db):
    return make_partner("flanders", name_ru="Фландрия", kind="region")


def card(kind="event", number=1, text=SEMINAR, **fields):
    return Card(number, kind, [[0, len(text)]], text, 1, fields)


def matches(partner, *told, slack=None):
    """[(key, sure)] for each (card, EDTF or None)."""
    wanted = [
        (each, PartialDate(edtf) if edtf else None, str(partner.pk) if partner else "")
        for each, edtf in told
    ]
    found = find(wanted, Partners(), *([slack] if slack else ()))
    return [[(m.pk, m.sure) for m in found[each.id]] for each, _ in told]


# Events


def test_an_event_with_the_same_words_and_an_overlapping_date_is_the_same(flanders):
    event = make_event(title_ru=TITLE, date="2013-03-12", partners=[flanders])
    assert matches(flanders, (card(), "2013-03")) == [[(event.pk, True)]]


@pytest.mark.parametrize(
    "values",
    [{"date": "2014-03"}, {"date": None}, {"title_ru": "Выставка голландских тюльпанов"}],
)
def test_another_time_or_other_words_are_another_event(flanders, values):
    make_event(**{"title_ru": TITLE, "date": "2013-03", "partners": [flanders]} | values)
    assert matches(flanders, (card(), "2013-03")) == [[]]


def test_an_event_of_a_city_inside_or_of_the_country_above_may_be_the_same(flanders):
    city = make_partner(parent=flanders)
    inside = make_event(title_ru=TITLE, date="2013-03", partners=[city])
    assert matches(flanders, (card(), "2013-03")) == [[(inside.pk, True)]]
    assert matches(city, (card(), "2013-03")) == [[(inside.pk, True)]]


def test_an_event_of_a_strange_partner_is_another(flanders):
    make_event(title_ru=TITLE, date="2013-03", partners=[make_partner()])
    assert matches(flanders, (card(), "2013-03")) == [[]]


def test_one_common_word_is_no_likeness(flanders):
    make_event(title_ru="Семинар", date="2013", partners=[flanders])
    assert matches(flanders, (card(), "2013-03")) == [[]]


def test_half_of_the_words_are_a_question(flanders):
    event = make_event(
        title_ru="Семинар об инвестиционных фондах и налогах", date="2013", partners=[flanders]
    )
    assert matches(flanders, (card(), "2013-03")) == [[(event.pk, False)]]


def test_two_likely_events_are_a_question(flanders):
    events = [
        make_event(title_ru=TITLE, date=f"2013-03-{d}", partners=[flanders]) for d in (12, 20)
    ]
    assert sorted(matches(flanders, (card(), "2013-03"))[0]) == [(e.pk, False) for e in events]


def test_the_same_words_and_date_are_the_same_however_few(flanders):
    event = make_event(title_ru="Визит", date="2013-03", partners=[flanders])
    assert matches(flanders, (card(text="визит", title="Визит"), "2013-03")) == [[(event.pk, True)]]


def test_a_record_is_the_same_as_one_card_only(flanders):
    events = [make_event(title_ru="Визит", date="2013-03", partners=[flanders]) for _ in range(2)]
    told = [(card(number=n, text="Визит", title="Визит"), "2013-03") for n in (1, 2)]
    assert sorted(matches(flanders, *told)) == [[(event.pk, True)] for event in events]


def test_the_partners_name_is_no_likeness(flanders):
    make_event(title_ru="Фландрия и Санкт-Петербург: дни музыки", date="2013", partners=[flanders])
    text = "В 2013 г. Фландрия и Санкт-Петербург обменялись студентами."
    assert matches(flanders, (card(text=text), "2013")) == [[]]


def test_undated_events_are_compared_with_undated_ones(flanders):
    event = make_event(title_ru=TITLE, date=None, partners=[flanders])
    make_event(title_ru=TITLE, date="2013", partners=[flanders])
    assert matches(flanders, (card(), None)) == [[(event.pk, True)]]


def test_without_a_partner_only_the_text_itself_tells(flanders):
    make_event(title_ru=TITLE, date="2013-03", partners=[flanders])
    assert matches(None, (card(), "2013-03")) == [[]]


def test_a_text_that_came_from_a_note_is_known_whatever_became_of_the_record(flanders):
    event = make_event(title_ru="Совсем другое", date="2015", partners=[flanders])
    note = Note.objects.create(content=b"", text="")
    Origin.objects.create(note=note, paragraph=1, text=SEMINAR, digest=digest(SEMINAR), event=event)
    retyped = SEMINAR.replace("ё", "е").replace(" ", "\n  ").upper()
    assert matches(None, (card(text=retyped), "2013-03")) == [[(event.pk, True)]]


# Directions, ties, contacts


def test_a_direction_in_the_same_words_is_the_same(flanders):
    direction = make_direction(flanders, title_ru="Туризм", text_ru="Развитие речного туризма.")
    found = matches(flanders, (card("direction", text="развитие речного туризма;"), None))
    assert found == [[(direction.pk, True)]]


def test_a_brief_direction_of_the_same_sectors_is_a_question(flanders):
    direction = make_direction(flanders, title_ru="Культура", sector_codes=["culture"])
    make_direction(flanders, title_ru="Спорт", sector_codes=["sport", "culture"])
    told = card("direction", text="культурное сотрудничество", sectors=["culture"])
    assert matches(flanders, (told, None)) == [[(direction.pk, False)]]


def test_a_tie_of_the_same_kind_and_time_is_the_same(flanders):
    tie = make_tie(flanders, kind="twinning", since="1958")
    make_tie(flanders, kind="agreement", since="1958")
    make_tie(flanders, kind="twinning", since="1990")
    assert matches(flanders, (card("tie", tie_kind="twinning"), "1958")) == [[(tie.pk, True)]]


@pytest.mark.parametrize(
    ("given", "patronymic", "found"),
    [
        ("О.", "В.", True),
        ("Ольга", "Викторовна", True),
        ("О.", "", False),
        ("", "", False),
        ("А.", "В.", None),
    ],
)
def test_a_contact_is_known_by_surname_and_initials(flanders, given, patronymic, found):
    person = make_contact(surname_ru="Королёва", given_ru="О.", patronymic_ru="В.")
    told = card("contact", surname="Королева", given=given, patronymic=patronymic)
    expected = [] if found is None else [(person.pk, found)]
    assert matches(flanders, (told, None)) == [expected]


# Words


def test_likeness_counts_words_in_any_form():
    one, two = content("Семинар о портах"), content("семинаром портов Антверпена")
    assert likeness(one, two) == (1.0, 2)
    assert likeness(content("и в год"), two) == (0.0, 0)


def test_digest_knows_a_text_by_its_letters():
    assert digest("Её визит, 2013 г.") == digest("«ее   ВИЗИТ» 2013г")
    assert digest("визит 2013") != digest("визит 2014")


# Cost


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(flanders, assert_queries, number):
    for _ in range(number * 3):
        make_event(title_ru=TITLE, date="2013-03", partners=[flanders])
    partners = Partners()
    kinds = ("event", "direction", "tie", "contact")
    told = [
        (
            card(kind, number=n * 10 + place, surname=f"Имя{n}"),
            PartialDate("2013-03"),
            str(flanders.pk),
        )
        for n in range(number)
        for place, kind in enumerate(kinds)
    ]
    with assert_queries(5):
        find(told, partners)


def test_many_dates_are_asked_for_in_few_spans(flanders, assert_queries):
    dates = [f"{year}-0{month}" for year in range(1900, 2000) for month in (1, 5)]
    event = make_event(title_ru=TITLE, date="1950-05", partners=[flanders])
    told = [(card(number=n), PartialDate(date), str(flanders.pk)) for n, date in enumerate(dates)]
    partners = Partners()
    with assert_queries(2):
        found = find(told, partners)
    assert [match.pk for match in found[dates.index("1950-05")]] == [event.pk]
