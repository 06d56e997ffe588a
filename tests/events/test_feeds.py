"""The feed of events: what was changed last stands first."""

import xml.etree.ElementTree as ElementTree
from datetime import UTC, datetime, timedelta

import feedparser
import pytest

from events.models import Event
from tests.factories import make_event, make_partner

pytestmark = pytest.mark.django_db
CHANGED = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture
def partner(db):
    return make_partner("city")


def get(client, query="", language="ru"):
    response = client.get(f"/{language}/events.atom?{query}")
    assert response.status_code == 200
    return response.content


def feed(client, query="", language="ru"):
    parsed = feedparser.parse(get(client, query, language))
    assert not parsed.bozo
    return parsed


def at(slug, minutes):
    Event.objects.filter(slug=slug).update(changed_at=CHANGED + timedelta(minutes=minutes))


def test_the_newest_changes_stand_first_whatever_the_dates(client, partner):
    for slug, changed in (("a", 2), ("b", 3), ("c", 1)):
        make_event(slug, date="2013", partners=[partner])
        at(slug, changed)
    parsed = feed(client)
    assert [entry.link.split("/")[-2] for entry in parsed.entries] == ["b", "a", "c"]
    assert parsed.feed.updated == "2026-11-24T09:33:00+00:00"
    assert parsed.entries[0].updated == "2026-11-24T09:33:00+00:00"


def test_an_entry_is_told_in_full(client, partner):
    event = make_event(
        "seminar",
        date="2013-02",
        partners=[partner],
        sector_codes=["transport"],
        title_ru="Порты & <причалы>",
        summary_ru="Обсудили <b>порты</b> & причалы.",
    )
    Event.objects.update(changed_at=CHANGED, published_at=CHANGED - timedelta(days=1))
    root = ElementTree.fromstring(get(client))
    entry = root.find(f"{ATOM}entry")
    assert root.get(LANG) == "ru"
    assert entry.findtext(f"{ATOM}title") == "Порты & <причалы>"
    assert entry.findtext(f"{ATOM}id") == f"tag:testserver,2026:events/{event.pk}/ru"
    assert entry.findtext(f"{ATOM}published") == "2026-11-23T09:30:00+00:00"
    assert entry.findtext(f"{ATOM}updated") == "2026-11-24T09:30:00+00:00"
    summary = entry.find(f"{ATOM}summary")
    # Text of the type “html” is read as markup, so what stands there is escaped once more.
    assert summary.get("type") == "html"
    assert summary.text == "Обсудили &lt;b&gt;порты&lt;/b&gt; &amp; причалы."
    category = entry.find(f"{ATOM}category")
    assert (category.get("term"), category.get("label")) == ("transport", "транспорт")
    assert entry.find(f"{ATOM}link").get("href") == "http://testserver/ru/events/seminar/"


def test_the_name_of_an_entry_outlives_its_title_date_and_address(client, partner):
    event = make_event(date="2013", partners=[partner])
    before = feed(client).entries[0].id
    event.title_ru, event.date, event.slug = "Иначе", "2014", "another"
    event.save()
    assert feed(client).entries[0].id == before


def test_the_feed_names_its_own_address_with_its_filter(client, partner):
    make_event(date="2013", partners=[partner])
    root = ElementTree.fromstring(get(client, "partner=city&year=2013&page=2", "en"))
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {
        "alternate": "http://testserver/en/events/?year=2013&partner=city",
        "self": "http://testserver/en/events.atom?year=2013&partner=city",
    }
    assert root.findtext(f"{ATOM}title") == f"Events (2013, {partner.name_ru})".replace(
        "2013", "year 2013"
    )


def test_a_feed_is_not_endless(client, partner):
    for _ in range(51):
        make_event(partners=[partner])
    assert len(feed(client).entries) == 50


def test_an_empty_feed_is_one(client):
    parsed = feed(client)
    assert (parsed.entries, parsed.feed.updated) == ([], "1970-01-01T00:00:00+00:00")


def test_what_is_not_translated_says_its_language(client, partner):
    make_event(date="2013", partners=[partner], title_ru="Визит")
    root = ElementTree.fromstring(get(client, language="nl"))
    assert (root.get(LANG), root.find(f"{ATOM}entry").get(LANG)) == ("nl", "ru")


@pytest.mark.parametrize("text", ["a\x01b", "a\x0bb", "a\ufffeb", "a\x7fb"])
def test_a_character_that_xml_does_not_know_breaks_nothing(client, partner, text):
    make_event(date="2013", partners=[partner], title_ru=text, summary_ru=text)
    assert feed(client).entries[0].title == "ab"
