import secrets

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand

NAME = "admin"


class Command(BaseCommand):
    help = "Creates the first staff account and prints its password, this once; else does nothing."

    def handle(self, **options):
        users = get_user_model().objects
        if users.exists():
            return
        password = secrets.token_urlsafe(12)
        users.create_superuser(NAME, password=password)
        self.stdout.write(
            "An account to sign in to the admin (the password is shown only now):\n"
            f"  name      {NAME}\n"
            f"  password  {password}"
        )
