"""Lays out plain text: lines, wrapped paragraphs, words broken over lines, tables of tabs."""

import itertools
import re
from collections import Counter
from dataclasses import dataclass

from briefings.reading.blocks import Block
from briefings.reading.cues import is_numbered, is_page_number, section_of
from briefings.reading.dating import find_dates
from briefings.reading.marks import find_mark
from briefings.reading.morphology import is_known, is_predicate, may_be
from briefings.reading.repair import TO_DIGITS
from briefings.reading.rows import column_lines, mended, pipes_in, row
from briefings.reading.stretch import Stretch, join, lowered, stretch

LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
NARROWEST, WIDEST = 38, 125
FEWEST_CUT, MOST_WIDER = 2, 0.1
DASHES = "–—-"
HYPHENS = "-\u2010\u00ad\u00ac"
SENTENCE_END = tuple(".!?:;…")
ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:г|гг|им|т|д|др|пр|ул|гл|зам|нач|спец|тел|руб|тыс|млн|долл|в|вв|ст|проф|акад|[А-ЯЁ])\.$",
    re.IGNORECASE,
)
RULE = re.compile(r"[\W_]+")
TABBED_NUMBER = re.compile(r"^(?:[IVXІХ]{1,5}|\d{1,2}(?:\.\d{1,2})*)[.)]?\t+")
TAB_LEVEL, WIDEST_CELL = 4, 80
WIDEST_HEAD = 60
GLUED = re.compile(r"(\d{1,2})\.(\d{1,2})\.\s*(?=\S)")
PROPER = ("Geox", "Name", "Patr", "Surn", "Orgn", "Abbr")
# A number of a list, its sign apart from it, or read as a letter.
DAMAGED = re.compile(r"(\d{1,2}|[ЗзОоб])\s{0,2}[.,)]\s*(?=[А-ЯЁа-яё«])")
ASKING = set(
    [
        "в",
        "во",
        "и",
        "с",
        "со",
        "на",
        "по",
        "к",
        "о",
        "об",
        "от",
        "до",
        "для",
        "из",
        "при",
        "за",
        "у",
        "а",
    ]
)
ASKED = re.compile(r"обращ|связ\w+ с")
SHORTEST_RUN = 3
NAMES_NOTE = re.compile(r"^(?:справка|информация)\b|\bсправка\.?$")
QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)+")
WIDEST_DATE, DASH = 60, re.compile(r"\s*[–—:-]\s+[^\W\d_]|\s*[–—-]\s+[«\"]")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
YEAR_LAST = re.compile(r"\d{4}\s?гг?\.$")
ROUND = re.compile(r"o\s+(?=\S)")
CYRILLIC_SMALL, LONE_TAIL = re.compile(r"[а-яё]"), re.compile(r"(?!г-)[а-яё][^\d@]*")


@dataclass(slots=True)
class Line:
    """A line: where it stands, its text without white space at the ends, its mark and indent."""

    start: int
    end: int
    text: str
    indent: int
    is_apart: bool
    form: str | None = None
    mark: int = 0
    is_page: bool = False
    tabs: int = 0

    @property
    def is_row(self):
        # «I.<tab>Основные события»: a tab behind a number makes no row.
        inner = self.text[self.mark :] if self.form else TABBED_NUMBER.sub("", self.text)
        return "\t" in inner.strip() or pipes_in(inner) >= 2

    def is_cell_below(self, before):
        """Whether it is but a cell, behind tabs, below a row: «<tab><tab>Бергамо»."""
        is_near = before is not None and before.cells and not self.is_apart and not self.form
        return bool(is_near and self.tabs and len(self.text) <= WIDEST_CELL)


def blocks_of(text, start=0, end=None):
    """The blocks of a plain text, in order; together they hold all that is no white space."""
    lines = lines_of(text, start, len(text) if end is None else end)
    width = wrap_width(lines)
    blocks, here = [], 0
    columns = column_lines(lines)
    while here < len(lines):
        line = lines[here]
        after = here + 1
        if line.is_row or here in columns or line.is_cell_below(blocks[-1] if blocks else None):
            blocks.append(row(text, line, blocks, here in columns))
        else:
            while (
                after < len(lines)
                and after not in columns
                and _continues(lines, here, after, width)
            ):
                after += 1
            own = [each for each in lines[here:after] if not each.is_page or each is line]
            blocks.append(_paragraph(text, own))
            blocks += [_paragraph(text, [each]) for each in lines[here + 1 : after] if each.is_page]
        here = after
    blocks = mended(blocks)
    _set_levels(blocks)
    return blocks


