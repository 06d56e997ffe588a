"""A note as it was understood: what stands where, and from which characters of the note it came.

Positions count the characters of ``Briefing.text`` from 0. The pieces of all items never overlap,
and every character of the text that is not white space lies in exactly one of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from core.dates import PartialDate, Precision


@dataclass(frozen=True, slots=True, order=True)
class Piece:
    """A run of the note's characters: ``text == briefing.text[start:end]``, never empty.

    ``start``  position of its first character
    ``end``    position after its last character
    ``text``   these characters as they stand in the note, damage and line ends included
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What every item has.

    ``n``          number in the document among the items of its kind, from 1
    ``text``       what it took, normalised: one kind of spaces, words joined over line ends,
                   neither bullet nor row of cells; letters and spelling as in the note
    ``pieces``     the characters it took, in the order of the note, never empty
    ``paragraph``  number of the paragraph (of the table: the row) it begins in, from 1
    """

    n: int
    text: str
    pieces: tuple[Piece, ...]
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Item):
    """A title, a section's heading, a sub-heading, a heading of a year or the note's own date.

    ``section``     ``title``, ``directions``, ``events``, ``contacts``, ``sub`` or ``date``
    ``as_written``  the same as ``text``
    """

    section: str

    @property
    def as_written(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction(Item):
    """A direction of cooperation.

    ``text``       its wording without the nested points, without a final «;» or «.»
    ``sectors``    codes of its sectors, in the order of the table of lemmas
    ``sub_areas``  what nested bullets or a bracketed list name, as written
    """

    sectors: tuple[str, ...] = ()
    sub_areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """When something was, as exactly as the note says it and no more.

    ``date``       the date of the register
    ``text``       as written; «…» between what stands apart: «В 2012 году … в марте»
    ``pieces``     where its words stand; they may lie in another item (a heading, a neighbour)
    ``span``       True: it lasted from the first to the last day; False: at some time, or times,
                   within them; None: the text does not say
    ``qualifier``  ``early``, ``mid``, ``late``, ``about``, ``academic`` or None
    ``inferred``   what was not written beside it: ``year``, ``month``
    ``recurring``  ``yearly`` or None
    """

    date: PartialDate
    text: str
    pieces: tuple[Piece, ...]
    span: bool | None = False
    qualifier: str | None = None
    inferred: tuple[str, ...] = ()
    recurring: str | None = None

    @property
    def precision(self) -> Precision:
        """How exact it is; an academic year is a year, though its bounds are months."""
        return Precision.YEAR if self.qualifier == "academic" else self.date.precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A happening inside an event that has no date of its own.

    ``text``    its sentence, normalised
    ``pieces``  where it stands; they lie within the pieces of the event
    """

    text: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody named in an event.

    ``name``        in the nominative: «Ян Дегриз», «А. В. Львов»
    ``as_written``  as the note has it
    ``piece``       where it stands
    """

    name: str
    as_written: str
    piece: Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Item):
    """Something that happened or is to happen.

    ``title``          proposed title: its sentence without the date, in short
    ``dating``         None if the note gives no date
    ``kind``           ties_established, agreement, visit, meeting, conference, seminar,
                       exhibition, festival, concert, competition, training, opening,
                       anniversary, project, period or other; a proposal
    ``status``         held, planned, cancelled or postponed
    ``moved_to``       of a postponed one the new time, if told
    ``sectors``        codes of its sectors
    ``place``          the place the text names, in the nominative where that is sure, or None
    ``section``        the sub-heading it stands under, or None
    ``parts``          happenings without a date of their own
    ``persons``        people named
    ``duplicate_of``   ``n`` of the earlier event that it may repeat, or None
    ``other_partner``  name of the other partner that it seems to belong to, or None
    """

    title: str
    dating: Dating | None
    kind: str = "other"
    status: str = "held"
    moved_to: Dating | None = None
    sectors: tuple[str, ...] = ()
    place: str | None = None
    section: str | None = None
    parts: tuple[Part, ...] = ()
    persons: tuple[Person, ...] = ()
    duplicate_of: int | None = None
    other_partner: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Background(Item):
    """An undated paragraph that belongs to no event.

    ``after_event``  ``n`` of the event it stands behind, 0 if none
    """

    after_event: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneNumber:
    """A telephone number.

    ``as_written``          as the note has it
    ``e164``                +78125766833
    ``kind``                phone, fax, phone_fax or mobile
    ``ext``                 the extension, digits only, or None
    ``area_code_inferred``  whether the city's code was added
    ``piece``               where it stands
    """

    as_written: str
    e164: str
    piece: Piece
    kind: str = "phone"
    ext: str | None = None
    area_code_inferred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Item):
    """A contact person, or a post without a person. All names stand in the nominative.

    ``as_written``    the name as the note has it; None if it names nobody
    ``surname``       None if nobody is named, as all parts of the name that are not told
    ``given``, ``patronymic``
    ``initials``      «О. В.», also of a name written out
    ``position``      «Главный специалист»
    ``department``    «отдел стран Азии»
    ``unit``          what the department belongs to, abbreviations as written: «УМС»
    ``organisation``  whose contact it is, as far as the note or its genre tells
    ``side``          ``committee`` or ``partner``
    ``phones``, ``emails``  in the order of the note; e-mails repaired and in small letters
    ``acting``        whether «и. о.» stands before the position
    ``vacant``        whether the note says that the post is vacant
    """

    as_written: str | None = None
    surname: str | None = None
    given: str | None = None
    patronymic: str | None = None
    initials: str | None = None
    position: str | None = None
    department: str | None = None
    unit: str | None = None
    organisation: str | None = None
    side: str = "committee"
    phones: tuple[PhoneNumber, ...] = ()
    emails: tuple[str, ...] = ()
    acting: bool = False
    vacant: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored(Item):
    """Text that belongs to nothing.

    ``reason``  page_number, table_head, addressee, header, footer, rule, signature, label, other
    """

    reason: str = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A standing tie that an event records.

    ``kind``   friendly_ties, twinning, partnership or agreement
    ``with_``  the other side's name in the nominative
    ``since``  as the event is dated
    ``event``  ``n`` of that event
    """

    kind: str
    with_: str
    since: PartialDate
    event: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePartner:
    """Whom the note is about.

    ``name``        in the nominative
    ``as_written``  as the note has it, in any case
    ``kind``        city, region, country or None if the note does not tell
    ``country``     code (ISO 3166-1 alpha-2) of the country, or None
    ``country_name``  the country in Russian, or None
    ``in_title``    whether a title names it; otherwise it was inferred from the text
    """

    name: str
    as_written: str
    kind: str | None = None
    country: str | None = None
    country_name: str | None = None
    in_title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """Something that a member of staff should look at.

    ``code``     one of those in ``briefings.reading.warnings.SENTENCES``
    ``message``  a sentence in Russian
    ``about``    kind of the item: direction, event, background, contact, heading; None: the note
    ``n``        number of that item, or None
    ``piece``    the words in question, or None
    """

    code: str
    message: str
    about: str | None = None
    n: int | None = None
    piece: Piece | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """A note as it was understood.

    ``file``        base name of the file, empty for pasted text
    ``format``      ``txt``, ``docx`` or ``pasted``
    ``encoding``    how the bytes of a text were read («utf-8», «cp1251» …), None of a docx
    ``text``        all characters of the note; every position counts in it
    ``partner``     None if nothing tells
    ``as_of``       the date of the note itself, if stated
    The other fields hold the items in the order of the note.
    """

    file: str
    format: str
    text: str
    encoding: str | None = None
    partner: NotePartner | None = None
    as_of: PartialDate | None = None
    headings: tuple[Heading, ...] = ()
    relations: tuple[Relation, ...] = ()
    directions: tuple[Direction, ...] = ()
    events: tuple[Event, ...] = ()
    background: tuple[Background, ...] = ()
    contacts: tuple[Contact, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    warnings: tuple[Caution, ...] = field(default=())

    def items(self) -> tuple[Item, ...]:
        """All items of all kinds, in the order of the note."""
        groups = (
            self.headings,
            self.directions,
            self.events,
            self.background,
            self.contacts,
            self.ignored,
        )
        return tuple(sorted((i for g in groups for i in g), key=lambda item: item.pieces))

    def tiles(self) -> Iterator[tuple[str, Item | None]]:
        """The whole text, cut where its item changes: (characters, item).

        The item is None for white space between items. The characters of all tiles, joined, are
        ``text``.
        """
        place = 0
        pieces = sorted(
            ((p, item) for item in self.items() for p in item.pieces), key=lambda pair: pair[0]
        )
        for piece, item in pieces:
            if place < piece.start:
                yield self.text[place : piece.start], None
            yield piece.text, item
            place = piece.end
        if place < len(self.text):
            yield self.text[place:], None
