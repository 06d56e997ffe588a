"""Reads dates as people write them in Russian, English and Dutch.

Patterns read the text's line of symbols (see lines). A text that may mean several dates is
refused: a date guessed would be more exact than its source.
"""

import re
from dataclasses import dataclass

from core.dates.errors import refusal
from core.dates.forms import FORM, Form, Precision, read_form
from core.dates.lines import line_of, plain

# Longer texts are no dates; the limit keeps hostile ones cheap.
LONGEST = 100

EDTF = re.compile(rf"(?:{FORM})(?:/(?:{FORM}|\.\.))?")
SLASH = re.compile(r"\s*/\s*")
OPEN = ".."

TO = "(?:- >|-|>)"
FROM = "(?:[@<] |van )?"
REFUSED_TEXTS = (
    (re.compile(r"\d{1,4}\s?/\s?\d{1,4}(?:\s?/\s?\d{2,4})?"), "ambiguous_slashes"),
    (re.compile(r"\d{1,2}[-–]\d{1,2}[-–](?:\d{2}|\d{4})|\d{1,2}[-–]\d{4}"), "ambiguous_hyphens"),
)
REFUSED_LINES = (
    # «1990–2000-е» and «jaren 1990–2000» name two decades, yet a bare 1990 would be a year.
    (re.compile(rf"^{FROM}\d{{3}}0 {TO} x"), "ambiguous_decade"),
    (re.compile(rf"x\d{{4}}(?: y)* {TO} \d{{3}}0$"), "ambiguous_decade"),
    (re.compile(rf"^{FROM}\d{{4}}(?: {TO} |-)\d\d(?: y)+$"), "ambiguous_range"),
    (re.compile(rf"^{FROM}\d{{4}} {TO} \d\d$"), "ambiguous_range"),
    (re.compile(r"\byy\b"), "two_digit_year"),
    (re.compile(rf"^{FROM}(?:decade )?\d\d(?: y)*(?: {TO} \d\d(?: y)*)?$"), "two_digit_year"),
    (re.compile(rf"\bx\d{{4}}(?: y)* {TO} \d\d(?: y)*$"), "two_digit_year"),
    (re.compile(r"\b\d\d?\.\d\d?\.\d\d(?![\d.])"), "two_digit_year"),
    (re.compile(r"(?:\bs\d|[qh]|\d m\d+) \d\d(?: y)*$"), "two_digit_year"),
)
REWRITTEN = (
    (re.compile(r"(?<=\d{4})(?: y)+(?= |$)"), ""),
    (re.compile(r"\by (?=\d{4}(?: |$))"), ""),
    (re.compile(r"(?<= )van "), ""),
    (re.compile(r"(^|[->] )@ "), r"\1"),
    # "May 15–17, 2014" has the month before both of its days.
    (re.compile(rf"^({FROM})(m\d+) (\d\d?) ({TO}) (\d\d?) (\d{{4}})$"), r"\1\3 \4 \5 \2 \6"),
)
WINTER = re.compile(r"\bs4 (\d{4}) [-/] (\d{4})(?= |$)")
HALF_NAMED_WINTER = re.compile(r"\bs4\b")

INTERVAL = re.compile(rf"(?:(?:<|van) )?(.+?) {TO} (.+)")
YEAR = r"(?: (?P<year>\d{4}))?"
SKETCHES = tuple(
    (re.compile(pattern), precision)
    for pattern, precision in (
        (r"(?P<year>\d{4})", Precision.YEAR),
        (rf"m(?P<part>\d+){YEAR}", Precision.MONTH),
        (r"(?P<part>\d\d?)\.(?P<year>\d{4})", Precision.MONTH),
        (rf"(?P<day>\d\d?) m(?P<part>\d+){YEAR}", Precision.DAY),
        (rf"m(?P<part>\d+) (?P<day>\d\d?){YEAR}", Precision.DAY),
        (r"(?P<day>\d\d?)\.(?P<part>\d\d?)(?:\.(?P<year>\d{4}))?", Precision.DAY),
        (rf"[sw](?P<part>[1-4]){YEAR}", Precision.SEASON),
        (rf"(?P<part>[1-4]) q{YEAR}", Precision.QUARTER),
        (rf"(?P<part>[12]) h{YEAR}", Precision.HALF_YEAR),
        (r"x(?P<year>\d{4})", Precision.DECADE),
    )
)
LONE_NUMBER = re.compile(r"\d\d?")
SHARING_A_YEAR = {Precision.MONTH, Precision.SEASON}


class _RefusedError(Exception):
    """The code of what is wrong, on its way to the DateError that quotes the whole text."""


@dataclass(slots=True)
class Sketch:
    """What a text says of a form; the year is None if it leaves that to the other end."""

    precision: Precision
    year: int | None = None
    part: int = 0
    day: int = 0

    def form(self):
        if self.year is None:
            raise _RefusedError("year_missing")
        return Form(self.precision, self.year, self.part, self.day)


def to_edtf(text):
    """The EDTF of the date in a text as people write it; DateError if it is none, or several."""
    text = text.strip()
    if len(text) > LONGEST:
        raise refusal("unreadable", text)
    edtf = SLASH.sub("/", text.upper())
    if EDTF.fullmatch(edtf):
        return edtf
    try:
        return _words_to_edtf(plain(text))
    except _RefusedError as error:
        raise refusal(error.args[0], text) from None


def _words_to_edtf(text):
    _refuse(text, REFUSED_TEXTS, re.Pattern.fullmatch)
    line = line_of(text)
    if line is None:
        raise _RefusedError("unreadable")
    _refuse(line, REFUSED_LINES, re.Pattern.search)
    line = _rewrite(line)
    interval = INTERVAL.fullmatch(line)
    if interval:
        return _interval(*interval.groups())
    if line.startswith("< "):
        return f"{_sketch(line[2:]).form().edtf}/{OPEN}"
    return _sketch(line).form().edtf


def _refuse(text, table, finds):
    for pattern, code in table:
        if finds(pattern, text):
            raise _RefusedError(code)


def _rewrite(line):
    """The line without words that add nothing, each winter named by the year of its December."""
    for pattern, replacement in REWRITTEN:
        line = pattern.sub(replacement, line)
    line = WINTER.sub(_winter, line)
    if HALF_NAMED_WINTER.search(line):
        raise _RefusedError("ambiguous_winter")
    return line


def _winter(match):
    december, february = map(int, match.groups())
    return f"w4 {december}" if february == december + 1 else match[0]


def _interval(left, right):
    if right == OPEN:
        return f"{_sketch(left).form().edtf}/{OPEN}"
    end = _sketch(right)
    start = _sketch(_with_unit(left, end))
    shared = start.precision == end.precision or {start.precision, end.precision} <= SHARING_A_YEAR
    if start.year is None and shared:
        start.year = end.year
    return f"{start.form().edtf}/{end.form().edtf}"


def _with_unit(left, end):
    """A lone number at the start counts what the end counts: days of a month, quarters, halves."""
    units = {
        Precision.DAY: f" m{end.part}",
        Precision.QUARTER: " q",
        Precision.HALF_YEAR: " h",
    }
    return left + units.get(end.precision, "") if LONE_NUMBER.fullmatch(left) else left


def _sketch(line):
    if EDTF.fullmatch(line):
        form = read_form(line)
        return Sketch(form.precision, form.year, form.part, form.day)
    for pattern, precision in SKETCHES:
        match = pattern.fullmatch(line)
        if match:
            said = {name: int(value) for name, value in match.groupdict().items() if value}
            return Sketch(precision, **said)
    raise _RefusedError("unreadable")
