"""Finds dates in what is read: points, spans, lists, and what hangs on a year before them."""

from dataclasses import dataclass, replace

from briefings.reading.dating.point import Point
from briefings.reading.dating.points import COARSE, Line, read_point
from briefings.reading.dating.tokens import tokens_of
from briefings.reading.morphology import may_be
from core.dates import Precision

LONGEST_LIST = 10
DASHES = {"dash"}
BARE = {"number": Precision.DAY, "roman": Precision.QUARTER, "ordinal": Precision.QUARTER}


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
    left = read_point(line, place) or _bare(line, place)
    if left is None:
        return None
    point, after = left
    closed = _closed(line, after, point, preposition)
    if closed:
        return _with_second(line, closed)
    listed = _listed(line, place)
    if listed:
        return listed
    if point.precision == Precision.DAY and not point.part and not point.same_month:
        return None
    if point.precision == Precision.QUARTER and line.kind(place) in BARE and after == place + 1:
        return None
    if preposition == "from":
        after = line.skip(after, "now") if line.kind(after) == "now" else after
        return {"first": point, "last": None, "is_open": True}, after
    if point.precision == Precision.YEAR:
        finer = _finer(line, after, point)
        if finer:
            return finer
    return {"first": point, "last": None}, after


def _with_second(line, closed):
    """«3–5 сентября 2013 г. и 8–10 октября 2014 г.»: two spans are a list from first to last."""
    parts, after = closed
    if not (line.is_preposition(after, "and") and parts["last"]):
        return closed
    here = after + 2 if line.is_preposition(after + 1, "in", "from") else after + 1
    left = read_point(line, here) or _bare(line, here)
    second = left and _closed(line, left[1], left[0], "from")
    last = second and second[0]["last"]
    if not last or last.precision != parts["last"].precision or not parts["last"].year:
        return closed
    first = parts["first"]
    first = first.in_year(parts["last"].year) if first.is_yearless else first
    return {"first": first, "last": last, "is_list": True}, second[1]


def _bare(line, place):
    """A number that gets its unit from the other end: «с 10 по 12 октября», «I–II кварталы»."""
    token = line.at(place)
    if token.kind == "number" and 1 <= token.value <= 39:
        return Point(Precision.DAY, day=token.value), place + 1
    if token.kind in {"roman", "ordinal"} and token.value <= 4:
        return Point(Precision.QUARTER, part=token.value), place + 1
    return None


def _closed(line, place, left, preposition):
    """The span whose left end was read, if a right end follows."""
    dash = line.kind(place) in DASHES or (
        line.kind(place) == "slash" and left.precision == Precision.YEAR
    )
    joined = (preposition == "from" and line.is_preposition(place, "to", "until")) or (
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
    left = _like(left, point)
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


def _like(left, right):
    """The left end with the month, unit or decade that only the right end names; None if odd."""
    if left.precision == Precision.DAY and not left.part and not left.same_month:
        if right.precision == Precision.DAY:
            return replace(left, part=right.part, same_month=right.same_month)
        if right.precision in {Precision.QUARTER, Precision.HALF_YEAR} and left.day <= 4:
            return Point(right.precision, part=left.day)
        return None
    if left.precision == Precision.QUARTER and right.precision == Precision.HALF_YEAR:
        return replace(left, precision=Precision.HALF_YEAR) if left.part <= 2 else None
    if left.precision == Precision.YEAR and right.precision == Precision.DECADE:
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


def _listed(line, place):
    """«3, 5 и 8 ноября», «в 2009 и 2011 годах», «в июне 2004 г. и в феврале 2008 г.»."""
    points, here = [], place
    bracketed = line.kind(place - 1) == "open"
    while len(points) < LONGEST_LIST:
        made = read_point(line, here) or _bare(line, here)
        if made is None:
            return None
        points.append(made[0])
        here = made[1]
        following = _next_of_list(line, here, made[0], bracketed)
        if following is None:
            break
        here = following
    if not 2 <= len(points) < LONGEST_LIST:
        return None
    last = points[-1]
    alike = [_like(point, last) for point in points]
    if any(point is None or point.precision != last.precision for point in alike):
        return None
    if not last.part and last.precision == Precision.DAY:
        return None
    return {"first": alike[0], "last": last, "is_list": True}, here


def _next_of_list(line, place, point, bracketed=False):
    """Where the next date of a list begins, if one does."""
    # In brackets full dates are listed too: «(май 2007 г., май 2009 г.)».
    is_short = (
        point.is_yearless
        or bracketed
        or (point.precision == Precision.YEAR and line.kind(place - 1) == "year")
    )
    if line.is_preposition(place, "and", "or") or (line.kind(place) == "comma" and is_short):
        after = place + 1
    else:
        return None
    after = after + 1 if line.is_preposition(after, "in") else after
    made = read_point(line, after) or _bare(line, after)
    if made is None:
        return None
    bare = point.precision == Precision.DAY and not point.part
    nexts = made[0]
    if nexts.precision != point.precision and not bare:
        return None
    if line.kind(place) == "comma" and not bare and not bracketed and not _closes(line, made[1]):
        return None
    return after


def _closes(line, place):
    """Whether a list of dates with commas goes on to its «и»."""
    for _ in range(2 * LONGEST_LIST):
        if line.is_preposition(place, "and", "or"):
            return True
        made = (
            (read_point(line, place + 1) or _bare(line, place + 1))
            if line.kind(place) == "comma"
            else None
        )
        if made is None:
            return False
        place = made[1]
    return False


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
