"""Events with their parts."""

from django.contrib import admin
from django.db.models import F, Prefetch

from cooperation.admin_filters import OfPartnersFilter, SectorFilter
from cooperation.links import with_links
from cooperation.models import Partner, Sector
from core.admin import (
    DeskInline,
    PublishableAdmin,
    StatusFilter,
    TranslationsFilter,
    YearFilter,
    rows,
)
from core.admin.cells import date_cell, names_cell
from core.db import alphabetical
from core.languages import SOURCE
from events.models import Event, Part
from events.tables import EVENT_STAFF_COLUMNS


class PartInline(DeskInline):
    model = Part
    fieldsets = [
        (None, {"classes": ["sides"], "fields": rows("title", "text")}),
        (None, {"fields": ["order"]}),
    ]


@admin.register(Event)
class EventAdmin(PublishableAdmin):
    list_display = [
        "shown_date",
        "shown_title",
        "shown_partners",
        "shown_sectors",
        "shown_status",
        "shown_translations",
    ]
    list_display_links = ["shown_title"]
    list_filter = [YearFilter, SectorFilter, OfPartnersFilter, StatusFilter, TranslationsFilter]
    list_order = "сначала новые, без даты — в конце"
    search_fields = ["search"]
    autocomplete_fields = ["partners"]
    fieldsets = [
        (None, {"fields": ["date", ("kind", "event_status")]}),
        (
            "Тексты",
            {"classes": ["sides", "switch"], "fields": rows("title", "summary", "place", "body")},
        ),
        ("С кем и о чём", {"fields": ["partners", "sectors"]}),
        (
            "Кто назван и откуда это известно",
            {"classes": ["sides"], "fields": rows("persons", "organisations", "source")},
        ),
        (None, {"fields": ["source_url", "slug"]}),
    ]
    inlines = [PartInline]
    export_columns = EVENT_STAFF_COLUMNS
    export_name = "events"

    ordering = [F("date_first").desc(nulls_last=True), F("date_last").desc(nulls_last=True), "-id"]

    def for_list(self, queryset):
        return queryset.prefetch_related(
            Prefetch("partners", Partner.objects.in_order(SOURCE), to_attr="listed_partners"),
            Prefetch("sectors", Sector.objects.in_order(), to_attr="listed_sectors"),
        )

    def view_on_site(self, event):
        return event.get_absolute_url()

    def export_rows(self, queryset):
        return with_links(queryset, Partner.objects.all())

    @admin.display(description="Когда", ordering="date_first")
    def shown_date(self, event):
        return date_cell(event.date, "без даты")

    @admin.display(description="Название", ordering=alphabetical(f"title_{SOURCE}"))
    def shown_title(self, event):
        return str(event)

    @admin.display(description="Партнёры")
    def shown_partners(self, event):
        return names_cell(event.listed_partners, "не указан")

    @admin.display(description="Отрасли")
    def shown_sectors(self, event):
        return names_cell(event.listed_sectors)
