"""A column of a list: what stands in it and what is known of it, for every file and description."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.languages import CODES, field_names, language_of

# Patterns of XML Schema, as Table Schema wants them: they hold of the whole value.
CODE = "[-a-zA-Z0-9_]+"
CODES_JOINED = f"{CODE}(;{CODE})*"
_FORM = "([0-9]{4}(-[0-9]{2}){0,2}|[0-9]{3}X)"
EDTF = rf"{_FORM}(/({_FORM}|\.\.))?"


@dataclass(frozen=True)
class Column:
    """One column of a list: its stable English name, its label in words, its value of a record.

    value: given the record, returns text, a number, a bool, a day or None (an empty cell).
    description: what a reader must know to use the value; every public column has one.
    type, constraints, format: of the value, in the words of Table Schema (Frictionless Data).
    is_path: the value is a path of this site, which a file gives in full.
    is_exact: given the record, whether a day is the day of the source; other days are bounds.
    """

    name: str
    label: Any
    value: Callable[[Any], Any]
    description: Any = ""
    type: str = "string"
    constraints: dict = field(default_factory=dict)
    format: str = "default"
    is_path: bool = False
    is_exact: Callable[[Any], bool] = lambda record: False


def text_columns(name, label):
    """The columns of one translated text in every language: ``title_ru``, ``title_en`` …"""
    return [
        Column(field, f"{label} ({code})", lambda record, field=field: getattr(record, field))
        for field, code in zip(field_names(name), CODES, strict=True)
    ]


def language_column(name):
    """In which language the record's text ``name`` stands: the page's, or Russian where it is
    not translated."""
    return Column(
        "language",
        _("language of the texts"),
        lambda record: language_of(record, name),
        _("the language in which the name or title stands"),
        constraints={"required": True, "enum": CODES},
    )


def _last(date):
    return None if date.is_open else date.last


def date_words(date, language):
    """The date in words, with plain spaces."""
    return date.show(language).replace("\N{NO-BREAK SPACE}", " ")


def date_columns(name, labels, descriptions=("",) * 4):
    """A partial date in four columns: EDTF, both bounds, words.

    labels, descriptions: of the four, in that order. An open end leaves the last bound empty.
    """

    def column(place, suffix, of_date, **known):
        def value(record):
            date = getattr(record, name)
            return None if date is None else of_date(date)

        return Column(name + suffix, labels[place], value, descriptions[place], **known)

    def is_exact(record):
        return getattr(record, name).is_exact

    day = {"type": "date", "is_exact": is_exact}
    return [
        column(0, "", lambda date: date.edtf, constraints={"pattern": EDTF}),
        column(1, "_first", lambda date: date.first, **day),
        column(2, "_last", _last, **day),
        column(3, "_text", lambda date: date_words(date, get_language())),
    ]


def full_value(column, record, root):
    """A column's value of the record as it stands in a file: a path with the site's address."""
    value = column.value(record)
    return root + value if column.is_path else value


def as_text(value):
    """A value as the text that a file writes for it; "" for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    return value.isoformat() if isinstance(value, datetime.date) else str(value)
