"""Which blocks look like headings: of sections, of years, of fields, of a table's columns."""

import itertools
import re
from dataclasses import replace

from briefings.reading.cues import is_numbered, section_of, without_number
from briefings.reading.dating import find_dates, sure_dates
from briefings.reading.listing import in_sequence, split
from briefings.reading.morphology import is_predicate, is_told, may_be
from briefings.reading.stretch import lowered
from core.dates import Precision

WORD = re.compile(r"[^\W\d_]+")
REACHABLE = re.compile(
    r"\S@|@\s?\S|(?<![\d-])\d{2,3}\s?[- ‑–]\s?\d\d\s?[- ‑–]\s?\d\d(?!\d)|\+\d[\d\s()–-]{8,}"
    r"|\b\d{3}\s\d\d\s\d\d\b|(?<![\d-])\d{3}-\d{4}(?![\d-])"
)
HEAD_CELL = re.compile(
    r"(?:№(?: п/?п)?|дат\w+|год\w*|год, .{3,30}|дата .{3,20}|документ\w*|место .{3,20}"
    r"|период|сроки?|время|мероприяти\w+|событи\w+|содержание"
    r"|место|место проведения|участник\w*|"
    r"ф\.?\s?и\.?\s?о\.?|фамилия.*|имя.*|должность|телефон\w*.*|тел\.?|факс|эл(?:ектронная"
    r"|ектр)?\.? ?(?:почта|адрес)|e-?mail|почта|адрес.*|"
    r"направлени\w+.*|отрасл\w+|сфер\w+.*|описание|примечани\w+|статус|результат\w*|итог\w*|отдел|подразделение|контакт\w*.*|наименование.*|"
    r"город|стран\w+|формат|организатор\w*|тема|перспектив\w+|что(?: [а-я]+)?"
    r"|когда|где|кто|название|исполнител\w+|ответственн\w+|вид"
    r"|уровень|номер|приоритет\w*|сторона|комментари\w*|кто .{3,30}|куратор\w*|сотрудник\w*)"
)
# Below «Дата» and the like stands no event, whatever the other columns are called.
COUNTED_OR_DATED = re.compile(r"№(?: ?п/?п)?|дат[аы]|год|период|сроки?|когда")
WORDS_ALONE = re.compile(r"[а-я-]+(?:,?\s[а-я-]+){0,3}")
WIDEST_HEAD_CELL = 60
# «… врачей. ХРОНИКА ПО ГОДАМ 2004 год: …»
SHOUTED = re.compile(
    r"(?:^|(?<=[.;!?]\s))([А-ЯЁ]{2,}(?:[\s,]+[А-ЯЁ]+){0,8})(?=\s*(?:[-–—:.]|\s\d|\s[А-ЯЁ«\"]?[а-яё]))"
)
# «… массовый спорт. II.Основные события»
NUMBERED_LAST = re.compile(r"(?<=[.;])\s*([IVX]{1,4}\.\s?[А-ЯЁ][А-ЯЁа-яё ,]{5,60}:?)$")
LEAD_INSIDE, SEMICOLON = re.compile(r"([^:;]{10,100}:)\s+(1[).]\s+)?"), re.compile(r";\s+")
FEWEST_POINTS = 2
SHORTEST_RUN, LONGEST_PERIOD, WIDEST_DAY = 150, 200, 80
LABELLED_YEAR = re.compile(r"\d{4}(?: ?г\.| год)?\s*[–—-]\s+([^.;:|]{5,50})")
SEVEN = re.compile(r"(?<!\d)\d{7}(?!\d)")
IN_BRACKETS = re.compile(r"\([^()]*\)\s*$")
PLANS = re.compile(
    r"^будет\W*$|^что (?:планировал|намечал|предстоит)"
    r"|ближайш|впереди|план(?:ы|иру\w+|ов|ах)?\b|намечен\w*|предстоящ\w*|запланирован\w*"
    r"|(?:проект\w* )?программ[аы](?= (?:мероприяти|событи|сотруднич|визит|на \d))"
)
# «В 2014 году состоялись следующие мероприятия:» says of the points below but when they were.
LEADS_LIST = re.compile(
    r"(?:(?:в|за|на|уже|также|был[ио]|совместно|нами|сторонами|городами) )*"
    r"(?:состоял(?:ись|ось)|прошл[ио]|провед(?:ены|ено)|провели|проводились|организован[ыо]"
    r"|реализован[ыо]|осуществлен[ыо]|выполнен[ыо]|сделан[ыо]|имели место|(?:за)?планиру[ею]тся"
    r"|запланирован[ыо]|намечен[ыо]|предстоит|предстоят|пройдут|состоятся"
    r"|(?:мероприятия|события|визиты|встречи),? "
    r"(?:состоявшиеся|прошедшие|проведенные)(?: (?:в|за))?)"
    r"(?: (?:следующ|так|совместн|основн|важн|нижеследующ)[а-я]+)*"
    r"(?: (?:и )?(?:мероприяти|событи|встреч|визит|обмен|поездк|проект)[а-я]*)*\W*:"
)
SET_OFF = re.compile(r"\s[–—-]\s")
GENERIC = re.compile(
    r"\W*(?:мероприяти[яй]|событи[яй]|сотрудничества|хроника|хронология|итоги|контакты|визиты|встречи|кратко|вкратце"
    r"|коротко|впереди)?\W*(?:в|за|на)?\W*"
)
# «направления – порт, парки, туризм»: what stands behind the dash is no heading.
# «Предпол. направления»: no sentence ends there.
CUT_WORD = re.compile(r"[А-ЯЁа-яё][а-яё]{2,8}\.\s[а-яё]")
NO_EVENTS = re.compile(r"\bне (?:был|провод|состоял|зафикс|отмеч)")
RUNS_ON = re.compile(r"\s[=–—-]\s[^,]+,")
YEAR_ALONE = re.compile(r"(?:19|20)\d\d(?:\s?г\.?|\s?год)?[.:]?")
# «После 2000 года», «2008 г. и далее»: no year that what follows may lean on.
SINCE = re.compile(
    r"(?:до|после|с|начиная с|ранее|раньше) \d{4}\s?(?:г\.?|года?)?\W*"
    r"|\d{4}\s?(?:г\.?|год[аы]?)?,? и (?:далее|позже|позднее|после)\W*"
)
AHEAD = re.compile(
    r"(?:что (?:(?:мы )?планиру\w+|планировалось|намечалось|намечено|предстоит|в планах|дальше)"
    r"|(?:также |далее )?(?:(?:за)?планиру[ею]тся|запланирован[оы]|намечен[оы]|предстоит"
    r"|ожида[ею]тся|предполага[ею]тся|(?:состоялось|прошло|проведено)(?= *:)))\W*"
)
LONGEST_HEADING, LONGEST_TITLE, WIDEST_TITLE = 15, 32, 500


