"""A list as one view: query string -> filter form -> queryset -> page or file.

A format is a suffix: ``/ru/events/?year=2013`` is the page and ``/ru/events.csv?year=2013`` the
file of the same list. Filters and queryset never know the format.
"""

import re
from dataclasses import dataclass
from html import unescape

from django import forms
from django.core.exceptions import ValidationError
from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404, QueryDict
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.generic.base import ContextMixin, TemplateResponseMixin, View

from core.db import streamed
from core.formats import TABLES, offers, refusal
from core.spans import YEARS

PAGE_SIZE = 25
FIRST_YEAR, LAST_YEAR = 1000, 2999
MAX_WORDS = 200
MANY_WORDS = 12


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

    def schema(self):
        """The values that are understood in a query string, as JSON Schema."""
        raise NotImplementedError


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

    def schema(self):
        return {"type": "string", "pattern": YEARS, "examples": ["2013", "1990-2015"]}


class WordsField(Narrowing, forms.CharField):
    """Words that a record must all hold; letters' case does not matter."""

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
        if len(text.split()) > MANY_WORDS:
            raise ValidationError(
                _("Those are too many words: use at most %(max)s."), params={"max": MANY_WORDS}
            )
        return text

    def run_validators(self, value):
        """NUL bytes, which Django refuses, are taken for spaces."""

    def narrow(self, queryset, value):
        return queryset.matching(value)

    def named(self, value):
        return [(value, pgettext_lazy("quoted search words", "“%(words)s”") % {"words": value})]

    def schema(self):
        # What str.split() parts words at; \s alone means less in other languages.
        space, letter = r"[\s\x00\x1c-\x1f\x85]", r"[^\s\x00\x1c-\x1f\x85]"
        more = rf"({space}+{letter}+){{0,{MANY_WORDS - 1}}}"
        pattern = f"^{space}*({letter}+{more}{space}*)?$"
        return {"type": "string", "maxLength": MAX_WORDS, "pattern": pattern}


class FilterForm(forms.Form):
    """The filters of one list. A filter with an error narrows nothing; its message is shown."""

    def narrowed(self, queryset, *, without=None):
        """The queryset narrowed by all the filters, or all but the one named."""
        for name, field in self.fields.items():
            value = self.cleaned_data.get(name)
            if name != without and value:
                queryset = field.narrow(queryset, value)
        return queryset

    def query(self, *, without=None):
        """The filters' normalised query string, or without one pair (name, value)."""
        query = QueryDict(mutable=True)
        for name, field in self.fields.items():
            value = self.cleaned_data.get(name)
            for raw, _words in field.named(value) if value else ():
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


# A list only answers questions: a form sent to it is told so (405), not asked for its token (403).
@method_decorator(csrf_exempt, name="dispatch")
class ListingView(TemplateResponseMixin, ContextMixin, View):
    """A filtered list of public records, as a page or as a file.

    name: of the files. title, about: of the list, in words. form_class: a FilterForm.
    columns, properties: of the tables and of the JSON. structure: the day on which the columns
    became what they are. formats: in which the list can be taken away.
    """

    name = None
    title = about = None
    model = None
    form_class = None
    columns = ()
    properties = ()
    structure = None
    formats = TABLES
    page_size = PAGE_SIZE

    def records(self):
        """Every record that the list may show, in its order."""
        raise NotImplementedError

    def rows(self, queryset):
        """The records of a file, from an ordered queryset; a constant number of queries."""
        return streamed(queryset)

    def changed(self):
        """When what the list says last changed; None where it never said anything."""
        return self.model.objects.last_change()

    @cached_property
    def form(self):
        form = self.form_class(self.request.GET)
        form.is_valid()
        return form

    def found(self):
        """The records that the filters keep."""
        return self.form.narrowed(self.records())

    def found_rows(self):
        return self.rows(self.found())

    def conditions(self):
        """What the filters keep, in plain words."""
        return [
            unescape(strip_tags(words)) if isinstance(words, SafeString) else str(words)
            for words, _query in self.form.chosen()
        ]

    def get(self, request, format=None):
        if format is None:
            return self.render_to_response(self.get_context_data())
        known = {known.suffix: known for known in self.formats}.get(format)
        if known is None:
            raise Http404(format)
        if self.form.errors:
            return refusal(self.form.error_messages())
        response = known.write(self)
        # What is open to everybody is open to the scripts of other sites as well.
        response["Access-Control-Allow-Origin"] = "*"
        return response

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
        paginator = Paginator(self.for_page(self.found()), self.page_size)
        page = self.page(paginator)
        return super().get_context_data(
            form=self.form,
            total=self.records().order_by().count(),
            found=paginator.count,
            page=page,
            paginator=paginator,
            query=self.form.query(),
            offers=list(offers(self.request, self.name, self.formats, self.form.query())),
            section=self.name,
            **kwargs,
        )

    def for_page(self, queryset):
        """The queryset with all that the page shows of each record."""
        return queryset
