"""Who is public: the status that every publishable record carries."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.fields import DatedModel, DatedQuerySet


class Status(models.TextChoices):
    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    PUBLISHED = "published", _("published")
    ARCHIVED = "archived", _("archived")


class PublishableQuerySet(DatedQuerySet):
    def published(self):
        return self.filter(status=Status.PUBLISHED)

    def public(self):
        """Records that anybody may see; models that depend on others narrow it further."""
        return self.published()

    def last_change(self):
        """When a record that the public sees, or saw before it was archived, was last saved."""
        seen = self.filter(status__in=[Status.PUBLISHED, Status.ARCHIVED])
        return seen.order_by().aggregate(last=models.Max("changed_at"))["last"]


class Publishable(DatedModel):
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.DRAFT)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = PublishableQuerySet.as_manager()

    class Meta:
        abstract = True

    def is_public(self):
        """Whether anybody may see this record; one query."""
        return type(self)._default_manager.public().filter(pk=self.pk).exists()
