"""Events that are likely told twice (counting rule 14)."""

import re
from collections import deque

from briefings.reading.morphology import parses

WORD = re.compile(r"[^\W\d_]{4,}")
COMMON = frozenset(
    [
        "год",
        "город",
        "состояться",
        "пройти",
        "делегация",
        "участие",
        "представитель",
        "место",
        "время",
        "быть",
        "который",
    ]
)
ALIKE, CONTAINED = 0.3, 0.6
MOST_YEARS, MOST_A_YEAR = 10, 60


class Earlier:
    """The events so far, by the years they may lie in."""

    def __init__(self):
        self.by_year = {}

    def like(self, n, draft):
        """Number of an earlier event that this one may repeat, or None; remembers this one."""
        if draft.resolved is None:
            return None
        date, stems = draft.resolved.date, _stems(draft.main.body.read)
        years = range(date.first.year, min(date.last.year, date.first.year + MOST_YEARS) + 1)
        found = None
        for year in years:
            for other, other_date, other_stems in self.by_year.get(year, ()):
                if (
                    found is None
                    and _overlap(other_date, date)
                    and _alike(other_stems, stems, other_date == date)
                ):
                    found = other
        for year in years:
            # A note tells a year's events by the dozen; beyond that nobody could check repeats.
            self.by_year.setdefault(year, deque(maxlen=MOST_A_YEAR)).append((n, date, stems))
        return found


def _overlap(a, b):
    return a.first <= b.last and b.first <= a.last and abs(int(a.precision) - int(b.precision)) <= 2


def _alike(first, second, same_day):
    if not first or not second:
        return False
    common = len(first & second)
    return common / len(first | second) >= (ALIKE if same_day else 0.5) or (
        common >= 3 and common / min(len(first), len(second)) >= CONTAINED
    )


def _stems(read):
    found = set()
    for word in WORD.findall(read):
        best = parses(word)
        form = best[0].normal_form.replace("ё", "е") if best else word
        if form not in COMMON and not (best and best[0].tag.POS in {"PREP", "CONJ"}):
            found.add(form[:6])
    return found
