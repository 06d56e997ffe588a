"""Finds dates in what is read: points, spans, lists, and what hangs on a year before them."""

import functools
import re
from dataclasses import dataclass, replace

from briefings.reading.dating.point import Point
from briefings.reading.dating.points import COARSE, Line
from briefings.reading.dating.spans import span
from briefings.reading.dating.tokens import tokens_of
from briefings.reading.morphology import parses
from core.dates import Precision

# Without a digit or a word of time there is no date: most sentences are passed over at once.
MAY_HOLD = re.compile(
    r"\d|янв|фев|мар[та]|апр|ма[йяе]|ию[нл]|авг|сен|окт|ноя|дек|весн|лет|осен|зим|год|век|столет"
    r"|месяц|врем|пор\b|день|дня|дни|н\.\s?в|[тпс]\.\s?г|кварт|полуг|полов|пол\.|десят|дцат|сорок|девян"
    r"|нулев|кв\b|тысяч"
)
# What a line may open with that is a year though nothing says so.
OLDEST, LATEST = 1900, 2059
MEASURE = re.compile(r"[а-я]{1,3}|чел|тонн|евро|долл|руб|экз|тыс|млн|млрд")
LONGEST_KEPT = 4000
SCANNED_DAY = re.compile(r"\W*[1-3] ")
BROKEN_YEAR = re.compile(r"\s*(?:\d{3}|\d{5,6})\s?(?:г\b|год)")


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a stretch.

    ``first``, ``last`` its points (``last`` None of a single or an open one); ``start``, ``end``
    where its words stand in the stretch; ``preposition`` the class of the one before it (``in``,
    ``from``, ``until`` …) or None; ``is_list``: several dates rather than a span from one to the
    other; ``is_academic``; ``is_weak``: numbers that are a date only where dates are expected;
    ``has_broken_year``: a year is written that is none, «5 мая 20113 г.», so that none is inferred.
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
    has_broken_year: bool = False

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
    if not MAY_HOLD.search(read):
        return []
    return list(_kept(read)) if len(read) < LONGEST_KEPT else _dates(read)


def sure_dates(read):
    """The dates that are so by themselves: without numbers that are one only where it is due."""
    return [date for date in find_dates(read) if not date.is_weak]


@functools.lru_cache(maxsize=2000)
def _kept(read):
    """The dates of a line, kept: all who wonder what it is ask for them."""
    return _dates(read)


def _dates(read):
    line, found, place = Line(tokens_of(read)), [], 0
    while place < len(line.tokens):
        made = _date(line, place)
        if made is None:
            place += 1
            continue
        date, after = made
        if SCANNED_DAY.fullmatch(read, 0, date.start) and date.first.precision == Precision.DAY:
            # «1 2 июня»: the second or the twelfth.
            month = replace(date.first, precision=Precision.MONTH, day=0, impossible=True)
            date = replace(date, first=month)
        if _is_yearless(date) and BROKEN_YEAR.match(read, date.end):
            date = replace(date, has_broken_year=True)
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
    made = span(line, here, preposition)
    if made is None:
        return None
    parts, after = made
    return _found(line, place, after, preposition, parts), after


def _found(line, place, after, preposition, parts):
    date = Found(
        start=line.at(place).start, end=line.at(after - 1).end, preposition=preposition, **parts
    )
    lone = date.last is None or date.is_list
    return replace(date, is_weak=lone and line.kind(place) == "day_month" and _is_yearless(date))


def _is_yearless(date):
    return all(point.is_yearless for point in date.points)


def _is_glued_to_word(line, place):
    """«ЭКСПО-2015»: a name that ends with a year."""
    dash, word = line.at(place - 1), line.at(place - 2)
    is_tight = word.end == dash.start and dash.end == line.at(place).start
    return place > 1 and word.kind == "other" and is_tight and not str(word.value).isdigit()


def _is_plausible(line, place, after, date):
    """Whether the words around let it be a date rather than a number of something."""
    if line.kind(place) == "day_month" and line.kind(place - 1) in {"preposition"}:
        return line.kind(after) != "other"
    if date.last is not None or date.first.precision != Precision.YEAR or date.first.lean:
        return True
    if line.kind(place - 1) == "dash" and _is_glued_to_word(line, place):
        return False
    if line.kind(after - 1) in {"year_word", "relative"} or line.kind(place) == "year_word":
        return True
    if line.at(after - 1).end - line.at(after - 1).start > 4:
        return True
    following = line.at(after)
    if place == 0 and _opens_line(date, following):
        return True
    if date.preposition is None:
        starts = place == 0 or line.kind(place - 1) in {"open", "comma", "dash", "colon"}
        starts = starts or line.at(place - 1).value == ";"
        return starts and following.kind in {
            "end",
            "comma",
            "dash",
            "colon",
            "close",
            "open",
            "stop",
        }
    if following.kind != "other" or following.value in {"его", "ее", "их"}:
        return True
    return not _is_counted(following)


def _opens_line(date, following):
    """«1964 Установление почтового обмена»: a year in front of what happened in it."""
    is_recent = OLDEST <= (date.first.year or 0) <= LATEST
    named = following.kind == "other" and str(following.value).isalpha()
    if not named or not is_recent or date.preposition is not None:
        return False
    return not (_is_counted(following) or MEASURE.fullmatch(following.value))


def _is_counted(following):
    """Whether a number is of what stands behind it: «2000 жителей», «1500 новых книг»."""
    plural = {"gent", "plur"}
    return any(
        plural <= parse.tag.grammemes and parse.tag.POS in {"NOUN", "ADJF"}
        for parse in parses(following.value)
        if "Fixd" not in parse.tag.grammemes
    )
