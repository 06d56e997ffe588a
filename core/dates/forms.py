"""The single forms of EDTF that a register needs, from a day to a decade.

The numbers of seasons, quarters and half-years are those of ISO 8601-2:2019, 4.8 (Library of
Congress, EDTF specification, level 2 "Sub-year groupings"). Seasons are the meteorological ones of
the northern hemisphere, as CLDR and the people of the city count them.
"""

import datetime
import enum
import re
from dataclasses import dataclass

from core.dates.errors import DateError, refusal

LOWEST_YEAR, HIGHEST_YEAR = 1000, 2999


class Precision(enum.IntEnum):
    """How exact a date is; the greater the coarser."""

    DAY = 1
    MONTH = 2
    SEASON = 3
    QUARTER = 4
    HALF_YEAR = 5
    YEAR = 6
    DECADE = 7


# By precision: the EDTF number before the first part, and how many parts a year has.
PARTS = {
    Precision.MONTH: (0, 12),
    Precision.SEASON: (20, 4),
    Precision.QUARTER: (32, 4),
    Precision.HALF_YEAR: (39, 2),
}

# By precision: part n begins in month step * n + offset of its year and is so many months long.
MONTHS = {
    Precision.MONTH: (1, 0, 1),
    Precision.SEASON: (3, 0, 3),
    Precision.QUARTER: (3, -2, 3),
    Precision.HALF_YEAR: (6, -5, 6),
    Precision.YEAR: (0, 1, 12),
    Precision.DECADE: (0, 1, 120),
}

FORM = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?|[0-9]{3}X"
SINGLE = re.compile(r"([0-9]{3}[0-9X])(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


@dataclass(frozen=True, slots=True)
class Form:
    """A day, month, season, quarter, half-year, year or decade.

    ``year`` is the first one of a decade and the year of a winter's December. ``part`` counts from
    1 the months, seasons from spring on, quarters or half-years of the year; ``day`` those of the
    month. Both are 0 where there is none. DateError if the calendar has no such form.
    """

    precision: Precision
    year: int
    part: int = 0
    day: int = 0

    def __post_init__(self):
        if not LOWEST_YEAR <= self.year <= HIGHEST_YEAR:
            bounds = {"lowest": LOWEST_YEAR, "highest": HIGHEST_YEAR}
            raise DateError("year_out_of_range", {"year": self.year, **bounds})
        if self.precision <= Precision.MONTH and not 1 <= self.part <= 12:
            raise DateError("no_such_month", {"month": self.part})
        if self.precision == Precision.DAY:
            self._check_day()

    def _check_day(self):
        try:
            datetime.date(self.year, self.part, self.day)
        except ValueError:
            params = {"day": self.day, "month": self.part, "year": self.year}
            raise DateError("no_such_day", params) from None

    @property
    def edtf(self):
        """The form in EDTF."""
        if self.precision == Precision.DECADE:
            return f"{self.year // 10}X"
        if self.precision == Precision.YEAR:
            return str(self.year)
        if self.precision == Precision.DAY:
            return f"{self.year}-{self.part:02}-{self.day:02}"
        return f"{self.year}-{PARTS[self.precision][0] + self.part:02}"

    @property
    def first(self):
        """The first day it may mean."""
        if self.precision == Precision.DAY:
            return datetime.date(self.year, self.part, self.day)
        step, offset, _ = MONTHS[self.precision]
        return _month_start(self.year, step * self.part + offset)

    @property
    def last(self):
        """The last day it may mean."""
        if self.precision == Precision.DAY:
            return self.first
        step, offset, length = MONTHS[self.precision]
        after = _month_start(self.year, step * self.part + offset + length)
        return after - datetime.timedelta(days=1)


def _month_start(year, month):
    years, index = divmod(month - 1, 12)
    return datetime.date(year + years, index + 1, 1)


def read_form(text):
    """The form that a text of strict EDTF stands for; DateError if it stands for none."""
    match = SINGLE.fullmatch(text)
    year, part, day = match.groups() if match else (None, None, None)
    if year is None or (part and year.endswith("X")):
        raise refusal("unreadable", text)
    if year.endswith("X"):
        return Form(Precision.DECADE, int(year[:3]) * 10)
    if part is None:
        return Form(Precision.YEAR, int(year))
    if day is not None:
        return Form(Precision.DAY, int(year), int(part), int(day))
    return _part_of_year(int(year), int(part))


def _part_of_year(year, number):
    for precision, (before, count) in PARTS.items():
        if before < number <= before + count:
            return Form(precision, year, number - before)
    raise DateError("no_such_month", {"month": number})
