"""Reads a note of the committee («справка») into a Briefing; plain Python without Django."""

from briefings.reading.answer import answer
from briefings.reading.briefing import Briefing
from briefings.reading.errors import UnreadableError
from briefings.reading.files import pasted, source_of
from briefings.reading.genre import check_genre
from briefings.reading.home import Home
from briefings.reading.reader import understand
from briefings.reading.sectors import SectorWords
from briefings.reading.summary import summary

__all__ = [
    "Briefing",
    "Home",
    "SectorWords",
    "UnreadableError",
    "answer",
    "read_file",
    "read_text",
    "summary",
]


def read_file(data, name="", *, sectors=None, home=None):
    """The Briefing of a file's bytes (.txt or .docx); ``name`` is its base name.

    ``sectors`` (SectorWords) and ``home`` (Home) say by which words sectors are known and whose
    notes these are. Raises UnreadableError, whose ``message`` says what the file is and what to do.
    """
    briefing = understand(source_of(data, name), sectors, home)
    check_genre(briefing, home)
    return briefing


def read_text(text, name="", *, sectors=None, home=None):
    """The Briefing of a text that was typed or pasted; raises UnreadableError as ``read_file``."""
    briefing = understand(pasted(text, name), sectors, home)
    check_genre(briefing, home)
    return briefing
