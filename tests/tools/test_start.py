import sys

import pytest

from tools import environment, start


@pytest.fixture
def prepared(monkeypatch):
    """What was prepared and run, in order."""
    done = []
    monkeypatch.setattr(environment, "prepare", lambda *wanted: done.append(wanted))
    monkeypatch.setattr(start.os, "chdir", lambda folder: None)
    monkeypatch.setattr(start.os, "execv", lambda path, command: done.append(command[1:]))
    monkeypatch.delenv("PYTHON", raising=False)
    return done


def test_a_target_becomes_its_program(prepared):
    start.main("test")
    assert prepared == [("requirements-dev.txt", None), ["-m", "tools.check"]]


def test_setup_only_prepares(prepared, capsys):
    start.main("setup")
    assert prepared == [("requirements-dev.txt", None)]
    assert "make run" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("target", "variable", "value"), [("run", "PORT", "abc"), ("serve", "SECRET_KEY", "")]
)
def test_what_is_wrong_is_told_before_anything_is_installed(
    prepared, monkeypatch, target, variable, value
):
    monkeypatch.setenv(variable, value)
    with pytest.raises(SystemExit, match=variable):
        start.main(target)
    assert prepared == []


def test_a_named_python_is_insisted_on(monkeypatch):
    monkeypatch.setenv("PYTHON", "python3.12")
    monkeypatch.setattr(sys, "version_info", (3, 12, 1))
    assert start.wanted_version() == (3, 12)


def test_a_named_python_that_is_too_old_is_not(monkeypatch):
    monkeypatch.setenv("PYTHON", "python3.6")
    monkeypatch.setattr(sys, "version_info", (3, 6, 15))
    assert start.wanted_version() is None
