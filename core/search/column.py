"""The search column of a record: tokens set apart by spaces.

A normal form stands there once bare, and once more with the mark of the part of the record where it
is met first, unless that is the body, which holds most of them. What is asked is whether a form is
there; the marks give the order.
"""

from django.core.exceptions import FieldDoesNotExist, ObjectDoesNotExist
from django.db import models

from core.dates import PartialDate
from core.db import HoldsAny
from core.languages import field_names
from core.richtext import plain_text
from core.search.words import forms, joined_in, words_in

# The parts of a record in the order in which a hit counts, each with its mark. No word has its dot.
TITLE, SUMMARY, BODY, PERSONS, ORGANISATIONS, PLACES = "·0", "·1", "", "·3", "·4", "·5"
PARTS = [TITLE, SUMMARY, BODY, PERSONS, ORGANISATIONS, PLACES]
MOST_YEARS = 10
# A tsvector holds at most a megabyte; what a text says beyond this is not found.
MOST_BYTES = 500_000


class SearchField(models.TextField):
    """Where a record is found.

    title, summary …: the names of the fields that make up this part, in every language they are
    translated to. A name such as ``parts__text`` takes over the text of other records.
    """

    def __init__(self, *, title=(), summary=(), body=(), persons=(), organisations=(), places=()):
        self.parts = dict(
            zip(PARTS, (title, summary, body, persons, organisations, places), strict=True)
        )
        super().__init__(default="", editable=False, serialize=False)

    def deconstruct(self):
        name, path, _args, _kwargs = super().deconstruct()
        return name, path, [], {}

    def pre_save(self, instance, add):
        value = tokens_of(instance, self)
        setattr(instance, self.attname, value)
        return value

    def names(self):
        return [name for names in self.parts.values() for name in names]

    def relations(self):
        """The relations whose records' texts are taken over."""
        return {name.partition("__")[0] for name in self.names() if "__" in name}

    def taken_from(self, model):
        """The relations by which texts of this other model are taken over."""
        return [
            relation
            for relation in self.relations()
            if self.model._meta.get_field(relation).related_model is model
        ]


SearchField.register_lookup(HoldsAny)


def search_field(model):
    """The model's SearchField, or None."""
    return next((f for f in model._meta.local_fields if isinstance(f, SearchField)), None)


def columns_of(model, name):
    """The columns of one text: those of its languages where it is translated."""
    try:
        return [model._meta.get_field(column).name for column in field_names(name)]
    except FieldDoesNotExist:
        return [name]


def texts_of(record, name):
    """The texts that a record has under this name, as pairs (text, column); rich text as words."""
    relation, _, rest = name.partition("__")
    if rest:
        for other in _related(record, relation):
            yield from texts_of(other, rest)
        return
    for column in columns_of(type(record), name):
        value = getattr(record, column)
        if isinstance(value, PartialDate):
            yield " ".join(_years(value)), column
        elif value:
            is_rich = hasattr(type(record)._meta.get_field(name), "sanitize")
            yield (plain_text(value) if is_rich else str(value)), column


def _related(record, name):
    try:
        other = getattr(record, name) if record.pk or not _is_reverse(record, name) else None
    except ObjectDoesNotExist:
        # A fixture may name a record that comes later.
        return []
    if other is None:
        return []
    return other.all() if hasattr(other, "all") else [other]


def _is_reverse(record, name):
    return record._meta.get_field(name).auto_created


def _years(date):
    """The years that a date may mean; only its ends where they are many."""
    first, last = date.first.year, date.first.year if date.is_open else date.last.year
    years = range(first, last + 1)
    return [str(year) for year in (years if len(years) <= MOST_YEARS else {first, last})]


def tokens_of(record, field):
    """What the search column of a record shall hold."""
    first_part = {}
    for mark, names in field.parts.items():
        for name in names:
            for text, _column in texts_of(record, name):
                for form in _forms_in(text):
                    first_part.setdefault(form, mark)
    tokens, size = set(), 0
    for form, mark in first_part.items():
        size += len(f"{form}{form}{mark}".encode())
        if size > MOST_BYTES:
            break
        tokens |= {form, form + mark}
    return " ".join(sorted(tokens))


def _forms_in(text):
    for word in words_in(text):
        if not word.is_small:
            yield from forms(word.folded)
    for joined in joined_in(text):
        yield from forms(joined)
