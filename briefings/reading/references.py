"""Dates that give no event: of documents, terms, statistics, names, lives (counting rule 6)."""

import re
from bisect import bisect_left
from collections import Counter

from briefings.reading.morphology import is_predicate, lemmas, may_be
from core.dates import Precision

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
QUOTED = re.compile(r"[«“„\"][^»”\"]*[»”\"]")
BRACKETED = re.compile(r"\(([^()]*)\)")
DOCUMENTS = frozenset(
    [
        "план",
        "программа",
        "соглашение",
        "протокол",
        "договор",
        "контракт",
        "бюджет",
        "график",
        "меморандум",
        "стратегия",
        "карта",
        "концепция",
        "приказ",
        "распоряжение",
        "постановление",
        "закон",
        "решение",
        "перечень",
        "указ",
        "договоренность",
    ]
)
PLANNING = re.compile(
    r"в план(?:ах|е)\b|заплан|объявлен|анонсир|планир|намеч|намечал|перенес|перенос|отлож|назнач"
    r"|ожида|предполага|предусм|предстоит|готовит|состоится|пройдет|будет|будут"
    r"|(?:договорил|условил)ись о"
)
STATISTICS = re.compile(
    r"товарооборот|внешнеторгов|статистик|статистическ|объем\w* (?:торговл|экспорт|импорт"
    r"|инвестиц|взаимн|поставок)|\bэкспорт\w* (?:состав|выр|увел|сни)"
    r"|(?:импорт|\bоборот)\w* (?:состав|выр|увел|сни)"
    r"|по данным|по сравнению|к уровню|турпоток|\bввп\b"
    r"|\bза \d{4} год\w*[^.]*\d (?:тыс|млн|млрд)|по (?:числу|количеству) \w+"
    r"|\bтаких [а-я]+[^.]* (?:был[оаи]|стал[оаи]|насчитыва)"
    r"|население\s+[\d,]+|численност|населени\w+ (?:город|состав)|на душу"
    r"|^[^.]{0,80}?\d{4} ?г?(?:\.|ода?у?)? состав\w+ (?:около |более |свыше |почти )?"
    r"\d[\d,. ]*(?:тыс|млн|млрд|%|процент)"
    r"|(?:перевезен|обслужен|выдан)\w* (?:около |более |свыше )?\d[\d,. ]*(?:тыс|млн)"
    r"|^за \d{4} год\w* [а-я]+ \d"
    r"|^(?:всего|в общей сложности|итого)\b(?!,)"
    r"|по итогам\s+(?:\w+\s+)?\d{4}|зарегистрирован\w+ \d+|действ\w+ \d+ (?:предприят|компан|фирм)"
)
FOUNDING = re.compile(
    r"истека[ею]т|(?:основан|построен|возведен|сооружен)[аоы]?\b|родил|рожден(?!ием)|учрежден\w* в"
    r"|переименован|назывался|называлась|именова|год\w* рождения|вступил в должность"
    r"|избран|назначен (?:на должность|мэром|губернатором|послом)|получил статус|столица с|окончил"
)
ACCORDING = re.compile(
    r"(?:в соответствии с|согласно|на основании|во исполнение|в развитие|в продолжение|в "
    r"рамках реализации|предусмотренн\w+|в рамках (?:соглашени|программ|договор|план"
    r"|протокол|меморандум))[^,.;]*$"
)
AGAINST = re.compile(r"(?:по сравнению с|чем|нежели|к уровню|против|выше,? чем|относительно)\s*$")
# «После 18 марта 2014 г. сотрудничество развивается как межрегиональное.»
# «Из намеченного на I квартал выполнено: …»
AWAY = re.compile(r"(?:^|[.;]\s)после\s$|\bиз (?:намеченн|запланированн|планировавш)[а-я]+\s*$")
SIGNED = re.compile(r"\s*(?:г\.?|года)?\s*(?:был[аои]?\s+)?(?:подписан|заключен)")
# «ко Дню города (27 мая)»
NAMED_DAY = re.compile(r"\bдн(?:я|ю|ем|е)\s(?:[а-я]+\s){1,4}\($")
# «(в 2005 году – 1,1 млн рублей)»
# «План на II полугодие 2016 г.: визит ректоров.»
PLAN_LABEL = re.compile(r"^\W*планы?\s$")
NIGHT = re.compile(r"\bв ночь $")
# «На Рождество 2010 года выступил хор»: when it was, rather than what.
HOLIDAY = re.compile(r"(?:^|\s)(?:на|в) (?:рождеств[оа]|пасху|масленицу|новый год|день [а-я]+)\s*$")
# «на улице 3 Июля»: a day that something is named after.
# «После наводнения (10.04.2010) поездки приостановлены.»
AFTER = re.compile(r"(?:^|[.;]\s)после [^(),.;]{5,80}\($")
STREET = re.compile(
    r"\b(?:ул(?:\.|иц[а-я]+)|пл(?:\.|ощад[а-я]+)|проспект[а-я]*|набережн[а-я]+|им(?:\.|ени)|парк[а-я]*"
    r"|завод[а-я]*)$"
)
COUNT = re.compile(r"\s*(?:(?:в|за)\s+)?\d{4}\s?(?:г\.|год[ау]?|году)?\s*[–—-]\s*(?!\d{4}(?!\d))\d")
HELD = re.compile(r"(?<!не )\b(?:состоял(?:ся|ась|ось|ись)|прош(?:ел|ла|ло|ли)|проведен[аоы]?)\b")
DURING = {
    "семестре",
    "сезоне",
    "протяжении",
    "течение",
    "ходе",
    "рубеже",
    "осенью",
    "весной",
    "летом",
    "зимой",
}
# What stands farther away tells nothing of a date; so time stays linear.
LOOKED_AT, LONGEST_LABEL = 400, 4
SINCE = re.compile(r"\s*с \d{4}\s?(?:г\.?|года)?\s*")
TIES = re.compile(r"побратим|партнер|связ[иьей]|отношени|сотрудничес|контакт")
FORMER = re.compile(r"^\s*(?:до|ранее|бывш|ныне|прежде|с \d{4} г?\.?\s?[-–—])")


