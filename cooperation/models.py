"""Whom the city works with, how it is tied to them and what it wants to do together."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from cooperation.querysets import (
    DirectionQuerySet,
    PartnerQuerySet,
    SectorQuerySet,
    TieQuerySet,
)
from core.addresses import Addressed, FormerAddress
from core.fields import BoundField, PartialDateField, bounds_check
from core.languages import source_check
from core.publishing import Publishable
from core.search.column import SearchField
from core.slugs import MAX_LENGTH, TAKEN


class Sector(models.Model):
    """A field of work; the built-in ones are made by ``cooperation.sectors``."""

    code = models.SlugField(
        _("code"),
        max_length=40,
        unique=True,
        error_messages={"unique": _("This code is already taken: choose another.")},
        help_text=_("Stands in addresses and in the data. Latin letters; do not change it later."),
    )
    name = models.CharField(_("name"), max_length=80)
    order = models.PositiveSmallIntegerField(_("order"), default=1000)

    objects = SectorQuerySet.as_manager()

    class Meta:
        verbose_name = _("sector")
        verbose_name_plural = _("sectors")
        ordering = ["order", "id"]
        constraints = [source_check("name")]

    def __str__(self):
        return self.name or self.code


class Partner(Addressed):
    """A city, region or country the city works with; it may lie inside another."""

    named_by = "name"

    class Kind(models.TextChoices):
        CITY = "city", _("city")
        REGION = "region", _("region")
        COUNTRY = "country", _("country")

    slug = models.SlugField(
        _("address"),
        max_length=MAX_LENGTH,
        unique=True,
        blank=True,
        error_messages={"unique": TAKEN},
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.CITY)
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="inside",
        verbose_name=_("lies in"),
        help_text=_("The partner it is part of: Flanders for Antwerp."),
    )
    country = CountryField(_("country"), blank=True)
    subdivision = models.CharField(
        _("ISO 3166-2 code"),
        max_length=6,
        blank=True,
        validators=[RegexValidator(r"^[A-Z]{2}-[A-Z0-9]{1,3}\Z", _("Write it like BE-VLG."))],
        help_text=_("Of a region: BE-VLG. May stay empty."),
    )
    wikidata = models.CharField(
        _("Wikidata id"),
        max_length=12,
        blank=True,
        validators=[RegexValidator(r"^Q[1-9]\d*\Z", _("Write it like Q9337."))],
        help_text=_("Like Q9337. May stay empty."),
    )
    name = models.CharField(_("name"), max_length=120)
    local_name = models.CharField(_("name in its own language"), max_length=120, blank=True)
    local_name_language = models.CharField(
        _("that language"),
        max_length=8,
        blank=True,
        validators=[RegexValidator(r"^[a-z]{2,3}(-[A-Za-z0-9]+)*\Z", _("Write it like nl."))],
        help_text=_("Its code (BCP 47), like nl."),
    )
    introduction = models.TextField(_("introduction"), blank=True)
    search = SearchField(title=("name", "local_name"), summary=("introduction",))

    objects = PartnerQuerySet.as_manager()

    class Meta(Addressed.Meta):
        abstract = False
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering = ["slug"]
        constraints = [
            source_check("name"),
            models.CheckConstraint(
                name="cooperation_partner_not_inside_itself",
                condition=~models.Q(parent=models.F("id")),
                violation_error_message=_("A partner cannot lie inside itself."),
            ),
        ]

    def __str__(self):
        return self.name or self.slug

    def get_absolute_url(self):
        return reverse("partner", args=[self.slug])

    def clean(self):
        self._refuse_loop()
        if self.subdivision and self.country and self.subdivision[:2] != self.country.code:
            raise ValidationError(
                {"subdivision": _("The code does not belong to the chosen country.")}
            )

    def _refuse_loop(self):
        above, seen = self.parent, set()
        while above is not None and above.pk not in seen:
            if self.pk is not None and above.pk == self.pk:
                raise ValidationError(
                    {"parent": _("A partner cannot lie inside itself, nor inside its own part.")}
                )
            seen.add(above.pk)
            above = above.parent


class FormerPartnerAddress(FormerAddress):
    record = models.ForeignKey(
        Partner, models.CASCADE, related_name="former_addresses", verbose_name=_("partner")
    )

    class Meta(FormerAddress.Meta):
        abstract = False
        verbose_name = _("former address of a partner")
        verbose_name_plural = _("former addresses of partners")


class Tie(Publishable):
    """A standing relation with a partner."""

    class Kind(models.TextChoices):
        FRIENDLY_TIES = "friendly_ties", _("friendly ties")
        TWINNING = "twinning", _("twinning")
        PARTNERSHIP = "partnership", _("partnership")
        AGREEMENT = "agreement", _("agreement on cooperation")

    class State(models.TextChoices):
        ACTIVE = "active", _("active")
        SUSPENDED = "suspended", _("suspended")
        ENDED = "ended", _("ended")

    partner = models.ForeignKey(
        Partner, models.CASCADE, related_name="ties", verbose_name=_("partner")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    since = PartialDateField(_("since"), null=True, blank=True)
    since_first = BoundField("since", "first")
    since_last = BoundField("since", "last")
    until = PartialDateField(_("until"), null=True, blank=True)
    until_first = BoundField("until", "first")
    until_last = BoundField("until", "last")
    state = models.CharField(
        _("state of the tie"),
        max_length=10,
        choices=State,
        blank=True,
        help_text=_("Empty: the sources do not say how it stands today."),
    )
    note = models.TextField(_("note"), blank=True)
    source = models.CharField(_("source"), max_length=300, blank=True)
    source_url = models.URLField(_("address of the source"), blank=True)
    search = SearchField(summary=("note",), organisations=("source",), places=("partner__name",))

    objects = TieQuerySet.as_manager()

    class Meta(Publishable.Meta):
        abstract = False
        verbose_name = _("tie")
        verbose_name_plural = _("ties")
        constraints = [
            bounds_check("since"),
            bounds_check("until"),
            models.CheckConstraint(
                name="cooperation_tie_until_after_since",
                condition=models.Q(since=None)
                | models.Q(until=None)
                | models.Q(since_first__lte=models.F("until_last")),
                violation_error_message=_("The tie ends before it begins."),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.partner}"

    def get_absolute_url(self):
        return f"{self.partner.get_absolute_url()}#tie-{self.pk}"

    def clean(self):
        # The constraint speaks of the bounds, which no form has, so forms pass it by.
        if self.since and self.until and self.until.last < self.since.first:
            raise ValidationError({"until": _("The tie ends before it begins.")})


class Direction(Publishable):
    """One prospective direction of cooperation with a partner."""

    partner = models.ForeignKey(
        Partner, models.CASCADE, related_name="directions", verbose_name=_("partner")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    title = models.CharField(_("title"), max_length=200)
    text = models.TextField(_("text"), blank=True)
    sectors = models.ManyToManyField(
        Sector, blank=True, related_name="directions", verbose_name=_("sectors")
    )
    valid = PartialDateField(
        _("years of validity"),
        null=True,
        blank=True,
        help_text=_("Like 2014–2016. Empty: it belongs to every year."),
    )
    valid_first = BoundField("valid", "first")
    valid_last = BoundField("valid", "last")
    source = models.CharField(_("source"), max_length=300, blank=True)
    search = SearchField(title=("title",), summary=("text",), places=("partner__name", "valid"))

    objects = DirectionQuerySet.as_manager()

    class Meta(Publishable.Meta):
        abstract = False
        verbose_name = _("direction of cooperation")
        verbose_name_plural = _("directions of cooperation")
        constraints = [source_check("title"), bounds_check("valid")]
        indexes = [models.Index(fields=["valid_first", "valid_last"])]

    def __str__(self):
        return self.title or ""

    def get_absolute_url(self):
        return f"{self.partner.get_absolute_url()}#direction-{self.pk}"
