"""An empty list says why, and what each way out would give."""

import re

import pytest
from django.utils.html import strip_tags

from tests.factories import make_event, make_partner

pytestmark = pytest.mark.django_db


@pytest.fixture
def records():
    partner = make_partner("flanders", name_ru="Фландрия", name_en="Flanders")
    for year in ("2013", "2013", "2014"):
        make_event(date=year, partners=[partner], sector_codes=["culture"], title_ru="Порт")
    make_event(date="2015", partners=[partner], sector_codes=["tourism"])


def ways(client, query, language="ru"):
    html = client.get(f"/{language}/events/?{query}").content.decode()
    return [
        (href.partition("?")[2], " ".join(strip_tags(words).split()), int(count))
        for href, words, count in re.findall(
            r'<li class="counted"><a href="([^"]*)">(.*?)</a> <span>(\d+)</span></li>',
            html[html.index('class="lines tight ways"') :],
        )
    ]


def test_each_filter_given_up_shows_what_it_would_give(client, records):
    assert ways(client, "year=2013&sector=tourism&sector=sport", "en") == [
        ("year=2013", "without: tourism, sport", 2),
        ("sector=sport&amp;sector=tourism", "without: year 2013", 1),
        ("", "everything, no filter", 4),
    ]


def test_the_nearest_way_out_comes_first_and_the_reason_is_told(client, records):
    html = client.get("/ru/events/?q=порт&year=2015&sector=culture").content.decode()
    text = " ".join(strip_tags(html).split())
    assert "отвечают сразу всем условиям: «порт», 2015 год, культура." in text
    assert [count for _, _, count in ways(client, "q=порт&year=2015&sector=culture")] == [
        3,
        4,
    ]


def test_one_filter_alone_leads_to_everything(client, records):
    assert ways(client, "year=1999", "en") == [("", "everything, no filter", 4)]


def test_words_of_the_reader_are_only_words(client, records):
    html = client.get("/ru/events/", {"q": "<b>x", "year": "2013"}).content.decode()
    assert "<b>x" not in html
    assert "&lt;b&gt;x" in html


def test_an_empty_register_has_nothing_to_give_up(client):
    html = client.get("/en/events/").content.decode()
    assert "The register has no published records here yet." in html
    assert "ways" not in html


def test_the_ways_cost_one_query_together(client, records, assert_queries):
    with assert_queries(10):
        client.get("/ru/events/?q=zzz&year=2016&sector=sport&partner=flanders")
