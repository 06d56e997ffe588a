"""A list as JSON: the envelope, its pages, and the records with all languages."""

import json
from datetime import UTC, datetime

import pytest

from events.models import Event
from tests.factories import (
    make_contact,
    make_department,
    make_direction,
    make_event,
    make_partner,
)

pytestmark = pytest.mark.django_db
CHANGED = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def get(client, path, **headers):
    response = client.get(path, headers=headers)
    assert response.status_code == 200
    return json.loads(response.content)


def test_the_envelope(client):
    make_event("a", date="2013", partners=[make_partner("city")])
    Event.objects.update(changed_at=CHANGED)
    envelope = get(client, "/en/events.json?partner=city&unknown=1&year=2013&page=1")
    del envelope["records"], envelope["updated"]
    assert envelope == {
        "list": "events",
        "title": {"ru": "Мероприятия", "en": "Events", "nl": "Evenementen"},
        "query": "year=2013&partner=city",
        "url": "http://testserver/en/events.json?year=2013&partner=city",
        "count": 1,
        "page": 1,
        "pages": 1,
        "next": None,
        "publisher": {
            "ru": "Комитет по внешним связям Санкт-Петербурга",
            "en": "Committee for External Relations of Saint Petersburg",
            "nl": "Comité voor externe betrekkingen van Sint-Petersburg",
        },
        "licence": {
            "name": "Creative Commons Attribution 4.0 International (CC BY 4.0)",
            "url": "https://creativecommons.org/licenses/by/4.0/",
        },
    }


def test_an_event_in_all_languages(client):
    antwerp = make_partner("antwerp", name_ru="Антверпен", name_en="Antwerp")
    make_event(
        "seminar",
        date="2013-02",
        partners=[antwerp],
        sector_codes=["transport"],
        title_ru="Семинар",
        title_en="Seminar",
        body_en="<p>About <b>ports</b></p>",
        persons_ru="А. Львов\nМ. Ван Пеел",
        kind="seminar",
        source_url="https://example.org/note",
    )
    Event.objects.update(changed_at=CHANGED)
    [record] = get(client, "/nl/events.json")["records"]
    nothing = {"ru": None, "en": None, "nl": None}
    assert record == {
        "id": "seminar",
        "date": {
            "edtf": "2013-02",
            "first": "2013-02-01",
            "last": "2013-02-28",
            "precision": "month",
            "text": {"ru": "февраль 2013 г.", "en": "February 2013", "nl": "februari 2013"},
        },
        "title": {"ru": "Семинар", "en": "Seminar", "nl": None},
        "summary": nothing,
        "body": {"ru": None, "en": "About ports", "nl": None},
        "kind": {"code": "seminar", "name": {"ru": "семинар", "en": "seminar", "nl": "seminarie"}},
        "event_status": {
            "code": "held",
            "name": {"ru": "состоялось", "en": "held", "nl": "gehouden"},
        },
        "place": nothing,
        "partners": [{"code": "antwerp", "name": {"ru": "Антверпен", "en": "Antwerp", "nl": None}}],
        "sectors": [
            {
                "code": "transport",
                "name": {"ru": "транспорт", "en": "transport", "nl": "transport"},
            }
        ],
        "persons": {"ru": ["А. Львов", "М. Ван Пеел"], "en": None, "nl": None},
        "organisations": nothing,
        "source": nothing,
        "source_url": "https://example.org/note",
        "changed": "2026-11-24T09:30:00Z",
        "url": {
            "ru": "http://testserver/ru/events/seminar/",
            "en": "http://testserver/en/events/seminar/",
            "nl": "http://testserver/nl/events/seminar/",
        },
    }


def test_what_goes_on_has_no_last_day_and_what_is_undated_no_date(client):
    partner = make_partner()
    make_event("a", date="2005/..", partners=[partner])
    make_event("b", partners=[partner])
    dates = [record["date"] for record in get(client, "/ru/events.json")["records"]]
    assert dates[0]["last"] is None
    assert dates[1] is None


def test_the_same_records_whatever_the_language_of_the_address(client):
    make_event(date="2013", partners=[make_partner()])
    records = [get(client, f"/{code}/events.json")["records"] for code in ("ru", "en", "nl")]
    assert records[0] == records[1] == records[2]


