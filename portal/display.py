"""The reading settings: their page, and the style sheet through which they act."""

from hashlib import sha256

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import quote_etag, url_has_allowed_host_and_scheme
from django.views.decorators.http import condition
from django.views.generic import TemplateView

from core.display import COOKIE, SETTINGS, Display
from events.models import Event

A_YEAR = 365 * 24 * 3600


def _display(request):
    return Display.from_cookie(request.COOKIES.get(COOKIE))


def _etag(request):
    # Of the content, not of the cookie: another release may write another style.
    return quote_etag(sha256(_display(request).style.encode()).hexdigest()[:16])


@condition(etag_func=_etag)
def style(request):
    """``/display.css``: the only address of the site whose content a reader's cookie changes."""
    response = HttpResponse(_display(request).style, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = "private, no-cache"
    patch_vary_headers(response, ["Cookie"])
    return response


class DisplayView(TemplateView):
    """The form of the reading settings, and what its buttons do.

    A button sends one setting, which joins the others in the cookie, and ``back``: the page of
    this site to return to. It is a GET, so that nobody needs a second cookie against forgery; all
    that a foreign site could do is to enlarge our text.
    """

    template_name = "portal/display.html"

    def get(self, request, *args, **kwargs):
        asked = [setting for setting in SETTINGS if setting.name in request.GET]
        if "reset" in request.GET:
            return self.keep(Display())
        if not asked:
            return super().get(request, *args, **kwargs)
        display = _display(request)
        try:
            for setting in asked:
                display = display.with_choice(setting, request.GET[setting.name])
        except KeyError:
            return self.render_to_response(self.get_context_data(unknown=True), status=400)
        return self.keep(display)

    def keep(self, display):
        """Back to where the reader was, with the choice in the cookie."""
        back = self.request.GET.get("back", "")
        if not (back.startswith("/") and url_has_allowed_host_and_scheme(back, None)):
            back = reverse("display")
        response = HttpResponseRedirect(f"{back}#display")
        response["Cache-Control"] = "no-store"
        if display.cookie:
            response.set_cookie(
                COOKIE,
                display.cookie,
                max_age=A_YEAR,
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
        else:
            response.delete_cookie(COOKIE, samesite="Lax")
        return response

    def get_context_data(self, **kwargs):
        specimen = Event.objects.public().with_lists().latest()[:1]
        return super().get_context_data(specimen=specimen, **kwargs)
