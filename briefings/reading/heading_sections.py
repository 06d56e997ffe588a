"""Which section of a note a heading opens: by its words, its number, what stands below it."""

import re

from briefings.reading.cues import is_general, section_of
from briefings.reading.dating import sure_dates
from briefings.reading.headings import (
    REACHABLE,
    is_period_heading,
    is_planned_heading,
    may_head,
    shape_of,
)
from briefings.reading.morphology import is_told
from briefings.reading.titles import is_title

COLUMNS = (
    ("contacts", re.compile(r"\bтел|\bфио\b|ф\.\s?и\.\s?о|e-?mail|почта")),
    (
        "events",
        re.compile(r"\bдат[аы]\b|когда|период|срок|\bгод"),
        re.compile(r"событи|мероприят|\bчто\b|содержани|название"),
    ),
    ("directions", re.compile(r"направлени|сфер[аы]|област|отрасл|\bтем[аы]\b")),
)


def heading_section(outline, place, block):
    """The section that a block opens as its heading, ``aside`` for another one, or None."""
    return _named_section(outline, place, block) or _aside(outline, place, block)


def _named_section(outline, place, block):
    if not may_head(block) or is_title(outline.taken, block, outline.section, outline.home):
        return None
    section = outline.unnamed.get(block.start) or section_of(block.read)
    if section == "directions" and outline.section == "events" and _tells_plans(outline, block):
        return None
    section = section or _section_below(outline, block)
    if section is None or section == outline.section:
        return None
    if block.form in {"number", "multi"} and not _numbers_fit(outline, place, block):
        return None
    return section


def section_of_columns(block):
    """The section of a table's rows by the heads of its columns, or None."""
    heads = " | ".join(cell.read for cell in block.cells)
    for section, *cues in COLUMNS:
        if all(cue.search(heads) for cue in cues):
            return section
    return None


def leaves_contacts(outline, block):
    """Whether the note itself begins behind contacts that stand at its very head."""
    is_first = {entry.section for entry in outline.entries} <= {None, "contacts"}
    if outline.section != "contacts" or not is_first or REACHABLE.search(block.text):
        return False
    return is_general(block.read) or is_title(0, block, None, outline.home)


def _aside(outline, place, block):
    """``aside`` for a heading numbered as the others behind the directions, of no section."""
    if outline.section != "directions" or outline.shape is None or not may_head(block):
        return None
    near = outline.blocks[place - 1], *outline.blocks[place + 1 : place + 2]
    apart = len(near) == 2 and all(shape_of(each) != outline.shape for each in near)
    named = not section_of(block.read) and block.text[-1] not in ";,."
    return "aside" if apart and named and shape_of(block) == outline.shape else None


def _tells_plans(outline, block):
    """«Планы на 2022 год» among the events, where another heading names the directions."""
    heads = (each for each in outline.blocks if each is not block and may_head(each))
    named = any(
        section_of(h.read) == "directions" and not is_planned_heading(h.read) for h in heads
    )
    return is_period_heading(block) and is_planned_heading(block.read) and named


def _section_below(outline, block):
    """The section that stands below a heading whose words do not tell it, or None.

    Below «Связи двух городов» come dated points, where no other heading names the events.
    """
    if block.form and not block.text.isupper() and shape_of(block) != outline.shape:
        return None
    section = section_of_points(outline, block.start)
    return None if section in {outline.section, *outline.headed} else section


def section_of_points(outline, start):
    """Of which section the points below a block are: dated ones, or names of fields."""
    place = outline.places[start]
    below = outline.blocks[place + 1 : place + 3]
    if len(below) < 2 or not all(map(_is_point, below)):
        return None
    dated = [bool(sure_dates(each.read)) for each in below]
    if all(dated):
        return "events"
    names = not any(dated) and not any(is_told(each.read) for each in below)
    return "directions" if names and below[0].form != outline.blocks[place].form else None


def _numbers_fit(outline, place, block):
    """Whether a numbered block is a heading rather than the next point of a list."""
    if outline.shape is not None:
        return outline.shape == shape_of(block)
    before = outline.blocks[place - 1] if place else None
    below = outline.blocks[place + 1] if place + 1 < len(outline.blocks) else None
    heads = below is not None and (below.form == "bullet" or below.text.endswith(":"))
    return before is None or before.form != block.form or heads


def _is_point(block):
    """Whether a block is a point of a list, by its mark or by the sign that closes it."""
    return block.is_listed or block.text.endswith(";")
