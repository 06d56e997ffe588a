"""The columns of partners and directions, and those that other apps' records share."""

from django.utils.translation import gettext_lazy as _

from cooperation.models import Partner
from core.tables import (
    CODE,
    CODES_JOINED,
    Column,
    date_columns,
    language_column,
    text_columns,
)

REQUIRED = {"required": True}
UNIQUE = {"required": True, "unique": True}


def link_columns(attribute, label, codes_label, code, descriptions):
    """Codes and names of related records, each joined with ``;``, from a list on the record."""
    codes, names = descriptions
    return [
        Column(
            attribute,
            codes_label,
            lambda record: ";".join(
                getattr(r, code) for r in getattr(record, f"listed_{attribute}")
            ),
            codes,
            constraints={"pattern": CODES_JOINED},
        ),
        Column(
            f"{attribute[:-1]}_names",
            label,
            lambda record: ";".join(r.name for r in getattr(record, f"listed_{attribute}")),
            names,
        ),
    ]


PARTNERS = link_columns(
    "partners",
    _("partners"),
    _("codes of partners"),
    "slug",
    (_("codes of the partners, with ; between them"), _("their names, in the same order")),
)
SECTORS = link_columns(
    "sectors",
    _("sectors"),
    _("codes of sectors"),
    "code",
    (_("codes of the sectors, with ; between them"), _("their names, in the same order")),
)
URL = Column(
    "url",
    _("permanent address"),
    lambda record: record.get_absolute_url(),
    _("the record's address on the site"),
    constraints=REQUIRED,
    format="uri",
    is_path=True,
)
STATUS = Column("status", _("status"), lambda record: record.status)
SOURCE = Column("source", _("source"), lambda record: record.source, _("where this is known from"))

PARTNER_COLUMNS = [
    Column(
        "id",
        _("code"),
        lambda partner: partner.slug,
        _("the partner's code, which its address ends in"),
        constraints=UNIQUE | {"pattern": CODE},
    ),
    Column("name", _("name"), lambda partner: partner.name, _("name"), constraints=REQUIRED),
    language_column("name"),
    Column(
        "local_name",
        _("name in its own language"),
        lambda partner: partner.local_name,
        _("name in the partner's own language"),
    ),
    Column(
        "kind",
        _("code of the kind"),
        lambda partner: partner.kind,
        _("code of the kind"),
        constraints=REQUIRED | {"enum": Partner.Kind.values},
    ),
    Column(
        "kind_name",
        _("kind"),
        lambda partner: partner.get_kind_display(),
        _("the kind in words"),
        constraints=REQUIRED,
    ),
    Column(
        "parent",
        _("code of the partner it lies in"),
        lambda partner: partner.parent_slug,
        _("code of the partner it lies in, if that one is public"),
        constraints={"pattern": CODE},
    ),
    Column(
        "country",
        _("country (ISO 3166-1)"),
        lambda partner: partner.country.code,
        _("country (ISO 3166-1, two letters)"),
        constraints={"pattern": "[A-Z]{2}"},
    ),
    Column(
        "country_name",
        _("country"),
        lambda partner: partner.country.name,
        _("the country in words"),
    ),
    Column(
        "subdivision",
        _("ISO 3166-2 code"),
        lambda partner: partner.subdivision,
        _("code of the region (ISO 3166-2)"),
        constraints={"pattern": "[A-Z]{2}-[A-Z0-9]{1,3}"},
    ),
    Column(
        "wikidata",
        _("Wikidata id"),
        lambda partner: partner.wikidata,
        _("the partner's id in Wikidata"),
        constraints={"pattern": "Q[1-9][0-9]*"},
    ),
    Column(
        "introduction",
        _("introduction"),
        lambda partner: partner.introduction,
        _("a few sentences about the partner"),
    ),
    URL,
]
PARTNER_STAFF_COLUMNS = [
    *PARTNER_COLUMNS,
    *text_columns("name", _("name")),
    *text_columns("introduction", _("introduction")),
    STATUS,
]

DIRECTION_COLUMNS = [
    Column(
        "id",
        _("number"),
        lambda direction: direction.pk,
        _("number of the record"),
        type="integer",
        constraints=UNIQUE,
    ),
    *PARTNERS,
    Column(
        "order",
        _("order"),
        lambda direction: direction.order,
        _("the direction's place among those of its partner"),
        type="integer",
        constraints=REQUIRED | {"minimum": 0},
    ),
    Column(
        "title", _("title"), lambda direction: direction.title, _("title"), constraints=REQUIRED
    ),
    Column("text", _("text"), lambda direction: direction.text, _("what is meant")),
    language_column("title"),
    *SECTORS,
    *date_columns(
        "valid",
        [
            _("years of validity (EDTF)"),
            _("first day of validity"),
            _("last day of validity"),
            _("years of validity"),
        ],
        [
            _("years of validity, in EDTF; empty: at any time"),
            _("the first day that the years of validity may mean"),
            _("the last day that the years of validity may mean; empty if they go on"),
            _("years of validity, in words"),
        ],
    ),
    SOURCE,
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
