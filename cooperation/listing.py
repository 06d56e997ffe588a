"""What the lists of directions, events and contacts have in common."""

from cooperation.links import public_links
from cooperation.models import Partner
from core.listing import ListingView
from core.years import year_chart


class RegisterListing(ListingView):
    """A list filtered by sector and partner, with the count of what each choice would give.

    charted: whether the list has years, shown as a chart above it.
    """

    charted = True
    chart_height = 7.2

    def records(self):
        return self.model.objects.public().in_order()

    def rows(self, queryset):
        return public_links(queryset)

    def changed(self):
        """The names and the status of partners show in their records' lists as well."""
        changes = [super().changed(), Partner.objects.last_change()]
        return max(filter(None, changes), default=None)

    def for_page(self, queryset):
        return queryset.with_lists()

    def get_context_data(self, **kwargs):
        records = self.model.objects.public().with_ids()
        context = super().get_context_data(
            sectors=[c for c in self.form.offered("sector", records) if c.count or c.chosen],
            partners=self.form.offered("partner", records),
            **kwargs,
        )
        if self.charted:
            context["chart"] = self.chart(self.model.objects.public(), context)
        return context

    def chart(self, records, context):
        return year_chart(
            records.spans(),
            self.form.narrowed(records, without="year").spans(),
            self.form,
            total=context["total"],
            found=context["found"],
            height=self.chart_height,
        )
