"""Which lines go on where no width, or only a ragged one, tells it."""

import re

from briefings.reading.cues import section_of
from briefings.reading.dating import find_dates
from briefings.reading.line_words import (
    ABBREVIATED,
    asks,
    breaks_off,
    hangs,
    is_nominative,
    is_oblique,
    last_word,
    names_another,
)
from briefings.reading.morphology import is_predicate, is_told
from briefings.reading.page import SENTENCE_END, begins_with_date, opens_with_date, used_by
from briefings.reading.stretch import lowered

YEAR_LAST = re.compile(r"\d{4}\s?гг?\.$")
YEAR_LINE = re.compile(r"(?:19|20)\d\d(?:\s?г\.|\s?год)?[.:]?")
DIALLED = re.compile(r"[\d(][\d\s()-]{5,}")
LONE_TAIL = re.compile(r"(?!г-)[а-яё][^\d@]*")
MOST_ABOVE, MOST_WORDS = 5, 7


def goes_on_unwrapped(lines, first, here):
    """Whether a line carries on that above where each paragraph is one line."""
    line, before = lines[here], lines[here - 1]
    if before.text.endswith(SENTENCE_END):
        return line.text[0].islower() and hangs(before.text)
    if breaks_off(before.text) and not before.text.isupper():
        return True
    if opens_with_date(line.text):
        return False
    if line.text[0].isdigit():
        is_ruled = is_predicate(last_word(before.text))
        return is_ruled or (_is_sentence(lines, first, here) and not _is_apart(line))
    if not line.text[0].islower():
        return _is_name_that_belongs(lines, first, here)
    goes_on = lines[first].form or _is_lone_tail(lines, first, here) or hangs(before.text)
    return bool(goes_on) or _is_sentence(lines, first, here) or _is_ruled(lines, first, here)


def _is_apart(line):
    """Whether a line that begins with a figure tells of something else: a day, a number."""
    return bool(begins_with_date(line.text) or DIALLED.match(line.text))


def _is_ruled(lines, first, here):
    """«Товарооборот за 2018 год» / «вырос на …»: the line needs a word of that above."""
    line, before = lines[here], lines[here - 1]
    if not _begins(lines[first]) or _may_head(lowered(before.text)):
        return False
    word = lowered(line.text.split(None, 1)[0])
    return is_predicate(word) or not is_nominative(line.text) or asks(before.text)


def _is_sentence(lines, first, here):
    """Whether what a paragraph holds so far tells something, so that a small letter goes on."""
    read = lowered(" ".join(line.text for line in lines[max(first, here - MOST_ABOVE) : here]))
    return _begins(lines[first]) and is_told(read) and not _may_head(read)


def _begins(line):
    """Whether a line is the first of a sentence: with a capital, or with a day."""
    return line.text[0].isupper() or bool(begins_with_date(line.text))


def _is_name_that_belongs(lines, first, here):
    """«В 2000 г. на верфях» / «Санкт-Петербурга прошли …»: a name in a case that asks for more."""
    line, before = lines[here], lines[here - 1]
    above = lowered(before.text)
    tells = is_told(above) or bool(find_dates(above))
    if not (tells and _begins(lines[first]) and line.text[0].isupper()) or _may_head(above):
        return False
    return is_oblique(line.text) and not begins_with_date(line.text)


def _may_head(read):
    """Whether words may be a heading: few, of a section, without a date."""
    return len(read.split()) <= MOST_WORDS and section_of(read) and not find_dates(read)


def _is_lone_tail(lines, first, here):
    """Whether between lines that begin with capitals a small one is the rest of that above."""
    behind = lines[here + 1] if here + 1 < len(lines) else None
    begins = lines[first].text[0].isupper() and not section_of(lowered(lines[first].text))
    ends = behind is None or behind.is_apart or behind.form or behind.text[0].isupper()
    return bool(begins and ends and LONE_TAIL.fullmatch(lines[here].text))


def wraps(before, line, width):
    used = used_by(before)
    first = len(line.text.split(None, 1)[0])
    is_full = used + 1 + first > width - 3
    ends = before.text.endswith(SENTENCE_END) and not ABBREVIATED.search(before.text)
    if breaks_off(before.text):
        return True
    if opens_with_date(line.text):
        return False
    tail = line.text[0].islower() and before.text[0].islower() and LONE_TAIL.fullmatch(line.text)
    if tail and not before.text.endswith((*SENTENCE_END, ",")) and line.text.endswith("."):
        return True
    if line.text[0].islower() or line.text[0] in "(–—":
        closes = before.text.endswith(";") and not (is_full and used >= width * 0.85)
        return (is_full if ends else used >= width * 0.55) and not closes
    if line.indent > before.indent + 1 and not before.form:
        return False
    if line.text[0].isdigit() and not ends:
        return used >= width * 0.55
    if ends and YEAR_LINE.fullmatch(line.text):
        return False
    if ends:
        return is_full and used >= width * 0.85 and not before.text.endswith((";", ":"))
    if not ends and line.text[0].isupper() and names_another(before, line):
        return False
    is_hanging = hangs(before.text) and not YEAR_LAST.search(before.text)
    return (is_full and used >= width * 0.7) or (is_hanging and used >= width * 0.5)
