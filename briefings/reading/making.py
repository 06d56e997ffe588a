"""Makes the items of a Briefing from what the sections' readers put together."""

import re
from bisect import bisect_right

from briefings.reading.assembly import runs
from briefings.reading.briefing import (
    Background,
    Contact,
    Dating,
    Direction,
    Event,
    Heading,
    Ignored,
    Part,
    Person,
    PhoneNumber,
    Piece,
    Relation,
)
from briefings.reading.dating import find_dates
from briefings.reading.directions import sub_areas, wording
from briefings.reading.duplicates import Earlier
from briefings.reading.happenings import RECURRING, kind_of, status_of, title_of
from briefings.reading.morphology import may_be
from briefings.reading.names import find_names
from briefings.reading.partner import find_partner
from briefings.reading.places import nominative_name
from briefings.reading.repair import repaired
from briefings.reading.rows import PIPES
from briefings.reading.sectors import event_sectors
from briefings.reading.stretch import join_all, lowered, stretch
from briefings.reading.ties import other_partner, relation_of, strong_official
from briefings.reading.worries import Worries
from core.dates import PartialDate, Precision

# A partner is named early in a note and early in its paragraphs.
MOST, LOOKED_AT = 200, 500
ANSWER = re.compile(r"ответн")
HIGH = re.compile(r"мэр|бургомистр|губернатор|депутат|парламент|министр|посол|консул|президент")
PRONOUN = re.compile(r"\b(?:он|она|оно|они|его|ее|их)\b")
CAPITALISED = re.compile(r"(?<![А-Яа-яЁё])[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*")
PLACE = re.compile(
    r"(?<![А-Яа-яёЁ])[Вв]о?\s+(?:г\.\s?|городе\s+)?([А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё][а-яё]*)*)"
)


# «в Комендантском доме»: no place of the name «Комендантск».
ADJECTIVE = re.compile(r".+(?:[снцкв][кнв]?[оы][мйх]|[кгх]их|[нвс]ем|[нш]ей)")
NOUN_BEHIND = re.compile(r"\s+[а-яё]{3,}")
NAMESAKE = re.compile(r"(?:\bим\.|имени|памяти|премии|творчеств\w+|рождения)\s*$")


