"""What the section of events has become so far, and the years that its dates lean on."""

from dataclasses import replace

from briefings.reading.dating import Years
from briefings.reading.drafts import Draft
from briefings.reading.happenings import is_tie, part_spans
from core.dates import PartialDate, Precision


class Ledger:
    """Events to be, and text that belongs to none, in the order of the note.

    ``drafts``, ``rests``  what it holds
    ``years``    what a date without a year leans on
    ``section``, ``planned``  the sub-heading above, and whether it is of what is yet to come
    """

    def __init__(self, note_year=None):
        self.years = Years(note=note_year)
        self.section, self.planned = None, False
        self.drafts, self.rests = [], []

    @property
    def last(self):
        """The last Draft, or None."""
        return self.drafts[-1] if self.drafts else None

    def open(self, block, clause, resolved, bodies):
        """A new Draft, the last of the ledger."""
        draft = Draft(block, clause, resolved, list(bodies))
        draft.section, draft.planned = self.section, self.planned
        self.drafts.append(draft)
        if resolved is not None:
            # What happened on a day of no year need not be of the year when ties began.
            is_year = resolved.date.precision >= Precision.YEAR
            begins = is_year and is_tie(clause.body.read, clause.date)
            self.years.remember(resolved.date, is_apart=begins)
        return draft

    def lean(self, block, clause, resolved, end):
        """A draft whose date is that of another; ``end`` is where the words for it do."""
        draft = self.open(block, clause, resolved, [clause.body])
        draft.date_at, draft.date_text = clause.body[:end], clause.body.text[:end]
        return draft

    def go_on(self, bodies):
        """What stands below an event as a point of it."""
        last = self.last
        last.bodies += bodies
        last.points += bodies
        self.find_parts([last])

    def moved_in(self, clause):
        """The time that a clause says its event was moved to, Resolved, or None."""
        for date in clause.others:
            if date.preposition == "on" or date.preposition == "in":
                return self.years.resolve(date)
        return None

    def find_parts(self, drafts):
        """Sets the happenings inside events, which have no date of their own (rule 5)."""
        for draft in drafts:
            told = [body for body in draft.bodies if body not in draft.points]
            draft.parts = [
                body[start:end].strip()
                for number, body in enumerate(told)
                for start, end in part_spans(body, number == 0)
            ]
            draft.parts += draft.points


def of_month(resolved):
    """The same without days: «тогда же» need not be the same day."""
    date = resolved.date
    if date.precision != Precision.DAY or date.is_open:
        return resolved
    start, end = date.start.edtf[:7], date.end.edtf[:7]
    return replace(resolved, date=PartialDate(f"{start}/{end}"))


def inferred(resolved):
    """The same, its year (and month) leaning on what stands above."""
    precise = resolved.date.start.precision.name != "YEAR"
    return replace(resolved, inferred=("month", "year") if precise else ("year",))
