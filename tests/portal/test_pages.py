"""The home page, a partner's dossier, and the demo content they show."""

import csv
import io
import re
from datetime import date

import pytest
from babel.dates import get_month_names
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.utils import timezone

from core.publishing import Status
from events.models import Event
from tests.factories import make_contact, make_direction, make_event, make_partner, make_tie

pytestmark = pytest.mark.django_db
LANGUAGES = ["ru", "en", "nl"]


def get(client, path):
    return client.get(path).content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("query", "found"),
    [
        (
            "year=2013",
            ["flemish-tourism-seminar", "belgium-investment-seminar", "flemish-parliament-meeting"],
        ),
        ("year=2013&sector=tourism", ["flemish-tourism-seminar"]),
    ],
)
def test_the_events_of_2013(client, demo, language, query, found):
    html = get(client, f"/{language}/events/?{query}")
    assert re.findall(r'<h3><a href="/\w\w/events/([\w-]+)/', html) == found
    response = client.get(f"/{language}/events.csv?{query}")
    text = b"".join(response.streaming_content).decode()
    assert [row["id"] for row in csv.DictReader(io.StringIO(text))] == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_day_or_month_is_named_for_1958(client, demo, language):
    response = client.get(f"/{language}/events.csv?year=1958")
    [row] = csv.DictReader(io.StringIO(b"".join(response.streaming_content).decode()))
    assert row["date"] == "1958"
    assert re.fullmatch(r"1958( г\.)?", row["date_text"])
    months = "|".join(
        month
        for width in ("format", "stand-alone")
        for month in get_month_names("wide", width, language).values()
    )
    for path in ("events/?year=1958", "events/antwerp-friendly-ties/", "partners/antwerp/", ""):
        html = get(client, f"/{language}/{path}")
        assert "1958" in html
        assert re.findall(rf"(?i)\b({months})\s+1958|1958-\d\d", html) == []


def test_loading_the_demo_again_changes_nothing(client, demo):
    Event.objects.filter(slug="antwerp-mayor-smolny").update(title_ru="Исправлено")
    before = list(Event.objects.order_by("id").values())
    call_command("load_demo", verbosity=0)
    assert list(Event.objects.order_by("id").values()) == before
    assert "Исправлено" in get(client, "/ru/events/")


def test_the_first_account_is_made_once(capsys):
    call_command("first_account")
    password = re.search(r"password  (\S+)", capsys.readouterr().out)[1]
    [user] = get_user_model().objects.all()
    assert user.is_superuser
    assert user.check_password(password)
    call_command("first_account")
    assert capsys.readouterr().out == ""
    assert get_user_model().objects.count() == 1


def test_the_dossier_stands_in_three_sections_with_ties_above(client):
    flanders = make_partner("flanders", name_ru="Фландрия")
    antwerp = make_partner("antwerp", name_ru="Антверпен", parent=flanders)
    make_tie(antwerp, since="1958", note_ru="Сначала культура")
    make_direction(flanders, title_ru="Порты")
    make_event("a", title_ru="Семинар", date="2013", partners=[antwerp])
    make_event("b", title_ru="Визит", date="2018", partners=[flanders])
    make_contact(surname_ru="Королева", partners=[flanders], phones=["+78125766833"])
    html = get(client, "/ru/partners/flanders/")
    parts = ["побратимство", "Сначала культура", "Порты", "Семинар", "Визит", "Королева", "576-68"]
    places = [html.lower().index(part.lower()) for part in parts]
    assert places == sorted(places)
    assert "2014–2017: записей нет" in html
    assert 'href="/ru/partners/antwerp/"' in html


def test_staff_preview_the_drafts_of_a_dossier(client, desk):
    partner = make_partner("flanders")
    make_direction(partner, title_ru="Задумано", status=Status.DRAFT)
    make_direction(partner, title_ru="Забыто", status=Status.ARCHIVED)
    make_contact(surname_ru="Тихонов", partners=[partner], may_be_published=False)
    preview = get(desk, "/ru/partners/flanders/?preview=1")
    assert "Задумано" in preview
    assert "не для публикации" in preview
    assert "Забыто" not in preview
    assert "Задумано" not in get(desk, "/ru/partners/flanders/")
    desk.logout()
    assert "Задумано" not in get(desk, "/ru/partners/flanders/?preview=1")


def test_a_draft_partner_is_for_staff(client, editor):
    make_partner("secret", status=Status.DRAFT)
    assert client.get("/ru/partners/secret/").status_code == 404
    client.force_login(editor)
    assert '<div class="banner">' in get(client, "/ru/partners/secret/")


def test_a_long_history_leads_on_to_the_list(client, monkeypatch):
    monkeypatch.setattr("portal.views.EVENTS_OF_A_DOSSIER", 2)
    partner = make_partner("flanders")
    for _ in range(3):
        make_event(date="2013", partners=[partner])
    html = get(client, "/ru/partners/flanders/")
    assert html.count('class="event"') == 2
    assert '<a href="/ru/events/?partner=flanders">' in html


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"since": "1958"}, (8, 9, 77)),
        ({"since": "1958", "state": "active"}, (8, 77, 77)),
        ({"since": "1958", "until": "1991-05"}, (8, 42, 42)),
        ({}, (0, 0, 0)),
    ],
)
def test_the_scale_of_the_ties(client, monkeypatch, values, line):
    monkeypatch.setattr(timezone, "localdate", lambda moment=None: date(2026, 11, 24))
    partner = make_partner("flanders")
    make_tie(partner, **values)
    [drawn] = client.get("/ru/partners/flanders/").context["scale"].lines
    assert (drawn.start, drawn.solid, drawn.end) == line


def test_the_home_page_counts_what_is_public(client, demo):
    make_event("hidden", status=Status.DRAFT, date="2013")
    context = client.get("/ru/").context
    assert (context["events_total"], context["directions_total"]) == (9, 5)
    counts = {choice.value: choice.count for choice in context["partners"]}
    assert counts == {"flanders": 9, "antwerp": 5}
    assert context["events"][0].slug == "antwerp-cooperation-agreement"
    assert context["first_year"] == 1958


def test_an_empty_register_has_a_home_page(client):
    assert "0 мероприятий" in get(client, "/ru/")


@pytest.mark.parametrize("path", ["/ru/nope/", "/en/events/nope/", "/nl/partners/nope/"])
def test_a_page_that_is_not_there_says_so_in_the_reader_s_language(client, path):
    response = client.get(path)
    assert response.status_code == 404
    words = {"ru": "Такой страницы нет", "en": "There is no such page", "nl": "pagina"}
    assert words[path[1:3]] in response.content.decode()


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("path", "queries"), [("", 12), ("partners/city/", 12)])
def test_queries_do_not_grow_with_the_records(client, assert_queries, number, path, queries):
    partner = make_partner("city")
    for _ in range(number):
        make_partner(parent=partner)
        make_tie(partner, since="2000")
        make_direction(partner, sector_codes=["culture"])
        make_event(date="2013", partners=[partner], sector_codes=["culture"])
        make_contact(partners=[partner], phones=["+78125766833"])
    with assert_queries(queries):
        client.get(f"/ru/{path}")
