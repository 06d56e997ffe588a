"""There and back: a written dossier that is read again proposes no new record."""

import datetime

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings

from briefings.reading import read_file
from briefings.register.accepting import accept
from briefings.register.cards import RECORDS, Review
from briefings.register.planning import Plan

writing = pytest.importorskip("briefings.writing.writing", reason="notes are not written yet")
records = pytest.importorskip("briefings.writing.records")
dossiers = pytest.importorskip("tests.briefings.dossiers").dossiers
make = pytest.importorskip("tests.briefings.test_there_and_back").make

CHOICE = records.Choice(as_of=datetime.date(2026, 11, 25))


def not_known(partner, user):
    """Labels of the cards that a review of the partner's own note would make records of."""
    content = writing.write(partner, CHOICE, "ru", "docx")
    note = accept(content, "note.docx", read_file(content, "note.docx"), user)
    plan = Plan(Review.from_json(note.review), note.text)
    assert plan.partner == str(partner.pk)
    return [
        planned.label
        for planned in plan.cards
        if planned.card.kind in RECORDS and not planned.same_as and not planned.is_known_tie
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
