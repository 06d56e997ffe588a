"""Pages that know every app: the home page and a partner's dossier."""

from django.http import Http404, QueryDict
from django.views.generic import TemplateView

from briefings.writing.forms import NoteForm
from contacts.models import ContactPerson
from cooperation.filters import PartnersField, SectorsField
from cooperation.models import Direction, Partner, Tie
from core.preview import PreviewView, is_staff
from core.publishing import Status
from core.years import count_by_year, year_chart
from events.filters import EventFilterForm
from events.models import Event
from portal.timeline import scale, timeline

NEWEST = 3
EVENTS_OF_A_DOSSIER = 100
DIRECTIONS_OF_THE_HOME_PAGE = 6
CONTACTS_OF_THE_HOME_PAGE = 3
CHART_HEIGHT = 9


class Home(TemplateView):
    template_name = "portal/home.html"

    def get_context_data(self, **kwargs):
        form = EventFilterForm(QueryDict())
        form.is_valid()
        events = Event.objects.public()
        with_ids = events.with_ids()
        totals = count_by_year(events.spans())
        total = events.count()
        directions = Direction.objects.public()
        sectors = [choice for choice in form.offered("sector", with_ids) if choice.count]
        return super().get_context_data(
            chart=year_chart(totals, totals, form, total=total, found=total, height=CHART_HEIGHT),
            events=events.latest()[:NEWEST],
            events_total=total,
            first_year=min(totals, default=None),
            directions=directions.select_related("partner").in_order()[
                :DIRECTIONS_OF_THE_HOME_PAGE
            ],
            directions_total=directions.count(),
            contacts=ContactPerson.objects.public()
            .in_order()
            .with_phones()[:CONTACTS_OF_THE_HOME_PAGE],
            partners=form.offered("partner", with_ids),
            sectors=sorted(sectors, key=lambda choice: -choice.count),
            sectors_sum=sum(choice.count for choice in sectors),
            **kwargs,
        )


class Dossier(PreviewView):
    """A partner in the three sections of the note, with what lies inside it.

    Staff who ask with ``?preview=1`` see drafts as well, each marked.
    """

    template_name = "portal/dossier.html"
    extra_context = {"section": "partners"}

    def get_queryset(self):
        return Partner.objects.select_related("parent")

    def get_object(self, queryset=None):
        partner = super().get_object(queryset)
        published = partner.status == Status.PUBLISHED
        self.private = (not published or "preview" in self.request.GET) and is_staff(self.request)
        if not (published or self.private):
            raise Http404(partner.slug)
        return partner

    def shown(self, model):
        """The records of a model that this reader gets."""
        records = model.objects.all()
        return records.exclude(status=Status.ARCHIVED) if self.private else records.public()

    def get_context_data(self, **kwargs):
        partners = PartnersField()
        within = set(partners.within({self.object.pk}))
        if not self.private:
            within &= partners.public
        events = self.shown(Event).for_partners(within)
        ties = list(self.shown(Tie).filter(partner__in=within).select_related("partner").in_order())
        total = events.count()
        listed = list(events.with_lists().in_order()[:EVENTS_OF_A_DOSSIER])
        directions = self.shown(Direction).for_partners(within).with_lists().in_order()
        return super().get_context_data(
            inside=[p for p in partners.options.values() if p.parent_id == self.object.pk],
            ties=ties,
            scale=scale(ties),
            directions=directions,
            sector_counts=SectorsField().counts(events.with_ids()),
            timeline=timeline(listed),
            events_total=total,
            events_beyond=max(total - EVENTS_OF_A_DOSSIER, 0),
            contacts=self.shown(ContactPerson).for_partners(within).with_phones().in_order(),
            form=NoteForm(offered=_sectors_of([*directions, *listed])),
            **kwargs,
        )


def _sectors_of(records):
    """The sectors of the listed records, each once, in their order."""
    sectors = {sector.pk: sector for record in records for sector in record.listed_sectors}
    return sorted(sectors.values(), key=lambda sector: (sector.order, sector.pk))
