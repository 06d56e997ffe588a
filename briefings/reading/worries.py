"""Collects the warnings of a note (codes of coop-note/1)."""

import re

from briefings.reading.briefing import Caution, Piece
from briefings.reading.cautions import sentence
from briefings.reading.repair import is_damaged
from briefings.reading.stretch import stretch
from briefings.reading.ties import inner_city

ABBREVIATION = re.compile(r"(?<![А-ЯЁа-яё-])[А-ЯЁ]{2,6}(?![А-ЯЁа-яё-])")
WORD = re.compile(r"\S+")
MOST_DAMAGED = 3


class Worries:
    """Looks at what was made of a note and says what staff should check."""

    def __init__(self, source, made, groups, home):
        self.source, self.made, self.groups, self.home = source, made, groups, home
        self.found = []

    def all(self):
        """The warnings: of the note first, then by item."""
        self._of_note()
        for event, (_, _, draft) in zip(self.made["events"], self.groups["events"], strict=True):
            self._of_event(event, draft)
        for item, (_, _, (_, skipped)) in zip(
            self.made["background"], self.groups["background"], strict=False
        ):
            if skipped:
                self._add("dated_reference_skipped", item.text, "background", item.n)
        for contact in self.made["contacts"]:
            self._of_contact(contact)
        return tuple(self.found)

    def _add(self, code, words="", about=None, n=None, piece=None, **values):
        self.found.append(
            Caution(
                code=code, message=sentence(code, words, **values), about=about, n=n, piece=piece
            )
        )

    def _of_note(self):
        partner = self.made["partner"]
        if partner is None or not partner.in_title:
            self._add("partner_not_stated")
        for relation in self.made["relations"]:
            if partner and relation.with_ != partner.name:
                self._add("sub_partner", relation.with_, "event", relation.event)
        damaged = 0
        for match in WORD.finditer(self.source.text):
            if (
                damaged < MOST_DAMAGED
                and _may_be_damaged(match[0])
                and is_damaged(f"а {match[0]} а")
            ):
                piece = Piece(match.start(), match.end(), match[0])
                self._add("ocr_suspect", stretch(match[0]).text, piece=piece)
                damaged += 1

    def _of_event(self, event, draft):
        dating = event.dating
        piece = dating.pieces[0] if dating and dating.pieces else event.pieces[0]
        where = {"about": "event", "n": event.n, "piece": piece}
        words = dating.text if dating else event.title
        resolved = draft.resolved
        if dating is None and event.moved_to is None:
            self._add("no_date", words, **where)
        if dating and "year" in dating.inferred:
            self._add("year_inferred", words, **where)
        if resolved and resolved.two_digit:
            self._add("two_digit_year", words, **where)
        if resolved and resolved.impossible:
            self._add("impossible_date", words, **where)
        if event.duplicate_of:
            self._add("possible_duplicate", event.title, number=event.duplicate_of, **where)
        if event.status != "held":
            self._add("planned_or_cancelled", event.title, **where)
        city = inner_city(draft.main.body, self.made["partner"], self.home)
        if city and all(relation.event != event.n for relation in self.made["relations"]):
            self._add("sub_partner", city, **where)
        if event.other_partner:
            self._add("other_partner", event.other_partner, **where)
        if draft.skipped:
            self._add("dated_reference_skipped", event.text, **where)

    def _of_contact(self, contact):
        where = {"about": "contact", "n": contact.n}
        if contact.vacant:
            self._add("vacant_contact", **where)
        elif contact.surname is None and contact.given is None:
            self._add("no_contact_name", **where)
        for phone in contact.phones:
            if phone.area_code_inferred:
                self._add("area_code_inferred", phone.as_written, piece=phone.piece, **where)
            if phone.kind == "mobile":
                self._add("mobile_phone", phone.as_written, piece=phone.piece, **where)
        written = (contact.as_written or "").lower()
        names = filter(None, (contact.surname, contact.given, contact.patronymic))
        if written and any(name.lower() not in written for name in names):
            self._add("name_in_oblique_case", contact.as_written, **where)
        unit = contact.unit or ""
        for match in ABBREVIATION.finditer(unit):
            self._add("abbreviation", match[0], **where)


def _may_be_damaged(word):
    return bool(re.search(r"[A-Za-z]", word) and re.search(r"[А-Яа-яЁё]", word)) or bool(
        re.search(r"\d", word) and re.search(r"[ОоЗзOolI|]", word)
    )
