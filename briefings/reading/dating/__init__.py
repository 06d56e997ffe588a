"""Finds the dates in a note: a grammar of our own over tables of words.

``core.dates`` reads one date that somebody typed and refuses what is ambiguous; here dates are
found inside sentences, lean on each other, and turn coarser where the note is damaged or vague.
"""

from briefings.reading.dating.context import Years
from briefings.reading.dating.finding import Found, find_dates, sure_dates

__all__ = ["Found", "Years", "find_dates", "sure_dates"]
