"""Which section each block of a note belongs to, and which blocks are headings."""

import re
from dataclasses import dataclass, replace

from briefings.reading.blocks import Block
from briefings.reading.cues import (
    is_numbered,
    is_page_number,
    number_of,
    section_of,
    without_number,
)
from briefings.reading.dating import find_dates
from briefings.reading.morphology import is_known, is_predicate, may_be
from briefings.reading.sentences import sentences
from core.dates import Precision

WORD = re.compile(r"[^\W\d_]+")
NAMED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
REACHABLE = re.compile(
    r"\S@|@\s?\S|(?<![\d-])\d{2,3}\s?[- ‑–]\s?\d\d\s?[- ‑–]\s?\d\d|\+\d[\d\s()–-]{8,}|\b\d{3}\s\d\d\s\d\d\b"
)
OF_THE_NOTE = re.compile(
    r"по состоянию|подготовлен|составлен|на дату|дата (?:составления|подготовки)"
    r"|обновлен|актуальн"
)
PLACE_AND_DATE = re.compile(r"[\s,.()г]*(?:г\.\s?)?(?:[а-я-]+(?:[\s-][а-я]+)?[\s,]*)?[\s,.()]*")
HEAD_CELL = re.compile(
    r"(?:№(?: п/?п)?|дат\w+|год\w*|период|сроки?|время|мероприяти\w+|событи\w+|содержание"
    r"|место|место проведения|участник\w*|"
    r"ф\.?\s?и\.?\s?о\.?|фамилия.*|имя.*|должность|телефон\w*.*|тел\.?|факс|эл(?:ектронная"
    r"|ектр)?\.? ?(?:почта|адрес)|e-?mail|почта|адрес.*|"
    r"направлени\w+.*|отрасл\w+|сфер\w+.*|описание|примечани\w+|статус|результат\w*|итог\w*|отдел|подразделение|контакт\w*.*|наименование.*|"
    r"город|стран\w+|формат|организатор\w*|тема|перспектив\w+|что|когда|где|кто|название|исполнител\w+|ответственн\w+|вид|уровень|номер|куратор\w*|сотрудник\w*)"
)
# What letters and web pages put around a note.
LETTER_HEAD = re.compile(
    r"(?:от|кому|отправлено|дата|тема|копия|from|to|sent|subject|cc|date)\s*:\s.*"
)
ROUND_ABOUT = re.compile(
    r"\W*(?:исходное сообщение|пересылаемое сообщение|original message|начало переадресованного.*"
    r"|добрый день|здравствуйте|уважаем\w+ .{3,60}|с уважением|направля\w+ .{0,40}справк\w+"
    r"|версия для печати|наверх|вернуться .{3,30}|назад|поделиться|последнее изменение страницы.*"
    r"|главная\s*[/>»→|].*)\W*"
)
FEWEST_HEADS = 2
POSTS = [
    "председатель",
    "губернатор",
    "вице-губернатор",
    "заместитель",
    "глава",
    "начальник",
    "директор",
    "министр",
    "руководитель",
    "мэр",
    "консул",
]
RUN_IN = re.compile(r"\s*(?:[:]|\s[–—-](?=\s)|\.(?=\s))\s*")
GENERIC = re.compile(
    r"\W*(?:мероприятия|события|хроника|хронология|итоги|контакты|визиты|встречи)?\W*(?:в|за|на)?\W*"
)
PLANS = re.compile(r"план(?:ы|иру\w+|ов|ах)?\b|намечен|предстоящ|запланирован")
# Which section stands next to which, and before or behind it.
NEIGHBOURS = (("directions", "events", -1), ("events", "contacts", -1), ("contacts", "events", 1))
WIDEST_OPENING = 12
LONGEST_HEADING, LONGEST_TITLE, WIDEST_TITLE = 15, 32, 500


