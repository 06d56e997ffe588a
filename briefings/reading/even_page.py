"""Which lines go on where each ends only for want of room."""

import re

from briefings.reading.cues import section_of
from briefings.reading.line_headings import LONGEST_HEADING, is_title, opens_section
from briefings.reading.line_words import CARD_LINE, breaks_off, holds_date, is_open
from briefings.reading.morphology import is_told
from briefings.reading.page import SENTENCE_END, begins_with_date, opens_with_date
from briefings.reading.stretch import lowered
from briefings.reading.uneven_page import MOST_ABOVE, YEAR_LINE, goes_on_unwrapped, wraps

# A card's line, or one set apart by signs: «=== дополнение»
ANOTHER = re.compile(rf"{CARD_LINE.pattern}|[^\w\s«»\"„“(–—+%/№-]", re.IGNORECASE)
COUNTED = re.compile(r"(?<!\S)(\d{1,2})\)\s")
# A line of a card that ends with a telephone or an address.
NUMBER_LAST = re.compile(r"\d\d-\d\d\)?[.;]?$|доб\.\s?\d+\)?[.;]?$|\S@\S+$")
REACHED = re.compile(r"[\W\d]|(?:доб|факс|моб|тел|и\b|или\b|e-?mail|эл)", re.IGNORECASE)


def goes_on_evenly(lines, first, here, page):
    """Whether on an even page a line without a mark carries on: that above has no room for it."""
    line, before = lines[here], lines[here - 1]
    in_sentence = not before.text.endswith(SENTENCE_END)
    if page.had_room(before, line):
        return goes_on_unwrapped(lines, first, here) or (
            # Somebody corrected a line, «г.» to «года», and left the others as they were.
            in_sentence and is_told(lowered(before.text)) and wraps(before, line, page.width)
        )
    is_small = line.text[0].islower()
    if is_open(before.text) or breaks_off(before.text) or holds_date(before, line):
        return True
    if before.text.endswith(",") and not opens_with_date(lines[first].text):
        return True
    if ANOTHER.match(line.text) or opens_with_date(line.text):
        return False
    if NUMBER_LAST.search(before.text) and not REACHED.match(line.text):
        return False
    if is_small and (in_sentence or before.text.endswith(".")):
        return True
    if opens_section(line) and not before.text.isupper():
        return False
    if before is lines[first] and line.text[0].isupper() and is_title(before, line):
        return before.text.isupper() and line.text.isupper()
    if before.text.endswith(";"):
        return not (lines[first].text[0].islower() or YEAR_LINE.fullmatch(line.text))
    if before.text.endswith(":"):
        above = lowered(" ".join(each.text for each in lines[first:here][:MOST_ABOVE]))
        if line.text[0].isupper() and len(above) < LONGEST_HEADING and section_of(above):
            return False
        is_point = line.text.endswith((";", ",")) and not line.text[0].isdigit()
        return bool(lines[first].form) or not is_point
    return in_sentence or not begins_with_date(line.text)


def is_counted_on(lines, first, here):
    """Whether a number is no mark but goes on counting inside a sentence: «1) …; 2) …;» / «3) …»"""
    number = COUNTED.match(lines[here].text)
    above = [
        match
        for line in lines[max(first, here - MOST_ABOVE) : here]
        for match in COUNTED.finditer(line.text, line.mark + 1)
    ]
    return bool(number and above) and int(above[-1][1]) == int(number[1]) - 1
