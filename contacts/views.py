import datetime

from django.utils.translation import gettext_lazy as _

from contacts.filters import ContactFilterForm
from contacts.models import ContactPerson
from contacts.structured import contact_points
from contacts.tables import CONTACT_COLUMNS, CONTACT_PROPERTIES
from cooperation.listing import RegisterListing
from core.head import site_root
from core.structured import organization


class ContactPersonList(RegisterListing):
    name = "contacts"
    title = _("Contacts")
    about = _("Whom to call in the committee about a partner or a sector.")
    model = ContactPerson
    form_class = ContactFilterForm
    columns = CONTACT_COLUMNS
    properties = CONTACT_PROPERTIES
    structure = datetime.date(2026, 11, 25)
    template_name = "contacts/contactperson_list.html"
    charted = False
    # All on one page: a person's permanent address is an anchor on it.
    page_size = 1000

    def rows(self, queryset):
        return queryset.with_lists()

    def structured(self, context):
        contacts = context["page"].object_list if context["page"] else ()
        committee = organization(site_root(self.request), contact_points(contacts))
        return [committee, *super().structured(context)]