@dataclass(slots=True)
class Entry:
    """A block, or what is left of it, with its part in the note.

    ``section``  directions, events, contacts, or None before the first of them
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
        self.blocks, self.home = blocks, home
        self.section = None
        self.shape = None
        self.taken = 0
        self.entries = []
        heads = [b for b in blocks if not b.cells and _may_head(b)]
        self.headed = {section_of(block.read) for block in heads} - {None}
        heads = [block for block in blocks[:WIDEST_OPENING] if LETTER_HEAD.fullmatch(block.read)]
        self.letter_heads = heads if len(heads) >= FEWEST_HEADS else []
        self.unnamed = _unnamed(heads, self.headed)
        self.headed |= set(self.unnamed.values())

    def read(self):
        """The entries of all blocks, in their order."""
        for place, block in enumerate(self.blocks):
            self._take(place, block)
        return self.entries

    def _add(self, block, role, reason=""):
        self.taken += role != "ignored"
        self.entries.append(Entry(block, self.section, role, reason))

    def _take(self, place, block):
        reason = _ignored(block)
        if not reason and any(block is head for head in self.letter_heads):
            reason = "letter"
        if reason:
            return self._add(block, "ignored", reason)
        if block.cells and self._take_row(place, block):
            return None
        if not block.cells and (
            self._take_note_date(place, block) or self._take_heading(place, block)
        ):
            return None
        if self.section is None:
            return self._take_opening(place, block)
        self._follow_content(block)
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
        edge = self.taken < 6 or place >= len(self.blocks) - 4
        dates = find_dates(block.read) if edge and len(block.text) < 120 else []
        if len(dates) != 1:
            return False
        date = dates[0]
        rest = block.read[: date.start] + block.read[date.end :]
        bare = (
            PLACE_AND_DATE.fullmatch(rest)
            and self._are_names(block.body, date)
            and date.first.precision == Precision.DAY
            and date.first.year
        )
        said = self._is_said(place, block, date) and not REACHABLE.search(block.text)
        if not (
            said
            or (
                bare
                and (self.section is None or place >= len(self.blocks) - 4)
                and not _has_event(rest)
            )
        ):
            return False
        titled = any(entry.role == "title" for entry in self.entries)
        is_title = not titled and said and _is_title(self.taken, block, self.section, self.home)
        self._add(block, "title" if is_title else "date")
        return True

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
        return said and not _is_told(OF_THE_NOTE.sub(" ", block.read))

    def _take_heading(self, place, block):
        section = self._heading_section(place, block)
        if section:
            self.section = section
            self.shape = self.shape or _shape(block)
            self._add(block, "heading")
            return True
        return self._take_run_in(place, block)

    def _heading_section(self, place, block):
        if not _may_head(block) or _is_title(self.taken, block, self.section, self.home):
            return None
        section = self.unnamed.get(block.start) or section_of(block.read)
        if section is None or section == self.section:
            return None
        if block.form in {"number", "multi"} and not self._numbers_fit(place, block):
            return None
        return section

    def _numbers_fit(self, place, block):
        """Whether a numbered block is a heading rather than the next point of a list."""
        if self.shape is not None:
            return self.shape == _shape(block)
        before = self.blocks[place - 1] if place else None
        return before is None or before.form != block.form

    def _take_run_in(self, place, block):
        """«Контакт: Бондарь Н. С.» – a heading with its content behind it."""
        if block.form == "bullet" or (
            self.section is None and _is_title(self.taken, block, None, self.home)
        ):
            return False
        for match in RUN_IN.finditer(block.read[:110]):
            head = block.body[: match.end()].strip()
            rest = block.body[match.end() :].strip()
            if not rest or len(WORD.findall(head.read)) > 9:
                return False
            lead = replace(block, body=head, end=head.end)
            section = section_of(head.read) if _may_head(lead) else None
            sentence_end = match[0].strip() == "."
            if sentence_end and is_numbered(block.read) and match.end() <= 5:
                continue
            if (
                section is None
                or section == self.section
                or (block.form and self.shape != _shape(block))
            ):
                return False
            self.section, self.shape = section, self.shape or _shape(lead)
            self._add(lead, "heading")
            tail = replace(block, body=rest, start=rest.start, form=None, mark="", is_apart=False)
            self._add(tail, self._role(tail))
            return True
        return False

    def _take_opening(self, place, block):
        """A block before any section."""
        titled = any(entry.role == "title" for entry in self.entries)
        if not titled and _is_addressee(block):
            return self._add(block, "ignored", "addressee")
        dates = [date for date in find_dates(block.read) if not date.is_weak]
        if block.is_listed or block.cells:
            self.section = "events" if dates else "directions"
            return self._add(block, self._role(block))
        if _is_contact(block):
            self.section = "contacts"
            return self._add(block, "content")
        if _is_title(self.taken, block, None, self.home):
            return self._add(block, "title")
        short = len(block.text) < WIDEST_TITLE and len(WORD.findall(block.read)) <= LONGEST_TITLE
        told = _is_told(block.read) or (titled and len(sentences(block.body)) > 1)
        if short and not told and not (dates and titled):
            return self._add(block, "title" if self.taken < 6 or not titled else "sub")
        if dates and _is_told(block.read) and "events" not in self.headed:
            self.section = "events"
        return self._add(block, "content")

    def _follow_content(self, block):
        """Lets a section begin where its content plainly does, without a heading."""
        if self.section != "contacts" and _is_contact(block) and "contacts" not in self.headed:
            self.section = "contacts"
        elif (
            (
                self.section == "directions"
                and not block.is_listed
                and "events" not in self.headed
                and not block.cells
            )
            and any(not date.is_weak for date in find_dates(block.read))
            and _is_told(block.read)
        ):
            self.section = "events"

    def _role(self, block):
        if self.section == "events":
            if is_period_heading(block):
                return "year"
            if is_sub_heading(block):
                return "sub"
        return "content"


def _unnamed(heads, headed):
    """{start: section} of headings known by their number alone: «1. …», «2. События», «3. …»."""
    numbered = [(_number(block), _shape(block), block) for block in heads]
    known = {section_of(row[2].read): row for row in numbered if row[0]}
    made = {}
    for section, beside, step in NEIGHBOURS:
        if section in headed or beside not in known:
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


def _ignored(block):
    if block.zone in {"header", "footer"}:
        return block.zone
    if not any(character.isalnum() for character in block.text):
        return "rule"
    if is_page_number(block.text) and not block.cells:
        return "page_number"
    if ROUND_ABOUT.fullmatch(block.read):
        return "letter"
    return ""


def is_head_row(block):
    """Whether a row of a table but names its columns."""
    cells = [cell.read.strip(" .:") for cell in block.cells if cell]
    return len(cells) >= 2 and all(len(cell) < 60 and _is_head_cell(cell) for cell in cells)


def _is_head_cell(cell):
    """Whether a cell names a column, or several: «Ф.И.О., должность», «Телефон и факс»."""
    return all(HEAD_CELL.fullmatch(part.strip()) for part in re.split(r"[,/;]|\sи\s", cell))


def _shape(block):
    if block.form:
        return block.form
    return "roman" if is_numbered(block.read) else None


def _may_head(block):
    """Whether a block could be a heading by its looks."""
    read = without_number(block.read)
    words = WORD.findall(read) if len(read) < WIDEST_TITLE else []
    if (
        block.form == "bullet"
        or (block.form == "letter" and block.mark.islower())
        or not words
        or len(words) > LONGEST_HEADING
    ):
        return False
    if block.text.rstrip().endswith((";", ",")) or REACHABLE.search(block.text):
        return False
    if any(date.first.precision < Precision.SEASON for date in find_dates(block.read)):
        return False
    inner = read.rstrip(" .:")
    if re.search(r"[.!?]\s", inner) and not re.search(r"\bг\.\s", inner):
        return False
    if ":" in inner or "\t" in inner:
        return False
    return block.text.rstrip().endswith(":") or len(words) <= 5 or not _is_sentence(read)


def _is_sentence(read):
    words = WORD.findall(read)
    return any(is_predicate(word) for word in words) and len(words) > 6


def _is_told(read):
    return any(is_predicate(word) for word in WORD.findall(read))


def _has_event(rest):
    return len(WORD.findall(rest)) > 3


def _is_title(place, block, section, home):
    """Whether a block before the sections is the note's title rather than a heading."""
    if (
        section is not None
        or block.is_listed
        or is_numbered(block.read)
        or len(block.text) > WIDEST_TITLE
    ):
        return False
    read = block.read
    names_country = bool(re.search(r"\([^)]*[а-я]{4}[^)]*\)", read))
    opens = re.match(
        r"(?:об?\s|справк|информаци|справочн|сотрудничество\s+\S+\s|взаимодействие\s+\S+\s"
        r"|материал|с п р а в к а)",
        read,
    )
    city = "|".join(home.city)
    names_city = re.search(
        rf"(?:{city})\w*\s*(?:[-–—и]|с\b|со\b|[а-я]+\s+и\b)|[-–—и]\s+(?:{city})", read
    )
    return place < 6 and bool(opens or names_country or names_city)


