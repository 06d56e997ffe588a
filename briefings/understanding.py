"""Reads what was handed over, by the words and the settings of this register."""

from briefings.reading import read_file, read_text
from briefings.vocabulary import home, sector_words


def understand(content, name):
    """The Briefing of a file's bytes; of a pasted text where there is no name.

    Raises UnreadableError, whose message tells staff what it is and what to do.
    """
    words = {"sectors": sector_words(), "home": home()}
    if name:
        return read_file(content, name, **words)
    return read_text(content.decode(), **words)
