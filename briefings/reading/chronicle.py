"""Makes events and background of the blocks in the section of events (counting rules 1–10)."""

import re
from dataclasses import replace

from briefings.reading.bare_days import bare_days, month_label
from briefings.reading.clauses import Clause, clauses, in_year_of
from briefings.reading.continuing import STANDING, speaks_on
from briefings.reading.cues import without_number
from briefings.reading.dating import Years, find_dates
from briefings.reading.drafts import Draft, Rest, Told
from briefings.reading.event_rows import WHEN, event_row, filled
from briefings.reading.happenings import NOTHING, POSTPONED, RECURRING, WORD, part_spans
from briefings.reading.headings import is_planned_heading
from briefings.reading.morphology import is_predicate
from briefings.reading.sentences import sentences
from briefings.reading.stretch import join_all
from core.dates import PartialDate, Precision

SAME_TIME = re.compile(r"(?:тогда|в то время|в это время) же\s+(?=[а-я])")
# «– В тот же день – открытие выставки»: a point of its own.
SAME_DAY = re.compile(r"в (?:этот|тот|эти|те) же (?:день|дни)\b")
FEWEST_COLUMNS = 2
# «За период с 1998 г. сделано следующее.»
LEADS_ON = re.compile(r"следующ(?:ее|ие(?: мероприятия| события)?)\s*[.:]$")
INNER_SIGN = re.compile(r":|\s[–—-]\s")
THEN = re.compile(r"тогда же\b")
NO_DATE = re.compile(
    r"(?<!\w)б/д(?!\w)|\bбез даты\b|дат\w+ (?:уточняет|неизвест"
    r"|не (?:установлен|определен|указан|известн))|(?:срок|время) (?:уточняет|не определен)"
)
DONE = re.compile(
    r"состоял|прош(?:ел|ла|ли|ло)\b|посети|подпис|откры|провед|принял|прибы|встрет|визит|поездк|выставк|семинар|концерт|встреч|делегац|конференц|фестивал"
)
# What a run-in heading is not: it belongs to what it says.
REMARK = re.compile(r"^\W*(?:примечани|справочно|внимание|на заметку)")
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
USUAL = re.compile(r"\b(?:традиционно|обычно|как правило)\b")
SHORTEST_TITLE_WORDS = 5


