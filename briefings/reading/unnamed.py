"""Headings that no word tells of: known by their number, or by what stands below them."""

import re

from briefings.reading.block_telling import tells_when
from briefings.reading.cues import is_general, number_of, section_of, without_number
from briefings.reading.dating import find_dates, sure_dates
from briefings.reading.headings import REACHABLE, WORD, may_head, shape_of
from briefings.reading.morphology import is_told
from briefings.reading.stretch import lowered
from briefings.reading.titles import OF_THE_NOTE, is_title

# Which section stands next to which, and before or behind it.
NEIGHBOURS = (
    ("directions", "events", -1),
    ("directions", "events", 1),
    ("events", "contacts", -1),
    ("contacts", "events", 1),
)
LONGEST_NAME, MOST_CONTACTS, FEWEST_NAMED, FEWEST_TOLD = 6, 8, 2, 3
MOST_TITLES = 3
FIGURE, SECTIONS = re.compile(r"\d"), {"directions", "events", "contacts"}
# «Список обменов. Соглашения между городами нет.»
RUN_IN = re.compile(r"([А-ЯЁ][^.:]{3,40})[.:]\s+[А-ЯЁ\d]")


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
    page = _Page(blocks, home)
    for place, below in page.regions():
        section = page.section_below(place, below)
        # Events and contacts may stand under several headings, of which a later one has a cue.
        known = headed if section == "directions" else page.above(place)
        known = {*known, *page.made.values()}
        if section and place and section not in known:
            page.made[place] = section
    page.find_third()
    page.lift_events()
    return {blocks[place].start: section for place, section in page.made.items()}


class _Page:
    """The blocks of a note as headings and what stands below them.

    ``named``  the section that each block opens, or begins with the heading of, or None
    ``made``   {place: section} of the headings that no word tells of
    """

    def __init__(self, blocks, home):
        self.blocks = blocks
        self.named = [
            None if _is_point(blocks, place) else _section_named(block)
            for place, block in enumerate(blocks)
        ]
        self.home, self.made = home, {}
        heads = {place for place in range(len(blocks)) if self._heads(place, home)}
        self.heads = sorted(place for place in heads if not self._is_in_list(heads, place))
        self.firsts = {}
        for place, section in enumerate(self.named):
            self.firsts.setdefault(section, place)

    def above(self, place):
        """The sections opened in front of a place."""
        opened = {section for section, first in self.firsts.items() if first < place}
        return {*opened, *self.made.values()} - {None}

    def regions(self):
        """(place of a heading without a cue, the blocks below it)."""
        end = len(self.blocks)
        edges = [*self.heads, end, end]
        for here, after, behind in zip(edges, edges[1:], edges[2:], strict=False):
            if after == here + 1 < end and self._is_sub(here, after):
                # A sub-heading stands below at once.
                after = behind
            below = self.blocks[here + 1 : after]
            if below and not self.named[here] and not self._names_note(here, below):
                yield here, below

    def _names_note(self, here, below):
        """Whether a title stands below a line, which then is of a letter's head."""
        lines = [block for block in below[:MOST_TITLES] if not block.cells]
        return any(is_title(here + 1, block, None, self.home) for block in lines)

    def _is_sub(self, here, after):
        """Whether a heading stands below another as its first sub-heading."""
        if self.named[after] is None:
            return True
        looks = _looks(self.blocks[here]) != _looks(self.blocks[after])
        looks = looks or not may_head(self.blocks[after])
        return looks and self.named[after] == "events" and bool(self.above(here))

    def section_below(self, place, below):
        """The section that a heading opens, as far as what stands below it tells; or None."""
        above = self.above(place)
        section = _section_of(below, "directions" in above)
        if section == "directions" and "events" in above and not self._is_last(place, below):
            return None
        return None if section == "events" and self._have_begun(place) else section

    def find_third(self):
        """Of two sections whose headings look alike the third is the one that looks as they do."""
        found = {}
        for place, section in sorted(self._section_heads().items()):
            found.setdefault(section, _looks(self.blocks[place]))
        missing, looks = SECTIONS - set(found), set(found.values())
        alike = [
            (place, below)
            for place, below in self.regions()
            if _looks(self.blocks[place]) in looks and place not in self.made
        ]
        if len(missing) == len(looks) == len(alike) == 1:
            (section,), ((place, below),) = missing, alike
            if _may_be_of(section, below) and not (section == "events" and self._have_begun(place)):
                self.made[place] = section

    def lift_events(self):
        """Lets the events begin at the heading above theirs if that looks as those of sections."""
        at = next((place for place, section in self.made.items() if section == "events"), None)
        above = [head for head in self.heads if at is not None and head < at]
        if not above or self.named[above[-1]] or above[-1] in self.made:
            return
        heads = [self.blocks[place] for place in self._section_heads() if place != at]
        others, own = set(map(_looks, heads)), self.blocks[at]
        is_numbered = shape_of(own) is not None and shape_of(own) in map(shape_of, heads)
        is_other = not is_numbered and _looks(own) not in others
        if is_other and _looks(self.blocks[above[-1]]) in others:
            self.made[above[-1]] = self.made.pop(at)

    def _section_heads(self):
        """{place: section} of all headings of sections, named or not."""
        named = {n: section for n, section in enumerate(self.named) if section}
        return {n: each for n, each in (named | self.made).items() if may_head(self.blocks[n])}

    def _is_last(self, place, below):
        """Whether nothing follows but contacts."""
        behind = place + 1 + len(below)
        return behind == len(self.blocks) or self.named[behind] == "contacts"

    def _have_begun(self, place):
        """Whether events are told already in front of a place, without a heading."""
        dated = 0
        for here in range(place - 1, -1, -1):
            if self.named[here] or here in self.made:
                return False
            dated += bool(find_dates(self.blocks[here].read))
            if dated == FEWEST_TOLD:
                return True
        return False

    def _heads(self, place, home):
        """Whether a line is a heading by its looks, or begins with a known one."""
        block = self.blocks[place]
        if self.named[place]:
            return True
        if block.cells or not may_head(block) or is_title(place, block, None, home):
            return False
        is_short = len(WORD.findall(block.read)) <= LONGEST_NAME and block.text[0].isupper()
        is_other = sure_dates(block.read) or is_general(block.read)
        is_plain = not (is_other or _is_point(self.blocks, place))
        return is_short and is_plain and block.text[-1] not in ".;,"

    def _is_in_list(self, heads, place):
        """Whether a line stands among others as short as it: names, one a line, below a heading."""
        block, before = self.blocks[place], self.blocks[place - 1]
        if block.is_apart or block.form or self.named[place] or not place:
            return False
        names = not (is_told(before.read) or is_title(place - 1, before, None, self.home))
        return before.text[-1].isalpha() and (place - 1 in heads or names)


