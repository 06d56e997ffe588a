"""The same note in another dress: other signs, line ends, marks and widths change nothing."""

import functools
import re
import textwrap

import pytest

from briefings.reading import read_text
from briefings.reading.marks import find_mark
from tests.briefings.test_notes import TEXTS, briefing_of, expected_of

MONTHS = "янв|фев|мар|апр|ма[йя]|ию[нл]|авг|сен|окт|ноя|дек"
WIDE = 130
# Where a narrow page leaves it open whether a line goes on.
NOT_YET = {
    40: {
        "barcelona",
        "busan",
        "izmir3",
        "losangeles",
        "maribor",
        "piedmont",
        "pskovobl",
        "stavanger",
        "tallinn",
        "tallinn2",
        "zagreb2",
    },
    46: {"barcelona", "basque", "hokkaido", "jeonju", "maribor", "santiago"},
    52: {"galisiya", "jeonju", "losangeles", "maribor", "piedmont", "tallinn2", "tuscany"},
    58: {"barcelona", "izmir3", "jeonju", "lombardia", "lyublyana", "maribor", "tuscany"},
    64: {"busan", "lombardia", "losangeles", "santiago", "tallinn2"},
    70: {"almaty", "busan", "losangeles", "lyublyana", "tallinn2", "tuscany"},
    76: {"losangeles", "maribor", "piedmont", "tallinn2"},
    80: {"alborg", "guangdong", "losangeles", "maribor", "tallinn2"},
}


def headings_of(name):
    return {each["as_written"] for each in expected_of(name).get("headings", []) if each["section"]}


def on_headings(change):
    def dressed(text, headings):
        return "\n".join(
            change(line) if line.strip() in headings else line for line in text.split("\n")
        )

    return dressed


def on_text(pattern, instead):
    return lambda text, headings: re.sub(pattern, instead, text, flags=re.MULTILINE)


DRESSES = {
    "line ends of Windows": on_text(r"\r?\n", "\r\n"),
    "more empty lines": on_text(r"\n[ \t]*\n", "\n\n\n"),
    "unbroken spaces in dates": on_text(rf"(?<=\d) (?=г\.|год|{MONTHS})", "\u00a0"),
    "long dashes": on_text("–", "—"),
    "typewriter's quotes": on_text("[«»]", '"'),
    "asterisks": on_text(r"^(\s*)[•\-–—*·▪■○●](\s+)(?=\S)", r"\1*\2"),
    "hyphens as marks": on_text(r"^(\s*)[•\-–—*·▪■○●](\s+)(?=\S)", r"\1-\2"),
    "years in full": on_text(r"(\d{4}) ?г\.(?=\s+[а-яa-z(])", r"\1 года"),
    "letters for scanned digits": on_text(rf"3(?=\d? (?:{MONTHS}))", "З"),
    "lines below headings": on_headings(lambda line: f"{line}\n{'-' * len(line)}"),
    "colons behind headings": on_headings(lambda line: line.rstrip(" .:") + ":"),
}


def told(briefing):
    """What a reader takes from a note, without its wording."""
    return {
        "events": [
            (event.dating and event.dating.date.edtf, event.status) for event in briefing.events
        ],
        "directions": len(briefing.directions),
        "contacts": [
            (contact.surname, [phone.e164 for phone in contact.phones])
            for contact in briefing.contacts
        ],
        "background": len(briefing.background),
    }


@functools.cache
def told_of(name):
    return told(briefing_of(name))


@pytest.mark.parametrize("dress", DRESSES)
def test_another_dress_changes_nothing(dress):
    for name in TEXTS:
        dressed = DRESSES[dress](briefing_of(name).text, headings_of(name))
        assert told(read_text(dressed)) == told_of(name), name


@pytest.mark.parametrize("width", NOT_YET)
def test_a_narrow_page_changes_nothing(width):
    differ = set()
    for name in TEXTS:
        lines = briefing_of(name).text.splitlines()
        if max(map(len, lines)) < WIDE:
            # Already on a narrow page: wrapped again, nobody could read it.
            continue
        narrow = "\n".join(_wrapped(line, width) for line in lines)
        if told(read_text(narrow)) != told_of(name):
            differ.add(name)
    assert differ == NOT_YET[width]


def _wrapped(line, width):
    """A line as a page of so many columns has it; a point's own lines stand in as it does."""
    mark = find_mark(line.strip())[1]
    if "|" in line or "\t" in line.strip()[mark:]:
        return line
    line = line.expandtabs()
    indent = len(line) - len(line.lstrip()) if mark else 0
    return textwrap.fill(
        line, width, break_long_words=False, break_on_hyphens=False, subsequent_indent=" " * indent
    )


# Words that nothing in the reader knows, in place of a section's heading.
UNHEARD = {"directions": "Точки опоры", "events": "За плечами", "contacts": "Позвонить"}
# Where without the words of its heading nobody could tell a section.
UNTOLD = {
    "genoa",
    "guangdong",
    "maribor",
    "quebec_city",
    "stockholm",
    "tallinn2",
    "vitebsk",
    "westphalia",
}


def test_sections_are_known_whatever_their_headings_say():
    differ = set()
    for name in TEXTS:
        renamed = _renamed(briefing_of(name).text, expected_of(name).get("headings", []))
        if renamed is not None and told(read_text(renamed)) != told_of(name):
            differ.add(name)
    assert differ == UNTOLD


def _renamed(text, headings):
    """The text with the first heading of each section renamed; None where none is a line."""
    firsts = {}
    for heading in headings:
        if heading["section"] in UNHEARD:
            firsts.setdefault(heading["section"], " ".join(heading["as_written"].split()))
    lines = [
        next((_unheard(line, section) for section in firsts if firsts[section] == said), line)
        for line, said in ((line, " ".join(line.split())) for line in text.splitlines())
    ]
    return "\n".join(lines) if lines != text.splitlines() else None


def _unheard(line, section):
    """A heading with its number, sign and capitals, and other words."""
    mark = re.match(r"\W*(?:(?:[IVXІХ]{1,4}|\d{1,2}|[А-Д])[.)]+\s*)?", line)[0]
    words = UNHEARD[section].upper() if line.isupper() else UNHEARD[section]
    return mark + words + (":" if line.rstrip().endswith(":") else "")
