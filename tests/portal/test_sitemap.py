"""robots.txt and the sitemaps: what is public, where it is translated, when it changed."""

import urllib.robotparser
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest

from cooperation.models import Partner
from core.publishing import Status
from events.models import Event
from tests.factories import make_contact, make_direction, make_event, make_partner, make_tie

pytestmark = pytest.mark.django_db
LANGUAGES = ["ru", "en", "nl"]
SITE = "http://testserver"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LISTS = ["", "partners/", "directions/", "events/", "contacts/"]
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


def read(client, path, root):
    """The rows (loc, lastmod) of a sitemap, held to the elements of its schema and their order."""
    response = client.get(path)
    assert (response.status_code, response["Content-Type"]) == (
        200,
        "application/xml; charset=utf-8",
    )
    tree = ElementTree.fromstring(response.content)
    assert tree.tag == SPACE + root
    child = {"urlset": "url", "sitemapindex": "sitemap"}[root]
    rows = []
    for element in tree:
        assert element.tag == SPACE + child
        tags = [part.tag.removeprefix(SPACE) for part in element]
        assert tags in (["loc"], ["loc", "lastmod"])
        loc = element[0].text
        assert loc.startswith(f"{SITE}/")
        lastmod = datetime.fromisoformat(element[1].text) if len(element) == 2 else None
        assert lastmod is None or lastmod.tzinfo is not None
        rows.append((loc, lastmod))
    assert len(dict(rows)) == len(rows) <= 50_000
    return dict(rows)


def sitemap(client, language, part=""):
    prefix = f"{SITE}/{language}/"
    rows = read(client, f"/sitemap-{language}{part}.xml", "urlset")
    return {loc.removeprefix(prefix): lastmod for loc, lastmod in rows.items()}


def changed(record, days):
    """Says that the record changed last so many days after the epoch."""
    type(record).objects.filter(pk=record.pk).update(changed_at=EPOCH + timedelta(days=days))


def days(moments):
    return {path: moment and (moment - EPOCH).days for path, moment in moments.items()}


def test_the_index_names_a_file_for_each_language_and_each_answers(client, demo):
    index = read(client, "/sitemap.xml", "sitemapindex")
    assert list(index) == [f"{SITE}/sitemap-{language}.xml" for language in LANGUAGES]
    for loc, lastmod in index.items():
        pages = read(client, loc.removeprefix(SITE), "urlset")
        assert max(pages.values()) == lastmod
        for address in pages:
            assert client.get(address.removeprefix(SITE)).status_code == 200


def test_only_public_records_stand_in_it_where_they_are_translated(client):
    city = make_partner("city", name_ru="Город", name_en="City")
    draft = make_partner("draft", name_ru="Тайна", status=Status.DRAFT)
    for slug, values in {
        "both": {"title_en": "Both", "title_nl": "Beide"},
        "russian": {"title_en": "", "title_nl": None},
        "written": {"status": Status.DRAFT},
        "archived": {"status": Status.ARCHIVED},
    }.items():
        make_event(slug, partners=[city], **values)
    make_event("orphan", partners=[draft])
    found = {language: [*sitemap(client, language)] for language in LANGUAGES}
    assert found == {
        "ru": [*LISTS, "partners/city/", "events/both/", "events/russian/"],
        "en": [*LISTS, "partners/city/", "events/both/"],
        "nl": [*LISTS, "events/both/"],
    }


def test_the_change_is_the_newest_of_what_a_page_shows(client):
    land = make_partner("land")
    city = make_partner("city", parent=land)
    other = make_partner("other")
    event = make_event("a", partners=[city, other])
    hidden = make_event("hidden", partners=[city], status=Status.DRAFT)
    tie, direction = make_tie(other), make_direction(city)
    contact = make_contact(partners=[other])
    moments = {land: 1, city: 2, other: 3, event: 6, tie: 4, direction: 5, contact: 7, hidden: 99}
    for record, day in moments.items():
        changed(record, day)
    assert days(sitemap(client, "ru")) == {
        "": 7,
        "partners/": 3,
        "directions/": 5,
        "events/": 6,
        "contacts/": 7,
        "partners/land/": 6,
        "partners/city/": 6,
        "partners/other/": 7,
        "events/a/": 6,
    }
    changed(city, 20)
    newest = days(sitemap(client, "ru"))
    assert newest["events/a/"] == newest["partners/land/"] == newest["events/"] == newest[""] == 20
    assert newest["partners/other/"] == 7


