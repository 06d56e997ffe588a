"""Takes a note in: keeps the file, and begins its review."""

import hashlib

from django.db import IntegrityError, transaction

from briefings.notes import Note
from briefings.register.cards import LEAVE, Review
from briefings.register.matching import NEW, Partners
from briefings.register.proposing import propose
from briefings.register.settling import settle
from cooperation.models import Partner

LONGEST_NAME = Note._meta.get_field("name").max_length


def accept(content, name, briefing, user):
    """The Note to review; one that waits already if its file is the very same.

    content: the bytes as handed over. A text that was entered in the register before is shown as
    it was reviewed then.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    waiting = Note.objects.unfinished().filter(sha256=sha256).first()
    if waiting is not None:
        return waiting
    # PostgreSQL keeps no NUL; as many characters stay, so that positions do.
    text = briefing.text.replace("\x00", "\N{REPLACEMENT CHARACTER}")
    digest = hashlib.sha256(text.encode(errors="replace")).hexdigest()
    review = _reviewed_before(digest) or propose(briefing)
    settle(review)
    note = Note(
        name=name.replace("\x00", "")[-LONGEST_NAME:],
        content=content,
        sha256=sha256,
        text=text,
        digest=digest,
        uploaded_by=user,
        changed_by=user,
    )
    keep(note, review)
    try:
        with transaction.atomic():
            note.save()
    except IntegrityError:
        # The same file came twice at once, as when a button is pressed twice.
        return Note.objects.unfinished().get(sha256=sha256)
    return note


def keep(note, review):
    """Puts the review into the note's columns; a partner that is gone meanwhile is none."""
    key = review.partner
    note.review = review.to_json()
    note.partner = Partner.objects.filter(pk=key).first() if key.isdecimal() else None


def _reviewed_before(digest):
    """The latest confirmed Review of the same text, its records to be found anew; None if none."""
    before = Note.objects.filter(digest=digest, state=Note.State.IMPORTED).first()
    if before is None:
        return None
    review = Review.from_json(before.review)
    for card in review.cards:
        card.choice = card.choice if card.choice == LEAVE else ""
    _replace_made(review, str(before.partner_id or ""))
    return review


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
