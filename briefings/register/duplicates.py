"""Which records of the register a card of a review probably tells of again.

A record is *likely* the same when its partner is the same or related, the dates overlap, and the
smaller of the two texts has at least ALIKE of its words, and no fewer than TWO, in the other; it is
*surely* the same when an earlier note brought it with the very same text, or when it is the only
likely one with VERY_ALIKE of the words, THREE at least (on the same date all of two), or when it
has the same words and date.
"""

import datetime
import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q

from briefings.notes import RECORDS, Origin
from briefings.register import cards
from briefings.register.words import content, digest, folded, letters, likeness
from contacts.models import ContactPerson
from cooperation.models import Direction, Tie
from core.db import joined_ids
from events.models import Event

ALIKE, TWO = 0.5, 2
VERY_ALIKE, THREE = 0.7, 3
# A query names no more spans of time than this; what lies closest together is joined.
MOST_SPANS = 40
SHOWN = 3
# A direction of so few words is known by its sectors rather than by them.
BRIEF = 2
EQUAL, VERY, LIKELY = "equal", "very", "likely"


@dataclass(frozen=True)
class Match:
    """A record that may be the same. sure: that it is taken for it unless staff say otherwise."""

    pk: int
    score: float
    sure: bool


def find(wanted, partners, slack=datetime.timedelta(0)):
    """Dict of card id to Matches, the best first. Asks the database a constant number of times.

    wanted: triples (card, its date or None, key of its partner or an empty text).
    partners: the Partners of the register.
    slack: how far apart the dates of events may lie that are otherwise very much alike.
    """
    common = _common_words(partners, {key for _, _, key in wanted if key})
    known = _known(wanted)
    found = defaultdict(list)
    for kind, look in LOOKS.items():
        of_kind = [each for each in wanted if each[0].kind == kind]
        if of_kind:
            scored = look(of_kind, partners, common, slack)
            # A note may tell how a tie began in two places.
            settled = _settled(scored, known[kind], may_repeat=kind == cards.TIE)
            for number, matches in settled.items():
                found[number] = matches[:SHOWN]
    return found


def _common_words(partners, keys):
    """Words that say nothing of what happened: the names of the city and of these partners."""
    names = [*settings.CITY_NAME.values()]
    for key in keys:
        names += [partners.name(each) for each in partners.related(key)]
    return frozenset(form for word in content(" ".join(names)) for form in word)


def _known(wanted):
    """By kind: card id -> key of the record that an earlier note brought with the same text."""
    by_digest = defaultdict(list)
    for card, _, _ in wanted:
        by_digest[digest(card.text)].append(card)
    known = {kind: {} for kind in LOOKS}
    columns = [f"{name}_id" for name in RECORDS]
    rows = Origin.objects.filter(digest__in=by_digest).order_by("id").values("digest", *columns)
    taken = set()
    for row in rows:
        for kind in known:
            pk = row[f"{kind}_id"]
            free = [
                c for c in by_digest[row["digest"]] if c.kind == kind and c.id not in known[kind]
            ]
            if pk and free and (kind, pk) not in taken:
                known[kind][free[0].id] = pk
                taken.add((kind, pk))
    return known


def _settled(scored, known, *, may_repeat=False):
    """Card id -> Matches: each record is surely the same as one card at most, the likest.

    scored: rows (score, degree of likeness, card id, key of the record).
    known: card id -> key of a record known by its text.
    may_repeat: whether several cards may be the very same record.
    """
    found = defaultdict(list)
    sure = {number: Match(pk, 1.0, True) for number, pk in known.items()}
    taken = set(known.values())
    rivals = Counter(number for _, degree, number, _ in scored if degree != EQUAL)
    for score, degree, number, pk in sorted(scored, key=lambda row: (row[1] != EQUAL, -row[0])):
        settles = degree == EQUAL or (degree == VERY and rivals[number] == 1)
        if number in sure or (pk in taken and degree != EQUAL):
            continue
        if settles and (pk not in taken or (may_repeat and degree == EQUAL)):
            sure[number] = Match(pk, score, True)
            taken.add(pk)
        else:
            # One that another card takes stays a question: the note may tell it twice.
            found[number].append(Match(pk, score, False))
    # What is settled needs no further question.
    return found | {number: [match] for number, match in sure.items()}


def _degree(share, common, is_equal):
    if is_equal:
        return EQUAL
    if share >= VERY_ALIKE and common >= THREE:
        return VERY
    return LIKELY if share >= ALIKE and common >= TWO else None


@dataclass(frozen=True)
class Said:
    """What a record says: the words of its texts, and their letters, by which they are equal."""

    words: tuple
    letters: frozenset

    @classmethod
    def by(cls, texts, common):
        texts = [text for text in texts if text]
        spelled = frozenset(letters(text) for text in texts) - {""}
        return cls(tuple(content(text, common) for text in texts), spelled)

    def shortest(self, other):
        """How few words the shortest of the two's texts has."""
        return min((len(words) for words in (*self.words, *other.words)), default=0)

    def compared(self, other, same_date):
        """The pair (score, degree) of likeness; the degree is None where they are not alike."""
        share, number, alike = 0.0, 0, bool(self.letters & other.letters)
        for one in self.words:
            for two in other.words:
                pair = likeness(one, two)
                share, number = max((share, number), pair)
                alike = alike or (pair[0] == 1.0 and len(one) == len(two))
        if same_date and share == 1.0 and number >= TWO and not alike:
            return share, VERY
        return share, _degree(share, number, same_date and alike)


def _keys_of(wanted, partners):
    """The database's keys of all partners that any of the cards is related to."""
    related = {each for _, _, key in wanted if key for each in partners.related(key)}
    return [int(key) for key in related if key.isdecimal()]


