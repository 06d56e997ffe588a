"""A note on the site and at the desk: addresses, choices, who may read what."""

import io
import re

import docx
import pytest
from django.contrib.auth import get_user_model

from briefings.writing import records
from cooperation.models import Partner
from core.publishing import Status
from tests.desk import address
from tests.factories import make_contact, make_direction, make_event, make_partner, make_tie

pytestmark = pytest.mark.django_db
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def city(db):
    city = make_partner("turku", name_ru="Турку", name_en="Turku", name_nl="Turku")
    make_event(date="2013-02", title_ru="Визит", partners=[city], sector_codes=["sport"])
    make_event(date="2015", title_ru="Концерт", partners=[city], sector_codes=["culture"])
    make_event(date="2016", title_ru="Задумка", partners=[city], status=Status.DRAFT)
    return city


def page(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status
    return response.content.decode().replace("\u00a0", " ")


def file_texts(response):
    paragraphs = docx.Document(io.BytesIO(response.content)).paragraphs
    return [p.text.replace("\u00a0", " ") for p in paragraphs]


def test_the_note_has_its_own_page(client, city):
    html = page(client, "/ru/partners/turku/note/")
    title = "Справка о сотрудничестве с городом Турку (Бельгия)"
    assert f"<title>{title} ·" in html
    assert re.findall(r"<h1>(.*?)</h1>", html) == [title]
    assert re.findall(r"<p>(В \d.*?|В феврале.*?)</p>", html) == [
        "В феврале 2013 г. – визит.",
        "В 2015 г. – концерт.",
    ]
    assert 'hreflang="en" href="http://testserver/en/partners/turku/note/"' in html


def test_the_files_hold_what_the_page_shows(client, city):
    response = client.get("/ru/partners/turku/note.docx?year=2013&sources=1")
    assert response["Content-Type"] == DOCX
    assert re.fullmatch(
        r'attachment; filename="turku-\d{4}-\d\d-\d\d-ru\.docx"', response["Content-Disposition"]
    )
    texts = file_texts(response)
    assert "В феврале 2013 г. – визит." in texts
    assert not [text for text in texts if "концерт" in text]
    assert "концерт" not in page(client, "/ru/partners/turku/note/?year=2013&sources=1")


def test_the_page_leads_to_files_with_the_same_choice(client, city):
    html = page(client, "/ru/partners/turku/note/?year=2013&sector=sport&sector=culture")
    query = "?year=2013&amp;sector=sport&amp;sector=culture"
    assert f'href="/ru/partners/turku/note.docx{query}"' in html
    assert f'href="/ru/partners/turku/note.pdf{query}"' in html


def test_the_language_that_is_chosen_has_an_address_of_its_own(client, city):
    response = client.get("/ru/partners/turku/note.docx?language=nl&year=2013&sector=")
    assert (response.status_code, response["Location"]) == (
        302,
        "/nl/partners/turku/note.docx?year=2013",
    )
    assert client.get("/ru/partners/turku/note/?language=en")["Location"] == (
        "/en/partners/turku/note/"
    )


def test_what_is_not_translated_is_marked(client, city):
    html = page(client, "/en/partners/turku/note/")
    assert 'In February 2013: <span class="foreign" lang="ru">визит</span>.' in html
    assert "Texts in italics are not translated yet" in html


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("year=20x", "«20x» — не год"),
        ("sector=magic", "Отрасли «magic» нет"),
        ("year=2013&year=2014", "«2013 2014» — не год"),
        ("language=xx", "xx"),
        ("year=%00", ""),
        ("sector=%00%FF", ""),
    ],
)
def test_a_choice_that_cannot_be_understood_is_told(client, city, query, words):
    html = page(client, f"/ru/partners/turku/note/?{query}")
    assert 'class="problem"' in html
    assert words in html
    assert "концерт" in html
    response = client.get(f"/ru/partners/turku/note.docx?{query}")
    assert (response.status_code, response["Content-Type"]) == (400, "text/plain; charset=utf-8")
    assert words in response.content.decode()


