"""Dates in the words that open a sentence: «В феврале 2013 г.», “From 15 to 17 May 2014”.

``at`` is a date by itself, ``from`` and ``to`` are the ends of an interval. CLDR has no
prepositional case of Russian months, and no sentence at all, so these tables are ours.
"""

from core.dates.errors import FALLBACK
from core.dates.forms import Precision
from core.dates.showing import ARTICLES, DECADE, SEASONS, YEAR, YEAR_BESIDE_DECADE, YEARS
from core.dates.vocabulary import LOCALES, RUSSIAN_MONTHS

FROM = {"ru": "с", "en": "from", "nl": "van"}
SINCE = {"ru": "с", "en": "since", "nl": "sinds"}
TO = {"ru": "по", "en": "to", "nl": "tot en met"}
AT = {
    "ru": {Precision.DAY: "", Precision.SEASON: ""},
    "en": {Precision.DAY: "on"},
    "nl": {Precision.DAY: "op"},
}
ELSE_AT = {"ru": "в", "en": "in", "nl": "in"}

ORDINALS = {
    "en": ("first", "second", "third", "fourth"),
    "nl": ("eerste", "tweede", "derde", "vierde"),
}
RUSSIAN_ORDINALS = {
    "at": ("первом", "втором", "третьем", "четвёртом"),
    "from": ("первого", "второго", "третьего", "четвёртого"),
    "to": ("первый", "второй", "третий", "четвёртый"),
}
RUSSIAN_SEASONS = {
    "at": ("весной", "летом", "осенью", "зимой"),
    "from": ("весны", "лета", "осени", "зимы"),
    "to": ("весну", "лето", "осень", "зиму"),
}
RUSSIAN_HALVES = {
    "at": ("первом полугодии", "втором полугодии"),
    "from": ("первого полугодия", "второго полугодия"),
    "to": ("первое полугодие", "второе полугодие"),
}
RUSSIAN_QUARTER = {"at": "квартале", "from": "квартала", "to": "квартал"}
RUSSIAN_DECADE = {"at": "{}-е\u00a0годы", "from": "{}-х\u00a0годов", "to": "{}-е\u00a0годы"}
# «С 2 мая», «в втором», «с второго» are hard to say.
EASED = ((" с 2\u00a0", " со 2\u00a0"), (" с втор", " со втор"), (" в втор", " во втор"))
SHARE_A_YEAR = {
    Precision.DAY,
    Precision.MONTH,
    Precision.SEASON,
    Precision.QUARTER,
    Precision.HALF_YEAR,
}
WINTER = 4


def opening_words(start, end, language):
    """The words for an interval of Forms, its end None if open, for one Form if both are equal.

    They begin with a capital letter. ``language`` as in ``showing.in_words``.
    """
    base = language.partition("-")[0]
    language = base if base in LOCALES else FALLBACK
    if end is None:
        words = f"{SINCE[language]} {_form(start, 'from', language)}"
    elif start == end:
        preposition = AT[language].get(start.precision, ELSE_AT[language])
        words = f"{preposition} {_form(start, 'at', language)}".lstrip()
    else:
        words = _interval(start, end, language)
    return _eased(words, language)


def _eased(words, language):
    if language == "ru":
        words = f" {words}"
        for hard, easy in EASED:
            words = words.replace(hard, easy)
        words = words.lstrip()
    return words[0].upper() + words[1:]


def _interval(start, end, language):
    decades = Precision.DECADE in {start.precision, end.precision}
    begin = _start(start, end, language)
    final = _beside_decade(end, language) if decades else _form(end, "to", language)
    return f"{FROM[language]} {begin} {TO[language]} {final}"


def _start(start, end, language):
    """The beginning, without what the end says as well."""
    if start.precision != end.precision:
        decade = end.precision == Precision.DECADE
        return _beside_decade(start, language, "from") if decade else _form(start, "from", language)
    if start.precision == Precision.YEAR:
        return str(start.year)
    if start.precision == Precision.DECADE:
        whole = _form(start, "from", language)
        return whole.replace("\u00a0годов", "")
    winter = start.precision == Precision.SEASON and WINTER in {start.part, end.part}
    if start.precision not in SHARE_A_YEAR or start.year != end.year or winter:
        return _form(start, "from", language)
    if start.precision == Precision.DAY and start.part == end.part:
        return str(start.day)
    return _part(start, "from", language).removesuffix(" of").removesuffix(" van")


def _beside_decade(form, language, case="to"):
    """Beside a decade a bare round year would pass for one."""
    if form.precision == Precision.YEAR:
        return YEAR_BESIDE_DECADE[language].format(form.year)
    return _form(form, case, language)


def _form(form, case, language):
    """One form with its year."""
    if form.precision == Precision.YEAR:
        return YEAR[language].format(form.year)
    if form.precision == Precision.DECADE:
        if language == "ru":
            return RUSSIAN_DECADE[case].format(form.year)
        return ARTICLES[language][Precision.DECADE] + DECADE[language].format(form.year)
    winter = form.precision == Precision.SEASON and form.part == WINTER
    year = (
        YEARS[language].format(form.year, form.year + 1)
        if winter
        else YEAR[language].format(form.year)
    )
    return f"{_part(form, case, language)} {year}"


def _part(form, case, language):
    """The part of a year that a form is, without the year."""
    names = LOCALES[language].months
    if form.precision == Precision.DAY:
        return f"{form.day}\u00a0{names['format']['wide'][form.part]}"
    if form.precision == Precision.MONTH:
        return _month(form.part, case, language)
    named = _russian(form.precision, case) if language == "ru" else _named(form.precision, language)
    return named[form.part - 1]


def _month(number, case, language):
    if language == "ru" and case == "at":
        return RUSSIAN_MONTHS[number - 1][1] + "е"
    context = "format" if case == "from" else "stand-alone"
    return LOCALES[language].months[context]["wide"][number]


def _russian(precision, case):
    if precision == Precision.SEASON:
        return RUSSIAN_SEASONS[case]
    if precision == Precision.HALF_YEAR:
        return RUSSIAN_HALVES[case]
    return [f"{ordinal} {RUSSIAN_QUARTER[case]}" for ordinal in RUSSIAN_ORDINALS[case]]


def _named(precision, language):
    seasons, ordinals = SEASONS[language], ORDINALS[language]
    if precision == Precision.SEASON:
        article = {"voorjaar": "het", "najaar": "het"}
        return seasons if language == "en" else [f"{article.get(s, 'de')} {s} van" for s in seasons]
    if precision == Precision.HALF_YEAR:
        return [f"the {o} half of" if language == "en" else f"de {o} helft van" for o in ordinals]
    return [
        f"the {o} quarter of" if language == "en" else f"het {o} kwartaal van" for o in ordinals
    ]
