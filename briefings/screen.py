"""What the review screen shows: the source in colours, and each card with its mends."""

import re
from collections import Counter
from dataclasses import dataclass, field

from briefings.register import cards
from briefings.register.mending import DATE_TAKEN, breaks, previous, without
from briefings.register.planning import NAMES, Planned
from briefings.sides import sides

GAPS = re.compile(r"[^\S\n]{2,}")
EMPTY_LINES = re.compile(r"\n\s*\n\s*")
CENTURY = 100
MOST_YEARS = 4
CSS = {
    cards.DIRECTION: "k-direction",
    cards.EVENT: "k-event",
    cards.PART: "k-event k-part",
    cards.TIE: "k-event",
    cards.BACKGROUND: "k-back",
    cards.CONTACT: "k-contact",
    cards.HEADING: "k-head",
    cards.IGNORED: "k-none",
}
MADE = {
    cards.DIRECTION: "Сделать направлением",
    cards.EVENT: "Сделать мероприятием",
    cards.BACKGROUND: "В фон",
}


@dataclass(frozen=True)
class Segment:
    """Characters of the note, with the card that took them, if any. first: of that card."""

    text: str
    planned: Planned | None = None
    first: bool = False
    css: str = ""
    word: str = ""
    link: str = ""


@dataclass(frozen=True)
class Mend:
    """A button: the command and its words."""

    command: str
    words: str


@dataclass(frozen=True)
class Remark:
    """Something to look at, with the mends that answer it."""

    message: str
    mends: list = field(default_factory=list)


@dataclass(frozen=True)
class Shown:
    """A card on the screen. inner: its ties and parts; records: what may be the same."""

    planned: Planned
    css: str
    word: str
    remarks: list
    mends: list
    inner: list = field(default_factory=list)
    records: list = field(default_factory=list)


def source(plan, pages):
    """The Segments of the note's text, in its order."""
    segments, place, seen = [], 0, set()
    for start, end, planned in _owned(plan):
        if start < place:
            continue
        segments.append(Segment(_tidy(plan.text[place:start])))
        card = planned.card
        css = "k-left" if planned.is_left and card.kind in NAMES else CSS[card.kind]
        segments.append(
            Segment(
                _tidy(plan.text[start:end]),
                planned,
                card.id not in seen,
                css,
                NAMES.get(card.kind, ""),
                pages.link(card),
            )
        )
        seen.add(card.id)
        place = end
    segments.append(Segment(_tidy(plan.text[place:])))
    return [segment for segment in segments if segment.text]


def _owned(plan):
    """Rows (start, end, Planned): each character in the innermost card that took it."""
    rows = []
    for planned in plan.cards:
        spans = planned.card.spans
        if planned.card.kind == cards.TIE:
            continue
        if planned.card.kind == cards.EVENT:
            parts = plan.belonging(planned, cards.PART)
            spans = without(spans, [span for part in parts for span in part.card.spans])
        rows += [(start, end, planned) for start, end in spans]
    return sorted(rows, key=lambda row: row[:2])


def _tidy(text):
    return EMPTY_LINES.sub("\n\n", GAPS.sub(" ", text))


def shown(plan, records, pages):
    """Dict of section -> Shown cards of a page. records: kind -> key -> record, for comparison."""
    sections = {
        kind: [_shown(plan, p, records) for p in plan.of_kind(kind) if pages.shows(p.card)]
        for kind in (cards.DIRECTION, cards.EVENT, cards.BACKGROUND, cards.CONTACT)
    }
    rest = [*plan.of_kind(cards.HEADING), *plan.of_kind(cards.IGNORED)]
    sections["rest"] = [_shown(plan, p, records) for p in rest if pages.shows(p.card)]
    return sections


def _shown(plan, planned, records):
    card = planned.card
    inner = [
        _shown(plan, each, records)
        for kind in (cards.TIE, cards.PART)
        for each in (plan.belonging(planned, kind) if card.kind == cards.EVENT else ())
    ]
    return Shown(
        planned,
        "k-left" if planned.is_left and card.kind in NAMES else CSS[card.kind],
        NAMES.get(card.kind, ""),
        [_remark(plan, planned, caution) for caution in card.cautions],
        _mends(plan, planned),
        inner,
        sides(plan, planned, records.get(card.kind, {})),
    )


# Mends


