"""Partial dates: each as exact as its source, none more exact (EDTF, ISO 8601-2:2019)."""

from core.dates.errors import DateError
from core.dates.forms import Precision
from core.dates.value import PartialDate

__all__ = ["DateError", "PartialDate", "Precision"]
