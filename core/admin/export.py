"""The rows of a list as a file, for staff: every status, every language."""

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path, reverse

from core.db import streamed
from core.head import site_root
from core.tables import csv_response


class ExportMixin:
    """Two actions for the selected rows and two addresses for all that the filters keep.

    export_columns: Columns; without them nothing is offered. export_name: of the files.
    """

    export_columns = ()
    export_name = None

    def export_rows(self, queryset):
        """The records of a file; a constant number of queries."""
        return streamed(queryset)

    def export(self, request, queryset, *, excel):
        root = site_root(request)
        # Neither what the list's page shows nor a guard against duplicates is needed here.
        rows = self.export_rows(queryset.prefetch_related(None))
        return csv_response(self.export_name, self.export_columns, rows, root=root, excel=excel)

    @admin.action(description="Выгрузить в CSV", permissions=["view"])
    def export_csv(self, request, queryset):
        return self.export(request, queryset, excel=False)

    @admin.action(description="Выгрузить в CSV для Excel", permissions=["view"])
    def export_excel(self, request, queryset):
        return self.export(request, queryset, excel=True)

    def get_actions(self, request):
        actions = super().get_actions(request)
        if not self.export_columns:
            actions.pop("export_csv", None)
            actions.pop("export_excel", None)
        return actions

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_export"
        view = self.admin_site.admin_view(self.export_view)
        return [
            path("export.csv", view, {"excel": False}, name=name),
            path("export-excel.csv", view, {"excel": True}, name=f"{name}_excel"),
            *super().get_urls(),
        ]

    def export_view(self, request, *, excel):
        """Every record that the query string's filters keep, in the list's order."""
        if not self.export_columns or not self.has_view_or_change_permission(request):
            raise PermissionDenied
        try:
            changes = self.get_changelist_instance(request)
        except IncorrectLookupParameters:
            changes = None
        if changes is None or changes.unread:
            # The list says what could not be understood; a file of everything would hide it.
            name = f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"
            return redirect(f"{reverse(name)}?{request.GET.urlencode()}")
        return self.export(request, changes.queryset, excel=excel)
