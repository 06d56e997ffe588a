"""Which records a note tells: chosen once, whatever is written of them."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch

from contacts.models import ContactPerson
from cooperation.filters import PartnersField
from cooperation.models import Direction, Partner, Tie
from core.publishing import Status
from events.models import Event

# Beyond this it is no note any more, and a PDF of it would take too long.
MOST_EVENTS = 500


class TooManyEventsError(Exception):
    """More events than a note holds. ``number``: how many."""

    def __init__(self, number):
        super().__init__(number)
        self.number = number


@dataclass(frozen=True)
class Choice:
    """What a note is to tell.

    ``as_of``    the local date of writing
    ``years``    (first, last), both inclusive, or None for all
    ``sectors``  Sector records, none for all
    ``sources``  whether each record's source stands in a footnote
    ``drafts``   whether records that are not public are in it too, archived ones never
    ``withheld``  models of which even then only the public records are in it
    """

    as_of: date
    years: tuple[int, int] | None = None
    sectors: tuple = ()
    sources: bool = False
    drafts: bool = False
    withheld: tuple = ()


@dataclass(frozen=True)
class Records:
    """A partner's records in the order of the note; those of the partners inside it too."""

    partner: Partner
    ties: list = field(default_factory=list)
    directions: list = field(default_factory=list)
    events: list = field(default_factory=list)
    contacts: list = field(default_factory=list)


def records_of(partner, choice):
    """The Records that the choice names; a constant number of queries.

    Ties and contact persons belong to every sector, contact persons to every year too.
    Raises TooManyEventsError.
    """
    within = _within(partner, choice)
    events = _narrowed(_shown(Event, choice).for_partners(within), choice)
    ties = _in_years(_shown(Tie, choice).filter(partner__in=within), choice)
    directions = _narrowed(_shown(Direction, choice).for_partners(within), choice)
    contacts = _shown(ContactPerson, choice).for_partners(within)
    return Records(
        partner=partner,
        ties=list(ties.select_related("partner").in_order()),
        directions=list(directions.in_order()),
        events=_few(events.in_order().prefetch_related(Prefetch("partners"), "parts"), choice),
        contacts=list(contacts.with_phones().in_order()),
    )


def _within(partner, choice):
    partners = PartnersField()
    within = set(partners.within({partner.pk}))
    if not choice.drafts:
        return within & partners.public
    archived = {p.pk for p in partners.every.values() if p.status == Status.ARCHIVED}
    return within - archived | {partner.pk}


def _shown(model, choice):
    records = model.objects.all()
    if choice.drafts and model not in choice.withheld:
        return records.exclude(status=Status.ARCHIVED)
    return records.public()


def _in_years(queryset, choice):
    return queryset.in_years(*choice.years) if choice.years else queryset


def _narrowed(queryset, choice):
    queryset = _in_years(queryset, choice)
    if choice.sectors:
        queryset = queryset.for_sectors([sector.pk for sector in choice.sectors])
    return queryset


def _few(events, choice):
    found = list(events[: MOST_EVENTS + 1])
    if len(found) > MOST_EVENTS:
        raise TooManyEventsError(events.count())
    return found
