"""The lists as data sets: what the descriptions of the open data say of each."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import cached_property

from contacts.views import ContactPersonList
from cooperation.views import DirectionList, PartnerList
from core.listing import ListingView
from events.views import EventList

LISTS = (EventList, DirectionList, ContactPersonList, PartnerList)


@dataclass(frozen=True)
class Dataset:
    """A list without any filter, with its state now."""

    list: ListingView

    @property
    def name(self):
        return self.list.name

    @cached_property
    def count(self):
        return self.list.records().order_by().count()

    @cached_property
    def changed(self):
        """When it last changed; None for one that never held anything."""
        return self.list.changed()

    @property
    def day(self):
        """The day of the last change, as the city counts days; of its columns if it is empty."""
        return timezone.localdate(self.changed) if self.changed else self.list.structure


def datasets():
    return [Dataset(of_list()) for of_list in LISTS]


def dataset(name):
    """The data set of this name; None if there is none."""
    return next((found for found in datasets() if found.name == name), None)
