"""The committee's desk: its lists, its forms, its files."""

import csv
import io
import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.urls import reverse

from contacts.models import ContactPerson, Department, Phone
from cooperation.models import Direction, Partner, Sector, Tie
from core.publishing import Status
from events.models import Event
from tests.factories import (
    make_contact,
    make_department,
    make_direction,
    make_event,
    make_partner,
    make_tie,
)

pytestmark = pytest.mark.django_db
MODELS = [Event, Direction, Partner, Tie, ContactPerson, Sector, Department]


def address(model, page="changelist", *arguments):
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}"
    return reverse(name, args=arguments)


def html(response):
    assert response.status_code == 200
    return response.content.decode()


def read(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    delimiter = ";" if text.split("\r\n", 1)[0].count(";") > 5 else ","
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


@pytest.fixture
def world(db):
    """The records by their class."""
    flanders = make_partner("flanders", name_ru="Фландрия", kind="region")
    antwerp = make_partner("antwerp", name_ru="Антверпен", parent=flanders)
    department = make_department("Отдел Европы")
    return {
        Partner: flanders,
        Tie: make_tie(antwerp, since="1958"),
        Direction: make_direction(flanders, sector_codes=["culture"]),
        Event: make_event(
            "port",
            date="2013-02",
            title_ru="Событие в порту",
            title_en="Port",
            partners=[antwerp],
            sector_codes=["transport"],
            parts=["Часть"],
        ),
        ContactPerson: make_contact(
            surname_ru="Королева",
            partners=[flanders],
            phones=["+78125766833"],
            department=department,
        ),
        Sector: Sector.objects.get(code="culture"),
        Department: department,
    }


def posted(client, path):
    """The values a form would send as it stands."""
    form = client.get(path).context["adminform"].form
    formsets = client.get(path).context["inline_admin_formsets"]
    forms = [form, *[formset.formset.management_form for formset in formsets]]
    forms += [inner for formset in formsets for inner in formset.formset.forms]
    values = {}
    for part in forms:
        for bound in part:
            values[bound.html_name] = sent(bound)
    return {name: value for name, value in values.items() if value not in (None, False)}


def sent(bound):
    value = bound.value()
    if value is None:
        return None
    if isinstance(value, list):
        return [getattr(item, "pk", item) for item in value]
    shown = bound.field.widget.format_value(value)
    return shown[0] if isinstance(shown, list) and shown else shown or ""


@pytest.mark.parametrize("model", MODELS)
def test_every_list_and_form_opens(desk, world, model):
    record = world[model]
    assert str(record) in html(desk.get(address(model)))
    assert "Сохранить" in html(desk.get(address(model, "add")))
    assert "Сохранить" in html(desk.get(address(model, "change", record.pk)))
    assert html(desk.get(address(model, "history", record.pk)))
    response = desk.get(address(model, "delete", record.pk))
    assert response.status_code == (403 if model is Sector else 200)


def test_what_is_needed_most_stands_first_and_nothing_technical(desk):
    page = html(desk.get("/admin/"))
    links = re.findall(r'<th scope="row" id="nav-\w+">\s*<a [^>]+>([^<]+)</a>', page)
    names = list(dict.fromkeys(links))
    assert names == [
        "Мероприятия",
        "Направления",
        "Партнёры",
        "Связи",
        "Контактные лица",
        "Справки",
        "Отрасли",
        "Отделы",
        "Слова отраслей",
        "Пользователи",
        "Группы",
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", True),
        ("q=событие", True),
        ("q=СОБЫТИЕ порту", True),
        ("q=собрание", False),
        ("year=2013", True),
        ("year=2012-2014", True),
        ("year=2014", False),
        ("sector=transport", True),
        ("sector=-", False),
        ("partner=flanders", True),
        ("partner=-", False),
        ("status=published", True),
        ("status=draft", False),
        ("lang=ready", False),
        ("lang=nl", True),
        ("year=2013&sector=transport&partner=antwerp&status=published&q=порт", True),
    ],
)
def test_a_list_is_filtered(desk, world, query, found):
    page = html(desk.get(f"{address(Event)}?{query}"))
    assert (">Событие в порту</a>" in page) == found
    assert len(read(desk.get(f"{address(Event, 'export')}?{query}"))) == int(found)


