"""What the files of every format share."""

import re
from itertools import chain, islice

from django.utils import timezone

UNPRINTABLE = re.compile("[^\t\n\x20-\x7e\x80-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def begun(records):
    """The records with the first one already asked for, so that a database that is away gives an
    error, not a file without rows."""
    records = iter(records)
    return chain(list(islice(records, 1)), records)


def dated(disposition, name, suffix):
    """A Content-Disposition (RFC 6266) that names the file after the list and the day."""
    return f'{disposition}; filename="{name}-{timezone.localdate().isoformat()}.{suffix}"'


def printable(text):
    """The text without the characters that XML 1.0 (2.2) or RFC 5545 (3.1) cannot hold, its lines
    ended by a line feed."""
    return UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
