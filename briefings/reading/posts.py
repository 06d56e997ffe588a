"""Positions, departments and units of contacts, in the nominative."""

import re
from dataclasses import dataclass

from briefings.reading.morphology import is_known, may_be, parses

SHORT = (
    (re.compile(r"\bгл\.\s?", re.IGNORECASE), "главный "),
    (re.compile(r"\bвед\.\s?", re.IGNORECASE), "ведущий "),
    (re.compile(r"\bмл\.\s?", re.IGNORECASE), "младший "),
    (re.compile(r"\bст\.\s?(?=спец|эксп|реф)", re.IGNORECASE), "старший "),
    (re.compile(r"\bсп(?:ец)?\.(?=\s|$|,)", re.IGNORECASE), "специалист"),
    (re.compile(r"\bзам\.\s?", re.IGNORECASE), "заместитель "),
    (re.compile(r"\bнач\.\s?", re.IGNORECASE), "начальник "),
    (re.compile(r"\bзав\.\s?", re.IGNORECASE), "заведующий "),
    (re.compile(r"\bотд\.\s?", re.IGNORECASE), "отдела "),
)
RANK = (
    r"(?:(?:перв|постоянн|главн|ведущ|ведуш|старш|младш|генеральн|исполнительн|дежурн|почетн|почётн)[а-я]+\s+|гл\.\s?"
    r"|вед\.\s?|ст\.\s?|мл\.\s?)?"
)
HEADS = (
    "специалист|инструктор|эксперт|консультант|советник|референт|начальник|директор(?!ат)|руководител"
    "|заведующ|председател(?!ьств)|секретар(?!иат)|помощник|менеджер|координатор|инспектор"
    "|переводчик|атташе|вице-мэр|мэр(?!и)|бургомистр|глав(?:а|ы|е|у|ой)|сотрудник|уполномоченн"
    "|пресс-секретар|аналитик|методист|стажер|инженер|представител(?!ьств)|куратор|управляющ"
    "|вице-консул|консул(?!ьств)|президент|вице-президент|министр"
)
POST = re.compile(
    rf"(?:(?<![а-я-])|(?<=[а-я]-)(?=(?:гл|вед|ст|зам|нач)\.))(?P<acting>(?:и\.?\s?о\.?|врио|исполняющ[а-я]+\s+обязанности)\s+)?"
    rf"{RANK}(?:(?:заместител[а-я]+|зам\.)\s+)?{RANK}(?:(?:{HEADS})[а-я]*|сп(?:ец)?\.|нач\.|зав\.)(?:-(?:{HEADS})[а-я]*)?(?![а-я-])"
)
OFFICE = re.compile(r"(?:канцеляри|аппарат|приемн|секретариат|бюро|офис|кабинет)[а-я]*\s$")
WHOSE = re.compile(
    r"\s+(?:вице-)?(?:мэра|губернатора|бургомистра|министра|президента|председателя|директора|ректора|главы)(?![а-я])"
)
LABEL = re.compile(
    r"(?:кураторы|координаторы|исполнители|сотрудники|специалисты)\s*:|сотрудник\s*[:–—-]\s"
    rf"|(?:куратор|координатор|исполнитель)\s*[:–—-]\s+{RANK}(?:{HEADS}|заместител)"
)
# What a post is for, up to a sign or a name: «по внешним связям», «1 категории».
FIELD = re.compile(
    r"\s+(?:(?:\d|[ivі]{1,3})(?:-й)?\s+(?:категории|класса|разряда)|по\s+(?!тел|адрес|вопрос)"
    r"(?:[а-я-]+\s+){0,2}[а-я-]+(?:\s+с\s+[а-я-]+)?)(?![а-я.])"
)
BODY_WORD = (
    r"(?:отдел|сектор|секци|департамент|управлени|служб|секретариат|канцеляри|бюро|комитет|дирекци"
    r"|комисси|центр|агентств|группы)[а-я]*"
)
LEADING = re.compile(
    r"(?:начальник|заместител|директор|руководител|заведующ|председател|глав[аыеу]|управляющ|нач\.|зав\.)"
)
# «заведующий отделом»: what stands behind it is ruled by it, not described.
# «Специалист по связям с | Чехией», cut before what looks like a name.
HANGING = re.compile(r"\s+(?:с|со|по|и|в|на)$")
# The name of the unit may stand between the two posts.
SECOND = re.compile(
    rf"(?:\s+[а-я-]+){{0,5}}?(?P<sign>\s+[–—-]\s+)(?P<post>(?:{HEADS})[а-я]*(?:\s+{BODY_WORD})?)(?![а-я-])"
)
RULING = re.compile(r"(?:заведующ|управляющ)")
BODY_BEHIND = re.compile(rf"\s+(?P<body>{BODY_WORD}|отд\.)")
DEPARTMENT = re.compile(
    r"(?<![а-я-])(?:(?:(?!заведующ|управляющ)[а-я]+(?:ого|ый|ий|ой|ому|ым|ая|ое)\s+){0,2})(?:отдел|сектор|секци|департамент|служб|секретариат|канцеляри|бюро|дирекци)[а-я]*(?![а-я])"
    r"(?:\s*:(?=\s(?:стран|по\s(?!тел)|междун|внешн|протокол)))?|(?<![а-я-])отд\.\s"
)
UNIT = re.compile(r"(?<![а-я-])управлени[ея][а-я]*(?![а-я])")
LATIN = re.compile(
    r"(?:[A-Z][a-z]+ ){0,3}(?:Officer|Manager|Director|Coordinator|Advis[eo]r|Assistant|Secretary)"
    r"(?: (?:of|for) [A-Z][a-z]+(?: [A-Z][a-z]+)*)?"
)
ROLE = re.compile(r"куратор|координатор|исполнитель")
NAMED_BETWEEN = re.compile(r"[а-яА-ЯЁ ]{0,40}\s?[:–—-]\s+[А-ЯЁ][^;:\d()]{3,60},\s*")
ABBREVIATED_UNIT = re.compile(r"(?<![А-ЯЁа-яё-])[А-ЯЁ]{2,6}(?![А-ЯЁа-яё-])")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
STOP = re.compile(
    r"[:;()\d@]|\s[–—-]\s|\bтел|\bфакс|\bмоб|\be-?mail|\bэл\.|\bпо тел|\bили\b|\.\s|\bт\."
    r"|\bвн(?:утр)?\.|\bгор\.|\bуправлени|\bкомитет|\bкаб\.|\bмэрии\b|\bобщин|\bмагистрат|\bакимат|\bхокимият|\bг-(?:н|жа)\b"
    r"|\bадминистраци|\bправительств"
    r"|(?:[а-я-]+ского\s)?\bгородск\w+ (?:администраци|управ|дум|совет)|\bмуниципалитет|\bратуши\b"
)
# Abbreviations of countries and their unions, no units of an office.
COUNTRIES = {"РФ", "РТ", "РБ", "РК", "СНГ", "ЕС", "США", "КНР", "ФРГ", "СПб", "ЕАЭС", "ОАЭ", "ЮАР"}
# «отдел стран Центр. Европы»
CUT = {"центр", "юж", "сев", "вост", "зап"}
REGIONS = {
    "стран",
    "странами",
    "странам",
    "страны",
    "государств",
    "региона",
    "и",
    "с",
    "со",
    "по",
    "республик",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A position, department or unit: where it stands, and its name in the nominative."""

    start: int
    end: int
    name: str
    acting: bool = False


def find_posts(text, read):
    """The positions in a text: «главный специалист», «заместитель начальника отдела»."""
    found, place = [], 0
    while match := POST.search(read, place):
        end = match.end()
        # «советник мэра», «помощник губернатора»: whose they are belongs to the post.
        whose = WHOSE.match(read, end)
        end = whose.end() if whose else end
        behind = BODY_BEHIND.match(read, end)
        if behind and LEADING.search(match[0]):
            end = behind.end()
        elif whose is None:
            end = _end_of_field(text, read, end)
        if OFFICE.search(read[: match.start()]) or LABEL.match(read, match.start()):
            # «Канцелярия мэра»: a body's name, nobody's post; «Кураторы: …» is a heading.
            place = end
            continue
        start = match.end("acting") if match["acting"] else match.start()
        words = text[start:end]
        second = SECOND.match(read, end)
        if second and LEADING.search(match[0]) and LEADING.match(second["post"]):
            # «заместитель начальника управления – начальник отдела»: one person's post.
            words += text[second.start("sign") : second.end()]
            end = second.end()
        words = HANGING.sub("", _expanded(words).strip(" -–—"))
        found.append(Place(match.start(), end, nominative(words), bool(match["acting"])))
        place = end
    found += [Place(*match.span(), match[0]) for match in LATIN.finditer(text)]
    return found[1:] if _is_role(text, found) else found


def _is_role(text, found):
    """Whether the first post only says what a person is here: «Координатор – Ким А. С., …»"""
    if len(found) < 2 or not ROLE.fullmatch(found[0].name.lower()):
        return False
    return bool(NAMED_BETWEEN.fullmatch(text[found[0].end : found[1].start]))


def _end_of_field(text, read, end):
    """Where the words that say what a post is for end, before a name or a body."""
    field = FIELD.match(read, end)
    if field is None:
        return _end_of_genitive(text, end)
    body = re.search(rf"\s(?:{BODY_WORD})", field[0])
    stop = end + body.start() if body else field.end()
    name = re.search(r"\s[А-ЯЁ][а-яё]", text[end:stop])
    return end + name.start() if name else stop


def _end_of_genitive(text, end):
    """«координатор международных программ»: where the nouns that a post rules end."""
    words = re.compile(r"\s([а-я-]{4,})(?![а-я.])")
    last = place = end
    affairs = re.compile(r"\sделами(?![а-я])").match(text, end)
    last = place = affairs.end() if affairs else end
    while (match := words.match(text, place)) and place - end < 60:
        word = match[1]
        if re.fullmatch(BODY_WORD, word) or not may_be(word, "gent") or may_be(word, "Apro"):
            break
        place = match.end()
        if may_be(word, "NOUN", "gent"):
            last = place
    return last


def find_department(text, read, start, limit):
    """The department that begins at or behind ``start`` and before ``limit``, or None."""
    match = DEPARTMENT.search(read, start, limit)
    if match is None:
        return None
    end = _end_of_body(text, read, match.end(), limit)
    abbreviated = _unit_at_end(text, match.end(), end)
    end = abbreviated[0] if abbreviated else end
    words = text[match.start() : end].strip(" ,.–—-")
    if " " not in words:
        return None
    name = nominative(_expanded(words.replace(":", "")))
    return Place(match.start(), match.start() + len(words), name)


def find_unit(text, read, start, limit):
    """What the department belongs to: «УМС», «Управление международного сотрудничества»."""
    named = UNIT.search(read, start, limit)
    if named:
        end = _end_of_body(text, read, named.end(), limit)
        words = text[named.start() : end].strip(" ,.–—-")
        if " " in words:
            return Place(named.start(), named.start() + len(words), nominative(words))
    for match in ABBREVIATED_UNIT.finditer(text, start, limit):
        before = WORD.findall(read[: match.start()])
        is_pronoun = may_be(match[0].lower(), "NPRO")
        is_country = match[0] in COUNTRIES
        if not (is_pronoun or is_country) and (not before or before[-1] not in REGIONS):
            return Place(match.start(), match.end(), match[0])
    return None


def _end_of_body(text, read, start, limit):
    """Where the name of a body ends: before a number, a label, a name, or what a comma cuts off."""
    end = next(
        (
            stop.start()
            for stop in STOP.finditer(read, start, limit)
            if not (stop[0].startswith(".") and _is_cut_short(read, stop.start()))
        ),
        limit,
    )
    place = start
    for match in re.finditer(r",\s*", read[start:end]):
        following = WORD.match(read, start + match.end())
        if following is None or not _goes_on(following[0], text[start + match.end()]):
            return start + match.start()
        place = start + match.end()
    return max(end, place)


def _is_cut_short(read, stop):
    """Whether the word before a full stop is short for an adjective: «стран Вост. Европы»."""
    word = re.search(r"([а-я]+)$", read[:stop])
    return bool(word) and 2 < len(word[1]) < 7 and (word[1] in CUT or not is_known(word[1]))


def _goes_on(word, first):
    if POST.match(word):
        return False
    return may_be(word, "gent") and (first.isupper() or not may_be(word, "nomn"))


def _unit_at_end(text, start, end):
    for match in ABBREVIATED_UNIT.finditer(text, start, end):
        before = WORD.findall(text[start : match.start()].lower())
        if before and before[-1] not in REGIONS and match[0] not in COUNTRIES:
            return match.span()
    return None


def _expanded(words):
    for pattern, full in SHORT:
        words = pattern.sub(
            lambda m, full=full: full.capitalize() if m[0][0].isupper() else full, words
        )
    return re.sub(
        r"(заместитель начальник)(?= |$)", r"\1а", " ".join(words.split()), flags=re.IGNORECASE
    )


def nominative(phrase):
    """The phrase with its head and the adjectives before it in the nominative.

    What stands behind the head stays: «главному специалисту отдела» – «главный специалист отдела».
    """
    words = phrase.split(" ")
    if RULING.match(words[0].lower()):
        return " ".join([nominative(words[0]), *words[1:]]) if words[1:] else _headed(phrase)
    return _headed(phrase)


def _headed(phrase):
    words = phrase.split(" ")
    heads = []
    for number, word in enumerate(words):
        best = _noun_or_adjective(word.lower())
        if best is None:
            break
        heads.append((number, best))
        if best.tag.POS == "NOUN":
            break
    if not heads or (heads[-1][1].tag.POS != "NOUN" and len(heads) != len(words)):
        return phrase
    if may_be(words[heads[-1][0]].lower(), "nomn", "sing"):
        return phrase
    noun = heads[-1][1]
    for number, parse in heads:
        target = {"nomn", "sing"} | (
            {noun.tag.gender} if parse.tag.POS in {"ADJF", "PRTF"} and noun.tag.gender else set()
        )
        turned = parse.inflect(target)
        if turned and turned.word != words[number].lower():
            words[number] = turned.word.capitalize() if words[number][:1].isupper() else turned.word
    return " ".join(words)


def _noun_or_adjective(word):
    for parse in parses(word):
        if parse.tag.POS in {"NOUN", "ADJF", "PRTF"} and "plur" not in parse.tag.grammemes:
            return parse
    return None
