"""The list of events, its files, and an event's page, as a reader gets them."""

import csv
import io
import re
from urllib.parse import quote

import pytest
from django.contrib.auth import get_user_model

from cooperation.models import Sector
from core.publishing import Status
from tests.factories import make_event, make_partner

pytestmark = pytest.mark.django_db
COLUMNS = [
    "id",
    "date",
    "date_first",
    "date_last",
    "date_text",
    "title",
    "summary",
    "body",
    "language",
    "kind",
    "kind_name",
    "event_status",
    "event_status_name",
    "place",
    "partners",
    "partner_names",
    "sectors",
    "sector_names",
    "persons",
    "organisations",
    "source",
    "source_url",
    "url",
]


def get(client, path):
    return client.get(f"/ru/{path}").content.decode()


def titles(client, query="", language="ru"):
    html = client.get(f"/{language}/events/?{query}").content.decode()
    return re.findall(r'<h3><a href="/\w\w/events/([^/"]+)/', html)


def rows(client, query="", language="ru"):
    response = client.get(f"/{language}/events.csv?{query}")
    assert response.status_code == 200
    text = b"".join(response.streaming_content).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.fixture
def world(db):
    flanders = make_partner("flanders", name_ru="Фландрия")
    antwerp = make_partner("antwerp", name_ru="Антверпен", parent=flanders)
    port = make_partner("port", name_ru="Порт", parent=antwerp)
    paris = make_partner("paris", name_ru="Париж")
    make_event("a", date="2012/2014", partners=[port], sector_codes=["transport"])
    make_event("b", date="2013-02", partners=[antwerp], sector_codes=["culture", "tourism"])
    make_event("c", date="2013-03", partners=[flanders, antwerp], sector_codes=["culture"])
    make_event("d", date="2020", partners=[paris], title_ru="Выставка")
    make_event("e", partners=[paris, flanders], sector_codes=["tourism"])


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", "abcde"),
        ("year=2013", "abc"),
        ("year=2014-2020", "ad"),
        ("sector=culture", "bc"),
        ("sector=culture&sector=transport", "abc"),
        ("partner=flanders", "abce"),
        ("partner=antwerp", "abc"),
        ("partner=port&partner=paris", "ade"),
        ("partner=antwerp&sector=culture&year=2013", "bc"),
        ("q=выставка", "d"),
        ("q=%20%20", "abcde"),
        ("year=2013&unknown=1", "abc"),
        ("year=2015&sector=tourism", ""),
    ],
)
def test_page_and_file_give_the_same_list(client, world, query, found):
    assert titles(client, query) == list(found)
    for language in ("ru", "en", "nl"):
        assert [row["id"] for row in rows(client, query, language)] == list(found)


@pytest.mark.parametrize("query", ["", "year=2013", "sector=culture", "partner=antwerp", "q=собы"])
def test_a_count_is_what_the_choice_would_give(client, world, query):
    response = client.get(f"/ru/events/?{query}")
    form = response.context["form"]
    for name in ("sector", "partner"):
        for choice in response.context[f"{name}s"]:
            there = form.query_with(name, choice.value)
            assert (there, choice.count) == (there, len(titles(client, there)))
    for bar in response.context["chart"].filled:
        there = form.query_with("year", str(bar.first))
        given = bar.hit if response.context["chart"].narrowed else bar.total
        assert (there, given) == (there, len(titles(client, there)))


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("year=abc", "«abc»"),
        ("year=13", "«13»"),
        ("year=2015-1990", "2015-1990"),
        ("year=0999", "0999"),
        ("year=2013&year=2014", "2013 2014"),
        ("year=٢٠١٣", "٢٠١٣"),
        ("sector=nonsense", "nonsense"),
        ("partner=atlantis", "atlantis"),
        ("partner=secret", "secret"),
        ("q=" + "я" * 201, "200"),
    ],
)
def test_a_wrong_value_is_told_and_leaves_the_whole_list(client, world, query, message):
    make_partner("secret", status=Status.DRAFT)
    response = client.get(f"/ru/events/?{query}")
    assert response.status_code == 200
    html = response.content.decode()
    problem = re.search(r'<p class="problem">(.*?)</p>', html)[1]
    assert message in problem
    assert titles(client, query) == list("abcde")
    refused = client.get(f"/ru/events.csv?{query}")
    assert (refused.status_code, refused["Content-Type"]) == (400, "text/plain; charset=utf-8")
    assert refused.content.decode().count("\n") == 1


@pytest.mark.parametrize(
    "words", ["\x00", "a\x00b", "я" * 10_000, "🙂", "\u202eпорт", "'\"%_\\<script>", "( OR *"]
)
def test_odd_words_find_nothing_and_break_nothing(client, world, words):
    response = client.get(f"/ru/events/?q={quote(words)}")
    assert response.status_code == 200
    assert "<script>x" not in response.content.decode()


@pytest.mark.parametrize(("number", "shown"), [("0", 5), ("-1", 5), ("abc", 5), ("999999", 0)])
def test_a_page_that_is_none(client, world, number, shown):
    assert len(titles(client, f"page={number}")) == shown
    if not shown:
        assert "В списке нет такой страницы" in get(client, f"events/?page={number}")


def test_a_file_holds_all_pages(client):
    partner = make_partner()
    slugs = [make_event(date="2013", partners=[partner]).slug for _ in range(30)]
    assert titles(client) + titles(client, "page=2") == slugs
    assert [row["id"] for row in rows(client)] == slugs


def test_an_unknown_format_is_not_found(client):
    assert client.get("/ru/events.doc").status_code == 404
    assert client.get("/ru/events.").status_code == 404


