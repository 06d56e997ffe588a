"""Any list as an Excel workbook."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.dates import PartialDate
from core.tables import Column, date_columns
from core.tables.files import printable
from core.tables.xlsx import shortened, write_workbook

ROOT = "https://register.example"
TITLE = Column("title", "Заголовок", lambda record: record.title)
NUMBER = Column("id", "Номер", lambda record: record.id)
URL = Column("url", "Адрес", lambda record: "/ru/x/", is_path=True)
DATES = date_columns("date", ["дата", "с", "по", "словами"])


class Record:
    def __init__(self, **values):
        self.__dict__.update(values)


def written(columns, records, facts=()):
    file = io.BytesIO()
    write_workbook(file, "Список", columns, records, facts, root=ROOT)
    return file


def sheet(columns, records):
    return openpyxl.load_workbook(written(columns, records)).worksheets[0]


def values(of_sheet):
    return [list(row) for row in of_sheet.iter_rows(values_only=True)]


def test_labels_stand_in_a_frozen_row_with_a_filter_over_all_of_it():
    found = sheet([NUMBER, TITLE, URL], [Record(id=1, title="Порт"), Record(id=2, title="Мода")])
    assert values(found) == [
        ["Номер", "Заголовок", "Адрес"],
        [1, "Порт", "https://register.example/ru/x/"],
        [2, "Мода", "https://register.example/ru/x/"],
    ]
    assert (found.freeze_panes, found.auto_filter.ref) == ("A2", "A1:C3")
    assert not any(cell.hyperlink for row in found.iter_rows() for cell in row)


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1+1", "-1", "@SUM(A1)", "{=1}", "\t=1", "http://x.example/", "mailto:a@b.c",
     "internal:A1", "+78125766833", "007", "2013-02", "1e5", "TRUE", "1/2"],
)  # fmt: skip
def test_every_text_is_a_text(text):
    [cell] = [row[0] for row in sheet([TITLE], [Record(title=text)]).iter_rows(min_row=2)]
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")
    assert cell.hyperlink is None


@pytest.mark.parametrize(
    ("edtf", "cells"),
    [
        ("2015-11-12", ["2015-11-12", date(2015, 11, 12), date(2015, 11, 12)]),
        (
            "2015-11-12/2015-11-14",
            ["2015-11-12/2015-11-14", date(2015, 11, 12), date(2015, 11, 14)],
        ),
        ("2013-02", ["2013-02", "2013-02-01", "2013-02-28"]),
        ("1958", ["1958", "1958-01-01", "1958-12-31"]),
        ("2015-11-12/2016", ["2015-11-12/2016", "2015-11-12", "2016-12-31"]),
        ("2015-11-12/..", ["2015-11-12/..", "2015-11-12", None]),
        # The calendar of Excel begins later.
        ("1703-05-27", ["1703-05-27", "1703-05-27", "1703-05-27"]),
    ],
)
def test_only_what_is_exact_to_the_day_is_a_date(edtf, cells):
    [_head, row] = sheet(DATES, [Record(date=PartialDate(edtf))]).iter_rows()
    assert [c.value.date() if c.is_date else c.value for c in row][:3] == cells


def test_no_date_leaves_empty_cells():
    assert values(sheet(DATES, [Record(date=None)]))[1:] in ([], [[None] * 4])


@given(title=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=50))
def test_every_text_comes_back_as_far_as_xml_can_hold_it(title):
    [_head, *rows] = values(sheet([NUMBER, TITLE], [Record(id=1, title=title)]))
    assert rows == [[1, printable(title) or None]]


def test_what_a_cell_cannot_hold_is_cut_and_shows_it():
    assert shortened("я" * 32_767) == "я" * 32_767
    assert shortened("я" * 32_768) == "я" * 32_766 + "…"
    # Excel counts a character outside the basic plane as two.
    assert shortened("🙂" * 16_384) == "🙂" * 16_383 + "…"
    [_head, [found]] = values(sheet([TITLE], [Record(title="a" * 40_000)]))
    assert len(found) == 32_767


def test_what_a_sheet_cannot_hold_is_left_out_and_told(monkeypatch):
    monkeypatch.setattr("core.tables.xlsx.MOST_RECORDS", 2)
    book = openpyxl.load_workbook(written([NUMBER], [Record(id=n) for n in range(3)], [("а", "б")]))
    assert values(book.worksheets[0]) == [["Номер"], [0], [1]]
    [first, note] = values(book.worksheets[1])
    assert first == ["а", "б"]
    assert "2" in note[1]


def test_the_columns_are_as_wide_as_what_stands_in_them_within_bounds():
    columns = [NUMBER, TITLE, Column("x", "X", lambda record: "очень " * 100)]
    found = sheet(columns, [Record(id=1, title="т" * 30)])
    widths = [found.column_dimensions[letter].width for letter in "ABC"]
    assert [round(width) for width in widths] == [9, 33, 61]


def test_nothing_of_the_workbook_runs():
    with zipfile.ZipFile(written([TITLE], [Record(title="=HYPERLINK(1)")])) as parts:
        names = parts.namelist()
        rows = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in rows
    assert not [name for name in names if "vba" in name or "externalLink" in name]
