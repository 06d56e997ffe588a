"""Gives records of a file the partners and sectors they point at, without a query a record."""

from django.utils.translation import get_language

from cooperation.models import Partner, Sector
from core.db import streamed


def _listed(joined, by_id):
    """``"12,7"`` -> the records of by_id that it names, in the order of by_id."""
    ids = {int(part) for part in str(joined).split(",")} if joined is not None else set()
    return [record for pk, record in by_id.items() if pk in ids] if ids else []


def with_links(queryset, partners):
    """Streams a queryset annotated by ``with_ids``; each record gets its two ``listed_`` lists.

    partners: those that may be named, as a queryset. Three queries, however many records.
    """
    named = {p.pk: p for p in partners.in_order(get_language())}
    sectors = {sector.pk: sector for sector in Sector.objects.in_order()}
    for record in streamed(queryset.with_ids()):
        of_partners = getattr(record, "partner_ids", None) or getattr(record, "partner_id", None)
        record.listed_partners = _listed(of_partners, named)
        record.listed_sectors = _listed(record.sector_ids, sectors)
        yield record


def public_links(queryset):
    """``with_links`` naming public partners only."""
    return with_links(queryset, Partner.objects.public())
