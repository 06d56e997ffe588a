"""Reads single dates out of tokens. Each function gives (what it read, the next place) or None."""

from dataclasses import replace

from briefings.reading.dating.point import Point, century
from briefings.reading.dating.tokens import Token
from briefings.reading.dating.words import EDGE_WORDS
from core.dates import Precision

END = Token("end", None, 0, 0)
ORDINALS = {"ordinal", "roman", "number"}
COARSE = {Precision.YEAR, Precision.DECADE}


class Line:
    """The tokens of a stretch; what lies beyond its end is a token of the kind ``end``.

    ``read``  {place: what was read there}, as lists of dates are read from each of their dates
    ``no_list_before``  the place up to which no list of dates begins
    """

    def __init__(self, tokens):
        self.tokens, self.length = tokens, len(tokens)
        self.read = {}
        self.no_list_before = 0

    def at(self, place):
        return self.tokens[place] if 0 <= place < self.length else END

    def kind(self, place):
        return self.tokens[place].kind if 0 <= place < self.length else "end"

    def is_preposition(self, place, *values):
        token = self.at(place)
        return token.kind == "preposition" and token.value in values

    def skip(self, place, *kinds):
        return place + 1 if self.kind(place) in kinds else place


def read_point(line, place):
    """A date, or «в начале», «в конце», «около» of one."""
    token = line.at(place)
    if token.kind == "qualifier":
        return _qualified(line, place + 1, token.value)
    edge = EDGE_WORDS.get(str(token.value), None) if token.kind == "other" else None
    edge = edge or (
        _ordinal_edge(token.value) if token.kind in {"ordinal", "roman", "number"} else None
    )
    if edge and line.kind(place + 1) in {"number_word", "week"}:
        found = _base(line, place + 2)
        return (
            _with_qualifier(found, edge)
            if found and found[0].precision == Precision.MONTH
            else None
        )
    if token.kind in ORDINALS and line.kind(place + 1) == "part_half":
        return _half_of(line, place + 2, token.value)
    return _base(line, place)


def _ordinal_edge(number):
    return {1: "early", 2: "mid", 3: "late"}.get(number)


def _qualified(line, place, qualifier):
    if qualifier == "about":
        place = line.skip(place, "preposition")
    if line.kind(place) == "year_word" and line.kind(place + 1) != "year":
        # «до конца года»: of the year that is spoken of.
        return Point(Precision.YEAR, qualifier=qualifier, lean=("near", 0)), place + 1
    found = _base(line, place)
    return _with_qualifier(found, qualifier) if found else None


def _with_qualifier(found, qualifier):
    point, place = found
    return replace(point, qualifier=qualifier), place


def _half_of(line, place, number):
    """The first or second half: of a year a half-year, of a month or decade early or late in it."""
    if number not in (1, 2):
        return None
    if line.kind(place) == "year_word" and line.kind(place + 1) != "year":
        # «2-я половина года»: of the year that is spoken of.
        return Point(Precision.HALF_YEAR, part=number), place + 1
    found = _base(line, place)
    if not found:
        # «I пол. – …»: of the year that is spoken of.
        is_label = line.kind(place) in {"end", "dash", "colon", "close"}
        return (Point(Precision.HALF_YEAR, part=number), place) if is_label else None
    point, place = found
    if point.precision == Precision.YEAR:
        return replace(point, precision=Precision.HALF_YEAR, part=number), place
    return replace(point, qualifier=("early", "late")[number - 1]), place


def _base(line, place):
    reader = READERS.get(line.kind(place))
    return reader(line, place) if reader else None


def _full(line, place):
    day, month, year, short = line.at(place).value
    year = century(year) if short else year
    point = Point(Precision.DAY, year, month, day, two_digit=short).checked()
    return point, line.skip(line.skip(place + 1, "stop"), "year_word")


def day_number(line, place):
    """(the number of a day, the next place): «5», «5-е», «пятое», «двадцать пятого»; or None."""
    token, following = line.at(place), line.at(place + 1)
    if token.kind == "tens":
        is_unit = following.kind == "ordinal" and following.value <= 9
        return (token.value + following.value, place + 2) if is_unit else None
    return (token.value, place + 1) if token.kind in {"number", "ordinal"} else None


def _day(line, place):
    """«5 мая 2013 г.», «15 числа того же месяца», «двадцать пятого июня»."""
    numbered = day_number(line, place)
    if numbered is None:
        return None
    day, after = numbered
    if line.kind(after) == "number_word":
        after += 1
    if line.kind(after) == "same_month":
        return Point(Precision.DAY, day=day, same_month=True), after + 1
    if line.kind(after) == "stop" and line.at(after).start == line.at(after - 1).end:
        after += 1
    if line.kind(after) != "month" or not 1 <= day <= 31 + 8:
        return None
    point = Point(Precision.DAY, part=line.at(after).value, day=day)
    return with_year(line, after + 1, point)


def _day_month(line, place):
    day, month = line.at(place).value
    return with_year(line, place + 1, Point(Precision.DAY, part=month, day=day))


def _month(line, place):
    return with_year(line, place + 1, Point(Precision.MONTH, part=line.at(place).value))


def _month_year(line, place):
    month, year = line.at(place).value
    return Point(Precision.MONTH, year, month), line.skip(place + 1, "year_word")


def _same_month(line, place):
    return Point(Precision.MONTH, same_month=True), place + 1


