"""Cuts a sentence at the dates in it: a clause with a date of its own is another event."""

import re
from dataclasses import dataclass, replace

from briefings.reading.bare_days import with_bare_days, with_days_behind
from briefings.reading.boundaries import boundary, in_brackets
from briefings.reading.dating import Found, find_dates
from briefings.reading.happenings import RECURRING
from briefings.reading.morphology import is_told
from briefings.reading.references import references
from briefings.reading.stretch import Stretch
from core.dates import Precision

# «В рамках Сезона культуры (2008 г.) организованы гастроли (4 июня), …»
FRAME = re.compile(r"(?:в рамках|в ходе|в период|в связи|по случаю)\b")
LABEL, BARE_LABEL = re.compile(r"[\s.]*[.:–—-]"), re.compile(r"[\s.]*[:–—-][\s–—-]*")
SAME_TIME = re.compile(r";\s+(?:тогда|в то время|в это время) же\s")
AND_SIGN = re.compile(r"\s*(?:,|и)\s*")
HELD_AFTER = re.compile(
    r"[\s,;–—-]*(?:(?:но|а|однако|фактически|в итоге)\s+)*"
    r"(?:состоял(?:ся|ась|ось|ись)|прош(?:ел|ла|ло|ли)|был[аои]? проведен[аоы]?|проведен[аоы]?)\s+"
)
EACH_YEAR = re.compile(r"\s+(?:каждого года|ежегодно)\b")
REASON = re.compile(r"(?:в связи с|из-за|вследствие|накануне) [^,.;()\d]{3,60}$")
CONCERNS = re.compile(r"что (?:же )?касается\s*$|говоря о\s*$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A run of a sentence with at most one date of an event.

    ``lead``     the year in front of the sentence that the date hangs on, or None
    ``skipped``  dates that are of no event
    ``others``   dates that are of an event but do not open one of their own
    ``following``  the date of the next clause of the sentence, or None
    """

    body: Stretch
    date: Found | None
    lead: Found | None = None
    skipped: tuple[Found, ...] = ()
    others: tuple[Found, ...] = ()
    following: Found | None = None


def clauses(sentence, in_month=False):
    """The clauses of a sentence, in order, together all of it but white space.

    ``in_month``  whether a month is known that days without one are of
    """
    dates = with_days_behind(sentence.read, find_dates(sentence.read))
    if in_month:
        dates = with_bare_days(sentence.read, dates)
    if not dates:
        return [Clause(sentence, None)]
    unfit = references(sentence, dates)
    fit = [date for date, away in zip(dates, unfit, strict=True) if not away]
    away = [date for date, away in zip(dates, unfit, strict=True) if away]
    skipped = tuple(date for date in away if any(point.year for point in date.points))
    fit = [date for date in fit if not date.is_weak or _stands_out(sentence, date, fit)]
    if not fit:
        return [Clause(sentence, None, skipped=skipped)]
    lead, owners, others = _owners(sentence, fit)
    if lead is None and fit[0].first.is_yearless:
        lead = _named_year(away, fit[0])
    return _with_same_time(_cut(sentence, lead, owners, skipped, others))


def _with_same_time(made):
    """The clauses, «…; тогда же начаты поставки» cut off the one before it."""
    parts = []
    for clause in made:
        cut = SAME_TIME.search(clause.body.read)
        if cut and all(date.end <= cut.start() for date in (clause.date, *clause.others)):
            parts.append(replace(clause, body=clause.body[: cut.start() + 1]))
            parts.append(Clause(clause.body[cut.start() + 1 :].strip(), None))
        else:
            parts.append(clause)
    return parts


def _named_year(away, first):
    """«Заметным явлением 2011 года стала …»: a year named in front of a date without one."""
    years = [date for date in away if date.is_year_only and date.end <= first.start]
    if years and years[-1].preposition is None:
        return years[-1]
    # «Запланированная на май 2013 г. выставка прошла в сентябре.»
    planned = [date for date in away if date.preposition == "on" and date.end <= first.start]
    return planned[-1] if planned and _follows(planned[-1].first, first.first) else None


def _follows(planned, held):
    """Whether a day or month without a year may be of the year that was planned."""
    return planned.year is not None and planned.order <= held.order


def _stands_out(sentence, date, dates):
    """Whether numbers are a date by their place: «25.05 приехали гости, 26.05 подписан план»."""
    before = sentence.read[: date.start].rstrip()
    bracketed = before.endswith("(") and sentence.read[date.end : date.end + 1] == ")"
    opens = dates[0].start == 0 and (bracketed or before.endswith((",", ";")))
    return date.start == 0 or opens


def _owners(sentence, dates):
    """(a year that leads the others, (begin, date) of each clause, the dates left over)."""
    lead, first = None, dates[0]
    rest = dates[1:]
    if rest and _is_label(sentence, first, rest[0]):
        lead, first, rest = first, rest[0], rest[1:]
    elif rest and _may_lead(sentence.read, first) and _hangs_on(rest[0]):
        cut = boundary(sentence, first, rest[0], dates)
        between = sentence.read[first.end : rest[0].start]
        concerns = CONCERNS.search(sentence.read[: first.start])
        frame = FRAME.match(sentence.read) and not is_told(sentence.read[: first.start])
        if cut is None or ":" in between or concerns or frame or not is_told(between):
            lead, first, rest = first, rest[0], rest[1:]
    elif rest and not first.is_open and REASON.search(sentence.read, 0, first.start):
        # «В связи с событиями 11 марта 2011 года направлено письмо (16 марта).»
        first, rest = (in_year_of(first, rest[0]) if _hangs_on(rest[0]) else rest[0]), rest[1:]
    elif rest and _is_of_frame(sentence.read, first, rest[0]):
        # «В рамках Года Германии (2012/2013) с 20 октября 2012 г. …»
        first, rest = rest[0], [first, *rest[1:]]
    elif rest and first.first.is_yearless and _is_of_each_year(sentence, first, rest[0]):
        first, rest = rest[0], [first, *rest[1:]]
    elif (
        rest
        and first.first.is_yearless
        and AND_SIGN.fullmatch(sentence.read, first.end, rest[0].start)
    ):
        # «дважды: 2–4 февраля и в июне 2009 г.»
        first = in_year_of(rest[0], first)
    if first.first.lean and rest and not is_told(sentence.read[first.end : rest[0].start]):
        # «Через год после визита, в мае 2011 г., подписан план.»
        first, rest = (rest[0], rest[1:]) if rest[0].first.year else (first, rest)
    owners, others = [(0, first)], []
    for date in rest:
        before = owners[-1][1]
        if before.preposition == "on" and HELD_AFTER.fullmatch(
            sentence.read[before.end : date.start]
        ):
            # «Визит намечался на ноябрь 2011 г., состоялся 3–4 февраля 2012 г.»
            others.append(before)
            owners[-1] = owners[-1][0], date
            continue
        cut = boundary(sentence, owners[-1][1], date, dates)
        if cut is None and _refines(sentence.read, owners[-1][1], date):
            owners[-1] = owners[-1][0], in_year_of(owners[-1][1], date)
        elif cut is None:
            others.append(date)
        else:
            owners.append((cut, date))
    return lead, owners, others


def _may_lead(read, first):
    """Whether others may hang on a date: a year, or a part of one as a label at the head."""
    label = first.start == 0 and first.last is None and BARE_LABEL.match(read, first.end)
    part = first.first.precision in {Precision.QUARTER, Precision.HALF_YEAR} and first.first.year
    return (first.is_year_only and not first.is_open) or bool(label and part)


def _is_of_frame(read, first, following):
    """Whether years in brackets are of the occasion that a sentence opens with."""
    bracketed = read[: first.start].endswith("(") and read[first.end : first.end + 1] == ")"
    coarse = first.first.precision == Precision.YEAR > following.first.precision
    return bool(bracketed and coarse and FRAME.match(read) and not is_told(read[: following.start]))


def _is_of_each_year(sentence, first, following):
    """«На ярмарке (июль, ежегодно) с 2007 г. …», «ежегодно в июле выступают: 2015 г. – …»."""
    listed = ":" in sentence.read[first.end : following.start]
    return bool(RECURRING.search(sentence.read)) and (
        following.is_open or (listed and following.is_year_only)
    )


def _is_label(sentence, first, following):
    """Whether a date but stands in front of another: «1994–1995 гг. – В сентябре 1994 г. …».

    So does a decade: «2000-е. 300-летие: гости на торжествах 27 мая 2003-го».
    """
    if first.start:
        return False
    if first.first.precision == Precision.DECADE and first.last is None:
        return bool(following.first.year and LABEL.match(sentence.read, first.end))
    between = sentence.read[first.end : following.start]
    return first.first.precision == Precision.YEAR and bool(BARE_LABEL.fullmatch(between))


def _lead_of(number, owners, lead):
    """The year that the date of a clause hangs on: of the nearest clause before that has one."""
    years = [date for _, date in owners[:number] if date.first.year or date.first.lean]
    return years[-1] if years else lead


def _hangs_on(date):
    return date.first.is_yearless and (date.last is None or date.last.is_yearless)


def _refines(read, before, date):
    """«в ноябре … (12–14.11)», «в 2011 г. прошла с 4 по 17 июля»: the days of what was told."""
    coarse = before.first.precision
    # One day in brackets may be that of what is named there: «ко Дню города (27 мая)».
    same = (
        before.last is None
        and date.last is not None
        and Precision.DAY < coarse < Precision.YEAR
        and date.first.precision == Precision.DAY
        and (coarse > Precision.MONTH or date.first.part == before.first.part)
        and date.first.year in {None, before.first.year}
    )
    bracketed = in_brackets(read, date.start) and read[date.end : date.end + 1] == ")"
    if _hangs_on(before) and bracketed and date.is_year_only and date.first.year:
        # «В июле прошёл концерт (2010 г.)»
        return True
    if EACH_YEAR.match(read, date.end):
        return False
    between = read[before.end : date.start]
    if before.start == 0 and before.is_year_only and BARE_LABEL.match(between):
        # «2004 – новый договор, 27.11.04»
        finer = date.first.precision == Precision.DAY and date.first.year == before.first.year
        return finer and not is_told(between)
    if before.is_year_only and not before.is_open and _hangs_on(date):
        return date.first.precision < Precision.YEAR
    labels = before.start == 0 and LABEL.match(read, before.end) is not None
    return same and (bracketed or labels)


def in_year_of(before, date):
    """A date without a year in that of another, at which one without has that of the date."""
    if before.first.year is None:
        return in_year_of(date, before) if date.is_year_only and date.first.year else date
    last = date.last and date.last.in_year(before.first.year)
    return replace(date, first=date.first.in_year(before.first.year), last=last)


def _cut(sentence, lead, owners, skipped, others):
    made = []
    for number, (start, date) in enumerate(owners):
        end = owners[number + 1][0] if number + 1 < len(owners) else len(sentence)
        own = sentence[start:end]
        gap = len(own) - len(own.text.lstrip())
        moved = _moved(date, start + gap)
        inside = tuple(_moved(each, start + gap) for each in others if start <= each.start < end)
        away = tuple(_moved(each, start + gap) for each in skipped if start <= each.start < end)
        own_lead = _lead_of(number, owners, lead)
        own_lead = own_lead and _moved(own_lead, start + gap)
        following = owners[number + 1][1] if number + 1 < len(owners) else None
        made.append(Clause(own.strip(), moved, own_lead, away, inside, following))
    return made


def _moved(date, by):
    return replace(date, start=date.start - by, end=date.end - by)
