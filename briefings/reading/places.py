"""Names of cities, regions and countries: the country a note names, names in the nominative."""

import functools
import re
from itertools import zip_longest

from babel import Locale

from briefings.reading.morphology import is_known, may_be, parses
from briefings.reading.stretch import lowered

# Other words by which notes call countries; CLDR has one name each.
OTHER_NAMES = {
    "российская федерация": "RU",
    "китайская народная республика": "CN",
    "кнр": "CN",
    "сша": "US",
    "соединенные штаты америки": "US",
    "соединенные штаты": "US",
    "великобритания": "GB",
    "англия": "GB",
    "соединенное королевство": "GB",
    "шотландия": "GB",
    "республика корея": "KR",
    "южная корея": "KR",
    "корея": "KR",
    "кндр": "KP",
    "фрг": "DE",
    "германия": "DE",
    "белоруссия": "BY",
    "голландия": "NL",
    "королевство нидерландов": "NL",
    "чешская республика": "CZ",
    "чехия": "CZ",
    "эллада": "GR",
    "молдова": "MD",
    "молдавия": "MD",
    "киргизия": "KG",
    "кыргызстан": "KG",
    "туркмения": "TM",
    "оаэ": "AE",
    "объединенные арабские эмираты": "AE",
    "юар": "ZA",
    "южно-африканская республика": "ZA",
    "вьетнам": "VN",
    "социалистическая республика вьетнам": "VN",
    "иран": "IR",
    "сирия": "SY",
    "исламская республика иран": "IR",
    "ири": "IR",
    "северная македония": "MK",
    "македония": "MK",
    "бирма": "MM",
    "кот-д'ивуар": "CI",
    "палестина": "PS",
    "тайвань": "TW",
    "босния и герцеговина": "BA",
    "лаос": "LA",
    "турецкая республика": "TR",
    "аргентинская республика": "AR",
    "португальская республика": "PT",
    "французская республика": "FR",
    "итальянская республика": "IT",
    "швейцарская конфедерация": "CH",
    "австрийская республика": "AT",
    "финляндская республика": "FI",
    "латвийская республика": "LV",
    "литовская республика": "LT",
    "эстонская республика": "EE",
    "словацкая республика": "SK",
    "польская республика": "PL",
    "арабская республика египет": "EG",
    "федеративная республика германия": "DE",
    "федеративная республика бразилия": "BR",
    "мексиканские соединенные штаты": "MX",
    "австралийский союз": "AU",
    "боливарианская республика венесуэла": "VE",
    "восточная республика уругвай": "UY",
    "кыргызская республика": "KG",
    "кубинская республика": "CU",
    "тунисская республика": "TN",
    "ливанская республика": "LB",
    "венгерская республика": "HU",
    "республика болгария": "BG",
}
FORMS_OF_STATE = re.compile(
    r"(?:(?:федеративн|народн|социалистическ|исламск|арабск|демократическ|кооперативн"
    r"|объединенн|боливарианск|многонациональн)\w+\s+)*(?:республик\w*|королевств\w*"
    r"|княжеств\w*|султанат\w*|государств\w*|герцогств\w*|великое герцогство)\s+"
)
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@functools.cache
def _countries():
    """{name in small letters: code}."""
    names = {
        lowered(name): code for code, name in Locale("ru").territories.items() if len(code) == 2
    }
    return {**names, **OTHER_NAMES}


@functools.cache
def _by_lemmas():
    return {
        tuple(_first_lemma(word) for word in WORD.findall(name)): code
        for name, code in _countries().items()
    }


@functools.lru_cache(maxsize=4096)
def _first_lemma(word):
    for parse in parses(word):
        if {"Geox"} & parse.tag.grammemes or parse.tag.POS in {"ADJF"}:
            return parse.normal_form.replace("ё", "е")
    found = parses(word)
    return found[0].normal_form.replace("ё", "е") if found else word