def test_an_empty_register_has_its_lists_without_a_date(client):
    for language in LANGUAGES:
        assert sitemap(client, language) == dict.fromkeys(LISTS)
    assert set(read(client, "/sitemap.xml", "sitemapindex").values()) == {None}


def test_a_large_register_fills_several_files(client, monkeypatch):
    partner = make_partner("city")
    slugs = [make_event(partners=[partner]).slug for _ in range(5)]
    whole = [*sitemap(client, "ru")]
    assert whole == [*LISTS, "partners/city/", *(f"events/{slug}/" for slug in slugs)]
    monkeypatch.setattr("portal.sitemap.LIMIT", 4)
    index = read(client, "/sitemap.xml", "sitemapindex")
    russian = [loc for loc in index if "-ru" in loc]
    assert russian == [f"{SITE}/sitemap-ru{part}.xml" for part in ("", "-2", "-3")]
    parts = [[*sitemap(client, "ru", part)] for part in ("", "-2", "-3")]
    assert [len(part) for part in parts] == [4, 4, 3]
    assert [path for part in parts for path in part] == whole
    assert client.get("/sitemap-ru-4.xml").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "sitemap-fr",
        "sitemap-ru-0",
        "sitemap-ru-01",
        "sitemap-ru-2",
        "sitemap-",
        "sitemap-ru-9999999",
    ],
)
def test_there_is_no_other_file(client, path):
    assert client.get(f"/{path}.xml").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("path", "queries"), [("sitemap-nl.xml", 11), ("sitemap.xml", 10)])
def test_queries_do_not_grow_with_the_records(client, assert_queries, number, path, queries):
    for _ in range(number):
        partner = make_partner(name_nl="Stad")
        make_tie(partner)
        make_direction(partner)
        make_event(partners=[partner], title_nl="Bezoek")
        make_contact(partners=[partner])
    with assert_queries(queries):
        client.get(f"/{path}")


def test_an_address_with_signs_of_xml_is_escaped(client, settings):
    settings.SITE_URL = "https://register.example/a&b"
    assert b"https://register.example/a&amp;b/ru/" in client.get("/sitemap-ru.xml").content


@pytest.mark.parametrize("path", ["robots.txt", "sitemap.xml", "sitemap-ru.xml"])
def test_they_are_only_read_and_vary_by_no_cookie(client, path):
    assert client.head(f"/{path}").status_code == 200
    for method in (client.post, client.put, client.delete):
        assert method(f"/{path}").status_code == 405
    assert "Cookie" not in client.get(f"/{path}").get("Vary", "")


def test_robots_keep_to_the_site_and_find_the_sitemap(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    rules = urllib.robotparser.RobotFileParser()
    rules.parse(response.content.decode().splitlines())
    assert rules.site_maps() == [f"{SITE}/sitemap.xml"]
    assert not rules.can_fetch("*", f"{SITE}/admin/")
    for path in ("/ru/", "/en/events/", "/nl/events/?year=2013", "/static/og.png"):
        assert rules.can_fetch("*", f"{SITE}{path}")


def test_what_leaves_the_site_leaves_the_sitemap(client, demo):
    assert "events/antwerp-mayor-smolny/" in sitemap(client, "ru")
    Event.objects.filter(slug="antwerp-mayor-smolny").update(status=Status.ARCHIVED)
    assert "events/antwerp-mayor-smolny/" not in sitemap(client, "ru")
    Partner.objects.update(status=Status.ARCHIVED)
    assert [*sitemap(client, "ru")] == LISTS
