"""Footnotes that any record may have: that it is not published, where it is known from."""

from briefings.writing.footnotes import own, told
from core.publishing import Status


def mark_withheld(line, record, *, besides=""):
    """Says that the record is not public. besides: why, where it is not the status."""
    why = besides if record.status == Status.PUBLISHED else record.get_status_display()
    said = line.footnotes.withheld(str(why))
    if said:
        line.mark(said)


def mark_source(line, record, choice):
    """Says where the record is known from, where sources are asked for and it is another one."""
    if choice.sources:
        said = line.footnotes.source(_source_of(record))
        if said:
            line.mark(said)


def _source_of(record):
    source, address = told(record, "source"), getattr(record, "source_url", "")
    said = [source] if source.text else []
    if address:
        said += [own(", "), own(address)] if said else [own(address)]
    return tuple(said)
