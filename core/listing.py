"""A list as one view: query string -> filter form -> queryset -> page or file.

A format is a suffix: ``/ru/events/?year=2013`` is the page and ``/ru/events.csv?year=2013`` the
file of the same list. Filters and queryset never know the format.
"""

import re
from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html_join
from django.utils.translation import get_language, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic.base import ContextMixin, TemplateResponseMixin, View

from core.db import streamed
from core.head import head, site_root
from core.search.correcting import correct
from core.search.question import ask
from core.structured import Crumb, dataset
from core.tables import csv_response
from core.widening import ways_out

PAGE_SIZE = 25
FIRST_YEAR, LAST_YEAR = 1000, 2999
MAX_WORDS = 200
MANY_WORDS = 12
# Search engines get a list by one condition or two; there is no end of longer combinations.
INDEXED_CONDITIONS = 2
NAMED_CONDITIONS = 4


@dataclass(frozen=True)
class Choice:
    """One value of a filter as the page offers it.

    count: the distinct records that choosing it alone in its filter would give, all other
    filters kept. depth: how far it lies inside the choices above it. language: of the label.
    """

    value: str
    label: str
    language: str
    count: int
    chosen: bool
    depth: int = 0


class Narrowing:
    """What a filter's field can do besides cleaning its value."""

    def narrow(self, queryset, value):
        """The records of the queryset that the cleaned, non-empty value means."""
        raise NotImplementedError

    def named(self, value):
        """The chosen values as pairs (raw value, words), each of which can be taken back."""
        raise NotImplementedError

    def settled(self, value, records):
        """The value as it is meant for these records: every one that the list may show."""
        return value


class OneValueInput(forms.TextInput):
    """Gives all the values sent, so that a second one is not dropped in silence."""

    def value_from_datadict(self, data, files, name):
        values = {value.strip() for value in data.getlist(name)} - {""}
        return " ".join(sorted(values))


class YearsField(Narrowing, forms.CharField):
    """``2013`` or ``1990-2015``, cleaned to the pair (first year, last year), or None."""

    widget = OneValueInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
    form = re.compile(r"([0-9]{4})(?:\s*[-–—]\s*([0-9]{4}))?")

    def __init__(self, **kwargs):
        super().__init__(**{"required": False, "label": _("Year or years"), **kwargs})

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        match = self.form.fullmatch(text)
        if match is None:
            raise ValidationError(
                _("“%(text)s” is not a year. Write one year, 2013, or a span, 1990-2015."),
                params={"text": text[:40]},
            )
        first, last = int(match[1]), int(match[2] or match[1])
        if not FIRST_YEAR <= first <= last <= LAST_YEAR:
            raise ValidationError(
                _("“%(text)s”: years go from %(first)s to %(last)s, the earlier one first."),
                params={"text": text, "first": FIRST_YEAR, "last": LAST_YEAR},
            )
        return first, last

    def narrow(self, queryset, value):
        return queryset.in_years(*value)

    def named(self, value):
        first, last = value
        if first == last:
            return [(str(first), gettext("year %(year)s") % {"year": first})]
        return [(f"{first}-{last}", gettext("%(first)s–%(last)s") % {"first": first, "last": last})]


class WordsField(Narrowing, forms.CharField):
    """Words that a record must all hold, in any form; cleaned to a Question."""

    widget = forms.TextInput(attrs={"type": "search"})

    def __init__(self, **kwargs):
        super().__init__(**{"required": False, "label": _("Words"), **kwargs})

    def to_python(self, value):
        text = " ".join(super().to_python(value).replace("\x00", " ").split())
        if len(text) > MAX_WORDS:
            raise ValidationError(
                _("That is too long to search for: use at most %(max)s characters."),
                params={"max": MAX_WORDS},
            )
        question = ask(text)
        if text and not question:
            raise ValidationError(
                _("That holds no word to search for. Write a word, a name or a year.")
            )
        if len(question.words) > MANY_WORDS:
            raise ValidationError(
                _("Those are too many words: use at most %(max)s."), params={"max": MANY_WORDS}
            )
        return question

    def run_validators(self, value):
        """NUL bytes, which Django refuses, are taken for spaces."""

    def narrow(self, queryset, value):
        return queryset.matching(value).by_relevance(value)

    def named(self, value):
        words = pgettext_lazy("quoted search words", "“%(words)s”") % {"words": value.text}
        return [(value.text, words)]

    def settled(self, value, records):
        return correct(value, [records])


