"""Who writes the search column, and when.

``save()`` and ``bulk_create()`` write it with the record. After ``update()``, ``bulk_update()`` and
``loaddata`` it is written anew, also that of other records which take over the changed texts, such
as an event's that of its parts and a direction's its partner's name. ``manage.py rebuild_search``
writes them all. Only raw SQL passes it by.
"""

from django.apps import apps
from django.db import connections, models, transaction
from django.db.models.signals import post_delete, post_migrate, post_save

from core.db import install_token_index
from core.fields import DatedQuerySet
from core.search.column import columns_of, search_field, tokens_of
from core.search.question import ask

BATCH = 500


def write_search(records):
    """Write the column of these records where it is not what it should be; how many were not."""
    field = search_field(records.model)
    plain = models.QuerySet(records.model, using=records.db)
    with transaction.atomic(using=records.db):
        stale = []
        chosen = plain.filter(pk__in=records.order_by().values("pk")).order_by("pk")
        chosen = chosen.prefetch_related(*field.relations())
        for record in chosen.select_for_update(of=("self",)):
            tokens = tokens_of(record, field)
            if getattr(record, field.attname) != tokens:
                setattr(record, field.attname, tokens)
                stale.append(record)
        plain.bulk_update(stale, [field.name], batch_size=BATCH)
    return len(stale)


def searched_models():
    return [model for model in apps.get_models() if search_field(model)]


def write_dependents(model, condition, using):
    """Write the columns that take over texts of the model's records that meet the condition."""
    for other in searched_models():
        for relation in search_field(other).taken_from(model):
            chosen = model._base_manager.using(using).filter(condition)
            write_search(models.QuerySet(other, using=using).filter(**{f"{relation}__in": chosen}))


class SearchedQuerySet(DatedQuerySet):
    """Finds by words, and writes the search columns after what sends no signal."""

    def matching(self, question, *, unfinished=False):
        """Records that hold each of the words, in any form and language. A text is a question.

        unfinished: the last word may be only the beginning of one.
        """
        question = ask(question) if isinstance(question, str) else question
        return self.filter(question.condition(unfinished=unfinished))

    def by_relevance(self, question):
        """The weightiest hits first, else in the order there was."""
        return self.order_by(question.relevance(), *self.query.order_by) if question.words else self

    def update(self, **values):
        if not self._is_searched(values):
            return super().update(**values)
        with transaction.atomic(using=self.db):
            keys = list(self.order_by().values_list("pk", flat=True))
            changed = super().update(**values)
            self._write(keys)
        return changed

    update.alters_data = True

    def bulk_create(self, objs, *args, **kwargs):
        with transaction.atomic(using=self.db):
            made = super().bulk_create(objs, *args, **kwargs)
            if names := kwargs.get("update_conflicts") and kwargs.get("unique_fields"):
                # What was there already has other texts besides those of these objects.
                keys = [{name: getattr(record, name) for name in names} for record in made]
                there = models.Q(*[models.Q(**key) for key in keys], _connector=models.Q.OR)
                self._write(
                    list(self.model._base_manager.filter(there).values_list("pk", flat=True))
                )
            elif search_field(self.model) is None:
                self._write([record.pk for record in made if record.pk])
        return made

    bulk_create.alters_data = True

    def _is_searched(self, names):
        field = search_field(self.model)
        own = field.names() if field else ()
        taken = [
            name.partition("__")[2]
            for other in searched_models()
            for name in search_field(other).names()
            if name.partition("__")[0] in search_field(other).taken_from(self.model)
        ]
        columns = {column for name in (*own, *taken) for column in _own_columns(self.model, name)}
        return not columns.isdisjoint(names)

    def _write(self, keys):
        for start in range(0, len(keys), BATCH):
            condition = models.Q(pk__in=keys[start : start + BATCH])
            if search_field(self.model):
                write_search(models.QuerySet(self.model, using=self.db).filter(condition))
            write_dependents(self.model, condition, self.db)


def _own_columns(model, name):
    relation, _, rest = name.partition("__")
    # What another record's text hangs on is the link to it.
    if rest:
        return [relation, f"{relation}_id"]
    return [name, *columns_of(model, name)]


def _saved(sender, instance, raw=False, update_fields=None, using=None, **kwargs):
    if search_field(sender) and (raw or update_fields is not None):
        write_search(models.QuerySet(sender, using=using).filter(pk=instance.pk))
    write_dependents(sender, models.Q(pk=instance.pk), using)


def _deleted(sender, instance, using=None, origin=None, **kwargs):
    whole = origin.model if isinstance(origin, models.QuerySet) else type(origin)
    for other in searched_models():
        # With an event its parts are deleted, and it needs no words any more.
        if other is whole:
            continue
        for relation in search_field(other).taken_from(sender):
            field = other._meta.get_field(relation)
            if field.auto_created:
                key = getattr(instance, field.field.attname)
                write_search(models.QuerySet(other, using=using).filter(pk=key))


def _install(sender, using, **kwargs):
    for model in sender.get_models():
        if field := search_field(model):
            install_token_index(connections[using], field)


def connect():
    """Listen to what is saved and deleted; make the indexes after each migration."""
    senders = set()
    for model in searched_models():
        field = search_field(model)
        senders |= {model, *(model._meta.get_field(r).related_model for r in field.relations())}
    for sender in senders:
        post_save.connect(_saved, sender=sender, dispatch_uid=f"search.saved.{sender._meta.label}")
        post_delete.connect(
            _deleted, sender=sender, dispatch_uid=f"search.deleted.{sender._meta.label}"
        )
    post_migrate.connect(_install, dispatch_uid="search.install")
