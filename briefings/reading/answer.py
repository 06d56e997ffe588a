"""A Briefing as the structure coop-note/1, ready for JSON."""

SCHEMA = "coop-note/1"


def answer(briefing):
    """The dictionary of a Briefing in the schema coop-note/1; each item carries ``text``."""
    return {
        "schema": SCHEMA,
        "file": briefing.file.rpartition(".")[0] or briefing.file,
        "formats": [briefing.format],
        "language": "ru",
        "counts": {
            name: len(getattr(briefing, name))
            for name in ("directions", "events", "background", "contacts")
        },
        "partner": _partner(briefing.partner),
        "as_of": briefing.as_of.edtf if briefing.as_of else None,
        "headings": [
            {"section": h.section, "as_written": h.text, "pieces": _pieces(h.pieces)}
            for h in briefing.headings
        ],
        "relations": [
            {"kind": r.kind, "with": r.with_, "since": r.since.edtf, "event": r.event}
            for r in briefing.relations
        ],
        "directions": [_direction(direction) for direction in briefing.directions],
        "events": [_event(event) for event in briefing.events],
        "background": [
            {"text": b.text, "after_event": b.after_event, "pieces": _pieces(b.pieces)}
            for b in briefing.background
        ],
        "contacts": [_contact(contact) for contact in briefing.contacts],
        "ignored": [item.text for item in briefing.ignored],
        "warnings": [
            {"code": w.code, "message": w.message, "about": w.about, "n": w.n}
            for w in briefing.warnings
        ],
    }


def _pieces(pieces):
    return [[piece.start, piece.end] for piece in pieces]


def _partner(partner):
    if partner is None:
        return None
    return {
        "name_ru": partner.name,
        "name_en": None,
        "name_local": None,
        "kind": partner.kind,
        "country": partner.country,
        "country_ru": partner.country_name,
        "iso3166_2": None,
        "wikidata": None,
        "in_title": partner.in_title,
    }


def _direction(direction):
    return {
        "n": direction.n,
        "text": direction.text,
        "sectors": list(direction.sectors),
        "sub_areas": list(direction.sub_areas),
        "pieces": _pieces(direction.pieces),
    }


def _event(event):
    return {
        "n": event.n,
        "date": _date(event.dating),
        "type": event.kind,
        "status": event.status,
        "moved_to": event.moved_to.date.edtf if event.moved_to else None,
        "title": event.title,
        "text": event.text,
        "sectors": list(event.sectors),
        "place": event.place,
        "section": event.section,
        "parts": [{"text": part.text} for part in event.parts],
        "persons": [person.name for person in event.persons],
        "duplicate_of": event.duplicate_of,
        "other_partner": event.other_partner,
        "pieces": _pieces(event.pieces),
    }


def _date(dating):
    if dating is None:
        return None
    date = dating.date
    return {
        "text": dating.text,
        "edtf": date.edtf,
        "start": date.first.isoformat(),
        "end": None if date.is_open else date.last.isoformat(),
        "precision": dating.precision.name.lower(),
        "span": dating.span,
        "qualifier": dating.qualifier,
        "inferred": list(dating.inferred),
        "recurring": dating.recurring,
    }


def _contact(contact):
    names = [
        *("as_written", "surname", "given", "patronymic", "initials", "position", "department"),
        *("unit", "organisation", "side", "acting", "vacant", "text"),
    ]
    return {
        "n": contact.n,
        **{name: getattr(contact, name) for name in names},
        "phones": [
            {
                "as_written": phone.as_written,
                "e164": phone.e164,
                "kind": phone.kind,
                "ext": phone.ext,
                "area_code_inferred": phone.area_code_inferred,
            }
            for phone in contact.phones
        ],
        "emails": list(contact.emails),
        "pieces": _pieces(contact.pieces),
    }
