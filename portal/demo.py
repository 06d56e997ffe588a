"""Reads the demo content, TOML files of records in three languages, into the register."""

import tomllib
from pathlib import Path

from django.db import transaction

from contacts.models import ContactPerson, Department, Phone
from cooperation.models import Direction, Partner, Sector, Tie
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


def _sectors(entry):
    return list(Sector.objects.filter(code__in=entry["sectors"]))


def _partner_at(slug):
    """The partner, known again although its address may be another by now."""
    partner = Partner.objects.at(slug)
    if partner is None:
        raise KeyError(slug)
    return partner


def _partner(entry):
    if Partner.objects.at(entry["slug"]) is not None:
        return False
    parent = _partner_at(entry["parent"]) if "parent" in entry else None
    values = _fields(entry, "parent") | {"parent": parent, "status": Status.PUBLISHED}
    Partner.objects.create(**values)
    return True


def _tie(entry):
    partner = _partner_at(entry["partner"])
    Tie.objects.create(partner=partner, status=Status.PUBLISHED, **_fields(entry, "partner"))


def _direction(entry):
    direction = Direction.objects.create(
        partner=_partner_at(entry["partner"]),
        status=Status.PUBLISHED,
        **_fields(entry, "slug", "partner", "sectors"),
    )
    direction.sectors.set(_sectors(entry))


def _event(entry):
    if Event.objects.at(entry["slug"]) is not None:
        return False
    values = _fields(entry, "partners", "sectors", "part") | {"status": Status.PUBLISHED}
    event = Event.objects.create(**values)
    event.partners.set([_partner_at(slug) for slug in entry["partners"]])
    event.sectors.set(_sectors(entry))
    for part in entry.get("part", []):
        Part.objects.create(event=event, **_fields(part))
    return True


def _contact(entry, departments):
    department, _ = Department.objects.get_or_create(
        name_ru=departments[entry["department"]]["name"]["ru"],
        defaults=_fields(departments[entry["department"]], "slug"),
    )
    contact = ContactPerson.objects.create(
        department=department,
        status=Status.PUBLISHED,
        **_fields(entry, "slug", "department", "partners", "sectors", "phones"),
    )
    contact.partners.set([_partner_at(slug) for slug in entry["partners"]])
    contact.sectors.set(_sectors(entry))
    for order, phone in enumerate(entry["phones"], start=1):
        Phone.objects.create(contact=contact, order=order, **phone)


@transaction.atomic
def load(path):
    """Create the records of a file that the register does not have; never change one it has.

    Partners and events are known again by their addresses, the former ones too. Ties, directions
    and contacts have none: they come with their partner, when it is new, and are then the staff's.
    Returns how many records were created. Raises KeyError or a database error when the file is not
    of the form of ``demo/``; nothing is then written.
    """
    content = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    departments = {entry["slug"]: entry for entry in content.get("department", [])}
    new = {entry["slug"] for entry in content.get("partner", []) if _partner(entry)}
    ties = [entry for entry in content.get("tie", []) if entry["partner"] in new]
    directions = [entry for entry in content.get("direction", []) if entry["partner"] in new]
    contacts = [e for e in content.get("contact", []) if new.intersection(e["partners"])]
    for tie in ties:
        _tie(tie)
    for direction in directions:
        _direction(direction)
    for contact in contacts:
        _contact(contact, departments)
    events = sum(_event(entry) for entry in content.get("event", []))
    return len(new) + len(ties) + len(directions) + len(contacts) + events
