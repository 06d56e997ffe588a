"""Mends of a review, one click each. None loses a character or what was typed elsewhere.

A mend is a text such as ``split:7:120``: its name, the card's id, and what else it needs. Functions
change the Review and return the id of the card to look at next.
"""

import re

from briefings.reading.morphology import is_known
from briefings.reading.sentences import sentences
from briefings.reading.stretch import stretch
from briefings.register import cards
from briefings.register.cards import LEAVE, MADE_OF_TEXT, NEW
from briefings.register.proposing import background_fields, direction_fields, event_fields
from core.dates import DateError, PartialDate

LINE_END = re.compile(r"\n\s*(?=\S)")
YEAR = re.compile(r"\d{4}")
BROKEN_WORD = re.compile(r"([А-ЯЁа-яё]+)[-\u2010\u00ad\u00ac][ \t]*\r?\n\s*([а-яё]+)")
UNDATED = "no_date"
DATE_TAKEN = "date_taken"


class MendError(ValueError):
    """The mend does not fit the review as it is now; the message is for the editor."""


def mend(review, text, command):
    """Does what the command says. Raises MendError where that cannot be done.

    text: the whole text of the note, in which the spans count.
    """
    name, _, rest = command.partition(":")
    number, _, argument = rest.partition(":")
    action = ACTIONS.get(name)
    card = review.card(int(number)) if number.isdecimal() and len(number) < 10 else None
    if action is None or card is None:
        raise MendError("Этого места в разборе уже нет: проверьте, как он выглядит сейчас.")
    target = action(review, card, argument, text)
    review.sort()
    return target.id


# Texts


def written(text, spans):
    """The characters of the spans in one line, words that lines broke put together."""
    told = " ".join(text[start:end] for start, end in spans)
    return " ".join(BROKEN_WORD.sub(_whole, told).split())


def _whole(match):
    """«го-», «рода» is «города»; «научно-», «технический» keeps its hyphen."""
    head, tail = match[1], match[2]
    compound = not is_known((head + tail).lower()) and is_known(f"{head}-{tail}".lower())
    return f"{head}-{tail}" if compound else head + tail


def breaks(card, text):
    """Where a card may be split: pairs (position, the words that then begin the second half)."""
    found = []
    for start, end in card.spans:
        # A gap between spans is a break too.
        if start > card.spans[0][0]:
            found.append(start)
        body = stretch(text, start, end)
        places = [sentence.start for sentence in sentences(body)]
        places += [match.end() for match in LINE_END.finditer(text, start, end)]
        found += [place for place in places if body and body.start < place < end]
    return [(place, _first_words(text, card.spans, place)) for place in sorted(set(found))]


def _first_words(text, spans, place):
    words = written(text, _after(spans, place)).split()
    return " ".join(words[:4]) + ("…" if len(words) > 4 else "")


def _before(spans, place):
    return [[start, min(end, place)] for start, end in spans if start < place]


def _after(spans, place):
    return [[max(start, place), end] for start, end in spans if end > place]


def _retell(card, text, spans):
    """Gives the card other spans, and their text; what was typed stays."""
    card.spans = spans
    card.text = written(text, spans)


# Mends


def _split(review, card, argument, text):
    place = int(argument) if argument.isdecimal() and len(argument) < 10 else -1
    if card.kind not in MADE_OF_TEXT or place not in dict(breaks(card, text)):
        raise MendError("Здесь текст не делится: выберите другое место.")
    rest = _after(card.spans, place)
    whole = card.text
    _retell(card, text, _before(card.spans, place))
    second = review.add(
        kind=card.kind,
        spans=rest,
        text=written(text, rest),
        paragraph=card.paragraph + text.count("\n", card.spans[0][0], place),
    )
    second.fields = _fields(second)
    if card.kind == cards.EVENT:
        _give_parts(review, card, second, place)
        _take_date(second, card)
    elif card.fields.get("text") == direction_fields(whole)["text"]:
        # Nobody has changed its wording: it is that of the text that is left.
        card.fields["text"] = direction_fields(card.text)["text"]
    return second


def _give_parts(review, first, second, place):
    for part in review.belonging(first, cards.PART):
        if part.spans and part.spans[0][0] >= place:
            part.of = second.id


def _take_date(card, source):
    """The text dates only the source: its date is taken, and said to be."""
    card.fields["date"] = source.fields.get("date", "")
    if card.fields["date"]:
        told = "Своей даты в тексте нет: взята у мероприятия, от которого это отделено."
        card.cautions.append({"code": DATE_TAKEN, "message": told})


def _merge(review, card, argument, text):
    """Joins the card to the one before it of its kind, which keeps its own fields."""
    first = review.card(int(argument)) if argument.isdecimal() else previous(review, card)
    if first is None or first.id == card.id or first.kind != card.kind:
        raise MendError("Сливать не с чем: раньше такой записи нет.")
    first.cautions += [each for each in card.cautions if each not in first.cautions]
    _swallow(review, first, card, text)
    return first


