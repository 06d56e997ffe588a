"""How search engines and readers find and quote a page: its head, its place, its data."""

import html
import json
import re
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest
from django.utils import timezone

from cooperation.models import Partner
from core.publishing import Status
from events.models import Event
from tests.factories import make_contact, make_direction, make_event, make_partner, make_tie

pytestmark = pytest.mark.django_db
LANGUAGES = ["ru", "en", "nl"]
LISTS = ["partners", "directions", "events", "contacts"]
PAGES = [
    "",
    *(f"{name}/" for name in LISTS),
    "events/?year=2018",
    "events/antwerp-mayor-smolny/",
    "partners/antwerp/",
]
SITE = "http://testserver"


def page(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def attribute(text, pattern):
    found = re.findall(pattern, text)
    return [html.unescape(value) for value in found]


def title(text):
    [found] = attribute(text, r"<title>(.*?)</title>")
    return found


def meta(text, name):
    return attribute(text, rf'<meta (?:name|property)="{name}" content="([^"]*)">')


def canonical(text):
    [found] = attribute(text, r'<link rel="canonical" href="([^"]*)">')
    return found


def alternates(text):
    pairs = re.findall(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">', text)
    return {code: html.unescape(address) for code, address in pairs}


def data(text):
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    return {item["@type"]: item for item in map(json.loads, scripts)}


# Titles and descriptions


def test_every_page_has_a_title_and_a_description_of_its_own(client, demo):
    texts = [page(client, f"/{language}/{path}") for language in LANGUAGES for path in PAGES]
    for values in ([title(t) for t in texts], [meta(t, "description")[0] for t in texts]):
        assert len(set(values)) == len(values)
        assert all(values)
    assert all(50 <= len(meta(t, "description")[0]) <= 200 for t in texts)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/ru/events/", "Мероприятия"),
        ("/ru/events/?year=2013&sector=tourism", "Мероприятия: 2013 год, туризм"),
        ("/en/events/?year=2013-2015&partner=antwerp", "Events: 2013–2015, Antwerp"),
        ("/nl/events/?q=haven", "Evenementen: “haven”"),
        ("/en/events/?year=nonsense", "Events"),
        (
            "/en/events/?sector=tourism&sector=culture&sector=youth&sector=sport&sector=science",
            "Events: tourism, culture, youth, sport, …",
        ),
        ("/nl/events/antwerp-mayor-smolny/", "27 april 2018"),
        ("/ru/partners/antwerp/", "Антверпен: справка"),
    ],
)
def test_a_title_says_in_words_what_the_page_shows(client, demo, path, expected):
    assert expected in title(page(client, path))


def test_a_long_choice_is_cut_in_the_title(client):
    words = "&".join(
        f"sector={code}" for code in ("culture", "tourism", "sport", "science", "youth")
    )
    assert title(page(client, f"/en/events/?{words}")).count(",") == 4
    assert "…" in title(page(client, f"/en/events/?{words}"))


@pytest.mark.parametrize(
    ("language", "words"), [("ru", "страница 2"), ("en", "page 2"), ("nl", "pagina 2")]
)
def test_a_later_page_says_which_it_is(client, language, words):
    partner = make_partner("city", name_ru="Город")
    for _ in range(26):
        make_event(date="2013", partners=[partner])
    first, second = (page(client, f"/{language}/events/?page={number}") for number in (1, 2))
    assert words in title(second)
    assert words in meta(second, "description")[0]
    assert words not in title(first)
    assert canonical(first) == f"{SITE}/{language}/events/"
    assert canonical(second) == f"{SITE}/{language}/events/?page=2"
    assert set(alternates(second).values()) == {f"{SITE}/{x}/events/?page=2" for x in LANGUAGES}


def test_two_events_of_one_name_are_told_apart_by_their_dates(client):
    partner = make_partner()
    make_event("a", title_ru="Дни культуры", date="2013", partners=[partner])
    make_event("b", title_ru="Дни культуры", date="2014", partners=[partner])
    assert title(page(client, "/ru/events/a/")) != title(page(client, "/ru/events/b/"))


