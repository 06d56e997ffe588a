"""Which section each block of a note belongs to, and which blocks are headings."""

import re
from dataclasses import dataclass, replace

from briefings.reading.around import (
    FAREWELL,
    LONGEST_SIGNATURE,
    is_addressee,
    letter_head,
    reason_to_ignore,
)
from briefings.reading.blocks import Block
from briefings.reading.cues import is_general, is_numbered, section_of
from briefings.reading.dating import find_dates
from briefings.reading.happenings import is_tie
from briefings.reading.headings import (
    LONGEST_TITLE,
    REACHABLE,
    WIDEST_TITLE,
    WORD,
    is_day_line,
    is_head_row,
    is_labelled_year,
    is_period_heading,
    is_planned_heading,
    is_sub_heading,
    is_told,
    may_head,
    parted,
    shape_of,
    unnamed_sections,
)
from briefings.reading.morphology import is_known, may_be
from briefings.reading.sentences import sentences
from briefings.reading.titles import OF_THE_NOTE, PLACE_AND_DATE, has_event, is_title
from core.dates import Precision

TREATY = re.compile(
    r"(?:соглашени|договор|протокол|меморандум)\w* (?:между|о (?:\w+ )?(?:сотруднич|дружб|партн))"
)
LONE_TREATY = re.compile(
    r"(?:[а-я]+ое )?(?:соглашение|договор|протокол|меморандум)\b[^.;]{0,80} от \d"
)
SIGNED = re.compile(r"подписан|заключен")
YEAR = re.compile(r"\W*\d{4}(?: ?г\.?| год)?\W*")
ASKED = re.compile(r"обращать|обратиться|\bтел\.|телефон")
NAMED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# «… по предложению управления г. Хельсинки»: nothing ends here.
SHORT_LAST = re.compile(r"\b[а-я]{1,2}\.$")
# «Ереван – столица Армении, население 1 млн человек.»
DEFINED = re.compile(r"[А-ЯЁ][\w -]{2,40} [–—-] [а-яё]+[^;:]* [^;:]*\.$")
FIELD = re.compile(r"[а-я]+(?: [а-я]+)?\s*:")
# «Перспективными для обеих сторон являются порты, музеи и туризм.»
NAMING = re.compile(
    r"(?:наиболее |особенно )?(?:перспективн|приоритетн|интересн)\w+ (?:направлени\w+ )?"
    r"[^,.;:]{0,80}?(?:явля[а-я]+|представля[а-я]+|счита[а-я]+|вид[яи]тся|названы|остаются)\s+(?![а-я]+ым)"
)
RUN_IN = re.compile(r"\s*(?:[:?](?=\s)|\s[–—-](?=\s)|\.(?=\s))\s*")


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
        self.blocks, self.home = [part for block in blocks for part in parted(block)], home
        blocks = self.blocks
        self.places = {block.start: place for place, block in enumerate(blocks)}
        self.section = None
        self.shape = None
        self.taken = 0
        self.entries = []
        heads = [b for b in blocks if not b.cells and may_head(b)]
        self.headed = {section_of(block.read) for block in heads} - {None}
        self.unnamed = {
            start: section
            for start, section in unnamed_sections(heads, self.headed).items()
            if self._below(start) in {section, None}
        }
        self.headed |= set(self.unnamed.values())
        self.has_years = sum(bool(YEAR.fullmatch(block.read)) for block in blocks) > 1
        self.letter_head = letter_head(blocks)
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
        if "directions" not in self.headed and self._take_named(block):
            return None
        if self.section is None:
            return self._take_opening(place, block)
        self._follow_content(place, block)
        return self._add(block, self._role(block))

    def _take_row(self, place, block):
        if is_head_row(block):
            self._add(block, "ignored", "table_head")
            return True
        lone = [cell for cell in block.cells if cell]
        if len(lone) == 1:
            single = replace(block, body=lone[0], cells=[])
            if self._take_heading(place, single):
                return True
        return False

    def _take_note_date(self, place, block):
        edge = self.taken < 6 or self.section is None or place >= len(self.blocks) - 4
        dates = find_dates(block.read) if edge and len(block.text) < 120 else []
        if len(dates) != 1:
            return False
        date = dates[0]
        rest = block.read[: date.start] + block.read[date.end :]
        bare = (
            PLACE_AND_DATE.fullmatch(rest)
            and self._are_names(block.body, date)
            and (date.first.precision == Precision.DAY or self._closes(place, block, date))
            and date.first.year
        )
        said = self._is_said(place, block, date) and not REACHABLE.search(block.text)
        if not (
            said
            or (
                bare
                and (self.section is None or place >= len(self.blocks) - self._latest())
                and not has_event(rest)
            )
        ):
            return False
        names = said and is_title(self.taken, block, self.section, self.home)
        self._add(block, "title" if names else "date")
        return True

    def _latest(self):
        """How many of the last blocks may be the note's date: among the events it heads others."""
        return 2 if self.section == "events" else 4

    def _closes(self, place, block, date):
        """Whether a line that is but a month stands where a note has its date: «Май 2008 г.»"""
        is_month = date.first.precision == Precision.MONTH and date.last is None
        alone = not WORD.search(block.read[: date.start] + block.read[date.end :])
        above = self.section is None and self.taken > 0 and "events" in self.headed
        below = self.section == "contacts" and place == len(self.blocks) - 1
        return is_month and alone and (above or below)

    def _are_names(self, body, date):
        """Whether the words beside a date name but a place: «г. Гент, 5 мая 2013 г.»"""
        text = f"{body.text[: date.start]} {body.text[date.end :]}"
        return all(
            word.lower().startswith(self.home.city)
            or may_be(word.lower(), "Geox")
            or (word[0].isupper() and not is_known(word.lower()))
            for word in NAMED.findall(text)
            if word.lower() not in {"г", "год", "года", "город"}
        )

    def _is_said(self, place, block, date):
        """Whether the words just before or behind the date make it the note's own."""
        near = block.read[max(0, date.start - 40) : date.start]
        early = self.section is None or place >= len(self.blocks) - 4
        said = early and bool(OF_THE_NOTE.search(near)) and len(WORD.findall(block.read)) < 25
        return said and not is_told(OF_THE_NOTE.sub(" ", block.read))

    def _take_heading(self, place, block):
        if self._leaves_contacts(block):
            self.section = None
            return False
        section = self._heading_section(place, block) or self._aside(place, block)
        if section:
            self.section = section
            self.shape = self.shape or shape_of(block)
            self._add(block, "sub" if section == "aside" else "heading")
            return True
        return self._take_run_in(place, block)

    def _leaves_contacts(self, block):
        """Whether the note itself begins behind contacts that stand at its very head."""
        is_first = {entry.section for entry in self.entries} <= {None, "contacts"}
        if self.section != "contacts" or not is_first or REACHABLE.search(block.text):
            return False
        return is_general(block.read) or is_title(0, block, None, self.home)

    def _aside(self, place, block):
        """``aside`` for a heading numbered as the others behind the directions, of no section."""
        if self.section != "directions" or self.shape is None or not may_head(block):
            return None
        near = self.blocks[place - 1], *self.blocks[place + 1 : place + 2]
        apart = len(near) == 2 and all(shape_of(each) != self.shape for each in near)
        named = not section_of(block.read) and block.text[-1] not in ";,."
        return "aside" if apart and named and shape_of(block) == self.shape else None

    def _heading_section(self, place, block):
        if not may_head(block) or is_title(self.taken, block, self.section, self.home):
            return None
        section = self.unnamed.get(block.start) or section_of(block.read)
        if section == "directions" and self.section == "events" and self._tells_plans(block):
            return None
        section = section or self._section_below(block)
        if section is None or section == self.section:
            return None
        if block.form in {"number", "multi"} and not self._numbers_fit(place, block):
            return None
        return section

    def _tells_plans(self, block):
        """«Планы на 2022 год» among the events, where another heading names the directions."""
        heads = (each for each in self.blocks if each.start > block.start and may_head(each))
        named = any(
            section_of(h.read) == "directions" and not is_planned_heading(h.read) for h in heads
        )
        return is_period_heading(block) and is_planned_heading(block.read) and named

    def _section_below(self, block):
        """The section that stands below a heading whose words do not tell it, or None.

        Below «Связи двух городов» come dated points, where no other heading names the events.
        """
        if block.form and not block.text.isupper() and shape_of(block) != self.shape:
            return None
        section = self._below(block.start)
        return None if section in {self.section, *self.headed} else section

    def _below(self, start):
        """Of which section the points below a block are: dated ones, or names of fields."""
        place = self.places[start]
        below = self.blocks[place + 1 : place + 3]
        if len(below) < 2 or not all(map(_is_point, below)):
            return None
        dated = [any(not date.is_weak for date in find_dates(each.read)) for each in below]
        if all(dated):
            return "events"
        names = not any(dated) and not any(is_told(each.read) for each in below)
        return "directions" if names and below[0].form != self.blocks[place].form else None

    def _numbers_fit(self, place, block):
        """Whether a numbered block is a heading rather than the next point of a list."""
        if self.shape is not None:
            return self.shape == shape_of(block)
        before = self.blocks[place - 1] if place else None
        below = self.blocks[place + 1] if place + 1 < len(self.blocks) else None
        heads = below is not None and (below.form == "bullet" or below.text.endswith(":"))
        return before is None or before.form != block.form or heads

    def _take_run_in(self, place, block):
        """«Контакт: Бондарь Н. С.» – a heading with its content behind it."""
        if block.form == "bullet" or (
            self.section is None and is_title(self.taken, block, None, self.home)
        ):
            return False
        for match in RUN_IN.finditer(block.read[:110]):
            head = block.body[: match.end()].strip()
            rest = block.body[match.end() :].strip()
            if not rest or len(WORD.findall(head.read)) > 9:
                return False
            lead = replace(block, body=head, end=head.end)
            section = section_of(head.read) if may_head(lead) else None
            sentence_end = match[0].strip() == "."
            if sentence_end and SHORT_LAST.search(head.read):
                continue
            if sentence_end and is_numbered(block.read) and match.end() <= 5:
                continue
            tells_events = section == "directions" and self._tells_events(rest)
            if (
                section is None
                or section == self.section
                or not self._may_run_in(block, section, rest)
                or tells_events
            ):
                return False
            self.section, self.shape = section, self.shape or shape_of(lead)
            self._add(lead, "heading")
            tail = replace(block, body=rest, start=rest.start, form=None, mark="", is_apart=False)
            self._add(tail, self._role(tail))
            return True
        return False

    def _take_named(self, block):
        """A sentence that names the directions, where no heading does: of that block alone."""
        lead = NAMING.match(block.read)
        if not lead or block.cells or len(sentences(block.body)) > 1:
            return False
        rest = block.body[lead.end() :]
        tail = replace(block, body=rest, start=rest.start, form=None, mark="", is_apart=False)
        self.taken += 1
        head = replace(block, body=block.body[: lead.end()].strip(), end=rest.start)
        self.entries += [
            Entry(head, "directions", "heading"),
            Entry(tail, "directions", "content"),
        ]
        return True

    def _may_run_in(self, block, section, rest):
        """Whether a numbered block may have a heading in front: as the others, or as plainly."""
        if not block.form or self.shape == shape_of(block):
            return True
        reached = section == "contacts" and REACHABLE.search(rest.text)
        listed = section == "directions" and self.section == "events" and rest.text.count(";") > 1
        return self.shape is None and bool(reached or listed)

    def _tells_events(self, rest):
        """Whether behind «Планы:» among the events more of them follow: «весной 2014 г. …»"""
        dates = [date for date in find_dates(rest.read) if not date.is_weak]
        return self.section == "events" and bool(dates) and is_told(rest.read)

    def _take_opening(self, place, block):
        """A block before any section."""
        titled = any(entry.role == "title" for entry in self.entries)
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
        dates = [date for date in find_dates(block.read) if not date.is_weak]
        general = any(entry.role == "sub" for entry in self.entries)
        if (block.is_listed or block.cells) and not (general and "directions" in self.headed):
            tells = not dates and block.is_listed and self._heads_events(place)
            self.section = "events" if dates or tells else "directions"
            return self._add(block, "sub" if tells else self._role(block))
        if _is_contact(block):
            self.section = "contacts"
            return self._add(block, "content")
        opens = bool(dates) and dates[0].start == 0
        if is_title(self.taken, block, None, self.home) and not (
            opens or _tells_of_ties(block.read)
        ):
            return self._add(block, "title")
        short = len(block.text) < WIDEST_TITLE and len(WORD.findall(block.read)) <= LONGEST_TITLE
        told = is_told(block.read) or (titled and len(sentences(block.body)) > 1)
        told = told or (titled and bool(DEFINED.match(block.text)))
        if short and not told and not (dates and titled):
            return self._add(block, "title" if self.taken < 6 or not titled else "sub")
        if dates and is_told(block.read) and "events" not in self.headed:
            self.section = "events"
        elif any(_tells_of_ties(sentence.read) for sentence in sentences(block.body)):
            # Rule 7: a dated tie is an event wherever it stands.
            return self.entries.append(Entry(block, "events", "content"))
        return self._add(block, "content")

    def _heads_events(self, place):
        """Whether below a numbered line stands a paragraph that tells of dated things."""
        below = self.blocks[place + 1] if place + 1 < len(self.blocks) else None
        if below is None or below.is_listed or below.cells or "directions" not in self.headed:
            return False
        return is_told(below.read) and any(not date.is_weak for date in find_dates(below.read))

    def _follow_content(self, place, block):
        """Lets a section begin where its content plainly does, without a heading."""
        is_late = place >= len(self.blocks) - 3 and ASKED.search(block.read)
        told = _is_contact(block) or (is_late and REACHABLE.search(block.text))
        if self.section != "contacts" and told and "contacts" not in self.headed:
            self.section = "contacts"
        elif (
            (
                self.section == "directions"
                and not block.is_listed
                and "events" not in self.headed
                and not block.cells
            )
            and any(not date.is_weak for date in find_dates(block.read))
            and is_told(block.read)
        ):
            self.section = "events"

    def _role(self, block):
        if self.section == "events":
            if (
                is_day_line(block)
                or is_period_heading(block)
                or (self.has_years and is_labelled_year(block))
            ):
                return "year"
            if is_sub_heading(block):
                return "sub"
        return "content"


def _tells_of_ties(read):
    """Whether a sentence tells of a dated tie or of the treaty of two cities."""
    dates = [date for date in find_dates(read) if not date.is_weak]
    is_treaty = (TREATY.search(read) and SIGNED.search(read)) or LONE_TREATY.match(read)
    return any(
        is_tie(read, date) or (is_treaty and date.first.precision == Precision.DAY)
        for date in dates
    )


def _is_point(block):
    """Whether a block is a point of a list, by its mark or by the sign that closes it."""
    return block.is_listed or block.text.endswith(";")


def _is_contact(block):
    return bool(REACHABLE.search(block.text)) and len(block.text) < 400
