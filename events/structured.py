"""An event as structured data (schema.org/Event)."""

from core.languages import language_of
from core.structured import CONTEXT
from events.models import Event

# Schema.org has no value for what has been held: it says what became of the plan.
STATUSES = {
    Event.EventStatus.HELD: "EventScheduled",
    Event.EventStatus.PLANNED: "EventScheduled",
    Event.EventStatus.CANCELLED: "EventCancelled",
    Event.EventStatus.POSTPONED: "EventPostponed",
}


def event_data(event, root):
    """The event for search engines; None unless its date is exact to the day.

    Schema.org dates cannot say that they are vague, and a place or an organiser that no source
    names is left out rather than guessed. event: with ``listed_partners``.
    """
    if event.date is None or not event.date.is_exact:
        return None
    data = {
        "@context": CONTEXT,
        "@type": "Event",
        "name": event.title,
        "startDate": event.date.first.isoformat(),
        "endDate": event.date.last.isoformat(),
        "eventStatus": f"{CONTEXT}/{STATUSES[event.event_status]}",
        "inLanguage": language_of(event, "title"),
        "url": f"{root}{event.get_absolute_url()}",
        "about": [
            {"@type": "Place", "name": partner.name, "url": f"{root}{partner.get_absolute_url()}"}
            for partner in event.listed_partners
        ],
    }
    if event.summary:
        data["description"] = event.summary
    if event.place:
        data["location"] = {"@type": "Place", "name": event.place, "address": event.place}
    return data
