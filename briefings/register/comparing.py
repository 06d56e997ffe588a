"""An old note against the register: what is new in it, what it lacks, what differs."""

import datetime
from dataclasses import dataclass

from briefings.register import cards
from briefings.register.cards import Review
from briefings.register.importing import MODELS
from briefings.register.planning import Plan
from core.publishing import Status

# A note that dates the same thing otherwise is seldom more than a year off.
SLACK = datetime.timedelta(days=366)
MOST_LACKING = 200
ORDER = {
    cards.DIRECTION: ("order", "id"),
    cards.EVENT: ("date_first", "date_last", "id"),
    cards.TIE: ("since_first", "id"),
    cards.CONTACT: ("surname_ru", "id"),
}


@dataclass(frozen=True)
class Lacking:
    """Records of one kind that the note does not tell of: the first of them, and how many."""

    kind: str
    records: list
    number: int


class Comparison:
    """Of a note with a partner of the register. Nothing is written.

    ``plan``     the note's cards with what the register has of them
    ``new``      Planned cards that the register has not
    ``known``    Planned cards that it has; their first match is the record
    ``lacking``  a Lacking for each kind of record
    """

    def __init__(self, review, text):
        self.plan = Plan(_undecided(review), text, slack=SLACK)
        told = [p for p in self.plan.cards if p.card.kind in cards.RECORDS]
        self.new = [p for p in told if not p.matches and not (p.is_known_tie or p.is_unasked)]
        self.known = [p for p in told if p.matches]
        self.lacking = [self._lacking(kind) for kind in ORDER]

    def _lacking(self, kind):
        told = {planned.matches[0].pk for planned in self.known if planned.card.kind == kind}
        keys = [int(key) for key in self.plan.partners.inside(self.plan.partner) if key.isdecimal()]
        records = (
            MODELS[kind]
            .objects.for_partners(keys)
            .exclude(status=Status.ARCHIVED)
            .exclude(pk__in=told)
            .order_by(*ORDER[kind])
        )
        if kind == cards.TIE:
            records = records.select_related("partner")
        first = list(records[: MOST_LACKING + 1])
        number = records.count() if len(first) > MOST_LACKING else len(first)
        return Lacking(kind, first[:MOST_LACKING], number)


def _undecided(review):
    """The same review without what staff chose of its cards."""
    copy = Review.from_json(review.to_json())
    for card in copy.cards:
        card.choice = ""
    return copy
