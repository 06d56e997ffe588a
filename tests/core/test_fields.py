"""A date and its bounds are never apart, whichever way a record is written."""

import json
from datetime import date

import pytest
from django.core import serializers
from django.core.exceptions import FieldError, ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import F, Value
from django.utils.translation import override
from hypothesis import given
from hypothesis import settings as hypothesis_settings

from core.dates import PartialDate
from core.fields import PartialDateFormField
from events.models import Event
from tests.factories import make_event
from tests.strategies import partial_dates

MONTH = PartialDate("2013-02")
pytestmark = pytest.mark.django_db


def stored(event):
    return Event.objects.values_list("date", "date_first", "date_last").get(pk=event.pk)


FEBRUARY = (MONTH, date(2013, 2, 1), date(2013, 2, 28))
YEAR = (PartialDate("1958"), date(1958, 1, 1), date(1958, 12, 31))
UNDATED = (None, None, None)


def test_by_creating():
    assert stored(make_event(date="2013-02")) == FEBRUARY
    assert stored(make_event(date=PartialDate("1958"))) == YEAR
    assert stored(make_event()) == UNDATED
    assert stored(make_event(date="")) == UNDATED


def test_by_assigning():
    event = make_event(date="1958")
    event.date = "2013-02"
    assert (event.date, event.date_first, event.date_last) == FEBRUARY
    event.save()
    assert stored(event) == FEBRUARY
    event.date = None
    event.save()
    assert stored(event) == UNDATED


def test_bounds_by_hand_count_for_nothing():
    event = make_event(date="2013-02", date_first=date(2000, 1, 1), date_last=None)
    assert stored(event) == FEBRUARY
    event.date_first = date(1999, 1, 1)
    event.save()
    assert stored(event) == FEBRUARY


def test_bounds_by_hand_count_for_nothing_where_the_date_was_not_loaded():
    event = Event.objects.defer("date").get(pk=make_event(date="2013-02").pk)
    event.date_first = date(1900, 1, 1)
    event.save()
    assert stored(event) == FEBRUARY


def test_by_the_manager_behind_relations_and_by_an_expression():
    event = make_event(date="2013-02")
    Event._base_manager.filter(pk=event.pk).update(date="1958")
    assert stored(event) == YEAR
    Event.objects.filter(pk=event.pk).update(date=Value("2013-02"))
    assert stored(event) == FEBRUARY


def test_by_saving_the_date_alone():
    event = make_event(date="1958")
    event.date = "2013-02"
    event.save(update_fields=["date"])
    assert stored(event) == FEBRUARY


@pytest.mark.parametrize("fetched", [("id", "date"), ("id",), ("id", "date_first")])
def test_by_a_record_fetched_in_part(fetched):
    event = Event.objects.only(*fetched).get(pk=make_event(date="1958").pk)
    event.date = "2013-02"
    event.save()
    assert stored(event) == FEBRUARY


def test_bounds_fetched_alone_are_those_stored():
    event = Event.objects.only("date_first").get(pk=make_event(date="1958").pk)
    assert event.date_first == date(1958, 1, 1)


def test_refreshing_brings_all_three():
    event = make_event(date="1958")
    Event.objects.filter(pk=event.pk).update(date="2013-02")
    event.refresh_from_db(fields=["date"])
    assert (event.date, event.date_first, event.date_last) == FEBRUARY


def test_by_bulk_create():
    Event.objects.bulk_create([Event(slug="a", title_ru="А", date="2013-02")])
    event = Event.objects.get(slug="a")
    assert stored(event) == FEBRUARY
    Event.objects.bulk_create(
        [Event(slug="a", title_ru="А", date="1958")],
        update_conflicts=True,
        unique_fields=["slug"],
        update_fields=["date"],
    )
    assert stored(event) == YEAR


def test_by_bulk_update():
    event = make_event(date="1958")
    event.date = "2013-02"
    Event.objects.bulk_update([event], ["date"])
    assert stored(event) == FEBRUARY


@pytest.mark.parametrize("value", ["2013-02", MONTH])
def test_by_update(value):
    event = make_event(date="1958")
    Event.objects.filter(pk=event.pk).update(date=value)
    assert stored(event) == FEBRUARY
    Event.objects.filter(pk=event.pk).update(date=None)
    assert stored(event) == UNDATED


