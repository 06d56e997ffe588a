"""Makes an Event of a Draft: its title, date, sectors, place and people."""

import re

from briefings.reading.assembly import piece_of, pieces_of
from briefings.reading.briefing import Dating, Event, Part, Person
from briefings.reading.happenings import (
    RECURRING,
    is_called_off,
    is_put_off,
    kind_of,
    status_of,
    title_of,
)
from briefings.reading.morphology import is_known, may_be
from briefings.reading.names import find_names
from briefings.reading.partner import without_partner
from briefings.reading.places import nominative_name
from briefings.reading.repair import repaired
from briefings.reading.sectors import OFFICIAL, QUOTED, event_sectors
from briefings.reading.stretch import lowered
from briefings.reading.ties import other_partner, strong_official
from core.dates import PartialDate, Precision

ANSWER = re.compile(r"ответн")
HIGH = re.compile(
    r"\b(?:вице-)?мэр[а-я]{0,3}\b|мэри(?:я|ей)\b|бургомистр|губернатор|депутат|парламент"
    r"|(?<!совет )\bминистр(?!ов)|\bпосол\b|\bпосл(?:а|у|ом)\b|консул(?:а|у|ом|ы|ов|ам)?\b"
    r"|президент\w* (?:города|области|региона|земли|провинции|штата)"
    r"|законодательн\w+ собрани|главами|городск\w+ (?:дум|собрани|совет)"
    r"|делегаци\w+ (?:[а-я]+ ){0,2}(?:мэрии|правительств|администраци|муниципалит)"
)
# «… открыт в присутствии консула», «кубок мэра»: who but was there, or gave its name.
PRESENT = re.compile(
    r"в присутствии [^,.;]*|(?:кубок|приз|кубк[аеу]|премия) [а-я-]*(?:мэра|губернатора)"
)
# «… и продлено в 2011 г.»: of what the clause before names.
CARRIED_ON = re.compile(r"и\s|следующ(?:ая|ий|ее|ие)\s|[ivxіх]{1,4}\s[–—-]\s")
# «третье заседание – в IV квартале»: of the same body.
NEXT_ONE = re.compile(
    r"(?:втор|трет|четверт|пят|шест|седьм|восьм|девят|десят)(?:ое|ий|ье|ья|ая|ой|ый)\s"
)
# Treaties of cities; those of universities, ports and the like are of their own field.
TREATY = re.compile(
    r"соглашени|протокол|меморандум|план\w* (?:совместн|мероприят)|программ\w+ сотруднич"
    r"|обмен\w* письмами"
)
OF_OTHERS = re.compile(
    r"(?:соглашени|протокол|меморандум|программ)\w*[^,.;]{0,60}?\b"
    r"(?:университет|институт|академи|музе|порт|метрополитен|театр|больниц|школ|вуз|консерватор"
    r"|палат|зоопарк|завод|компани|библиотек|предприят|консерватори)"
    r"|(?:университет|институт|академи|музе|театр|библиотек|консерватори)\w*[^,.;]{0,60}"
    r"\b(?:подписал|заключил)"
)
# What it mostly is where no word tells.
LIKELY_FIELDS = {
    "agreement": (OFFICIAL,),
    "concert": ("culture",),
    "competition": ("sport",),
    "training": ("education",),
}
PRONOUN = re.compile(r"\b(?:он|она|оно|они|его|ее|их)\b")
PLACE = re.compile(
    r"(?<![А-Яа-яёЁ])[Вв]о?\s+(?:г\.\s?|городе\s+)?([А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё][а-яё]*)*)"
)
PLACE_ALONE = re.compile(r"(?:[Гг]\.\s?)?[А-ЯЁ][а-яё]+(?:[ -][А-ЯЁ][а-яё]+)*")
# «в Комендантском доме»: no place of the name «Комендантск».
ADJECTIVE = re.compile(r".+(?:[снцквшжчщр][кнв]?[оы][мйх]|[кгх]их|[нвс]ем|[нш]ей)")
# «Не выполнено», a heading of what did not take place.
# «(следующий намечен на 2017 г.)» tells of another event.
NEXT = re.compile(r"\((?:следующ|очередн)[^()]*\)")
NOT_DONE = re.compile(r"не (?:выполнен|состоял|реализован|осуществлен|проведен)")
NOUN_BEHIND = re.compile(r"\s+[а-яё]{3,}")
NAMESAKE = re.compile(r"(?:\bим\.|имени|памяти|премии|творчеств\w+|рождения)\s*$")


