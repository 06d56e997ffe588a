"""The ways out of a filter that finds nothing."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.html import format_html_join


@dataclass(frozen=True)
class Way:
    """One filter given up: its words, the query string without it, the records that gives."""

    words: Any
    query: str
    count: int


def ways_out(form, records):
    """What giving up each one of the form's filters would find, the most first; a query each.

    records: the list's queryset, not narrowed.
    """
    ways = [
        Way(_words(field, value), _query_without(form, name), _count(form, records, name))
        for name, field in form.fields.items()
        if (value := form.cleaned_data.get(name))
    ]
    return sorted(ways, key=lambda way: -way.count)


def _words(field, value):
    return format_html_join(", ", "{}", ((words,) for _raw, words in field.named(value)))


def _query_without(form, name):
    query = QueryDict(form.query(), mutable=True)
    query.pop(name, None)
    return query.urlencode()


def _count(form, records, name):
    return form.narrowed(records, without=name).order_by().count()
