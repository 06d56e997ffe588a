"""What confirming a review would do, and what it still asks."""

from dataclasses import dataclass, field

from briefings.forms import FORMS, BackgroundTo
from briefings.register import cards, duplicates
from briefings.register.cards import LEAVE, NEW, same, same_as
from briefings.register.matching import Partners
from cooperation.models import Sector
from core.publishing import Status

DATES = {cards.EVENT: "date", cards.TIE: "since"}
NAMES = {
    cards.DIRECTION: "Направление",
    cards.EVENT: "Мероприятие",
    cards.PART: "Часть",
    cards.TIE: "Связь",
    cards.BACKGROUND: "Фон",
    cards.CONTACT: "Контактное лицо",
}
LETTERS = {
    cards.DIRECTION: "Н",
    cards.EVENT: "М",
    cards.TIE: "С",
    cards.BACKGROUND: "Ф",
    cards.CONTACT: "К",
}


@dataclass
class Planned:
    """A card with its form, and what is to become of it.

    ``label``    «М3», «М3.1»; empty for headings and what is ignored
    ``choice``   ``new``, ``leave``, ``same:KEY``, or empty: staff must say
    ``matches``  records that may be the same, as duplicates.Match
    ``partner``  key of its partner, or an empty text
    ``is_known_tie``  of an event: it tells only of a tie that the register has
    ``is_unasked``  of a tie: the register has its event, and nobody made a tie of that
    """

    card: cards.Card
    label: str
    form: object = None
    choice: str = NEW
    matches: list = field(default_factory=list)
    partner: str = ""
    is_known_tie: bool = False
    is_unasked: bool = False

    @property
    def word(self):
        return NAMES.get(self.card.kind, "")

    @property
    def is_left(self):
        return self.choice == LEAVE

    @property
    def same_as(self):
        return same_as(self.choice)

    @property
    def is_surely_known(self):
        """Whether it is taken for a record that is plainly the same."""
        return any(match.sure and match.pk == self.same_as for match in self.matches)

    @property
    def values(self):
        """What the form was understood as."""
        return self.form.cleaned_data if self.form is not None and self.form.is_valid() else {}

    @property
    def date(self):
        return self.values.get(DATES.get(self.card.kind))


@dataclass(frozen=True)
class Question:
    """Something that must be answered before a review can be confirmed. anchor: of its place."""

    anchor: str
    words: str


