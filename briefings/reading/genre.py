"""Whether a text that was read is a note of the committee at all."""

import re

from briefings.reading.errors import UnreadableError

CUES = re.compile(
    r"сотруднич|взаимодейств|делегаци|визит|побратим|партнер|партнёр|соглашени|меморандум|семинар|выставк|конференци|фестивал|мероприят|муниципал|администрац"
    r"|комитет|переговор|протокол|стажировк|направлени|контактн|консул|форум|гастрол|туризм|инвестиц",
    re.IGNORECASE,
)
# Articles number a law's text; no note has them.
ARTICLE = re.compile(r"^[^\S\n]*(?:статья|ст\.)\s+\d+", re.IGNORECASE | re.MULTILINE)
MOST_ARTICLES = 2
SECTIONS = {"directions", "events", "contacts"}
LETTERS_A_CUE = 900
LONG_ENOUGH = 3000


def check_genre(briefing):
    """Raises UnreadableError if the briefing is of a text of another genre."""
    sections = {heading.section for heading in briefing.headings} & SECTIONS
    cues = len(CUES.findall(briefing.text))
    items = len(briefing.events) + len(briefing.directions) + len(briefing.contacts)
    if len(ARTICLE.findall(briefing.text)) > MOST_ARTICLES:
        raise UnreadableError("not_a_note")
    if len(briefing.text) > LONG_ENOUGH and cues * LETTERS_A_CUE < len(briefing.text):
        raise UnreadableError("not_a_note")
    if not sections and (not cues or not items):
        raise UnreadableError("not_a_note")
