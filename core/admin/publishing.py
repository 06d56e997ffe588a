"""Publish, return to draft, archive: as actions of a list and as buttons of a form."""

from dataclasses import dataclass

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from core.admin.counting import records
from core.admin.filters import STATUS_WORDS
from core.publishing import Status

BATCH = 500
MARKS = {
    Status.DRAFT: "st-draft",
    Status.IN_REVIEW: "st-review",
    Status.PUBLISHED: "st-public",
    Status.ARCHIVED: "st-archive",
}


@dataclass(frozen=True)
class Step:
    """A change of status. name: of the button; verb: on it; done: what happened."""

    name: str
    status: Status
    verb: str
    done: str


PUBLISH = Step("_publish", Status.PUBLISHED, "Опубликовать", "Опубликовано")
REVIEW = Step("_review", Status.IN_REVIEW, "На проверку", "Отправлено на проверку")
RETURN = Step("_return", Status.DRAFT, "Вернуть в черновики", "Возвращено в черновики")
ARCHIVE = Step("_archive", Status.ARCHIVED, "В архив", "Отправлено в архив")
STEPS = [PUBLISH, REVIEW, RETURN, ARCHIVE]


def status_mark(status):
    """A status as a word with its shape."""
    words = STATUS_WORDS[status]
    return format_html('<span class="st {}">{}</span>', MARKS[status], words.capitalize())


def _log_message(step):
    return [{"changed": {"fields": [f"состояние ({STATUS_WORDS[step.status]})"]}}]


class PublishingMixin:
    """For admins of Publishable models. The status is set by steps only, never by a field."""

    def why_hidden(self, record):
        """Why a published record is not to be seen on the site; None when it is."""
        return None if record.is_public() else "нет опубликованного партнёра"

    def step_of(self, request):
        """The Step whose button was pressed, if this member of staff may do it."""
        allowed = self.has_change_permission(request)
        return next((s for s in STEPS if allowed and s.name in request.POST), None)

    def steps_for(self, request, record):
        """The Steps that the form offers."""
        if record is None:
            return [PUBLISH, REVIEW] if self.has_change_permission(request) else []
        if not self.has_change_permission(request, record):
            return []
        return [step for step in STEPS if step.status != record.status]

    # The form

    def save_model(self, request, obj, form, change):
        step = self.step_of(request)
        if step is not None:
            obj.status = step.status
        super().save_model(request, obj, form, change)

    def construct_change_message(self, request, form, formsets, add=False):
        message = super().construct_change_message(request, form, formsets, add)
        step = self.step_of(request)
        return message if step is None else [*message, *_log_message(step)]

    def response_add(self, request, obj, post_url_continue=None):
        return self._stepped(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self._stepped(request, obj) or super().response_change(request, obj)

    def _stepped(self, request, obj):
        """Tells what became of the record; back to its form when a step was made."""
        hidden = obj.status == Status.PUBLISHED and self.why_hidden(obj)
        if hidden:
            messages.warning(request, f"Опубликовано, но на сайте не видно: {hidden}.")
        step = self.step_of(request)
        if step is None:
            return None
        if not hidden:
            messages.success(request, f"{step.done}: «{obj}».")
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        filters = {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts}
        return HttpResponseRedirect(add_preserved_filters(filters, reverse(name, args=[obj.pk])))

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        status = Status.DRAFT if obj is None else obj.status
        context |= {
            "steps": self.steps_for(request, obj),
            "status": status_mark(status),
            "is_published": status == Status.PUBLISHED,
            "hidden": self.why_hidden(obj) if obj and status == Status.PUBLISHED else None,
        }
        return super().render_change_form(request, context, add, change, form_url, obj)

    # The list

    @admin.display(description="Состояние", ordering="status")
    def shown_status(self, record):
        return status_mark(record.status)

    @admin.action(description="Опубликовать", permissions=["change"])
    def publish(self, request, queryset):
        self._move(request, queryset, PUBLISH)

    @admin.action(description="Отправить на проверку", permissions=["change"])
    def send_to_review(self, request, queryset):
        self._move(request, queryset, REVIEW)

    @admin.action(description="Вернуть в черновики", permissions=["change"])
    def return_to_draft(self, request, queryset):
        self._move(request, queryset, RETURN)

    @admin.action(description="В архив", permissions=["change"])
    def archive(self, request, queryset):
        self._move(request, queryset, ARCHIVE)

    @transaction.atomic
    def _move(self, request, queryset, step):
        moved = list(queryset.exclude(status=step.status).values_list("pk", flat=True))
        hidden = 0
        # In batches: a database takes only so many parameters, and each record goes to the log.
        for start in range(0, len(moved), BATCH):
            batch = self.model.objects.filter(pk__in=moved[start : start + BATCH])
            LogEntry.objects.log_actions(
                request.user.pk, batch, CHANGE, _log_message(step), single_object=False
            )
            batch.update(status=step.status, changed_at=timezone.now())
            if step is PUBLISH:
                visible = self.model.objects.public().filter(pk__in=moved[start : start + BATCH])
                hidden += len(moved[start : start + BATCH]) - visible.count()
        self._tell(request, step, len(moved), hidden)

    def _tell(self, request, step, moved, hidden):
        if not moved:
            messages.info(request, "Ничего не изменилось: записи уже в этом состоянии.")
            return
        messages.success(request, f"{step.done}: {records(moved)}.")
        if hidden:
            messages.warning(
                request,
                f"На сайте пока не видно: {records(hidden)} — нет опубликованного партнёра"
                " или согласия на публикацию.",
            )
