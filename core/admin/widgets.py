"""Inputs of the desk's forms."""

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.forms.models import ModelChoiceIterator
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html

from core.admin.dates import understood
from core.fields import PartialDateInput


class DateInput(PartialDateInput):
    """A partial date, with what was understood of it said below."""

    def __init__(self, attrs=None):
        super().__init__({"class": "vTextField date", **(attrs or {})})

    def render(self, name, value, attrs=None, renderer=None):
        attrs = dict(attrs or {})
        output = f"{attrs.get('id', name)}_understood"
        described = attrs.get("aria-describedby")
        attrs["aria-describedby"] = f"{output} {described}" if described else output
        return format_html(
            '<div class="dated"><div>{}</div>'
            '<output id="{}" for="{}" data-asks="{}">{}</output></div>',
            super().render(name, value, attrs, renderer),
            output,
            attrs.get("id", name),
            reverse("admin:date"),
            self._understood(value),
        )

    def _understood(self, value):
        try:
            words, rest = understood(value)
        except ValidationError:
            # The form's own error says it.
            return ""
        return format_html("<strong>{}</strong> — {}", words, rest) if words else ""


class AutocompleteMixin:
    """Django's autocomplete, which takes what is no record's number for a fault of the server."""

    def optgroups(self, name, value, attrs=None):
        numbers = [text for text in value if str(text).isdecimal()]
        groups = super().optgroups(name, numbers, attrs)
        for _group, options, _index in groups:
            for option in options:
                # HTML wants words in each choice; the script shows none of them.
                option["label"] = option["label"] or "не указано"
        return groups


class Autocomplete(AutocompleteMixin, AutocompleteSelect):
    pass


class AutocompleteMultiple(AutocompleteMixin, AutocompleteSelectMultiple):
    pass


class OneLineArea(forms.Textarea):
    """A text of one line in a box of two, so that long titles can be read whole."""

    def __init__(self, attrs=None):
        super().__init__({"class": "vLargeTextField", **(attrs or {}), "rows": 2})

    def value_from_datadict(self, data, files, name):
        value = super().value_from_datadict(data, files, name)
        return " ".join(value.splitlines()) if value else value


class KeptChoices(ModelChoiceIterator):
    """Choices that all the forms of a page read together, from one query."""

    def __iter__(self):
        if not self.field.kept:
            self.field.kept.extend(super().__iter__())
        return iter(self.field.kept)


class Pick(forms.CheckboxSelectMultiple):
    """Checkboxes behind a line that names what is chosen.

    label: what is picked, for those who hear the page.
    """

    def __init__(self, label, attrs=None, choices=()):
        super().__init__(attrs, choices)
        self.label = label

    def render(self, name, value, attrs=None, renderer=None):
        context = self.get_context(name, value, attrs)
        options = [option for _, group, _ in context["widget"]["optgroups"] for option in group]
        chosen = [str(option["label"]) for option in options if option["selected"]]
        return render_to_string(
            "admin/includes/pick.html",
            {"label": self.label, "options": options, "chosen": ", ".join(chosen)},
        )
