"""Tables of Word that hold no rows but lay the page out: sections, or people, side by side."""

from briefings.reading.cues import section_of
from briefings.reading.dating import find_dates
from briefings.reading.headings import REACHABLE
from briefings.reading.stretch import lowered

LONGEST_HEADING, FEWEST_SECTIONS = 80, 2


def reading_order(rows):
    """The places (row, column) of a table's cells in the order they are read; [] of real rows.

    ``rows`` hold the lines of each cell, without the empty ones.
    """
    opened = [[_section_opened(cell) for cell in row] for row in rows]
    sections = [section for row in opened for section in row if section]
    if len(set(sections)) < FEWEST_SECTIONS or len(set(sections)) < len(sections):
        return []
    if max(len(cell) for row in rows for cell in row) < 2:
        return []
    places = [(y, x) for y, row in enumerate(rows) for x in range(len(row))]
    heads = [y for y, row in enumerate(opened) if any(row)]
    if len(heads) == 1:
        # Headings in one row: what belongs to them goes on in their cells, or in one row below.
        if any(len(rows[y][x]) > 1 for y, x in places if opened[y][x]):
            return places
        is_single = sum(any(row) for row in rows[heads[0] + 1 :]) == 1
        return sorted(places, key=lambda place: place[::-1]) if is_single else []
    is_first = all(row[0] for row in opened if any(row))
    return places if is_first and len(heads) * 2 > len(rows) else []


def are_people(row):
    """Whether each full cell of a row is somebody with a number or address, in several lines."""
    full = [cell for cell in row if cell]
    return len(full) > 1 and all(
        len(cell) > 1 and REACHABLE.search("\n".join(cell)) for cell in full
    )


def _section_opened(cell):
    """The section whose heading a cell begins with, or None."""
    read = lowered(cell[0]) if cell else ""
    if len(read) > LONGEST_HEADING or find_dates(read):
        return None
    return section_of(read.rstrip(" .:"))