def shape_of(block):
    if block.form:
        return block.form
    return "roman" if is_numbered(block.read) else None


def parted(block):
    """The block, cut at headings in capitals that a copy left inside its lines."""
    if block.cells:
        return [block]
    cuts = []
    for match in SHOUTED.finditer(block.body.text) if len(block.text) >= SHORTEST_RUN else ():
        head = match[1].strip()
        if section_of(lowered(head)) and not is_told(lowered(head)):
            end = match.start(1) + len(head)
            cuts.append((match.start(1), end + (block.body.text[end : end + 1] in {".", ":"})))
    last = NUMBERED_LAST.search(block.body.text)
    if last and section_of(lowered(last[1])):
        cuts.append(last.span(1))
    if not cuts:
        return _listed_behind(block)
    edges = sorted({0, len(block.body), *(place for cut in cuts for place in cut)})
    bodies = [block.body[a:b].strip(" -–—") for a, b in itertools.pairwise(edges)]
    return [
        replace(block, body=body, start=body.start, end=body.end, form=None, mark="")
        if number
        else replace(block, body=body, end=body.end)
        for number, body in enumerate(bodies)
        if body
    ]


def _listed_behind(block):
    """«В 2014 году состоялись: 1) выставка; 2) концерт» as a heading and its points."""
    lead = LEAD_INSIDE.match(block.body.text)
    if lead is None:
        return [block]
    body, rest = block.body[: lead.end(1)], block.body[lead.end() :]
    head = replace(block, body=body, end=body.end)
    points = in_sequence(rest, 1) if lead[2] else split(rest, SEMICOLON)
    if len(points) < FEWEST_POINTS or not is_period_heading(head):
        return [block]
    if not lead[2] and find_dates(rest.read):
        return [block]
    return [
        head,
        *(
            replace(block, body=body, start=body.start, end=body.end, form="number", mark="")
            for body in points
        ),
    ]


def may_head(block):
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
    text = block.text.strip("*#_ ")
    if text.endswith((";", ",")) or REACHABLE.search(text) or SEVEN.search(text):
        return False
    dates = sure_dates(block.read)
    if any(date.first.precision < Precision.SEASON for date in dates):
        return False
    inner = read.rstrip(" .:")
    cut = re.search(r"\bг\.\s", inner) or CUT_WORD.match(text)
    if re.search(r"[.!?]\s", inner) and not cut:
        return False
    if NO_EVENTS.search(inner):
        return False
    if ":" in inner or "\t" in inner or RUNS_ON.search(inner):
        return False
    return text.endswith(":") or len(words) <= 5 or not _is_sentence(read)


def _is_sentence(read):
    words = WORD.findall(read)
    return any(is_predicate(word) for word in words) and len(words) > 6


