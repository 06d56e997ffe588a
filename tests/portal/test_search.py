"""The search over all lists: groups in their order, what was meant, and a way out of nothing."""

import html
import re
from urllib.parse import quote

import pytest

from contacts.models import ContactPerson
from core.publishing import Status
from tests.factories import (
    make_contact,
    make_department,
    make_direction,
    make_event,
    make_partner,
)

pytestmark = pytest.mark.django_db


def page(client, words, language="ru"):
    response = client.get(f"/{language}/search/?q={quote(words)}")
    assert response.status_code == 200
    return response


def groups(client, words, language="ru"):
    found = page(client, words, language).context["groups"]
    return {group["name"]: [str(record) for record in group["records"]] for group in found}


@pytest.fixture
def world(db):
    ghent = make_partner("ghent", name_ru="Гент", introduction_ru="Город портов")
    make_partner("port", name_ru="Порт")
    for number in range(7):
        make_event(title_ru=f"Порт {number}", partners=[ghent], date="2013")
    make_event("far", title_ru="Визит", place_ru="Порт", partners=[ghent], date="2012")
    make_direction(ghent, title_ru="Порты", title_en="Ports")
    make_contact(surname_ru="Портнова", position_ru="по портам", partners=[ghent])


def test_each_list_shows_its_best_records_and_how_many_there_are(client, world):
    response = page(client, "порта")
    assert {group["name"]: group["count"] for group in response.context["groups"]} == {
        "partners": 2,
        "events": 8,
        "directions": 1,
        "contacts": 1,
    }
    found = groups(client, "порта")
    assert found["partners"] == ["Порт", "Гент"]
    assert found["events"] == [f"Порт {number}" for number in range(5)]


@pytest.mark.parametrize("language", ["ru", "en", "nl"])
def test_the_way_to_a_list_leads_to_just_so_many(client, world, language):
    response = page(client, "порта", language)
    for group in response.context["groups"]:
        there = client.get(group["all"])
        assert there.context["found"] == group["count"]
        assert f'href="{html.escape(group["all"])}"' in response.content.decode()


def test_a_typing_error_is_told_and_both_ways_are_open(client, world):
    make_event(title_ru="Семинар", partners=[make_partner()])
    text = page(client, "семенар").content.decode()
    meant = re.search(r'<p class="meant">(.*?)</p>', text)[1]
    assert "Возможно, вы имели в виду" in meant
    assert html.escape(f"?q={quote('семинар')}") in meant
    assert f'href="/ru/events/?q={quote("семинар")}"' in text
    assert 'value="семенар"' in text
    listed = client.get(f"/ru/events/?q={quote('семенар')}").content.decode()
    assert "<mark>Семинар</mark>" in listed
    assert '<p class="meant">' in listed


@pytest.mark.parametrize(
    ("language", "words"), [("ru", "Возможно"), ("en", "Did you mean"), ("nl", "Bedoelde u")]
)
def test_what_was_meant_is_said_in_the_readers_language(client, world, language, words):
    assert words in page(client, "потра", language).content.decode()


def test_nothing_asked_says_what_may_be_asked(client, world):
    for words in ("", "  ", "\x00"):
        text = page(client, words).content.decode()
        assert "Что можно искать" in text
        assert 'href="/ru/events/"' in text


def test_nothing_found_offers_a_way_out(client, world):
    text = page(client, "порт велосипед").content.decode()
    assert "Ничего не найдено" in text
    assert f'href="?q={quote("порт")}"' in text
    assert "Этого слова нет" in page(client, "велосипед").content.decode()


@pytest.mark.parametrize("words", ["!!!", "и в на", "the of", "🙂", "\u202e", "(((", '"', "*"])
def test_what_is_no_word_is_told_so(client, world, words):
    assert "нет слова, по которому можно искать" in page(client, words).content.decode()


