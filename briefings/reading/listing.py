"""What is listed in a stretch: pieces between signs, numbers, letters, or short sentences."""

import re

from briefings.reading.morphology import is_told

WORD = re.compile(r"[^\W\d_]+")
LONGEST_SHORT, FEWEST_LISTED, MOST_WORDS = 60, 4, 6
FEWEST_ALONE = 3
SLASH, AND = re.compile(r"\s+[/●•·▪○◦]\s+"), re.compile(r"\s+и\s+")
NUMBER_INSIDE = re.compile(r"(?:\s+|(?<=[;,]))(\d{1,2})(?:\)\s*|\.\s+)(?=[^\W\d_]|[«\"])")
LETTER_INSIDE, LETTERS = re.compile(r"(?<!\w)([а-и])\)\s*"), "абвгдежзи"
# «в области транспорта, в сфере музейного дела, а также в области спорта»
BEFORE_FIELD = re.compile(r"(?:,\s+|\s+)(?:и\s+|а также\s+)?(?=(?:в|по) (?:области|сфере|линии)\b)")
COMMA = re.compile(r",\s+(?:а также\s+)?")


def split(body, pattern):
    """The parts of a stretch between what a pattern finds outside brackets."""
    parts, place = [], 0
    for match in pattern.finditer(body.read):
        inside = body.read[: match.start()].count("(") > body.read[: match.start()].count(")")
        if inside:
            continue
        parts.append(body[place : match.start()].strip())
        place = match.end()
    parts.append(body[place:].strip())
    return [part for part in parts if part.text.strip(" ;,.–—-•·*")]


def are_names(parts):
    """Whether sentences but name things: «Порты. Туризм и отдых. Защита воды, в том числе …»"""
    short = all(len(part.text) <= LONGEST_SHORT for part in parts)
    told = any(is_told(part.read) for part in parts)
    many = len(parts) >= FEWEST_LISTED and not told
    return short or (many and all(len(part.text) <= 2 * LONGEST_SHORT for part in parts))


def listed_by_commas(part):
    """«водоснабжение, виноделие, дистанционное обучение»: each of several short names, else all."""
    pieces = split(part, COMMA)
    short = all(len(WORD.findall(piece.text)) <= MOST_WORDS for piece in pieces)
    told = is_told(part.read)
    return pieces if len(pieces) >= FEWEST_LISTED and short and not told else [part]


def listed_alone(part):
    """«порты, музеи и туризм», «порты / музеи / туризм», where nothing else is listed."""
    by_fields = split(part, BEFORE_FIELD)
    if len(by_fields) >= FEWEST_ALONE:
        return by_fields
    by_slashes = split(part, SLASH)
    pieces = by_slashes if len(by_slashes) >= FEWEST_ALONE else split(part, COMMA)
    last = split(pieces[-1], AND)
    pieces = [*pieces[:-1], *last] if len(pieces) > 1 and len(last) == 2 else pieces
    short = all(len(WORD.findall(piece.text)) <= MOST_WORDS for piece in pieces)
    told = is_told(part.read)
    return pieces if len(pieces) >= FEWEST_ALONE and short and not told else [part]


def in_sequence(body, first):
    """«1. Порты 2. Музеи 3. Туризм»: the points behind the first, each with the next number."""
    places, number = [], first + 1
    for match in NUMBER_INSIDE.finditer(body.read):
        if int(match[1]) == number:
            places.append(match)
            number += 1
    return _between(body, places)


def in_numbers(block):
    """«1.1 Фестиваль. 1.2 Обмен врачами»: the points behind the first, each with its number."""
    number = re.match(r"\d{1,2}", block.mark)
    marks = (
        re.finditer(rf"[.;]\s+{number[0]}\.\d{{1,2}}[.)]?\s+", block.body.read) if number else ()
    )
    return _between(block.body, marks)


def in_letters(body, first="а"):
    """«А) порты Б) музеи В) туризм»: the points of a line, their letters in order.

    ``first``  the letter to find first; behind another what stands in front is a point too
    """
    marks = list(LETTER_INSIDE.finditer(body.read))
    in_order = "".join(match[1] for match in marks) in LETTERS and marks and marks[0][1] == first
    if not in_order or (first == "а" and marks[0].start()):
        return []
    return [piece for piece in _between(body, marks) if piece]


def _between(body, marks):
    """The stretches in front of, between and behind the marks."""
    edges = [0, *(place for match in marks for place in match.span()), len(body)]
    return [body[a:b].strip() for a, b in zip(edges[::2], edges[1::2], strict=True)]
