from django.db.models import F, Prefetch

from cooperation.models import Partner, Sector
from cooperation.querysets import OfPartnersQuerySet
from core.db import alphabetical


class ContactPersonQuerySet(OfPartnersQuerySet):
    def public(self):
        """Besides being published with a public partner, the person has agreed."""
        return super().public().filter(may_be_published=True)

    def in_order(self):
        """By department, those of none first."""
        department = F("department__order").asc(nulls_first=True)
        return self.order_by(department, "department_id", alphabetical("surname_ru"), "id")

    def with_phones(self):
        """Fetches what it takes to call the person: department and the phones that may be shown."""
        phones = self.model.phones.rel.related_model.objects.filter(may_be_published=True)
        return self.select_related("department").prefetch_related(Prefetch("phones", phones))

    def with_all_phones(self):
        """The same with those that stay inside the house."""
        return self.select_related("department").prefetch_related("phones")

    def with_lists(self):
        """Fetches what a list shows: department, phones, public partners, sectors."""
        return self.with_phones().prefetch_related(
            Prefetch("partners", Partner.objects.public(), to_attr="listed_partners"),
            Prefetch("sectors", Sector.objects.in_order(), to_attr="listed_sectors"),
        )
