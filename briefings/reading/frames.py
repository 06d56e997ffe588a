"""Layouts: tables that hold no rows but sections or people, and rows that stand in no table."""

import itertools
import re
from dataclasses import replace

from briefings.reading.cues import section_of
from briefings.reading.dating import find_dates
from briefings.reading.headings import REACHABLE
from briefings.reading.marks import find_mark
from briefings.reading.names import find_names
from briefings.reading.stretch import join_all, lowered

LONGEST_HEADING, FEWEST_SECTIONS, FEWEST_CARDS, MOST_FIELDS = 80, 2, 2, 8
DATED = re.compile(r"дат|срок|период|когда|время")
HAPPENED = re.compile(r"мероприяти|событи|назван|наименован|тема|содержани|что")
FIELD = re.compile(
    r"(дата(?: проведения)?|сроки?(?: проведения)?|период|когда|время|мероприятие|событие|название"
    r"|наименование|тема|содержание|что|место(?: проведения)?|где|участники|участвовали|кто"
    r"|организатор[а-я]*|формат|уровень|итоги?|результат[а-я]*|статус|примечани[ея])"
    r"\s*(?::|\s[–—-])\s*(.*[^\s].*)$"
)


def reading_order(rows):
    """The places (row, column) of a table's cells in the order they are read; [] of real rows.

    ``rows`` hold the lines of each cell, without the empty ones.
    """
    opened = [[_section_opened(cell) for cell in row] for row in rows]
    sections = [section for row in opened for section in row if section]
    if len(set(sections)) < FEWEST_SECTIONS or len(set(sections)) < len(sections):
        return []
    if max(len(cell) for row in rows for cell in row) < 2:
        return []
    places = [(y, x) for y, row in enumerate(rows) for x in range(len(row))]
    heads = [y for y, row in enumerate(opened) if any(row)]
    if len(heads) == 1:
        # Headings in one row: what belongs to them goes on in their cells, or in one row below.
        if any(len(rows[y][x]) > 1 for y, x in places if opened[y][x]):
            return places
        is_single = sum(any(row) for row in rows[heads[0] + 1 :]) == 1
        return sorted(places, key=lambda place: place[::-1]) if is_single else []
    is_first = all(row[0] for row in opened if any(row))
    return places if is_first and len(heads) * 2 > len(rows) else []


def are_people(row):
    """Whether each full cell of a row is somebody with a number or address, in several lines."""
    full = [cell for cell in row if cell]
    return len(full) > 1 and all(
        len(cell) > 1 and REACHABLE.search("\n".join(cell)) for cell in full
    )


def _section_opened(cell):
    """The section whose heading a cell begins with, or None."""
    read = lowered(cell[0]) if cell else ""
    if len(read) > LONGEST_HEADING or find_dates(read):
        return None
    return section_of(read.rstrip(" .:"))


def sections_apart(blocks):
    """The blocks with rows «Основные события | В мае …» cut into heading and content."""
    heads = {number: _section_opened([block.cells[0].text]) for number, block in _pairs(blocks)}
    heads = {number: section for number, section in heads.items() if section}
    if len(heads) < FEWEST_SECTIONS or len(set(heads.values())) < len(heads):
        return blocks
    made = []
    for number, block in enumerate(blocks):
        made += [_alone(block, cell) for cell in block.cells] if number in heads else [block]
    return made


def _pairs(blocks):
    """(number, block) of rows with two full cells whose second is no date alone."""
    for number, block in enumerate(blocks):
        if len(block.cells) == 2 and all(block.cells):
            date = next(iter(find_dates(block.cells[1].read)), None)
            if date is None or date.end - date.start < len(block.cells[1]):
                yield number, block


def people_apart(blocks):
    """The blocks with a table that has somebody in each column read column by column."""
    made = []
    for _, rows in itertools.groupby(blocks, lambda each: (each.table, len(each.cells))):
        rows = list(rows)
        names = next((n for n, row in enumerate(rows[:2]) if _are_names(row.cells)), None)
        if names is None or not _reach_each(rows[names + 1 :]):
            made += rows
        else:
            columns = zip(*(row.cells for row in rows), strict=True)
            of_cells = zip(*([row] * len(row.cells) for row in rows), strict=True)
            for cells, own in zip(columns, of_cells, strict=True):
                made += [_alone(row, cell) for row, cell in zip(own, cells, strict=True) if cell]
    return made


def _are_names(cells):
    return len(cells) > 1 and all(_is_name(cell.text.strip(" ,.;:")) for cell in cells)


def _is_name(text):
    return any((name.start, name.end) == (0, len(text)) for name in find_names(text, loose=True))


def _reach_each(rows):
    """Whether rows tell a number or address of everybody, and name nobody else."""
    reached = [all(map(REACHABLE.search, (cell.text for cell in row.cells))) for row in rows]
    return any(reached) and not any(_are_names(row.cells) for row in rows)


def cards_as_rows(blocks):
    """The blocks with «Дата: …», «Мероприятие: …», «Место: …» of each event as one row."""
    runs = [_run_of_fields(blocks, place) for place in range(len(blocks))]
    starts = [place for place, run in enumerate(runs) if run]
    if len(starts) < FEWEST_CARDS:
        return blocks
    table = 1 + max(block.table for block in blocks)
    made, place = [], 0
    while place < len(blocks):
        run = runs[place]
        if run:
            made.append(_as_row(blocks[place : place + len(run)], run, table))
        else:
            made.append(blocks[place])
        place += max(len(run), 1)
    return made


def _run_of_fields(blocks, place):
    """The fields of a card of an event that begins at a place: [(label, match)]; [] of none."""
    run = []
    for block in blocks[place : place + MOST_FIELDS]:
        field = None if block.cells or (run and block.is_apart) else FIELD.match(block.read)
        if field is None or any(field[1] == label for label, _ in run):
            break
        run.append((field[1], field))
    dated = any(DATED.match(label) and find_dates(match[2]) for label, match in run)
    is_first = run and (DATED.match(run[0][0]) or HAPPENED.match(run[0][0]))
    return run if is_first and dated and any(HAPPENED.match(label) for label, _ in run) else []


def _as_row(blocks, run, table):
    cells = [block.body[field.start(2) :] for block, (_, field) in zip(blocks, run, strict=True)]
    dates = [cell for cell, (label, _) in zip(cells, run, strict=True) if DATED.match(label)]
    return replace(
        blocks[0],
        body=join_all([block.body for block in blocks]),
        end=blocks[-1].end,
        cells=[*dates, *(cell for cell in cells if cell not in dates)],
        table=table,
        form=None,
        mark="",
    )


def _alone(block, cell):
    """A cell of a row as a block of its own."""
    form, mark = find_mark(cell.text)
    body = cell[mark:] if form else cell
    return replace(
        block,
        body=body,
        start=cell.start,
        end=cell.end,
        cells=[],
        spanning=[],
        table=0,
        form=form,
        mark=cell.text[:mark].strip() if form else "",
    )
