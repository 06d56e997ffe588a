"""Damage of scanning and typing: letters of another alphabet and digits that look alike.

What is repaired keeps its length, and only what is read is repaired: the note stays as written.
"""

import re

from briefings.reading.morphology import is_known

ALIKE = ("aceopxykABCEHKMOPTXYmun", "асеорхукАВСЕНКМОРТХУтип")
TO_CYRILLIC = str.maketrans(*ALIKE)
TO_LATIN = str.maketrans(ALIKE[1][:20] + "і", ALIKE[0][:20] + "i")
TO_DIGITS = str.maketrans("ОоOoЗзlI|б", "0000331116")

MONTH = "(?:янв|фев|мар|апр|ма[йяе]|ию[нл]|авг|сен|окт|ноя|дек)"
WORD = re.compile(r"[^\W\d_]+")
LATIN = re.compile(r"[A-Za-z]")
CYRILLIC = re.compile(r"[А-Яа-яЁё]")
ADDRESS = re.compile(r"\S*(?:@|://|www\.)\S*")
# A letter that is a word of its own and stands before Cyrillic text or a number.
LONE = re.compile(r"(?<![\w.@-])(?:[BCKOYacoky]|Bo|Co|co|Ha|Ho|Ko)(?=\s+[\dА-Яа-яЁё])")
# «О.B.», «O. В.»: initials behind a Cyrillic letter.
INITIAL = re.compile(r"(?<=[А-ЯЁа-яё][. ])(?:[ABCEHKMOPTXY]\s?\.\s?){1,2}")
# Digits and letters that look like them, at least one of them a digit, not inside a word.
NUMBER = re.compile(r"(?<![^\W\d_])(?=[ОоOoЗзlI|б]*\d)[\dОоOoЗзlI|б]{2,4}(?=г\b|г\.|гг|[\W_]|$)")
# The last figures of a telephone number: «276-14-lо».
LAST_TWO = re.compile(r"(?<=\d[-–‑ ])[lIОоOo]{2}(?=[.,;)]|\s*$)")
# «ЗО мая», «ЗI мая»: no figure is left of the day.
TWO_LETTERS = re.compile(rf"(?<!\w)(?!II)[ЗзlI|][ОоOolI|](?=\s+{MONTH})")
INSIDE = re.compile(r"(?<=[А-Яа-яЁё])[30](?=[а-яё])")
# «6иблиотек»: the letter б at the head of a word.
SIX = re.compile(r"(?<![\w.,])6[а-яё]{3,}")
LONE_THREE = re.compile(rf"(?<![\w.])[Зз](?=\s+{MONTH})")
# A vertical line there is the edge of a cell.
LONE_ONE = re.compile(rf"(?<![\w.])[lI](?=\s+{MONTH})")
# «1970-e», «90-x»: endings of decades in Latin letters.
DECADE = re.compile(r"(?<=\d-)[ex](?![a-z])", re.IGNORECASE)
# «2013 r.»: the scanned «г.».
YEAR_SIGN = re.compile(r"(?<=\d)r(?=\.)|(?<=\d )r(?=\.)")
NEEDS = re.compile(r"[A-Za-z|]|[А-Яа-яЁё][30]|[Зз][Оо]|\d[ОоЗзб]|[ОоЗзб]\d|[Зз]\s|6[а-яё]")


def repaired(text):
    """The text with look-alikes read as what they stand for, exactly as long as before."""
    if not NEEDS.search(text):
        return text
    addresses = [match.span() for match in ADDRESS.finditer(text)] if "@" in text else []
    text = LAST_TWO.sub(_number, NUMBER.sub(_number, text))
    text = LONE_ONE.sub("1", DECADE.sub(lambda match: match[0].translate(TO_CYRILLIC), text))
    text = YEAR_SIGN.sub("г", text)
    text = TWO_LETTERS.sub(_number, LONE_THREE.sub("3", text))
    text = SIX.sub(lambda match: _with_letter(match[0]), text)
    text = INSIDE.sub(lambda match: "з" if match[0] == "3" else "о", text)
    if LATIN.search(text) and CYRILLIC.search(text):
        text = WORD.sub(lambda match: _word(match, addresses), text)
        text = LONE.sub(lambda match: match[0].translate(TO_CYRILLIC), text)
        text = INITIAL.sub(lambda match: match[0].translate(TO_CYRILLIC), text)
    return text


def is_damaged(text):
    """Whether a word mixes alphabets or a number holds letters: a sign of scanning."""
    return any(
        a != b and not _is_address(text, place)
        for place, (a, b) in enumerate(zip(text, repaired(text), strict=True))
    )


def _with_letter(word):
    letter = "б" + word[1:]
    return letter if is_known(letter) else word


def _number(match):
    plain = match[0].translate(TO_DIGITS)
    return plain if plain.isdigit() else match[0]


def _word(match, addresses):
    word = match[0]
    if len(word) < 2 or not LATIN.search(word) or not CYRILLIC.search(word):
        return word
    if any(start <= match.start() < end for start, end in addresses):
        return word
    cyrillic = word.translate(TO_CYRILLIC)
    return word if LATIN.search(cyrillic) else cyrillic


def _is_address(text, place):
    return "@" in text and any(s.start() <= place < s.end() for s in ADDRESS.finditer(text))
