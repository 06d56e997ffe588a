"""Makes events and background of the blocks in the section of events (counting rules 1–10)."""

import re
from dataclasses import replace

from briefings.reading.bare_days import bare_days, month_label
from briefings.reading.clauses import Clause, clauses
from briefings.reading.continuing import STANDING, speaks_on
from briefings.reading.cues import without_number
from briefings.reading.dating import find_dates
from briefings.reading.drafts import Rest, Told
from briefings.reading.event_rows import filled
from briefings.reading.happenings import DONE, NOTHING, PUT_OFF, RECURRING, TALK, WORD
from briefings.reading.headings import is_planned_heading
from briefings.reading.ledger import Ledger, inferred, of_month
from briefings.reading.morphology import is_predicate, is_told
from briefings.reading.resolving import dated
from briefings.reading.row_taking import take_row
from briefings.reading.run_ins import REMARK, is_field
from briefings.reading.sentences import sentences
from briefings.reading.stretch import join_all
from core.dates import Precision

SAME_TIME = re.compile(r"(?:тогда|в то время|в это время) же\s+(?=[а-я])")
# «– В тот же день – открытие выставки»: a point of its own.
SAME_DAY = re.compile(r"в (?:этот|тот|эти|те) же (?:день|дни)\b")
# «За период с 1998 г. сделано следующее.»
LEADS_ON = re.compile(r"следующ(?:ее|ие(?: мероприятия| события)?)\s*[.:]$")
THEN = re.compile(r"тогда же\b")
NO_DATE = re.compile(
    r"(?<!\w)б/д(?!\w)|\bбез даты\b|дат\w+ (?:уточняет|неизвест"
    r"|не (?:установлен|определен|указан|известн))|(?:срок|время) (?:уточняет|не определен)"
)
# «В планах на 2013 год: Дни города (май), выставка (осень)»: all of them are yet to come.
AHEAD = re.compile(
    r"\W*(?:в план(?:ах|е)|планы|планиру|намеч|запланиров|ожида|предполага)"
    r"(?:[^:;.]|г\.){0,60}:"
    r"|\W*(?:на|в) (?:[^:;.,]|г\.){3,30}\b(?:намечены|запланированы|планируются|ожидаются)\b"
    r"|\W*\d{4}(?:\s?г\.|\s?год)?\s*[–—-]?\s*\(?план\w*\)?\s*:"
)
# Behind several events of a paragraph: «Мероприятия отменены.»
ALL_OFF = re.compile(
    r"^(?:все )?(?:мероприятия|визиты|поездки|встречи|события) (?:были )?(?:отменены|не состоялись)"
)
# «Не были, хотя планировались: ярмарка (2012), визит мэра (2013)»
NOT_HELD = re.compile(
    r"\W*(?:отменены|сорвались"
    r"|не (?:были|состоялись|проведены|проводились|выполнен[оы]|удалось провести))"
    r"\b[^:;.]{0,40}:"
)
USUAL = re.compile(r"\b(?:традиционно|обычно|как правило)\b")


