"""The page of one record: public to everybody, any other to signed-in staff only."""

from django.conf import settings
from django.http import Http404, HttpResponsePermanentRedirect
from django.utils.cache import add_never_cache_headers
from django.views.generic import DetailView

from core.errors import gone
from core.head import head
from core.languages import language_of, languages_with
from core.structured import Crumb


def is_staff(request):
    """Whether a signed-in member of staff asks.

    Looks first whether there is a session cookie at all: a visitor's page then touches neither
    the session nor the database, and does not vary by cookie.
    """
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_staff


class PreviewView(DetailView):
    """The page of an ``Addressed`` record; ``private`` where only staff may see what it shows.

    section: the name of its list's address. section_title: what that list is called.
    """

    private = False
    section = None
    section_title = None

    def get(self, request, slug):
        record = self.get_queryset().at(slug)
        if record is None:
            raise Http404
        if not self.is_shown(record):
            if record.is_withdrawn():
                return gone(request, self.section)
            raise Http404
        if record.slug != slug:
            return self.moved(record)
        self.object = record
        return self.render_to_response(self.get_context_data(object=record))

    def is_shown(self, record):
        """Whether this reader gets the record; sets ``private``."""
        self.private = not record.is_public()
        return not self.private or is_staff(self.request)

    def moved(self, record):
        query = self.request.META.get("QUERY_STRING", "")
        address = record.get_absolute_url() + (f"?{query}" if query else "")
        response = HttpResponsePermanentRedirect(address)
        if self.private:
            add_never_cache_headers(response)
        return response

    def get_context_data(self, **kwargs):
        record, name = self.object, self.object.named_by
        crumb = Crumb(getattr(record, name), record.get_absolute_url(), language_of(record, name))
        return super().get_context_data(
            section=self.section,
            private=self.private,
            head=head(self.request, codes=languages_with(record, name), kind="article"),
            trail=[*self.above(), crumb],
            **kwargs,
        )

    def above(self):
        """The Crumbs between the home page and the record."""
        raise NotImplementedError

    def render_to_response(self, context, **kwargs):
        response = super().render_to_response(context, **kwargs)
        if self.private:
            add_never_cache_headers(response)
        return response
