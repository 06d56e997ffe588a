"""Events as a calendar to subscribe to (RFC 5545, RFC 7986).

A calendar knows whole days and nothing vaguer, so only events whose source names each day stand in
it; how many do not, and why, the calendar's description says.
"""

import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Count
from django.http import StreamingHttpResponse
from django.utils.translation import get_language, gettext_lazy, ngettext, override
from django.utils.translation import gettext as _
from icalendar import CLASS, STATUS, TRANSP, Calendar, Event, vText

from core.formats import Format, address
from core.head import site_root
from core.languages import language_of
from core.richtext import plain_text
from core.tables.files import begun, dated, printable

STATUSES = {
    "held": STATUS.CONFIRMED,
    "planned": STATUS.TENTATIVE,
    "postponed": STATUS.TENTATIVE,
    "cancelled": STATUS.CANCELLED,
}
REFRESH = datetime.timedelta(days=1)
END = b"END:VCALENDAR\r\n"


def _counts(queryset):
    """How many events stand in the calendar, and how many do not, by the reason; one query."""
    counts = {"exact": 0, "open": 0, "vague": 0, "undated": 0}
    rows = queryset.order_by().values_list("date").annotate(count=Count("pk"))
    for date, count in rows:
        if date is None:
            reason = "undated"
        elif date.is_open:
            reason = "open"
        else:
            reason = "exact" if date.is_exact else "vague"
        counts[reason] += count
    return counts


def _left_out(counts):
    """The sentences that say what is not in the calendar and why."""
    reasons = [
        ngettext(
            "%(number)s event, since its source does not name the day",
            "%(number)s events, since their source does not name the day",
            counts["vague"],
        )
        % {"number": counts["vague"]},
        ngettext(
            "%(number)s event, since it goes on without an end",
            "%(number)s events, since they go on without an end",
            counts["open"],
        )
        % {"number": counts["open"]},
        ngettext(
            "%(number)s event, since no date is known",
            "%(number)s events, since no date is known",
            counts["undated"],
        )
        % {"number": counts["undated"]},
    ]
    numbers = (counts["vague"], counts["open"], counts["undated"])
    reasons = [reason for reason, number in zip(reasons, numbers, strict=True) if number]
    if not reasons:
        return _("None is left out.")
    return _("Left out of %(total)s: %(reasons)s.") % {
        "total": sum(counts.values()),
        "reasons": "; ".join(reasons),
    }


def _description(view, counts):
    standing = ngettext(
        "%(number)s event whose source names each day.",
        "%(number)s events whose source names each day.",
        counts["exact"],
    ) % {"number": counts["exact"]}
    return f"{standing} {_left_out(counts)}"


def _name(view):
    conditions = ", ".join(view.conditions())
    name = f"{view.title}: {settings.SITE_NAME[get_language()]}"
    return printable(f"{name} ({conditions})" if conditions else name)


def _calendar(view):
    """The calendar without its events."""
    language = get_language()
    here = address(view, "ics")
    description = _description(view, _counts(view.found()))
    name = _name(view)
    calendar = Calendar.new(
        prodid=f"-//{settings.COMMITTEE_NAME['en']}//Register//{language.upper()}",
        calscale="GREGORIAN",
        uid=here,
        name=name,
        description=description,
        url=address(view, None),
        source=here,
        refresh_interval=REFRESH,
        last_modified=view.changed(),
    )
    # What calendars understood before RFC 7986.
    calendar["X-WR-CALDESC"] = vText(description)
    calendar.add("X-PUBLISHED-TTL", REFRESH, parameters={"VALUE": "DURATION"})
    # RFC 7986, 5.7: the value's type must be named.
    calendar["REFRESH-INTERVAL"].params["VALUE"] = "DURATION"
    calendar["SOURCE"].params["VALUE"] = "URI"
    return calendar


def _text(event, name):
    """A text with the language it stands in."""
    return vText(printable(getattr(event, name)), params={"LANGUAGE": language_of(event, name)})


def _words(event):
    """The whole text of an event, with how it stands where it was not held as planned."""
    parts = [
        "" if event.event_status == "held" else f"{event.get_event_status_display()}.",
        event.summary,
        plain_text(event.body),
        f"{_('Source')}: {event.source}" if event.source else "",
    ]
    return printable("\n\n".join(filter(None, parts)))


def _entry(event, root):
    made = Event.new(
        # Of what never changes: neither title, date nor address.
        uid=f"event-{event.pk}@{urlsplit(root).hostname}",
        start=event.date.first,
        end=event.date.last + datetime.timedelta(days=1),
        stamp=event.changed_at,
        last_modified=event.changed_at,
        created=event.created_at,
        status=STATUSES[event.event_status],
        classification=CLASS.PUBLIC,
        transparency=TRANSP.TRANSPARENT,
        url=root + event.get_absolute_url(),
        categories=[printable(sector.name) for sector in event.listed_sectors],
    )
    made.add("SUMMARY", _text(event, "title"))
    if words := _words(event):
        made.add("DESCRIPTION", words, parameters={"LANGUAGE": language_of(event, "title")})
    if event.place:
        made.add("LOCATION", _text(event, "place"))
    return made


def _lines(head, events, root, language):
    """The calendar in parts, an event each, so that memory does not grow with their number."""
    yield head.to_ical().removesuffix(END)
    for event in events:
        if event.date is not None and event.date.is_exact:
            # The server asks for the parts after the request's own language is gone.
            with override(language):
                entry = _entry(event, root).to_ical()
            yield entry
    yield END


def _ics(view):
    parts = _lines(
        _calendar(view), begun(view.found_rows()), site_root(view.request), get_language()
    )
    response = StreamingHttpResponse(parts, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = dated("inline", view.name, "ics")
    return response


ICS = Format(
    "ics",
    "iCalendar",
    gettext_lazy("for a calendar: the events whose day is known, kept up to date"),
    "text/calendar",
    _ics,
    subscribed=True,
)
