import csv
import io
import re

import pytest

from tests.factories import make_direction, make_event, make_partner

pytestmark = pytest.mark.django_db


def rows(client, path):
    response = client.get(path)
    text = b"".join(response.streaming_content).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.fixture
def world(db):
    flanders = make_partner("flanders", name_ru="Фландрия", name_en="Flanders", kind="region")
    antwerp = make_partner("antwerp", name_ru="Антверпен", name_en="Antwerp", parent=flanders)
    make_direction(flanders, title_ru="Порты", sector_codes=["transport"], valid="2014/2016")
    make_direction(flanders, title_ru="Культура", sector_codes=["culture"], order=2)
    make_direction(antwerp, title_ru="Мода", sector_codes=["culture", "industry"], valid="2018")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Порты", "Культура", "Мода"]),
        ("year=2015", ["Порты", "Культура"]),
        ("year=1958", ["Культура"]),
        ("year=2010-2030", ["Порты", "Культура", "Мода"]),
        ("sector=culture", ["Культура", "Мода"]),
        ("partner=antwerp", ["Мода"]),
        ("q=порты", ["Порты"]),
        ("q=antwerp", ["Мода"]),
    ],
)
def test_directions_by_year_sector_partner_and_words(client, world, query, found):
    html = client.get(f"/ru/directions/?{query}").content.decode()
    shown = re.findall(r'<li id="direction-\d+">\s*<b>(.*?)</b>', html)
    assert [re.sub("</?mark>", "", title) for title in shown] == found
    assert [row["title"] for row in rows(client, f"/ru/directions.csv?{query}")] == found


@pytest.mark.parametrize("query", ["", "sector=culture", "partner=flanders&year=2015"])
def test_a_count_is_what_the_choice_would_give(client, world, query):
    response = client.get(f"/ru/directions/?{query}")
    form = response.context["form"]
    for name in ("sector", "partner"):
        for choice in response.context[f"{name}s"]:
            there = form.query_with(name, choice.value)
            assert choice.count == len(rows(client, f"/ru/directions.csv?{there}"))
    for bar in response.context["chart"].filled:
        there = form.query_with("year", str(bar.first))
        given = bar.hit if response.context["chart"].narrowed else bar.total
        assert given == len(rows(client, f"/ru/directions.csv?{there}"))


def test_what_the_file_says_of_a_direction(client, world):
    row = rows(client, "/ru/directions.csv?q=порты")[0]
    assert {key: row[key] for key in ("partners", "sectors", "valid", "valid_last")} == {
        "partners": "flanders",
        "sectors": "transport",
        "valid": "2014/2016",
        "valid_last": "2016-12-31",
    }
    assert row["url"] == f"http://testserver/ru/partners/flanders/#direction-{row['id']}"


def test_partners_in_the_order_of_the_language(client, world):
    make_partner("ghent", name_ru="Гент", name_en="Ghent", kind="city", status="draft")
    names = {
        language: [row["name"] for row in rows(client, f"/{language}/partners.csv")]
        for language in ("ru", "en", "nl")
    }
    assert names == {
        "ru": ["Антверпен", "Фландрия"],
        "en": ["Antwerp", "Flanders"],
        "nl": ["Антверпен", "Фландрия"],
    }
    row = rows(client, "/en/partners.csv")[0]
    assert (row["id"], row["parent"], row["country_name"]) == ("antwerp", "flanders", "Belgium")


def test_the_partner_it_lies_in_is_not_told_while_a_draft(client):
    make_partner("antwerp", parent=make_partner("flanders", status="draft"))
    [row] = rows(client, "/ru/partners.csv")
    assert (row["id"], row["parent"]) == ("antwerp", "")


def test_an_empty_register_says_so(client):
    for path in ("partners/", "directions/", "events/", "contacts/"):
        assert "Опубликованных записей здесь пока нет" in client.get(f"/ru/{path}").content.decode()


def test_a_draft_inside_a_partner_is_not_found_through_it(client):
    flanders = make_partner("flanders")
    paris = make_partner("paris")
    hidden = make_partner("hidden", parent=flanders, status="draft")
    make_event("a", partners=[hidden, paris])
    assert rows(client, "/ru/events.csv?partner=flanders") == []
    [row] = rows(client, "/ru/events.csv?partner=paris")
    assert row["partners"] == "paris"


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("directions/", 10),
        ("directions/?partner=city&sector=culture&year=2013", 10),
        ("directions.csv", 3),
        ("partners/", 3),
        ("partners.csv", 1),
    ],
)
def test_queries_do_not_grow_with_the_records(client, assert_queries, number, path, queries):
    partner = make_partner("city")
    for _ in range(number):
        make_direction(partner, sector_codes=["culture"], valid="2013")
        make_partner()
    with assert_queries(queries):
        response = client.get(f"/ru/{path}")
        response.getvalue()
