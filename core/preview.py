"""Drafts on the site: for signed-in staff only."""

from django.conf import settings
from django.utils.cache import add_never_cache_headers
from django.views.generic import DetailView


def is_staff(request):
    """Whether a signed-in member of staff asks.

    Looks first whether there is a session cookie at all: a visitor's page then touches neither
    the session nor the database, and does not vary by cookie.
    """
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_staff


class PreviewView(DetailView):
    """The page of one record; ``private`` where only staff may see what it shows."""

    private = False

    def render_to_response(self, context, **kwargs):
        response = super().render_to_response({**context, "private": self.private}, **kwargs)
        if self.private:
            add_never_cache_headers(response)
        return response
