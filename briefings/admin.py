"""The words by which notes are sorted into sectors."""

from django.contrib import admin

from briefings.models import SectorLemma
from briefings.note_admin import NoteAdmin

__all__ = ["NoteAdmin", "SectorLemmaAdmin"]


@admin.register(SectorLemma)
class SectorLemmaAdmin(admin.ModelAdmin):
    """One language only: the notes are Russian."""

    list_display = ["words", "sector"]
    list_filter = ["sector"]
    list_select_related = ["sector"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["words"]
    fields = ["sector", "words"]
