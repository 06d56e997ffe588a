"""What a sentence about an event says: its kind, its course, its parts, its title."""

import re

from briefings.reading.morphology import is_known, may_be, parses

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
PAPERS = "(?:соглаш|протокол|договор|меморандум|план|программ|контракт|декларац)"
KINDS = (
    ("anniversary", r"\bлети[еяюй]\b|\w+лети[еяю]\b|годовщин|юбиле"),
    ("agreement", rf"(?:подпис|заключ|утвержд)\w*.*{PAPERS}|{PAPERS}\w*.*(?:подпис|заключ|продл)|"
     r"^(?:соглашени|протокол|меморандум|договор)"),
    ("exhibition", r"выставк|экспозиц|вернисаж|ярмарк|экспо\b"),
    ("conference", r"конференц|форум|конгресс|симпозиум|саммит|\bсъезд"),
    ("seminar", r"семинар|кругл\w+ стол|мастер-класс|тренинг|презентац|лекци|вебинар|телемост"),
    ("concert", r"концерт|гастрол|спектакл|ансамбл"),
    ("competition", r"турнир|чемпионат|конкурс|соревнован|\bматч|\bкуб(?:ок|ка|ке)\b|регат|марафон"
     r"|пробег"),
    ("festival", r"фестивал|\bдн(?:и|ей|ях|ям)\b|\bдень\b|недел[яию]|карнавал|праздник|торжеств"),
    ("training", r"стажиров|обучен|практик[уи]|\bкурсы|летн\w+ школ|повышени\w+ квалификац"),
    ("opening", r"откры(?:т|л|в)|открыти|запуск|введен\w* в"),
    ("visit", r"визит|посет|делегац|поездк|мисси|побывал|прибы|приезд|приеха|возлож"),
    ("meeting", r"встреч|встретил|переговор|принял|прием\b|совещан|заседан"),
    ("project", r"проект|программ|модернизац|постав|консультир"),
)  # fmt: skip
KINDS = tuple((kind, re.compile(pattern)) for kind, pattern in KINDS)
TIE = re.compile(
    r"\b(?:связи|отношения|контакты) (?:между|с) город"
    r"|(?:побратимск|дружеск|дружественн|партнерск|породненн)\w*\s+(?:связ|отнош|контакт|уз)"
    r"|сотруднича(?:ют|ет) с \d{4}"
    r"|отношени\w+\s+(?:партнерств|сотрудничеств|дружб|побратим|между городами-побрат)"
    r"|партнерами\b[^.;]{0,60}\bявляются"
    r"|породненн\w+ город"
    r"|(?:города|городами|городов)-побратим|побратим(?:ы|ами|ства|ских связей|ство| с \d{4})\b"
    r"|(?:являются|[–—-])\s*(?:города-)?партнер(?:ы|ами)|партнер(?:ы|ами)\s+с\b|партнеры\b"
)
TIE_MADE = re.compile(
    r"установл|оформл|связан|поддержива|заключ|\bстал[иа]?\b|начал|являются|существу"
    r"|закрепл|[–—-]\s*(?:города-)?(?:партнер|побратим)|партнеры с|побратимы? с|ведут отсчет"
)
NO_TIE = re.compile(r"лети[еяю]\b|годовщин|юбиле|торжеств|в рамках|по случаю|ознаменов|празднова")
STATE = re.compile(
    r"действует|действовал|работает|работал|существ|функционир|занимал|занимает|осуществля|развива|носил|является|являл|ведет|вел[аи]?\b|учатся|учил"
)

