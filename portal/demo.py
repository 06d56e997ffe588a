"""Reads the demo content, TOML files of records in three languages, into the register."""

import tomllib
from pathlib import Path

from django.db import transaction

from contacts.models import ContactPerson, Department, Phone
from cooperation.models import Partner, Sector, Tie
from core.languages import CODES
from core.publishing import Status
from events.models import Event, Part


def _fields(entry, *without):
    """An entry's values by field name, its texts spread over their languages."""
    fields = {}
    for name, value in entry.items():
        if name in without:
            continue
        if isinstance(value, dict):
            fields |= {f"{name}_{code}": value[code] for code in CODES if code in value}
        else:
            fields[name] = value
    return fields


def _related(model, key, codes):
    return list(model.objects.filter(**{f"{key}__in": codes}))


def _partner(entry):
    values = _fields(entry, "slug", "parent")
    parent = Partner.objects.get(slug=entry["parent"]) if "parent" in entry else None
    values |= {"parent": parent, "status": Status.PUBLISHED}
    return Partner.objects.get_or_create(slug=entry["slug"], defaults=values)[1]


def _tie(entry):
    values = _fields(entry, "partner", "kind", "since") | {"status": Status.PUBLISHED}
    known = {
        "partner": Partner.objects.get(slug=entry["partner"]),
        "kind": entry["kind"],
        "since": entry["since"],
    }
    return Tie.objects.get_or_create(**known, defaults=values)[1]


def _direction(entry):
    partner = Partner.objects.get(slug=entry["partner"])
    if partner.directions.filter(title_ru=entry["title"]["ru"]).exists():
        return False
    values = _fields(entry, "slug", "partner", "sectors")
    direction = partner.directions.create(**values, status=Status.PUBLISHED)
    direction.sectors.set(_related(Sector, "code", entry["sectors"]))
    return True


def _event(entry):
    values = _fields(entry, "slug", "partners", "sectors", "part") | {"status": Status.PUBLISHED}
    event, is_new = Event.objects.get_or_create(slug=entry["slug"], defaults=values)
    if is_new:
        event.partners.set(_related(Partner, "slug", entry["partners"]))
        event.sectors.set(_related(Sector, "code", entry["sectors"]))
        for part in entry.get("part", []):
            Part.objects.create(event=event, **_fields(part))
    return is_new


def _contact(entry, departments):
    department, _ = Department.objects.get_or_create(
        name_ru=departments[entry["department"]]["name"]["ru"],
        defaults=_fields(departments[entry["department"]], "slug"),
    )
    if ContactPerson.objects.filter(
        surname_ru=entry["surname"]["ru"], department=department
    ).exists():
        return False
    values = _fields(entry, "slug", "department", "partners", "sectors", "phones")
    contact = ContactPerson.objects.create(**values, department=department, status=Status.PUBLISHED)
    contact.partners.set(_related(Partner, "slug", entry["partners"]))
    contact.sectors.set(_related(Sector, "code", entry["sectors"]))
    for order, phone in enumerate(entry["phones"], start=1):
        Phone.objects.create(contact=contact, order=order, **phone)
    return True


@transaction.atomic
def load(path):
    """Create the records of a file that the register does not have; never change one it has.

    Returns how many were created. Raises KeyError or a database error when the file is not of
    the form of ``demo/``; nothing is then written.
    """
    content = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    departments = {entry["slug"]: entry for entry in content.get("department", [])}
    created = [_partner(entry) for entry in content.get("partner", [])]
    created += [_tie(entry) for entry in content.get("tie", [])]
    created += [_direction(entry) for entry in content.get("direction", [])]
    created += [_event(entry) for entry in content.get("event", [])]
    created += [_contact(entry, departments) for entry in content.get("contact", [])]
    return sum(created)
