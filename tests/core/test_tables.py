"""The CSV of any list."""

import csv
import io

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from core.dates import PartialDate
from core.tables import Column, cell, csv_lines, date_columns

ROOT = "https://register.example"


class Record:
    def __init__(self, **values):
        self.__dict__.update(values)


def read(text, delimiter=","):
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


TITLE = Column("title", "Заголовок", lambda record: record.title)


@pytest.mark.parametrize(
    "formula",
    [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "  =1+1",
        "＝1+1",
        "+7;cmd|calc",
        "+123456-7",
        "-",
    ],
)
def test_a_formula_is_made_harmless(formula):
    assert cell(formula) == "'" + formula


@pytest.mark.parametrize(
    "text",
    [
        "+78125766833",
        "+78125766833;+3233387222",
        "+78125766833 ext. 12",
        "+32 3 338 72 22; (812) 576-68-33, доб. 12",
        "Порт",
        "a=b",
        "2013-02",
    ],
)
def test_telephones_and_plain_words_stay_as_they_are(text):
    assert cell(text) == text


def test_values_that_are_no_text():
    assert [cell(value) for value in (None, True, False, 12)] == ["", "1", "0", "12"]


@given(title=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_every_text_comes_back(title):
    lines = "".join(csv_lines([TITLE, TITLE], [Record(title=title)], root=ROOT))
    [header, row] = read(lines)
    assert header == ["title", "title"]
    assert row == [cell(title)] * 2


def test_lines_end_as_rfc_4180_says():
    lines = list(csv_lines([TITLE], [Record(title='Порт "Антверпен",\nпричал')], root=ROOT))
    assert lines == ["title\r\n", '"Порт ""Антверпен"",\nпричал"\r\n']


def test_for_excel_a_mark_semicolons_and_labels():
    text = "".join(csv_lines([TITLE, TITLE], [Record(title="а;б")], root=ROOT, excel=True))
    assert text == '\ufeffЗаголовок;Заголовок\r\n"а;б";"а;б"\r\n'


def test_a_path_is_given_in_full():
    column = Column("url", "Адрес", lambda record: "/ru/x/", is_path=True)
    assert (
        list(csv_lines([column], [Record()], root=ROOT))[1] == "https://register.example/ru/x/\r\n"
    )


@pytest.mark.parametrize(
    ("edtf", "cells"),
    [
        ("1958", ["1958", "1958-01-01", "1958-12-31", "1958 г."]),
        ("2013-02", ["2013-02", "2013-02-01", "2013-02-28", "февраль 2013 г."]),
        ("2005/..", ["2005/..", "2005-01-01", "", "с 2005 г."]),
        (None, ["", "", "", ""]),
    ],
)
def test_a_date_stands_in_four_columns(edtf, cells):
    columns = date_columns("date", ["a", "b", "c", "d"])
    assert [column.name for column in columns] == ["date", "date_first", "date_last", "date_text"]
    record = Record(date=edtf and PartialDate(edtf))
    with override("ru"):
        assert [cell(column.value(record)) for column in columns] == cells


def test_the_language_is_that_of_the_request_even_when_lines_are_asked_for_later():
    columns = date_columns("date", ["a", "b", "c", "d"])
    with override("nl"):
        lines = csv_lines(columns, [Record(date=PartialDate("2013-02"))], root=ROOT)
    with override("en"):
        assert list(lines)[1] == "2013-02,2013-02-01,2013-02-28,februari 2013\r\n"
