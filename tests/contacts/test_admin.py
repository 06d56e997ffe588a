import csv
import io

import pytest

from contacts.forms import PhoneField
from contacts.models import ContactPerson, Department, Phone
from contacts.tables import CONTACT_STAFF_COLUMNS
from core.publishing import Status
from tests.desk import add, address, change, errors, inline_errors, listed, staff, told
from tests.factories import make_contact, make_department, make_partner

LIST = "/admin/contacts/contactperson/"


@pytest.fixture
def flanders(db):
    return make_partner("flanders", name_ru="Фландрия")


def add_with_phone(desk, number, extension=""):
    return add(
        desk,
        ContactPerson,
        surname_ru="Королева",
        **{
            "phones-TOTAL_FORMS": "1",
            "phones-0-number": number,
            "phones-0-extension": extension,
            "phones-0-order": "1",
        },
    )


# Telephones


@pytest.mark.parametrize(
    ("typed", "number", "extension"),
    [
        ("576-68-33", "+78125766833", ""),
        ("5766833", "+78125766833", ""),
        ("8 (812) 576-68-33", "+78125766833", ""),
        ("+7 812 5766833", "+78125766833", ""),
        ("+7 812 5766833, доб. 12", "+78125766833", "12"),
        ("576-68-33 (доб. 12)", "+78125766833", "12"),
        ("576-68-33 доб 12", "+78125766833", "12"),
        ("576-68-33 ext. 12", "+78125766833", "12"),
        ("576-68-33 #12", "+78125766833", "12"),
        ("+32 3 338 72 22", "+3233387222", ""),
    ],
)
def test_a_telephone_is_understood_as_staff_write_it(desk, typed, number, extension):
    assert add_with_phone(desk, typed).status_code == 302
    phone = Phone.objects.get()
    assert (phone.number, phone.extension) == (number, extension)


def test_the_extension_has_a_box_of_its_own(desk):
    add_with_phone(desk, "576-68-33", "12")
    phone = Phone.objects.get()
    assert (phone.number, phone.extension) == ("+78125766833", "12")


@pytest.mark.parametrize("typed", ["нет", "12", "576-68", "+7 812 576683333333", "а" * 300])
def test_what_is_no_telephone_is_explained_and_kept(desk, typed):
    response = add_with_phone(desk, typed)
    assert "не номер телефона" in inline_errors(response)[0]["number"][0]
    (inline,) = response.context["inline_admin_formsets"]
    assert inline.formset.forms[0]["number"].value() == typed
    assert not ContactPerson.objects.exists()


def test_two_different_extensions_are_refused(desk):
    response = add_with_phone(desk, "576-68-33 доб. 12", "13")
    assert "оставьте один" in inline_errors(response)[0]["extension"][0]


def test_a_telephone_is_shown_as_people_read_it_and_stays_when_unchanged(desk):
    contact = make_contact(phones=["+78125766833"])
    page = desk.get(address(ContactPerson, "change", contact.pk))
    assert 'value="(812) 576-68-33"' in page.content.decode()
    change(desk, contact)
    assert contact.phones.get().number == "+78125766833"
    assert not PhoneField().has_changed("(812) 576-68-33", "8 812 576 68 33")
    assert PhoneField().has_changed("(812) 576-68-33", "нет")


def test_a_telephone_is_removed(desk):
    contact = make_contact(phones=["+78125766833", "+3233387222"])
    change(desk, contact, **{"phones-0-DELETE": "on"})
    assert contact.phones.get().number == "+3233387222"


# The person


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("surname_ru", "", "Обязательное поле"),
        ("email", "a@example.org\nBcc: b@example.org", "правильный адрес"),
        ("email", "королева", "правильный адрес"),
    ],
)
def test_bad_input_is_explained_and_kept(desk, db, field, typed, said):
    values = {"surname_ru": "Королева", "given_ru": "О."} | {field: typed}
    response = add(desk, ContactPerson, **values)
    assert said in errors(response)[field][0]
    form = response.context["adminform"].form
    assert form[field].value() == typed
    assert form["given_ru"].value() == "О."


