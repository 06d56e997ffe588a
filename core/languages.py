"""Which language a page speaks, and texts whose translation is missing."""

from django.conf import settings
from django.db import models
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from modeltranslation.utils import build_localized_fieldname

SOURCE = settings.LANGUAGE_CODE
CODES = [code for code, _ in settings.LANGUAGES]


class LanguageMiddleware(LocaleMiddleware):
    """The path alone decides: /en/ is English, the admin is in the source language.

    Only addresses that have neither look at Accept-Language. No cookie is read, so that a
    page is the same for every visitor.
    """

    def process_request(self, request):
        language = language_of_reader(request)
        translation.activate(language)
        request.LANGUAGE_CODE = language

    def process_response(self, request, response):
        response = super().process_response(request, response)
        if response.get("Vary") == "Accept-Language, Cookie":
            # Django says so of every redirect to a language; ours looks at no cookie.
            response["Vary"] = "Accept-Language"
        return response


def language_of_reader(request):
    """The code of the language in which this request is answered, whatever the answer."""
    language = translation.get_language_from_path(request.path_info)
    if language is None and request.path_info.startswith("/admin/"):
        language = SOURCE
    return language or _best(request.META.get("HTTP_ACCEPT_LANGUAGE", ""))


def _best(accepted):
    """The site's language that a reader's Accept-Language header (RFC 9110) prefers."""
    for code, weight in translation.trans_real.parse_accept_lang_header(accepted.lower()):
        short = code.partition("-")[0]
        if weight and short in CODES:
            return short
    return SOURCE


def field_names(name):
    """``title`` -> ``["title_ru", "title_en", "title_nl"]``, the source first."""
    return [build_localized_fieldname(name, code) for code in CODES]


def source_check(name):
    """A CHECK: the text is there in the source language, which the others translate."""
    column = build_localized_fieldname(name, SOURCE)
    return models.CheckConstraint(
        name=f"%(app_label)s_%(class)s_{column}_given",
        condition=models.Q(**{f"{column}__isnull": False}) & ~models.Q(**{column: ""}),
    )


def language_of(record, name):
    """The code of the language in which a reader gets this text: the page's, or the source."""
    current = translation.get_language() or SOURCE
    return current if getattr(record, build_localized_fieldname(name, current)) else SOURCE


def languages_with(record, name):
    """The codes of the languages in which the record has this text itself."""
    return [code for code in CODES if getattr(record, build_localized_fieldname(name, code))]