@pytest.mark.parametrize("query", ["year=abc", "sector=nonsense", "partner=x", "status=x"])
def test_a_wrong_filter_is_told_and_gives_no_file(desk, world, query):
    page = html(desk.get(f"{address(Event)}?{query}"))
    assert '<li class="warning">' in page
    assert ">Событие в порту</a>" in page
    response = desk.get(f"{address(Event, 'export')}?{query}")
    assert response.status_code == 302


@pytest.mark.parametrize("model", [Partner, Direction, Tie, ContactPerson])
def test_other_lists_are_filtered_by_their_partner(desk, world, model):
    make_partner("paris")
    name = f">{world[model]}</a>" if model is not Tie else ">побратимство</a>"
    assert name in html(desk.get(f"{address(model)}?partner=flanders"))
    assert name not in html(desk.get(f"{address(model)}?partner=paris"))


def test_contacts_without_partner_are_found(desk, world):
    make_contact(surname_ru="Безымянный")
    page = html(desk.get(f"{address(ContactPerson)}?partner=-"))
    assert "Безымянный" in page
    assert ">Королева</a>" not in page


@pytest.mark.parametrize(
    ("action", "status"),
    [
        ("publish", Status.PUBLISHED),
        ("send_to_review", Status.IN_REVIEW),
        ("return_to_draft", Status.DRAFT),
        ("archive", Status.ARCHIVED),
    ],
)
def test_actions_move_the_selected(desk, world, action, status):
    other = make_event(status=Status.DRAFT if status != Status.DRAFT else Status.ARCHIVED)
    chosen = [world[Event].pk, other.pk]
    data = {"action": action, "_selected_action": chosen}
    page = html(desk.post(address(Event), data, follow=True))
    assert set(Event.objects.values_list("status", flat=True)) == {status}
    assert ("не видно" in page) == (status == Status.PUBLISHED)
    again = html(desk.post(address(Event), data, follow=True))
    assert "Ничего не изменилось" in again


@pytest.mark.parametrize(
    ("button", "status"),
    [
        ("_publish", Status.PUBLISHED),
        ("_review", Status.IN_REVIEW),
        ("_return", Status.DRAFT),
        ("_archive", Status.ARCHIVED),
    ],
)
def test_buttons_save_and_move_the_record(desk, world, button, status):
    event = world[Event]
    Event.objects.update(status=Status.DRAFT if status != Status.DRAFT else Status.ARCHIVED)
    path = address(Event, "change", event.pk)
    data = posted(desk, path) | {"title_ru": "Новое имя", button: "1"}
    assert desk.post(path, data).status_code == 302
    event.refresh_from_db()
    assert (event.title_ru, event.status) == ("Новое имя", status)


def test_a_new_record_is_a_draft(desk, world):
    path = address(Event, "add")
    data = posted(desk, path) | {"title_ru": "Семинар", "date": "весна 2011", "_save": "1"}
    assert desk.post(path, data).status_code == 302
    event = Event.objects.get(title_ru="Семинар")
    assert (event.status, event.date.edtf, event.slug) == (Status.DRAFT, "2011-21", "seminar")


def test_published_without_a_public_partner_is_warned_of(desk):
    path = address(Event, "add")
    data = posted(desk, path) | {"title_ru": "Семинар", "_publish": "1"}
    page = html(desk.post(path, data, follow=True))
    assert "Опубликовано, но на сайте не видно: нет опубликованного партнёра" in page


@pytest.mark.parametrize(
    ("model", "values", "words"),
    [
        (Event, {"date": "давным-давно"}, "февраль 2013"),
        (Event, {"date": "31.02.2014"}, "Такого дня нет"),
        (Event, {"date": "с 2008 по 2005"}, "Конец раньше начала"),
        (Event, {"date": "12.11.15"}, "век не указан"),
        (Event, {"title_ru": "", "title_en": "Seminar"}, "Обязательное поле"),
        (Event, {"slug": "taken"}, "уже занят"),
        (Event, {"slug": "не то"}, "латинск"),
        (Partner, {"subdivision": "FR-75"}, "стране"),
        (Partner, {"name_ru": ""}, "Обязательное поле"),
        (Tie, {"since": "2010", "until": "2005"}, "раньше"),
        (ContactPerson, {"email": "a@example.org\nBcc: b@example.org"}, "электронной почты"),
        (ContactPerson, {"phones-0-number": "позвоните мне"}, "телефон"),
    ],
)
def test_bad_input_is_explained_and_kept(desk, world, model, values, words):
    make_event("taken")
    path = address(model, "change", world[model].pk)
    before = list(model.objects.order_by("pk").values())
    response = desk.post(path, posted(desk, path) | values)
    page = html(response)
    errors = re.findall(r'<ul class="errorlist.*?</ul>', page, re.DOTALL)
    assert any(words in error for error in errors), errors
    for name, value in values.items():
        if name != "email":
            kept = response.context["adminform"].form.data[name]
            assert kept == value
    assert list(model.objects.order_by("pk").values()) == before


