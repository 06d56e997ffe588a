"""What the section of events is put together of: events to be, and text that belongs to none."""

from dataclasses import dataclass, field

from briefings.reading.blocks import Block
from briefings.reading.clauses import Clause
from briefings.reading.dating import Found
from briefings.reading.dating.context import Resolved
from briefings.reading.happenings import is_tie, kind_of
from briefings.reading.stretch import Stretch


@dataclass(slots=True)
class Draft:
    """An event being put together."""

    block: Block
    main: Clause
    resolved: Resolved | None
    bodies: list[Stretch]
    points: list[Stretch] = field(default_factory=list)
    section: str | None = None
    planned: bool = False
    moved: Resolved | None = None
    date_at: Stretch | None = None
    date_text: str = ""
    row_date: Found | None = None
    place: Stretch | None = None
    parts: list[Stretch] = field(default_factory=list)
    skipped: bool = False
    called_off: bool = False

    @property
    def kind(self):
        return kind_of(self.main.body.read, self.main.date)

    @property
    def is_tie(self):
        return is_tie(self.main.body.read, self.main.date)

    @property
    def read(self):
        return " ".join(body.read for body in self.bodies)


@dataclass(slots=True)
class Rest:
    """Undated text that belongs to no event."""

    block: Block
    bodies: list[Stretch]
    after: int
    skipped: bool = False


@dataclass(slots=True)
class Told:
    """What a paragraph has told so far.

    ``own``      the events that it opened
    ``waiting``  undated text before the first of them
    ``skipped``  whether a date of no event stands in it
    """

    block: Block
    own: list[Draft] = field(default_factory=list)
    waiting: list[Stretch] = field(default_factory=list)
    skipped: bool = False
