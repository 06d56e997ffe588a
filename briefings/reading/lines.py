"""The lines of a plain text: where each stands, its mark, whether it is a row or a page's own."""

import itertools
import re
from collections import Counter
from dataclasses import dataclass

from briefings.reading.cues import is_page_number, section_of
from briefings.reading.marks import find_mark
from briefings.reading.one_line import cuts_at_headings
from briefings.reading.repair import TO_DIGITS
from briefings.reading.rows import pipes_in
from briefings.reading.stretch import lowered

LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
TABBED_NUMBER = re.compile(
    r"^(?!\d\d\.(?:0\d|1[0-2])\.\d\d\t|(?:\d{1,2}\.0[1-9]|[1-3]\d\.1[0-2])\.?\t)(?:[IVXІХ]{1,5}|\d{1,2}(?:\.\d{1,2})*)[.)]?\t+"
)
# «Должность:<tab>советник»: a field of a card, no row.
LABELLED = re.compile(r"[^\W\d][^\t:\d]{1,40}:\t+[^\t]+")
TAB_LEVEL, WIDEST_CELL = 4, 80
WIDEST_HEAD = 60
GLUED = re.compile(r"(\d{1,2})\.(\d{1,2})\.\s*(?=\S)")
DAY = re.compile(r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?!\d)")
# A number of a list, its sign apart from it, or read as a letter.
DAMAGED = re.compile(
    r"(\d{1,2}|[ЗзОобlI|])(?:\s{0,2}[.,)]\s*|(?<=\d)\s+(?!янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек))"
    r"(?=[А-ЯЁа-яё«])"
)
SHORTEST_RUN = 3
# A page with an empty line below each line: how many lines, and what share of them.
FEWEST_DOUBLED, ALL_BUT_FEW, OFTEN, WIDEST_GAP = 12, 0.9, 0.2, 99
# «а.», «iv.»: marks only where they follow each other, as either may be short for a word.
LETTERED = re.compile(r"([а-яa-z]{1,4})\.\s+(?=[^\W\d_]|[«\"])")
LETTERS, ROMANS = (
    "абвгдежзиклмнопрст",
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
)
FEWEST_LETTERED = 2
NAMES_NOTE = re.compile(r"^(?:справка|информация)\b|\bсправка\.?$")
QUOTED, FIRST_QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)+"), re.compile(r"[ \t]*>")
ROUND = re.compile(r"o\s+(?=\S)")


@dataclass(slots=True)
class Line:
    """A line: where it stands, its text without white space at the ends, its mark and indent."""

    start: int
    end: int
    text: str
    indent: int
    is_apart: bool = False
    form: str | None = None
    mark: int = 0
    is_page: bool = False
    tabs: int = 0

    @property
    def is_row(self):
        # «I.<tab>Основные события»: a tab behind a number makes no row.
        inner = self.text[self.mark :] if self.form else TABBED_NUMBER.sub("", self.text)
        return ("\t" in inner.strip() and not LABELLED.fullmatch(inner)) or pipes_in(inner) >= 2

    def is_cell_below(self, before):
        """Whether it holds cells, below a row: «<tab><tab>Бергамо», «2<tab>Порты,»."""
        if before is None or not before.cells or self.is_apart:
            return False
        counted = self.form == "number" and "\t" in self.text[: self.mark]
        return counted or bool(not self.form and self.tabs and len(self.text) <= WIDEST_CELL)


def lines_of(text, start, end):
    """The lines that hold anything, between two places of a text."""
    lines, gaps, place, gap = [], [], start, WIDEST_GAP
    quoted = _is_quoted(text[start:end])
    for line_end, following in _ends(text, start, end):
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
                    form=form,
                    mark=mark,
                    is_page=is_page,
                    tabs=tabs,
                )
            )
            gaps.append(gap)
            gap = 0
        else:
            gap += 1
        place = following
    _set_round_marks(lines)
    _set_places(lines, gaps)
    _set_glued_marks(lines)
    _set_lettered_marks(lines)
    _set_damaged_marks(lines)
    _set_running_heads(lines)
    return lines


