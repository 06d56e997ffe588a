import csv
import io
from datetime import date

import pytest

from core.dates import PartialDate
from core.publishing import Status
from events.models import Event
from events.tables import EVENT_STAFF_COLUMNS
from tests.desk import act, add, address, change, errors, filled, listed, staff, told
from tests.factories import make_event, make_partner

LIST = "/admin/events/event/"


def titles(response):
    return [event.title_ru for event in listed(response)]


def rows_of(response):
    text = b"".join(response.streaming_content).decode()
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture
def partner(db):
    return make_partner("flanders", name_ru="Фландрия")


# The form


def test_a_new_event_is_a_draft_with_an_address_of_its_title(desk, partner):
    response = add(
        desk,
        Event,
        date="февраль 2013",
        title_ru="Семинар Агентства по туризму",
        partners=[partner.pk],
    )
    assert response.status_code == 302
    event = Event.objects.get()
    assert event.status == Status.DRAFT
    assert event.slug == "seminar-agentstva-po-turizmu"
    assert event.date == PartialDate.from_edtf("2013-02")
    assert (event.date_first, event.date_last) == (date(2013, 2, 1), date(2013, 2, 28))
    assert list(event.partners.all()) == [partner]


def test_a_new_event_can_be_published_at_once(desk, partner):
    response = add(desk, Event, title_ru="Семинар", partners=[partner.pk], _publish="1")
    event = Event.objects.get()
    assert event.is_public()
    assert response.url == address(Event, "change", event.pk)
    assert told(response) == ["Опубликовано: «Семинар»."]


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("date", "давным-давно", "не понятно, какая это дата"),
        ("date", "31.02.2013", "Такого дня нет"),
        ("date", "15.05.2014 – 12.05.2014", "Конец раньше начала"),
        ("title_ru", "", "Обязательное поле"),
        ("slug", "taken", "уже занят"),
        ("slug", "с пробелом", "только из латинских букв"),
        ("source_url", "нет такого", "правильный URL"),
    ],
)
def test_bad_input_is_explained_in_russian_and_kept(desk, field, typed, said):
    make_event("taken")
    values = {"title_ru": "Семинар", "date": "2013", "summary_en": "kept"} | {field: typed}
    response = add(desk, Event, **values)
    assert response.status_code == 200
    assert said in " ".join(errors(response)[field])
    form = response.context["adminform"].form
    assert form[field].value() == typed
    assert form["summary_en"].value() == "kept"
    assert Event.objects.count() == 1


def test_a_title_over_two_lines_is_one_line(desk):
    add(desk, Event, title_ru="Семинар\r\nо туризме")
    assert Event.objects.get().title_ru == "Семинар о туризме"


def test_nothing_that_runs_gets_into_the_rich_text(desk):
    add(desk, Event, title_ru="Семинар", body_en="<p onclick='x()'>A<script>x()</script></p>")
    assert Event.objects.get().body_en == "<p>A</p>"


def test_saving_unchanged_changes_nothing(desk, partner):
    event = make_event(
        date="2012-05/2012-06", partners=[partner], sector_codes=["tourism"], title_en="Visit"
    )
    before = Event.objects.values().get()
    assert change(desk, event).status_code == 302
    after = Event.objects.values().get()
    assert before | {"changed_at": None} == after | {"changed_at": None}
    assert [sector.code for sector in event.sectors.all()] == ["tourism"]


def test_parts_are_kept_with_the_event(desk):
    event = make_event(parts=["Концерт"])
    change(desk, event, **{"parts-0-text_ru": "Концерт органа", "parts-0-text_nl": "Orgelconcert"})
    part = event.parts.get()
    assert (part.text_ru, part.text_nl) == ("Концерт органа", "Orgelconcert")


def test_the_form_says_what_it_understands_of_the_date(desk):
    event = make_event(date="2013-02")
    page = desk.get(address(Event, "change", event.pk)).content.decode()
    assert 'value="февраль 2013 г."' in page.replace("\N{NO-BREAK SPACE}", " ")
    assert "точность: месяц · найдётся в отборе за 2013 год" in page


def test_each_language_s_box_says_its_language(desk):
    response = desk.get(address(Event, "add"))
    form = response.context["adminform"].form
    for code in ("ru", "en", "nl"):
        assert form[f"title_{code}"].field.widget.attrs["lang"] == code
        assert form[f"body_{code}"].field.widget.attrs["lang"] == code


