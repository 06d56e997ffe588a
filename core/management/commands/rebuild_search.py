from django.core.management.base import BaseCommand
from django.db import DEFAULT_DB_ALIAS, connections, models

from core.db import install_token_index
from core.search.column import search_field
from core.search.writing import BATCH, searched_models, write_search


class Command(BaseCommand):
    help = "Write the search column of every record anew, and make its indexes. Safe to repeat."

    def add_arguments(self, parser):
        parser.add_argument("--database", default=DEFAULT_DB_ALIAS, help="the database's alias")

    def handle(self, *, database, **options):
        for model in searched_models():
            install_token_index(connections[database], search_field(model))
            records = changed = 0
            for keys in self.batches(models.QuerySet(model, using=database)):
                records += len(keys)
                changed += write_search(models.QuerySet(model, using=database).filter(pk__in=keys))
            self.stdout.write(f"{model._meta.label}: {records} records, {changed} written anew")

    def batches(self, queryset):
        """The keys of all the records, some at a time."""
        last = 0
        while keys := list(
            queryset.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]
        ):
            yield keys
            last = keys[-1]
