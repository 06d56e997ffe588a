"""Telephone numbers as staff write them."""

import re

from django import forms
from django.core.exceptions import ValidationError

from contacts.models import Phone
from core.phones import parse_phone, show_phone

EXTENSION = re.compile(r"(.*?)[\s,;]*(?:доб|внутр|ext|#)[\s.:]*(\d+)\W*", re.IGNORECASE)


class PhoneField(forms.CharField):
    """A number in any usual form, cleaned to the pair (E.164, extension or an empty text)."""

    widget = forms.TextInput(attrs={"type": "tel", "class": "vTextField"})

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return "", ""
        match = EXTENSION.fullmatch(text)
        number, extension = match.groups() if match else (text, "")
        return parse_phone(number), extension

    def has_changed(self, initial, data):
        if not initial or not data:
            return super().has_changed(initial, data)
        try:
            return self.clean(data) != self.clean(initial)
        except ValidationError:
            return True


class PhoneForm(forms.ModelForm):
    """Shows the number as people read it; an extension typed behind it goes to its own field."""

    number = PhoneField(label="Номер", help_text="576-68-33, 8 (812) 576-68-33, +32 3 338 72 22")

    class Meta:
        model = Phone
        fields = ["number", "extension", "kind", "may_be_published", "order"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.number:
            self.initial["number"] = show_phone(self.instance.number)

    def clean(self):
        values = super().clean()
        number, extension = values.pop("number", ("", ""))
        if not number:
            return values
        written = values.get("extension", "")
        if extension and written and extension != written:
            self.add_error("extension", "Добавочный указан и здесь, и в номере: оставьте один.")
        return values | {"number": number, "extension": extension or written}
