"""Tags of the public pages: texts in the reader's language, dates with their exactness."""

from calendar import monthrange
from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext as _

from core.dates import PartialDate, Precision
from core.languages import SOURCE, language_of
from core.richtext import sanitize
from core.search.marking import excerpt as excerpt_of
from core.search.marking import marked

register = template.Library()

YEAR_WIDTH = 120
NARROWEST = 2.4
SHORT_MONTHS = [
    pgettext_lazy("short month", "jan"),
    pgettext_lazy("short month", "feb"),
    pgettext_lazy("short month", "mar"),
    pgettext_lazy("short month", "apr"),
    pgettext_lazy("short month", "may"),
    pgettext_lazy("short month", "jun"),
    pgettext_lazy("short month", "jul"),
    pgettext_lazy("short month", "aug"),
    pgettext_lazy("short month", "sep"),
    pgettext_lazy("short month", "oct"),
    pgettext_lazy("short month", "nov"),
    pgettext_lazy("short month", "dec"),
]


@register.simple_tag
def text(record, name, question=None):
    """The text in the page's language; one not translated stands in Russian and says so in lang.

    question: the words that were searched for, which are marked.
    """
    value = marked(getattr(record, name) or "", question)
    return _in_its_language(record, name, value, "span")


@register.simple_tag
def excerpt(record, question, *shown):
    """Where words stand that were searched for and are not in the texts shown; or nothing."""
    found = excerpt_of(record, shown, question) if question else None
    return format_html('<p class="fine">{}</p>', foreign(*found)) if found else ""


@register.simple_tag
def rich(record, name):
    """Rich text, sanitised once more; not translated, it stands in Russian and says so in lang."""
    value = mark_safe(sanitize(getattr(record, name) or ""))  # noqa: S308 - sanitised
    return _in_its_language(record, name, value, "div")


def _in_its_language(record, name, value, element):
    return foreign(value, language_of(record, name), element)


@register.simple_tag
def foreign(value, language, element="span"):
    """The text in its element, marked where its language is not the page's."""
    if not value or language == get_language():
        return value
    return format_html('<{0} class="foreign" lang="{1}">{2}</{0}>', element, language, value)


@register.simple_tag
def in_language_of(record, name, value, question=None):
    """A value made of the record's texts, marked as foreign where its text ``name`` is."""
    return foreign(marked(value, question), language_of(record, name))


@register.simple_tag
def untranslated(record, name="title"):
    """Whether this text must be shown in Russian on a page of another language."""
    return get_language() != SOURCE and language_of(record, name) == SOURCE


@register.inclusion_tag("includes/when.html")
def when(date, large=False):
    """A date in words, on the ruler of a year, with its precision in words: always all three."""
    if date is None:
        return {"date": None}
    return {
        "date": date,
        "words": date.show(get_language()),
        "marks": [f"M{start:.1f} 6H{end:.1f}" for start, end in _marks(date)],
        "precision": precision_words(date),
        "large": large,
        "months": _months(date) if large else (),
    }


@register.filter
def asking(form, words):
    """The query string of a list's form with these words in place of those that were asked."""
    return form.query_with("q", words)


@register.filter
def of(counts, record):
    """A record's number in counts by id."""
    return counts[record.pk]


@register.filter
def shown(date):
    """A date in words, in the page's language."""
    return "" if date is None else date.show(get_language())


@register.filter
def day(moment):
    """The day of a date or time in words, in the page's language: «26 ноября 2026 г.»."""
    local = timezone.localdate(moment) if isinstance(moment, datetime) else moment
    return PartialDate(local.isoformat()).show(get_language())


@register.filter
def precision_words(date):
    return {
        Precision.DAY: _("exact to the day"),
        Precision.MONTH: _("exact to the month"),
        Precision.SEASON: _("exact to the season"),
        Precision.QUARTER: _("exact to the quarter"),
        Precision.HALF_YEAR: _("exact to the half-year"),
        Precision.YEAR: _("exact to the year"),
        Precision.DECADE: _("exact to the decade"),
    }[date.precision]


def _place(day, *, after=False):
    """Where a day begins on the ruler of ten units a month, or where it ends."""
    days = monthrange(day.year, day.month)[1]
    return (day.month - 1) * 10 + (day.day - (not after)) / days * 10


def _marks(date):
    """The stretches of the ruler that the date may mean, as pairs of its units."""
    start, end = _place(date.first), _place(date.last, after=True)
    if (date.last - date.first).days >= 365:
        return [(0, YEAR_WIDTH)]
    if date.last.year > date.first.year:
        return [(start, YEAR_WIDTH), (0, end)]
    return [(start, max(end, start + NARROWEST))]


def _months(date):
    """The months' short names, each with whether the date names just this one.

    None where the date names no month: a page of 1958 shall have no January.
    """
    if date.precision in {Precision.YEAR, Precision.DECADE}:
        return ()
    within = date.first.year == date.last.year and date.precision in {
        Precision.DAY,
        Precision.MONTH,
    }
    return [
        (name, within and date.first.month <= number <= date.last.month)
        for number, name in enumerate(SHORT_MONTHS, start=1)
    ]


@register.inclusion_tag("includes/numeral.html")
def numeral(number):
    """The Roman numeral of a section of the note, drawn between its bars."""
    bars = "".join(f"M{8 + 10 * place} 2V38" for place in range(number))
    width = 6 + 10 * number
    return {"width": width, "path": f"M0 2H{width}M0 38H{width}{bars}"}
