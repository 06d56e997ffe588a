"""The unfinished review of a note: cards, which editors change until they confirm."""

from copy import deepcopy
from dataclasses import asdict, dataclass, field

DIRECTION, EVENT, PART, TIE = "direction", "event", "part", "tie"
BACKGROUND, CONTACT = "background", "contact"
HEADING, IGNORED = "heading", "ignored"

# Those that become records of their own, and those that can be made of any other text.
RECORDS = (DIRECTION, EVENT, TIE, CONTACT)
MADE_OF_TEXT = (DIRECTION, EVENT, BACKGROUND)

NEW, LEAVE = "new", "leave"
SAME = "same:"


def same(pk):
    """The choice that says: this is the record that the register has under this key."""
    return f"{SAME}{pk}"


def same_as(choice):
    """The key of the record that the choice names; None if it names none."""
    key = choice.removeprefix(SAME)
    return int(key) if choice.startswith(SAME) and key.isdecimal() else None


@dataclass
class Card:
    """One thing that the note tells, as the editor has it now.

    ``id``         stays the same as long as the card lives
    ``kind``       one of the kinds above
    ``spans``      pairs (start, end) of positions in the note's text; a tie has those of its event
    ``text``       the text as written, in one line
    ``paragraph``  in which it begins
    ``fields``     what stands in the form, as typed
    ``of``         of a part or tie: the id of its event
    ``cautions``   what to look at: dicts of ``code`` and ``message``
    ``choice``     ``new``, ``leave``, ``same:KEY``, or empty: not chosen
    """

    id: int
    kind: str
    spans: list
    text: str
    paragraph: int
    fields: dict = field(default_factory=dict)
    of: int | None = None
    cautions: list = field(default_factory=list)
    choice: str = ""

    def cautioned(self, code):
        return any(caution["code"] == code for caution in self.cautions)


@dataclass
class Review:
    """All cards of a note in its order, and whom the note is about.

    ``partner``   key of a partner of the register, ``new:N`` for the N-th of ``partners``, or empty
    ``partners``  partners to be made: dicts of ``name``, ``kind``, ``country`` and ``inside``,
                  which is a value like ``partner``
    ``told``      what the note tells of its partner: ``name``, ``as_written``, ``kind``,
                  ``country``, ``in_title``; empty if it tells nothing
    ``next_id``   for the next card
    """

    cards: list = field(default_factory=list)
    partner: str = ""
    partners: list = field(default_factory=list)
    told: dict = field(default_factory=dict)
    cautions: list = field(default_factory=list)
    next_id: int = 1

    @classmethod
    def from_json(cls, data):
        """The review that JSON holds; changing it leaves the JSON as it is."""
        data = deepcopy(data)
        return cls(**{**data, "cards": [Card(**card) for card in data.get("cards", [])]})

    def to_json(self):
        return asdict(self)

    def add(self, **values):
        """A new card at the end."""
        card = Card(id=self.next_id, **values)
        self.next_id += 1
        self.cards.append(card)
        return card

    def card(self, number):
        """The card with this id; None if there is none."""
        return next((card for card in self.cards if card.id == number), None)

    def of_kind(self, kind):
        return [card for card in self.cards if card.kind == kind]

    def belonging(self, event, kind):
        """The parts or ties of an event."""
        return [card for card in self.cards if card.of == event.id and card.kind == kind]

    def sort(self):
        """Puts the cards in the order of the note; parts and ties behind their event."""
        starts = {card.id: min(card.spans) if card.spans else [0, 0] for card in self.cards}
        self.cards.sort(key=lambda c: (starts.get(c.of, starts[c.id]), c.of is not None, c.id))
