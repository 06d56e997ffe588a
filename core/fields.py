"""A partial date as a model field, with its bounds kept beside it, and as a form field."""

from functools import lru_cache

from django import forms
from django.core import exceptions
from django.db import models
from django.db.models import Value
from django.db.models.query_utils import DeferredAttribute
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.dates import DateError, PartialDate

MAX_LENGTH = 32


def _validation_error(error):
    return exceptions.ValidationError(error.message(get_language() or "ru"), code=error.code)


# A register holds far fewer dates than records.
_stored = lru_cache(maxsize=10_000)(PartialDate.from_edtf)


class _DateAttribute(DeferredAttribute):
    """Assigning the date sets its bounds too, so that they can never say something else."""

    def __set__(self, instance, value):
        date = self.field.to_python(value)
        instance.__dict__[self.field.attname] = date
        for bound in self.field.bounds():
            instance.__dict__[bound.attname] = bound.of_date(date)


class _BoundAttribute(DeferredAttribute):
    """A bound is what its date says; assigned values count only while the date is deferred."""

    def __set__(self, instance, value):
        if self.field.date not in instance.__dict__:
            instance.__dict__[self.field.attname] = value


class PartialDateField(models.CharField):
    """A PartialDate, stored as EDTF text (ISO 8601-2); None where no date is known.

    Declare two BoundFields beside it and ``bounds_check(name)`` among the constraints. Texts that
    are assigned are read as EDTF; ValidationError if they are not.
    """

    description = _("Partial date (EDTF)")
    descriptor_class = _DateAttribute

    def __init__(self, *args, **kwargs):
        kwargs["max_length"] = MAX_LENGTH
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs

    def bounds(self):
        """The BoundFields of this date in its model."""
        return [
            field
            for field in self.model._meta.local_concrete_fields
            if isinstance(field, BoundField) and field.date == self.name
        ]

    def to_python(self, value):
        if value is None or isinstance(value, PartialDate):
            return value
        if value == "":
            return None
        try:
            return PartialDate.from_edtf(str(value))
        except DateError as error:
            raise _validation_error(error) from error

    def from_db_value(self, value, expression, connection):
        return _stored(value) if value else None

    def get_prep_value(self, value):
        date = self.to_python(value)
        return None if date is None else date.edtf

    def value_to_string(self, obj):
        return self.get_prep_value(self.value_from_object(obj)) or ""

    def get_lookup(self, lookup_name):
        """The text neither sorts nor compares: filters of time use the bounds."""
        return super().get_lookup(lookup_name) if lookup_name in {"exact", "in", "isnull"} else None

    def formfield(self, **kwargs):
        # models.CharField would pass max_length and empty_value, which mean nothing here.
        return models.Field.formfield(self, **{"form_class": PartialDateFormField, **kwargs})

    def run_validators(self, value):
        """A PartialDate is valid by construction."""


class BoundField(models.DateField):
    """The first or the last day that the PartialDateField named ``date`` may mean.

    9999-12-31 as the last day means that it goes on. Written by the date; never by hand.
    """

    descriptor_class = _BoundAttribute

    def __init__(self, date, end, **kwargs):
        self.date, self.end = date, end
        super().__init__(**{"null": True, "blank": True, "editable": False, **kwargs})

    def deconstruct(self):
        name, path, _args, kwargs = super().deconstruct()
        return name, path, (self.date, self.end), kwargs

    def of_date(self, date):
        return None if date is None else getattr(date, self.end)

    def pre_save(self, model_instance, add):
        """What the date says, even where it was deferred and somebody set the bound by hand."""
        getattr(model_instance, self.date)
        return getattr(model_instance, self.attname)


def bounds_check(name):
    """A CHECK: the date and its bounds are all known or all unknown, and first <= last."""
    known = {f"{field}__isnull": False for field in (name, f"{name}_first", f"{name}_last")}
    unknown = dict.fromkeys(known, True)
    return models.CheckConstraint(
        name=f"%(app_label)s_%(class)s_{name}_bounds",
        condition=models.Q(**unknown)
        | models.Q(**known, **{f"{name}_first__lte": models.F(f"{name}_last")}),
    )


def _date_fields(model):
    return [field for field in model._meta.concrete_fields if isinstance(field, PartialDateField)]


def _with_bounds(model, names):
    """The names, each date of which they name any part in full."""
    whole = [[date.name, *(b.name for b in date.bounds())] for date in _date_fields(model)]
    added = [name for part in whole if not set(part).isdisjoint(names) for name in part]
    return list(dict.fromkeys([*names, *added]))


class DatedQuerySet(models.QuerySet):
    """Writes a date only together with its bounds."""

    def update(self, **values):
        for field in _date_fields(self.model):
            if isinstance(values.get(field.name), Value):
                values[field.name] = values[field.name].value
            names = {bound.name for bound in field.bounds()}
            if hasattr(values.get(field.name), "resolve_expression"):
                # Such as bulk_update makes; it must bring the bounds itself.
                allowed = names <= values.keys()
            else:
                allowed = not names & values.keys()
                if field.name in values:
                    date = values[field.name] = field.to_python(values[field.name])
                    values |= {bound.name: bound.of_date(date) for bound in field.bounds()}
            if not allowed:
                raise exceptions.FieldError(
                    f"{field.name} and its bounds are written together: update({field.name}=…)."
                )
        return super().update(**values)

    update.alters_data = True

    def bulk_update(self, objs, fields, batch_size=None):
        fields = _with_bounds(self.model, list(fields))
        return super().bulk_update(objs, fields, batch_size=batch_size)

    bulk_update.alters_data = True

    def bulk_create(self, objs, *args, update_fields=None, **kwargs):
        if update_fields:
            update_fields = _with_bounds(self.model, list(update_fields))
        return super().bulk_create(objs, *args, update_fields=update_fields, **kwargs)

    bulk_create.alters_data = True


class DatedModel(models.Model):
    """A record with partial dates: ``save(update_fields=["date"])`` saves the bounds as well."""

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, update_fields=None, **kwargs):
        if update_fields is not None:
            update_fields = _with_bounds(type(self), list(update_fields))
        super().save(*args, update_fields=update_fields, **kwargs)


class PartialDateInput(forms.TextInput):
    """Shows a date in the words that the field understands."""

    def format_value(self, value):
        return value.show(get_language() or "ru") if isinstance(value, PartialDate) else value


class PartialDateFormField(forms.CharField):
    """Text as staff would write it, cleaned to a PartialDate or None."""

    widget = PartialDateInput

    def to_python(self, value):
        text = super().to_python(value)
        if isinstance(text, PartialDate) or not text:
            return text or None
        try:
            return PartialDate.parse(text)
        except DateError as error:
            raise _validation_error(error) from error

    def has_changed(self, initial, data):
        try:
            return self.to_python(data) != initial
        except exceptions.ValidationError:
            return True