def lines_of(text, start, end):
    """The lines that hold anything, between two places of a text."""
    lines, place, is_apart = [], start, True
    ends = [match.span() for match in LINE_END.finditer(text, start, end)] + [(end, end)]
    quoted = _is_quoted(text[start:end])
    for line_end, following in ends:
        if quoted and (prefix := QUOTED.match(text, place, line_end)):
            place = prefix.end()
        line = text[place:line_end]
        stripped = line.strip(" \t\u00a0\ufeff\u200b\u3000\u2003\u2002\u2009\u202f\0")
        if stripped and not stripped.isspace():
            begin = place + line.index(stripped)
            indent = len(line[: begin - place].expandtabs(TAB_LEVEL))
            is_page = is_page_number(stripped)
            form, mark = (None, 0) if is_page else find_mark(stripped)
            tabs = line[: begin - place].count("\t")
            lines.append(
                Line(
                    begin,
                    begin + len(stripped),
                    stripped,
                    indent,
                    is_apart,
                    form,
                    mark,
                    is_page,
                    tabs,
                )
            )
            is_apart = False
        else:
            is_apart = True
        place = following
    _set_round_marks(lines)
    _set_glued_marks(lines)
    _set_damaged_marks(lines)
    _set_running_heads(lines)
    return lines


def _set_round_marks(lines):
    """Takes the letters «o» that Word's round bullets become for marks where they come again."""
    found = [(line, ROUND.match(line.text)) for line in lines if line.indent]
    found = [(line, match) for line, match in found if match]
    for line, match in found if len(found) > 1 else ():
        line.form, line.mark = "bullet", match.end()


def _set_glued_marks(lines):
    """Takes «2.3.31 июня» for the point 2.3 where points 2.1 and 2.2 stand above."""
    last = (0, 0)
    for line in lines:
        match = GLUED.match(line.text)
        number = (int(match[1]), int(match[2])) if match else (0, 0)
        begins = number[1] == 1 and not line.text[match.end()].isdigit()
        follows = begins or number in {(last[0], last[1] + 1), (last[0] + 1, 1)}
        if match and follows:
            line.form, line.mark, last = "multi", match.end(), number


def _set_damaged_marks(lines):
    """Takes «1 .», «З.», «6,» for numbers of a list where they go on from each other."""
    run = []
    for line in lines:
        match = DAMAGED.match(line.text)
        digits = match[1].translate(TO_DIGITS) if match else ""
        number = int(digits) if digits.isdigit() else 0
        if not number and run and not line.form:
            # The rest of a point that lines broke.
            continue
        run = [*run, (number, line, match)] if number == len(run) + 1 else []
        if len(run) == SHORTEST_RUN:
            for _, each, found in run:
                each.form, each.mark = "number", found.end()
        elif len(run) > SHORTEST_RUN:
            line.form, line.mark = "number", match.end()


def _set_running_heads(lines):
    """Takes for a page's own the short lines beside its number that come again or name the note."""
    counted = Counter(line.text for line in lines)
    for before, line in itertools.pairwise(lines):
        if before.is_page and not line.is_page and len(line.text) < WIDEST_HEAD:
            again = counted[line.text] > 1 or NAMES_NOTE.search(lowered(line.text))
            line.is_page = bool(again) and not line.form and not section_of(lowered(line.text))


def _is_quoted(text):
    """Whether it is a letter that quotes the note: most lines begin with «>»."""
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) > 2 and sum(map(bool, map(QUOTED.match, lines))) * 2 > len(lines)


