"""The words of dates in notes, in all their forms: a class of words by each form."""

from core.dates.vocabulary import RUSSIAN_MONTHS

# Class and value of a token: ("month", 5).
MONTH, SEASON, ORDINAL, QUARTER, HALF = "month", "season", "ordinal", "quarter", "half"
YEAR_WORD, CENTURY, QUALIFIER, PREPOSITION = "year_word", "century", "qualifier", "preposition"

SHORT_MONTHS = ["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"]
MORE_SHORT_MONTHS = {"февр": 2, "сент": 9, "нояб": 11, "окт": 10}

SEASONS = {
    1: "весна весны весне весну весной весною",
    2: "лето лета лету летом лете",
    3: "осень осени осенью",
    4: "зима зимы зиме зиму зимой зимою",
}
ORDINAL_STEMS = {1: "перв", 2: "втор", 3: "трет", 4: "четверт"}
# Of the days of a month: «пятого», «двадцать третье», «тридцатым».
FROM_FIFTH = """
    пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат
    шестнадцат семнадцат восемнадцат девятнадцат двадцат
"""
DAY_STEMS = {**dict(enumerate(FROM_FIFTH.split(), start=5)), 30: "тридцат"}
DAY_ENDINGS = ["ое", "ого", "ому", "ым", "ом"]
TENS = {"двадцать": 20, "тридцать": 30}
ORDINAL_ENDINGS = [
    "ый",
    "ой",
    "ий",
    "ая",
    "ое",
    "ье",
    "ья",
    "ую",
    "ью",
    "ого",
    "ьего",
    "ому",
    "ьему",
    "ым",
    "ьим",
    "ом",
    "ьем",
    "ей",
    "ьей",
    "ых",
    "ьих",
]
NOUNS = {
    QUARTER: "квартал квартала кварталу кварталом квартале кварталы кварталов кварталах "
    "кварталам кв",
    HALF: "полугодие полугодия полугодию полугодием полугодии полуг",
    "part_half": "половина половины половине половину половиной пол",
    YEAR_WORD: "год года году годом годе годы годов годам годами годах г гг",
    CENTURY: "век века веку веке веком столетие столетия столетии в вв",
    "number_word": "число числа числе числах чисел",
    "academic": "учебный учебного учебном учебному учебным учебные учебных уч академический "
    "академического академическом",
    "week": "неделя недели неделе неделю неделей декада декады декаде декаду декадой",
    "period": "период периода периоде",
    "dozens": "дни день дня",
}
QUALIFIERS = {
    "early": "начало начала началу началом начале нач",
    "mid": "середина середины середине середину серединой сер",
    "late": "конец конца концу концом конце исход исходе кон",
    "about": "около примерно приблизительно ориентировочно предположительно ок",
}
FIRST_OR_LAST = {
    "early": "первый первая первые первых первой первую первое",
    "mid": "второй вторая вторую",
    "late": "последний последняя последние последних последней последнюю третья третьей третью",
}
PREPOSITIONS = {
    "in": "в во",
    "from": "с со начиная",
    "to": "по",
    "until": "до",
    "by": "к ко",
    "on": "на",
    "of": "от",
    "between": "между",
    "for": "за",
    "and": "и",
    "or": "или либо",
}
DECADES = {
    0: "нулевые нулевых",
    20: "двадцатые двадцатых",
    30: "тридцатые тридцатых",
    40: "сороковые сороковых",
    50: "пятидесятые пятидесятых",
    60: "шестидесятые шестидесятых",
    70: "семидесятые семидесятых",
    80: "восьмидесятые восьмидесятых",
    90: "девяностые девяностых",
}

