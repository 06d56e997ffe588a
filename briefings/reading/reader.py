"""Reads a note: from its blocks to a Briefing."""

import re

from briefings.reading.assembly import Claims
from briefings.reading.briefing import Briefing
from briefings.reading.chronicle import Chronicle
from briefings.reading.contacts import CardReader
from briefings.reading.dating import Years, find_dates
from briefings.reading.directions import DirectionReader
from briefings.reading.home import Home
from briefings.reading.making import Maker
from briefings.reading.outline import Outline
from briefings.reading.sectors import shipped_words
from briefings.reading.titles import OF_THE_NOTE
from core.dates import Precision


def understand(source, sectors=None, home=None):
    """The Briefing of a Source. ``sectors`` a SectorWords, ``home`` a Home; both have defaults."""
    return _Reading(source, sectors or shipped_words(), home or Home()).briefing()


# «Информационная справка, март 2018 г.»
DATED_TITLE = re.compile(r"(?:[а-я]+\s+)?(?:справка|информация|записка|материалы?)[,.:–—\s]")


class _Reading:
    def __init__(self, source, sectors, home):
        self.source, self.sectors, self.home = source, sectors, home
        outline = Outline(source.blocks, self.home)
        self.entries, self.headed = outline.read(), outline.headed
        self.as_of = self._date_of_note()
        self.directions = DirectionReader()
        self.chronicle = Chronicle(self.as_of.start.year if self.as_of else self._year_of_title())
        self.cards = CardReader(home)
        self.headings, self.ignored, self.opening = [], [], []

    def briefing(self):
        for entry in self.entries:
            self._take(entry)
        self.directions.finish()
        self.headings += [(block, body, "sub") for block, body in self.directions.leads]
        self.ignored += [(block, body, "mark") for block, body in self.directions.ordinals]
        self.cards.finish()
        maker = Maker(self.source, self.sectors, self.home, self.as_of)
        claims = Claims(self.source.text)
        made = maker.make(self, claims)
        return Briefing(
            file=self.source.file,
            format=self.source.format,
            text=self.source.text,
            encoding=self.source.encoding,
            as_of=self.as_of,
            **made,
        )

    def _take(self, entry):
        block, role = entry.block, entry.role
        if role == "ignored":
            self._ignore(entry)
        elif role in {"title", "heading", "date"}:
            self.headings.append((block, block.body, role if role != "heading" else entry.section))
        elif role == "sub" and entry.section != "events":
            self.headings.append((block, block.body, "sub"))
        elif role in {"sub", "year"}:
            self.headings.append((block, block.body, "sub"))
            (self.chronicle.take_sub if role == "sub" else self.chronicle.take_period)(block)
        else:
            self._take_content(entry)

    def _ignore(self, entry):
        if entry.reason == "table_head":
            readers = {"contacts": self.cards, "directions": self.directions}
            reader = readers.get(entry.section, self.chronicle)
            reader.columns = entry.block.cells
        self.ignored.append((entry.block, entry.block.body, entry.reason))

    def _take_content(self, entry):
        block = entry.block
        if entry.section == "aside" or (entry.section is None and "events" in self.headed):
            # What a note tells of its partner before its sections is no event.
            self.opening.append(block)
        elif entry.section == "directions":
            self.directions.take(block)
        elif entry.section == "contacts":
            self.cards.take(block)
        elif block.cells:
            self.chronicle.take_row(block)
        else:
            self.chronicle.take_paragraph(block)

    def _date_of_note(self):
        """The date the note bears: on a line of its own, in its title, at a letter's head."""
        entries = [entry for entry in self.entries if self._may_bear_date(entry)]
        for entry in sorted(entries, key=lambda entry: entry.reason == "letter"):
            for found in find_dates(entry.block.read):
                resolved = self._own_date(found)
                if resolved is not None:
                    return resolved
        return None

    def _year_of_title(self):
        """The year that a title names besides: «к встрече с делегацией, октябрь 2009 года»."""
        titles = [entry.block.read for entry in self.entries if entry.role == "title"]
        years = {p.year for read in titles for date in find_dates(read) for p in date.points}
        return years.pop() if len(years) == 1 else None

    def _may_bear_date(self, entry):
        read = entry.block.read
        if entry.role == "title":
            return bool(OF_THE_NOTE.search(read) or DATED_TITLE.match(read))
        return entry.role == "date" or entry.reason == "letter"

    def _own_date(self, found):
        resolved = Years().resolve(found)
        return resolved.date if resolved and resolved.date.precision <= Precision.YEAR else None