class Chronicle:
    """Takes the blocks of the section of events one after the other.

    ``ledger`` holds what it made of them, ``run_ins`` the sub-headings inside paragraphs.
    """

    def __init__(self, note_year=None):
        self.ledger = Ledger(note_year)
        self.heading_date = None
        self.heading_at = None
        self.is_below_day, self.of_day = False, None
        self.is_below_month = self.is_labelled = False
        self.columns, self.run_ins = [], []
        self.is_behind_row = False
        self.lead = None

    def take_period(self, block):
        """A heading that is but a year or month: what follows leans on it."""
        read = block.read
        found = find_dates(read) or find_dates(without_number(read))
        if not all(point.is_yearless for point in found[0].points):
            self.ledger.years.heading = None
        self.heading_date = self.ledger.years.resolve(found[0])
        self.heading_at = block.body
        self.is_below_day = found[0].first.precision == Precision.DAY
        self.of_day = None
        self.ledger.planned = is_planned_heading(read)
        self.ledger.section = self.ledger.section if self.is_below_day else block.text.strip(" .:")
        if self.heading_date is not None:
            date = self.heading_date.date
            self.ledger.years.heading = (
                date.start.year if date.start.year == (date.end or date.start).year else None
            )
            self.ledger.years.neighbour, self.ledger.years.order = None, (0, 0)
            self.is_below_month = date.precision == Precision.MONTH
            if self.is_below_month:
                self.ledger.years.remember(date)

    def take_sub(self, block):
        """The name of a field, on a line of its own."""
        self._end_day()
        self.ledger.section = block.text.strip(" .:")
        self.ledger.planned = is_planned_heading(block.read)

    def _end_day(self):
        """What follows is no longer below a line that is but a day."""
        if self.is_below_day:
            self.heading_date, self.is_below_day, self.of_day = None, False, None

    def take_row(self, block):
        """A row of a table; one that is none of an event is told as a paragraph."""
        if not take_row(self.ledger, block, self.columns):
            self._take_text(replace(block, body=join_all(filled(block)) or block.body))
        self.is_behind_row = True

    def take_paragraph(self, block):
        """A paragraph or a point of a list."""
        if not block.is_listed:
            self.lead = block if block.text.endswith(":") else None
        if self.is_behind_row and block.is_apart:
            # A year inside a table is of its rows alone.
            self.heading_date = None
        self._take_text(block)
        self.is_behind_row = False

    def _take_text(self, block):
        above, runs = self.ledger.section, len(self.run_ins)
        parts = self._without_run_in(block, sentences(block.body))
        told, planned = Told(block), self.ledger.planned
        self.is_labelled = self.is_labelled and any(bare_days(part.read) for part in parts[:1])
        for sentence in parts:
            self.ledger.planned = planned or bool(AHEAD.match(sentence.read))
            opened = len(told.own)
            for number, clause in enumerate(clauses(sentence, self._is_in_month(sentence))):
                self._take_clause(told, clause, number > 0)
            if NOT_HELD.match(sentence.read):
                for draft in told.own[opened:]:
                    draft.called_off = draft.moved is None
        self.ledger.planned = planned
        self._close(told)
        if block.form and len(self.run_ins) > runs:
            # «1.3. В сфере здравоохранения. …»: of that point alone.
            self.ledger.section = above

    def _take_clause(self, told, clause, is_later):
        """``is_later``: another clause of its sentence stands before it."""
        told.skipped |= bool(clause.skipped)
        if clause.date is None:
            self._take_undated(told, clause)
        elif told.own and PUT_OFF.match(clause.body.read):
            last = told.own[-1]
            last.bodies.append(clause.body)
            last.moved = self.ledger.years.resolve(clause.date)
        elif _says_nothing(clause):
            # What follows may lean on its year all the same.
            resolved = self.ledger.years.resolve(clause.date, bool(told.own))
            if resolved is not None:
                self.ledger.years.remember(resolved.date)
            self.ledger.rests.append(Rest(told.block, [clause.body], len(self.ledger.drafts)))
        else:
            same = bool(told.own)
            told.own.append(dated(self.ledger, told.block, clause, same, is_later and same))
            if told.waiting:
                self._settle_waiting(told.block, told.waiting, len(told.own) == 1, told.skipped)
                told.waiting, told.skipped = [], False

    def _take_undated(self, told, clause):
        last = told.own[-1] if told.own else None
        if last is None and not told.waiting and self._is_point(told.block):
            own = self._of_point_above(told.block, clause)
            if own is not None:
                told.own.append(own)
                return
        if last is None:
            told.waiting.append(clause.body)
        elif SAME_TIME.match(clause.body.read):
            told.own.append(self._at_the_same_time(told.block, clause, last))
        else:
            last.bodies.append(clause.body)
            last.skipped |= bool(clause.skipped)

    def _close(self, told):
        if told.own:
            if ALL_OFF.search(told.own[-1].bodies[-1].read):
                for draft in told.own:
                    draft.called_off = True
            self._end_day()
            self.ledger.find_parts(told.own)
        elif told.waiting:
            self._undated(told.block, told.waiting, told.skipped)

    def _is_in_month(self, sentence):
        """Whether a month is known that days without one are of; remembers it if it is a label."""
        label = month_label(sentence.read)
        resolved = label and self.ledger.years.resolve(label)
        if resolved:
            self.ledger.years.remember(resolved.date)
            self.is_labelled = True
        return self.is_labelled or self.is_below_month

    def _of_point_above(self, block, clause):
        """«В тот же день – …», a point of a list: another event when the one above was."""
        said = SAME_DAY.match(clause.body.read) or THEN.match(clause.body.read)
        above = self.ledger.last.resolved
        if said is None or above is None:
            return None
        resolved = replace(above, inferred=("day", "month", "year"))
        if THEN.match(clause.body.read):
            resolved = of_month(inferred(above))
        return self.ledger.lean(block, clause, resolved, said.end())

    def _at_the_same_time(self, block, clause, before):
        """«Тогда же …»: another event when the one before was, as far as its month."""
        resolved = before.resolved and of_month(inferred(before.resolved))
        return self.ledger.lean(block, clause, resolved, len("тогда же"))

    def _settle_waiting(self, block, waiting, is_first, skipped):
        """Sentences in front of the first dated one: its title, the event before, or background."""
        read = " ".join(body.read for body in waiting)
        told = any(is_predicate(word) for word in WORD.findall(read))
        before = self.ledger.drafts[-2] if len(self.ledger.drafts) > 1 else None
        if is_first and (not told or block.is_listed):
            self.ledger.last.bodies[:0] = waiting
        elif before is not None and speaks_on(read, before.read):
            before.bodies += waiting
        else:
            self.ledger.rests.append(
                Rest(block, list(waiting), len(self.ledger.drafts) - 1, skipped)
            )

    def _undated(self, block, bodies, skipped):
        """A paragraph without a date of an event: rules 4 and 10, or the heading's date."""
        read = " ".join(body.read for body in bodies)
        last = self.ledger.last
        is_standing = any(cue.search(read) for cue in (STANDING, NOTHING, REMARK))
        speaking_on = last and last.section == self.ledger.section and speaks_on(read, last.read)
        if self.is_below_day and self.of_day is not None:
            # Below a line that is but a day all is of one event.
            self.of_day.bodies += bodies
            self.ledger.find_parts([self.of_day])
            return
        if self.is_behind_row and last and not (block.cells or block.is_apart) and is_told(read):
            # A line between two rows goes on with what the upper one tells.
            last.bodies += bodies
            self.ledger.find_parts([last])
            return
        speaking_on = speaking_on and not self.is_below_day
        if self.heading_date and not (is_standing or skipped or speaking_on):
            draft = self.of_day = self.ledger.open(
                block, Clause(bodies[0], None), inferred(self.heading_date), bodies
            )
            draft.date_at, draft.date_text = self.heading_at, self.heading_at.text.strip(" .:")
            self.ledger.find_parts([draft])
            return
        if last is not None and _is_nested(block, last.block):
            self.ledger.go_on(bodies)
            return
        if last is not None and block.is_listed and last.block is self.lead:
            # «В программе:» and what stands below it.
            if TALK.search(sentences(self.lead.body)[-1].read):
                last.bodies += bodies
            else:
                self.ledger.go_on(bodies)
            return
        if NO_DATE.search(read) or (
            (block.cells or self._is_point(block))
            and not is_standing
            and not skipped
            and DONE.search(read)
        ):
            draft = self.ledger.open(block, Clause(bodies[0], None), None, bodies)
            self.ledger.find_parts([draft])
        elif last is not None and not skipped and speaks_on(read, last.read):
            last.bodies += bodies
            self.ledger.find_parts([last])
        else:
            self.ledger.rests.append(Rest(block, bodies, len(self.ledger.drafts), skipped))

    def _is_point(self, block):
        """Whether it is a point among points that are events, and so one itself."""
        last = self.ledger.last
        return block.is_listed and last is not None and last.block.form == block.form

    def _without_run_in(self, block, parts):
        """The sentences without a heading in front: «Экономика. В апреле …» (rule 11)."""
        if len(parts) < 2 or not is_field(parts[0], block):
            return parts
        self.ledger.section = parts[0].text.strip(" .:")
        self.ledger.planned = is_planned_heading(parts[0].read)
        self.run_ins.append((block, parts[0]))
        return parts[1:]


def _is_nested(block, above):
    """Whether a point stands a level below the one that the event is of."""
    return block.is_listed and above.is_listed and block.level > above.level


def _says_nothing(clause):
    """Whether a dated clause tells of no event: «В 2011 году визитов не было», «2012 – ???».

    Nor does «Летом традиционно отдыхают школьники» (counting rule 10).
    """
    read = clause.body.read
    rest = read[: clause.date.start] + read[clause.date.end :]
    date = clause.date
    recurs = USUAL.search(read) or RECURRING.search(read)
    is_usual = bool(recurs) and date.first.is_yearless and clause.lead is None
    return bool(NOTHING.search(read) or LEADS_ON.search(read)) or is_usual or not WORD.search(rest)
