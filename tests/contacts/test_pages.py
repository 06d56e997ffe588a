import csv
import io

import pytest

from contacts.models import Phone
from tests.factories import make_contact, make_department, make_event, make_partner

pytestmark = pytest.mark.django_db


def rows(client, query="", language="ru"):
    response = client.get(f"/{language}/contacts.csv?{query}")
    text = b"".join(response.streaming_content).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.fixture
def world(db):
    flanders = make_partner("flanders", name_ru="Фландрия")
    antwerp = make_partner("antwerp", name_ru="Антверпен", parent=flanders)
    department = make_department("Отдел Европы", name_en="Department for Europe")
    make_contact(
        partners=[antwerp],
        sector_codes=["transport"],
        phones=["+78125766833", "+3233387222"],
        surname_ru="Ёлкина",
        given_ru="О.",
        patronymic_ru="В.",
        position_ru="специалист",
        department=department,
        email="o@example.org",
    )
    make_contact(partners=[flanders], surname_ru="Егоров", department=department)
    make_contact(partners=[flanders], surname_ru="Жукова", department=department)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Егоров", "Ёлкина", "Жукова"]),
        ("partner=antwerp", ["Ёлкина"]),
        ("partner=flanders", ["Егоров", "Ёлкина", "Жукова"]),
        ("sector=transport", ["Ёлкина"]),
        ("q=СПЕЦИАЛИСТ", ["Ёлкина"]),
        ("q=europe", ["Егоров", "Ёлкина", "Жукова"]),
        ("q=егоров&sector=transport", []),
    ],
)
def test_contacts_by_partner_sector_and_words(client, world, query, found):
    assert [row["surname"] for row in rows(client, query)] == found
    html = client.get(f"/ru/contacts/?{query}").content.decode()
    assert [name for name in ("Егоров", "Ёлкина", "Жукова") if f">{name}" in html] == found


def test_what_the_file_says_of_a_person(client, world):
    Phone.objects.filter(number="+78125766833").update(extension="12")
    [row] = rows(client, "sector=transport")
    del row["id"], row["url"]
    assert row == {
        "name": "Ёлкина\N{NO-BREAK SPACE}О.\N{NO-BREAK SPACE}В.",
        "surname": "Ёлкина",
        "given": "О.",
        "patronymic": "В.",
        "language": "ru",
        "position": "специалист",
        "department": "Отдел Европы",
        "phones": "+78125766833 ext. 12;+3233387222",
        "phones_text": "(812) 576-68-33, доб. 12; +32 3 338 72 22",
        "email": "o@example.org",
        "partners": "antwerp",
        "partner_names": "Антверпен",
        "sectors": "transport",
        "sector_names": "транспорт",
    }


def test_a_telephone_dials_with_its_extension(client, world):
    Phone.objects.filter(number="+78125766833").update(extension="12")
    html = client.get("/ru/contacts/").content.decode()
    assert '<a class="phone" href="tel:+78125766833;ext=12">(812) 576-68-33, доб. 12</a>' in html


def test_who_did_not_agree_appears_nowhere(client):
    partner = make_partner("flanders")
    make_event("a", partners=[partner])
    make_contact(partners=[partner], surname_ru="Тайнова", may_be_published=False)
    make_contact(partners=[partner], surname_ru="Тайнова", status="draft")
    for path in ("", "contacts/", "contacts/?q=тайнова", "partners/flanders/"):
        assert ">Тайнова" not in client.get(f"/ru/{path}").content.decode()
    assert rows(client) == []


def test_a_full_name_stands_in_full():
    contact = make_contact(surname_ru="Королева", given_ru="Ольга", patronymic_ru="Викторовна")
    assert str(contact) == "Королева Ольга Викторовна"
    assert contact.get_absolute_url() == f"/ru/contacts/#contact-{contact.pk}"


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"),
    [("contacts/", 10), ("contacts/?partner=city&sector=culture", 10), ("contacts.csv", 4)],
)
def test_queries_do_not_grow_with_the_records(client, assert_queries, number, path, queries):
    partner = make_partner("city")
    for _ in range(number):
        make_contact(partners=[partner], sector_codes=["culture"], phones=["+78125766833"])
    with assert_queries(queries):
        response = client.get(f"/ru/{path}")
        response.getvalue()


def test_a_number_that_stays_in_the_house_is_on_no_page_and_in_no_public_file(client, world):
    Phone.objects.filter(number="+78125766833").update(may_be_published=False)
    for address in ("/ru/contacts/", "/ru/partners/antwerp/", "/ru/"):
        assert "576-68-33" not in client.get(address).content.decode()
    [row] = rows(client, "sector=transport")
    assert row["phones"] == "+3233387222"


def test_a_fax_is_called_a_fax(client, world):
    Phone.objects.filter(number="+78125766833").update(kind="fax")
    [row] = rows(client, "sector=transport")
    assert row["phones_text"] == "(812) 576-68-33 (факс); +32 3 338 72 22"
    assert "(812) 576-68-33 (fax)" in client.get("/en/contacts/").content.decode()
