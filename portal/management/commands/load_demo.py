from django.conf import settings
from django.core.management.base import BaseCommand

from portal.demo import load


class Command(BaseCommand):
    help = "Adds the demo content that is missing; what the register has stays as it is."

    def handle(self, **options):
        created = sum(load(path) for path in sorted((settings.BASE_DIR / "demo").glob("*.toml")))
        self.stdout.write(f"Demo content: {created} records added.")
