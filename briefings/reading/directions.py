"""Makes directions of the blocks in their section (counting rule 12)."""

import re
from dataclasses import dataclass, field, replace

from briefings.reading.blocks import Block
from briefings.reading.cues import section_of
from briefings.reading.listing import (
    FEWEST_ALONE,
    MOST_WORDS,
    are_names,
    in_letters,
    in_numbers,
    in_sequence,
    listed_alone,
    listed_by_commas,
    split,
)
from briefings.reading.marks import PRIVATE
from briefings.reading.morphology import is_told
from briefings.reading.sentences import sentences
from briefings.reading.stretch import Stretch, join_all

BRACKET = re.compile(r"\((?:в (?:том числе|сфере|области)\s*:?\s*|включая\s*)?([^()]+)\)")
INNER_MARK = re.compile(
    rf"\s*;\s*(?:[–—•·*{PRIVATE}-]\s*|\(?\d{{1,2}}[.)]\s*|\(?[а-я]\)\s*)?|,\s+[–—]\s+"
)
NUMBERS = "(?:первое|второе|третье|четвертое|пятое|шестое|седьмое|восьмое)"
ORDINAL = re.compile(
    rf"{NUMBERS}(?:[.,:]|\s[–—-])\s+"
    r"|(?:во-первых|во-вторых|в-[а-я]+(?:тых|тьих)|наконец|кроме того|а также),?\s+"
)
ALONE = re.compile(rf"{NUMBERS}\W*")
# «Отдел стран Азии:», whose directions follow.
BODY = re.compile(r"(?:отдел|управление|комитет|сектор)\b[^.;]{3,80}[.:]?$")
ROMAN = re.compile(r"[ivxіх]{1,4}[.)]\s")
FOLLOWING = re.compile(r"(?:следующ(?:ее|ие)(?: [а-я]+)?[.:]?|вот что[.:])$")
FIRST_MARK = re.compile(r"\(?(?:\d{1,2}|[а-я])\)\s*")
# «1. Судоремонт. 2. Туризм. 3. Кофе, специи.»
NUMBERED_INSIDE = re.compile(r"(?:^|(?<=[.;])\s+)\d{1,2}\.\s+(?=[^\W\d_]|[«\"])")
LIST_INSIDE = re.compile(r",\s*|\s+и\s+")
ETC = re.compile(r"(?:и\s+)?(?:др|пр|т\.\s?[дп])\.?$")
# Between the points that a copy put on one line: «– порты; – верфи, – музеи».
BETWEEN_MARKED = re.compile(
    rf"\s*[;,]\s*(?:[–—•·*-]\s+|[{PRIVATE}]\s*|\d{{1,2}}(?:\)\s*|\.\s+)|[а-я]\)\s+|[а-яa-z]\.\d{{1,2}}[.)]\s+)"
)
LEADING = re.compile(r"^(?:в (?:том числе|частности)|например|такие как)\s*:?\s*")
LEAD = re.compile(r"[^:;.()]{12,170}:\s+")
# «в сфере экономики: порты, логистика» is a direction with its areas.
FIELD = re.compile(r"(?:в|по) (?:сфере|области|линии|части) (?:[а-я-]+\s?){1,4}:")
ASIDE = re.compile(r"приоритет|кто\b|ответствен|исполнител|статус|срок|примечани|сторона|инициатор")
CUE = re.compile(
    r"интерес|следующ|област[иях]|сфер[аеы]|направлени|таких как|а именно|\bтем[ыа]\b|вопрос"
    r"|включить|предлага|перспективн|\bк (?:их )?числу|следует отнести|относятся"
)
# «Кроме того, целесообразно:»
WORTH = re.compile(r"(?:целесообразн|желательн|необходим|возможн|полезн|важн)о\s*:$")
WORTHY = re.compile(
    r"(?:целесообразн|желательн|необходим|возможн|полезн|важн|перспективн|интересн)о\b"
)
ROUND = "•·▪●○◦"
WORD = re.compile(r"[^\W\d_]+")
END = " ;.,:"
MOST_HEADING, MOST_NAMED = 3, 6
# A sentence that is a direction all the same: «Псков заинтересован также в …»
INTEREST = re.compile(
    r"\bзаинтересован\w* (?:\w+ )?в\b|представля\w+ (?:\w+ )?интерес\b|перспективн"
)
# «музеи: а) обмен выставками; б) реставрация»
NESTED_INSIDE = re.compile(r":\s*(?:а|1)\)\s")
NESTED_MARK = re.compile(r"\s*(?<!\w)(?:[а-я]|\d)\)\s*")