HOSTILE = "</script><script>alert(1)</script>\"'&<!--\u2028"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_s_text_never_leaves_its_place_in_the_head(client, language):
    partner = make_partner("city", name_ru=HOSTILE, introduction_ru=HOSTILE)
    make_event(
        "a",
        title_ru=HOSTILE,
        summary_ru=HOSTILE,
        place_ru=HOSTILE,
        date="2013-02-01",
        partners=[partner],
    )
    make_contact(
        surname_ru=HOSTILE, position_ru=HOSTILE, partners=[partner], phones=["+78121234567"]
    )
    for path in ("", "events/a/", "partners/city/", "contacts/", "events/", "events/?partner=city"):
        text = page(client, f"/{language}/{path}")
        assert "<script>alert" not in text
        assert text.count("<script type") == text.count("</script>") - text.count("<script src")
        assert data(text)
    assert data(page(client, f"/{language}/events/a/"))["Event"]["name"] == HOSTILE


# Addresses


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_each_translated_page_announces_itself_and_the_others(client, demo, language, path):
    text = page(client, f"/{language}/{path}")
    assert canonical(text) == f"{SITE}/{language}/{path}"
    expected = {code: f"{SITE}/{code}/{path}" for code in LANGUAGES}
    assert alternates(text) == expected | {"x-default": expected["ru"]}
    assert meta(text, "robots") == []
    for address in expected.values():
        assert alternates(page(client, address.removeprefix(SITE))) == alternates(text)


@pytest.mark.parametrize(
    ("make", "section", "name"),
    [(make_event, "events", "title"), (make_partner, "partners", "name")],
)
def test_a_language_without_the_text_is_not_announced(client, make, section, name):
    texts = {f"{name}_ru": "Порт", f"{name}_en": "Port"}
    record = make("port", **texts)
    if section == "events":
        record.partners.set([make_partner()])
    announced = {code: f"{SITE}/{code}/{section}/port/" for code in ("ru", "en")}
    for language in ("ru", "en"):
        text = page(client, f"/{language}/{section}/port/")
        assert alternates(text) == announced | {"x-default": announced["ru"]}
        assert canonical(text) == announced[language]
        assert "nl_NL" not in meta(text, "og:locale:alternate")
    dutch = page(client, f"/nl/{section}/port/")
    assert alternates(dutch) == {}
    assert canonical(dutch) == announced["ru"]
    assert meta(dutch, "robots") == []


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("year=2013", "year=2013"),
        ("sector=tourism&year=2013", "year=2013&sector=tourism"),
        ("sector=tourism&sector=culture&sector=tourism", "sector=culture&sector=tourism"),
        ("year=2013-2013", "year=2013"),
        ("year=1990+%E2%80%93+2015", "year=1990-2015"),
        ("q=++a++b+&unknown=1&utm_source=x", "q=a+b"),
        ("partner=&sector=&year=&q=&page=", ""),
        ("page=1", ""),
        ("page=abc", ""),
        ("excel=1&preview=1", ""),
        ("partner=city&q=x&year=2013&sector=culture", "q=x&year=2013&sector=culture&partner=city"),
    ],
)
def test_the_lasting_address_of_a_list_is_its_normalised_query(client, asked, kept):
    make_event(date="2013", partners=[make_partner("city")], sector_codes=["culture", "tourism"])
    tail = f"?{kept}" if kept else ""
    for language in LANGUAGES:
        text = page(client, f"/{language}/events/?{asked}")
        assert canonical(text) == f"{SITE}/{language}/events/{tail}"
        assert alternates(text)["nl"] == f"{SITE}/nl/events/{tail}"
        again = canonical(text).removeprefix(SITE)
        assert canonical(page(client, again)) == canonical(text)


@pytest.mark.parametrize(
    ("query", "indexed"),
    [
        ("", True),
        ("year=2013", True),
        ("year=2013&sector=culture", True),
        ("sector=culture&sector=tourism", True),
        ("year=2013&sector=culture&partner=city", False),
        ("q=a", False),
        ("year=1999", False),
        ("year=abc", False),
        ("year=2013&sector=nonsense", False),
    ],
)
def test_search_engines_get_a_list_by_one_condition_or_two(client, query, indexed):
    make_event(date="2013", partners=[make_partner("city")], sector_codes=["culture", "tourism"])
    text = page(client, f"/en/events/?{query}")
    assert meta(text, "robots") == ([] if indexed else ["noindex"])


