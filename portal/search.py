"""The search over all: the first records of each list that hold the words, with how many more."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from contacts.views import ContactPersonList
from cooperation.views import DirectionList, PartnerList
from core.filters import FilterForm, WordsField
from core.search.correcting import correct
from events.views import EventList

FIRST = 5
LISTS = [
    (PartnerList, _("Partners")),
    (EventList, _("Events")),
    (DirectionList, _("Directions")),
    (ContactPersonList, _("Contacts")),
]


class SearchForm(FilterForm):
    q = WordsField()


def _group(view, label, question):
    """One list's part of the answer, or None where it holds nothing."""
    found = view.records().matching(question).by_relevance(question)
    records = list(view.for_page(found)[: FIRST + 1])
    if not records:
        return None
    return {
        "name": view.name,
        "label": label,
        "records": records[:FIRST],
        "count": len(records) if len(records) <= FIRST else found.order_by().count(),
        "all": f"{reverse(view.name)}?{urlencode({'q': question.meant})}",
    }


def _groups(views, question):
    groups = [_group(view, label, question) for view, label in views] if question else []
    return [group for group in groups if group]


class Search(TemplateView):
    """Words typed once, looked for in every list; an empty question says what may be asked."""

    template_name = "portal/search.html"
    extra_context = {"section": "search"}

    def get_context_data(self, **kwargs):
        views = [(view(), label) for view, label in LISTS]
        form = SearchForm(self.request.GET)
        form.is_valid()
        groups = _groups(views, form.question)
        if form.question and not groups:
            everything = [view.model.objects.public() for view, _label in views]
            form.cleaned_data["q"] = correct(form.question, everything)
            groups = _groups(views, form.question) if form.question.is_corrected else []
        return super().get_context_data(
            form=form,
            groups=groups,
            found=sum(group["count"] for group in groups),
            lists=[(view.name, label) for view, label in views],
            **kwargs,
        )
