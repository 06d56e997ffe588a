"""Makes records for the tests: published, with the least that a record needs."""

from itertools import count

from contacts.models import ContactPerson, Department, Phone
from cooperation.models import Direction, Partner, Sector, Tie
from core.publishing import Status
from events.models import Event, Part

numbers = count(1)


def make_partner(slug=None, **values):
    number = next(numbers)
    values = {"name_ru": f"Партнёр {number}", "status": Status.PUBLISHED, "country": "BE"} | values
    return Partner.objects.create(slug=slug or f"partner-{number}", **values)


def sectors(*codes):
    return list(Sector.objects.filter(code__in=codes))


def make_event(slug=None, *, partners=(), sector_codes=(), parts=(), **values):
    number = next(numbers)
    values = {"title_ru": f"Событие {number}", "status": Status.PUBLISHED} | values
    event = Event.objects.create(slug=slug or f"event-{number}", **values)
    event.partners.set(partners)
    event.sectors.set(sectors(*sector_codes))
    for order, text in enumerate(parts, start=1):
        Part.objects.create(event=event, order=order, text_ru=text)
    return event


def make_direction(partner, *, sector_codes=(), **values):
    values = {"title_ru": f"Направление {next(numbers)}", "status": Status.PUBLISHED} | values
    direction = Direction.objects.create(partner=partner, **values)
    direction.sectors.set(sectors(*sector_codes))
    return direction


def make_tie(partner, **values):
    values = {"kind": Tie.Kind.TWINNING, "status": Status.PUBLISHED} | values
    return Tie.objects.create(partner=partner, **values)


def make_contact(*, partners=(), sector_codes=(), phones=(), **values):
    values = {
        "surname_ru": f"Фамилия {next(numbers)}",
        "status": Status.PUBLISHED,
        "may_be_published": True,
    } | values
    contact = ContactPerson.objects.create(**values)
    contact.partners.set(partners)
    contact.sectors.set(sectors(*sector_codes))
    for order, number in enumerate(phones, start=1):
        Phone.objects.create(contact=contact, order=order, number=number)
    return contact


def make_department(name, **values):
    return Department.objects.create(name_ru=name, **values)
