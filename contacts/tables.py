from django.utils.translation import gettext_lazy as _

from cooperation.properties import CHANGED
from cooperation.tables import PARTNERS, REQUIRED, SECTORS, STATUS, UNIQUE, URL
from core.tables import Column, language_column, text_columns
from core.tables.properties import (
    INTEGER,
    STRING,
    STRING_OR_NULL,
    Property,
    by_language,
    field_texts,
    in_languages,
    links_property,
    object_of,
    plain_property,
    text_property,
)

E164 = r"\+[1-9][0-9]{6,14}"
NUMBER = rf"{E164}( ext\. [0-9]+)?"


def _e164(phone):
    return phone.number + (f" ext. {phone.extension}" if phone.extension else "")


CONTACT_COLUMNS = [
    Column(
        "id",
        _("number"),
        lambda contact: contact.pk,
        _("number of the record"),
        type="integer",
        constraints=UNIQUE,
    ),
    Column(
        "name",
        _("full name"),
        lambda contact: contact.full_name(),
        _("surname, given name, patronymic, as the note has them"),
        constraints=REQUIRED,
    ),
    Column(
        "surname", _("surname"), lambda contact: contact.surname, _("surname"), constraints=REQUIRED
    ),
    Column(
        "given", _("given name"), lambda contact: contact.given, _("given name, or its initial")
    ),
    Column(
        "patronymic",
        _("patronymic"),
        lambda contact: contact.patronymic,
        _("patronymic, or its initial"),
    ),
    language_column("surname"),
    Column("position", _("position"), lambda contact: contact.position, _("position")),
    Column(
        "department",
        _("department"),
        lambda contact: contact.department.name if contact.department else None,
        _("name of the department"),
    ),
    Column(
        "phones",
        _("telephones (E.164)"),
        lambda contact: ";".join(_e164(phone) for phone in contact.phones.all()),
        _(
            "numbers in E.164, with ; between them; an extension stands behind its number:"
            " +78125766833 ext. 12"
        ),
        constraints={"pattern": f"{NUMBER}(;{NUMBER})*"},
    ),
    Column(
        "phones_text",
        _("telephones"),
        lambda contact: "; ".join(str(phone.shown()) for phone in contact.phones.all()),
        _("the telephones as people read them"),
    ),
    Column("email", _("email"), lambda contact: contact.email, _("email")),
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


def _phones(contact):
    return [
        {
            "number": phone.number,
            "extension": phone.extension or None,
            "text": in_languages(lambda phone=phone: str(phone.shown())),
        }
        for phone in contact.phones.all()
    ]


PHONE = object_of(
    {
        "number": {"type": "string", "pattern": f"^{E164}$"},
        "extension": STRING_OR_NULL,
        "text": by_language(STRING),
    }
)
CONTACT_PROPERTIES = [
    plain_property("id", INTEGER, lambda contact: contact.pk),
    Property(
        "name",
        lambda contact: in_languages(contact.full_name),
        by_language(STRING),
    ),
    text_property("surname"),
    text_property("given"),
    text_property("patronymic"),
    text_property("position"),
    Property(
        "department",
        lambda contact: field_texts(contact.department, "name") if contact.department else None,
        {"anyOf": [by_language(STRING_OR_NULL), {"type": "null"}]},
    ),
    Property("phones", _phones, {"type": "array", "items": PHONE}),
    plain_property("email", STRING_OR_NULL),
    links_property("partners", "slug"),
    links_property("sectors", "code"),
    CHANGED,
]
