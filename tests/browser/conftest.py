import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command

from tests.conftest import CHROMIUM


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return browser_type_launch_args | {
        "executable_path": CHROMIUM,
        "args": ["--no-sandbox", "--disable-dev-shm-usage"],
    }


@pytest.fixture
def context(context):
    context.set_default_timeout(15_000)
    return context


@pytest.fixture
def console():
    """What the console of the page says: errors and warnings."""
    return []


@pytest.fixture
def page(page, console):
    """A page that fails the test on any message of the console: CSP, script, missing file.

    A test that asks for a page which is an error takes its messages out of ``console``.
    """
    page.on("console", lambda m: m.type in {"error", "warning"} and console.append(m.text))
    page.on("pageerror", lambda error: console.append(str(error)))
    yield page
    assert console == []


@pytest.fixture
def site(live_server, transactional_db):
    """The address of the running site, with its demo content."""
    call_command("load_demo", verbosity=0)
    return live_server.url


@pytest.fixture
def signed_in(page, site):
    """A page in which an editor is signed in to the desk."""
    get_user_model().objects.create_superuser("editor", password="letmein")
    page.goto(f"{site}/admin/")
    page.get_by_label("Имя пользователя").fill("editor")
    page.get_by_label("Пароль").fill("letmein")
    page.get_by_role("button", name="Войти").click()
    return page
