import ast
import sys

import pytest

from tools import environment

FIRST_READ = ["__init__.py", "start.py", "environment.py", "port.py", "secret_key.py"]


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """An empty checkout with lists of requirements and a .venv that works."""
    (tmp_path / "requirements.txt").write_text("Django\n")
    (tmp_path / "requirements-dev.txt").write_text("-r requirements.txt\npytest\n")
    (tmp_path / ".venv/bin").mkdir(parents=True)
    (tmp_path / ".venv/bin/python").symlink_to(sys.executable)
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "PYTHON", tmp_path / ".venv/bin/python")
    return tmp_path


class Commands(list):
    """The commands that would have been run, and what those with a certain word answer."""

    def __init__(self):
        self.answers = {}

    def run(self, command):
        self.append(command)
        return next((self.answers[word] for word in command if word in self.answers), (0, ""))


@pytest.fixture
def commands(monkeypatch):
    """Commands are noted instead of run."""
    noted = Commands()
    monkeypatch.setattr(environment, "run", noted.run)
    return noted


@pytest.mark.parametrize("name", FIRST_READ)
def test_an_old_python_can_read_the_first_step(name):
    source = (environment.ROOT / "tools" / name).read_text()
    ast.parse(source, feature_version=(3, 6))


def test_this_python_is_new_enough():
    assert environment.find_python() == sys.executable


def test_a_newer_python_on_the_path_is_found(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 6, 15))
    versions = {"/bin/python3.13": (), "/bin/python3.12": (3, 12)}
    monkeypatch.setattr(environment.shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(environment, "version_of", versions.get)
    assert environment.find_python() == "/bin/python3.12"


def test_an_old_python_alone_is_told(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 6, 15))
    monkeypatch.setattr(environment.shutil, "which", lambda name: None)
    with pytest.raises(SystemExit, match=r"Python 3.6 is too old: install Python 3.11 or newer"):
        environment.find_python()


def test_the_version_of_what_does_not_run_is_empty(tmp_path):
    assert environment.version_of(tmp_path / "missing") == ()
    assert environment.version_of(sys.executable) == sys.version_info[:2]


def test_a_list_is_installed_once(checkout, commands, capsys):
    environment.install("requirements.txt", (3, 11))
    environment.install("requirements.txt", (3, 11))
    assert len(commands) == 1
    assert str(checkout / "requirements.txt") in commands[0]
    assert "Installing what requirements.txt lists" in capsys.readouterr().out


def test_the_longer_list_holds_the_shorter(checkout, commands):
    environment.install("requirements-dev.txt", (3, 11))
    environment.install("requirements.txt", (3, 11))
    assert len(commands) == 1


@pytest.mark.parametrize("changed", ["requirements.txt", "requirements-dev.txt"])
def test_a_changed_list_is_installed_again(checkout, commands, changed):
    environment.install("requirements-dev.txt", (3, 11))
    (checkout / changed).write_text("other\n")
    environment.install("requirements-dev.txt", (3, 11))
    assert len(commands) == 2


def test_another_python_installs_again(checkout, commands):
    environment.install("requirements.txt", (3, 11))
    assert not environment.is_installed("requirements.txt", (3, 12))


def test_a_failed_installation_ends_with_what_to_do(checkout, commands):
    commands.answers["pip"] = (1, "one\n\ntwo\nthree\nfour\nERROR: no route\n")
    with pytest.raises(SystemExit) as stop:
        environment.install("requirements.txt", (3, 11))
    lines = str(stop.value).splitlines()
    assert lines[:-1] == ["two", "three", "four", "ERROR: no route"]
    assert "check the network" in lines[-1]
    assert not environment.is_installed("requirements.txt", (3, 11))


def test_a_working_environment_is_kept(checkout, commands, monkeypatch):
    monkeypatch.setattr(environment, "venv_version", lambda: (3, 12))
    monkeypatch.setattr(environment, "create", lambda python: pytest.fail("made anew"))
    environment.prepare("requirements.txt")
    environment.prepare("requirements.txt", wanted=(3, 12))


@pytest.mark.parametrize(("version", "wanted"), [((), None), ((3, 10), None), ((3, 11), (3, 13))])
def test_an_unsuitable_environment_is_made_anew(checkout, commands, monkeypatch, version, wanted):
    made = []
    monkeypatch.setattr(environment, "venv_version", lambda: version)
    monkeypatch.setattr(environment, "create", made.append)
    environment.prepare("requirements.txt", wanted)
    assert made == [sys.executable]


def test_creating_replaces_what_was_there(checkout, commands, capsys):
    environment.create("python3.11")
    assert commands[-1] == ["python3.11", "-m", "venv", "--clear", str(checkout / ".venv")]
    assert "making it anew" in capsys.readouterr().out


def test_an_environment_that_cannot_be_made_is_told(checkout, commands):
    commands.answers["--clear"] = (1, "No space left on device")
    with pytest.raises(SystemExit, match=r"No space left on device\n.*check the disk"):
        environment.create("python3.11")


@pytest.mark.parametrize("user", [0, 1000])
def test_a_missing_venv_module_is_fetched_or_told(commands, monkeypatch, user):
    commands.answers["import ensurepip, venv"] = (1, "No module named ensurepip")
    monkeypatch.setattr(environment, "version_of", lambda python: (3, 11))
    monkeypatch.setattr(environment.os, "geteuid", lambda: user)
    monkeypatch.setattr(environment.shutil, "which", lambda name: "/usr/bin/apt-get")
    with pytest.raises(SystemExit, match=r"sudo apt-get install python3.11-venv"):
        environment.require_venv_module("python3.11")
    tried = ["apt-get", "install", "-y", "python3.11-venv"] in commands
    assert tried == (user == 0)


def test_a_command_that_is_missing_has_a_status():
    assert environment.run(["/nowhere/at/all"])[0] == 127


@pytest.mark.parametrize(
    ("text", "meaning"), [("1", True), ("TRUE", True), (" yes ", True), ("", False), ("off", False)]
)
def test_yes_and_no_as_the_site_s_own_settings_read_them(text, meaning):
    assert environment.flag("DEMO", {"DEMO": text}) is meaning
    assert environment.flag("DEMO", {}) is False


def test_what_is_neither_yes_nor_no_is_told():
    with pytest.raises(SystemExit, match="DEMO is “maybe”; write 1 for yes or 0 for no"):
        environment.flag("DEMO", {"DEMO": "maybe"})
