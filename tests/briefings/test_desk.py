"""The screens of a note: handing over, review, what came of it."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from briefings import note_admin, paging
from briefings.notes import Note
from briefings.reading import UnreadableError
from contacts.models import ContactPerson
from cooperation.models import Direction, Partner
from events.models import Event
from tests.briefings.briefings import TEXT, flanders
from tests.briefings.forms import form_of, press
from tests.desk import staff, told
from tests.factories import make_contact, make_event, make_partner

ADD = "/admin/briefings/note/add/"
LIST = "/admin/briefings/note/"


@pytest.fixture(autouse=True)
def reader(monkeypatch):
    """Understands TEXT and nothing else."""

    def understand(content, name):
        text = content.decode()
        if text.replace("\r\n", "\n") != TEXT:
            raise UnreadableError("not_a_note")
        return flanders()

    monkeypatch.setattr(note_admin, "understand", understand)


@pytest.fixture
def partner(db):
    return make_partner("flanders", name_ru="Фландрия", kind="region")


def file(content=TEXT, name="flanders.txt"):
    data = content if isinstance(content, bytes) else content.encode()
    return SimpleUploadedFile(name, data)


def upload(client, **values):
    return client.post(ADD, {"file": file()} | values, follow=True)


def page(client):
    return client.get(reverse("admin:briefings_note_change", args=[Note.objects.get().pk]))


def saved():
    return Note.objects.get()


def card(kind, number=0):
    """What the saved review says of the n-th card of a kind."""
    return [each for each in saved().review["cards"] if each["kind"] == kind][number]


def press_on(client, words, value=None, **typed):
    """Press a button of the review as it is now, and go where it leads."""
    response = press(client, page(client), words, value, **typed)
    assert response.status_code == 302, response.status_code
    return response


# Handing over


def test_a_file_leads_to_its_review(desk):
    response = upload(desk)
    note = saved()
    assert response.redirect_chain == [(f"{LIST}{note.pk}/change/", 302)]
    assert (note.name, bytes(note.content), note.text) == ("flanders.txt", TEXT.encode(), TEXT)
    assert (note.state, note.uploaded_by.username) == ("in_review", "editor")
    assert Event.objects.count() == Direction.objects.count() == Partner.objects.count() == 0


def test_a_pasted_text_leads_there_too(desk):
    upload(desk, file="", text=TEXT)
    assert (saved().name, saved().text) == ("", TEXT)
    assert str(saved()) == f"вставленный текст {saved().pk}"


def test_the_same_file_leads_to_the_review_that_was_begun(desk, partner):
    upload(desk)
    press_on(desk, "Фландрия, регион, Бельгия — в тексте 2 раза")
    response = upload(desk)
    assert Note.objects.count() == 1
    assert told(response) == ["Эта справка уже загружена, и разбор её не закончен: вот он."]


def test_a_file_handed_over_twice_leads_to_the_first_review_at_once(desk, partner):
    upload(desk)
    assert told(upload(desk)) == ["Эта справка уже загружена, и разбор её не закончен: вот он."]


def test_a_note_that_was_entered_is_said_to_be_known(desk, partner):
    upload(desk)
    press_on(desk, "Фландрия, регион, Бельгия — в тексте 2 раза")
    press_on(desk, "Записать черновики")
    Note.objects.update(changed_at=datetime(2026, 3, 5, 12, tzinfo=UTC))
    assert told(upload(desk))[-1] == (
        "Эта справка уже записана в реестр 5 марта 2026 г.: её записи найдены, новыми они "
        "не станут."
    )


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({}, "__all__", "Выберите файл справки или вставьте её текст."),
        ({"text": "  \n "}, "__all__", "Выберите файл справки или вставьте её текст."),
        ({"file": "file", "text": "текст"}, "__all__", "Выбран файл и вставлен текст: оставьте"),
        ({"file": "novel"}, "file", "Не похоже на справку"),
        ({"text": "Роман"}, "text", "Не похоже на справку"),
        ({"file": "large"}, "file", "Файл больше 10 МБ"),
        ({"text": "ы" * 2_000_001}, "text", "Текст длиннее двух миллионов знаков"),
    ],
)
def test_what_cannot_be_read_is_explained_and_nothing_kept(desk, values, field, words):
    files = {"file": file(), "novel": file("Роман"), "large": file(b"x" * (10 * 2**20 + 1))}
    sent = values | ({"file": files[values["file"]]} if "file" in values else {})
    response = desk.post(ADD, sent)
    assert response.status_code == 200
    [error] = response.context["form"].errors[field]
    assert error.startswith(words)
    assert Note.objects.count() == 0
    assert response.context["form"]["text"].value() == values.get("text")


def test_a_flood_of_text_is_refused_in_words(desk):
    desk.raise_request_exception = False
    response = desk.post(ADD, {"text": "x" * (13 * 2**20)})
    assert response.status_code == 400
    assert "Запрос не принят" in response.content.decode()


def test_the_desk_offers_to_hand_a_note_over(desk):
    for address in ("/admin/", LIST):
        assert f'href="{ADD}"' in desk.get(address).content.decode()


# The review


def test_the_source_stands_beside_the_records(desk):
    response = upload(desk)
    source = response.context["source"]
    shown = "".join(segment.text for segment in source)
    assert "".join(shown.split()) == "".join(TEXT.split())
    labelled = [(s.planned.label, s.css) for s in source if s.planned and s.planned.label]
    assert labelled == [
        ("Н1", "k-direction"),
        ("Н2", "k-direction"),
        ("Ф1", "k-back"),
        ("М1", "k-event"),
        ("М2", "k-event"),
        ("М2.1", "k-event k-part"),
        ("М3", "k-event"),
        ("К1", "k-contact"),
    ]


def test_the_screen_counts_what_it_shows_and_what_has_no_place(desk):
    context = upload(desk).context
    assert context["numbers"] == {
        "direction": 2, "event": 3, "part": 1, "tie": 1, "background": 1, "contact": 1,
        "heading": 3, "ignored": 0, "rest": 3,
    }  # fmt: skip
    assert context["unplaced"] == []
    note = saved()
    note.review["cards"] = [c for c in note.review["cards"] if c["kind"] != "background"]
    note.save()
    assert [words.strip() for words in page(desk).context["unplaced"]] == [
        "Связи Петербурга и Фландрии крепнут."
    ]


def test_each_target_of_a_link_is_on_the_page(desk):
    html = upload(desk).content.decode()
    for each in saved().review["cards"]:
        assert f'id="c{each["id"]}"' in html
        assert each["kind"] == "tie" or f'id="t-c{each["id"]}"' in html


def test_a_partner_of_the_text_is_one_click_away(desk, partner):
    upload(desk)
    press_on(desk, "Фландрия, регион, Бельгия — в тексте 2 раза")
    assert (saved().review["partner"], saved().partner) == (str(partner.pk), partner)


def test_a_partner_is_found_by_its_name(desk, partner):
    make_partner(name_ru="Гент")
    upload(desk)
    press_on(desk, "Найти", partner_q="гентом")
    assert saved().partner.name == "Гент"


def test_several_partners_found_are_offered(desk):
    for country in ("ES", "AR"):
        make_partner(name_ru="Кордова", country=country)
    upload(desk)
    response = press_on(desk, "Найти", partner_q="Кордова")
    response = desk.get(response["Location"])
    words = [words for _, _, words in form_of(response)[1]]
    assert {"Кордова, город, Испания", "Кордова, город, Аргентина"} <= set(words)


def test_a_partner_nobody_knows_is_said_so(desk):
    upload(desk)
    response = desk.get(press_on(desk, "Найти", partner_q="Атлантида")["Location"])
    assert "По словам «Атлантида» партнёра в реестре нет" in response.content.decode()
    assert form_of(response)[0]["new-name"] == ["Атлантида"]


def test_the_partner_that_the_note_names_is_made_with_one_click(desk):
    upload(desk)
    press_on(desk, "Завести черновиком: Фландрия, регион, Бельгия")
    assert saved().review["partners"] == [
        {"name": "Фландрия", "kind": "region", "country": "BE", "inside": ""},
        {"name": "Антверпен", "kind": "city", "country": "BE", "inside": "new:0"},
    ]
    assert Partner.objects.count() == 0


def test_what_a_partner_is_is_not_guessed(desk, monkeypatch):
    told = replace(flanders().partner, kind=None)
    monkeypatch.setattr(note_admin, "understand", lambda *_: flanders(partner=told))
    response = upload(desk)
    assert not [each for each in form_of(response)[1] if each[0] == "_make_told"]
    assert form_of(response)[0]["new-name"] == ["Фландрия"]
    response = desk.post(
        f"{LIST}{saved().pk}/change/", {"version": saved().version, "_make_told": "1"}
    )
    assert saved().review["partners"] == []


def test_another_partner_is_made_by_name_kind_and_country(desk):
    upload(desk)
    press_on(
        desk, "Завести черновиком", new__name="Валлония", new__kind="region", new__country="BE"
    )
    assert saved().review["partners"][0] == {
        "name": "Валлония", "kind": "region", "country": "BE", "inside": "",
    }  # fmt: skip


def test_a_partner_without_a_name_is_asked_for_again_and_the_rest_is_kept(desk):
    upload(desk)
    title = f"c{card('event')['id']}-title"
    response = press(
        desk, page(desk), "Завести черновиком",
        **{"new__name": "", "new__country": "FR", title.replace("-", "__"): "Иначе"},
    )  # fmt: skip
    assert response.context["partner"].form.errors["name"] == ["Обязательное поле."]
    assert form_of(response)[0]["new-country"] == ["FR"]
    assert card("event")["fields"]["title"] == "Иначе"


def test_what_was_typed_is_kept_by_every_button(desk, partner):
    upload(desk)
    event = card("event", 1)
    response = press_on(
        desk, "Сделать мероприятием", value=f"promote:{card('part')['id']}",
        **{f"c{event['id']}__title": "Семинар", f"c{event['id']}__date": "весной"},
    )  # fmt: skip
    part = card("event", 2)
    assert response["Location"].endswith(f"#c{part['id']}")
    assert (
        card("event", 1)["fields"] | {"title": "Семинар", "date": "весной"}
        == (card("event", 1)["fields"])
    )
    assert part["fields"]["title"] == "Перед его началом гости осмотрели верфь"


def test_a_mend_that_no_longer_fits_is_explained(desk):
    upload(desk)
    note = saved()
    response = desk.post(
        f"{LIST}{note.pk}/change/", {"version": note.version, "_mend": "split:999:1"}
    )
    assert told(response) == ["Этого места в разборе уже нет: проверьте, как он выглядит сейчас."]


def test_confirming_with_questions_leads_to_the_first(desk):
    upload(desk)
    response = press_on(desk, "Записать черновики")
    assert response["Location"].endswith("#partner")
    assert told(response) == [
        "Пока ничего не записано. Осталось ответить: о каком партнёре справка."
    ]
    assert Event.objects.count() == 0


def test_a_date_nobody_can_read_is_a_question(desk, partner):
    upload(desk)
    press_on(desk, "Фландрия, регион, Бельгия — в тексте 2 раза")
    event = card("event", 1)["id"]
    response = press_on(desk, "Записать черновики", **{f"c{event}__date": "давным-давно"})
    assert response["Location"].endswith(f"#c{event}-date")
    assert form_of(page(desk))[0][f"c{event}-date"] == ["давным-давно"]
    assert Event.objects.count() == 0


def test_confirming_writes_drafts_and_shows_what_came(desk, partner):
    upload(desk)
    press_on(desk, "Фландрия, регион, Бельгия — в тексте 2 раза")
    response = press_on(desk, "Записать черновики")
    assert told(response) == ["Записано черновиками: 9\xa0записей. Дополнено: 0\xa0записей."]
    assert set(Event.objects.values_list("status", flat=True)) == {"draft"}
    came = page(desk).context["came"]
    assert [str(record).replace("\xa0", " ") for _, record, _ in came][-1] == "Королева О. В."


def test_a_second_press_enters_nothing(desk, partner):
    upload(desk)
    press_on(desk, "Фландрия, регион, Бельгия — в тексте 2 раза")
    before = page(desk)
    assert press(desk, before, "Записать черновики").status_code == 302
    response = press(desk, before, "Записать черновики")
    assert told(response)[-1] == (
        "Эта справка уже записана в реестр: второй раз ничего не добавлено."
    )
    assert Event.objects.count() == 3


def test_a_probable_duplicate_stands_beside_the_new_one(desk, partner):
    event = make_event(
        title_ru="Встреча о контейнерных перевозках", date="2015-11", partners=[partner]
    )
    upload(desk)
    response = desk.get(press_on(desk, "Фландрия, регион, Бельгия — в тексте 2 раза")["Location"])
    shown = response.context["sections"]["event"][2]
    assert (shown.planned.choice, shown.records[0].record) == (f"same:{event.pk}", event)
    rows = {row.name: (row.note, row.register, row.fills) for row in shown.records[0].rows}
    assert rows["Место"] == ("крепость", "", True)
    assert rows["Дата"] == ("ноябрь 2015\xa0г.", "ноябрь 2015\xa0г.", False)


def test_a_duplicate_can_be_said_to_be_new(desk, partner):
    make_event(title_ru="Встреча о контейнерных перевозках", date="2015-11", partners=[partner])
    upload(desk)
    press_on(desk, "Фландрия, регион, Бельгия — в тексте 2 раза")
    press_on(desk, "Записать черновики", **{f"c{card('event', 2)['id']}__choice": "new"})
    assert Event.objects.filter(date="2015-11").count() == 2


def test_a_contact_can_be_told_to_answer_for_this_partner_too(desk, partner):
    person = make_contact(
        surname_ru="Королева", given_ru="О.", patronymic_ru="В.", partners=[make_partner()]
    )
    upload(desk)
    press_on(desk, "Фландрия, регион, Бельгия — в тексте 2 раза")
    assert "отвечает за партнёра: Фландрия" in page(desk).content.decode()
    box = f"c{card('contact')['id']}__add_partner"
    press_on(desk, "Сохранить разбор", **{box: "on"})
    press_on(desk, "Записать черновики")
    assert partner in person.partners.all()


def test_a_review_can_be_put_off_and_gone_on_with(desk):
    upload(desk)
    event = card("event")["id"]
    response = press_on(desk, "Отложить", **{f"c{event}__place": "порт"})
    assert (response["Location"], saved().state) == (LIST, "set_aside")
    assert form_of(page(desk))[0][f"c{event}-place"] == ["порт"]
    press_on(desk, "Сохранить разбор")
    assert saved().state == "in_review"


def test_nobody_overwrites_what_somebody_else_saved(desk):
    upload(desk)
    event = card("event")["id"]
    mine, theirs = page(desk), page(desk)
    press(desk, theirs, "Сохранить разбор", **{f"c{event}__place": "крепость"})
    response = press(desk, mine, "Сохранить разбор", **{f"c{event}__place": "порт"})
    assert response.status_code == 409
    assert card("event")["fields"]["place"] == "крепость"
    html = response.content.decode()
    assert "место: сохранено «крепость», у вас «порт»" in html
    assert form_of(response)[0][f"c{event}-place"] == ["порт"]
    press(desk, response, "Сохранить мой вариант")
    assert card("event")["fields"]["place"] == "порт"


def test_a_decision_that_somebody_else_took_is_shown_before_it_is_overwritten(desk, partner):
    known = make_event(
        title_ru="Встреча о контейнерных перевозках", date="2015-11", partners=[partner]
    )
    upload(desk)
    press_on(desk, "Фландрия, регион, Бельгия — в тексте 2 раза")
    number = card("event", 2)["id"]
    mine, theirs = page(desk), page(desk)
    press(desk, theirs, "Сохранить разбор", **{f"c{number}__choice": "leave"})
    response = press(desk, mine, "Сохранить разбор", **{f"c{number}__choice": f"same:{known.pk}"})
    assert response.status_code == 409
    told = f"решение: сохранено «не брать», у вас «то же, что запись {known.pk}»"
    assert told in response.content.decode()
    assert card("event", 2)["choice"] == "leave"
    press(desk, response, "Сохранить мой вариант")
    assert card("event", 2)["choice"] == f"same:{known.pk}"


def test_a_conflict_names_what_stands_in_lists(desk):
    upload(desk)
    event = card("event")["id"]
    mine, theirs = page(desk), page(desk)
    press(desk, theirs, "Сохранить разбор", **{f"c{event}__sectors": ["tourism", "sport"]})
    response = press(desk, mine, "Сохранить разбор", **{f"c{event}__sectors": ["culture"]})
    assert "отрасли: сохранено «туризм, спорт», у вас «культура»" in response.content.decode()


def test_a_script_saves_without_leaving_the_page(desk):
    upload(desk)
    sent, _ = form_of(page(desk))
    event = card("event")["id"]
    sent[f"c{event}-place"] = "порт"
    address = f"{LIST}{saved().pk}/change/"
    response = desk.post(address, sent | {"_save": "1"}, headers={"X-Desk-Script": "1"})
    assert response.json() == {"version": saved().version}
    assert card("event")["fields"]["place"] == "порт"
    response = desk.post(address, sent | {"_save": "1"}, headers={"X-Desk-Script": "1"})
    assert (response.status_code, response.json()) == (409, {"conflict": True})


def test_nul_characters_are_dropped(desk):
    upload(desk)
    event = card("event")["id"]
    press_on(desk, "Сохранить разбор", **{f"c{event}__place": "по\x00рт"})
    assert card("event")["fields"]["place"] == "порт"


def test_sectors_can_all_be_unticked(desk):
    upload(desk)
    event = card("event")["id"]
    press_on(desk, "Сохранить разбор", **{f"c{event}__sectors": None})
    assert card("event")["fields"]["sectors"] == []


@pytest.mark.parametrize("number", [1, 3])
def test_the_review_asks_a_constant_number_of_questions(desk, partner, assert_queries, number):
    for place in range(number):
        make_event(
            title_ru=f"Встреча о контейнерных перевозках {'и ' * place}", date="2015-11",
            partners=[partner, *(make_partner() for _ in range(place))], sector_codes=["transport"],
        )  # fmt: skip
    upload(desk)
    press_on(desk, "Фландрия, регион, Бельгия — в тексте 2 раза")
    # Session, user and note; partners, sectors, origins, four kinds of records to be compared with,
    # those alike with their partners and sectors, departments.
    address = f"{LIST}{saved().pk}/change/"
    with assert_queries(14):
        desk.get(address)


def test_a_long_review_has_pages_and_changes_only_what_is_shown(desk, partner, monkeypatch):
    monkeypatch.setattr(paging, "PER_PAGE", 4)
    response = upload(desk)
    event, last = card("event", 0)["id"], card("event", 2)["id"]
    sent, _ = form_of(response)
    assert (f"c{event}-title" in sent, f"c{last}-title" in sent) == (False, False)
    assert f'href="?p=2#c{event}"' in response.content.decode()
    response = press(desk, response, "Следующая")
    assert response["Location"].endswith("?p=2")
    response = desk.get(response["Location"])
    assert f"c{event}-title" in form_of(response)[0]
    response = press(desk, response, "Сохранить разбор", **{f"c{event}__place": "порт"})
    assert response["Location"].endswith("?p=2")
    assert (card("event")["fields"]["place"], card("event", 2)["fields"]["place"]) == (
        "порт", "крепость",
    )  # fmt: skip
    press_on(desk, "Фландрия, регион, Бельгия — в тексте 2 раза")
    address = f"{LIST}{saved().pk}/change/"
    press(desk, desk.get(f"{address}?p=2"), "Сохранить разбор", **{f"c{last}__date": "когда-то"})
    third = desk.get(f"{address}?p=3")
    response = press(desk, third, "Записать черновики")
    assert response["Location"].endswith(f"?p=2#c{last}-date")


@pytest.mark.parametrize("page", ["0", "99", "x", "-1", "9" * 20])
def test_a_page_that_is_not_there_is_the_nearest(desk, page):
    upload(desk)
    response = desk.get(f"{LIST}{saved().pk}/change/?p={page}")
    assert response.context["pages"].here == 1


def test_every_screen_is_free_of_inline_script_and_of_ids_that_stand_twice(desk, partner):
    make_event(title_ru="Встреча о контейнерных перевозках", date="2015-11", partners=[partner])
    upload(desk)
    press_on(desk, "Фландрия, регион, Бельгия — в тексте 2 раза")
    review = f"{LIST}{saved().pk}"
    pages = [
        desk.get(address) for address in (ADD, LIST, f"{review}/change/", f"{review}/compare/")
    ]
    press_on(desk, "Записать черновики")
    for response in (*pages, desk.get(f"{review}/change/")):
        text = response.content.decode()
        assert not re.findall(r"<script(?![^>]*src=)|<style|\sstyle=|\son[a-z]+=", text)
        ids = re.findall(r'\sid="([^"]+)"', text)
        assert len(ids) == len(set(ids))


# Who may


RIGHTS = ["briefings.view_note", "briefings.add_note", "briefings.change_note"]


def test_who_may_not_review_a_note_is_not_asked_to_hand_one_over(client, db):
    staff(client, "briefings.add_note")
    assert client.get(ADD).status_code == 403
    assert client.post(ADD, {"text": TEXT}).status_code == 403
    assert not Note.objects.exists()


@pytest.mark.parametrize("rights", [[], ["events.add_event"]])
def test_without_rights_there_is_no_note(client, db, rights):
    staff(client, *rights)
    note = Note.objects.create(name="a.txt", content=b"x", text="x")
    for address in (ADD, LIST, f"{LIST}{note.pk}/change/", f"{LIST}{note.pk}/file/",
                    f"{LIST}{note.pk}/compare/"):  # fmt: skip
        assert client.get(address).status_code == 403
    assert client.post(ADD, {"text": TEXT}).status_code == 403


def test_strangers_are_sent_to_sign_in(client, db):
    note = Note.objects.create(name="a.txt", content=b"x", text="x")
    response = client.get(f"{LIST}{note.pk}/file/")
    assert response["Location"].startswith("/admin/login/")


def test_comparing_needs_the_right_to_view_what_it_lays_beside(client, db, partner):
    note = Note.objects.create(name="a.txt", content=b"x", text="слово", review={})
    kinds = ["cooperation.view_direction", "cooperation.view_tie", "events.view_event"]
    staff(client, "briefings.view_note", *kinds)
    assert client.get(f"{LIST}{note.pk}/compare/").status_code == 403


def test_who_may_only_look_changes_nothing(client, db):
    staff(client, "briefings.view_note")
    note = Note.objects.create(name="a.txt", content=b"x", text="слово")
    response = client.get(f"{LIST}{note.pk}/change/")
    assert "слово" in response.content.decode()
    assert form_of(response) == ({}, [])
    assert client.post(f"{LIST}{note.pk}/change/", {"_confirm": "1"}).status_code == 403


def test_confirming_needs_the_right_to_add_each_kind(client, db, partner):
    staff(client, *RIGHTS, "events.add_event", "cooperation.add_direction")
    upload(client)
    press_on(client, "Фландрия, регион, Бельгия — в тексте 2 раза")
    response = press_on(client, "Записать черновики")
    assert told(response) == [
        "Ничего не записано: у вас нет права добавлять «партнёры», добавлять «связи»,"
        " добавлять «контактные лица», добавлять «отделы». Разбор сохранён."
    ]
    assert Event.objects.count() == 0


def test_with_all_rights_staff_need_be_no_superuser(client, db, partner):
    rights = ["cooperation.add_partner", "cooperation.add_tie", "cooperation.add_direction",
              "events.add_event", "contacts.add_contactperson",
              "contacts.add_department"]  # fmt: skip
    staff(client, *RIGHTS, *rights)
    upload(client)
    press_on(client, "Фландрия, регион, Бельгия — в тексте 2 раза")
    press_on(client, "Записать черновики")
    assert ContactPerson.objects.get().status == "draft"


# Afterwards


def test_the_file_comes_back_as_it_was_and_only_to_be_saved(desk):
    content = TEXT.replace("\n", "\r\n")
    upload(desk, file=file(content, name="справка о «Фландрии».txt"))
    response = desk.get(f"{LIST}{saved().pk}/file/")
    assert response.content == content.encode()
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))


def test_a_record_says_where_it_came_from(desk, partner):
    upload(desk)
    press_on(desk, "Фландрия, регион, Бельгия — в тексте 2 раза")
    press_on(desk, "Записать черновики")
    event = Event.objects.get(date="1958")
    html = desk.get(f"/admin/events/event/{event.pk}/change/").content.decode()
    assert "Откуда" in html
    assert "Дружественные связи с Антверпеном установлены в 1958 г." in html


def test_an_unfinished_review_can_be_deleted_and_a_finished_one_not(desk, partner):
    upload(desk)
    address = f"{LIST}{saved().pk}/delete/"
    assert desk.get(address).status_code == 200
    press_on(desk, "Фландрия, регион, Бельгия — в тексте 2 раза")
    press_on(desk, "Записать черновики")
    assert desk.post(address, {"post": "yes"}).status_code == 403
    assert Note.objects.count() == 1
    event = Event.objects.get(date="1958")
    desk.post(f"/admin/events/event/{event.pk}/delete/", {"post": "yes"})
    assert not Event.objects.filter(pk=event.pk).exists()


def test_the_list_of_notes_reads_no_files(desk, assert_queries, partner):
    for number in range(3):
        Note.objects.create(
            name=f"{number}.txt", sha256=number, content=b"x", text="x", partner=partner
        )
    with assert_queries(4):
        response = desk.get(LIST)
    assert "0.txt" in response.content.decode()


def test_a_note_that_is_not_there_is_said_so(desk):
    assert desk.get(f"{LIST}99/change/").status_code == 302
    assert desk.get(f"{LIST}99/file/").status_code == 404
    assert desk.get(f"{LIST}99/compare/").status_code == 404


# Comparison


def test_a_note_is_set_beside_the_register_without_changing_it(desk, partner):
    make_event(
        title_ru="Встреча о контейнерных перевозках в крепости", date="2015-12",
        place_ru="Крепость", partners=[partner], sector_codes=["transport"],
    )  # fmt: skip
    make_event(title_ru="Выставка", date="2016", partners=[partner])
    upload(desk)
    address = f"{LIST}{saved().pk}/compare/"
    assert "Не выбран партнёр" in desk.get(address).content.decode()
    press_on(desk, "Фландрия, регион, Бельгия — в тексте 2 раза")
    version = saved().version
    response = desk.get(address)
    [(_planned, side)] = response.context["differing"]
    differing = {row.name: (row.note, row.register) for row in side.rows if row.differs}
    assert differing["Дата"] == ("ноябрь 2015\xa0г.", "декабрь 2015\xa0г.")
    assert "Выставка" in response.content.decode()
    assert len(response.context["comparison"].new) == 6
    assert saved().version == version
