from django.utils.translation import gettext_lazy as _

from cooperation.filters import PartnersField, RegisterFilterForm, SectorsField
from core.filters import WordsField


class ContactFilterForm(RegisterFilterForm):
    q = WordsField(label=_("Name, position, department"))
    partner = PartnersField()
    sector = SectorsField()