@dataclass(slots=True)
class Direct:
    """A direction being put together: its own stretch, those nested in it, all it took."""

    block: Block
    body: Stretch
    nested: list[Stretch] = field(default_factory=list)


class DirectionReader:
    """Takes the blocks of directions one after the other; ``made`` is what came of them.

    ``rests`` are paragraphs that are no direction, ``leads`` the words before a list:
    «Стороны сотрудничают в следующих областях:», ``ordinals`` such as «во-первых,».
    """

    def __init__(self):
        self.made, self.rests, self.leads, self.ordinals = [], [], [], []
        self.columns = []
        self.parent = None
        self.base = None
        self.has_deeper = self.is_headed = False

    def take(self, block):
        """A point of a list, a line, a paragraph or a row."""
        if block.cells:
            return self._take_row(block)
        nested = self._is_nested(block)
        if nested:
            self.parent.nested.append(block.body)
            self.has_deeper = self.has_deeper or block.level > self.base.level
            return None
        self._set_heading_apart(block)
        if self._is_told(block):
            self.rests.append(block)
            return None
        if self._is_lead(block):
            self.leads.append((block, block.body))
            return None
        pieces = self._pieces(block)
        pieces = [self._without_ordinal(block, body) for body in pieces]
        pieces = [body for body in pieces if body]
        for body in pieces:
            self.made.append(Direct(block, body))
        if pieces:
            self.parent, self.base, self.has_deeper = self.made[-1], block, False
        return None

    def finish(self):
        """Takes a lone paragraph for the list that it is: «Интересы: порты, туризм, …»"""
        romans = [row for row in self.leads if ROMAN.match(row[0].read)]
        if not self.made and len(romans) > 1:
            # «I. Порты», «II. Музеи»: nothing stands below them.
            self.leads = [row for row in self.leads if row not in romans]
            self.made = [Direct(block, body[_behind_roman(body) :]) for block, body in romans]
            return
        if len(self.made) != 1 or self.made[0].block.is_listed or self.made[0].nested:
            return
        lone = self.made[0]
        cells = [cell for cell in lone.block.cells if cell]
        pieces = cells if len(cells) >= FEWEST_ALONE else listed_alone(lone.body)
        self.made = [Direct(lone.block, piece) for piece in pieces]

    def _set_heading_apart(self, block):
        """«Экономика» above points is their heading, where the section so begins."""
        last = self.made[-1] if self.made and block.is_listed else None
        if last is None or last.block.is_listed or last.block.cells or last.nested:
            return
        names = len(WORD.findall(last.body.text)) <= MOST_HEADING
        begins = self.is_headed or len(self.made) == 1 or last.body.text.isupper()
        if begins and names and last.body is last.block.body and last.body.text[-1] not in END:
            self.leads.append((last.block, last.body))
            self.made.pop()
            self.is_headed = True

    def _without_ordinal(self, block, body):
        match = ORDINAL.match(body.read) or ALONE.fullmatch(body.read)
        if match is None:
            return body
        self.ordinals.append((block, body[: match.end()].strip()))
        return body[match.end() :]

    def _is_nested(self, block):
        if self.parent is None:
            return False
        if not block.is_listed:
            listed = self.base.is_listed and self.parent.body.text.endswith(":")
            return listed and block.text[0].islower()
        if block.level > self.base.level:
            return True
        leads = self.parent.body.text.endswith(":") and not self.has_deeper
        return leads and _shape(block) != _shape(self.base)

    def _is_lead(self, block):
        """Whether a line but leads to the list below: «Стороны заинтересованы в следующем:»."""
        heads = not block.is_listed and block.text[-1] not in END and section_of(block.read)
        few = len(WORD.findall(block.read)) <= MOST_WORDS and block.text[-1] not in ";,."
        if not block.is_listed and ((ROMAN.match(block.read) and few) or BODY.match(block.read)):
            return True
        if FOLLOWING.search(block.read) or (self.base and heads == "directions"):
            return True
        if block.is_listed or not block.text.rstrip().endswith(":"):
            return False
        told = is_told(block.read) or WORTH.search(block.read)
        return bool(told or CUE.search(block.read))

    def _is_told(self, block):
        """Whether it is a sentence behind the points of a list."""
        listed = self.base is not None and (self.base.is_listed or self.base.text.endswith(";"))
        words = WORD.findall(block.read)
        if not listed or block.is_listed or len(words) <= MOST_NAMED:
            return False
        return is_told(block.read) and not INTEREST.search(block.read)

    def _pieces(self, block):
        """The directions in a block: one of a point, several of a paragraph that lists them."""
        if block.is_listed and NESTED_INSIDE.search(block.body.read):
            return [block.body]
        if block.form == "number" and (first := re.match(r"\d+", block.mark)):
            pieces = in_sequence(block.body, int(first[0]))
            if len(pieces) > 1:
                return pieces
        if block.form == "multi" and len(pieces := in_numbers(block)) > 1:
            return pieces
        if block.form == "letter" and len(pieces := in_letters(block.body, first="б")) > 1:
            return pieces
        if block.mark in ROUND:
            by_marks = split(block.body, re.compile(rf"\s+[{ROUND}]\s*(?=[^\W\d_])"))
            if len(by_marks) > 1:
                return by_marks
        if block.is_listed:
            return split(block.body, BETWEEN_MARKED) or [block.body]
        body = self._without_opening(block)
        lead = LEAD.match(body.read)
        if lead and CUE.search(lead[0]) and not FIELD.match(lead[0]):
            self.leads.append((block, body[: lead.end()].strip()))
            body = body[lead.end() :].strip()
        lettered = in_letters(body)
        if len(lettered) > 1:
            return lettered
        if len(NUMBERED_INSIDE.findall(body.read)) > 1 and NUMBERED_INSIDE.match(body.read):
            return [piece for piece in split(body, NUMBERED_INSIDE) if piece]
        mark = FIRST_MARK.match(body.read)
        body = body[mark.end() :] if mark else body
        by_signs = split(body, INNER_MARK)
        if len(by_signs) > 1 and all(len(part.text) > 3 for part in by_signs):
            return by_signs
        parts = sentences(body)
        if len(parts) > 1 and are_names(parts):
            return [piece for part in parts for piece in listed_by_commas(part)]
        if len(parts) > 1 and all(is_told(p.read) or WORTHY.match(p.read) for p in parts):
            return parts
        if lead:
            return [piece for part in parts for piece in listed_by_commas(part)]
        return [body]

    def _without_opening(self, block):
        """What is left of a paragraph without sentences before the one that leads to its list."""
        *above, last = sentences(block.body)
        lead = above and LEAD.match(last.read)
        if not lead or not CUE.search(lead[0]) or len(split(last, INNER_MARK)) < FEWEST_ALONE:
            return block.body
        self.leads += [(block, sentence) for sentence in above]
        return last

    def _take_row(self, block):
        cells = [
            cell for cell in block.cells if cell and not re.fullmatch(r"[\d.)№\s]+", cell.text)
        ]
        aside = self._aside_in(block)
        cells = [cell for cell in cells if cell not in aside]
        self.ordinals += [(block, cell) for cell in aside if cells]
        if cells:
            self.made.append(Direct(replace(block), join_all(cells)))
            self.parent, self.base = self.made[-1], block
        else:
            self.rests.append(block)

    def _aside_in(self, block):
        """The cells under heads such as «Приоритет», «Кто ведёт», which are of the office alone."""
        if len(self.columns) != len(block.cells):
            return []
        columns = zip(block.cells, self.columns, strict=True)
        return [cell for cell, head in columns if cell and ASIDE.match(head.read)]