class Plan:
    """Made of a Review: its cards as Planned, the Partners, and the open Questions."""

    def __init__(self, review, text, slack=None):
        self.review, self.text = review, text
        self.partners = Partners(review.partners)
        self.partner = self._settled(review.partner) if review.partner in self.partners else ""
        self.counted = self.partners.counted(text)
        self.sectors = {sector.code: sector for sector in Sector.objects.in_order()}
        self.cards = [self._planned(card, label) for card, label in self._labelled()]
        self.by_id = {planned.card.id: planned for planned in self.cards}
        self._choose({} if slack is None else {"slack": slack})
        self.questions = list(self._asked())

    def of_kind(self, kind):
        return [planned for planned in self.cards if planned.card.kind == kind]

    def belonging(self, event, kind):
        return [p for p in self.of_kind(kind) if p.card.of == event.card.id]

    def introduces(self, planned):
        """Whether a piece of background goes into the introduction of the note's partner.

        Unless staff say otherwise it does where nobody but staff sees that partner yet.
        """
        if planned.card.kind != cards.BACKGROUND or planned.is_left:
            return False
        to = planned.values.get("to")
        return to == BackgroundTo.INTRODUCTION if to else self._introduces_by_itself()

    def _introduces_by_itself(self):
        known = self.partners.known.get(self.partner)
        return bool(self.partner) and (known is None or known.status == Status.DRAFT)

    def to_be_made(self):
        """Keys of the new partners that something belongs to."""
        used = {self.partner} | {planned.partner for planned in self.cards if not planned.is_left}
        return [key for key in self.partners.made if key in used]

    def departments(self):
        """The names of the departments that contact persons are to belong to."""
        people = [p for p in self.of_kind(cards.CONTACT) if not p.is_left]
        return list(filter(None, (person.values.get("department") for person in people)))

    def near(self):
        """Keys of the partners that a card of this note may belong to, the note's own first."""
        named = [key for key, _ in self.counted.most_common(12)]
        chosen = [
            card.fields["partner"] for card in self.review.cards if card.fields.get("partner")
        ]
        keys = dict.fromkeys([*named, *self.partners.made, *chosen])
        return [key for key in keys if key in self.partners and key != self.partner]

    def _labelled(self):
        numbers, inner = dict.fromkeys(LETTERS, 0), {}
        labels = {}
        for card in self.review.cards:
            label = ""
            if card.kind == cards.PART:
                inner[card.of] = inner.get(card.of, 0) + 1
                label = f"{labels.get(card.of, 'М')}.{inner[card.of]}"
            elif card.kind in LETTERS:
                numbers[card.kind] += 1
                label = f"{LETTERS[card.kind]}{numbers[card.kind]}"
            labels[card.id] = label
            yield card, label

    def _planned(self, card, label):
        if card.kind not in FORMS:
            return Planned(card, label, choice=LEAVE)
        sectors = [(code, sector.name) for code, sector in self.sectors.items()]
        own = self.partners.name(self.partner) if self.partner else "как у справки"
        choices = [("", own), *((key, self.partners.name(key)) for key in self.near())]
        form = FORMS[card.kind](card, sectors=sectors, partners=choices)
        if card.kind == cards.BACKGROUND:
            form.say_what_is_usual(self._introduces_by_itself())
        return Planned(card, label, form, card.choice, partner=self._partner_of(card))

    def _partner_of(self, card):
        key = card.fields.get("partner", "")
        return self._settled(key) if key in self.partners else self.partner

    def _settled(self, key):
        """The key of a partner; of one to be made that of the very same, once the register has it.

        Another review, or another editor, may have made it meanwhile.
        """
        made = self.partners.made.get(key)
        for known in self.partners.named(made["name"]) if made else ():
            kind, country = self.partners.kind(known), self.partners.country(known)
            if known in self.partners.known and (kind, country) == (made["kind"], made["country"]):
                return known
        return key

    def _choose(self, options):
        wanted = [
            (planned.card, planned.date, planned.partner)
            for planned in self.cards
            if planned.card.kind in cards.RECORDS and planned.card.choice != LEAVE
        ]
        found = duplicates.find(wanted, self.partners, **options)
        for planned in self.cards:
            planned.matches = found.get(planned.card.id, [])
            planned.choice = self._choice(planned)
        for planned in self.of_kind(cards.EVENT):
            ties = self.belonging(planned, cards.TIE)
            planned.is_known_tie = not planned.matches and any(tie.same_as for tie in ties)
            if planned.is_known_tie and not planned.card.choice:
                planned.choice = LEAVE
            for tie in ties if planned.is_surely_known else ():
                tie.is_unasked = not tie.matches
                if tie.is_unasked and not tie.card.choice:
                    tie.choice = LEAVE
            if planned.is_left:
                for part in self.belonging(planned, cards.PART):
                    part.choice = LEAVE

    def _choice(self, planned):
        card, matches = planned.card, planned.matches
        if card.kind not in FORMS or card.choice == LEAVE:
            return LEAVE
        if card.choice == NEW or same_as(card.choice) in {match.pk for match in matches}:
            return card.choice
        if card.kind == cards.CONTACT and not card.choice and not _is_colleague(card):
            return LEAVE
        if matches and matches[0].sure:
            return same(matches[0].pk)
        return "" if matches else NEW

    def _asked(self):
        if not self.partner:
            yield Question("partner", "о каком партнёре справка")
        for planned in self.cards:
            if planned.is_left or planned.form is None:
                continue
            anchor, label = f"c{planned.card.id}", planned.label
            if not planned.choice:
                yield Question(anchor, f"{label}: то же самое, что в реестре, или новое")
            for name, errors in planned.form.errors.items():
                yield Question(f"{anchor}-{name}", f"{label}: {' '.join(errors)}")
            if planned.card.kind == cards.CONTACT and not planned.values.get("surname", "?"):
                yield Question(
                    f"{anchor}-surname", f"{label}: нет фамилии; впишите её или не берите"
                )


def _is_colleague(card):
    """Whether a contact is somebody named, and of the committee: the register knows no others."""
    return bool(card.fields.get("surname")) and card.fields.get("side") != "partner"
