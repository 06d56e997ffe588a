"""Dates in words: CLDR's patterns and names (by Babel) where it has them, our tables elsewhere.

A pattern never names more than the precision of its form.
"""

import functools
import re

from babel.dates import parse_pattern

from core.dates.errors import FALLBACK
from core.dates.forms import Precision
from core.dates.vocabulary import LOCALES

CACHE_SIZE = 4096
SPACES = str.maketrans({"\u202f": "\u00a0", "\u2009": " "})

# CLDR has no seasons of a year, no half-years and no decades.
SEASONS = {
    "ru": ("весна", "лето", "осень", "зима"),
    "en": ("spring", "summer", "autumn", "winter"),
    "nl": ("voorjaar", "zomer", "najaar", "winter"),
}
HALVES = {
    "ru": ("1-е полугодие", "2-е полугодие"),
    "en": ("first half of", "second half of"),
    "nl": ("eerste helft van", "tweede helft van"),
}
YEAR = {"ru": "{}\u00a0г.", "en": "{}", "nl": "{}"}
YEARS = {"ru": "{}–{}\u00a0гг.", "en": "{}–{}", "nl": "{}–{}"}
DECADE = {"ru": "{}-е годы", "en": "{}s", "nl": "jaren {}"}
DECADES = {"ru": "{}-е – {}-е годы", "en": "{}s – {}s", "nl": "jaren {} – jaren {}"}
# Beside a decade a bare round year would pass for a decade.
YEAR_BESIDE_DECADE = {"ru": "{}\u00a0г.", "en": "the year {}", "nl": "het jaar {}"}

SINCE = {"ru": "с {}", "en": "since {}", "nl": "sinds {}"}
ARTICLES = {
    "ru": {},
    "en": {Precision.HALF_YEAR: "the ", Precision.DECADE: "the "},
    "nl": {Precision.HALF_YEAR: "de ", Precision.DECADE: "de "},
}
CLDR_INTERVALS = {Precision.DAY: "yMMMd", Precision.MONTH: "yMMMM"}
WIDE_MONTH = re.compile(r"\bMMM\b")

RUSSIAN_ENDINGS_GENITIVE = (
    ("-й квартал", "-го квартала"),
    ("-е полугодие", "-го полугодия"),
    ("-е годы", "-х годов"),
)
RUSSIAN_SEASONS_GENITIVE = ("весны", "лета", "осени", "зимы")


@functools.lru_cache(maxsize=CACHE_SIZE)
def in_words(start, end, language):
    """The words for an interval of Forms, its end None if open, for one Form if both are equal.

    ``language`` is "ru", "en" or "nl", with or without a region; others are shown in English.
    """
    base = language.partition("-")[0]
    language = base if base in LOCALES else FALLBACK
    if end is None:
        words = _since(start, language)
    elif start == end:
        words = _single(start, language)
    else:
        words = _interval(start, end, language)
    return words.translate(SPACES)


def _single(form, language):
    if form.precision == Precision.DECADE:
        return DECADE[language].format(form.year)
    if form.precision == Precision.YEAR:
        return YEAR[language].format(form.year)
    if form.precision == Precision.SEASON:
        return f"{SEASONS[language][form.part - 1]} {_season_year(form, language)}"
    if form.precision == Precision.HALF_YEAR:
        return f"{HALVES[language][form.part - 1]} {YEAR[language].format(form.year)}"
    return _by_pattern(_pattern(form.precision, language), form, language)


def _season_year(form, language):
    if form.part == len(SEASONS[language]):
        return YEARS[language].format(form.year, form.year + 1)
    return YEAR[language].format(form.year)


def _pattern(precision, language):
    locale = LOCALES[language]
    if precision == Precision.DAY:
        return locale.date_formats["long"].pattern
    skeleton = {Precision.MONTH: "yMMMM", Precision.QUARTER: "yQQQQ"}[precision]
    return locale.datetime_skeletons[skeleton].pattern


def _by_pattern(pattern, form, language):
    return parse_pattern(pattern).apply(form.first, LOCALES[language])


def _since(form, language):
    words = _russian_genitive(form) if language == "ru" else _single(form, language)
    words = SINCE[language].format(ARTICLES[language].get(form.precision, "") + words)
    # «Со второго», «со 2-го».
    return words.replace("с 2 ", "со 2 ").replace("с 2-", "со 2-")


def _russian_genitive(form):
    if form.precision == Precision.MONTH:
        return _by_pattern(_pattern(form.precision, "ru").replace("L", "M"), form, "ru")
    if form.precision == Precision.SEASON:
        return f"{RUSSIAN_SEASONS_GENITIVE[form.part - 1]} {_season_year(form, 'ru')}"
    words = _single(form, "ru")
    for nominative, genitive in RUSSIAN_ENDINGS_GENITIVE:
        words = words.replace(nominative, genitive)
    return words


def _interval(start, end, language):
    if start.precision == end.precision and start.precision in CLDR_INTERVALS:
        return _cldr_interval(start, end, language)
    pair = {Precision.YEAR: YEARS, Precision.DECADE: DECADES}.get(start.precision)
    if pair and start.precision == end.precision:
        return pair[language].format(start.year, end.year)
    return f"{_end(start, end, language)} – {_end(end, start, language)}"


def _end(form, other, language):
    beside_decade = form.precision == Precision.YEAR and other.precision == Precision.DECADE
    if beside_decade and form.year % 10 == 0:
        return YEAR_BESIDE_DECADE[language].format(form.year)
    return _single(form, language)


def _cldr_interval(start, end, language):
    """CLDR's own pattern for the greatest difference, with full names of months."""
    same_year = start.year == end.year
    difference = ("d" if start.part == end.part else "M") if same_year else "y"
    patterns = LOCALES[language].interval_formats[CLDR_INTERVALS[start.precision]][difference]
    return "".join(
        _by_pattern(WIDE_MONTH.sub("MMMM", pattern), form, language)
        for pattern, form in zip(patterns, (start, end), strict=True)
    )