def _behind_roman(body):
    return ROMAN.match(body.read).end()


def _shape(block):
    return block.form, block.mark if block.form == "bullet" else ""


def wording(body):
    """A direction's text without marks at its ends."""
    text = body.written.strip(END + "–—•·* ")
    return text if text.count("(") == text.count(")") else body.written.strip(" ;,:–—•·*")


def sub_areas(direct):
    """What nested points, a bracketed list, or a list behind a colon name, as written."""
    if direct.nested:
        return tuple(body.written.strip(END) for body in direct.nested)
    text = direct.body.written
    bracket = BRACKET.search(text)
    if bracket and LIST_INSIDE.search(bracket[1]):
        return _listed(bracket[1])
    behind = re.search(r":\s+(.+)$|\s[–—]\s+(.+)$", text)
    inner = behind and (behind[1] or behind[2])
    if inner and NESTED_INSIDE.search(text):
        return tuple(filter(None, (part.strip(END) for part in NESTED_MARK.split(inner))))
    return _listed(inner) if inner and "," in inner else ()


def _listed(inner):
    parts = [
        LEADING.sub("", part).strip(END) for part in re.split(r",\s*|\s+и\s+(?=др|пр|т\.)", inner)
    ]
    return tuple(part for part in parts if part and not ETC.match(part))