def test_a_person_is_public_only_with_consent(desk, flanders):
    contact = make_contact(partners=[flanders], may_be_published=False, status=Status.DRAFT)
    response = change(desk, contact, _publish="1")
    assert told(response) == ["Опубликовано, но на сайте не видно: нет согласия на публикацию."]
    assert not ContactPerson.objects.public().exists()
    response = change(desk, contact, may_be_published="on")
    assert ContactPerson.objects.public().get() == contact


def test_a_person_with_consent_needs_a_partner(desk, db):
    contact = make_contact(status=Status.DRAFT)
    assert "нет опубликованного партнёра" in told(change(desk, contact, _publish="1"))[0]


def test_where_a_person_is_to_be_seen(desk, flanders):
    def link(contact):
        return desk.get(address(ContactPerson, "change", contact.pk)).context["absolute_url"]

    public = make_contact(partners=[flanders])
    assert link(public) == f"/ru/contacts/#contact-{public.pk}"
    draft = make_contact(partners=[flanders], status=Status.DRAFT)
    assert link(draft) == f"/ru/partners/flanders/?preview=1#contact-{draft.pk}"
    page = desk.get("/ru/partners/flanders/?preview=1").content.decode()
    assert f'id="contact-{draft.pk}"' in page
    assert link(make_contact()) is None


# The list


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("sector=culture", ["Королева"]),
        ("sector=-", ["Абрамов"]),
        ("partner=flanders", ["Королева"]),
        ("partner=-", ["Абрамов"]),
        ("status=draft", ["Абрамов"]),
        ("q=королева", ["Королева"]),
        ("q=северной", ["Королева"]),
        ("q=example.org", ["Абрамов"]),
        ("lang=en", ["Королева", "Абрамов"]),
    ],
)
def test_people_are_filtered(desk, flanders, query, found):
    make_contact(
        surname_ru="Королева",
        partners=[flanders],
        sector_codes=["culture"],
        department=make_department("Отдел стран Северной Европы"),
    )
    make_contact(surname_ru="Абрамов", status=Status.DRAFT, email="a@example.org")
    assert [c.surname_ru for c in listed(desk.get(f"{LIST}?{query}"))] == found


def test_people_as_a_file_with_those_who_are_not_public(desk, flanders):
    make_contact(
        surname_ru="Королева",
        surname_en="Koroleva",
        partners=[flanders],
        phones=["+78125766833"],
        may_be_published=False,
    )
    text = b"".join(desk.get(f"{LIST}export.csv").streaming_content).decode()
    (row,) = csv.DictReader(io.StringIO(text))
    assert list(row) == [column.name for column in CONTACT_STAFF_COLUMNS]
    assert (row["surname_en"], row["phones"]) == ("Koroleva", "+78125766833")
    assert (row["partners"], row["may_be_published"]) == ("flanders", "0")


@pytest.mark.parametrize("records", [1, 3])
def test_list_and_file_ask_the_same_few_questions(desk, flanders, records, assert_queries):
    for number in range(records):
        make_contact(
            partners=[flanders],
            sector_codes=["culture", "sport"],
            phones=["+78125766833"],
            department=make_department(f"Отдел {number}"),
        )
    desk.get(LIST)
    # Session, account, sectors and partners for the filters, count, rows, their three relations.
    with assert_queries(9):
        desk.get(LIST)
    # The same, the phones by the stream's batch.
    with assert_queries(9):
        b"".join(desk.get(f"{LIST}export.csv").streaming_content)


def test_a_department_with_people_stays(desk, db):
    department = make_department("Отдел")
    make_contact(surname_ru="Королева", department=department)
    page = address(Department, "delete", department.pk)
    assert "Королева" in desk.get(page).content.decode()
    desk.post(page, {"post": "yes"})
    assert Department.objects.get() == department


def test_who_may_only_look_sees_the_telephones(client, flanders):
    contact = make_contact(partners=[flanders], phones=["+78125766833"])
    clerk = staff(client, "contacts.view_contactperson", "contacts.view_phone")
    page = clerk.get(address(ContactPerson, "change", contact.pk))
    assert page.status_code == 200
    assert "+78125766833" in page.content.decode()
    assert 'name="_archive"' not in page.content.decode()
