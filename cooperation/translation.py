from modeltranslation.translator import TranslationOptions, register

from cooperation.models import Direction, Partner, Sector, Tie


@register(Sector)
class SectorTranslation(TranslationOptions):
    fields = ["name"]
    required_languages = ["ru"]


@register(Partner)
class PartnerTranslation(TranslationOptions):
    fields = ["name", "introduction"]
    required_languages = {"ru": ["name"]}


@register(Tie)
class TieTranslation(TranslationOptions):
    fields = ["note", "source"]


@register(Direction)
class DirectionTranslation(TranslationOptions):
    fields = ["title", "text", "source"]
    required_languages = {"ru": ["title"]}
