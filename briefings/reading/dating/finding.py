"""Finds dates in what is read: points, spans, lists, and what hangs on a year before them."""

from dataclasses import dataclass, replace

from briefings.reading.dating.point import Point
from briefings.reading.dating.points import COARSE, Line, day_number, read_point, with_year
from briefings.reading.dating.tokens import tokens_of
from briefings.reading.morphology import may_be
from core.dates import Precision

LONGEST_LIST = 10


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a stretch.

    ``first``, ``last`` its points (``last`` None of a single or an open one); ``start``, ``end``
    where its words stand in the stretch; ``preposition`` the class of the one before it (``in``,
    ``from``, ``until`` …) or None; ``is_list``: several dates rather than a span from one to the
    other; ``is_academic``; ``is_weak``: numbers that are a date only where dates are expected.
    """

    first: Point
    last: Point | None
    start: int
    end: int
    preposition: str | None = None
    is_open: bool = False
    is_list: bool = False
    is_academic: bool = False
    is_weak: bool = False

    @property
    def points(self):
        return (self.first, self.last) if self.last else (self.first,)

    @property
    def is_year_only(self):
        return self.last is None and self.first.precision in COARSE

    @property
    def qualifier(self):
        if self.is_academic:
            return "academic"
        return self.first.qualifier if self.last is None else None


def find_dates(read):
    """All dates in what is read of a stretch, in order, none overlapping."""
    line, found, place = Line(tokens_of(read)), [], 0
    while place < len(line.tokens):
        made = _date(line, place)
        if made is None:
            place += 1
            continue
        date, after = made
        if _is_plausible(line, place, after, date):
            found.append(date)
        place = max(after, place + 1)
    return found


def _date(line, place):
    """(Found, next place): a preposition and what follows it, or None."""
    here, preposition = place, None
    if line.kind(here) == "preposition":
        preposition = line.at(here).value
        here += 1
        if line.kind(here) == "period":
            here += 1
            if line.is_preposition(here, "from", "in"):
                preposition = line.at(here).value
                here += 1
        elif preposition == "from" and line.is_preposition(here, "from"):
            here += 1
    if preposition in {"and", "or"}:
        return None
    made = _span(line, here, preposition)
    if made is None:
        return None
    parts, after = made
    return _found(line, place, after, preposition, parts), after


def _found(line, place, after, preposition, parts):
    date = Found(
        start=line.at(place).start, end=line.at(after - 1).end, preposition=preposition, **parts
    )
    return replace(date, is_weak=line.kind(place) == "day_month" and _is_yearless(date))


def _is_yearless(date):
    return all(point.is_yearless for point in date.points)


def _span(line, place, preposition):
    academic = _academic(line, place)
    if academic:
        return academic
    left = _point_at(line, place)
    if left is None:
        return None
    point, after = left
    closed = _closed(line, after, point, preposition)
    if closed:
        return _with_second(line, closed)
    listed = _listed(line, place) or _bracketed_days(line, after, point)
    if listed:
        return listed
    if point.precision == Precision.DAY and not point.part and not point.same_month:
        return None
    if point.precision == Precision.QUARTER and line.kind(place) == "roman" and after == place + 1:
        return None
    if preposition == "until" and point.precision < Precision.YEAR:
        # When it began is not told: of «до 5 мая 2013 г. работала» only the year is sure.
        point = replace(point, precision=Precision.YEAR, part=0, day=0)
    if preposition == "from":
        after = line.skip(after, "now") if line.kind(after) == "now" else after
        return {"first": point, "last": None, "is_open": True}, after
    if point.precision == Precision.YEAR:
        finer = _finer(line, after, point)
        if finer:
            return finer
    return {"first": point, "last": None}, after


def _with_second(line, closed):
    """«3–5 сентября 2013 г. и 8–10 октября 2014 г.», «в мае–июне и сентябре 2014 г.»: a list."""
    parts, after = closed
    if not (line.is_preposition(after, "and") and parts["last"]):
        return closed
    here = after + 2 if line.is_preposition(after + 1, "in", "from") else after + 1
    left = _point_at(line, here)
    second = left and (_closed(line, left[1], left[0], "from") or ({"last": left[0]}, left[1]))
    last = second and second[0]["last"]
    if not last or last.precision != parts["last"].precision or not (last.part or last.year):
        return closed
    first, middle = parts["first"], parts["last"]
    if middle.is_yearless and last.is_yearless:
        return closed
    first = first.in_year(middle.year) if first.is_yearless and middle.year else first
    return {"first": first, "last": last, "is_list": True}, second[1]


def _point_at(line, place):
    """A date or the bare number of one, each place read but once."""
    if place not in line.read:
        line.read[place] = read_point(line, place) or _bare(line, place)
    return line.read[place]


def _bare(line, place):
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


def _closed(line, place, left, preposition):
    """The span whose left end was read, if a right end follows."""
    dash = line.kind(place) == "dash" or (
        line.kind(place) == "slash" and (left.precision == Precision.YEAR or left.is_yearless)
    )
    # «с 30 на 31 декабря»: a night.
    night = ("on",) if left.precision == Precision.DAY and not left.part else ()
    joined = (preposition == "from" and line.is_preposition(place, "to", "until", *night)) or (
        preposition == "between" and line.is_preposition(place, "and")
    )
    if (
        line.kind(place) == "comma"
        and preposition == "from"
        and line.is_preposition(place + 1, "to")
    ):
        place, joined = place + 1, True
    if not (dash or joined):
        return None
    here = place + 1
    if dash and line.is_preposition(here, "in", "to"):
        here += 1
    if line.kind(here) == "now" or line.kind(place) == "now":
        return {"first": left, "last": None, "is_open": True}, here + 1
    right = read_point(line, here) or _short_year(line, here, left)
    if right is None:
        return None
    point, after = right
    if (
        left.precision == Precision.SEASON
        and left.is_yearless
        and point.precision == Precision.YEAR
    ):
        # «осень–зима 2013 г.»: which winter it was is not told, so only the year is sure.
        return {"first": point, "last": None}, after
    left = _like(left, point, dash)
    if left is None:
        return None
    return {"first": left, "last": point}, after


def _short_year(line, place, left):
    """«2012–13 гг.»."""
    token = line.at(place)
    if left.precision != Precision.YEAR or token.kind != "number" or left.year is None:
        return None
    if line.kind(place + 1) != "year_word":
        return None
    return Point(Precision.YEAR, left.year // 100 * 100 + token.value), place + 2


def _like(left, right, dash=True):
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
    if len(coarse) == 2 and left.is_yearless:
        return None
    return left


def _academic(line, place):
    """«2014/2015 учебный год», «в 2014–15 уч. г.»."""
    first, second = line.at(place), line.at(place + 2)
    if first.kind != "year" or line.kind(place + 1) not in {"slash", "dash"}:
        return None
    if second.kind not in {"year", "number"} or line.kind(place + 3) != "academic":
        return None
    if second.value % 100 != (first.value + 1) % 100:
        return None
    start = Point(Precision.MONTH, first.value, 9)
    end = Point(Precision.MONTH, first.value + 1, 8)
    return {"first": start, "last": end, "is_academic": True}, line.skip(place + 4, "year_word")


def _bracketed_days(line, place, month):
    """«В мае (12–14) 2014 г.»: the days of a month in brackets, its year before or behind them."""
    if month.precision != Precision.MONTH or line.kind(place) != "open":
        return None
    left = _bare(line, place + 1)
    if left is None:
        return None
    days, after = [left[0].day], left[1]
    if line.kind(after) == "dash" and (right := _bare(line, after + 1)):
        days, after = [*days, right[0].day], right[1]
    after = line.skip(after, "number_word")
    if line.kind(after) != "close":
        return None
    month, after = (month, after + 1) if month.year else with_year(line, after + 1, month)
    points = [replace(month, precision=Precision.DAY, day=day).checked() for day in days]
    return {"first": points[0], "last": points[1] if points[1:] else None}, after


def _listed(line, place):
    """«3, 5 и 8 ноября», «в 2009 и 2011 годах», «12 и 15 мая, 3 июня 2014 г.»."""
    bracketed = line.kind(place - 1) == "open"
    items = _items_of_list(line, place, bracketed)
    while len(items) > 1 and not _ends_list(line, items, bracketed):
        items.pop()
    if not 2 <= len(items) < LONGEST_LIST:
        return None
    points = [point for point, _, _ in items]
    alike = points[-1:]
    for point in reversed(points[:-1]):
        # A bare day is of the month that the next one names, and a date without year of its year.
        alike.insert(0, _like(point, alike[0]))
        if alike[0] is None or alike[0].precision != alike[-1].precision:
            return None
    last = alike[-1]
    if last.precision == Precision.DAY and not last.part and not last.same_month:
        return None
    return {"first": alike[0], "last": last, "is_list": True}, items[-1][1]


def _items_of_list(line, place, bracketed):
    """[(point, the place behind it, the class of the sign before it)] of dates side by side."""
    items, sign = [], None
    while len(items) < LONGEST_LIST:
        made = _point_at(line, place)
        if made is None:
            break
        point, place = made
        bare = items and items[-1][0].precision == Precision.DAY and not items[-1][0].part
        if items and point.precision != items[0][0].precision and not bare:
            break
        items.append((point, place, sign))
        sign = _sign_of_list(line, place, point, bracketed)
        if sign is None:
            break
        place = place + 1
        place = place + 1 if line.is_preposition(place, "in") else place
    return items


def _sign_of_list(line, place, point, bracketed):
    """The class of a sign or word behind which a list of dates may go on, or None."""
    if line.is_preposition(place, "and", "or"):
        return "and"
    # In brackets full dates are listed too: «(май 2007 г., май 2009 г.)».
    is_short = point.is_yearless or bracketed or point.precision == Precision.YEAR
    return "comma" if line.kind(place) == "comma" and is_short else None


def _ends_list(line, items, bracketed):
    """Whether the last of the items ends a list, rather than begins something else."""
    point, after, sign = items[-1]
    before = items[-2][0]
    if sign == "and" or bracketed:
        return True
    if before.precision == Precision.DAY and not before.part:
        return True
    if point.precision == Precision.YEAR:
        return line.kind(after - 1) == "year_word" and line.kind(items[-2][1] - 1) == "year"
    return before.is_yearless and not point.is_yearless


def _finer(line, place, year):
    """«2010, 12–14 июня», «2012 (осень)», «в 2011 году, с 27 августа по 4 сентября»."""
    here = line.skip(place, "comma", "open", "colon", "dash")
    bracket = line.kind(place) == "open"
    preposition = None
    if line.is_preposition(here, "in", "from"):
        preposition = line.at(here).value
        here += 1
    made = _span(line, here, preposition) if line.kind(here) not in {"year", "relative"} else None
    if made is None:
        return None
    parts, after = made
    points = [point for point in (parts["first"], parts["last"]) if point]
    if year.lean and all(point.year for point in points):
        # «Спустя год, в сентябре 2010 г.»
        return parts, after
    if any(not point.is_yearless or point.precision in COARSE for point in points):
        return None
    first = _under(parts["first"], year)
    last = parts["last"] and _under(parts["last"], year)
    if last and last.year and last.order < first.order:
        last = last.in_year(last.year + 1)
    if bracket:
        after = line.skip(after, "close")
    return {**parts, "first": first, "last": last}, after


def _under(point, year):
    """The point in the year that stands before it."""
    if year.year is None:
        return replace(point, lean=year.lean)
    return point.in_year(year.year).checked()


def _is_plausible(line, place, after, date):
    """Whether the words around let it be a date rather than a number of something."""
    if line.kind(place) == "day_month" and line.kind(place - 1) in {"preposition"}:
        return line.kind(after) != "other"
    if date.last is not None or date.first.precision != Precision.YEAR or date.first.lean:
        return True
    if line.kind(after - 1) in {"year_word", "relative"} or line.kind(place) == "year_word":
        return True
    if line.at(after - 1).end - line.at(after - 1).start > 4:
        return True
    following = line.at(after)
    if date.preposition is None:
        starts = place == 0 or line.kind(place - 1) in {"open", "comma", "dash", "colon"}
        return starts and following.kind in {
            "end",
            "comma",
            "dash",
            "colon",
            "close",
            "open",
            "stop",
        }
    if following.kind != "other":
        return True
    return not (
        may_be(following.value, "NOUN", "gent", "plur")
        or may_be(following.value, "ADJF", "gent", "plur")
    )
