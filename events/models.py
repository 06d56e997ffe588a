"""What happened or is planned between the city and its partners."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cooperation.models import Partner, Sector
from core.addresses import Addressed, FormerAddress
from core.fields import BoundField, PartialDateField, bounds_check
from core.languages import source_check
from core.richtext import rich_text_field
from core.search.column import SearchField
from core.search.writing import SearchedQuerySet
from core.slugs import MAX_LENGTH, TAKEN
from events.querysets import EventQuerySet


class Event(Addressed):
    """Something that happened or is planned, dated as exactly as its source and no finer."""

    class Kind(models.TextChoices):
        TIES_ESTABLISHED = "ties_established", _("ties established")
        AGREEMENT = "agreement", _("agreement")
        VISIT = "visit", _("visit")
        MEETING = "meeting", _("meeting")
        CONFERENCE = "conference", _("conference")
        SEMINAR = "seminar", _("seminar")
        EXHIBITION = "exhibition", _("exhibition")
        FESTIVAL = "festival", _("festival")
        CONCERT = "concert", _("concert")
        COMPETITION = "competition", _("competition")
        TRAINING = "training", _("training")
        OPENING = "opening", _("opening")
        ANNIVERSARY = "anniversary", _("anniversary")
        PROJECT = "project", _("project")
        PERIOD = "period", _("period")
        OTHER = "other", _("other")

    class EventStatus(models.TextChoices):
        """Named after schema.org's eventStatus: how the event stands, not who may read of it."""

        HELD = "held", _("held")
        PLANNED = "planned", _("planned")
        CANCELLED = "cancelled", _("cancelled")
        POSTPONED = "postponed", _("postponed")

    slug = models.SlugField(
        _("address"),
        max_length=MAX_LENGTH,
        unique=True,
        blank=True,
        error_messages={"unique": TAKEN},
        help_text=_("Made of the title when left empty. No date in it: dates are corrected."),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.OTHER)
    event_status = models.CharField(
        _("course"), max_length=10, choices=EventStatus, default=EventStatus.HELD
    )
    date = PartialDateField(_("date"), null=True, blank=True)
    date_first = BoundField("date", "first")
    date_last = BoundField("date", "last")
    title = models.CharField(_("title"), max_length=200)
    summary = models.TextField(_("summary"), blank=True)
    body = rich_text_field(_("body"), blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    partners = models.ManyToManyField(
        Partner, blank=True, related_name="events", verbose_name=_("partners")
    )
    sectors = models.ManyToManyField(
        Sector, blank=True, related_name="events", verbose_name=_("sectors")
    )
    persons = models.TextField(
        _("persons named"), blank=True, help_text=_("One a line, as in the source.")
    )
    organisations = models.TextField(
        _("organisations named"), blank=True, help_text=_("One a line, as in the source.")
    )
    source = models.CharField(_("source"), max_length=300, blank=True)
    source_url = models.URLField(_("address of the source"), blank=True)
    search = SearchField(
        title=("title",),
        summary=("summary",),
        body=("body", "parts__title", "parts__text"),
        persons=("persons",),
        organisations=("organisations",),
        places=("place", "date"),
    )

    objects = EventQuerySet.as_manager()

    class Meta(Addressed.Meta):
        abstract = False
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [source_check("title"), bounds_check("date")]
        indexes = [
            models.Index(fields=["status", "date_first", "date_last", "id"]),
            models.Index(fields=["date_first", "date_last", "id"]),
        ]

    def __str__(self):
        return self.title or self.slug

    def get_absolute_url(self):
        return reverse("event", args=[self.slug])


class FormerEventAddress(FormerAddress):
    record = models.ForeignKey(
        Event, models.CASCADE, related_name="former_addresses", verbose_name=_("event")
    )

    class Meta(FormerAddress.Meta):
        abstract = False
        verbose_name = _("former address of an event")
        verbose_name_plural = _("former addresses of events")


class Part(models.Model):
    """A happening inside an event that has no date of its own."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="parts", verbose_name=_("event"))
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    title = models.CharField(_("title"), max_length=200, blank=True)
    text = models.TextField(_("text"))

    objects = SearchedQuerySet.as_manager()

    class Meta:
        verbose_name = _("part without a date of its own")
        verbose_name_plural = _("parts without a date of their own")
        ordering = ["order", "id"]
        constraints = [source_check("text")]

    def __str__(self):
        return self.title or self.text or ""
