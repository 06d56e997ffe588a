"""The search is right: questions with answers written by hand, over the demo content."""

import tomllib

import pytest
from django.conf import settings
from django.utils.translation import override

from contacts.models import ContactPerson
from cooperation.models import Direction, Partner
from core.search.correcting import correct
from core.search.question import ask
from events.models import Event

FILE = settings.BASE_DIR / "tests" / "search_questions.toml"
QUESTIONS = tomllib.loads(FILE.read_text(encoding="utf-8"))["question"]
DEMO = tomllib.loads((settings.BASE_DIR / "demo" / "flanders.toml").read_text(encoding="utf-8"))
DIRECTIONS = {entry["title"]["en"]: entry["slug"] for entry in DEMO["direction"]}
GROUPS = {"partners": Partner, "events": Event, "directions": Direction, "contacts": ContactPerson}


def code(record):
    """What the demo content calls a record."""
    if isinstance(record, Direction):
        return DIRECTIONS[record.title_en]
    return record.surname_en.lower() if isinstance(record, ContactPerson) else record.slug


def in_order(model, language):
    records = model.objects.public()
    return records.in_order(language) if model is Partner else records.in_order()


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: asked["q"])
def test_a_question_has_its_answer(demo, asked):
    everything = [model.objects.public() for model in GROUPS.values()]
    with override(asked["language"]):
        question = correct(ask(asked["q"]), everything)
        found = {
            name: [
                code(record)
                for record in in_order(model, asked["language"])
                .matching(question)
                .by_relevance(question)
            ]
            for name, model in GROUPS.items()
        }
    assert question.meant == asked.get("corrected", asked["q"])
    assert found == {name: asked.get(name, []) for name in GROUPS}


def test_there_are_forty_questions_half_of_them_older_than_the_search():
    assert len(QUESTIONS) >= 40
    assert sum(asked.get("blind", False) for asked in QUESTIONS) >= 20
    assert {asked["language"] for asked in QUESTIONS} == {"ru", "en", "nl"}
