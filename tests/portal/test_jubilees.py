"""Jubilees ahead, as the home page tells them."""

import re
from datetime import date

import pytest
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import override

from cooperation.models import Tie
from core.publishing import Status
from portal.jubilees import ahead
from tests.factories import make_partner, make_tie

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_24_november_2026(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 11, 24))


@pytest.fixture
def antwerp():
    return make_partner("antwerp", name_ru="Антверпен", name_en="Antwerp", name_nl="Antwerpen")


def jubilees():
    return [(jubilee.year, jubilee.years) for jubilee in ahead(Tie.objects.public())]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"since": "1958"}, [(2028, 70)]),
        ({"since": "2020-02-10"}, [(2030, 10)]),
        # this year's: a day or month that is over, one to come, one of which only the year is known
        ({"since": "2016-11-23"}, [(2031, 15)]),
        ({"since": "2016-11-24"}, [(2026, 10)]),
        ({"since": "2016-10"}, [(2031, 15)]),
        ({"since": "2016-11"}, [(2026, 10)]),
        ({"since": "2016"}, [(2026, 10)]),
        # begun this year or later: nothing is round yet, or not within the years ahead
        ({"since": "2026-01"}, [(2031, 5)]),
        ({"since": "2027"}, []),
        # no single year
        ({"since": "195X"}, []),
        ({"since": "1957/1958"}, []),
        ({"since": "1957-24"}, []),
        ({"since": "1958-03/1958-05"}, [(2028, 70)]),
        ({"since": "1958/.."}, [(2028, 70)]),
        ({}, []),
        # over before then, or known to be over
        ({"since": "1958", "until": "1991"}, []),
        ({"since": "1958", "until": "2028-01"}, [(2028, 70)]),
        ({"since": "1958", "until": "2020/.."}, [(2028, 70)]),
        ({"since": "1958", "state": "ended"}, []),
        ({"since": "1958", "state": "suspended"}, [(2028, 70)]),
        ({"since": "1958", "status": Status.DRAFT}, []),
    ],
    ids=str,
)
def test_the_jubilee_of_a_tie(antwerp, values, told):
    make_tie(antwerp, **values)
    assert jubilees() == told


def test_a_leap_day_has_its_jubilee_like_any_other(monkeypatch, antwerp):
    make_tie(antwerp, since="2016-02-29")
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 2, 28))
    assert jubilees() == [(2026, 10)]


def test_the_nearest_comes_first_and_of_one_year_the_oldest_tie(antwerp):
    for since in ("2018", "1959", "1958", "2025-03"):
        make_tie(antwerp, since=since)
    assert jubilees() == [(2028, 70), (2028, 10), (2029, 70), (2030, 5)]


@pytest.mark.parametrize(
    ("kind", "language", "words"),
    [
        ("friendly_ties", "ru", "70 лет дружественным связям: Антверпен"),
        ("friendly_ties", "en", "70 years of friendly ties with Antwerp"),
        ("friendly_ties", "nl", "70 jaar vriendschapsbanden met Antwerpen"),
        ("twinning", "ru", "70 лет побратимству: Антверпен"),
        ("twinning", "en", "70 years of twinning with Antwerp"),
        ("twinning", "nl", "70 jaar stedenband met Antwerpen"),
        ("partnership", "ru", "70 лет партнёрству: Антверпен"),
        ("partnership", "en", "70 years of partnership with Antwerp"),
        ("partnership", "nl", "70 jaar partnerschap met Antwerpen"),
        ("agreement", "ru", "70 лет соглашению о сотрудничестве: Антверпен"),
        ("agreement", "en", "70 years since the agreement with Antwerp"),
        ("agreement", "nl", "70 jaar sinds de overeenkomst met Antwerpen"),
    ],
)
def test_a_jubilee_in_words(antwerp, kind, language, words):
    make_tie(antwerp, kind=kind, since="1958")
    with override(language):
        [jubilee] = ahead(Tie.objects.public())
        assert strip_tags(jubilee.words) == words


def test_a_name_in_another_language_says_so(antwerp):
    make_tie(make_partner("gent", name_ru="Гент & Ко"), since="1958")
    with override("en"):
        [jubilee] = ahead(Tie.objects.public())
        assert jubilee.words == (
            '70 years of twinning with <a href="/en/partners/gent/">'
            '<span class="foreign" lang="ru">Гент &amp; Ко</span></a>'
        )


def test_the_home_page_tells_them(client, antwerp):
    make_tie(antwerp, kind="friendly_ties", since="1958")
    html = client.get("/en/").content.decode()
    told = re.search(r'<li class="jubilee">(.*?)</li>', html, re.DOTALL)[1]
    assert re.split(r"\s{2,}|\n", strip_tags(told.replace("</b>", "\n").replace("<small>", "\n")))[
        :3
    ] == ["2028", "70 years of friendly ties with Antwerp", "began: 1958"]


def test_without_jubilees_the_home_page_does_not_speak_of_them(client, antwerp):
    assert "Годовщины впереди" not in client.get("/ru/").content.decode()
