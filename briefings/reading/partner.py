"""Whom a note is about: from its title, else from its ties and what it names most."""

import re
from collections import Counter
from dataclasses import replace

from briefings.reading.briefing import NotePartner
from briefings.reading.morphology import is_known, lemmas, may_be, parses
from briefings.reading.places import country_of, nominative_name
from briefings.reading.repair import repaired
from briefings.reading.stretch import lowered

NAME = r"[А-ЯЁ][а-яё]+(?:[-’'][А-ЯЁа-яё]+)*(?:-(?:на|ла|де|ле|сюр|ан|эль|дель)-[А-ЯЁ][а-яё]+)?"
NAMES = rf"{NAME}(?:\s+{NAME})*"
CAPITALISED = re.compile(r"(?<![А-Яа-яЁё])[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*")
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
# «(автономное сообщество, Королевство Испания)» below the name.
REGION_SAID = re.compile(rf"\(\s*(?:{REGION_WORDS})(?!\s+[А-ЯЁ])")
# Lines of a letterhead: «Комитет по внешним связям», «Отдел стран Азии».
BODIES = re.compile(
    r"(?:комитет|исполком|администраци|мэри[яи]|правительств|управлени|отдел|департамент)\w*\b(?!.*\bс\b)"
)
GENRE = re.compile(
    r"\W*(?:[а-я]+ая )?(?:справка|информация|записка|досье|памятка|материалы?|карточка)(?:-[а-я]+)?"
    r"(?: (?:партнера|города|региона|сотрудничества))?\W*"
)
WITH = re.compile(rf"(?:\bс|\bсо|\bи|\bпо|[–—-])\s+({NAMES})")
FIRST_NAME = re.compile(rf"^\W*({NAMES})")
COOPERATION = (
    r"(?:связ|отношени|сотрудничеств|контакт|соглашени|партнерств|взаимодействи|обмен)[а-я]*"
)
LABELLED = re.compile(
    r"(?:(?:[Гг]ород|[Рр]егион)(?:-|\s)партн[её]р|Партн[её]р"
    r"|[Кк]арточка(?: №\s?\d+)?)\s*[:–—-]\s*(.{3,80})"
)
SLASHES = re.compile(r"(?<!\w)/\s?([А-ЯЁ][^/]{2,40})/(?!\w)")
SHOUTED = re.compile(r"(?<![А-Яа-яЁё])[А-ЯЁ]{5,}(?![А-Яа-яЁё])")
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


def find_partner(titles, ties, texts, home):
    """The NotePartner, or None if nothing tells: a country only where no place in it is named.

    ``titles``  the title's stretches; ``ties`` what is written of ties («Побратимские связи с …»)
    ``texts``   all that is written, the directions and headings before the events
    """
    found = []
    # Of several lines those come first that name a country or a city, or but a name.
    titles = [title for title in titles if not BODIES.match(title.read)] or titles
    titles = [title for title in titles if not GENRE.fullmatch(title.read)]
    for title in sorted(titles, key=lambda title: not _is_telling(title)):
        partner = _from_title(_even(repaired(title.text)), home)
        if partner is not None:
            found.append(_with_other_lines(partner, titles))
    found.sort(key=lambda partner: partner.kind == "country")
    if found and found[0].kind != "country":
        return _with_country_of_label(found[0], (*ties, *texts), home)
    labelled = _from_brackets(titles, found) or _from_label((*ties, *texts), home)
    if found and labelled is None and any(map(CAPITAL_OF.search, (t.read for t in titles))):
        named = _named_most([*ties, *texts], home)
        labelled = named and replace(found[0], name=named.name, as_written=named.name, kind="city")
    if labelled or found:
        return labelled or found[0]
    told = _from_text(ties, texts, home)
    return told and _with_other_lines(told, titles)


def _from_brackets(titles, found):
    """The city of «с Азербайджаном (город Баку)», or None."""
    cities = filter(None, (CITY.search(title.text) for title in titles if found))
    city = next(cities, None)
    name = city and _cut(city["name"])
    if not name or _is_common(name):
        return None
    return replace(found[0], name=nominative_name(name), as_written=name, kind="city")


def _with_country_of_label(partner, texts, home):
    """The partner with the country that a card names below the title: «Партнёр: …, Австралия»."""
    labelled = None if partner.country else _from_label(texts, home)
    if labelled is None or labelled.name != partner.name:
        return partner
    return replace(partner, country=labelled.country, country_name=labelled.country_name)


def _from_label(texts, home):
    """The partner of «Регион-партнёр: провинция Кёнгидо (Республика Корея)», or None."""
    labels = filter(None, (LABELLED.search(text.text) for text in texts))
    return next(filter(None, (_from_title(label[1], home) for label in labels)), None)


def _is_telling(title):
    bare = re.fullmatch(rf"{NAMES}|[А-ЯЁ-]+", title.text.strip(" .,"))
    return bool(bare or CITY.search(title.text) or country_of(title.read))


def _with_other_lines(partner, titles):
    """The partner with what only other lines of the title tell: its kind, its country."""
    if partner.kind is None and any(REGION_SAID.search(title.text) for title in titles):
        partner = replace(partner, kind="region")
    told = next(filter(None, (country_of(title.read) for title in titles)), None)
    if partner.country is None and told:
        partner = replace(partner, country=told[0], country_name=told[1])
    return partner


