"""Writes what a confirmed review says into the register: all of it or nothing, as drafts."""

import re
from collections import Counter

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.db import transaction
from django.utils.text import capfirst

from briefings.notes import Note, Origin
from briefings.reading.happenings import without_date
from briefings.reading.sentences import sentences
from briefings.reading.stretch import stretch
from briefings.reading.telling import date_told
from briefings.register import cards
from briefings.register.cards import NEW
from briefings.register.filling import fill, is_empty
from briefings.register.mending import without, written
from briefings.register.proposing import shortened
from briefings.register.words import digest, folded, letters
from contacts.models import ContactPerson, Department, Phone
from cooperation.models import Direction, Partner, Tie
from core.publishing import Status
from events.models import Event, Part

MODELS = {
    cards.DIRECTION: Direction,
    cards.EVENT: Event,
    cards.TIE: Tie,
    cards.CONTACT: ContactPerson,
}


WORD = re.compile(r"\w+")
# What joined a part that stands by itself now: «… посетила порт, и».
DANGLING = re.compile(r"[\s,;]+(?:и|а также|а|затем)?[\s,;]*$")
ROW_NUMBER = re.compile(r"\s*\d{1,3}[.)]?\s*")
UNIT = re.compile(r"\s+[А-ЯЁ]{2,6}$")


def beyond_title(text, values):
    """What an event's text tells besides its title, date and place; the whole where that is more.

    Staff who named the event otherwise, or dated it otherwise, keep its sentence beside that.
    """
    first, *rest = sentences(stretch(text))
    date = date_told(first, values["date"])
    row = _behind_title(first, date, text, values["title"])
    if row is not None:
        return row
    told = without_date(first, date)
    if letters(told) == letters(values["title"]) or _same_words(told, values):
        return " ".join(sentence.text for sentence in rest)
    return "" if letters(text) == letters(values["title"]) else text


def _behind_title(first, date, text, title):
    """What a numbered row of a table tells behind its date and title; None of another text."""
    at = text.find(title)
    if date is None or not title or not date.end <= at < len(first):
        return None
    before = f"{text[: date.start]} {text[date.end : at]}"
    return text[at + len(title) :].strip(" ,;–—-") if ROW_NUMBER.fullmatch(before) else None


def _same_words(text, values):
    """Whether it holds but the words of title and place, as the cells of a row may stand mixed."""
    named = f"{values['title']} {values['place']}"
    return sorted(WORD.findall(folded(text))) == sorted(WORD.findall(folded(named)))


class AlreadyDoneError(Exception):
    """Somebody else has confirmed or changed the review meanwhile; nothing was written."""


def confirm(note, plan, user):
    """Writes the records of the plan, which asks nothing more. Returns their Counter.

    Keys of the Counter are ``new`` and ``filled``. Raises AlreadyDoneError if the note is no longer
    as it was when the plan was made. One transaction: any other error leaves nothing behind.
    """
    with transaction.atomic():
        waiting = Note.objects.unfinished().filter(pk=note.pk, version=note.version)
        if not waiting.update(state=Note.State.IMPORTED, version=note.version + 1):
            raise AlreadyDoneError
        return _Import(note, plan, user).run()


def department(name):
    """The Department of this name, whatever the letters' case; None if there is none.

    Behind the name notes often put what the department belongs to: «… УМС».
    """
    known = {folded(each.name_ru or ""): each for each in Department.objects.order_by("-id")}
    return known.get(folded(name)) or known.get(folded(UNIT.sub("", name)))


