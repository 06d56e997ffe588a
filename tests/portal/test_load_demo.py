"""The demo content can be added again at any time: once more changes nothing."""

import pytest
from django.core.management import call_command

from contacts.models import ContactPerson, Department, Phone
from cooperation.models import Direction, Partner, Tie
from events.models import Event, Part

pytestmark = pytest.mark.django_db
MODELS = [Partner, Tie, Direction, Event, Part, Department, ContactPerson, Phone]


def everything():
    return {model: list(model.objects.order_by("id").values()) for model in MODELS}


def test_every_kind_of_record_is_there_once(demo):
    before = everything()
    assert all(before.values())
    call_command("load_demo", verbosity=0)
    assert everything() == before


@pytest.mark.parametrize(
    ("model", "correction"),
    [
        (Partner, {"name_ru": "Исправлено"}),
        (Tie, {"note_ru": "Исправлено"}),
        (Tie, {"since": "1959"}),
        (Direction, {"text_ru": "Исправлено"}),
        (Direction, {"title_ru": "Исправлено"}),
        (Event, {"title_ru": "Исправлено", "date": "1959"}),
        (Part, {"text_ru": "Исправлено"}),
        (ContactPerson, {"position_ru": "Исправлено"}),
        (ContactPerson, {"surname_ru": "Исправлено"}),
        (Department, {"name_ru": "Исправлено"}),
    ],
)
def test_what_staff_corrected_stays_and_does_not_come_a_second_time(demo, model, correction):
    model.objects.filter(pk=model.objects.order_by("id").first().pk).update(**correction)
    before = everything()
    call_command("load_demo", verbosity=0)
    assert everything() == before


@pytest.mark.parametrize("model", [Partner, Event])
def test_what_staff_gave_another_address_does_not_come_a_second_time(demo, model):
    record = model.objects.order_by("id").first()
    record.slug = "another"
    record.save()
    before = everything()
    call_command("load_demo", verbosity=0)
    assert everything() == before
