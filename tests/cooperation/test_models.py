import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction

from cooperation.models import Partner, Sector, Tie
from cooperation.sectors import BUILT_IN, make_sectors
from tests.factories import make_direction, make_partner, make_tie

pytestmark = pytest.mark.django_db


def test_the_built_in_sectors_are_there_in_their_order():
    assert [s.code for s in Sector.objects.in_order()] == list(BUILT_IN)
    assert len(BUILT_IN) == 19
    tourism = Sector.objects.get(code="tourism")
    assert (tourism.name_ru, tourism.name_en, tourism.name_nl) == ("туризм", "tourism", "toerisme")


def test_missing_sectors_are_made_again_and_renamed_ones_stay():
    Sector.objects.filter(code="sport").delete()
    Sector.objects.filter(code="culture").update(name_ru="культура и искусство")
    make_sectors()
    assert Sector.objects.filter(code__in=BUILT_IN).count() == 19
    assert Sector.objects.get(code="culture").name_ru == "культура и искусство"


@pytest.mark.django_db(transaction=True)
def test_a_flushed_database_has_its_sectors_again():
    call_command("flush", interactive=False, verbosity=0)
    assert set(Sector.objects.values_list("code", flat=True)) == set(BUILT_IN)


def errors(record):
    with pytest.raises(ValidationError) as error:
        record.full_clean()
    return set(error.value.message_dict)


def test_a_partner_cannot_lie_inside_itself():
    partner = make_partner()
    partner.parent = partner
    assert "parent" in errors(partner)
    with pytest.raises(IntegrityError), transaction.atomic():
        Partner.objects.filter(pk=partner.pk).update(parent=partner)


def test_partners_cannot_lie_in_a_ring():
    country = make_partner()
    region = make_partner(parent=country)
    city = make_partner(parent=region)
    country.parent = city
    assert errors(country) == {"parent"}
    Partner.objects.get(pk=city.pk).full_clean()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("subdivision", "be-vlg"),
        ("subdivision", "FR-75"),
        ("wikidata", "9337"),
        ("local_name_language", "Nederlands"),
    ],
)
def test_codes_must_be_codes(field, value):
    partner = make_partner(subdivision="BE-VLG", wikidata="Q9337", local_name_language="nl")
    partner.full_clean()
    setattr(partner, field, value)
    assert errors(partner) == {field}


def test_a_slug_is_taken_once():
    make_partner("flanders")
    assert errors(Partner(slug="flanders", name_ru="Фландрия")) == {"slug"}


def test_a_partner_needs_a_russian_name():
    assert "name_ru" in errors(Partner(slug="flanders", name_en="Flanders"))


def test_a_tie_cannot_end_before_it_begins():
    tie = Tie(partner=make_partner(), kind=Tie.Kind.TWINNING, since="2010", until="2005")
    with pytest.raises(ValidationError, match="раньше"):
        tie.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        tie.save()
    for until in ("2010", "2010-05", "2011/..", None):
        tie.until = until
        tie.full_clean()


def test_records_lead_to_their_place_in_the_dossier():
    partner = make_partner("flanders")
    tie, direction = make_tie(partner), make_direction(partner)
    assert partner.get_absolute_url() == "/ru/partners/flanders/"
    assert tie.get_absolute_url() == f"/ru/partners/flanders/#tie-{tie.pk}"
    assert direction.get_absolute_url() == f"/ru/partners/flanders/#direction-{direction.pk}"


def test_records_are_called_what_they_are():
    partner = make_partner(name_ru="Фландрия")
    assert str(make_tie(partner, kind=Tie.Kind.FRIENDLY_TIES)) == "дружественные связи: Фландрия"
    assert str(make_direction(partner, title_ru="Порты")) == "Порты"
    assert str(Sector.objects.get(code="sport")) == "спорт"
