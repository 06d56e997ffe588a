"""Pages for what cannot be shown, in the reader's language, with a way on.

The address decides the language, or else Accept-Language, even where the request was stopped
before any middleware looked. None of them repeats what was asked for.
"""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import override

from core.languages import language_of_reader


def _ways():
    """The languages' links: home pages, since this page is no page of the site."""
    return [{"code": code, "name": name, "path": f"/{code}/"} for code, name in settings.LANGUAGES]


def _page(request, status, **context):
    with override(language_of_reader(request)):
        context = {"languages": _ways(), **context}
        return render(request, f"{status}.html", context, status=status)


def _bare_page(request, status, **more):
    """A page made of nothing but the settings: no database, no session, no host name."""
    language = language_of_reader(request)
    with override(language):
        context = {
            "site_name": settings.SITE_NAME[language],
            "committee_name": settings.COMMITTEE_NAME[language],
            "languages": _ways(),
            **more,
        }
        return HttpResponse(render_to_string(f"{status}.html", context), status=status)


def bad_request(request, exception=None):
    too_large = isinstance(exception, RequestDataTooBig | TooManyFieldsSent)
    return _bare_page(request, 400, too_large=too_large)


def permission_denied(request, exception=None):
    return _page(request, 403)


def csrf_failure(request, reason=""):
    """For CSRF_FAILURE_VIEW."""
    return _page(request, 403)


def page_not_found(request, exception=None):
    return _page(request, 404)


def gone(request, section):
    """For a record that was public and was archived; section: the name of its list's address."""
    return _page(request, 410, section=section)


def server_error(request):
    return _bare_page(request, 500)
