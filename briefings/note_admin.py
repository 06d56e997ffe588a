"""Notes at the desk: handing one over, its review, its file, what came of it."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.http import content_disposition_header
from django.utils.timezone import localtime

from briefings.compare_view import compare
from briefings.forms import UploadForm
from briefings.notes import Note
from briefings.reading import UnreadableError
from briefings.register.accepting import accept, entered_before, waiting
from briefings.register.importing import MODELS
from briefings.sides import url_of, viewed
from briefings.understanding import understand
from briefings.views import ReviewPage
from core.admin import DeskFilter
from core.admin.lists import DeskChangeList

STATES = {
    Note.State.IN_REVIEW: ("st-review", "на разборе"),
    Note.State.IMPORTED: ("st-public", "записана в реестр"),
    Note.State.SET_ASIDE: ("st-draft", "отложена"),
}
RECOGNISED = "её записи найдены, новыми они не станут."
RECORDS = ("event", "direction", "tie", "contact")


class StateFilter(DeskFilter):
    title = "Разбор"
    parameter_name = "state"

    def get_options(self):
        return [(state.value, words) for state, (_, words) in STATES.items()]

    def narrow(self, queryset):
        return queryset.filter(state=self.value)


@admin.register(Note)
class NoteAdmin(admin.ModelAdmin):
    list_display = [
        "shown_name",
        "shown_number",
        "shown_partner",
        "shown_state",
        "uploaded_by",
        "uploaded_at",
        "shown_files",
    ]
    list_filter = [StateFilter]
    list_order = "сначала новые"
    export_columns = None
    list_select_related = ["partner", "uploaded_by", "changed_by"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["name", "partner__name_ru"]
    actions = None
    ordering = ["-uploaded_at", "-id"]

    def get_queryset(self, request):
        """Without the files, and in the list without the texts: they are long."""
        in_list = request.resolver_match.url_name.endswith("changelist")
        long = ("content", "text", "review") if in_list else ("content",)
        return super().get_queryset(request).select_related(*self.list_select_related).defer(*long)

    def get_changelist(self, request, **kwargs):
        return DeskChangeList

    def for_list(self, queryset):
        return queryset

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/file/", view(self.file_view), name="briefings_note_file"),
            path("<int:pk>/compare/", view(self.compare_view), name="briefings_note_compare"),
            *super().get_urls(),
        ]

    def has_add_permission(self, request):
        """Who hands a note over reviews it, and so must be allowed to change it."""
        return super().has_add_permission(request) and self.has_change_permission(request)

    def has_delete_permission(self, request, obj=None):
        """What was entered in the register stays behind its records."""
        finished = obj is not None and obj.is_finished
        return not finished and super().has_delete_permission(request, obj)

    # Handing over

    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            raise PermissionDenied
        sent = request.method == "POST"
        form = UploadForm(*((request.POST, request.FILES) if sent else ()), label_suffix="")
        note = self._accepted(request, form) if sent and form.is_valid() else None
        if note is not None:
            return HttpResponseRedirect(reverse("admin:briefings_note_change", args=[note.pk]))
        context = self._site(request) | {"title": "Загрузить справку", "form": form}
        return TemplateResponse(request, "admin/briefings/upload.html", context)

    def _accepted(self, request, form):
        """The Note made of what was handed over; None, with the form's error, if it is no note."""
        file, text = form.cleaned_data["file"], form.cleaned_data["text"]
        content, name = (file.read(), file.name) if file else (text.encode(errors="replace"), "")
        try:
            briefing = understand(content, name)
        except UnreadableError as error:
            form.add_error("file" if file else "text", error.message)
            return None
        is_known = waiting(content) is not None
        note = accept(content, name, briefing, request.user)
        before = entered_before(note)
        if is_known:
            messages.info(request, "Эта справка уже загружена, и разбор её не закончен: вот он.")
        elif before is not None:
            day = date_format(localtime(before.changed_at), "j E Y")
            messages.info(request, f"Эта справка уже записана в реестр {day} г.: {RECOGNISED}")
        return note

    # The note's own page

    def change_view(self, request, object_id, form_url="", extra_context=None):
        note = self.get_object(request, object_id)
        if note is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, note):
            raise PermissionDenied
        site = self._site(request) | {"can_delete": self.has_delete_permission(request, note)}
        may_change = self.has_change_permission(request, note)
        if request.method == "POST" and not may_change:
            raise PermissionDenied
        if may_change and (request.method == "POST" or not note.is_finished):
            return ReviewPage(request, note, site).answer()
        context = site | {"title": f"Справка {note}", "note": note, "came": self._came(note)}
        context["state"] = self.shown_state(note)
        return TemplateResponse(request, "admin/briefings/note.html", context)

    def _came(self, note):
        """Triples (origin, its record, the address of the record's form)."""
        origins = note.origins.select_related(*RECORDS, "tie__partner")
        rows = [
            (origin, next(filter(None, (getattr(origin, name) for name in RECORDS))))
            for origin in origins
        ]
        return [(origin, record, url_of(record)) for origin, record in rows]

    def file_view(self, request, pk):
        """The file as it was handed over, to be saved, never to be shown by the browser."""
        note = Note.objects.defer("text", "review").filter(pk=pk).first()
        if note is None:
            raise Http404(pk)
        if not self.has_view_or_change_permission(request, note):
            raise PermissionDenied
        response = HttpResponse(bytes(note.content), content_type="application/octet-stream")
        name = note.name or f"spravka-{note.pk}.txt"
        response["Content-Disposition"] = content_disposition_header(True, name)
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        response["X-Content-Type-Options"] = "nosniff"
        response["Cache-Control"] = "private, no-store"
        return response

    def compare_view(self, request, pk):
        note = Note.objects.defer("content").filter(pk=pk).first()
        if note is None:
            raise Http404(pk)
        # It lays the register's records beside the note's, whatever their status.
        if not self.has_view_or_change_permission(request, note) or viewed(request.user) < {
            *MODELS
        }:
            raise PermissionDenied
        return compare(request, note, self._site(request))

    def _site(self, request):
        return self.admin_site.each_context(request) | {
            "opts": self.opts,
            "is_nav_sidebar_enabled": False,
        }

    # The list

    @admin.display(description="Разбор", ordering="state")
    def shown_state(self, note):
        return format_html('<span class="st {}">{}</span>', *STATES[Note.State(note.state)])

    @admin.display(description="Справка", ordering="name")
    def shown_name(self, note):
        return str(note)

    @admin.display(description="№")
    def shown_number(self, note):
        return note.pk

    @admin.display(description="Партнёр", ordering="partner")
    def shown_partner(self, note):
        return note.partner or "не выбран"

    @admin.display(description="Файл")
    def shown_files(self, note):
        links = [("Скачать", "file")] + (
            [("Сравнить с реестром", "compare")] if note.partner else []
        )
        return format_html_join(
            " · ",
            '<a href="{}">{}<span class="visually-hidden">: {}</span></a>',
            [
                (reverse(f"admin:briefings_note_{page}", args=[note.pk]), words, str(note))
                for words, page in links
            ],
        )
