"""Makes contacts of the blocks in their section (counting rules 15 and 16)."""

import re
from dataclasses import replace

from briefings.reading.cards import CYRILLIC, Card, hit_in_column, hits_of, sides_of
from briefings.reading.headings import is_head_row

SIGN = re.compile(r"[;,.]\s+(?=[^;,.]*$)")
LABEL = re.compile(r"^[^:,;]{8,120}:")
OFFICE = re.compile(r"(?:[а-я]+ )*(?:канцеляри|секретариат|бюро|дирекци)")
# «Канцелярия мэра», «Таллинская городская канцелярия»: whom somebody works for, no department.
ORGANISATION = re.compile(
    r"канцеляри\w* (?:мэр|бургомистр|губернатор)|(?:сенатск|городск)\w+ канцеляри"
)
SAME_BODY = re.compile(r"т(?:ого|ом) же (?:отдел|сектор|управлени|департамент)\w*")
# «Генеральное консульство …:» above a number: the number is of a body, not of who stands above.
BODY_LABEL = re.compile(
    r"консульств|посольств|представительств|мэри|управлени|палат|центр|агентств"
)
# «Посольство Сербии: +7 (499) …»
BODY_LINE = re.compile(
    r"[^:\d]{0,40}(?:консульств|посольств|представительств|мэрия|палата|агентство|приемная)[^:\d]{0,60}"
    r"[:–—,]\s*(?:тел\w*\W*|т\W+)?[+(\d]"
)
# «Должность: …»: a field of whoever is named above.
FIELD = re.compile(r"\W*должность\W")
NAME_HEAD = re.compile(r"ф\.?\s?и\.?\s?о|фамили|имя\b|кто\b|контактное лицо|сотрудник")
LONE = re.compile(r"[А-ЯЁ][а-яё]+|[А-ЯЁ]{4,}")
WIDEST_LEAD = 25
LONGEST = 3000