@pytest.mark.parametrize("status", [s for s in Status if s != Status.PUBLISHED])
@pytest.mark.parametrize("path", ["note/", "note.docx", "note/?drafts=1"])
def test_a_partner_that_is_not_public_has_no_note(client, status, path):
    make_partner("secret", status=status)
    gone = 410 if status == Status.ARCHIVED else 404
    assert client.get(f"/ru/partners/secret/{path}").status_code == gone


def test_a_former_address_leads_to_the_note_of_today(client, city):
    city.slug = "abo"
    city.save()
    response = client.get("/ru/partners/turku/note.docx?year=2013")
    assert response.status_code == 301
    assert response["Location"] == "/ru/partners/abo/note.docx?year=2013"


@pytest.mark.parametrize("path", ["turku/note.doc", "turku/note.html", "nobody/note/"])
def test_other_addresses_are_not_there(client, city, path):
    assert client.get(f"/ru/partners/{path}", follow=True).status_code == 404


def test_drafts_are_for_staff(client, desk, city):
    public = page(client.__class__(), "/ru/partners/turku/note/")
    assert "задумка" not in public
    response = desk.get("/ru/partners/turku/note/?drafts=1")
    html = response.content.decode()
    assert "задумка" in html
    assert "Черновик для сотрудников: учтено и неопубликованное." in html
    assert "no-store" in response["Cache-Control"]
    assert "note.docx?drafts=1" in html
    assert "задумка" not in page(desk, "/ru/partners/turku/note/")
    texts = file_texts(desk.get("/ru/partners/turku/note.docx?drafts=1"))
    assert [text for text in texts if "задумка" in text]


def test_others_are_asked_to_sign_in_before_they_see_drafts(client, city):
    login = "/admin/login/?next=/ru/partners/turku/note/%3Fdrafts%3D1"
    assert client.get("/ru/partners/turku/note/?drafts=1")["Location"] == login
    client.force_login(get_user_model().objects.create_user("reader"))
    assert client.get("/ru/partners/turku/note/?drafts=1")["Location"] == login


def test_staff_get_the_note_of_a_draft_partner(desk):
    make_partner("secret", name_ru="Осло", status=Status.DRAFT)
    assert "Черновик" in page(desk, "/ru/partners/secret/note/")


def test_too_many_events_are_told(client, city, monkeypatch):
    monkeypatch.setattr(records, "MOST_EVENTS", 1)
    html = page(client, "/ru/partners/turku/note.docx", status=400)
    assert "В справку попало бы мероприятий: 2" in html
    assert page(client, "/ru/partners/turku/note/?year=2013")


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_the_records(client, assert_queries, number):
    city = make_partner("city")
    for _ in range(number):
        inside = make_partner(parent=city)
        make_direction(inside, sector_codes=["culture"])
        make_event(date="2013", partners=[city, inside], sector_codes=["culture"], parts=["Да."])
        make_tie(inside, since="1961")
        make_contact(partners=[city], phones=["+78125766833"])
    with assert_queries(10):
        page(client, "/ru/partners/city/note/?sector=culture&sources=1&year=2013")
    with assert_queries(10):
        client.get("/ru/partners/city/note.docx?sector=culture&sources=1&year=2013")


def test_a_visitor_s_note_is_the_same_for_everybody(client, city):
    assert "Cookie" not in client.get("/ru/partners/turku/note/").get("Vary", "")


def test_the_partner_s_page_offers_the_note(client, city):
    html = page(client, "/ru/partners/turku/")
    assert 'href="/ru/partners/turku/note/"' in html
    assert 'href="/ru/partners/turku/note.docx"' in html
    form = html[html.index('action="/ru/partners/turku/note/"') :]
    form = form[: form.index("</form>")]
    assert re.findall(r'name="(\w+)"', form) == ["language", "year", "sector", "sector", "sources"]
    assert re.findall(r'name="sector" value="(\w+)"', form) == ["culture", "sport"]
    assert re.findall(r'formaction="([^"]+)"', form) == [
        "/ru/partners/turku/note.docx",
        "/ru/partners/turku/note.pdf",
    ]


def test_the_desk_offers_the_note_with_drafts(desk, city):
    link = 'href="/ru/partners/turku/note/?drafts=1"'
    assert link in page(desk, address(Partner))
    assert link in page(desk, address(Partner, "change", city.pk))
    assert "Составить справку" not in page(desk, address(Partner, "add"))
