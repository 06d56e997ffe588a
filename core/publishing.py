"""Who is public: the status that every publishable record carries."""

from django.db import models, transaction
from django.db.models import Case, F, Value, When
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.fields import DatedModel
from core.search.writing import SearchedQuerySet


class Status(models.TextChoices):
    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    PUBLISHED = "published", _("published")
    ARCHIVED = "archived", _("archived")


def _first_published(status):
    """The expression of ``published_at`` for records that get this status, or expression of it."""
    now = Coalesce(F("published_at"), Value(timezone.now()), output_field=models.DateTimeField())
    if hasattr(status, "resolve_expression"):
        # Such as bulk_update makes.
        return Case(
            When(Exact(status, Value(Status.PUBLISHED.value)), then=now), default=F("published_at")
        )
    return now if status == Status.PUBLISHED else F("published_at")


class PublishableQuerySet(SearchedQuerySet):
    def published(self):
        # No page shows the search column, and it is long.
        return self.filter(status=Status.PUBLISHED).defer("search")

    def public(self):
        """Records that anybody may see; models that depend on others narrow it further."""
        return self.published()

    def update(self, **values):
        if "status" in values:
            values.setdefault("published_at", _first_published(values["status"]))
        return super().update(**values)

    update.alters_data = True

    def bulk_create(self, objs, *args, **kwargs):
        objs = list(objs)
        for record in objs:
            record.note_publication()
        return super().bulk_create(objs, *args, **kwargs)

    bulk_create.alters_data = True

    def last_change(self):
        """When a record that the public sees, or saw before it was archived, was last saved."""
        seen = self.filter(status__in=[Status.PUBLISHED, Status.ARCHIVED])
        return seen.order_by().aggregate(last=models.Max("changed_at"))["last"]


class Publishable(DatedModel):
    """published_at: when it was published for the first time, in whatever way; it never moves."""

    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.DRAFT)
    published_at = models.DateTimeField(_("first published"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = PublishableQuerySet.as_manager()

    class Meta:
        abstract = True
        # The plain manager behind relations would write a date without its bounds.
        base_manager_name = "objects"

    def save(self, *args, update_fields=None, **kwargs):
        if update_fields is not None and "status" not in update_fields:
            return super().save(*args, update_fields=update_fields, **kwargs)
        with transaction.atomic():
            # The row, not this object, knows: somebody may have published it meanwhile.
            row = type(self)._base_manager.select_for_update().filter(pk=self.pk)
            self.note_publication(row.values_list("published_at", flat=True).first())
            if update_fields is not None:
                update_fields = {*update_fields, "published_at"}
            return super().save(*args, update_fields=update_fields, **kwargs)

    def note_publication(self, known=None):
        """Sets when the record was published first; known: what its row says of that."""
        moments = [moment for moment in (known, self.published_at) if moment is not None]
        if moments:
            self.published_at = min(moments)
        elif self.status == Status.PUBLISHED:
            self.published_at = timezone.now()

    def is_public(self):
        """Whether anybody may see this record; one query."""
        return type(self)._default_manager.public().filter(pk=self.pk).exists()

    def is_withdrawn(self):
        """Whether it was taken off the site for good."""
        return self.status == Status.ARCHIVED


def distinct_sources(records):
    """Those of the records that name a source, each source once."""
    found = {}
    for record in records:
        address = getattr(record, "source_url", "")
        if record.source or address:
            found.setdefault((record.source, address), record)
    return list(found.values())
