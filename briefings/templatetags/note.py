"""A paragraph of a written note in HTML."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext

from briefings.writing.note import Mark

register = template.Library()
BETWEEN_MARKS = mark_safe('<sup aria-hidden="true">, </sup>')


@register.simple_tag
def paragraph(parts):
    """Words with their language where it is another one, marks as links to their footnotes."""
    pieces, after_mark = [], False
    for part in parts:
        is_mark = isinstance(part, Mark)
        if is_mark and after_mark:
            pieces.append((BETWEEN_MARKS,))
        pieces.append((_mark(part.number) if is_mark else _words(part),))
        after_mark = is_mark
    return format_html_join("", "{}", pieces)


def _words(words):
    if words.language == get_language():
        return words.text
    return format_html('<span class="foreign" lang="{}">{}</span>', words.language, words.text)


def _mark(number):
    return format_html(
        '<sup><a id="mark-{0}" href="#note-{0}" aria-label="{1}">{0}</a></sup>',
        number,
        gettext("footnote %(number)s") % {"number": number},
    )