def _is_addressee(block):
    words = WORD.findall(block.read.replace("вице-", ""))
    if not words:
        return False
    first = words[0]
    forms = {parse for parse in POSTS if first.startswith(parse.replace("вице-", "")[:6])}
    return bool(forms) and may_be(first, "datv") and not may_be(first, "nomn")


def _is_contact(block):
    return bool(REACHABLE.search(block.text)) and len(block.text) < 400


def is_period_heading(block):
    """Whether a block is but a year, month or the like: «2012 год», «Май 2013», «2015 (план)»."""
    if block.form == "bullet" or _is_told(PLANS.sub("", block.read)):
        return False
    if block.cells and sum(bool(cell) for cell in block.cells) > 1:
        return False
    read = (
        without_number(block.read)
        if not block.form and not block.read[:1].isdigit()
        else block.read
    )
    dates = find_dates(read)
    if len(dates) != 1 or dates[0].first.precision == Precision.DAY:
        return False
    date = dates[0]
    rest = read[: date.start] + " " + read[date.end :]
    words = WORD.findall(PLANS.sub("", rest))
    named = GENERIC.fullmatch(PLANS.sub("", rest))
    return bool(
        (not words or named)
        and "?" not in rest
        and (date.first.year is not None or not rest.strip(" .:–—-()"))
    )


def is_planned_heading(read):
    """Whether a heading says that what follows is yet to come."""
    return bool(PLANS.search(read))


def is_sub_heading(block):
    """Whether a block of the events is but the name of a field: «Культура и спорт.»"""
    if block.cells or block.form in {"bullet", "letter"}:
        return False
    words = WORD.findall(block.read)
    if not words or len(words) > 8 or find_dates(block.read) or _is_told(block.read):
        return False
    text = block.text.rstrip()
    if text.endswith((";", ",")) or ":" in text[:-1]:
        return False
    sets_apart = (
        block.is_bold
        or block.is_italic
        or block.heading
        or text.isupper()
        or text.endswith((":", "."))
    )
    return bool(sets_apart or len(words) <= 5) and block.text[0].isupper()
