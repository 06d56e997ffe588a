import pytest

from tools import lint


@pytest.fixture
def failing(monkeypatch):
    """The commands with one of these words fail; without any, all pass."""
    words = set()
    monkeypatch.setattr(lint, "passes", lambda command: not words & set(command))
    return words


def test_all_in_order(failing):
    assert lint.main(write=False) == []
    assert lint.main(write=True) == []


def test_everything_is_looked_at_and_what_failed_is_named(failing, monkeypatch):
    monkeypatch.setattr(lint, "has_templates", lambda: True)
    failing.update({"check", "djlint"})
    assert lint.main(write=False) == ["ruff check", "djlint"]


def test_no_templates_nothing_to_look_at(failing, monkeypatch, tmp_path):
    monkeypatch.setattr(lint, "ROOT", tmp_path)
    assert not any("djlint" in name for name in lint.checks())


def test_a_command_passes_or_not():
    assert lint.passes(["-S", "-c", ""])
    assert not lint.passes(["-S", "-c", "raise SystemExit(1)"])
