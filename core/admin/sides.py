"""Texts in the languages side by side: the source left, its translations right."""

from django import forms
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.utils.text import capfirst
from modeltranslation.utils import build_localized_fieldname

from core.admin.readiness import TARGETS, texts
from core.admin.widgets import (
    Autocomplete,
    AutocompleteMultiple,
    DateInput,
    KeptChoices,
    OneLineArea,
    Pick,
)
from core.dates.errors import UNDERSTOOD
from core.fields import PartialDateField
from core.languages import SOURCE

NO_TRANSLATION = "перевода нет"


class TextsForm(forms.ModelForm):
    """Says in a translation's empty box that it is missing, where the source has a text."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        for name in texts(self._meta.model):
            source = build_localized_fieldname(name, SOURCE)
            if source in self.fields and self[source].value():
                self._mark_gaps(name)

    def _mark_gaps(self, name):
        for code in TARGETS:
            field = self.fields.get(build_localized_fieldname(name, code))
            if field is not None:
                field.widget.attrs["placeholder"] = NO_TRANSLATION


class SidesMixin:
    """Gives each language's box its label and ``lang``; for model admins and inlines alike.

    titles: translated texts of one line that need a box of two. heights: of other boxes, in lines.
    """

    form = TextsForm
    titles = ("title",)
    heights = {}
    formfield_overrides = {
        PartialDateField: {"widget": DateInput},
        models.URLField: {"assume_scheme": "https"},
    }

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is None:
            return None
        if isinstance(db_field, PartialDateField) and not field.help_text:
            field.help_text = f"Как в источнике, не точнее: {UNDERSTOOD['ru']}"
        if db_field.many_to_many and db_field.name == "sectors":
            self._as_boxes(field)
        elif isinstance(field.widget, RelatedFieldWidgetWrapper):
            # Of its four pictures only the plus is of use here; the rest take the name's room.
            field.widget.can_change_related = False
            field.widget.can_delete_related = False
            field.widget.can_view_related = False
            if db_field.many_to_many:
                # Each choice has its own cross; the one for all stands where no list item may.
                field.widget.widget.is_required = True
        original = getattr(db_field, "translated_field", None)
        if original is not None:
            self._as_side(field, original, db_field.language)
        return field

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", Autocomplete(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", AutocompleteMultiple(db_field, self.admin_site))
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def _as_side(self, field, original, language):
        field.label = f"{capfirst(original.verbose_name)} {language.upper()}"
        attrs = field.widget.attrs
        if original.name in self.titles:
            field.widget = OneLineArea({"maxlength": original.max_length})
        elif "rows" in attrs or isinstance(field.widget, forms.Textarea):
            attrs["rows"] = self.heights.get(original.name, 3)
        field.widget.attrs["lang"] = language
        if language != SOURCE:
            field.help_text = ""

    def _as_boxes(self, field):
        # Copies of the field, one a form, share the list.
        field.iterator, field.kept = KeptChoices, []
        field.widget = Pick("отрасли", choices=field.choices)
        # Django's hint about the Control key is for a list, not for boxes.
        field.help_text = ""
