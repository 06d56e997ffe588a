"""Pages that know every app: the home page, a partner's dossier, the accessibility statement."""

from datetime import date

from django.conf import settings
from django.db.models import Count, Max
from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.views.generic import TemplateView

from briefings.writing.forms import NoteForm
from contacts.models import ContactPerson
from contacts.structured import contact_points
from contacts.views import ContactPersonList
from cooperation.filters import PartnersField, SectorsField
from cooperation.models import Direction, Partner, Tie
from cooperation.views import DirectionList, PartnerList
from core.formats import offers
from core.head import site_root
from core.languages import language_of
from core.preview import PreviewView, is_staff
from core.publishing import Status, distinct_sources
from core.structured import Crumb, organization, website
from core.years import year_chart
from events.filters import EventFilterForm
from events.models import Event
from events.views import EventList
from portal.jubilees import ahead
from portal.timeline import scale, timeline

NEWEST = 3
EVENTS_OF_A_DOSSIER = 100
DIRECTIONS_OF_THE_HOME_PAGE = 6
CONTACTS_OF_THE_HOME_PAGE = 3
JUBILEES_OF_THE_HOME_PAGE = 5
CHART_HEIGHT = 9
# The lists of the note's three sections.
TAKEN = (DirectionList, EventList, ContactPersonList)


class Home(TemplateView):
    template_name = "portal/home.html"

    def get_context_data(self, **kwargs):
        form = EventFilterForm(QueryDict())
        form.is_valid()
        events = Event.objects.public()
        with_ids = events.with_ids()
        spans = events.spans()
        total = events.count()
        directions = Direction.objects.public()
        sectors = [choice for choice in form.offered("sector", with_ids) if choice.count]
        contacts = list(
            ContactPerson.objects.public().in_order().with_phones()[:CONTACTS_OF_THE_HOME_PAGE]
        )
        root = site_root(self.request)
        return super().get_context_data(
            chart=year_chart(spans, spans, form, total=total, found=total, height=CHART_HEIGHT),
            events=events.latest()[:NEWEST],
            events_total=total,
            first_year=min((first for first, _last, _count in spans), default=None),
            directions=directions.select_related("partner").in_order()[
                :DIRECTIONS_OF_THE_HOME_PAGE
            ],
            directions_total=directions.count(),
            contacts=contacts,
            structured=[
                website(root, f"{reverse('home')}search/"),
                organization(root, contact_points(contacts)),
            ],
            partners=form.offered("partner", with_ids),
            sectors=sorted(sectors, key=lambda choice: -choice.count),
            sectors_sum=sum(choice.count for choice in sectors),
            jubilees=ahead(Tie.objects.public().select_related("partner"))[
                :JUBILEES_OF_THE_HOME_PAGE
            ],
            **kwargs,
        )


class Accessibility(TemplateView):
    """What was done so that everybody can use the site, what is missing, whom to tell."""

    template_name = "portal/accessibility.html"
    stated_on = date(2026, 11, 26)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            stated_on=self.stated_on,
            email=settings.ACCESSIBILITY_EMAIL,
            phone=settings.ACCESSIBILITY_PHONE,
            **kwargs,
        )


class Dossier(PreviewView):
    """A partner in the three sections of the note, with what lies inside it.

    Staff who ask with ``?preview=1`` see drafts as well, each marked.
    """

    template_name = "portal/dossier.html"
    section = "partners"

    def get_queryset(self):
        return Partner.objects.select_related("parent")

    def is_shown(self, partner):
        published = partner.status == Status.PUBLISHED
        self.private = (not published or "preview" in self.request.GET) and is_staff(self.request)
        return published or self.private

    def above(self):
        trail, parent = [Crumb(PartnerList.title, reverse("partners"))], self.object.parent
        if parent is not None and parent.status == Status.PUBLISHED:
            language = language_of(parent, "name")
            trail.append(Crumb(parent.name, parent.get_absolute_url(), language))
        return trail

    def shown(self, model):
        """The records of a model that this reader gets."""
        name = f"{model._meta.app_label}.view_{model._meta.model_name}"
        # Who may not see contacts at the desk must not find here what nobody agreed to publish.
        if self.private and self.request.user.has_perm(name):
            return model.objects.exclude(status=Status.ARCHIVED)
        return model.objects.public()

    def get_context_data(self, **kwargs):
        partners = PartnersField()
        within = set(partners.within({self.object.pk}))
        if not self.private:
            within &= partners.public
        events = self.shown(Event).for_partners(within)
        ties = list(self.shown(Tie).filter(partner__in=within).select_related("partner").in_order())
        directions = list(self.shown(Direction).for_partners(within).with_lists().in_order())
        contacts = list(self.shown(ContactPerson).for_partners(within).with_phones().in_order())
        sums = events.aggregate(total=Count("pk"), newest=Max("changed_at"))
        listed = list(events.with_lists().in_order()[:EVENTS_OF_A_DOSSIER])
        moments = [record.changed_at for record in [self.object, *ties, *directions, *contacts]]
        return super().get_context_data(
            inside=[p for p in partners.options.values() if p.parent_id == self.object.pk],
            ties=ties,
            scale=scale(ties),
            directions=directions,
            common_source=_common_source(directions),
            sector_counts=SectorsField().counts(events.with_ids()),
            timeline=timeline(listed),
            events_total=sums["total"],
            events_beyond=max(sums["total"] - EVENTS_OF_A_DOSSIER, 0),
            contacts=contacts,
            sources=distinct_sources([*ties, *directions, *listed]),
            last_changed=max([*moments, sums["newest"] or self.object.changed_at]),
            takes=[(of_list.title, self.taken(of_list)) for of_list in TAKEN],
            form=NoteForm(offered=_sectors_of([*directions, *listed])),
            **kwargs,
        )

    def taken(self, of_list):
        """What is offered of a list, filtered by this partner."""
        query = urlencode({"partner": self.object.slug})
        return list(offers(self.request, of_list.name, of_list.formats, query))


def _common_source(directions):
    """A direction whose source is that of all of them, or None: one note is named once."""
    sources = {direction.source for direction in directions}
    return directions[0] if len(directions) > 1 and len(sources) == 1 and sources != {""} else None


def _sectors_of(records):
    """The sectors of the listed records, each once, in their order."""
    sectors = {sector.pk: sector for record in records for sector in record.listed_sectors}
    return sorted(sectors.values(), key=lambda sector: (sector.order, sector.pk))