class _Import:
    def __init__(self, note, plan, user):
        self.note, self.plan, self.user = note, plan, user
        self.made, self.changed, self.origins = [], [], []
        self.phrases = {}

    def run(self):
        self._partners()
        self._known = self._records_that_are_the_same()
        for planned in self.plan.cards:
            if planned.card.kind in MODELS and not planned.is_left:
                self._record(planned)
        self._background()
        Origin.objects.bulk_create(self.origins)
        self._log()
        self.note.partner = self.partner
        self.note.changed_by = self.user
        self.note.save(update_fields=["partner", "changed_by", "changed_at"])
        return Counter(new=len(self.made), filled=len(self.changed))

    def _partners(self):
        """Makes the new ones that something belongs to, those they lie in first."""
        self.keys = dict(self.plan.partners.known)
        for key in self.plan.to_be_made():
            self._partner(key)
        self.partner = self.keys[self.plan.partner]

    def _partner(self, key):
        if key in self.keys or key not in self.plan.partners.made:
            return self.keys.get(key)
        told = self.plan.partners.made[key]
        partner = Partner(
            name_ru=told["name"],
            kind=told["kind"],
            country=told["country"],
            parent=self._partner(told["inside"]),
        )
        partner.save()
        self.keys[key] = partner
        self.made.append(partner)
        return partner

    def _records_that_are_the_same(self):
        return {
            kind: model.objects.select_for_update().in_bulk(
                [p.same_as for p in self.plan.of_kind(kind) if p.same_as]
            )
            for kind, model in MODELS.items()
        }

    def _record(self, planned):
        card = planned.card
        columns, links = getattr(self, f"_{card.kind}")(planned)
        if planned.choice == NEW:
            record = MODELS[card.kind](status=Status.DRAFT, **columns)
            record.save()
            for name, others in links.items():
                getattr(record, name).set(others)
            self._inner(planned, record)
            self.made.append(record)
        else:
            record = self._known[card.kind].get(planned.same_as)
            if record is None:
                raise AlreadyDoneError
            filled = fill(record, columns, links)
            if planned.values.get("add_partner"):
                record.partners.add(self.keys[planned.partner])
            if self._inner(planned, record) or filled or planned.values.get("add_partner"):
                self.changed.append(record)
        self._origin(planned, record)

    def _origin(self, planned, record):
        mark = digest(planned.card.text)
        if planned.same_as and self._is_told(record, mark):
            return
        self.origins.append(
            Origin(
                note=self.note,
                paragraph=planned.card.paragraph,
                text=written(self.plan.text, planned.card.spans),
                digest=mark,
                **{planned.card.kind: record},
            )
        )

    def _is_told(self, record, mark):
        """Whether the record has this very text from a note with this very text already."""
        return record.origins.filter(digest=mark, note__digest=self.note.digest).exists()

    def _source(self, planned):
        # The public reads it: the name of somebody's file is none of its business.
        return f"Справка о сотрудничестве № {self.note.pk}, абзац {planned.card.paragraph}"

    def _sectors(self, planned):
        return [self.plan.sectors[code] for code in planned.values["sectors"]]

    # The columns and the links of each kind of record

    def _direction(self, planned):
        text = capfirst(planned.values["text"])
        title = shortened(text)
        columns = {
            "partner": self.keys[planned.partner],
            "title_ru": title,
            "text_ru": "" if title == text else text,
            "source_ru": self._source(planned),
            "order": int(planned.label[1:]),
        }
        return columns, {"sectors": self._sectors(planned)}

    def _event(self, planned):
        values = planned.values
        parts = [p for p in self.plan.belonging(planned, cards.PART) if not p.is_left]
        spans = without(planned.card.spans, [span for p in parts for span in p.card.spans])
        summary = DANGLING.sub("", written(self.plan.text, spans))
        columns = {
            "title_ru": values["title"],
            "summary_ru": beyond_title(summary, values),
            "date": values["date"],
            "kind": values["event_kind"],
            "event_status": values["event_status"],
            "place_ru": values["place"],
            "persons_ru": "\n".join(values["persons"].splitlines()),
            "source_ru": self._source(planned),
        }
        links = {"partners": [self.keys[planned.partner]], "sectors": self._sectors(planned)}
        return columns, links

    def _tie(self, planned):
        columns = {
            "partner": self.keys[planned.partner],
            "kind": planned.values["tie_kind"],
            "since": planned.values["since"],
            "source_ru": self._source(planned),
        }
        return columns, {}

    def _contact(self, planned):
        values = planned.values
        columns = {f"{name}_ru": values[name] for name in ("surname", "given", "patronymic")}
        columns |= {
            "position_ru": capfirst(values["position"]),
            "department": self._department(planned),
            "email": values["email"],
        }
        return columns, {"partners": [self.keys[planned.partner]]}

    def _department(self, planned):
        """The department that the contact is to get, made if there is none; None for none."""
        name = planned.values["department"]
        person = self._known[cards.CONTACT].get(planned.same_as)
        if not name or (person is not None and person.department_id):
            return None
        known = department(name)
        if known is None:
            known = Department.objects.create(name_ru=capfirst(name))
            self.made.append(known)
        return known

    def _inner(self, planned, record):
        """Parts of an event, phones of a contact: where the record has none. Whether any came."""
        made = []
        if planned.card.kind == cards.EVENT and is_empty(record.parts):
            parts = [p for p in self.plan.belonging(planned, cards.PART) if not p.is_left]
            for order, part in enumerate(parts, start=1):
                text = capfirst(part.values["text"].lstrip(" ,;"))
                made.append(Part.objects.create(event=record, order=order, text_ru=text))
        if planned.card.kind == cards.CONTACT and is_empty(record.phones):
            for order, (number, extension, kind) in enumerate(planned.values["phones"], start=1):
                made.append(self._phone(record, order, number, extension, kind))
        return bool(made)

    def _phone(self, contact, order, number, extension, kind):
        """A mobile number is kept, and not shown unless staff say so."""
        return Phone.objects.create(
            contact=contact,
            order=order,
            number=number,
            extension=extension,
            kind=kind,
            may_be_published=kind != Phone.Kind.MOBILE,
        )

    def _background(self):
        """Into the introduction of the note's partner, what staff or the partner's state say."""
        texts = [
            planned.card.text
            for planned in self.plan.of_kind(cards.BACKGROUND)
            if self.plan.introduces(planned)
        ]
        before = self.partner.introduction_ru or ""
        added = [text for text in texts if letters(text) not in letters(before)]
        if added:
            self.partner.introduction_ru = "\n\n".join(filter(None, [before, *added]))
            self.partner.save(update_fields=["introduction_ru", "changed_at"])
            if self.partner not in self.made:
                self.changed.append(self.partner)

    def _log(self):
        message = f"Из справки «{self.note}»"
        for records, flag, what in (
            (self.made, ADDITION, "Добавлено"),
            (self.changed, CHANGE, "Дополнено"),
        ):
            for model in {type(record) for record in records}:
                of_model = [record for record in records if type(record) is model]
                LogEntry.objects.log_actions(
                    self.user.pk, of_model, flag, f"{what}. {message}", single_object=False
                )