PLANNED = re.compile(
    r"^\W*(?:в )?план(?:ы|е|ах)?\b[^:.]{0,30}(?::|(?<!г)\.)"
    r"|(?<!из )заплан|планиру|(?<!из )намеч|намерен[аыо]?\b"
    r"|предполага|ожида|предстоит|готовится|готовятся"
    r"|^\W*на (?:[^.;,]|г\.){3,40} (?:договорил|условил)ись"
    r"|предусмотрен|состоится|состоятся|пройдет|пройдут|\bбудет\b|\bбудут\b|назначен[аоы]? "
    r"на|прорабатыва\w+ возможн|\(план\w*\)|,\s*план\W*$"
)
# Cues that leave it open, where no verb says that it is past.
LIKELY = re.compile(
    r"ориентировочн|предположительн|\(предварительн|(?<!^дата )(?<!точная дата )уточня[ею]тся"
    r"|\bждут\b|\bждем\b|ждет\b|на согласовании"
)
CANCELLED = re.compile(
    r"отказал\w+ от (?:участия|проведения|поездки|визита)\b"
    r"|не (?:приехал|прибыл)[аои]?\b|не проведен[аоы]?\b"
    r"|не проводил(?:ся|ась|ось)\b"
    r"|снят\w* с (?:контроля|плана|повестки)"
    r"|\bотмена (?:визит|поездк|гастрол|приезд|встреч|выставк|концерт|семинар|мероприят)"
    r"|\bотм(?:ен)?\.|отмен(?:ен|и)|отменя|\bне состоял|сорвал|аннулир|был\w* отмен"
    r"|так и не (?:прош|откры|начал|был)"
)
POSTPONED = re.compile(r"перенес|отлож|перенос\w* на|^\W*перенос\b")
MOVED_AND_HELD = re.compile(
    r"перенесенн\w+.*(?<!не )\b(?:состоял|прош(?:ел|ла|ли)\b|проведен)"
    # «(перенесён с 20-го из-за дождя)»
    r"|\(перенесен[аоы]? с (?:(?!\sна\s)[^()])*\)"
)
MOVED_AND_CANCELLED = re.compile(r"перенес.*(?:впоследствии|затем|потом|позднее) отмен")
BRACKETS = re.compile(r"\([^()]*\)")
# How a sentence behind the event begins that calls it off.
CALLED_OFF = re.compile(
    r"(?:(?:визит|поездка|мероприятие|встреча|приезд) )?"
    r"(?:не состоял|отменен|был[аио]? отменен|сорвал|снят\w* с плана)"
)
PUT_OFF = re.compile(r"\W*(?:перенесен|отложен)[аоы]?\s")
NOTHING = re.compile(
    r"(?:визит|мероприяти|встреч|контакт|событи|обмен|поездк)\w* не (?:было|проводил"
    r"|отмечал|зафиксир)"
    r"|(?:визитов|мероприятий|встреч|контактов|событий|обменов|поездок) не состоял"
    r"|\bбез (?:мероприяти|событи|визит)"
    r"|(?:обмены|контакты|связи|поездки) (?:[а-я-]+ ){0,3}(?:сократились|ослабли)\b(?!.*возобнов)"
    r"|^\W*перерыв\b[^.;]{0,40}\W*$"
    r"|^\W*(?:в\s+)?(?:\d{4}|[а-я]{3,8})\W*(?:й|г|год)?\W*(?:пусто|ничего|нет|перерыв)\W*$|не "
    r"проводил[иао]с[ья]"
)

DONE = re.compile(
    r"состоял|прош(?:ел|ла|ли|ло)\b|посети|подпис|откры|провед|принял|прибы|встрет|визит|поездк|выставк|семинар|концерт|встреч|делегац|конференц|фестивал"
)
RECURRING = re.compile(
    r"ежегодн|кажд(?:ый|ую|ое|ого) (?:год|весн|осен|лет|зим|янв|фев|март|апр|ма[йя]|июн|июл|авг"
    r"|сент|окт|ноя|дек)|раз в год|из года в год"
)
OCCASIONS = (
    r"(?:визит|поездк|гастрол|пребыван|мисси|программ|мероприят|дней|недел|фестивал|форум|выставк|семинар"
    r"|конференц|приезд|ярмарк|праздник|церемони|торжеств)"
)
PART = re.compile(
    r"^(?:перед (?:[а-я]+(?:ым|им|ой|ей|ыми|ими) )?[а-я]+(?:ем|ом|ой|ей|ией|ами|ями)\b"
    r"|по (?:окончани|завершени)|после (?!эт|тог|чег|нег|не[ей]\b|них)[а-я]+"
    r"|накануне|на полях|одновременно|параллельно|в тот же день"
    rf"|(?:в рамках|в ходе|во время) (?:\w+ )?{OCCASIONS}|в программе (?:визит|пребыван))"
)
NAMED_PART = re.compile(
    rf"(?:в рамках|в ходе|во время) (?:\w+ )?{OCCASIONS}\w*\s?[:–—]\s+(?=[а-я])"
)
INNER_PART = re.compile(
    r"[,;]\s+(?=(?:в рамках|перед началом|по окончании|в ходе)\s+(?:котор\w+|визит|мисси"
    r"|поездк|пребыван|мероприят|приезд)\w*)"
)
TALK = re.compile(
    r"обсу|рассмотр|отмет|подчеркн|договор|рассказ|интересова|выраз|заяв|выслуш|затронут|представлен"
)
STATUS_SAID = re.compile(r"^\W*\((?:запланирован|отменен|перенесен)\w*\)", re.IGNORECASE)
SEVERAL = re.compile(r"состоялись|проведены|прошли|организованы")
JOINT = re.compile(r"(?:,\s*а также|,|\s+и)\s+(?=[а-я])")
LONGEST_TITLE = 150


def is_tie(read, date):
    """Whether a dated sentence records a standing tie (counting rule 7)."""
    if NO_TIE.search(read) or not TIE.search(read):
        return False
    return bool(TIE_MADE.search(read)) or (date is not None and date.is_open)


def kind_of(read, date):
    """The kind of an event, a proposal."""
    if is_tie(read, date):
        return "ties_established"
    lasts = date is not None and (date.is_open or date.first.precision.name == "DECADE")
    if lasts and STATE.search(read):
        return "period"
    for kind, pattern in KINDS:
        if pattern.search(read):
            return kind
    return "other"


