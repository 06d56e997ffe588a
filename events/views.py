import datetime
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cooperation.listing import RegisterListing
from core.formats import TABLES
from core.head import site_root
from core.preview import PreviewView
from core.publishing import distinct_sources
from core.structured import Crumb
from events.feeds import ATOM
from events.filters import EventFilterForm
from events.ical import ICS
from events.models import Event
from events.structured import event_data
from events.tables import EVENT_COLUMNS, EVENT_PROPERTIES


def by_year(events):
    """Events in their order, grouped: rows (first year or None, events)."""
    groups = groupby(events, key=lambda event: event.date and event.date.first.year)
    return [(year, list(group)) for year, group in groups]


class EventList(RegisterListing):
    name = "events"
    title = _("Events")
    about = _("Visits, meetings, seminars and agreements of the city and its partners, by year.")
    model = Event
    form_class = EventFilterForm
    columns = EVENT_COLUMNS
    properties = EVENT_PROPERTIES
    structure = datetime.date(2026, 11, 25)
    formats = (*TABLES, ICS, ATOM)
    template_name = "events/event_list.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return {**context, "groups": by_year(context["page"] or ())}


class EventDetail(PreviewView):
    """A public event to everybody; any other to staff, who see what it is."""

    template_name = "events/event_detail.html"
    section = "events"

    def get_queryset(self):
        return Event.objects.with_lists().prefetch_related("parts")

    def above(self):
        return [Crumb(EventList.title, reverse("events"))]

    def get_context_data(self, **kwargs):
        before, after = Event.objects.public().neighbours(self.object)
        data = event_data(self.object, site_root(self.request))
        return super().get_context_data(
            before=before,
            after=after,
            sources=distinct_sources([self.object]),
            structured=[data] if data else [],
            **kwargs,
        )
