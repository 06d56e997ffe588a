"""The page that sets a note beside the register; it changes nothing."""

from django.template.response import TemplateResponse

from briefings.notes import RECORDS, Origin
from briefings.register import cards
from briefings.register.cards import Review
from briefings.register.comparing import Comparison
from briefings.register.importing import MODELS
from briefings.register.words import digest
from briefings.sides import load, side, url_of
from core.admin.filters import STATUS_WORDS
from core.publishing import Status

NAMES = {
    cards.DIRECTION: "Направления",
    cards.EVENT: "Мероприятия",
    cards.TIE: "Связи",
    cards.CONTACT: "Контактные лица",
}
# Where a record came from is not what it says.
NOT_COMPARED = {"Источник"}
# What staff made of the same words is no difference between the note and the register.
WORDING = {"Название", "Направление"}


def compare(request, note, site):
    context = site | {"title": f"Справка {note}: сравнение с реестром", "note": note}
    review = Review.from_json(note.review)
    if note.partner_id is not None:
        review.partner = str(note.partner_id)
        context |= _compared(Comparison(review, note.text))
    return TemplateResponse(request, "admin/briefings/compare.html", context)


def _compared(comparison):
    plan, records = comparison.plan, load(comparison.plan, set(MODELS))
    same_words = _records_of_these_words(comparison.known)
    beside = [
        (planned, _beside(plan, planned, records[planned.card.kind], same_words))
        for planned in comparison.known
    ]
    differing = [(p, s) for p, s in beside if any(row.differs or row.fills for row in s.rows)]
    lacking = [_lacking(each) for each in comparison.lacking if each.number]
    return {
        "comparison": comparison,
        "partner": plan.partners.name(plan.partner),
        "differing": differing,
        "agreeing": len(beside) - len(differing),
        "lacking": lacking,
        "lacking_number": sum(each["number"] for each in lacking),
    }


def _records_of_these_words(known):
    """{(kind, key, digest)} of the records that were read out of the very words of these cards."""
    digests = {digest(planned.card.text) for planned in known}
    origins = Origin.objects.filter(digest__in=digests).values_list(
        "digest", *(f"{kind}_id" for kind in RECORDS)
    )
    return {
        (kind, key, mark)
        for mark, *keys in origins
        for kind, key in zip(RECORDS, keys, strict=True)
        if key is not None
    }


def _beside(plan, planned, records, same_words):
    kind, key = planned.card.kind, planned.matches[0].pk
    found = side(plan, planned, records[key])
    is_same = (kind, key, digest(planned.card.text)) in same_words
    skipped = NOT_COMPARED | (WORDING if is_same else set())
    found.rows[:] = [row for row in found.rows if row.name not in skipped]
    return found


def _lacking(lacking):
    dates = {cards.EVENT: "date", cards.TIE: "since"}
    name = dates.get(lacking.kind)
    rows = []
    for record in lacking.records:
        date = getattr(record, name) if name else None
        status = STATUS_WORDS[Status(record.status)]
        rows.append((date.show("ru") if date else "", str(record), url_of(record), status))
    return {"name": NAMES[lacking.kind], "number": lacking.number, "rows": rows}