def status_of(read, is_planned_heading, date, is_later):
    """held, planned, cancelled or postponed.

    ``is_later``: its date lies behind that of the note.
    """
    if MOVED_AND_CANCELLED.search(read):
        return "cancelled"
    if POSTPONED.search(read) and not MOVED_AND_HELD.search(read):
        return "postponed"
    if CANCELLED.search(read):
        return "cancelled"
    if PLANNED.search(read) and not re.search(
        r"(?:(?:был[аои]?|ранее) (?:за)?планир\w+|(?:планировал|намечал|ожидал)[а-я]+"
        r"|(?:ожидавш|планировавш|намечавш|запланированн|намеченн)\w+).*"
        r"(?<!не )\b(?:состоял|прош(?:ел|ла|ло|ли)\b)",
        read,
    ):
        return "planned"
    if RECURRING.search(read):
        return "held"
    past = _has(BRACKETS.sub(" ", read), "past")
    ahead = _has(read, "futr") and not _has(read, "pres")
    if not past and (is_planned_heading or is_later or LIKELY.search(read) or ahead):
        return "planned"
    if date is not None and date.preposition == "until" and not past:
        return "planned"
    return "held"


def _has(read, tense):
    likely = [parses(word)[0].tag for word in WORD.findall(read) if is_known(word)]
    return any(tag.POS in {"VERB", "PRTS"} and tense in tag.grammemes for tag in likely)


def is_put_off(bodies):
    """Whether a sentence behind an event says that it was moved: «Перенесён на сентябрь.»"""
    return any(PUT_OFF.match(body.read) for body in bodies[1:])


def is_called_off(bodies):
    """Whether a later sentence of an event says that it did not take place."""
    return any(CALLED_OFF.match(body.read) for body in bodies[1:])


def part_spans(sentence, is_first):
    """(start, end) of the parts that a sentence of an event tells (counting rule 5)."""
    read = sentence.read
    start = 0
    if is_first or not PART.match(read):
        inner = INNER_PART.search(read)
        if inner is None:
            return []
        start = inner.end()
    return _happenings(read, start)


def _happenings(read, start):
    """Each happening told from the start on: a verb in the past, one after another."""
    verbs = [
        (match.start(), match.end())
        for match in WORD.finditer(read, start)
        if _is_past(match[0]) and not TALK.match(match[0])
    ]
    named = NAMED_PART.match(read) if start == 0 and not verbs else None
    if named:
        # «В рамках визита: осмотр порта»
        return [(named.end(), len(read))]
    spans = []
    for number, (begin, _) in enumerate(verbs):
        if number == 0:
            spans.append([start, len(read)])
            continue
        between = read[verbs[number - 1][1] : begin]
        joint = list(
            re.finditer(r"(?:,\s*(?:а также\s+|затем\s+|и\s+)?|\s+и\s+(?:затем\s+)?)", between)
        )
        if joint and not re.search(r"котор|что\b|где\b", between):
            cut = verbs[number - 1][1] + joint[-1].start()
            spans[-1][1] = cut
            spans.append([cut + len(joint[-1][0]), len(read)])
    if len(spans) == 1 and SEVERAL.fullmatch(read[verbs[0][0] : verbs[0][1]]):
        return _subjects(read, *spans[0], verbs[0][1])
    return [tuple(span) for span in spans]


def _subjects(read, start, end, behind):
    """«состоялись встреча с … и посещение …»: a happening for each subject of the verb."""
    cuts = [
        match
        for match in JOINT.finditer(read, behind, end)
        if any(may_be(word, "NOUN", "nomn") for word in WORD.findall(read[match.end() :])[:3])
    ]
    edges = [start, *(place for match in cuts for place in match.span()), end]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _is_past(word):
    if not is_known(word):
        return False
    first = parses(word)[0].tag
    return (
        first.POS in {"VERB", "PRTS"}
        and "past" in first.grammemes
        and word not in {"была", "был", "было", "были"}
    )


def title_of(body, *dates):
    """A title proposed from what tells of an event: its text without its dates, in short."""
    text = without_date(body, *dates)
    if len(text) > LONGEST_TITLE:
        text = text[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"
    return text


def without_date(body, *dates):
    """The text of a stretch without the dates found in it; None of them is no date."""
    text = body.text
    for date in sorted(filter(None, dates), key=lambda date: -date.start):
        text = f"{text[: date.start]} {text[date.end :]}"
    text = " ".join(text.split())
    text = STATUS_SAID.sub("", text)
    text = re.sub(r"^(?:[\s,;:.–—-]|(?:а|и|но|также)\s)+", "", text)
    text = re.sub(r"\s+([,.;:])", r"\1", text).strip(" ,;:.–—-")
    text = re.sub(r",(?:\s*,)+", ",", re.sub(r",(?:\s*,)*\s+[–—-]\s", " – ", text))
    text = re.sub(r"\s[–—-](?:\s[–—-])+\s", " – ", re.sub(r"\s[–—-]\s*\)", ")", text))
    text = re.sub(r"\(\s*\)", "", re.sub(r"\(\s*,\s*", "(", re.sub(r",?\s*\)", ")", text))).strip()
    return text[:1].upper() + text[1:]
