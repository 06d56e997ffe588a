"""What all the desk's screens have in common."""

import re

import pytest
from django.contrib.auth.models import Group, User
from django.db import IntegrityError

from contacts.models import ContactPerson, Department
from cooperation.models import Direction, Partner, Sector, Tie
from core.admin.counting import records
from core.admin.readiness import readiness, translated
from events.models import Event
from tests.desk import act, address, change, errors, filled, staff
from tests.factories import (
    make_contact,
    make_department,
    make_direction,
    make_event,
    make_partner,
    make_tie,
)

MODELS = [Event, Direction, Partner, Tie, ContactPerson, Sector, Department]


@pytest.fixture
def one_of_each(db):
    partner = make_partner("flanders")
    make_event(partners=[partner], body_ru="<p>Текст</p>", parts=["Концерт"])
    make_direction(partner)
    make_tie(partner)
    make_contact(partners=[partner], phones=["+78125766833"], department=make_department("Отдел"))


def groups(response):
    return {
        app["name"]: [model["name"] for model in app["models"]]
        for app in response.context["app_list"]
    }


# The frame


def test_sections_stand_by_how_often_they_are_needed(desk, db):
    assert groups(desk.get("/admin/")) == {
        "Реестр": ["Мероприятия", "Направления", "Партнёры", "Связи", "Контактные лица"],
        "Справки": ["Справки"],
        "Справочники": ["Отрасли", "Отделы", "Слова отраслей"],
        "Доступ": ["Пользователи", "Группы"],
    }


def test_everybody_sees_only_sections_of_their_own(client, db):
    clerk = staff(client, "cooperation.view_tie", "contacts.view_department")
    assert groups(clerk.get("/admin/")) == {"Реестр": ["Связи"], "Справочники": ["Отделы"]}


def test_who_has_no_rights_is_told_what_to_do(client, db):
    assert "попросите об этом" in staff(client).get("/admin/").content.decode()


def test_the_desk_has_the_register_s_name_and_is_russian(client, db):
    page = client.get("/admin/login/", headers={"accept-language": "nl"}).content.decode()
    assert '<html lang="ru"' in page
    assert "<h1>Вход для сотрудников</h1>" in page
    assert "Реестр международного сотрудничества" in page


@pytest.mark.parametrize("model", [*MODELS, User, Group])
def test_every_page_opens_without_inline_script_or_style(desk, one_of_each, model):
    Group.objects.create(name="Редакторы")
    record = model.objects.first()
    for page, args in (
        ("changelist", ()),
        ("add", ()),
        ("change", (record.pk,)),
        ("history", (record.pk,)),
    ):
        response = desk.get(address(model, page, *args))
        text = response.content.decode()
        assert response.status_code == 200
        assert not re.findall(r"<script(?![^>]*(?:src=|nonce=))", text)
        assert not re.findall(r"<style|\sstyle=|\son[a-z]+=", text)
        ids = re.findall(r'\sid="([^"]+)"', text)
        assert len(ids) == len(set(ids))


def test_the_import_map_carries_the_nonce_of_the_policy(desk, db):
    response = desk.get(address(Event, "add"))
    (nonce,) = re.findall(r'<script type="importmap" nonce="([^"]+)"', response.content.decode())
    policy = response.headers["Content-Security-Policy"]
    assert f"'nonce-{nonce}'" in policy
    assert "unsafe" not in policy
    assert "nonce-" not in desk.get(address(Event)).headers["Content-Security-Policy"]


def test_django_s_form_styles_are_linked_with_their_widgets(desk, db):
    for page in (address(Event, "add"), "/admin/password_change/", "/admin/auth/user/add/"):
        text = desk.get(page).content.decode()
        assert text.index("admin/css/widgets.css") < text.index("admin/css/forms.css")


# Dates


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (
            "Февраль 2013",
            {
                "words": "февраль 2013 г.",
                "rest": "точность: месяц · найдётся в отборе за 2013 год",
            },
        ),
        ("2005-2008", {"rest": "точность: год · найдётся в отборе за 2005–2008 годы"}),
        ("с 2005", {"rest": "точность: год · найдётся в отборе с 2005 года"}),
        ("", {"words": "", "rest": ""}),
    ],
)
def test_the_desk_tells_what_it_understands_of_a_date(desk, db, text, answer):
    given = desk.get("/admin/date/", {"text": text}).json()
    assert (
        answer.items()
        <= {name: words.replace("\N{NO-BREAK SPACE}", " ") for name, words in given.items()}.items()
    )


def test_the_desk_tells_why_a_date_is_none(desk, db):
    assert "Такого дня нет" in desk.get("/admin/date/", {"text": "31.02.2013"}).json()["error"]
    desk.logout()
    assert desk.get("/admin/date/", {"text": "2013"}).status_code == 302


# Translations


