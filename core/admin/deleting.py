"""What a deletion takes along, without the rows of Django's own linking tables."""

from django.utils.text import capfirst


def linking_tables(model):
    """The options of the tables that only link records of the model with others."""
    relations = [field.remote_field for field in model._meta.many_to_many]
    relations += [field for field in model._meta.related_objects if field.many_to_many]
    return [r.through._meta for r in relations if r.through._meta.auto_created]


def without_links(deleted, counts, models):
    """The nested list and the counts of ``get_deleted_objects`` for these models, made readable."""
    tables = [table for model in models for table in linking_tables(model)]
    starts = tuple(f"{capfirst(table.verbose_name)}: " for table in tables)
    names = {str(table.verbose_name_plural) for table in tables}
    shown = {name: count for name, count in counts.items() if str(name) not in names}
    return _kept(deleted, starts), shown


def _kept(nested, starts):
    kept = []
    for item in nested:
        if isinstance(item, list):
            inner = _kept(item, starts)
            if inner:
                kept.append(inner)
        elif not str(item).startswith(starts):
            kept.append(item)
    return kept
