"""The site's public address."""

from django.conf import settings


def site_root(request):
    """The address that the site's own addresses begin with, without a slash at its end."""
    return settings.SITE_URL or request.build_absolute_uri("/").rstrip("/")
