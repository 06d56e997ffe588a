"""Makes the items of a Briefing from what the sections' readers put together."""

import re
from bisect import bisect_right

from briefings.reading.assembly import piece_of, runs
from briefings.reading.briefing import (
    Background,
    Contact,
    Direction,
    Heading,
    Ignored,
    PhoneNumber,
    Piece,
    Relation,
)
from briefings.reading.dating import find_dates
from briefings.reading.directions import sub_areas, wording
from briefings.reading.duplicates import Earlier
from briefings.reading.event_making import EventMaker
from briefings.reading.names import surname_first
from briefings.reading.partner import find_partner, without_partner
from briefings.reading.rows import PIPES
from briefings.reading.stretch import join_all, stretch
from briefings.reading.ties import relation_of
from briefings.reading.worries import Worries

# A partner is named early in a note and early in its paragraphs.
MOST, LOOKED_AT = 200, 500
# Where the surname stands first.
SURNAME_FIRST = {"CN", "HK", "JP", "KP", "KR", "TW", "VN"}

SUBJECT = re.compile(r"(?:тема|subject):\s(?:(?:fwd?|re|на):\s)*")


def _subjects(ignored):
    """What the heads of letters say that they are about: «Тема: Fwd: НОРМАНДИЯ (Франция)»."""
    letters = [body for _, body, reason in ignored if reason == "letter"]
    found = [(body, SUBJECT.match(body.read)) for body in letters]
    return [body[match.end() :] for body, match in found if match]


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
        partner = self._partner(reading)
        events = self._events(groups["events"], partner)
        made = {
            "partner": partner,
            "headings": self._headings(groups["headings"]),
            "directions": self._directions(groups["directions"], partner),
            "events": events,
            "background": self._background(groups["background"], groups["events"]),
            "contacts": self._contacts(groups["contacts"], partner),
            "ignored": self._ignored(groups["ignored"], free),
        }
        made["relations"] = self._relations(groups["events"], events, partner)
        made["warnings"] = Worries(self.source, made, groups, self.home).all()
        return made

    def _rests(self, reading):
        """(block, stretches, number of events before, whether a date was skipped) of background."""
        found = [
            (rest.block, rest.bodies, rest.after, rest.skipped)
            for rest in reading.chronicle.ledger.rests
        ]
        for block in (*reading.opening, *reading.directions.rests):
            found.append((block, [block.body], 0, bool(find_dates(block.read))))
        if reading.cards.waiting:
            after = len(reading.chronicle.ledger.drafts)
            found += [(None, [body], after, False) for body in reading.cards.waiting]
        return found

    def _claim_all(self, reading, rests):
        """Lets everything claim its characters; {kind: [(key, bodies, what made it)]}."""
        groups = {
            "headings": [(block, [body], section) for block, body, section in reading.headings]
            + [(block, [body], "sub") for block, body in reading.chronicle.run_ins],
            "directions": [(d.block, [d.body, *d.nested], d) for d in reading.directions.made],
            "events": [(d.block, d.bodies, d) for d in reading.chronicle.ledger.drafts],
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
            text = join_all(sorted(bodies, key=lambda body: body.start)).written
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

    def _partner(self, reading):
        titles = [body for _, body, section in reading.headings if section == "title"]
        titles += _subjects(reading.ignored)
        ties = [d.body for d in reading.directions.made]
        ties += [d.main.body for d in reading.chronicle.ledger.drafts if d.is_tie]
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
        mark = stretch(self.text, first, max(first, bodies[0].start)).written
        return f"{mark} {bodies[0].written}".strip()

    def _directions(self, rows, partner):
        made = []
        for n, (key, bodies, direct) in self._numbered(rows):
            found = self.sectors.find(" ".join(without_partner(body, partner) for body in bodies))
            sectors = tuple(code for code in found if code != "official") or found
            fields = self._common(key, n, bodies, wording(direct.body))
            made.append(Direction(**fields, sectors=sectors, sub_areas=sub_areas(direct)))
        return tuple(made)

    def _events(self, rows, partner):
        maker = EventMaker(self.text, self.sectors, self.home, self.as_of, partner)
        made, earlier = [], Earlier()
        for n, (key, bodies, draft) in self._numbered(rows):
            repeats = earlier.like(n, draft)
            common = self._common(key, n, bodies, row=bool(draft.block.cells))
            made.append(maker.make(common, bodies, draft, made, repeats))
        return tuple(made)

    def _background(self, rows, events):
        rows.sort(key=lambda row: self.pieces[row[0]][0].start if row[0] in self.pieces else 0)
        starts = [self.pieces[key][0].start for key, _, _ in events if key in self.pieces]
        made = []
        for n, (key, bodies, _) in self._numbered(rows):
            place = self.pieces[key][0].start
            after = sum(start < place for start in starts)
            made.append(Background(**self._common(key, n, bodies), after_event=after))
        return tuple(made)

    def _contacts(self, rows, partner):
        turned = partner is not None and partner.country in SURNAME_FIRST
        made = []
        for n, (key, bodies, card) in self._numbered(rows):
            if turned and card.name is not None and card.name.is_guess:
                card.name = surname_first(card.name, partner.country)
            made.append(self._contact(key, n, bodies, card))
        return tuple(made)

    def _contact(self, key, n, bodies, card):
        name = card.name
        side = card.side or "committee"
        phones = tuple(
            PhoneNumber(
                as_written=words.text,
                e164=number.e164,
                piece=piece_of(self.text, words),
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
            (self.pieces[key], bodies[0].written, reason)
            for key, bodies, reason in rows
            if key in self.pieces
        ]
        words_of = [any(c.isalnum() for c in self.text[a:b]) for a, b in free]
        marks = [span for span, has_words in zip(free, words_of, strict=True) if not has_words]
        if marks:
            pieces = tuple(Piece(a, b, self.text[a:b]) for a, b in marks)
            made.append((pieces, " ".join(piece.text for piece in pieces), "other"))
        for (start, end), has_words in zip(free, words_of, strict=True):
            if not has_words:
                continue
            words = stretch(self.text, start, end).written or self.text[start:end]
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
