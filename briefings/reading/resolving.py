"""When what a clause tells happened, and to when it was moved."""

import re
from dataclasses import replace

from briefings.reading.clauses import in_year_of
from briefings.reading.happenings import POSTPONED
from core.dates import Precision

# «Визит, запланированный на осень 2011 г., перенесён»: that was its former time.
WAS_DUE = re.compile(r"(?:запланированн|намеченн|назначенн|намечавш|планировавш|ожидавш)[а-я]+\s*$")


def dated(ledger, block, clause, same_paragraph, same_sentence):
    """The Draft of a clause with a date.

    ``same_paragraph``, ``same_sentence``  whether another event of it stands before
    """
    years = ledger.years
    is_postponed = bool(POSTPONED.search(clause.body.read))
    new = [date for date in clause.others if is_postponed and date.preposition == "on"]
    if clause.date.is_open and new:
        # «перенесён с мая на сентябрь»: it does not go on since May.
        clause = replace(clause, date=replace(clause.date, is_open=False))
    year = _year_before(years, clause.date, new[0]) if new else None
    years.lead = _lead_year(ledger, clause, same_sentence) or year
    resolved = years.resolve(clause.date, same_paragraph) or _of_next(years, clause)
    years.lead, moved = None, None
    if resolved and same_sentence and _leans_on_lead(clause):
        resolved = replace(resolved, inferred=("year",))
    if is_postponed:
        moved = ledger.moved_in(clause)
        was_due = WAS_DUE.search(clause.body.read, 0, clause.date.start)
        if moved is None and clause.date.preposition == "on" and not was_due:
            resolved, moved = None, resolved
    draft = ledger.open(block, clause, resolved, [clause.body])
    draft.moved = moved
    draft.skipped = bool(clause.skipped)
    words = clause.body[clause.date.start : clause.date.end]
    draft.date_at, draft.date_text = words, words.text
    return draft


def _of_next(years, clause):
    """«Гости прибыли 30 апреля, а 2 мая 2010 г. отбыли»: the year that is named behind."""
    date = clause.date
    following = next((other for other in clause.others if other.first.year), clause.following)
    if following is None or following.first.year is None or not date.first.is_yearless:
        return None
    in_order = (0, 0) < date.first.order <= following.first.order
    resolved = years.resolve(in_year_of(following, date)) if in_order else None
    return resolved and replace(resolved, inferred=("year",))


def _year_before(years, date, new):
    """«перенесено с 15 февраля на второй квартал 2008 года»: the year of the former time."""
    if years.heading or not date.first.is_yearless or new.first.year is None:
        return None
    return new.first.year - (date.first.order > new.first.order > (0, 0))


def _leans_on_lead(clause):
    """«Весной 2013 года открылась выставка; летом – концерт»: the year is of another event."""
    lead = clause.lead
    if lead is None or any(point.year for point in clause.date.points):
        return False
    return lead.first.precision < Precision.YEAR and lead.first.year is not None


def _lead_year(ledger, clause, same_sentence):
    if clause.lead is None:
        return None
    before = ledger.last and ledger.last.resolved
    if clause.lead.first.lean is not None and same_sentence and before is not None:
        # «Весной следующего года …, а в мае …»: the year is that of the clause before.
        return before.date.last.year
    lead = ledger.years.resolve(clause.lead)
    if lead is None or lead.date.is_open:
        return lead and lead.date.start.year
    # Of «1994–1995 гг. – …» each date says which year it is of, or carries on.
    is_label = clause.lead.last is not None and clause.lead.first.precision == Precision.YEAR
    return None if is_label else lead.date.last.year
