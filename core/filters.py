"""The filters of a list: fields that read a query string, narrow a queryset and name themselves."""

import re
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from core.search.correcting import correct
from core.search.question import ask
from core.spans import YEARS

FIRST_YEAR, LAST_YEAR = 1000, 2999
MAX_WORDS = 200


@dataclass(frozen=True)
class Choice:
    """One value of a filter as the page offers it.

    count: the distinct records that choosing it alone in its filter would give, all other
    filters kept. depth: how far it lies inside the choices above it. language: of the label.
    """

    value: str
    label: str
    language: str
    count: int
    chosen: bool
    depth: int = 0


class Narrowing:
    """What a filter's field can do besides cleaning its value."""

    def narrow(self, queryset, value):
        """The records of the queryset that the cleaned, non-empty value means."""
        raise NotImplementedError

    def named(self, value):
        """The chosen values as pairs (raw value, words), each of which can be taken back."""
        raise NotImplementedError

    def settled(self, value, records):
        """The value as it is meant for these records: every one that the list may show."""
        return value

    def schema(self):
        """The values that are understood in a query string, as JSON Schema."""
        raise NotImplementedError


class OneValueInput(forms.TextInput):
    """Gives all the values sent, so that a second one is not dropped in silence."""

    def value_from_datadict(self, data, files, name):
        values = {value.strip() for value in data.getlist(name)} - {""}
        return " ".join(sorted(values))


class YearsField(Narrowing, forms.CharField):
    """``2013`` or ``1990-2015``, cleaned to the pair (first year, last year), or None."""

    widget = OneValueInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
    form = re.compile(r"([0-9]{4})(?:\s*[-–—]\s*([0-9]{4}))?")

    def __init__(self, **kwargs):
        super().__init__(**{"required": False, "label": _("Year or years"), **kwargs})

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        match = self.form.fullmatch(text)
        if match is None:
            raise ValidationError(
                _("“%(text)s” is not a year. Write one year, 2013, or a span, 1990-2015."),
                params={"text": text[:40]},
            )
        first, last = int(match[1]), int(match[2] or match[1])
        if not FIRST_YEAR <= first <= last <= LAST_YEAR:
            raise ValidationError(
                _("“%(text)s”: years go from %(first)s to %(last)s, the earlier one first."),
                params={"text": text, "first": FIRST_YEAR, "last": LAST_YEAR},
            )
        return first, last

    def narrow(self, queryset, value):
        return queryset.in_years(*value)

    def named(self, value):
        first, last = value
        if first == last:
            return [(str(first), gettext("year %(year)s") % {"year": first})]
        return [(f"{first}-{last}", gettext("%(first)s–%(last)s") % {"first": first, "last": last})]

    def schema(self):
        return {"type": "string", "pattern": YEARS, "examples": ["2013", "1990-2015"]}


class WordsField(Narrowing, forms.CharField):
    """Words that a record must all hold, in any form; cleaned to a Question."""

    widget = forms.TextInput(attrs={"type": "search"})

    def __init__(self, **kwargs):
        super().__init__(**{"required": False, "label": _("Words"), **kwargs})

    def to_python(self, value):
        text = " ".join(super().to_python(value).replace("\x00", " ").split())
        if len(text) > MAX_WORDS:
            raise ValidationError(
                _("That is too long to search for: use at most %(max)s characters."),
                params={"max": MAX_WORDS},
            )
        return ask(text)

    def run_validators(self, value):
        """NUL bytes, which Django refuses, are taken for spaces."""

    def narrow(self, queryset, value):
        return queryset.matching(value).by_relevance(value)

    def named(self, value):
        words = pgettext_lazy("quoted search words", "“%(words)s”") % {"words": value.text}
        return [(value.text, words)]

    def settled(self, value, records):
        return correct(value, [records])

    def schema(self):
        return {"type": "string", "maxLength": MAX_WORDS}


class FilterForm(forms.Form):
    """The filters of one list. A filter with an error narrows nothing; its message is shown."""

    def narrowed(self, queryset, *, without=None):
        """The queryset narrowed by all the filters, or all but the one named."""
        for name, field in self.fields.items():
            value = self.cleaned_data.get(name)
            if name != without and value:
                queryset = field.narrow(queryset, value)
        return queryset

    def settle(self, records):
        """Take each value as it is meant for every record that the list may show."""
        for name, field in self.fields.items():
            if value := self.cleaned_data.get(name):
                self.cleaned_data[name] = field.settled(value, records)

    @property
    def question(self):
        """The words that are searched for, or None."""
        return self.cleaned_data.get("q") or None

    def query(self, *, without=None):
        """The filters' normalised query string, or without one pair (name, value).

        The filters stand in the form's order, the values of each in their own; what is unknown
        or empty is left out.
        """
        query = QueryDict(mutable=True)
        for name, field in self.fields.items():
            value = self.cleaned_data.get(name)
            for raw in sorted(raw for raw, _words in field.named(value)) if value else ():
                if (name, raw) != without:
                    query.appendlist(name, raw)
        return query.urlencode()

    def query_with(self, name, value):
        """The query string with this one value in place of the filter's present ones."""
        before = QueryDict(self.query())
        query = QueryDict(mutable=True)
        for known in self.fields:
            query.setlist(known, [value] if known == name else before.getlist(known))
        return query.urlencode()

    def chosen(self):
        """What is chosen now: rows (words, query string that takes it back)."""
        return [
            (words, self.query(without=(name, raw)))
            for name, field in self.fields.items()
            if (value := self.cleaned_data.get(name))
            for raw, words in field.named(value)
        ]

    def error_messages(self):
        return [message for messages in self.errors.values() for message in messages]