@pytest.mark.parametrize("name", LISTS)
def test_a_list_whose_filter_is_not_understood_stands_for_the_whole(client, name):
    make_contact(partners=[make_partner("city")])
    text = page(client, f"/en/{name}/?q={'x' * 201}&year=abc&partner=nope")
    assert canonical(text) == f"{SITE}/en/{name}/"
    assert meta(text, "robots") == ["noindex"]


def test_the_site_s_own_address_goes_before_the_request_s(client, demo, settings):
    settings.SITE_URL = "https://register.example"
    for path in PAGES:
        text = page(client, f"/en/{path}")
        assert canonical(text) == f"https://register.example/en/{path}"
        assert SITE not in text
    for path in ("/robots.txt", "/sitemap.xml", "/sitemap-en.xml"):
        assert SITE not in page(client, path)
        assert "https://register.example/" in page(client, path)


def test_a_draft_that_staff_look_at_announces_nothing(desk):
    make_event("draft", status=Status.DRAFT, date="2013-02-01", partners=[make_partner()])
    text = page(desk, "/ru/events/draft/")
    assert meta(text, "robots") == ["noindex"]
    assert "canonical" not in text
    assert data(text) == {}


# Sharing


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_a_shared_page_has_its_title_words_and_picture(client, demo, language, path):
    text = page(client, f"/{language}/{path}")
    shared = {name: meta(text, f"og:{name}") for name in ("title", "description", "url", "locale")}
    locale = {"ru": "ru_RU", "en": "en_GB", "nl": "nl_NL"}[language]
    assert shared == {
        "title": [title(text).rpartition(" · ")[0]],
        "description": meta(text, "description"),
        "url": [canonical(text)],
        "locale": [locale],
    }
    assert sorted([locale, *meta(text, "og:locale:alternate")]) == ["en_GB", "nl_NL", "ru_RU"]
    assert meta(text, "og:type") == [
        "article" if path.count("/") == 2 and "?" not in path else "website"
    ]
    [picture] = meta(text, "og:image")
    assert re.fullmatch(rf"{SITE}/static/og\.png", picture)
    assert meta(text, "og:image:alt")[0]
    assert meta(text, "twitter:card") == ["summary_large_image"]


def test_the_picture_is_as_large_as_is_said(client, demo, settings):
    header = (settings.BASE_DIR / "static/og.png").read_bytes()[:24]
    size = (int.from_bytes(header[16:20]), int.from_bytes(header[20:24]))
    text = page(client, "/ru/")
    assert tuple(int(meta(text, f"og:image:{side}")[0]) for side in ("width", "height")) == size


# Structured data


@pytest.mark.parametrize(
    ("date", "days"),
    [
        ("2015-11-12", ("2015-11-12", "2015-11-12")),
        ("2018-09-05/2018-09-06", ("2018-09-05", "2018-09-06")),
        ("2015-11", None),
        ("2015", None),
        ("2011-21", None),
        ("199X", None),
        ("2015-11-12/..", None),
        ("2015-11-12/2015-12", None),
        (None, None),
    ],
)
def test_only_an_event_exact_to_the_day_is_said_to_be_one(client, date, days):
    make_event("a", date=date, partners=[make_partner()])
    found = data(page(client, "/ru/events/a/")).get("Event")
    assert (found and (found["startDate"], found["endDate"])) == days


