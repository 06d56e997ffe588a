"""A bound that is named alone, where a record is written in part, never parts from its date."""

from contextlib import suppress
from datetime import date

import pytest
from django.core.exceptions import FieldError

from cooperation.models import Tie
from core.dates import PartialDate
from events.models import Event
from tests.factories import make_event, make_partner, make_tie

pytestmark = pytest.mark.django_db


def parted(event):
    """Whether the stored bounds are others than those of the stored date."""
    row = Event.objects.values_list("date", "date_first", "date_last").get(pk=event.pk)
    return row[1:] != (row[0].first, row[0].last)


def save(event):
    event.save(update_fields=["date_first"])


def bulk_update(event):
    Event.objects.bulk_update([event], ["date_first"])


def bulk_create(event):
    Event.objects.bulk_create(
        [event],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["date_first"],
    )


@pytest.mark.parametrize("write", [save, bulk_update, bulk_create])
def test_a_bound_named_alone_is_refused_or_brings_its_date(write):
    event = make_event(date="2013")
    event.date = "2012"
    with suppress(FieldError):
        write(event)
    assert not parted(event)


def test_two_dates_of_one_record_keep_to_their_own_bounds():
    tie = make_tie(make_partner(), since="1958", until="1991-05")
    tie.since = "1960"
    tie.save(update_fields=["since"])
    row = Tie.objects.values("since_first", "since_last", "until_first", "until_last").get()
    assert row == {
        "since_first": date(1960, 1, 1),
        "since_last": date(1960, 12, 31),
        "until_first": date(1991, 5, 1),
        "until_last": date(1991, 5, 31),
    }


def test_a_date_deferred_is_fetched_with_its_bounds():
    event = Event.objects.defer("date").get(pk=make_event(date="2013-02").pk)
    assert (event.date_first, event.date_last) == (date(2013, 2, 1), date(2013, 2, 28))
    assert event.date == PartialDate("2013-02")
    event.date = "1958"
    event.save()
    assert not parted(event)


def test_a_new_value_through_a_relation_brings_its_bounds():
    partner = make_partner()
    tie = make_tie(partner, since="1958")
    partner.ties.update(since="2013-02")
    tie.refresh_from_db()
    assert (tie.since_first, tie.since_last) == (date(2013, 2, 1), date(2013, 2, 28))
    with pytest.raises(FieldError):
        partner.ties.update(since_last=date(2030, 1, 1))