def _swallow(review, first, second, text):
    """The first card takes the text and the fields of the second that it has not."""
    for name, value in second.fields.items():
        if not first.fields.get(name):
            first.fields[name] = value
    joined = {"persons": "\n", "text": "; "} if first.kind == second.kind else {}
    for name, by in joined.items():
        old, new = first.fields.get(name, ""), second.fields.get(name, "")
        if new and new not in old:
            first.fields[name] = by.join(filter(None, (old, new)))
    sectors = first.fields.get("sectors", [])
    added = second.fields.get("sectors", [])
    if sectors or added:
        first.fields["sectors"] = list(dict.fromkeys([*sectors, *added]))
    _retell(first, text, sorted([*first.spans, *second.spans]))
    for inner in review.cards:
        if inner.of == second.id:
            inner.of = first.id
    review.cards.remove(second)


def previous(review, card):
    """The card of the same kind before this one; None if it is the first."""
    same_kind = review.of_kind(card.kind)
    place = same_kind.index(card)
    return same_kind[place - 1] if place else None


def _join(review, card, argument, text):
    """Makes a piece of background or a part a text of the event before it."""
    if card.kind == cards.PART:
        review.cards.remove(card)
        return review.card(card.of)
    before = [e for e in review.of_kind(cards.EVENT) if e.spans[0] < card.spans[0]]
    if card.kind not in (cards.BACKGROUND, cards.IGNORED) or not before:
        raise MendError("Присоединить не к чему: раньше мероприятия нет.")
    _retell(before[-1], text, sorted([*before[-1].spans, *card.spans]))
    review.cards.remove(card)
    return before[-1]


def _promote(review, card, argument, text):
    """Makes a part an event of its own."""
    event = review.card(card.of) if card.kind == cards.PART else None
    if event is None:
        raise MendError("Это не часть мероприятия: проверьте, как разбор выглядит сейчас.")
    left = without(event.spans, card.spans)
    if left:
        _retell(event, text, left)
    card.kind, card.of = cards.EVENT, None
    card.fields = event_fields(card.fields.get("text") or card.text)
    card.fields["partner"] = event.fields.get("partner", "")
    _take_date(card, event)
    return card


def without(spans, taken):
    """What the spans hold besides the taken ones."""
    for start, end in taken:
        spans = [
            part
            for first, last in spans
            for part in ([first, min(last, start)], [max(first, end), last])
            if part[0] < part[1]
        ]
    return spans


def _make(review, card, kind, text):
    """Makes the card one of another kind; a text of its own stays its title or wording."""
    if kind not in MADE_OF_TEXT or card.kind in (cards.PART, cards.TIE) or kind == card.kind:
        raise MendError("Из этого текста такой записи не сделать.")
    for inner in [inner for inner in review.cards if inner.of == card.id]:
        # Their text is the event's as well.
        review.cards.remove(inner)
    card.kind, card.choice = kind, ""
    card.fields = _fields(card)
    card.cautions = []
    return card


def _fields(card):
    makers = {
        cards.DIRECTION: lambda: direction_fields(card.text),
        cards.EVENT: lambda: event_fields(card.text),
        cards.BACKGROUND: background_fields,
    }
    return makers[card.kind]()


def _leave(review, card, argument, text):
    card.choice = LEAVE
    return card


def _take(review, card, argument, text):
    # A contact without a name and the event of a known tie are left out by themselves.
    by_itself = card.kind == cards.CONTACT or bool(review.belonging(card, cards.TIE))
    card.choice = NEW if by_itself else ""
    return card


def _year(review, card, argument, text):
    """Sets the year of an event's date, which stays as exact as it is; of none it makes a year."""
    if card.kind != cards.EVENT or not re.fullmatch(r"[12]\d{3}", argument):
        raise MendError("У этой записи год не выбирают.")
    card.fields["date"] = in_year(card.fields.get("date", ""), argument)
    card.cautions = [c for c in card.cautions if c["code"] not in YEAR_CODES]
    return card


YEAR_CODES = ("year_inferred", "two_digit_year", UNDATED)


def in_year(words, year):
    """The date in words with another year; a text that is no date gives the year alone."""
    try:
        date = PartialDate.parse(words)
    except DateError:
        return year
    first = date.edtf[:4]
    moved = int(year) - int(first) if first.isdecimal() else None
    if moved is None:
        return year
    edtf = re.sub(r"\b\d{4}", lambda match: f"{int(match[0]) + moved:04d}", date.edtf)
    try:
        return PartialDate.from_edtf(edtf).show("ru")
    except DateError:
        # 29 February in another year.
        return PartialDate.from_edtf(year).show("ru")


def _undate(review, card, argument, text):
    card.fields["date"] = ""
    card.cautions = [c for c in card.cautions if c["code"] != DATE_TAKEN]
    return card


def _partner(review, card, argument, text):
    """Records the card with another partner; an empty argument means the note's own."""
    if "partner" not in card.fields:
        raise MendError("У этой записи партнёра не выбирают.")
    for each in [card, *review.belonging(card, cards.TIE)]:
        each.fields["partner"] = argument
        each.fields["with"] = ""
    return card


ACTIONS = {
    "split": _split,
    "merge": _merge,
    "join": _join,
    "promote": _promote,
    "make": _make,
    "leave": _leave,
    "take": _take,
    "year": _year,
    "undate": _undate,
    "partner": _partner,
}