def test_what_is_said_of_an_event(client):
    city = make_partner("city", name_ru="Город", name_en="City")
    draft = make_partner("draft", status=Status.DRAFT, name_ru="Тайна")
    make_event(
        "a", date="2015-11-12", title_ru="Визит", title_en="Visit", summary_en="They met.",
        place_en="Smolny", event_status="cancelled", partners=[city, draft],
    )  # fmt: skip
    assert data(page(client, "/en/events/a/"))["Event"] == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Visit",
        "description": "They met.",
        "startDate": "2015-11-12",
        "endDate": "2015-11-12",
        "eventStatus": "https://schema.org/EventCancelled",
        "location": {"@type": "Place", "name": "Smolny", "address": "Smolny"},
        "inLanguage": "en",
        "url": f"{SITE}/en/events/a/",
        "about": [{"@type": "Place", "name": "City", "url": f"{SITE}/en/partners/city/"}],
    }
    dutch = data(page(client, "/nl/events/a/"))["Event"]
    assert (dutch["name"], dutch["inLanguage"]) == ("Визит", "ru")
    assert "location" not in dutch


@pytest.mark.parametrize("status", Event.EventStatus)
def test_every_course_of_an_event_has_its_status(client, status):
    make_event("a", date="2015-11-12", event_status=status, partners=[make_partner()])
    said = data(page(client, "/ru/events/a/"))["Event"]["eventStatus"]
    assert re.fullmatch(r"https://schema\.org/Event(Scheduled|Cancelled|Postponed)", said)


@pytest.mark.parametrize("path", ["", "contacts/"])
def test_the_committee_is_said_with_its_public_contacts_only(client, path):
    partner = make_partner()
    make_contact(
        surname_ru="Королева",
        given_ru="О.",
        position_ru="специалист",
        partners=[partner],
        email="k@example.org",
        phones=["+78125766833", "+78125766834"],
    )
    make_contact(surname_ru="Письмова", partners=[partner], email="p@example.org")
    make_contact(surname_ru="Немой", partners=[partner])
    make_contact(
        surname_ru="Тайный", partners=[partner], phones=["+78120000001"], may_be_published=False
    )
    make_contact(
        surname_ru="Черновой", partners=[partner], phones=["+78120000002"], status=Status.DRAFT
    )
    text = page(client, f"/ru/{path}")
    points = data(text)["GovernmentOrganization"]["contactPoint"]
    koroleva = {
        "@type": "ContactPoint",
        "name": "Королева О.".replace(" О", "\N{NO-BREAK SPACE}О"),
        "contactType": "специалист",
        "email": "k@example.org",
    }
    assert points == [
        koroleva | {"telephone": "+78125766833"},
        koroleva | {"telephone": "+78125766834"},
        {
            "@type": "ContactPoint",
            "name": "Письмова",
            "contactType": "контактное лицо",
            "email": "p@example.org",
        },
    ]