ODD = [
    "я" * 10_000,
    "порт " * 2000,
    "а-б-" * 49,
    "порт AND порт OR NOT порт",
    "NEAR(порт, порт)",
    "порт* ^порт title:порт {порт} +порт -порт",
    'порт" OR "1"="1',
    "порт'); DROP TABLE events_event; --",
    "порт\x00порт",
    "порт🙂",
    "\u202eпорт\u202c",
    "\\",
    "%",
    "_",
    "<script>alert(1)</script>",
    "порт·0",
]


@pytest.mark.parametrize("words", ODD, ids=range(len(ODD)))
@pytest.mark.parametrize("path", ["search/", "events/", "partners/", "contacts/", "events.csv"])
def test_whatever_is_asked_is_answered_in_words(client, world, words, path):
    response = client.get(f"/ru/{path}", {"q": words})
    assert response.status_code in ({200, 400} if path.endswith("csv") else {200})
    body = b"".join(response) if response.streaming else response.content
    assert b"<script>alert" not in body


@pytest.mark.parametrize("raw", ["%ED%A0%80", "%FF%FE", "%00", "%D0", "a%ED%A0%80b", "%u0430"])
@pytest.mark.parametrize("path", ["search/", "events/", "directions/"])
def test_bytes_that_are_no_text_are_answered_too(client, world, raw, path):
    assert client.get(f"/ru/{path}?q={raw}").status_code == 200


@pytest.mark.parametrize("status", [Status.DRAFT, Status.IN_REVIEW, Status.ARCHIVED])
def test_what_nobody_may_see_is_not_found_counted_or_suggested(client, status):
    public = make_partner("public")
    hidden = make_partner("hidden", name_ru="Тайноград", status=status)
    make_event(title_ru="Тайнофест", partners=[public], status=status)
    make_event(title_ru="Тайновизит", partners=[hidden])
    make_direction(hidden, title_ru="Тайнодело")
    make_contact(surname_ru="Тайнова", partners=[hidden])
    make_contact(surname_ru="Тайнин", partners=[public], status=status)
    make_contact(surname_ru="Тайнер", partners=[public], may_be_published=False)
    for word in (
        "Тайноград",
        "Тайнофест",
        "Тайновизит",
        "Тайнодело",
        "Тайнова",
        "Тайнин",
        "Тайнер",
    ):
        for asked in (word, word[:-2] + "щ" + word[-1]):
            response = page(client, asked)
            assert response.context["groups"] == []
            assert not response.context["form"].question.is_corrected


def test_every_page_but_the_search_itself_has_one_box_to_search_from(client, world):
    for path in (
        "",
        "events/",
        "events/far/",
        "partners/ghent/",
        "contacts/",
        "nonsense/",
        "search/",
    ):
        text = client.get(f"/nl/{path}").content.decode()
        assert re.findall(r'<form class="search.*?action="(.*?)"', text) == ["/nl/search/"]


def test_a_department_is_a_way_to_the_person(client, world):
    partner = make_partner()
    department = make_department("Отдел Балтии", name_en="Baltic department")
    make_contact(surname_ru="Королева", department=department, partners=[partner])
    assert groups(client, "балтией") == {"contacts": ["Королева"]}
    assert groups(client, "baltic department", "nl") == {"contacts": ["Королева"]}
    assert ContactPerson.objects.public().count() == 2


@pytest.mark.parametrize(
    ("words", "queries"), [("порта", 11), ("", 0), ("велосипед", 12), ("пората", 23)]
)
@pytest.mark.parametrize("more", [0, 2])
def test_queries_do_not_grow_with_what_is_found(
    client, world, assert_queries, words, queries, more
):
    partner = make_partner()
    for _ in range(more):
        make_partner(introduction_ru="Порт")
        make_direction(partner, title_ru="Порты")
        make_contact(
            surname_ru="Портнов", position_ru="порты", partners=[partner], phones=["+78125766833"]
        )
    with assert_queries(queries):
        page(client, words)
