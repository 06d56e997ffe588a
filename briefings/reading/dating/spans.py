"""What a date runs over: from one end to another, in a list, or finer within a year."""

from dataclasses import replace

from briefings.reading.dating.ends import like, point_at
from briefings.reading.dating.lists import bracketed_days, days_behind, listed
from briefings.reading.dating.point import Point
from briefings.reading.dating.points import COARSE, read_point
from core.dates import Precision

# «3-го», «12-ое»: a longer ordinal is a word.
LONGEST_FIGURE = 5


def span(line, place, preposition):
    academic = _academic(line, place)
    if academic:
        return academic
    left = point_at(line, place)
    if left is None:
        return None
    point, after = left
    closed = _closed(line, after, point, preposition)
    if closed:
        return _with_second(line, closed)
    several = listed(line, place) or bracketed_days(line, after, point)
    several = several or (days_behind(line, after, point) if _is_at_head(line, place) else None)
    if several:
        return several
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
    if point.precision == Precision.SEASON and line.at(after + 1).value == "а":
        # «осенью того же года, а именно в октябре»
        place_of_finer = after + 3 if line.at(after + 2).value == "именно" else after
        named = finer_in(line, place_of_finer, point)
        if named:
            return named
    if point.precision == Precision.YEAR:
        finer = _finer(line, after, point)
        if finer:
            return finer
    return {"first": point, "last": None}, after


def _is_at_head(line, place):
    """Whether a month opens a line, or follows the year that does: «1998, октябрь, 5–8»."""
    behind_year = place == 2 and line.kind(0) == "year" and line.kind(1) == "comma"
    return place == 0 or behind_year


def _with_second(line, closed):
    """«3–5 сентября 2013 г. и 8–10 октября 2014 г.», «в мае–июне и сентябре 2014 г.»: a list."""
    parts, after = closed
    if not (line.is_preposition(after, "and") and parts["last"]):
        return closed
    here = after + 2 if line.is_preposition(after + 1, "in", "from") else after + 1
    left = point_at(line, here)
    second = left and (_closed(line, left[1], left[0], "from") or ({"last": left[0]}, left[1]))
    last = second and second[0]["last"]
    if not last or last.precision != parts["last"].precision or not (last.part or last.year):
        return closed
    first, middle = parts["first"], parts["last"]
    if middle.is_yearless and last.is_yearless:
        return closed
    first = first.in_year(middle.year) if first.is_yearless and middle.year else first
    return {"first": first, "last": last, "is_list": True}, second[1]


def _closed(line, place, left, preposition):
    """The span whose left end was read, if a right end follows."""
    dash = line.kind(place) == "dash" or (
        line.kind(place) == "slash" and (left.precision == Precision.YEAR or left.is_yearless)
    )
    # «с 30 на 31 декабря»: a night.
    told = any(line.at(before).value == "ночь" for before in range(max(0, place - 8), place))
    night = ("on",) if left.precision == Precision.DAY and (told or not left.part) else ()
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
    if right is None or (dash and _counts(line, place - 1, here)):
        return None
    point, after = right
    if (
        left.precision == Precision.SEASON
        and left.is_yearless
        and point.precision == Precision.YEAR
    ):
        # «осень–зима 2013 г.»: which winter it was is not told, so only the year is sure.
        return {"first": point, "last": None}, after
    left = like(left, point, dash)
    if left is None:
        return None
    return {"first": left, "last": point}, after


def _counts(line, left, right):
    """«восьмое – 16 мая 2005 г.», «1-е – 12.10.2005»: the number of a meeting and its day."""
    number, day = line.at(left), line.kind(right)
    worded = number.end - number.start > LONGEST_FIGURE
    if number.kind == "roman" and day not in {"roman", "scanned_roman"}:
        # «I – март 2005 г., II – апрель 2007 г.»: meetings.
        return True
    return number.kind == "ordinal" and (day == "full" or (worded and day == "number"))


def _short_year(line, place, left):
    """«2012–13 гг.»."""
    token = line.at(place)
    if left.precision != Precision.YEAR or token.kind != "number" or left.year is None:
        return None
    if line.kind(place + 1) != "year_word":
        return None
    return Point(Precision.YEAR, left.year // 100 * 100 + token.value), place + 2


def _academic(line, place):
    """«2014/2015 учебный год», «в 2014–15 уч. г.»."""
    first, second = line.at(place), line.at(place + 2)
    if first.kind == "relative" and first.value[0] == "academic":
        # «в следующем учебном году»: its neighbour's last year is its first.
        start = Point(Precision.MONTH, part=9, lean=("neighbour", 0))
        end = Point(Precision.MONTH, part=8, lean=("neighbour", 1))
        return {"first": start, "last": end, "is_academic": True}, place + 1
    if first.kind != "year" or line.kind(place + 1) not in {"slash", "dash"}:
        return None
    if second.kind not in {"year", "number"} or line.kind(place + 3) != "academic":
        return None
    if second.value % 100 != (first.value + 1) % 100:
        return None
    start = Point(Precision.MONTH, first.value, 9)
    end = Point(Precision.MONTH, first.value + 1, 8)
    return {"first": start, "last": end, "is_academic": True}, line.skip(place + 4, "year_word")


def _finer(line, place, year):
    """«2010, 12–14 июня», «2012 (осень)», «в 2011 году, с 27 августа по 4 сентября»."""
    here = line.skip(place, "comma", "open", "colon", "dash")
    bracket = line.kind(place) == "open"
    preposition = None
    if line.is_preposition(here, "in", "from"):
        preposition = line.at(here).value
        here += 1
    made = span(line, here, preposition) if line.kind(here) not in {"year", "relative"} else None
    if made is None:
        return None
    parts, after = made
    points = [point for point in (parts["first"], parts["last"]) if point]
    if year.lean and points[-1].year:
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


def finer_in(line, place, season):
    """The month that a season is said to mean, in its year; None if none follows."""
    made = read_point(line, place + 1 if line.is_preposition(place, "in") else place)
    if made is None or made[0].precision != Precision.MONTH or not made[0].is_yearless:
        return None
    point = replace(made[0], year=season.year, lean=season.lean)
    return {"first": point, "last": None}, made[1]


def _under(point, year):
    """The point in the year that stands before it."""
    if year.year is None:
        return replace(point, lean=year.lean)
    return point.in_year(year.year).checked()
