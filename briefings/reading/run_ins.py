"""Headings with their content behind them in one block: «Контакт: Бондарь Н. С.»"""

import re
from dataclasses import replace

from briefings.reading.cues import is_numbered, section_of
from briefings.reading.dating import find_dates, sure_dates
from briefings.reading.happenings import DONE
from briefings.reading.headings import REACHABLE, WORD, may_head, shape_of
from briefings.reading.morphology import is_predicate, is_told
from briefings.reading.sentences import sentences
from briefings.reading.titles import is_title
from core.dates import Precision

RUN_IN = re.compile(r"\s*(?:[:?](?=\s)|\s[=–—-](?=\s)|\.(?=\s))\s*")
# «… по предложению управления г. Хельсинки»: nothing ends here.
SHORT_LAST = re.compile(r"\b[а-я]{1,2}\.$")
# «Перспективными для обеих сторон являются порты, музеи и туризм.»
NAMING = re.compile(
    r"к числу (?:\w+ )?перспективных [^,.;:]{0,60}?(?:относят|относятся|принадлежат)\s+|"
    r"(?:наиболее |особенно )?(?:перспективн|приоритетн|интересн)\w+ (?:направлени\w+ )?"
    r"[^,.;:]{0,80}?(?:явля[а-я]+|представля[а-я]+|счита[а-я]+|вид[яи]тся|названы|остаются)\s+(?![а-я]+ым)"
    r"|(?:[а-я]+ую сторону|партнеров|их|нас) (?:\w+ )?интересу(?:ет|ют)\s*:?\s*"
    r"|(?:предлагается|предлагаем|целесообразно) "
    r"(?:включить|развивать|предусмотреть)[^:.;]{0,60}:\s*"
    r"|(?:возможно|целесообразно|перспективно) (?:развитие )?сотрудничеств[а-я]* "
    r"(?:в таких|в следующих|по следующим|по таким) [^:.;]{0,40}:\s*"
    r"|стороны (?:проявля|выража)[а-я]+ (?:взаимн[а-я]+ )?(?:интерес|заинтересованность) (?:к|в) "
    r"развити[а-я]+ (?:сотрудничества|взаимодействия|связей)\s+"
    r"|с (?:[а-я]+ой|нашей) стороны (?:\w+ )?интерес к\s+"
    r"|[а-я]+ая сторона (?:проявля|выража|прояви|вырази)[а-я]+ "
    r"(?:интерес|заинтересованность) (?:к|в)\s+"
)
LONGEST_FIELD = 5
# What a run-in heading is not: it belongs to what it says.
REMARK = re.compile(r"^\W*(?:примечани|справочно|внимание|на заметку)")
INNER_SIGN = re.compile(r":|\s[–—-]\s")
LONGEST_HEAD, MOST_WORDS, LONGEST_SHORT = 110, 9, 5


def run_in(outline, block):
    """(section, heading, content) of a block that begins with a heading, or None of another."""
    if block.form == "bullet" or (
        outline.section is None and is_title(outline.taken, block, None, outline.home)
    ):
        return None
    for match in RUN_IN.finditer(block.read[:LONGEST_HEAD]):
        head = block.body[: match.end()].strip()
        rest = block.body[match.end() :].strip()
        if not rest or len(WORD.findall(head.read)) > MOST_WORDS:
            return None
        lead = replace(block, body=head, end=head.end)
        section = section_of(head.read) if may_head(lead) else None
        sentence_end = match[0].strip() == "."
        if sentence_end and (SHORT_LAST.search(head.read) or rest.text[0].islower()):
            continue
        if sentence_end and is_numbered(block.read) and match.end() <= 5:
            continue
        tells_events = section == "directions" and _tells_events(outline, rest)
        if section is None and len(head) <= LONGEST_SHORT:
            # «Отв. исп. Ягудина»
            continue
        if section == "contacts" and not REACHABLE.search(rest.text) and find_dates(rest.read):
            # «Договора нет, контакты – с 1994 года по линии музеев.»
            return None
        if (
            section is None
            or (section == "events" and _is_day(rest))
            or section == outline.section
            or not _may_run_in(outline, block, section, rest)
            or tells_events
        ):
            return None
        return section, lead, _content(block, rest)
    return None


def _is_day(body):
    """Whether all that stands behind is a day: «Последний визит мэра: 27–28 мая 2013 г.»"""
    dates = find_dates(body.read)
    days = len(dates) == 1 and dates[0].first.precision == Precision.DAY
    return days and not WORD.search(body.read[: dates[0].start] + body.read[dates[0].end :])


def naming(block):
    """[(heading, content)] of each sentence of a block that but names directions; [] of others."""
    parts = [] if block.cells else sentences(block.body)
    leads = [NAMING.match(part.read) for part in parts]
    if not all(leads):
        return []
    named = []
    for part, lead in zip(parts, leads, strict=True):
        head, rest = part[: lead.end()].strip(), part[lead.end() :]
        above = replace(block, body=head, start=head.start, end=head.end)
        named.append((above, _content(replace(block, end=part.end), rest)))
    return named


def _content(block, rest):
    return replace(block, body=rest, start=rest.start, form=None, mark="", is_apart=False)


def _may_run_in(outline, block, section, rest):
    """Whether a numbered block may have a heading in front: as the others, or as plainly."""
    if not block.form:
        # «Чем интересен: …» of a city that the note but introduces.
        return not (outline.section is None and section in outline.headed)
    if outline.shape == shape_of(block):
        return True
    reached = section == "contacts" and REACHABLE.search(rest.text)
    listed = section == "directions" and outline.section == "events" and rest.text.count(";") > 1
    is_free = outline.shape is None or section not in outline.headed
    return is_free and bool(reached or listed)


def _tells_events(outline, rest):
    """Whether behind «Планы:» among the events more of them follow: «весной 2014 г. …»"""
    dates = sure_dates(rest.read)
    return outline.section == "events" and bool(dates) and is_told(rest.read)


def is_field(sentence, block):
    """Whether the first sentence of a paragraph but names a field: «Экономика. …» (rule 11)."""
    words = WORD.findall(sentence.read)
    if not words or len(words) > LONGEST_FIELD or not sentence.text.endswith((".", ":")):
        return False
    if REMARK.match(sentence.read):
        return False
    if find_dates(sentence.read) or any(is_predicate(word) for word in words):
        return False
    if INNER_SIGN.search(sentence.text[:-1]):
        # «Мероприятие: гастроли оперы.», «Брно – столица культуры.»
        return False
    names = block.form and len(words) == 1 and sentence.text.endswith(".")
    return (names or not DONE.search(sentence.read)) and not re.search(r"[«\d]", sentence.text)
