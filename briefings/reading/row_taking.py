"""Takes the rows of a table of events into the ledger."""

from dataclasses import replace

from briefings.reading.clauses import Clause, clauses
from briefings.reading.dating import find_dates, sure_dates
from briefings.reading.event_rows import WHEN, event_row, filled
from briefings.reading.happenings import POSTPONED
from briefings.reading.ledger import inferred
from briefings.reading.morphology import is_told
from briefings.reading.resolving import dated
from briefings.reading.sentences import sentences
from core.dates import Precision

FEWEST_COLUMNS = 2


def take_row(ledger, block, columns):
    """A row: one event, dated by the cell that is but a date. Gives whether it was one.

    ``columns``  the heads of the table's columns, or []
    """
    row = event_row(block, columns)
    if row is None:
        return _is_below_date(ledger, block, columns) and _take_below(ledger, block, columns)
    if row.date is None:
        return ledger.last is not None and _take_same(ledger, block, row)
    resolved = ledger.years.resolve(row.finest, same_paragraph=False)
    main, *rest = sentences(row.told)
    own = _own_events(rest) if row.finest is row.date else {}
    bodies = [body for body in rest if body.start not in own]
    draft = ledger.open(block, Clause(main, None), resolved, [main, *bodies, *row.others])
    draft.date_at, draft.date_text = row.day[row.date.start : row.date.end], row.day.text
    draft.place, draft.row_date = row.place, row.finest
    draft.planned = draft.planned or row.is_planned
    for where in (row.told, row.day, *row.others):
        if POSTPONED.search(where.read) and draft.moved is None:
            others = tuple(find_dates(where.read))
            draft.moved = ledger.moved_in(Clause(where, None, others=others))
    ledger.find_parts([draft])
    for clause in own.values():
        ledger.find_parts([dated(ledger, block, clause, True, False)])
    return True


def _own_events(sentences_behind):
    """{where it starts: Clause} of the later sentences of a cell that tell of another day."""
    found = {body.start: clauses(body) for body in sentences_behind if is_told(body.read)}
    return {
        start: made[0]
        for start, made in found.items()
        if len(made) == 1 and made[0].date and not made[0].date.is_year_only
    }


def _is_below_date(ledger, block, columns):
    """Whether the cell of the date is left empty below a row that has one."""
    last = ledger.last
    above = last and last.block
    return (
        above is not None
        and last.resolved is not None
        and above.table == block.table != 0
        and bool(above.cells)
        and not (block.cells[0] or block.spanning)
        and bool(columns)
        and WHEN.match(columns[0].read) is not None
        and any(filled(block))
        and not sure_dates(block.read)
    )


def _take_below(ledger, block, columns):
    """A row without a date: of the year above, or a part of the event above if it says no more.

    Gives whether it was one of them: else it is an event that nobody knows the day of.
    """
    bodies, last = filled(block), ledger.last
    if last.resolved.date.precision > Precision.MONTH:
        draft = ledger.open(block, Clause(bodies[0], None), inferred(last.resolved), bodies)
        draft.date_at, draft.date_text = last.date_at, last.date_text
        ledger.find_parts([draft])
        return True
    is_part = len(bodies) == 1 and len(columns) > FEWEST_COLUMNS
    if is_part:
        ledger.go_on(bodies)
    return is_part


def _take_same(ledger, block, row):
    """A row whose cell of the date says «тогда же»: it was when the row above was."""
    before = ledger.last.resolved
    resolved = before and replace(before, inferred=("day", "month", "year"))
    draft = ledger.open(block, Clause(row.told, None), resolved, [row.told, *row.others])
    draft.date_at, draft.date_text = row.day, row.day.text
    draft.place = row.place
    ledger.find_parts([draft])
    return True
