"""What holds of the project as a whole."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import call_command
from importlinter import cli

ROOT = settings.BASE_DIR


def manage(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
    )


def test_imports_run_one_way(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert cli.lint_imports(no_cache=True) == cli.EXIT_STATUS_SUCCESS


@pytest.mark.django_db
def test_the_migrations_hold_every_model():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"DATABASE_URL": "nonsense"}, "DATABASE_URL"),
        ({"DATABASE_URL": "mysql://me@db/register"}, "mysql"),
        ({"DATABASE_URL": "postgres://me@127.0.0.1:1/register"}, "Check DATABASE_URL"),
        ({"DEBUG": "perhaps"}, "DEBUG is “perhaps”"),
    ],
)
def test_a_command_says_in_one_sentence_what_keeps_it(environment, words):
    done = manage("migrate", "--check", **environment)
    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1


def test_an_unmigrated_database_is_told(tmp_path):
    done = manage("load_demo", DATABASE_URL=f"sqlite:///{tmp_path}/new.sqlite3")
    assert done.returncode == 1
    assert "python manage.py migrate" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_server_refuses_to_start_without_a_secret_key():
    done = subprocess.run(
        [sys.executable, "-c", "import config.wsgi"],
        cwd=ROOT,
        env={k: v for k, v in os.environ.items() if k != "SECRET_KEY"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "SECRET_KEY is not set" in done.stderr
    assert "Traceback" not in done.stderr


def test_production_defaults_are_safe():
    code = (
        "from django.conf import settings as s; "
        "print(s.DEBUG, s.SECURE_SSL_REDIRECT, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, "
        "s.SECURE_HSTS_SECONDS > 0, s.ALLOWED_HOSTS)"
    )
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DEBUG", "HTTP", "ALLOWED_HOSTS", "SECRET_KEY"}
    } | {"DJANGO_SETTINGS_MODULE": "config.settings"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert done.stdout.strip() == "False True True True True []"


@pytest.mark.parametrize("language", ["ru", "nl"])
def test_every_text_of_the_interface_is_translated(language):
    catalogue = (ROOT / f"locale/{language}/LC_MESSAGES/django.po").read_text(encoding="utf-8")
    assert "#, fuzzy" not in catalogue
    entries = catalogue.split("\n\n")[1:]
    assert [e for e in entries if e.rstrip().endswith('msgstr ""') and not e.startswith("#~")] == []
