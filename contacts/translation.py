from modeltranslation.translator import TranslationOptions, register

from contacts.models import ContactPerson, Department


@register(Department)
class DepartmentTranslation(TranslationOptions):
    fields = ["name"]
    required_languages = ["ru"]


@register(ContactPerson)
class ContactPersonTranslation(TranslationOptions):
    fields = ["surname", "given", "patronymic", "position"]
    required_languages = {"ru": ["surname"]}
