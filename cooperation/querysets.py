"""Rules about sets of partners, ties and directions, and those that later apps share."""

from datetime import date

from django.db.models import Case, Count, F, Prefetch, Q, QuerySet, When

from core.addresses import AddressedQuerySet
from core.db import alphabetical, joined_ids
from core.languages import SOURCE
from core.publishing import PublishableQuerySet, Status


class SectorQuerySet(QuerySet):
    def in_order(self):
        return self.order_by("order", "id")


class RecordQuerySet(PublishableQuerySet):
    """What every list of the register can do."""

    def _pointing(self, field, ids):
        """Records whose many-to-many field points at any of the ids; each record once."""
        relation = getattr(self.model, field)
        source = relation.field.m2m_field_name()
        target = relation.field.m2m_reverse_field_name()
        # IN, not EXISTS: SQLite runs a correlated subquery once a record.
        links = relation.through.objects.filter(**{f"{target}__in": ids})
        return self.filter(pk__in=links.values(source))

    def for_sectors(self, ids):
        return self._pointing("sectors", ids)

    def for_partners(self, ids):
        return self._pointing("partners", ids)

    def with_ids(self):
        """Annotates what the facets count and the exports join: ``sector_ids``, ``partner_ids``."""
        return self.annotate(
            sector_ids=joined_ids(self.model.sectors), partner_ids=joined_ids(self.model.partners)
        )


def year_spans(queryset, name):
    """How many records begin and end in which years: rows (first year, last year, count).

    Both years are None for records without the date. Grouped by the days, which stand in the
    index, as SQLite takes years out of them far more slowly than Python.
    """
    days = queryset.order_by().values_list(f"{name}_first", f"{name}_last")
    return [
        (first and first.year, last and last.year, count)
        for first, last, count in days.annotate(count=Count("pk"))
    ]


def overlapping(name, first_year, last_year):
    """A condition: the bounds of the date field ``name`` overlap the years, both inclusive."""
    return Q(
        **{
            f"{name}_first__lte": date(last_year, 12, 31),
            f"{name}_last__gte": date(first_year, 1, 1),
        }
    )


class PartnerQuerySet(AddressedQuerySet, RecordQuerySet):
    def in_order(self, language):
        return self.order_by(alphabetical(f"name_{language}", f"name_{SOURCE}"), "id")

    def with_parent_slug(self):
        """Annotates ``parent_slug``: of the partner it lies in, when that one is public."""
        public = Q(parent__status=Status.PUBLISHED)
        return self.annotate(parent_slug=Case(When(public, then="parent__slug"), default=None))


class OfPartnerQuerySet(RecordQuerySet):
    """Records of one partner each: public when they are published and their partner is."""

    def public(self):
        partners = self.model._meta.get_field("partner").related_model
        return self.published().filter(partner__in=partners.objects.public())

    def for_partners(self, ids):
        return self.filter(partner__in=ids)


class TieQuerySet(OfPartnerQuerySet):
    def in_years(self, first, last):
        """Ties that stood in any of these years; one of which no source says when, in none."""
        begun = Q(since_first__lte=date(last, 12, 31)) | Q(since__isnull=True, until__isnull=False)
        not_over = Q(until_last__gte=date(first, 1, 1)) | Q(until__isnull=True)
        return self.filter(begun & not_over)

    def in_order(self):
        return self.order_by(
            F("since_first").asc(nulls_last=True), F("since_last").asc(nulls_last=True), "id"
        )


class DirectionQuerySet(OfPartnerQuerySet):
    def in_years(self, first, last):
        """Directions valid in any of these years; one without years of validity is in each."""
        return self.filter(Q(valid__isnull=True) | overlapping("valid", first, last))

    def spans(self):
        return year_spans(self, "valid")

    def in_order(self):
        return self.order_by("partner_id", "order", "id")

    def with_ids(self):
        return self.annotate(sector_ids=joined_ids(self.model.sectors))

    def with_lists(self):
        """Fetches what a list shows of each direction: its partner and ``listed_sectors``."""
        sectors = self.model.sectors.field.related_model.objects.in_order()
        return self.select_related("partner").prefetch_related(
            Prefetch("sectors", sectors, to_attr="listed_sectors")
        )


class OfPartnersQuerySet(RecordQuerySet):
    """Records of several partners: public when published and any of their partners is."""

    def public(self):
        partners = self.model._meta.get_field("partners").related_model
        return self.published()._pointing("partners", partners.objects.public())
