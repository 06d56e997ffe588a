"""Telephone numbers: as staff write them, as E.164 (ITU-T), as people read them."""

import re

import phonenumbers
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def _local_length():
    """How many digits a number of the city has without its area code: seven for 812."""
    example = phonenumbers.example_number(settings.PHONE_REGION)
    return len(str(example.national_number)) - len(settings.PHONE_AREA_CODE)


def parse_phone(text):
    """The number in E.164, such as ``+78125766833``.

    A number of the city without its codes gets those of the settings. Raises
    ValidationError when the text is no valid number.
    """
    digits = re.sub(r"\D", "", text)
    if len(digits) == _local_length() and not text.strip().startswith("+"):
        text = settings.PHONE_AREA_CODE + digits
    try:
        number = phonenumbers.parse(text, settings.PHONE_REGION)
    except phonenumbers.NumberParseException:
        number = None
    if number is None or number.extension or not phonenumbers.is_valid_number(number):
        raise ValidationError(
            _("“%(text)s” is no telephone number. Write it like 576-68-33 or +32 3 338 72 22."),
            code="phone",
            params={"text": text},
        )
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def show_phone(e164):
    """The number as people of the city write it: ``(812) 576-68-33``; others internationally."""
    number = phonenumbers.parse(e164)
    local = phonenumbers.region_code_for_number(number) == settings.PHONE_REGION
    if not local:
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    national = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    return re.sub(r"^8 ", "", national)
