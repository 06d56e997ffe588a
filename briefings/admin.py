"""The words by which notes are sorted into sectors."""

from django.contrib import admin

from briefings.models import SectorLemma
from core.admin import DeskAdmin


@admin.register(SectorLemma)
class SectorLemmaAdmin(DeskAdmin):
    list_display = ["words", "sector"]
    list_filter = ["sector"]
    list_select_related = ["sector"]
    search_fields = ["words"]
    fieldsets = [(None, {"fields": ["sector", "words"]})]
