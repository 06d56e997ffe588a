"""There and back: a written dossier that is read again proposes no new record."""

import datetime

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings

from briefings.notes import Note
from briefings.reading import read_file
from briefings.register.accepting import accept
from briefings.register.cards import RECORDS, Review
from briefings.register.importing import confirm
from briefings.register.planning import Plan
from briefings.register.settling import choose
from briefings.writing import writing
from briefings.writing.event_lines import records_tie
from briefings.writing.records import Choice, records_of
from events.models import Event
from tests.briefings.dossiers import dossiers
from tests.briefings.test_notes import NOTES, TEXTS
from tests.briefings.test_there_and_back import make
from tests.factories import make_event, make_partner

CHOICE = Choice(as_of=datetime.date(2026, 11, 25))
WITH_DRAFTS = Choice(as_of=datetime.date(2026, 11, 25), drafts=True)


def not_known(partner, user, choice=CHOICE):
    """Labels of the cards that a review of the partner's own note would make records of."""
    content = writing.write(partner, choice, "ru", "docx")
    note = accept(content, "note.docx", read_file(content, "note.docx"), user)
    plan = Plan(Review.from_json(note.review), note.text)
    assert plan.partner == str(partner.pk)
    return [
        planned.label
        for planned in plan.cards
        if planned.card.kind in RECORDS
        and not (planned.same_as or planned.is_known_tie or planned.is_left)
    ]


# Without shrinking: each step writes and reads a file.
@settings(
    max_examples=25,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(dossier=dossiers())
def test_a_written_dossier_proposes_no_new_record(editor, dossier):
    with transaction.atomic():
        assert not_known(make(dossier), editor) == []
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Подписано Соглашение о сотрудничестве", Event.Kind.AGREEMENT),
        ("Подписание соглашения о побратимских связях", Event.Kind.TIES_ESTABLISHED),
        ("Установлены дружественные связи", Event.Kind.TIES_ESTABLISHED),
    ],
)
def test_an_event_that_nobody_made_a_tie_of_proposes_none(editor, title, kind):
    partner = make_partner(name_ru="Брно", kind="city")
    make_event(partners=[partner], title_ru=title, kind=kind, date="2010-03-04")
    assert not_known(partner, editor) == []


def entered(name, user):
    """The partner of a note that was read in and confirmed as it is."""
    briefing = read_file((NOTES / f"{name}.txt").read_bytes(), f"{name}.txt")
    told = briefing.partner
    kind = "region" if told and told.kind == "region" else "city"
    partner = make_partner(name_ru=told.name if told else name, kind=kind)
    note = accept(briefing.text.encode(), f"{name}.txt", briefing, user)
    review = Review.from_json(note.review)
    choose(review, str(partner.pk))
    confirm(Note.objects.get(pk=note.pk), Plan(review, note.text), user)
    return partner


@pytest.mark.parametrize("name", TEXTS)
def test_a_note_that_was_entered_comes_out_and_in_again(editor, name):
    partner = entered(name, editor)
    records = records_of(partner, WITH_DRAFTS)
    told = [(event.date, event.event_status) for event in records.events if event.date]
    told += [
        (tie.since, "held")
        for tie in records.ties
        if tie.since and not any(records_tie(event, tie) for event in records.events)
    ]
    content = writing.write(partner, WITH_DRAFTS, "ru", "docx")
    events = read_file(content, "note.docx").events
    read = [(event.dating.date, event.status) for event in events if event.dating]
    assert sorted(map(str, read)) == sorted(map(str, told))
    assert not_known(partner, editor, WITH_DRAFTS) == []