def _mends(plan, planned):
    """The buttons behind «Иначе…»."""
    card = planned.card
    if card.kind == cards.PART:
        return [
            Mend(f"promote:{card.id}", MADE[cards.EVENT]),
            Mend(f"join:{card.id}", "Не выделять"),
        ]
    mends = []
    if card.kind in cards.MADE_OF_TEXT:
        mends += [
            Mend(f"split:{card.id}:{place}", f"Отделить с «{words}»")
            for place, words in breaks(card, plan.text)
        ]
        before = previous(plan.review, card)
        if before is not None:
            mends.append(Mend(f"merge:{card.id}", f"Слить с {plan.by_id[before.id].label}"))
    if card.kind in (cards.BACKGROUND, cards.IGNORED):
        events = [e for e in plan.of_kind(cards.EVENT) if e.card.spans[0] < card.spans[0]]
        if events:
            mends.append(Mend(f"join:{card.id}", f"Присоединить к {events[-1].label}"))
    if card.kind != cards.TIE:
        mends += [
            Mend(f"make:{card.id}:{kind}", words)
            for kind, words in MADE.items()
            if kind != card.kind
        ]
    if card.kind in NAMES:
        mends.append(Mend(f"leave:{card.id}", "Не брать"))
    return mends


def _remark(plan, planned, caution):
    makers = {
        "year_inferred": _years,
        "two_digit_year": _years,
        "no_date": _years,
        "possible_duplicate": _repeat,
        "sub_partner": _partners,
        "other_partner": _partners,
        DATE_TAKEN: _undate,
    }
    maker = makers.get(caution["code"])
    return Remark(caution["message"], maker(plan, planned) if maker else [])


def _years(plan, planned):
    """The years that an event may be of: its own, its neighbours', another century's."""
    if planned.card.kind != cards.EVENT:
        return []
    events = plan.of_kind(cards.EVENT)
    place = events.index(planned)
    near = [events[n].date for n in (place, place - 1, place + 1) if 0 <= n < len(events)]
    years = [date.first.year for date in near if date is not None]
    if planned.card.cautioned("two_digit_year") and planned.date is not None:
        own = planned.date.first.year
        years = [own, own - CENTURY if own % 10_000 >= 2000 else own + CENTURY]
    return [
        Mend(f"year:{planned.card.id}:{year}", f"{year} год")
        for year in list(dict.fromkeys(years))[:MOST_YEARS]
    ]


def _repeat(plan, planned):
    first = plan.by_id.get(planned.card.fields.get("repeats"))
    if first is None or first.card.kind != planned.card.kind:
        return []
    return [Mend(f"merge:{planned.card.id}:{first.card.id}", f"Слить с {first.label}")]


def _partners(plan, planned):
    """The other partners that the card's text names, and the note's own."""
    if "partner" not in planned.card.fields or not plan.partner:
        return []
    named = plan.partners.counted(planned.card.text)
    keys = [key for key in named if key not in (planned.partner, plan.partner)]
    mends = [
        Mend(
            f"partner:{planned.card.id}:{key}", f"Записать за партнёром: {plan.partners.name(key)}"
        )
        for key in keys
    ]
    if planned.partner != plan.partner:
        words = f"Записать за партнёром: {plan.partners.name(plan.partner)}"
        mends.append(Mend(f"partner:{planned.card.id}:", words))
    return mends


def _undate(plan, planned):
    return [Mend(f"undate:{planned.card.id}:", "Оставить без даты")]


SUMMED = {
    cards.EVENT: "мероприятий",
    cards.DIRECTION: "направлений",
    cards.TIE: "связей",
    cards.CONTACT: "контактных лиц",
}


def summary(plan):
    """What confirming would do, in a line: «Новых: мероприятий 5 · дополнится 1 · фон 2»."""
    records = [p for p in plan.cards if p.card.kind in cards.RECORDS]
    new = Counter(p.card.kind for p in records if not p.is_left and not p.same_as)
    made = ", ".join(f"{word} {new[kind]}" for kind, word in SUMMED.items() if new[kind])
    filled = sum(p.same_as is not None for p in records)
    left = sum(p.is_left for p in records)
    told = [f"Новых: {made}" if made else "Новых записей нет"]
    told += [f"уже есть {filled}"] if filled else []
    told += [f"не берётся {left}"] if left else []
    return " · ".join(told)


def numbers(plan):
    """How many cards of each section the whole note has."""
    counted = Counter(planned.card.kind for planned in plan.cards)
    rest = counted[cards.HEADING] + counted[cards.IGNORED]
    return {kind: counted[kind] for kind in CSS} | {"rest": rest}


def unplaced(segments):
    """The words of the note that no card took; there should be none."""
    return [s.text for s in segments if s.planned is None and re.search(r"\w", s.text)]
