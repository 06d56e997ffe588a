"""Notes as clerks write them, with answers made by hand: what staff would enter in the register."""

import json
from pathlib import Path

import pytest

from briefings.reading import answer, read_file
from tests.briefings.scoring import invented, lost, misses
from tests.briefings.word_notes import WORD_NOTES

NOTES = Path(__file__).with_name("notes")
TEXTS = sorted(path.stem for path in NOTES.glob("*.txt"))


# What reading does not yet see, note by note; whoever mends one takes it out.
NOT_YET = json.loads((Path(__file__).parent / "not_yet.json").read_text(encoding="utf-8"))


def expected_of(name):
    return json.loads((NOTES / f"{name}.json").read_text(encoding="utf-8"))


def briefing_of(name):
    if name in WORD_NOTES:
        return read_file(WORD_NOTES[name](), f"{name}.docx")
    return read_file((NOTES / f"{name}.txt").read_bytes(), f"{name}.txt")


@pytest.fixture(params=[*TEXTS, *WORD_NOTES])
def name(request):
    return request.param


def test_a_note_is_read_as_an_editor_would(name):
    assert misses(expected_of(name), answer(briefing_of(name))) == NOT_YET.get(name, [])


def test_no_date_is_finer_than_the_note(name):
    assert invented(expected_of(name), answer(briefing_of(name))) == []


def test_no_letter_of_a_note_is_lost(name):
    briefing = briefing_of(name)
    assert lost(briefing.text, answer(briefing)) == []
    assert "".join(text for text, _ in briefing.tiles()) == briefing.text