def _widened(date, slack):
    first = date.first if date.first - datetime.date.min < slack else date.first - slack
    last = date.last if datetime.date.max - date.last < slack else date.last + slack
    return first, last


def spans_of(dates, slack):
    """A condition: the record has no date, or one that may overlap with any of these."""
    spans = []
    for first, last in sorted(_widened(date, slack) for date in dates if date is not None):
        if spans and first <= spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], last)
        else:
            spans.append([first, last])
    while len(spans) > MOST_SPANS:
        gaps = [(spans[n + 1][0] - spans[n][1], n) for n in range(len(spans) - 1)]
        _, place = min(gaps)
        spans[place : place + 2] = [[spans[place][0], spans[place + 1][1]]]
    condition = Q(date__isnull=True)
    for first, last in spans:
        condition |= Q(date_first__lte=last, date_last__gte=first)
    return condition


def overlap(one, other):
    """Whether two dates may be the same time; two unknown ones may."""
    if one is None or other is None:
        return one is None and other is None
    return one.first <= other.last and other.first <= one.last


def _events(wanted, partners, common, slack):
    events = (
        Event.objects.for_partners(_keys_of(wanted, partners))
        .filter(spans_of([date for _, date, _ in wanted], slack))
        .annotate(partner_ids=joined_ids(Event.partners))
        .values_list("pk", "date", "title_ru", "summary_ru", "place_ru", "partner_ids")
    )
    related = {key: set(partners.related(key)) for key in {key for _, _, key in wanted if key}}
    told = [
        (card.id, date, related[key], Said.by([card.fields.get("title"), card.text], common))
        for card, date, key in wanted
        if key
    ]
    scored = []
    for pk, date, title, summary, place, keys in events.iterator():
        of, said = set(keys.split(",")), None
        for number, own_date, own_partners, own in told:
            in_time = overlap(date, own_date)
            if of.isdisjoint(own_partners) or not (in_time or _near(date, own_date, slack)):
                continue
            texts = [title, summary, f"{title}. {summary or ''}", f"{title} {place or ''}"]
            said = said or Said.by(texts, common)
            score, degree = own.compared(said, date == own_date or bool(slack))
            if degree and (in_time or degree != LIKELY):
                scored.append((score, degree, number, pk))
    return scored


def _near(one, other, slack):
    """Whether two dates that do not overlap lie no farther apart than that."""
    if one is None or other is None:
        return bool(slack)
    first, last = _widened(one, slack)
    return bool(slack) and first <= other.last and other.first <= last


def _directions(wanted, partners, common, slack):
    """In similar words, or, where one of the two is a word or two, of the very same sectors."""
    scored = []
    records = _told_directions(_keys_of(wanted, partners), common)
    for card, _, key in wanted:
        own = Said.by([card.fields.get("text"), card.text], common)
        sectors = set(card.fields.get("sectors", ()))
        for pk, (said, codes) in records.items() if key else ():
            score, degree = own.compared(said, True)
            if not degree and sectors and sectors == codes and own.shortest(said) <= BRIEF:
                score, degree = ALIKE, LIKELY
            if degree:
                scored.append((score, degree, card.id, pk))
    return scored


def _told_directions(keys, common):
    """Key -> (what the direction says, the codes of its sectors), from one query."""
    rows = Direction.objects.filter(partner__in=keys).values_list(
        "pk", "title_ru", "text_ru", "sectors__code"
    )
    records = {}
    for pk, title, text, code in rows:
        if pk not in records:
            records[pk] = (Said.by([title, text, f"{title}. {text or ''}"], common), set())
        records[pk][1].update([code] if code else ())
    return records


def _ties(wanted, partners, common, slack):
    """Of the same kind with the same partner, since a time that may be the same."""
    ties = Tie.objects.filter(partner__in=_keys_of(wanted, partners))
    rows = list(ties.values_list("pk", "kind", "since", "partner_id"))
    scored = []
    for card, since, key in wanted:
        for pk, kind, known, partner in rows:
            same = str(partner) == key and kind == card.fields.get("tie_kind")
            if same and (known is None or since is None or overlap(known, since)):
                degree = EQUAL if known == since else VERY
                scored.append((1.0, degree, card.id, pk))
    return scored


def _contacts(wanted, partners, common, slack):
    """Of the same surname; the initials are the same, or one of the two has none."""
    surnames = {folded(card.fields.get("surname", "")).strip() for card, _, _ in wanted} - {""}
    # «Селезнёва» is often written «Селезнева».
    spelled = "|".join(re.escape(surname).replace("е", "[её]") for surname in sorted(surnames))
    people = ContactPerson.objects.none()
    if surnames:
        people = ContactPerson.objects.filter(surname_ru__iregex=f"^({spelled})$")
    rows = list(people.values_list("pk", "surname_ru", "given_ru", "patronymic_ru"))
    scored = []
    for card, _, _ in wanted:
        own = [folded(card.fields.get(name, "")).strip() for name in ("given", "patronymic")]
        for pk, surname, *names in rows:
            if folded(surname or "").strip() != folded(card.fields.get("surname", "")).strip():
                continue
            names = [folded(name or "").strip() for name in names]
            pairs = list(zip(own, names, strict=True))
            if all(not a or not b or a[0] == b[0] for a, b in pairs):
                # Both without a patronymic are the same person as long as the given name is.
                told = bool(own[0]) and all(bool(a) == bool(b) for a, b in pairs)
                scored.append((1.0 if told else 0.5, EQUAL if told else LIKELY, card.id, pk))
    return scored


LOOKS = {
    cards.EVENT: _events,
    cards.DIRECTION: _directions,
    cards.TIE: _ties,
    cards.CONTACT: _contacts,
}
