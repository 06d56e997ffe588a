"""Who is public, and what a filter means."""

import pytest

from contacts.models import ContactPerson
from cooperation.models import Direction, Partner, Tie
from core.publishing import Status
from events.models import Event
from tests.factories import make_contact, make_direction, make_event, make_partner, make_tie

pytestmark = pytest.mark.django_db
OTHERS = [status for status in Status if status != Status.PUBLISHED]


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("of_partner", Status)
def test_a_record_is_public_when_it_and_its_partner_are_published(status, of_partner):
    partner = make_partner(status=of_partner)
    make_tie(partner, status=status)
    make_direction(partner, status=status)
    make_event(partners=[partner], status=status)
    make_contact(partners=[partner], status=status)
    expected = int(status == of_partner == Status.PUBLISHED)
    for model in (Tie, Direction, Event, ContactPerson):
        assert (model, model.objects.public().count()) == (model, expected)
    assert Partner.objects.public().count() == int(of_partner == Status.PUBLISHED)


@pytest.mark.parametrize("status", OTHERS)
def test_one_published_partner_of_several_is_enough(status):
    event = make_event(partners=[make_partner(status=status), make_partner()])
    assert list(Event.objects.public()) == [event]
    assert event.is_public()


def test_without_any_partner_nothing_is_public():
    assert not make_event().is_public()
    assert not make_contact().is_public()


def test_a_contact_must_have_agreed_besides():
    partner = make_partner()
    make_contact(partners=[partner], may_be_published=False)
    agreed = make_contact(partners=[partner])
    assert list(ContactPerson.objects.public()) == [agreed]


def test_several_partners_do_not_repeat_a_record():
    partners = [make_partner(), make_partner()]
    make_event(partners=partners, sector_codes=["culture", "sport"])
    events = Event.objects.public().for_partners([p.pk for p in partners])
    assert events.count() == 1


@pytest.mark.parametrize(
    ("edtf", "years", "found"),
    [
        ("2013", (2013, 2013), True),
        ("2013-12-31", (2014, 2014), False),
        ("2013/2015", (2014, 2014), True),
        ("2014-24", (2015, 2015), True),
        ("199X", (1985, 1990), True),
        ("199X", (1980, 1989), False),
        ("2005/..", (2090, 2090), True),
        ("2005/..", (2004, 2004), False),
        (None, (1000, 2999), False),
    ],
)
def test_a_year_means_overlap(edtf, years, found):
    make_event(date=edtf)
    assert Event.objects.in_years(*years).exists() == found
    make_direction(make_partner(), valid=edtf)
    assert Direction.objects.in_years(*years).exists() == (found or edtf is None)


def test_events_stand_by_first_and_last_day_and_the_undated_last():
    dates = [None, "2013-02-28", "2013", "2013-02", "2012/2014", "2013-02", "199X"]
    events = [make_event(date=date) for date in dates]
    ordered = [events.index(event) for event in Event.objects.in_order()]
    assert ordered == [6, 4, 2, 3, 5, 1, 0]
    assert [events.index(event) for event in Event.objects.latest()] == [1, 5, 3, 2, 4, 6]


def test_neighbours_are_next_in_that_order():
    events = [make_event(date=date) for date in ["2012", "2013", "2013-01-01", "2013-01-01", None]]
    ordered = list(Event.objects.in_order())
    for before, event, after in zip([None, *ordered], ordered[:-1], ordered[1:], strict=False):
        expected = (before, after if after.date else None)
        assert Event.objects.neighbours(event) == expected
    assert Event.objects.neighbours(events[-1]) == (None, None)


def test_words_must_all_be_there_in_any_language_and_any_case():
    found = make_event(title_ru="Семинар о порте", title_nl="Seminarie", place_ru="Гент")
    make_event(title_ru="Семинар")
    for words in ["СЕМИНАР гент", "seminarie порт", "порте"]:
        assert list(Event.objects.matching(words)) == [found]
    assert Event.objects.matching("семинар брюгге").count() == 0
