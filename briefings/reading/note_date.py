"""Which block bears the date of the note itself."""

import re

from briefings.reading.dating import find_dates
from briefings.reading.headings import REACHABLE, WORD
from briefings.reading.morphology import is_known, is_told, may_be
from briefings.reading.titles import OF_THE_NOTE, PLACE_AND_DATE, has_event, is_title
from core.dates import Precision

WIDEST_SAID = 60
NAMED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def bears_date(outline, place, block):
    """The role of a block that bears the note's date, ``title`` or ``date``; None of another."""
    edge = outline.taken < 6 or outline.section is None or place >= len(outline.blocks) - 4
    dates = find_dates(block.read) if edge and len(block.text) < 120 else []
    if len(dates) != 1:
        return None
    date = dates[0]
    rest = block.read[: date.start] + block.read[date.end :]
    bare = (
        PLACE_AND_DATE.fullmatch(rest)
        and _are_names(outline, block.body, date)
        and (date.first.precision == Precision.DAY or _closes(outline, place, block, date))
        and date.first.year
    )
    said = _is_said(outline, place, block, date) and not REACHABLE.search(block.text)
    if not (
        said
        or (
            bare
            and (outline.section is None or place >= len(outline.blocks) - _latest(outline))
            and not has_event(rest)
        )
    ):
        return None
    names = said and is_title(outline.taken, block, outline.section, outline.home)
    return "title" if names else "date"


def _latest(outline):
    """How many of the last blocks may be the note's date: among the events it heads others."""
    return 2 if outline.section == "events" else 4


def _closes(outline, place, block, date):
    """Whether a line that is but a month stands where a note has its date: «Май 2008 г.»"""
    is_month = date.first.precision == Precision.MONTH and date.last is None
    alone = not WORD.search(block.read[: date.start] + block.read[date.end :])
    above = outline.section is None and outline.taken > 0 and "events" in outline.headed
    below = outline.section == "contacts" and place == len(outline.blocks) - 1
    return is_month and alone and (above or below)


def _are_names(outline, body, date):
    """Whether the words beside a date name but a place: «г. Гент, 5 мая 2013 г.»"""
    text = f"{body.text[: date.start]} {body.text[date.end :]}"
    return all(
        word.lower().startswith(outline.home.city)
        or may_be(word.lower(), "Geox")
        or (word[0].isupper() and not is_known(word.lower()))
        for word in NAMED.findall(text)
        if word.lower() not in {"г", "год", "года", "город"}
    )


def _is_said(outline, place, block, date):
    """Whether the words just before or behind the date make it the note's own."""
    near = block.read[max(0, date.start - WIDEST_SAID) : date.start]
    early = outline.section is None or place >= len(outline.blocks) - 4
    said = early and bool(OF_THE_NOTE.search(near)) and len(WORD.findall(block.read)) < 25
    # «Ведёт: отдел Азии; обновление 03.03.2020»
    own = block.read[block.read.rfind(";", 0, date.start) + 1 :]
    return said and not is_told(OF_THE_NOTE.sub(" ", own))
