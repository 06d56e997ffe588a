"""What a date leans on: the heading's year, its neighbour's, the date of the note."""

from dataclasses import dataclass, field, replace

from briefings.reading.dating.point import partial_date
from core.dates import Precision


@dataclass(frozen=True, slots=True)
class Resolved:
    """A date with its year: the PartialDate and what had to be added or dropped."""

    date: object
    inferred: tuple[str, ...]
    two_digit: bool
    impossible: bool


@dataclass(slots=True)
class Years:
    """The years that dates without one may lean on.

    ``note``     of the note itself
    ``heading``  of the heading they stand under
    ``lead``     of the beginning of their sentence
    ``neighbour``, ``month``  of the last date before, and its month
    ``is_apart``  whether the last date before tells nothing of the next paragraph's
    """

    note: int | None = None
    heading: int | None = None
    lead: int | None = None
    neighbour: int | None = None
    month: int | None = None
    order: tuple[int, int] = field(default=(0, 0))
    is_apart: bool = False

    def resolve(self, found, same_paragraph=True):
        """The found date with its year as Resolved; None if nothing tells the year."""
        if found.has_broken_year:
            return None
        inferred = set()
        points = [self._with_month(point, inferred) for point in found.points]
        if None in points:
            return None
        said = [point for point in points if not point.is_yearless]
        # «с мая по июль 2013»: one end names the year of both.
        told = {point: self._year(point, same_paragraph, inferred) for point in said or points}
        years = [told.get(point) for point in points]
        known = [year for year in years if year]
        if not known:
            return None
        first, last = points[0], points[-1]
        first_year, last_year = years[0] or known[-1], years[-1] or known[0]
        if _crosses(first, last) and first_year == last_year:
            said_last = last.year is not None
            first_year, last_year = (
                (first_year - 1, last_year) if said_last else (first_year, last_year + 1)
            )
        first, last = first.in_year(first_year).checked(), last.in_year(last_year).checked()
        if _is_backward(first, last):
            first = last = replace(last, precision=Precision.MONTH, day=0, impossible=True)
        date = partial_date(first, last if len(points) == 2 else None, found.is_open)
        if date is None:
            return None
        return Resolved(
            date,
            tuple(sorted(inferred)),
            any(point.two_digit for point in points),
            any(point.impossible for point in (*points, first, last)),
        )

    def _with_month(self, point, inferred):
        if not point.same_month:
            return point
        if self.month is None:
            return None
        inferred.update(("month", "year"))
        return replace(point, part=self.month, year=self.neighbour, same_month=False)

    def _year(self, point, same_paragraph, inferred):
        if point.year is not None:
            return point.year
        if point.lean is not None:
            what, away = point.lean
            near = self.lead or self.heading or self.neighbour or self.note
            year = {"note": self.note, "near": near}.get(what, self.neighbour or self.heading)
            if year is not None:
                inferred.add("year")
                return year + away
            return None
        if self.lead is not None:
            return self.lead
        year = self.heading
        if year is None and self.neighbour is not None:
            # In another paragraph the year only carries on while the months do.
            carries = same_paragraph or (point.order >= self.order and not self.is_apart)
            year = self.neighbour if carries else None
        if year is not None:
            inferred.add("year")
        return year

    def remember(self, date, is_apart=False):
        """Let the following dates lean on this PartialDate; apart, only those of its paragraph."""
        self.is_apart = is_apart
        form = date.end or date.start
        self.neighbour = form.year
        self.month = form.part if form.precision <= 2 else None
        self.order = (form.part, form.day) if form.precision <= 2 else (0, 0)


def _crosses(first, last):
    """Whether a span runs over the new year: «с ноября по февраль», «28 декабря – 3 января»."""
    if not (first.is_yearless and first.part and last.part):
        return False
    return first.order[0] > last.order[0]


def _is_backward(first, last):
    """«7–3 мая»: whether days of a month are not in order, so that only the month is sure."""
    days = first.precision == last.precision == Precision.DAY
    return days and first.part == last.part and first.year == last.year and first.day > last.day
