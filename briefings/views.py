"""The review of a note at the desk: one form, each of whose buttons saves what was typed."""

import logging
from dataclasses import dataclass

from django.contrib import messages
from django.db import DatabaseError
from django.http import HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from briefings.differing import differences
from briefings.entering import enter
from briefings.forms import NewPartnerForm
from briefings.notes import Note
from briefings.paging import Pages, page_number
from briefings.partner_question import PartnerQuestion, search
from briefings.permissions import lacking
from briefings.register import settling
from briefings.register.accepting import keep
from briefings.register.cards import Review
from briefings.register.importing import AlreadyDoneError, confirm
from briefings.register.matching import Partners
from briefings.register.mending import MendError, mend
from briefings.register.planning import Plan
from briefings.screen import numbers, shown, source, summary, unplaced
from briefings.sides import load, viewed
from contacts.models import Department
from cooperation.models import Partner
from core.admin.counting import records

log = logging.getLogger(__name__)
LONGEST_NAME = Partner._meta.get_field("name").max_length
FROM_SCRIPT = "X-Desk-Script"


@dataclass
class Step:
    """What a button did: where the page goes on, and what it says."""

    anchor: str = ""
    query: str = ""
    level: int = messages.INFO
    words: str = ""
    form: object = None


class ReviewPage:
    """One request to the review of a note. site: the desk's own context of a page."""

    def __init__(self, request, note, site):
        self.request, self.note, self.site = request, note, site
        self.url = reverse("admin:briefings_note_change", args=[note.pk])

    def answer(self):
        if self.request.method != "POST":
            return self.page(Review.from_json(self.note.review))
        if self.note.is_finished:
            messages.info(
                self.request, "Эта справка уже записана в реестр: второй раз ничего не добавлено."
            )
            return HttpResponseRedirect(self.url)
        return self._post(self.request.POST)

    def _post(self, post):
        review = Review.from_json(self.note.review)
        enter(review, post)
        if post.get("version") != str(self.note.version):
            return self._conflict(review)
        step = self._step(review, post)
        if not self._save(
            review, Note.State.SET_ASIDE if "_later" in post else Note.State.IN_REVIEW
        ):
            self.note.refresh_from_db()
            review = Review.from_json(self.note.review)
            enter(review, post)
            return self._conflict(review)
        if self.request.headers.get(FROM_SCRIPT):
            return JsonResponse({"version": self.note.version})
        if "_later" in post:
            messages.info(
                self.request, f"Разбор справки «{self.note}» отложен: его можно продолжить."
            )
            return HttpResponseRedirect(reverse("admin:briefings_note_changelist"))
        if "_confirm" in post:
            step = self._confirm(review)
        if step.words:
            messages.add_message(self.request, step.level, step.words)
        if step.form is not None:
            return self.page(review, new_partner=step.form)
        return HttpResponseRedirect(self._goes_on(review, step))

    def _goes_on(self, review, step):
        """The address of the place on which the page goes on; without one, of the page it was."""
        pages = Pages(review)
        asked = self.request.POST.get("_page") or self.request.POST.get("p", "")
        page = pages.of_anchor(step.anchor) if step.anchor else page_number(asked)
        query = step.query or ("" if page == 1 else pages.query(page))
        return f"{self.url}{query}" + (f"#{step.anchor}" if step.anchor else "")

    # Buttons

    def _step(self, review, post):
        """Does what the pressed button asks of the review itself."""
        try:
            if "_mend" in post:
                return Step(anchor=f"c{mend(review, self.note.text, post['_mend'])}")
            if "_partner" in post:
                return self._choose(review, post["_partner"])
            if "_find" in post:
                return self._find(review, post.get("partner_q", ""))
            if "_make_told" in post:
                return self._make_told(review)
            if "_make_partner" in post:
                return self._make(review, NewPartnerForm(post, prefix="new"))
        except MendError as error:
            return Step(level=messages.ERROR, words=str(error))
        return Step()

    def _choose(self, review, key):
        if key not in Partners(review.partners):
            raise MendError("Этого партнёра в реестре уже нет: выберите другого.")
        settling.choose(review, key)
        return Step(anchor="partner")

    def _find(self, review, query):
        found = search(Partners(review.partners), query)
        if len(found) == 1:
            return self._choose(review, found[0])
        return Step(anchor="partner", query="?" + urlencode({"q": query}))

    def _make(self, review, form):
        if not form.is_valid():
            return Step(form=form)
        name, kind, country = (form.cleaned_data[each] for each in ("name", "kind", "country"))
        partners = Partners(review.partners)
        known = [key for key in partners.named(name) if partners.kind(key) == kind]
        key = known[0] if known else settling.make(review, name, kind, country)
        settling.choose(review, key)
        words = f"«{name}» уже есть: справка отнесена к этой записи." if known else ""
        return Step(anchor="partner", words=words)

    def _make_told(self, review):
        """Takes the partner as the note tells of it."""
        told = review.told
        name, kind, country = told.get("name"), told.get("kind"), told.get("country") or ""
        if not name or not kind:
            raise MendError("Справка не говорит о партнёре всего: найдите его или заведите.")
        settling.choose(review, settling.make(review, name[:LONGEST_NAME], kind, country))
        return Step(anchor="partner")

    def _save(self, review, state):
        """Saves the review unless somebody saved it meanwhile. Whether it did."""
        keep(self.note, review)
        same = Note.objects.unfinished().filter(pk=self.note.pk, version=self.note.version)
        saved = same.update(
            review=self.note.review,
            partner=self.note.partner_id,
            state=state,
            version=self.note.version + 1,
            changed_by=self.request.user,
            changed_at=timezone.now(),
        )
        self.note.version += bool(saved)
        return bool(saved)

    def _confirm(self, review):
        plan = Plan(review, self.note.text)
        if plan.questions:
            first = plan.questions[0]
            words = f"Пока ничего не записано. Осталось ответить: {first.words}."
            return Step(anchor=first.anchor, level=messages.WARNING, words=words)
        if rights := lacking(plan, self.request.user):
            words = (
                "Ничего не записано: у вас нет права " + ", ".join(rights) + ". Разбор сохранён."
            )
            return Step(level=messages.ERROR, words=words)
        try:
            done = confirm(self.note, plan, self.request.user)
        except AlreadyDoneError:
            words = (
                "Ничего не записано: тем временем изменились разбор или реестр. Проверьте снова."
            )
            return Step(level=messages.WARNING, words=words)
        except DatabaseError:
            log.exception("Note %s could not be written", self.note.pk)
            words = "Ничего не записано: база данных отказала. Разбор сохранён, попробуйте ещё раз."
            return Step(level=messages.ERROR, words=words)
        words = (
            f"Записано черновиками: {records(done['new'])}. Дополнено: {records(done['filled'])}."
        )
        return Step(level=messages.SUCCESS, words=words)

    # Pages

    def _question_link(self, plan, pages):
        anchor = plan.questions[0].anchor if plan.questions else ""
        page = pages.of_anchor(anchor)
        return f"#{anchor}" if page == pages.here else f"{pages.query(page)}#{anchor}"

    def _conflict(self, review):
        """The saved review with what was typed laid over it, not saved; says what differs."""
        if self.request.headers.get(FROM_SCRIPT):
            return JsonResponse({"conflict": True}, status=409)
        saved = Plan(Review.from_json(self.note.review), self.note.text)
        return self.page(review, status=409, conflict=differences(saved, review))

    def page(self, review, status=200, **context):
        plan = Plan(review, self.note.text)
        sent = self.request.POST.get("p") or self.request.GET.get("p", "")
        pages = Pages(review, page_number(sent))
        segments = source(plan, pages)
        new_partner = context.pop("new_partner", None)
        context |= self.site | {
            "title": f"Справка {self.note}: проверьте разбор",
            "note": self.note,
            "plan": plan,
            "source": segments,
            "unplaced": unplaced(segments),
            "sections": shown(plan, load(plan, viewed(self.request.user)), pages),
            "numbers": numbers(plan),
            "pages": pages,
            "first_question": self._question_link(plan, pages),
            "summary": summary(plan),
            "partner": PartnerQuestion(plan, self.request.GET.get("q", ""), new_partner),
            "departments": Department.objects.all(),
        }
        return TemplateResponse(self.request, "admin/briefings/review.html", context, status=status)
