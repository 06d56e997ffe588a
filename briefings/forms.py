"""The forms of the upload screen and of the cards of a review."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django_countries import countries

from briefings.register import cards
from briefings.register.proposing import PHONE_WORDS
from contacts.forms import PhoneField
from contacts.models import ContactPerson, Department
from cooperation.models import Partner, Tie
from core.admin.widgets import DateInput, OneLineArea, Pick
from core.fields import PartialDateFormField
from events.models import Event

LARGEST_FILE = 10 * 2**20
LONGEST_TEXT = 2 * 10**6
LONGEST_TITLE = Event._meta.get_field("title").max_length


class UploadForm(forms.Form):
    """A file or a pasted text, never both."""

    file = forms.FileField(
        label="Файл",
        required=False,
        allow_empty_file=True,
        help_text="Текст (.txt) или документ Word (.docx), не больше 10 МБ.",
        widget=forms.FileInput(attrs={"accept": ".txt,.docx"}),
    )
    text = forms.CharField(
        label="…или вставьте текст",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "class": "vLargeTextField", "lang": "ru"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file is not None and file.size > LARGEST_FILE:
            raise ValidationError(
                "Файл больше 10 МБ: для справки это слишком много. Проверьте, тот ли это файл,"
                " или вставьте текст справки ниже."
            )
        return file

    def clean_text(self):
        text = self.cleaned_data["text"]
        if len(text) > LONGEST_TEXT:
            raise ValidationError(
                "Текст длиннее двух миллионов знаков: вставьте одну справку, а не весь архив."
            )
        return text

    def clean(self):
        values = super().clean()
        if self.errors:
            return values
        file, text = values.get("file"), values.get("text", "").strip()
        if file is not None and text:
            raise ValidationError(
                "Выбран файл и вставлен текст: оставьте что-то одно. Вставленный текст цел,"
                " он ниже; файл нужно выбрать снова."
            )
        if file is None and not text:
            raise ValidationError("Выберите файл справки или вставьте её текст.")
        return values


class NewPartnerForm(forms.Form):
    """A partner to be made, as a draft, when the review is confirmed."""

    name = forms.CharField(label="Название", max_length=Partner._meta.get_field("name").max_length)
    kind = forms.ChoiceField(label="Вид", choices=[("", "выберите"), *Partner.Kind.choices])
    country = forms.ChoiceField(
        label="Страна", required=False, choices=lambda: [("", "не указана"), *countries]
    )


class CardForm(forms.Form):
    """What stands in a card. Always bound: the review holds texts as typed.

    Subclasses get ``sectors``, pairs (code, name), and ``partners``, pairs (key, name).
    """

    use_required_attribute = False

    def __init__(self, card, sectors=(), partners=()):
        prefix = f"c{card.id}"
        typed = {f"{prefix}-{name}": value for name, value in card.fields.items()}
        super().__init__(typed, prefix=prefix, auto_id="%s", label_suffix="")
        if "sectors" in self.fields:
            field = self.fields["sectors"]
            field.choices = field.widget.choices = sectors
        if "partner" in self.fields:
            self.fields["partner"].choices = partners


def sectors_field():
    return forms.MultipleChoiceField(label="Отрасли", required=False, widget=Pick("отрасли"))


def partner_field():
    return forms.ChoiceField(label="Партнёр", required=False)


def title_field(label):
    return forms.CharField(
        label=label, max_length=LONGEST_TITLE, widget=OneLineArea({"maxlength": LONGEST_TITLE})
    )


class DirectionForm(CardForm):
    text = forms.CharField(label="Направление", widget=forms.Textarea(attrs={"rows": 2}))
    sectors = sectors_field()


class EventForm(CardForm):
    title = title_field("Название")
    date = PartialDateFormField(label="Дата", required=False, widget=DateInput)
    sectors = sectors_field()
    event_kind = forms.ChoiceField(label="Вид", choices=Event.Kind.choices)
    event_status = forms.ChoiceField(label="Проведение", choices=Event.EventStatus.choices)
    place = forms.CharField(
        label="Место", required=False, max_length=Event._meta.get_field("place").max_length
    )
    partner = partner_field()
    persons = forms.CharField(
        label="Люди, каждый с новой строки", required=False, widget=forms.Textarea({"rows": 2})
    )


class PartForm(CardForm):
    text = forms.CharField(label="Часть", widget=forms.Textarea(attrs={"rows": 2}))


class TieForm(CardForm):
    tie_kind = forms.ChoiceField(label="Вид связи", choices=Tie.Kind.choices)
    since = PartialDateFormField(label="С какого времени", required=False, widget=DateInput)
    partner = partner_field()


class BackgroundTo(TextChoices):
    """Where background goes; the empty choice leaves that to the partner's state."""

    INTRODUCTION = "introduction", "во введение партнёра"
    NOTE = "note", "только хранить при справке"


class BackgroundForm(CardForm):
    to = forms.ChoiceField(label="Куда", required=False)

    def say_what_is_usual(self, introduces):
        """Offers to leave it to the partner's state, and says what that means now."""
        usual = BackgroundTo.INTRODUCTION if introduces else BackgroundTo.NOTE
        words = f"как обычно: {usual.label}"
        self.fields["to"].choices = [("", words), *BackgroundTo.choices]


class PhonesField(forms.CharField):
    """Numbers, one a line, cleaned to triples (E.164, extension, kind)."""

    KINDS = {word: kind for kind, word in PHONE_WORDS.items()}

    def clean(self, value):
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        return [self._number(line) for line in lines]

    def _number(self, line):
        word, colon, number = line.partition(":")
        kind = self.KINDS.get(word.strip().casefold(), "phone") if colon else "phone"
        return (*PhoneField().clean(number if colon else line), kind)


def contact_field(name, label):
    return forms.CharField(
        label=label, required=False, max_length=ContactPerson._meta.get_field(name).max_length
    )


class ContactForm(CardForm):
    surname = contact_field("surname", "Фамилия")
    given = contact_field("given", "Имя")
    patronymic = contact_field("patronymic", "Отчество")
    position = contact_field("position", "Должность")
    department = forms.CharField(
        label="Отдел",
        required=False,
        max_length=Department._meta.get_field("name").max_length,
        widget=forms.TextInput({"list": "departments"}),
    )
    phones = PhonesField(
        label="Телефоны, каждый с новой строки", required=False, widget=forms.Textarea({"rows": 2})
    )
    email = forms.EmailField(label="Электронная почта", required=False)
    add_partner = forms.BooleanField(required=False)


FORMS = {
    cards.DIRECTION: DirectionForm,
    cards.EVENT: EventForm,
    cards.PART: PartForm,
    cards.TIE: TieForm,
    cards.BACKGROUND: BackgroundForm,
    cards.CONTACT: ContactForm,
}


def editable(kind):
    """The names of the fields that a card of this kind has in its form."""
    form = FORMS.get(kind)
    return tuple(form.base_fields) if form else ()
