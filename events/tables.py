from django.utils.translation import gettext_lazy as _

from cooperation.tables import PARTNERS, SECTORS, STATUS, URL
from core.richtext import plain_text
from core.tables import Column, date_columns, language_column, text_columns
from events.models import Event


def _lines(text):
    return ";".join(line.strip() for line in (text or "").splitlines() if line.strip())


EVENT_COLUMNS = [
    Column("id", _("code"), lambda event: event.slug),
    *date_columns(
        "date",
        [_("date (EDTF)"), _("first day it may mean"), _("last day it may mean"), _("date")],
    ),
    Column("title", _("title"), lambda event: event.title),
    Column("summary", _("summary"), lambda event: event.summary),
    Column("body", _("body"), lambda event: plain_text(event.body)),
    Column("language", _("language of the texts"), language_column("title")),
    Column("kind", _("code of the kind"), lambda event: event.kind),
    Column("kind_name", _("kind"), lambda event: Event.Kind(event.kind).label),
    Column("event_status", _("code of the course"), lambda event: event.event_status),
    Column(
        "event_status_name",
        _("course"),
        lambda event: Event.EventStatus(event.event_status).label,
    ),
    Column("place", _("place"), lambda event: event.place),
    *PARTNERS,
    *SECTORS,
    Column("persons", _("persons named"), lambda event: _lines(event.persons)),
    Column("organisations", _("organisations named"), lambda event: _lines(event.organisations)),
    Column("source", _("source"), lambda event: event.source),
    Column("source_url", _("address of the source"), lambda event: event.source_url),
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
