"""The open data as a Data Package with Table Schemas (Frictionless Data, specification v1)."""

from django.conf import settings
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext, override

from core.languages import CODES
from portal.opendata.datasets import datasets

NAME = "register-of-international-cooperation"


def field(column):
    """A column as a field of a Table Schema."""
    described = {
        "name": column.name,
        "type": column.type,
        "format": column.format,
        "title": capfirst(str(column.label)),
        "description": str(column.description),
        "constraints": column.constraints,
    }
    return {key: value for key, value in described.items() if value}


def resource(dataset, language, root):
    """A list's CSV in one language."""
    with override(language):
        described = {
            "name": f"{dataset.name}-{language}",
            "path": root + reverse(f"{dataset.name}-file", args=["csv"]),
            "profile": "tabular-data-resource",
            "title": str(dataset.list.title),
            "description": str(dataset.list.about),
            "language": language,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": True},
            "schema": {
                "fields": [field(column) for column in dataset.list.columns],
                "primaryKey": "id",
                "missingValues": [""],
            },
        }
    updated = {"updated": dataset.changed.isoformat()} if dataset.changed else {}
    return described | updated


def package(root):
    """The Data Package, in the language of the page; a resource for each list and language."""
    language = get_language()
    return {
        "profile": "tabular-data-package",
        "name": NAME,
        "title": settings.SITE_NAME[language],
        "description": gettext("The published records of the register, as tables."),
        "homepage": root + reverse("data"),
        "licenses": [{"title": settings.LICENCE_NAME, "path": settings.LICENCE_URL}],
        "sources": [{"title": settings.COMMITTEE_NAME[language], "path": root + reverse("home")}],
        "contributors": [{"title": settings.COMMITTEE_NAME[language], "role": "publisher"}],
        "resources": [resource(dataset, code, root) for dataset in datasets() for code in CODES],
    }
