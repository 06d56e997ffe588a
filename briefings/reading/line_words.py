"""What the words tell at the end of one line and at the beginning of the next."""

import re

from briefings.reading.dating import find_dates
from briefings.reading.morphology import is_known, is_predicate, may_be, parses
from briefings.reading.page import HYPHENS, SENTENCE_END, opens_with_date
from briefings.reading.stretch import lowered

ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:г|гг|им|т|д|др|пр|ул|гл|кв|пол|зам|нач|спец|тел|руб|тыс|млн|долл|в|вв|ст|проф|акад|[А-ЯЁ])\.$",
    re.IGNORECASE,
)
ASKING = re.compile(
    r"(?:^|\s)(?:в|во|и|с|со|на|по|к|о|об|от|до|для|из|при|за|у|а|между|через|перед|без)$",
    re.IGNORECASE,
)
PROPER = ("Geox", "Name", "Patr", "Surn", "Orgn", "Abbr")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# A line of a card: «Ф.И.О.: …», «Должность: …».
CARD_LINE = re.compile(
    r"(?:ф\.?\s?и\.?\s?о|имя|фамили|должност|телефон|тел\.|факс|моб|эл|e-?mail|отдел)[^:\n]{0,20}:",
    re.IGNORECASE,
)
INITIAL = re.compile(r"[А-ЯЁ]\.\s?[А-ЯЁ]")
# «15, 17» / «и 20 апреля», «5 июня» / «2013 г. делегация»
RULED = re.compile(r"(?:и|по|до)\s|\d{4}\s?(?:г\.|года)\s+[а-я]")
LIKELY, HARDLY = 0.3, 0.1
# What a year stands alone as above what happened in it.
YEAR_NAMED = re.compile(r"\d{4}(?:\s?год)?[.:]?")
LONGEST_CUT = 4


def names_another(before, line):
    """Whether a line begins with a common noun that the line above, no sentence, cannot rule."""
    word = _first_word(line.text)
    nominative = may_be(word, "nomn") and is_known(word)
    above = WORD.findall(lowered(before.text))
    told = not above or any(map(is_predicate, above)) or may_be(above[-1], "ADJF")
    return (
        nominative
        and not is_name(line.text)
        and not told
        and not before.form
        and before.text[0].isupper()
    )


def is_name(text):
    """Whether a line begins with a word that is a name, of a person or a place."""
    word = _first_word(text)
    may_name = any(may_be(word, kind) for kind in PROPER)
    return may_name or bool(INITIAL.match(text))


def is_nominative(text):
    """Whether a line begins with a word that is likely in the nominative, which nothing rules."""
    found = parses(_first_word(text))
    return any("nomn" in parse.tag and parse.score >= found[0].score * LIKELY for parse in found)


def is_oblique(text):
    """Whether a line begins with a noun or an adjective that is hardly in the nominative."""
    found = [parse for parse in parses(_first_word(text)) if parse.tag.case]
    direct = sum(parse.score for parse in found if parse.tag.case in {"nomn", "accs"})
    return bool(found) and direct < HARDLY * sum(parse.score for parse in found)


def asks(text):
    """Whether a line ends with a participle: «Направления, представляющие» / «интерес»"""
    last = last_word(text)
    return may_be(last, "PRTF") or may_be(last, "ADJF")


def _first_word(text):
    """The word that a line begins with; empty if it begins with another sign."""
    word = WORD.match(text)
    return lowered(word[0]) if word else ""


def last_word(text):
    words = WORD.findall(lowered(text))
    return words[-1] if words else ""


def hangs(text):
    """Whether a line plainly goes on: it ends with a comma, a preposition, or an abbreviation."""
    return text.endswith((",", "(", "«")) or breaks_off(text) or bool(ABBREVIATED.search(text))


def ends_with_verb(text):
    """«… Формирует» / «Союз предпринимателей»: a verb of the present that asks for its subject."""
    last = WORD.findall(lowered(text))[-1:]
    return bool(last) and text[-1].isalpha() and may_be(last[0], "VERB", "pres", "3per")


def is_open(text):
    return text.rfind("(") > text.rfind(")")


def breaks_off(text):
    """Whether the last word of a line asks for another: «в», «и», «для»."""
    return bool(ASKING.search(text))


def is_broken_word(before, line):
    if before[-1] not in HYPHENS or len(before) < 2 or not before[-2].isalpha():
        return False
    return line[0].islower() or (
        before[-1] in "-\u2010" and line[0].isupper() and before[-2].isalpha()
    )


def cuts_date(before, line):
    """Whether a date begins on the line above and ends on this one: «5 мая» / «2018 года»."""
    if line.is_apart or line.form or line.is_row or opens_with_date(line.text):
        return False
    return holds_date(before, line) and not YEAR_NAMED.fullmatch(line.text)


def holds_date(before, line):
    """Whether one date stands on both lines."""
    if before.text.endswith(SENTENCE_END):
        return False
    words = lowered(before.text[before.mark :]).split()
    above, below = " ".join(words[-LONGEST_CUT:]), lowered(line.text).split()[:LONGEST_CUT]
    is_whole = len(words) <= LONGEST_CUT and not RULED.match(line.text)
    return any(
        (date.start or date.preposition or not is_whole) and date.start < len(above) < date.end
        for date in find_dates(" ".join([above, *below]))
    )
