"""What every page knows: the register's name, its city and committee, its other languages."""

from django.conf import settings
from django.urls import translate_url
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from core.display import SETTINGS
from core.head import head, site_root
from core.languages import SOURCE


def _languages(request):
    """This page in each language, the query kept."""
    path = request.get_full_path()
    for code, name in settings.LANGUAGES:
        yield {"code": code, "name": name, "path": translate_url(path, code)}


def register(request):
    language = get_language() or SOURCE
    return {
        "site_name": settings.SITE_NAME[language],
        "city_name": settings.CITY_NAME[language],
        "committee_name": settings.COMMITTEE_NAME[language],
        "today": timezone.localdate,
        "display_settings": SETTINGS,
        "languages": lambda: list(_languages(request)),
        "root": SimpleLazyObject(lambda: site_root(request)),
        # A view that knows more of its page gives its own.
        "head": SimpleLazyObject(lambda: head(request)),
    }
