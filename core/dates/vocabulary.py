"""The words of dates in Russian, English and Dutch, as the symbols that the reader works with.

``m5`` is May, ``s1`` spring, a digit an ordinal, ``q`` quarter, ``h`` half-year, ``decade`` what
makes a year a decade, ``y`` the word year, ``<`` from, ``>`` to, ``..`` now, ``@`` a preposition
before a date, ``van`` itself, as it means both from and of; an empty symbol is a word that adds
nothing.
"""

from babel import Locale

LOCALES = {"ru": Locale("ru"), "en": Locale("en", "GB"), "nl": Locale("nl")}

# CLDR has only the nominative and the genitive.
RUSSIAN_MONTHS = (
    (1, "январ", "ь я ю ем е"),
    (2, "феврал", "ь я ю ем е"),
    (3, "март", " а у ом е"),
    (4, "апрел", "ь я ю ем е"),
    (5, "ма", "й я ю ем е"),
    (6, "июн", "ь я ю ем е"),
    (7, "июл", "ь я ю ем е"),
    (8, "август", " а у ом е"),
    (9, "сентябр", "ь я ю ем е"),
    (10, "октябр", "ь я ю ем е"),
    (11, "ноябр", "ь я ю ем е"),
    (12, "декабр", "ь я ю ем е"),
)

RUSSIAN_ORDINALS = (
    (1, "перв"),
    (2, "втор"),
    (3, "трет"),
    (4, "четверт"),
)
ORDINAL_ENDINGS = "ый ой ий ая ое ье ую ого ьего ому ьему ым ьим ом ьем"

WORDS = {
    "m1": "янв jan",
    "m2": "фев февр feb",
    "m3": "мар mar mrt",
    "m4": "апр apr",
    "m6": "июн jun",
    "m7": "июл jul",
    "m8": "авг aug",
    "m9": "сен сент sep sept",
    "m10": "окт oct okt",
    "m11": "ноя нояб nov",
    "m12": "дек dec",
    "s1": "весна весны весне весну весной весною spring voorjaar lente",
    "s2": "лето лета лету летом лете summer zomer",
    "s3": "осень осени осенью autumn fall najaar herfst",
    "s4": "зима зимы зиме зиму зимой зимою winter",
    "1": "i first eerste",
    "2": "ii second tweede",
    "3": "iii third derde",
    "4": "iv fourth vierde",
    "q": "квартал квартала кварталу кварталом квартале кварталы кв quarter quarters kwartaal",
    "h": "полугодие полугодия полугодию полугодием полугодии половина половины половине половину "
    "половиной half helft halfjaar",
    "y": "г гг год года году годом годы годов годам годах year years jaar",
    "decade": "jaren",
    "<": "с со from since sinds vanaf",
    ">": "по до to until till through tot",
    "..": "present now today heden nu",
    "@": "в во in on op",
    "van": "van",
    "": "of the de het",
}


def _cldr_months():
    for locale in LOCALES.values():
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[context][width].items():
                    yield name.lower().rstrip("."), f"m{number}"


def _russian_cases():
    for number, stem, endings in RUSSIAN_MONTHS:
        for ending in endings.split(" "):
            yield stem + ending, f"m{number}"
    for number, stem in RUSSIAN_ORDINALS:
        for ending in ORDINAL_ENDINGS.split():
            yield stem + ending, str(number)


SYMBOLS = {
    **dict(_cldr_months()),
    **dict(_russian_cases()),
    **{word: symbol for symbol, words in WORDS.items() for word in words.split()},
}