def test_a_gap_is_marked_only_where_russian_is_filled(desk):
    event = make_event(title_ru="Визит", summary_ru="")
    form = desk.get(address(Event, "change", event.pk)).context["adminform"].form
    assert form["title_en"].field.widget.attrs["placeholder"] == "перевода нет"
    assert "placeholder" not in form["summary_en"].field.widget.attrs


def test_the_box_beside_the_form_names_the_missing_translations(desk):
    event = make_event(title_ru="Визит", summary_ru="Кратко", title_en="Visit")
    page = desk.get(address(Event, "change", event.pk)).content.decode()
    assert 'href="#id_summary_en"' in page
    assert 'href="#id_title_en"' not in page
    assert 'href="#id_title_nl"' in page


# Publishing


@pytest.mark.parametrize(
    ("button", "before", "after"),
    [
        ("_publish", Status.DRAFT, Status.PUBLISHED),
        ("_review", Status.DRAFT, Status.IN_REVIEW),
        ("_return", Status.PUBLISHED, Status.DRAFT),
        ("_archive", Status.PUBLISHED, Status.ARCHIVED),
    ],
)
def test_a_button_saves_the_form_and_sets_the_status(desk, partner, button, before, after):
    event = make_event(status=before, partners=[partner])
    response = change(desk, event, title_ru="Новое название", **{button: "1"})
    event.refresh_from_db()
    assert (event.status, event.title_ru) == (after, "Новое название")
    assert response.url == address(Event, "change", event.pk)


def test_the_form_offers_only_the_other_statuses(desk):
    event = make_event()
    page = desk.get(address(Event, "change", event.pk)).content.decode()
    assert 'name="_archive"' in page
    assert 'name="_publish"' not in page


def test_a_form_with_errors_publishes_nothing(desk):
    event = make_event(status=Status.DRAFT)
    response = change(desk, event, title_ru="", _publish="1")
    assert response.status_code == 200
    event.refresh_from_db()
    assert event.status == Status.DRAFT


def test_published_without_a_public_partner_is_said_to_be_invisible(desk):
    draft_partner = make_partner(status=Status.DRAFT)
    event = make_event(status=Status.DRAFT, partners=[draft_partner])
    response = change(desk, event, _publish="1")
    assert told(response) == ["Опубликовано, но на сайте не видно: нет опубликованного партнёра."]
    page = desk.get(address(Event, "change", event.pk)).content.decode()
    assert "На сайте не видно: нет опубликованного партнёра." in page


def test_actions_publish_return_and_archive(desk, partner):
    events = [make_event(status=Status.DRAFT, partners=[partner]) for _ in range(2)]
    assert told(act(desk, Event, "publish", events)) == ["Опубликовано: 2\N{NO-BREAK SPACE}записи."]
    assert Event.objects.public().count() == 2
    act(desk, Event, "return_to_draft", events[:1])
    act(desk, Event, "archive", events[1:])
    assert [e.status for e in Event.objects.order_by("pk")] == [Status.DRAFT, Status.ARCHIVED]


def test_an_action_tells_what_stays_invisible(desk, partner):
    events = [make_event(status=Status.DRAFT), make_event(status=Status.DRAFT, partners=[partner])]
    messages = told(act(desk, Event, "publish", events))
    assert messages[0].startswith("Опубликовано: 2")
    assert messages[1].startswith("На сайте пока не видно: 1\N{NO-BREAK SPACE}запись")


def test_an_action_on_what_is_so_already_says_so(desk):
    event = make_event()
    assert told(act(desk, Event, "publish", [event])) == [
        "Ничего не изменилось: записи уже в этом состоянии."
    ]


def test_the_history_says_who_published(desk, partner):
    event = make_event(status=Status.DRAFT, partners=[partner])
    act(desk, Event, "publish", [event])
    change(desk, event, _archive="1")
    page = desk.get(address(Event, "history", event.pk)).content.decode()
    assert "состояние (опубликовано)" in page
    assert "состояние (в архиве)" in page


def test_a_draft_is_seen_on_the_site_by_staff(desk, partner):
    event = make_event("soon", status=Status.DRAFT, partners=[partner])
    response = desk.get(address(Event, "change", event.pk))
    assert response.context["absolute_url"] == "/ru/events/soon/"
    assert desk.get("/ru/events/soon/").status_code == 200
    desk.logout()
    assert desk.get("/ru/events/soon/").status_code == 404


