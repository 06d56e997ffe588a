"""A partner's history as the dossier shows it: events by year, the silences, the ties' scale."""

from dataclasses import dataclass
from itertools import groupby

from django.utils import timezone

DECADE = 10


@dataclass(frozen=True)
class Group:
    """The events that begin in one year; year None for undated ones.

    silence: the pair (first, last) of years without any record just before this one, or None.
    """

    year: int | None
    events: list
    silence: tuple | None = None


def timeline(events):
    """Groups of events, which come in the order of their dates."""
    groups, covered = [], None
    for year, of_year in groupby(events, key=lambda event: event.date and event.date.first.year):
        group = list(of_year)
        silent = year is not None and covered is not None and year > covered + 1
        groups.append(Group(year, group, (covered + 1, year - 1) if silent else None))
        if year is not None:
            ends = [(e.date.first if e.date.is_open else e.date.last).year for e in group]
            covered = max([*ends, covered or 0])
    return groups


@dataclass(frozen=True)
class Line:
    """One tie on the scale, in years from its beginning; until is None where it goes on or where
    no source says how it stands.
    """

    tie: object
    start: int
    solid: int
    end: int


@dataclass(frozen=True)
class Scale:
    """Years from the decade of the oldest tie to today, with a line for each dated tie."""

    decades: list
    width: int
    lines: list


def scale(ties):
    """The Scale of the ties. The square marks where a tie begins; it is solid while the source
    says that it is active or when it ended, dashed where the source is silent."""
    this_year = timezone.localdate().year
    begun = [tie.since.first.year for tie in ties if tie.since]
    origin = min(begun, default=this_year) // DECADE * DECADE
    last = this_year // DECADE * DECADE
    lines = [_line(tie, origin, this_year) for tie in ties]
    return Scale(list(range(origin, last + 1, DECADE)), last + DECADE - origin, lines)


def _line(tie, origin, this_year):
    if not tie.since:
        return Line(tie, 0, 0, 0)
    start = tie.since.first.year - origin
    ended = tie.until is not None and not tie.until.is_open
    end = max((tie.until.last.year if ended else this_year) - origin, start) + 1
    known = ended or tie.state == tie.State.ACTIVE
    return Line(tie, start, end if known else start + 1, end)
