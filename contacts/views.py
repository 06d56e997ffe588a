from contacts.filters import ContactFilterForm
from contacts.models import ContactPerson
from contacts.tables import CONTACT_COLUMNS
from cooperation.listing import RegisterListing


class ContactPersonList(RegisterListing):
    name = "contacts"
    model = ContactPerson
    form_class = ContactFilterForm
    columns = CONTACT_COLUMNS
    template_name = "contacts/contactperson_list.html"
    charted = False
    # All on one page: a person's permanent address is an anchor on it.
    page_size = 1000

    def rows(self, queryset):
        return queryset.with_lists()
