"""Rows of tables of events: which cell says when, what and where."""

import re
from dataclasses import dataclass, replace

from briefings.reading.dating import Found, find_dates
from briefings.reading.happenings import WORD
from briefings.reading.references import QUOTED
from briefings.reading.rows import NUMBER_CELL
from briefings.reading.stretch import Stretch
from core.dates import Precision

TOLD = re.compile(r"мероприяти|событи|содержани|описани|что|названи|наименовани|тема")
WHEN = re.compile(r"дат[аы]|год|когда|срок|время|период")
PLACE = re.compile(r"место|где|город")
SAME_CELL = re.compile(r"\W*(?:тогда же|в (?:тот|те) же (?:день|дни)|то же|там же,? тогда же)\W*")
PLANNED = re.compile(r"\bплан\w*")
PLANNED_CELL = re.compile(r"\W*(?:план\w*|запланирован\w*|намечен\w*|предстоит|ожидается)\W*")


@dataclass(frozen=True, slots=True)
class EventRow:
    """A row taken apart.

    ``cells``  those that hold anything
    ``day``    the one that is but a date, or «тогда же»; it may reach down from a row above
    ``date``   that date; None of «тогда же»
    ``finest`` the same as exact as the row tells it: «2006 | Гастроли балета (5 и 6 октября)»
    ``told``   the one that tells what happened
    ``place``  the one under the head of places, or None
    """

    cells: list[Stretch]
    day: Stretch
    date: Found | None
    finest: Found | None
    told: Stretch
    place: Stretch | None

    @property
    def is_planned(self):
        """Whether a cell says that it is yet to come: «план», «21.09.2015, план»."""
        return bool(PLANNED.search(self.day.read)) or any(
            PLANNED_CELL.fullmatch(cell.read) for cell in self.others
        )

    @property
    def others(self):
        return [cell for cell in self.cells if cell is not self.told]


def event_row(block, columns):
    """The EventRow of a block, or None if no cell says when; ``columns`` are the cells' heads."""
    cells = filled(block)
    places = [*cells, *block.spanning]
    day, date = _dated_cell(block, columns)
    if day is None:
        day, date = next(((c, found) for c in places if (found := _only_date(c))), (None, None))
    day = day or next((cell for cell in cells if SAME_CELL.fullmatch(cell.read)), None)
    texts = [cell for cell in cells if cell is not day and not NUMBER_CELL.fullmatch(cell.text)]
    if day is None or not texts:
        return None
    told = _cell_under(block, columns, TOLD)
    told = told if told in texts else texts[0]
    finest = date and _finest(date, told)
    return EventRow(cells, day, date, finest, told, _cell_under(block, columns, PLACE))


def _dated_cell(block, columns):
    """The cell below the head of dates that begins with one: «2013 – Год Голландии», or None."""
    cell = _cell_under(block, columns, WHEN)
    dates = find_dates(cell.read) if cell else []
    opens = bool(dates) and dates[0].start == 0
    return (cell, _only_date(cell) or dates[0]) if opens else (None, None)


def filled(block):
    """The cells of a row that hold anything."""
    return [cell for cell in block.cells if cell and any(c.isalnum() for c in cell.text)]


def _cell_under(block, columns, heads):
    """The cell in the column that has such a head, or None."""
    if len(columns) != len(block.cells):
        return None
    for cell, head in zip(block.cells, columns, strict=True):
        if cell and heads.match(head.read):
            return cell
    return None


def _finest(date, told):
    """The days that the cell with the event names, in the year of the other cell."""
    plain = QUOTED.sub(lambda match: " " * len(match[0]), told.read)
    finer = [
        each
        for each in find_dates(plain)
        if each.first.is_yearless and each.first.precision < Precision.YEAR and not each.is_weak
    ]
    is_year = date.is_year_only and not date.is_open and date.first.year
    if not is_year or len(finer) != 1:
        return date
    first, last = finer[0].first, finer[0].last
    year = date.first.year
    return replace(finer[0], first=first.in_year(year), last=last and last.in_year(year))


def _only_date(cell):
    """The date that is all a cell holds, or None."""
    found = find_dates(cell.read)
    if not found:
        return None
    rest = cell.read[: found[0].start] + cell.read[found[-1].end :]
    if len(WORD.findall(rest)) > 1 or re.search(r"\d{3}", rest):
        return None
    between = cell.read[found[0].end : found[-1].start]
    if len(found) == 1 or not re.fullmatch(r"[\s,;и]*", between):
        return found[0]
    if found[0].first.precision != found[-1].first.precision:
        # «ежегодно 8 декабря, 2007–2010»
        return max(found, key=lambda date: date.first.precision)
    # «30.09, 01.10»
    last = found[-1].last or found[-1].first
    return replace(found[0], last=last, end=found[-1].end, is_list=True)