def test_a_partner_cannot_be_put_inside_its_own_part(desk, world):
    path = address(Partner, "change", world[Partner].pk)
    inner = Partner.objects.get(slug="antwerp")
    page = html(desk.post(path, posted(desk, path) | {"parent": inner.pk}))
    assert "не может" in page
    assert Partner.objects.get(slug="flanders").parent is None


@pytest.mark.parametrize(
    ("typed", "number", "extension"),
    [
        ("576-68-33", "+78125766833", ""),
        ("8 (812) 576-68-33 доб. 12", "+78125766833", "12"),
        ("+32 3 338 72 22", "+3233387222", ""),
    ],
)
def test_a_telephone_is_read_as_staff_write_it(desk, world, typed, number, extension):
    path = address(ContactPerson, "change", world[ContactPerson].pk)
    data = posted(desk, path) | {"phones-1-number": typed, "phones-1-order": "2"}
    assert desk.post(path, data).status_code == 302
    phone = Phone.objects.order_by("pk").last()
    assert (phone.number, phone.extension) == (number, extension)


def test_an_extension_said_twice_must_be_the_same(desk, world):
    path = address(ContactPerson, "change", world[ContactPerson].pk)
    data = posted(desk, path) | {
        "phones-0-number": "576-68-33 доб. 12",
        "phones-0-extension": "13",
    }
    assert "оставьте один" in html(desk.post(path, data))


def test_ties_and_directions_are_kept_with_their_partner(desk, world):
    partner = world[Partner]
    path = address(Partner, "change", partner.pk)
    data = posted(desk, path) | {
        "ties-TOTAL_FORMS": "1",
        "ties-0-kind": "agreement",
        "ties-0-since": "10.02.2020",
        "ties-0-status": "published",
        "directions-0-title_ru": "Порты и причалы",
    }
    assert desk.post(path, data).status_code == 302
    assert partner.ties.get().since.edtf == "2020-02-10"
    assert partner.directions.get().title_ru == "Порты и причалы"


def test_an_error_inside_is_explained_and_nothing_is_saved(desk, world):
    path = address(Partner, "change", world[Partner].pk)
    data = posted(desk, path) | {
        "name_ru": "Другое имя",
        "ties-TOTAL_FORMS": "1",
        "ties-0-kind": "agreement",
        "ties-0-since": "когда-то",
        "ties-0-status": "published",
    }
    assert "«когда-то»" in html(desk.post(path, data))
    assert Partner.objects.get(slug="flanders").name_ru == "Фландрия"


@pytest.mark.parametrize("model", [Event, Direction, Partner, Tie, ContactPerson])
@pytest.mark.parametrize("action", ["export_csv", "export_excel"])
def test_the_selected_are_exported_in_three_languages(desk, world, model, action):
    make_event(partners=[world[Partner]])
    data = {"action": action, "_selected_action": [world[model].pk]}
    response = desk.post(address(model), data)
    assert response["Content-Disposition"].startswith("attachment")
    rows = read(response)
    assert len(rows) == 1
    public = {Event: "events", Direction: "directions", Partner: "partners"}.get(model)
    if public and action == "export_csv":
        names = list(read(desk.get(f"/ru/{public}.csv"))[0])
        assert list(rows[0])[: len(names)] == names
        text = "name" if model is Partner else "title"
        assert {f"{text}_ru", f"{text}_en", f"{text}_nl", "status"} <= rows[0].keys()


def test_a_draft_and_its_draft_partner_are_exported_for_staff(desk):
    secret = make_partner("secret", status=Status.DRAFT)
    make_event("draft", partners=[secret], status=Status.DRAFT, title_nl="Ontwerp")
    [row] = read(desk.get(address(Event, "export")))
    assert (row["id"], row["partners"], row["title_nl"]) == ("draft", "secret", "Ontwerp")
    assert row["status"] == "draft"