def test_a_person_with_telephones_and_department(client):
    make_contact(
        partners=[make_partner("city", name_ru="Город")],
        phones=["+78125766833"],
        surname_ru="Королева",
        surname_en="Koroleva",
        given_ru="О.",
        department=make_department("Отдел", name_nl="Afdeling"),
        email="o@example.org",
    )
    [record] = get(client, "/ru/contacts.json")["records"]
    assert record["name"] == {
        "ru": "Королева\N{NO-BREAK SPACE}О.",
        "en": "Koroleva\N{NO-BREAK SPACE}О.",
        "nl": "Королева\N{NO-BREAK SPACE}О.",
    }
    assert record["department"] == {"ru": "Отдел", "en": None, "nl": "Afdeling"}
    assert record["phones"] == [
        {
            "number": "+78125766833",
            "extension": None,
            "text": {"ru": "(812) 576-68-33", "en": "(812) 576-68-33", "nl": "(812) 576-68-33"},
        }
    ]
    assert record["email"] == "o@example.org"


def test_a_direction_and_a_partner(client):
    flanders = make_partner("flanders", name_ru="Фландрия", kind="region", country="BE")
    make_partner("antwerp", name_ru="Антверпен", parent=flanders, country="")
    make_direction(flanders, title_ru="Порты", valid="2014/2016", order=2)
    [direction] = get(client, "/ru/directions.json")["records"]
    assert direction["partners"][0]["code"] == "flanders"
    assert (direction["valid"]["edtf"], direction["order"]) == ("2014/2016", 2)
    antwerp, region = get(client, "/ru/partners.json")["records"]
    assert (antwerp["parent"], antwerp["country"], region["parent"]) == ("flanders", None, None)
    assert region["country"] == {
        "code": "BE",
        "name": {"ru": "Бельгия", "en": "Belgium", "nl": "België"},
    }


def test_pages_lead_from_one_to_the_next_until_there_is_none(client, monkeypatch):
    monkeypatch.setattr("core.formats.PAGE_OF_JSON", 2)
    partner = make_partner("city")
    slugs = [make_event(date="2013", partners=[partner]).slug for _ in range(5)]
    address, found, addresses = "/en/events.json?partner=city", [], []
    while address:
        page = get(client, address)
        assert (page["count"], page["pages"]) == (5, 3)
        found += [record["id"] for record in page["records"]]
        address = page["next"]
        addresses.append(address)
    assert found == slugs
    root = "http://testserver/en/events.json?partner=city"
    assert addresses == [f"{root}&page=2", f"{root}&page=3", None]


@pytest.mark.parametrize(
    "number", ["0", "-1", "abc", "", "1.0", "01", "+1", "%00", "٣", "9" * 5000, "1000000", "1e3"]
)
def test_a_page_that_is_no_number_of_one_is_refused(client, number):
    response = client.get(f"/en/events.json?page={number}")
    assert (response.status_code, response["Content-Type"]) == (400, "text/plain; charset=utf-8")
    assert response.content == b"page goes from 1 to 999999.\n"


def test_a_page_beyond_the_last_is_not_found(client):
    response = client.get("/en/events.json?page=999999")
    assert (response.status_code, response["Content-Type"]) == (404, "text/plain; charset=utf-8")
    assert response.content == b"The list has no page 999999: its last is 1.\n"


def test_an_empty_list_is_a_list(client):
    envelope = get(client, "/ru/partners.json")
    assert (envelope["count"], envelope["records"], envelope["updated"]) == (0, [], None)


def test_the_update_is_the_last_change_also_when_it_took_a_record_away(client):
    partner = make_partner(changed_at=CHANGED)
    type(partner).objects.update(changed_at=CHANGED.replace(year=2020))
    event = make_event(partners=[partner])
    Event.objects.update(changed_at=CHANGED)
    assert get(client, "/ru/events.json")["updated"] == "2026-11-24T09:30:00Z"
    event.status = "archived"
    event.save()
    envelope = get(client, "/ru/events.json")
    assert envelope["records"] == []
    assert envelope["updated"] > "2026-11-24T09:30:00Z"