def _ends(text, start, end):
    """(where a line ends, where the next begins), also where one goes on with another section."""
    ends, place = [], start
    for line_end, following in [
        *map(re.Match.span, LINE_END.finditer(text, start, end)),
        (end, end),
    ]:
        ends += [(cut, cut) for cut in cuts_at_headings(text, place, line_end)]
        ends.append((line_end, following))
        place = following
    return ends


def _set_round_marks(lines):
    """Takes the letters «o» that Word's round bullets become for marks where they come again."""
    found = [(line, ROUND.match(line.text)) for line in lines if line.indent]
    found = [(line, match) for line, match in found if match]
    for line, match in found if len(found) > 1 else ():
        line.form, line.mark = "bullet", match.end()


def _set_places(lines, gaps):
    """Says which lines stand apart and how far in; ``gaps`` are the empty lines above each."""
    least = min((line.indent for line in lines), default=0)
    usual = _usual_gap(lines, gaps)
    for line, gap in zip(lines, gaps, strict=True):
        line.indent -= least
        line.is_apart = gap > usual


def _usual_gap(lines, gaps):
    """1 where an empty line stands below each line, also inside sentences; else 0."""
    wide = sum(gap > 0 for gap in gaps)
    cut = [
        (before, line)
        for before, line in itertools.pairwise(lines)
        if not line.form and line.text[0].islower() and before.text[-1].isalpha()
    ]
    doubled = len(lines) >= FEWEST_DOUBLED and wide >= len(lines) * ALL_BUT_FEW
    return int(doubled and len(cut) >= len(lines) * OFTEN)


def _set_glued_marks(lines):
    """Takes «2.3.31 июня» for the point 2.3 where points 2.1 and 2.2 stand above."""
    last = (0, 0)
    for line in lines:
        match = None if DAY.match(line.text) else GLUED.match(line.text)
        number = (int(match[1]), int(match[2])) if match else (0, 0)
        begins = number[1] == 1 and not line.text[match.end()].isdigit()
        follows = begins or number in {(last[0], last[1] + 1), (last[0] + 1, 1)}
        if match and follows:
            line.form, line.mark, last = "multi", match.end(), number


def _set_lettered_marks(lines):
    """Takes «а.», «б.», «в.» and «i.», «ii.», «iii.» for marks where they follow each other."""
    for marks in (LETTERS, ROMANS):
        run = []
        for line in lines:
            match = LETTERED.match(line.text)
            follows = match and len(run) < len(marks) and match[1] == marks[len(run)]
            if follows:
                run.append((line, match))
            elif match and match[1] == marks[0]:
                run = [(line, match)]
            if follows and len(run) >= FEWEST_LETTERED:
                for each, found in run:
                    each.form, each.mark = "letter", found.end()


def _set_damaged_marks(lines):
    """Takes «1 .», «З.», «6,» for numbers of a list where they go on from each other."""
    runs = {}
    for line in lines:
        match = None if line.form == "multi" else DAMAGED.match(line.text)
        digits = match[1].translate(TO_DIGITS) if match else ""
        number = int(digits) if digits.isdigit() else 0
        # Points with a bracket stand between those with a stop, «а) … 6) …» below «l.».
        kind = re.sub(r"[^.,)]", "", match[0][len(match[1]) :]) if match else ""
        kind = kind.replace(",", ".")
        run = runs.get(kind, []) if match else []
        if not number or (number > 1 and number != len(run) + 1):
            continue
        run = [*run, (line, match)] if number == len(run) + 1 else [(line, match)]
        runs[kind] = run
        if len(run) >= SHORTEST_RUN:
            for each, found in run:
                each.form, each.mark = "number", found.end()


def _set_running_heads(lines):
    """Takes for a page's own the short lines beside its number that come again or name the note."""
    counted = Counter(line.text for line in lines)
    for before, line in itertools.pairwise(lines):
        if before.is_page and not line.is_page and _width(line) < WIDEST_HEAD:
            again = counted[line.text] > 1 or NAMES_NOTE.search(lowered(line.text))
            line.is_page = bool(again) and not line.form and not section_of(lowered(line.text))


def _width(line):
    return len(" ".join(line.text.split()))


def _is_quoted(text):
    """Whether it is a letter that quotes the note: most lines begin with «>»."""
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) > 2 and sum(map(bool, map(FIRST_QUOTED.match, lines))) * 2 > len(lines)
