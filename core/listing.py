"""A list as one view: query string -> filter form -> queryset -> page or file.

A format is a suffix: ``/ru/events/?year=2013`` is the page and ``/ru/events.csv?year=2013`` the
file of the same list. Filters and queryset never know the format.
"""

from html import unescape

from django.conf import settings
from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404, QueryDict
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.html import format_html_join, strip_tags
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext
from django.views.decorators.csrf import csrf_exempt
from django.views.generic.base import ContextMixin, TemplateResponseMixin, View

from core.db import streamed
from core.formats import TABLES, offers, refusal
from core.head import head, site_root
from core.structured import Crumb, dataset
from core.widening import ways_out

PAGE_SIZE = 25
# Search engines get a list by one condition or two; there is no end of longer combinations.
INDEXED_CONDITIONS = 2
NAMED_CONDITIONS = 4


# A list only answers questions: a form sent to it is told so (405), not asked for its token (403).
@method_decorator(csrf_exempt, name="dispatch")
class ListingView(TemplateResponseMixin, ContextMixin, View):
    """A filtered list of public records, as a page or as a file.

    name: of the files and of the page's address. title: what the list is called; about: what it
    holds, in a sentence. form_class: a FilterForm. columns, properties: of the tables and of the
    JSON. structure: the day on which the columns became what they are. formats: in which the list
    can be taken away.
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
        form.settle(self.model.objects.public())
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
            context = self.get_context_data()
            status = 404 if context["page"] is None else 200
            return self.render_to_response(context, status=status)
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
        context = super().get_context_data(
            form=self.form,
            total=self.records().order_by().count(),
            found=paginator.count,
            page=page,
            paginator=paginator,
            query=self.form.query(),
            ways=() if paginator.count else ways_out(self.form, self.records()),
            offers=list(offers(self.request, self.name, self.formats, self.form.query())),
            section=self.name,
            head=self.page_head(page, paginator.count),
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

    def page_head(self, page, found):
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
        is_filtered = context["head"].canonical.partition("?")[2]
        if is_filtered or context["page"] is None or not context["found"]:
            return []
        return [
            dataset(
                site_root(self.request),
                name=self.title,
                description=f"{self.about} {settings.SITE_NAME[get_language()]}.",
                path=reverse(self.name),
                files=[(offer.format.media_type, offer.path) for offer in context["offers"]],
                license=settings.LICENCE_URL,
            )
        ]

    def for_page(self, queryset):
        """The queryset with all that the page shows of each record."""
        return queryset
