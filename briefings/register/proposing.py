"""From a note as it was understood to the cards of its review."""

import re
from dataclasses import asdict

from briefings.register import cards
from briefings.register.cards import Review
from briefings.writing.cases import GENITIVE, in_case
from core.phones import show_phone

TITLE = 200
INITIAL = re.compile(r"\w+\.")
PHONE_WORDS = {"fax": "факс", "phone_fax": "тел./факс", "mobile": "мобильный"}


def shortened(text, length=TITLE):
    """The text, or as many of its whole words as fit, with «…»."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    return text[: length - 1].rpartition(" ")[0].rstrip(" ,;:–—-") + "…"


def capitalised(text):
    return text[:1].upper() + text[1:]


def event_fields(title, **values):
    """The fields of an event's form, of which the text gives at least a title."""
    return {
        "title": shortened(capitalised(title.rstrip(" .;"))),
        "date": "",
        "sectors": [],
        "event_kind": "other",
        "event_status": "held",
        "place": "",
        "persons": "",
        "partner": "",
    } | values


def direction_fields(text, sectors=()):
    return {"text": text.strip().rstrip(" .;"), "sectors": list(sectors)}


def background_fields():
    return {"to": ""}


def propose(briefing):
    """The Review of a Briefing, before anything was compared with the register."""
    review = Review(told=asdict(briefing.partner) if briefing.partner else {})
    numbers = {}
    makers = {
        "Heading": lambda item: (cards.HEADING, {}),
        "Ignored": lambda item: (cards.IGNORED, {}),
        "Direction": lambda item: (cards.DIRECTION, direction_fields(item.text, item.sectors)),
        "Background": lambda item: (cards.BACKGROUND, background_fields()),
        "Contact": lambda item: (cards.CONTACT, _contact(item)),
        "Event": lambda item: (cards.EVENT, _event(item)),
    }
    for item in briefing.items():
        kind, fields = makers[type(item).__name__](item)
        card = review.add(
            kind=kind,
            spans=[[piece.start, piece.end] for piece in item.pieces],
            text=item.text,
            paragraph=item.paragraph,
            fields=fields,
        )
        numbers[kind, item.n] = card
        if kind == cards.EVENT:
            _add_parts(review, card, item)
    _add_ties(review, briefing, numbers)
    _add_cautions(review, briefing, numbers)
    review.sort()
    return review


def _event(event):
    return event_fields(
        event.title or event.text,
        date=event.dating.date.show("ru") if event.dating else "",
        sectors=list(event.sectors),
        event_kind=event.kind,
        event_status=event.status,
        place=event.place or "",
        persons="\n".join(person.name for person in event.persons),
    )


def _contact(contact):
    initials = INITIAL.findall(contact.initials or "")
    position = contact.position or ""
    return {
        "surname": contact.surname or "",
        "given": contact.given or "".join(initials[:1]),
        "patronymic": contact.patronymic or "".join(initials[1:2]),
        "position": _acting(position) if contact.acting else position,
        "department": " ".join(filter(None, (contact.department, contact.unit))),
        "phones": "\n".join(_phone(phone) for phone in contact.phones),
        "email": ", ".join(contact.emails[:1]),
        "side": contact.side,
        "add_partner": "",
    }


def _acting(position):
    """«и. о. начальника отдела»: whose duties somebody performs stands in the genitive."""
    plain = position[:1].lower() + position[1:]
    return f"и. о. {in_case(plain, GENITIVE) or plain}"


def _phone(phone):
    """As the form's box understands it: «факс: (812) 576-68-33 доб. 12»."""
    number = show_phone(phone.e164)
    called = f"{PHONE_WORDS[phone.kind]}: {number}" if phone.kind in PHONE_WORDS else number
    return f"{called} доб. {phone.ext}" if phone.ext else called


def _add_parts(review, card, event):
    for part in event.parts:
        review.add(
            kind=cards.PART,
            of=card.id,
            spans=[[piece.start, piece.end] for piece in part.pieces],
            text=part.text,
            paragraph=card.paragraph,
            fields={"text": part.text},
        )


def _add_ties(review, briefing, numbers):
    for relation in briefing.relations:
        event = numbers.get((cards.EVENT, relation.event))
        if event is not None:
            review.add(
                kind=cards.TIE,
                of=event.id,
                spans=event.spans,
                text=event.text,
                paragraph=event.paragraph,
                fields={
                    "tie_kind": relation.kind,
                    "since": relation.since.show("ru"),
                    "partner": "",
                    "with": relation.with_,
                },
            )


def _add_cautions(review, briefing, numbers):
    for caution in briefing.warnings:
        card = numbers.get((caution.about, caution.n))
        told = {"code": caution.code, "message": caution.message}
        (review if card is None else card).cautions.append(told)
    for event in briefing.events:
        card = numbers[cards.EVENT, event.n]
        if event.duplicate_of:
            card.fields["repeats"] = numbers[cards.EVENT, event.duplicate_of].id
        if event.other_partner:
            card.fields["other_partner"] = event.other_partner
