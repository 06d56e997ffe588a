"""A date as far as its words go: what is not said is None until the context gives it."""

from dataclasses import dataclass, replace

from core.dates import DateError, PartialDate, Precision
from core.dates.forms import Form

CENTURY_BREAK = 50


@dataclass(frozen=True, slots=True)
class Point:
    """A single date: a day, month, season, quarter, half-year, year or decade.

    ``lean``        what its year hangs on: ("neighbour" or "note", years away); None: it is said,
                    or wholly left out
    ``same_month``  whether its month is a neighbour's
    ``two_digit``   whether the century was added; ``impossible``: whether a part was dropped
    """

    precision: Precision
    year: int | None = None
    part: int = 0
    day: int = 0
    qualifier: str | None = None
    lean: tuple[str, int] | None = None
    same_month: bool = False
    two_digit: bool = False
    impossible: bool = False

    @property
    def is_yearless(self):
        return self.year is None and self.lean is None

    @property
    def order(self):
        """Its place in the year: (month, day)."""
        starts = {Precision.SEASON: 3, Precision.QUARTER: 3, Precision.HALF_YEAR: 6}
        return self.part * starts.get(self.precision, 1), self.day

    def in_year(self, year):
        return replace(self, year=year, lean=None)

    def checked(self):
        """The same without a day or month that the calendar does not have (counting rule 13)."""
        if self.year is None:
            return self
        if self.precision <= Precision.MONTH and not 1 <= self.part <= 12:
            return replace(self, precision=Precision.YEAR, part=0, day=0, impossible=True)
        try:
            self.form()
        except DateError:
            return replace(self, precision=Precision.MONTH, day=0, impossible=True)
        return self

    def form(self):
        """The Form of the register; DateError if there is none."""
        return Form(self.precision, self.year, self.part, self.day)


def century(two_digits):
    """A two-digit year in full (counting rule 13): 00–49 are the 2000s, others the 1900s."""
    return two_digits + (2000 if two_digits < CENTURY_BREAK else 1900)


def partial_date(start, end, is_open):
    """The PartialDate from one point to another; None if the calendar or the order forbids it."""
    try:
        edtf = start.form().edtf
        if is_open:
            edtf += "/.."
        elif end is not None:
            edtf += f"/{end.form().edtf}"
        return PartialDate(edtf)
    except DateError:
        return None
