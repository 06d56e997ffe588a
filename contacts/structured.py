"""Contact persons as structured data (schema.org/ContactPoint)."""

from django.utils.translation import gettext as _


def contact_points(contacts):
    """How to reach the committee: one ContactPoint a telephone or, without any, an email.

    contacts: public ones, fetched ``with_phones``. Whoever has neither is left out.
    """
    return [point for contact in contacts for point in _points(contact)]


def _points(contact):
    point = {
        "@type": "ContactPoint",
        "name": contact.full_name(),
        "contactType": contact.position or _("contact person"),
    }
    if contact.email:
        point["email"] = contact.email
    phones = [phone.uri().removeprefix("tel:") for phone in contact.phones.all()]
    if phones:
        return [point | {"telephone": phone} for phone in phones]
    return [point] if contact.email else []
