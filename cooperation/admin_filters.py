"""Filters by sector and by partner, for the desk's lists."""

from cooperation.filters import PartnersField
from cooperation.models import Sector
from core.admin import DeskFilter

NONE = "-"


class SectorFilter(DeskFilter):
    title = "Отрасль"
    parameter_name = "sector"
    any_words = "любая"

    def get_options(self):
        self.sectors = {sector.code: sector for sector in Sector.objects.in_order()}
        named = [(code, sector.name) for code, sector in self.sectors.items()]
        return [(NONE, "не указана"), *named]

    def narrow(self, queryset):
        if self.value == NONE:
            return queryset.filter(sectors__isnull=True)
        return queryset.for_sectors([self.sectors[self.value].pk])


class OfPartnerFilter(DeskFilter):
    """A partner of any status and all that lie inside it; a partner stands below its outer one."""

    title = "Партнёр"
    parameter_name = "partner"
    any_words = "любой"

    def get_options(self):
        self.field = PartnersField()
        place = {pk: number for number, pk in enumerate(self.field.every)}
        self.partners = sorted(
            self.field.every.values(),
            key=lambda partner: [place[pk] for pk in self.field.line(partner.pk)],
        )
        outer = {partner.parent_id for partner in self.partners}
        return [
            (partner.slug, f"{partner} и входящие" if partner.pk in outer else str(partner))
            for partner in self.partners
        ]

    def within(self):
        chosen = next(partner.pk for partner in self.partners if partner.slug == self.value)
        return self.field.within({chosen})

    def narrow(self, queryset):
        return queryset.for_partners(self.within())


class OfPartnersFilter(OfPartnerFilter):
    """For records that may have several partners, or none yet."""

    def get_options(self):
        return [(NONE, "не указан"), *super().get_options()]

    def narrow(self, queryset):
        if self.value == NONE:
            return queryset.filter(partners__isnull=True)
        return super().narrow(queryset)


class InsideFilter(OfPartnerFilter):
    """For the partners themselves."""

    title = "Партнёр и входящие"

    def narrow(self, queryset):
        return queryset.filter(pk__in=self.within())
