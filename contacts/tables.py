from django.utils.translation import gettext_lazy as _

from cooperation.tables import PARTNERS, SECTORS, STATUS, URL
from core.tables import Column, language_column, text_columns


def _e164(phone):
    return phone.number + (f" ext. {phone.extension}" if phone.extension else "")


CONTACT_COLUMNS = [
    Column("id", _("number"), lambda contact: contact.pk),
    Column("name", _("full name"), lambda contact: contact.full_name()),
    Column("surname", _("surname"), lambda contact: contact.surname),
    Column("given", _("given name"), lambda contact: contact.given),
    Column("patronymic", _("patronymic"), lambda contact: contact.patronymic),
    Column("language", _("language of the texts"), language_column("surname")),
    Column("position", _("position"), lambda contact: contact.position),
    Column(
        "department",
        _("department"),
        lambda contact: contact.department.name if contact.department else None,
    ),
    Column(
        "phones",
        _("telephones (E.164)"),
        lambda contact: ";".join(_e164(phone) for phone in contact.phones.all()),
    ),
    Column(
        "phones_text",
        _("telephones"),
        lambda contact: "; ".join(str(phone.shown()) for phone in contact.phones.all()),
    ),
    Column("email", _("email"), lambda contact: contact.email),
    *PARTNERS,
    *SECTORS,
    URL,
]
CONTACT_STAFF_COLUMNS = [
    *CONTACT_COLUMNS,
    *text_columns("surname", _("surname")),
    *text_columns("given", _("given name")),
    *text_columns("patronymic", _("patronymic")),
    *text_columns("position", _("position")),
    Column("may_be_published", _("may be published"), lambda contact: contact.may_be_published),
    STATUS,
]
