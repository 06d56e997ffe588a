"""A dossier shows what the lists show of the same partner."""

import re

import pytest

from core.publishing import Status
from tests.factories import make_contact, make_direction, make_event, make_partner, make_tie

pytestmark = pytest.mark.django_db


@pytest.fixture
def flanders(db):
    return make_partner("flanders", name_ru="Фландрия")


def slugs(client, path):
    page = client.get(path).content.decode()
    return re.findall(r'<h[34]><a href="/\w\w/events/([\w-]+)/', page)


def test_what_belongs_to_a_draft_inside_stays_out(client, flanders):
    hidden = make_partner("hidden", parent=flanders, status=Status.DRAFT)
    paris = make_partner("paris")
    make_event("through-the-draft", date="2013", partners=[hidden, paris])
    make_contact(surname_ru="Петрова", partners=[hidden, paris])
    make_direction(hidden, title_ru="Порты")
    make_tie(hidden, note_ru="Дружба")
    page = client.get("/ru/partners/flanders/").content.decode()
    for words in ("through-the-draft", "Петрова", "Порты", "Дружба"):
        assert words not in page
    assert slugs(client, "/ru/partners/paris/") == ["through-the-draft"]


def test_the_events_are_those_of_the_list_filtered_by_the_partner(client, flanders):
    city = make_partner("city", parent=flanders)
    port = make_partner("port", parent=city)
    for slug, date, partners in [
        ("a", "2013", [flanders]),
        ("b", "2012", [port, flanders]),
        ("c", None, [city]),
        ("d", "2011", [make_partner()]),
    ]:
        make_event(slug, date=date, partners=partners)
    assert slugs(client, "/ru/partners/flanders/") == ["b", "a", "c"]
    assert slugs(client, "/ru/events/?partner=flanders") == ["b", "a", "c"]
    assert slugs(client, "/ru/partners/city/") == ["b", "c"]


def test_a_direction_leads_to_as_many_events_as_it_says(client, flanders):
    make_direction(flanders, sector_codes=["culture"])
    for sectors in (["culture", "sport"], ["culture"], ["sport"]):
        make_event(date="2013", partners=[flanders], sector_codes=sectors)
    page = client.get("/en/partners/flanders/").content.decode()
    path, number = re.search(
        r'<a href="(/en/events/\?partner=flanders&amp;sector=culture)">(\d+) events</a>', page
    ).groups()
    assert int(number) == len(slugs(client, path.replace("&amp;", "&"))) == 2


def test_a_tie_and_a_draft_parent_keep_to_what_is_public(client):
    above = make_partner("above", name_ru="Тайная", status=Status.DRAFT)
    city = make_partner("city", parent=above)
    make_tie(city, note_ru="Старое", status=Status.ARCHIVED)
    page = client.get("/ru/partners/city/").content.decode()
    assert "Тайная" not in page
    assert "Старое" not in page


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("path", ["contacts/", "partners/flanders/", ""])
def test_a_name_that_is_not_translated_is_marked_to_the_eye_too(client, flanders, language, path):
    make_contact(surname_ru="Королева", partners=[flanders])
    page = client.get(f"/{language}/{path}").content.decode()
    assert re.search(r'class="[^"]*\bforeign\b[^"]*" lang="ru"[^>]*>Королева<', page)


@pytest.mark.parametrize("status", [s for s in Status if s != Status.PUBLISHED])
def test_a_partner_that_is_not_public_is_not_there_and_staff_s_view_is_kept_private(
    client, editor, status
):
    make_partner("secret", status=status)
    gone = 410 if status == Status.ARCHIVED else 404
    assert client.get("/ru/partners/secret/").status_code == gone
    client.force_login(editor)
    response = client.get("/ru/partners/secret/")
    assert response.status_code == 200
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert '<meta name="robots" content="noindex">' in response.content.decode()