def _is_point(blocks, place):
    """Whether a block is a point among others rather than a numbered heading."""
    form = blocks[place].form
    near = (*blocks[max(place - 1, 0) : place], *blocks[place + 1 : place + 2])
    return form == "multi" or (form is not None and any(each.form == form for each in near))


def _section_named(block):
    if block.cells:
        return None
    if may_head(block):
        return section_of(block.read)
    opening = RUN_IN.match(block.text)
    return section_of(lowered(opening[1])) if opening else None


def _looks(block):
    letters = without_number(block.text)
    return shape_of(block), letters.isupper(), letters.endswith(":")


def _section_of(below, is_behind_directions):
    """Of which section blocks are: of somebody to reach, of dates, of names of fields; or None."""
    own = [block for block in below if not OF_THE_NOTE.search(block.read)]
    told, dated = list(map(tells_when, own)), [bool(sure_dates(block.read)) for block in below]
    reached = any(REACHABLE.search(block.text) for block in below)
    if reached and len(below) <= MOST_CONTACTS and not any(told):
        return "contacts"
    if sum(dated) * 2 >= len(below) or (is_behind_directions and any(told)):
        return "events"
    named = sum(b.is_listed or b.text.endswith((";", ".")) or may_head(b) for b in below)
    fields = sum(block.text.count(";") + 1 for block in below)
    if any(dated) or fields < FEWEST_NAMED or named * 3 < len(below) * 2:
        return None
    tells = any(is_told(block.read) or FIGURE.search(block.text) for block in below)
    return None if tells else "directions"


def _may_be_of(section, below):
    """Whether nothing in blocks speaks against a section."""
    dated = sum(bool(find_dates(block.read)) for block in below)
    if section == "contacts":
        return any(REACHABLE.search(block.text) for block in below)
    return dated * 2 < len(below) if section == "directions" else dated > 0
