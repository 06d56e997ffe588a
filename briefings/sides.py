"""A card of a note beside a record of the register: what each of them says."""

from dataclasses import dataclass

from django.urls import reverse

from briefings.register import cards
from briefings.register.importing import MODELS
from briefings.register.words import letters
from core.admin.filters import STATUS_WORDS
from core.phones import show_phone
from core.publishing import Status

LOADED = {
    cards.EVENT: ((), ("partners", "sectors")),
    cards.DIRECTION: (("partner",), ("sectors",)),
    cards.TIE: (("partner",), ()),
    cards.CONTACT: (("department",), ("phones", "partners")),
}


@dataclass(frozen=True)
class Row:
    """One thing that is told: in the note, in the register. fills: the note would add it."""

    name: str
    note: str
    register: str

    @property
    def fills(self):
        return bool(self.note) and not self.register

    @property
    def differs(self):
        return bool(self.note and self.register) and letters(self.note) != letters(self.register)


@dataclass(frozen=True)
class Side:
    """A record of the register that may be the same, with its rows beside the card's."""

    record: object
    url: str
    choice: str
    status: str
    rows: list
    other_partner: str = ""


def viewed(user):
    """The kinds whose records a member of staff may view."""
    return {
        kind
        for kind, model in MODELS.items()
        if user.has_perm(f"{model._meta.app_label}.view_{model._meta.model_name}")
    }


def load(plan, kinds):
    """kind -> key -> record, for all of these kinds that a plan's cards may be the same as."""
    loaded = {kind: {} for kind in LOADED}
    for kind, (one, many) in LOADED.items():
        if kind not in kinds:
            continue
        keys = {match.pk for planned in plan.of_kind(kind) for match in planned.matches}
        found = MODELS[kind].objects.select_related(*one).prefetch_related(*many)
        loaded[kind] = found.in_bulk(keys) if keys else {}
    return loaded


def sides(plan, planned, records):
    """The Sides of a card, the likest first. records: by key, from ``load``."""
    return [
        side(plan, planned, records[match.pk]) for match in planned.matches if match.pk in records
    ]


def side(plan, planned, record):
    rows = [Row(*row) for row in ROWS[planned.card.kind](plan, planned, record)]
    return Side(
        record,
        url_of(record),
        cards.same(record.pk),
        STATUS_WORDS[Status(record.status)],
        [row for row in rows if row.note or row.register],
        _other_partner(plan, planned, record),
    )


def _other_partner(plan, planned, record):
    """The name of the note's partner, where a contact person answers for others only."""
    if planned.card.kind != cards.CONTACT or not planned.partner:
        return ""
    known = {str(partner.pk) for partner in record.partners.all()}
    return "" if not known or planned.partner in known else _partner(plan, planned)


def url_of(record):
    opts = record._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[record.pk])


def _date(date):
    return date.show("ru") if date else ""


def _names(records):
    return ", ".join(str(record) for record in records)


def _partner(plan, planned):
    return plan.partners.name(planned.partner) if planned.partner else ""


def _sector_names(plan, planned):
    return _names(plan.sectors[code] for code in planned.values.get("sectors", ()))


def _source(plan, planned, record):
    return "Источник", f"эта справка, абзац {planned.card.paragraph}", record.source_ru or ""


def _event(plan, planned, record):
    values = planned.values
    return [
        ("Название", planned.card.fields.get("title", ""), record.title_ru or ""),
        ("Дата", _date(planned.date), _date(record.date)),
        ("Партнёр", _partner(plan, planned), _names(record.partners.all())),
        ("Отрасли", _sector_names(plan, planned), _names(record.sectors.all())),
        ("Место", values.get("place", ""), record.place_ru or ""),
        _source(plan, planned, record),
    ]


def _direction(plan, planned, record):
    told = record.text_ru or record.title_ru or ""
    return [
        ("Направление", planned.card.fields.get("text", ""), told),
        ("Партнёр", _partner(plan, planned), str(record.partner)),
        ("Отрасли", _sector_names(plan, planned), _names(record.sectors.all())),
        _source(plan, planned, record),
    ]


def _tie(plan, planned, record):
    kinds = dict(record.Kind.choices)
    return [
        (
            "Связь",
            str(kinds.get(planned.card.fields.get("tie_kind"), "")),
            record.get_kind_display(),
        ),
        ("С какого времени", _date(planned.date), _date(record.since)),
        ("Партнёр", _partner(plan, planned), str(record.partner)),
        _source(plan, planned, record),
    ]


def _contact(plan, planned, record):
    fields, values = planned.card.fields, planned.values
    name = " ".join(fields.get(part, "") for part in ("surname", "given", "patronymic")).strip()
    phones = [show_phone(number) for number, _extension, _kind in values.get("phones", ())]
    return [
        ("Имя", name, record.full_name()),
        ("Партнёр", _partner(plan, planned), _names(record.partners.all())),
        ("Должность", fields.get("position", ""), record.position_ru or ""),
        ("Отдел", fields.get("department", ""), str(record.department or "")),
        (
            "Телефоны",
            ", ".join(phones),
            ", ".join(show_phone(p.number) for p in record.phones.all()),
        ),
        ("Почта", fields.get("email", ""), record.email),
    ]


ROWS = {
    cards.EVENT: _event,
    cards.DIRECTION: _direction,
    cards.TIE: _tie,
    cards.CONTACT: _contact,
}
