"""Which lines of a plain text go on in the line below: wrapped paragraphs, words in two halves."""

import itertools
import re
from collections import Counter

from briefings.reading.cues import is_numbered, section_of
from briefings.reading.dating import find_dates
from briefings.reading.morphology import is_known, is_predicate, may_be
from briefings.reading.stretch import lowered

NARROWEST, WIDEST = 38, 125
FEWEST_CUT, MOST_WIDER = 2, 0.1
FEWEST_INSET, LEAST_INSET = 3, 3
DASHES = "–—-"
HYPHENS = "-\u2010\u00ad\u00ac"
SENTENCE_END = tuple(".!?:;…")
ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:г|гг|им|т|д|др|пр|ул|гл|зам|нач|спец|тел|руб|тыс|млн|долл|в|вв|ст|проф|акад|[А-ЯЁ])\.$",
    re.IGNORECASE,
)
ASKING = re.compile(r"(?:^|\s)(?:в|во|и|с|со|на|по|к|о|об|от|до|для|из|при|за|у|а)$", re.IGNORECASE)
ASKED = re.compile(r"обращ|связ\w+ с")
RULE = re.compile(r"[\W_]+")
PROPER = ("Geox", "Name", "Patr", "Surn", "Orgn", "Abbr")
WIDEST_DATE, DASH = (
    60,
    re.compile(r"[?)]*\s*(?:\([^()]{1,20}\)\s*)?(?:[–—:-]\s+[^\W\d_]|[–—-]\s+[\d«\"])"),
)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# A line of a card: «Ф.И.О.: …», «Должность: …».
CARD_LINE = re.compile(
    r"(?:ф\.?\s?и\.?\s?о|имя|фамили|должност|телефон|тел\.|факс|моб|эл|e-?mail|отдел)[^:\n]{0,20}:",
    re.IGNORECASE,
)
# «моб. +7» / «911 000-00-57»
NUMBER_CUT, DIALLED = re.compile(r"(?:\+\d{1,3}|\(\d{3,4}\))$"), "(0123456789"
YEAR_LAST = re.compile(r"\d{4}\s?гг?\.$")
MOST_NAMING = 4
YEAR_LINE = re.compile(r"(?:19|20)\d\d(?:\s?г\.|\s?год)?[.:]?")
CYRILLIC_SMALL, LONE_TAIL = re.compile(r"[а-яё]"), re.compile(r"(?!г-)[а-яё][^\d@]*")


