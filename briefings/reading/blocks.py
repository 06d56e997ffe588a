"""The blocks of a note: paragraphs, points of lists and rows of tables, with what marks them."""

from dataclasses import dataclass, field

from briefings.reading.stretch import Stretch


@dataclass(slots=True)
class Block:
    """A paragraph, or a row of a table.

    ``body``      its text without the mark of a list
    ``start``, ``end``  all of it in the note, the mark included
    ``mark``      the bullet or number as written, empty if none
    ``form``      kind of the mark: bullet, number, multi (1.1), letter, roman, or None
    ``level``     depth in a list or of the indent, 0 is outermost
    ``cells``     of a row: its cells, empty ones among them; else empty
    ``spanning``  of a row: cells of rows above that reach down into it
    ``table``     number of the table a row belongs to, else 0
    ``is_bold``, ``is_italic``  whether all of it is set so
    ``heading``   level of a heading's style, 0 if it has none
    ``is_apart``  whether white space stands before it
    ``zone``      body, header, footer, footnote or box
    ``number``    its place among the blocks, from 1
    """

    body: Stretch
    start: int
    end: int
    mark: str = ""
    form: str | None = None
    level: int = 0
    cells: list[Stretch] = field(default_factory=list)
    spanning: list[Stretch] = field(default_factory=list)
    table: int = 0
    is_bold: bool = False
    is_italic: bool = False
    heading: int = 0
    is_apart: bool = False
    zone: str = "body"
    number: int = 0

    @property
    def text(self):
        return self.body.text

    @property
    def read(self):
        return self.body.read

    @property
    def is_listed(self):
        return self.form is not None

    @property
    def whole(self):
        """(start, end) of all its characters in the note."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Source:
    """A note before it is understood: all its characters, and the blocks they make."""

    file: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    encoding: str | None = None
