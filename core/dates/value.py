"""The value PartialDate."""

import datetime
import functools
import re
from dataclasses import dataclass, field

from core.dates.errors import DateError, refusal
from core.dates.forms import FORM, Form, Precision, read_form
from core.dates.opening import opening_words
from core.dates.reading import to_edtf
from core.dates.showing import in_words

OPEN = ".."
EDTF = re.compile(rf"({FORM})(?:/({FORM}|\.\.))?")
HTML_PRECISIONS = {Precision.DAY, Precision.MONTH, Precision.YEAR}


@functools.total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date exactly as exact as its source, or an interval of such dates.

    Made of EDTF (ISO 8601-2:2019; Library of Congress, EDTF specification); raises DateError for
    anything else. ``edtf`` is canonical: an interval from a form to itself is that form. ``first``
    and ``last`` are the first and the last day it may mean; with an open end ``last`` is date.max.
    Equal by ``edtf``, ordered by (first, last, edtf).
    """

    edtf: str
    first: datetime.date = field(init=False, compare=False, repr=False)
    last: datetime.date = field(init=False, compare=False, repr=False)
    start: Form = field(init=False, compare=False, repr=False)
    end: Form | None = field(init=False, compare=False, repr=False)

    def __post_init__(self):
        match = EDTF.fullmatch(self.edtf)
        if match is None:
            raise refusal("unreadable", self.edtf)
        start = read_form(match[1])
        end = None if match[2] == OPEN else read_form(match[2] or match[1])
        last = datetime.date.max if end is None else end.last
        if last < start.first:
            raise DateError("end_before_start", {"start": start.edtf, "end": end.edtf})
        edtf = start.edtf if start == end else self.edtf
        values = {"edtf": edtf, "first": start.first, "last": last, "start": start, "end": end}
        for name, value in values.items():
            object.__setattr__(self, name, value)

    @classmethod
    def from_edtf(cls, text):
        """The date that a text of strict EDTF stands for; DateError if it stands for none."""
        return cls(text)

    @classmethod
    def parse(cls, text):
        """The date in a text as people write it in Russian, English or Dutch, or in EDTF.

        DateError if it is no date, or if it may be several: nothing is guessed.
        """
        return cls(to_edtf(text))

    def show(self, language):
        """The date in words, in "ru", "en" or "nl" (others: English), lower-case at the start.

        ``parse`` reads each of these texts back to this date.
        """
        return in_words(self.start, self.end, language)

    def opening(self, language):
        """The date in the words that open a sentence: «В феврале 2013 г.», “Since 2005”.

        Languages as in ``show``; ``parse`` reads each of these texts back to this date.
        """
        return opening_words(self.start, self.end, language)

    @property
    def is_open(self):
        """Whether it goes on: the interval has no end."""
        return self.end is None

    @property
    def is_interval(self):
        """Whether it has a start and an end, known or open, rather than being one form."""
        return self.start != self.end

    @property
    def precision(self):
        """The precision, of an interval that of its coarser end."""
        return max(form.precision for form in (self.start, self.end) if form is not None)

    @property
    def is_exact(self):
        """Whether each end is a day."""
        return not self.is_open and self.precision == Precision.DAY

    @property
    def html(self):
        """The value for ``<time datetime>``: a day, month or year; None for anything else.

        HTML Standard, 4.5.14: valid date, month and year strings; it has none for other forms.
        """
        fits = not self.is_interval and self.precision in HTML_PRECISIONS
        return self.edtf if fits else None

    def overlaps(self, first_year, last_year):
        """Whether it may mean any day from the first to the last of these years, both included."""
        return self.first.year <= last_year and first_year <= self.last.year

    def __lt__(self, other):
        if not isinstance(other, PartialDate):
            return NotImplemented
        return (self.first, self.last, self.edtf) < (other.first, other.last, other.edtf)

    def __str__(self):
        return self.edtf
