"""Headings that no word tells of: known by their number, or by what stands below them."""

import itertools
import re

from briefings.reading.block_telling import tells_when
from briefings.reading.cues import is_general, number_of, section_of
from briefings.reading.dating import sure_dates
from briefings.reading.headings import REACHABLE, WORD, may_head, shape_of
from briefings.reading.morphology import is_told
from briefings.reading.titles import is_title

# Which section stands next to which, and before or behind it.
NEIGHBOURS = (
    ("directions", "events", -1),
    ("directions", "events", 1),
    ("events", "contacts", -1),
    ("contacts", "events", 1),
)
LONGEST_NAME, MOST_CONTACTS, FEWEST_NAMED = 6, 8, 2
FIGURE = re.compile(r"\d")


def sections_by_number(heads, headed):
    """{start: section} of headings known by their number alone: «1. …», «2. События», «3. …»."""
    numbered = [(_number(block), shape_of(block), block) for block in heads]
    known = {section_of(row[2].read): row for row in numbered if row[0]}
    made = {}
    for section, beside, step in NEIGHBOURS:
        if section in {*headed, *made.values()} or beside not in known:
            continue
        number, shape, neighbour = known[beside]
        fit = [
            block
            for own, looks, block in numbered
            if own == number + step
            and looks == shape
            and not section_of(block.read)
            and (block.start > neighbour.start) == (step > 0)
        ]
        if len(fit) == 1:
            made[fit[0].start] = section
    return made


def _number(block):
    return number_of(f"{block.mark.lower()} {block.read}" if block.form else block.read)


def sections_by_content(blocks, headed, home):
    """{start: section} of headings by what stands below: «За плечами» and dated paragraphs."""
    made = {}
    for place, head, below, behind in _regions(blocks, home):
        section = _section_below(below)
        if section is None or section in {*headed, *made.values()}:
            continue
        above = blocks[:place]
        if section == "directions" and not _may_be_directions(above, behind, headed, made):
            continue
        if section == "events" and any(map(tells_when, above)):
            # They have begun without a heading.
            continue
        made[head.start] = section
    return made


def _regions(blocks, home):
    """(place, heading, the blocks below it, the one behind them) of headings without a cue."""
    places = [place for place in range(len(blocks)) if _heads(blocks, place, home)]
    for here, after in itertools.pairwise([*places, len(blocks)]):
        below = blocks[here + 1 : after]
        if below and not section_of(blocks[here].read):
            yield here, blocks[here], below, blocks[after] if after < len(blocks) else None


def _heads(blocks, place, home):
    """Whether a line is a heading by its looks, whatever it says."""
    block = blocks[place]
    if block.cells or not may_head(block) or is_title(place, block, None, home):
        return False
    if section_of(block.read):
        return True
    is_short = len(WORD.findall(block.read)) <= LONGEST_NAME and block.text[0].isupper()
    near = (*blocks[max(place - 1, 0) : place], *blocks[place + 1 : place + 2])
    is_listed = block.form and any(each.form == block.form for each in near)
    is_plain = not (is_listed or sure_dates(block.read) or is_general(block.read))
    return is_short and is_plain and block.text[-1] not in ".;,"


def _section_below(below):
    """Of which section blocks are: of somebody to reach, of dates, of names of fields; or None."""
    dated = [tells_when(block) or bool(sure_dates(block.read)) for block in below]
    reached = [bool(REACHABLE.search(block.text)) for block in below]
    if any(reached) and len(below) <= MOST_CONTACTS and not any(map(tells_when, below)):
        return "contacts"
    if dated[0] and sum(dated) * 2 >= len(below):
        return "events"
    named = [block.is_listed or block.text.endswith((";", ".")) for block in below]
    fields = sum(block.text.count(";") + 1 for block in below)
    if any(dated) or fields < FEWEST_NAMED or not all(named):
        return None
    told = any(is_told(block.read) or FIGURE.search(block.text) for block in below)
    return None if told else "directions"


def _may_be_directions(above, behind, headed, made):
    """Whether directions may stand here: in front of the events, or as the last before contacts."""
    if "events" not in {*headed, *made.values()}:
        return True
    is_first = not any(section_of(b.read) == "events" and may_head(b) for b in above)
    is_first = is_first and "events" not in made.values()
    return is_first or behind is None or section_of(behind.read) == "contacts"