def references(clause, dates):
    """For each of the dates found in a sentence, whether it is the date of no event."""
    read = clause.read
    quotes = [match.span() for match in QUOTED.finditer(read)]
    brackets = [match.span(1) for match in BRACKETED.finditer(read)]
    counting = bool(STATISTICS.search(read))
    unfit = [
        (counting and bool(STATISTICS.search(_clause_of(read, date))))
        or _inside(date, quotes)
        or _is_former(read, date, brackets)
        or _is_since(read, date, brackets, dates)
        or _leads_away(read, date, dates)
        or _is_attribute(read, date, dates)
        for date in dates
    ]
    left = Counter(
        read.count(";", 0, date.start) for date, away in zip(dates, unfit, strict=True) if not away
    )
    return [
        away
        or (
            left[read.count(";", 0, date.start)] > 1
            and (_is_of_participle(read, date) or _is_term(read, date))
        )
        for date, away in zip(dates, unfit, strict=True)
    ]


def _clause_of(read, date):
    """What stands around a date between semicolons."""
    end = read.find(";", date.end)
    return read[read.rfind(";", 0, date.start) + 1 : end if end >= 0 else len(read)].strip()


def _inside(date, spans):
    return any(start <= date.start and date.end <= end for start, end in spans)


def _is_former(read, date, brackets):
    """In brackets: years of a life, an earlier name, when something was founded."""
    for start, end in brackets:
        if not start <= date.start < end:
            continue
        inner = read[start:end]
        if FORMER.match(inner) or FOUNDING.search(inner) or COUNT.match(inner):
            return True
        if re.fullmatch(r"\s*\d{4}\s?[-–—]\s?\d{4}\s*", inner):
            return True
        return bool(re.match(r"\s*(?:р|род)\.", inner))
    return False


def _is_since(read, date, brackets, dates):
    """«Мэр Брно Роман Ондерка (с 2006 года) посетил …»: since when somebody is what he is."""
    at = next((span for span in brackets if span[0] <= date.start < span[1]), None)
    alone = at is not None and SINCE.fullmatch(read, *at)
    return bool(alone and len(dates) > 1 and not TIES.search(read, 0, at[0]))


def _leads_away(read, date, dates):
    """What the words before the date make of it: a document's date, its term, a comparison."""
    begin = max(0, date.start - LOOKED_AT)
    before, after = read[begin : date.start], read[date.end : date.end + LOOKED_AT]
    if _is_according(before, begin, date, dates) or AGAINST.search(before) or AWAY.search(before):
        return True
    if date.preposition == "of":
        # «Договор от 18.06.1990 подписан …»: its own date is that of the event.
        if _is_listed(read, date):
            return False
        return not (
            _document_before(before) and SIGNED.match(after) and len(WORD.findall(before)) < 10
        )
    if date.preposition == "on" and date.first.lean is None:
        if NIGHT.search(before) or (PLAN_LABEL.search(before) and after.lstrip().startswith(":")):
            return False
        return not PLANNING.search(read) or bool(
            _document_before(before) and not PLANNING.search(before)
        )
    if date.preposition == "until" and date.first.is_yearless and date.first.lean is None:
        # «До 5 ноября её посмотрели 4000 человек.»
        return not PLANNING.search(read)
    if date.preposition == "until":
        return not PLANNING.search(read) and bool(re.search(r"\w", before))
    if date.preposition == "by":
        return date.is_year_only and not PLANNING.search(read) and not _is_done(read)
    closest = before[max(0, len(before) - 60) :]
    return bool(
        FOUNDING.search(closest.rsplit(",", 1)[-1] + " " + read[date.start : date.end])
    ) or bool(re.match(r"\s*(?:года рождения|г\.\s?р\.)", after))


