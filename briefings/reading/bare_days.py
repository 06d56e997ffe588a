"""Days without their month: «Февраль: 4 – концерт; 11–13 – ярмарка», or below a month's heading."""

import re
from dataclasses import replace

from briefings.reading.dating import Found, find_dates
from briefings.reading.dating.point import Point
from core.dates import Precision

DAYS = re.compile(
    r"(?:^|(?<=[;:.]\s))(?P<first>[0-3]?\d)(?:\s?[-–—]\s?(?P<last>[0-3]?\d))?(?(last)(?=[.:]?\s)|(?=\s(?:числа\s)?[–—-]\s\S))"
    r"|(?:^|(?<=[;:.,]\s))(?P<day>[0-3]?\d)-го(?:\s+числа)?(?=\s[а-яё]|:\s)"
    r"|(?:^|(?<=[;:.]\s))(?P<all>(?:в течение (?:всего )?|весь )месяц[а]?)\b"
)
DASH = re.compile(r"\s?[–—-]\s")
DAY_BEHIND = re.compile(
    r"(?<=[,;]\s)([0-3]?\d)(?:\s?[-–—]\s?([0-3]?\d))?(?=\s[–—-]\s[^\W\d]|\s[–—-]\s[«\"])"
)
DAYS_IN_BRACKETS = re.compile(
    r"(?<=\()(?:с\s+|числа\s+)?(\d{1,2})(?:\s?[-–—]\s?|\s+по\s+)(\d{1,2})(?:-?го|-?е)?(?:\s+числа)?(?=\))"
)
# At a month's label a sentence is looked at no farther.
LABELLED = re.compile(r"(?:\d{4}(?: ?г\.| год)?[ .,:–—-]+)?[а-я]{3,8}\b[^:]{0,20}:\s")
LABEL_SIGN = re.compile(r"\s*:\s")


def month_label(read):
    """The month that a sentence begins with as a label of days without one, else None."""
    dates = find_dates(read) if LABELLED.match(read) else []
    if len(dates) > 1 and _is_year_before(read, *dates[:2]):
        # «2007 год. Июль: 3 – …»
        year, month = dates[:2]
        dates = [replace(month, first=month.first.in_year(year.first.year), start=year.start)]
    if not dates or dates[0].start or not _is_month(dates[0]):
        return None
    sign = LABEL_SIGN.match(read, dates[0].end)
    return dates[0] if sign and any(each.start >= sign.end() for each in bare_days(read)) else None


def _is_year_before(read, year, month):
    between = read[year.end : month.start].strip(" .,:–—-")
    return year.is_year_only and bool(year.first.year) and _is_month(month) and not between


def _is_month(date):
    return date.first.precision == Precision.MONTH and date.last is None


def with_bare_days(read, dates):
    """The dates of a sentence and its days without a month; a label is part of the first of them.

    To be asked only where a month is known: the heading's, or that of ``month_label``.
    """
    label = month_label(read)
    bare = [each for each in bare_days(read) if not _overlaps(each, dates)]
    if label and bare:
        dates = [date for date in dates if not label.start <= date.start < label.end]
        first = bare[0]
        bare[0] = Found(first.first, first.last, label.start, first.end)
    return sorted([*dates, *bare], key=lambda date: date.start)


def bare_days(read):
    """Dates of the days, and of the whole month, whose month stands elsewhere."""
    made = []
    for match in DAYS.finditer(read):
        if match["all"]:
            first, last = Point(Precision.MONTH, same_month=True), None
        else:
            first = _day(match["first"] or match["day"])
            last = _day(match["last"]) if match["last"] else None
        made.append(Found(first, last, match.start(), match.end()))
    return made


def with_days_behind(read, dates):
    """The dates, with «28 мая – парусник, 29 – бал, 30-31 – конференция»: days of that month."""
    made, ends = [], [*(date.start for date in dates[1:]), len(read)]
    for date, end in zip(dates, ends, strict=False):
        made.append(date)
        if date.first.precision == Precision.MONTH and date.last is None:
            made += _bracketed_days(read, date, end)
        if date.first.precision != Precision.DAY or not DASH.match(read, date.end):
            continue
        for match in DAY_BEHIND.finditer(read, date.end, end):
            last = made[-1].last or made[-1].first
            days = [int(day) for day in match.groups() if day]
            if last.day < days[0] <= days[-1] <= 31:
                first, *rest = [replace(last, day=day) for day in days]
                made.append(Found(first, rest[0] if rest else None, *match.span()))
    return made


def _bracketed_days(read, month, end):
    """«май 2001 – Дни Дрездена (с 22 по 27)»: the days in brackets are of that month."""
    match = DAYS_IN_BRACKETS.search(read, month.end, end)
    if match is None or not 0 < int(match[1]) < int(match[2]) <= 31:
        return []
    first, last = (
        replace(month.first, precision=Precision.DAY, day=int(d)) for d in match.groups()
    )
    return [Found(first, last, *match.span())]


def _day(number):
    return Point(Precision.DAY, day=int(number), same_month=True)


def _overlaps(date, others):
    return any(date.start < each.end and each.start < date.end for each in others)
