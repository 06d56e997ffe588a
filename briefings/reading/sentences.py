"""Cuts a paragraph into its sentences, abbreviations and initials left whole."""

import re

from briefings.reading.dating import find_dates
from briefings.reading.dating.words import SHORTENED, WORDS
from briefings.reading.morphology import is_predicate
from briefings.reading.stretch import join

END = re.compile(r"(?<![.!?…])[.!?…]+[»\"”)]*\s+(?=[«\"„“(]?[^\W_])")
# A copy may lose the space behind a full stop: «соревнований.В мае», «в Доме кино.1997, апрель».
GLUED = re.compile(
    r"(?<=[а-яё]{4})[.!?](?=[А-ЯЁ][а-яё ]|(?:19|20)\d\d|\d{1,2} [а-я]{3,8} \d{4})"
    r"|(?<=[а-яё][»\"”])\.(?=[А-ЯЁ][а-яё])|(?<=\d г)\.(?=[А-ЯЁ][а-яё]{2})"
    r"|(?<=\dг)\.(?=[А-ЯЁ][а-яё]{2})"
)
SHORT = (
    frozenset(
        [
            "г",
            "гг",
            "им",
            "подп",
            "т",
            "д",
            "тт",
            "др",
            "пр",
            "ул",
            "св",
            "стр",
            "тыс",
            "млн",
            "млрд",
            "руб",
            "долл",
            "проф",
            "акад",
            "зам",
            "нач",
            "гл",
            "спец",
            "тел",
            "моб",
            "род",
            "доб",
            "э",
            "ст",
            "р",
            "рис",
            "табл",
            "см",
            "напр",
            "ред",
            "изд",
            "экз",
            "чел",
            "шт",
            "кв",
            "пл",
            "наб",
            "д",
            "корп",
            "рук",
            "оф",
            "англ",
            "нем",
            "фр",
            "кит",
            "фин",
            "обл",
            "респ",
            "р-н",
            "пос",
            "ген",
            "сек",
            "и",
            "о",
            "а",
            "б",
            "в",
            "е",
            "к",
            "л",
            "м",
            "н",
            "п",
            "с",
            "у",
            "ф",
            "х",
            "ц",
            "ч",
            "ш",
            "щ",
            "ю",
            "я",
            "ж",
            "з",
            "янв",
            "февр",
            "фев",
            "апр",
            "авг",
            "сент",
            "сен",
            "окт",
            "нояб",
            "ноя",
            "дек",
            "mr",
            "mrs",
            "dr",
            "st",
            "e",
            "mail",
        ]
    )
    | SHORTENED
)
# What mostly begins another sentence behind a year or an abbreviation.
OPENING = re.compile(r"(?:В|На|По|С|Со|Во|Также|Кроме|Он|Она|Они)\s")
CENTURY = re.compile(r"[ivxхі]+\s+(?:в\.|век|столет)")
# Behind these a new sentence may begin all the same.
LONGEST, LOOKED_AT = 1500, 600
YEAR = re.compile(r"(?:\d{4}|\d\d-[ехм]\w*|\d{4}-[ехм]\w*)\s?гг?\.\s*$")
# «12. 05. 2013»: no sentence ends inside a date.
DAY, MONTH_BEHIND = re.compile(r"(?<!\d)\d{1,2}\.$"), re.compile(r"\d\d\.\s?\d{2,4}|\d{4}(?!\d)")
LAST = re.compile(r"([^\W\d_]+)\.?$")


def sentences(body):
    """The sentences of a stretch, in order, together all of it but white space."""
    parts, place = [], 0
    ends = list(END.finditer(body.read))
    if GLUED.search(body.text):
        ends = sorted([*ends, *GLUED.finditer(body.text)], key=lambda match: match.start())
    for match in ends:
        if _ends(body, max(place, match.start() - LOOKED_AT), match):
            parts += _chunks(body[place : match.end()])
            place = match.end()
    parts += _chunks(body[place:])
    return _with_last_date([part for part in parts if part])


def _with_last_date(parts):
    """The sentences, a date that closes the paragraph with what it is of: «… в музее. 3–7 мая.»"""
    if len(parts) > 1 and is_date(parts[-1].read) and not find_dates(parts[-2].read):
        return [*parts[:-2], join(parts[-2], parts[-1])]
    return parts


def _chunks(part):
    """A sentence, or what is far too long for one cut at spaces, so that time stays linear."""
    made = []
    while len(part) > LONGEST:
        cut = part.read.rfind(" ", LONGEST // 2, LONGEST)
        cut = cut if cut > 0 else LONGEST
        made.append(part[:cut].strip())
        part = part[cut:]
    return [*made, part.strip()]


def _ends(body, start, match):
    before = body.read[start : match.start() + 1]
    following = body.text[match.end() :]
    first = following.lstrip('«"„“(')[:1]
    if body.read[match.start()] in "!?…" or len(match[0].strip(" .")) > 0:
        return not first.islower()
    if DAY.search(before) and MONTH_BEHIND.match(following):
        return False
    if first.islower() or CENTURY.match(body.read, match.end()) or is_date(before):
        return False
    if YEAR.search(before):
        if following.startswith("(") and not _is_told_in_brackets(following):
            return False
        if _opens_another(before):
            return False
        return _is_told(before) or bool(OPENING.match(following) and len(before.split()) > 3)
    last = LAST.search(before[:-1])
    if last is None:
        return True
    word = last[1]
    as_written = body.text[start + last.start(1) : start + last.end(1)]
    if len(word) == 1:
        # Initials, or «в. Москва»; a lone small letter behind a digit ends nothing either.
        return False
    if word == "долл" and OPENING.match(following):
        # Not «долл. США».
        return True
    if word in SHORT:
        return (
            word in {"др", "чел", "руб", "млн", "млрд", "тыс", "экз", "шт"}
            and first.isupper()
            and not as_written[0].isupper()
        )
    return True


def _is_told_in_brackets(following):
    """«… 1984 г. (Декларация подписана 22 мая).»: a sentence of its own, none of «(Милан), …»."""
    inner, _, behind = following[1:LOOKED_AT].partition(")")
    words = re.findall(r"[^\W\d_]+", inner.lower())
    return inner[:1].isupper() and behind[:1] == "." and any(map(is_predicate, words))


def _opens_another(before):
    """«… в августе – гастроли, в ноябре 1997 г. Музей …»: the last date is of what follows."""
    dates = find_dates(before)
    return len(dates) > 1 and before[: dates[-1].start].rstrip().endswith((",", ";"))


def is_date(before):
    """Whether what is read of a sentence is but a date: «19 апреля.» opens the one behind it."""
    before = re.sub(r"\([^()]*\)", " ", before)
    words = re.findall(r"[^\W\d_]+", before) if len(before) <= 60 else ()
    if not before or len(before) > 60 or any(len(w) > 3 and w not in WORDS for w in words):
        return False
    dates = find_dates(before)
    return len(dates) == 1 and not re.search(
        r"\w", before[: dates[0].start] + before[dates[0].end :]
    )


def _is_told(before):
    """Whether a sentence that ends with a year has said what it has to say."""
    # «… ведут отсчет с 1985 г.», but not «… с ее столицей: в 1985 г. Ленинград …».
    words = re.findall(r"[^\W\d_]+", re.split(r"[:;]\s", before)[-1])[:-1]
    return any(is_predicate(word) for word in words) or len(words) > 6
