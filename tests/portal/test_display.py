"""Reading settings: one cookie, one style sheet, and pages that are the same for everybody."""

import pytest
from django.test import override_settings

from core.display import COOKIE
from tests.factories import make_event, make_partner

pytestmark = pytest.mark.django_db

PAGES = ["", "events/", "events/?year=2013", "partners/flanders/", "directions/", "display/"]


def chosen(client):
    return client.cookies[COOKIE].value


def test_a_button_sets_the_cookie_and_leads_back(client):
    response = client.get("/ru/display/", {"size": "150", "back": "/ru/events/?year=2013"})
    assert (response.status_code, response["Location"]) == (302, "/ru/events/?year=2013#display")
    assert response["Cache-Control"] == "no-store"
    cookie = client.cookies[COOKIE]
    assert (cookie.value, cookie["samesite"], cookie["httponly"]) == ("150", "Lax", True)
    assert cookie["max-age"] == 365 * 24 * 3600
    client.get("/ru/display/", {"colours": "white-on-black"})
    assert chosen(client) == "150.white-on-black"
    client.get("/ru/display/", {"size": "100"})
    assert chosen(client) == "white-on-black"
    client.get("/ru/display/", {"reset": "1"})
    assert chosen(client) == ""


@override_settings(SESSION_COOKIE_SECURE=True)
def test_with_tls_the_cookie_goes_over_tls_only(client):
    client.get("/ru/display/", {"size": "150"})
    assert client.cookies[COOKIE]["secure"] is True


@pytest.mark.parametrize(
    "back",
    ["https://example.org/", "//example.org/", "/\\example.org/", "javascript:alert(1)", "x", ""],
)
def test_it_leads_to_no_other_site(client, back):
    response = client.get("/en/display/", {"size": "150", "back": back})
    assert response["Location"] == "/en/display/#display"


@pytest.mark.parametrize("value", ["", "9000", "dark", "<script>", "\x00", "я" * 5000])
def test_a_setting_that_is_not_there_is_refused_in_words(client, value):
    response = client.get("/ru/display/", {"size": value})
    assert response.status_code == 400
    assert "Такой настройки нет" in response.content.decode()
    assert COOKIE not in client.cookies


def test_the_style_sheet_alone_varies_by_the_cookie(client):
    plain = client.get("/display.css")
    client.cookies[COOKIE] = "200.dark"
    large = client.get("/display.css")
    assert plain.content != large.content
    assert b"--zoom:2;" in large.content
    assert "Cookie" in large["Vary"]
    assert large["Cache-Control"] == "private, no-cache"
    assert large["Content-Type"] == "text/css; charset=utf-8"
    again = client.get("/display.css", headers={"if-none-match": large["ETag"]})
    assert again.status_code == 304
    stale = client.get("/display.css", headers={"if-none-match": plain["ETag"]})
    assert stale.status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_the_same_with_and_without_the_cookie(client, demo, path):
    plain = client.get(f"/ru/{path}")
    client.cookies[COOKIE] = "200.dark.widest.no-images"
    chosen = client.get(f"/ru/{path}")
    assert plain.content == chosen.content
    assert "Cookie" not in chosen.get("Vary", "")
    assert chosen.cookies == {}


def test_the_settings_page_shows_a_record_as_it_looks(client):
    make_event("port", title_ru="Семинар о порте", date="2013", partners=[make_partner()])
    assert "Семинар о порте" in client.get("/ru/display/").content.decode()


def test_the_settings_page_of_an_empty_register(client):
    assert client.get("/ru/display/").status_code == 200


@pytest.mark.parametrize(
    ("language", "words"),
    [("ru", "Версия для слабовидящих"), ("en", "Reading settings"), ("nl", "Leesinstellingen")],
)
def test_every_page_has_the_panel(client, language, words):
    html = client.get(f"/{language}/events/").content.decode()
    head = html[: html.index("<main")]
    assert words in head
    assert f'action="/{language}/display/"' in head


def statement(client, settings_of_page):
    with override_settings(**settings_of_page):
        return client.get("/ru/accessibility/").content.decode()


def test_the_statement_names_where_to_write_or_sends_to_the_contacts(client):
    nowhere = statement(client, {"ACCESSIBILITY_EMAIL": "", "ACCESSIBILITY_PHONE": ""})
    assert "Отдельного адреса для этого пока нет" in nowhere
    known = statement(
        client, {"ACCESSIBILITY_EMAIL": "a@example.org", "ACCESSIBILITY_PHONE": "(812) 576-00-00"}
    )
    assert 'href="mailto:a@example.org"' in known
    assert "(812) 576-00-00" in known
    assert "Отдельного адреса" not in known
