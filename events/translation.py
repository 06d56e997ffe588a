from modeltranslation.translator import TranslationOptions, register

from events.models import Event, Part


@register(Event)
class EventTranslation(TranslationOptions):
    fields = ["title", "summary", "body", "place", "persons", "organisations", "source"]
    required_languages = {"ru": ["title"]}


@register(Part)
class PartTranslation(TranslationOptions):
    fields = ["title", "text"]
    required_languages = {"ru": ["text"]}