def test_without_contacts_the_committee_is_said_alone(client):
    assert "contactPoint" not in data(page(client, "/ru/"))["GovernmentOrganization"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_home_page_says_where_the_site_is_searched(client, language):
    found = data(page(client, f"/{language}/"))["WebSite"]["potentialAction"]
    assert found["target"]["urlTemplate"] == f"{SITE}/{language}/search/?q={{search_term_string}}"


@pytest.mark.parametrize("name", LISTS)
def test_a_whole_list_is_a_dataset_whose_file_answers(client, demo, name):
    found = data(page(client, f"/en/{name}/"))["Dataset"]
    assert len(found["description"]) >= 50
    assert "text/csv" in {file["encodingFormat"] for file in found["distribution"]}
    for file in found["distribution"]:
        response = client.get(file["contentUrl"].removeprefix(SITE))
        assert response.getvalue()
        assert response["Content-Type"].startswith(file["encodingFormat"])
    assert "Dataset" not in data(page(client, f"/en/{name}/?q=a"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES[1:])
def test_every_inner_page_says_where_it_stands_to_people_and_programs(client, demo, language, path):
    text = page(client, f"/{language}/{path}")
    nav = re.search(r'<nav class="wrap crumbs".*?</nav>', text, re.DOTALL)[0]
    steps = data(text)["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    addresses = [urlsplit(step["item"]).path for step in steps]
    assert addresses[0] == f"/{language}/"
    assert addresses[-1] == f"/{language}/{path}".partition("?")[0]
    assert re.findall(r'href="([^"]+)"', nav) == addresses[:-1]
    shown = [
        html.unescape(re.sub("<.*?>", "", item)) for item in re.findall(r"<li>(.*?)</li>", nav)
    ]
    assert shown == [step["name"] for step in steps]


def test_the_way_to_a_partner_leads_through_the_public_one_it_lies_in(client):
    above = make_partner("above", name_ru="Край")
    make_partner("city", name_ru="Город", parent=above)

    def names():
        steps = data(page(client, "/ru/partners/city/"))["BreadcrumbList"]["itemListElement"]
        return [step["name"] for step in steps]

    assert names() == ["Главная", "Партнёры", "Край", "Город"]
    Partner.objects.filter(pk=above.pk).update(status=Status.DRAFT)
    assert names() == ["Главная", "Партнёры", "Город"]


# To cite


@pytest.fixture
def day(monkeypatch):
    """The local day is 1 March 2026, which in UTC is still February."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 2, 28, 22, 30, tzinfo=UTC))


def about(text):
    part = re.search(r'<section class="wrap cited.*?</section>', text, re.DOTALL)[0]
    rows = re.findall(r"<dt[^>]*>(.*?)</dt><dd[^>]*>(.*?)</dd>", part, re.DOTALL)
    return {term: re.sub("<.*?>", "", value) for term, value in rows}, part


@pytest.mark.parametrize(
    ("language", "cited"),
    [
        ("ru", "Визит // Реестр международного сотрудничества Санкт-Петербурга / Комитет по "
               "внешним связям Санкт-Петербурга. URL: http://testserver/ru/events/a/ "
               "(дата обращения: "),
        ("en", "Committee for External Relations of Saint Petersburg. “Visit”. Register of "
               "International Cooperation of Saint Petersburg. http://testserver/en/events/a/ "
               "(accessed on "),
        ("nl", "Comité voor externe betrekkingen van Sint-Petersburg. ‘Визит’. Register van "
               "internationale samenwerking van Sint-Petersburg. http://testserver/ru/events/a/ "
               "(geraadpleegd op "),
    ],
)  # fmt: skip
def test_an_event_is_ready_to_be_cited(client, language, cited):
    make_event(
        "a", title_ru="Визит", title_en="Visit", partners=[make_partner()], source_ru="Дело 5"
    )
    rows, part = about(page(client, f"/{language}/events/a/"))
    assert html.unescape(list(rows.values())[-1]).startswith(cited)
    assert "Дело 5" in part


def test_an_event_says_when_it_was_published_and_changed(client, day):
    event = make_event("a", partners=[make_partner()])
    Event.objects.filter(pk=event.pk).update(
        published_at=datetime(2020, 5, 1, 22, 30, tzinfo=UTC),
        changed_at=datetime(2021, 6, 2, 10, tzinfo=UTC),
    )
    rows, part = about(page(client, "/ru/events/a/"))
    assert rows["Впервые опубликовано"] == "2 мая 2020\N{NO-BREAK SPACE}г."
    assert rows["Изменено"] == "2 июня 2021\N{NO-BREAK SPACE}г."
    assert '<time datetime="2020-05-02">' in part
    assert '<time datetime="2021-06-02">' in part
    assert rows["Источник"] == "не указан"


def test_a_dossier_names_each_source_once_and_the_newest_change(client):
    partner = make_partner("city")
    make_tie(partner, source_ru="Договор")
    make_direction(partner, source_ru="Справка")
    make_event("a", partners=[partner], source_ru="Справка", date="2013")
    event = make_event("b", partners=[partner], source_url="https://example.org/b", date="2014")
    moment = datetime(2036, 6, 2, 10, tzinfo=UTC)
    Event.objects.filter(pk=event.pk).update(changed_at=moment)
    _rows, part = about(page(client, "/ru/partners/city/"))
    sources = re.findall(r"<li>(?:<a[^>]*>)?(.*?)(?:</a>)?</li>", part)
    assert sources == ["Договор", "Справка", "https://example.org/b"]
    assert '<time datetime="2036-06-02">' in part


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_of_an_event_asks_no_more_for_more(client, assert_queries, number):
    partners = [make_partner() for _ in range(number)]
    make_event("a", date="2013-01-01", partners=partners, sector_codes=["culture"], parts=["Часть"])
    with assert_queries(7):
        client.get("/ru/events/a/")
