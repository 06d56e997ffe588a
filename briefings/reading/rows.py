"""Rows of tables in plain text: made of tabs, vertical lines or columns of spaces."""

import re
from dataclasses import replace

from briefings.reading.blocks import Block
from briefings.reading.dating import find_dates
from briefings.reading.stretch import join, stretch

PIPES = re.compile(r"[|│┃║¦]")
TABS, COLUMNS = re.compile(r"\t"), re.compile(r"\s{3,}")
GAP = re.compile(r"\S\s{3,}(?=\S)")
SENTENCE_END = (".", "!", "?", ";")
HANGING = (",", "(", "-", "–", "—", "«")
# A row that is but a year heads those below it.
YEAR = re.compile(r"(?:19|20)\d\d(?:\s?г\.|\s?год)?(?:\s*\(план\))?")
NUMBER_CELL = re.compile(r"\d{1,3}[.)]?")
# So many lines with but one vertical line each are a table too.
FEWEST_LINES = 3


def pipes_in(text):
    return len(PIPES.findall(text))


def row(text, line, blocks, by_columns):
    """The Block of a line that is a row; the blocks before it tell whether its table goes on."""
    pattern = PIPES if pipes_in(line.text) else COLUMNS if by_columns else TABS
    cells, place = [], line.start
    for match in pattern.finditer(text, line.start, line.end):
        cells.append(stretch(text, place, match.start()).strip())
        place = match.end()
    cells.append(stretch(text, place, line.end).strip())
    before = blocks[-1] if blocks else None
    if pattern is PIPES and pipes_in(line.text) > 1 and not _is_unframed(line, before):
        cells = cells[1 if line.text[0] in "|│┃║¦" else 0 :]
        cells = cells[:-1] if line.text[-1] in "|│┃║¦" else cells
    elif pattern is TABS:
        # Tabs in front are first columns that are empty.
        cells = [stretch(text, line.start, line.start)] * line.tabs + cells
    goes_on = before is not None and before.cells and not line.is_apart
    tables = next((block.table for block in reversed(blocks) if block.table), 0)
    return Block(
        stretch(text, line.start, line.end),
        line.start,
        line.end,
        cells=cells,
        table=before.table if goes_on else tables + 1,
        is_apart=line.is_apart,
    )


def _is_unframed(line, before):
    """Whether a vertical line in front is that of an empty first cell, as in the row above."""
    return (
        before is not None
        and bool(before.cells)
        and not PIPES.match(before.text)
        and pipes_in(before.text) == pipes_in(line.text)
    )


def column_lines(lines):
    """Numbers of the lines that are rows though no tab says so: three or more alike in a run."""
    return _of_spaces(lines) | _of_one_pipe(lines)


def _of_spaces(lines):
    rows, run = set(), []
    for number, line in enumerate(lines):
        plain = not line.form and "\t" not in line.text
        starts = [match.end() + line.indent for match in GAP.finditer(line.text)] if plain else []
        if starts and run and not line.is_apart and _alike(starts, run[-1][1]):
            run.append((number, starts))
        else:
            run = [(number, starts)] if starts else []
        if len(run) >= FEWEST_LINES:
            rows.update(number for number, _ in run)
    return rows


def _of_one_pipe(lines):
    rows, run = set(), []
    for number, line in enumerate(lines):
        is_one = pipes_in(line.text) == 1 and line.text[0] not in "|│┃║¦"
        run = ([*run, number] if not line.is_apart else [number]) if is_one else []
        if len(run) >= FEWEST_LINES:
            rows.update(run)
    return rows


def _alike(starts, others):
    return len(starts) == len(others) and all(
        abs(a - b) <= 1 for a, b in zip(starts, others, strict=True)
    )


