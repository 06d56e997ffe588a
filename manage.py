#!/usr/bin/env python
"""Runs the project's commands; says in one sentence what keeps it from running."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import DatabaseError


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"The configuration is not right: {error}")
    except DatabaseError as error:
        reason = str(error).strip().splitlines()[0]
        sys.exit(
            f"The database does not answer as expected ({reason}). Check DATABASE_URL and that the "
            "server runs; if tables are missing, run: python manage.py migrate"
        )


if __name__ == "__main__":
    main()
