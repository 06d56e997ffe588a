"""What the cells of the lists show, and where a record is to be seen on the site."""

from django.utils.html import format_html
from django.utils.translation import get_language

from core.publishing import Status


def missing(words):
    return format_html('<span class="tr tr-no">{}</span>', words)


def names_cell(records, otherwise="не указана"):
    """The names of related records in a row; a lack stands out."""
    return ", ".join(str(record) for record in records) or missing(otherwise)


def date_cell(date, otherwise):
    return otherwise if date is None else date.show(get_language())


def preview(address, record):
    """The address of a page for staff: it shows what is not published as well."""
    if record.status == Status.PUBLISHED:
        return address
    path, hash_sign, anchor = address.partition("#")
    return f"{path}?preview=1{hash_sign}{anchor}"
