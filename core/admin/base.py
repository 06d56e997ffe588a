"""The base of every admin of the register."""

import json

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.forms import BaseInlineFormSet
from modeltranslation.admin import TranslationAdmin, TranslationStackedInline

from core.admin.deleting import without_links
from core.admin.export import ExportMixin
from core.admin.filters import StatusFilter, TranslationsFilter
from core.admin.lists import DeskChangeList
from core.admin.publishing import PublishingMixin
from core.admin.readiness import TARGETS, marks, readiness
from core.admin.sides import SidesMixin
from core.filters import MAX_WORDS
from core.languages import field_names
from core.search.column import search_field


def row(name):
    """One translated text as a line of a fieldset: its languages side by side."""
    return tuple(field_names(name))


def rows(*names):
    return [row(name) for name in names]


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
        """Found as on the public site, drafts too. What has no search column is not searched so."""
        # PostgreSQL refuses NUL bytes; the autocomplete's address lets them through.
        words = search_term[:MAX_WORDS].replace("\x00", " ").strip()
        if search_field(self.model) is None or not words:
            return super().get_search_results(request, queryset, words)
        # Names that are picked from are typed letter by letter.
        is_pick = request.resolver_match.url_name == "autocomplete"
        return queryset.matching(words, unfinished=is_pick), False

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

    def addressed(self, obj):
        """The record with its stored address, which a refused form may have emptied."""
        if getattr(obj, "slug", None) == "":
            return self.model.objects.filter(pk=obj.pk).first()
        return obj

    def get_view_on_site_url(self, obj=None):
        return super().get_view_on_site_url(self.addressed(obj))

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


class OpenFormSet(BaseInlineFormSet):
    """Rows of a form that may stay open while somebody else works on the same records."""

    def clean(self):
        super().clean()
        if any(self.model._meta.pk.name in form.errors for form in self.forms):
            raise ValidationError(
                "Пока форма была открыта, одну из этих записей удалили. Скопируйте то, что"
                " изменили, откройте форму заново и повторите правку."
            )


class DeskInline(SidesMixin, TranslationStackedInline):
    """Records inside the form of the one they belong to."""

    formset = OpenFormSet
    extra = 0
    view_on_site = False
