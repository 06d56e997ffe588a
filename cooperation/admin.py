"""Partners with their ties and directions, and the sectors."""

from django.contrib import admin
from django.db.models import F
from django.urls import reverse
from django.utils.html import format_html

from cooperation.admin_filters import InsideFilter, OfPartnerFilter, SectorFilter
from cooperation.links import with_links
from cooperation.models import Direction, Partner, Sector, Tie
from cooperation.sectors import BUILT_IN
from cooperation.tables import (
    DIRECTION_STAFF_COLUMNS,
    PARTNER_STAFF_COLUMNS,
    TIE_STAFF_COLUMNS,
)
from core.admin import (
    DeskAdmin,
    DeskInline,
    PublishableAdmin,
    StatusFilter,
    TranslationsFilter,
    YearFilter,
    row,
    rows,
)
from core.admin.cells import date_cell, names_cell, preview
from core.db import alphabetical
from core.languages import SOURCE, field_names

SOURCE_NAME = f"name_{SOURCE}"


def note_address(partner):
    """Where staff write the partner's note, with what is not published in it."""
    return f"{reverse('note', args=[partner.slug])}?drafts=1"


class TieInline(DeskInline):
    model = Tie
    show_change_link = True
    fieldsets = [
        (None, {"fields": [("kind", "state"), "since", "until"]}),
        (None, {"classes": ["sides"], "fields": rows("note", "source")}),
        (None, {"fields": ["source_url", "status"]}),
    ]
    heights = {"note": 2}

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("partner").in_order()


class DirectionInline(DeskInline):
    model = Direction
    show_change_link = True
    fieldsets = [
        (None, {"classes": ["sides"], "fields": rows("title", "text", "source")}),
        (None, {"fields": ["sectors", ("valid", "order"), "status"]}),
    ]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("sectors").in_order()


@admin.register(Partner)
class PartnerAdmin(PublishableAdmin):
    list_display = ["name", "kind", "parent", "shown_status", "shown_translations", "shown_note"]
    list_filter = [InsideFilter, StatusFilter, TranslationsFilter]
    list_select_related = ["parent"]
    search_fields = ["search"]
    autocomplete_fields = ["parent"]
    heights = {"introduction": 5}
    fieldsets = [
        ("Тексты", {"classes": ["sides", "switch"], "fields": rows("name", "introduction")}),
        (
            "Где он и как его называют там",
            {
                "fields": [
                    ("kind", "parent"),
                    ("country", "subdivision"),
                    ("local_name", "local_name_language"),
                    ("wikidata", "slug"),
                ]
            },
        ),
    ]
    inlines = [TieInline, DirectionInline]
    export_columns = PARTNER_STAFF_COLUMNS
    export_name = "partners"

    ordering = [alphabetical(SOURCE_NAME)]

    def why_hidden(self, record):
        return None

    def view_on_site(self, partner):
        return preview(partner.get_absolute_url(), partner)

    def export_rows(self, queryset):
        return super().export_rows(queryset.annotate(parent_slug=F("parent__slug")))

    @admin.display(description="Справка")
    def shown_note(self, partner):
        return format_html('<a href="{}">Составить</a>', note_address(partner))

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj is not None:
            context["note_address"] = note_address(self.addressed(obj))
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def get_deleted_objects(self, objs, request):
        """Events and contacts would stay behind without the partner: they protect it too."""
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        for partner in objs:
            for model in ("events", "contacts"):
                linked = getattr(partner, model)
                name = linked.model._meta.verbose_name_plural
                if count := linked.count():
                    protected.append(f"{partner}: {name} — {count}")
        return deleted, counts, lacking, protected


@admin.register(Direction)
class DirectionAdmin(PublishableAdmin):
    list_display = [
        "title",
        "partner",
        "shown_sectors",
        "shown_valid",
        "shown_status",
        "shown_translations",
    ]
    list_filter = [YearFilter, SectorFilter, OfPartnerFilter, StatusFilter, TranslationsFilter]
    list_select_related = ["partner"]
    search_fields = ["search"]
    autocomplete_fields = ["partner"]
    heights = {"text": 5}
    fieldsets = [
        ("Тексты", {"classes": ["sides", "switch"], "fields": rows("title", "text", "source")}),
        ("С кем и о чём", {"fields": ["partner", "sectors", ("valid", "order")]}),
    ]
    export_columns = DIRECTION_STAFF_COLUMNS
    export_name = "directions"

    ordering = [alphabetical(f"partner__{SOURCE_NAME}"), "partner", "order", "id"]

    def for_list(self, queryset):
        return queryset.with_lists()

    def view_on_site(self, direction):
        return preview(direction.get_absolute_url(), direction)

    def export_rows(self, queryset):
        return with_links(queryset.select_related("partner"), Partner.objects.all())

    @admin.display(description="Отрасли")
    def shown_sectors(self, direction):
        return names_cell(direction.listed_sectors)

    @admin.display(description="Действует", ordering="valid_first")
    def shown_valid(self, direction):
        return date_cell(direction.valid, "всегда")


@admin.register(Tie)
class TieAdmin(PublishableAdmin):
    list_display = [
        "shown_kind",
        "partner",
        "shown_since",
        "shown_until",
        "state",
        "shown_status",
        "shown_translations",
    ]
    list_filter = [YearFilter, OfPartnerFilter, StatusFilter, TranslationsFilter]
    list_select_related = ["partner"]
    search_fields = ["search"]
    autocomplete_fields = ["partner"]
    fieldsets = [
        (None, {"fields": ["partner", ("kind", "state"), "since", "until"]}),
        ("Тексты", {"classes": ["sides", "switch"], "fields": rows("note", "source")}),
        (None, {"fields": ["source_url"]}),
    ]
    export_columns = TIE_STAFF_COLUMNS
    export_name = "ties"

    ordering = [
        F("since_first").desc(nulls_last=True),
        F("since_last").desc(nulls_last=True),
        "-id",
    ]

    def view_on_site(self, tie):
        return preview(tie.get_absolute_url(), tie)

    def export_rows(self, queryset):
        for tie in super().export_rows(queryset.select_related("partner")):
            tie.listed_partners = [tie.partner]
            yield tie

    @admin.display(description="Связь", ordering="kind")
    def shown_kind(self, tie):
        return tie.get_kind_display()

    @admin.display(description="С", ordering="since_first")
    def shown_since(self, tie):
        return date_cell(tie.since, "не указано")

    @admin.display(description="По", ordering="until_first")
    def shown_until(self, tie):
        return date_cell(tie.until, "")


@admin.register(Sector)
class SectorAdmin(DeskAdmin):
    list_display = ["name", "code", "order", "shown_translations"]
    search_fields = ["code", *field_names("name")]
    ordering = ["order", "id"]
    fieldsets = [
        (None, {"classes": ["sides", "switch"], "fields": [row("name")]}),
        (None, {"fields": ["code", "order"]}),
    ]

    def has_delete_permission(self, request, obj=None):
        """The built-in sectors belong to the register: the data passport names their codes."""
        built_in = obj is not None and obj.code in BUILT_IN
        return not built_in and super().has_delete_permission(request, obj)

    def get_readonly_fields(self, request, obj=None):
        built_in = obj is not None and obj.code in BUILT_IN
        return ["code"] if built_in else super().get_readonly_fields(request, obj)
