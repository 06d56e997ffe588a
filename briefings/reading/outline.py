"""Which section each block of a note belongs to, and which blocks are headings."""

import re
from dataclasses import dataclass, replace

from briefings.reading.around import (
    FAREWELL,
    LONGEST_SIGNATURE,
    approval,
    beyond,
    is_addressee,
    letter_head,
    reason_to_ignore,
)
from briefings.reading.block_telling import (
    FEWEST_TOLD,
    describes,
    is_contact,
    tells_of_plan,
    tells_of_ties,
    tells_when,
)
from briefings.reading.blocks import Block
from briefings.reading.cues import is_general, section_of
from briefings.reading.dating import find_dates, sure_dates
from briefings.reading.frames import cards_as_rows, people_apart
from briefings.reading.heading_sections import (
    heading_section,
    leaves_contacts,
    section_of_columns,
    section_of_points,
)
from briefings.reading.headings import (
    LONGEST_TITLE,
    REACHABLE,
    WIDEST_TITLE,
    WORD,
    is_day_line,
    is_head_row,
    is_labelled_year,
    is_numbering,
    is_period_heading,
    is_sub_heading,
    may_head,
    parted,
    shape_of,
)
from briefings.reading.morphology import is_told
from briefings.reading.note_date import bears_date
from briefings.reading.run_ins import naming, run_in
from briefings.reading.sentences import sentences
from briefings.reading.titles import is_title
from briefings.reading.unnamed import sections_by_content, sections_by_number
from core.dates import Precision

TITLE_BEHIND = re.compile(r"(?:со? |о |об |и |между |по |за |к )")
LAST_MET = re.compile(r"(?:последн\w+ )?(?:визит|встреча|поездка|переговоры)\b[^.;]{0,60}:\s")
OF_POST = re.compile(
    r"(?:руководител|начальник|заместител|директор|координатор|специалист|советник)[а-я]*\s[^:]*:\s"
)
YEAR = re.compile(r"\W*\d{4}(?: ?г\.?| год)?\W*")
PREPARED = re.compile(r"(?:справку |материал |информацию )?(?:подготовил|составил)[аи]?\b")
ASKED = re.compile(r"обращать|обратиться|\bтел\.|телефон")
LONGEST_POINT, MOST_MENU = 120, 3
FIELD = re.compile(
    r"[а-я]+(?: [а-я]+)?\s*:|(?:общ[а-я]+ (?:информация|сведения)|статус|страна|город|регион|центр"
    r"|глава|мэр|губернатор|население)\b"
)


@dataclass(slots=True)
class Entry:
    """A block, or what is left of it, with its part in the note.

    ``section``  directions, events, contacts, None before the first of them, ``aside`` of another
    ``role``     title, heading, sub, year, date, content, or ignored
    ``reason``   why it is ignored
    """

    block: Block
    section: str | None
    role: str
    reason: str = ""


