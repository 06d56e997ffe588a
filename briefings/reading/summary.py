"""A Briefing in words, for a person at a terminal."""

STATUS = {"planned": "предстоит", "cancelled": "отменено", "postponed": "перенесено"}


def summary(briefing):
    """What was understood, in Russian, with a line for each item."""
    lines = [*_head(briefing)]
    lines += _section("Направления", [_direction(d) for d in briefing.directions])
    lines += _section("События", [_event(e) for e in briefing.events])
    lines += _section(
        "Фон (без даты)",
        [f"{_short(b.text)} – после события {b.after_event}" for b in briefing.background],
    )
    lines += _section("Контакты", [_contact(c) for c in briefing.contacts])
    lines += _section("Не вошло никуда", [_short(i.text) for i in briefing.ignored])
    lines += _section("Проверьте", [_where(w) + w.message for w in briefing.warnings])
    return "\n".join(lines) + "\n"


def _head(briefing):
    partner = briefing.partner
    name = "не определён" if partner is None else partner.name
    country = f" ({partner.country_name})" if partner and partner.country_name else ""
    lines = [f"Партнёр: {name}{country}"]
    if briefing.as_of:
        lines.append(f"Справка на дату: {briefing.as_of.show('ru')}")
    return lines


def _section(title, rows):
    if not rows:
        return []
    return ["", f"{title}: {len(rows)}", *(f"  {n}. {row}" for n, row in enumerate(rows, start=1))]


def _direction(direction):
    areas = f"; подробнее: {', '.join(direction.sub_areas)}" if direction.sub_areas else ""
    return f"{direction.text}{areas} {_sectors(direction.sectors)}".rstrip()


def _event(event):
    date = event.dating.date.show("ru") if event.dating else "без даты"
    status = f", {STATUS[event.status]}" if event.status in STATUS else ""
    parts = f"; частей: {len(event.parts)}" if event.parts else ""
    return f"{date}{status} – {event.title}{parts} {_sectors(event.sectors)}".rstrip()


def _contact(contact):
    name = " ".join(
        filter(None, (contact.surname, contact.given or contact.initials, contact.patronymic))
    )
    name = name or ("вакансия" if contact.vacant else "имя не названо")
    numbers = [_phone(phone) for phone in contact.phones]
    parts = [name, contact.position, contact.department, contact.unit, *numbers, *contact.emails]
    return ", ".join(filter(None, parts))


def _phone(phone):
    kind = {"fax": " факс", "phone_fax": " тел./факс", "mobile": " моб."}.get(phone.kind, "")
    ext = f" доб. {phone.ext}" if phone.ext else ""
    return f"{phone.e164}{ext}{kind}"


def _sectors(codes):
    return f"[{', '.join(codes)}]" if codes else ""


def _where(warning):
    kinds = {
        "event": "событие",
        "contact": "контакт",
        "background": "фон",
        "direction": "направление",
    }
    return f"{kinds[warning.about]} {warning.n}: " if warning.about in kinds else ""


def _short(text):
    return text if len(text) <= 100 else text[:99].rstrip() + "…"
