"""Finds the sectors of a text by a table of words in their dictionary form."""

import functools
import re
import tomllib
from pathlib import Path

from briefings.reading.morphology import is_known, lemmas, may_be, parses

TABLE = Path(__file__).with_name("sectors.toml")
WORD = re.compile(r"[a-zа-яё]+(?:-[а-яё]+)*")
OFFICIAL = "official"
# «Подготовка программистов», «обучение гидов»: whoever is trained, it is education.
# «Дни города в …»: a festival of culture unless something else is named.
DAYS = re.compile(r"(?<!\d )\bдн(?:и|ей|ям|ях)\b(?!\s+(?:памяти|рожден|открыт|спустя|позже))")
DAYS_OF = re.compile(r"(?<!\d )\bдн(?:и|ей|ям|ях)\s+([а-я-]+)")
TRAINING = {"подготовка", "переподготовка", "обучение", "стажировка", "повышение"}
# The name of a thing; not «2015 г. – «Ночь музеев»», where it is what happened.
QUOTED = re.compile(r"(?<![–—-]\s)«[^«»]*»|“[^”]*”")
# What language a thing is in, and why it was called off, tell nothing of its field.
ASIDE = re.compile(
    r"на [а-я]+(?:ом|ем|их|ых) (?:и [а-я]+(?:ом|ем|их|ых) )?язык(?:е|ах)"
    r"|по [а-я]+ым причинам|из-за [а-я]+(?: [а-я]+ на [а-я]+)?"
    r"|портов[а-я]+ город[а-я]*|дом[а-я]* ученых"
    r"|полярн[а-я]+ конво[а-я]+|на набережной [а-я]+|в связи с [а-я]+"
    r"|гостиниц[а-я]+ «[^«»]*»|\[[^\[\]]*\]|искусств[а-я]+ чая"
    r"|ботаническ[а-я]+ сад[а-я]*|по гранту [а-я]+"
)
SHORTEST_ENDING = 2
# «Комитета по инновациям, труду и экономике»: a body and the fields it is named after.
BODY = re.compile(
    r"(?:комитет|комисси|министерств|департамент|управлени|отдел)\w*\s+по\s+(?:вопросам\s+)?"
    r"(?:[а-я-]+(?:ам|ям|ию|ью|ству|ике|уре|ии|ту|ду|ру|ке|ой|им|ым|ому|ему|му)\b,?\s*(?:и\s+)?)+"
)
SIGNS = re.compile(r"подписал|заключил")


@functools.cache
def shipped():
    """The table that comes with the program: {code: words and phrases}, in its order."""
    with TABLE.open("rb") as file:
        return {code: tuple(entry["words"]) for code, entry in tomllib.load(file).items()}


class SectorWords:
    """A table of words ready for use; ``more`` adds pairs (code, word or phrase).

    A word stands in its dictionary form; an asterisk at its end stands for any ending; a phrase is
    several words in a row, each in its dictionary form. An exclamation mark behind a phrase: its
    words tell nothing by themselves, as a «детский сад!» is no garden.
    """

    def __init__(self, more=()):
        self.exact, self.open, self.phrases, self.known = {}, {}, {}, {}
        self.codes = list(shipped())
        for code, words in shipped().items():
            for word in words:
                self._add(code, word)
        for code, word in more:
            if code not in self.codes:
                self.codes.append(code)
            self._add(code, word)

    def _add(self, code, word):
        is_alone = word.endswith("!")
        parts = word.rstrip("!").lower().replace("ё", "е").split()
        if not parts:
            return
        if len(parts) > 1:
            forms = tuple(part if part.endswith("*") else _entry_lemmas(part) for part in parts)
            for first in _starts(forms[0]):
                self.phrases.setdefault(first, []).append((forms, code, is_alone))
        elif word.endswith("*"):
            self.open.setdefault(parts[0][:-1], set()).add(code)
        else:
            self.exact.setdefault(parts[0], set()).add(code)

    def find(self, read):
        """Codes of the sectors that what is read speaks of, in the order of the table."""
        words = WORD.findall(ASIDE.sub(" ", read))
        known = [_lemmas(word) for word in words]
        found, covered = set(), 0
        for place, forms in enumerate(known):
            codes, length = self._of_phrase(known, place)
            found |= codes
            covered = max(covered, place + length)
            found |= self._of_word(forms) if place >= covered else set()
            if forms & TRAINING and place + 1 < len(words) and _is_people(words[place + 1]):
                found.add("education")
        return tuple(code for code in self.codes if code in found)

    def _of_word(self, forms):
        """Codes that a word's forms stand for, each set of forms looked up but once."""
        if forms not in self.known:
            self.known[forms] = self._looked_up(forms)
        return self.known[forms]

    def _looked_up(self, forms):
        found = set()
        for form in forms:
            found |= self.exact.get(form, set())
            for length in range(SHORTEST_ENDING, len(form) + 1):
                found |= self.open.get(form[:length], set())
        return found

    def _of_phrase(self, known, place):
        """(codes, words of the longest that stands alone) of the phrases that begin at a place."""
        found, longest = set(), 0
        for form in known[place]:
            for phrase, code, is_alone in self.phrases.get(form[:3], ()):
                following = known[place : place + len(phrase)]
                if len(following) == len(phrase) and all(map(_fits, phrase, following)):
                    found.add(code)
                    longest = max(longest, len(phrase) if is_alone else 0)
        return found, longest


@functools.cache
def shipped_words():
    """The SectorWords of the table that comes with the program, made once."""
    return SectorWords()


def _starts(entry):
    forms = {entry} if isinstance(entry, str) else entry
    return {form[:3] for form in forms}


def _fits(entry, forms):
    if isinstance(entry, str):
        return any(form.startswith(entry[:-1]) for form in forms)
    return bool(entry & forms)


@functools.lru_cache(maxsize=4096)
def _entry_lemmas(word):
    return lemmas(word)


@functools.lru_cache(maxsize=50_000)
def _lemmas(word):
    """The dictionary forms of a word, the unlikely ones left out; the word itself among them."""
    found = parses(word)
    if not found:
        return frozenset((word,))
    best = found[0].score
    return frozenset(
        (*(p.normal_form.replace("ё", "е") for p in found if p.score >= best * 0.2), word)
    )


def _is_people(word):
    return any({"NOUN", "anim", "plur", "gent"} <= p.tag.grammemes for p in parses(word)[:4])


def _are_days(read, fields):
    """«Дни Осаки» with whatever field: the days of a city are a festival of culture too."""
    of = DAYS_OF.search(read)
    return "culture" not in fields and bool(of) and (may_be(of[1], "Geox") or not is_known(of[1]))


def event_sectors(table, read, whole, is_tie, is_strongly_official):
    """The sectors of an event: of its own sentence, else of all that is told, else the official.

    ``is_tie``: it records a standing tie; ``is_strongly_official``: parliaments or treaties of the
    cities stand in it, so that bodies named after a field tell nothing.
    """
    if is_tie:
        return (OFFICIAL,)
    plain = QUOTED.sub(" ", read)
    # What a body signs is of its own field.
    bodies = () if SIGNS.search(plain) else (BODY.sub(" ", plain),)
    for text in (*bodies, plain, read):
        found = table.find(text)
        fields = tuple(code for code in found if code != OFFICIAL)
        if fields or (found and is_strongly_official):
            return (*fields, "culture") if _are_days(read, fields) else fields or found
    if DAYS.search(read):
        return ("culture",)
    if found:
        return found
    found = table.find(whole)
    return tuple(code for code in found if code != OFFICIAL) or found
