"""The CSV made of columns (RFC 4180)."""

import csv
import re

from django.http import StreamingHttpResponse
from django.utils.translation import get_language, override

from core.tables.columns import as_text, full_value
from core.tables.files import begun, dated

BOM = "\ufeff"
RUNS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
# E.164, or groups with a space after the country's code, which no formula has; an extension.
EXTENSION = r"(,? [a-zа-яё]+\.? \d+)?"
PHONE = rf"(\+\d{{7,15}}|\+\d{{1,3}} \(?\d[\d ()-]*|\(\d+\) \d[\d -]*){EXTENSION}"
PHONES = re.compile(rf"{PHONE}(; ?{PHONE})*", re.IGNORECASE)


def cell(value):
    """A value as text that no spreadsheet runs as a formula; telephone numbers stay as they are."""
    text = as_text(value)
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

    def lines():
        yield (BOM if excel else "") + writer.writerow(header)
        for record in records:
            # The server asks for the lines after the request's own language is gone.
            with override(language):
                line = writer.writerow([cell(full_value(c, record, root)) for c in columns])
            yield line

    return lines()


def csv_response(name, columns, records, *, root, excel=False):
    """A streamed download named ``<name>-<today>.csv``."""
    response = StreamingHttpResponse(
        csv_lines(columns, begun(records), root=root, excel=excel),
        content_type="text/csv; charset=utf-8",
    )
    response["Content-Disposition"] = dated("attachment", name, "csv")
    return response
