"""When a record was published first: noted whatever way it was published, and never moved."""

from datetime import UTC, datetime

import pytest
from django.db.models import Case, Value, When
from django.utils import timezone

from contacts.models import ContactPerson
from cooperation.models import Direction, Tie
from core.publishing import Status
from events.models import Event
from tests.factories import make_contact, make_direction, make_event, make_partner, make_tie

pytestmark = pytest.mark.django_db
THEN = datetime(2026, 1, 1, 12, tzinfo=UTC)
LATER = datetime(2026, 2, 2, 12, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch):
    """Sets what time it is."""

    def at(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)

    at(THEN)
    return at


def stored(record):
    return type(record).objects.values_list("published_at", flat=True).get(pk=record.pk)


def save(record):
    record.status = Status.PUBLISHED
    record.save()


def save_some_fields(record):
    record.status = Status.PUBLISHED
    record.save(update_fields=["status"])


def update(record):
    Event.objects.filter(pk=record.pk).update(status=Status.PUBLISHED)


def update_by_expression(record):
    expression = Case(When(pk=record.pk, then=Value("published")), default=Value("draft"))
    Event.objects.filter(pk=record.pk).update(status=expression)


def bulk_update(record):
    record.status = Status.PUBLISHED
    Event.objects.bulk_update([record], ["status"])


@pytest.mark.parametrize(
    "publish", [save, save_some_fields, update, update_by_expression, bulk_update]
)
def test_every_way_of_publishing_notes_the_moment_once(clock, publish):
    event = make_event(status=Status.DRAFT)
    assert stored(event) is None
    publish(Event.objects.get(pk=event.pk))
    assert stored(event) == THEN
    clock(LATER)
    Event.objects.filter(pk=event.pk).update(status=Status.ARCHIVED)
    publish(Event.objects.get(pk=event.pk))
    assert stored(event) == THEN


@pytest.mark.parametrize(
    "make",
    [
        make_event,
        make_partner,
        make_contact,
        lambda: make_direction(make_partner()),
        lambda: make_tie(make_partner()),
    ],
)
def test_what_is_made_public_at_once_is_noted_too(clock, make):
    assert stored(make()) == THEN


def test_records_made_in_bulk_are_noted(clock):
    Event.objects.bulk_create(
        [Event(slug="a", title_ru="А", status=Status.PUBLISHED), Event(slug="b", title_ru="Б")]
    )
    assert dict(Event.objects.values_list("slug", "published_at")) == {"a": THEN, "b": None}


@pytest.mark.parametrize("status", [s for s in Status if s != Status.PUBLISHED])
def test_other_statuses_note_nothing(status):
    event = make_event(status=status)
    Event.objects.update(status=status)
    event.save()
    assert stored(event) is None


def test_an_object_read_before_the_publication_does_not_undo_or_move_it(clock):
    event = make_event(status=Status.DRAFT)
    old = Event.objects.get(pk=event.pk)
    update(event)
    clock(LATER)
    old.status = Status.PUBLISHED
    old.save()
    assert stored(event) == old.published_at == THEN


def test_saving_other_fields_leaves_it_alone(clock):
    event = make_event(status=Status.DRAFT)
    event.status = Status.PUBLISHED
    event.save(update_fields=["title_ru"])
    assert stored(event) is None


def test_the_desk_notes_it_from_the_button_the_list_and_an_inline(clock, desk):
    partner = make_partner("city")
    event, other = make_event(status=Status.DRAFT), make_event(status=Status.DRAFT)
    desk.post(
        "/admin/events/event/",
        {"action": "publish", "_selected_action": [event.pk], "index": "0"},
    )
    assert stored(event) == THEN
    page = desk.get(f"/admin/events/event/{other.pk}/change/")
    form = page.context["adminform"].form
    values = {name: form[name].value() for name in form.fields}
    data = {name: value for name, value in values.items() if value not in (None, [])}
    data |= {"parts-TOTAL_FORMS": "0", "parts-INITIAL_FORMS": "0", "_publish": "1"}
    assert desk.post(f"/admin/events/event/{other.pk}/change/", data).status_code == 302
    assert stored(other) == THEN
    assert partner.published_at == THEN


def test_the_demo_content_is_noted(demo):
    for model in (Event, Direction, Tie, ContactPerson):
        assert not model.objects.filter(published_at=None).exists()
