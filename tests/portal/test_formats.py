"""The same list in every form: one filter, one set of records, one idea of who is public."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ElementTree
from datetime import date

import feedparser
import icalendar
import openpyxl
import pytest
from django.utils import timezone

from core.publishing import Status
from portal.opendata.datasets import LISTS
from tests.factories import make_contact, make_direction, make_event, make_partner

pytestmark = pytest.mark.django_db
FORMATS = [(of_list.name, known.suffix) for of_list in LISTS for known in of_list.formats]
SUFFIXES = ["xlsx", "csv", "json", "ics", "atom"]
NAMES = [of_list.name for of_list in LISTS]
MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
}
DAY = date(2026, 11, 24)


def body(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def ids(suffix, raw):
    """The codes or numbers of the records in a file, in their order."""
    if suffix == "csv":
        return [row["id"] for row in csv.DictReader(io.StringIO(raw.decode(), newline=""))]
    if suffix == "json":
        return [str(record["id"]) for record in json.loads(raw)["records"]]
    if suffix == "xlsx":
        rows = openpyxl.load_workbook(io.BytesIO(raw)).worksheets[0].iter_rows(min_row=2)
        return [str(row[0].value) for row in rows]
    if suffix == "ics":
        found = [str(event["URL"]) for event in icalendar.Calendar.from_ical(raw).events]
    else:
        found = [entry.link for entry in feedparser.parse(raw).entries]
    return [url.rstrip("/").rpartition("/")[2] for url in found]


def taken(client, name, suffix, query="", language="ru"):
    response = client.get(f"/{language}/{name}.{suffix}?{query}")
    assert response.status_code == 200
    return ids(suffix, body(response))


@pytest.fixture
def world(db):
    city = make_partner("city")
    town = make_partner("town")
    for number, slug in enumerate(["a", "b", "c"]):
        make_event(
            slug,
            date=f"201{number}-05-0{number + 1}",
            partners=[city],
            sector_codes=["culture"] if slug == "b" else [],
        )
    make_event("d", date="2012-06-01", partners=[town])
    for partner in (city, town):
        make_direction(partner, sector_codes=["culture"])
        make_contact(partners=[partner], sector_codes=["culture"], phones=["+78125766833"])


def test_these_formats_exist():
    tables = [(name, suffix) for name in NAMES for suffix in SUFFIXES[:3]]
    assert sorted(FORMATS) == sorted([*tables, ("events", "ics"), ("events", "atom")])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("suffix", ["doc", "xml", "html", "jsonl", "x", "CSV", "csv/", ""])
def test_no_other_suffix_is_found(client, world, name, suffix):
    assert client.get(f"/ru/{name}.{suffix}").status_code == 404


@pytest.mark.parametrize("name", ["partners", "directions", "contacts"])
@pytest.mark.parametrize("suffix", ["ics", "atom"])
def test_only_events_make_a_calendar_and_a_feed(client, world, name, suffix):
    assert client.get(f"/ru/{name}.{suffix}").status_code == 404


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", "abdc"),
        ("year=2011", "b"),
        ("sector=culture", "b"),
        ("partner=city", "abc"),
        ("partner=city&partner=town&year=2012", "dc"),
        ("year=1999", ""),
        ("utm_source=letter", "abdc"),
    ],
)
def test_every_format_gives_the_same_events(client, world, query, found):
    order = sorted(found, key="abcd".index)
    for suffix in SUFFIXES:
        for language in ("ru", "en", "nl"):
            there = taken(client, "events", suffix, query, language)
            assert sorted(there) == order
            if suffix != "atom":
                assert there == [slug for slug in "abcd" if slug in found]


@pytest.mark.parametrize("name", ["partners", "directions", "contacts"])
def test_every_format_gives_the_same_records_in_the_same_order(client, world, name):
    by_format = {suffix: taken(client, name, suffix) for suffix in SUFFIXES[:3]}
    assert len(by_format["csv"]) == 2
    assert by_format["xlsx"] == by_format["json"] == by_format["csv"]


@pytest.mark.parametrize(("name", "suffix"), FORMATS)
def test_what_is_not_public_is_in_no_format(client, name, suffix):
    shown = make_partner("shown")
    for status in Status:
        hidden = make_partner(f"hidden-{status.value}", status=status, name_ru="Тайна")
        if status == Status.PUBLISHED:
            hidden.delete()
            continue
        for partner, own in ((shown, status), (hidden, Status.PUBLISHED)):
            make_event(partners=[partner], status=own, title_ru="Тайна", date="2013-05-06")
            make_direction(partner, status=own, title_ru="Тайна")
            make_contact(partners=[partner], status=own, surname_ru="Тайна")
    make_contact(partners=[shown], surname_ru="Тайна", may_be_published=False)
    response = client.get(f"/ru/{name}.{suffix}")
    raw = body(response)
    assert ids(suffix, raw) == (["shown"] if name == "partners" else [])
    assert "Тайна" not in raw.decode("utf-8", "ignore")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_draft_beside_a_public_partner_is_not_named(client, suffix):
    partners = [make_partner("shown"), make_partner("secret", status="draft", name_ru="Тайна")]
    make_event("a", partners=partners, date="2013-05-06")
    raw = body(client.get(f"/ru/events.{suffix}"))
    if suffix == "xlsx":
        rows = openpyxl.load_workbook(io.BytesIO(raw)).worksheets[0].iter_rows(values_only=True)
        raw = repr(list(rows)).encode()
    assert b"secret" not in raw
    assert "Тайна" not in raw.decode()


@pytest.mark.parametrize(("name", "suffix"), FORMATS)
@pytest.mark.parametrize(
    "query", ["year=abc", "sector=nonsense", "partner=nowhere", "q=" + "я" * 201]
)
def test_a_filter_that_is_not_understood_is_refused_in_a_line(client, world, name, suffix, query):
    response = client.get(f"/en/{name}.{suffix}?{query}")
    raw = body(response)
    if query.partition("=")[0] not in client.get(f"/en/{name}/").context["form"].fields:
        assert response.status_code == 200
        return
    assert (response.status_code, response["Content-Type"]) == (400, "text/plain; charset=utf-8")
    assert re.fullmatch(r"[^\n]{10,}\n", raw.decode())


@pytest.mark.parametrize("value", ["yes", "2", "true", "01"])
def test_what_is_no_choice_of_excel_is_refused(client, world, value):
    response = client.get(f"/en/events.csv?excel={value}")
    assert (response.status_code, response.content) == (400, b"excel is 1 or 0.\n")


@pytest.mark.parametrize(("name", "suffix"), FORMATS)
def test_files_are_named_after_the_list_and_the_day(client, world, monkeypatch, name, suffix):
    monkeypatch.setattr(timezone, "localdate", lambda *args: DAY)
    response = client.get(f"/nl/{name}.{suffix}")
    assert response["Content-Type"] == MEDIA_TYPES[suffix]
    way = "attachment" if suffix in {"xlsx", "csv"} else "inline"
    assert response["Content-Disposition"] == f'{way}; filename="{name}-2026-11-24.{suffix}"'
    assert response["Access-Control-Allow-Origin"] == "*"
    assert not response.cookies
    body(response)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize(
    "path", ["ru/events/", *[f"ru/events.{suffix}" for suffix in SUFFIXES], "api/openapi.json"]
)
def test_data_are_only_read(client, world, method, path):
    client.handler.enforce_csrf_checks = True
    response = getattr(client, method)(f"/{path}")
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("events.csv", 3),
        ("events.xlsx", 4),
        ("events.json", 6),
        ("events.ics", 6),
        ("events.atom", 3),
        ("events.json?sector=culture&partner=city", 8),
        ("directions.xlsx", 4),
        ("directions.json", 5),
        ("contacts.xlsx", 5),
        ("contacts.json", 7),
        ("partners.xlsx", 2),
        ("partners.json", 3),
    ],
)
def test_queries_do_not_grow_with_the_records(client, assert_queries, number, path, queries):
    city = make_partner("city")
    for _ in range(number):
        make_partner(parent=city)
        make_event(date="2013-05-06", partners=[city], sector_codes=["culture"])
        make_direction(city, sector_codes=["culture"], valid="2013")
        make_contact(partners=[city], sector_codes=["culture"], phones=["+78125766833"])
    with assert_queries(queries):
        body(client.get(f"/ru/{path}"))


def panel(client, path):
    page = client.get(path).content.decode()
    return re.search(r'<aside class="panel take.*?</aside>', page, re.DOTALL)[0]


@pytest.mark.parametrize("query", ["", "?year=2012&partner=city", "?year=1001"])
def test_the_panel_offers_every_format_as_the_list_is_filtered(client, world, query):
    found = panel(client, f"/en/events/{query}")
    query = query.replace("&", "&amp;")
    paths = [f"/en/events.{suffix}{query}" for suffix in SUFFIXES]
    links = re.findall(r'<li><a href="([^"]+)"', found)
    assert links == paths
    assert f"<code>http://testserver/en/events.ics{query}</code>" in found
    assert f'href="webcal://testserver/en/events.ics{query}"' in found
    assert f"<code>http://testserver/en/events.atom{query}</code>" in found


@pytest.mark.parametrize("name", ["partners", "directions", "contacts"])
def test_each_list_has_a_panel_of_its_own_formats(client, world, name):
    found = panel(client, f"/nl/{name}/")
    links = re.findall(r'<li><a href="([^"]+)"', found)
    assert links == [f"/nl/{name}.{suffix}" for suffix in ("xlsx", "csv", "json")]
    assert "webcal" not in found


def test_each_format_says_in_the_reader_s_language_what_it_is_good_for(client, world):
    words = {
        language: re.findall(r"</a> <span>([^<]+)", panel(client, f"/{language}/events/"))
        for language in ("ru", "en", "nl")
    }
    assert [len(lines) for lines in words.values()] == [5, 5, 5]
    assert len({line for lines in words.values() for line in lines}) == 15


def test_the_dossier_offers_its_three_lists_filtered_by_the_partner(client, world):
    page = client.get("/ru/partners/city/").content.decode()
    for name, suffix in FORMATS:
        if name != "partners":
            assert f'href="/ru/{name}.{suffix}?partner=city"' in page
    assert "<code>http://testserver/ru/events.ics?partner=city</code>" in page


def test_the_list_of_events_names_its_feeds_to_programs(client, world):
    page = client.get("/en/events/?year=2012").content.decode()
    head = page.partition("</head>")[0]
    assert (
        '<link rel="alternate" type="application/atom+xml" href="/en/events.atom?year=2012"' in head
    )
    assert '<link rel="alternate" type="text/calendar" href="/en/events.ics?year=2012"' in head
    assert "atom+xml" not in client.get("/en/contacts/").content.decode()


def test_the_site_s_own_address_stands_in_all_files(client, world, settings):
    settings.SITE_URL = "https://register.example.org"
    calendar = icalendar.Calendar.from_ical(body(client.get("/ru/events.ics")))
    assert calendar.events[0]["URL"] == "https://register.example.org/ru/events/a/"
    assert calendar.events[0]["UID"].endswith("@register.example.org")
    feed = ElementTree.fromstring(body(client.get("/ru/events.atom")))
    assert feed[1].get("href") == "https://register.example.org/ru/events/"
    records = json.loads(body(client.get("/ru/events.json")))
    assert records["records"][0]["url"]["nl"] == "https://register.example.org/nl/events/a/"
    assert "https://register.example.org/ru/events.ics" in panel(client, "/ru/events/")
