"""Cases of Russian phrases (pymorphy3), and which first letters may be small."""

import re

from briefings.reading.morphology import is_known, parses

GENITIVE, PREPOSITIONAL = "gent", "loct"
NAMES = {"Geox", "Name", "Surn", "Patr", "Orgn", "Trad", "Abbr", "Init"}
# What a festival's name begins with keeps its capital: «Дни культуры», «Неделя моды».
OF_FESTIVALS = {"дни", "день", "неделя", "год", "месяц", "декада", "вечер"}
# A letter that is a word of its own is no initial.
PREPOSITION = re.compile(r"[ВСКОУИАЯ] ")


def in_case(phrase, case):
    """«Комитет по внешним связям» -> «Комитете по внешним связям»; None where that is not sure.

    The words up to the first noun agree with it; what follows depends on it and stays.
    """
    words = phrase.split(" ")
    for place, word in enumerate(words):
        parse = next((p for p in parses(word) if _is_head(p)), None)
        form = parse and parse.is_known and parse.inflect({case})
        if not form:
            return None
        words[place] = word[0] + form.word[1:] if word[1:].islower() else form.word
        if parse.tag.POS == "NOUN":
            return " ".join(words)
    return None


def _is_head(parse):
    return parse.tag.POS in {"NOUN", "ADJF", "PRTF"} and "nomn" in parse.tag


def small_first(text):
    """The text with a small first letter where its first word is no name."""
    if PREPOSITION.match(text):
        return text[0].lower() + text[1:]
    word = text.split(" ", 1)[0].strip("«»,.:;")
    if not word or not word[0].isalpha() or (not word[1:].islower() and len(word) > 1):
        return text
    if word.lower() in OF_FESTIVALS or not is_known(word.lower()):
        return text
    if any(NAMES & parse.tag.grammemes for parse in parses(word)):
        return text
    return text[0].lower() + text[1:]


def has_verb(text):
    """Whether a word of the main clause is most likely a finite verb or a short participle."""
    words = re.findall(r"[а-яё-]+", text.lower().partition(", котор")[0])
    return any(found[0].tag.POS in {"VERB", "PRTS"} for word in words if (found := parses(word)))