# The list


@pytest.fixture
def several(partner):
    antwerp = make_partner("antwerp", name_ru="Антверпен", parent=partner)
    make_event(
        title_ru="Событие года",
        date="2013-02",
        partners=[partner],
        sector_codes=["tourism"],
        title_en="Event",
        title_nl="Evenement",
    )
    make_event(title_ru="Визит", date="1958", partners=[antwerp], title_en="Visit")
    make_event(title_ru="Концерт", status=Status.DRAFT)


def test_the_newest_stand_first_and_the_undated_last(desk, several):
    assert titles(desk.get(LIST)) == ["Событие года", "Визит", "Концерт"]
    assert titles(desk.get(LIST + "?o=1")) == ["Визит", "Событие года", "Концерт"]
    assert titles(desk.get(LIST + "?o=-1")) == ["Событие года", "Визит", "Концерт"]
    assert titles(desk.get(LIST + "?o=2")) == ["Визит", "Концерт", "Событие года"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("year=2013", ["Событие года"]),
        ("year=1950-1960", ["Визит"]),
        ("year=1950–2013", ["Событие года", "Визит"]),
        ("sector=tourism", ["Событие года"]),
        ("sector=-", ["Визит", "Концерт"]),
        ("partner=flanders", ["Событие года", "Визит"]),
        ("partner=antwerp", ["Визит"]),
        ("partner=-", ["Концерт"]),
        ("status=draft", ["Концерт"]),
        ("status=in_review", []),
        ("lang=ready", ["Событие года"]),
        ("lang=en", ["Концерт"]),
        ("lang=nl", ["Визит", "Концерт"]),
        ("q=событие", ["Событие года"]),
        ("q=СОБЫТИЕ+Года", ["Событие года"]),
        ("q=visit", ["Визит"]),
        ("q=visit&year=2013", []),
        ("year=&sector=&partner=&status=&lang=&q=", ["Событие года", "Визит", "Концерт"]),
    ],
)
def test_filters_and_words_narrow_the_list(desk, several, query, found):
    assert titles(desk.get(f"{LIST}?{query}")) == found


@pytest.mark.parametrize("query", ["year=давно", "year=2014-2013", "sector=x", "lang=fr"])
def test_what_is_no_filter_narrows_nothing_and_says_so(desk, several, query):
    response = desk.get(f"{LIST}?{query}")
    assert len(listed(response)) == 3
    assert len(told(response)) == 1


def test_each_chosen_filter_can_be_taken_back(desk, several):
    response = desk.get(f"{LIST}?q=визит&partner=flanders&year=1958&status=")
    chips = dict(response.context["cl"].chips)
    assert set(chips) == {
        "слова: «визит»",
        "год или годы: 1958",
        "партнёр: Фландрия и входящие",
    }
    query = chips["год или годы: 1958"]
    assert "year" not in query
    assert "status" not in query
    assert titles(desk.get(LIST + query)) == ["Визит"]
    assert titles(desk.get(LIST + chips["слова: «визит»"])) == ["Визит"]


def test_sorting_survives_a_new_search(desk, several):
    page = desk.get(LIST + "?o=2").content.decode()
    assert '<input type="hidden" name="o" value="2">' in page


def test_a_lack_stands_out(desk):
    make_event(title_ru="Концерт", title_en="Concert")
    page = desk.get(LIST).content.decode()
    assert '<span class="tr tr-no">не указана</span>' in page
    assert '<span class="tr tr-ok"><b>en</b> готово</span>' in page
    assert '<span class="tr tr-no"><b>nl</b> нет</span>' in page
    assert '<span class="st st-public">Опубликовано</span>' in page


@pytest.mark.parametrize("records", [1, 3])
def test_the_list_asks_the_same_few_questions(desk, partner, records, assert_queries):
    for _ in range(records):
        make_event(partners=[partner], sector_codes=["tourism", "culture"], date="2013")
    desk.get(LIST)
    # Session, account, sectors and partners for the filters, count, rows, their two relations.
    with assert_queries(8):
        desk.get(LIST)


# Files


