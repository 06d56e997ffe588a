"""The list of records: its order, its chosen filters, its files."""

from django.contrib.admin.views.main import (
    ALL_VAR,
    IS_POPUP_VAR,
    ORDER_VAR,
    SEARCH_VAR,
    TO_FIELD_VAR,
    ChangeList,
)
from django.db.models import F
from django.db.models.expressions import OrderBy

from core.admin.counting import records


class DeskChangeList(ChangeList):
    """Filters stand in the search form; what is chosen can be taken back one by one."""

    def get_filters(self, request):
        specs, _has_filters, rest, duplicates, active = super().get_filters(request)
        # Without has_filters Django's templates leave out their column of filters.
        return specs, False, rest, duplicates, active

    def get_queryset(self, request, exclude_parameters=None):
        queryset = super().get_queryset(request, exclude_parameters)
        return self.model_admin.for_list(queryset)

    def get_ordering(self, request, queryset):
        """NULLs stand last on every database, whichever way a column is sorted."""
        return [self._nulls_last(part) for part in super().get_ordering(request, queryset)]

    def _nulls_last(self, part):
        if isinstance(part, str):
            name = part.lstrip("-")
            known = {field.name for field in self.lookup_opts.fields if field.null}
            if name in known:
                return OrderBy(F(name), descending=part.startswith("-"), nulls_last=True)
        elif isinstance(part, OrderBy) and part.nulls_first:
            part = part.copy()
            part.nulls_first, part.nulls_last = None, True
        return part

    def get_query_string(self, new_params=None, remove=None):
        """Without the empty values that an untouched control of the form sends."""
        self.filter_params = {
            name: [value for value in values if value or name == ALL_VAR]
            for name, values in self.filter_params.items()
        }
        return super().get_query_string(new_params, remove)

    @property
    def chips(self):
        """What is chosen now: pairs (words, query string that takes it back)."""
        chosen = [
            (f"{spec.title.lower()}: {spec.words}", self._without(spec.parameter_name))
            for spec in self.filter_specs
            if getattr(spec, "words", None)
        ]
        if self.query.strip():
            chosen.insert(0, (f"слова: «{self.query.strip()}»", self._without(SEARCH_VAR)))
        return chosen

    def _without(self, name):
        return self.get_query_string({name: None})

    @property
    def found(self):
        return records(self.result_count)

    @property
    def these(self):
        return "эту запись" if self.result_count == 1 else f"эти {self.found}"

    @property
    def kept_params(self):
        """What the search form keeps of the query string besides its own controls."""
        names = (ORDER_VAR, IS_POPUP_VAR, TO_FIELD_VAR)
        return [(name, self.params[name]) for name in names if self.params.get(name)]

    @property
    def unread(self):
        """Whether a filter's value could not be understood."""
        return any(getattr(spec, "value", "") and spec.words is None for spec in self.filter_specs)
