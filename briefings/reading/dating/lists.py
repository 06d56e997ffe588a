"""Dates side by side: «3, 5 и 8 ноября», «в 2009 и 2011 годах»."""

from dataclasses import replace

from briefings.reading.dating.ends import bare, like, point_at
from briefings.reading.dating.points import with_year
from core.dates import Precision

LONGEST_LIST = 10


def bracketed_days(line, place, month):
    """«В мае (12–14) 2014 г.»: the days of a month in brackets, its year before or behind them."""
    if month.precision != Precision.MONTH or line.kind(place) != "open":
        return None
    left = bare(line, place + 1)
    if left is None:
        return None
    days, after = [left[0].day], left[1]
    if line.kind(after) == "dash" and (right := bare(line, after + 1)):
        days, after = [*days, right[0].day], right[1]
    after = line.skip(after, "number_word")
    if line.kind(after) != "close":
        return None
    month, after = (month, after + 1) if month.year else with_year(line, after + 1, month)
    points = [replace(month, precision=Precision.DAY, day=day).checked() for day in days]
    return {"first": points[0], "last": points[1] if points[1:] else None}, after


def days_behind(line, place, month):
    """«Февраль, 10–14. …», «март, 5 – …»: the days of a month behind it, at the head of a line."""
    if month.precision != Precision.MONTH or line.kind(place) != "comma":
        return None
    left = bare(line, place + 1)
    if left is None:
        return None
    days, after = [left[0].day], left[1]
    if line.kind(after) == "dash" and (right := bare(line, after + 1)):
        days, after = [*days, right[0].day], right[1]
    if line.kind(after) not in {"stop", "colon", "dash", "end"}:
        return None
    points = [replace(month, precision=Precision.DAY, day=day).checked() for day in days]
    return {"first": points[0], "last": points[1] if points[1:] else None}, after


def listed(line, place):
    """«3, 5 и 8 ноября», «в 2009 и 2011 годах», «12 и 15 мая, 3 июня 2014 г.»."""
    if place < line.no_list_before:
        return None
    bracketed = line.kind(place - 1) in {"open", "colon"}
    items = _items_of_list(line, place, bracketed)
    if len(items) == LONGEST_LIST:
        # Numbers in so long a row are no list of dates, nor is any part of them.
        line.no_list_before = items[-1][1]
        return None
    while len(items) > 1 and not _ends_list(line, items, bracketed):
        items.pop()
    if len(items) < 2:
        return None
    points = [point for point, _, _ in items]
    alike = points[-1:]
    for point in reversed(points[:-1]):
        # A bare day is of the month that the next one names, and a date without year of its year.
        alike.insert(0, like(point, alike[0]))
        if alike[0] is None or alike[0].precision != alike[-1].precision:
            return None
    last = alike[-1]
    if last.precision == Precision.DAY and not last.part and not last.same_month:
        return None
    return {"first": alike[0], "last": last, "is_list": True}, items[-1][1]


def _items_of_list(line, place, bracketed):
    """[(point, the place behind it, the class of the sign before it)] of dates side by side."""
    items, sign = [], None
    opens = place == 0 and line.kind(place) == "full"
    while len(items) < LONGEST_LIST:
        made = point_at(line, place)
        if made is None:
            break
        is_year = line.kind(place) == "year"
        point, place = made
        if items and is_year and _shares_month(items[0][0], point):
            point = items[0][0].in_year(point.year)
        is_bare = items and items[-1][0].precision == Precision.DAY and not items[-1][0].part
        if items and point.precision != items[0][0].precision and not is_bare:
            break
        items.append((point, place, sign))
        sign = _sign_of_list(line, place, point, bracketed, opens)
        if sign is None:
            break
        place = place + 1
        place = place + 1 if line.is_preposition(place, "in") else place
    return items


def _sign_of_list(line, place, point, bracketed, opens):
    """The class of a sign or word behind which a list of dates may go on, or None.

    ``opens``  whether full dates open the line: «14.06.2013, 15.06.2014 – заседания»
    """
    if line.is_preposition(place, "and", "or"):
        return "and"
    # In brackets full dates are listed too: «(май 2007 г., май 2009 г.)».
    is_short = point.is_yearless or bracketed or point.precision == Precision.YEAR
    is_short = is_short or opens
    # «в феврале 2005, 2007 и 2009 гг.»
    before_year = line.kind(place - 1) == "year" and line.kind(place + 1) == "year"
    return "comma" if line.kind(place) == "comma" and (is_short or before_year) else None


def _shares_month(first, point):
    """Whether a year in a list is that of another February, spring or the like."""
    fits = first.precision in {Precision.MONTH, Precision.SEASON} and bool(first.year)
    return fits and point.precision == Precision.YEAR and bool(point.year)


def _ends_list(line, items, bracketed):
    """Whether the last of the items ends a list, rather than begins something else."""
    point, after, sign = items[-1]
    before = items[-2][0]
    if sign == "and" or bracketed:
        return True
    if before.precision == Precision.DAY and not before.part:
        return True
    if line.kind(after) in {"colon", "dash"} and line.kind(after - 1) == "full":
        return True
    if point.precision == Precision.YEAR and line.kind(after) in {"colon", "dash"}:
        # «2006, 2007, 2009: гастроли»
        return line.kind(after - 1) == line.kind(items[-2][1] - 1) == "year"
    if point.precision == Precision.YEAR:
        return line.kind(after - 1) == "year_word" and line.kind(items[-2][1] - 1) == "year"
    return before.is_yearless and not point.is_yearless
