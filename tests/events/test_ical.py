"""The calendar of events: whole days, stable names, and what is left out."""

import re
from datetime import UTC, date, datetime

import icalendar
import pytest
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.models import Event
from tests.factories import make_event, make_partner

pytestmark = pytest.mark.django_db
CHANGED = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
LONGEST_LINE = 75


@pytest.fixture
def partner(db):
    return make_partner("city")


def raw(client, query="", language="ru"):
    response = client.get(f"/{language}/events.ics?{query}")
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def calendar(client, query="", language="ru"):
    return icalendar.Calendar.from_ical(raw(client, query, language))


def test_an_event_is_told_in_full(client, partner):
    make_event(
        "seminar",
        date="2015-11-12/2015-11-14",
        partners=[partner],
        sector_codes=["transport", "culture"],
        title_ru="Семинар; порты, причалы",
        summary_ru="Первая строка\nвторая",
        body_ru="<p>Полный <b>текст</b></p>",
        place_ru="Смольный",
        source_ru="Справка",
    )
    Event.objects.update(changed_at=CHANGED)
    [event] = calendar(client).events
    assert (event.start, event.end) == (date(2015, 11, 12), date(2015, 11, 15))
    assert (str(event["SUMMARY"]), event["SUMMARY"].params["LANGUAGE"]) == (
        "Семинар; порты, причалы",
        "ru",
    )
    assert str(event["DESCRIPTION"]) == "Первая строка\nвторая\n\nПолный текст\n\nИсточник: Справка"
    assert str(event["LOCATION"]) == "Смольный"
    assert str(event["URL"]) == "http://testserver/ru/events/seminar/"
    assert event.categories == ["транспорт", "культура"]
    assert (event.stamp, event.last_modified) == (CHANGED, CHANGED)
    assert event["STATUS"] == "CONFIRMED"
    assert event["TRANSP"] == "TRANSPARENT"


def test_a_day_ends_with_the_next(client, partner):
    make_event(date="2015-12-31", partners=[partner])
    [event] = calendar(client).events
    assert (event.start, event.end) == (date(2015, 12, 31), date(2016, 1, 1))
    assert event["DTSTART"].params["VALUE"] == "DATE"


@pytest.mark.parametrize(
    ("course", "status"),
    [
        ("held", "CONFIRMED"),
        ("planned", "TENTATIVE"),
        ("postponed", "TENTATIVE"),
        ("cancelled", "CANCELLED"),
    ],
)
def test_the_course_is_its_status(client, partner, course, status):
    make_event(date="2015-12-31", partners=[partner], event_status=course)
    [event] = calendar(client, language="en").events
    assert event["STATUS"] == status
    assert str(event.get("DESCRIPTION", "")) == ("" if course == "held" else f"{course}.")


def test_the_name_of_an_event_outlives_its_title_date_and_address(client, partner):
    event = make_event(date="2015-11-12", partners=[partner])
    before = [calendar(client, language=code).events[0]["UID"] for code in ("ru", "nl")]
    event.title_ru, event.date, event.slug = "Иначе", "2016-01-02", "another"
    event.save()
    assert [calendar(client).events[0]["UID"]] * 2 == before


def test_the_same_records_give_the_same_bytes(client, partner):
    make_event(date="2015-11-12", partners=[partner])
    assert raw(client) == raw(client)


VAGUE = ["2013-02", "1958", "2011-21", "199X", "2012-05/2012-06", "2015-11-12/2016"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            "1 event whose source names each day. Left out of 10: 6 events, since their source does"
            " not name the day; 2 events, since they go on without an end; 1 event, since no date"
            " is known.",
        ),
        (
            "ru",
            "1 мероприятие, каждый день которого назван в источнике. Из 10 не вошли: 6 мероприятий,"
            " день которых источник не называет; 2 мероприятия, которые продолжаются без срока;"
            " 1 мероприятие, дата которого неизвестна.",
        ),
        (
            "nl",
            "1 evenement waarvan de bron elke dag noemt. Van de 10 weggelaten: 6 evenementen, omdat"
            " de bron de dag niet noemt; 2 evenementen, omdat ze zonder einde doorlopen;"
            " 1 evenement, omdat er geen datum bekend is.",
        ),
    ],
)
def test_how_many_are_left_out_and_why_is_said(client, partner, language, words):
    make_event(date="2015-11-12", partners=[partner])
    for edtf in [*VAGUE, "2005/..", "2015-11-12/..", None]:
        make_event(date=edtf, partners=[partner])
    found = calendar(client, language=language)
    assert len(found.events) == 1
    assert str(found["DESCRIPTION"]) == words
    lines = raw(client, language=language).replace(b"\r\n ", b"").decode().split("\r\n")
    [said] = {line.partition("DESC:")[2] or line.partition("DESCRIPTION:")[2] for line in lines} - {
        ""
    }
    assert said.replace("\\", "") == words


def test_the_count_is_that_of_the_filtered_list(client, partner):
    make_event(date="2015-11-12", partners=[partner])
    make_event(date="2013-02", partners=[partner])
    found = calendar(client, "year=2015", language="en")
    assert str(found["DESCRIPTION"]) == "1 event whose source names each day. None is left out."


def test_the_calendar_names_itself_and_says_when_to_look_again(client, partner):
    make_event(date="2015-11-12", partners=[partner])
    text = raw(client, "partner=city&page=3", language="en").replace(b"\r\n ", b"").decode()
    for line in (
        "NAME:Events: Register of International Cooperation of Saint Petersburg (Партнёр",
        "X-WR-CALNAME:Events: Register",
        "SOURCE;VALUE=URI:http://testserver/en/events.ics?partner=city\r\n",
        "URL:http://testserver/en/events/?partner=city\r\n",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n",
        "X-PUBLISHED-TTL;VALUE=DURATION:P1D\r\n",
        "VERSION:2.0\r\n",
    ):
        assert f"\n{line}" in text


def test_a_text_that_is_not_translated_says_its_language(client, partner):
    make_event(date="2015-11-12", partners=[partner], title_ru="Визит")
    [event] = calendar(client, language="nl").events
    assert event["SUMMARY"].params["LANGUAGE"] == "ru"


def test_an_empty_calendar_is_one(client):
    found = calendar(client, language="en")
    assert found.events == []
    assert str(found["DESCRIPTION"]) == "0 events whose source names each day. None is left out."


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    title=st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\x00"),
        min_size=1,
        max_size=200,
    )
)
def test_whatever_the_title_lines_are_short_and_end_with_crlf(client, partner, title):
    Event.objects.all().delete()
    with override("ru"):
        make_event("a", date="2015-11-12", partners=[partner], title_ru=title, place_ru=title)
    lines = raw(client).split(b"\r\n")
    assert lines[-1] == b""
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= LONGEST_LINE
    assert all(line.decode() is not None for line in lines)
    [event] = calendar(client).events
    assert re.sub(r"[\x00-\x1f\x7f]", "", str(event["SUMMARY"])) == str(event["SUMMARY"]).replace(
        "\n", ""
    ).replace("\t", "")
