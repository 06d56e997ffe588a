"""A wrong setting is one sentence that says which, never a traceback."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, ProgrammingError

import manage
from core.db import database


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "sqlite:////dev/null/register.sqlite3"),
        ("DATABASE_URL", "nonsense"),
        ("DATABASE_URL", "mysql://a/b"),
        ("DATABASE_URL", "postgres://"),
        ("TIME_ZONE", "Mars/Olympus"),
        ("HTTP", "maybe"),
        ("BEHIND_PROXY", "2"),
        ("PHONE_REGION", "Россия"),
        ("PHONE_AREA_CODE", "8-12"),
    ],
)
@pytest.mark.parametrize("command", [["manage.py", "check"], ["-m", "config.wsgi"]])
def test_a_wrong_value_names_its_variable_in_one_line(name, value, command):
    done = subprocess.run(
        [sys.executable, *command],
        cwd=settings.BASE_DIR,
        env={**os.environ, "SECRET_KEY": "given", name: value},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1
    assert name in done.stderr


@pytest.mark.parametrize("folder", ["/dev/null", "/dev/null/deeper"])
def test_a_folder_that_cannot_be_made_is_told(folder):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        database(f"sqlite:///{folder}/register.sqlite3")


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("no such table: events_event"),
        ProgrammingError('relation "events_event" does not exist\nLINE 1: SELECT …'),
    ],
    ids=["SQLite", "PostgreSQL"],
)
def test_missing_tables_lead_to_migrate_on_both_databases(monkeypatch, error):
    def fail(arguments):
        raise error

    monkeypatch.setattr(manage, "execute_from_command_line", fail)
    with pytest.raises(SystemExit) as stopped:
        manage.main()
    assert "manage.py migrate" in stopped.value.code
    assert "\n" not in stopped.value.code
