import datetime
from itertools import groupby

from django.http import Http404
from django.utils.translation import gettext_lazy as _

from cooperation.listing import RegisterListing
from core.formats import TABLES
from core.preview import PreviewView, is_staff
from events.feeds import ATOM
from events.filters import EventFilterForm
from events.ical import ICS
from events.models import Event
from events.tables import EVENT_COLUMNS, EVENT_PROPERTIES


def by_year(events):
    """Events in their order, grouped: rows (first year or None, events)."""
    groups = groupby(events, key=lambda event: event.date and event.date.first.year)
    return [(year, list(group)) for year, group in groups]


class EventList(RegisterListing):
    name = "events"
    title = _("Events")
    about = _("What took place or is planned between the city and its partners.")
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
    extra_context = {"section": "events"}

    def get_queryset(self):
        return Event.objects.with_lists().prefetch_related("parts")

    def get_object(self, queryset=None):
        event = super().get_object(queryset)
        self.private = not event.is_public()
        if self.private and not is_staff(self.request):
            raise Http404(event.slug)
        return event

    def get_context_data(self, **kwargs):
        before, after = Event.objects.public().neighbours(self.object)
        return super().get_context_data(before=before, after=after, **kwargs)
