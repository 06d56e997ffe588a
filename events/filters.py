from cooperation.filters import PartnersField, RegisterFilterForm, SectorsField
from core.filters import WordsField, YearsField


class EventFilterForm(RegisterFilterForm):
    q = WordsField()
    year = YearsField()
    sector = SectorsField()
    partner = PartnersField()