class Chronicle:
    """Takes the blocks of the section of events one after the other.

    ``drafts``, ``rests``, ``run_ins`` (sub-headings inside paragraphs) are what it made of them.
    """

    def __init__(self, note_year=None):
        self.years = Years(note=note_year)
        self.heading_date = None
        self.heading_at = None
        self.is_below_day, self.of_day = False, None
        self.is_below_month = self.is_labelled = False
        self.planned = False
        self.section = None
        self.columns = []
        self.drafts, self.rests, self.run_ins = [], [], []

    def take_period(self, block):
        """A heading that is but a year or month: what follows leans on it."""
        read = block.read
        found = find_dates(read) or find_dates(without_number(read))
        if not all(point.is_yearless for point in found[0].points):
            self.years.heading = None
        self.heading_date = self.years.resolve(found[0])
        self.heading_at = block.body
        self.is_below_day = found[0].first.precision == Precision.DAY
        self.of_day = None
        self.planned = is_planned_heading(read)
        self.section = self.section if self.is_below_day else block.text.strip(" .:")
        if self.heading_date is not None:
            date = self.heading_date.date
            self.years.heading = (
                date.start.year if date.start.year == (date.end or date.start).year else None
            )
            self.years.neighbour, self.years.order = None, (0, 0)
            self.is_below_month = date.precision == Precision.MONTH
            if self.is_below_month:
                self.years.remember(date)

    def take_sub(self, block):
        """The name of a field, on a line of its own."""
        self._end_day()
        self.section = block.text.strip(" .:")
        self.planned = is_planned_heading(block.read)

    def _end_day(self):
        """What follows is no longer below a line that is but a day."""
        if self.is_below_day:
            self.heading_date, self.is_below_day, self.of_day = None, False, None

    def take_row(self, block):
        """A row of a table: one event, dated by the cell that is but a date."""
        row = event_row(block, self.columns)
        if row is None and self._is_below_date(block) and self._take_below(block):
            return None
        if row is None or (row.date is None and not self.drafts):
            return self.take_paragraph(replace(block, body=join_all(filled(block)) or block.body))
        if row.date is None:
            return self._take_same(block, row)
        resolved = self.years.resolve(row.finest, same_paragraph=False)
        main, *rest = sentences(row.told)
        draft = self._open(block, Clause(main, None), resolved, [main, *rest, *row.others])
        draft.date_at, draft.date_text = row.day[row.date.start : row.date.end], row.day.text
        draft.place = row.place
        draft.planned = draft.planned or row.is_planned
        for where in (row.told, row.day):
            if POSTPONED.search(where.read) and draft.moved is None:
                others = tuple(find_dates(where.read))
                draft.moved = self._moved_in(Clause(where, None, others=others))
        self._find_parts([draft])
        return None

    def _is_below_date(self, block):
        """Whether the cell of the date is left empty below a row that has one."""
        last = self.drafts[-1] if self.drafts else None
        above = last and last.block
        return (
            above is not None
            and last.resolved is not None
            and above.table == block.table != 0
            and bool(above.cells)
            and not (block.cells[0] or block.spanning)
            and bool(self.columns)
            and WHEN.match(self.columns[0].read) is not None
            and any(filled(block))
            and not any(not date.is_weak for date in find_dates(block.read))
        )

    def _take_below(self, block):
        """A row without a date: of the year above, or a part of the event above if it says no more.

        Gives whether it was one of them: else it is an event that nobody knows the day of.
        """
        bodies, last = filled(block), self.drafts[-1]
        if last.resolved.date.precision > Precision.MONTH:
            draft = self._open(block, Clause(bodies[0], None), _inferred(last.resolved), bodies)
            draft.date_at, draft.date_text = last.date_at, last.date_text
            self._find_parts([draft])
            return True
        is_part = len(bodies) == 1 and len(self.columns) > FEWEST_COLUMNS
        if is_part:
            self._go_on(bodies)
        return is_part

    def _go_on(self, bodies):
        """What stands below an event as a point of it."""
        last = self.drafts[-1]
        last.bodies += bodies
        last.points += bodies
        self._find_parts([last])

    def _take_same(self, block, row):
        """A row whose cell of the date says «тогда же»: it was when the row above was."""
        before = self.drafts[-1].resolved
        resolved = before and replace(before, inferred=("day", "month", "year"))
        draft = self._open(block, Clause(row.told, None), resolved, [row.told, *row.others])
        draft.date_at, draft.date_text = row.day, row.day.text
        draft.place = row.place
        self._find_parts([draft])

    def take_paragraph(self, block):
        """A paragraph or a point of a list."""
        above, runs = self.section, len(self.run_ins)
        parts = self._without_run_in(block, sentences(block.body))
        told, planned = Told(block), self.planned
        self.is_labelled = self.is_labelled and any(bare_days(part.read) for part in parts[:1])
        for sentence in parts:
            self.planned = planned or bool(AHEAD.match(sentence.read))
            for number, clause in enumerate(clauses(sentence, self._is_in_month(sentence))):
                self._take_clause(told, clause, number > 0)
        self.planned = planned
        self._close(told)
        if block.form and len(self.run_ins) > runs:
            # «1.3. В сфере здравоохранения. …»: of that point alone.
            self.section = above

    def _take_clause(self, told, clause, is_later):
        """``is_later``: another clause of its sentence stands before it."""
        told.skipped |= bool(clause.skipped)
        if clause.date is None:
            self._take_undated(told, clause)
        elif _says_nothing(clause):
            # What follows may lean on its year all the same.
            resolved = self.years.resolve(clause.date, bool(told.own))
            if resolved is not None:
                self.years.remember(resolved.date)
            self.rests.append(Rest(told.block, [clause.body], len(self.drafts)))
        else:
            same = bool(told.own)
            told.own.append(self._dated(told.block, clause, same, is_later and same))
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
            self._find_parts(told.own)
        elif told.waiting:
            self._undated(told.block, told.waiting, told.skipped)

    def _is_in_month(self, sentence):
        """Whether a month is known that days without one are of; remembers it if it is a label."""
        label = month_label(sentence.read)
        resolved = label and self.years.resolve(label)
        if resolved:
            self.years.remember(resolved.date)
            self.is_labelled = True
        return self.is_labelled or self.is_below_month

    def _of_point_above(self, block, clause):
        """«В тот же день – …», a point of a list: another event when the one above was."""
        said = SAME_DAY.match(clause.body.read) or THEN.match(clause.body.read)
        above = self.drafts[-1].resolved
        if said is None or above is None:
            return None
        resolved = replace(above, inferred=("day", "month", "year"))
        if THEN.match(clause.body.read):
            resolved = _of_month(_inferred(above))
        return self._leaning(block, clause, resolved, said.end())

    def _at_the_same_time(self, block, clause, before):
        """«Тогда же …»: another event when the one before was, as far as its month."""
        resolved = before.resolved and _of_month(_inferred(before.resolved))
        return self._leaning(block, clause, resolved, len("тогда же"))

    def _leaning(self, block, clause, resolved, end):
        """A draft whose date is that of another; ``end`` is where the words for it do."""
        draft = self._open(block, clause, resolved, [clause.body])
        draft.date_at, draft.date_text = clause.body[:end], clause.body.text[:end]
        return draft

    def _dated(self, block, clause, same_paragraph, same_sentence):
        is_postponed = bool(POSTPONED.search(clause.body.read))
        new = [date for date in clause.others if is_postponed and date.preposition == "on"]
        if clause.date.is_open and new:
            # «перенесён с мая на сентябрь»: it does not go on since May.
            clause = replace(clause, date=replace(clause.date, is_open=False))
        year = self._year_before(clause.date, new[0]) if new else None
        self.years.lead = self._lead_year(clause, same_sentence) or year
        resolved = self.years.resolve(clause.date, same_paragraph) or self._of_next(clause)
        self.years.lead, moved = None, None
        if is_postponed:
            moved = self._moved_in(clause)
            if moved is None and clause.date.preposition == "on":
                resolved, moved = None, resolved
        draft = self._open(block, clause, resolved, [clause.body])
        draft.moved = moved
        draft.skipped = bool(clause.skipped)
        words = clause.body[clause.date.start : clause.date.end]
        draft.date_at, draft.date_text = words, words.text
        return draft

    def _of_next(self, clause):
        """«Гости прибыли 30 апреля, а 2 мая 2010 г. отбыли»: the year that is named behind."""
        date, following = clause.date, clause.following
        if following is None or following.first.year is None or not date.first.is_yearless:
            return None
        in_order = (0, 0) < date.first.order <= following.first.order
        resolved = self.years.resolve(in_year_of(following, date)) if in_order else None
        return resolved and replace(resolved, inferred=("year",))

    def _year_before(self, date, new):
        """«перенесено с 15 февраля на второй квартал 2008 года»: the year of the former time."""
        if self.years.heading or not date.first.is_yearless or new.first.year is None:
            return None
        return new.first.year - (date.first.order > new.first.order > (0, 0))

    def _open(self, block, clause, resolved, bodies):
        draft = Draft(block, clause, resolved, list(bodies))
        draft.section, draft.planned = self.section, self.planned
        self.drafts.append(draft)
        if resolved is not None:
            self.years.remember(resolved.date)
        return draft

    def _lead_year(self, clause, same_sentence):
        if clause.lead is None:
            return None
        before = self.drafts[-1].resolved if self.drafts else None
        if clause.lead.first.lean is not None and same_sentence and before is not None:
            # «Весной следующего года …, а в мае …»: the year is that of the clause before.
            return before.date.last.year
        lead = self.years.resolve(clause.lead)
        if lead is None or lead.date.is_open:
            return lead and lead.date.start.year
        # Of «1994–1995 гг. – …» each date says which year it is of, or carries on.
        is_label = clause.lead.last is not None and clause.lead.first.precision == Precision.YEAR
        return None if is_label else lead.date.last.year

    def _moved_in(self, clause):
        for date in clause.others:
            if date.preposition == "on" or date.preposition == "in":
                return self.years.resolve(date)
        return None

    def _settle_waiting(self, block, waiting, is_first, skipped):
        """Sentences in front of the first dated one: its title, the event before, or background."""
        read = " ".join(body.read for body in waiting)
        told = any(is_predicate(word) for word in WORD.findall(read))
        before = self.drafts[-2] if len(self.drafts) > 1 else None
        if is_first and (not told or block.is_listed):
            self.drafts[-1].bodies[:0] = waiting
        elif before is not None and speaks_on(read, before.read):
            before.bodies += waiting
        else:
            self.rests.append(Rest(block, list(waiting), len(self.drafts) - 1, skipped))

    def _undated(self, block, bodies, skipped):
        """A paragraph without a date of an event: rules 4 and 10, or the heading's date."""
        read = " ".join(body.read for body in bodies)
        last = self.drafts[-1] if self.drafts else None
        is_standing = any(cue.search(read) for cue in (STANDING, NOTHING, REMARK))
        speaking_on = last and last.section == self.section and speaks_on(read, last.read)
        if self.is_below_day and self.of_day is not None:
            # Below a line that is but a day all is of one event.
            self.of_day.bodies += bodies
            self._find_parts([self.of_day])
            return
        if self.heading_date and not (is_standing or skipped or speaking_on):
            draft = self.of_day = self._open(
                block, Clause(bodies[0], None), _inferred(self.heading_date), bodies
            )
            draft.date_at, draft.date_text = self.heading_at, self.heading_at.text.strip(" .:")
            self._find_parts([draft])
            return
        if last is not None and _is_nested(block, last.block):
            self._go_on(bodies)
            return
        if NO_DATE.search(read) or (
            (block.cells or self._is_point(block))
            and not is_standing
            and not skipped
            and DONE.search(read)
        ):
            draft = self._open(block, Clause(bodies[0], None), None, bodies)
            self._find_parts([draft])
        elif last is not None and not skipped and speaks_on(read, last.read):
            last.bodies += bodies
            self._find_parts([last])
        else:
            self.rests.append(Rest(block, bodies, len(self.drafts), skipped))

    def _is_point(self, block):
        """Whether it is a point among points that are events, and so one itself."""
        last = self.drafts[-1] if self.drafts else None
        return block.is_listed and last is not None and last.block.form == block.form

    def _find_parts(self, drafts):
        for draft in drafts:
            told = [body for body in draft.bodies if body not in draft.points]
            draft.parts = [
                body[start:end].strip()
                for number, body in enumerate(told)
                for start, end in part_spans(body, number == 0)
            ]
            draft.parts += draft.points

    def _without_run_in(self, block, parts):
        """The sentences without a heading in front: «Экономика. В апреле …» (rule 11)."""
        if len(parts) < 2 or not self._is_run_in(parts[0], block):
            return parts
        self.section = parts[0].text.strip(" .:")
        self.planned = is_planned_heading(parts[0].read)
        self.run_ins.append((block, parts[0]))
        return parts[1:]

    def _is_run_in(self, sentence, block):
        words = WORD.findall(sentence.read)
        if not words or len(words) > SHORTEST_TITLE_WORDS or not sentence.text.endswith((".", ":")):
            return False
        if REMARK.match(sentence.read):
            return False
        if find_dates(sentence.read) or any(is_predicate(word) for word in words):
            return False
        if INNER_SIGN.search(sentence.text[:-1]):
            # «Мероприятие: гастроли оперы.», «Брно – столица культуры.»
            return False
        names = block.form and len(words) == 1 and sentence.text.endswith(".")
        return (names or not DONE.search(sentence.read)) and not re.search(r"[«\d]", sentence.text)


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


def _of_month(resolved):
    """The same without days: «тогда же» need not be the same day."""
    date = resolved.date
    if date.precision != Precision.DAY or date.is_open:
        return resolved
    start, end = date.start.edtf[:7], date.end.edtf[:7]
    return replace(resolved, date=PartialDate(f"{start}/{end}"))


def _inferred(resolved):
    precise = resolved.date.start.precision.name != "YEAR"
    return replace(resolved, inferred=("month", "year") if precise else ("year",))
