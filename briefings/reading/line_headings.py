"""Which lines of a plain text are headings, before its sections are known."""

import re

from briefings.reading.cues import is_numbered, section_of
from briefings.reading.dating import find_dates
from briefings.reading.line_words import WORD, asks, is_name, is_nominative, names_another
from briefings.reading.morphology import is_told
from briefings.reading.page import SENTENCE_END, begins_with_date
from briefings.reading.stretch import lowered

ASKED = re.compile(r"обращ|связ\w+ с")
# «История. В апреле 2009 года …»: the line holds more than a heading.
INNER_END, LONGEST_TITLE = re.compile(r"[.!?:] [A-ZА-ЯЁ«]"), 8
RUN_IN = re.compile(r"([А-ЯЁ][а-яё]+(?: [а-яё]+)?)[.:] [А-ЯЁ]")
# What no heading holds: a number, an address, a verb: «обращаться к …».
TELLING = re.compile(r"\d\d|@|[а-я]{3}ть(?:ся)?\b")
MOST_NAMING, FEWEST_NAMED = 4, 2
LONGEST_HEADING = 90


def opens_section(line):
    """Whether a line is a heading or begins with one: «Контакты. По вопросам …»"""
    run_in = RUN_IN.match(line.text)
    return _heads(line) or bool(run_in and section_of(lowered(run_in[1])))


def is_heading(before, line):
    """Whether one of two lines plainly is a section's heading and so no part of the other."""
    asks = line.text[0].islower() and ASKED.search(lowered(before.text))
    return _heads(line) or (_heads(before) and not asks)


def _heads(line):
    """Whether a line plainly is a section's heading: numbered, in capitals, or with a colon."""
    return bool(
        len(line.text) < LONGEST_HEADING
        and (line.text[0].isupper() or _names(line.text[line.mark :]))
        and section_of(lowered(line.text))
        and not line.text.endswith((",", "-"))
        and ":" not in line.text[:-1]
        and (
            line.form
            or is_numbered(lowered(line.text))
            or line.text.endswith(":")
            or line.text.isupper()
        )
    )


def _names(text):
    """Whether what stands behind a number is but a few words: «3. Перспективы»."""
    return text[:1].isupper() and (len(text.split()) <= MOST_NAMING or text.isupper())


def is_title(line, below):
    """Whether a line, the first of a paragraph, is one of its own: no sentence, a heading."""
    if _heads(line):
        return True
    read = lowered(line.text[line.mark :])
    if begins_with_date(line.text):
        return False
    if line.text.endswith(SENTENCE_END) or INNER_END.search(line.text, line.mark) or is_told(read):
        return False
    if len(WORD.findall(read)) > LONGEST_TITLE:
        return False
    return bool(section_of(read) and not is_name(below.text)) or names_another(line, below)


def heads_names(before, line):
    """Whether a few words stand above a list of names: «Точки опоры» / «порты; музеи; туризм»."""
    is_list = line.text.count(";") >= FEWEST_NAMED and line.text[0].islower()
    is_short = len(before.text.split()) <= MOST_NAMING and before.text[0].isupper()
    if not (is_list and is_short) or before.form or before.text.endswith((*SENTENCE_END, ",")):
        return False
    told = is_told(lowered(before.text)) and not before.text.isupper()
    return is_nominative(line.text) and not (asks(before.text) or told)


def are_one_heading(lines, here, before):
    """Whether two lines are a heading: «I. Перспективные направления» / «сотрудничества:»"""
    line, below = lines[here], lines[here + 1] if here + 1 < len(lines) else None
    ends = below is None or below.is_apart or below.form or below.text[0].isupper()
    together = f"{before.text} {line.text}"
    if not ends or line.form or line.is_apart or not line.text[0].islower():
        return False
    if before.text.endswith(SENTENCE_END) or len(together) > LONGEST_HEADING:
        return False
    read = lowered(together)
    if not section_of(read) or find_dates(read) or TELLING.search(read) or is_told(read):
        return False
    ruled = line.text.endswith(":") or not is_nominative(line.text) or asks(before.text)
    return ruled if section_of(lowered(before.text)) else asks(before.text)
