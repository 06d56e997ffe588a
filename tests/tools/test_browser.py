import pytest

from tools import browser


@pytest.fixture
def machine(monkeypatch):
    """A machine where what was installed by apt-get runs, and the commands given to it."""
    commands = []

    def run(command):
        commands.append(command)
        return (0, "") if command[0] in ("/bin/chromium", "apt-get") else (127, "")

    monkeypatch.setattr(browser, "run", run)
    monkeypatch.setattr(browser.os, "geteuid", lambda: 0)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("DEBIAN_FRONTEND", "noninteractive")
    return commands


def on_the_path(monkeypatch, *names):
    monkeypatch.setattr(
        browser.shutil, "which", lambda name: f"/bin/{name}" if name in names else None
    )


def test_the_one_on_the_path_is_taken(machine, monkeypatch):
    on_the_path(monkeypatch, "chromium")
    assert browser.find_or_install() == "/bin/chromium"


def test_the_named_one_is_taken_if_it_runs(machine, monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/opt/broken")
    on_the_path(monkeypatch, "chromium")
    assert browser.find() is None


def test_it_is_installed_for_root(machine, monkeypatch):
    on_the_path(monkeypatch, "apt-get")
    assert browser.find_or_install() is None
    assert machine[0] == ["apt-get", "update"]
    assert "chromium" in machine[1]


def test_nobody_else_may_install(machine, monkeypatch):
    on_the_path(monkeypatch, "apt-get")
    monkeypatch.setattr(browser.os, "geteuid", lambda: 1000)
    assert browser.find_or_install() is None
    assert machine == []
