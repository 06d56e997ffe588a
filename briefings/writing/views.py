"""A partner's note on the site: ``note/`` is the page, ``note.docx`` and ``note.pdf`` the files."""

from urllib.parse import urlencode

from django.contrib.auth.views import redirect_to_login
from django.http import (
    Http404,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.shortcuts import render
from django.urls import reverse, translate_url
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic.base import View

from briefings.writing.composing import compose
from briefings.writing.forms import NoteForm
from briefings.writing.pdf import PdfUnavailableError, unavailable_words
from briefings.writing.records import MOST_EVENTS, TooManyEventsError, records_of
from briefings.writing.writing import CONTENT_TYPES, write
from contacts.models import ContactPerson
from cooperation.models import Direction, Partner, Tie
from core.errors import gone
from core.preview import is_staff
from core.publishing import Status
from events.models import Event

TOLD = (Tie, Direction, Event, ContactPerson)
TOO_LONG, NO_PDF = "briefings/too_long.html", "briefings/no_pdf.html"


class NoteView(View):
    """A note of one partner, public or, for staff who ask for it, with drafts."""

    def get(self, request, slug, format=None):
        partner = Partner.objects.at(slug)
        if partner is None:
            raise Http404
        drafts = "drafts" in request.GET
        published = partner.status == Status.PUBLISHED
        if (drafts or not published) and not is_staff(request):
            if partner.is_withdrawn():
                return gone(request, "partners")
            if not published:
                raise Http404
            return redirect_to_login(request.get_full_path(), reverse("admin:login"))
        if partner.slug != slug:
            return self._moved(request, partner, format)
        self.private = drafts or not published
        response = self._respond(request, partner, format)
        if self.private:
            add_never_cache_headers(response)
        return response

    def _moved(self, request, partner, format):
        name, arguments = ("note-file", [format]) if format else ("note", [])
        query = request.META.get("QUERY_STRING", "")
        address = reverse(name, args=[partner.slug, *arguments]) + (f"?{query}" if query else "")
        return HttpResponsePermanentRedirect(address)

    def _respond(self, request, partner, format):
        form = NoteForm(request.GET)
        form.is_valid()
        elsewhere = self._other_language(request, form)
        if elsewhere:
            return HttpResponseRedirect(elsewhere)
        try:
            if format is None:
                return self._page(request, partner, form)
            return self._file(request, partner, form, format)
        except TooManyEventsError as error:
            words = _(
                "The note would hold %(number)s events; at most %(most)s fit. "
                "Choose years or sectors."
            ) % {"number": error.number, "most": MOST_EVENTS}
            return self._instead(request, partner, TOO_LONG, 400, form=form, reason=words)
        except PdfUnavailableError:
            return self._instead(
                request,
                partner,
                NO_PDF,
                503,
                query=self._query(request),
                reason=unavailable_words(),
            )

    def _other_language(self, request, form):
        """The same address in the language that the form asks for; the path alone says it."""
        language = form.cleaned_data.get("language")
        if not language:
            return None
        query = self._query(request)
        path = translate_url(request.path, language)
        return f"{path}?{query}" if query else path

    def _query(self, request):
        query = request.GET.copy()
        query.pop("language", None)
        chosen = [(name, value) for name, values in query.lists() for value in values if value]
        return urlencode(chosen)

    def _withheld(self, request):
        """What this reader may not see at the desk, and so not here before it is public."""
        if not self.private:
            return ()
        names = {model: f"{model._meta.app_label}.view_{model._meta.model_name}" for model in TOLD}
        return tuple(m for m, name in names.items() if not request.user.has_perm(name))

    def _page(self, request, partner, form):
        choice = form.choice(drafts=self.private, withheld=self._withheld(request))
        note = compose(records_of(partner, choice), choice)
        return self._instead(
            request,
            partner,
            "briefings/note.html",
            200,
            form=form,
            note=note,
            query=self._query(request),
        )

    def _file(self, request, partner, form, format):
        if format not in CONTENT_TYPES:
            raise Http404(format)
        if form.errors:
            reason = " ".join(" ".join(form.error_messages()).split())
            return HttpResponse(f"{reason}\n", status=400, content_type="text/plain; charset=utf-8")
        choice = form.choice(drafts=self.private, withheld=self._withheld(request))
        content = write(partner, choice, get_language(), format)
        name = f"{partner.slug}-{choice.as_of.isoformat()}-{get_language()}.{format}"
        response = HttpResponse(content, content_type=CONTENT_TYPES[format])
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    def _instead(self, request, partner, template, status, **context):
        context |= {"partner": partner, "private": self.private, "section": "partners"}
        return render(request, template, context, status=status)