def _season(line, place):
    """«весной 2013 г.», «лето-08», «зима 2014–2015 гг.»"""
    short = line.at(place + 2)
    glued = line.kind(place + 1) == "dash" and line.at(place + 1).start == line.at(place).end
    if glued and short.kind == "number" and short.end - short.start == 2:
        part, year = line.at(place).value, century(short.value)
        precision = Precision.YEAR if part == 4 else Precision.SEASON
        point = Point(precision, year, 0 if part == 4 else part, two_digit=True)
        return point, line.skip(place + 3, "year_word")
    point, after = with_year(line, place + 1, Point(Precision.SEASON, part=line.at(place).value))
    if point.part != 4:
        return point, after
    winter = _winter(line, place + 1)
    if winter:
        return winter
    # A winter of one year may be its beginning or its end: only the year is sure.
    return replace(point, precision=Precision.YEAR, part=0), after


def _winter(line, place):
    first, second = line.at(place), line.at(place + 2)
    place_of_dash = line.kind(line.skip(place + 1, "year_word"))
    if first.kind != "year" or place_of_dash not in {"dash", "slash"}:
        return None
    after = line.skip(place + 1, "year_word") + 1
    second = line.at(after)
    ends = second.value if second.kind == "year" else None
    if second.kind == "number":
        ends = first.value // 100 * 100 + second.value
    if ends != first.value + 1:
        return None
    return Point(Precision.SEASON, first.value, 4), line.skip(after + 1, "year_word")


def _part_of_year(line, place):
    """«I квартал», «2-е полугодие»."""
    number, kind = line.at(place).value, line.kind(place + 1)
    if kind == "quarter" and number <= 4:
        return with_year(line, place + 2, Point(Precision.QUARTER, part=number))
    if kind == "half" and number <= 2:
        return with_year(line, place + 2, Point(Precision.HALF_YEAR, part=number))
    return None


def _code(line, place):
    token = line.at(place)
    precision = Precision.QUARTER if token.kind == "quarter_code" else Precision.HALF_YEAR
    return with_year(line, place + 1, Point(precision, part=token.value))


def _year(line, place):
    return Point(Precision.YEAR, line.at(place).value), line.skip(place + 1, "year_word")


def _year_named_first(line, place):
    """«год 2012»."""
    if line.kind(place + 1) != "year":
        return None
    return Point(Precision.YEAR, line.at(place + 1).value), place + 2


def _decade(line, place):
    point = Point(Precision.DECADE, line.at(place).value // 10 * 10)
    return point, _behind_century(line, line.skip(place + 1, "year_word"))[0]


def _short_decade(line, place):
    """«60-е годы», «60-х гг. ХХ века», «девяностые»."""
    value = line.at(place).value
    after = line.skip(place + 1, "year_word")
    behind, said = _behind_century(line, after)
    ahead = {line.kind(place + 2), line.kind(place + 3)}
    is_first = line.kind(place + 1) == "dash" and bool(ahead & {"short_decade", "decade"})
    if after == place + 1 and behind == after and not is_first:
        return None
    year = value + (said - 1) * 100 if said else century(value)
    return Point(Precision.DECADE, year, two_digit=said is None), behind


def _behind_century(line, place):
    """(the place behind «ХХ века», the number of that century or None)."""
    token = line.at(place)
    if token.kind == "worded_century":
        return place + 1, 19 if token.value.startswith("девят") else 20
    if token.kind in ORDINALS:
        numeral = token.value
    else:
        numeral = {"xx": 20, "xix": 19, "xxi": 21}.get(str(token.value).translate(CENTURY_ALIKE))
    is_century = line.kind(place + 1) == "century" or line.is_preposition(place + 1, "in")
    if numeral in (19, 20, 21) and is_century:
        return line.skip(place + 2, "stop"), numeral
    return place, None


CENTURY_ALIKE = str.maketrans("хі", "xi")


def _relative(line, place):
    return Point(Precision.YEAR, lean=line.at(place).value), place + 1


def with_year(line, place, point):
    """The point with the year that stands behind it, if one does."""
    token, after = line.at(place), place + 1
    if token.kind == "comma" and line.kind(place + 1) == "year":
        token, after = line.at(place + 1), place + 2
        if line.kind(after) != "year_word":
            return point, place
    if token.kind == "open" and line.kind(place + 2) == "close" and line.kind(place + 3) == "year":
        # «12 мая (воскресенье) 2013 г.»
        token, after = line.at(place + 3), place + 4
    if token.kind in {"year", "year_behind"}:
        return point.in_year(token.value).checked(), line.skip(after, "year_word")
    if token.kind == "year_word" and line.kind(place + 1) == "year":
        return point.in_year(line.at(place + 1).value).checked(), place + 2
    if token.kind == "relative":
        return replace(point, lean=token.value), after
    short = token.kind == "two_digits" or (
        token.kind == "number"
        and (line.kind(after) == "year_word" or _is_short_year(line, place, point))
    )
    if short and (point.precision <= Precision.MONTH or token.kind == "two_digits"):
        dated = replace(point.in_year(century(token.value)), two_digit=True)
        return dated.checked(), line.skip(after, "year_word")
    return point, place


def _is_short_year(line, place, point):
    """«апр. 07 – семинар»: two digits behind a month that are no day, and end what is said."""
    token = line.at(place)
    two = token.end - token.start == 2 and (token.value < 10 or token.value > 31)
    closed = {"dash", "comma", "colon", "close", "end", "stop"}
    return point.precision == Precision.MONTH and two and line.kind(place + 1) in closed


def _ordinal(line, place):
    return _part_of_year(line, place) or _day(line, place)


READERS = {
    "full": _full,
    "number": _ordinal,
    "ordinal": _ordinal,
    "tens": _day,
    "roman": _ordinal,
    "day_month": _day_month,
    "month": _month,
    "month_year": _month_year,
    "same_month": _same_month,
    "season": _season,
    "quarter_code": _code,
    "half_code": _code,
    "year": _year,
    "year_word": _year_named_first,
    "decade": _decade,
    "short_decade": _short_decade,
    "relative": _relative,
}
