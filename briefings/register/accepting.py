"""Takes a note in: keeps the file, and begins its review."""

import hashlib
from bisect import bisect_left

from django.db import IntegrityError, transaction
from django.db.models import Q

from briefings.notes import Note
from briefings.register.cards import LEAVE, Review
from briefings.register.matching import NEW, Partners
from briefings.register.proposing import propose
from briefings.register.settling import settle
from cooperation.models import Partner

BYTE_ORDER_MARK = "\ufeff"
LONGEST_NAME = Note._meta.get_field("name").max_length


def waiting(content):
    """The Note of the very same file whose review is not finished, or None."""
    return Note.objects.unfinished().filter(sha256=_sha256(content)).first()


def entered_before(note):
    """The latest Note of the same text that was entered in the register, or None."""
    same = Q(digest=note.digest) | Q(sha256=note.sha256)
    return Note.objects.filter(same, state=Note.State.IMPORTED).first()


def _places(text):
    """Where the characters of a text stand that are the same in every encoding and line end."""
    return [at for at, sign in enumerate(text) if not (sign.isspace() or sign == BYTE_ORDER_MARK)]


def _digest(text):
    told = "".join(text[at] for at in _places(text))
    return _sha256(told.encode(errors="replace"))


def _sha256(content):
    return hashlib.sha256(content).hexdigest()


def accept(content, name, briefing, user):
    """The Note to review; one that waits already if its file is the very same.

    content: the bytes as handed over. A text that was entered in the register before is shown as
    it was reviewed then.
    """
    known = waiting(content)
    if known is not None:
        return known
    # PostgreSQL keeps no NUL; as many characters stay, so that positions do.
    text = briefing.text.replace("\x00", "\N{REPLACEMENT CHARACTER}")
    note = Note(
        name=name.replace("\x00", "")[-LONGEST_NAME:],
        content=content,
        sha256=_sha256(content),
        text=text,
        digest=_digest(text),
        uploaded_by=user,
        changed_by=user,
    )
    before = entered_before(note)
    review = _reviewed_again(before, text) if before else propose(briefing)
    settle(review)
    keep(note, review)
    try:
        with transaction.atomic():
            note.save()
    except IntegrityError:
        # The same file came twice at once, as when a button is pressed twice.
        return Note.objects.unfinished().get(sha256=note.sha256)
    return note


def keep(note, review):
    """Puts the review into the note's columns; a partner that is gone meanwhile is none."""
    key = review.partner
    note.review = review.to_json()
    note.partner = Partner.objects.filter(pk=key).first() if key.isdecimal() else None


def _reviewed_again(before, text):
    """The Review of a note that was entered, its records to be found anew in the text as it is."""
    review = Review.from_json(before.review)
    for card in review.cards:
        card.choice = card.choice if card.choice == LEAVE else ""
    if before.text != text:
        _move(review, before.text, text)
    _replace_made(review, str(before.partner_id or ""))
    return review


def _move(review, known, text):
    """Puts the cards' spans in the text that was entered to their places in one of other ends."""
    known, places = _places(known), _places(text)
    for card in review.cards:
        card.spans = [_moved(span, known, places) for span in card.spans]


def _moved(span, known, places):
    start, end = (bisect_left(known, at) for at in span)
    return [places[start], places[end - 1] + 1] if start < end else [0, 0]


def _replace_made(review, partner):
    """Refers to the partners that were made then by their keys."""
    partners = Partners()
    keys = {
        f"{NEW}{place}": next(iter(partners.named(made["name"])), "")
        for place, made in enumerate(review.partners)
    }
    review.partner, review.partners = partner, []
    for card in review.cards:
        if card.fields.get("partner", "") in keys:
            card.fields["partner"] = keys[card.fields["partner"]]
