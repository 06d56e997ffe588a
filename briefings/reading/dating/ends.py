"""The ends of spans and the members of lists: dates, or bare numbers that get their unit later."""

from dataclasses import replace

from briefings.reading.dating.point import Point
from briefings.reading.dating.points import COARSE, day_number, read_point
from core.dates import Precision


def point_at(line, place):
    """A date or the bare number of one, each place read but once."""
    if place not in line.read:
        line.read[place] = read_point(line, place) or bare(line, place)
    return line.read[place]


def bare(line, place):
    """A number that gets its unit from the other end: «с 10 по 12 октября», «I–II кварталы»."""
    token = line.at(place)
    if token.kind == "roman" and token.value <= 4:
        return Point(Precision.QUARTER, part=token.value), place + 1
    numbered = day_number(line, place)
    if numbered is None or not 1 <= numbered[0] <= 39:
        return None
    day, after = numbered
    # «12.–14.05.2013»
    after = after + 1 if line.kind(after) == "stop" and line.kind(after + 1) == "dash" else after
    return Point(Precision.DAY, day=day), after


def like(left, right, dash=True):
    """The left end with the month, unit or decade that only the right end names; None if odd."""
    if left.precision == Precision.DAY and not left.part and not left.same_month:
        if right.precision == Precision.DAY:
            return replace(left, part=right.part, same_month=right.same_month)
        if right.precision in {Precision.QUARTER, Precision.HALF_YEAR} and left.day <= 4:
            return Point(right.precision, part=left.day)
        return None
    if left.precision == Precision.QUARTER and right.precision == Precision.HALF_YEAR:
        return replace(left, precision=Precision.HALF_YEAR) if left.part <= 2 else None
    if left.precision == Precision.YEAR and right.precision == Precision.DECADE and dash:
        # «1970–1980-е годы»: two decades.
        return (
            replace(left, precision=Precision.DECADE) if left.year and left.year % 10 == 0 else None
        )
    coarse = {left.precision in COARSE, right.precision in COARSE}
    if len(coarse) == 2 and (left.is_yearless or right.is_yearless):
        # «1995 г. – 3 апреля прошёл …»: the year is what the date stands under.
        return None
    return left
