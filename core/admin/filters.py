"""Filters that stand in the search form above a list."""

from django.contrib import messages
from django.contrib.admin import ListFilter
from django.core.exceptions import ValidationError

from core.admin.readiness import TARGETS, translated
from core.filters import YearsField
from core.publishing import Status

STATUS_WORDS = {
    Status.DRAFT: "черновик",
    Status.IN_REVIEW: "на проверке",
    Status.PUBLISHED: "опубликовано",
    Status.ARCHIVED: "в архиве",
}


class DeskFilter(ListFilter):
    """One control of the form: a choice, or a text where ``options`` is None.

    value: what the query string says, an empty text for nothing. A value that is none of the
    options narrows nothing, and a message says so.
    """

    control = "admin/includes/filter.html"
    parameter_name = None
    any_words = "любое"
    placeholder = ""
    unknown = "Такого условия нет: «{}»."

    def __init__(self, request, params, model, model_admin):
        super().__init__(request, params, model, model_admin)
        self.model = model
        self.value = (params.pop(self.parameter_name, None) or [""])[-1].strip()
        self.options = self.get_options()
        self.words = self.get_words() if self.value else None
        if self.value and self.words is None:
            messages.warning(request, self.refusal())

    def get_options(self):
        """The choices as pairs (value, words)."""
        raise NotImplementedError

    def get_words(self):
        """The chosen value in words; None when it means nothing."""
        return dict(self.options).get(self.value)

    def refusal(self):
        return self.unknown.format(self.value[:40])

    def narrow(self, queryset):
        """The records that the chosen value means."""
        raise NotImplementedError

    def has_output(self):
        return True

    def expected_parameters(self):
        return [self.parameter_name]

    def choices(self, changelist):
        return []

    def queryset(self, request, queryset):
        return queryset if self.words is None else self.narrow(queryset)


class YearFilter(DeskFilter):
    """One year or a span of years, as the public lists have it."""

    title = "Год или годы"
    parameter_name = "year"
    placeholder = "2013, 1990–2015"

    def get_options(self):
        return None

    def get_words(self):
        try:
            self.years = YearsField().clean(self.value)
        except ValidationError:
            return None
        return self.value

    def refusal(self):
        return f"«{self.value[:40]}» — не год. Напишите один год, 2013, или годы, 1990–2015."

    def narrow(self, queryset):
        return queryset.in_years(*self.years)


class StatusFilter(DeskFilter):
    title = "Состояние"
    parameter_name = "status"

    def get_options(self):
        return [(status.value, words) for status, words in STATUS_WORDS.items()]

    def narrow(self, queryset):
        return queryset.filter(status=self.value)


class TranslationsFilter(DeskFilter):
    """Records whose texts are translated, or lack one of the languages."""

    title = "Переводы"
    parameter_name = "lang"
    any_words = "любые"

    def get_options(self):
        lacking = {"en": "нет английского", "nl": "нет нидерландского"}
        return [("ready", "все готовы"), *((code, lacking[code]) for code in TARGETS)]

    def narrow(self, queryset):
        if self.value != "ready":
            return queryset.exclude(translated(self.model, self.value))
        for code in TARGETS:
            queryset = queryset.filter(translated(self.model, code))
        return queryset
