"""The Excel workbook made of columns (Office Open XML)."""

import datetime
import tempfile
from itertools import islice

import xlsxwriter
from django.http import FileResponse
from django.utils.translation import gettext as _

from core.tables.columns import as_text, full_value
from core.tables.files import dated, printable

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Nothing in the data is a formula, an address to click or a number that only looks like one.
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
# Excel specifications and limits: rows of a sheet, characters of a cell.
MOST_RECORDS = 1_048_575
MOST_CHARACTERS = 32_767
# The calendar of Excel begins in 1900, a year it wrongly takes for a leap year.
FIRST_DAY = datetime.date(1900, 3, 1)
NARROWEST, WIDEST = 8, 60


class _Sheet:
    """The sheet with the list. Rows are written one after another and not kept."""

    def __init__(self, workbook, name, columns):
        self.columns = columns
        self.sheet = workbook.add_worksheet(name)
        self.head = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        # Format “@”: what is text stays text when its cell is edited.
        self.text = workbook.add_format({"num_format": "@", "valign": "top"})
        self.day = workbook.add_format(
            {"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"}
        )
        self.number = workbook.add_format({"num_format": "0", "align": "left", "valign": "top"})
        self.widths = [NARROWEST] * len(columns)
        self.rows = 0
        self.sheet.freeze_panes(1, 0)

    def write_head(self):
        for place, column in enumerate(self.columns):
            label = str(column.label)
            self.sheet.write_string(0, place, label, self.head)
            self.widen(place, min(len(label), 20))

    def write(self, record, root):
        self.rows += 1
        for place, column in enumerate(self.columns):
            self.write_cell(place, column, record, full_value(column, record, root))

    def write_cell(self, place, column, record, value):
        text = printable(as_text(value))
        if not text:
            return
        if self.widths[place] < WIDEST:
            self.widen(place, max(map(len, text.split("\n"))))
        if isinstance(value, datetime.date) and value >= FIRST_DAY and column.is_exact(record):
            self.sheet.write_datetime(self.rows, place, value, self.day)
        elif isinstance(value, int) and not isinstance(value, bool):
            self.sheet.write_number(self.rows, place, value, self.number)
        else:
            self.sheet.write_string(self.rows, place, shortened(text), self.text)

    def widen(self, place, width):
        self.widths[place] = min(max(self.widths[place], width + 2), WIDEST)

    def finish(self):
        last = len(self.columns) - 1
        self.sheet.autofilter(0, 0, self.rows, last)
        self.sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{self.rows + 1}"})
        for place, width in enumerate(self.widths):
            self.sheet.set_column(place, place, width)


def shortened(text):
    """The text as far as a cell can hold it, counted in UTF-16 as Excel does."""
    if 2 * len(text) <= MOST_CHARACTERS:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= 2 * MOST_CHARACTERS:
        return text
    return units[: 2 * (MOST_CHARACTERS - 1)].decode("utf-16-le", "ignore") + "…"


def _write_about(workbook, facts):
    sheet = workbook.add_worksheet(_("About this list"))
    bold = workbook.add_format({"bold": True, "valign": "top"})
    text = workbook.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 80)
    for row, (label, value) in enumerate(facts):
        sheet.write_string(row, 0, str(label), bold)
        sheet.write_string(row, 1, shortened(str(value)), text)


def write_workbook(file, title, columns, records, facts, *, root):
    """Writes a workbook of two sheets into a binary file: the list, and what it is.

    title: of the list, in words. facts: rows (label, value) of the second sheet. Memory does not
    grow with the records. Of more records than a sheet can hold the first ones are written, and
    the second sheet says so.
    """
    workbook = xlsxwriter.Workbook(file, OPTIONS)
    workbook.set_properties({"title": title})
    sheet = _Sheet(workbook, _("List"), columns)
    sheet.write_head()
    records = iter(records)
    for record in islice(records, MOST_RECORDS):
        sheet.write(record, root)
    sheet.finish()
    if next(records, None) is not None:
        limit = _("Only the first %(number)s records: a sheet of Excel holds no more. Take CSV.")
        facts = [*facts, (_("Note"), limit % {"number": MOST_RECORDS})]
    _write_about(workbook, facts)
    workbook.close()


def xlsx_response(name, title, columns, records, facts, *, root):
    """A download named ``<name>-<today>.xlsx``, made on disk and streamed from there."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    try:
        write_workbook(file, title, columns, records, facts, root=root)
    except BaseException:
        file.close()
        raise
    file.seek(0)
    response = FileResponse(file, content_type=MEDIA_TYPE)
    response["Content-Disposition"] = dated("attachment", name, "xlsx")
    return response
