"""What the site shows, for search engines: an index, and files of addresses for each language.

Sitemaps protocol 0.9. The pages themselves announce their other languages (hreflang), so the files
keep to the protocol's own elements and are valid against its schema.
"""

from dataclasses import dataclass
from datetime import datetime
from math import ceil

from django.db.models import Max
from django.db.models.functions import Greatest
from django.urls import reverse
from django.utils.translation import override

from contacts.models import ContactPerson
from cooperation.filters import PartnersField
from cooperation.models import Direction, Partner, Tie
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
    rows = queryset.order_by().values_list(field).annotate(newest=Max("changed_at"))
    return dict(rows.filter(**{f"{field}__isnull": False}))


class Sitemap:
    """The public addresses of the site in one language, each record where it is translated.

    A constant number of queries, however many records.
    """

    def __init__(self, language):
        self.language = language

    def count(self):
        """How many files the addresses fill."""
        return ceil((len(self._lists()) + self._partners().count() + self._events().count()) / LIMIT)

    def changed(self):
        """When anything in it changed last."""
        return _latest(entry.changed for entry in self._lists())

    def entries(self, number):
        """The Entries of one of the files, counted from 1."""
        start = (number - 1) * LIMIT
        with override(self.language):
            first = [*self._lists(), *self._dossiers()]
            chunk = first[start : start + LIMIT]
            beyond = max(start - len(first), 0)
            events = self._events().order_by("pk")[beyond : beyond + LIMIT - len(chunk)]
            return chunk + [
                Entry(reverse("event", args=[slug]), changed)
                for slug, changed in events.values_list("slug", "changed")
            ]

    def _translated(self, model):
        return model.objects.public().exclude(
            **{f"{model.named_by}_{self.language}": ""}
        ).exclude(**{f"{model.named_by}_{self.language}__isnull": True})

    def _partners(self):
        return self._translated(Partner)

    def _events(self):
        """An event's page names its partners, so it changes with them."""
        return self._translated(Event).annotate(
            changed=Greatest("changed_at", Max("partners__changed_at"))
        )

    def _lists(self):
        """The pages that are always there; each names partners."""
        partners = _newest(Partner.objects.public())
        newest = {
            "partners": partners,
            "directions": _latest([_newest(Direction.objects.public()), partners]),
            "events": _latest([_newest(Event.objects.public()), partners]),
            "contacts": _latest([_newest(ContactPerson.objects.public()), partners]),
        }
        with override(self.language):
            lists = [Entry(reverse(name), changed) for name, changed in newest.items()]
            return [Entry(reverse("home"), _latest(newest.values())), *lists]

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
        return [
            Entry(reverse("partner", args=[slug]), newest[pk])
            for pk, slug in self._partners().order_by("pk").values_list("pk", "slug")
        ]
