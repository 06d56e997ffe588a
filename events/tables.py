from django.utils.translation import gettext_lazy as _

from cooperation.properties import CHANGED
from cooperation.tables import (
    PARTNERS,
    REQUIRED,
    SECTORS,
    SOURCE,
    STATUS,
    UNIQUE,
    URL,
)
from core.richtext import plain_text
from core.tables import CODE, Column, date_columns, language_column, text_columns
from core.tables.properties import (
    STRING_OR_NULL,
    choice_property,
    date_property,
    lines_property,
    links_property,
    plain_property,
    text_property,
)
from events.models import Event


def _lines(text):
    return ";".join(line.strip() for line in (text or "").splitlines() if line.strip())


EVENT_COLUMNS = [
    Column(
        "id",
        _("code"),
        lambda event: event.slug,
        _("the event's code, which its address ends in"),
        constraints=UNIQUE | {"pattern": CODE},
    ),
    *date_columns(
        "date",
        [_("date (EDTF)"), _("first day it may mean"), _("last day it may mean"), _("date")],
        [
            _("when, in EDTF"),
            _("the first day that the date may mean, not the day itself"),
            _("the last day that the date may mean, not the day itself; empty if it goes on"),
            _("when, in words"),
        ],
    ),
    Column("title", _("title"), lambda event: event.title, _("title"), constraints=REQUIRED),
    Column("summary", _("summary"), lambda event: event.summary, _("one or two sentences")),
    Column(
        "body",
        _("body"),
        lambda event: plain_text(event.body),
        _("the whole text, without its markup"),
    ),
    language_column("title"),
    Column(
        "kind",
        _("code of the kind"),
        lambda event: event.kind,
        _("code of the kind"),
        constraints=REQUIRED | {"enum": Event.Kind.values},
    ),
    Column(
        "kind_name",
        _("kind"),
        lambda event: Event.Kind(event.kind).label,
        _("the kind in words"),
        constraints=REQUIRED,
    ),
    Column(
        "event_status",
        _("code of the course"),
        lambda event: event.event_status,
        _("code of the course"),
        constraints=REQUIRED | {"enum": Event.EventStatus.values},
    ),
    Column(
        "event_status_name",
        _("course"),
        lambda event: Event.EventStatus(event.event_status).label,
        _("the course in words"),
        constraints=REQUIRED,
    ),
    Column("place", _("place"), lambda event: event.place, _("where it took place")),
    *PARTNERS,
    *SECTORS,
    Column(
        "persons",
        _("persons named"),
        lambda event: _lines(event.persons),
        _("persons whom the source names, with ; between them"),
    ),
    Column(
        "organisations",
        _("organisations named"),
        lambda event: _lines(event.organisations),
        _("organisations that the source names, with ; between them"),
    ),
    SOURCE,
    Column(
        "source_url",
        _("address of the source"),
        lambda event: event.source_url,
        _("the source's address"),
    ),
    URL,
]
EVENT_STAFF_COLUMNS = [
    *EVENT_COLUMNS,
    *text_columns("title", _("title")),
    *text_columns("summary", _("summary")),
    *text_columns("body", _("body")),
    *text_columns("place", _("place")),
    *text_columns("persons", _("persons named")),
    *text_columns("organisations", _("organisations named")),
    *text_columns("source", _("source")),
    STATUS,
]
EVENT_PROPERTIES = [
    plain_property("id", value=lambda event: event.slug),
    date_property("date"),
    text_property("title"),
    text_property("summary"),
    text_property("body", plain_text),
    choice_property("kind", Event.Kind),
    choice_property("event_status", Event.EventStatus),
    text_property("place"),
    links_property("partners", "slug"),
    links_property("sectors", "code"),
    lines_property("persons"),
    lines_property("organisations"),
    text_property("source"),
    plain_property("source_url", STRING_OR_NULL),
    CHANGED,
]
