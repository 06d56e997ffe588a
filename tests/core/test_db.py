"""Both databases behave as one."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from cooperation.models import Partner
from core.db import alphabetical, database, joined_ids, streamed
from events.models import Event
from tests.factories import make_event, make_partner


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["событие", "СОБЫТИЕ", "быти", "50%", "a_b", "c\\d"])
def test_letters_case_does_not_matter_and_signs_mean_themselves(words):
    found = make_event(title_ru="Событие на 50% a_b c\\d")
    make_event(title_ru="Собрание на 501 acb cd")
    assert list(Event.objects.filter(title_ru__icontains=words)) == [found]


@pytest.mark.django_db
def test_yo_stands_with_ye_whatever_the_case():
    for name in ["Ящик", "Ёлка", "елань", "Ель", "Абрис"]:
        make_partner(name_ru=name)
    names = Partner.objects.order_by(alphabetical("name_ru")).values_list("name_ru", flat=True)
    assert list(names) == ["Абрис", "елань", "Ёлка", "Ель", "Ящик"]


@pytest.mark.django_db
def test_a_missing_translation_sorts_by_the_source():
    for ru, en in [("Бета", "Beta"), ("Альфа", None), ("Вега", "")]:
        make_partner(name_ru=ru, name_en=en)
    names = Partner.objects.order_by(alphabetical("name_en", "name_ru"))
    assert [p.name_ru for p in names] == ["Бета", "Альфа", "Вега"]


@pytest.mark.django_db
def test_joined_ids_name_every_link():
    one, two = make_partner(), make_partner()
    make_event("a", partners=[one, two])
    make_event("b")
    rows = Event.objects.annotate(ids=joined_ids(Event.partners)).values_list("slug", "ids")
    joined = dict(rows)
    assert {int(part) for part in joined["a"].split(",")} == {one.pk, two.pk}
    assert joined["b"] is None


@pytest.mark.django_db
def test_streaming_gives_every_record_once():
    expected = [make_event() for _ in range(5)]
    assert list(streamed(Event.objects.order_by("id"), chunk_size=2)) == expected


@pytest.mark.parametrize(
    "url",
    ["nonsense", "mysql://user@host/name", "oracle://x/y", "postgres://host:port/name", "://"],
)
def test_an_address_that_is_none_is_explained_in_a_sentence(url):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        database(url)


def test_addresses_of_both_kinds_are_understood(tmp_path):
    sqlite = database(f"sqlite:///{tmp_path}/new/register.sqlite3")
    assert sqlite["ENGINE"].endswith("sqlite3")
    assert (tmp_path / "new").is_dir()
    postgres = database("postgres://me:pw@db.example:5433/register")
    assert (postgres["HOST"], postgres["PORT"], postgres["NAME"]) == (
        "db.example",
        5433,
        "register",
    )
