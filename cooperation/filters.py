"""Filters by sector and by partner, with what each choice would give."""

from collections import Counter

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Count
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cooperation.models import Partner, Sector
from core.filters import Choice, FilterForm, Narrowing, WordsField, YearsField
from core.languages import language_of
from core.publishing import Status
from core.slugs import MAX_LENGTH
from core.templatetags.register import foreign


def _ids(joined):
    """``"12,7"``, as ``joined_ids`` annotates it, or a foreign key -> the ids."""
    return [int(part) for part in str(joined).split(",")] if joined is not None else []


def _combinations(queryset, field):
    """How many records point at which ids together: rows (ids, count); one query."""
    rows = queryset.order_by().values_list(field).annotate(count=Count("pk"))
    return [(_ids(joined), count) for joined, count in rows]


class ChoicesField(Narrowing, forms.MultipleChoiceField):
    """Any of several records, named in the query string by their codes.

    annotated: the annotation or column that says which of them a record points at.
    """

    widget = forms.CheckboxSelectMultiple
    annotated = None
    unknown = None

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)

    def clean(self, value):
        codes = {}
        for code in dict.fromkeys(filter(None, value or [])):
            known = code if code in self.options else self.renamed(code)
            if known not in self.options:
                raise ValidationError(self.unknown, params={"code": code[:40]})
            codes[known] = True
        return list(codes)

    def named(self, value):
        return [
            (code, foreign(self.options[code].name, language_of(self.options[code], "name")))
            for code in value
        ]

    def schema(self):
        return {"type": "array", "items": {"type": "string", "enum": ["", *self.options]}}

    @property
    def options(self):
        """The records that can be chosen, by their codes, in order."""
        raise NotImplementedError

    def renamed(self, code):
        """The code that stands for this one now; itself if it stands for nothing else."""
        return code

    def counts(self, queryset):
        """How many distinct records of the queryset each option would give, by its id."""
        counts = Counter()
        for ids, count in _combinations(queryset, self.annotated):
            for option in self.meant_by(ids):
                counts[option] += count
        return counts

    def meant_by(self, ids):
        """The ids of the options that find a record which points at these ids."""
        return set(ids)

    def depth(self, option):
        return 0

    def offered(self, queryset, chosen):
        """Every option as a Choice, counted over the queryset; one query."""
        counts = self.counts(queryset)
        return [
            Choice(
                value=code,
                label=option.name,
                language=language_of(option, "name"),
                count=counts[option.pk],
                chosen=code in chosen,
                depth=self.depth(option),
            )
            for code, option in self.options.items()
        ]


class SectorsField(ChoicesField):
    annotated = "sector_ids"
    unknown = _("There is no sector “%(code)s”.")

    def __init__(self, **kwargs):
        super().__init__(label=_("Sector"), **kwargs)

    @cached_property
    def options(self):
        return {sector.code: sector for sector in Sector.objects.in_order()}

    def narrow(self, queryset, value):
        return queryset.for_sectors([self.options[code].pk for code in value])


class PartnersField(ChoicesField):
    """Public partners; one includes the partners inside it."""

    annotated = "partner_ids"
    unknown = _("There is no partner “%(code)s”.")

    def __init__(self, **kwargs):
        super().__init__(label=_("Partner"), **kwargs)

    @cached_property
    def every(self):
        return {p.pk: p for p in Partner.objects.in_order(get_language())}

    @cached_property
    def options(self):
        place = {pk: number for number, pk in enumerate(self.every)}
        public = [p for p in self.every.values() if p.status == Status.PUBLISHED]
        public.sort(key=lambda partner: [place[pk] for pk in self.line(partner.pk)])
        return {partner.slug: partner for partner in public}

    def renamed(self, code):
        """Lists, too, are found by an address that a partner had before."""
        if code in self.options or len(code) > MAX_LENGTH or "\x00" in code:
            return code
        partner = Partner.objects.public().at(code)
        return code if partner is None else partner.slug

    @cached_property
    def public(self):
        return {partner.pk for partner in self.options.values()}

    def line(self, pk):
        """The partner and those it lies in, the outermost first."""
        line = []
        while pk is not None and pk not in line:
            line.append(pk)
            pk = self.every[pk].parent_id
        return line[::-1]

    def meant_by(self, ids):
        return {above for pk in ids if pk in self.public for above in self.line(pk)} & self.public

    def depth(self, option):
        return sum(pk in self.public for pk in self.line(option.pk)) - 1

    def within(self, ids):
        """The ids of these partners and of all that lie inside them."""
        return [pk for pk in self.every if not ids.isdisjoint(self.line(pk))]

    def narrow(self, queryset, value):
        within = self.within({self.options[code].pk for code in value})
        return queryset.for_partners(self.public.intersection(within))


class PartnerField(PartnersField):
    """For records of one partner each."""

    annotated = "partner_id"


class RegisterFilterForm(FilterForm):
    """Filters whose choices are offered with their counts."""

    def offered(self, name, queryset):
        """The choices of one filter over the queryset, the other filters kept."""
        field = self.fields[name]
        return field.offered(
            self.narrowed(queryset, without=name), self.cleaned_data.get(name) or []
        )


class DirectionFilterForm(RegisterFilterForm):
    q = WordsField()
    year = YearsField()
    sector = SectorsField()
    partner = PartnerField()


class PartnerFilterForm(FilterForm):
    q = WordsField()
