"""The words by which headings of a note's sections, and its other fixed lines, are known."""

import re

from briefings.reading.dating.tokens import roman

NUMBERING = re.compile(
    r"(?:раздел|часть|глава)\s+(?:перв|втор|трет|четверт)[а-я]+\s*[.):–—-]?\s*"
    r"|(?:раздел|часть|глава)\s+(?:[ivxlіхпш]{1,5}|\d{1,2})(?!\w)\s*[.):–—-]?\s*"
    r"|(?:(?:раздел|часть|глава|пункт|§)\s*)?"
    r"(?:[ivxlіхпш]{1,5}|\d{1,2}(?:\.\d{1,2})*|[а-еa-e])\s*[.):–—-]+\s*"
    r"|[ivxіхпш]{1,4}\s+(?=[а-я]{3})"
)
DIRECTIONS = re.compile(
    r"перспектив|^о чем\b|что интересн|взаимно интересн|на чем строится|точки приложения"
    r"|чем можно|^(?:наши |совместные |общие )?планы\b|^задачи|^цели"
    r"|предложени|направлени[яейюм]|приоритет|сфер[аы] (?:сотруднич|взаимо|интерес)"
    r"|област[иь] (?:сотруднич|взаимо|интерес)"
    r"|возможност\w+ (?:\w+ )?(?:сотруднич|взаимодейств)|предмет\w* сотруднич|потенциал"
    r"|точк[иа] (?:роста|соприкоснов)"
    r"|следующи[хем]\w* (?:област|сфер|отрасл)|взаимный интерес|интерес\w* представля"
    r"|представля\w+ (?:интерес|целесообразн)|целесообразн\w+ развива|чем интерес"
    r"|намерени|планы? (?:на будущее|сотруднич)|(?:темы"
    r"|вопросы|области|сферы) (?:для )?(?:сотруднич|взаимодейств|совместн)"
)
EVENTS = re.compile(
    r"^было\W*$|событи"
    r"|что (?:уже )?(?:было|состоялось|произошло|связывает|нас связывает)|что нас связывает"
    r"|как (?:это было|развива)|прошлое|этапы|страницы|встречи|поездки|даты\b|мероприяти"
    r"|хроник|хронологи|истори|итог|результат|(?:что )?сделано|реализован|опыт"
    r"|(?:состояние|развитие|ход|динамика|практика|обзор|факты) (?:\w+ )?(?:сотруднич"
    r"|взаимодейств|отношени|связей|контактов)"
    r"|(?:двусторонние|взаимные|основные|официальные) (?:контакты|визиты|встречи)|визит"
    r"|достижени|летопись|календар|важнейшие|вехи"
    r"|договорн\w+(?:-правов\w+)? (?:баз|основ)|(?:нормативно-)?правов\w+ (?:баз|основ)"
    r"|осуществленн|проведенн|текущее (?:состояние|сотрудничество)|сотрудничество в \d{4}"
    r"|^сотрудничество$|^взаимодействие$|современное состояние"
)
CONTACTS = re.compile(
    r"контактн|^связь\W*$|^на связи\W*$|контакты\W*$|контакт\W*$"
    r"|ответствен\w+|исполнител|для связи|кто (?:отвечает"
    r"|ведет|курирует)|координат|куратор"
    r"|связаться|с кем\b|кому (?:звонить|писать)|куда (?:звонить|обращ)|обращаться"
    r"|справк[аи] по тел|за (?:дополнительной )?информацией|телефоны|адреса|к кому"
    r"|сотрудник\w* комитета|реквизит"
    r"|^контакты (?:в комитете|сторон|для|ответственн|исполнител|комитета)|кураторы?"
)
CONTACT_FIRST = re.compile(
    r"контакт(?:ное лицо|ные лица|ная информация|ные данные)|ответственн\w+ (?:исполнител"
    r"|лиц|сотрудник)|для связи"
)
# Before the sections a note may tell of its partner.
GENERAL = re.compile(
    r"общ(?:ие|ая) (?:сведения|положения|информация|характеристика)|(?:кратк\w+ )?о партнере"
    r"|коротко о .{3,30}|справочно|кратк\w+ (?:справка|характеристика|сведения).{0,40}|введение"
)
TITLE = re.compile(
    r"справк|информаци|о сотрудничестве|сотрудничество|о связях|о взаимодействии"
    r"|взаимодействие|о контактах|материал|отношения"
    r"|с\s?п\s?р\s?а\s?в\s?к\s?а|досье|памятка|к визиту|к встрече|обзор"
)
LETTERS = "абвгде"
PAGE = re.compile(
    r"(?:\w.{0,80}\s[-–—|•]?\s*(?=стр\.))?[-–—\s*\[]*(?:(?:стр|с|лист|страница|page|p)\.?\s*)?\d{1,3}(?:\s*(?:из|/|of)\s*\d{1,3})?[-–—\s*\]]*",
    re.IGNORECASE,
)


def is_page_number(text):
    """Whether a line is but the number of a page."""
    if not PAGE.fullmatch(text):
        return False
    return not re.fullmatch(r"\d{1,2}[.)]", text)


def without_number(read):
    """What is read of a heading without «I.», «Раздел 1», «2)» before it."""
    match = NUMBERING.match(read)
    return read[match.end() :] if match else read


def is_numbered(read):
    match = NUMBERING.match(read)
    return bool(match)


def is_general(read):
    """Whether a heading is of what a note tells of its partner before its sections."""
    return bool(GENERAL.fullmatch(without_number(read).strip(" .:")))


def number_of(read):
    """The number of a heading, «II.», «Б)», «Раздел 2»; None if it has none, or one like 1.2."""
    match = NUMBERING.match(read)
    if match is None:
        return None
    sign = re.sub(r"раздел|часть|глава|пункт|§|\s", "", match[0]).strip(".):–—-")
    if sign.isdigit():
        return int(sign)
    if len(sign) == 1 and sign in LETTERS:
        return LETTERS.index(sign) + 1
    return roman(sign)


def section_of(read):
    """Which section a heading opens: directions, events, contacts; None if none.

    Of several cues the one that stands first decides, as «перспективы» in «Итоги и перспективы».
    """
    read = without_number(read)
    if CONTACT_FIRST.search(read):
        return "contacts"
    found = [
        (match.start(), name)
        for name, pattern in (
            ("directions", DIRECTIONS),
            ("events", EVENTS),
            ("contacts", CONTACTS),
        )
        if (match := pattern.search(read))
    ]
    if not found:
        return None
    names = {name for _, name in found}
    if names == {"directions", "events"} and re.search(
        r"основные направления и|направлени\w* и (?:событ|мероп)", read
    ):
        return "directions"
    return min(found)[1]