def country_of(read):
    """(code, Russian name) of the country that what is read names, in any case, or None."""
    words = WORD.findall(FORMS_OF_STATE.sub("", read)), WORD.findall(read)
    for said in words:
        keys = [_first_lemma(word) for word in said]
        for length in range(min(5, len(said)), 0, -1):
            for start in range(len(said) - length + 1):
                exact = _countries().get(" ".join(said[start : start + length]))
                code = exact or _by_lemmas().get(tuple(keys[start : start + length]))
                if code and code != "RU":
                    return code, Locale("ru").territories.get(code, said[start])
    return None


@functools.lru_cache(maxsize=4096)
def nominative_name(words):
    """A place's name in the nominative, letters' case kept: «Гомельской областью», «Шанхаем»."""
    parts = words.split()
    if not parts:
        return words
    if len(parts) == 1:
        return _single(parts[0])
    return " ".join(_phrase(parts))


def _single(word):
    low = word.lower()
    if "-" in word and not is_known(low):
        head, _, tail = word.rpartition("-")
        turned = _single(tail)
        return f"{head}-{turned}"
    found = parses(low)
    if not is_known(low):
        return _by_guess(found, word)
    place = [p for p in found if "Geox" in p.tag.grammemes]
    if any("nomn" in p.tag.grammemes or "Fixd" in p.tag.grammemes for p in place):
        return word
    for parse in place:
        number = "plur" if "Pltm" in parse.tag.grammemes else parse.tag.number or "sing"
        turned = parse.inflect({"nomn", number})
        if turned:
            return _cased(turned.word, word)
    return _by_ending(word)


def _by_guess(found, word):
    """A name that the dictionary does not have: as it is wherever it may be in the nominative."""
    nouns = [parse for parse in found if parse.tag.POS == "NOUN"]
    if not nouns or any(tag & {"nomn", "Fixd"} for tag in (p.tag.grammemes for p in nouns)):
        return _by_ending(word)
    turned = nouns[0].inflect({"nomn", "sing"})
    return _cased(turned.word, word) if turned else word


# Names that the dictionary does not have: the endings that only oblique cases have.
ENDINGS = (
    (re.compile(r"(.+[бвгдзклмнпрстфхц])(?:ии|ию)$"), r"\1ия"),
    (re.compile(r"(.+[бвгджзйклмнпрстфхцчшщ])ом$"), r"\1"),
    (re.compile(r"(.+)ией$"), r"\1ия"),
    (re.compile(r"(.+[аеиоуыэюя])ем$"), r"\1й"),
)


def _by_ending(word):
    for pattern, ending in ENDINGS:
        if len(word) > 4 and pattern.fullmatch(word):
            return pattern.sub(ending, word)
    return word


def _cased(turned, word):
    """The turned word with capitals where the written one has them: «Буэнос-Айреса»."""
    return "-".join(
        new[:1].upper() + new[1:] if old[:1].isupper() else new
        for new, old in zip_longest(turned.split("-"), word.split("-"), fillvalue="")
    )


def _phrase(parts):
    """An adjective and its noun, or a noun with a name behind it that stays."""
    lows = [part.lower() for part in parts]
    head = next((n for n, low in enumerate(lows) if _is_noun(low)), None)
    if head is None:
        return [*parts[:-1], _single(parts[-1])]
    noun = next(
        (p for p in parses(lows[head]) if p.tag.POS == "NOUN" and "plur" not in p.tag.grammemes),
        None,
    )
    if noun is None or may_be(lows[head], "NOUN", "nomn", "sing"):
        return parts
    made = list(parts)
    turned = noun.inflect({"nomn", "sing"})
    made[head] = _cased(turned.word, parts[head]) if turned else parts[head]
    for number in range(head):
        for parse in parses(lows[number]):
            agreed = parse.tag.POS == "ADJF" and parse.inflect(
                {"nomn", "sing", noun.tag.gender or "masc"}
            )
            if agreed:
                made[number] = _cased(agreed.word, parts[number])
                break
    return made


def _is_noun(low):
    found = parses(low)
    return bool(found) and found[0].tag.POS == "NOUN"