class EventMaker:
    """Makes the events of one note."""

    def __init__(self, text, sectors, home, as_of, partner):
        self.text, self.sectors, self.home = text, sectors, home
        self.as_of, self.partner = as_of, partner

    def make(self, common, bodies, draft, before, repeats):
        """The Event of a Draft. ``common``: its text and pieces; ``before``: the events so far."""
        read = draft.main.body.read
        dating = self._dating(draft)
        later = bool(dating and self.as_of and dating.date.first > self.as_of.last)
        told = draft.read if draft.block.cells else read
        return Event(
            **common,
            title=self._title(draft),
            dating=dating,
            kind=kind_of(read, draft.main.date),
            status=self._status(draft, told, later),
            moved_to=self._moved(draft),
            sectors=self._sectors(draft, before),
            place=_spaced(self._place(draft)),
            section=_spaced(draft.section),
            parts=tuple(
                Part(text=body.written, pieces=tuple(pieces_of(self.text, body)))
                for body in draft.parts
            ),
            persons=self._persons(bodies),
            duplicate_of=repeats,
            other_partner=other_partner(draft.main.body, self.partner, self.home),
        )

    def _status(self, draft, told, later):
        if draft.called_off or is_called_off(draft.bodies):
            return "cancelled"
        if is_put_off(draft.bodies):
            return "postponed"
        status = status_of(NEXT.sub(" ", told), draft.planned, draft.main.date, later)
        undone = status == "held" and draft.section and NOT_DONE.match(lowered(draft.section))
        return "cancelled" if undone else status

    def _title(self, draft):
        title = self._title_of(draft.main)
        behind = [body for body in draft.bodies if body.start > draft.main.body.start]
        if behind and PLACE_ALONE.fullmatch(title) and _names_place(title):
            # «5 июня 2013 года, Брно. Форум портов.»
            return title_of(behind[0])
        return title

    def _title_of(self, clause):
        lead = clause.lead if clause.lead is not None and clause.lead.start >= 0 else None
        if clause.date is not None and _is_subject(clause.body.read, clause.date):
            # «2014 год стал Годом …»: without it nobody would know what did.
            return title_of(clause.body)
        return title_of(clause.body, lead, clause.date) or clause.body.text

    def _sectors(self, draft, before):
        read = without_partner(draft.main.body, self.partner)
        whole = " ".join(
            read if body is draft.main.body else without_partner(body, self.partner)
            for body in draft.bodies
        )
        found = event_sectors(self.sectors, read, whole, draft.is_tie, strong_official(read))
        if found in ((), ("official",)) and draft.section and not strong_official(read):
            named = [each for each in self.sectors.find(lowered(draft.section)) if each != OFFICIAL]
            # Of «Культура, спорт» that which the event itself speaks of.
            own = [code for code in self.sectors.find(read) if code in named]
            found = tuple(own or named) or found
        found = self._with_official(found, read)
        answers = ANSWER.search(read) and found in ((), ("official",)) and not HIGH.search(read)
        if NEXT_ONE.match(read) and before and not self.sectors.find(read):
            return tuple(dict.fromkeys((*before[-1].sectors, *found)))
        carries = (PRONOUN.search(read) or CARRIED_ON.match(read)) and not found
        leans = answers or carries
        if leans and before:
            return before[-1].sectors
        return found

    def _with_official(self, found, read):
        """The sectors, and the official one where heads of cities or their treaties are told."""
        plain = PRESENT.sub(" ", QUOTED.sub(" ", read))
        agreed = kind_of(plain, None) == "agreement" and TREATY.search(plain)
        found = found or LIKELY_FIELDS.get(kind_of(read, None), ())
        if OFFICIAL in found or not (
            HIGH.search(plain) or (agreed and not OF_OTHERS.search(plain))
        ):
            return found
        return (*found, OFFICIAL)

    def _dating(self, draft):
        if draft.resolved is None:
            return None
        date = draft.resolved.date
        found = draft.main.date or draft.row_date
        if draft.is_tie and date.is_open:
            date = PartialDate(date.start.edtf)
        text, at = draft.date_text, draft.date_at
        pieces = [piece_of(self.text, at)] if at else []
        if draft.main.lead is not None and draft.main.date is not None:
            text = f"… {text}"
        return Dating(
            date=date,
            text=_spaced(text),
            pieces=tuple(pieces),
            span=_span(date, found),
            qualifier=found.qualifier if found is not None else None,
            inferred=draft.resolved.inferred,
            recurring="yearly" if RECURRING.search(draft.main.body.read) else None,
        )

    def _moved(self, draft):
        if draft.moved is None:
            return None
        return Dating(date=draft.moved.date, text="", pieces=(), inferred=draft.moved.inferred)

    def _place(self, draft):
        if draft.place is not None:
            return draft.place.text
        text = repaired(draft.main.body.text)
        for match in PLACE.finditer(text):
            if ADJECTIVE.fullmatch(match[1]) and NOUN_BEHIND.match(text, match.end()):
                continue
            name = nominative_name(match[1])
            if name != match[1] or _is_place(match[1]):
                return name
        return None

    def _persons(self, bodies):
        made = {}
        for body in bodies:
            text = repaired(body.text)
            for name in find_names(text):
                said = (
                    name.patronymic
                    or (name.initials and "." in name.as_written)
                    or (name.given and name.surname)
                )
                if not said or NAMESAKE.search(text[: name.start]):
                    continue
                words = body[name.start : name.end]
                person = Person(
                    name=name.full, as_written=name.as_written, piece=piece_of(self.text, words)
                )
                made.setdefault((name.surname, (name.initials or "")[:1]), person)
        return tuple(made.values())


def _spaced(text):
    """The text with plain spaces alone, also where one was lost; None of none."""
    return text and " ".join(text.split())


def _span(date, found):
    if found is not None and found.is_list:
        return False
    if date.is_interval:
        return True
    coarse = {Precision.SEASON, Precision.QUARTER, Precision.HALF_YEAR, Precision.DECADE}
    return None if date.precision in coarse else False


def _is_subject(read, date):
    """Whether a year is what the sentence tells of: «2014 год стал …», «2008 год начался с …»."""
    following = re.match(r"\s*([а-я]+)", read[date.end :])
    is_first = date.start == 0 and date.preposition is None and date.is_year_only
    return bool(is_first and following and may_be(following[1], "VERB", "past"))


def _names_place(title):
    words = re.findall(r"[А-ЯЁ][а-яё]+", title)
    return all(_is_place(word) or not is_known(word.lower()) for word in words)


def _is_place(word):
    return may_be(word.lower(), "Geox")