def test_the_file_says_everything_about_an_event(client):
    antwerp = make_partner("antwerp", name_ru="Антверпен", name_en="Antwerp")
    draft = make_partner("draft", name_ru="Тайна", status=Status.DRAFT)
    make_event(
        "seminar",
        date="2015-11",
        partners=[antwerp, draft],
        sector_codes=["transport", "culture"],
        title_ru="Семинар",
        title_en="Seminar; on ports",
        summary_en='It was "open".',
        body_en="<p>Body</p>",
        place_en="Fortress",
        persons_en="A. Lvov\nM. Van Peel",
        kind="seminar",
        source_en="Note",
    )
    [row] = rows(client, language="en")
    assert list(row) == COLUMNS
    assert row == {
        "id": "seminar",
        "date": "2015-11",
        "date_first": "2015-11-01",
        "date_last": "2015-11-30",
        "date_text": "November 2015",
        "title": "Seminar; on ports",
        "summary": 'It was "open".',
        "body": "Body",
        "language": "en",
        "kind": "seminar",
        "kind_name": "seminar",
        "event_status": "held",
        "event_status_name": "held",
        "place": "Fortress",
        "partners": "antwerp",
        "partner_names": "Antwerp",
        "sectors": "transport;culture",
        "sector_names": "transport;culture",
        "persons": "A. Lvov;M. Van Peel",
        "organisations": "",
        "source": "Note",
        "source_url": "",
        "url": "http://testserver/en/events/seminar/",
    }


def test_the_file_is_streamed_and_dated(client, world):
    response = client.get("/nl/events.csv")
    assert response.streaming
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    disposition = response["Content-Disposition"]
    assert re.fullmatch(r'attachment; filename="events-\d{4}-\d\d-\d\d\.csv"', disposition)
    raw = b"".join(response.streaming_content)
    assert raw.count(b"\r\n") == 6
    assert raw.startswith(b"id,date,")


def test_excel_gets_its_own_kind(client, world):
    raw = b"".join(client.get("/ru/events.csv?excel=1&year=2013").streaming_content)
    text = raw.decode("utf-8-sig")
    assert raw.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True))
    assert len(table) == 4
    assert table[0][:2] == ["код", "дата (EDTF)"]
    assert "excel=1" in get(client, "events/?year=2013")


def test_a_missing_translation_is_russian_and_says_so(client):
    make_event("a", partners=[make_partner()], title_ru="Выставка", title_en="Exhibition")
    translated = client.get("/en/events/a/").content.decode()
    assert 'lang="ru">Выставка' not in translated
    dutch = client.get("/nl/events/a/").content.decode()
    assert '<span class="foreign" lang="ru">Выставка</span>' in dutch
    assert "nog niet vertaald" in dutch
    [row] = rows(client, language="nl")
    assert (row["title"], row["language"]) == ("Выставка", "ru")


@pytest.mark.parametrize("status", [s for s in Status if s != Status.PUBLISHED])
def test_what_is_not_public_appears_nowhere(client, status):
    partner = make_partner("shown")
    make_event("hidden", partners=[partner], status=status, title_ru="Тайное", date="2013")
    make_event("orphan", partners=[make_partner(status=status)], title_ru="Тайное", date="2013")
    for path in ("", "events/", "events/?q=тайное", "partners/shown/", "directions/", "contacts/"):
        assert "Тайное" not in get(client, path)
    assert rows(client) == []
    gone = 410 if status == Status.ARCHIVED else 404
    assert client.get("/ru/events/hidden/").status_code == gone
    assert client.get("/ru/events/orphan/").status_code == 404


def test_staff_see_a_draft_with_a_banner_that_no_cache_keeps(client, desk):
    make_event("draft", partners=[make_partner()], status=Status.DRAFT, title_ru="Черновое")
    response = desk.get("/ru/events/draft/")
    html = response.content.decode()
    assert '<div class="banner">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert "private" in response["Cache-Control"]


def test_other_users_are_visitors(client):
    make_event("draft", partners=[make_partner()], status=Status.DRAFT)
    client.force_login(get_user_model().objects.create_user("reader"))
    assert client.get("/ru/events/draft/").status_code == 404


def test_a_visitor_s_pages_are_the_same_for_all(client, world):
    for path in ("", "events/", "events/a/", "partners/flanders/", "contacts/", "events.csv"):
        response = client.get(f"/ru/{path}")
        response.getvalue()
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")


def test_a_public_page_has_no_inline_script_or_style_and_a_strict_policy(client, world):
    response = client.get("/ru/events/")
    html = response.content.decode()
    assert (
        re.findall(r"<style|\sstyle=|\son\w+=|<script(?![^>]+src=)(?! type=\"application/ld)", html)
        == []
    )
    policy = response["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("events/", 11),
        ("events/?year=2013", 11),
        ("events/?sector=culture&partner=city&year=2013&q=событие", 12),
        ("events.csv", 3),
        ("events.csv?sector=culture&partner=city", 5),
        ("events/first/", 7),
    ],
)
def test_queries_do_not_grow_with_the_records(client, assert_queries, number, path, queries):
    partner = make_partner("city")
    slugs = ["first", "second", "third"][:number]
    for slug in slugs:
        make_event(slug, date="2013", partners=[partner], sector_codes=["culture"], parts=["Часть"])
    with assert_queries(queries):
        response = client.get(f"/ru/{path}")
        response.getvalue()


def test_a_sector_without_translation_is_marked_in_the_filter(client, world):
    Sector.objects.filter(code="culture").update(name_nl="")
    html = client.get("/nl/events/").content.decode()
    assert '<span class="foreign" lang="ru">культура</span> <span class="n">2</span>' in html