def test_the_selected_rows_as_a_file_of_the_public_columns_and_three_languages(desk, partner):
    event = make_event(
        "soon", status=Status.DRAFT, partners=[partner], title_ru="Визит", title_en="Visit"
    )
    make_event("other")
    rows = rows_of(act(desk, Event, "export_csv", [event]))
    assert [row["id"] for row in rows] == ["soon"]
    assert list(rows[0]) == [column.name for column in EVENT_STAFF_COLUMNS]
    assert (rows[0]["title_ru"], rows[0]["title_en"], rows[0]["title_nl"]) == ("Визит", "Visit", "")
    assert (rows[0]["partners"], rows[0]["status"]) == ("flanders", "draft")
    assert rows[0]["url"] == "http://testserver/ru/events/soon/"


def test_all_filtered_rows_as_a_file(desk, several):
    response = desk.get(f"{LIST}?partner=flanders")
    page = response.content.decode()
    assert "Выгрузить эти 2\N{NO-BREAK SPACE}записи в CSV" in page
    link = f"{LIST}export.csv?partner=flanders"
    assert f'href="{link}"' in page
    assert [row["title"] for row in rows_of(desk.get(link))] == ["Событие года", "Визит"]


def test_a_file_for_excel(desk):
    event = make_event()
    for response in (
        act(desk, Event, "export_excel", [event]),
        desk.get(f"{LIST}export-excel.csv"),
    ):
        text = b"".join(response.streaming_content).decode()
        assert text.startswith("\ufeff")
        assert text.count("\r\n") == 2
        assert ";" in text


def test_a_filter_that_is_none_gives_no_file_of_everything(desk, several):
    response = desk.get(f"{LIST}export.csv?year=давно", follow=True)
    assert response.redirect_chain[0][0].startswith(f"{LIST}?year=")
    assert len(listed(response)) == 3


@pytest.mark.parametrize("records", [1, 3])
def test_a_file_asks_the_same_few_questions(desk, partner, records, assert_queries):
    for _ in range(records):
        make_event(partners=[partner], sector_codes=["tourism"])
    rows_of(desk.get(f"{LIST}export.csv"))
    # Session, account, the two filters' choices, count, then partners, sectors and rows.
    with assert_queries(8):
        rows_of(desk.get(f"{LIST}export.csv"))


# Rights


def test_who_may_only_look_sees_no_buttons_and_can_do_nothing(client, partner):
    event = make_event(status=Status.DRAFT, partners=[partner], body_ru="<p>Текст</p>")
    clerk = staff(client, "events.view_event")
    page = clerk.get(address(Event, "change", event.pk)).content.decode()
    assert event.title_ru in page
    for name in ("_publish", "_archive", "_save", "_continue"):
        assert f'name="{name}"' not in page
    response = clerk.get(LIST)
    actions = [value for value, _ in response.context["action_form"].fields["action"].choices]
    assert actions == ["", "export_csv", "export_excel"]
    assert "addlink" not in response.content.decode().split('id="content-main"')[1]
    act(clerk, Event, "publish", [event])
    assert clerk.post(address(Event, "change", event.pk), {"_publish": "1"}).status_code == 403
    event.refresh_from_db()
    assert event.status == Status.DRAFT
    assert len(rows_of(clerk.get(f"{LIST}export.csv"))) == 1


def test_who_may_only_add_cannot_publish(client, db):
    clerk = staff(client, "events.add_event")
    page = clerk.get(address(Event, "add"))
    assert 'name="_publish"' not in page.content.decode()
    clerk.post(address(Event, "add"), filled(page, title_ru="Визит", _publish="1"))
    assert Event.objects.get().status == Status.DRAFT


def test_a_stranger_gets_neither_list_nor_file(client, db):
    make_event()
    clerk = staff(client, "contacts.view_department")
    assert clerk.get(LIST).status_code == 403
    assert clerk.get(f"{LIST}export.csv").status_code == 403
    clerk.logout()
    assert clerk.get(f"{LIST}export.csv").status_code == 302


def test_partners_are_found_while_typing(desk, partner):
    query = "app_label=events&model_name=event&field_name=partners"
    results = desk.get(f"/admin/autocomplete/?term=ФЛАНД&{query}").json()["results"]
    assert results == [{"id": str(partner.pk), "text": "Фландрия"}]
    assert desk.get(f"/admin/autocomplete/?term=%00&{query}").status_code == 200
