"""Names of people put into the nominative."""

import re

from briefings.reading.morphology import parses

SURNAME_ENDINGS = (  # feminine oblique, masculine oblique: what ends them in the nominative
    ("femn", re.compile(r"(.*[оеёи])(?:вой|ву)$"), r"\1ва"),
    ("femn", re.compile(r"(.*[иы])(?:ной|ну)$"), r"\1на"),
    ("femn", re.compile(r"(.*[сц]к)(?:ой|ую)$"), r"\1ая"),
    ("masc", re.compile(r"(.*[оеё]в)(?:а|у|ым|е)$"), r"\1"),
    ("masc", re.compile(r"(.*[иы]н)(?:а|у|ым|е)$"), r"\1"),
    ("masc", re.compile(r"(.*[сц]к)(?:ого|ому|им|ом)$"), r"\1ий"),
)
CASE_ENDINGS = {
    case: re.compile(rf"(.+[бвгджзклмнпрстфхцчшщ])(?:{ending})")
    for case, ending in (("gent", "а"), ("accs", "а"), ("datv", "у"), ("ablt", "[ое]м"))
}


def may_be_nominative(surname):
    found = [p for p in parses(surname.lower()) if "Surn" in p.tag.grammemes]
    if found:
        return any("nomn" in p.tag.grammemes for p in found)
    return not re.search(r"(?:ову|еву|ину|ому|ым)$", surname)


def nominative_surname(surname, gender):
    for kind, pattern, ending in SURNAME_ENDINGS:
        if kind == gender and pattern.fullmatch(surname):
            return pattern.sub(ending, surname)
    return inflected(surname, "Surn", gender)


def nominative_foreign(surname, given):
    """A man's surname that the dictionary has not, without the ending of his given name's case."""
    for parse in parses(given.lower()):
        ending = CASE_ENDINGS.get(parse.tag.case) if "Name" in parse.tag.grammemes else None
        if ending and (match := ending.fullmatch(surname)):
            return match[1]
    return surname


def inflected(word, kind, gender):
    """The word in the nominative, if the dictionary has it as a name of that gender."""
    for parse in parses(word.lower()):
        if kind in parse.tag.grammemes and gender in parse.tag.grammemes:
            if {"nomn", "plur", "Fixd"} & parse.tag.grammemes:
                continue
            turned = parse.inflect({"nomn", "sing"})
            if turned:
                return cased(turned.word)
    return word


def cased(word):
    if word is None:
        return None
    return (
        "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))
        if word.isupper() or word.islower()
        else word
    )


def plain_foreign(first, second):
    """Two foreign words without the ending of a case that both have: «Эйвинду Хаугену»."""
    for ending in CASE_ENDINGS.values():
        found = ending.fullmatch(first), ending.fullmatch(second)
        if all(found):
            return found[0][1], found[1][1]
    return first, second
