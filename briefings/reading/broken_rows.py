"""Rows of a table that a copy broke at the line ends inside their cells.

Word gives a cell with several lines as so many lines. Where the first column is of dates or of
numbers it shows which lines begin a row: the cells of the others belong to the row above them.
"""

from dataclasses import replace

from briefings.reading.cues import is_numbered, section_of
from briefings.reading.dating import find_dates
from briefings.reading.morphology import is_told
from briefings.reading.rows import HANGING, NUMBER_CELL, YEAR, joined_in_first, joined_in_last

FEWEST_KEYS, LONGEST_TAIL, LONGEST_KEY = 2, 60, 30
# What ends a line of a cell that has more of them.
GOES_ON = (*HANGING, ";", ":")


def whole_rows(blocks):
    """The blocks of a text with each broken row of such tables in one block."""
    made = []
    for region in _regions(blocks):
        made += _assembled(region) if _has_keys(region) else region
    return made


def _regions(blocks):
    """Runs of blocks: from the first row of a table to an empty line or a heading below it."""
    region = []
    for block in blocks:
        in_table = region and region[0].cells and not block.is_apart and not block.form
        if region and not (in_table and not _is_heading(block)):
            yield region
            region = []
        region.append(block)
    if region:
        yield region


def _is_heading(block):
    is_short = not block.cells and len(block.body) < LONGEST_TAIL
    heads = block.text[0].isupper() or is_numbered(block.read)
    return is_short and heads and section_of(block.read)


def _has_keys(region):
    """Whether most whole rows of a table begin with a date or a number, and some are broken."""
    width = max(len(block.cells) for block in region)
    whole = [block for block in region if len(block.cells) == width > 1]
    if len(whole) == len(region):
        return False
    if _are_counted(region):
        return True
    keys = sum(_begins_row(block) for block in whole)
    return keys >= max(FEWEST_KEYS, (len(whole) - 1) / 2)


def _are_counted(region):
    """Whether first cells count the rows: 1, 2, 3."""
    firsts = [block.cells[0].text for block in region if block.cells]
    numbers = [first.strip(".)") for first in firsts if NUMBER_CELL.fullmatch(first)]
    return len(numbers) >= FEWEST_KEYS and numbers == [str(n + 1) for n in range(len(numbers))]


def _begins_row(block):
    first = block.cells[0] if block.cells else block.body
    dates = find_dates(first.read)
    is_whole = bool(block.cells and dates) and dates[0].end == len(first)
    is_date = bool(dates) and dates[0].start == 0 and (is_whole or not dates[0].is_weak)
    return is_date or bool(block.cells and NUMBER_CELL.fullmatch(first.text))


def _assembled(region):
    width = max(len(block.cells) for block in region)
    last = max(place for place, block in enumerate(region) if len(block.cells) > 1)
    made = []
    for place, block in enumerate(region):
        before = made[-1] if made else None
        if before is not None and _opens_key(before, block):
            made[-1] = joined_in_first(before, block)
        elif before is not None and _goes_on(before, block, width, is_behind=place > last):
            made[-1] = joined_in_last(before, block, block.cells or [block.body])
        else:
            made.append(replace(block, table=region[0].table) if block.cells else block)
    return made


def _opens_key(before, block):
    """«22–25 марта» on a line above «2012 г. | Участие …»: one date stands on both."""
    if before.cells or not block.cells or len(before.body) > LONGEST_KEY:
        return False
    if YEAR.fullmatch(before.text):
        return False
    above = before.read
    dates = find_dates(f"{above} {block.cells[0].read}")
    return bool(dates) and dates[0].start == 0 and dates[0].end > len(above)


def _goes_on(before, block, width, is_behind):
    """Whether a block carries on the last cell of the row above it."""
    if not before.cells or YEAR.fullmatch(block.text) or _begins_row(block):
        return False
    more = max(len(block.cells), 1) - 1
    if more or len(before.cells) < width:
        return len(before.cells) + more <= width
    if before.text.endswith(GOES_ON):
        return True
    # It may be a heading inside the table, or the text that follows below the last row.
    follows = is_behind and (len(block.body) > LONGEST_TAIL or is_told(block.read))
    return not (block.text[0].isupper() or follows)
