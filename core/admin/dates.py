"""What the desk understands of a date while it is being typed."""

from django.core.exceptions import ValidationError
from django.http import JsonResponse

from core.dates import Precision
from core.fields import PartialDateFormField

MAX_LENGTH = 200
PRECISIONS = {
    Precision.DAY: "день",
    Precision.MONTH: "месяц",
    Precision.SEASON: "время года",
    Precision.QUARTER: "квартал",
    Precision.HALF_YEAR: "полугодие",
    Precision.YEAR: "год",
    Precision.DECADE: "десятилетие",
}


def _found_in(date):
    first, last = date.first.year, date.last.year
    if date.is_open:
        return f"с {first} года"
    return f"за {first} год" if first == last else f"за {first}–{last} годы"


def understood(text):
    """The pair (the date in words, its precision and the years that find it) of a typed text.

    Two empty texts for no text; ValidationError, in Russian, where it is no date.
    """
    date = PartialDateFormField(required=False).clean(text)
    if date is None:
        return "", ""
    precision = PRECISIONS[date.precision]
    return date.show("ru"), f"точность: {precision} · найдётся в отборе {_found_in(date)}"


def understood_view(request):
    """``?text=…`` -> words and rest, or error: what the form says below the box."""
    try:
        words, rest = understood(request.GET.get("text", "")[:MAX_LENGTH])
    except ValidationError as error:
        return JsonResponse({"error": " ".join(error.messages)})
    return JsonResponse({"words": words, "rest": rest})
