"""Whether an undated paragraph speaks on of the event before it, or is background (rule 4)."""

import re

from briefings.reading.happenings import WORD
from briefings.reading.morphology import is_known, may_be, parses

STRONG = re.compile(
    r"^(?:в ходе|по (?:ее |его |их )?(?:итогам|результатам)|в рамках (?:\w+ )?(?:визит"
    r"|поездк|встреч|семинар|конференц|форум|выставк|фестивал|дней|недел|мероприят|пребыван"
    r"|программы (?:визит|дней|пребыв))"
    r"|на (?:встрече|семинаре|конференции|форуме|переговорах|выставке|открытии|приеме"
    r"|концерте|церемонии|заседании|мероприятии|вечере|нем|ней)\b"
    r"|в программ|участник|в (?:встрече|семинаре|конференции|визите|выставке|фестивале"
    r"|турнире|мероприятии|мероприятиях|форуме|концерте|состав|работе|нем|ней|них)\b"
    r"|организатор|перед (?:началом|открытием)|по (?:окончани|завершени)|после (?:этого"
    r"|церемони|встреч|семинар|окончан|завершен|переговор)|тогда же|неделей позже|днем "
    r"позже|на следующий день"
    r"|в завершение|в тот же день|в ответ\b|с ответным|накануне|среди (?:участник|гост)"
    r"|почетн\w+ гост|экспозици|его (?:участник|организ)|сразу после)"
)
WEAK = re.compile(
    r"^(?:он[аио]?\b|гост[ия]|сторон[ыа]|делегаци|также\b|кроме того|при этом|помимо "
    r"(?:этого|того)|эт(?:от|а|о|и)\b|данн\w+ |затем\b|визит\b|встреча\b|мероприяти[ея]\b"
    r"|семинар\b|всего\b|общее)"
)
STANDING = re.compile(
    r"в последн(?:ие|ее) (?:годы|время|лет)|последних лет|традиционн|в настоящее время|на "
    r"протяжении (?:ряда|многих|последних|всего)|в течение (?:ряда|многих|последних)"
    r"|регулярн|постоянн"
    r"|издавна|развиваетс|развиваютс|по данным|в перспективе|в целом|неоднократно"
    r"|продолжает|продолжаютс|сохраняет|многие годы|много лет|за последние|с давних|до сих "
    r"пор|ежегодн|интерес к|растет|по сложившейся|по традиции"
)
COMMON = frozenset(
    [
        "город",
        "сторона",
        "сотрудничество",
        "связь",
        "отношение",
        "контакт",
        "область",
        "развитие",
        "год",
        "работа",
        "регион",
        "страна",
        "часть",
        "сфера",
        "взаимодействие",
        "участие",
        "рамка",
        "представитель",
        "время",
        "число",
        "итог",
        "вопрос",
        "больше",
        "главный",
        "россия",
    ]
)
OPENING_WORDS = 6


def speaks_on(paragraph, draft_read, names=frozenset()):
    """Whether what is read of a paragraph speaks on of the event told in ``draft_read``."""
    if STANDING.search(paragraph[:120]):
        return False
    if STRONG.match(paragraph):
        return True
    past = _is_past(paragraph)
    if WEAK.match(paragraph) and past:
        return True
    opening = _nouns(" ".join(paragraph.split()[:OPENING_WORDS]))
    return past and bool(opening & _nouns(draft_read) - COMMON - names)


def _is_past(read):
    return any(is_known(word) and may_be(word, "past") for word in WORD.findall(read))


def _nouns(read):
    """Dictionary forms of the nouns in what is read."""
    found = set()
    for word in WORD.findall(read):
        best = parses(word)
        if best and best[0].tag.POS == "NOUN" and len(word) > 3:
            found.add(best[0].normal_form.replace("ё", "е"))
    return found
