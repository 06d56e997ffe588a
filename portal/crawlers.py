"""What is at the site's root for crawlers: robots.txt and the sitemaps."""

from django.http import Http404
from django.urls import reverse
from django.views.generic import TemplateView

from core.head import site_root
from core.languages import CODES
from portal.sitemap import Sitemap, list_changes


class RootView(TemplateView):
    """Only read: GET and HEAD."""

    http_method_names = ["get", "head"]

    def get_context_data(self, **kwargs):
        return super().get_context_data(site=site_root(self.request), **kwargs)


class Robots(RootView):
    template_name = "robots.txt"
    content_type = "text/plain; charset=utf-8"


class SitemapIndex(RootView):
    template_name = "sitemap_index.xml"
    content_type = "application/xml; charset=utf-8"

    def get_context_data(self, **kwargs):
        changes = list_changes()
        files = [
            (_path(language, number), changes["home"])
            for language in CODES
            for number in range(1, Sitemap(language, changes).count() + 1)
        ]
        return super().get_context_data(files=files, **kwargs)


class SitemapFile(RootView):
    template_name = "sitemap.xml"
    content_type = "application/xml; charset=utf-8"

    def get_context_data(self, language, number=None):
        entries = Sitemap(language, list_changes()).entries(int(number or 1))
        if not entries:
            raise Http404
        return super().get_context_data(entries=entries)


def _path(language, number):
    parts = {"language": language} | ({"number": number} if number > 1 else {})
    return reverse("sitemap", kwargs=parts)
