"""The name of a place in a title: as written, its kind, in the nominative."""

import re

from briefings.reading.briefing import NotePartner
from briefings.reading.morphology import is_known, lemmas, may_be, parses
from briefings.reading.places import country_of, nominative_name
from briefings.reading.stretch import lowered

NAME = r"[А-ЯЁ][а-яё]+(?:[-’'][А-ЯЁа-яё]+)*(?:-(?:на|ла|де|ле|сюр|ан|эль|дель)-[А-ЯЁ][а-яё]+)?"
NAMES = rf"{NAME}(?:\s+{NAME})*"
BRACKET = re.compile(r"\(([^()]+)\)")
CITY = re.compile(
    rf"\b(?:[Гг](?:ород(?P<case>а|ом|у|е)?|\.)|столиц[а-я]+)\s*[-–:]?\s*«?(?P<name>{NAMES})"
)
# «с городом Оулу»: a name without an ending of that case is as it is in the nominative.
CASES = {
    "ом": re.compile(r"(?:ом|[её]м|ой|ей|ью|ами|ями|им|ым)$"),
    "а": re.compile(r"(?:[аяыи]|[ое]го|ой|ей|ов|[бвгджзклмнпрстфхцчшщ])$"),
    "у": re.compile(r"(?:[уюеи]|[ое]му|ой|ей|ам)$"),
    "е": re.compile(r"(?:[еиу]|ом|ем|ой|ей|ах)$"),
}
REGION_WORDS = (
    r"област[ьиью]+|кра[йяюем]+|провинци[а-я]+|регион[а-я]*|земл[а-яё]+|штат[а-я]*|кантон[а-я]*"
    r"|префектур[а-я]+|воеводств[а-я]+|губерни[а-я]+|департамент[а-я]*|округ[а-я]*"
    r"|автономн[а-я]+\s+(?:сообществ|област|округ|республик)[а-я]*|граф?ств[а-я]+|уезд[а-я]*"
    r"|губернаторств[а-я]+|лен[а-я]?\b|эмират[а-я]*|район[а-я]*"
)
REGION_BEFORE = re.compile(
    rf"\b({REGION_WORDS})(?:\s*:)?\s+«?({NAMES}(?:\s[–-]\s{NAME})?)", re.IGNORECASE
)
REGION_BEHIND = re.compile(rf"({NAME}(?:\s+[А-ЯЁ]?[а-яё]+)?)\s+({REGION_WORDS})", re.IGNORECASE)
REPUBLIC_OF = re.compile(rf"[Рр]еспублик[а-я]+\s+({NAMES})")
# «=== Порто (Португалия) ===»
BESIDE_COUNTRY = re.compile(rf"({NAMES})\s*\(([^()]+)\)")
# «со столицей Казахстана»: a city that the note goes on to name.
CAPITAL_OF = re.compile(r"\bстолиц[а-я]+\s")
ADJECTIVE = re.compile(r"[А-ЯЁ][а-яё-]+[сц]к(?:ий|ого|ому|им|ое|ая|ой|ую)")
COUNCIL = re.compile(r"([А-ЯЁ][а-яё]+[сц]к)[а-яё]+ областн[а-я]+ (?:исполнительн|исполком|совет)")
WITH = re.compile(rf"(?:\bс|\bсо|\bи|\bпо|[–—-])\s+({NAMES})")
FIRST_NAME = re.compile(rf"^\W*({NAMES})")
SLASHES = re.compile(r"(?<!\w)/\s?([А-ЯЁ][^/]{2,40})/(?!\w)")
SHOUTED = re.compile(r"(?<![А-Яа-яЁё])[А-ЯЁ]{4,}(?![А-Яа-яЁё])")
SHORTEST_SHOUTED = 5
SPACED = re.compile(r"(?<![А-Яа-яЁё])(?:[А-ЯЁ] ){3,}[А-ЯЁ](?![А-Яа-яЁё])")
TITLE_WORDS = re.compile(
    r"^(?:тема|справк[аи]|информация|досье|памятка|материалы?|карточка|сотрудничество|взаимодействие"
    r"|партнер(?=:)|партнёр(?=:)|город-(?:побратим|партнер|партнёр))\b[\s:.–—-]*",
    re.IGNORECASE,
)
# «с Генеральным консулом … г-ном Ли Ён Су»: nobody is a place.
PERSON = re.compile(rf"(?<!\w)(?:[Гг]-(?:н|ж)|[Гг]оспо(?:дин|ж))[а-я]*\s+{NAMES}")
REPUBLIC = re.compile(r"\s+(?:(?:[А-ЯЁ][а-яё]+\s+)*Республик|Королевств|Федераци)[а-яё]*.*$")
NOT_NAMES = frozenset(
    [
        "республика",
        "комитет",
        "город",
        "справка",
        "информация",
        "сотрудничество",
        "отдел",
        "управление",
        "российский",
        "северный",
        "южный",
        "западный",
        "восточный",
        "итог",
        "план",
        "перспектива",
        "состояние",
        "отношение",
        "контакт",
        "развитие",
        "обзор",
        "правительство",
        "администрация",
        "генеральный",
        "консульство",
        "посольство",
        "университет",
        "европа",
        "азия",
        "африка",
        "америка",
        "балтия",
        "скандинавия",
        "запад",
        "восток",
        "север",
        "юг",
    ]
)


