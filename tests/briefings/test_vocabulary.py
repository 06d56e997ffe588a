"""Words of staff: they join those shipped when the database is there."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.test import override_settings
from django.urls import reverse

from briefings import vocabulary
from briefings.models import SectorLemma
from cooperation.models import Sector


@pytest.mark.django_db
def test_words_of_staff_join_in():
    SectorLemma.objects.create(sector=Sector.objects.get(code="transport"), words="ледокол*")
    assert vocabulary.sector_words().find("постройка ледоколов") == ("transport",)


def test_without_a_database_the_shipped_words_serve(monkeypatch):
    monkeypatch.setattr(vocabulary, "is_there", lambda connection: False)
    assert vocabulary.sector_words().find("морской порт") == ("transport",)


@pytest.mark.django_db
def test_before_it_is_migrated_too(monkeypatch):
    class Away:
        def values_list(self, *names):
            raise DatabaseError

    monkeypatch.setattr(SectorLemma, "objects", Away())
    assert vocabulary.sector_words().find("морской порт") == ("transport",)


@override_settings(CITY_NAME={"ru": "Нижний Новгород"}, PHONE_AREA_CODE="831")
def test_the_home_is_that_of_the_settings():
    home = vocabulary.home()
    assert (home.city[0], home.area_code, home.region) == ("нижний новгород", "831", "RU")


@pytest.mark.django_db
def test_a_word_is_kept_in_small_letters_and_once():
    sector = Sector.objects.get(code="transport")
    word = SectorLemma(sector=sector, words="  Учёный   Порт ")
    word.full_clean()
    word.save()
    assert str(word) == "ученый порт"
    with pytest.raises(ValidationError):
        SectorLemma(sector=sector, words="ученый порт").full_clean()
    with pytest.raises(ValidationError):
        SectorLemma(sector=sector, words="  ").full_clean()


@pytest.mark.django_db
def test_staff_find_the_words_among_the_reference_lists(admin_client):
    SectorLemma.objects.create(sector=Sector.objects.get(code="transport"), words="ледокол*")
    page = admin_client.get(reverse("admin:briefings_sectorlemma_changelist"))
    assert "ледокол*" in page.content.decode()
    index = admin_client.get(reverse("admin:index")).content.decode()
    assert "Слова отраслей" in index
