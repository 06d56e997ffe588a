"""What a block tells, in whatever section it stands: of the partner, of ties, of plans."""

import re

from briefings.reading.dating import sure_dates
from briefings.reading.happenings import is_tie
from briefings.reading.headings import REACHABLE, WORD
from briefings.reading.morphology import is_told
from briefings.reading.sentences import sentences
from core.dates import Precision

TREATY = re.compile(
    r"(?:соглашени|договор|протокол|меморандум)\w* (?:между|о (?:[\w-]+,? (?:и )?){0,6}"
    r"(?:сотруднич|дружб|партн|побратим))"
)
LONE_TREATY = re.compile(
    r"(?:[а-я]+ое )?(?:соглашение|договор|протокол|меморандум)\b[^.;(]{0,80}"
    r"(?: от \d|\((?:\d{1,2}\.\d\d\.)?\d{4})"
)
TO_HAPPEN = re.compile(
    r"\b(?:за)?планиру[ею]тся\b|\b(?:намечен|запланирован)[аоы]?\b|\bожида[ею]тся\b"
    r"|\b(?:состоится|состоятся|пройдет|пройдут)\b"
)
SIGNED = re.compile(r"подписан|заключен|\bподп\.")
# «Ереван – столица Армении, население 1 млн человек.»
DEFINED = re.compile(r"[А-ЯЁ][\w -]{2,40} [–—-] [а-яё]+ [^;:]*\.$")
PEOPLED = re.compile(r"\d (?:тыс|млн)\b|\bжител|\bнаселени")
# «США. Штат Миннесота» tells nothing.
FEWEST_TOLD = 4
LONGEST_CONTACT = 400
# «12-05-14 – встреча»: a day, no telephone.
DASHED_DAY = re.compile(r"^\W*\d\d-\d\d-\d\d(?=\s+[–—-]\s)")


def describes(block):
    """Whether a line tells of the partner: «Второй по величине город страны, порт.»"""
    several = len(WORD.findall(block.read)) > FEWEST_TOLD
    listed = block.text.endswith(".") and "," in block.text
    if several and (listed or len(sentences(block.body)) > 1):
        return True
    return bool(DEFINED.match(block.text) or PEOPLED.search(block.read))


def tells_of_plan(block):
    """Whether a sentence among the directions tells what is to happen when (rule 1)."""
    dates = sure_dates(block.read)
    soon = any(date.first.precision < Precision.YEAR for date in dates)
    return soon and not block.cells and bool(TO_HAPPEN.search(block.read))


def tells_of_ties(read):
    """Whether a sentence tells of a dated tie or of the treaty of two cities."""
    dates = sure_dates(read)
    if not dates:
        return False
    is_open = next((date for date in dates if date.is_open), dates[0])
    is_treaty = TREATY.search(read) and SIGNED.search(read)
    to_the_day = any(date.first.precision == Precision.DAY for date in dates)
    return is_tie(read, is_open) or bool((is_treaty and to_the_day) or LONE_TREATY.match(read))


def is_contact(block):
    """Whether a line says how to reach somebody, and not what happened when."""
    if len(block.text) > LONGEST_CONTACT or not REACHABLE.search(DASHED_DAY.sub("", block.text)):
        return False
    return not tells_when(block)


def tells_when(block):
    """Whether a block tells what happened when."""
    return bool(sure_dates(block.read)) and is_told(block.read)
