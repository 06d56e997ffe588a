"""What a note says, whatever file it becomes.

Plain values without records or database: the writers know nothing else.
"""

import re
from dataclasses import dataclass
from datetime import date

# What XML 1.0 forbids (2.2): pasted texts bring such as U+000B, and no Word file may hold them.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Words:
    """Text in one language (BCP 47); ``shown_in_source`` where a translation is lacking."""

    text: str
    language: str
    shown_in_source: bool = False

    def __post_init__(self):
        object.__setattr__(self, "text", FORBIDDEN.sub(" ", self.text))


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of a footnote, by its number from 1."""

    number: int


Paragraph = tuple[Words | Mark, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with paragraphs, or with the points of a list where ``bulleted``."""

    heading: Paragraph
    paragraphs: tuple[Paragraph, ...]
    bulleted: bool = False


@dataclass(frozen=True, slots=True)
class WrittenNote:
    """A note («справка»).

    ``language``   of all that is not marked otherwise
    ``title``      with whom the cooperation is
    ``as_of``      «по состоянию на …»; ``written`` is that day
    ``author``     the committee
    ``remarks``    sentences before the sections: that it is a draft, that texts lack translation
    ``footnotes``  in the order of their numbers
    """

    language: str
    title: Paragraph
    as_of: str
    written: date
    author: str
    remarks: tuple[str, ...]
    sections: tuple[Section, ...]
    footnotes: tuple[Paragraph, ...]

    @property
    def plain_title(self):
        return plain(self.title)


def plain(paragraph):
    """The paragraph's words without marks."""
    return "".join(part.text for part in paragraph if isinstance(part, Words))