class Maker:
    """Makes items: first each claims its characters, then it gets its pieces and number."""

    def __init__(self, source, sectors, home, as_of):
        self.text, self.source = source.text, source
        self.sectors, self.home, self.as_of = sectors, home, as_of
        self.starts = [block.start for block in source.blocks]

    def make(self, reading, claims):
        """The fields of the Briefing as a dictionary."""
        self.reading, self.claims = reading, claims
        rests = self._rests(reading)
        groups = self._claim_all(reading, rests)
        pieces, free = claims.settle()
        self.pieces = pieces
        self.partner = partner = self._partner(reading)
        events = self._events(groups["events"])
        made = {
            "partner": partner,
            "headings": self._headings(groups["headings"]),
            "directions": self._directions(groups["directions"]),
            "events": events,
            "background": self._background(groups["background"], groups["events"]),
            "contacts": self._contacts(groups["contacts"]),
            "ignored": self._ignored(groups["ignored"], free),
        }
        made["relations"] = self._relations(groups["events"], events, partner)
        made["warnings"] = Worries(self.source, made, groups, self.home).all()
        return made

    def _rests(self, reading):
        """(block, stretches, number of events before, whether a date was skipped) of background."""
        found = [
            (rest.block, rest.bodies, rest.after, rest.skipped) for rest in reading.chronicle.rests
        ]
        for block in (*reading.opening, *reading.directions.rests):
            found.append((block, [block.body], 0, bool(find_dates(block.read))))
        if reading.cards.waiting:
            after = len(reading.chronicle.drafts)
            found += [(None, [body], after, False) for body in reading.cards.waiting]
        return found

    def _claim_all(self, reading, rests):
        """Lets everything claim its characters; {kind: [(key, bodies, what made it)]}."""
        groups = {
            "headings": [(block, [body], section) for block, body, section in reading.headings]
            + [(block, [body], "sub") for block, body in reading.chronicle.run_ins],
            "directions": [(d.block, [d.body, *d.nested], d) for d in reading.directions.made],
            "events": [(d.block, d.bodies, d) for d in reading.chronicle.drafts],
            "background": [
                (block, bodies, (after, skipped)) for block, bodies, after, skipped in rests
            ],
            "contacts": [(card.block, card.bodies, card) for card in reading.cards.cards],
            "ignored": [(block, [body], reason) for block, body, reason in reading.ignored],
        }
        keyed = {kind: [] for kind in groups}
        firsts = []
        for kind, rows in groups.items():
            for number, (_, bodies, thing) in enumerate(rows):
                bodies = [body for body in bodies if body]
                if not bodies:
                    continue
                key = (kind, number)
                self.claims.claim(key, [span for body in bodies for span in runs(body, self.text)])
                keyed[kind].append((key, bodies, thing))
                firsts.append((min(body.start for body in bodies), key))
        self._claim_marks(firsts)
        return keyed

    def _claim_marks(self, firsts):
        """Bullets, borders and the like go to the item that begins behind them in their block."""
        firsts.sort()
        owner = self.claims.owner
        for block in self.source.blocks:
            keys = [
                owner[place] for place in range(block.start, block.end) if owner[place] is not None
            ]
            if not keys:
                continue
            last = keys[0]
            for place in range(block.start, block.end):
                if owner[place] is None:
                    owner[place] = last
                else:
                    last = owner[place]

    def _common(self, key, n, bodies, text=None, row=False):
        """The fields every item has."""
        pieces = self.pieces[key]
        if text is None and row:
            # Cells that go on in the next line stand between each other: as written they do too.
            text = " ".join(PIPES.sub(" ", " ".join(piece.text for piece in pieces)).split())
        elif text is None:
            text = join_all(sorted(bodies, key=lambda body: body.start)).text
        return {
            "n": n,
            "text": text,
            "pieces": pieces,
            "paragraph": self._paragraph(pieces[0].start),
        }

    def _paragraph(self, place):
        number = bisect_right(self.starts, place)
        return self.source.blocks[number - 1].number if number else 1

    def _numbered(self, rows):
        rows = [row for row in rows if row[0] in self.pieces]
        return enumerate(rows, start=1)

    def _piece(self, body):
        return Piece(body.start, body.end, self.text[body.start : body.end])

    def _partner(self, reading):
        titles = [body for _, body, section in reading.headings if section == "title"]
        ties = [d.body for d in reading.directions.made]
        ties += [d.main.body for d in reading.chronicle.drafts if d.is_tie]
        texts = [entry.block.body for entry in reading.entries]
        parts = [[body[:LOOKED_AT] for body in bodies[:MOST]] for bodies in (titles, ties, texts)]
        return find_partner(*parts, self.home)

    def _headings(self, rows):
        rows.sort(key=lambda row: self.pieces[row[0]][0].start if row[0] in self.pieces else 0)
        return tuple(
            Heading(**self._common(key, n, bodies, self._with_mark(key, bodies)), section=section)
            for n, (key, bodies, section) in self._numbered(rows)
        )

    def _with_mark(self, key, bodies):
        """A heading's text with its number in front, as written."""
        first = self.pieces[key][0].start
        mark = stretch(self.text, first, max(first, bodies[0].start)).text
        return f"{mark} {bodies[0].text}".strip()

    def _directions(self, rows):
        made = []
        for n, (key, bodies, direct) in self._numbered(rows):
            found = self.sectors.find(" ".join(map(self._without_partner, bodies)))
            sectors = tuple(code for code in found if code != "official") or found
            fields = self._common(key, n, bodies, wording(direct.body))
            made.append(Direction(**fields, sectors=sectors, sub_areas=sub_areas(direct)))
        return tuple(made)

    def _events(self, rows):
        made, earlier = [], Earlier()
        for n, (key, bodies, draft) in self._numbered(rows):
            read = draft.main.body.read
            dating = self._dating(draft)
            later = bool(dating and self.as_of and dating.date.first > self.as_of.last)
            repeats = earlier.like(n, draft)
            made.append(
                Event(
                    **self._common(key, n, bodies, row=bool(draft.block.cells)),
                    title=self._title(draft.main),
                    dating=dating,
                    kind=kind_of(read, draft.main.date),
                    status=status_of(
                        draft.read if draft.block.cells else read,
                        draft.planned,
                        draft.main.date,
                        later,
                    ),
                    moved_to=self._moved(draft),
                    sectors=self._sectors(draft, made),
                    place=self._place(draft),
                    section=draft.section,
                    parts=tuple(
                        Part(text=body.text, pieces=tuple(self._spans(body)))
                        for body in draft.parts
                    ),
                    persons=self._persons(bodies),
                    duplicate_of=repeats,
                    other_partner=other_partner(draft.main.body, self.partner, self.home),
                )
            )
        return tuple(made)

    def _title(self, clause):
        lead = clause.lead if clause.lead is not None and clause.lead.start >= 0 else None
        return title_of(clause.body, lead, clause.date) or clause.body.text

    def _spans(self, body):
        return [Piece(a, b, self.text[a:b]) for a, b in runs(body, self.text)]

    def _sectors(self, draft, before):
        read = self._without_partner(draft.main.body)
        whole = " ".join(map(self._without_partner, draft.bodies))
        found = event_sectors(self.sectors, read, whole, draft.is_tie, strong_official(read))
        if not found and draft.section:
            found = tuple(
                code for code in self.sectors.find(lowered(draft.section)) if code != "official"
            )
        answers = ANSWER.search(read) and found in ((), ("official",)) and not HIGH.search(read)
        leans = answers or (PRONOUN.search(read) and not found)
        if leans and before:
            return before[-1].sectors
        return found

    def _without_partner(self, body):
        """What is read of a stretch without the partner's name: Порту is no port."""
        if self.partner is None:
            return body.read
        names = {self.partner.name.lower(), self.partner.as_written.lower()}
        read = list(body.read)
        for match in CAPITALISED.finditer(body.text):
            if match[0].lower() in names or nominative_name(match[0]) == self.partner.name:
                read[match.start() : match.end()] = " " * (match.end() - match.start())
        return "".join(read)

    def _dating(self, draft):
        if draft.resolved is None:
            return None
        date = draft.resolved.date
        found = draft.main.date
        if draft.is_tie and date.is_open:
            date = PartialDate(date.start.edtf)
        text, at = draft.date_text, draft.date_at
        pieces = [self._piece(at)] if at else []
        if draft.main.lead is not None and found is not None:
            text = f"… {text}"
        return Dating(
            date=date,
            text=text,
            pieces=tuple(pieces),
            span=_span(date, found),
            qualifier=_qualifier(draft),
            inferred=draft.resolved.inferred,
            recurring="yearly" if RECURRING.search(draft.main.body.read) else None,
        )

    def _moved(self, draft):
        if draft.moved is None:
            return None
        return Dating(date=draft.moved.date, text="", pieces=(), inferred=draft.moved.inferred)

    def _place(self, draft):
        if draft.place is not None:
            return draft.place.text
        text = repaired(draft.main.body.text)
        for match in PLACE.finditer(text):
            if ADJECTIVE.fullmatch(match[1]) and NOUN_BEHIND.match(text, match.end()):
                continue
            name = nominative_name(match[1])
            if name != match[1] or _is_place(match[1]):
                return name
        return None

    def _persons(self, bodies):
        made = {}
        for body in bodies:
            text = repaired(body.text)
            for name in find_names(text):
                said = (
                    name.patronymic
                    or (name.initials and "." in name.as_written)
                    or (name.given and name.surname)
                )
                if not said or NAMESAKE.search(text[: name.start]):
                    continue
                words = body[name.start : name.end]
                person = Person(
                    name=name.full, as_written=name.as_written, piece=self._piece(words)
                )
                made.setdefault((name.surname, (name.initials or "")[:1]), person)
        return tuple(made.values())

    def _background(self, rows, events):
        rows.sort(key=lambda row: self.pieces[row[0]][0].start if row[0] in self.pieces else 0)
        starts = [self.pieces[key][0].start for key, _, _ in events if key in self.pieces]
        made = []
        for n, (key, bodies, _) in self._numbered(rows):
            place = self.pieces[key][0].start
            after = sum(start < place for start in starts)
            made.append(Background(**self._common(key, n, bodies), after_event=after))
        return tuple(made)

    def _contacts(self, rows):
        return tuple(
            self._contact(key, n, bodies, card) for n, (key, bodies, card) in self._numbered(rows)
        )

    def _contact(self, key, n, bodies, card):
        name = card.name
        side = card.side or "committee"
        phones = tuple(
            PhoneNumber(
                as_written=words.text,
                e164=number.e164,
                piece=self._piece(words),
                kind=column if column and number.kind == "phone" else number.kind,
                ext=number.ext,
                area_code_inferred=number.area_code_inferred,
            )
            for number, words, column in card.phones
        )
        return Contact(
            **self._common(key, n, bodies, row=bool(card.block.cells)),
            as_written=name and name.as_written,
            surname=name and name.surname,
            given=name and name.given,
            patronymic=name and name.patronymic,
            initials=name and name.initials,
            position=card.post and card.post.name,
            department=card.department and card.department.name,
            unit=card.unit and card.unit.name,
            organisation=self.home.committee if side == "committee" else None,
            side=side,
            phones=phones,
            emails=tuple(dict.fromkeys(card.emails)),
            acting=bool(card.post and card.post.acting),
            vacant=card.vacant and name is None,
        )

    def _ignored(self, rows, free):
        made = [
            (self.pieces[key], bodies[0].text, reason)
            for key, bodies, reason in rows
            if key in self.pieces
        ]
        marks = [(a, b) for a, b in free if not any(c.isalnum() for c in self.text[a:b])]
        if marks:
            pieces = tuple(Piece(a, b, self.text[a:b]) for a, b in marks)
            made.append((pieces, " ".join(piece.text for piece in pieces), "other"))
        for start, end in (span for span in free if span not in marks):
            words = stretch(self.text, start, end).text or self.text[start:end]
            made.append(((Piece(start, end, self.text[start:end]),), words, "other"))
        made.sort(key=lambda row: row[0])
        return tuple(
            Ignored(
                n=n,
                text=text,
                pieces=pieces,
                paragraph=self._paragraph(pieces[0].start),
                reason=reason,
            )
            for n, (pieces, text, reason) in enumerate(made, start=1)
        )

    def _relations(self, rows, events, partner):
        made = []
        for event, (_, _, draft) in zip(events, rows, strict=True):
            told = relation_of(draft.main.body, draft.is_tie, partner, self.home)
            if told and event.dating and event.status == "held":
                made.append(
                    Relation(kind=told[0], with_=told[1], since=event.dating.date, event=event.n)
                )
        return tuple(made)


def _span(date, found):
    if found is not None and found.is_list:
        return False
    if date.is_interval:
        return True
    coarse = {Precision.SEASON, Precision.QUARTER, Precision.HALF_YEAR, Precision.DECADE}
    return None if date.precision in coarse else False


def _qualifier(draft):
    return draft.main.date.qualifier if draft.main.date is not None else None


def _is_place(word):
    return may_be(word.lower(), "Geox")
