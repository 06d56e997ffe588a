"""The page that sets a note beside the register; it changes nothing."""

from django.template.response import TemplateResponse

from briefings.register import cards
from briefings.register.cards import Review
from briefings.register.comparing import Comparison
from briefings.register.importing import MODELS
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
NOT_COMPARED = "Источник"


def compare(request, note, site):
    context = site | {"title": f"Справка {note}: сравнение с реестром", "note": note}
    review = Review.from_json(note.review)
    if note.partner_id is not None:
        review.partner = str(note.partner_id)
        context |= _compared(Comparison(review, note.text))
    return TemplateResponse(request, "admin/briefings/compare.html", context)


def _compared(comparison):
    plan, records = comparison.plan, load(comparison.plan, set(MODELS))
    beside = [
        (planned, _beside(plan, planned, records[planned.card.kind][planned.matches[0].pk]))
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


def _beside(plan, planned, record):
    found = side(plan, planned, record)
    found.rows[:] = [row for row in found.rows if row.name != NOT_COMPARED]
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