def test_a_form_leads_to_the_site(desk, world):
    for model, path in [
        (Event, "/ru/events/port/"),
        (Partner, "/ru/partners/flanders/"),
        (Direction, f"/ru/partners/flanders/#direction-{world[Direction].pk}"),
        (Tie, f"/ru/partners/antwerp/#tie-{world[Tie].pk}"),
        (ContactPerson, f"/ru/contacts/#contact-{world[ContactPerson].pk}"),
    ]:
        assert f'href="{path}" class="viewsitelink"' in html(
            desk.get(address(model, "change", world[model].pk))
        )
    Direction.objects.update(status=Status.DRAFT)
    ContactPerson.objects.update(may_be_published=False)
    page = html(desk.get(address(Direction, "change", world[Direction].pk)))
    assert f"/ru/partners/flanders/?preview=1#direction-{world[Direction].pk}" in page
    page = html(desk.get(address(ContactPerson, "change", world[ContactPerson].pk)))
    assert "/ru/partners/flanders/?preview=1#contact-" in page
    assert "нет согласия на публикацию" in page


def test_relations_are_found_by_typing(desk, world):
    query = "app_label=events&model_name=event&field_name=partners"
    found = desk.get(f"/admin/autocomplete/?term=ФЛАНД&{query}").json()["results"]
    assert [result["text"] for result in found] == ["Фландрия"]
    assert desk.get(f"/admin/autocomplete/?term=%00&{query}").status_code == 200


def test_a_partner_that_others_need_is_not_deleted(desk, world):
    antwerp = Partner.objects.get(slug="antwerp")
    page = html(desk.get(address(Partner, "delete", antwerp.pk)))
    assert "мероприятия — 1" in page
    response = desk.post(address(Partner, "delete", antwerp.pk), {"post": "yes"})
    assert response.status_code in {200, 403}
    assert Partner.objects.filter(slug="antwerp").exists()


def test_an_event_is_deleted_with_its_parts(desk, world):
    page = html(desk.get(address(Event, "delete", world[Event].pk)))
    assert "event-partner" not in page.lower()
    desk.post(address(Event, "delete", world[Event].pk), {"post": "yes"})
    assert not Event.objects.exists()


def test_a_built_in_sector_keeps_its_code(desk, world):
    path = address(Sector, "change", world[Sector].pk)
    desk.post(path, posted(desk, path) | {"code": "other", "name_ru": "культура и искусство"})
    sector = Sector.objects.get(pk=world[Sector].pk)
    assert (sector.code, sector.name_ru) == ("culture", "культура и искусство")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("02.2013", "февраль 2013"),
        ("с 2005", "с 2005 года"),
        ("2005-2008", "2005–2008"),
        ("невесть когда", "невесть когда"),
        ("", ""),
    ],
)
def test_the_desk_says_what_it_understands_of_a_date(desk, text, words):
    path = re.search(r'data-asks="([^"]+)"', html(desk.get(address(Event, "add"))))[1]
    answer = " ".join(desk.get(path, {"text": text}).json().values())
    assert words in answer.replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def reader(client):
    """A member of staff who may only look."""
    user = get_user_model().objects.create_user("reader", password="letmein", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client.force_login(user)
    return client


@pytest.mark.parametrize("model", MODELS)
def test_who_may_only_look_changes_nothing(reader, world, model):
    page = html(reader.get(address(model)))
    assert "В архив" not in page
    form = html(reader.get(address(model, "change", world[model].pk)))
    assert 'name="_publish"' not in form
    assert 'name="_archive"' not in form
    assert reader.get(address(model, "add")).status_code == 403


def test_who_may_not_even_look_gets_no_file(client, world):
    client.force_login(get_user_model().objects.create_user("nobody", is_staff=True))
    assert client.get(address(Event, "export")).status_code == 403


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("model", "queries"),
    [(Event, 8), (Direction, 7), (Partner, 5), (Tie, 5), (ContactPerson, 9), (Sector, 4)],
)
def test_queries_of_a_list_do_not_grow_with_the_records(
    desk, assert_queries, model, queries, number
):
    for _ in range(number):
        partner = make_partner()
        make_event(partners=[partner], sector_codes=["culture"], date="2013")
        make_direction(partner, sector_codes=["culture"])
        make_tie(partner)
        make_contact(partners=[partner], phones=["+78125766833"])
    with assert_queries(queries):
        desk.get(address(model))


def test_the_policy_is_strict_here_too(desk):
    policy = desk.get(address(Event, "add"))["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "'nonce-" in policy
