import os
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

# The browser's own loop makes Django believe that it runs asynchronously.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

CHROMIUM = os.environ.get("CHROMIUM") or "/usr/bin/chromium"


def pytest_collection_modifyitems(items):
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)
            # The server must see the rows: no transaction round the test.
            item.add_marker(pytest.mark.django_db(transaction=True))
    if not Path(CHROMIUM).exists():
        skip = pytest.mark.skip(reason="no Chromium: apt-get install chromium, or set CHROMIUM")
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(skip)


@pytest.fixture(autouse=True)
def plain_site(settings):
    """HTTP without manifest or redirect, so that tests need no collected files and no TLS."""
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.ALLOWED_HOSTS = ["*"]
    settings.SECURE_SSL_REDIRECT = False
    settings.SESSION_COOKIE_SECURE = False
    settings.CSRF_COOKIE_SECURE = False
    settings.SECURE_HSTS_SECONDS = 0
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def demo(db):
    """The register with its demo content."""
    call_command("load_demo", verbosity=0)


@pytest.fixture
def editor(db):
    """A member of staff who may do everything."""
    return get_user_model().objects.create_superuser("editor", password="letmein")


@pytest.fixture
def desk(client, editor):
    """A client in which the editor is signed in."""
    client.force_login(editor)
    return client
