"""The base of every admin of the register."""

import json

from django.contrib import admin
from modeltranslation.admin import TranslationAdmin, TranslationStackedInline

from core.admin.deleting import without_links
from core.admin.export import ExportMixin
from core.admin.filters import StatusFilter, TranslationsFilter
from core.admin.lists import DeskChangeList
from core.admin.publishing import PublishingMixin
from core.admin.readiness import TARGETS, marks, readiness
from core.admin.sides import SidesMixin
from core.languages import field_names


def row(name):
    """One translated text as a line of a fieldset: its languages side by side."""
    return tuple(field_names(name))


def rows(*names):
    return [row(name) for name in names]


def search_columns(model):
    """The columns of the model in which the public search looks, for ``search_fields``."""
    queryset = model.objects.all()
    translated = [name for text in queryset.searched_texts for name in field_names(text)]
    return [*translated, *queryset.searched_names]


class DeskAdmin(ExportMixin, SidesMixin, TranslationAdmin):
    """A list made for 100,000 rows and a form with the languages side by side.

    Subclasses may give ``for_list``: what the list needs besides its own columns.
    """

    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    list_max_show_all = 500
    actions_on_top = False
    actions_on_bottom = True
    actions = ["export_csv", "export_excel"]
    list_filter = [TranslationsFilter]

    def get_changelist(self, request, **kwargs):
        return DeskChangeList

    def for_list(self, queryset):
        return queryset

    def get_actions(self, request):
        """The deletion stands last: it is the rarest and cannot be undone."""
        actions = super().get_actions(request)
        deletion = actions.pop("delete_selected", None)
        return actions | ({"delete_selected": deletion} if deletion else {})

    def get_search_results(self, request, queryset, search_term):
        # PostgreSQL refuses NUL bytes; the autocomplete's address lets them through.
        return super().get_search_results(request, queryset, search_term.replace("\x00", " "))

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            context["readiness"] = [readiness(obj, code) for code in TARGETS]
            # Apps that know where records came from give them this relation.
            origins = getattr(obj, "origins", None)
            context["origins"] = origins.select_related("note") if origins else ()
        if hasattr(context["media"], "with_nonce"):
            # The rich text's import map is inline: the only script here that is.
            context["media"] = context["media"].with_nonce(request.csp_nonce)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_inline_formsets(self, request, formsets, inline_instances, obj=None):
        inlines = super().get_inline_formsets(request, formsets, inline_instances, obj)
        for inline in inlines:
            data = json.loads(inline.inline_formset_data())
            # Django's own text needs the name's case and gender, which nobody told it.
            data["options"] |= {"addText": "Добавить ещё", "deleteText": "Убрать"}
            inline.inline_formset_data = json.dumps(data)
        return inlines

    def get_deleted_objects(self, objs, request):
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        models = [model for model in self.admin_site._registry if model._meta.many_to_many]
        return *without_links(deleted, counts, models), lacking, protected

    @admin.display(description="Переводы")
    def shown_translations(self, record):
        return marks(record)


class PublishableAdmin(PublishingMixin, DeskAdmin):
    """Of records that carry a status."""

    actions = [
        "publish",
        "send_to_review",
        "return_to_draft",
        "archive",
        "export_csv",
        "export_excel",
    ]
    list_filter = [StatusFilter, TranslationsFilter]


class DeskInline(SidesMixin, TranslationStackedInline):
    """Records inside the form of the one they belong to."""

    extra = 0
    view_on_site = False