def wrap_width(lines):
    """The width at which the lines were wrapped, None if each paragraph is one line.

    It shows in the lines that plainly go on below; hardly any line may be wider.
    """
    lines = [line for line in lines if not line.is_row]
    cut = sorted(
        line.indent + len(line.text)
        for line, following in itertools.pairwise(lines)
        if not following.is_apart
        and not following.form
        and not line.text.endswith(SENTENCE_END)
        and (following.text[0].islower() or line.text[-1] in HYPHENS)
    )
    if len(cut) < FEWEST_CUT:
        return None
    widest = cut[-1 - len(cut) // 50]
    wider = sum(line.indent + len(line.text) > widest + 3 for line in lines)
    if not NARROWEST <= widest <= WIDEST or wider > MOST_WIDER * len(lines):
        return None
    full = sum(length > widest * 0.6 for length in cut)
    return widest if full >= FEWEST_CUT or full * 6 >= len(lines) else None


def _continues(lines, first, here, width):
    """Whether a line carries on the paragraph that begins with the first line."""
    line, before = lines[here], _before(lines, first, here)
    if before is None or before.is_row or RULE.fullmatch(line.text) or RULE.fullmatch(before.text):
        return False
    if line.is_page:
        return _goes_on_behind(lines, first, here, width)
    if _is_broken_word(before.text, line.text):
        return not line.is_row
    if _is_wrapped_dash(lines[first], before, line, width):
        return True
    if line.form or line.is_row or _is_heading(before, line):
        return False
    if not line.is_apart and _is_open(before.text) and ")" in line.text:
        return True
    behind_page = lines[here - 1].is_page
    if line.is_apart or behind_page:
        is_small = bool(CYRILLIC_SMALL.match(line.text))
        if behind_page and is_small and not before.text.endswith(SENTENCE_END):
            return True
        return bool(width) and (behind_page or is_small) and _is_cut(before, width)
    if lines[first].form and line.indent >= lines[first].indent + 2:
        if lines[first].text.endswith(":"):
            # What stands below «1.6. Образование:» are its points.
            return False
        return not line.text.endswith(":") or line.text[0].islower()
    if width is None:
        goes_on = _hangs(before.text) or (
            not before.text.endswith(SENTENCE_END)
            and (lines[first].form or _is_lone_tail(lines, first, here))
        )
        return line.text[0].islower() and bool(goes_on)
    goes_on = lines[first].form and not before.text.endswith(SENTENCE_END)
    return (line.text[0].islower() and bool(goes_on)) or _wraps(before, line, width)


def _is_lone_tail(lines, first, here):
    """Whether between lines that begin with capitals a small one is the rest of that above."""
    behind = lines[here + 1] if here + 1 < len(lines) else None
    begins = lines[first].text[0].isupper() and not section_of(lowered(lines[first].text))
    ends = behind is None or behind.is_apart or behind.form or behind.text[0].isupper()
    return bool(begins and ends and LONE_TAIL.fullmatch(lines[here].text))


def _is_wrapped_dash(first, before, line, width):
    """Whether a dash at the head of a line is no mark: «30 ноября» / «– 1 декабря 2012 г.»"""
    if not width or line.is_apart or line.text[:1] not in DASHES or line.text[1:2] != " ":
        return False
    is_full = before.indent + len(before.text) >= width - 2
    is_next = first.form and first.text[0] == line.text[0]
    return is_full and not is_next and not before.text.endswith((*SENTENCE_END, ","))


def _before(lines, first, here):
    """The line before that is not a page's number."""
    while here > first:
        here -= 1
        if not lines[here].is_page:
            return lines[here]
    return None


def _goes_on_behind(lines, first, here, width):
    """Whether the paragraph goes on behind the page's number that stands here."""
    after = here + 1
    while after < len(lines) and lines[after].is_page:
        after += 1
    return after < len(lines) and _continues(lines, first, after, width)


def _is_heading(before, line):
    """Whether one of two lines plainly is a section's heading and so no part of the other."""
    short = 90
    return any(
        len(each.text) < short
        and each.text[0].isupper()
        and section_of(lowered(each.text))
        and not each.text.endswith((",", "-"))
        and ":" not in each.text[:-1]
        and not (each is before and line.text[0].islower() and ASKED.search(lowered(each.text)))
        and (
            each.form
            or is_numbered(lowered(each.text))
            or each.text.endswith(":")
            or each.text.isupper()
        )
        for each in (before, line)
    )


def _hangs(text):
    """Whether a line plainly goes on: it ends with a comma, a preposition, or an abbreviation."""
    return text.endswith((",", "(", "«")) or _breaks_off(text) or bool(ABBREVIATED.search(text))


def _is_open(text):
    return text.rfind("(") > text.rfind(")")


def _breaks_off(text):
    """Whether the last word of a line asks for another: «в», «и», «для»."""
    return lowered(text.rsplit(None, 1)[-1]) in ASKING


def _is_cut(before, width):
    return len(before.text) + before.indent >= width * 0.7 and not before.text.endswith(
        SENTENCE_END
    )


def _wraps(before, line, width):
    used = before.indent + len(before.text)
    first = len(line.text.split(None, 1)[0])
    is_full = used + 1 + first > width - 3
    ends = before.text.endswith(SENTENCE_END) and not ABBREVIATED.search(before.text)
    if _breaks_off(before.text):
        return True
    if _opens_with_date(line.text):
        return False
    if line.text[0].islower() or line.text[0] in "(–—":
        closes = before.text.endswith(";") and not (is_full and used >= width * 0.85)
        return (is_full if ends else used >= width * 0.55) and not closes
    if line.indent > before.indent + 1 and not before.form:
        return False
    if line.text[0].isdigit() and not ends:
        return used >= width * 0.55
    if ends:
        return is_full and used >= width * 0.85 and not before.text.endswith((";", ":"))
    if not ends and line.text[0].isupper() and _names_another(before, line):
        return False
    hangs = _hangs(before.text) and not YEAR_LAST.search(before.text)
    return (is_full and used >= width * 0.7) or (hangs and used >= width * 0.5)


def _opens_with_date(text):
    """«июнь 09 – неделя кино»: a date and a dash at the head of a line begin another paragraph."""
    dates = find_dates(lowered(text[:WIDEST_DATE]))
    return bool(dates) and dates[0].start == 0 and bool(DASH.match(text, dates[0].end))


def _names_another(before, line):
    """Whether a line begins with a common noun that the line above, no sentence, cannot rule."""
    word = lowered(WORD.match(line.text)[0]) if WORD.match(line.text) else ""
    nominative = may_be(word, "nomn") and is_known(word)
    proper = any(may_be(word, kind) for kind in PROPER)
    above = WORD.findall(lowered(before.text))
    told = not above or any(map(is_predicate, above)) or may_be(above[-1], "ADJF")
    return nominative and not proper and not told and not before.form and before.text[0].isupper()


def _is_broken_word(before, line):
    if before[-1] not in HYPHENS or len(before) < 2 or not before[-2].isalpha():
        return False
    return line[0].islower() or (
        before[-1] in "-\u2010" and line[0].isupper() and before[-2].isalpha()
    )


def _paragraph(text, lines):
    first = lines[0]
    body = stretch(text, first.start + first.mark, first.end)
    for line in lines[1:]:
        body = _joined(body, stretch(text, line.start, line.end))
    return Block(
        body if body else stretch(text, first.start, first.end),
        first.start,
        lines[-1].end,
        mark=first.text[: first.mark].strip(),
        form=first.form,
        level=first.indent,
        is_apart=first.is_apart,
    )


def _joined(body, following):
    """Two lines as one; a word broken between them is put together."""
    if not body or not following:
        return body or following
    broken = body.text[-1] in "-\u2010\u00ac" and len(body) > 1 and body.text[-2].isalpha()
    if not broken or not following.text[0].isalpha():
        return join(body, following)
    head = re.split(r"[^\w]", body.read[:-1])[-1]
    tail = re.match(r"\w+", following.read)[0]
    capitals = body.text[-2].isupper()
    compound = (following.text[0].isupper() and not capitals) or (
        not is_known(head + tail) and is_known(f"{head}-{tail}")
    )
    if not compound:
        return join(body, following, hyphenated=True)
    return _glued(body, following)


def _glued(first, second):
    return Stretch(
        first.text + second.text,
        first.read + second.read,
        first.at + second.at,
        first.to + second.to,
    )


def _set_levels(blocks):
    """Turns indents into levels: within a list each deeper indent, or another mark, is a level."""
    stack = []
    for block in blocks:
        if not block.is_listed:
            stack = stack if block.cells else []
            block.level = 0
            continue
        indent, shape = (
            block.level,
            (block.form, block.mark.count("."), block.mark if block.form == "bullet" else ""),
        )
        while stack and (
            stack[-1][0] > indent
            or (
                stack[-1][0] == indent
                and stack[-1][1] != shape
                and any(s == shape for _, s in stack)
            )
        ):
            stack.pop()
        if not stack or stack[-1][0] < indent:
            stack.append((indent, shape))
        block.level = len(stack) - 1
