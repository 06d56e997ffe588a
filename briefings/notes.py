"""The notes that staff handed over, and where each record of the register came from."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from contacts.models import ContactPerson
from cooperation.models import Direction, Partner, Tie
from events.models import Event


class NoteQuerySet(models.QuerySet):
    def unfinished(self):
        """Those whose review can still be changed and confirmed."""
        return self.exclude(state=Note.State.IMPORTED)


class Note(models.Model):
    """A note as it was handed over, and how far its review has come.

    ``review`` is what ``briefings.register.cards.Review`` holds, in JSON. ``version`` grows with
    each saved step, so that two editors cannot overwrite each other unawares.
    """

    class State(models.TextChoices):
        IN_REVIEW = "in_review", _("under review")
        IMPORTED = "imported", _("entered in the register")
        SET_ASIDE = "set_aside", _("set aside")

    name = models.CharField(_("name of the file"), max_length=200, blank=True)
    content = models.BinaryField(_("file"))
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64, db_index=True)
    text = models.TextField(_("text"))
    digest = models.CharField(_("SHA-256 of the text"), max_length=64, db_index=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.IN_REVIEW)
    partner = models.ForeignKey(
        Partner,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("partner"),
    )
    review = models.JSONField(_("review"), default=dict)
    version = models.PositiveIntegerField(_("version"), default=1)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("handed over by"),
    )
    uploaded_at = models.DateTimeField(_("handed over"), auto_now_add=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("changed by"),
    )
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = NoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("uploaded note")
        verbose_name_plural = _("uploaded notes")
        ordering = ["-uploaded_at", "-id"]
        constraints = [
            # A second press on the button begins no second review.
            models.UniqueConstraint(
                fields=["sha256"],
                condition=~models.Q(state="imported"),
                name="briefings_note_reviewed_once",
            )
        ]

    def __str__(self):
        return self.name or f"вставленный текст {self.pk}"

    @property
    def is_finished(self):
        return self.state == self.State.IMPORTED


RECORDS = ("direction", "event", "contact", "tie")


def exactly_one(names):
    """A condition: just one of these foreign keys is set."""
    ways = [models.Q(**{f"{other}__isnull": other != name for other in names}) for name in names]
    return models.Q(*ways, _connector=models.Q.OR)


class Origin(models.Model):
    """Where a record came from: the note, the paragraph, the text as written.

    ``digest`` is that of the text's letters and digits: by it the same text is known again.
    """

    note = models.ForeignKey(
        Note, models.PROTECT, related_name="origins", verbose_name=_("uploaded note")
    )
    paragraph = models.PositiveIntegerField(_("paragraph"))
    text = models.TextField(_("text as written"))
    digest = models.CharField(max_length=64, db_index=True)
    direction = models.ForeignKey(
        Direction, models.CASCADE, null=True, blank=True, related_name="origins"
    )
    event = models.ForeignKey(Event, models.CASCADE, null=True, blank=True, related_name="origins")
    contact = models.ForeignKey(
        ContactPerson, models.CASCADE, null=True, blank=True, related_name="origins"
    )
    tie = models.ForeignKey(Tie, models.CASCADE, null=True, blank=True, related_name="origins")

    class Meta:
        verbose_name = _("origin")
        verbose_name_plural = _("origins")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="briefings_origin_of_one_record",
                condition=exactly_one(RECORDS),
            )
        ]

    def __str__(self):
        return f"{self.note}, абзац {self.paragraph}"