def _is_according(before, begin, date, dates):
    """«В соответствии с Программой на 2012–2014 годы в октябре 2013 г. …»: the first of the two."""
    cue = ACCORDING.search(before)
    if cue is None or (date.preposition is None and date.first.precision == Precision.DAY):
        # «В развитие Соглашения 25 июня 2009 г. установлены …»
        return False
    first = bisect_left(dates, begin + cue.start(), key=lambda each: each.start)
    earlier = [each for each in dates[first : first + 1] if each.end <= date.start]
    if not earlier:
        return True
    last = dates[bisect_left(dates, date.start, key=lambda each: each.start) - 1]
    return _document_before(before[last.end - begin :])


def _document_before(before):
    words = list(WORD.findall(before))[-7:]
    return any(lemmas(word) & DOCUMENTS for word in words)


def _is_listed(read, date):
    """«Соглашение … о сотрудничестве от 12.09.2019 (на 5 лет).»: a document by itself."""
    words = WORD.findall(read[: date.start])
    behind = WORD.findall(BRACKETED.sub("", read[date.end :]))
    told = any(map(is_predicate, (*words, *behind)))
    return not told and any(lemmas(word) & DOCUMENTS for word in words[:3])


def _is_done(read):
    return any(
        may_be(word, "PRTS", "past") or may_be(word, "VERB", "past") for word in WORD.findall(read)
    )


def _is_attribute(read, date, dates):
    """«форум 2014 года», «с 1998 года преподающий», «созданный в 2001 г.», «который в 2003 г.»"""
    before = read[max(0, date.start - LOOKED_AT) : date.start].rstrip()
    words = WORD.findall(before)
    last = words[-1] if words and before.endswith(words[-1]) else ""
    day = NAMED_DAY.search(read[max(0, date.start - LOOKED_AT) : date.start])
    if day and date.first.year is None:
        return True
    if AFTER.search(read[max(0, date.start - LOOKED_AT) : date.start]):
        return True
    if all(point.is_yearless for point in date.points) and STREET.search(before):
        return True
    if date.preposition is None and date.is_year_only and date.first.lean is None and last:
        leads_others = date is not dates[-1] and dates[-1].first.year
        label = _is_label(read[date.end : date.end + LOOKED_AT]) and not any(
            map(is_predicate, words)
        )
        label = label and not (leads_others and len(words) > LONGEST_LABEL)
        if HOLIDAY.search(before):
            return False
        return last not in DURING and may_be(last, "NOUN") and not label
    following = WORD.match(read[date.end : date.end + LOOKED_AT].lstrip(" ,"))
    if following and read[date.end : date.end + 1] == " " and may_be(following[0], "PRTF"):
        return bool(re.search(r",\s*$", before))
    clause = re.split(r"[,;(]", before)[-1]
    inner = WORD.findall(clause)
    if date.preposition == "on" and PLANNING.search(clause):
        # «Дни города, которые намечались на май, перенесены …»
        return False
    if date.first.is_yearless and date.first.precision <= Precision.MONTH:
        # «…, где 5 сентября подписала протокол»: of the time that is told, not of the past.
        return False
    return (
        bool(inner)
        and bool(re.match(r"\s*(?:(?:[а-я]+\s+)?котор\w+|где|чь\w+)\b", clause))
        and "," in before
    )


def _is_term(read, date):
    """«Дорожная карта 2019–2021 (принята 30.11.2018)»: the years that a document is for."""
    before = WORD.findall(read, max(0, date.start - LOOKED_AT), date.start)
    of_years = all(point.precision == Precision.YEAR for point in date.points)
    alone = of_years and date.preposition is None and date.last is not None
    return alone and bool(before) and bool(lemmas(before[-1]) & DOCUMENTS)


def _is_of_participle(read, date):
    """«договорённостей, достигнутых в мае 2014 г., …» beside the date of the sentence itself."""
    words = WORD.findall(read, max(0, date.start - LOOKED_AT), date.start)
    if not words or (PLANNING.search(words[-1]) and not HELD.search(read)):
        return False
    return may_be(words[-1], "PRTF") and not may_be(words[-1], "NOUN")


def _is_label(after):
    """Whether the date closes a heading or a label: «Неделя кино 2013 –»."""
    return not after.strip(" .") or bool(re.match(r"\s*[–—:]", after))
