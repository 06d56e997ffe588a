"""Notes that came as one line: where a heading of a section begins and ends inside it."""

import re

from briefings.reading.cues import section_of
from briefings.reading.dating import sure_dates
from briefings.reading.morphology import is_told
from briefings.reading.stretch import lowered

# What is shorter is a paragraph, in which a short sentence heads nothing.
SHORTEST, MOST_WORDS = 700, 12
NUMBER = re.compile(r"(?<!\S)(?:[IVXІХ]{1,4}|\d{1,2})[.)]\s*(?=[А-ЯЁ])")
CAPITAL = re.compile(r"(?<!\S)[А-ЯЁ]")
# «ОСНОВНЫЕ СОБЫТИЯ», «Основные события.», «Основные события» before a capital or a mark.
LOUD = re.compile(r"[А-ЯЁ]{3,}(?:,?\s+[А-ЯЁ]{1,}(?![а-яё.]))*(?:\s*[.:])?(?=\s)")
LABEL = re.compile(r"[А-ЯЁ][^.:;!?•·]{4,110}:(?=\s)")
CLOSED = re.compile(r"[А-ЯЁ][^.:;!?•·]{4,110}\.(?=\s)")
OPEN = re.compile(r"[А-ЯЁ][а-яё]+(?:\s+[а-яё]{2,}){0,5}(?=\s+(?:[А-ЯЁ•·*–—-]|\d))")
ENDED = re.compile(r"[.:;!?)»\"]\s+$")


def cuts_at_headings(text, start, end):
    """Places where headings in a long line begin and end; none unless of two sections or more."""
    if end - start < SHORTEST:
        return []
    found, place = {}, start
    while match := CAPITAL.search(text, place, end):
        heading = _heading(text, start, match.start(), end)
        place = match.end()
        if heading:
            section, begin, place = heading
            found[begin, place] = section
    if len(set(found.values())) < 2:
        return []
    return [cut for heading in found for cut in heading if start < cut < end]


def _heading(text, start, place, end):
    """(section, begin, end) of a heading whose words begin at a place, None if none does."""
    number = next(NUMBER.finditer(text, max(start, place - 6), place + 1), None)
    is_numbered = number is not None and number.end() == place
    kinds = [LOUD]
    if is_numbered:
        kinds += [LABEL, OPEN, CLOSED]
    elif ENDED.search(text, max(start, place - 3), place):
        kinds += [LABEL, CLOSED]
    for kind in kinds:
        match = kind.match(text, place, end)
        section = _section(match[0]) if match else None
        if section:
            return section, number.start() if is_numbered else place, match.end()
    return None


def _section(words):
    if not 1 < len(words.split()) <= MOST_WORDS and not words.endswith(":"):
        return None
    read = lowered(words)
    section = section_of(read)
    return section if section and not (is_told(read) or sure_dates(read)) else None
