"""What a reader chooses of a note: query string -> Choice."""

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from briefings.writing.records import Choice
from cooperation.filters import SectorsField
from core.filters import YearsField


class NoteForm(forms.Form):
    """A value that cannot be understood chooses nothing; its message is in ``error_messages``."""

    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES, required=False)
    year = YearsField()
    sector = SectorsField()
    sources = forms.BooleanField(label=_("Sources in footnotes"), required=False)
    drafts = forms.BooleanField(label=_("With what is not published"), required=False)

    def __init__(self, *args, offered=None, **kwargs):
        """offered: the sectors to choose from, in order; all without it, which asks for them."""
        super().__init__(*args, **kwargs)
        self._offered = offered

    def choice(self, *, drafts=False, withheld=()):
        """The Choice as of today. drafts: whether this reader may have them and gets them, but
        those of the withheld models."""
        sectors = self.fields["sector"].options
        return Choice(
            as_of=timezone.localdate(),
            years=self.cleaned_data.get("year"),
            sectors=tuple(sectors[code] for code in self.cleaned_data.get("sector") or ()),
            sources=bool(self.cleaned_data.get("sources")),
            drafts=drafts,
            withheld=withheld,
        )

    def sectors(self):
        """Rows (Sector, whether it is chosen)."""
        chosen = self.data.getlist("sector") if self.is_bound else ()
        offered = self._offered
        if offered is None:
            offered = self.fields["sector"].options.values()
        return [(sector, sector.code in chosen) for sector in offered]

    def error_messages(self):
        return [message for messages in self.errors.values() for message in messages]
