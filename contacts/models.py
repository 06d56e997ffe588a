"""Who in the committee answers for which partners and sectors."""

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from contacts.querysets import ContactPersonQuerySet
from cooperation.models import Partner, Sector
from core.languages import source_check
from core.phones import show_phone
from core.publishing import Publishable
from core.search.column import SearchField
from core.search.writing import SearchedQuerySet


class Department(models.Model):
    name = models.CharField(_("name"), max_length=200)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = SearchedQuerySet.as_manager()

    class Meta:
        verbose_name = _("department")
        verbose_name_plural = _("departments")
        ordering = ["order", "id"]
        constraints = [source_check("name")]

    def __str__(self):
        return self.name or ""


class ContactPerson(Publishable):
    """A member of the committee's staff; public only where staff say that they may be."""

    surname = models.CharField(_("surname"), max_length=80)
    given = models.CharField(
        _("given name"), max_length=80, blank=True, help_text=_("In full or the initial: О.")
    )
    patronymic = models.CharField(_("patronymic"), max_length=80, blank=True)
    position = models.CharField(_("position"), max_length=200, blank=True)
    department = models.ForeignKey(
        Department,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="contacts",
        verbose_name=_("department"),
    )
    partners = models.ManyToManyField(
        Partner, blank=True, related_name="contacts", verbose_name=_("partners")
    )
    sectors = models.ManyToManyField(
        Sector, blank=True, related_name="contacts", verbose_name=_("sectors")
    )
    email = models.EmailField(_("email"), blank=True)
    may_be_published = models.BooleanField(
        _("may be published"),
        default=False,
        help_text=_("The person agreed that name, position, phones and email stand on the site."),
    )

    search = SearchField(
        title=("surname", "given", "patronymic"),
        summary=("position",),
        organisations=("department__name",),
        places=("email",),
    )

    objects = ContactPersonQuerySet.as_manager()

    class Meta(Publishable.Meta):
        abstract = False
        verbose_name = _("contact person")
        verbose_name_plural = _("contact persons")
        constraints = [source_check("surname")]

    def __str__(self):
        return self.full_name()

    def full_name(self):
        """Surname first, as the note has it: «Королева О. В.», «Королева Ольга Викторовна»."""
        given = [part.strip() for part in (self.given, self.patronymic) if part and part.strip()]
        space = "\N{NO-BREAK SPACE}" if any(part.endswith(".") for part in given) else " "
        return space.join([self.surname or "", *given])

    def get_absolute_url(self):
        return f"{reverse('contacts')}#contact-{self.pk}"


class Phone(models.Model):
    """A telephone number in E.164 (ITU-T), with the extension behind it."""

    class Kind(models.TextChoices):
        PHONE = "phone", _("telephone")
        FAX = "fax", _("fax")
        PHONE_FAX = "phone_fax", _("telephone and fax")
        MOBILE = "mobile", _("mobile")

    contact = models.ForeignKey(ContactPerson, models.CASCADE, related_name="phones")
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    number = models.CharField(
        _("number"),
        max_length=16,
        validators=[RegexValidator(r"^\+[1-9]\d{6,14}\Z", _("Write it like +78125766833."))],
    )
    extension = models.CharField(
        _("extension"),
        max_length=10,
        blank=True,
        validators=[RegexValidator(r"^\d+\Z", _("Digits only."))],
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.PHONE)
    may_be_published = models.BooleanField(_("may be published"), default=True)

    class Meta:
        verbose_name = _("telephone")
        verbose_name_plural = _("telephones")
        ordering = ["order", "id"]

    def __str__(self):
        return self.shown()

    def shown(self):
        """As people read it: ``(812) 576-68-33``, with the extension; a fax is called so."""
        shown = show_phone(self.number)
        if self.extension:
            told = {"number": shown, "extension": self.extension}
            shown = _("%(number)s, ext. %(extension)s") % told
        if self.kind in (self.Kind.FAX, self.Kind.PHONE_FAX):
            return f"{shown} ({self.get_kind_display()})"
        return shown

    def uri(self):
        """The address that dials it (RFC 3966)."""
        return f"tel:{self.number}" + (f";ext={self.extension}" if self.extension else "")
