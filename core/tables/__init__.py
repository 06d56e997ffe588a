"""Columns and properties, said once, and the files made of them."""

from core.tables.columns import (
    CODE,
    CODES_JOINED,
    Column,
    date_columns,
    language_column,
    text_columns,
)
from core.tables.csv import cell, csv_lines, csv_response

__all__ = [
    "CODE",
    "CODES_JOINED",
    "Column",
    "cell",
    "csv_lines",
    "csv_response",
    "date_columns",
    "language_column",
    "text_columns",
]