def wrap_width(lines):
    """The width at which the lines were wrapped, None if each paragraph is one line.

    It shows in the lines that plainly go on below; hardly any line may be wider.
    """
    lines = [line for line in lines if not line.is_row]
    cut = sorted(
        line.indent + len(line.text)
        for line, following in itertools.pairwise(lines)
        if not following.is_apart
        and not following.form
        and not line.text.endswith(SENTENCE_END)
        and (following.text[0].islower() or line.text[-1] in HYPHENS)
        and not _opens_with_date(following.text)
    )
    if len(cut) < FEWEST_CUT:
        return None
    widest = cut[-1 - len(cut) // 50]
    wider = sum(line.indent + len(line.text) > widest + 3 for line in lines)
    if not NARROWEST <= widest <= WIDEST or wider > MOST_WIDER * len(lines):
        return None
    full = sum(length > widest * 0.6 for length in cut)
    return widest if full >= FEWEST_CUT or full * 6 >= len(lines) else None


def paragraph_indent(lines):
    """The indent that first lines of paragraphs have where the others have less; None if none."""
    insets = Counter()
    for line, following in itertools.pairwise(lines):
        if not (following.is_apart or following.form) and CYRILLIC_SMALL.match(following.text):
            # What goes on as far in speaks against it.
            insets[line.indent] += 1 if following.indent < line.indent - 1 else -1
    best = max((count, indent) for indent, count in insets.items()) if insets else (0, 0)
    return best[1] if best[0] >= FEWEST_INSET and best[1] >= LEAST_INSET else None


def begins_another(line, inset):
    """Whether a line stands in as the first lines of paragraphs do: «     Правовую основу …»"""
    return line.indent == inset and line.text[0].isupper()


def continues(lines, first, here, width):
    """Whether a line carries on the paragraph that begins with the first line."""
    line, before = lines[here], _before(lines, first, here)
    if before is None or before.is_row or RULE.fullmatch(line.text) or RULE.fullmatch(before.text):
        return False
    if line.is_page:
        return _goes_on_behind(lines, first, here, width)
    if _is_broken_word(before.text, line.text):
        return not line.is_row
    if not line.is_apart and NUMBER_CUT.search(before.text) and line.text[0] in DIALLED:
        return True
    if _is_wrapped_dash(lines[first], before, line, width):
        return True
    if line.form or line.is_row or _is_heading(before, line) or CARD_LINE.match(line.text):
        return False
    if not line.is_apart and _is_open(before.text) and ")" in line.text:
        return True
    if width and _is_cut_before_year(lines[first], before, line, width):
        return True
    behind_page = lines[here - 1].is_page
    if line.is_apart or behind_page:
        is_small = bool(CYRILLIC_SMALL.match(line.text))
        if behind_page and is_small and not before.text.endswith(SENTENCE_END):
            return True
        return bool(width) and (behind_page or is_small) and _is_cut(before, width)
    if lines[first].form and line.indent >= lines[first].indent + 2:
        if lines[first].text.endswith(":"):
            # What stands below «1.6. Образование:» are its points.
            return False
        return not line.text.endswith(":") or line.text[0].islower()
    if not line.is_apart and lines[first].form and _ends_with_verb(before.text):
        return True
    if not line.is_apart and lines[first].form and before.text.endswith(","):
        return not _opens_with_date(line.text)
    if width is None:
        goes_on = _hangs(before.text) or (
            not before.text.endswith(SENTENCE_END)
            and (lines[first].form or _is_lone_tail(lines, first, here))
        )
        return line.text[0].islower() and bool(goes_on)
    goes_on = (
        not _opens_with_date(line.text)
        and lines[first].form
        and not before.text.endswith(SENTENCE_END)
    )
    return (line.text[0].islower() and bool(goes_on)) or _wraps(before, line, width)


def _is_cut_before_year(first, before, line, width):
    """«… весенний семестр» / «1998 - проф. Хольц» in a paragraph whose first line stands in."""
    stands_in = first.indent > line.indent and not (first.form or _opens_with_date(first.text))
    full = before.indent + len(before.text) >= width * 0.85
    in_sentence = not line.is_apart and not before.text.endswith(SENTENCE_END)
    return stands_in and full and in_sentence and _opens_with_date(line.text)


def _is_lone_tail(lines, first, here):
    """Whether between lines that begin with capitals a small one is the rest of that above."""
    behind = lines[here + 1] if here + 1 < len(lines) else None
    begins = lines[first].text[0].isupper() and not section_of(lowered(lines[first].text))
    ends = behind is None or behind.is_apart or behind.form or behind.text[0].isupper()
    return bool(begins and ends and LONE_TAIL.fullmatch(lines[here].text))


def _is_wrapped_dash(first, before, line, width):
    """Whether a dash at the head of a line is no mark: «30 ноября» / «– 1 декабря 2012 г.»"""
    if not width or line.is_apart or line.text[:1] not in DASHES or line.text[1:2] != " ":
        return False
    is_full = before.indent + len(before.text) >= width - 2
    is_next = first.form and first.text[0] == line.text[0]
    return is_full and not is_next and not before.text.endswith((*SENTENCE_END, ","))


def _before(lines, first, here):
    """The line before that is not a page's number."""
    while here > first:
        here -= 1
        if not lines[here].is_page:
            return lines[here]
    return None


def _goes_on_behind(lines, first, here, width):
    """Whether the paragraph goes on behind the page's number that stands here."""
    after = here + 1
    while after < len(lines) and lines[after].is_page:
        after += 1
    return after < len(lines) and continues(lines, first, after, width)


def _is_heading(before, line):
    """Whether one of two lines plainly is a section's heading and so no part of the other."""
    short = 90
    return any(
        len(each.text) < short
        and (each.text[0].isupper() or _names(each.text[each.mark :]))
        and section_of(lowered(each.text))
        and not each.text.endswith((",", "-"))
        and ":" not in each.text[:-1]
        and not (each is before and line.text[0].islower() and ASKED.search(lowered(each.text)))
        and (
            each.form
            or is_numbered(lowered(each.text))
            or each.text.endswith(":")
            or each.text.isupper()
        )
        for each in (before, line)
    )


def _names(text):
    """Whether what stands behind a number is but a few words: «3. Перспективы»."""
    return text[:1].isupper() and (len(text.split()) <= MOST_NAMING or text.isupper())


def _hangs(text):
    """Whether a line plainly goes on: it ends with a comma, a preposition, or an abbreviation."""
    return text.endswith((",", "(", "«")) or _breaks_off(text) or bool(ABBREVIATED.search(text))


def _ends_with_verb(text):
    """«… Формирует» / «Союз предпринимателей»: a verb of the present that asks for its subject."""
    last = WORD.findall(lowered(text))[-1:]
    return bool(last) and text[-1].isalpha() and may_be(last[0], "VERB", "pres", "3per")


def _is_open(text):
    return text.rfind("(") > text.rfind(")")


def _breaks_off(text):
    """Whether the last word of a line asks for another: «в», «и», «для»."""
    return bool(ASKING.search(text))


def _is_cut(before, width):
    return len(before.text) + before.indent >= width * 0.7 and not before.text.endswith(
        SENTENCE_END
    )


def _wraps(before, line, width):
    used = before.indent + len(before.text)
    first = len(line.text.split(None, 1)[0])
    is_full = used + 1 + first > width - 3
    ends = before.text.endswith(SENTENCE_END) and not ABBREVIATED.search(before.text)
    if _breaks_off(before.text):
        return True
    if _opens_with_date(line.text):
        return False
    tail = line.text[0].islower() and before.text[0].islower() and LONE_TAIL.fullmatch(line.text)
    if tail and not before.text.endswith((*SENTENCE_END, ",")) and line.text.endswith("."):
        return True
    if line.text[0].islower() or line.text[0] in "(–—":
        closes = before.text.endswith(";") and not (is_full and used >= width * 0.85)
        return (is_full if ends else used >= width * 0.55) and not closes
    if line.indent > before.indent + 1 and not before.form:
        return False
    if line.text[0].isdigit() and not ends:
        return used >= width * 0.55
    if ends and YEAR_LINE.fullmatch(line.text):
        return False
    if ends:
        return is_full and used >= width * 0.85 and not before.text.endswith((";", ":"))
    if not ends and line.text[0].isupper() and _names_another(before, line):
        return False
    hangs = _hangs(before.text) and not YEAR_LAST.search(before.text)
    return (is_full and used >= width * 0.7) or (hangs and used >= width * 0.5)


def _opens_with_date(text):
    """«июнь 09 – неделя кино»: a date and a dash at the head of a line begin another paragraph."""
    dates = find_dates(lowered(text[:WIDEST_DATE]))
    return bool(dates) and dates[0].start == 0 and bool(DASH.match(text, dates[0].end))


def _names_another(before, line):
    """Whether a line begins with a common noun that the line above, no sentence, cannot rule."""
    word = lowered(WORD.match(line.text)[0]) if WORD.match(line.text) else ""
    nominative = may_be(word, "nomn") and is_known(word)
    proper = any(may_be(word, kind) for kind in PROPER)
    above = WORD.findall(lowered(before.text))
    told = not above or any(map(is_predicate, above)) or may_be(above[-1], "ADJF")
    return nominative and not proper and not told and not before.form and before.text[0].isupper()


def _is_broken_word(before, line):
    if before[-1] not in HYPHENS or len(before) < 2 or not before[-2].isalpha():
        return False
    return line[0].islower() or (
        before[-1] in "-\u2010" and line[0].isupper() and before[-2].isalpha()
    )
