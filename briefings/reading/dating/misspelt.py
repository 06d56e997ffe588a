"""Months that were mistyped: «в сентебре 2013 г.», «15 февряля»."""

import functools

from briefings.reading.dating.words import MONTH, WORDS
from briefings.reading.morphology import is_known

# A shorter name of a month is one letter away from another: июнь, июль.
SHORTEST = 6
NAMES = {w: value[1] for w, value in WORDS.items() if value[0] == MONTH and len(w) >= SHORTEST}


@functools.lru_cache(maxsize=1000)
def misspelt_month(word):
    """The number of the month that a word is but one letter away from; None if it is none."""
    if len(word) < SHORTEST - 1 or is_known(word):
        return None
    months = {number for name, number in NAMES.items() if _is_one_off(word, name)}
    return months.pop() if len(months) == 1 else None


def _is_one_off(word, name):
    """Whether one letter is wrong, missing, added, or two beside each other are swapped."""
    if abs(len(word) - len(name)) > 1:
        return False
    place = next((n for n, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), None)
    if place is None:
        return len(word) != len(name)
    rest, other = word[place:], name[place:]
    swapped = rest[:2] == other[1::-1] and rest[2:] == other[2:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:] or swapped