def _even(title):
    """A title in capitals as if it were not, «/Бельгия/» as if in brackets."""
    title = SLASHES.sub(r"(\1)", title)
    title = SPACED.sub(lambda match: match[0].replace(" ", "").capitalize(), title)
    letters = [c for c in title if c.isalpha()]
    if sum(c.isupper() for c in letters) < 0.6 * len(letters):
        return SHOUTED.sub(lambda match: match[0].capitalize(), title)
    # The names inside cannot be known by their capitals: each word gets one.
    return re.sub(r"[^\W\d_]+", lambda m: _capital(m[0]), title)


def _capital(word):
    low = word.lower()
    small = {"и", "с", "со", "о", "об", "города", "город", "городом", "в", "на"}
    return low if low in small or may_be(low, "PREP") or may_be(low, "CONJ") else low.capitalize()


def _without_home(title, home):
    for stem in home.city:
        title = re.sub(rf"(?<!\w){stem}\w*(?:\s*[–—-]\s*(?=\w))?", " ", title, flags=re.IGNORECASE)
    return title


def _from_title(title, home):
    country = country_of(lowered(title))
    title = PERSON.sub(" ", title)
    outside = BRACKET.sub(" | ", title)
    outside = _without_home(TITLE_WORDS.sub("", outside), home)
    named = _named(outside, country)
    if named is None:
        beside = BESIDE_COUNTRY.search(_without_home(title, home))
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
        name, ending = _cut(city["name"]), CASES.get(city["case"])
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
        return _cut(before[2]), "region", False
    republic = REPUBLIC_OF.search(outside)
    if republic and not country_of(lowered(republic[0])):
        return _cut(republic[1]), "region", False
    for pattern in (WITH, FIRST_NAME):
        for match in pattern.finditer(outside):
            name = _cut(match[1])
            if name and not _is_common(name):
                return name, None, False
    lone = [name for name in re.findall(NAMES, outside) if not _is_common(_cut(name) or name)]
    names = [name for name in map(_cut, lone) if name]
    if country:
        return (names[-1], None, False) if names else None
    # «Петербург в Праге / Прага в Петербурге»
    places = [name for name in names if _place(name)]
    return (places[-1], None, False) if places else None


def _cut(name):
    """The name without a republic or country behind it, and without a title's words."""
    name, republics = REPUBLIC.subn("", name)
    words = name.split()
    if republics and len(words) == 1 and may_be(words[0].lower(), "ADJF"):
        # «с Эстонской Республикой»: a country's own name.
        return ""
    while len(words) > 1 and country_of(lowered(words[-1])) and not country_of(lowered(words[0])):
        words.pop()
    return " ".join(words)


def _is_common(name):
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


def _from_text(ties, texts, home):
    """The place beside the city, or that something is done with; else what is named most."""
    stem = "|".join(home.city)
    city = rf"(?:{stem})[а-я]*"
    beside = (
        re.compile(rf"(?i:{city})\s+и\s+[А-ЯЁа-яё-]+\s+(?:город[а-я]*|г\.)\s+({NAMES})"),
        re.compile(rf"({NAMES})\s+и\s+(?:город[а-я]*\s+)?(?i:{city})"),
        re.compile(
            rf"(?i:{city})\s+(?:и|с|со|[–—-])\s+(?:(?:город|регион|провинци|земл)[а-я]*\s+)?({NAMES})"
        ),
        re.compile(
            rf"{COOPERATION}\s+(?:с|со)\s+(?:(?:город|регион|провинци|земл)[а-я]*\s+)?({NAMES})"
        ),
    )
    for pattern in beside:
        for part in (*ties, *texts):
            match = pattern.search(BRACKET.sub(" ", repaired(part.text)))
            is_home = match and lowered(match[1]).startswith(home.city)
            if match and not (is_home or _is_common(match[1]) or country_of(lowered(match[1]))):
                name = _cut(match[1])
                return NotePartner(name=nominative_name(name), as_written=name)
    return _named_most([*ties, *ties, *texts], home)


def _named_most(parts, home):
    counted = Counter()
    for part in parts:
        text = _without_home(BRACKET.sub(" ", repaired(part.text)), home)
        for match in re.finditer(rf"(?<![.!?:]\s)(?<![.!?])(?<=\s)({NAME})", text):
            place = _place(match[1])
            if place and not country_of(lowered(place)):
                counted[place] += 1
    best = counted.most_common(1)
    return NotePartner(name=best[0][0], as_written=best[0][0]) if best else None


def _place(word):
    """The place's name in the nominative if the word is likely one, else None."""
    found = parses(word.lower())
    if _is_common(word) or any(
        "Surn" in p.tag.grammemes or "Patr" in p.tag.grammemes for p in found[:2]
    ):
        return None
    return nominative_name(word) if any("Geox" in p.tag.grammemes for p in found) else None


def without_partner(body, partner):
    """What is read of a stretch without the partner's name: Порту is no port."""
    if partner is None:
        return body.read
    names = {partner.name.lower(), partner.as_written.lower()}
    read = list(body.read)
    for match in CAPITALISED.finditer(body.text):
        if match[0].lower() in names or nominative_name(match[0]) == partner.name:
            read[match.start() : match.end()] = " " * (match.end() - match.start())
    return "".join(read)
