import pytest
from django.core.exceptions import ValidationError

from core.phones import parse_phone, show_phone


@pytest.mark.parametrize(
    ("text", "e164"),
    [
        ("576-68-33", "+78125766833"),
        ("5766833", "+78125766833"),
        ("(812) 576-68-33", "+78125766833"),
        ("8 (812) 576-68-33", "+78125766833"),
        ("+7 812 576 68 33", "+78125766833"),
        ("+32 3 338 72 22", "+3233387222"),
        ("8-921-123-45-67", "+79211234567"),
    ],
)
def test_a_number_as_staff_write_it(text, e164):
    assert parse_phone(text) == e164


@pytest.mark.parametrize(
    "text", ["", "нет", "12", "123-45", "+7 812 576-68-33 доб. 12", "+999", "1" * 40]
)
def test_what_is_no_number_is_refused(text):
    with pytest.raises(ValidationError):
        parse_phone(text)


def test_another_city_has_its_own_code(settings):
    settings.PHONE_REGION, settings.PHONE_AREA_CODE = "RU", "343"
    assert parse_phone("371-02-02") == "+73433710202"
    settings.PHONE_AREA_CODE = "8142"
    assert parse_phone("76-33-01") == "+78142763301"


def test_a_number_as_people_read_it():
    assert show_phone("+78125766833") == "(812) 576-68-33"
    assert show_phone("+3233387222") == "+32 3 338 72 22"
