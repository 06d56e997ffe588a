"""The page a plain text was written on: how wide its lines are, where its paragraphs stand in."""

import itertools
import re
from collections import Counter
from dataclasses import dataclass, replace

from briefings.reading.dating import find_dates
from briefings.reading.stretch import lowered

NARROWEST, WIDEST = 38, 125
FEWEST_CUT, MOST_WIDER = 2, 0.1
# What a line holds at least that may have ended for want of room.
LONG, FEWEST_EVEN, EVEN, UNSURE = 0.6, 5, 0.93, 1
# A month that a number above asks for: «14, 16 и 23» / «апреля – …»
RULED_MONTH = re.compile(
    r"(?:янв|февр|апр|июн|июл|окт|(?:сент|но|дек)(?:яб)?)[а-я]*я\b|(?:март|август)а\b|мая\b"
)
WORD = re.compile(r"[^ \t]+")
FEWEST_INSET, LEAST_INSET = 3, 3
HYPHENS = "-\u2010\u00ad\u00ac"
SENTENCE_END = tuple(".!?:;…")
CYRILLIC_SMALL = re.compile(r"[а-яё]")
WIDEST_DATE, DASH = (
    60,
    re.compile(r"[?)]*\s*(?:\([^()]{1,20}\)\s*)?(?:[–—:-]\s+[^\W\d_]|[–—-]\s+[\d«\"])"),
)


@dataclass(frozen=True)
class Page:
    """What shows in the lines: their width, None where each paragraph is one line.

    On an even page a line ends only where the next word had no room, so that a shorter one ends
    its paragraph. The inset is the indent of the first lines of paragraphs, None if they have none.
    """

    width: int | None
    is_even: bool
    inset: int | None

    def had_room(self, before, line):
        """Whether the line above could have held the first word of a line."""
        return used_by(before) + 1 + len(WORD.match(line.text)[0]) <= self.width - UNSURE


def page_of(lines):
    """The Page that the lines of a text were written on."""
    lines = [line for line in lines if not line.is_row]
    cut = [pair for pair in itertools.pairwise(lines) if _plainly_goes_on(*pair)]
    width = _width(lines, sorted(used_by(line) for line, _ in cut))
    page = Page(width, is_even=False, inset=_inset(lines))
    if width is None:
        return page
    long = [pair for pair in cut if used_by(pair[0]) > LONG * width and pair[0].text[-1].isalnum()]
    full = sum(not page.had_room(*pair) for pair in long)
    return replace(page, is_even=full >= max(FEWEST_EVEN, EVEN * len(long)))


def used_by(line):
    """How far to the right a line reaches."""
    return line.indent + len(line.text)


def opens_with_date(text):
    """«июнь 09 – неделя кино»: a date and a dash at the head of a line begin another paragraph."""
    end = 0 if RULED_MONTH.match(text) else begins_with_date(text)
    return bool(end) and bool(DASH.match(text, end))


def begins_with_date(text):
    """Where the date ends that a line begins with; 0 if it begins with none."""
    dates = find_dates(lowered(text[:WIDEST_DATE]))
    return dates[0].end if dates and dates[0].start == 0 else 0


def _plainly_goes_on(line, following):
    return (
        not following.is_apart
        and not following.form
        and not line.text.endswith(SENTENCE_END)
        and (following.text[0].islower() or line.text[-1] in HYPHENS)
        and not opens_with_date(following.text)
    )


def _width(lines, cut):
    """The widest of the lines that plainly go on below; hardly any line may be wider."""
    if len(cut) < FEWEST_CUT:
        return None
    widest = cut[-1 - len(cut) // 50]
    wider = sum(used_by(line) > widest + 3 for line in lines)
    if not NARROWEST <= widest <= WIDEST or wider > MOST_WIDER * len(lines):
        return None
    full = sum(length > widest * LONG for length in cut)
    return widest if full >= FEWEST_CUT or full * 6 >= len(lines) else None


def _inset(lines):
    insets = Counter()
    for line, following in itertools.pairwise(lines):
        if not (following.is_apart or following.form) and CYRILLIC_SMALL.match(following.text):
            # What goes on as far in speaks against it.
            insets[line.indent] += 1 if following.indent < line.indent - 1 else -1
    best = max((count, indent) for indent, count in insets.items()) if insets else (0, 0)
    return best[1] if best[0] >= FEWEST_INSET and best[1] >= LEAST_INSET else None