# Years and months named by another: what the phrase leans on, and how many years away it is.
RELATIVE = (
    (r"т(?:ом|от|ого|ому|ем)\s+же\s+год(?:у|а|ом)?|т(?:ого|ом)\s+же\s+г\.", "neighbour", 0),
    (r"эт(?:ом|от|ого)\s+же\s+год(?:у|а)?|одноименн\w+\s+год\w", "neighbour", 0),
    (r"(?:(?:текущ|нынешн)(?:его|ем|ий)|эт(?:ого|ом|от))\s+(?:год(?:а|у)?|г\.)", "note", 0),
    (r"[тс]\.\s?г\.", "note", 0),
    (r"(?:прошл(?:ого|ом|ый)|минувш(?:его|ем|ий))\s+(?:год(?:а|у)?|г\.)|п\.\s?г\.", "note", -1),
    (r"позапрошл(?:ого|ом)\s+год(?:а|у)", "note", -2),
    (r"(?:будущ|предстоящ)(?:его|ем|ий)\s+год(?:а|у)?", "note", 1),
    (r"следующ(?:его|ем|ий)\s+год(?:а|у)?|спустя\s+год|год\s+спустя|через\s+год\b(?!\w)"
     r"|год(?:ом)?\s+позже", "neighbour", 1),
    (r"(?:спустя|через)\s+(?:2|два)\s+года|(?:2|два)\s+года\s+спустя|двумя\s+годами\s+позже"
     r"|еще\s+через\s+(?:2|два)\s+года", "neighbour", 2),
    (r"двумя\s+годами\s+(?:ранее|раньше)|(?:2|два)\s+года\s+назад", "neighbour", -2),
    (r"следующ(?:ем|ий)\s+учебн(?:ом|ый)\s+год(?:у)?", "academic", 1),
    (r"предыдущ(?:его|ем|ий)\s+год(?:а|у)?|годом\s+ранее|годом\s+раньше", "neighbour", -1),
)  # fmt: skip
SAME_MONTH = r"т(?:ого|ом)\s+же\s+месяц[ае]|эт(?:ого|ом)\s+же\s+месяц[ае]"
NOW = (
    r"(?:по\s+|до\s+)?(?:н\.\s?в\.|наст(?:оящее|оящего)\s+врем(?:я|ени)|сегодняшн\w+\s+д(?:ень"
    r"|ня)|сих\s+пор|наши\s+дни)"
)
WORDED = (
    r"(?:двадцат|девятнадцат)(?:ого|ый|ом)\s+(?:век|столети)\w*|прошл(?:ого|ом)\s+(?:век"
    r"|столети)\w*"
)

# What a full stop may end without ending the sentence.
SHORTENED = (
    frozenset(SHORT_MONTHS) - {"май"}
    | set(MORE_SHORT_MONTHS)
    | {"г", "гг", "кв", "пол", "полуг", "ок", "уч", "вв", "нач", "сер", "кон"}
)


def _table():
    words = {}
    for number, stem, endings in RUSSIAN_MONTHS:
        for ending in endings.split(" "):
            words[stem + ending] = (MONTH, number)
    words.update({word: (MONTH, number) for number, word in enumerate(SHORT_MONTHS, start=1)})
    words.update({word: (MONTH, number) for word, number in MORE_SHORT_MONTHS.items()})
    for number, forms in SEASONS.items():
        words.update(dict.fromkeys(forms.split(), (SEASON, number)))
    for number, stem in ORDINAL_STEMS.items():
        words.update({stem + ending: (ORDINAL, number) for ending in ORDINAL_ENDINGS})
    for number, stem in DAY_STEMS.items():
        words.update({stem + ending: (ORDINAL, number) for ending in DAY_ENDINGS})
    words.update({word: ("tens", number) for word, number in TENS.items()})
    for kind, forms in NOUNS.items():
        words.update(dict.fromkeys(forms.split(), (kind, kind)))
    for kind, forms in QUALIFIERS.items():
        words.update(dict.fromkeys(forms.split(), (QUALIFIER, kind)))
    for kind, forms in PREPOSITIONS.items():
        words.update(dict.fromkeys(forms.split(), (PREPOSITION, kind)))
    for number, forms in DECADES.items():
        words.update(dict.fromkeys(forms.split(), ("short_decade", number)))
    return words


WORDS = _table()
EDGE_WORDS = {word: kind for kind, forms in FIRST_OR_LAST.items() for word in forms.split()}
