"""Cuts what is read into the tokens of dates."""

import re
from dataclasses import dataclass

from briefings.reading.dating.misspelt import misspelt_month
from briefings.reading.dating.worded_years import WORDED_YEAR, year_of
from briefings.reading.dating.words import (
    MONTH,
    NOW,
    RELATIVE,
    SAME_MONTH,
    SHORTENED,
    WORDED,
    WORDS,
)

ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9,
         "x": 10, "xi": 11, "xii": 12}  # fmt: skip
# Roman numerals typed with Cyrillic letters, or with digits and small letters by scanning.
ROMAN_ALIKE = str.maketrans("іхуlіпшІХУ1", "ixvliпшixvi")
HIGHEST_YEAR, LOWEST_YEAR = 2099, 1500

TOKEN = re.compile(
    rf"""
      (?P<space> \s+ )
    | (?P<relative> \b(?:{"|".join(pattern for pattern, _, _ in RELATIVE)}) (?!\w) )
    | (?P<named_year> \b(?:прошл|минувш|истекш|текущ|нынешн)[а-я]+\s\((?:19|20)\d\d\)\s
        (?:год[а-я]*|г\.) )
    | (?P<same_month> \b(?:{SAME_MONTH})\b )
    | (?P<now> \b{NOW}(?!\w) )
    | (?P<worded_year> \b(?:{WORDED_YEAR})\b )
    | (?P<worded_century> \b(?:{WORDED})\b )
    | (?P<iso> (?<![\d-])\d{{4}}-\d\d-\d\d(?![\d-])
        | (?<![\d./])(?:19|20)\d\d(?:\.\d\d\.\d\d|/\d\d/\d\d)(?![\d/]) )
    | (?P<iso_month> (?<![\d./-])(?:(?:19|20)\d\d\.(?:0[1-9]|1[0-2])|20[1-4]\d-0[1-9])
        (?![\d-]|[./]\d) )
    | (?P<full> (?<![\d.№])(?<!№\s)\d{{1,2}}\s?[./]\s?\d{{1,2}}\s?[./]\s?(?:\d{{4}}|\d\d)
        (?![\d]|[./]\d) )
    | (?P<slashed_day> (?<![\d./])\d{{1,2}}/(?:0[1-9]|1[0-2])
        (?=(?:\s?[-–—]\s?|\sпо\s)\d{{1,2}}/\d{{1,2}}/\d\d) )
    | (?P<scanned> (?<![\d.,№])(?<!№\s)\d{{1,2}}[.,]\d\d[.,](?:19|20)\d\d(?![\d]|[.,]\d) )
    | (?P<dashed> (?<![\d-])\d{{1,2}}-\d\d-\d{{4}}(?![\d-]) )
    | (?P<dashed_short> ^\d\d-(?:0[1-9]|1[0-2])-\d\d(?=\s+[–—-]\s|\s*$) )
    | (?P<roman_full> (?<![\d.])\d{{1,2}}[.\s/-]\s?[ivxіх]{{1,4}}[.\s/-]\s?
        (?:\d{{4}}|\d\d(?=\s?г))(?!\d)
        | (?<![\d.])\d{{1,2}}[./]\s?[ivxіх]{{1,4}}[./]\s?\d\d(?!\w) )
    | (?P<roman_day> (?<![\d.])\d{{1,2}}[./]\s?[ivxіх]{{1,4}}
        (?:(?![\w./-])|\.?(?=\s?[-–—]\s?\d{{1,2}}[./]\s?[ivxіх])) )
    | (?P<roman_month> (?<![\w.])[ivxіх]{{1,4}}[./]\s?\d{{4}}(?!\d) )
    | (?P<roman_span> (?<![\w.])[ivxіх]{{1,4}}
        (?=\s?[-–—]\s?[ivxіх]{{1,4}}[\s.]\s?(?:19|20)\d\d(?!\d))
        | (?:(?<=[ivxіх][-–—])|(?<=[ivxіх]\s[-–—]\s))[ivxіх]{{1,4}}(?=[\s.]\s?(?:19|20)\d\d) )
    | (?P<month_number> (?<![\d.])(?:0[1-9]|1[0-2])
        (?=\s?[-–—]\s?(?:0[1-9]|1[0-2])\.(?:19|20)\d\d(?![\d.])) )
    | (?P<dashed_month> (?<![\d-])(?:0[1-9]|1[0-2])-(?:19|20)\d\d(?![\d-]) )
    | (?P<month_year> (?<![\d.,])\d{{1,2}}[./](?:1[5-9]|20)\d\d(?![\d.]\d) )
    | (?P<day_month> (?<![\d.,+])(?<!\D-)[0-3]?\d\.(?:0[1-9]|1[0-2])\.?(?![\d.:]|\s?%) )
    | (?P<decade> (?<![\w-])(?:1[5-9]|20)\d0\s?[-–—]?\s?(?:е|ые|х|ых|м(?=\s+год))(?!\w) )
    | (?P<first_decade> (?<![\w-])[1-9]0(?=\s?[-–—]\s?[1-9]0\s?[-–—]?\s?(?:е|ые|х|ых)(?!\w)) )
    | (?P<short_decade> (?<![\w-])\d0\s?[-–—]?\s?(?:е|ые|х|ых)(?!\w) )
    | (?P<year> (?<![\w№./-])(?<!\d,)(?:1[5-9]|20)\d\d
        (?:\s?-\s?(?:го|й|м|ом|ому|му)|го|й|му|ом|м(?=\s+год))?
        (?![\w%]|[.,]\d|-(?![12]|\d\d(?!\d))|\s?%) )
    | (?P<spaced_year> (?<![\w.])[12]\s\d\s\d\s\d(?=\s?г) )
    | (?P<apostrophe> ['’`](?P<two>\d\d)(?!\d) )
    | (?P<glued_year> (?<![\w№.,/-])(?:1[5-9]|20)\d\d(?=гг?\b|год) )
    | (?P<prefixed_year> (?<=\bв)(?:1[5-9]|20)\d\d(?=\s?г) )
    | (?P<prefixed_number> (?<=\bс)\d{{1,2}}(?!\d|[.,:]\d|\w) )
    | (?P<dotted_year> (?:(?<=[а-я]{{3}}\.)|(?<=\bкв\.))(?:19|20)\d\d(?!\d) )
    | (?P<year_behind> (?<=[а-я])(?:1[5-9]|20)\d\d(?!\d) )
    | (?P<range_year> (?<=[-–—/])(?:1[5-9]|20)\d\d(?:(?=гг?\b|год)|(?![\w%]|[.,]\d|-\w)) )
    | (?P<code> \b(?:q\s?[1-4]|к[1-4](?!\d)|[1-4]\s?кв|[12]\s?(?:пг|п/г|пол))\b\.? )
    | (?P<numbered> (?<![\w.])(?<!\d,)[1-4]\s?[-–]\s?
        (?:й(?!\s+май\b)|ый|ой|го|ого|м|ом|му|ое|е|ая|я|ю|ую)(?!\w) )
    | (?P<quoted> [«"“„]\s?\d{{1,2}}\s?[»"”“](?=\s*[а-я]{{3}}) )
    | (?P<number> (?<![\w.№+])(?<!\d,)\d{{1,2}}(?:\s?[-–]\s?(?:[ое]?го|е|ое)|го(?=\s[а-я]{{3}}))?
        (?!\d|[.,:]\d|\w|\s?%) )
    | (?P<range_number> (?<=\d[-–—/])\d{{1,2}}(?:\s?[-–]\s?(?:го|е|ое))?(?!\d|[.,:]\d|\w) )
    | (?P<glued_number> (?<!\w)\d{{1,2}}(?=[а-я]{{3}}) )
    | (?P<scanned_roman> (?<!\w)[шп](?=\s+(?:кв|полуг)) )
    | (?P<roman> (?<![\w.])(?:[ivxіх]{{1,4}}|iу)(?![\w]) )
    | (?P<beside_digits> (?<=\d\s)[а-я]{{5,10}}(?!\w) | (?<!\w)[а-я]{{5,10}}(?=\s(?:19|20)\d\d) )
    | (?P<saint> \bсент-(?!окт|ноя|дек)[а-я]{{3,}} )
    | (?P<word> [^\W\d_]+ )
    | (?P<dash> [-–—−] )
    | (?P<comma> , )
    | (?P<stop> \. )
    | (?P<open> \( )
    | (?P<close> \) )
    | (?P<colon> [:|] )
    | (?P<slash> / )
    | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL,
)
LEANS = tuple((re.compile(pattern), what, away) for pattern, what, away in RELATIVE)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign: its class, its value, and where it stands in what is read."""

    kind: str
    value: object
    start: int
    end: int


def tokens_of(read):
    """The tokens of what is read; stops behind abbreviations and white space are left out."""
    tokens = []
    for match in TOKEN.finditer(read):
        kind = "apostrophe" if match.lastgroup == "two" else match.lastgroup
        if kind == "space":
            continue
        token = _token(kind, match[0], match.start(), match.end())
        last = tokens[-1] if tokens else token
        if token.kind == "stop" and last.end == match.start() and _is_short(read, last):
            tokens[-1] = Token(last.kind, last.value, last.start, match.end())
            continue
        tokens.append(token)
    return tokens


def _is_short(read, token):
    return read[token.start : token.end] in SHORTENED


def _token(kind, text, start, end):
    if kind in {"word", "beside_digits"}:
        month = kind == "beside_digits" and text not in WORDS and misspelt_month(text)
        kind, value = (MONTH, month) if month else WORDS.get(text, ("other", text))
        return Token(kind, value, start, end)
    made = MAKERS.get(kind)
    if made is None:
        return Token(kind, text, start, end)
    kind, value = made(text)
    return Token(kind, value, start, end)


def _relative(text):
    for pattern, what, away in LEANS:
        if pattern.fullmatch(text):
            return "relative", (what, away)
    return "other", text


def _numbers(text):
    return [int(number) for number in re.findall(r"\d+", text)]


def _full(text):
    return "full", (*tuple(_numbers(text)), len(re.findall(r"\d+", text)[-1]) == 2)


def _iso(text):
    year, month, day = _numbers(text)
    return "full", (day, month, year, False)


def _iso_month(text):
    year, month = _numbers(text)
    return "month_year", (month, year)


def _roman_full(text):
    day, *_, year = re.findall(r"\d+", text)
    month = roman(re.sub(r"[\d\s./-]", "", text))
    return ("full", (int(day), month, int(year), len(year) == 2)) if month else ("other", text)


def _roman_day(text):
    month = roman(re.sub(r"[\d\s./]", "", text))
    return ("day_month", (_numbers(text)[0], month)) if month else ("other", text)


def _roman_month(text):
    month = roman(re.split(r"[./]", text)[0])
    return ("month_year", (month, _numbers(text)[-1])) if month else ("other", text)


def _roman_span(text):
    month = roman(text)
    return (MONTH, month) if month else ("other", text)


def _month_year(text):
    month, year = _numbers(text)
    return ("month_year", (month, year)) if 1 <= month <= 12 else ("other", text)


def _code(text):
    return ("half_code" if "п" in text else "quarter_code"), _numbers(text)[0]


def roman(text):
    """The value of a Roman numeral up to XII, in Latin or look-alike letters; None of another."""
    return ROMAN.get(text.translate(ROMAN_ALIKE))


def _roman(text):
    number = roman(text)
    return ("roman", number) if number else ("other", text)


def _number(kind):
    return lambda text: (kind, _numbers(text)[0])


MAKERS = {
    "relative": _relative,
    "full": _full,
    "scanned": _full,
    "dashed": _full,
    "dashed_short": _full,
    "iso": _iso,
    "iso_month": _iso_month,
    "roman_full": _roman_full,
    "roman_day": _roman_day,
    "roman_month": _roman_month,
    "roman_span": _roman_span,
    "dashed_month": _month_year,
    "month_year": _month_year,
    "day_month": lambda text: ("day_month", tuple(_numbers(text))),
    "slashed_day": lambda text: ("day_month", tuple(_numbers(text))),
    "decade": _number("decade"),
    "first_decade": _number("short_decade"),
    "short_decade": _number("short_decade"),
    "year": _number("year"),
    "worded_year": lambda text: ("year", year_of(text)),
    "glued_year": _number("year"),
    "spaced_year": lambda text: ("year", int(re.sub(r"\s", "", text))),
    "range_year": _number("year"),
    "apostrophe": _number("two_digits"),
    "code": _code,
    "numbered": _number("ordinal"),
    "number": _number("number"),
    "range_number": _number("number"),
    "glued_number": _number("number"),
    "quoted": _number("number"),
    "prefixed_number": _number("number"),
    "prefixed_year": _number("year"),
    "month_number": _number("month"),
    "named_year": _number("year"),
    "dotted_year": _number("year"),
    "year_behind": _number("year_behind"),
    "scanned_roman": lambda text: ("roman", {"п": 2, "ш": 3}[text]),
    "roman": _roman,
}