def test_by_update_or_create():
    event = make_event("a", date="1958")
    Event.objects.update_or_create(slug="a", defaults={"date": "2013-02"})
    assert stored(event) == FEBRUARY


@pytest.mark.parametrize(
    "values",
    [
        {"date_first": date(2000, 1, 1)},
        {"date": "1958", "date_last": date(2000, 1, 1)},
        {"date": F("slug")},
    ],
)
def test_an_update_that_would_part_them_is_refused(values):
    event = make_event(date="2013-02")
    with pytest.raises(FieldError, match="written together"):
        Event.objects.update(**values)
    assert stored(event) == FEBRUARY


def test_by_loading_a_fixture_with_other_bounds():
    event = make_event(date="2013-02")
    [record] = json.loads(serializers.serialize("json", [event]))
    assert record["fields"]["date"] == "2013-02"
    record["fields"] |= {"date": "1958", "date_first": "2001-01-01", "date_last": None}
    [loaded] = serializers.deserialize("json", json.dumps([record]))
    loaded.save()
    assert stored(event) == YEAR


@pytest.mark.parametrize(
    "wrong",
    [
        "date_first = '2014-01-01'",
        "date_last = NULL",
        "date = NULL",
        "date = NULL, date_first = NULL",
    ],
)
def test_the_database_itself_refuses_to_part_them(wrong):
    event = make_event(date="2013-02")
    with (
        pytest.raises(IntegrityError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"UPDATE events_event SET {wrong} WHERE id = %s", [event.pk])


@pytest.mark.parametrize("value", ["no date", "2013-13", "31.02.2014", "2008/2005"])
def test_what_is_no_edtf_is_refused_at_once(value):
    event = make_event(date="1958")
    with pytest.raises(ValidationError):
        event.date = value
    with pytest.raises(ValidationError):
        Event.objects.update(date=value)
    assert stored(event) == YEAR


@pytest.mark.parametrize("lookup", ["lt", "gte", "icontains", "startswith"])
def test_the_text_neither_sorts_nor_compares(lookup):
    with pytest.raises(FieldError):
        list(Event.objects.filter(**{f"date__{lookup}": "2013"}))


def test_exact_lookups_work():
    event = make_event(date="2013-02")
    make_event()
    assert Event.objects.get(date="2013-02") == event
    assert Event.objects.get(date__in=[MONTH]) == event
    assert Event.objects.get(date__isnull=False) == event


@hypothesis_settings(max_examples=60, deadline=None)
@given(value=partial_dates())
def test_every_date_comes_back_as_it_was(value):
    event = Event(slug="a", title_ru="А", date=value)
    assert (event.date, event.date_first, event.date_last) == (value, value.first, value.last)
    field = Event._meta.get_field("date")
    assert field.from_db_value(field.get_prep_value(value), None, None) == value
    assert field.clean(value, event) == value


def test_the_form_reads_words_and_explains_itself_in_russian():
    field = PartialDateFormField(required=False)
    assert field.clean("февраль 2013") == MONTH
    assert field.clean(" ") is None
    with override("ru"), pytest.raises(ValidationError, match="февраль 2013") as error:
        field.clean("давным-давно")
    assert "«давным-давно»" in error.value.message


def test_the_form_shows_words_and_knows_what_changed():
    field = PartialDateFormField()
    with override("ru"):
        assert field.widget.format_value(MONTH) == "февраль 2013\N{NO-BREAK SPACE}г."
    assert field.widget.format_value("как набрано") == "как набрано"
    assert not field.has_changed(MONTH, "02.2013")
    assert field.has_changed(MONTH, "март 2013")
    assert field.has_changed(MONTH, "невесть когда")


def test_migrations_can_write_the_fields_down():
    date_field, first = Event._meta.get_field("date"), Event._meta.get_field("date_first")
    for field in (date_field, first):
        _name, path, args, kwargs = field.deconstruct()
        assert type(field)(*args, **kwargs).deconstruct()[1:] == (path, args, kwargs)
