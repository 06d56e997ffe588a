"""Pages for what cannot be shown: in the reader's language, with the right status, safe."""

import re

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import connection
from django.test import Client
from django.urls import path

from config import urls

WORDS = {
    400: {"ru": "Запрос не понят", "en": "not understood", "nl": "niet begrepen"},
    403: {"ru": "Доступ запрещён", "en": "This is not allowed", "nl": "Geen toegang"},
    404: {"ru": "Такой страницы нет", "en": "There is no such page", "nl": "Deze pagina"},
    500: {
        "ru": "На сайте произошла ошибка",
        "en": "The site made a mistake",
        "nl": "Er ging iets mis",
    },
}


def raising(error):
    def view(request):
        raise error

    return view


ERRORS = {
    400: SuspiciousOperation("odd"),
    403: PermissionDenied("no"),
    500: RuntimeError("broken"),
}


class Broken:
    """The site's addresses, with some that fail."""

    handler400, handler403 = urls.handler400, urls.handler403
    handler404, handler500 = urls.handler404, urls.handler500
    urlpatterns = [
        *[
            path(f"{prefix}broken/{status}/", raising(error))
            for prefix in ("", "admin/", "ru/", "en/", "nl/")
            for status, error in ERRORS.items()
        ],
        *urls.urlpatterns,
    ]


@pytest.fixture
def visitor(settings, monkeypatch):
    """A reader of a site some of whose pages fail and whose database is away."""
    settings.ROOT_URLCONF = Broken

    def away(*args, **kwargs):
        raise AssertionError("an error page asked the database")

    monkeypatch.setattr(connection, "cursor", away)
    monkeypatch.setattr(connection, "ensure_connection", away)
    return Client(raise_request_exception=False)


def address(status):
    return "nope/" if status == 404 else f"broken/{status}/"


def check(response, status, language):
    page = response.content.decode()
    assert response.status_code == status
    assert f'<html lang="{language}">' in page
    assert WORDS[status][language].lower() in page.lower()
    assert settings.SITE_NAME[language] in page
    assert f'href="/{language}/"' in page
    assert '<meta name="robots" content="noindex">' in page
    assert "broken" not in page
    assert "nope" not in page


@pytest.mark.parametrize("language", ["ru", "en", "nl"])
@pytest.mark.parametrize("status", WORDS)
def test_an_error_speaks_the_language_of_the_address_without_the_database(
    visitor, status, language
):
    response = visitor.get(f"/{language}/{address(status)}", headers={"accept-language": "nl, en"})
    check(response, status, language)


@pytest.mark.parametrize(
    ("accepted", "language"),
    [("en-GB,en;q=0.8", "en"), ("nl", "nl"), ("fr", "ru"), ("", "ru"), ("en;q=0, nl", "nl")],
)
@pytest.mark.parametrize("status", WORDS)
def test_an_address_without_a_language_is_answered_in_the_reader_s(
    visitor, status, accepted, language
):
    response = visitor.get(f"/{address(status)}", headers={"accept-language": accepted})
    check(response, status, language)


def test_the_desk_s_errors_are_in_russian(visitor):
    for status in (400, 403, 500):
        response = visitor.get(f"/admin/broken/{status}/", headers={"accept-language": "en"})
        check(response, status, "ru")


@pytest.mark.parametrize("language", ["ru", "en", "nl"])
def test_the_languages_of_an_error_page_are_the_home_pages(visitor, language):
    for status in WORDS:
        page = visitor.get(f"/{language}/{address(status)}").content.decode()
        nav = re.search(r'<ul class="langs">(.*?)</ul>', page, re.DOTALL)[1]
        assert re.findall(r'href="([^"]+)"', nav) == ["/ru/", "/en/", "/nl/"]


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["ru", "en", "nl"])
def test_a_form_from_elsewhere_is_refused_in_the_reader_s_language(language):
    client = Client(enforce_csrf_checks=True)
    check(client.post(f"/{language}/", {"a": "1"}), 403, language)


@pytest.mark.parametrize("secure", [False, True])
@pytest.mark.parametrize("host", ["evil.example", "a<script>", "[::", "x" * 300])
def test_a_strange_host_is_refused_in_words_and_not_repeated(settings, host, secure):
    settings.ALLOWED_HOSTS = ["register.example"]
    settings.SECURE_SSL_REDIRECT = secure
    client = Client(raise_request_exception=False)
    # What the one before asked for must not decide the language of the next.
    client.get("/nl/nope/", headers={"host": "register.example"})
    response = client.get("/en/events/", headers={"host": host})
    check(response, 400, "en")
    assert host not in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["partners", "directions", "events", "contacts"])
@pytest.mark.parametrize("query", ["", "&year=2013&partner=city", "&q=zzz", "&year=abc"])
@pytest.mark.parametrize("number", ["2", "999999", "9" * 100])
def test_a_page_beyond_the_last_says_so_and_leads_back(client, name, query, number):
    response = client.get(f"/en/{name}/?page={number}{query}")
    page = response.content.decode()
    assert response.status_code == 404
    assert "The list has no such page" in page
    assert re.search(r'<p><a href="\?[^"]*">To its first page</a>', page)
    assert '<meta name="robots" content="noindex">' in page


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["partners", "directions", "events", "contacts"])
@pytest.mark.parametrize("number", ["0", "-1", "abc", "1.5", "", "%00", "1e3", "9" * 5000])
def test_what_is_no_page_is_the_first(client, name, number):
    response = client.get(f"/en/{name}/?page={number}")
    assert (response.status_code, response.context["page"].number) == (200, 1)
    assert (
        f'<link rel="canonical" href="http://testserver/en/{name}/">' in response.content.decode()
    )