@pytest.mark.parametrize(
    ("texts", "ready", "short"),
    [
        ({"title_en": "Visit", "summary_ru": "", "summary_en": ""}, True, "готово"),
        ({"title_en": "Visit", "summary_ru": "Кратко", "summary_en": None}, False, "1 нет"),
        ({"title_en": "Visit", "summary_ru": "Кратко", "summary_en": ""}, False, "1 нет"),
        ({"title_en": None}, False, "нет"),
        ({"title_en": ""}, False, "нет"),
        ({"title_en": "Visit", "summary_ru": None, "summary_en": None}, True, "готово"),
        ({"title_en": "Visit", "place_en": "Antwerp"}, True, "готово"),
    ],
)
def test_a_language_is_ready_when_it_has_all_that_russian_has(db, texts, ready, short):
    event = make_event(**texts)
    assert readiness(event, "en").is_ready == ready
    assert readiness(event, "en").short == short
    assert Event.objects.filter(translated(Event, "en")).exists() == ready
    assert Event.objects.exclude(translated(Event, "en")).exists() != ready


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "запись"),
        (2, "записи"),
        (5, "записей"),
        (11, "записей"),
        (21, "запись"),
        (112, "записей"),
    ],
)
def test_russian_counts(number, words):
    assert records(number) == f"{number}\N{NO-BREAK SPACE}{words}"


# Lists


def test_a_list_of_100000_counts_nothing_twice(desk, db):
    page = desk.get(address(Event))
    changes = page.context["cl"]
    assert changes.full_result_count is None
    assert not changes.add_facets


def test_many_records_are_moved_in_batches(desk, one_of_each, monkeypatch):
    monkeypatch.setattr("core.admin.publishing.BATCH", 2)
    events = [make_event(status="draft") for _ in range(5)]
    act(desk, Event, "publish", events)
    assert Event.objects.published().count() == 6


def test_a_page_beyond_the_last_leads_back_to_the_list(desk, db):
    assert desk.get(address(Event) + "?p=0").status_code == 200
    assert desk.get(address(Event) + "?no_such_field=1").url.endswith("?e=1")


def test_empty_list_says_what_to_do(desk, db):
    assert "Таких записей нет" in desk.get(address(Event) + "?q=нет").content.decode()


# Staff accounts


def test_an_account_is_made_at_the_desk(desk, db):
    words = {"username": "clerk", "password1": "ein-langes-wort", "password2": "ein-langes-wort"}
    desk.post("/admin/auth/user/add/", words | {"usable_password": "true"})
    assert User.objects.get(username="clerk").check_password("ein-langes-wort")


def test_the_name_of_a_record_cannot_run(desk, db):
    partner = make_partner(name_ru="<script>x()</script>")
    event = make_event(title_ru="<script>x()</script>", partners=[partner])
    change(desk, event, title_en="<img src=x onerror=x()>", _return="1")
    pages = [
        address(Event),
        address(Partner),
        address(Event) + f"?partner={partner.slug}&q=%3Cscript%3Ex()",
        address(Event, "change", event.pk),
        address(Event, "delete", event.pk),
        address(Event, "history", event.pk),
        "/admin/",
    ]
    for page in pages:
        text = desk.get(page).content.decode()
        assert "<script>x()" not in text
        assert "<img src=x" not in text


@pytest.mark.parametrize(
    ("model", "record"), [(Event, make_event), (Partner, make_partner)], ids=["event", "partner"]
)
def test_a_refused_form_with_an_emptied_address_keeps_what_was_typed(desk, model, record):
    record = record("here")
    name = record.named_by
    answer = change(desk, record, **{"slug": "", f"{name}_ru": "", f"{name}_en": "Typed"})
    assert errors(answer).keys() == {f"{name}_ru"}
    html = answer.content.decode()
    assert "Typed" in html
    assert f'href="{record.get_absolute_url()}"' in html


def test_a_row_that_somebody_else_deleted_meanwhile_is_told(desk):
    partner = make_partner("here")
    make_direction(partner), make_direction(partner)
    page = address(Partner, "change", partner.pk)
    typed = filled(desk.get(page))
    partner.directions.first().delete()
    answer = desk.post(page, typed)
    assert "одну из этих записей удалили" in answer.content.decode()


@pytest.mark.parametrize("value", ["abc", "1e9", "-1", "²"])
def test_what_is_no_record_in_an_address_or_a_form_is_no_fault_of_the_server(desk, value):
    page = address(Event, "add")
    assert desk.get(page, {"partners": value}).status_code == 200
    answer = desk.post(page, filled(desk.get(page), title_ru="Событие", partners=[value]))
    assert errors(answer).keys() == {"partners"}


@pytest.mark.parametrize("model", [Event, Direction, Partner, Sector, Department, ContactPerson])
def test_no_record_is_without_its_russian_name(db, model):
    with pytest.raises(IntegrityError):
        model.objects.create()
