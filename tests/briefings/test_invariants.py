"""Whatever a note holds: no error, no character lost, no day that is not written."""

import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.reading.answer import answer
from briefings.reading.dating.words import ORDINAL, WORDS
from briefings.reading.encodings import decode
from briefings.reading.errors import UnreadableError
from briefings.reading.files import pasted, source_of
from briefings.reading.reader import understand
from briefings.reading.stretch import SKIPPED, lowered
from core.dates import Precision

NOTES = [decode(path.read_bytes())[0] for path in sorted(Path(__file__).parent.glob("notes/*.txt"))]
SCRAPS = [
    "I. ",
    "II. ",
    "Перспективные направления",
    "Основные события\n",
    "Контакты:\n",
    "· ",
    "1) ",
    "– ",
    "\t",
    "\n",
    "\n\n",
    " ",
    " г. ",
    "в мае ",
    "2013",
    "15",
    "–",
    "31 июня ",
    "с ",
    "по ",
    "«",
    "»",
    "(",
    ")",
    "Ким А. С.",
    "576-00-01",
    "a@b.org",
    "главный специалист ",
    "отдела стран Азии ",
    "прошёл форум. ",
    ", а ",
    "; ",
    "того же года",
    "\xad",
    "\ufeff",
    "й",
    "З",
    "О",
    "l",
    "XX века",
    "\r",
    "-\n",
    ". ",
    ":",
]

scraps = st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join)
any_text = st.text(max_size=200)


@st.composite
def mutilated(draw):
    """A note with pieces cut out, doubled or put elsewhere."""
    text = draw(st.sampled_from(NOTES))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 300)))
        place = draw(st.integers(0, len(text)))
        cut = text[start:end]
        kind = draw(st.sampled_from(["cut", "double", "move", "scrap"]))
        if kind == "cut":
            text = text[:start] + text[end:]
        elif kind == "scrap":
            text = text[:place] + draw(scraps) + text[place:]
        else:
            rest = text[:start] + text[end:] if kind == "move" else text
            text = rest[:place] + cut + rest[place:]
    return text


def check(text):
    try:
        source = pasted(text)
    except UnreadableError:
        return
    briefing = understand(source)
    assert "".join(piece for piece, _ in briefing.tiles()) == text
    taken = [piece for item in briefing.items() for piece in item.pieces]
    assert sum(map(len, (piece.text for piece in taken))) >= len(re.findall(r"\w", text))
    assert all(piece.text == text[piece.start : piece.end] != "" for piece in taken)
    assert all(item is not None or gap.isspace() for gap, item in briefing.tiles())
    for event in briefing.events:
        if event.dating and event.dating.precision == Precision.DAY:
            check_day(event.dating, text)
    assert answer(briefing)["schema"] == "coop-note/1"


def check_day(dating, text):
    """A day stands in the note as a number, or as a word: «двадцать пятого»."""
    seen = "".join(character for character in text if character not in SKIPPED)
    # A vertical line may be a one that was read wrongly, or the border of a table.
    alike = lowered(seen).translate(str.maketrans("оoзl|iб", "0031116"))
    numbers = {int(n) for read in (seen, alike) for n in re.findall(r"\d+", read)}
    words = [WORDS.get(word, ("", 0)) for word in re.findall(r"[а-я]+", lowered(seen))]
    units = {value for kind, value in words if kind == ORDINAL}
    tens = {value for kind, value in words if kind == "tens"}
    numbers |= units | {ten + unit for ten in tens for unit in units}
    assert dating.date.start.day in numbers
    assert dating.date.end is None or dating.date.end.day in numbers


@given(any_text)
def test_any_text(text):
    check(text)


@given(scraps)
@settings(max_examples=200)
def test_scraps_of_notes(text):
    check(text)


@given(mutilated())
@settings(max_examples=60)
def test_mutilated_notes(text):
    check(text)


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"{", b"\xef\xbb\xbf"]),
)
def test_any_bytes(data, start):
    try:
        source = source_of(start + data)
    except UnreadableError:
        return
    understand(source)
