"""The ways out of a filter that finds nothing."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.http import QueryDict
from django.utils.html import format_html_join


@dataclass(frozen=True)
class Way:
    """One filter given up: its words, the query string without it, the records that gives."""

    words: Any
    query: str
    count: int


def ways_out(form, records):
    """What giving up each one of the form's filters would find, the most first; one query in all.

    records: the list's queryset, not narrowed.
    """
    values = {name: form.cleaned_data[name] for name in form.fields if form.cleaned_data.get(name)}
    if not values:
        return []
    counts = records.order_by().aggregate(
        **{f"without_{name}": Count("pk", filter=_kept(form, records, name)) for name in values}
    )
    ways = [
        Way(_words(form.fields[name], value), _query_without(form, name), counts[f"without_{name}"])
        for name, value in values.items()
    ]
    return sorted(ways, key=lambda way: -way.count)


def _words(field, value):
    return format_html_join(", ", "{}", ((words,) for _raw, words in field.named(value)))


def _query_without(form, name):
    query = QueryDict(form.query(), mutable=True)
    query.pop(name, None)
    return query.urlencode()


def _kept(form, records, name):
    return Q(pk__in=form.narrowed(records, without=name).order_by().values("pk"))
