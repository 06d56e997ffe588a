"""Which lines go on where no width, or only a ragged one, tells it."""

import re

from briefings.reading.cues import section_of
from briefings.reading.line_words import ABBREVIATED, breaks_off, hangs, names_another
from briefings.reading.morphology import is_told
from briefings.reading.page import SENTENCE_END, opens_with_date
from briefings.reading.stretch import lowered

YEAR_LAST = re.compile(r"\d{4}\s?гг?\.$")
YEAR_LINE = re.compile(r"(?:19|20)\d\d(?:\s?г\.|\s?год)?[.:]?")
LONE_TAIL = re.compile(r"(?!г-)[а-яё][^\d@]*")
MOST_ABOVE = 5


def goes_on_unwrapped(lines, first, here, before):
    """Whether a line carries on that above where each paragraph is one line."""
    if not lines[here].text[0].islower():
        return False
    if before.text.endswith(SENTENCE_END):
        return hangs(before.text)
    goes_on = lines[first].form or _is_lone_tail(lines, first, here) or hangs(before.text)
    return bool(goes_on) or _is_sentence(lines, first, here)


def _is_sentence(lines, first, here):
    """Whether what a paragraph holds so far tells something, so that a small letter goes on."""
    read = lowered(" ".join(line.text for line in lines[max(first, here - MOST_ABOVE) : here]))
    return lines[first].text[0].isupper() and is_told(read) and not section_of(read)


def _is_lone_tail(lines, first, here):
    """Whether between lines that begin with capitals a small one is the rest of that above."""
    behind = lines[here + 1] if here + 1 < len(lines) else None
    begins = lines[first].text[0].isupper() and not section_of(lowered(lines[first].text))
    ends = behind is None or behind.is_apart or behind.form or behind.text[0].isupper()
    return bool(begins and ends and LONE_TAIL.fullmatch(lines[here].text))


def wraps(before, line, width):
    used = before.indent + len(before.text)
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
