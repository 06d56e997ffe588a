"""Which blocks are a note's title, and which bear its date."""

import re

from briefings.reading.cues import is_numbered, section_of
from briefings.reading.dating import sure_dates
from briefings.reading.headings import WIDEST_TITLE, WORD
from briefings.reading.morphology import is_told
from briefings.reading.places import country_of
from briefings.reading.sentences import sentences

OF_THE_NOTE = re.compile(
    r"по (?:состоянию|данным\s*$|данным на)|\bсост\.|^дата:|^состояние\b|\bсостояние на\b"
    r"|подготовлен(?!\w* к )|^\W*подготовил"
    r"|составлен|на дату"
    r"|дата (?:составления|подготовки|заполнения)"
    r"|обновл(?:ен|\.)|актуал|дата публикации|опубликован|размещено"
)
# «Интересы: текстиль (импорт), …»
LABEL = re.compile(r"((?!сотруднич|взаимодейст)[а-я]+(?: [а-я]+){0,2})(?::\s|\s[–—-]\s)")
PLACE_AND_DATE = re.compile(r"[\s,.()г]*(?:г\.\s?)?(?:[а-я-]+(?:[\s-][а-я]+)?[\s,]*)?[\s,.()]*")


def is_title(place, block, section, home):
    """Whether a block before the sections is the note's title rather than a heading."""
    if (
        section is not None
        or block.is_listed
        or is_numbered(block.read)
        or len(block.text) > WIDEST_TITLE
        or block.text.count(";") > 1
        or len(sentences(block.body)) > 1
    ):
        return False
    read = block.read
    if read.endswith(".") and is_told(read):
        return False
    if len(sure_dates(read)) > 1:
        return False
    label = LABEL.match(read)
    if label and section_of(label[1]):
        return False
    bracket = re.search(r"\([^)]*[а-я]{4}[^)]*\)", read)
    # «Сферы интереса (согласованы в 2012 г.)» is a heading.
    head = read[: bracket.start()] if bracket else ""
    names_country = bool(bracket and (country_of(bracket[0]) or not section_of(head)))
    opens = re.match(
        r"(?:об?\s|записка|к (?:визиту|встрече|приезду|переговорам)"
        r"|справк|информаци|справочн|сотрудничество\s+\S+\s|взаимодействие\s+\S+\s"
        r"|(?:рабочие )?материал|с п р а в к а)",
        read,
    )
    city = "|".join(home.city)
    names_city = re.search(
        rf"(?:{city})\w*\s*(?:[-–—и]|с\b|со\b|[а-я]+\s+и\b)|[-–—и]\s+(?:{city})", read
    )
    return place < 6 and bool(opens or names_country or names_city)


def has_event(rest):
    return len(WORD.findall(rest)) > 3