class FilterForm(forms.Form):
    """The filters of one list. A filter with an error narrows nothing; its message is shown."""

    def narrowed(self, queryset, *, without=None):
        """The queryset narrowed by all the filters, or all but the one named."""
        for name, field in self.fields.items():
            value = self.cleaned_data.get(name)
            if name != without and value:
                queryset = field.narrow(queryset, value)
        return queryset

    def settle(self, records):
        """Take each value as it is meant for every record that the list may show."""
        for name, field in self.fields.items():
            if value := self.cleaned_data.get(name):
                self.cleaned_data[name] = field.settled(value, records)

    @property
    def question(self):
        """The words that are searched for, or None."""
        return self.cleaned_data.get("q") or None

    def query(self, *, without=None):
        """The filters' normalised query string, or without one pair (name, value).

        The filters stand in the form's order, the values of each in their own; what is unknown
        or empty is left out.
        """
        query = QueryDict(mutable=True)
        for name, field in self.fields.items():
            value = self.cleaned_data.get(name)
            for raw in sorted(raw for raw, _words in field.named(value)) if value else ():
                if (name, raw) != without:
                    query.appendlist(name, raw)
        return query.urlencode()

    def query_with(self, name, value):
        """The query string with this one value in place of the filter's present ones."""
        query = QueryDict(self.query(), mutable=True)
        query[name] = value
        return query.urlencode()

    def chosen(self):
        """What is chosen now: rows (words, query string that takes it back)."""
        return [
            (words, self.query(without=(name, raw)))
            for name, field in self.fields.items()
            if (value := self.cleaned_data.get(name))
            for raw, words in field.named(value)
        ]

    def error_messages(self):
        return [message for messages in self.errors.values() for message in messages]


class ListingView(TemplateResponseMixin, ContextMixin, View):
    """A filtered list of public records, as a page or as a file.

    name: of the files and of the page's address. title: what the list is called; about: what it
    holds, in a sentence. form_class: a FilterForm. columns: of the files.
    """

    name = None
    title = None
    about = None
    model = None
    form_class = None
    columns = ()
    page_size = PAGE_SIZE

    def records(self):
        """Every record that the list may show, in its order."""
        raise NotImplementedError

    def rows(self, queryset):
        """The records of a file, from an ordered queryset; a constant number of queries."""
        return streamed(queryset)

    @cached_property
    def form(self):
        form = self.form_class(self.request.GET)
        form.is_valid()
        form.settle(self.model.objects.public())
        return form

    def get(self, request, format=None):
        if format is None:
            context = self.get_context_data()
            status = 404 if context["page"] is None else 200
            return self.render_to_response(context, status=status)
        if format != "csv":
            raise Http404(format)
        if self.form.errors:
            reason = " ".join(" ".join(self.form.error_messages()).split())
            return HttpResponse(f"{reason}\n", status=400, content_type="text/plain; charset=utf-8")
        return csv_response(
            self.name,
            self.columns,
            self.rows(self.form.narrowed(self.records())),
            root=site_root(request),
            excel=request.GET.get("excel") == "1",
        )

    def page(self, paginator):
        """The page asked for; the first for what is no page; None beyond the last."""
        try:
            return paginator.page(self.request.GET.get("page", 1))
        except PageNotAnInteger:
            return paginator.page(1)
        except EmptyPage:
            beyond = int(self.request.GET["page"]) > paginator.num_pages
            return None if beyond else paginator.page(1)

    def get_context_data(self, **kwargs):
        found = self.form.narrowed(self.records())
        paginator = Paginator(self.for_page(found), self.page_size)
        page = self.page(paginator)
        context = super().get_context_data(
            form=self.form,
            total=self.records().order_by().count(),
            found=paginator.count,
            page=page,
            paginator=paginator,
            query=self.form.query(),
            ways=() if paginator.count else ways_out(self.form, self.records()),
            file=reverse(f"{self.name}-file", args=["csv"]),
            section=self.name,
            head=self.head(page, paginator.count),
            trail=[Crumb(self.title, reverse(self.name))],
            name=self.named(page),
            **kwargs,
        )
        return {**context, "structured": self.structured(context)}

    def named(self, page):
        """What the page is called: the list, what narrows it, and which page of it this is."""
        words = [words for words, _query in self.form.chosen()]
        if len(words) > NAMED_CONDITIONS:
            words = [*words[:NAMED_CONDITIONS], "…"]
        if page is not None and page.number > 1:
            words.append(gettext("page %(number)s") % {"number": page.number})
        parts = [self.title, format_html_join(", ", "{}", [(word,) for word in words])]
        return format_html_join(": ", "{}", [(part,) for part in parts if part])

    def head(self, page, found):
        """The list's lasting address is its normalised query, with the page after the first.

        A list whose filters are in error shows all records, so its address is that of the whole.
        """
        if self.form.errors or page is None:
            return head(self.request, is_indexed=False)
        query = QueryDict(self.form.query(), mutable=True)
        conditions = len(self.form.chosen())
        is_indexed = "q" not in query and conditions <= INDEXED_CONDITIONS
        if page.number > 1:
            query["page"] = page.number
        return head(
            self.request,
            query=query.urlencode(),
            is_indexed=is_indexed and (found > 0 or not conditions),
        )

    def structured(self, context):
        """What the page says of itself as structured data: the whole list is a Dataset."""
        if context["head"].canonical.partition("?")[2] or not context["found"]:
            return []
        return [
            dataset(
                site_root(self.request),
                name=self.title,
                description=f"{self.about} {settings.SITE_NAME[get_language()]}.",
                path=reverse(self.name),
                files=[("text/csv", context["file"])],
            )
        ]

    def for_page(self, queryset):
        """The queryset with all that the page shows of each record."""
        return queryset
