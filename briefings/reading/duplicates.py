"""Events that are likely told twice (counting rule 14)."""

import re

from briefings.reading.morphology import parses

WORD = re.compile(r"[^\W\d_]{4,}")
COMMON = frozenset("год город санкт петербург состояться пройти делегация участие представитель место время быть который".split())
ALIKE, CONTAINED = 0.3, 0.6


def duplicate_of(drafts, number):
    """Number (from 0) of an earlier draft that one may repeat, or None."""
    this = drafts[number]
    if this.resolved is None:
        return None
    for other in range(number):
        before = drafts[other]
        if before.resolved and _overlap(before.resolved.date, this.resolved.date) and _alike(before, this):
            return other
    return None


def _overlap(a, b):
    return a.first <= b.last and b.first <= a.last and abs(int(a.precision) - int(b.precision)) <= 2


def _alike(a, b):
    first, second = _stems(a.main.body.read), _stems(b.main.body.read)
    if not first or not second:
        return False
    common = len(first & second)
    same_day = a.resolved.date == b.resolved.date
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
