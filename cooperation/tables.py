"""The columns of partners and directions, and those that other apps' records share."""

from django.utils.translation import gettext_lazy as _

from core.tables import Column, date_columns, language_column, text_columns


def link_columns(attribute, label, codes_label, code):
    """Codes and names of related records, each joined with ``;``, from a list on the record."""
    return [
        Column(
            attribute,
            codes_label,
            lambda record: ";".join(
                getattr(r, code) for r in getattr(record, f"listed_{attribute}")
            ),
        ),
        Column(
            f"{attribute[:-1]}_names",
            label,
            lambda record: ";".join(r.name for r in getattr(record, f"listed_{attribute}")),
        ),
    ]


PARTNERS = link_columns("partners", _("partners"), _("codes of partners"), "slug")
SECTORS = link_columns("sectors", _("sectors"), _("codes of sectors"), "code")
URL = Column("url", _("permanent address"), lambda record: record.get_absolute_url(), is_path=True)
STATUS = Column("status", _("status"), lambda record: record.status)

PARTNER_COLUMNS = [
    Column("id", _("code"), lambda partner: partner.slug),
    Column("name", _("name"), lambda partner: partner.name),
    Column("language", _("language of the texts"), language_column("name")),
    Column("local_name", _("name in its own language"), lambda partner: partner.local_name),
    Column("kind", _("code of the kind"), lambda partner: partner.kind),
    Column("kind_name", _("kind"), lambda partner: partner.get_kind_display()),
    Column("parent", _("code of the partner it lies in"), lambda partner: partner.parent_slug),
    Column("country", _("country (ISO 3166-1)"), lambda partner: partner.country.code),
    Column("country_name", _("country"), lambda partner: partner.country.name),
    Column("subdivision", _("ISO 3166-2 code"), lambda partner: partner.subdivision),
    Column("wikidata", _("Wikidata id"), lambda partner: partner.wikidata),
    Column("introduction", _("introduction"), lambda partner: partner.introduction),
    URL,
]
PARTNER_STAFF_COLUMNS = [
    *PARTNER_COLUMNS,
    *text_columns("name", _("name")),
    *text_columns("introduction", _("introduction")),
    STATUS,
]

DIRECTION_COLUMNS = [
    Column("id", _("number"), lambda direction: direction.pk),
    *PARTNERS,
    Column("order", _("order"), lambda direction: direction.order),
    Column("title", _("title"), lambda direction: direction.title),
    Column("text", _("text"), lambda direction: direction.text),
    Column("language", _("language of the texts"), language_column("title")),
    *SECTORS,
    *date_columns(
        "valid",
        [
            _("years of validity (EDTF)"),
            _("first day of validity"),
            _("last day of validity"),
            _("years of validity"),
        ],
    ),
    Column("source", _("source"), lambda direction: direction.source),
    URL,
]
DIRECTION_STAFF_COLUMNS = [
    *DIRECTION_COLUMNS,
    *text_columns("title", _("title")),
    *text_columns("text", _("text")),
    *text_columns("source", _("source")),
    STATUS,
]

TIE_STAFF_COLUMNS = [
    Column("id", _("number"), lambda tie: tie.pk),
    *PARTNERS,
    Column("kind", _("code of the kind"), lambda tie: tie.kind),
    Column("kind_name", _("kind"), lambda tie: tie.get_kind_display()),
    *date_columns(
        "since", [_("since (EDTF)"), _("first day of since"), _("last day of since"), _("since")]
    ),
    *date_columns(
        "until", [_("until (EDTF)"), _("first day of until"), _("last day of until"), _("until")]
    ),
    Column("state", _("code of the state"), lambda tie: tie.state),
    Column("state_name", _("state of the tie"), lambda tie: tie.get_state_display()),
    *text_columns("note", _("note")),
    *text_columns("source", _("source")),
    Column("source_url", _("address of the source"), lambda tie: tie.source_url),
    URL,
    STATUS,
]
