"""A property of a record in JSON: its value and its schema, with every text in all languages."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import override

from core.dates import Precision
from core.languages import CODES, field_names
from core.tables.columns import EDTF, date_words

STRING = {"type": "string"}
STRING_OR_NULL = {"type": ["string", "null"]}
INTEGER = {"type": "integer"}
DAY = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
DAY_OR_NULL = DAY | {"type": ["string", "null"]}
MOMENT = {"type": "string", "format": "date-time"}
LINES = {"type": ["array", "null"], "items": STRING}


def one_of(values):
    return {"type": "string", "enum": list(values)}


def object_of(properties, **known):
    """The schema of an object that has just these properties."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        **known,
    }


def by_language(schema):
    return object_of(dict.fromkeys(CODES, schema))


CODED = object_of({"code": STRING, "name": by_language(STRING_OR_NULL)})
DATE = object_of(
    {
        "edtf": STRING | {"pattern": f"^({EDTF})$"},
        "first": DAY,
        "last": DAY_OR_NULL,
        "precision": one_of(p.name.lower() for p in Precision),
        "text": by_language(STRING),
    }
)


@dataclass(frozen=True)
class Property:
    """One property of a record in JSON: its stable name, its value of a record, its JSON Schema.

    value gives what ``json`` can write.
    """

    name: str
    value: Callable[[Any], Any]
    schema: dict


def plain_property(name, schema=STRING, value=None):
    """A value without language; "" is null where the schema allows null."""

    def of_record(record):
        found = value(record) if value else getattr(record, name)
        return None if found == "" and "null" in schema["type"] else found

    return Property(name, of_record, schema)


def field_texts(record, name):
    """A translated text in each language; None where it is not translated."""
    fields = zip(CODES, field_names(name), strict=True)
    return {code: getattr(record, field) or None for code, field in fields}


def text_property(name, as_written=lambda text: text, schema=STRING_OR_NULL):
    """A translated text: what each language has, null where it is not translated.

    as_written: what is made of each text that is there.
    """

    def of_record(record):
        return {code: text and as_written(text) for code, text in field_texts(record, name).items()}

    return Property(name, of_record, by_language(schema))


def in_languages(show):
    """What a function without arguments gives in each language."""
    shown = {}
    for code in CODES:
        with override(code):
            shown[code] = show()
    return shown


def choice_property(name, choices):
    """One of the choices of a field: its code and its words in every language."""
    words = {}

    def of_record(record):
        code = getattr(record, name)
        if code not in words:
            words[code] = in_languages(lambda: str(choices(code).label))
        return {"code": code, "name": words[code]}

    schema = object_of({"code": one_of(choices.values), "name": by_language(STRING)})
    return Property(name, of_record, schema)


def date_property(name):
    """A partial date as an object; null where none is known. ``last`` is null where it goes on."""

    def of_record(record):
        date = getattr(record, name)
        return (
            None
            if date is None
            else {
                "edtf": date.edtf,
                "first": date.first.isoformat(),
                "last": None if date.is_open else date.last.isoformat(),
                "precision": date.precision.name.lower(),
                "text": {code: date_words(date, code) for code in CODES},
            }
        )

    return Property(name, of_record, {"anyOf": [DATE, {"type": "null"}]})


def coded(record, code):
    """A record that others point at: its code and its name in every language."""
    return {"code": getattr(record, code), "name": field_texts(record, "name")}


def links_property(name, code):
    """Related records by their codes and names, from the list that the record was given."""
    listed = f"listed_{name}"
    schema = {"type": "array", "items": CODED}
    return Property(name, lambda record: [coded(r, code) for r in getattr(record, listed)], schema)


def lines_property(name):
    """A translated text of one value a line, as lists."""

    def split(text):
        return [line.strip() for line in text.splitlines() if line.strip()]

    return text_property(name, split, LINES)
