"""A stretch is what is read of a run of the note, each character tied to where it stands."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.reading.stretch import SKIPPED, stretch

LINES = st.text(alphabet="аяЁ«»–.,1  \t\u00a0\u00ad\u0306и\u200bz", max_size=40)


@given(LINES, LINES, LINES)
def test_each_character_stands_where_it_says(before, line, after):
    text = before + line + after
    made = stretch(text, len(before), len(before) + len(line))
    assert made.text == made.text.strip()
    assert "  " not in made.text
    assert len(made.text) == len(made.read) == len(made.at) == len(made.to)
    for character, begin, end in zip(made.text, made.at, made.to, strict=True):
        told = "".join(c for c in text[begin:end] if c not in SKIPPED)
        assert unicodedata.normalize("NFC", told).strip() == character.strip()
    kept = [p for p in range(len(before), len(before) + len(line)) if _counts(text[p])]
    assert [
        p for b, e in zip(made.at, made.to, strict=True) for p in range(b, e) if _counts(text[p])
    ] == kept


def _counts(character):
    return not character.isspace() and character not in SKIPPED


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("В мае прошёл форум", "в мае прошел форум"),
        ("  В  мае\u00a0прошёл\tфорум ", "в мае прошел форум"),
        ("фо\u00adрум и\u0306", "форум й"),
        ("порты,музеи;прошёл форум.В мае", "порты, музеи; прошел форум. в мае"),
        ("в 10:30 у г.Брно, т.576-00-21", "в 10:30 у г.брно, т.576-00-21"),
    ],
)
def test_what_is_read_of_a_run(text, read):
    assert stretch(text).read == read


def test_a_space_that_was_lost_is_read_and_not_written():
    made = stretch("порты,музеи")
    assert (made.read, made.written) == ("порты, музеи", "порты,музеи")
