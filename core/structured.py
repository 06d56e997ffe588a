"""Structured data (schema.org, JSON-LD) that pages of any room say of themselves."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, pgettext

CONTEXT = "https://schema.org"


@dataclass(frozen=True)
class Crumb:
    """One step of the way from the home page to a page.

    language: of the label, where it is not the page's.
    """

    label: Any
    path: Any
    language: str | None = None


def with_home(trail):
    """The Crumbs from the home page on."""
    return [Crumb(pgettext("where one is", "Home"), reverse("home")), *trail]


def breadcrumbs(trail, root):
    """The way to a page from the home page, as Crumbs; schema.org/BreadcrumbList."""
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": str(crumb.label),
                "item": f"{root}{crumb.path}",
            }
            for position, crumb in enumerate(with_home(trail), start=1)
        ],
    }


def committee(root):
    """The committee that keeps the register, to be named inside other data."""
    language = get_language()
    return {
        "@type": "GovernmentOrganization",
        "@id": f"{root}/#committee",
        "name": settings.COMMITTEE_NAME[language],
        "url": f"{root}{reverse('home')}",
        "areaServed": settings.CITY_NAME[language],
    }


def organization(root, contact_points=()):
    """The committee with its ways to be reached; schema.org/GovernmentOrganization."""
    data = {"@context": CONTEXT, **committee(root)}
    return data | ({"contactPoint": list(contact_points)} if contact_points else {})


def website(root, search_path):
    """The site and its search; schema.org/WebSite. search_path: takes the words as ``q``."""
    return {
        "@context": CONTEXT,
        "@type": "WebSite",
        "@id": f"{root}/#site",
        "name": settings.SITE_NAME[get_language()],
        "url": f"{root}{reverse('home')}",
        "inLanguage": get_language(),
        "publisher": committee(root),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": f"{root}{search_path}?q={{search_term_string}}",
            },
            "query-input": "required name=search_term_string",
        },
    }


def dataset(root, *, name, description, path, files, **more):
    """A list or the whole register as data; schema.org/Dataset.

    files: pairs (media type, path) of its downloads. more: further properties, such as
    ``license`` or ``dateModified``.
    """
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": str(name),
        "description": str(description),
        "url": f"{root}{path}",
        "inLanguage": get_language(),
        "isAccessibleForFree": True,
        "creator": committee(root),
        "includedInDataCatalog": {
            "@type": "DataCatalog",
            "name": settings.SITE_NAME[get_language()],
            "url": f"{root}{reverse('home')}",
        },
        "distribution": [
            {
                "@type": "DataDownload",
                "name": f"{name} ({media_type})",
                "encodingFormat": media_type,
                "contentUrl": f"{root}{file}",
            }
            for media_type, file in files
        ],
        **more,
    }
