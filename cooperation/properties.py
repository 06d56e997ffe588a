"""The properties of partners and directions in JSON, and those of other apps' records, too."""

from cooperation.models import Partner
from core.tables.properties import (
    CODED,
    INTEGER,
    MOMENT,
    STRING_OR_NULL,
    Property,
    choice_property,
    coded,
    date_property,
    in_languages,
    links_property,
    plain_property,
    text_property,
)

CHANGED = plain_property("changed", MOMENT, lambda record: record.changed_at)


def country(partner):
    """The country by its code (ISO 3166-1) and names; None where none is known."""
    found = partner.country
    names = in_languages(lambda: found.name)
    return {"code": found.code, "name": names} if found else None


PARTNER_PROPERTIES = [
    plain_property("id", value=lambda partner: partner.slug),
    text_property("name"),
    plain_property("local_name", STRING_OR_NULL),
    plain_property("local_name_language", STRING_OR_NULL),
    choice_property("kind", Partner.Kind),
    plain_property("parent", STRING_OR_NULL, lambda partner: partner.parent_slug),
    Property("country", country, {"anyOf": [CODED, {"type": "null"}]}),
    plain_property("subdivision", STRING_OR_NULL),
    plain_property("wikidata", STRING_OR_NULL),
    text_property("introduction"),
    CHANGED,
]
DIRECTION_PROPERTIES = [
    plain_property("id", INTEGER, lambda direction: direction.pk),
    Property(
        "partners",
        lambda direction: [coded(direction.partner, "slug")],
        {"type": "array", "items": CODED},
    ),
    plain_property("order", INTEGER),
    text_property("title"),
    text_property("text"),
    links_property("sectors", "code"),
    date_property("valid"),
    text_property("source"),
    CHANGED,
]
