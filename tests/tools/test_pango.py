import pytest

from tools import pango


@pytest.fixture
def machine(monkeypatch):
    """A machine without Pango, and the commands given to it; apt-get brings what it lacks."""
    commands = []

    def run(command):
        commands.append(command)
        installed = any(each[:2] == ["apt-get", "install"] for each in commands)
        return (0 if command[0] == "apt-get" or installed else 1), ""

    monkeypatch.setattr(pango, "run", run)
    monkeypatch.setattr(pango.os, "geteuid", lambda: 0)
    monkeypatch.setattr(pango.shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setenv("DEBIAN_FRONTEND", "noninteractive")
    return commands


def test_what_is_there_is_not_installed(machine, monkeypatch):
    monkeypatch.setattr(pango, "run", lambda command: machine.append(command) or (0, ""))
    assert pango.find_or_install() is True
    assert [command[-1] for command in machine] == ["import weasyprint"]


def test_it_is_installed_for_root(machine):
    assert pango.find_or_install() is True
    assert [command[:2] for command in machine[1:3]] == [
        ["apt-get", "update"],
        ["apt-get", "install"],
    ]


def test_nobody_else_may_install(machine, monkeypatch):
    monkeypatch.setattr(pango.os, "geteuid", lambda: 1000)
    assert pango.find_or_install() is False
    assert len(machine) == 1
