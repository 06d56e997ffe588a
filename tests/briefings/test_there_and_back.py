"""A dossier written in Russian and read again is the same dossier."""

import datetime
import io
import re
import zipfile

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings

from briefings.reading import read_file, read_text
from briefings.writing.composing import compose
from briefings.writing.note import plain
from briefings.writing.records import Choice, records_of
from briefings.writing.word import to_docx
from cooperation.models import Partner
from core.dates import PartialDate
from tests.briefings.dossiers import dossiers
from tests.factories import (
    make_contact,
    make_department,
    make_direction,
    make_event,
    make_partner,
    make_tie,
)

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 25)
CHOICE = Choice(as_of=TODAY, sources=True)


def make(dossier):
    partner, directions, events, ties, contacts = dossier
    partner = make_partner(**partner)
    for order, values in enumerate(directions):
        make_direction(partner, order=order, source_ru="Справка, 2015 г.", **values)
    for values in events:
        make_event(partners=[partner], source_ru="Газета, 5 мая 2014 г.", **values)
    for values in ties:
        make_tie(partner, **values)
    for values in contacts:
        department = values.pop("department")
        made = make_department(department) if department else None
        make_contact(partners=[partner], department=made, **values)
    return partner


def as_text(note):
    """The note as somebody types it: without footnotes."""
    lines = [note.plain_title, f"({note.as_of})"]
    for section in note.sections:
        lines += ["", plain(section.heading), ""]
        lines += [("· " if section.bulleted else "") + plain(p) for p in section.paragraphs]
    return "\n".join(lines)


def letters(text):
    return re.sub(r"[^\w]+", " ", text).strip().lower().replace("ё", "е")


def wanted_direction(direction):
    text = direction.text_ru or ""
    return letters(f"{direction.title_ru} {text}")


def compare(records, briefing):
    """What was read is what the register holds: nothing lost, nothing new, nothing more exact."""
    assert [letters(d.text) for d in briefing.directions] == [
        wanted_direction(d) for d in records.directions
    ]
    for direction, read in zip(records.directions, briefing.directions, strict=True):
        assert codes_of(direction) <= set(read.sectors)
    told = [(t.since, "held", set()) for t in records.ties if t.since]
    told += [(e.date, e.event_status, codes_of(e)) for e in records.events if e.date]
    told.sort(key=lambda row: (row[0].first, row[0].last))
    assert [(e.dating and e.dating.date, e.status) for e in briefing.events] == [
        (date, status) for date, status, _sectors in told
    ]
    for event, (_date, _status, sectors) in zip(briefing.events, told, strict=True):
        assert sectors <= set(event.sectors)
    assert [r.since for r in briefing.relations] == [t.since for t in records.ties if t.since]
    assert [person(c) for c in briefing.contacts] == [held(c) for c in records.contacts]
    assert briefing.as_of == PartialDate(TODAY.isoformat())


def codes_of(record):
    return {sector.code for sector in record.sectors.all()}


def person(contact):
    return (
        contact.surname,
        contact.initials.replace(" ", ""),
        letters(" ".join(filter(None, (contact.position, contact.department, contact.unit)))),
        [phone.e164 for phone in contact.phones],
        list(contact.emails),
    )


def held(contact):
    return (
        contact.surname_ru,
        f"{contact.given_ru[0]}.{contact.patronymic_ru[0]}.",
        letters(
            f"{contact.position_ru} {contact.department.name_ru if contact.department else ''}"
        ),
        [phone.number for phone in contact.phones.all()],
        [contact.email] if contact.email else [],
    )


# Without shrinking: each step writes and reads two files, and a failure says what differs anyway.
@settings(
    max_examples=25,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(dossier=dossiers())
def test_a_written_dossier_is_read_again_as_the_same(db, dossier):
    with transaction.atomic():
        partner = make(dossier)
        records = records_of(partner, CHOICE)
        note = compose(records, CHOICE)
        for briefing in (read_file(to_docx(note), "note.docx"), read_text(as_text(note))):
            assert briefing.partner.name == partner.name_ru
            compare(records, briefing)
        transaction.set_rollback(True)


def test_the_demo_content_is_read_again_as_the_same(demo):
    partner = Partner.objects.get(slug="flanders")
    records = records_of(partner, CHOICE)
    briefing = read_file(to_docx(compose(records, CHOICE)), "note.docx")
    assert [e.dating.date for e in briefing.events] == [e.date for e in records.events]
    assert [letters(d.text) for d in briefing.directions] == [
        wanted_direction(d) for d in records.directions
    ]
    assert [person(c)[0] for c in briefing.contacts] == ["Королева"]
    assert [(r.kind, r.with_, r.since.edtf) for r in briefing.relations] == [
        ("friendly_ties", "Антверпен", "1958"),
        ("agreement", "Антверпен", "2020-02-10"),
    ]
    assert briefing.background == ()


def test_nothing_hidden_in_the_file_helps_the_reader(demo):
    partner = Partner.objects.get(slug="flanders")
    content = to_docx(compose(records_of(partner, CHOICE), CHOICE))
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert not [name for name in file.namelist() if "custom" in name.lower()]
        hidden = b"".join(file.read(name) for name in file.namelist())
    for code in (b"2013-02", b"flanders-ports", b"flemish-tourism-seminar", b"transport"):
        assert code not in hidden
