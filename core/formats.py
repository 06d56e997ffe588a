"""The forms in which a list can be taken away. Each is a suffix of the list's address."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.template.defaultfilters import date as date_in_words
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.head import site_root
from core.tables.csv import csv_response
from core.tables.files import dated
from core.tables.properties import in_languages
from core.tables.xlsx import MEDIA_TYPE as XLSX_TYPE
from core.tables.xlsx import xlsx_response

PAGE_OF_JSON = 100
LAST_PAGE = 999_999


@dataclass(frozen=True)
class Format:
    """One form of a list.

    write: given a ListingView whose filters hold no error, returns the response.
    good_for: one line for a reader who has to choose. subscribed: a program asks for it again
    and again. parameters: what it understands besides the filters, by name: (JSON Schema, words).
    """

    suffix: str
    label: str
    good_for: Any
    media_type: str
    write: Callable
    subscribed: bool = False
    parameters: Any = ()


def refusal(messages, status=400):
    """A refusal in one line of plain text."""
    reason = " ".join(" ".join(str(message) for message in messages).split())
    return HttpResponse(f"{reason}\n", status=status, content_type="text/plain; charset=utf-8")


def address(view, suffix, **more):
    """The full address of a list with its normalised filter, in one format; None: of its page.

    more: parameters besides the filter.
    """
    path = reverse(f"{view.name}-file", args=[suffix]) if suffix else reverse(view.name)
    query = "&".join(filter(None, [view.form.query(), urlencode(more)]))
    return site_root(view.request) + path + (f"?{query}" if query else "")


def _csv(view):
    excel = view.request.GET.get("excel", "")
    if excel not in EXCEL["enum"]:
        return refusal([_("excel is 1 or 0.")])
    return csv_response(
        view.name,
        view.columns,
        view.found_rows(),
        root=site_root(view.request),
        excel=excel == "1",
    )


def _facts(view):
    """What the second sheet of a workbook says of the list: rows (label, value)."""
    language = get_language()
    conditions = ", ".join(view.conditions())
    return [
        (_("List"), view.title),
        (_("Filter"), conditions or _("everything, no filter")),
        (_("Records"), view.found().order_by().count()),
        (_("Made on"), date_in_words(timezone.localdate(), "DATE_FORMAT")),
        (_("Publisher"), settings.COMMITTEE_NAME[language]),
        (_("Licence"), settings.LICENCE_NAME),
        (_("Terms of the licence"), settings.LICENCE_URL),
        (_("Address"), address(view, "xlsx")),
    ]


def _xlsx(view):
    return xlsx_response(
        view.name,
        str(view.title),
        view.columns,
        view.found_rows(),
        _facts(view),
        root=site_root(view.request),
    )


def _page_number(text):
    """The number of the page that a query string asks for; None where it is no number of one."""
    digits = text.isascii() and text.isdigit() and len(text) <= len(str(LAST_PAGE))
    return int(text) or None if digits and not text.startswith("0") else None


def _json(view):
    """One page of the records, with what it takes to ask for the next one."""
    asked = view.request.GET.get("page", "1")
    number = _page_number(asked)
    if number is None:
        message = _("page goes from 1 to %(last)s.") % {"last": LAST_PAGE}
        return refusal([message])
    paginator = Paginator(view.for_page(view.found()), PAGE_OF_JSON)
    if number > paginator.num_pages:
        message = _("The list has no page %(number)s: its last is %(last)s.")
        return refusal([message % {"number": number, "last": paginator.num_pages}], status=404)
    page = paginator.page(number)
    root = site_root(view.request)
    response = JsonResponse(
        {
            "list": view.name,
            "title": in_languages(lambda: str(view.title)),
            "query": view.form.query(),
            "url": _json_address(view, number),
            "count": paginator.count,
            "page": number,
            "pages": paginator.num_pages,
            "next": _json_address(view, number + 1) if page.has_next() else None,
            "updated": view.changed(),
            "publisher": settings.COMMITTEE_NAME,
            "licence": {"name": settings.LICENCE_NAME, "url": settings.LICENCE_URL},
            "records": [record_in_json(view.properties, record, root) for record in page],
        },
        json_dumps_params={"ensure_ascii": False},
        content_type="application/json; charset=utf-8",
    )
    response["Content-Disposition"] = dated("inline", view.name, "json")
    return response


def _json_address(view, number):
    return address(view, "json", **({"page": number} if number > 1 else {}))


def record_in_json(properties, record, root):
    """A record as an object with all texts in all languages and its addresses in full."""
    values = {known.name: known.value(record) for known in properties}
    urls = in_languages(record.get_absolute_url)
    return values | {"url": {language: root + path for language, path in urls.items()}}


EXCEL = {"type": "string", "enum": ["", "0", "1"]}
PAGE = {"type": "integer", "minimum": 1, "maximum": LAST_PAGE}

CSV = Format(
    "csv",
    "CSV",
    _("for any table, program or database"),
    "text/csv",
    _csv,
    parameters={"excel": (EXCEL, _("1: as Excel opens it at once, headed in this language"))},
)
XLSX = Format(
    "xlsx",
    "Excel",
    _("a workbook headed in this language, for reading, sorting and filtering"),
    XLSX_TYPE,
    _xlsx,
)
JSON = Format(
    "json",
    "JSON",
    _("for programs: all languages at once, page by page"),
    "application/json",
    _json,
    parameters={"page": (PAGE, _("the page, of 100 records each"))},
)
TABLES = (XLSX, CSV, JSON)


@dataclass(frozen=True)
class Offer:
    """A format of a list as a page offers it.

    path: of the file, with the filter. address: in full, where it can be subscribed to.
    """

    format: Format
    path: str
    address: str = ""

    @property
    def webcal(self):
        """The address at which calendars subscribe; "" for what is no calendar."""
        calendar = self.format.media_type == "text/calendar"
        return f"webcal://{self.address.partition('://')[2]}" if calendar and self.address else ""


def offers(request, name, formats, query):
    """What a page offers of a list that is filtered by this query string."""
    for known in formats:
        path = reverse(f"{name}-file", args=[known.suffix]) + (f"?{query}" if query else "")
        yield Offer(known, path, site_root(request) + path if known.subscribed else "")
