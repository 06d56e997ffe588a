"""Sentences of the records' texts: where they end, whether they bring a date of their own."""

import re

from briefings.reading.dating import find_dates
from briefings.reading.happenings import without_date
from briefings.reading.sentences import SHORT, is_date
from briefings.reading.stretch import lowered, stretch
from briefings.reading.telling import date_told, says_year
from core.dates.forms import HIGHEST_YEAR, LOWEST_YEAR
from core.dates.vocabulary import SYMBOLS

END = re.compile(r"(?<=[.!?…])(?:[»”\"')]*)\s+(?=[«“\"(\[]*[A-ZА-ЯЁ0-9])")
# After these a full stop ends no sentence; nor does it after a single letter.
ABBREVIATED = re.compile(
    rf"(?:^|[\s(«“\"\xa0.])(?:\w|{'|'.join(sorted(SHORT))}|пл|доб|чл|prof|no|nr|dhr|mevr)\.$",
    re.IGNORECASE,
)
FINAL = (".", "!", "?", "…", ":", ";", ".»", "!»", "?»", ".”", "!”", "?”")

YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
DAY = re.compile(r"(?<!\d)\d{1,2}\.\d{1,2}\.\d{2}(?:\d{2})?(?!\d)")
WORD = re.compile(r"[^\W\d_]+")
WORD_OR_NUMBER = re.compile(r"\w+")
OF_TIME = re.compile(r"[ms]\d+")
LEANS_ON_A_YEAR = re.compile(
    r"\b(?:том|тот|тем|этом|этот|следующ\w+|прошл\w+|предыдущ\w+|текущ\w+|нынешн\w+|минувш\w+|"
    r"последующ\w+|через|спустя)\s+(?:же\s+)?(?:год|месяц)\w*|\b(?:год|месяц)\w* (?:спустя|назад)",
    re.IGNORECASE,
)
MOST = 0.75
FEW_WORDS = 4


def sentences(text):
    """The sentences of a text, each on one line with a final mark."""
    found = []
    for line in text.splitlines():
        start, line = 0, " ".join(line.split(" "))
        for match in END.finditer(line):
            before = line[start : match.start()].rstrip("»”\"')")
            if not (ABBREVIATED.search(before) or is_date(lowered(before))):
                found.append(line[start : match.start()] + match[0].rstrip())
                start = match.end()
        found.append(line[start:])
    return [closed(sentence.strip()) for sentence in found if sentence.strip()]


def closed(sentence):
    """The sentence with a full stop if nothing ends it."""
    return sentence if sentence.endswith(FINAL) else f"{sentence}."


def brings_date(text, language):
    """Whether a reader of notes might find a date in this sentence.

    A year in digits in any language; in Russian whatever that reader takes for a date, names of
    months and seasons and «в том же году», since it completes them from their neighbours.
    """
    years = (int(year) for year in YEAR.findall(text))
    if any(LOWEST_YEAR <= year <= HIGHEST_YEAR for year in years) or DAY.search(text):
        return True
    if language != "ru":
        return False
    if find_dates(stretch(text).read):
        return True
    words = {word.lower().replace("ё", "е") for word in WORD.findall(text)}
    return LEANS_ON_A_YEAR.search(text) is not None or any(
        OF_TIME.fullmatch(SYMBOLS.get(word, "")) for word in words
    )


def tells_date(text, date):
    """Whether a Russian sentence tells this very date, its year too, and no other."""
    found = date_told(stretch(text), date)
    return found is not None and says_year(found)


def dateless(text, date):
    """A Russian sentence without this date, where it tells that and no other."""
    body = stretch(text)
    return without_date(body, date_told(body, date))


def mentions(text, name):
    """Whether the longer words of a name stand in the text, in any case; of many words, most."""
    text, name = lowered(text), lowered(name)
    there = WORD.findall(text)
    stems = [w[: max(4, len(w) - 3)] for w in WORD.findall(name) if len(w) >= 4]
    if not stems:
        return name in text
    found = sum(any(word.startswith(stem) for word in there) for stem in stems)
    return found >= (len(stems) if len(stems) <= FEW_WORDS else MOST * len(stems))


def without_dates(text):
    """The words of a text that are of no date."""
    body = stretch(text)
    words = WORD.findall(without_date(body, *find_dates(body.read)))
    return " ".join(word for word in words if word.lower().replace("ё", "е") not in SYMBOLS)


def says(text, sentence):
    """Whether the text holds the very words of the sentence, one after the other."""
    return _spaced(sentence) in _spaced(text)


def _spaced(text):
    return f" {' '.join(WORD_OR_NUMBER.findall(text.lower()))} "
