"""What the site shows, for search engines: an index, and files of addresses for each language.

Sitemaps protocol 0.9. The pages themselves announce their other languages (hreflang), so the files
keep to the protocol's own elements and are valid against its schema.
"""

from dataclasses import dataclass
from datetime import datetime
from math import ceil

from django.db.models import Max, Q
from django.db.models.functions import Greatest
from django.urls import reverse
from django.utils.translation import override
from modeltranslation.utils import build_localized_fieldname

from contacts.models import ContactPerson
from cooperation.filters import PartnersField
from cooperation.models import Direction, Partner, Tie
from core.publishing import Status
from events.models import Event

# The protocol's own limit of one file.
LIMIT = 50_000


@dataclass(frozen=True)
class Entry:
    """One address: its path and when what stands there changed last, if it is known."""

    path: str
    changed: datetime | None


def _latest(moments):
    return max((moment for moment in moments if moment is not None), default=None)


def _newest(queryset):
    return queryset.order_by().aggregate(newest=Max("changed_at"))["newest"]


def _newest_by_partner(queryset, field):
    return dict(queryset.order_by().values_list(field).annotate(newest=Max("changed_at")))


def list_changes():
    """When the lists changed last, by the names of their addresses; each list names partners."""
    partners = _newest(Partner.objects.public())
    newest = {
        "partners": partners,
        "directions": _latest([_newest(Direction.objects.public()), partners]),
        "events": _latest([_newest(Event.objects.public()), partners]),
        "contacts": _latest([_newest(ContactPerson.objects.public()), partners]),
    }
    return {"home": _latest(newest.values()), **newest}


class Sitemap:
    """The public addresses of the site in one language, each record where it is translated.

    changes: of the lists, as ``list_changes`` gives them.
    """

    def __init__(self, language, changes):
        self.language, self.changes = language, changes

    def count(self):
        """How many files the addresses fill."""
        records = self._translated(Partner).count() + self._translated(Event).count()
        return ceil((len(self.changes) + records) / LIMIT)

    def entries(self, number):
        """The Entries of one of the files, counted from 1; none beyond the last."""
        start = (number - 1) * LIMIT
        with override(self.language):
            lists = [Entry(reverse(name), changed) for name, changed in self.changes.items()]
            first = [*lists, *self._dossiers()]
            chunk = first[start : start + LIMIT]
            beyond = max(start - len(first), 0)
            return chunk + self._events(beyond, LIMIT - len(chunk))

    def _translated(self, model):
        name = build_localized_fieldname(model.named_by, self.language)
        empty = Q(**{name: ""}) | Q(**{f"{name}__isnull": True})
        return model.objects.public().exclude(empty)

    def _events(self, start, number):
        """An event's page names its public partners, so it changes with them."""
        named = Max("partners__changed_at", filter=Q(partners__status=Status.PUBLISHED))
        events = self._translated(Event).annotate(changed=Greatest("changed_at", named))
        rows = events.order_by("pk").values_list("slug", "changed")[start : start + number]
        return [Entry(reverse("event", args=[slug]), changed) for slug, changed in rows]

    def _dossiers(self):
        """A dossier shows all that belongs to the partner and to those inside it."""
        field = PartnersField()
        own = [
            _newest_by_partner(Tie.objects.public(), "partner"),
            _newest_by_partner(Direction.objects.public(), "partner"),
            _newest_by_partner(Event.objects.public(), "partners"),
            _newest_by_partner(ContactPerson.objects.public(), "partners"),
            {partner.pk: partner.changed_at for partner in field.options.values()},
        ]
        newest = {}
        for pk in field.public:
            moment = _latest(moments.get(pk) for moments in own)
            for above in field.meant_by([pk]):
                newest[above] = _latest([newest.get(above), moment])
        rows = self._translated(Partner).order_by("pk").values_list("pk", "slug")
        return [Entry(reverse("partner", args=[slug]), newest[pk]) for pk, slug in rows]
