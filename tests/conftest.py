import os
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from hypothesis import settings as hypothesis_settings

# The browser's own loop makes Django believe that it runs asynchronously.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# Examples take as long as the machine is busy: timings belong in benchmarks.
# A server's run must not fail by the luck of its examples: there they are the same each time.
hypothesis_settings.register_profile(
    "register", deadline=None, derandomize=os.environ.get("CI") == "true"
)
hypothesis_settings.load_profile("register")

CHROMIUM = os.environ.get("CHROMIUM") or "/usr/bin/chromium"


def pytest_collection_modifyitems(items):
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)
            # The server must see the rows: no transaction round the test.
            item.add_marker(pytest.mark.django_db(transaction=True))
    if connection.vendor != "sqlite":
        skip = pytest.mark.skip(reason="looks at pages, which no database changes: on SQLite only")
        for item in items:
            if item.get_closest_marker("pages"):
                item.add_marker(skip)
    if not Path(CHROMIUM).exists():
        skip = pytest.mark.skip(reason="no Chromium: apt-get install chromium, or set CHROMIUM")
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(skip)


@pytest.fixture(autouse=True, scope="session")
def plain_site():
    """HTTP, without manifest or redirect: tests need no collected files and no TLS.

    For the whole session, because the server of the browser tests reads its settings once.
    """
    plain_files = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(
        STORAGES=settings.STORAGES | {"staticfiles": plain_files},
        ALLOWED_HOSTS=["*"],
        SECURE_SSL_REDIRECT=False,
        SESSION_COOKIE_SECURE=False,
        CSRF_COOKIE_SECURE=False,
        SECURE_HSTS_SECONDS=0,
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    ):
        yield


@pytest.fixture(autouse=True)
def russian():
    """Each test begins in Russian, whatever page the one before it asked for."""
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture
def assert_queries():
    """A context that asks the database just so many questions.

    A test's transaction turns the one that some databases stream in into a savepoint; that asks
    nothing and does not count.
    """

    @contextmanager
    def asked(number):
        with CaptureQueriesContext(connection) as captured:
            yield
        questions = [
            query["sql"]
            for query in captured
            if not query["sql"].startswith(("SAVEPOINT", "RELEASE SAVEPOINT"))
        ]
        assert len(questions) == number, "\n".join(questions)

    return asked


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
