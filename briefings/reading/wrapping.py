"""Which lines of a plain text go on in the line below: wrapped paragraphs, words in two halves."""

import re

from briefings.reading.even_page import goes_on_evenly, is_counted_on
from briefings.reading.line_headings import are_one_heading, heads_names, is_heading
from briefings.reading.line_words import (
    ABBREVIATED,
    CARD_LINE,
    cuts_date,
    ends_with_verb,
    holds_date,
    is_broken_word,
    is_open,
)
from briefings.reading.page import (
    CYRILLIC_SMALL,
    SENTENCE_END,
    begins_with_date,
    opens_with_date,
    used_by,
)
from briefings.reading.uneven_page import YEAR_LINE, goes_on_unwrapped, wraps

DASHES = "–—-"
RULE = re.compile(r"[\W_]+")
# «моб. +7» / «911 000-00-57»
NUMBER_CUT = re.compile(r"(?:\+\d{1,3}(?:\s?\(?\d{3}\)?)?|\(\d{3,4}\))$")
# «ivanov@» / «kvs.gov.spb.ru»
MAIL_CUT, DOMAIN = re.compile(r"[\w.-]@$"), re.compile(r"[\w-]+\.[\w.-]+")
DIALLED = "(0123456789"


def begins_another(line, page):
    """Whether a line stands in as the first lines of paragraphs do: «     Правовую основу …»"""
    return line.indent == page.inset and line.text[0].isupper()


def continues(lines, first, here, page):
    """Whether a line carries on the paragraph that begins with the first line."""
    line, before, width = lines[here], _line_before(lines, first, here), page.width
    if before is None or before.is_row or RULE.fullmatch(line.text) or RULE.fullmatch(before.text):
        return False
    if line.is_page:
        return _goes_on_behind(lines, first, here, page)
    if is_broken_word(before.text, line.text):
        return not line.is_row
    if not line.is_apart and MAIL_CUT.search(before.text) and DOMAIN.match(line.text):
        return True
    if not line.is_apart and NUMBER_CUT.search(before.text) and line.text[0] in DIALLED:
        return True
    if _is_wrapped_dash(lines[first], before, line, width) or cuts_date(before, line):
        return True
    if _is_told_behind_dash(lines, first, here):
        return True
    if page.is_even and not line.is_apart and is_counted_on(lines, first, here):
        return not page.had_room(before, line)
    if page.is_even and not (line.is_apart or lines[here - 1].is_page or line.form):
        return goes_on_evenly(lines, first, here, page)
    if here == first + 1 and heads_names(before, line):
        return False
    if are_one_heading(lines, here, before):
        return True
    if line.form or line.is_row or is_heading(before, line) or CARD_LINE.match(line.text):
        return False
    if not line.is_apart and is_open(before.text) and ")" in line.text:
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
    if not line.is_apart and lines[first].form and ends_with_verb(before.text):
        return True
    if not line.is_apart and lines[first].form and before.text.endswith(","):
        return not opens_with_date(line.text)
    if width is None:
        return goes_on_unwrapped(lines, first, here)
    goes_on = (
        not opens_with_date(line.text)
        and lines[first].form
        and not before.text.endswith(SENTENCE_END)
    )
    return (line.text[0].islower() and bool(goes_on)) or wraps(before, line, width)


def _is_cut_before_year(first, before, line, width):
    """«… весенний семестр» / «1998 - проф. Хольц» in a paragraph whose first line stands in."""
    stands_in = first.indent > line.indent and not (first.form or opens_with_date(first.text))
    full = used_by(before) >= width * 0.85
    in_sentence = not line.is_apart and not before.text.endswith(SENTENCE_END)
    return stands_in and full and in_sentence and opens_with_date(line.text)


def _is_wrapped_dash(first, before, line, width):
    """Whether a dash at the head of a line is no mark: «30 ноября» / «– 1 декабря 2012 г.»"""
    if line.is_apart or line.text[:1] not in DASHES or line.text[1:2] != " ":
        return False
    if is_open(before.text) and ")" in line.text:
        return True
    if not width:
        return False
    is_full = used_by(before) >= width - 2
    # The dashes of one list need not be alike: «— договор …», «- матч …»
    is_next = first.form and first.text[0] in DASHES and not holds_date(before, line)
    ends = before.text.endswith((*SENTENCE_END, ",")) and not ABBREVIATED.search(before.text)
    return is_full and not is_next and not ends


def _is_told_behind_dash(lines, first, here):
    """«• с 20 мая по 2 июня» / «– дни кухни»: a point that says when, what it was stands below."""
    point, dashed = lines[first], [line.text[0] in DASHES for line in lines[here : here + 2]]
    if first + 1 != here or not point.form or point.text[0] in DASHES:
        return False
    if dashed not in ([True], [True, False]):
        return False
    told = point.text[point.mark :]
    if YEAR_LINE.fullmatch(told):
        # A year heads even a lone point below it.
        return False
    return not lines[here].is_apart and begins_with_date(told) == len(told)


def _line_before(lines, first, here):
    """The line before that is not a page's number."""
    while here > first:
        here -= 1
        if not lines[here].is_page:
            return lines[here]
    return None


def _goes_on_behind(lines, first, here, page):
    """Whether the paragraph goes on behind the page's number that stands here."""
    after = here + 1
    while after < len(lines) and lines[after].is_page:
        after += 1
    return after < len(lines) and continues(lines, first, after, page)


def _is_cut(before, width):
    return used_by(before) >= width * 0.7 and not before.text.endswith(SENTENCE_END)
