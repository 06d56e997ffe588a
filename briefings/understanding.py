"""Reads what was handed over, or says in Russian why it is no note."""

from briefings.reading.blocks import Source
from briefings.reading.encodings import decode
from briefings.reading.plain import blocks_of
from briefings.reading.reader import understand as read


class UnreadableNoteError(Exception):
    """The message says what the file is and what to do."""


def understand(content, name):
    text, encoding = decode(content)
    return read(Source(name, "txt", text, blocks_of(text), encoding=encoding))
