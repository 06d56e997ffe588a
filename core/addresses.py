"""Addresses that last: a record reached by its slug keeps the ones it had before."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from core.publishing import Publishable, PublishableQuerySet
from core.slugs import MAX_LENGTH, free_slug


class FormerAddress(models.Model):
    """A slug that a record had. Concrete models add ``record``, with ``former_addresses`` back.

    It names the record, not the slug that came next, so that a chain of changes is one step. It
    goes when its record is deleted, and when a record takes the slug for its own.
    """

    slug = models.SlugField(_("former address"), max_length=MAX_LENGTH, unique=True)

    class Meta:
        abstract = True
        ordering = ["id"]

    def __str__(self):
        return self.slug


def former(model):
    """The model of the former addresses of a model's records."""
    return model._meta.get_field("former_addresses").related_model


def _keep(model, pk, old, new):
    """The record moved from one slug, None at first, to another: the old one leads to it now."""
    if old == new:
        return
    former(model).objects.filter(slug=new).delete()
    if old:
        former(model).objects.update_or_create(slug=old, defaults={"record_id": pk})


class AddressedQuerySet(PublishableQuerySet):
    def at(self, slug):
        """The record whose address this is, or else was; None if it is nobody's."""
        return self.filter(slug=slug).first() or self.filter(former_addresses__slug=slug).first()

    def update(self, **values):
        if "slug" not in values:
            return super().update(**values)
        with transaction.atomic():
            before = dict(self.order_by().values_list("pk", "slug"))
            count = super().update(**values)
            records = self.model._base_manager.filter(pk__in=before)
            for pk, slug in records.values_list("pk", "slug"):
                _keep(self.model, pk, before[pk], slug)
        return count

    update.alters_data = True


class Addressed(Publishable):
    """A record with a page of its own, at its slug.

    named_by: the translated text that names it, and of which a missing slug is made.
    """

    named_by = "title"

    objects = AddressedQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, update_fields=None, **kwargs):
        model = type(self)
        if not self.slug:
            name = getattr(self, f"{self.named_by}_en") or getattr(self, f"{self.named_by}_ru")
            self.slug = free_slug(name or "", model._base_manager, former(model)._base_manager)
        with transaction.atomic():
            row = model._base_manager.select_for_update().filter(pk=self.pk)
            before = row.values_list("slug", flat=True).first()
            super().save(*args, update_fields=update_fields, **kwargs)
            if update_fields is None or "slug" in update_fields:
                _keep(model, self.pk, before, self.slug)

    def validate_unique(self, exclude=None):
        super().validate_unique(exclude)
        if not exclude or "slug" not in exclude:
            self._refuse_former()

    def _refuse_former(self):
        """An address that readers know of another record may not be taken in silence."""
        known = former(type(self)).objects.filter(
            slug=self.slug, record__published_at__isnull=False
        )
        owner = known.exclude(record=self.pk).select_related("record").first()
        if owner is not None:
            raise ValidationError(
                {
                    "slug": _(
                        "“%(record)s” stood at this address before, and links still lead from it "
                        "there. Choose another; the address is free only when that record is "
                        "deleted."
                    )
                    % {"record": owner.record}
                }
            )