class Outline:
    """Goes through the blocks once and says of each what it is."""

    def __init__(self, blocks, home):
        blocks = [part for block in people_apart(cards_as_rows(blocks)) for part in parted(block)]
        self.blocks, self.home = blocks, home
        self.places = {block.start: place for place, block in enumerate(blocks)}
        self.section = None
        self.shape = None
        self.taken = 0
        self.entries = []
        heads = [b for b in blocks if not b.cells and may_head(b)]
        self.headed = {section_of(block.read) for block in heads} - {None}
        self.unnamed = sections_by_content(blocks, self.headed, home)
        self.headed |= set(self.unnamed.values())
        self.unnamed |= {
            start: section
            for start, section in sections_by_number(heads, self.headed).items()
            if section_of_points(self, start) in {section, None}
        }
        self.headed |= set(self.unnamed.values())
        self.has_years = sum(bool(YEAR.fullmatch(block.read)) for block in blocks) > 1
        self.letter_head = letter_head(blocks, home)
        self.approval, self.end = approval(blocks), beyond(blocks)
        self.is_signed = False

    def read(self):
        """The entries of all blocks, in their order."""
        for place, block in enumerate(self.blocks):
            self._take(place, block)
        return self.entries

    def _add(self, block, role, reason=""):
        self.taken += role != "ignored"
        self.entries.append(Entry(block, self.section, role, reason))

    def _take(self, place, block):
        reason = reason_to_ignore(block)
        if block.start in self.letter_head:
            reason = "letter"
        if block.start in self.approval:
            reason = "addressee"
        if place >= self.end:
            reason = "other"
        if FAREWELL.fullmatch(block.read):
            below = self.blocks[place + 1 :]
            self.is_signed = not any(REACHABLE.search(each.text) for each in below)
        elif self.is_signed and not reason and len(block.text) < LONGEST_SIGNATURE:
            reason = "signature"
        if reason:
            return self._add(block, "ignored", reason)
        if self.section is None and FIELD.match(block.read) and len(block.cells) <= 2:
            # «Город: | Ереван»: a line of a card rather than a row of events.
            block = replace(block, cells=[])
        if block.cells and self._take_row(place, block):
            return None
        if not block.cells and (
            self._take_note_date(place, block) or self._take_heading(place, block)
        ):
            return None
        named = naming(block) if "directions" not in self.headed else []
        if named:
            return self._take_named(named)
        if self.section is None:
            return self._take_opening(place, block)
        self._follow_content(place, block)
        if self.section == "directions" and tells_of_plan(block):
            self.taken += 1
            return self.entries.append(Entry(block, "events", "content"))
        heads = self.section == "events" and self._heads_table(place, block)
        return self._add(block, "sub" if heads else self._role(block))

    def _take_named(self, named):
        """Directions of their own sentences alone: what follows is of the section before."""
        for head, content in named:
            self.taken += 1
            self.entries.append(Entry(head, "directions", "heading"))
            self.entries.append(Entry(content, "directions", "content"))

    def _take_row(self, place, block):
        if is_numbering(block):
            self._add(block, "ignored", "label")
            return True
        if is_head_row(block):
            section = section_of_columns(block)
            if section and section not in self.headed:
                self.section = section
            self._add(block, "ignored", "table_head")
            return True
        lone = [cell for cell in block.cells if cell]
        if len(lone) == 1:
            single = replace(block, body=lone[0], cells=[])
            if self._take_heading(place, single):
                return True
        return False

    def _take_note_date(self, place, block):
        role = bears_date(self, place, block)
        if role:
            self._add(block, role)
        return role

    def _take_heading(self, place, block):
        if self.section == "contacts" and OF_POST.match(block.read):
            # «Руководитель направления «Чехия»: …»
            return False
        if leaves_contacts(self, block):
            self.section = None
            return False
        section, content = heading_section(self, place, block), None
        if section is None and (found := run_in(self, block)):
            section, block, content = found
        if section is None:
            return False
        self.section, self.shape = section, self.shape or shape_of(block)
        self._add(block, "sub" if section == "aside" else "heading")
        if content is not None:
            self._add(content, self._role(content))
        return True

    def _take_opening(self, place, block):
        """A block before any section."""
        if self.taken < 3 and is_addressee(block):
            return self._add(block, "ignored", "addressee")
        if is_general(block.read):
            return self._add(block, "sub")
        first, *rest = sentences(block.body)
        if rest and is_general(first.read):
            self._add(replace(block, body=first, end=first.end), "sub")
            tail = block.body[len(first) :].strip()
            return self._add(
                replace(block, body=tail, start=tail.start, form=None, mark=""), "content"
            )
        dates = sure_dates(block.read)
        if block.cells and not dates and self._is_menu(place, block):
            return self._add(block, "ignored", "other")
        general = any(entry.role == "sub" for entry in self.entries)
        if (block.is_listed or block.cells) and not (general and "directions" in self.headed):
            return self._open_with_point(place, block, dates)
        if is_contact(block):
            self.section = "contacts"
            return self._add(block, "content")
        return self._take_prose(block, dates)

    def _open_with_point(self, place, block, dates):
        """A point of a list or a row before any heading: it opens the section that it looks of."""
        if not dates and block.form == "number" and len(block.text) > LONGEST_POINT:
            # «1. Город Оулу – центр губернии, порт …»: the note's paragraphs are numbered.
            return self._add(block, "content")
        tells = not dates and block.is_listed and self._heads_events(place)
        self.section = "events" if dates or tells else "directions"
        return self._add(block, "sub" if tells else self._role(block))

    def _take_prose(self, block, dates):
        """A title, a sub-heading, what is told of the partner, or an event outside its section."""
        opens = bool(dates) and dates[0].start == 0
        if is_title(self.taken, block, None, self.home) and not (
            opens or tells_of_ties(block.read)
        ):
            return self._add(block, "title")
        if self._goes_on_title(block):
            return self._add(block, "title")
        titled = any(entry.role == "title" for entry in self.entries)
        short = len(block.text) < WIDEST_TITLE and len(WORD.findall(block.read)) <= LONGEST_TITLE
        told = is_told(block.read) or (titled and describes(block))
        if short and not told and not (dates and titled):
            return self._add(block, "title" if self.taken < 6 or not titled else "sub")
        days = sum(date.first.precision == Precision.DAY for date in dates)
        if dates and is_told(block.read) and "events" not in self.headed:
            self.section = "events"
        elif (
            (days > 1 and is_told(block.read))
            or (days and LAST_MET.match(block.read))
            or any(tells_of_ties(sentence.read) for sentence in sentences(block.body))
        ):
            # Rule 7: a dated tie is an event wherever it stands.
            return self.entries.append(Entry(block, "events", "content"))
        return self._add(block, "content")

    def _goes_on_title(self, block):
        """«с г. Кейптаун (ЮАР) на октябрь 2014 года» below the words of a title."""
        above = self.entries[-1] if self.entries else None
        return (
            above is not None
            and above.role == "title"
            and TITLE_BEHIND.match(block.text) is not None
            and len(block.text) < LONGEST_POINT
            and not (is_told(block.read) or block.is_apart or block.text.endswith("."))
        )

    def _is_menu(self, place, block):
        """Whether a lone row but names pages: «Новости | Комитет | Контакты»."""
        near = (*self.blocks[max(0, place - 1) : place], *self.blocks[place + 1 : place + 2])
        short = all(len(WORD.findall(cell.text)) <= MOST_MENU for cell in block.cells if cell)
        return short and not any(each.cells for each in near)

    def _below(self, place):
        """The next block, or None behind the last."""
        return self.blocks[place + 1] if place + 1 < len(self.blocks) else None

    def _heads_table(self, place, block):
        """Whether a line with a colon stands above a table: «Из отчета за 2013–2014 гг.:»"""
        below = self._below(place)
        leads = below is not None and bool(below.cells) and not block.cells
        return leads and block.text.endswith(":") and not is_told(block.read)

    def _heads_events(self, place):
        """Whether below a numbered line stands a paragraph that tells of dated things."""
        below = self._below(place)
        if below is None or below.is_listed or below.cells or "directions" not in self.headed:
            return False
        return tells_when(below)

    def _follow_content(self, place, block):
        """Lets a section begin where its content plainly does, without a heading."""
        is_late = place >= len(self.blocks) - 3
        reached = REACHABLE.search(block.text) and not tells_when(block)
        asked = is_late and reached and ASKED.search(block.read)
        told = is_contact(block) or asked or (is_late and PREPARED.match(block.read))
        if self.section != "contacts" and told and "contacts" not in self.headed:
            self.section = "contacts"
        elif (
            self.section == "directions"
            and not block.is_listed
            and "events" not in self.headed
            and not block.cells
        ) and tells_when(block):
            self.section = "events"

    def _role(self, block):
        if self.section == "events":
            if self._is_listed_below(block):
                return "content"
            if (
                is_day_line(block)
                or is_period_heading(block)
                or (self.has_years and is_labelled_year(block))
            ):
                return "year"
            if is_sub_heading(block) and not self._is_below_period(block):
                return "sub"
        return "content"

    def _is_listed_below(self, block):
        """Whether it is a point below «В 2014 году состоялись:», and no heading of others."""
        if not block.is_listed or find_dates(block.read):
            return False
        above = next((each for each in reversed(self.entries) if not each.block.is_listed), None)
        leads = above is not None and above.role == "year" and above.block.text.endswith(":")
        below = self._below(self.places[block.start])
        heads = below is not None and below.is_listed and below.form != block.form
        return leads and not heads

    def _is_below_period(self, block):
        """Whether it is what happened in the month above: «Открытие курсов при школе.»"""
        below = bool(self.entries) and self.entries[-1].role == "year"
        if below and is_day_line(self.entries[-1].block):
            return True
        return below and block.text.endswith(".") and len(WORD.findall(block.read)) >= FEWEST_TOLD
