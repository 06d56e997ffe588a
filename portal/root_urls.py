"""Addresses without a language."""

from django.urls import path, re_path

from core.languages import CODES
from portal import crawlers, display

LANGUAGE = "|".join(CODES)

urlpatterns = [
    path("display.css", display.style, name="display-style"),
    path("robots.txt", crawlers.Robots.as_view(), name="robots"),
    path("sitemap.xml", crawlers.SitemapIndex.as_view(), name="sitemaps"),
    re_path(
        rf"^sitemap-(?P<language>{LANGUAGE})(?:-(?P<number>[1-9][0-9]{{0,5}}))?\.xml$",
        crawlers.SitemapFile.as_view(),
        name="sitemap",
    ),
]
