"""The description of every public data address for programs (OpenAPI 3.1)."""

from django.conf import settings
from django.http import QueryDict

from core.formats import JSON
from core.languages import CODES
from core.tables.properties import (
    INTEGER,
    MOMENT,
    STRING,
    STRING_OR_NULL,
    by_language,
    object_of,
    one_of,
)
from portal.opendata.datasets import LISTS, datasets
from portal.opendata.passport import DATE, identifier

VERSION = "1.0.0"
TEXT = {"text/plain": {"schema": STRING}}
PAGE = {"text/html": {"schema": STRING}}
MEANINGS = {
    "q": "Words that a record must hold, at most 12.",
    "year": "One year, 2013, or an ascending span of years, 1990-2015; 1000 to 2999.",
    "sector": "Codes of sectors; repeated: any of them.",
    "partner": "Codes of partners, each with those that lie inside it; repeated: any of them.",
}
ALLOW = {"Allow": {"description": "The methods that are understood.", "schema": STRING}}
RESPONSES = {
    "Refused": {"description": "A parameter is not understood: why, in a line.", "content": TEXT},
    "NotFound": {"description": "There is no such address or page.", "content": PAGE | TEXT},
    "NotAllowed": {"description": "Only GET, HEAD and OPTIONS are understood.", "headers": ALLOW},
    "Unavailable": {"description": "The database does not answer now.", "content": PAGE},
}


def path_parameter(name, schema, description):
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": description,
        "schema": schema,
    }


LANGUAGE = path_parameter(
    "language",
    one_of(CODES),
    "The language of the texts; JSON holds all of them whatever it is.",
)


def ref(kind, name):
    return {"$ref": f"#/components/{kind}/{name}"}


def responses(content, *, refuses=False):
    """What an address answers. content: by media type, of its 200."""
    told = {
        "200": {"description": "What was asked for.", "content": content},
        "400": ref("responses", "Refused"),
        "404": ref("responses", "NotFound"),
        "405": ref("responses", "NotAllowed"),
        "503": ref("responses", "Unavailable"),
    }
    return told if refuses else {code: told[code] for code in told if code != "400"}


def query_parameter(name, schema, description):
    described = {"name": name, "in": "query", "description": description, "schema": schema}
    return described | ({"style": "form", "explode": True} if schema["type"] == "array" else {})


def filters(of_list):
    """The filters of a list as parameters."""
    form = of_list.form_class(QueryDict())
    return [
        query_parameter(name, field.schema(), MEANINGS.get(name, str(field.label)))
        for name, field in form.fields.items()
    ]


def record_name(of_list):
    return f"{of_list.name.title()}Record"


def envelope(of_list):
    """The schema of one page of a list in JSON."""
    return object_of(
        {
            "list": {"const": of_list.name},
            "title": by_language(STRING),
            "query": STRING,
            "url": STRING,
            "count": INTEGER,
            "page": INTEGER,
            "pages": INTEGER,
            "next": STRING_OR_NULL,
            "updated": MOMENT | {"type": ["string", "null"]},
            "publisher": by_language(STRING),
            "licence": object_of({"name": STRING, "url": STRING}),
            "records": {"type": "array", "items": ref("schemas", record_name(of_list))},
        }
    )


def record(of_list):
    """The schema of one record, described by the columns of the same names."""
    words = {column.name: str(column.description) for column in of_list.columns}
    described = {
        known.name: known.schema
        | ({"description": words[known.name]} if words.get(known.name) else {})
        for known in of_list.properties
    }
    return object_of(described | {"url": by_language(STRING)})


def list_operation(of_list, known, parameters):
    own = [
        query_parameter(name, schema, str(words))
        for name, (schema, words) in dict(known.parameters).items()
    ]
    schema = ref("schemas", of_list.name.title()) if known is JSON else STRING
    return {
        "operationId": f"{of_list.name}_{known.suffix}",
        "summary": f"{of_list.title}: {known.label}",
        "description": str(known.good_for),
        "tags": [of_list.name],
        "parameters": [LANGUAGE, *parameters, *own],
        "responses": responses({known.media_type: {"schema": schema}}, refuses=True),
    }


def list_paths():
    paths = {}
    for of_list in LISTS:
        parameters = filters(of_list)
        for known in of_list.formats:
            operation = list_operation(of_list, known, parameters)
            paths[f"/{{language}}/{of_list.name}.{known.suffix}"] = {"get": operation}
    return paths


def description_paths():
    """The descriptions: Data Package, this one."""
    anything = {"application/json": {"schema": {"type": "object"}}}
    package = {
        "operationId": "datapackage",
        "summary": "The tables as a Data Package with Table Schemas",
        "tags": ["descriptions"],
        "parameters": [LANGUAGE],
        "responses": responses(anything),
    }
    own = {
        "operationId": "openapi",
        "summary": "This description",
        "tags": ["descriptions"],
        "responses": responses(anything),
    }
    return {
        "/{language}/data/datapackage.json": {"get": package},
        "/api/openapi.json": {"get": own},
    }


def passport_paths():
    """The Russian form of open data; there is none without the organisation's number."""
    if not settings.ORGANISATION_INN:
        return {}
    sets = datasets()
    day = {"type": "string", "pattern": "^[0-9]{8}$"}
    days = sorted({f"{found.day:{DATE}}" for found in sets})
    structures = sorted({f"{found.list.structure:{DATE}}" for found in sets})
    name = path_parameter("set", one_of(map(identifier, sets)), "The data set.")
    made = {
        "data": path_parameter("data", day | {"examples": days}, "The day of the data."),
        "structure": path_parameter(
            "structure", day | {"examples": structures}, "The day of the columns."
        ),
    }
    table = responses({"text/csv": {"schema": STRING}})
    moved = {"302": {"description": "An earlier day: to the data of today."}}
    paths = {
        "/opendata/list.csv": ("opendata_list", [], table),
        "/opendata/{set}/meta.csv": ("opendata_meta", [name], table),
        "/opendata/{set}/structure-{structure}.csv": (
            "opendata_structure",
            [name, made["structure"]],
            table,
        ),
        "/opendata/{set}/data-{data}-structure-{structure}.csv": (
            "opendata_data",
            [name, made["data"], made["structure"]],
            table | moved,
        ),
    }
    return {
        path: {
            "get": {
                "operationId": operation,
                "summary": f"Russian form of open data: {operation.partition('_')[2]}",
                "tags": ["opendata"],
                "parameters": parameters,
                "responses": told,
            }
        }
        for path, (operation, parameters, told) in paths.items()
    }


def openapi():
    """The whole description. It names the sectors and partners there are now."""
    schemas = {record_name(of_list): record(of_list) for of_list in LISTS}
    schemas |= {of_list.name.title(): envelope(of_list) for of_list in LISTS}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": settings.SITE_NAME["en"],
            "version": VERSION,
            "description": "The published records of the register, as tables and for programs. "
            "Parameters that are not described are ignored.",
            "license": {"name": settings.LICENCE_NAME, "url": settings.LICENCE_URL},
            "contact": {"name": settings.COMMITTEE_NAME["en"]},
        },
        "servers": [{"url": "/"}],
        "paths": list_paths() | description_paths() | passport_paths(),
        "components": {"schemas": schemas, "responses": RESPONSES},
    }