class CardReader:
    """Takes the blocks of contacts one after the other; ``cards`` is what it made of them.

    ``waiting`` are stretches that belong to no card, in the end only if there is none.
    """

    def __init__(self, home):
        self.home = home
        self.cards, self.waiting, self.columns = [], [], []
        self.shared, self.shared_by = (None, None), None
        self.posts_first = None
        self.side = None
        self.lone, self.labelled = None, False
        self.is_fresh = False
        self.passed_on = []

    def take(self, block):
        """A line, a paragraph or a row; a row is a contact of its own."""
        if is_head_row(block):
            self.columns = block.cells
            self.waiting.append(block.body)
            return
        self.is_fresh = bool(block.cells)
        for cell in block.cells or [block.body]:
            for part in _chunks(cell):
                self._take(block, part)

    def _take(self, block, body):
        hits = hits_of(body, self.home)
        if not hits and NAME_HEAD.match(self._head_of(block, body)):
            hits = hit_in_column(body)
        sides = sides_of(body.read, self.home)
        if block.cells and not sides:
            # What another cell of the row says holds for all of it.
            sides = [(0, side) for _, side in sides_of(block.read, self.home)[:1]]
        if not hits:
            self.side = sides[-1][1] if sides else self.side
            self.lone = body if LONE.fullmatch(body.text) else None
            self.labelled = body.text.endswith(":") and bool(BODY_LABEL.search(body.read))
            self.shared = (None, None) if self.labelled else self.shared
            (self.cards[-1].bodies if self.cards else self.waiting).append(body)
            return
        hits, self.lone = self._with_surname(hits), None
        self._learn(hits)
        if {hit.kind for hit in hits} <= {"department", "unit"} and not block.cells:
            kinds = {hit.kind: hit.value for hit in hits}
            self.shared = (kinds.get("department"), kinds.get("unit"))
            self.side = sides[-1][1] if sides else self.side
            self.shared_by = self.side
        if hits[0].kind == "department" and LABEL.search(body.read, 0, hits[-1].start):
            unit = next((hit.value for hit in hits if hit.kind == "unit"), None)
            self.shared = (hits[0].value, unit)
        self._share_out(block, body, hits, sides)
        self.labelled = False
        if len(self.cards) > 1 and SAME_BODY.search(body.read):
            before, card = self.cards[-2:]
            card.department, card.unit = before.department, before.unit

    def finish(self):
        """Departments from above for those that have none; what waits goes to the last card."""
        self.cards = [card for card in self.cards if self._is_kept(card)]
        before = None
        for card in self.cards:
            self._complete(card, before)
            before = card
            if card.department is None and card.unit and " " in card.unit.name:
                # «Мэрия, управление международного сотрудничества: эксперт …»
                card.department, card.unit = card.unit, None
        if self.cards:
            self.cards[-1].bodies += self.waiting
            self.waiting = []

    def _complete(self, card, before):
        """A head of «the department» is of the one told before; partners are of none of ours."""
        if card.phones and all(not number.e164.startswith("+7") for number, _, _ in card.phones):
            card.side = "partner"
        if card.name is not None and not CYRILLIC.search(card.name.as_written):
            card.side = "partner"
        if card.side == "partner":
            ours = (each for each in self.passed_on if each is not None)
            for each in ours:
                card.department = None if card.department is each else card.department
                card.unit = None if card.unit is each else card.unit
            if card.department is not None and ORGANISATION.search(card.department.name.lower()):
                card.department = None
        leads = card.post is not None and card.post.name.lower().endswith(("отдела", "управления"))
        if leads and card.department is None and before is not None and card.side == before.side:
            card.department, card.unit = before.department, before.unit

    def _is_kept(self, card):
        if card.is_empty:
            self.waiting += card.bodies
        return not card.is_empty

    def _with_surname(self, hits):
        """«СЕЛЕЗНЁВА» on the line above «Маргарита Олеговна» is her surname."""
        if self.lone is None or not hits or hits[0].kind != "name" or hits[0].value.surname:
            return hits
        name = replace(hits[0].value, surname=self.lone.text.capitalize())
        return [replace(hits[0], value=name), *hits[1:]]

    def _learn(self, hits):
        """Whether posts stand before the names or behind them, from the first that has both."""
        order = [hit.kind for hit in hits if hit.kind in {"name", "post"}]
        if self.posts_first is None and order:
            self.posts_first = order[0] == "post"

    def _share_out(self, block, body, hits, sides):
        """Cuts the line where another contact begins."""
        card = self.cards[-1] if self.cards else None
        cut = 0
        for number, hit in enumerate(hits):
            behind = hits[number - 1] if number else None
            if card is None or self.is_fresh or self._opens(card, hits, number, block, behind):
                self.is_fresh = False
                begin = _begin(body, hit, cut) if number else 0
                if begin > cut and card is not None:
                    card.bodies.append(body[cut:begin].strip())
                card = Card(block, bodies=self.waiting)
                self.waiting = []
                self.cards.append(card)
                cut = begin
                self._inherit(card)
            told = [side for place, side in sides if place <= hit.start]
            card.side = card.side or (told[-1] if told else self.side)
            self._put(card, hit, block, body)
        card.bodies.append(body[cut:].strip())

    def _inherit(self, card):
        card.department, card.unit = self.shared
        if self.shared_by != "partner":
            self.passed_on += self.shared
        card.inherits = True

    def _opens(self, card, hits, number, block, before):
        """Whether a hit belongs to another person than the card so far."""
        hit, elsewhere = hits[number], card.block is not block
        if block.cells:
            return False
        named = any(each.kind == "name" for each in hits)
        if number == 0 and elsewhere and self.labelled and card.is_reachable:
            return True
        if number == 0 and elsewhere and named and card.name and (card.post or card.is_reachable):
            return True
        if number == 0 and elsewhere and card.is_reachable and BODY_LINE.match(block.read):
            return True
        if hit.kind == "name" and self._is_full_form(card, hit.value):
            return False
        if hit.kind == "name":
            alone = card.is_reachable and card.post is None and elsewhere
            return card.name is not None or card.vacant or alone
        if hit.kind == "post":
            kinds = {each.kind for each in hits}
            if elsewhere and named and card.is_bodys and kinds & {"phone", "email"}:
                return True
            named_above = card.name is not None and card.named_in is not block
            follows = bool(self.posts_first) and named_above and not FIELD.match(block.read)
            return card.post is not None or follows or card.vacant
        if hit.kind == "department":
            complete = card.name is not None or card.vacant or card.is_reachable
            behind_post = before and before.kind == "post"
            is_line = number == 0 and elsewhere and hits[-1].kind in {"phone", "email"}
            after = hits[number + 1].kind if number + 1 < len(hits) else None
            is_next = card.name is not None and after in {"post", "name"} and not behind_post
            if complete and card.is_reachable and (is_line or is_next):
                return True
            return (
                complete
                and not behind_post
                and not card.inherits
                and bool(card.department)
                and elsewhere
            ) or (
                complete
                and card.is_reachable
                and elsewhere
                and not behind_post
                and hit.value is self.shared[0]
            )
        return hit.kind == "vacant" and card.name is not None

    def _is_full_form(self, card, name):
        """«Жумабаев С. Ш., 576-30-77 (Сабит Шаимович)»: the same person's name in full."""
        known = card.name
        return known is not None and name.surname is None and known.initials == name.initials

    def _put(self, card, hit, block, body):
        value = hit.value
        if hit.kind == "name" and self._is_full_form(card, value):
            card.name = replace(card.name, given=value.given, patronymic=value.patronymic)
        elif hit.kind == "name":
            card.name, card.named_in = value, block
        elif hit.kind == "post":
            card.post = card.post or value
        elif hit.kind in {"department", "unit"}:
            known = getattr(card, hit.kind)
            is_wider = known is not None and OFFICE.match(known.name.lower())
            if card.inherits or known is None or is_wider:
                setattr(card, hit.kind, value)
                card.inherits = card.inherits and hit.kind == "unit"
        elif hit.kind == "vacant":
            card.vacant = True
        elif hit.kind == "email":
            card.emails.append(value.address)
        else:
            words = body[value.start : value.end]
            card.phones.append((value, words, self._column(block, words)))

    def _column(self, block, words):
        """The kind of number that the head of its column tells, or None."""
        head = self._head_of(block, words)
        if "факс" not in head:
            return None
        if "тел" not in head:
            return "fax"
        return "phone_fax" if re.search(r"тел\w*\.?\s?[/-]\s?факс", head) else None

    def _head_of(self, block, words):
        """What is read of the head of the column that words of a row stand in."""
        if not block.cells or len(block.cells) != len(self.columns):
            return ""
        cells = zip(block.cells, self.columns, strict=True)
        return next((h.read for c, h in cells if c and c.start <= words.start < c.end), "")


def _chunks(body):
    """A line, or what is far too long for one in pieces, so that time stays linear."""
    return [body[place : place + LONGEST] for place in range(0, len(body), LONGEST)] if body else []


def _begin(body, hit, cut):
    """Where a contact begins in its line: behind the sign that closed the one before."""
    between = body.read[cut : hit.start]
    sign = SIGN.search(between)
    if sign and len(between) - sign.end() < WIDEST_LEAD:
        return cut + sign.end()
    return hit.start
