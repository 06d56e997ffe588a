import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cooperation.filters import DirectionFilterForm, PartnerFilterForm
from cooperation.listing import RegisterListing
from cooperation.models import Direction, Partner
from cooperation.properties import DIRECTION_PROPERTIES, PARTNER_PROPERTIES
from cooperation.tables import DIRECTION_COLUMNS, PARTNER_COLUMNS
from core.listing import ListingView


class PartnerList(ListingView):
    name = "partners"
    title = _("Partners")
    about = _("Cities, regions and countries the city works with.")
    model = Partner
    form_class = PartnerFilterForm
    columns = PARTNER_COLUMNS
    properties = PARTNER_PROPERTIES
    structure = datetime.date(2026, 11, 25)
    template_name = "cooperation/partner_list.html"

    def records(self):
        return Partner.objects.public().with_parent_slug().in_order(get_language())


class DirectionList(RegisterListing):
    name = "directions"
    title = _("Directions")
    about = _("In what the city wants to work with its partners.")
    model = Direction
    form_class = DirectionFilterForm
    columns = DIRECTION_COLUMNS
    properties = DIRECTION_PROPERTIES
    structure = datetime.date(2026, 11, 25)
    template_name = "cooperation/direction_list.html"

    def rows(self, queryset):
        return super().rows(queryset.select_related("partner"))
