"""How far a record is translated: of one record, and as a condition on many."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from modeltranslation.translator import translator
from modeltranslation.utils import build_localized_fieldname

from core.admin.counting import fields
from core.languages import CODES, SOURCE

TARGETS = [code for code in CODES if code != SOURCE]
NAMES = {"ru": "русский", "en": "английский", "nl": "нидерландский"}


def texts(model):
    """The names of the model's translated fields, in their order."""
    return list(translator.get_options_for_model(model).all_fields)


def _empty(name):
    return Q(**{name: ""}) | Q(**{f"{name}__isnull": True})


def translated(model, code):
    """A condition: every text that is there in the source language is there in this one."""
    condition = Q()
    for name in texts(model):
        source = build_localized_fieldname(name, SOURCE)
        condition &= _empty(source) | ~_empty(build_localized_fieldname(name, code))
    return condition


@dataclass(frozen=True)
class Readiness:
    """One language of one record.

    filled: how many of the record's texts stand in it; missing: (column, label) of those that stand
    in the source language only, or, of the source language itself, that must not be empty.
    """

    code: str
    filled: int
    missing: list

    @property
    def name(self):
        return NAMES[self.code]

    @property
    def is_ready(self):
        return not self.missing

    @property
    def short(self):
        """One word for the list: «готово», «нет», «2 нет»; «не нужно» where there is no text."""
        if self.missing:
            return f"{len(self.missing)} нет" if self.filled else "нет"
        return "готово" if self.filled else "не нужно"

    @property
    def words(self):
        return f"{fields(len(self.missing))} пусто" if self.missing else self.short

    @property
    def css(self):
        if self.missing:
            return "tr tr-no"
        return "tr tr-ok" if self.filled else "tr"


def readiness(record, code):
    """The Readiness of the record in one of the languages to translate into."""
    filled, missing = 0, []
    for name in texts(type(record)):
        if not getattr(record, build_localized_fieldname(name, SOURCE)):
            continue
        column = build_localized_fieldname(name, code)
        if getattr(record, column):
            filled += 1
        else:
            missing.append((column, record._meta.get_field(name).verbose_name))
    return Readiness(code, filled, missing)


def marks(record):
    """The translations of a record as the list shows them, one a line."""
    return format_html_join(
        mark_safe("<br>"),
        '<span class="{}"><b>{}</b> {}</span>',
        [(each.css, each.code, each.short) for each in (readiness(record, c) for c in TARGETS)],
    )
