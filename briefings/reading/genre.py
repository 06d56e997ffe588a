"""Whether a text that was read is a note of the committee at all."""

import re

from briefings.reading.errors import UnreadableError
from briefings.reading.home import Home
from briefings.reading.repair import repaired

CUES = re.compile(
    r"сотруднич|взаимодейств|делегаци|визит|побратим|партнер|партнёр|соглашени|меморандум|семинар|событи|выставк|конференци|фестивал|мероприят|муниципал|администрац"
    r"|комитет|переговор|протокол|стажировк|направлени|контактн|консул|форум|гастрол|туризм|инвестиц",
    re.IGNORECASE,
)
# Articles number a law's text; no note has them.
ARTICLE = re.compile(r"^[^\S\n]*(?:статья|ст\.)\s+\d+", re.IGNORECASE | re.MULTILINE)
MOST_ARTICLES = 2
# A document says at its head what kind it is (GOST R 7.0.97-2016, 5.9).
OTHER_KIND = re.compile(
    r"(?:проект\s+)?(?:(?:приказ|распоряжение|постановление|указ)(?:\s+(?:№|об?|от)(?!\w).*)?"
    r"|(?:договор|контракт|протокол|акт|сч[её]т(?:-фактура)?)"
    r"(?:\s+(?:№|заседания|совещания|собрания|аренды|поставки|подряда|оказания|при[её]ма).*)?"
    r"|доверенность(?:\s+№.*)?|устав(?:\s.*)?|анкета|заявление|резюме|автобиография)\W*",
    re.IGNORECASE,
)
LONGEST_KIND = 100
HEAD_LINES = 6
SECTIONS = {"directions", "events", "contacts"}
LETTERS_A_CUE = 900
LONG_ENOUGH = 3000
# Without its sections a note is known by its title, or as it names the home city now and then.
LETTERS_A_HOME, FEWEST_CUES = 2000, 3
LETTER, RUSSIAN = re.compile(r"[^\W\d_]"), re.compile(r"[а-яё]", re.IGNORECASE)


def check_genre(briefing, home=None):
    """Raises UnreadableError if the briefing is of a text of another genre.

    ``home`` (Home) says whose notes these are.
    """
    text = repaired(briefing.text)
    if len(RUSSIAN.findall(text)) * 2 < len(LETTER.findall(text)):
        raise UnreadableError("not_russian")
    cues = len(CUES.findall(text))
    is_sparse = len(text) > LONG_ENOUGH and cues * LETTERS_A_CUE < len(text)
    is_known = cues and not is_sparse and _is_of_home(briefing, text, cues, home or Home())
    if _is_of_other_kind(text) or not is_known:
        raise UnreadableError("not_a_note")


def _is_of_other_kind(text):
    head = [line for line in text.splitlines() if line.strip()][:HEAD_LINES]
    head = [line.strip() for line in head if len(line) < LONGEST_KIND]
    is_titled = any(OTHER_KIND.fullmatch(line) for line in head)
    return is_titled or len(ARTICLE.findall(text)) > MOST_ARTICLES


def _is_of_home(briefing, text, cues, home):
    """Whether it has a note's sections, or else tells of a partner or of the home city."""
    if {heading.section for heading in briefing.headings} & SECTIONS:
        return True
    if not (briefing.events or briefing.directions or briefing.contacts):
        return False
    partner = briefing.partner
    named = len(re.findall("|".join(home.city), text.lower()))
    often = named * LETTERS_A_HOME > len(text) and cues >= FEWEST_CUES
    return often or bool(partner and partner.in_title and partner.country)