def mended(blocks):
    """The blocks with each row that a copy broke over several lines put together."""
    widths = {}
    for block in blocks:
        widths[block.table] = max(widths.get(block.table, 0), len(block.cells))
    made = []
    for block in blocks:
        before = made[-1] if made else None
        if before is not None and _goes_on_in_cells(before, block):
            made[-1] = _joined(before, block, _by_column(before, block))
        elif before is not None and _goes_on_in_last(before, block, widths):
            rest = block.cells or [block.body.strip(" |│┃║¦")]
            made[-1] = joined_in_last(before, block, rest)
        elif before is not None and _opens_in_first(before, block):
            made[-1] = joined_in_first(before, block)
        else:
            made.append(block)
    return made


def joined_in_last(before, block, rest):
    """A row with a block whose first cell, of ``rest``, carries on the row's last one."""
    cells = [*before.cells[:-1], _glued(before.cells[-1], rest[0]), *rest[1:]]
    return _joined(before, block, cells)


def joined_in_first(before, block):
    """A row with the paragraph above it, whose words begin its first cell."""
    cells = [_glued(before.body, block.cells[0]), *block.cells[1:]]
    return _joined(replace(before, table=block.table), block, cells)


def _joined(before, block, cells):
    body = join(before.body, block.body)
    return replace(before, body=body, end=block.end, cells=cells)


def _by_column(before, block):
    made = [_glued(a, b) for a, b in zip(before.cells, block.cells, strict=False)]
    return made + before.cells[len(made) :]


def _glued(first, second):
    """Two halves of a cell, a word broken between them put together."""
    hyphenated = len(first) > 1 and first.text[-1] in "-\u2010\u00ac" and first.text[-2].isalpha()
    return join(first, second, hyphenated=hyphenated and second.text[:1].islower())


def _goes_on_in_cells(before, block):
    """Whether each cell of a row goes on in that of the row above: its first is empty, or so."""
    cells, above = block.cells, before.cells
    if not cells or len(cells) > len(above) or block.table != before.table:
        return False
    if not any(character.isalnum() for character in before.text):
        return False
    if _hangs(above[0]) and cells[0]:
        return True
    if cells[0] or not any(cells):
        return False
    told = [(a, b) for a, b in zip(above, cells, strict=False) if b]
    if sum(map(bool, cells)) >= sum(map(bool, above)) - 1 and len(cells) > 2:
        return all(_is_cut(a, b) for a, b in told)
    return any(_is_cut(a, b) for a, b in told) or len(told) == 1 < len(cells) - 1


def _is_cut(first, second):
    """Whether the text of a cell goes on in the one below."""
    return not first or _hangs(first) or second.text[:1].islower()


def _hangs(cell):
    return cell.text.endswith(HANGING)


def _goes_on_in_last(before, block, widths):
    """Whether a block goes on in the last cell of the row above, which has too few cells."""
    missing = widths[before.table] - len(before.cells) if before.cells else 0
    if _is_open(before) and not block.is_apart:
        return True
    is_near = not block.is_apart and not block.is_listed and block.table in {0, before.table}
    first = (block.cells or [block.body])[0]
    more = len(block.cells or [1]) - 1
    if missing <= 0 or not is_near:
        return False
    opens = first.text[:1].isupper() or first.text[:1] == "("
    completes = more == missing and opens and not find_dates(first.read)
    return completes or (first.text[:1].islower() and more <= missing)


def _is_open(before):
    """Whether a row begins with a vertical line and does not end with one."""
    text = before.body.text
    framed = bool(before.cells and before.cells[0])
    return framed and bool(PIPES.match(text)) and not PIPES.match(text[-1])


def _opens_in_first(before, block):
    """«IV квартал» on a line above «(план) | Бизнес-миссия»: both are the row's first cell."""
    if before.cells or before.is_listed or not block.cells or block.is_apart:
        return False
    if YEAR.fullmatch(before.text):
        return False
    first = block.cells[0].text[:1]
    short = len(before.text) < 30 and not before.text.endswith((*SENTENCE_END, ":"))
    return short and (first == "(" or first.islower())