def even(title):
    """A title in capitals as if it were not, «/Бельгия/» as if in brackets."""
    title = SLASHES.sub(r"(\1)", title)
    title = SPACED.sub(lambda match: match[0].replace(" ", "").capitalize(), title)
    letters = [c for c in title if c.isalpha()]
    if sum(c.isupper() for c in letters) < 0.6 * len(letters):
        return SHOUTED.sub(lambda match: _quiet(match[0]), title)
    # The names inside cannot be known by their capitals: each word gets one.
    return re.sub(r"[^\W\d_]+", lambda m: _capital(m[0]), title)


def _quiet(word):
    """«БРНО» as the others stand; what no one can speak, or is known for short, stays."""
    low = word.lower()
    is_short_for = is_known(low) and may_be(low, "Abbr")
    spoken = any(letter in "АЕЁИОУЫЭЮЯ" for letter in word) and not is_short_for
    is_name = len(word) >= SHORTEST_SHOUTED or spoken
    return word.capitalize() if is_name else word


def _capital(word):
    low = word.lower()
    small = {"и", "с", "со", "о", "об", "города", "город", "городом", "в", "на"}
    return low if low in small or may_be(low, "PREP") or may_be(low, "CONJ") else low.capitalize()


def without_home(title, home):
    """A title without the names of the home city."""
    for stem in home.city:
        title = re.sub(rf"(?<!\w){stem}\w*(?:\s*[–—-]\s*(?=\w))?", " ", title, flags=re.IGNORECASE)
    return title


def partner_of_title(title, home):
    """The NotePartner that a title names, or None."""
    country = country_of(lowered(title))
    title = PERSON.sub(" ", title)
    outside = BRACKET.sub(" | ", title)
    outside = without_home(TITLE_WORDS.sub("", outside), home)
    named = _named(outside, country)
    if named is None:
        beside = BESIDE_COUNTRY.search(without_home(title, home))
        if beside is None or not country_of(lowered(beside[2])):
            return None
        named = beside[1], None, True
    name, kind, is_plain = named
    code, country_name = country or (None, None)
    plain = name if is_plain else nominative_name(name)
    own = country_of(lowered(plain))
    if own and kind is None:
        kind = "country"
        code, country_name = own
    return NotePartner(
        name=plain,
        as_written=name,
        kind=kind,
        country=code,
        country_name=country_name,
        in_title=True,
    )


def _named(outside, country):
    """(the name as written, its kind, whether that is the nominative), or None."""
    for city in CITY.finditer(outside):
        name, ending = cut_name(city["name"]), CASES.get(city["case"])
        if country_of(lowered(name)) and CAPITAL_OF.match(lowered(city[0])):
            continue
        if lemmas(lowered(name).split()[0]).isdisjoint(NOT_NAMES):
            return name, "city", ending is not None and not ending.search(name)
    behind = REGION_BEHIND.search(outside)
    generic = behind and re.match(r"федеральн|автономн", lowered(behind[1]))
    if behind and not generic and may_be(behind[1].split()[-1].lower(), "ADJF"):
        return f"{behind[1]} {behind[2]}", "region", False
    council = COUNCIL.search(outside)
    if council:
        # «с Гродненским областным исполнительным комитетом»
        return f"{council[1]}ая область", "region", True
    before = REGION_BEFORE.search(outside)
    if before and ADJECTIVE.fullmatch(before[2]):
        # «Воеводство Силезское»
        return f"{before[2]} {before[1].lower()}", "region", False
    if before:
        return cut_name(before[2]), "region", False
    republic = REPUBLIC_OF.search(outside)
    if republic and not country_of(lowered(republic[0])):
        return cut_name(republic[1]), "region", False
    for pattern in (WITH, FIRST_NAME):
        for match in pattern.finditer(outside):
            name = cut_name(match[1])
            if name and not is_common(name):
                return name, None, False
    lone = [name for name in re.findall(NAMES, outside) if not is_common(cut_name(name) or name)]
    names = [name for name in map(cut_name, lone) if name]
    if country:
        return (names[-1], None, False) if names else None
    # «Петербург в Праге / Прага в Петербурге»
    places = [name for name in names if place_of(name)]
    return (places[-1], None, False) if places else None


def cut_name(name):
    """The name without a republic or country behind it, and without a title's words."""
    name, republics = REPUBLIC.subn("", name)
    words = name.split()
    if republics and len(words) == 1 and may_be(words[0].lower(), "ADJF"):
        # «с Эстонской Республикой»: a country's own name.
        return ""
    while len(words) > 1 and country_of(lowered(words[-1])) and not country_of(lowered(words[0])):
        words.pop()
    return " ".join(words)


def is_common(name):
    """Whether a name is a common word rather than that of a place."""
    words = lowered(name).split()
    places = {"Geox", "Name"}
    if (
        is_known(words[0])
        and not any(places & p.tag.grammemes for p in parses(words[0]))
        and len(words) == 1
    ):
        return True
    first = parses(words[0])[0].normal_form if parses(words[0]) else words[0]
    return first in NOT_NAMES or words[0] in NOT_NAMES


def place_of(word):
    """The place's name in the nominative if the word is likely one, else None."""
    found = parses(word.lower())
    if is_common(word) or any(
        "Surn" in p.tag.grammemes or "Patr" in p.tag.grammemes for p in found[:2]
    ):
        return None
    return nominative_name(word) if any("Geox" in p.tag.grammemes for p in found) else None
