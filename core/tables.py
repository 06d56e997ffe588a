"""Columns, said once, and the CSV made of them (RFC 4180)."""

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from django.http import StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import get_language, override

from core.languages import CODES, field_names, language_of

BOM = "\ufeff"
RUNS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
# E.164, or groups with a space after the country's code, which no formula has; an extension.
EXTENSION = r"(,? [a-zа-яё]+\.? \d+)?"
PHONE = rf"(\+\d{{7,15}}|\+\d{{1,3}} \(?\d[\d ()-]*|\(\d+\) \d[\d -]*){EXTENSION}"
PHONES = re.compile(rf"{PHONE}(; ?{PHONE})*", re.IGNORECASE)


@dataclass(frozen=True)
class Column:
    """One column of a list: its stable English name, its label in words, its value of a record.

    value: given the record, returns text, a number, a bool or None (an empty cell).
    is_path: the value is a path of this site, which a file gives in full.
    """

    name: str
    label: Any
    value: Callable[[Any], Any]
    is_path: bool = False


def text_columns(name, label):
    """The columns of one translated text in every language: ``title_ru``, ``title_en`` …"""
    return [
        Column(field, f"{label} ({code})", lambda record, field=field: getattr(record, field))
        for field, code in zip(field_names(name), CODES, strict=True)
    ]


def language_column(name):
    """In which language the record's texts stand: the page's, or Russian where not translated."""
    return lambda record: language_of(record, name)


def date_columns(name, labels):
    """A partial date in four columns: EDTF, both bounds, words.

    labels: the four labels, in that order. An open end leaves the last bound empty.
    """

    def value(of_date):
        def of_record(record):
            date = getattr(record, name)
            return None if date is None else of_date(date)

        return of_record

    parts = {
        name: lambda date: date.edtf,
        f"{name}_first": lambda date: date.first.isoformat(),
        f"{name}_last": lambda date: None if date.is_open else date.last.isoformat(),
        f"{name}_text": lambda date: date.show(get_language()).replace("\N{NO-BREAK SPACE}", " "),
    }
    return [
        Column(column, label, value(of_date))
        for (column, of_date), label in zip(parts.items(), labels, strict=True)
    ]


def cell(value):
    """A value as text that no spreadsheet runs as a formula; telephone numbers stay as they are."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    text = str(value)
    if text.lstrip().startswith(RUNS_AS_FORMULA) and not PHONES.fullmatch(text):
        return "'" + text
    return "'" + text if text.startswith(("\t", "\r")) else text


class _Echo:
    def write(self, line):
        return line


def csv_lines(columns, records, *, root, excel=False):
    """The lines of a CSV file, as text, one by one.

    root: the site's address, without a slash at its end.
    excel: what Excel opens at once: a BOM, semicolons, the labels as header instead of the names.
    """
    writer = csv.writer(_Echo(), delimiter=";" if excel else ",", lineterminator="\r\n")
    header = [str(column.label) if excel else column.name for column in columns]
    language = get_language()

    def full_cell(column, record):
        value = cell(column.value(record))
        return root + value if column.is_path else value

    def lines():
        yield (BOM if excel else "") + writer.writerow(header)
        for record in records:
            # The server asks for the lines after the request's own language is gone.
            with override(language):
                line = writer.writerow([full_cell(column, record) for column in columns])
            yield line

    return lines()


def csv_response(name, columns, records, *, root, excel=False):
    """A streamed download named ``<name>-<today>.csv``."""
    records = iter(records)
    # The first record is asked for now, so that a database that is away gives an error, not a
    # file without rows.
    begun = chain(list(islice(records, 1)), records)
    response = StreamingHttpResponse(
        csv_lines(columns, begun, root=root, excel=excel), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = (
        f'attachment; filename="{name}-{timezone.localdate().isoformat()}.csv"'
    )
    return response
