import pytest

from events.models import Event
from tests.factories import make_event

pytestmark = pytest.mark.django_db


def saved(**titles):
    event = Event(**titles)
    event.save()
    return event.slug


def test_a_slug_is_made_of_the_english_title_or_else_the_russian():
    assert saved(title_ru="Порт", title_en="The Port") == "the-port"
    assert saved(title_ru="Щука и ёж") == "shchuka-i-ezh"
    assert saved(title_ru="…") == "record"


def test_a_taken_slug_gets_a_number():
    make_event("port")
    assert [saved(title_ru="Порт", title_en="Port") for _ in range(3)] == [
        "port-2",
        "port-3",
        "port-4",
    ]


def test_a_long_title_keeps_within_the_column():
    assert len(saved(title_ru="слово " * 33)) <= 80
