"""What every desk screen stands on: languages side by side, filters, publishing, export."""

from core.admin.base import DeskAdmin, DeskInline, OpenFormSet, PublishableAdmin, row, rows
from core.admin.filters import DeskFilter, StatusFilter, TranslationsFilter, YearFilter

__all__ = [
    "DeskAdmin",
    "DeskFilter",
    "DeskInline",
    "OpenFormSet",
    "PublishableAdmin",
    "StatusFilter",
    "TranslationsFilter",
    "YearFilter",
    "row",
    "rows",
]
