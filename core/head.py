"""What a page's head tells search engines: its lasting address, in each language it is there in."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import translate_url
from django.utils.translation import get_language

from core.languages import CODES, SOURCE

# Open Graph wants a country beside the language; it says how the text is written, not for whom.
LOCALES = {"ru": "ru_RU", "en": "en_GB", "nl": "nl_NL"}


@dataclass(frozen=True)
class Head:
    """canonical: the page's lasting address, in full.

    alternates: pairs (hreflang, address in full) of the languages in which the page's content is
    there, with "x-default"; empty where this page is none of them. is_indexed: whether it is for
    search engines. kind: what Open Graph calls the page.
    """

    canonical: str
    alternates: list
    is_indexed: bool = True
    kind: str = "website"

    @property
    def locale(self):
        return LOCALES[get_language()]

    @property
    def other_locales(self):
        codes = [code for code, _ in self.alternates if code in LOCALES]
        return [LOCALES[code] for code in codes if LOCALES[code] != self.locale]


def site_root(request):
    """The address with which every address of the site begins, without a slash at its end."""
    return settings.SITE_URL or request.build_absolute_uri("/").rstrip("/")


def head(request, *, query="", codes=CODES, is_indexed=True, kind="website"):
    """The Head of the page that is asked for.

    query: the normalised query string that belongs to its address. codes: the languages in which
    its content is there. A page of another language shows the source's text, so it is not
    announced and its canonical address is that of the source.
    """
    root, tail = site_root(request), f"?{query}" if query else ""
    paths = {code: f"{root}{translate_url(request.path, code)}{tail}" for code in CODES}
    language = get_language() or SOURCE
    if language not in codes:
        return Head(paths[SOURCE], [], is_indexed, kind)
    alternates = [(code, paths[code]) for code in CODES if code in codes]
    alternates.append(("x-default", paths[SOURCE]))
    return Head(paths[language], alternates, is_indexed, kind)
