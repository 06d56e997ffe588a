import pytest
from django.core.exceptions import ValidationError

from contacts.models import ContactPerson, Phone
from tests.factories import make_contact, make_department, make_partner

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("number", "extension"),
    [("+78125766833", ""), ("+78125766833", "0123"), ("+3233387222", "7")],
)
def test_a_telephone_is_kept_in_e164(number, extension):
    Phone(contact=make_contact(), number=number, extension=extension).full_clean()


@pytest.mark.parametrize(
    ("number", "extension", "field"),
    [
        ("576-68-33", "", "number"),
        ("+7 812 576 68 33", "", "number"),
        ("+0125766833", "", "number"),
        ("+78125766833", "12a", "extension"),
    ],
)
def test_anything_else_is_refused(number, extension, field):
    phone = Phone(contact=make_contact(), number=number, extension=extension)
    with pytest.raises(ValidationError) as refused:
        phone.full_clean()
    assert set(refused.value.message_dict) == {field}


@pytest.mark.parametrize(
    ("values", "name"),
    [
        (
            {"given_ru": "О.", "patronymic_ru": "В."},
            "Королева\N{NO-BREAK SPACE}О.\N{NO-BREAK SPACE}В.",
        ),
        ({"given_ru": "Ольга", "patronymic_ru": ""}, "Королева Ольга"),
        ({"given_ru": " ", "patronymic_ru": None}, "Королева"),
        ({}, "Королева"),
    ],
)
def test_a_name_is_never_longer_than_what_is_known(values, name):
    assert make_contact(surname_ru="Королева", **values).full_name() == name


def test_who_belongs_to_no_department_stands_before_the_departments():
    partner = make_partner()
    second = make_department("Отдел Азии", order=2)
    first = make_department("Отдел Европы", order=1)
    for surname, department in [("Азов", second), ("Борисов", None), ("Вольский", first)]:
        make_contact(surname_ru=surname, department=department, partners=[partner])
    ordered = ContactPerson.objects.public().in_order()
    assert [contact.surname_ru for contact in ordered] == ["Борисов", "Вольский", "Азов"]