def is_period_heading(block):
    """Whether a block is but a year, month or the like: «2012 год», «Май 2013», «2015 (план)»."""
    if len(block.read) > LONGEST_PERIOD or SINCE.fullmatch(block.read):
        return False
    if block.form == "bullet" and not YEAR_ALONE.fullmatch(IN_BRACKETS.sub("", block.read).strip()):
        return False
    if block.cells and sum(bool(cell) for cell in block.cells) > 1:
        return False
    read = (
        without_number(block.read)
        if not block.form and not block.read[:1].isdigit()
        else block.read
    )
    read = read.strip(" |")
    # «I квартал»: here the numeral is no number of a heading.
    whole = find_dates(block.read)
    if len(whole) == 1 and (whole[0].start, whole[0].end) == (0, len(block.read.rstrip(" .:"))):
        read = block.read
    dates = find_dates(read)
    if len(dates) == 1 and _leads_list(read, dates[0]):
        return True
    if len(dates) == 1 and is_told(PLANS.sub("", IN_BRACKETS.sub("", block.read))):
        return False
    if len(dates) != 1 or dates[0].first.precision == Precision.DAY:
        return False
    date = dates[0]
    rest = read[: date.start] + " " + IN_BRACKETS.sub(" ", read[date.end :].rstrip(" .:"))
    words = WORD.findall(PLANS.sub("", rest))
    named = GENERIC.fullmatch(PLANS.sub("", rest))
    return bool(
        (not words or named)
        and "?" not in rest
        and (date.first.year is not None or not rest.strip(" .:–—-()"))
    )


def _leads_list(read, date):
    """Whether a line but says when what is listed below it was or will be."""
    rest = " ".join(f"{read[: date.start]} {read[date.end :]}".split())
    return date.first.precision != Precision.DAY and bool(LEADS_LIST.fullmatch(rest))


def is_day_line(block):
    """Whether a line is but a day, the one of what stands below: «14.03.2019», «2017, 17 мая»."""
    may_be_one = len(block.read) < WIDEST_DAY and not block.form and not block.cells
    dates = find_dates(block.read) if may_be_one else []
    if len(dates) != 1 or dates[0].first.precision != Precision.DAY:
        return False
    rest = block.read[: dates[0].start] + block.read[dates[0].end :]
    return not rest.strip(" .:–—-")


def is_labelled_year(block):
    """«2005 — двадцать лет побратимству»: a year and a few words that tell nothing by a verb."""
    match = LABELLED_YEAR.fullmatch(block.read)
    return bool(match) and not block.form and not is_told(match[1]) and not find_dates(match[1])


def is_planned_heading(read):
    """Whether a heading says that what follows is yet to come."""
    return bool(PLANS.search(read))


def is_sub_heading(block):
    """Whether a block of the events is but the name of a field: «Культура и спорт.»"""
    if block.cells or block.form in {"bullet", "letter"}:
        return False
    words = WORD.findall(block.read)
    if SINCE.fullmatch(block.read) or AHEAD.fullmatch(without_number(block.read)):
        return True
    text = block.text.strip("*#_ ")
    told = is_told(block.read) and not text.isupper()
    # «Традиционно высок интерес к музыке.»
    told = told or (text.endswith(".") and any(may_be(word, "ADJS") for word in words))
    if not words or len(words) > 8 or find_dates(block.read) or told:
        return False
    if text.endswith((";", ",")) or ":" in text[:-1]:
        return False
    if text.endswith(".") and SET_OFF.search(text):
        # «Открытый вопрос – визы для спортсменов.»
        return False
    sets_apart = (
        block.is_bold
        or block.is_italic
        or block.heading
        or text.isupper()
        or text.endswith((":", "."))
    )
    return bool(sets_apart or len(words) <= 5) and text[0].isupper()


def is_numbering(block):
    """Whether a row but numbers the columns: «1 | 2 | 3 | 4»."""
    cells = [cell.text for cell in block.cells]
    return len(cells) > 2 and cells == [str(number) for number in range(1, len(cells) + 1)]


def is_head_row(block):
    """Whether a row of a table but names its columns."""
    cells = [cell.read.strip(" .:") for cell in block.cells if cell]
    if len(cells) < 2 or any(len(cell) >= WIDEST_HEAD_CELL for cell in cells):
        return False
    if COUNTED_OR_DATED.fullmatch(cells[0]):
        return all(_is_head_cell(cell) or WORDS_ALONE.fullmatch(cell) for cell in cells)
    return all(_is_head_cell(cell) for cell in cells)


def _is_head_cell(cell):
    """Whether a cell names a column, or several: «Ф.И.О., должность», «Телефон и факс»."""
    if HEAD_CELL.fullmatch(cell):
        return True
    return all(HEAD_CELL.fullmatch(part.strip()) for part in re.split(r"[,/;]|\sи\s", cell))
