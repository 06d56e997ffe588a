from django.db.models import F, Prefetch, Q

from cooperation.models import Partner, Sector
from cooperation.querysets import OfPartnersQuerySet, overlapping, year_spans
from core.addresses import AddressedQuerySet


def _beyond(side, first, last, pk):
    """A condition: (first, last, id) is less (lt) or greater (gt) than this place.

    The first part follows from the rest, but lets the database use the index.
    """
    return Q(**{f"date_first__{side}e": first}) & (
        Q(**{f"date_first__{side}": first})
        | Q(**{"date_first": first, f"date_last__{side}": last})
        | Q(**{"date_first": first, "date_last": last, f"pk__{side}": pk})
    )


class EventQuerySet(AddressedQuerySet, OfPartnersQuerySet):
    def in_years(self, first, last):
        """Events whose bounds overlap the years, both inclusive; undated ones are in no year."""
        return self.filter(overlapping("date", first, last))

    def in_order(self):
        """By (first, last, id), the undated last."""
        return self.order_by(
            F("date_first").asc(nulls_last=True), F("date_last").asc(nulls_last=True), "id"
        )

    def latest(self):
        """Those with a date that has begun last stand first."""
        return self.filter(date__isnull=False).order_by("-date_first", "-date_last", "-id")

    def latest_changes(self):
        """What was changed last stands first."""
        return self.order_by("-changed_at", "-id")

    def neighbours(self, event):
        """The events just before and just after this one in the order of dates; None for none."""
        if event.date is None:
            return None, None
        place = (event.date.first, event.date.last, event.pk)
        dated = self.filter(date__isnull=False)
        return (
            dated.filter(_beyond("lt", *place)).latest().first(),
            dated.filter(_beyond("gt", *place)).in_order().first(),
        )

    def with_lists(self):
        """Fetches what a list shows of each event: ``listed_partners`` and ``listed_sectors``."""
        return self.prefetch_related(
            Prefetch("partners", Partner.objects.public(), to_attr="listed_partners"),
            Prefetch("sectors", Sector.objects.in_order(), to_attr="listed_sectors"),
        )

    def spans(self):
        return year_spans(self.filter(date__isnull=False), "date")
